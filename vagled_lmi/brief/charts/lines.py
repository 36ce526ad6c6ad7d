"""Lines over time, named where they end and cut where the method changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vagled_lmi.brief.charts.facts import Chart, Fact, fact, gaps, names, opening, trend
from vagled_lmi.brief.charts.metrics import text_width
from vagled_lmi.brief.charts.palette import FAINT_GREY, GAP_FILL, GAP_HATCH, GREY, SERIES, WIDTH
from vagled_lmi.brief.charts.rows import Entry, key, swatch, text_height
from vagled_lmi.brief.charts.scene import Area, Box, Dot, Item, Line, Scene, Text, rectangle
from vagled_lmi.brief.charts.spacing import crossed
from vagled_lmi.brief.charts.timeline import (
    Break,
    EndLabel,
    Frame,
    break_height,
    break_marks,
    comparable,
    end_labels,
    end_room,
    frame,
    pieces,
)

_HEIGHT, _AIR = 150.0, 14.0
_END_LINE = 13.0
_MOST_DOTTED = 16


@dataclass(frozen=True, slots=True)
class Series:
    """One line.

    Attributes
    ----------
    name : str
        Said where the line ends.
    values : tuple of float or None
        One a period.
    texts : tuple of str
        The values as the reader sees them.
    """

    name: str
    values: tuple[float | None, ...]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lines(Chart):
    """Lines over time.

    Attributes
    ----------
    periods : tuple of str
        The oldest first.
    series : tuple of Series
        The first is the one the chart is about, the second what it is compared with; six at most.
    subject : str
        What the values are, with unit, place and period.
    breaks : tuple of Break
        Where the lines are cut.
    gap : str
        What is said of periods for which the first series has no value; needed where it has such.
    noise : float
        A change smaller than this is called none.
    tag : str
        Language of the numbers beside the grid.
    """

    periods: tuple[str, ...]
    series: tuple[Series, ...]
    subject: str = ""
    breaks: tuple[Break, ...] = ()
    gap: str = ""
    noise: float = 0.0
    tag: str = "sv-SE"

    def scene(self) -> Scene:
        """Lay the chart out."""
        if len(self.series) > len(SERIES):
            raise ValueError(f"{len(self.series)} lines; six can be told apart")
        lacking = [n for n, value in enumerate(self.series[0].values) if value is None]
        entries = [Entry(self.gap, swatch(GAP_FILL, GREY, GAP_HATCH))] if lacking else []
        items, over = key(entries, 0)
        top = over + break_height(self.breaks) + _AIR
        bottom = top + max(_HEIGHT, 2 * _END_LINE * len(self.series))
        ends = [f"{series.name} {latest(series)[1]}" for series in self.series if latest(series)[1]]
        right = WIDTH - end_room(ends)
        known = [v for series in self.series for v in series.values if v is not None]
        area, grid = frame(self.periods, known, top, bottom, right, self.tag)
        hatched = list(self._gaps(lacking, area))
        items += hatched
        items += grid
        items += break_marks(self.breaks, area, over)
        labels = []
        drawn: list[Item] = []
        for series, (colour, shape, dash) in reversed(list(zip(self.series, SERIES, strict=False))):
            first = series is self.series[0]
            drawn += self._line(series, area, colour, shape, dash, thick=first)
            n, text = latest(series)
            if text:
                value, said = series.values[n] or 0.0, f"{series.name} {text}"
                labels.append(
                    EndLabel(area.xs[self.periods[n]], area.scale(value), said, bold=first)
                )
        items += drawn
        items += end_labels(labels, right, top - 5, bottom + 5)
        taken = [item.box for item in items if isinstance(item, Text)]
        drawn += [item for item in items if isinstance(item, Line) and item.colour != FAINT_GREY]
        items += self._values(area, drawn, taken + [_box(band) for band in hatched])
        return Scene(WIDTH, bottom + text_height() + 10, tuple(items))

    def facts(self) -> Iterator[Fact]:
        """Yield the trend of each line since the last break, with its extremes, and the breaks."""
        yield opening("lines", self)
        for series in self.series[:2]:
            yield from self._trend(series)
        if self.breaks:
            yield fact("breaks", breaks=names([gap.before for gap in self.breaks]))
        first = self.series[0]
        points = zip(self.periods, first.values, first.texts, strict=True)
        yield from gaps((period, text) for period, value, text in points if value is None)
        for series in self.series[2:]:
            yield from self._trend(series)

    def _trend(self, series: Series) -> Iterator[Fact]:
        n = comparable(self.periods, self.breaks)
        points = list(zip(self.periods, series.values, series.texts, strict=True))
        yield from trend(series.name, points[n:], self.noise)

    def _line(
        self, series: Series, area: Frame, colour: str, shape: str, dash: tuple[float, ...],
        *, thick: bool,
    ) -> Iterator[Item]:  # fmt: skip
        points = [
            (area.xs[period], None if value is None else area.scale(value))
            for period, value in zip(self.periods, series.values, strict=True)
        ]
        for piece in pieces(points, area.cuts(self.breaks)):
            if len(piece) > 1:
                yield Line(tuple(piece), colour, 2.2 if thick else 1.5, dash)
            dotted = piece if len(self.periods) <= _MOST_DOTTED else [piece[0], piece[-1]]
            for x, y in dict.fromkeys(dotted):
                yield Dot(x, y, shape, colour, 5.5 if thick else 4.5)

    def _gaps(self, lacking: Sequence[int], area: Frame) -> Iterator[Area]:
        """Yield a hatched band where the first line has no value."""
        at = list(area.xs.values())
        half = (at[1] - at[0]) / 2 if len(at) > 1 else 8.0
        for n in lacking:
            ring = rectangle(
                max(at[n] - half, area.left), area.top, min(at[n] + half, area.right), area.bottom
            )
            yield Area(ring, GAP_FILL, hatch=GAP_HATCH)

    def _values(self, area: Frame, drawn: Sequence[Item], taken: list[Box]) -> Iterator[Text]:
        """Yield first value and extremes of the first line, where they cover nothing drawn."""
        series = self.series[0]
        known = [(v, n) for n, v in enumerate(series.values) if v is not None]
        if not known:
            return
        end = known[-1][1]
        for n in dict.fromkeys((known[0][1], max(known)[1], min(known)[1])):
            if n == end:
                continue
            x, y = area.xs[self.periods[n]], area.scale(series.values[n] or 0.0)
            half = text_width(series.texts[n]) / 2
            for base in (y - 7, y + 15):
                text = Text(
                    series.texts[n], min(max(x, half + 1), area.right - half), base, "middle"
                )
                if base > area.bottom or text.box.left < area.left:
                    text = Text(series.texts[n], area.left + half + 2, base, "middle")
                free = not any(text.box.meets(box, 1.0) for box in taken)
                if (
                    free
                    and area.top - _AIR < text.box.top
                    and text.box.bottom < area.bottom
                    and not crossed(text.box.grown(1.2), drawn)
                ):
                    taken.append(text.box)
                    yield text
                    break


def _box(area: Area) -> Box:
    """Return the box of a rectangle."""
    ((left, top), _, (right, bottom), _) = area.rings[0]
    return Box(left, top, right, bottom)


def latest(series: Series) -> tuple[int, str]:
    """Return the last period for which there is a value, and its text."""
    for n in range(len(series.values) - 1, -1, -1):
        if series.values[n] is not None:
            return n, series.texts[n]
    return -1, ""
