"""Columns from zero over time, the oldest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from vagled_lmi.brief.charts.bars import Bar
from vagled_lmi.brief.charts.facts import Chart, Fact, fact, gaps, names, opening, trend
from vagled_lmi.brief.charts.metrics import text_width, widest
from vagled_lmi.brief.charts.palette import (
    BLUE,
    GAP_FILL,
    GAP_HATCH,
    GREY,
    PALE_GREY,
    SIZE,
    SMALL,
    WIDTH,
)
from vagled_lmi.brief.charts.rows import Entry, key, swatch, text_height
from vagled_lmi.brief.charts.scales import Scale
from vagled_lmi.brief.charts.scene import Area, Item, Line, Scene, Text, rectangle
from vagled_lmi.brief.charts.spacing import thinned
from vagled_lmi.brief.charts.timeline import (
    Break,
    Frame,
    break_height,
    break_marks,
    comparable,
    period_texts,
)

_HEIGHT = 88.0
_FILLED = 0.62
_WIDEST = 86.0
_STUB = 14.0
#: Between two values beside one another.
_APART = 2.0


@dataclass(frozen=True, slots=True)
class Columns(Chart):
    """Columns from zero over time, each with its value at its end as far as there is room.

    Attributes
    ----------
    rows : tuple of Bar
        The oldest first; labels are periods.
    subject : str
        What the values are, with unit, place and period.
    noise : float
        A change smaller than this is called none.
    breaks : tuple of Break
        Where the series is cut: no trend is said across them.
    width : float
        Of the chart, in points: `WIDTH`, or `HALF` for one that stands beside another.
    """

    rows: tuple[Bar, ...]
    subject: str = ""
    noise: float = 0.0
    breaks: tuple[Break, ...] = ()
    width: float = WIDTH

    def scene(self) -> Scene:
        """Lay the chart out."""
        lacking = list(dict.fromkeys(row.text for row in self.rows if row.value is None))
        items, top = key(
            [Entry(text, swatch(GAP_FILL, GREY, GAP_HATCH)) for text in lacking], 0, self.width
        )
        values = [row.value for row in self.rows if row.value is not None]
        low, high = min([0.0, *values]), max([0.0, *values])
        line = text_height() + 3
        above = top + break_height(self.breaks) + line
        below = above + _HEIGHT
        scale = Scale(low, high if high > low else low + 1, below, above)
        zero = scale(0.0)
        bottom = below + (line if low < 0 else 0.0)
        pitch = min(self.width / len(self.rows), _WIDEST)
        middles = [pitch * (n + 0.5) for n in range(len(self.rows))]
        half = pitch * _FILLED / 2
        for row, x in zip(self.rows, middles, strict=True):
            end = zero - _STUB if row.value is None else scale(row.value)
            ring = rectangle(x - half, zero, x + half, end)
            if row.value is None:
                items.append(Area(ring, GAP_FILL, GREY, hatch=GAP_HATCH))
            elif row.value:
                items.append(Area(ring, BLUE) if row.stressed else Area(ring, PALE_GREY, GREY))
        items.append(Line(((0, zero), (pitch * len(self.rows), zero)), GREY, 0.8))
        area = Frame(
            {row.label: x for row, x in zip(self.rows, middles, strict=True)},
            scale, above, below, 0.0, self.width,
        )  # fmt: skip
        items += break_marks(self.breaks, area, top)
        items += self._values(middles, scale)
        items += period_texts([row.label for row in self.rows], middles, bottom + line)
        return Scene(self.width, bottom + line + 4, tuple(items))

    def facts(self) -> Iterator[Fact]:
        """Yield the trend and its extremes."""
        yield opening("columns", self)
        n = comparable([row.label for row in self.rows], self.breaks)
        yield from trend("", [(r.label, r.value, r.text) for r in self.rows[n:]], self.noise)
        if self.breaks:
            yield fact("breaks", breaks=names([gap.before for gap in self.breaks]))
        yield from gaps((r.label, r.text) for r in self.rows if r.value is None)

    def _values(self, middles: list[float], scale: Scale) -> Iterator[Item]:
        """Yield the values; where not all have room, the last, the first and the extremes."""
        known = [n for n, row in enumerate(self.rows) if row.value is not None]
        if not known:
            return
        pitch = min(self.width / len(self.rows), _WIDEST)
        size = SIZE if widest([row.text for row in self.rows]) + _APART <= pitch else SMALL
        texts = {}
        for n in known:
            row = self.rows[n]
            value = row.value or 0.0
            y = scale(value) + (SIZE if value < 0 else -4)
            width = text_width(row.text, size)
            x = min(max(middles[n], width / 2), self.width - width / 2)
            texts[n] = Text(row.text, x, y, "middle", size, plate=bool(self.breaks))
        by_size = sorted(known, key=lambda n: self.rows[n].value or 0.0)
        order = list(dict.fromkeys((known[-1], known[0], by_size[-1], by_size[0], *known)))
        areas = {n: texts[n].box for n in known}
        position = {n: i for i, n in enumerate(known)}
        kept = thinned([areas[n] for n in known], [position[n] for n in order], _APART)
        for n in known:
            if position[n] in kept and not self._behind(n, texts[n], middles, scale):
                yield texts[n]

    def _behind(self, n: int, text: Text, middles: list[float], scale: Scale) -> bool:
        """Whether a value that is wider than its column would run over a neighbour."""
        half = (middles[0]) * _FILLED
        for other, x in enumerate(middles):
            value = self.rows[other].value
            if other == n or x + half <= text.box.left or x - half >= text.box.right:
                continue
            end = scale(0.0) - _STUB if value is None else scale(value)
            if min(end, scale(0.0)) < text.box.bottom and max(end, scale(0.0)) > text.box.top:
                return True
        return False
