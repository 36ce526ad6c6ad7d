"""Utsikter per yrke: Yrkesbarometern, and where the region is judged otherwise than riket."""

from __future__ import annotations

from collections.abc import Iterator

from vagled_lmi.brief.blocks import Block, Figure, Note, TableBlock
from vagled_lmi.brief.charts import Part, Stacked, said
from vagled_lmi.brief.desk import Desk
from vagled_lmi.brief.grids import figure, grid
from vagled_lmi.brief.language import Language, Slots, alphabetical
from vagled_lmi.codes import Period, Region
from vagled_lmi.indicators.barometer import (
    CLASSES,
    better_than_country,
    grows,
    worse_than_country,
)
from vagled_lmi.indicators.protocol import Number

_BAROMETER = "af:yrkesbarometern"


def barometer_counts(desk: Desk) -> Iterator[Block]:
    """How many occupations have large, medium and small chances of work, here and beside."""
    result, say = desk.result("barometer_counts"), desk.language
    regions = [Region(code) for code in result.keys_of("region")]
    period = result.keys_of("period")[0]
    count = {
        (region, kind): result.number(
            "occupations", region=region.code, period=period, chances=kind
        )
        for region in regions
        for kind in CLASSES
    }
    slots: Slots = {
        "region": result.region,
        "period": Period(period),
        "country": count[Region("00"), "stora"],
    }
    if result.region in regions:
        name = "barometer-counts"
        words = zip(("large", "medium", "small"), CLASSES, strict=True)
        slots |= {word: count[result.region, kind] for word, kind in words}
    else:
        name = "barometer-counts-area"
        parts = [region for region in regions if region.level == "county"]
        order = sorted(parts, key=lambda region: count[region, "stora"].amount)
        slots |= {"low": count[order[0], "stora"], "high": count[order[-1], "stora"]}
        slots |= {"lowest": order[0], "highest": order[-1], "count": len(parts)}
    yield _stacked(say, name, regions, count, slots)


def _stacked(
    say: Language,
    name: str,
    regions: list[Region],
    count: dict[tuple[Region, str], Number],
    slots: Slots,
) -> Figure:
    kinds = [say.sentence(f"chances-{position}") for position in range(len(CLASSES))]
    caption = say.sentence("barometer-counts-caption", **slots)
    return figure(
        say,
        name,
        Stacked(
            tuple(say.label(region) for region in regions),
            tuple(
                Part(
                    str(kind),
                    tuple(count[region, code].amount for region in regions),
                    tuple(said(say.value(count[region, code])) for region in regions),
                )
                for kind, code in zip(kinds, CLASSES, strict=True)
            ),
            say.text("barometer-counts-subject", **slots),
        ),
        title=say.sentence(f"{name}-title", **slots),
        caption=caption,
        table=grid(
            say,
            caption,
            ["region", *kinds],
            [[region, *(count[region, code] for code in CLASSES)] for region in regions],
        ),
        tables=(_BAROMETER,),
    )


def barometer_growing(desk: Desk) -> Iterator[Block]:
    """The occupations with large chances now where demand is judged to grow."""
    result, say = desk.result("barometer"), desk.language
    named = result.frame[result.frame["reservation"].isna()]
    rows = [result.row(**key) for key in result.keys(named[grows(named)])]
    if not rows:
        return
    counts = _compared(desk)
    known_level = any(row["level"].value for row in rows)
    heads = ["occupation", "field", "latest-situation", "latest-demand"]
    if known_level:
        heads.append("level")
    slots: Slots = {
        "region": result.region,
        "period": Period(counts["growing"].key["period"]),
        "latest": Period(str(rows[0]["latest_round"].value)),
        "count": counts["growing"],
    }
    yield TableBlock(
        id="barometer-growing",
        title=say.sentence("barometer-growing-title", **slots),
        grid=grid(
            say,
            say.sentence("barometer-growing-caption", **slots),
            heads,
            [
                [
                    say.judged(row["chances"].key["occupation"]),
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
        title=say.sentence("barometer-words-title"),
        text=say.sentence("barometer-words"),
        tables=(_BAROMETER,),
    )
    yield Note(
        id="barometer-level",
        title=say.sentence("barometer-level-title"),
        text=say.sentence(
            "barometer-level",
            region=result.region,
            period=slots["period"],
            is_known="yes" if known_level else "no",
        ),
        tables=(_BAROMETER,),
    )


def _compared(desk: Desk) -> dict[str, Number]:
    result = desk.result("barometer_compared")
    return result.row(region=result.region.code, period=result.keys_of("period")[0])


def barometer_differs(desk: Desk) -> Iterator[Block]:
    """The occupations where the judgement for the region differs from that for riket."""
    result, say = desk.result("barometer"), desk.language
    frame = result.frame[result.frame["reservation"].isna()]
    frame = frame.dropna(subset=["chances", "country_chances"])
    frame = frame.sort_values("occupation", key=lambda names: names.map(alphabetical))
    better, worse = better_than_country(frame), worse_than_country(frame)
    keys = [*result.keys(frame[better]), *result.keys(frame[worse])]
    rows = [result.row(**key) for key in keys]
    if not rows:
        return
    counts = _compared(desk)
    slots: Slots = {
        "region": result.region,
        "period": Period(counts["better"].key["period"]),
        "better": counts["better"],
        "worse": counts["worse"],
        "compared": counts["compared"],
    }
    yield TableBlock(
        id="barometer-differs",
        title=say.sentence("barometer-differs-title", **slots),
        grid=grid(
            say,
            say.sentence("barometer-differs-caption", **slots),
            [
                "occupation",
                say.sentence("head-chances-region", region=result.region),
                "chances-country",
                say.sentence("head-demand-region", region=result.region),
            ],
            [
                (
                    say.judged(row["chances"].key["occupation"]),
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


BLOCKS = {
    "barometer_counts": barometer_counts,
    "barometer_growing": barometer_growing,
    "barometer_differs": barometer_differs,
}
