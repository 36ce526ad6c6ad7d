"""A chart as laid out: texts, areas, lines and dots on a canvas in points, y downwards.

A chart kind is a function from data to a `Scene`; the renderer only draws it. What overlaps can be
asked of the scene, without drawing anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from vagled_lmi.brief.charts.metrics import text_width
from vagled_lmi.brief.charts.palette import ASCENT, DESCENT, INK, PAPER, SIZE

Point = tuple[float, float]
Anchor = Literal["start", "middle", "end"]
_ANCHORED = {"start": 0.0, "middle": 0.5, "end": 1.0}
#: From the middle of the capitals down to the baseline, in em.
_MIDDLE = 0.33
_PLATE = 1.5


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: left, top, right, bottom."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box, gap: float = 0.0) -> bool:
        """Return whether the two overlap, or are closer than a gap."""
        return (
            self.left < other.right + gap
            and other.left < self.right + gap
            and self.top < other.bottom + gap
            and other.top < self.bottom + gap
        )

    def grown(self, by: float) -> Box:
        """Return the box with a margin around it."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def inside(self, other: Box) -> bool:
        """Return whether the box lies within another."""
        return (
            self.left >= other.left
            and self.top >= other.top
            and self.right <= other.right
            and self.bottom <= other.bottom
        )

    @property
    def ring(self) -> tuple[Point, ...]:
        """The corners, clockwise from the top left."""
        return (
            (self.left, self.top),
            (self.right, self.top),
            (self.right, self.bottom),
            (self.left, self.bottom),
        )


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text.

    Attributes
    ----------
    text : str
        What stands there.
    x, y : float
        Where it is anchored, and its baseline.
    plate : bool
        Whether paper is put under it, so that it reads on any ground.
    """

    text: str
    x: float
    y: float
    anchor: Anchor = "start"
    size: float = SIZE
    bold: bool = False
    colour: str = INK
    plate: bool = False

    @property
    def box(self) -> Box:
        """What it covers."""
        width = text_width(self.text, self.size, bold=self.bold)
        left = self.x - width * _ANCHORED[self.anchor]
        return Box(left, self.y - ASCENT * self.size, left + width, self.y + DESCENT * self.size)

    @property
    def ground(self) -> Box:
        """Its plate."""
        return self.box.grown(_PLATE)


@dataclass(frozen=True, slots=True)
class Area:
    """A filled shape of one or more rings, with an edge, hatched in its colour or another."""

    rings: tuple[tuple[Point, ...], ...]
    fill: str = PAPER
    edge: str = ""
    width: float = 0.8
    hatch: str = ""
    dash: tuple[float, ...] = ()
    ink: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line through points."""

    points: tuple[Point, ...]
    colour: str
    width: float = 1.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Dot:
    """A mark of one of the house's shapes, filled or hollow."""

    x: float
    y: float
    shape: str
    colour: str
    size: float = 6.5
    hollow: bool = False


Item = Text | Area | Line | Dot


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything a chart draws, from the back to the front.

    Attributes
    ----------
    width, height : float
        Points.
    items : tuple of Text, Area, Line or Dot
        In the order they are drawn.
    """

    width: float
    height: float
    items: tuple[Item, ...]

    @property
    def texts(self) -> list[Text]:
        """The texts, in the order they are drawn and read."""
        return [item for item in self.items if isinstance(item, Text)]


def rectangle(left: float, top: float, right: float, bottom: float) -> tuple[tuple[Point, ...]]:
    """Return the ring of a rectangle; its sides may come in either order."""
    box = Box(min(left, right), min(top, bottom), max(left, right), max(top, bottom))
    return (box.ring,)


def baseline(middle: float, size: float = SIZE) -> float:
    """Return the baseline of a text whose capitals are centred on a height."""
    return middle + _MIDDLE * size


def lines_of_text(
    lines: Sequence[str],
    x: float,
    middle: float,
    leading: float,
    *,
    anchor: Anchor = "start",
    size: float = SIZE,
    bold: bool = False,
) -> list[Text]:
    """Return a label of several lines, centred on a height."""
    first = middle - leading * (len(lines) - 1) / 2
    return [
        Text(line, x, baseline(first + leading * n, size), anchor, size, bold)
        for n, line in enumerate(lines)
    ]
