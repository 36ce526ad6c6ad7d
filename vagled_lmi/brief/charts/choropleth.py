"""A map of the kommuner of a län, or of the län: shaded by class, every value printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from vagled_lmi.brief.charts import geography, places
from vagled_lmi.brief.charts.facts import Chart, Fact, extremes, opening
from vagled_lmi.brief.charts.metrics import text_width
from vagled_lmi.brief.charts.palette import (
    GAP_FILL,
    GAP_HATCH,
    INK,
    LEADING,
    PAPER,
    RAMP,
    RAMP_HATCHES,
    SMALL,
    VERMILION,
    WIDTH,
)
from vagled_lmi.brief.charts.rows import Entry, key, swatch
from vagled_lmi.brief.charts.scales import class_of, classes, tick_texts
from vagled_lmi.brief.charts.scene import (
    Anchor,
    Area,
    Dot,
    Item,
    Line,
    Point,
    Scene,
    Text,
    baseline,
)

_LINE = SMALL * LEADING
_COUNTY_HEIGHT, _COUNTRY_HEIGHT = 330.0, 470.0
_LEADER = 16.0
_WIDEST = 132.0
_AIR = 4.0


@dataclass(frozen=True, slots=True)
class Place:
    """A region on a map: its code and name, its value, and the value as text."""

    code: str
    name: str
    value: float | None
    text: str


@dataclass(frozen=True, slots=True)
class Choropleth(Chart):
    """A shaded map.

    Attributes
    ----------
    places : tuple of Place
        All kommuner or all län; only they are drawn.
    subject : str
        What the values are, with unit, place and period.
    gap : str
        What a region without a value is called in the key; needed where there is one.
    stressed : str
        Code of a region that gets an outline of its own; empty for none.
    tag : str
        Language of the key.
    """

    places: tuple[Place, ...]
    subject: str = ""
    gap: str = ""
    stressed: str = ""
    tag: str = "sv-SE"

    def scene(self) -> Scene:
        """Lay the chart out."""
        looks, entries = self._classes()
        items, top = key(entries, 0)
        country = len(self.places[0].code) == 2
        tall = _COUNTRY_HEIGHT if country else _COUNTY_HEIGHT
        by_code = {place.code: place for place in self.places}
        column = min(max(map(self._wide, self.places)), _WIDEST) + _LEADER
        for side in (0.0, column):
            shapes = geography.outlines(list(by_code), WIDTH - 2 * side, tall)
            sizes = {code: self._size(place) for code, place in by_code.items()}
            within = {} if country else places.inside(shapes, sizes)
            if len(within) == len(by_code):
                break
        shift = (side, top)
        for code, shape in shapes.items():
            fill, hatch = looks[code]
            rings = _moved(geography.rings(shape), shift)
            items.append(Area(rings, fill, INK, 0.5, hatch))
        if self.stressed in shapes:
            for ring in _moved(geography.rings(shapes[self.stressed]), shift):
                items.append(Line((*ring, ring[0]), PAPER, 3.4))
                items.append(Line((*ring, ring[0]), VERMILION, 2.0))
        outside = {code: shape for code, shape in shapes.items() if code not in within}
        items += self._beside(outside, by_code, side, top, tall)
        for code, (x, y) in within.items():
            items += self._inside(by_code[code], (x + shift[0], y + shift[1]))
        return Scene(WIDTH, top + tall + 2, tuple(items))

    def facts(self) -> Iterator[Fact]:
        """Yield the range, and which regions have no value."""
        yield opening("map", self, count=len(self.places))
        yield from extremes((place.name, place.value, place.text) for place in self.places)

    def _classes(self) -> tuple[dict[str, tuple[str, str]], list[Entry]]:
        """Return fill and hatch of each region, and the key; one region needs none."""
        known = [place.value for place in self.places if place.value is not None]
        limits = classes(known, len(RAMP)) if known else (0.0, 1.0)
        count = len(limits) - 1
        # few classes are taken evenly from the whole ramp
        steps = [round(n * (len(RAMP) - 1) / max(count - 1, 1)) for n in range(count)]
        texts = tick_texts(limits, self.tag)
        dash = " – " if limits[0] < 0 else "–"
        entries = [
            Entry(f"{low}{dash}{high}", swatch(RAMP[n], INK, RAMP_HATCHES[n]))
            for (low, high), n in zip(pairwise(texts), steps, strict=True)
        ]
        looks = {}
        for place in self.places:
            if place.value is None:
                looks[place.code] = (GAP_FILL, GAP_HATCH)
            else:
                n = steps[class_of(place.value, limits)]
                looks[place.code] = (RAMP[n], RAMP_HATCHES[n])
        if len(known) < len(self.places):
            entries.append(Entry(self.gap, swatch(GAP_FILL, INK, GAP_HATCH)))
        return looks, entries if known and len(self.places) > 1 else entries[count:]

    def _wide(self, place: Place) -> float:
        return (
            text_width(place.name, SMALL, bold=place.code == self.stressed)
            + _AIR
            + text_width(place.text, SMALL, bold=True)
        )

    def _size(self, place: Place) -> tuple[float, float]:
        """Return width and height of a label inside: the name over the value."""
        widths = text_width(place.name, SMALL, bold=True), text_width(place.text, SMALL, bold=True)
        return max(widths) + 3, 2 * _LINE + 2

    def _inside(self, place: Place, middle: Point) -> Iterator[Text]:
        x, y = middle
        bold = place.code == self.stressed
        for n, text in enumerate((place.name, place.text)):
            line = baseline(y + (n - 0.5) * _LINE, SMALL)
            yield Text(text, x, line, "middle", SMALL, bold or n > 0, plate=True)

    def _beside(
        self,
        shapes: dict[str, Any],
        by_code: dict[str, Place],
        side: float,
        top: float,
        tall: float,
    ) -> Iterator[Item]:
        """Yield the labels at the sides with their lines."""
        targets = {}
        for code, shape in shapes.items():
            x, y = places.anchor(shape)
            targets[code] = (x + side, y + top)
        heights = {
            code: _LINE * (1 if self._wide(by_code[code]) <= _WIDEST else 2) + 1 for code in shapes
        }
        edges = side - _LEADER + 3, WIDTH - side + _LEADER - 3
        found = places.beside(targets, heights, edges, top, top + tall)
        for label in found:
            line = (label.target, (edges[label.right], label.middle))
            yield Line(line, PAPER, 2.2)
            yield Line(line, INK, 0.6)
        for label in found:
            yield Dot(*label.target, "o", INK, 3.5)
        for label in found:
            yield from self._side(by_code[label.code], label, edges[label.right])

    def _side(self, place: Place, label: places.Beside, edge: float) -> Iterator[Text]:
        """Yield name and value beside the map: on one line, or the value under the name."""
        anchor: Anchor = "start" if label.right else "end"
        way = 1 if label.right else -1
        bold = place.code == self.stressed
        first, second = (place.name, place.text) if label.right else (place.text, place.name)
        x = edge + 3 * way
        if self._wide(place) > _WIDEST:
            for n, text in enumerate((place.name, place.text)):
                y = baseline(label.middle + (n - 0.5) * _LINE, SMALL)
                yield Text(text, x, y, anchor, SMALL, bold or n > 0)
            return
        y = baseline(label.middle, SMALL)
        heavy = (bold, True) if label.right else (True, bold)
        yield Text(first, x, y, anchor, SMALL, heavy[0])
        x += way * (text_width(first, SMALL, bold=heavy[0]) + _AIR)
        yield Text(second, x, y, anchor, SMALL, heavy[1])


def _moved(rings: tuple[tuple[Point, ...], ...], by: Point) -> tuple[tuple[Point, ...], ...]:
    return tuple(
        tuple((round(x + by[0], 1), round(y + by[1], 1)) for x, y in ring) for ring in rings
    )
