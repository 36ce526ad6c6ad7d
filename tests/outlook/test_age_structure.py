"""How old an occupation is: parts of those aged 16-64 beside everyone's, each year by itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from tests.outlook.conftest import small_panel
from vagled_lmi.outlook.age_structure import TABLE, with_ages
from vagled_lmi.outlook.employees import panel_of, train
from vagled_lmi.outlook.features import NAMES
from vagled_lmi.outlook.panel import Panel
from vagled_lmi.tables import Table

YOUNG, OLD = "young_in_riket", "old_in_riket"


@pytest.fixture(scope="module")
def ages(tables: Mapping[str, Table]) -> pd.DataFrame:
    return tables[TABLE].frame


def part(ages: pd.DataFrame, year: str, named: set[str], *codes: str) -> float:
    """The part of those aged 16-64 who have the ages named, of all occupations unless given."""
    rows = ages[(ages["period"] == year) & (ages["age"] != "65-69")]
    if codes:
        rows = rows[rows["ssyk"].isin(codes)]
    return float(rows[rows["age"].isin(named)]["value"].sum() / rows["value"].sum())


def test_parts_are_held_against_everyone_of_the_year(ages: pd.DataFrame) -> None:
    panel = with_ages(small_panel([[100.0] * 3] * 2, 2022, occupations=["5330", "2221"]), ages)
    for place, year in enumerate(("2022", "2023", "2024")):
        for row, code in enumerate(("5330", "2221")):
            for name, named in ((YOUNG, {"16-24", "25-29"}), (OLD, {"55-59", "60-64"})):
                difference = part(ages, year, named, code) - part(ages, year, named)
                assert panel.traits[name][row, place] == pytest.approx(difference, abs=1e-3)


def test_those_who_are_counted_since_2023_change_nothing(ages: pd.DataFrame) -> None:
    panel = small_panel([[100.0] * 2], 2023)
    without = with_ages(panel, ages[ages["age"] != "65-69"])
    for name, told in with_ages(panel, ages).traits.items():
        assert told == pytest.approx(without.traits[name], rel=1e-12)


def test_a_small_occupation_is_drawn_to_the_usual(ages: pd.DataFrame) -> None:
    one = ages[ages["period"] == "2024"].copy()
    alone = one["ssyk"] == "0110"
    one.loc[alone, "value"] = np.where(one.loc[alone, "age"] == "16-24", 5.0, 0.0)
    told = with_ages(small_panel([[100.0]], 2024, occupations=["0110"]), one).traits[YOUNG]
    usual = part(one, "2024", {"16-24", "25-29"})
    assert told[0, 0] == pytest.approx((1 - usual) * 5 / 15, abs=1e-3)  # five of them, ten usual


def test_what_is_not_known_is_as_everyone(ages: pd.DataFrame) -> None:
    panel = with_ages(small_panel([[100.0] * 2], 2024, occupations=["9999"]), ages)
    assert not panel.traits[YOUNG].any()
    later = with_ages(small_panel([[100.0] * 2], 2024, occupations=["5330"]), ages).traits[YOUNG]
    assert later[0, 0] > 0.0
    assert later[0, 1] == 0.0  # 2025


def test_series_and_years_keep_their_ages(panel: Panel) -> None:
    shown = panel.regions == "03"
    cut = panel.only(shown).until(2020)
    assert np.array_equal(cut.traits[OLD], panel.traits[OLD][shown, :7])
    assert np.array_equal(panel.between(2018, 2020).traits[OLD], panel.traits[OLD][:, 4:7])


def test_an_outlook_does_without_ages_and_is_another(
    tables: Mapping[str, Table], ages: pd.DataFrame
) -> None:
    frame = tables["scb:YREG60"].frame
    two = panel_of(frame[frame["region"].isin(["03", "19"])])
    without, told = train(two), train(with_ages(two, ages))
    assert without.about["features"] == list(NAMES)
    assert told.about["features"] == [*NAMES, YOUNG, OLD]
    assert not without.outlook["expected"].equals(told.outlook["expected"])
    assert train(replace(two, traits={})).to_bytes() == without.to_bytes()
