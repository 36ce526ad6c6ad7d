"""What charts over time have in common: periods below, a grid of values, breaks, end labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from vagled_lmi.brief.charts.metrics import text_width, wrapped
from vagled_lmi.brief.charts.palette import (
    FAINT_GREY,
    GREY,
    LEADING,
    SIZE,
    SMALL,
    WIDTH,
)
from vagled_lmi.brief.charts.rows import text_height
from vagled_lmi.brief.charts.scales import Scale, tick_texts, ticks
from vagled_lmi.brief.charts.scene import Item, Line, Text, baseline, lines_of_text
from vagled_lmi.brief.charts.spacing import spread, thinned

_BREAK_DASH = (2.0, 2.0)
_BREAK_LINE = 11.0
_LEADER = 12.0
_YEARS, _MONTHS = (1, 2, 5, 10, 20, 50), (1, 2, 3, 6, 12, 24, 60)


@dataclass(frozen=True, slots=True)
class Break:
    """A cut in a time series.

    Attributes
    ----------
    before : str
        The first period that is measured the new way.
    text : str
        When and what happened, in a few words: ``2020: BAS i stället för RAMS``.
    """

    before: str
    text: str


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a chart over time draws: its periods and its values in points.

    Attributes
    ----------
    xs : dict of str to float
        The middle of each period.
    scale : Scale
        Of the values.
    top, bottom, left, right : float
        Edges of what is drawn.
    """

    xs: dict[str, float]
    scale: Scale
    top: float
    bottom: float
    left: float
    right: float

    def cut(self, gap: Break) -> float:
        """Return where lines are cut: half way between the old way and the new."""
        at, n = list(self.xs.values()), list(self.xs).index(gap.before)
        return (at[max(n - 1, 0)] + at[n]) / 2

    def cuts(self, breaks: Iterable[Break]) -> list[float]:
        """Return where lines are cut by some breaks."""
        return [self.cut(gap) for gap in breaks]


def frame(
    periods: Sequence[str],
    values: Iterable[float],
    top: float,
    bottom: float,
    right: float,
    tag: str,
) -> tuple[Frame, list[Item]]:
    """Return where to draw, with the grid and its numbers at the left and the periods below.

    Parameters
    ----------
    periods : sequence of str
        The oldest first.
    values : iterable of float
        All that is drawn; the grid reaches around them, not down to zero.
    top, bottom, right : float
        Edges in points.
    tag : str
        Language of the numbers.
    """
    known = list(values) or [0.0, 1.0]
    marks = ticks(min(known), max(known))
    texts = tick_texts(marks, tag)
    left = max(text_width(text, SMALL) for text in texts) + 8
    scale = Scale(marks[0], marks[-1], bottom, top)
    first, last = left + 6, right - 4
    pitch = (last - first) / max(len(periods) - 1, 1)
    xs = {period: first + pitch * n for n, period in enumerate(periods)}
    items: list[Item] = []
    for mark, text in zip(marks, texts, strict=True):
        y = scale(mark)
        colour = GREY if mark == 0 else FAINT_GREY
        items.append(Line(((left, y), (right, y)), colour, 0.8))
        items.append(Text(text, left - 6, baseline(y, SMALL), "end", SMALL, colour=GREY))
    items += period_texts(list(periods), list(xs.values()), bottom + text_height() + 5)
    return Frame(xs, scale, top, bottom, left, right), items


def period_texts(
    labels: Sequence[str], middles: Sequence[float], y: float, size: float = SIZE
) -> Iterator[Text]:
    """Yield periods under what they belong to: all, or as many evenly chosen as have room.

    The last one always stays. Years are thinned to every second, fifth or tenth, months to every
    third, sixth or twelfth.
    """
    texts = []
    for label, middle in zip(labels, middles, strict=True):
        half = text_width(label, size) / 2
        texts.append(Text(label, min(max(middle, half), WIDTH - half), y, "middle", size))
    count = len(texts)
    steps = _YEARS if all(len(label) == 4 for label in labels) else _MONTHS
    for apart in (*(s for s in steps if s < count), count):
        chosen = texts[(count - 1) % apart :: apart]
        boxes = [text.box for text in chosen]
        if len(thinned(boxes, range(len(boxes)), gap=4.0)) == len(boxes):
            yield from chosen
            return


def break_height(breaks: Sequence[Break]) -> float:
    """Return the room that the texts of breaks need above a chart: a line each."""
    return _BREAK_LINE * len(breaks) + (4.0 if breaks else 0.0)


def break_marks(breaks: Sequence[Break], area: Frame, top: float) -> Iterator[Item]:
    """Yield a dotted line at each break, with what happened on a line of its own above."""
    for n, gap in enumerate(breaks):
        x = area.cut(gap)
        text = Text(gap.text, x + 4, top + _BREAK_LINE * n + 8, "start", SMALL, colour=GREY)
        if text.box.right > WIDTH:
            text = Text(gap.text, x - 4, text.y, "end", SMALL, colour=GREY)
        yield Line(((x, top + _BREAK_LINE * n + 1), (x, area.bottom)), GREY, 1.0, _BREAK_DASH)
        yield text


def comparable(periods: Sequence[str], breaks: Iterable[Break]) -> int:
    """Return the first period from which on nothing was changed: what a trend may begin with."""
    return max((periods.index(gap.before) for gap in breaks), default=0)


def pieces(
    points: Iterable[tuple[float, float | None]], cuts: Sequence[float]
) -> list[list[tuple[float, float]]]:
    """Return a line in its pieces: cut where a value is missing, and at breaks."""
    found: list[list[tuple[float, float]]] = [[]]
    for x, y in points:
        before = found[-1][-1][0] if found[-1] else x
        if y is None or any(before < cut < x for cut in cuts):
            found.append([])
        if y is not None:
            found[-1].append((x, y))
    return [piece for piece in found if piece]


@dataclass(frozen=True, slots=True)
class EndLabel:
    """A label at the end of a line: where the line ends, and what it says."""

    x: float
    y: float
    text: str
    bold: bool = False


def end_labels(
    labels: Sequence[EndLabel], at: float, top: float, bottom: float, size: float = SIZE
) -> Iterator[Item]:
    """Yield labels to the right of their lines, kept apart, tied to them by thin strokes."""
    broken = [wrapped(label.text, WIDTH - at - _LEADER, size, most=2) for label in labels]
    heights = [LEADING * size * len(lines) + 1 for lines in broken]
    middles = spread([label.y for label in labels], heights, top, bottom)
    for label, lines, middle in zip(labels, broken, middles, strict=True):
        yield Line(((label.x + 4, label.y), (at + 3, label.y), (at + 9, middle)), GREY, 0.6)
        yield from lines_of_text(
            lines, at + _LEADER, middle, LEADING * size, size=size, bold=label.bold
        )


def end_room(texts: Iterable[str], size: float = SIZE, most: float = 150.0) -> float:
    """Return the room that labels at the right need, the widest of them broken over two lines."""
    widths = [text_width(text, size, bold=True) for text in texts]
    return min(max(widths, default=0.0), most) + _LEADER + 1
