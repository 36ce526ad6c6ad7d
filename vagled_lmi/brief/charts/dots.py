"""Rows of dots: two or three groups on one line, told apart by shape."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vagled_lmi.brief.charts.facts import Chart, Fact, extremes, fact, names, opening
from vagled_lmi.brief.charts.metrics import widest
from vagled_lmi.brief.charts.palette import (
    BLUE,
    FAINT_GREY,
    GAP_FILL,
    GAP_HATCH,
    GREY,
    VERMILION,
    WIDTH,
)
from vagled_lmi.brief.charts.rows import Entry, Heads, heads, key
from vagled_lmi.brief.charts.scales import Scale, tick_texts, ticks
from vagled_lmi.brief.charts.scene import Area, Dot, Item, Line, Scene, Text, baseline, rectangle

#: Colour and shape of each group.
LOOKS = ((VERMILION, "o"), (GREY, "s"), (BLUE, "D"))
_AXIS = 17.0
_AIR = 7.0
DOT_SIZE = 6.5


@dataclass(frozen=True, slots=True)
class Dots:
    """One row of a dot chart: a label, one dot a series (None draws none), and a value in words."""

    label: str
    values: tuple[float | None, ...]
    text: str


@dataclass(frozen=True, slots=True)
class DotRows(Chart):
    """One line of dots a row, a shape and a colour a series, the row's text at its end.

    Attributes
    ----------
    rows : tuple of Dots
        From the top down.
    names : tuple of str
        Names of the series; three at most.
    subject : str
        What the values are, with unit, place and period.
    shown : int
        The series whose value stands in words at the end of the row.
    low, high : float, optional
        Ends of the axis; those of the values unless given.
    tag : str
        Language of the axis, ``sv-SE``.
    """

    rows: tuple[Dots, ...]
    names: tuple[str, ...]
    subject: str = ""
    shown: int = 1
    low: float | None = None
    high: float | None = None
    tag: str = "sv-SE"

    def scene(self) -> Scene:
        """Lay the chart out."""
        if len(self.names) > len(LOOKS):
            raise ValueError(f"{len(self.names)} series; three can be told apart")
        entries = [
            Entry(name, Dot(0, 0, shape, colour))
            for (colour, shape), name in zip(LOOKS, self.names, strict=False)
        ]
        _, top = key(entries, 0)
        column = heads([row.label for row in self.rows], top, _AXIS)
        items, _ = key(entries, column.left)
        values = [v for row in self.rows for v in row.values if v is not None]
        right = WIDTH - widest([row.text for row in self.rows], column.size) - 2 * _AIR
        scale, axis = _axis(values, self.low, self.high, column, right, self.tag)
        items += axis
        items += column.texts()
        for row, middle in zip(self.rows, column.middles, strict=True):
            items += on_one_line(row.values, LOOKS, middle, scale)
            if all(value is None for value in row.values):
                # over the whole row: what is not printed may lie at either end
                ring = rectangle(column.left + DOT_SIZE, middle - 3, right, middle + 3)
                items.append(Area(ring, GAP_FILL, GREY, hatch=GAP_HATCH))
            items.append(
                Text(row.text, right + 2 * _AIR, baseline(middle, column.size), size=column.size)
            )
        return Scene(WIDTH, column.bottom + _AXIS, tuple(items))

    def facts(self) -> Iterator[Fact]:
        """Yield the range of the series in words, and where the groups lie furthest apart."""
        yield opening("dots", self, count=len(self.rows), series=names(self.names))
        yield from extremes((row.label, row.values[self.shown], row.text) for row in self.rows)
        wide = [
            (max(there) - min(there), row.label)
            for row in self.rows
            if len(there := [v for v in row.values if v is not None]) > 1
        ]
        if wide and max(wide)[0] > 0:
            most = max(width for width, _ in wide)
            yield fact("furthest", names=names([label for width, label in wide if width == most]))


def _axis(
    values: Sequence[float],
    low: float | None,
    high: float | None,
    column: Heads,
    right: float,
    tag: str,
) -> tuple[Scale, list[Item]]:
    """Return a scale with round ends, its grid lines and its numbers below the rows."""
    marks = ticks(
        min(values, default=0.0) if low is None else low,
        max(values, default=1.0) if high is None else high,
    )
    if high is not None:
        marks = tuple(mark for mark in marks if mark <= high)
    top = max(marks) if high is None else high
    scale = Scale(marks[0], top, column.left + DOT_SIZE, right)
    items: list[Item] = []
    for mark, text in zip(marks, tick_texts(marks, tag), strict=True):
        x = scale(mark)
        items.append(Line(((x, column.top), (x, column.bottom)), FAINT_GREY, 0.8))
        items.append(Text(text, x, column.bottom + 12, "middle", column.size, colour=GREY))
    return scale, items


def on_one_line(
    values: Sequence[float | None],
    looks: Sequence[tuple[str, str]],
    middle: float,
    scale: Scale,
) -> Iterator[Item]:
    """Yield the dots of a row on the line between them; those that would hide others step aside."""
    placed = [
        (scale(value), colour, shape)
        for value, (colour, shape) in zip(values, looks, strict=False)
        if value is not None
    ]
    if not placed:
        return
    ends = [x for x, _, _ in placed]
    yield Line(((min(ends), middle), (max(ends), middle)), GREY, 1.4)
    for n, (x, colour, shape) in enumerate(placed):
        near = [i for i, (other, _, _) in enumerate(placed) if abs(other - x) < DOT_SIZE * 0.8]
        aside = (near.index(n) - (len(near) - 1) / 2) * DOT_SIZE * 0.8
        yield Dot(x, middle + aside, shape, colour, DOT_SIZE)
