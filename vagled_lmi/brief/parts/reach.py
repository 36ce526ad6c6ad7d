"""Där du kan pendla: what is expected in FA regions, and in the counties around."""

from __future__ import annotations

from collections.abc import Iterator

from vagled_lmi import labour_markets
from vagled_lmi.brief import rules
from vagled_lmi.brief.blocks import Block, TableBlock
from vagled_lmi.brief.desk import Desk
from vagled_lmi.brief.grids import Content, grid
from vagled_lmi.brief.language import Segment, Shown, Slots
from vagled_lmi.codes import Period, Region
from vagled_lmi.indicators.protocol import NoFiguresError, Number, Result
from vagled_lmi.outlook.employees import ALL_OCCUPATIONS

_MEASURES = ("expected-pct", "lower-pct", "upper-pct", "says", "counties-missing")
_CHANGES = ("expected_pct", "lower_80_pct", "upper_80_pct")
_TEXTS = {"says", "counties-missing"}
_COMMUTING = "pendling"


def within_reach(desk: Desk) -> Iterator[Block]:
    """What is expected in a kommun's FA region, and in its county with those around."""
    code = labour_markets.around(desk.region.code)
    if not code:
        raise NoFiguresError(f"{desk.region.name} är ingen kommun.")
    market, around = desk.result("outlook_labour_market"), desk.result("outlook_reach")
    say, county = desk.language, around.region
    near, far = _row(market, code), _row(around, county.code)
    known = far if near["expected_pct"].missing else near
    name = Segment(say.text("reach-around", region=county))
    slots: Slots = {
        "region": desk.region,
        "county": county,
        "market": Region(code),
        "covered": near["covered_pct"],
        "place": name if known is far else Region(code),
        "period": _last_known(desk),
        "target": _target(far),
        "is_ahead": rules.verdict("ahead", known["verdict"]),
        "is_basis": _basis(near),
    }
    yield TableBlock(
        id="within-reach",
        title=say.sentence("within-reach-title", **slots),
        grid=grid(
            say,
            say.sentence("within-reach-caption", **slots),
            ("region", *_MEASURES),
            [(Region(code), *_cells(near)), (name, *_cells(far))],
            texts=_words(1),
        ),
        tables=tuple(dict.fromkeys((*market.indicator.tables, *around.indicator.tables))),
    )


def fa_regions(desk: Desk) -> Iterator[Block]:
    """The FA regions of an area: how many work there, and what is expected."""
    result, say = desk.result("outlook_labour_market"), desk.language
    rows = {code: _row(result, code) for code in result.keys_of("region")}
    first = next(iter(rows.values()))
    slots: Slots = {
        "region": result.region,
        "count": len(rows),
        "period": _last_known(desk),
        "target": _target(first),
        "is_known": rules.verdict("known", *(row["verdict"] for row in rows.values())),
        "is_basis": _basis(first),
    }
    yield TableBlock(
        id="fa-regions",
        title=say.sentence("fa-regions-title", **slots),
        grid=grid(
            say,
            say.sentence("fa-regions-caption", **slots),
            ("fa-region", "employees-estimated", *_MEASURES),
            [(Region(code).short, row["now"], *_cells(row)) for code, row in rows.items()],
            texts=_words(2),
        ),
        tables=result.indicator.tables,
    )


def _row(result: Result, code: str) -> dict[str, Number]:
    """Return the measures of all occupations of a region together, farthest ahead."""
    periods = result.keys_of("period", region=code, ssyk=ALL_OCCUPATIONS)
    return result.row(region=code, period=max(periods), ssyk=ALL_OCCUPATIONS)


def _cells(row: dict[str, Number]) -> tuple[Content, ...]:
    changes = (Shown(row[name], "signed") for name in _CHANGES)
    return (*changes, row["verdict"], row["missing"])


def _words(before: int) -> list[int]:
    """Return which columns hold words, with so many before the measures."""
    return [before + at for at, name in enumerate(_MEASURES) if name in _TEXTS]


def _target(row: dict[str, Number]) -> Period:
    return Period(row["expected_pct"].key["period"])


def _last_known(desk: Desk) -> Period:
    return Period(str(desk.table("scb:YREG60").frame["period"].max()))


def _basis(row: dict[str, Number]) -> str:
    return "commuting" if row["basis"].value == _COMMUTING else "shares"


BLOCKS = {"within_reach": within_reach, "fa_regions": fa_regions}
