"""A scene as SVG with real text; the same scene gives the same bytes.

matplotlib's SVG renderer draws; its figures, axes and artists, most of the time of a chart, are not
needed by what has been laid out already.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import matplotlib as mpl
from matplotlib.backends.backend_svg import RendererSVG
from matplotlib.colors import to_rgb
from matplotlib.font_manager import FontProperties
from matplotlib.markers import MarkerStyle
from matplotlib.path import Path
from matplotlib.text import Text as Anchored
from matplotlib.transforms import Affine2D, Transform

from vagled_lmi.brief import fonts
from vagled_lmi.brief.charts.palette import GREY, PAPER
from vagled_lmi.brief.charts.scene import Area, Dot, Item, Line, Point, Scene, Text

_STYLE: Any = {"svg.fonttype": "none", "svg.hashsalt": "vagled_lmi"}
_ANCHORS = {"start": "left", "middle": "center", "end": "right"}
_HATCH_WIDTH = 0.6
_REGULAR, _BOLD = 400, 700


def to_svg(scene: Scene) -> str:
    """Draw a scene.

    Returns
    -------
    str
        SVG as wide and high as the scene, in points.
    """
    sink = io.StringIO()
    with mpl.rc_context(_STYLE):
        renderer: Any = RendererSVG(  # type: ignore[no-untyped-call]
            scene.width, scene.height, sink, metadata={"Date": None, "Creator": None}
        )
        pen = _Pen(renderer, scene.height)
        for item in scene.items:
            pen.draw(item)
        renderer.finalize()
    text = sink.getvalue()
    return text[text.index("<svg") :]


class _Pen:
    """Draws items with a renderer whose y goes upwards."""

    def __init__(self, renderer: Any, height: float) -> None:
        self.renderer = renderer
        self.height = height
        self.turned = Affine2D().scale(1, -1).translate(0, height)

    def draw(self, item: Item) -> None:
        """Draw one item."""
        match item:
            case Text():
                self.text(item)
            case Area():
                self.area(item)
            case Line():
                self.line(item)
            case Dot():
                self.dot(item)

    def text(self, item: Text) -> None:
        """Draw a text, on its plate where it has one."""
        if item.plate:
            self.area(Area((item.ground.ring,)))
        looks = self.renderer.new_gc()
        looks.set_foreground(item.colour)
        anchored = Anchored(item.x, self.height - item.y, item.text, ha=_ANCHORS[item.anchor])
        face = _face(item.size, item.bold)
        # the renderer takes the baseline downwards, and the anchor's own place upwards
        self.renderer.draw_text(
            looks, item.x, item.y, item.text, face, 0, ismath=False, mtext=anchored
        )

    def area(self, item: Area) -> None:
        """Draw a filled shape."""
        looks = self.renderer.new_gc()
        looks.set_linewidth(item.width if item.edge else 0)
        looks.set_foreground(item.edge or item.fill)
        looks.set_joinstyle("round")
        if item.dash:
            looks.set_dashes(0, list(item.dash))
        if item.hatch:
            looks.set_hatch(item.hatch)
            looks.set_hatch_color(item.ink or item.edge or GREY)
            looks.set_hatch_linewidth(_HATCH_WIDTH)
        paths = [Path(_rounded([*ring, ring[0]]), closed=True) for ring in item.rings]
        self.renderer.draw_path(
            looks, Path.make_compound_path(*paths), self.turned, to_rgb(item.fill)
        )

    def line(self, item: Line) -> None:
        """Draw a line."""
        looks = self.renderer.new_gc()
        looks.set_foreground(item.colour)
        looks.set_linewidth(item.width)
        looks.set_joinstyle("round")
        if item.dash:
            looks.set_dashes(0, list(item.dash))
        self.renderer.draw_path(looks, Path(_rounded(item.points)), self.turned)

    def dot(self, item: Dot) -> None:
        """Draw a mark with an edge of paper, so that two on one another are seen to be two."""
        looks = self.renderer.new_gc()
        looks.set_foreground(item.colour if item.hollow else PAPER)
        looks.set_linewidth(1.6 if item.hollow else 0.7)
        path, shape = _shape(item.shape)
        face = to_rgb(PAPER if item.hollow else item.colour)
        self.renderer.draw_markers(
            looks,
            path,
            shape + Affine2D().scale(item.size),
            Path(_rounded([(item.x, item.y)])),
            self.turned,
            face,
        )


def _rounded(points: Sequence[Point]) -> list[Point]:
    """Return points to a hundredth of a point: what is finer only makes the file larger."""
    return [(round(x, 2), round(y, 2)) for x, y in points]


@lru_cache(maxsize=32)
def _face(size: float, bold: bool) -> FontProperties:
    return FontProperties(family=fonts.FAMILY, size=size, weight=_BOLD if bold else _REGULAR)


@lru_cache(maxsize=16)
def _shape(shape: str) -> tuple[Path, Transform]:
    marker = MarkerStyle(shape)
    return marker.get_path(), marker.get_transform()
