"""The plain forecasts, by hand."""

from __future__ import annotations

import numpy as np
import pytest

from tests.outlook.conftest import small_panel
from vagled_lmi.outlook import baselines
from vagled_lmi.outlook.panel import Panel


def by(make: baselines.Forecaster, panel: Panel, horizons: int = 2) -> list[list[float]]:
    return make(panel, horizons).tolist()


def test_no_change() -> None:
    assert by(baselines.naive, small_panel([[90.0, 100.0]])) == [[100.0, 100.0]]


def test_drift() -> None:
    # (130 - 100) / 3 = 10 a year; and nobody can be fewer than none
    panel = small_panel([[100.0, 90.0, 120.0, 130.0], [90.0, 60.0, 30.0, 0.0]])
    assert by(baselines.drift, panel) == [[140.0, 150.0], [0.0, 0.0]]


def test_damped_trend() -> None:
    # half of 10 a year, then fading by a fifth: 5 * 0.8 = 4, 5 * (0.8 + 0.64) = 7.2
    made = baselines.damped(small_panel([[100.0, 110.0, 120.0, 130.0]]), 2)
    assert made == pytest.approx(np.array([[134.0, 137.2]]))


def test_half_the_growth_of_riket() -> None:
    panel = small_panel([[1000.0, 1100.0], [1000.0, 1100.0]], regions=["03", "04"])
    # one occupation: its growth is that of all, half of log 1.1 a year, but for the twenty people
    # that are added before logarithms
    half = np.sqrt(1.1)
    made = baselines.national(panel, 2)
    assert made == pytest.approx(np.array([[1100 * half, 1100 * 1.1]] * 2), rel=1e-3)


def test_a_small_occupation_lends_little_of_its_own_trend() -> None:
    panel = small_panel([[100_000.0, 100_000.0], [100.0, 200.0]], occupations=["2341", "9999"])
    small = baselines.national(panel, 1)[1, 0]
    # trusted with 200 / 2 200 of its own log growth, cut at 0.15 over that of all: half of 0.0146
    whole = np.log(100_200 / 100_100)
    assert small == pytest.approx(200 * np.exp(0.5 * (whole + 200 / 2200 * 0.15)), rel=1e-9)


def test_theta_of_a_straight_line_goes_on_at_half_the_slope() -> None:
    line = [100.0, 110.0, 120.0, 130.0, 140.0]
    made = baselines.theta(small_panel([line]), 2)[0]
    # weight 1 serves best: level 140, half of 10 a year, (1 - 0) / 1 = 1 step at first
    assert made == pytest.approx([145.0, 150.0])


def test_ets_of_a_constant_is_the_constant_and_of_a_long_line_the_line() -> None:
    constant, line = [50.0] * 10, [100.0 + 10 * year for year in range(10)]
    made = baselines.ets(small_panel([constant, line]), 2)
    assert made[0] == pytest.approx([50.0, 50.0])
    assert made[1] == pytest.approx([200.0, 210.0])


def test_ets_of_too_few_years_is_no_change() -> None:
    assert by(baselines.ets, small_panel([[100.0, 110.0, 120.0]])) == [[120.0, 120.0]]
