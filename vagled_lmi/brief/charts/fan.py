"""What has been and what is expected: history, the expected path, and bands that widen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from vagled_lmi.brief.charts.facts import Chart, Fact, fact, names, opening, trend
from vagled_lmi.brief.charts.metrics import text_width, wrapped
from vagled_lmi.brief.charts.palette import (
    BLUE,
    FAINT_BLUE,
    GAP_FILL,
    GAP_HATCH,
    GREY,
    PALE_BLUE,
    WIDTH,
)
from vagled_lmi.brief.charts.rows import Entry, key, lying, swatch, text_height
from vagled_lmi.brief.charts.scene import (
    Area,
    Dot,
    Item,
    Line,
    Point,
    Scene,
    Text,
    lines_of_text,
    rectangle,
)
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

_HEIGHT = 165.0
#: Fill and dashes of the edge, from the widest band to the narrowest.
_LOOKS = ((FAINT_BLUE, ()), (PALE_BLUE, (3.0, 2.0)))
_EXPECTED_DASH = (4.0, 2.0)
_LEADING = 12.0


@dataclass(frozen=True, slots=True)
class Band:
    """An interval around the expected path.

    Attributes
    ----------
    name : str
        How sure it is, as the key says it; what it has been measured to hold belongs here.
    low, high : tuple of float
        Its edges, one a period ahead.
    low_text, high_text : str
        The edges in the last period as the reader sees them.
    """

    name: str
    low: tuple[float, ...]
    high: tuple[float, ...]
    low_text: str
    high_text: str


@dataclass(frozen=True, slots=True)
class Fan(Chart):
    """History and outlook.

    Attributes
    ----------
    periods : tuple of str
        Of the history, the oldest first.
    values : tuple of float or None
        One a period of the history.
    texts : tuple of str
        The values as the reader sees them.
    ahead : tuple of str
        Periods to come.
    expected : tuple of float
        The expected path, one a period ahead; empty where nothing can be said.
    expected_text : str
        The expected value in the last period.
    bands : tuple of Band
        From the widest to the narrowest; two at most, none where nothing can be said.
    history, path : str
        What the unbroken and the dashed line are, for the key.
    unknown : str
        What is said where there is no outlook; then needed.
    coverage : str
        How often such bands have held, measured; a line of its own. Empty where not known.
    subject : str
        What the values are, with unit and place.
    breaks : tuple of Break
        Where the line is cut.
    noise : float
        A change smaller than this is called none.
    tag : str
        Language of the numbers beside the grid.
    """

    periods: tuple[str, ...]
    values: tuple[float | None, ...]
    texts: tuple[str, ...]
    ahead: tuple[str, ...]
    expected: tuple[float, ...]
    expected_text: str
    bands: tuple[Band, ...]
    history: str
    path: str
    unknown: str = ""
    coverage: str = ""
    subject: str = ""
    breaks: tuple[Break, ...] = ()
    noise: float = 0.0
    tag: str = "sv-SE"

    def scene(self) -> Scene:
        """Lay the chart out."""
        items, over = key(self._entries(), 0)
        for line in wrapped(self.coverage, WIDTH) if self.coverage else ():
            items.append(Text(line, 0, over + 7))
            over += _LEADING
        over += 5 if self.coverage else 0
        top = over + break_height(self.breaks) + 6
        bottom = top + _HEIGHT
        labels = self._labels()
        right = WIDTH - end_room([text for _, text, _ in labels])
        known = [v for v in self.values if v is not None]
        known += [*self.expected, *(v for band in self.bands for v in (*band.low, *band.high))]
        area, grid = frame((*self.periods, *self.ahead), known, top, bottom, right, self.tag)
        items += self._bands(area) if self.expected else [self._field(area)]
        items += grid
        items += break_marks(self.breaks, area, over)
        items += self._history(area)
        items += self._path(area) if self.expected else self._nothing(area)
        ends = [EndLabel(area.right - 4, area.scale(v), text, bold) for v, text, bold in labels]
        items += end_labels(ends, right, top - 6, bottom + 6)
        return Scene(WIDTH, bottom + text_height() + 10, tuple(items))

    def facts(self) -> Iterator[Fact]:
        """Yield the history's trend, then what is expected and how surely, or that it is not."""
        yield opening("fan", self)
        n = comparable(self.periods, self.breaks)
        points = list(zip(self.periods, self.values, self.texts, strict=True))
        yield from trend(self.history, points[n:], self.noise)
        if not self.expected:
            yield fact("unknown", unknown=self.unknown)
        else:
            yield fact("expected", value=self.expected_text, when=self.ahead[-1])
        for band in self.bands:
            yield fact(
                "band", name=names([band.name]), low=band.low_text, high=band.high_text,
                when=self.ahead[-1],
            )  # fmt: skip
        if self.breaks:
            yield fact("breaks", breaks=names([gap.before for gap in self.breaks]))

    def _entries(self) -> list[Entry]:
        entries = [Entry(self.history, lying(BLUE, 2.2))]
        if self.expected:
            entries.append(Entry(self.path, lying(BLUE, 1.8, _EXPECTED_DASH)))
        for band, (fill, dash) in zip(self.bands, _LOOKS, strict=False):
            entries.append(Entry(band.name, swatch(fill, BLUE, dash=dash)))
        return entries

    def _labels(self) -> list[tuple[float, str, bool]]:
        """Return value, text and stress of each label at the right, from the top down."""
        if not self.expected:
            return []
        edges = [(band.high[-1], band.high_text, False) for band in self.bands]
        edges.append((self.expected[-1], self.expected_text, True))
        edges += [(band.low[-1], band.low_text, False) for band in reversed(self.bands)]
        return edges

    def _latest(self, area: Frame) -> list[Point]:
        """Return where the history ends: a point, or none."""
        for period, value in zip(reversed(self.periods), reversed(self.values), strict=True):
            if value is not None:
                return [(area.xs[period], area.scale(value))]
        return []

    def _ahead(self, area: Frame, values: Sequence[float]) -> list[Point]:
        """Return a path ahead, from where the history ends."""
        points = zip(self.ahead, values, strict=True)
        return [*self._latest(area), *((area.xs[p], area.scale(value)) for p, value in points)]

    def _bands(self, area: Frame) -> Iterator[Item]:
        """Yield the bands with their edges; a single period without history is an upright line."""
        for band, (fill, dash) in zip(self.bands, _LOOKS, strict=False):
            upper, lower = self._ahead(area, band.high), self._ahead(area, band.low)
            if len(upper) == 1:
                yield Line((*upper, *lower), BLUE, 0.9, dash)
            else:
                yield Area(((*upper, *reversed(lower)),), fill)
                yield from (Line(tuple(edge), BLUE, 0.9, dash) for edge in (upper, lower))

    def _history(self, area: Frame) -> Iterator[Item]:
        """Yield the history in its pieces."""
        points = [
            (area.xs[period], None if value is None else area.scale(value))
            for period, value in zip(self.periods, self.values, strict=True)
        ]
        for piece in pieces(points, area.cuts(self.breaks)):
            if len(piece) > 1:
                yield Line(tuple(piece), BLUE, 2.2)
            yield from (Dot(x, y, "o", BLUE, 5.0) for x, y in dict.fromkeys((piece[0], piece[-1])))

    def _path(self, area: Frame) -> Iterator[Item]:
        """Yield the expected path."""
        path = self._ahead(area, self.expected)
        if len(path) > 1:
            yield Line(tuple(path), BLUE, 1.8, _EXPECTED_DASH)
        yield from (Dot(x, y, "o", BLUE, 4.5, hollow=True) for x, y in path[-len(self.ahead) :])

    def _field(self, area: Frame) -> Area:
        """Return the hatched field that stands where nothing can be said."""
        ring = rectangle(self._turn(area), area.top, area.right, area.bottom)
        return Area(ring, GAP_FILL, GREY, hatch=GAP_HATCH)

    def _turn(self, area: Frame) -> float:
        """Return where the history ends and what is ahead begins."""
        return (area.xs[self.periods[-1]] + area.xs[self.ahead[0]]) / 2

    def _nothing(self, area: Frame) -> Iterator[Text]:
        """Yield what is said where nothing can be said, and the last value of the history."""
        known = [text for text, v in zip(self.texts, self.values, strict=True) if v is not None]
        for x, y in self._latest(area):
            half = text_width(known[-1], bold=True) / 2
            yield Text(known[-1], max(x, area.left + half), y - 7, "middle", bold=True, plate=True)
        left = self._turn(area)
        lines = wrapped(self.unknown, area.right - left - 8, most=6)
        middle = (area.top + area.bottom) / 2
        for line in lines_of_text(
            lines, (left + area.right) / 2, middle, _LEADING, anchor="middle", bold=True
        ):
            yield replace(line, plate=True)
