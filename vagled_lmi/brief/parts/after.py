"""Efter utbildningen: work and study after upper-secondary school and higher education."""

from __future__ import annotations

from collections.abc import Iterator

from vagled_lmi.brief.blocks import Block, TableBlock
from vagled_lmi.brief.desk import Desk
from vagled_lmi.brief.shares import shares

_GYMNASIUM = ("kolada_after", "kolada:efter_gymnasium")
_EITHER = "N18601"
_SHOWN = (_EITHER, "N18603", "N18606", "N18604", "N18607", "N18608", "N18611")


def after_gymnasium(desk: Desk) -> Iterator[Block]:
    """What those do who left upper-secondary school two years ago, by kind of programme."""
    say, found = desk.language, shares(desk, dict.fromkeys(_SHOWN, _GYMNASIUM))
    slots, head = found.slots(), found.by_code.get(_EITHER)
    name = "after-gymnasium-unknown-title"
    if head is not None:
        slots["year"] = head.when
        ends = None if found.is_kommun else head.spread()
        if ends is not None:
            name = "after-gymnasium-county-title"
            slots |= {"low": ends[0], "high": ends[1]}
        elif found.is_kommun and head.known:
            name = "after-gymnasium-kommun-title"
            slots |= {"share": head.own["total"], "is_against": head.against_country()}
    yield TableBlock(
        id="after-gymnasium",
        title=say.sentence(name, **slots),
        grid=found.grid(desk, "after-gymnasium-caption"),
        tables=found.tables,
    )


IF_FETCHED = {"after_gymnasium": after_gymnasium}
