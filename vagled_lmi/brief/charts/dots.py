"""Rows of dots: two or three groups on one line, by shape, and pairs with both values printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vagled_lmi.brief.charts.facts import Chart, Fact, extremes, fact, gaps, names, opening
from vagled_lmi.brief.charts.metrics import text_width, widest
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

_LOOKS = ((VERMILION, "o"), (GREY, "s"), (BLUE, "D"))
_PAIR = ((VERMILION, "o"), (BLUE, "D"))
_AXIS = 17.0
_AIR = 7.0
_DOT = 6.5
_STUB = 16.0


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
        if len(self.names) > len(_LOOKS):
            raise ValueError(f"{len(self.names)} series; three can be told apart")
        entries = [
            Entry(name, Dot(0, 0, shape, colour))
            for (colour, shape), name in zip(_LOOKS, self.names, strict=False)
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
            items += _dots(row.values, _LOOKS, middle, scale)
            if all(value is None for value in row.values):
                items.append(_stub(column.left, middle, column.height))
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


@dataclass(frozen=True, slots=True)
class Pair:
    """Two groups' values in one row.

    Attributes
    ----------
    label : str
        Row head.
    first, second : float or None
        Values of the two groups.
    first_text, second_text : str
        The values as the reader sees them; for None, why there is none.
    difference : str
        The difference as the reader sees it; empty where it is not said.
    """

    label: str
    first: float | None
    second: float | None
    first_text: str
    second_text: str
    difference: str = ""


@dataclass(frozen=True, slots=True)
class Dumbbell(Chart):
    """Two groups beside one another: women and men, born in Sweden and abroad.

    Attributes
    ----------
    rows : tuple of Pair
        From the top down.
    first, second : str
        Names of the groups.
    subject : str
        What the values are, with unit, place and period.
    difference : str
        Head of the column of differences; empty draws none.
    """

    rows: tuple[Pair, ...]
    first: str
    second: str
    subject: str = ""
    difference: str = ""

    def scene(self) -> Scene:
        """Lay the chart out."""
        entries = [
            Entry(name, Dot(0, 0, shape, colour))
            for (colour, shape), name in zip(_PAIR, (self.first, self.second), strict=True)
        ]
        column_head = widest([self.difference]) + 14 if self.difference else 0.0
        _, top = key(entries, 0, WIDTH - column_head)
        column = heads([row.label for row in self.rows], top, 2.0, share=0.38)
        items, _ = key(entries, column.left, WIDTH - column_head)
        size = column.size
        texts = [text for row in self.rows for text in (row.first_text, row.second_text)]
        room = widest(texts, size) + _AIR + 3
        right = WIDTH
        if self.difference:
            right -= max(widest([row.difference for row in self.rows], size) + 14, column_head)
            items.append(Text(self.difference, WIDTH, baseline(6.5), "end", bold=True))
        values = [v for row in self.rows for v in (row.first, row.second) if v is not None]
        low, high = min(values, default=0.0), max(values, default=1.0)
        scale = Scale(low, high if high > low else low + 1, column.left + room, right - room)
        items += column.texts()
        for row, middle in zip(self.rows, column.middles, strict=True):
            items.append(Line(((column.left, middle), (right, middle)), FAINT_GREY, 0.8))
            items += _pair(row, middle, scale, size, column.left)
            if self.difference:
                items.append(Text(row.difference, WIDTH, baseline(middle, size), "end", size))
        return Scene(WIDTH, column.bottom + 2, tuple(items))

    def facts(self) -> Iterator[Fact]:
        """Yield in how many rows the first group is higher, and the widest and narrowest gap."""
        yield opening("dumbbell", self, first=self.first, second=self.second)
        both = [
            (row.first - row.second, row)
            for row in self.rows
            if row.first is not None and row.second is not None
        ]
        if both:
            ahead = sum(gap > 0 for gap, _ in both)
            yield fact("ahead", first=self.first, count=ahead, total=len(both))
            widest_gap = max(both, key=lambda pair: abs(pair[0]))[1]
            narrowest = min(both, key=lambda pair: abs(pair[0]))[1]
            yield self._gap("widest", widest_gap)
            if len(both) > 1:
                yield self._gap("narrowest", narrowest)
        lacking = [row.label for row in self.rows if row.first is None or row.second is None]
        yield from gaps(lacking, len(self.rows))

    def _gap(self, message: str, row: Pair) -> Fact:
        return fact(
            message, name=names([row.label]), first=self.first, first_value=row.first_text,
            second=self.second, second_value=row.second_text,
        )  # fmt: skip


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
    scale = Scale(marks[0], top, column.left + _DOT, right)
    items: list[Item] = []
    for mark, text in zip(marks, tick_texts(marks, tag), strict=True):
        x = scale(mark)
        items.append(Line(((x, column.top), (x, column.bottom)), FAINT_GREY, 0.8))
        items.append(Text(text, x, column.bottom + 12, "middle", column.size, colour=GREY))
    return scale, items


def _dots(
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
        near = [i for i, (other, _, _) in enumerate(placed) if abs(other - x) < _DOT * 0.8]
        aside = (near.index(n) - (len(near) - 1) / 2) * _DOT * 0.8
        yield Dot(x, middle + aside, shape, colour, _DOT)


def _stub(left: float, middle: float, height: float) -> Area:
    """Return the hatched stub that stands where there is no value."""
    ring = rectangle(left, middle - height / 2, left + _STUB, middle + height / 2)
    return Area(ring, GAP_FILL, GREY, hatch=GAP_HATCH)


def _pair(row: Pair, middle: float, scale: Scale, size: float, left: float) -> Iterator[Item]:
    """Yield the dots of a pair with their values on the outer sides."""
    base = baseline(middle, size)
    yield from _dots((row.first, row.second), _PAIR, middle, scale)
    if row.first is None and row.second is None:
        yield _stub(left, middle, size)
        yield Text(row.first_text, left + _STUB + 4, base, "start", size, plate=True)
        return
    if row.first is None or row.second is None:
        known = row.first if row.first is not None else row.second
        assert known is not None  # noqa: S101 - one of the two is there
        shown, absent = (
            (row.second_text, row.first_text)
            if row.first is None
            else (row.first_text, row.second_text)
        )
        x = scale(known)
        before = x - _AIR - text_width(absent, size) - 2 > left
        yield Text(shown, x + _AIR, base, "start", size, plate=True)
        if before:
            yield Text(absent, x - _AIR, base, "end", size, colour=GREY, plate=True)
        else:
            after = x + _AIR + text_width(shown, size) + _AIR
            yield Text(absent, after, base, "start", size, colour=GREY, plate=True)
        return
    first = row.first <= row.second
    texts = (row.first_text, row.second_text) if first else (row.second_text, row.first_text)
    low, high = sorted((scale(row.first), scale(row.second)))
    yield Text(texts[0], low - _AIR, base, "end", size, plate=True)
    yield Text(texts[1], high + _AIR, base, "start", size, plate=True)
