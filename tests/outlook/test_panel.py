"""The panel: what is read, what is added up, what is left of riket."""

from __future__ import annotations

import numpy as np
import pytest

from tests.outlook.conftest import long_frame, small_panel
from vagled_lmi.errors import ContractError
from vagled_lmi.indicators.protocol import NoFiguresError
from vagled_lmi.outlook.panel import REST, SIZE_NAMES, Panel, size_class


def test_rows_of_the_same_key_are_added_and_holes_are_nobody() -> None:
    rows = [("03", "2341", 2020, 10.0), ("03", "2341", 2020, 5.0), ("03", "2341", 2021, 7.0)]
    panel = Panel.from_long(long_frame([*rows, ("04", "2341", 2021, 3.0)]))
    assert panel.values.tolist() == [[15.0, 7.0], [0.0, 3.0]]
    assert (panel.last, panel.now.tolist(), panel.whole) == (2021, [7.0, 3.0], False)


def test_what_is_left_of_riket_is_a_series_of_its_own() -> None:
    rows = [("00", "2341", 2020, 100.0), ("03", "2341", 2020, 30.0), ("04", "2341", 2020, 20.0)]
    panel = Panel.from_long(long_frame(rows))
    assert dict(zip(panel.regions, panel.now, strict=True)) == {"03": 30, "04": 20, REST: 50}
    assert panel.area("country").tolist() == ["00", "00", "00"]
    assert panel.area("county").tolist() == ["03", "04", ""]
    complete = Panel.from_long(long_frame([*rows, ("05", "2341", 2020, 50.0)]))
    assert REST not in complete.regions
    assert complete.whole


def test_more_than_riket_is_refused() -> None:
    rows = [("00", "2341", 2020, 40.0), ("03", "2341", 2020, 50.0)]
    with pytest.raises(ContractError, match="yrket 2341 år 2020: 50 mot 40"):
        Panel.from_long(long_frame(rows))


def test_a_year_that_is_missing_is_refused() -> None:
    rows = [("03", "2341", 2020, 1.0), ("03", "2341", 2022, 1.0)]
    with pytest.raises(NoFiguresError, match=r"mellan 2020 och 2022: \[2021\]"):
        Panel.from_long(long_frame(rows))


def test_a_nuts2_area_is_there_when_all_its_counties_are() -> None:
    codes = ["03", "04", "05", "18", "19", "20"]
    panel = small_panel([[1.0, 1.0]] * 6, regions=codes)
    assert panel.area("nuts2").tolist() == ["SE12"] * 5 + [""]
    assert panel.only(np.array([True] * 4 + [False] * 2)).area("nuts2").tolist() == [""] * 4


def test_groups_and_cuts() -> None:
    panel = small_panel([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], occupations=["2341", "2342", "5321"])
    teachers = panel.digits(3)
    assert teachers.codes.tolist() == ["234", "532"]
    assert teachers.sum(panel.values).tolist() == [[4.0, 6.0], [5.0, 6.0]]
    assert panel.until(2014).values.tolist() == [[1.0], [3.0], [5.0]]


def test_size_classes_meet_at_their_bounds() -> None:
    people = np.array([0.0, 49.0, 50.0, 199.0, 200.0, 999.0, 1000.0, 50_000.0])
    assert size_class(people).tolist() == [-1, -1, 0, 0, 1, 1, 2, 2]
    assert len(SIZE_NAMES) == 3
