"""Small multiples: one small chart a kommun, all on one scale, with what they compare with."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vagled_lmi.brief.charts.facts import Chart, Fact, direction, extremes, fact, opening, trend
from vagled_lmi.brief.charts.lines import Series, latest
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
from vagled_lmi.brief.charts.rows import Entry, key, lying, swatch
from vagled_lmi.brief.charts.scales import Scale, tick_texts, ticks
from vagled_lmi.brief.charts.scene import (
    Area,
    Dot,
    Item,
    Line,
    Scene,
    Text,
    baseline,
    rectangle,
)
from vagled_lmi.brief.charts.timeline import Break, comparable, pieces

_GAP = 12.0
_BELOW = 9.0
_PLOT, _LOWEST = 46.0, 20.0
_COLUMNS = (3, 4, 5, 6)
#: Nought is written where it is at least such a part of the scale from both ends.
_ROOM_FOR_NOUGHT = 4


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where one panel draws: the middle of each period, the cuts of its lines, scale and grid."""

    left: float
    right: float
    xs: tuple[float, ...]
    cuts: tuple[float, ...]
    scale: Scale
    grid: tuple[float, ...]


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
    gap : str
        What is said of periods without a value; needed where a panel has such.
    stressed : str
        Name of the panel that is set in bold; empty for none.
    breaks : tuple of Break
        Where the lines are cut.
    noise : float
        A change smaller than this is called none.
    tag : str
        Language of the numbers beside the grid.
    levels : bool
        Whether the values are levels; changes do not rise or fall, they are said as they are.
    """

    periods: tuple[str, ...]
    panels: tuple[Series, ...]
    references: tuple[Series, ...]
    own: str
    subject: str = ""
    gap: str = ""
    stressed: str = ""
    breaks: tuple[Break, ...] = ()
    noise: float = 0.0
    tag: str = "sv-SE"
    levels: bool = True

    def scene(self) -> Scene:
        """Lay the chart out."""
        items, top = key(self._entries(), 0)
        marks = self._marks()
        texts = tick_texts(marks, self.tag)
        beside = widest(texts, SMALLEST, bold=False) + 5
        columns, titles, plot = self._grid(beside, TALLEST - top)
        width = (WIDTH - beside - _GAP * (columns - 1)) / columns
        head = max(map(len, titles)) * SMALL * LEADING + 3
        value_room = widest([latest(series)[1] for series in self.panels], SMALL) + 6
        pitch = head + plot + _BELOW
        for n, (series, lines) in enumerate(zip(self.panels, titles, strict=True)):
            row, column = divmod(n, columns)
            left, up = beside + column * (width + _GAP), top + row * pitch
            for i, line in enumerate(lines):
                y = up + head - 5 - (len(lines) - 1 - i) * SMALL * LEADING
                items.append(Text(line, left, y, size=SMALL, bold=series.name == self.stressed))
            scale = Scale(marks[0], marks[-1], up + head + plot, up + head)
            area = self._plot(left, left + width - value_room, scale, marks)
            items += self._panel(series, area)
            if not column:
                for mark, text in zip(marks, texts, strict=True):
                    y = baseline(scale(mark), SMALLEST)
                    items.append(Text(text, left - 4, y, "end", SMALLEST, colour=GREY))
            if n + columns >= len(self.panels):
                items += self._ends(area)
        bottom = top + math.ceil(len(self.panels) / columns) * pitch + SMALLEST
        return Scene(WIDTH, bottom, tuple(items))

    def facts(self) -> Iterator[Fact]:
        """Yield how many panels go up and down, the range of the last period, the references."""
        yield opening("multiples", self, count=len(self.panels))
        changes = []
        first = comparable(self.periods, self.breaks)
        for series in self.panels:
            known = [value for value in series.values[first:] if value is not None]
            if len(known) > 1 and self.levels:
                changes.append(direction(known[-1] - known[0], self.noise))
        if changes:
            yield fact(
                "ways-since",
                when=self.periods[first],
                up=changes.count("up"),
                down=changes.count("down"),
                same=changes.count("same"),
                total=len(changes),
            )
        if len(self.periods) > 1:
            yield fact("in-period", when=self.periods[-1])
        yield from extremes((s.name, s.values[-1], s.texts[-1]) for s in self.panels)
        for series in self.references:
            if not self.levels:
                yield fact("about", name=series.name, value=latest(series)[1])
                continue
            points = list(zip(self.periods, series.values, series.texts, strict=True))
            yield from trend(series.name, points[first:], self.noise)

    def _entries(self) -> list[Entry]:
        entries = [Entry(self.own, lying(BLUE, 2.0))]
        for series, (colour, shape, dash) in zip(self.references, SERIES[1:3], strict=False):
            sample = lying(colour, 1.5, dash) if len(self.periods) > 1 else Dot(0, 0, shape, colour)
            entries.append(Entry(series.name, sample))
        if any(value is None for series in self.panels for value in series.values):
            entries.append(Entry(self.gap, swatch(GAP_FILL, GREY, GAP_HATCH)))
        return entries

    def _marks(self) -> tuple[float, ...]:
        """Return round ends of the scale that all panels share, and nought if it lies between."""
        everything = (*self.panels, *self.references)
        known = [v for series in everything for v in series.values if v is not None]
        marks = ticks(min(known, default=0.0), max(known, default=1.0), 3)
        low, high = marks[0], marks[-1]
        apart = min(-low, high) >= (high - low) / _ROOM_FOR_NOUGHT
        return (low, 0.0, high) if apart else (low, high)

    def _grid(self, beside: float, room: float) -> tuple[int, list[list[str]], float]:
        """Return columns, titles broken over lines, and the height of a plot: what fits a page."""
        for columns in _COLUMNS:
            wide = (WIDTH - beside - _GAP * (columns - 1)) / columns
            titles = [wrapped(series.name, wide, SMALL, most=2) for series in self.panels]
            head = max(map(len, titles)) * SMALL * LEADING + 3
            rows = math.ceil(len(self.panels) / columns)
            plot = (room - SMALLEST) / rows - head - _BELOW
            if plot >= _PLOT:
                break
        return columns, titles, max(min(plot, _PLOT), _LOWEST)

    def _plot(self, left: float, right: float, scale: Scale, marks: Sequence[float]) -> _Plot:
        first, last = left + 3, right - 3
        count = len(self.periods)
        pitch = (last - first) / max(count - 1, 1)
        xs = tuple(first + pitch * n for n in range(count)) if count > 1 else ((first + last) / 2,)
        after = [self.periods.index(gap.before) for gap in self.breaks]
        cuts = tuple((xs[n - 1] + xs[n]) / 2 for n in after if n)
        return _Plot(left, right, xs, cuts, scale, tuple(map(scale, marks)))

    def _panel(self, series: Series, area: _Plot) -> Iterator[Item]:
        """Yield one panel: gaps, grid, references, its own line and its last value."""
        half = (area.xs[1] - area.xs[0]) / 2 if len(area.xs) > 1 else 8.0
        for x, value in zip(area.xs, series.values, strict=True):
            if value is None:
                ends = max(x - half, area.left), min(x + half, area.right)
                ring = rectangle(ends[0], area.scale.end, ends[1], area.scale.start)
                yield Area(ring, GAP_FILL, hatch=GAP_HATCH)
        for y in area.grid:
            yield Line(((area.left, y), (area.right, y)), FAINT_GREY, 0.8)
        for reference, look in zip(self.references, SERIES[1:3], strict=False):
            yield from _line(reference, area, look, 1.2)
        yield from _line(series, area, SERIES[0], 1.9)
        n, text = latest(series)
        if n == len(self.periods) - 1:
            y = baseline(area.scale(series.values[n] or 0.0), SMALL)
            y = min(max(y, area.scale.end + 5), area.scale.start + 2)
            yield Dot(area.xs[n], area.scale(series.values[n] or 0.0), "o", BLUE, 4.5)
            yield Text(text, area.right + 3, y, size=SMALL, bold=True)

    def _ends(self, area: _Plot) -> Iterator[Text]:
        """Yield the first and the last period below a panel; the last alone where both are long."""
        first, last = self.periods[0], self.periods[-1]
        y = area.scale.start + SMALLEST + 2
        room = text_width(first, SMALLEST) + text_width(last, SMALLEST) + 5
        if len(self.periods) > 1 and room <= area.right - area.left:
            yield Text(first, area.left, y, "start", SMALLEST, colour=GREY)
        yield Text(last, area.right, y, "end", SMALLEST, colour=GREY)


def _line(
    series: Series, area: _Plot, look: tuple[str, str, Sequence[float]], width: float
) -> Iterator[Item]:
    """Yield a line in its pieces; a piece of one period is a dot."""
    colour, shape, dash = look
    points = [
        (x, None if value is None else area.scale(value))
        for x, value in zip(area.xs, series.values, strict=True)
    ]
    for piece in pieces(points, area.cuts):
        if len(piece) > 1:
            yield Line(tuple(piece), colour, width, tuple(dash))
        else:
            yield Dot(*piece[0], shape, colour, 4.0)
