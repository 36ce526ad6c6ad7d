"""Unga utanför: who neither works nor studies, who is eligible, who completes upper-secondary."""

from __future__ import annotations

from collections.abc import Iterator

from vagled_lmi.brief.blocks import Block, Claim, TableBlock
from vagled_lmi.brief.desk import Desk
from vagled_lmi.brief.shares import Shares, shares

_OUTSIDE = ("kolada_outside", "kolada:utanfor")
_ELIGIBLE = ("kolada_eligibility", "kolada:behorighet")
_GYMNASIUM = ("kolada_gymnasium", "kolada:gymnasium")
_NEITHER, _RESPONSIBLE, _HELPED, _COMPLETED = "N02797", "N18741", "N18746", "N17461"
#: What is told, from the top down; the county's table leaves out what only kommuner have.
_SHOWN = {
    _NEITHER: _OUTSIDE,
    _RESPONSIBLE: _OUTSIDE,
    _HELPED: _OUTSIDE,
    "N15428": _ELIGIBLE,
    "N17803": _GYMNASIUM,
    "N17801": _GYMNASIUM,
    _COMPLETED: _GYMNASIUM,
}


def young_outside(desk: Desk) -> Iterator[Block]:
    """Young people outside, eligible and through upper-secondary school: the region and riket."""
    say, found = desk.language, shares(desk, _SHOWN)
    slots, head = found.slots(), found.by_code.get(_NEITHER)
    name = "young-outside-unknown-title"
    if head is not None and head.known:
        name = "young-outside-title"
        slots |= {"share": head.own["total"], "year": head.when}
        slots["is_against"] = head.against_country()
    yield TableBlock(
        id="young-outside",
        title=say.sentence(name, **slots),
        grid=found.grid(desk, "young-outside-caption"),
        tables=found.tables,
    )
    yield from _responsibility(desk, found)
    yield from _completion(desk, found)


def _responsibility(desk: Desk, found: Shares) -> Iterator[Block]:
    """The kommun's responsibility for those under 20 who are not in upper-secondary school."""
    share, helped = (found.by_code.get(code) for code in (_RESPONSIBLE, _HELPED))
    if share is None or helped is None:
        return
    if found.is_kommun:
        kind = "kommun"
        numbers = {"share": share.own["total"], "helped": helped.own["total"]}
        if not (share.known and helped.known):
            return
    else:
        kind = "county"
        these, those = share.spread(), helped.spread()
        if these is None or those is None:
            return
        numbers = dict(zip(("low", "high", "least", "most"), (*these, *those), strict=True))
    yield Claim(
        id="young-responsibility",
        text=desk.language.sentence(
            f"young-responsibility-{kind}", region=found.region, year=share.when, **numbers
        ),
        tables=(share.table,),
    )


def _completion(desk: Desk, found: Shares) -> Iterator[Block]:
    """Who has a diploma four years after they began, against riket; women and men."""
    share = found.by_code.get(_COMPLETED)
    if share is None or not share.known:
        return
    yield Claim(
        id="young-completion",
        text=desk.language.sentence(
            "young-completion",
            region=found.region,
            year=share.when,
            share=share.own["total"],
            country=share.country,
            women=share.own["women"],
            men=share.own["men"],
            is_by_sex="yes" if share.by_sex else "no",
            is_against=share.against_country(),
        ),
        tables=(share.table,),
    )


IF_FETCHED = {"young_outside": young_outside}
