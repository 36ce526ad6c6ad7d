"""A map of the kommuner of a län, or of the län: shaded by class, every value printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import shapely
from shapely import affinity

from vagled_lmi.brief.charts import geography
from vagled_lmi.brief.charts import places as spots
from vagled_lmi.brief.charts.facts import Chart, Fact, extremes, opening
from vagled_lmi.brief.charts.metrics import text_width
from vagled_lmi.brief.charts.palette import (
    GAP_FILL,
    GAP_HATCH,
    GREY,
    INK,
    LEADING,
    PAPER,
    RAMP,
    RAMP_HATCHES,
    RAMP_INKS,
    SMALL,
    VERMILION,
    WIDTH,
)
from vagled_lmi.brief.charts.rows import Entry, key, swatch
from vagled_lmi.brief.charts.scales import class_of, classes, tick_texts
from vagled_lmi.brief.charts.scene import (
    Anchor,
    Area,
    Box,
    Dot,
    Item,
    Line,
    Scene,
    Text,
    baseline,
)

_LINE = SMALL * LEADING
_LONE_HEIGHT, _COUNTRY_HEIGHT = 210.0, 470.0
#: A map of kommuner: its least height, what each kommun adds, and its most.
_COUNTY_HEIGHTS = (130.0, 6.0, 330.0)
_LEADER = 16.0
_BORDER = 0.7
_WIDEST = 132.0
_AIR, _OFF = 4.0, 3.0
#: How much of the height of all labels each of the two columns has room for, at least.
_SHARE = 0.55


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
        least, each, most = _COUNTY_HEIGHTS
        tall = _COUNTRY_HEIGHT if country else min(least + each * len(self.places), most)
        if len(self.places) == 1:
            tall = _LONE_HEIGHT
        by_code = {place.code: place for place in self.places}
        column = min(max(map(self._wide, self.places)), _WIDEST) + _LEADER + _OFF
        for side in (0.0, column):
            shapes = geography.outlines(list(by_code), WIDTH - 2 * side, tall)
            high = float(shapely.total_bounds(list(shapes.values()))[3])
            # a low map with many labels gets air above and below
            bottom = top + max(high, sum(self._height(place) for place in self.places) * _SHARE)
            down = top + (bottom - top - high) / 2
            shapes = {code: affinity.translate(s, side, down) for code, s in shapes.items()}
            inside, beside = self._labels(shapes, (top, bottom))
            if not beside:
                break
        for code, shape in shapes.items():
            fill, hatch, ink = looks[code]
            items.append(Area(geography.rings(shape), fill, INK, _BORDER, hatch, ink=ink))
        if self.stressed in shapes:
            shores = [shapely.Polygon(p.exterior) for p in shapely.get_parts(shapes[self.stressed])]
            for ring in geography.rings(shapely.MultiPolygon(shores)):
                items.append(Line((*ring, ring[0]), PAPER, 3.4))
                items.append(Line((*ring, ring[0]), VERMILION, 2.0))
        for label in beside:
            items += (Line(label.line, PAPER, 2.2), Line(label.line, INK, 0.6))
        items += (Dot(*label.line[0], "o", INK, 3.5) for label in beside)
        for label in beside:
            items += self._side(by_code[label.code], label)
        for spot in inside:
            items += self._inside(by_code[spot.code], spot.box)
        return Scene(WIDTH, bottom + 2, tuple(items))

    def facts(self) -> Iterator[Fact]:
        """Yield the range, and which regions have no value."""
        yield opening("map", self, count=len(self.places))
        yield from extremes((place.name, place.value, place.text) for place in self.places)

    def _classes(self) -> tuple[dict[str, tuple[str, str, str]], list[Entry]]:
        """Return fill, hatch and ink of each region, and the key; one region needs none."""
        known = [place.value for place in self.places if place.value is not None]
        limits = classes(known, len(RAMP)) if known else (0.0, 1.0)
        count = len(limits) - 1
        # few classes are taken evenly from the whole ramp
        steps = [round(n * (len(RAMP) - 1) / max(count - 1, 1)) for n in range(count)]
        texts = tick_texts(limits, self.tag)
        dash = " – " if limits[0] < 0 else "–"
        entries = [
            Entry(f"{low}{dash}{high}", swatch(RAMP[n], INK, RAMP_HATCHES[n], ink=RAMP_INKS[n]))
            for (low, high), n in zip(pairwise(texts), steps, strict=True)
        ]
        looks = {}
        for place in self.places:
            if place.value is None:
                looks[place.code] = (GAP_FILL, GAP_HATCH, GREY)
            else:
                n = steps[class_of(place.value, limits)]
                looks[place.code] = (RAMP[n], RAMP_HATCHES[n], RAMP_INKS[n])
        if len(known) < len(self.places):
            entries.append(Entry(self.gap, swatch(GAP_FILL, INK, GAP_HATCH, ink=GREY)))
        return looks, entries if known and len(self.places) > 1 else entries[count:]

    def _wide(self, place: Place) -> float:
        return (
            text_width(place.name, SMALL, bold=place.code == self.stressed)
            + _AIR
            + text_width(place.text, SMALL, bold=True)
        )

    def _height(self, place: Place) -> float:
        return _LINE * (1 if self._wide(place) <= _WIDEST else 2) + 1

    def _labels(
        self, shapes: dict[str, Any], ends: tuple[float, float]
    ) -> tuple[list[spots.Inside], list[spots.Beside]]:
        """Place the labels: the name over the value inside, beside it at a side."""
        sizes, heights = {}, {}
        for place in self.places:
            widths = [text_width(t, SMALL, bold=True) for t in (place.name, place.text)]
            sizes[place.code] = (max(widths) + 3, 2 * _LINE + 1)
            heights[place.code] = self._height(place)
        left, _, right, _ = shapely.total_bounds(list(shapes.values()))
        edges = (float(left) - _LEADER, float(right) + _LEADER)
        return spots.placed(shapes, sizes, heights, edges, ends)

    def _inside(self, place: Place, box: Box) -> Iterator[Item]:
        """Yield a label inside its region, on a plate."""
        yield Area((box.ring,))
        x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
        bold, known = place.code == self.stressed, place.value is not None
        for n, text in enumerate((place.name, place.text)):
            line = baseline(y + (n - 0.5) * _LINE, SMALL)
            yield Text(text, x, line, "middle", SMALL, bold or (n > 0 and known))

    def _side(self, place: Place, label: spots.Beside) -> Iterator[Text]:
        """Yield name and value beside the map: on one line, or the value under the name."""
        anchor: Anchor = "start" if label.right else "end"
        way = 1 if label.right else -1
        bold, known = place.code == self.stressed, place.value is not None
        x = label.line[1][0] + _OFF * way
        if self._wide(place) > _WIDEST:
            for n, text in enumerate((place.name, place.text)):
                y = baseline(label.middle + (n - 0.5) * _LINE, SMALL)
                yield Text(text, x, y, anchor, SMALL, bold or (n > 0 and known))
            return
        y = baseline(label.middle, SMALL)
        near, far = [(place.name, bold), (place.text, known)][::way]
        yield Text(near[0], x, y, anchor, SMALL, near[1])
        x += way * (text_width(near[0], SMALL, bold=near[1]) + _AIR)
        yield Text(far[0], x, y, anchor, SMALL, far[1])
