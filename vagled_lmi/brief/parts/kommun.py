"""Kommunen: what there is for a kommun itself, and what its län stands in for."""

from __future__ import annotations

from collections.abc import Iterator

from vagled_lmi.brief.blocks import Block, Note
from vagled_lmi.brief.desk import Desk
from vagled_lmi.brief.language import listing
from vagled_lmi.indicators.protocol import NoFiguresError

_INDICATORS = (
    "employed",
    "unemployment",
    "occupations",
    "openings",
    "barometer",
    "ads",
    "vocational_places",
    "population",
    "vacancies",
    "attainment",
    "higher_starts",
)


def stands_in(desk: Desk) -> Iterator[Block]:
    """Which tables have nothing for the kommun, so that its län is shown instead."""
    say = desk.language
    missing: dict[str, tuple[str, ...]] = {}
    for indicator in _INDICATORS:
        try:
            result = desk.result(indicator)
        except NoFiguresError:
            continue
        if result.region != desk.region:
            missing[indicator] = result.indicator.tables
    if not missing or desk.region.parent is None:
        return
    subjects = [say.text(f"subject-{name.replace('_', '-')}") for name in missing]
    yield Note(
        id="stands-in",
        title=say.sentence("stands-in-title", region=desk.region.parent),
        text=say.sentence(
            "stands-in-text",
            region=desk.region,
            county=desk.region.parent,
            subjects=listing(say, subjects),
        ),
        tables=tuple(dict.fromkeys(table for tables in missing.values() for table in tables)),
    )


BLOCKS = {"stands_in": stands_in}
