"""Utsikter: how many will work here, and how many will be unemployed, in half a year and a year."""

from __future__ import annotations

from collections.abc import Iterator

from vagled_lmi.brief import rules
from vagled_lmi.brief.blocks import Block, Claim
from vagled_lmi.brief.desk import Desk
from vagled_lmi.brief.language import Shown, Slots
from vagled_lmi.codes import Period

#: Months after the newest one.
_NEAR, _FAR = 6, 12
#: People are shown in hundreds: an interval is thousands wide.
_HUNDREDS = -2


def employed_ahead(desk: Desk) -> Iterator[Block]:
    """How many are expected to work here, with intervals and how often such have held."""
    yield from _ahead(desk, "employed", decimals=_HUNDREDS)


def unemployment_ahead(desk: Desk) -> Iterator[Block]:
    """The unemployment rate that is expected, with intervals and how often such have held."""
    yield from _ahead(desk, "unemployment", decimals=None)


def _ahead(desk: Desk, subject: str, decimals: int | None) -> Iterator[Block]:
    result, say = desk.result(f"outlook_{subject}"), desk.language
    months = result.keys_of("period", region=result.region.code)
    near, far = months[_NEAR - 1], months[_FAR - 1]
    if rules.is_past(near, desk.built):
        return  # page one says how old the figures are
    slots: Slots = {"region": result.region, "near": Period(near), "far": Period(far)}
    for name, month in (("near", near), ("far", far)):
        row = result.row(region=result.region.code, period=month)
        says = rules.verdict("ahead", row["verdict"])
        slots |= {
            f"{name}_expected": Shown(row["expected"], decimals=decimals),
            f"{name}_lower": Shown(row["lower_80"], decimals=decimals),
            f"{name}_upper": Shown(row["upper_80"], decimals=decimals),
            f"{name}_held": row["held_80"],
            f"{name}_says": say.sentence(f"{subject}-ahead-says", is_ahead=says),
        }
    yield Claim(
        id=f"{subject}-ahead",
        text=say.sentence(f"{subject}-ahead", **slots),
        tables=result.indicator.tables,
    )


BLOCKS = {"employed_ahead": employed_ahead, "unemployment_ahead": unemployment_ahead}
