"""Ett yrke: what is expected of the number of employees, and how sure that is."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from vagled_lmi.brief import rules
from vagled_lmi.brief.blocks import Block
from vagled_lmi.brief.charts import Band, Break, Fan, said
from vagled_lmi.brief.desk import Desk
from vagled_lmi.brief.grids import Content, figure, grid
from vagled_lmi.brief.language import Language, Sentence, Slots
from vagled_lmi.brief.neighbours import Row
from vagled_lmi.brief.parts.occupation import the_occupation
from vagled_lmi.codes import Period, Region
from vagled_lmi.indicators.areas import counties_of
from vagled_lmi.outlook.verdicts import FEWEST_PRINTED

_EMPLOYEES = "scb:YREG60"
_YEARS = 5
_ENDS = ("lower_80", "upper_80", "lower_50", "upper_50")


def _ahead(desk: Desk, ssyk: str) -> dict[str, Row]:
    """The outlook of the occupation by year; an area's stands in that of each of its counties."""
    counties = counties_of(desk.region)
    result = desk.result("outlook", Region(counties[0]) if counties else None)
    frame = result.frame
    here = frame[(frame["region"] == desk.region.code) & (frame["ssyk"] == ssyk)]
    return {key["period"]: result.row(**key) for key in result.keys(here)}


def _bands(say: Language, rows: Mapping[str, Row]) -> tuple[Band, ...]:
    """The wide and the narrow interval."""
    last = list(rows.values())[-1]
    return tuple(
        Band(
            say.text(f"band-{share}"),
            tuple(row[f"lower_{share}"].amount for row in rows.values()),
            tuple(row[f"upper_{share}"].amount for row in rows.values()),
            said(say.value(last[f"lower_{share}"])),
            said(say.value(last[f"upper_{share}"])),
        )
        for share in (80, 50)
    )


def occupation_ahead(desk: Desk) -> Iterator[Block]:
    """Employees so far and five years on: the expected path, and the two intervals around it."""
    say, ssyk = desk.language, the_occupation(desk).code
    known = desk.result("occupation_years")
    years = known.keys_of("period", region=desk.region.code, ssyk=ssyk)
    history = {
        year: known.row(region=desk.region.code, period=year, ssyk=ssyk)["employees"]
        for year in years
    }
    rows = _ahead(desk, ssyk)
    slots: Slots = {
        "region": desk.region,
        "first": Period(years[0]),
        "period": Period(years[-1]),
        "target": Period(list(rows)[-1] if rows else str(int(years[-1]) + _YEARS)),
        "fewest": FEWEST_PRINTED,
    }
    name = "occupation-ahead"
    tables: tuple[str, ...] = (_EMPLOYEES,)
    if rows:
        last = list(rows.values())[-1]
        tables = last["expected"].indicator.tables
        slots |= {
            "verdict": last["verdict"],
            "held_80": last["held_80"],
            "held_50": last["held_50"],
            "is_known": rules.verdict("known", last["verdict"]),
        }
    else:
        name = "occupation-ahead-few"
        slots["employees"] = history[years[-1]]
    caption = say.sentence(f"{name}-caption", **slots)
    ahead = tuple(rows) or tuple(str(int(years[-1]) + n) for n in range(1, _YEARS + 1))
    newest = [history[year].length or 0.0 for year in years[-2:]]
    yield figure(
        say,
        "occupation-ahead",
        Fan(
            tuple(years),
            tuple(number.length for number in history.values()),
            tuple(said(say.value(number)) for number in history.values()),
            ahead,
            tuple(row["expected"].amount for row in rows.values()),
            said(say.value(last["expected"])) if rows else "",
            _bands(say, rows) if rows else (),
            history=say.text("path-so-far"),
            path=say.text("path-expected"),
            unknown="" if rows else say.text("path-unknown", fewest=FEWEST_PRINTED),
            subject=say.text("occupation-ahead-subject", **slots),
            breaks=tuple(
                Break(gap.period, say.text("break-mark", period=Period(gap.period)))
                for gap in desk.table(_EMPLOYEES).spec.breaks_between(years[0], years[-1])
                if gap.period in years
            ),
            # two counts apart by less than chance may move them
            noise=2 * math.sqrt(sum(newest)),
            tag=say.tag,
        ),
        title=say.sentence(f"{name}-title", **slots),
        caption=caption,
        table=grid(
            say,
            caption,
            _heads(say),
            [
                *_cells({year: (number,) for year, number in history.items()}),
                *_cells(
                    {
                        year: tuple(row[column] for column in ("expected", *_ENDS))
                        for year, row in rows.items()
                    }
                ),
            ],
        ),
        tables=tables,
    )


def _heads(say: Language) -> tuple[str | Sentence, ...]:
    ends = tuple(f"{end.replace('_', '-')}" for end in _ENDS)
    return ("year", say.sentence("head-employees-or-expected"), *ends)


def _cells(rows: Mapping[str, tuple[Content, ...]]) -> Iterator[tuple[Content, ...]]:
    """Yield rows of one length: a year that has been has no interval."""
    for year, cells in rows.items():
        yield (year, *cells, *["–"] * (1 + len(_ENDS) - len(cells)))


BLOCKS = {"occupation_ahead": occupation_ahead}
