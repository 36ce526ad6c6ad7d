"""Breaks: a level shift is taken out, a region's own growth stays, and none of it is learnt."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.outlook.conftest import small_panel
from vagled_lmi.outlook import breaks, candidates
from vagled_lmi.outlook.panel import Panel

OCCUPATIONS = [f"{group}{last}" for group in ("234", "532") for last in range(1, 6)]


def steady(growth: float = 0.02, jump: float = 0.0, at: int = 2020) -> Panel:
    """Ten occupations of two regions that grow alike, with one jump."""
    years = np.arange(2014, 2024)
    path = 1000 * np.exp(growth * (years - 2014) + jump * (years >= at))
    rows = [list(path)] * (2 * len(OCCUPATIONS))
    regions = ["03"] * len(OCCUPATIONS) + ["04"] * len(OCCUPATIONS)
    return small_panel(rows, regions=regions, occupations=OCCUPATIONS * 2)


def test_a_jump_in_steady_growth_is_the_shift() -> None:
    shifts = breaks.estimate(steady(jump=0.10), (2020,))
    # growth into 2020 is 0.12; ordinary years lead one to expect 0.02; what is left is 0.10
    assert shifts.by_year[2020] == pytest.approx(np.full(10, 0.10), abs=1e-3)
    assert shifts.between(2019, 2020) == pytest.approx(np.full(10, 0.10), abs=1e-3)
    assert shifts.between(2020, 2023).tolist() == [0.0] * 10


def test_no_jump_is_no_shift() -> None:
    shifts = breaks.estimate(steady(), (2020,))
    assert np.abs(shifts.by_year[2020]).max() < 1e-3


def test_chaining_leaves_a_series_without_the_jump_in_units_of_its_last_year() -> None:
    jumped = steady(jump=0.10)
    chained = breaks.chained(jumped, breaks.estimate(jumped, (2020,)))
    assert chained.now.tolist() == jumped.now.tolist()
    growth = np.diff(np.log(chained.values), axis=1)
    assert growth == pytest.approx(np.full_like(growth, 0.02), abs=1e-3)


def test_a_regions_own_growth_over_the_break_stays() -> None:
    jumped = steady(jump=0.10)
    values = jumped.values.copy()
    values[: len(OCCUPATIONS), 6:] *= 1.05  # the first region grew 5 per cent more that year
    values[len(OCCUPATIONS) :, 6:] *= 0.95
    own = replace(jumped, values=values)
    chained = breaks.known_at(own, 2023, (2020,))
    over = np.log(chained.values[:, 6] / chained.values[:, 5])
    first, second = over[: len(OCCUPATIONS)], over[len(OCCUPATIONS) :]
    # log 1.05 - log 0.95 = 0.1001: the difference between the regions is kept whole
    assert (first - second) == pytest.approx(np.full(len(OCCUPATIONS), 0.1001), abs=1e-4)


def test_a_target_is_put_into_the_units_of_its_origin() -> None:
    jumped = steady(jump=0.10)
    shifts = breaks.estimate(jumped, (2020,))
    target = breaks.in_units_of(jumped, 2021, 2019, shifts)
    # published: 1000 exp(0.02 * 7 + 0.10); without the jump 1000 exp(0.14) = 1150.27
    assert target == pytest.approx(np.full(20, 1150.27), rel=1e-3)
    assert breaks.in_units_of(jumped, 2022, 2021, shifts).tolist() == jumped.values[:, 8].tolist()


def test_nothing_of_later_years_is_known_earlier(panel: Panel) -> None:
    disturbed = panel.values.copy()
    disturbed[:, 6:] *= 3.0  # from 2020 on
    known = breaks.known_at(panel, 2019, breaks.DECLARED)
    again = breaks.known_at(replace(panel, values=disturbed), 2019, breaks.DECLARED)
    assert np.array_equal(known.values, again.values)


def test_the_breaks_are_declared_on_the_table(tables: dict[str, object]) -> None:
    declared = {int(b.period) for b in tables["scb:YREG60"].spec.breaks}  # type: ignore[attr-defined]
    assert set(breaks.DECLARED) <= declared


class TestTheJumpOf2023:
    """From 2022 to 2023 the register grew by 9 per cent; nearly all of it is a new method."""

    def yearly(self, panel: Panel, declared: tuple[int, ...]) -> dict[str, float]:
        """Growth a year that each candidate expects for all employees together, in per cent."""
        known = breaks.known_at(panel, 2023, declared)
        made = candidates.forecasts(known, 3)
        now = known.now.sum()
        return {name: 100 * ((f[:, 2].sum() / now) ** (1 / 3) - 1) for name, f in made.items()}

    def test_it_does_not_become_a_forecast(self, panel: Panel) -> None:
        whole = panel.values.sum(axis=0)
        jump = 100 * (whole[9] / whole[8] - 1)
        assert jump > 8
        handled = self.yearly(panel, breaks.DECLARED)
        learnt = self.yearly(panel, ())
        # before the break all employees grew by 1.8 per cent a year, 2014-2022
        ordinary = 100 * ((whole[8] / whole[0]) ** (1 / 8) - 1)
        for name, growth in handled.items():
            assert growth < ordinary + 0.5, name
        # not declared, it is learnt: the check can fail
        for name in ("rikets trend", "ridge", "träd", "sammanvägt"):
            assert learnt[name] > handled[name] + 0.3, name

    def test_a_higher_jump_changes_no_forecast(self, panel: Panel) -> None:
        """Ten per cent more people from 2023 on, all from the method: every outlook the same."""
        values = panel.values.copy()
        values[:, 9:] *= 1.10
        higher = self.yearly(replace(panel, values=values), breaks.DECLARED)
        for name, growth in self.yearly(panel, breaks.DECLARED).items():
            assert higher[name] == pytest.approx(growth, abs=0.1), name
