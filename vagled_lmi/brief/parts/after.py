"""Efter utbildningen: work and study after upper-secondary school and higher education."""

from __future__ import annotations

from collections.abc import Iterator

from vagled_lmi.brief import rules
from vagled_lmi.brief.blocks import Block, TableBlock
from vagled_lmi.brief.desk import Desk
from vagled_lmi.brief.grids import grid
from vagled_lmi.brief.language import Slots
from vagled_lmi.brief.rules import Verdict
from vagled_lmi.brief.shares import shares
from vagled_lmi.codes import Period, Region
from vagled_lmi.indicators.protocol import NoFiguresError, Number
from vagled_lmi.sources.uka import ALL

_GYMNASIUM = ("kolada_after", "kolada:efter_gymnasium")
_EITHER = "N18601"
_HIGHER = "uka:etablering"
#: Degrees at each end of the table.
_ENDS = 4
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


def after_higher(desk: Desk) -> Iterator[Block]:
    """Who has got a foothold after higher education, by degree: riket, never a university."""
    say, result = desk.language, desk.result("higher_established", Region("00"))
    rows = {key["category"]: result.row(**key) for key in result.keys(result.frame)}
    every = rows.pop(ALL, None)
    if every is None or every["total"].missing:
        raise NoFiguresError("UKÄ ger ingen andel för alla examina.")
    known = [name for name, row in rows.items() if not row["total"].missing]
    known.sort(key=lambda name: (-rows[name]["total"].amount, name))
    listed = known if len(known) <= 2 * _ENDS else [*known[:_ENDS], *known[-_ENDS:]]
    slots: Slots = {
        "share": every["total"],
        "women": every["women"],
        "men": every["men"],
        "period": Period(every["total"].key["period"]),
        "is_sexes": _sexes(every),
        "is_listed": "all" if listed == known else "ends",
    }
    yield TableBlock(
        id="after-higher",
        title=say.sentence("after-higher-title", **slots),
        grid=grid(
            say,
            say.sentence("after-higher-caption", **slots),
            ("degree", "all", "women-n", "men-n"),
            [
                (say.name(name), *(rows[name][sex] for sex in ("total", "women", "men")))
                for name in listed
            ],
        ),
        tables=(_HIGHER,),
    )


def _sexes(every: dict[str, Number]) -> Verdict | str:
    """How the share of women stands to that of men; ``unknown`` where that cannot be said."""
    numbers = (every["women"], every["men"], every["swing_pp"])
    if any(number.missing for number in numbers):
        return "unknown"
    return rules.verdict("swing", *numbers, noise=rules.WHOLE_PP)


IF_FETCHED = {"after_gymnasium": after_gymnasium, "after_higher": after_higher}
