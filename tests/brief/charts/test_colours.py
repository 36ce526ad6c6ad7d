"""Colours: contrast, other colour vision, and that no meaning rests on them alone."""

from __future__ import annotations

from itertools import combinations, pairwise

import numpy as np
import pytest
from colorspacious import cspace_convert, deltaE

from tests.brief.charts.readable import GRAPHIC_CONTRAST, TEXT_CONTRAST, contrast
from tests.brief.charts.samples import COUNTIES, KINDS
from vagled_lmi.brief.charts import palette
from vagled_lmi.brief.charts.palette import (
    BLUE,
    FAINT_GREY,
    GAP_FILL,
    GREY,
    INK,
    PAPER,
    RAMP,
    RAMP_HATCHES,
    SERIES,
    VERMILION,
)
from vagled_lmi.brief.charts.scene import Area, Dot, Line
from vagled_lmi.brief.charts.stacked import _LOOKS as LOOKS

#: Two colours this far apart (CAM02-UCS) are told apart at a glance; 1 is just to be seen.
APART = 14.0
#: A dichromat's sight, and the grey of a copying machine.
SIGHTS = ("deuteranomaly", "protanomaly", "tritanomaly")


def simulated(colour: str, sight: str) -> str:
    rgb = [int(colour[n : n + 2], 16) for n in (1, 3, 5)]
    space = {"name": "sRGB1+CVD", "cvd_type": sight, "severity": 100}
    seen = np.clip(cspace_convert(np.array(rgb) / 255, space, "sRGB1"), 0, 1)
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in seen)


def distance(one: str, other: str) -> float:
    first, second = ([int(c[n : n + 2], 16) / 255 for n in (1, 3, 5)] for c in (one, other))
    return float(deltaE(first, second, input_space="sRGB1"))


def lightness(colour: str) -> float:
    rgb = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    return float(cspace_convert(rgb, "sRGB1", "CIELab")[0])


def test_contrast_is_counted_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)  # W3C's own example


@pytest.mark.parametrize("colour", [BLUE, VERMILION, GREY])
def test_colours_with_meaning_stand_out_from_paper(colour: str) -> None:
    assert contrast(colour, PAPER) >= GRAPHIC_CONTRAST


@pytest.mark.parametrize("colour", [INK, GREY])
def test_colours_of_text_stand_out_from_paper(colour: str) -> None:
    assert contrast(colour, PAPER) >= TEXT_CONTRAST


@pytest.mark.parametrize("sight", SIGHTS)
def test_colours_with_meaning_are_apart_in_other_sight(sight: str) -> None:
    for one, other in combinations((BLUE, VERMILION, GREY), 2):
        assert distance(simulated(one, sight), simulated(other, sight)) >= APART, (one, other)


def test_red_and_green_would_not_pass() -> None:
    seen = simulated("#d62728", "deuteranomaly"), simulated("#2ca02c", "deuteranomaly")
    blue = simulated(BLUE, "deuteranomaly"), simulated(VERMILION, "deuteranomaly")
    assert distance(*seen) < distance(*blue) / 2


def test_series_have_a_shape_or_a_dash_of_their_own() -> None:
    assert len({shape for _, shape, _ in SERIES}) == len(SERIES)
    assert len({dash for *_, dash in SERIES}) == len(SERIES)


def test_parts_of_a_bar_have_edges_that_stand_out_and_ink_that_can_be_read() -> None:
    for fill, edge, hatch, ink in LOOKS:
        assert contrast(edge, PAPER) >= GRAPHIC_CONTRAST
        assert hatch or contrast(ink, fill) >= TEXT_CONTRAST
    shades = [lightness(fill) for fill, *_ in LOOKS]
    assert abs(shades[0] - shades[1]) >= 25
    assert LOOKS[2][2]


def test_classes_of_a_map_are_told_apart_without_colour() -> None:
    for (light, dark), hatches in zip(pairwise(RAMP), pairwise(RAMP_HATCHES), strict=True):
        assert lightness(light) - lightness(dark) >= 9
        assert hatches[0] != hatches[1]
    for colour in (*RAMP, GAP_FILL):
        # borders, and the dots that lines begin with
        assert contrast(INK, colour) >= GRAPHIC_CONTRAST
    for sight in SIGHTS:
        seen = [lightness(simulated(colour, sight)) for colour in RAMP]
        assert seen == sorted(seen, reverse=True)
        assert min(a - b for a, b in pairwise(seen)) >= 8


@pytest.mark.parametrize("kind", KINDS)
def test_every_shape_drawn_stands_out(kind: str) -> None:
    """An area without an edge that does has a fill that does, or a hatch; so has a line."""
    for county in COUNTIES[::7]:
        for item in KINDS[kind](county).scene().items:
            match item:
                case Area() if item.fill in (palette.FAINT_BLUE, palette.PALE_BLUE):
                    continue  # bands: their edges are lines of their own, tested below
                case Area(fill=fill, edge=edge, hatch=hatch):
                    plate = fill == PAPER and not edge
                    solid = contrast(fill, PAPER) >= GRAPHIC_CONTRAST
                    edged = bool(edge) and contrast(edge, PAPER) >= GRAPHIC_CONTRAST
                    assert plate or solid or edged or hatch, item
                case Line(colour=colour):
                    assert colour in (FAINT_GREY, PAPER) or contrast(colour, PAPER) >= 3, item
                case Dot(colour=colour):
                    assert contrast(colour, PAPER) >= GRAPHIC_CONTRAST, item


def test_bands_of_a_fan_have_edges_of_two_kinds() -> None:
    items = KINDS["fan"](COUNTIES[0]).scene().items
    edges = [item for item in items if isinstance(item, Line) and item.width == 0.9]
    assert {edge.dash for edge in edges} == {(), (3.0, 2.0)}
    assert all(contrast(edge.colour, PAPER) >= GRAPHIC_CONTRAST for edge in edges)
    assert len(edges) == 4
