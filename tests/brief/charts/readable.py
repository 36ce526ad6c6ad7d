"""Whether a scene can be read: texts apart, on the canvas, on ground that they stand out from."""

from __future__ import annotations

from collections.abc import Iterator

import shapely
from shapely.geometry.base import BaseGeometry

from vagled_lmi.brief.charts.palette import PAPER
from vagled_lmi.brief.charts.scene import Area, Box, Dot, Item, Line, Scene, Text

TEXT_CONTRAST, GRAPHIC_CONTRAST = 4.5, 3.0
#: Boxes reach from the top of the tallest letter to the bottom of the lowest: most have air inside.
AIR = 0.6


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    channels = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast of two colours, 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def problems(scene: Scene) -> Iterator[str]:
    """What a reader would stumble over."""
    canvas = Box(0, 0, scene.width, scene.height).grown(0.5)
    texts = [(n, item) for n, item in enumerate(scene.items) if isinstance(item, Text)]
    for position, (_, text) in enumerate(texts):
        if not text.text.strip():
            yield "an empty text"
        if not text.box.inside(canvas):
            yield f"{text.text!r} leaves the canvas: {text.box}"
        for _, other in texts[position + 1 :]:
            if text.box.grown(-AIR / 2).meets(other.box.grown(-AIR / 2)):
                yield f"{text.text!r} meets {other.text!r}"
    shapes = [outline(item) for item in scene.items]
    tree = shapely.STRtree([shape for shape, _ in shapes])
    for n, text in texts:
        inner = shapely.box(*_corners(text.box.grown(-AIR)))
        near = sorted(int(i) for i in tree.query(inner) if not isinstance(scene.items[i], Text))
        yield from _ground(scene, shapes, n, inner, near)


def _ground(
    scene: Scene,
    shapes: list[tuple[BaseGeometry, BaseGeometry]],
    n: int,
    inner: BaseGeometry,
    near: list[int],
) -> Iterator[str]:
    text = scene.items[n]
    assert isinstance(text, Text)
    below = [i for i in near if i < n]
    for i in below:
        item = scene.items[i]
        if isinstance(item, Area) and not item.hatch and shapes[i][0].contains(inner):
            below = [other for other in below if other >= i]
    below = [] if text.plate else below
    for i in [*below, *(i for i in near if i > n)]:
        item, (shape, edge) = scene.items[i], shapes[i]
        if not shape.intersects(inner) and not edge.intersects(inner):
            continue
        if i > n:
            yield f"{type(item).__name__} {i} is drawn over {text.text!r}"
        elif isinstance(item, Area) and shape.intersects(inner) and item.hatch:
            yield f"{text.text!r} stands on hatching"
        elif isinstance(item, Area) and contrast(text.colour, item.fill) < TEXT_CONTRAST:
            yield f"{text.text!r} hardly stands out from {item.fill}"
        elif isinstance(item, Area):
            crosses = item.edge and edge.intersects(inner)
            if crosses and contrast(text.colour, item.edge) < TEXT_CONTRAST:
                yield f"{text.text!r} crosses an edge"
        elif contrast(text.colour, item.colour) < TEXT_CONTRAST:  # type: ignore[union-attr]
            yield f"{text.text!r} crosses a {type(item).__name__} of {item.colour}"  # type: ignore[union-attr]


def outline(item: Item) -> tuple[BaseGeometry, BaseGeometry]:
    """The shape of an item, and the line that is drawn around it."""
    match item:
        case Text():
            shape = shapely.box(*_corners(item.ground if item.plate else item.box))
            return shape, shape.boundary
        case Area():
            shape = shapely.union_all([shapely.Polygon(ring).buffer(0) for ring in item.rings])
            return shape, shape.boundary
        case Line():
            shape = shapely.LineString(item.points).buffer(item.width / 2, cap_style="flat")
            return shape, shape.boundary
        case Dot():
            shape = shapely.Point(item.x, item.y).buffer(item.size / 2)
            return shape, shape.boundary


def plates(scene: Scene) -> int:
    """How many texts stand on paper of their own."""
    return sum(text.plate for text in scene.texts) + sum(
        isinstance(item, Area) and item.fill == PAPER and not item.edge for item in scene.items
    )


def _corners(box: Box) -> tuple[float, float, float, float]:
    return box.left, box.top, box.right, box.bottom
