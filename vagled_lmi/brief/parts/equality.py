"""Kvinnor och män: how the region's work is shared."""

from __future__ import annotations

from collections.abc import Iterator

from vagled_lmi.brief import rules
from vagled_lmi.brief.blocks import Block, Claim
from vagled_lmi.brief.desk import Desk
from vagled_lmi.brief.parts.summary import latest

_OCCUPATIONS = "scb:YREG60"


def women_and_men(desk: Desk) -> Iterator[Block]:
    """How many work where women and men are about as many."""
    when = latest(desk, "workforce")
    row = desk.result("workforce").row(region=desk.region.code, period=when.code)
    yield Claim(
        id="women-and-men",
        text=desk.language.sentence(
            "women-and-men",
            region=desk.region,
            period=when,
            balanced=row["balanced_pct"],
            is_half=rules.verdict("half", row["balanced_pct"]),
        ),
        tables=(_OCCUPATIONS,),
    )


BLOCKS = {"women_and_men": women_and_men}
