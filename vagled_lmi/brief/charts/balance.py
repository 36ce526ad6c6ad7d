"""Openings against places: two bars back to back a row, and how they differ said beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from vagled_lmi.brief.charts.facts import Chart, Fact, fact, gaps, names, opening
from vagled_lmi.brief.charts.metrics import text_width, widest, wrapped
from vagled_lmi.brief.charts.palette import (
    BLUE,
    GREY,
    PALE_GREY,
    VERMILION,
    WIDTH,
)
from vagled_lmi.brief.charts.rows import STUB, heads, stub
from vagled_lmi.brief.charts.scales import fitted
from vagled_lmi.brief.charts.scene import Area, Item, Line, Scene, Text, baseline, rectangle

_AIR = 4.0
_HEAD_LINE = 11.5
_HATCH = "///"


@dataclass(frozen=True, slots=True)
class Field:
    """One row weighed: its openings, its places, and the difference in words.

    Attributes
    ----------
    label : str
        Name of the field or the occupation.
    openings, places : float or None
        Not negative; places are those of education, or the people who have left it.
    openings_text, places_text, difference : str
        As the reader sees them; for None, why there is none.
    """

    label: str
    openings: float | None
    places: float | None
    openings_text: str
    places_text: str
    difference: str


@dataclass(frozen=True, slots=True)
class Balance(Chart):
    """Expected openings against education places, or the people educated, a row each.

    Attributes
    ----------
    rows : tuple of Field
        From the top down.
    openings, places, difference : str
        Heads of the left bars, the right bars and the column of differences.
    subject : str
        What is weighed, with unit, place and period.
    """

    rows: tuple[Field, ...]
    openings: str
    places: str
    difference: str
    subject: str = ""

    def scene(self) -> Scene:
        """Lay the chart out."""
        column = heads([row.label for row in self.rows], 0.0, 2.0, share=0.34)
        size = column.size
        said = widest([row.difference for row in self.rows], size)
        right = WIDTH - max(said, 58.0) - 12
        middle_x = (column.left + right) / 2
        top = self._heads_height(middle_x - column.left - 6, WIDTH - right - 12)
        column = heads([row.label for row in self.rows], top, 2.0, share=0.34)
        items: list[Item] = list(self._heads(column.left, middle_x, right, top))
        items += column.texts()
        ends = [
            (value or 0.0, text_width(text, column.size) + _AIR + 2 + STUB * (value is None))
            for row in self.rows
            for value, text in (
                (row.openings, row.openings_text), (row.places, row.places_text),
            )
        ]  # fmt: skip
        scale = fitted(ends, 0.0, middle_x - column.left)
        for row, middle in zip(self.rows, column.middles, strict=True):
            for value, text, way, look in (
                (row.openings, row.openings_text, -1, Area((), BLUE)),
                (row.places, row.places_text, 1, Area((), PALE_GREY, VERMILION, hatch=_HATCH)),
            ):
                length = STUB if value is None else scale(value)
                half = column.height / 2
                end = middle_x + way * length
                ring = rectangle(middle_x, middle - half, end, middle + half)
                if value is None:
                    items.append(stub(middle_x, middle, column.height, way))
                elif value:
                    items.append(Area(ring, look.fill, look.edge, hatch=look.hatch))
                items.append(
                    Text(
                        text, end + way * _AIR, baseline(middle, column.size),
                        "end" if way < 0 else "start", column.size,
                    )
                )  # fmt: skip
            items.append(
                Text(row.difference, WIDTH, baseline(middle, column.size), "end", column.size)
            )
        items.append(Line(((middle_x, column.top), (middle_x, column.bottom)), GREY, 0.8))
        return Scene(WIDTH, column.bottom + 2, tuple(items))

    def facts(self) -> Iterator[Fact]:
        """Yield in how many rows openings are more than places, and the extremes."""
        yield opening("balance", self, openings=self.openings, places=self.places)
        both = [
            (row.openings - row.places, row)
            for row in self.rows
            if row.openings is not None and row.places is not None
        ]
        if both:
            more = sum(gap > 0 for gap, _ in both)
            yield fact("more-openings", count=more, total=len(both))
            most, least = max(both, key=lambda p: p[0]), min(both, key=lambda p: p[0])
            for message, (gap, row) in (("most-openings", most), ("most-places", least)):
                if gap > 0 if message == "most-openings" else gap < 0:
                    yield fact(
                        message, name=names([row.label]), openings=row.openings_text,
                        places=row.places_text,
                    )  # fmt: skip
        yield from gaps(
            (row.label, row.openings_text if row.openings is None else row.places_text)
            for row in self.rows
            if row.openings is None or row.places is None
        )

    def _heads_height(self, side: float, beside: float) -> float:
        most = max(
            len(wrapped(self.openings, side)),
            len(wrapped(self.places, side)),
            len(wrapped(self.difference, beside)),
        )
        return most * _HEAD_LINE + 6

    def _heads(self, left: float, middle: float, right: float, top: float) -> Iterator[Text]:
        """Yield the heads over the bars, each at the side where its bars begin."""
        for text, x, anchor, room in (
            (self.openings, middle - 6, "end", middle - left - 6),
            (self.places, middle + 6, "start", right - middle - 6),
            (self.difference, WIDTH, "end", WIDTH - right - 12),
        ):
            lines = wrapped(text, room)
            for n, line in enumerate(lines):
                y = top - 8 - _HEAD_LINE * (len(lines) - 1 - n)
                yield Text(line, x, y, anchor, bold=True)  # type: ignore[arg-type]
