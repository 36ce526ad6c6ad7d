"""Labels on a map: inside where they fit, else at the sides with lines that cross nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np
import shapely

from vagled_lmi.brief.charts.scene import Box, Point
from vagled_lmi.brief.charts.spacing import passes, spread

#: How many places along each side of a region's box are tried for a label inside it.
_TRIED = 9
_MARGIN = 1.0

Size = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Inside:
    """A label inside its region, and its box."""

    code: str
    box: Box


@dataclass(frozen=True, slots=True)
class Beside:
    """A label at a side: its region, on which side, its middle, where its line begins and ends."""

    code: str
    right: bool
    middle: float
    line: tuple[Point, Point]


def placed(
    shapes: Mapping[str, Any],
    sizes: Mapping[str, Size],
    heights: Mapping[str, float],
    edges: tuple[float, float],
    ends: tuple[float, float],
) -> tuple[list[Inside], list[Beside]]:
    """Place a label for every region.

    A label whose region has no room for it goes to a side; one that the line of another would cross
    moves, and goes to a side too when there is nowhere to move.

    Parameters
    ----------
    shapes : mapping of str to shapely geometry
        Regions in points.
    sizes : mapping of str to (float, float)
        Width and height of each label inside its region.
    heights : mapping of str to float
        Height of each label at a side.
    edges : (float, float)
        Where the lines reach the left and the right column.
    ends : (float, float)
        Top and bottom of the columns.
    """
    main = {code: _largest(shape) for code, shape in shapes.items()}
    targets = {code: _pole(shape) for code, shape in main.items()}
    spots = {code: _spots(main[code], sizes[code]) for code in shapes}
    within = {code: found[0] for code, found in spots.items() if found}
    while True:
        outside = {code: targets[code] for code in shapes if code not in within}
        beside = _columns(outside, heights, list(within.values()), edges, ends)
        lines = [label.line for label in beside]
        met = [code for code, box in within.items() if _met(box, lines)]
        if not met:
            return [Inside(code, box) for code, box in within.items()], beside
        for code in met:
            free = [box for box in spots[code] if not _met(box, lines)]
            if free:
                within[code] = free[0]
                spots[code] = free
            else:
                del within[code]


def _met(box: Box, lines: Iterable[tuple[Point, Point]]) -> bool:
    return any(passes(box.grown(_MARGIN), *line) for line in lines)


def _spots(shape: Any, size: Size) -> list[Box]:
    """Return where in a region a label has room, the furthest from the border first."""
    left, top, right, bottom = shape.bounds
    width, height = size[0] + 2 * _MARGIN, size[1] + 2 * _MARGIN
    if width > right - left or height > bottom - top:
        return []
    xs = np.linspace(left + width / 2, right - width / 2, _TRIED)
    ys = np.linspace(top + height / 2, bottom - height / 2, _TRIED)
    x, y = (grid.ravel() for grid in np.meshgrid(xs, ys))
    boxes = shapely.box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
    shapely.prepare(shape)
    fits = shapely.contains(shape, boxes)
    room = np.where(fits, shapely.distance(shape.boundary, boxes), -1.0)
    order = [int(n) for n in np.argsort(-room, kind="stable") if fits[n]]
    half_x, half_y = size[0] / 2, size[1] / 2
    return [
        Box(float(x[n]) - half_x, float(y[n]) - half_y, float(x[n]) + half_x, float(y[n]) + half_y)
        for n in order
    ]


def _largest(shape: Any) -> Any:
    parts = shapely.get_parts(shape)
    return parts[int(np.argmax(shapely.area(parts)))]


def _pole(shape: Any) -> Point:
    """Return the point of a region that is furthest from its border."""
    circle = shapely.maximum_inscribed_circle(shape, tolerance=0.5)
    x, y = shapely.get_coordinates(circle)[0]
    return (float(x), float(y))


def _columns(
    targets: Mapping[str, Point],
    heights: Mapping[str, float],
    taken: Sequence[Box],
    edges: tuple[float, float],
    ends: tuple[float, float],
) -> list[Beside]:
    """Share labels between the two columns: the nearer one, unless the way there is taken."""

    def leaning(code: str) -> float:
        x, y = targets[code]
        to_left, to_right = (
            abs(edge - x) + 1000.0 * sum(passes(box, (x, y), (edge, y)) for box in taken)
            for edge in edges
        )
        return to_left - to_right

    order = sorted(targets, key=lambda code: (leaning(code), code))
    room = ends[1] - ends[0]
    half = sum(heights[code] for code in order) / 2
    # no column gets more than it has room for, nor much more than half
    most = min(room, half * 1.3 + max((heights[code] for code in order), default=0.0))
    columns: tuple[list[str], list[str]] = ([], [])
    for code in order:
        columns[leaning(code) > 0].append(code)
    for full, other, place in ((0, 1, -1), (1, 0, 0)):
        while sum(heights[code] for code in columns[full]) > most:
            moved = columns[full].pop(place)
            columns[other].insert(0 if full == 0 else len(columns[other]), moved)
    return [
        label
        for right in (False, True)
        for label in _column(columns[right], targets, heights, right, edges[right], ends)
    ]


def _column(
    codes: Sequence[str],
    targets: Mapping[str, Point],
    heights: Mapping[str, float],
    right: bool,
    edge: float,
    ends: tuple[float, float],
) -> list[Beside]:
    """Return one column: labels in the order of their targets, swapped while lines cross.

    Each swap makes the lines shorter together, so it ends.
    """
    order = sorted(codes, key=lambda code: (targets[code][1], code))
    wanted = [targets[code][1] for code in order]
    while True:
        middles = spread(wanted, [heights[code] for code in order], *ends)
        lines = [
            (targets[code], (edge, middle)) for code, middle in zip(order, middles, strict=True)
        ]
        crossing = next(
            ((i, j) for i, j in combinations(range(len(lines)), 2) if _cross(*lines[i], *lines[j])),
            None,
        )
        if crossing is None:
            break
        i, j = crossing
        order[i], order[j] = order[j], order[i]
    return [
        Beside(code, right, middle, line)
        for code, middle, line in zip(order, middles, lines, strict=True)
    ]


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Return whether the lines a-b and c-d cross."""

    def side(p: Point, q: Point, r: Point) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0
