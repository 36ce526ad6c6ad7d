"""Utsikter per yrke: Yrkesbarometern, people about to retire, and job advertisements."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from vagled_lmi.brief import charts
from vagled_lmi.brief.blocks import Block, Claim, Figure, Note, TableBlock
from vagled_lmi.brief.desk import Desk
from vagled_lmi.brief.grids import grid, listing
from vagled_lmi.brief.language import Shown, alphabetical, numeral
from vagled_lmi.codes import Period, Region, af_labels, ssyk_labels
from vagled_lmi.indicators.barometer import (
    CLASSES,
    better_than_country,
    grows,
    worse_than_country,
)
from vagled_lmi.indicators.protocol import Number, Result
from vagled_lmi.indicators.replacement import FEWEST_FOR_FORECAST

_BAROMETER, _ADS = "af:yrkesbarometern", "af:annonser"
_EMPLOYEES, _AGES = "scb:YREG60", "scb:YREG51"
_RETIRING = 12
_ADVERTISED = 10
#: A ratio of advertisements on fewer employees is left out of the ranking.
_FEWEST_ADVERTISED = 500


def _rows(result: Result, frame: pd.DataFrame) -> list[dict[str, str]]:
    return [dict(zip(result.indicator.keys, key, strict=True)) for key in _keys(result, frame)]


def _keys(result: Result, frame: pd.DataFrame) -> list[tuple[str, ...]]:
    return list(frame[list(result.indicator.keys)].itertuples(index=False, name=None))


def barometer_counts(desk: Desk) -> Iterator[Block]:
    """How many occupations have large, medium and small chances of work, here and beside."""
    result, say = desk.result("barometer_counts"), desk.language
    regions = [Region(code) for code in result.keys_of("region")]
    period = result.keys_of("period", region=desk.region.code)[0]
    row = {
        (region, name): result.row(region=region.code, period=period, chances=name)
        for region in regions
        for name in CLASSES
    }
    names = {name: say.text(f"chances-{position}") for position, name in enumerate(CLASSES)}
    large = row[desk.region, "stora"]["occupations"]
    country = row[Region("00"), "stora"]["occupations"]
    slots = {"region": desk.region.name, "period": Period(period).label}
    yield Figure(
        id="barometer-counts",
        title=say.sentence("barometer-counts-title", large=large, country=country, **slots),
        svg=charts.stacked(
            [region.name for region in regions],
            [
                (
                    names[name],
                    [
                        (
                            row[region, name]["occupations"].amount,
                            say.value(row[region, name]["occupations"]),
                        )
                        for region in regions
                    ],
                )
                for name in CLASSES
            ],
        ),
        alt=say.text(
            "barometer-counts-alt",
            large=large,
            medium=row[desk.region, "medelstora"]["occupations"],
            small=row[desk.region, "små"]["occupations"],
            country=country,
            **slots,
        ),
        caption=say.text("barometer-counts-caption", **slots),
        grid=grid(
            say,
            say.text("barometer-counts-caption", **slots),
            [say.text("head-region"), *names.values()],
            [
                [region.name, *(row[region, name]["occupations"] for name in CLASSES)]
                for region in regions
            ],
        ),
        tables=(_BAROMETER,),
    )


def barometer_growing(desk: Desk) -> Iterator[Block]:
    """The occupations with large chances now where demand is judged to grow."""
    result, say = desk.result("barometer"), desk.language
    named = result.frame[result.frame["reservation"].isna()]
    rows = [result.row(**key) for key in _rows(result, named[grows(named)])]
    if not rows:
        return
    counts = _compared(desk)
    known_level = any(row["level"].value for row in rows)
    heads = ["head-occupation", "head-field", "head-latest-situation", "head-latest-demand"]
    if known_level:
        heads.append("head-level")
    slots = {
        "region": desk.region.name,
        "period": Period(counts["growing"].key["period"]).label,
        "latest": Period(str(rows[0]["latest_round"].value)).label,
    }
    yield TableBlock(
        id="barometer-growing",
        title=say.sentence("barometer-growing-title", count=counts["growing"], **slots),
        grid=grid(
            say,
            say.text("barometer-growing-caption", **slots),
            [say.text(head) for head in heads],
            [
                [
                    row["chances"].key["occupation"],
                    row["field"],
                    row["latest_situation"],
                    row["latest_demand"],
                    *([row["level"]] if known_level else []),
                ]
                for row in rows
            ],
            texts=range(1, len(heads)),
        ),
        tables=(_BAROMETER,),
    )
    yield Note(
        id="barometer-words",
        title=say.text("barometer-words-title"),
        text=say.sentence("barometer-words"),
        tables=(_BAROMETER,),
    )
    yield Note(
        id="barometer-level",
        title=say.text("barometer-level-title"),
        text=say.sentence("barometer-level-known" if known_level else "barometer-level-unknown"),
        tables=(_BAROMETER,),
    )


def _compared(desk: Desk) -> dict[str, Number]:
    result = desk.result("barometer_compared")
    return result.row(region=desk.region.code, period=result.keys_of("period")[0])


def barometer_differs(desk: Desk) -> Iterator[Block]:
    """The occupations where the judgement for the region differs from that for riket."""
    result, say = desk.result("barometer"), desk.language
    frame = result.frame[result.frame["reservation"].isna()]
    frame = frame.dropna(subset=["chances", "country_chances"])
    frame = frame.sort_values("occupation", key=lambda names: names.map(alphabetical))
    better, worse = better_than_country(frame), worse_than_country(frame)
    keys = [*_rows(result, frame[better]), *_rows(result, frame[worse])]
    rows = [result.row(**key) for key in keys]
    if not rows:
        return
    counts = _compared(desk)
    slots = {
        "region": desk.region.name,
        "period": Period(counts["better"].key["period"]).label,
    }
    yield TableBlock(
        id="barometer-differs",
        title=say.sentence(
            "barometer-differs-title",
            better=counts["better"],
            worse=counts["worse"],
            compared=counts["compared"],
            **slots,
        ),
        grid=grid(
            say,
            say.text("barometer-differs-caption", **slots),
            [
                say.text("head-occupation"),
                say.text("head-chances-region", **slots),
                say.text("head-chances-country"),
                say.text("head-demand-region", **slots),
            ],
            [
                (
                    row["chances"].key["occupation"],
                    row["chances"],
                    row["country_chances"],
                    row["demand"],
                )
                for row in rows
            ],
            texts=(1, 2, 3),
        ),
        tables=(_BAROMETER,),
    )


def replacement(desk: Desk) -> Iterator[Block]:
    """The occupations that most people are expected to leave with age within five years."""
    result, say = desk.result("replacement"), desk.language
    labels = ssyk_labels()
    frame = result.frame.dropna(subset="leaving").head(_RETIRING)
    keys = _rows(result, frame)
    rows = [result.row(**key) for key in keys]
    names = [labels[key["ssyk"]] for key in keys]
    slots = {"region": desk.region.name, "period": keys[0]["period"]}
    fewest = numeral(FEWEST_FOR_FORECAST, 0, say.tag)
    oldest = max(range(len(rows)), key=lambda i: rows[i]["leaving_pct"].amount)
    yield Figure(
        id="replacement",
        title=say.sentence(
            "replacement-title",
            first=say.occupation(keys[0]["ssyk"], names[0]),
            leaving=rows[0]["leaving"],
            employees=Shown(rows[0]["employees"], decimals=-1),
            **slots,
        ),
        svg=charts.bars(
            [
                charts.Bar(name, row["leaving"].length, say.value(row["leaving"]))
                for name, row in zip(names, rows, strict=True)
            ]
        ),
        alt=say.text(
            "replacement-alt",
            first=names[0],
            leaving=rows[0]["leaving"],
            last=names[-1],
            last_leaving=rows[-1]["leaving"],
            count=len(names),
            **slots,
        ),
        caption=say.text("replacement-caption", fewest=fewest, **slots),
        grid=grid(
            say,
            say.text("replacement-caption", fewest=fewest, **slots),
            (
                say.text("head-occupation"),
                say.text("head-leaving"),
                say.text("head-employees"),
                say.text("head-leaving-pct"),
                say.text("head-aged-60"),
            ),
            [
                (name, row["leaving"], row["employees"], row["leaving_pct"], row["aged_60_pct"])
                for name, row in zip(names, rows, strict=True)
            ],
        ),
        tables=(_EMPLOYEES, _AGES),
    )
    yield Claim(
        id="replacement-oldest",
        text=say.sentence(
            "replacement-oldest",
            occupation=say.occupation(keys[oldest]["ssyk"], names[oldest]),
            count=len(names),
            share=rows[oldest]["leaving_pct"],
        ),
        tables=(_EMPLOYEES, _AGES),
    )


def advertisements(desk: Desk) -> Iterator[Block]:
    """Advertisements per 100 employees, the highest, with riket beside."""
    result, say = desk.result("ads"), desk.language
    labels = af_labels()
    enough = result.frame[result.frame["employees"] >= _FEWEST_ADVERTISED]
    keys = _rows(result, enough.head(_ADVERTISED))
    rows = [result.row(**key) for key in keys]
    names = [labels[key["ssyk"]] for key in keys]
    slots = {"region": desk.region.name, "period": keys[0]["period"]}
    yield Figure(
        id="advertisements",
        title=say.sentence(
            "advertisements-title",
            occupations=listing(
                say, [say.occupation(key["ssyk"], labels[key["ssyk"]]) for key in keys[:2]]
            ),
            **slots,
        ),
        svg=charts.bars(
            [
                charts.Bar(name, row["per_100"].length, say.value(row["per_100"]))
                for name, row in zip(names, rows, strict=True)
            ],
            mark=[row["country_per_100"].length for row in rows],
            mark_label=say.text("riket"),
        ),
        alt=say.text(
            "advertisements-alt",
            first=names[0],
            ratio=rows[0]["per_100"],
            country=rows[0]["country_per_100"],
            count=len(names),
            **slots,
        ),
        caption=say.text("advertisements-caption", fewest=_FEWEST_ADVERTISED, **slots),
        grid=grid(
            say,
            say.text("advertisements-grid", **slots),
            (
                say.text("head-occupation"),
                say.text("head-per-100"),
                say.text("riket"),
                say.text("head-ads"),
                say.text("head-employees"),
            ),
            [
                (name, row["per_100"], row["country_per_100"], row["ads"], Shown(row["employees"]))
                for name, row in zip(names, rows, strict=True)
            ],
        ),
        tables=(_ADS, _EMPLOYEES),
    )


BLOCKS = {
    "barometer_counts": barometer_counts,
    "barometer_growing": barometer_growing,
    "barometer_differs": barometer_differs,
    "replacement": replacement,
    "advertisements": advertisements,
}
