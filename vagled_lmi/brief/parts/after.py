"""Efter utbildningen: work and study after upper-secondary school and higher education."""

from __future__ import annotations

from collections.abc import Iterator

from vagled_lmi.brief import rules
from vagled_lmi.brief.blocks import Block, Claim, TableBlock
from vagled_lmi.brief.desk import Desk
from vagled_lmi.brief.grids import grid
from vagled_lmi.brief.language import Sentence, Slots
from vagled_lmi.brief.rules import Verdict
from vagled_lmi.brief.shares import Shares, shares
from vagled_lmi.codes import Period, Region
from vagled_lmi.indicators.protocol import NoFiguresError, Number
from vagled_lmi.sources.uka import ALL

_GYMNASIUM = ("kolada_after", "kolada:efter_gymnasium")
_EITHER = "N18601"
#: Work after a vocational programme, and higher education after a preparatory one.
_BY_KIND = ("N18603", "N18607")
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
    title = say.sentence(name, **slots)
    if not found.is_kommun:  # a county's brief is long: the shares that matter most, in words
        if head is not None and "low" in slots:
            yield _in_words(desk, found, title)
        return
    yield TableBlock(
        id="after-gymnasium",
        title=title,
        grid=found.grid(desk, "after-gymnasium-caption"),
        tables=found.tables,
    )


def _in_words(desk: Desk, found: Shares, title: Sentence) -> Claim:
    """The spread among a county's kommuner, of all and of the two kinds of programme."""
    ends = [share.spread() if share else None for share in map(found.by_code.get, _BY_KIND)]
    slots: Slots = {"title": title, "is_by_kind": "no" if None in ends else "yes"}
    for place, spread in zip(("work", "study"), ends, strict=True):
        if spread is not None:
            slots |= {f"{place}_low": spread[0], f"{place}_high": spread[1]}
    empty = dict.fromkeys(("work_low", "work_high", "study_low", "study_high"), "")
    return Claim(
        id="after-gymnasium",
        text=desk.language.sentence("after-gymnasium-claim", **{**empty, **slots}),
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
        "is_sexes": _apart(
            (every["women"], every["men"], every["swing_pp"], every["swing_pp"]), parts=2.0
        ),
        "is_listed": "all" if listed == known else "ends",
    }
    title = say.sentence("after-higher-title", **slots)
    if desk.region.level != "municipality" and len(known) > 1:
        first, last = rows[known[0]], rows[known[-1]]
        slots |= {
            "title": title,
            "first": say.name(known[0]),
            "first_value": first["total"],
            "last": say.name(known[-1]),
            "last_value": last["total"],
            "is_spread": _apart(
                (first["total"], last["total"], first["swing_pp"], last["swing_pp"])
            ),
        }
        text = say.sentence("after-higher-claim", **slots)
        yield Claim(id="after-higher", text=text, tables=(_HIGHER,))
        return
    yield TableBlock(
        id="after-higher",
        title=title,
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


def _apart(numbers: tuple[Number, ...], parts: float = 1.0) -> Verdict | str:
    """How a share stands to another by the usual changes; ``unknown`` where one is missing."""
    if any(number.missing for number in numbers):
        return "unknown"
    return rules.verdict("swing", *numbers, noise=rules.WHOLE_PP, parts=parts)


IF_FETCHED = {"after_gymnasium": after_gymnasium, "after_higher": after_higher}
