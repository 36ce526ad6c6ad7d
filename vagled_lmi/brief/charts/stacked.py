"""Stacked bars: the parts of some wholes, told apart by shade, hatching and printed values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from vagled_lmi.brief.charts.facts import Chart, Fact, extremes, fact, names, opening
from vagled_lmi.brief.charts.metrics import text_width
from vagled_lmi.brief.charts.palette import (
    BLUE,
    GREY,
    INK,
    PALE_BLUE,
    PALE_GREY,
    PAPER,
    WIDTH,
)
from vagled_lmi.brief.charts.rows import STUB, Entry, Heads, heads, key, stub, swatch, text_height
from vagled_lmi.brief.charts.scales import Scale
from vagled_lmi.brief.charts.scene import Area, Item, Line, Scene, Text, baseline, rectangle
from vagled_lmi.brief.charts.spacing import spread

#: Fill, edge, hatch and ink of the first, second and third part.
_LOOKS = (
    (BLUE, BLUE, "", PAPER),
    (PALE_BLUE, BLUE, "", INK),
    (PALE_GREY, GREY, "///", INK),
)
_ABOVE = 12.0


@dataclass(frozen=True, slots=True)
class Part:
    """One part of every whole.

    Attributes
    ----------
    name : str
        For the key.
    values : tuple of float or None
        One a row, none negative.
    texts : tuple of str
        The values as the reader sees them.
    """

    name: str
    values: tuple[float | None, ...]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stacked(Chart):
    """One stacked bar a row.

    Attributes
    ----------
    labels : tuple of str
        Row heads, from the top down; the first is the one the chart is about.
    parts : tuple of Part
        Three at most.
    subject : str
        What the values are, with unit, place and period.
    """

    labels: tuple[str, ...]
    parts: tuple[Part, ...]
    subject: str = ""

    def scene(self) -> Scene:
        """Lay the chart out."""
        if len(self.parts) > len(_LOOKS):
            raise ValueError(f"{len(self.parts)} parts; three can be told apart")
        entries = [
            Entry(part.name, swatch(fill, edge, hatch))
            for part, (fill, edge, hatch, _) in zip(self.parts, _LOOKS, strict=False)
        ]
        _, top = key(entries, 0)
        column = heads(self.labels, top, 2.0, extra=5.0)
        scale = self._scale(column)
        if any(self._crowded(row, scale, column.size) for row in range(len(self.labels))):
            # bars and heads in the lower part of their rows, the texts above
            column = heads(self.labels, top, 2.0, extra=5.0 + _ABOVE)
            lower = tuple(middle + _ABOVE / 2 for middle in column.middles)
            column = replace(column, middles=lower)
            scale = self._scale(column)
        items, _ = key(entries, column.left)
        items += column.texts(
            [row == 0 and len(self.labels) > 1 for row in range(len(self.labels))]
        )
        for row, middle in enumerate(column.middles):
            items += self._bar(row, middle, scale, column)
        return Scene(WIDTH, column.bottom + 2, tuple(items))

    def facts(self) -> Iterator[Fact]:
        """Yield the parts of the first row, then the range of the first part over all rows."""
        yield opening("stacked", self, count=len(self.labels))
        for part in self.parts:
            yield fact(
                "part", name=names([self.labels[0]]), part=names([part.name]), value=part.texts[0]
            )
        if len(self.labels) > 1:
            first = self.parts[0]
            yield fact("first-part", part=names([first.name]))
            yield from extremes(zip(self.labels, first.values, first.texts, strict=True))

    def _known(self, row: int) -> list[tuple[int, float]]:
        return [(n, v) for n, part in enumerate(self.parts) if (v := part.values[row]) is not None]

    def _scale(self, column: Heads) -> Scale:
        totals = [sum(v for _, v in self._known(row)) for row in range(len(self.labels))]
        return Scale(0.0, max(totals) or 1.0, column.left, WIDTH - 1)

    def _crowded(self, row: int, scale: Scale, size: float) -> bool:
        """Whether a text of the row is too wide for its part, or has none."""
        known = self._known(row)
        return bool(known) and (
            len(known) < len(self.parts)
            or any(
                text_width(self.parts[n].texts[row], size) + 7 > scale(value) - scale(0)
                for n, value in known
            )
        )

    def _bar(self, row: int, middle: float, scale: Scale, column: Heads) -> Iterator[Item]:
        size, half = column.size, column.height * 0.7
        known = self._known(row)
        if not known:
            yield stub(scale.start, middle, 2 * half)
            text = self.parts[0].texts[row]
            yield Text(text, scale.start + STUB + 5, baseline(middle, size), "start", size)
            return
        crowded = self._crowded(row, scale, size)
        centres, at = [scale.start] * len(self.parts), scale.start
        for n, value in known:
            fill, edge, hatch, _ = _LOOKS[n]
            end = at + scale(value) - scale.start
            if value:
                yield Area(
                    rectangle(at, middle - half, end, middle + half), fill, edge, hatch=hatch
                )
            centres[n:] = [(at + end) / 2] + [end] * (len(centres) - n - 1)
            at = end
        texts = [part.texts[row] for part in self.parts]
        if not crowded:
            for text, centre, (_, _, hatch, ink) in zip(texts, centres, _LOOKS, strict=False):
                yield Text(
                    text, centre, baseline(middle, size), "middle", size,
                    colour=ink, plate=bool(hatch),
                )  # fmt: skip
            return
        widths = [text_width(text, size) + 8 for text in texts]
        over = middle - half - 3.5 - text_height(size) / 2
        placed = spread(centres, widths, scale.start, WIDTH)
        for text, x, centre in zip(texts, placed, centres, strict=True):
            yield Text(text, x, baseline(over, size), "middle", size)
            yield Line(((x, middle - half - 2), (centre, middle - half)), GREY, 0.6)
