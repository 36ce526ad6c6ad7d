"""The parts of layout: labels kept apart, scales, classes, pieces of lines."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vagled_lmi.brief.charts.scales import class_of, classes, fitted, tick_texts, ticks
from vagled_lmi.brief.charts.scene import Box
from vagled_lmi.brief.charts.spacing import passes, spread, thinned
from vagled_lmi.brief.charts.timeline import pieces

QUICK = settings(max_examples=200, deadline=None, derandomize=True)
SOME = st.lists(st.tuples(st.floats(0, 300), st.floats(5, 25)), min_size=1, max_size=20)


@pytest.mark.parametrize(
    ("wanted", "sizes", "placed"),
    [
        ([50.0], [10.0], [50.0]),
        ([50.0, 70.0], [10.0, 10.0], [50.0, 70.0]),  # they do not meet
        ([50.0, 54.0], [10.0, 10.0], [47.0, 57.0]),  # 6 too close, 3 each
        ([54.0, 50.0], [10.0, 10.0], [57.0, 47.0]),  # the order of the list does not matter
        ([50.0, 50.0, 50.0], [10.0, 10.0, 10.0], [40.0, 50.0, 60.0]),
        ([1.0, 2.0], [10.0, 10.0], [5.0, 15.0]),  # in from the end
        ([99.0, 98.0], [10.0, 10.0], [95.0, 85.0]),
    ],
)
def test_labels_move_as_little_as_possible(
    wanted: list[float], sizes: list[float], placed: list[float]
) -> None:
    assert spread(wanted, sizes, 0, 100) == pytest.approx(placed)


@QUICK
@given(labels=SOME)
def test_labels_never_overlap_and_keep_their_order(labels: list[tuple[float, float]]) -> None:
    wanted, sizes = [at for at, _ in labels], [size for _, size in labels]
    middles = spread(wanted, sizes, 0, 600)
    order = sorted(range(len(labels)), key=lambda i: (wanted[i], i))
    for a, b in pairwise(order):
        assert middles[b] - middles[a] >= (sizes[a] + sizes[b]) / 2 - 1e-6
    assert middles[order[0]] >= sizes[order[0]] / 2 - 1e-6
    if sum(sizes) <= 600:
        assert middles[order[-1]] <= 600 - sizes[order[-1]] / 2 + 1e-6


@QUICK
@given(low=st.floats(-1e7, 1e7), wide=st.floats(0, 1e7), most=st.integers(2, 6))
def test_ticks_are_round_and_reach_around(low: float, wide: float, most: int) -> None:
    marks = ticks(low, low + wide, most)
    assert 2 <= len(marks) <= most + 2
    hair = 1e-6 * (abs(low) + wide) + 1e-9
    assert marks[0] <= low + hair
    assert marks[-1] >= low + wide - hair
    steps = [b - a for a, b in pairwise(marks)]
    assert max(steps) == pytest.approx(min(steps))
    assert len(set(tick_texts(marks, "sv-SE"))) == len(marks)


def test_ticks_are_written_as_the_language_does() -> None:
    assert tick_texts(ticks(0, 1900), "sv-SE") == [
        "0",
        "500",
        "1\u202f000",
        "1\u202f500",
        "2\u202f000",
    ]
    assert tick_texts(ticks(4.1, 6.4), "sv-SE") == ["4,0", "4,5", "5,0", "5,5", "6,0", "6,5"]
    assert tick_texts(ticks(-3, 4), "sv-SE")[0] == "−4"


@QUICK
@given(values=st.lists(st.floats(-1000, 1000), min_size=1, max_size=60))
def test_every_value_has_its_class(values: list[float]) -> None:
    limits = classes(values, 5)
    assert 2 <= len(limits) <= 6
    for value in values:
        n = class_of(value, limits)
        assert limits[n] - 1e-6 <= value <= limits[n + 1] + 1e-6
    if min(values) < -1 and max(values) > 1:
        assert 0.0 in limits


def test_a_class_holds_its_lower_limit() -> None:
    limits = (70.0, 75.0, 80.0)
    assert [class_of(v, limits) for v in (70.0, 74.9, 75.0, 80.0)] == [0, 0, 1, 1]


@QUICK
@given(ends=st.lists(st.tuples(st.floats(-1e5, 1e5), st.floats(5, 60)), min_size=1, max_size=30))
def test_bars_and_their_texts_fill_the_room_and_no_more(ends: list[tuple[float, float]]) -> None:
    scale = fitted(ends, 100, 454)
    reach = [scale(v) + (t if v >= 0 else -t) for v, t in ends]
    assert min(reach) >= 100 - 0.01
    assert max(reach) <= 454 + 0.01
    if max(abs(v) for v, _ in ends) > 1:
        assert max(reach) > 452 or min(reach) < 102  # as wide as can be


def test_lines_are_cut_at_breaks_and_gaps() -> None:
    points = [(0.0, 1.0), (1.0, 2.0), (2.0, None), (3.0, 4.0), (4.0, 5.0)]
    assert pieces(points, []) == [[(0.0, 1.0), (1.0, 2.0)], [(3.0, 4.0), (4.0, 5.0)]]
    assert pieces(points, [3.5]) == [[(0.0, 1.0), (1.0, 2.0)], [(3.0, 4.0)], [(4.0, 5.0)]]
    assert pieces([(0.0, None)], []) == []


def test_a_line_passes_a_box() -> None:
    box = Box(10, 10, 20, 20)
    assert passes(box, (0, 15), (30, 15))
    assert passes(box, (12, 12), (13, 13))
    assert not passes(box, (0, 25), (30, 25))
    assert not passes(box, (0, 0), (9, 30))


def test_the_most_important_labels_stay() -> None:
    boxes = [Box(n * 10.0, 0, n * 10.0 + 16, 10) for n in range(5)]
    assert thinned(boxes, [4, 0, 1, 2, 3]) == {4, 0, 2}
