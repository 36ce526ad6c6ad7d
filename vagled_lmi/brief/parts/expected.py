"""Utsikter per yrke: our own outlook with its intervals, openings, and where outlooks disagree."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from vagled_lmi.brief import rules
from vagled_lmi.brief.blocks import Block, Note, TableBlock
from vagled_lmi.brief.desk import Desk
from vagled_lmi.brief.grids import grid
from vagled_lmi.brief.language import Shown, Slots
from vagled_lmi.codes import Period
from vagled_lmi.indicators.protocol import Number, Result
from vagled_lmi.outlook.verdicts import FEWEST_PRINTED, SELDOM_HELD_PCT

_EMPLOYEES = "scb:YREG60"
_LISTED = 8
_DISPUTED = 5
#: How far apart two sides are when one says more or less and the other neither.
_APART = 1.0
#: Part of judgements of much or little that chance would have right, in per cent.
_CHANCE_PCT = 50.0
_OCCUPATION_DIGITS = 4
_AHEAD = "5"


def _occupations(result: Result) -> pd.DataFrame:
    """Return the rows of single occupations in the region itself, farthest ahead.

    None where no occupation is large enough for an outlook.
    """
    frame = result.frame
    here = frame[frame["region"] == result.region.code]
    here = here[here["ssyk"].str.len() == _OCCUPATION_DIGITS]
    rows: pd.DataFrame = here[here["period"] == here["period"].max()].head(_LISTED)
    return rows


def _rows(result: Result) -> list[dict[str, Number]]:
    return [result.row(**key) for key in result.keys(_occupations(result))]


def own_outlook(desk: Desk) -> Iterator[Block]:
    """The largest occupations in five years: intervals, and how often such have held.

    Or that no occupation is large enough, which is then said of openings too.
    """
    result, say = desk.result("outlook"), desk.language
    rows = _rows(result)
    if not rows:
        yield Note(
            id="own-outlook-none",
            title=say.sentence("own-outlook-none-title"),
            text=say.sentence("own-outlook-none", region=result.region, fewest=FEWEST_PRINTED),
            tables=(_EMPLOYEES,),
        )
        return
    accuracy = desk.result("outlook_accuracy")
    first = rows[0]
    score = accuracy.row(
        region="00",
        period=accuracy.keys_of("period")[0],
        kind="county-4",
        size=str(first["size"].value),
        years=_AHEAD,
    )
    slots: Slots = {
        "region": result.region,
        "count": len(rows),
        "period": Period(score["method"].key["period"]),
        "target": Period(first["now"].key["period"]),
        "held_80": first["held_80"],
        "held_50": first["held_50"],
        "is_known": rules.verdict("known", *(row["verdict"] for row in rows)),
    }
    yield TableBlock(
        id="own-outlook",
        title=say.sentence("own-outlook-title", **slots),
        grid=grid(
            say,
            say.sentence("own-outlook-caption", **slots),
            ("occupation", "employees", "expected", "lower-80", "upper-80", "lower-50",
             "upper-50", "says"),
            [
                (
                    say.occupation_name(row["now"].key["ssyk"]),
                    row["now"], row["expected"], row["lower_80"], row["upper_80"],
                    row["lower_50"], row["upper_50"], row["verdict"],
                )
                for row in rows
            ],
            texts=(7,),
        ),
        tables=result.indicator.tables,
    )  # fmt: skip
    yield Note(
        id="own-outlook-how",
        title=say.sentence("own-outlook-how-title"),
        text=say.sentence(
            "own-outlook-how",
            fewest=FEWEST_PRINTED,
            seldom=int(SELDOM_HELD_PCT),
            relative=score["relative"],
            published=score["relative_published"],
            is_method=rules.verdict("method", score["method"]),
        ),
        tables=result.indicator.tables,
    )


def openings(desk: Desk) -> Iterator[Block]:
    """The occupations with the most openings in five years: who leave, and growth."""
    result, say = desk.result("openings"), desk.language
    rows = _rows(result)
    if not rows:
        return
    first = rows[0]
    ssyk = first["now"].key["ssyk"]
    slots: Slots = {
        "region": result.region,
        "target": Period(first["now"].key["period"]),
        "fewest": FEWEST_PRINTED,
        "occupation": say.occupation(ssyk),
        "openings": first["openings"],
        "lower": first["openings_lower"],
        "upper": first["openings_upper"],
    }
    yield TableBlock(
        id="openings",
        title=say.sentence("openings-title", **slots),
        grid=grid(
            say,
            say.sentence("openings-caption", **slots),
            ("occupation", "employees", "leaving-by-age", "growth", "openings", "openings-lower",
             "openings-upper"),
            [
                (
                    say.occupation_name(row["now"].key["ssyk"]),
                    row["now"], row["leaving"], Shown(row["growth"], "signed"), row["openings"],
                    row["openings_lower"], row["openings_upper"],
                )
                for row in rows
            ],
        ),
        tables=result.indicator.tables,
    )  # fmt: skip


def disagreement(desk: Desk) -> Iterator[Block]:
    """The larger occupations that outlooks and advertisements differ most on, and the reason."""
    result, say = desk.result("disagreement"), desk.language
    frame = result.frame
    large = frame[frame["own"].notna() & (frame["employees"] >= FEWEST_PRINTED)]
    keys = result.keys(large[large["disagreement"] >= _APART].head(_DISPUTED))
    if not keys:
        return
    rows = [result.row(**key) for key in keys]
    slots: Slots = {
        "region": result.region,
        "target": Period(keys[0]["period"]),
        "first": say.judged(keys[0]["occupation"]),
        "fewest": FEWEST_PRINTED,
    }
    yield TableBlock(
        id="disagreement",
        title=say.sentence("disagreement-title", **slots),
        grid=grid(
            say,
            say.sentence("disagreement-caption", **slots),
            ("occupation", "own", "barometer-later", "barometer-now", "ads-per-100",
             "reason"),
            [
                (
                    say.judged(key["occupation"]),
                    row["own"], row["demand"], row["chances"], row["ads_per_100"],
                    row["reason"],
                )
                for key, row in zip(keys, rows, strict=True)
            ],
            texts=(1, 2, 3, 5),
        ),
        tables=result.indicator.tables,
    )  # fmt: skip


def hindsight(desk: Desk) -> Iterator[Block]:
    """How right published outlooks have been, all regions together, each with its uncertainty."""
    result, say = desk.result("hindsight"), desk.language
    keys = result.keys(result.frame[result.frame["region"] == "00"])
    rows = [result.row(**key) for key in keys]
    lower = [row["direction_lower"] for row in rows]
    slots: Slots = {
        "count": len(rows),
        "is_chance": rules.verdict("chance", *lower, chance=_CHANCE_PCT),
    }
    yield TableBlock(
        id="hindsight",
        title=say.sentence("hindsight-title", **slots),
        grid=grid(
            say,
            say.sentence("hindsight-caption", **slots),
            ("old-outlook", "cases", "direction", "direction-lower", "direction-upper"),
            [
                (
                    say.name(str(row["name"].value)),
                    row["cases"], row["direction"], row["direction_lower"],
                    row["direction_upper"],
                )
                for row in rows
            ],
        ),
        tables=result.indicator.tables,
    )  # fmt: skip


BLOCKS = {
    "own_outlook": own_outlook,
    "openings": openings,
    "disagreement": disagreement,
    "hindsight": hindsight,
}
