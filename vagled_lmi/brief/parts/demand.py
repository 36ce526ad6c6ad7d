"""Utsikter per yrke: people about to retire, and job advertisements against employees."""

from __future__ import annotations

from collections.abc import Iterator

from vagled_lmi.brief.blocks import Block, Claim
from vagled_lmi.brief.desk import Desk
from vagled_lmi.brief.grids import Line, Ranking
from vagled_lmi.brief.language import Shown, listing
from vagled_lmi.codes import Period, af_labels
from vagled_lmi.outlook.verdicts import FEWEST_PRINTED

_EMPLOYEES, _AGES, _ADS = "scb:YREG60", "scb:YREG51", "af:annonser"
_RETIRING = 12
_ADVERTISED = 10
#: A ratio of advertisements on fewer employees is left out of the ranking.
_FEWEST_ADVERTISED = 500


def replacement(desk: Desk) -> Iterator[Block]:
    """The occupations that most people are expected to leave with age within five years."""
    result, say = desk.result("replacement"), desk.language
    keys = result.keys(result.frame.dropna(subset="leaving").head(_RETIRING))
    if not keys:
        return
    rows = [result.row(**key) for key in keys]
    oldest = max(range(len(rows)), key=lambda i: rows[i]["leaving_pct"].amount)
    yield Ranking(
        "replacement",
        tuple(
            Line(
                say.occupation_name(key["ssyk"]),
                row["leaving"],
                (row["employees"], row["leaving_pct"], row["aged_60_pct"]),
            )
            for key, row in zip(keys, rows, strict=True)
        ),
        ("occupation", "leaving", "employees", "leaving-pct", "aged-60"),
        (_EMPLOYEES, _AGES),
        {
            "region": result.region,
            "period": Period(keys[0]["period"]),
            "fewest": FEWEST_PRINTED,
            "occupation": say.occupation(keys[0]["ssyk"]),
            "employees": Shown(rows[0]["employees"], decimals=-1),
        },
    ).figure(say)
    yield Claim(
        id="replacement-oldest",
        text=say.sentence(
            "replacement-oldest",
            occupation=say.occupation(keys[oldest]["ssyk"]),
            share=rows[oldest]["leaving_pct"],
        ),
        tables=(_EMPLOYEES, _AGES),
    )


def advertisements(desk: Desk) -> Iterator[Block]:
    """Advertisements per 100 employees, the highest, with riket beside."""
    result, say = desk.result("ads"), desk.language
    labels = af_labels()
    enough = result.frame[result.frame["employees"] >= _FEWEST_ADVERTISED]
    keys = result.keys(enough.head(_ADVERTISED))
    if not keys:
        return
    rows = [result.row(**key) for key in keys]
    yield Ranking(
        "advertisements",
        tuple(
            Line(
                say.occupation_name(key["ssyk"], labels[key["ssyk"]]),
                row["per_100"],
                (row["country_per_100"], row["ads"], row["employees"]),
                mark=row["country_per_100"],
            )
            for key, row in zip(keys, rows, strict=True)
        ),
        ("occupation", "per-100", "riket", "ads", "employees"),
        (_ADS, _EMPLOYEES),
        {
            "region": result.region,
            "period": Period(keys[0]["period"]),
            "fewest": _FEWEST_ADVERTISED,
            "country": rows[0]["country_per_100"],
            "occupations": listing(
                say, [say.occupation(key["ssyk"], labels[key["ssyk"]]) for key in keys[:2]]
            ),
        },
        "riket",
    ).figure(say)


BLOCKS = {"replacement": replacement, "advertisements": advertisements}
