"""Small multiples: one small chart a kommun, all on one scale, with what they compare with."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from vagled_lmi.brief.charts.facts import Chart, Fact, direction, extremes, fact, opening, trend
from vagled_lmi.brief.charts.lines import Series
from vagled_lmi.brief.charts.metrics import text_width, widest, wrapped
from vagled_lmi.brief.charts.palette import (
    BLUE,
    FAINT_GREY,
    GAP_FILL,
    GAP_HATCH,
    GREY,
    LEADING,
    SERIES,
    SMALL,
    SMALLEST,
    TALLEST,
    WIDTH,
)
from vagled_lmi.brief.charts.rows import Entry, key, lying
from vagled_lmi.brief.charts.scales import Scale, tick_texts, ticks
from vagled_lmi.brief.charts.scene import Area, Dot, Item, Line, Scene, Text, rectangle
from vagled_lmi.brief.charts.timeline import Break, pieces

_GAP = 10.0
_PLOT = 38.0
_LOWEST = 20.0
_COLUMNS = (3, 4, 5, 6, 7)


@dataclass(frozen=True, slots=True)
class Multiples(Chart):
    """One small line chart a panel on a scale that all share.

    Attributes
    ----------
    periods : tuple of str
        The oldest first; a single one draws dots.
    panels : tuple of Series
        One each, in the order they are read; about 50 at most.
    references : tuple of Series
        The same dashed lines in every panel: the län, riket; two at most.
    own : str
        What the unbroken line is, for the key.
    subject : str
        What the values are, with unit and place.
    stressed : str
        Name of the panel that is set in bold; empty for none.
    breaks : tuple of Break
        Where the lines are cut.
    noise : float
        A change smaller than this is called none.
    tag : str
        Language of the numbers beside the grid.
    """

    periods: tuple[str, ...]
    panels: tuple[Series, ...]
    references: tuple[Series, ...]
    own: str
    subject: str = ""
    stressed: str = ""
    breaks: tuple[Break, ...] = ()
    noise: float = 0.0
    tag: str = "sv-SE"

    def scene(self) -> Scene:
        """Lay the chart out."""
        entries = [Entry(self.own, lying(BLUE, 2.0))]
        looks = SERIES[1:3]
        for series, (colour, _, dash) in zip(self.references, looks, strict=False):
            entries.append(Entry(series.name, lying(colour, 1.5, dash)))
        items, top = key(entries, 0)
        everything = (*self.panels, *self.references)
        known = [v for series in everything for v in series.values if v is not None] or [0.0, 1.0]
        marks = ticks(min(known), max(known), 2)
        beside = widest(tick_texts(marks, self.tag), SMALLEST) + 5
        columns, titles, plot = self._grid(beside, WIDTH, TALLEST - top)
        width = (WIDTH - beside - _GAP * (columns - 1)) / columns
        title = max(len(lines) for lines in titles) * SMALL * LEADING + 3
        pitch = title + plot + 9
        rows = math.ceil(len(self.panels) / columns)
        for n, (series, lines) in enumerate(zip(self.panels, titles, strict=True)):
            row, column = divmod(n, columns)
            left = beside + column * (width + _GAP)
            up = top + row * pitch
            bold = series.name == self.stressed
            for i, line in enumerate(lines):
                y = up + title - 5 - (len(lines) - 1 - i) * SMALL * LEADING
                items.append(Text(line, left, y, size=SMALL, bold=bold))
            scale = Scale(marks[0], marks[-1], up + title + plot, up + title)
            last = n + columns >= len(self.panels)
            items += self._panel(series, left, left + width, scale, marks, column == 0, last)
        bottom = top + rows * pitch + SMALLEST * LEADING
        return Scene(WIDTH, bottom, tuple(items))

    def facts(self) -> Iterator[Fact]:
        """Yield how many panels go up and down, and the range of the last period."""
        yield opening("multiples", self, count=len(self.panels))
        changes = []
        for series in self.panels:
            known = [value for value in series.values if value is not None]
            if len(known) > 1:
                changes.append(direction(known[-1] - known[0], self.noise))
        if changes:
            yield fact(
                "ways", up=changes.count("up"), down=changes.count("down"),
                same=changes.count("same"), total=len(changes),
            )  # fmt: skip
        if len(self.periods) > 1:
            yield fact("in-period", when=self.periods[-1])
        yield from extremes((s.name, s.values[-1], s.texts[-1]) for s in self.panels)
        for series in self.references:
            yield from trend(
                series.name, list(zip(self.periods, series.values, series.texts, strict=True)),
                self.noise,
            )  # fmt: skip

    def _grid(self, beside: float, width: float, room: float) -> tuple[int, list[list[str]], float]:
        """Return columns, titles broken over lines, and the height of a plot: what fits a page."""
        for columns in _COLUMNS:
            wide = (width - beside - _GAP * (columns - 1)) / columns
            titles = [wrapped(series.name, wide, SMALL, most=2) for series in self.panels]
            title = max(map(len, titles)) * SMALL * LEADING + 3
            rows = math.ceil(len(self.panels) / columns)
            plot = (room - SMALLEST * LEADING) / rows - title - 9
            if plot >= _PLOT or columns == _COLUMNS[-1]:
                break
        return columns, titles, max(min(plot, _PLOT), _LOWEST)

    def _panel(
        self, series: Series, left: float, right: float, scale: Scale, marks: tuple[float, ...],
        first: bool, last: bool,
    ) -> Iterator[Item]:  # fmt: skip
        """Yield one panel: grid, references, own line, its last value; axes at the outer edges."""
        n, text = _latest(series)
        value_room = max(text_width(t, SMALL, bold=True) for t in self._last_texts()) + 6
        ends = left + 2, right - value_room
        pitch = (ends[1] - ends[0]) / max(len(self.periods) - 1, 1)
        single = len(self.periods) == 1
        xs = [
            (ends[0] + ends[1]) / 2 if single else ends[0] + pitch * i
            for i in range(len(self.periods))
        ]
        ids = list(self.periods)
        cuts = [(xs[i - 1] + xs[i]) / 2 for b in self.breaks if (i := ids.index(b.before)) > 0]
        if n < 0:
            ring = rectangle(left, scale.end, right - value_room, scale.start)
            yield Area(ring, GAP_FILL, GREY, hatch=GAP_HATCH)
        for mark in (marks[0], marks[-1]):
            yield Line(((left, scale(mark)), (right - value_room, scale(mark))), FAINT_GREY, 0.8)
        if first:
            for mark, said in zip(
                (marks[0], marks[-1]), tick_texts((marks[0], marks[-1]), self.tag), strict=True
            ):
                yield Text(said, left - 4, scale(mark) + 2.5, "end", SMALLEST, colour=GREY)
        for reference, (colour, shape, dash) in zip(self.references, SERIES[1:], strict=False):
            yield from self._line(
                reference, xs, cuts, scale, colour, 1.2, dash, shape if single else ""
            )
        yield from self._line(series, xs, cuts, scale, BLUE, 1.9, (), "o")
        if n >= 0:
            value = series.values[n] or 0.0
            y = min(max(scale(value) + 0.33 * SMALL, scale.end + 5), scale.start + 2)
            x = max(xs[n], right - value_room)
            yield Text(text, x + 5, y, size=SMALL, bold=True)
        else:
            lines = wrapped(series.texts[-1], right - left - value_room - 4, SMALLEST, most=2)
            middle = (scale.start + scale.end) / 2
            for i, line in enumerate(lines):
                yield Text(
                    line, (left + right - value_room) / 2,
                    middle + 2.5 + (i - (len(lines) - 1) / 2) * SMALLEST * LEADING,
                    "middle", SMALLEST, plate=True,
                )  # fmt: skip
        if last:
            yield from self._ends(xs, left, scale.start + SMALLEST + 3)

    def _ends(self, xs: list[float], left: float, y: float) -> Iterator[Text]:
        """Yield the first and the last period below a panel; the last alone where both are long."""
        first, last = self.periods[0], self.periods[-1]
        room = text_width(first, SMALLEST) + text_width(last, SMALLEST) + 4
        if len(self.periods) > 1 and room <= xs[-1] - left:
            yield Text(first, left, y, "start", SMALLEST, colour=GREY)
        width = text_width(last, SMALLEST)
        yield Text(last, max(xs[-1], left + width), y, "end", SMALLEST, colour=GREY)

    def _line(
        self, series: Series, xs: list[float], cuts: list[float], scale: Scale, colour: str,
        width: float, dash: tuple[float, ...], shape: str,
    ) -> Iterator[Item]:  # fmt: skip
        points = [
            (x, None if value is None else scale(value))
            for x, value in zip(xs, series.values, strict=True)
        ]
        found = pieces(points, cuts)
        for piece in found:
            if len(piece) > 1:
                yield Line(tuple(piece), colour, width, dash)
            elif shape or len(points) > 1:
                yield Dot(*piece[0], shape or "o", colour, 4.0)
        if shape and found and len(found[-1]) > 1:
            yield Dot(*found[-1][-1], shape, colour, 4.5)

    def _last_texts(self) -> list[str]:
        return [_latest(series)[1] for series in self.panels]


def _latest(series: Series) -> tuple[int, str]:
    for n in range(len(series.values) - 1, -1, -1):
        if series.values[n] is not None:
            return n, series.texts[n]
    return -1, ""
