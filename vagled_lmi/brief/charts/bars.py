"""Horizontal bars from zero, and stacked bars: how large each of some named things is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vagled_lmi.brief.charts.facts import Chart, Fact, extremes, fact, names, opening
from vagled_lmi.brief.charts.metrics import text_width
from vagled_lmi.brief.charts.palette import (
    BLUE,
    GREY,
    PALE_GREY,
    VERMILION,
    WIDTH,
)
from vagled_lmi.brief.charts.rows import HEADS_SHARE, STUB, Entry, heads, key, standing, stub
from vagled_lmi.brief.charts.scales import fitted
from vagled_lmi.brief.charts.scene import (
    Area,
    Item,
    Line,
    Scene,
    Text,
    baseline,
    rectangle,
)

_AIR = 5.0
#: How much of half a page the heads may take: a county's name stands on one line.
_HALF_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of a chart: its label, its value, and the value as text.

    Attributes
    ----------
    label : str
        Row head.
    value : float or None
        Length; negative ones go to the left. None is drawn as a hatched stub.
    text : str
        The value as the reader sees it; for None, why there is none.
    stressed : bool
        Drawn in blue; the others in grey.
    """

    label: str
    value: float | None
    text: str
    stressed: bool = True


@dataclass(frozen=True, slots=True)
class Bars(Chart):
    """Horizontal bars from zero.

    Attributes
    ----------
    rows : tuple of Bar
        From the top down; one at least, about 45 at most.
    subject : str
        What the values are, with unit, place and period.
    mark : tuple of float or None
        A value to compare each row with, drawn as a stroke; empty where there is none.
    mark_label : str
        What the strokes are.
    width : float
        Of the chart, in points: `WIDTH`, or `HALF` for one that stands beside another.
    """

    rows: tuple[Bar, ...]
    subject: str = ""
    mark: tuple[float | None, ...] = ()
    mark_label: str = ""
    width: float = WIDTH

    def scene(self) -> Scene:
        """Lay the chart out."""
        marks = self.mark or (None,) * len(self.rows)
        some_marks = [m for m in marks if m is not None]
        entries = [Entry(self.mark_label, standing(VERMILION, 2.0))] if some_marks else []
        column = heads(
            [row.label for row in self.rows],
            key(entries, 0, self.width)[1],
            share=HEADS_SHARE if self.width == WIDTH else _HALF_SHARE,
            width=self.width,
        )
        items, _ = key(entries, column.left, self.width)
        size = column.size
        ends = [
            (row.value or 0.0, text_width(row.text, size) + _AIR + 2 + STUB * (row.value is None))
            for row in self.rows
        ]
        # a stroke pushes the text before it outwards
        ends += [
            (stroke, text)
            for stroke, (value, text) in zip(marks, ends, strict=True)
            if stroke is not None and value * stroke >= 0
        ]
        scale = fitted(ends, column.left, self.width, some_marks)
        zero, half = scale(0.0), column.height / 2
        rest = any(not row.stressed for row in self.rows)
        items += column.texts([row.stressed and rest for row in self.rows])
        for row, stroke, middle in zip(self.rows, marks, column.middles, strict=True):
            end = zero + STUB if row.value is None else scale(row.value)
            items += _bar(row, zero, end, middle, half)
            if stroke is not None:
                at = scale(stroke)
                reach = column.height * 0.7
                items.append(Line(((at, middle - reach), (at, middle + reach)), VERMILION, 2.0))
                width = text_width(row.text, size, bold=True) + _AIR + 3
                forward = row.value is None or row.value >= 0
                if (forward and end - 1 <= at <= end + width) or (
                    not forward and end - width <= at <= end + 1
                ):
                    end = at
            items.append(_value(row, end, middle, size))
        items.append(Line(((zero, column.top), (zero, column.bottom)), GREY, 0.8))
        return Scene(self.width, column.bottom + 2, tuple(items))

    def facts(self) -> Iterator[Fact]:
        """Yield what it shows: range, the row it is about, and how many pass the mark."""
        yield opening("bars", self, count=len(self.rows))
        yield from extremes((row.label, row.value, row.text) for row in self.rows)
        stressed = [row for row in self.rows if row.stressed and row.value is not None]
        known = [row.value for row in self.rows if row.value is not None]
        # at either end of the range it has been named already
        if len(stressed) == 1 and min(known) < (stressed[0].value or 0.0) < max(known):
            yield fact("about", name=names([stressed[0].label]), value=stressed[0].text)
        both = [
            (row.value, stroke)
            for row, stroke in zip(self.rows, self.mark or (None,) * len(self.rows), strict=True)
            if row.value is not None and stroke is not None
        ]
        if both:
            above = sum(value > stroke for value, stroke in both)
            yield fact("above-mark", mark=self.mark_label, count=above, total=len(both))


def _bar(row: Bar, zero: float, end: float, middle: float, half: float) -> Sequence[Item]:
    if row.value is None:
        return [stub(zero, middle, 2 * half)]
    ring = rectangle(zero, middle - half, end, middle + half)
    if row.value == 0:
        return []
    return [Area(ring, BLUE) if row.stressed else Area(ring, PALE_GREY, GREY)]


def _value(row: Bar, end: float, middle: float, size: float) -> Text:
    if row.value is not None and row.value < 0:
        return Text(row.text, end - _AIR, baseline(middle, size), "end", size)
    return Text(row.text, end + _AIR, baseline(middle, size), "start", size)
