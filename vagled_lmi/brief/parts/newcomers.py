"""Ny i Sverige: the way to an occupation, step by step, and the words on it."""

from __future__ import annotations

from collections.abc import Iterator

from vagled_lmi.brief.blocks import Block, Claim, Note, Steps
from vagled_lmi.brief.desk import Desk
from vagled_lmi.brief.language import Slots
from vagled_lmi.brief.shares import shares

#: What is said of those who are new, by the id of the claim: Kolada's share, and where it is.
_SAID = {
    "newcomers-established": ("N00973", "kolada_newcomers", "kolada:nyanlanda"),
    "newcomers-sfi": ("N18409", "kolada_sfi", "kolada:sfi"),
}
_STEPS = ("guidance", "swedish", "recognition", "skills", "licence", "experience")


def newcomers(desk: Desk) -> Iterator[Block]:
    """Six steps, and a list of words."""
    say = desk.language
    yield Steps(
        id="newcomers",
        title=say.sentence("newcomers-title"),
        steps=tuple(say.sentence(f"newcomers-{step}") for step in _STEPS),
        tables=(),
    )
    yield Note(
        id="newcomers-words",
        title=say.sentence("newcomers-words-title"),
        text=say.sentence("newcomers-words"),
        tables=(),
    )


def newcomers_figures(desk: Desk) -> Iterator[Block]:
    """Who works or studies after the introduction programme, and who gets on in sfi."""
    say = desk.language
    found = shares(desk, {code: (name, table) for code, name, table in _SAID.values()})
    for claim, (code, _, table) in _SAID.items():
        share = found.by_code.get(code)
        if share is None:
            continue
        slots: Slots = {"region": found.region, "year": share.when, "country": share.country}
        ends = None if found.is_kommun else share.spread()
        if ends is not None:
            slots |= {"low": ends[0], "high": ends[1]}
            slots["is_known"] = "unknown" if share.country.missing else "known"
        elif found.is_kommun and share.known:
            slots |= {"share": share.own["total"], "is_against": share.against_country()}
        else:
            continue
        kind = "kommun" if found.is_kommun else "county"
        yield Claim(id=claim, text=say.sentence(f"{claim}-{kind}", **slots), tables=(table,))


BLOCKS = {"newcomers": newcomers}
IF_FETCHED = {"newcomers_figures": newcomers_figures}
