"""A tape of bytes that decides how sound input is made unsound.

Hypothesis draws the bytes, many tapes at once, which is a hundred times as fast as a drawing for
each decision; a failing tape is still shrunk, since a tape that has run out says 0.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from hypothesis import strategies as st

T = TypeVar("T")
#: Bytes of one tape: what the deepest change of the largest answer takes.
LENGTH = 40


class Tape:
    """Decisions, one after another."""

    def __init__(self, data: bytes) -> None:
        self._data, self._at = data, 0

    def take(self, below: int) -> int:
        """A number from 0 up to, and not with, `below`; 0 when the tape has run out."""
        width = (max(below - 1, 1).bit_length() + 7) // 8
        return int.from_bytes(self.blob(width), "little") % max(below, 1)

    def one_of(self, choices: Sequence[T]) -> T:
        return choices[self.take(len(choices))]

    def blob(self, size: int) -> bytes:
        """As many bytes, or what is left."""
        data = self._data[self._at : self._at + size]
        self._at += size
        return data


def tapes(number: int) -> st.SearchStrategy[list[bytes]]:
    """So many tapes at once."""
    size = LENGTH * number
    return st.binary(min_size=size, max_size=size).map(lambda data: list(_cut(data)))


def _cut(data: bytes) -> Iterator[bytes]:
    for at in range(0, len(data), LENGTH):
        yield data[at : at + LENGTH]
