"""What charts of rows have in common: heads beside them, their heights, and a key above."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from vagled_lmi.brief.charts.metrics import text_width, widest, wrapped
from vagled_lmi.brief.charts.palette import (
    ASCENT,
    DESCENT,
    GAP_FILL,
    GAP_HATCH,
    GREY,
    LEADING,
    SIZE,
    SMALL,
    SMALLEST,
    TALLEST,
    WIDTH,
)
from vagled_lmi.brief.charts.scene import (
    Area,
    Dot,
    Item,
    Line,
    Text,
    baseline,
    lines_of_text,
    rectangle,
)

#: Length of what stands where there is no value, in points.
STUB = 16.0
_GAP = 9.0
HEADS_SHARE = 0.42
_SWATCH, _BETWEEN = 14.0, 16.0
_KEY_LINE = 15.0
#: Sizes of type with the least height of a row and the lines of a head, for ever more rows.
_DENSITIES = (
    (SIZE, 16.5, 3),
    (SMALL, 15.0, 2),
    (SMALLEST, 12.5, 2),
    (SMALLEST, 11.0, 2),
    (SMALLEST, 12.5, 1),
    (SMALLEST, 10.5, 1),
)


@dataclass(frozen=True, slots=True)
class Heads:
    """The heads of some rows, laid out so that the rows fit on a page.

    Attributes
    ----------
    lines : tuple of tuple of str
        Each head, broken over lines.
    middles : tuple of float
        The middle of each row.
    height : float
        Of a bar, in points: a little more than half of the lowest row.
    top, bottom : float
        Where the rows begin and end.
    left : float
        Where the heads end and what is drawn begins.
    size : float
        Of the type.
    """

    lines: tuple[tuple[str, ...], ...]
    middles: tuple[float, ...]
    height: float
    top: float
    bottom: float
    left: float
    size: float

    def texts(self, bold: Sequence[bool] = ()) -> Iterator[Text]:
        """Yield the heads, ending a little to the left of what is drawn."""
        for n, (lines, middle) in enumerate(zip(self.lines, self.middles, strict=True)):
            yield from lines_of_text(
                lines, self.left - _GAP, middle, LEADING * self.size,
                anchor="end", size=self.size, bold=bool(bold) and bold[n],
            )  # fmt: skip


def heads(
    labels: Sequence[str],
    top: float = 0.0,
    below: float = 0.0,
    *,
    extra: float = 0.0,
    share: float = HEADS_SHARE,
    width: float = WIDTH,
) -> Heads:
    """Lay out the heads of rows.

    Parameters
    ----------
    labels : sequence of str
        From the top down; at least one.
    top, below : float
        Room needed above and below the rows, in points.
    extra : float
        Added to the height of every row.
    share : float
        How much of the chart's width the heads may take.
    width : float
        Of the chart.
    """
    room = width * share - _GAP
    for size, pitch, most in _DENSITIES:
        lines = [wrapped(label, room, size, most=most) for label in labels]
        air = min(pitch - LEADING * size, 5.0)
        heights = [max(pitch, LEADING * size * len(broken) + air) + extra for broken in lines]
        if top + sum(heights) + below <= TALLEST:
            break
    left = max(widest(broken, size) for broken in lines) + _GAP
    middles, at = [], top
    for height in heights:
        middles.append(at + height / 2)
        at += height
    return Heads(tuple(map(tuple, lines)), tuple(middles), 0.6 * pitch, top, at, left, size)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a key: its name, and what it stands for, drawn in a box of 14 by 11 points."""

    name: str
    sample: Area | Dot | Line


def key(entries: Sequence[Entry], left: float, right: float = WIDTH) -> tuple[list[Item], float]:
    """Return a key, on as many lines as it needs, and the height it takes with the air below.

    Parameters
    ----------
    entries : sequence of Entry
        None gives no key and no height.
    left, right : float
        Where it may begin and end; it begins further left rather than break over more lines.
    """
    if not entries:
        return [], 0.0
    wanted = [_SWATCH + 4 + text_width(entry.name) for entry in entries]
    if sum(wanted) + _BETWEEN * (len(wanted) - 1) > right - left:
        left = 0.0
    items: list[Item] = []
    x, line = left, 0
    for entry, width in zip(entries, wanted, strict=True):
        if x > left and x + width > right:
            x, line = left, line + 1
        middle = 6.5 + _KEY_LINE * line
        items.append(_sample(entry.sample, x, middle))
        room = right - x - _SWATCH - 4
        for n, text in enumerate(wrapped(entry.name, room)):
            line += n > 0
            items.append(Text(text, x + _SWATCH + 4, baseline(6.5 + _KEY_LINE * line)))
        x += width + _BETWEEN
    return items, _KEY_LINE * (line + 1) + 5


def _sample(sample: Area | Dot | Line, x: float, middle: float) -> Item:
    """Put a sample in its place: a box, a dot, or a line that lies or stands as it did."""
    match sample:
        case Area():
            ring = rectangle(x, middle - 4.5, x + _SWATCH, middle + 4.5)
            return replace(sample, rings=ring)
        case Dot():
            return Dot(x + _SWATCH / 2, middle, sample.shape, sample.colour, hollow=sample.hollow)
        case Line():
            (x0, _), (x1, _) = sample.points[0], sample.points[-1]
            ends = (
                ((x + _SWATCH / 2, middle - 5), (x + _SWATCH / 2, middle + 5))
                if x0 == x1
                else ((x, middle), (x + _SWATCH, middle))
            )
            return Line(ends, sample.colour, sample.width, sample.dash)


def stub(left: float, middle: float, height: float, way: int = 1) -> Area:
    """Return the hatched stub that stands where there is no value, to the right or (-1) left."""
    half = height / 2
    ring = rectangle(left, middle - half, left + way * STUB, middle + half)
    return Area(ring, GAP_FILL, GREY, hatch=GAP_HATCH)


def lying(colour: str, width: float, dash: tuple[float, ...] = ()) -> Line:
    """Return the sample of a line that lies."""
    return Line(((0.0, 0.0), (1.0, 0.0)), colour, width, dash)


def standing(colour: str, width: float) -> Line:
    """Return the sample of a stroke that stands."""
    return Line(((0.0, 0.0), (0.0, 1.0)), colour, width)


def swatch(
    fill: str, edge: str = "", hatch: str = "", dash: tuple[float, ...] = (), ink: str = ""
) -> Area:
    """Return the sample of an area."""
    return Area(((),), fill, edge, hatch=hatch, dash=dash, ink=ink)


def text_height(size: float = SIZE) -> float:
    """Return how much room a line of text takes, from its letters' top to their bottom."""
    return (ASCENT + DESCENT) * size
