"""Pairs of dots with both values printed: women and men, born in Sweden and abroad."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from vagled_lmi.brief.charts.dots import LOOKS, on_one_line
from vagled_lmi.brief.charts.facts import Chart, Fact, fact, gaps, names, opening
from vagled_lmi.brief.charts.metrics import text_width, widest
from vagled_lmi.brief.charts.palette import FAINT_GREY, GREY, WIDTH
from vagled_lmi.brief.charts.rows import STUB, Entry, heads, key, stub
from vagled_lmi.brief.charts.scales import Scale
from vagled_lmi.brief.charts.scene import Dot, Item, Line, Scene, Text, baseline

_PAIR = (LOOKS[0], LOOKS[2])
_AIR = 7.0


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
        yield from gaps(
            (row.label, row.first_text if row.first is None else row.second_text)
            for row in self.rows
            if row.first is None or row.second is None
        )

    def _gap(self, message: str, row: Pair) -> Fact:
        return fact(
            message, name=names([row.label]), first=self.first, first_value=row.first_text,
            second=self.second, second_value=row.second_text,
        )  # fmt: skip


def _pair(row: Pair, middle: float, scale: Scale, size: float, left: float) -> Iterator[Item]:
    """Yield the dots of a pair with their values on the outer sides."""
    base = baseline(middle, size)
    yield from on_one_line((row.first, row.second), _PAIR, middle, scale)
    both = [(row.first, row.first_text), (row.second, row.second_text)]
    known = sorted((scale(value), text) for value, text in both if value is not None)
    lacking = [text for value, text in both if value is None]
    if not known:
        yield stub(left, middle, size)
        yield Text(lacking[0], left + STUB + 4, base, "start", size, plate=True)
    elif not lacking:
        (low, low_text), (high, high_text) = known
        yield Text(low_text, low - _AIR, base, "end", size, plate=True)
        yield Text(high_text, high + _AIR, base, "start", size, plate=True)
    else:
        ((x, text),) = known
        yield Text(text, x + _AIR, base, "start", size, plate=True)
        if x - _AIR - text_width(lacking[0], size) - 2 > left:
            yield Text(lacking[0], x - _AIR, base, "end", size, colour=GREY, plate=True)
        else:
            x += _AIR + text_width(text, size) + _AIR
            yield Text(lacking[0], x, base, "start", size, colour=GREY, plate=True)
