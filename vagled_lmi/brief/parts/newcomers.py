"""Ny i Sverige: the way to an occupation, step by step, and the words on it."""

from __future__ import annotations

from collections.abc import Iterator

from vagled_lmi.brief.blocks import Block, Note, Steps
from vagled_lmi.brief.desk import Desk

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


BLOCKS = {"newcomers": newcomers}
