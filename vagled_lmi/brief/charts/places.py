"""Labels on a map: inside where they fit, else at the sides with lines that never cross."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np
import shapely

from vagled_lmi.brief.charts.scene import Point
from vagled_lmi.brief.charts.spacing import spread

#: How many places along each side of a region's box are tried for a label inside it.
_TRIED = 9
_MARGIN = 1.0


@dataclass(frozen=True, slots=True)
class Beside:
    """A label at the side: its region, on which side, its middle, and the point it means."""

    code: str
    right: bool
    middle: float
    target: Point


def inside(shapes: Mapping[str, Any], sizes: Mapping[str, tuple[float, float]]) -> dict[str, Point]:
    """Return the middle of each label that has room inside its region.

    Parameters
    ----------
    shapes : mapping of str to shapely geometry
        Regions in points.
    sizes : mapping of str to (float, float)
        Width and height of each label.
    """
    found = {}
    for code, shape in shapes.items():
        parts = shapely.get_parts(shape)
        main = parts[int(np.argmax(shapely.area(parts)))]
        left, top, right, bottom = main.bounds
        width, height = sizes[code][0] + 2 * _MARGIN, sizes[code][1] + 2 * _MARGIN
        if width > right - left or height > bottom - top:
            continue
        xs = np.linspace(left + width / 2, right - width / 2, _TRIED)
        ys = np.linspace(top + height / 2, bottom - height / 2, _TRIED)
        x, y = (grid.ravel() for grid in np.meshgrid(xs, ys))
        boxes = shapely.box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
        shapely.prepare(main)
        fits = shapely.contains(main, boxes)
        if fits.any():
            room = np.where(fits, shapely.distance(main.boundary, boxes), -1.0)
            best = int(np.argmax(room))
            found[code] = (float(x[best]), float(y[best]))
    return found


def anchor(shape: Any) -> Point:
    """Return the point of a region that is furthest from its border."""
    parts = shapely.get_parts(shape)
    main = parts[int(np.argmax(shapely.area(parts)))]
    line = shapely.maximum_inscribed_circle(main, tolerance=0.5)
    x, y = shapely.get_coordinates(line)[0]
    return (float(x), float(y))


def beside(
    targets: Mapping[str, Point],
    heights: Mapping[str, float],
    edges: tuple[float, float],
    top: float,
    bottom: float,
) -> list[Beside]:
    """Put labels in two columns beside a map, so that their lines do not cross.

    Parameters
    ----------
    targets : mapping of str to point
        What each label means.
    heights : mapping of str to float
        Of each label.
    edges : (float, float)
        Where the lines reach the left and the right column.
    top, bottom : float
        Ends of the columns.
    """
    order = sorted(targets, key=lambda code: (targets[code][0], code))
    half = len(order) // 2
    # the middle of the map, moved no further than the columns are even
    middle = sum(edges) / 2
    natural = sum(targets[code][0] < middle for code in order)
    room = (bottom - top) / max(heights.values(), default=1.0)
    cut = int(min(max(natural, half - room / 6, len(order) - room), half + room / 6, room))
    placed = []
    for right, codes in ((False, order[:cut]), (True, order[cut:])):
        placed += _column(codes, targets, heights, right, edges[right], top, bottom)
    return placed


def _column(
    codes: Sequence[str],
    targets: Mapping[str, Point],
    heights: Mapping[str, float],
    right: bool,
    edge: float,
    top: float,
    bottom: float,
) -> list[Beside]:
    """Return one column: labels in the order of their targets, swapped while lines cross.

    Each swap makes the lines shorter together, so it ends.
    """
    line = sorted(codes, key=lambda code: (targets[code][1], code))
    for _ in range(len(line) ** 2):
        wanted = [targets[code][1] for code in line]
        middles = spread(sorted(wanted), [heights[code] for code in line], top, bottom)
        crossing = next(
            (
                (i, j)
                for i, j in combinations(range(len(line)), 2)
                if _cross(
                    targets[line[i]], (edge, middles[i]), targets[line[j]], (edge, middles[j])
                )
            ),
            None,
        )
        if crossing is None:
            break
        i, j = crossing
        line[i], line[j] = line[j], line[i]
    return [
        Beside(code, right, middle, targets[code])
        for code, middle in zip(line, middles if line else [], strict=True)
    ]


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Return whether the lines a-b and c-d cross."""

    def side(p: Point, q: Point, r: Point) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0
