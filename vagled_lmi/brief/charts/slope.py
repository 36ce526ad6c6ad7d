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
from vagled_lmi.brief.charts.metrics import cut, widest
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
from vagled_lmi.brief.charts.scene import Anchor, Dot, Item, Line, Scene, Text, baseline
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
_LEAST = 130.0


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
        size = next(
            (s for s in (SIZE, SMALL) if len(self.rows) * s * LEADING <= TALLEST - _HEAD),
            SMALLEST,
        )
        line = size * LEADING + 0.5
        height = max(_LEAST, line * len(self.rows) * 1.15)
        height = min(height, TALLEST - _HEAD - line)
        top, bottom = _HEAD + line / 2, _HEAD + line / 2 + height
        values = [v for row in self.rows for v in (row.before, row.after) if v is not None]
        low, high = min(values, default=0.0), max(values, default=1.0)
        scale = Scale(low, high if high > low else low + 1, bottom, top)
        most = (WIDTH - _NARROWEST) / 2 - _LEADER
        before_room = widest([row.before_text for row in self.rows], size) + 6
        after_room = widest([row.after_text for row in self.rows], size) + 6
        name_widths = widest([row.name for row in self.rows], size)
        left = min(name_widths + before_room, most) + _LEADER
        right = WIDTH - min(name_widths + after_room, most) - _LEADER
        items: list[Item] = [
            Text(self.before, left, 10, "middle", bold=True),
            Text(self.after, right, 10, "middle", bold=True),
        ]
        items += (Line(((x, _HEAD - 4), (x, bottom + 4)), GREY, 0.8) for x in (left, right))
        order: tuple[Role, ...] = ("other", "reference", "stressed")
        for row in sorted(self.rows, key=lambda row: order.index(row.role)):
            items += _line(row, left, right, scale)
        ends = (top - line / 2, bottom + line / 2)
        items += self._labels(left, -1, scale, ends, size, left - _LEADER - before_room)
        items += self._labels(right, 1, scale, ends, size, WIDTH - right - _LEADER - after_room)
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
        lacking = [row.name for row in self.rows if row.before is None or row.after is None]
        yield from gaps(lacking, len(self.rows))

    def _labels(
        self, x: float, way: int, scale: Scale, ends: tuple[float, float], size: float, room: float
    ) -> Iterator[Item]:
        """Yield the labels of one side, kept apart, tied to their ends by thin strokes."""
        line = size * LEADING + 0.5
        at = []
        for row in self.rows:
            own, other = (row.before, row.after) if way < 0 else (row.after, row.before)
            value = own if own is not None else other
            at.append(scale(value) if value is not None else ends[1])
        middles = spread(at, [line] * len(at), *ends)
        anchor: Anchor = "end" if way < 0 else "start"
        for row, wanted, middle in zip(self.rows, at, middles, strict=True):
            own, text = (row.before, row.before_text) if way < 0 else (row.after, row.after_text)
            name = cut(row.name, room, size)
            said = f"{name}  {text}" if way < 0 else f"{text}  {name}"
            bold = row.role != "other"
            if own is not None:
                points = ((x + way * 5, wanted), (x + way * (_LEADER - 3), middle))
                yield Line(points, GREY, 0.6)
            yield Text(said, x + way * _LEADER, baseline(middle, size), anchor, size, bold)


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
