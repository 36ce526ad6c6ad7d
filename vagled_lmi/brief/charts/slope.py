"""Slopes: how some named things stood in one period and stand in another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from vagled_lmi.brief.charts.facts import (
    Chart,
    Fact,
    direction,
    fact,
    gaps,
    names,
    opening,
)
from vagled_lmi.brief.charts.metrics import cut, text_width, widest, wrapped
from vagled_lmi.brief.charts.palette import (
    BLUE,
    GREY,
    LEADING,
    SIZE,
    SMALL,
    SMALLEST,
    TALLEST,
    VERMILION,
    WIDTH,
)
from vagled_lmi.brief.charts.scales import Scale
from vagled_lmi.brief.charts.scene import Anchor, Dot, Item, Line, Scene, Text, lines_of_text
from vagled_lmi.brief.charts.spacing import spread

Role = Literal["stressed", "reference", "other"]

_LOOKS: dict[Role, tuple[str, float, tuple[float, ...], str]] = {
    "stressed": (BLUE, 2.2, (), "o"),
    "reference": (VERMILION, 1.8, (5.0, 2.0), "s"),
    "other": (GREY, 1.1, (), "o"),
}
_HEAD = 20.0
_LEADER = 14.0
_NARROWEST = 110.0
_LEAST = 115.0
#: Sizes of type with the lines of a label, for ever more rows.
_DENSITIES = ((SIZE, 3), (SIZE, 2), (SIZE, 1), (SMALL, 1), (SMALLEST, 1))


@dataclass(frozen=True, slots=True)
class Slope:
    """One line between two periods.

    Attributes
    ----------
    name : str
        Said at both ends, as far as there is room.
    before, after : float or None
        The two values; where one is missing, no line is drawn.
    before_text, after_text : str
        The values as the reader sees them; for None, why there is none.
    role : {'stressed', 'reference', 'other'}
        What the chart is about, what it is compared with, or the rest.
    """

    name: str
    before: float | None
    after: float | None
    before_text: str
    after_text: str
    role: Role = "other"


@dataclass(frozen=True, slots=True)
class Slopes(Chart):
    """Lines between two periods.

    Attributes
    ----------
    before, after : str
        The periods.
    rows : tuple of Slope
        In any order; about 45 at most.
    subject : str
        What the values are, with unit and place.
    noise : float
        A change smaller than this is called none.
    """

    before: str
    after: str
    rows: tuple[Slope, ...]
    subject: str = ""
    noise: float = 0.0

    def scene(self) -> Scene:
        """Lay the chart out."""
        size, most = next(
            (
                (size, most)
                for size, most in _DENSITIES
                if len(self.rows) * most * size * LEADING <= TALLEST - 2 * _HEAD
            ),
            _DENSITIES[-1],
        )
        room = (WIDTH - _NARROWEST) / 2 - _LEADER
        sides = [self._labels(way, room, size, most) for way in (-1, 1)]
        line = size * LEADING + 0.5
        height = max(_LEAST, *(sum(map(len, labels)) * line * 1.15 for labels in sides))
        height = min(height, TALLEST - _HEAD - line)
        top, bottom = _HEAD + line / 2, _HEAD + line / 2 + height
        values = [v for row in self.rows for v in (row.before, row.after) if v is not None]
        low, high = min(values, default=0.0), max(values, default=1.0)
        scale = Scale(low, high if high > low else low + 1, bottom, top)
        wide = [widest([text for label in labels for text in label], size) for labels in sides]
        xs = wide[0] + _LEADER, WIDTH - wide[1] - _LEADER
        items: list[Item] = []
        for x, period in zip(xs, (self.before, self.after), strict=True):
            half = text_width(period, bold=True) / 2
            middle = min(max(x, half), WIDTH - half)
            items.append(Text(period, middle, 10, "middle", bold=True))
            items.append(Line(((x, _HEAD - 4), (x, bottom + 4)), GREY, 0.8))
        order: tuple[Role, ...] = ("other", "reference", "stressed")
        for row in sorted(self.rows, key=lambda row: order.index(row.role)):
            items += _line(row, *xs, scale)
        ends = (top - line / 2, bottom + line / 2)
        for way, x, labels in zip((-1, 1), xs, sides, strict=True):
            items += self._side(way, x, labels, scale, ends, size)
        return Scene(WIDTH, bottom + line, tuple(items))

    def facts(self) -> Iterator[Fact]:
        """Yield how many go up and down, the steepest of each, and the one it is about."""
        yield opening("slopes", self, before=self.before, after=self.after)
        both = [
            (row.after - row.before, row)
            for row in self.rows
            if row.before is not None and row.after is not None
        ]
        ways = [direction(change, self.noise) for change, _ in both]
        if both:
            yield fact(
                "ways", up=ways.count("up"), down=ways.count("down"), same=ways.count("same"),
                total=len(both),
            )  # fmt: skip
        moved = [pair for pair, way in zip(both, ways, strict=True) if way != "same"]
        told = []
        for message, pick in (("steepest-up", max), ("steepest-down", min)):
            if moved:
                change, row = pick(moved, key=lambda pair: pair[0])
                if (change > 0) == (message == "steepest-up"):
                    told.append(row)
                    yield _told(message, row)
        for _, row in both:
            if row.role != "other" and row not in told:
                yield _told("from-to", row)
        yield from gaps(
            (row.name, row.before_text if row.before is None else row.after_text)
            for row in self.rows
            if row.before is None or row.after is None
        )

    def _labels(self, way: int, room: float, size: float, most: int) -> list[list[str]]:
        """Return the labels of one side, each broken over lines: name and value, value nearest."""
        labels = []
        for row in self.rows:
            text = row.before_text if way < 0 else row.after_text
            said = f"{row.name} {text}" if way < 0 else f"{text} {row.name}"
            lines = wrapped(said, room, size, most=most)
            if way < 0 and not lines[-1].endswith(text):
                # a name may be cut, a value never
                lines = wrapped(row.name, room, size, most=most)
                beside = room - text_width(f" {text}", size, bold=True)
                lines[-1] = f"{cut(lines[-1].rstrip('…') + '…', beside, size)} {text}"
            labels.append(lines)
        return labels

    def _side(
        self,
        way: int,
        x: float,
        labels: list[list[str]],
        scale: Scale,
        ends: tuple[float, float],
        size: float,
    ) -> Iterator[Item]:
        """Yield the labels of one side, kept apart, tied to their ends by thin strokes."""
        at, tied = [], []
        for row in self.rows:
            own, other = (row.before, row.after) if way < 0 else (row.after, row.before)
            value = own if own is not None else other
            at.append(scale(value) if value is not None else ends[1])
            tied.append(own is not None)
        line = size * LEADING
        middles = spread(at, [len(label) * line + 0.5 for label in labels], *ends)
        anchor: Anchor = "end" if way < 0 else "start"
        for row, lines, tie, wanted, middle in zip(
            self.rows, labels, tied, at, middles, strict=True
        ):
            if tie:
                points = ((x + way * 5, wanted), (x + way * (_LEADER - 3), middle))
                yield Line(points, GREY, 0.6)
            bold = row.role != "other"
            yield from lines_of_text(
                lines, x + way * _LEADER, middle, line, anchor=anchor, size=size, bold=bold
            )


def _line(row: Slope, left: float, right: float, scale: Scale) -> Iterator[Item]:
    colour, width, dash, shape = _LOOKS[row.role]
    ends = [
        (x, scale(value))
        for x, value in ((left, row.before), (right, row.after))
        if value is not None
    ]
    if len(ends) == 2:
        yield Line(tuple(ends), colour, width, dash)
    yield from (Dot(x, y, shape, colour, 4.0 + width) for x, y in ends)


def _told(message: str, row: Slope) -> Fact:
    return fact(message, name=names([row.name]), before=row.before_text, after=row.after_text)
