"""Conformal intervals: quantiles by hand, and coverage where the truth is known."""

from __future__ import annotations

import numpy as np
import pytest

from vagled_lmi.outlook.backtest import Origin
from vagled_lmi.outlook.choice import SHIPPED
from vagled_lmi.outlook.features import FEW
from vagled_lmi.outlook.intervals import LEVELS, _quantile, calibrate, spread


def test_the_quantile_counts_the_new_case_as_one_beyond_all() -> None:
    scores, equal = np.array([4.0, 1.0, 3.0, 2.0]), np.ones(4)
    # of five places the four scores take 1/5, 2/5, 3/5 and 4/5
    assert _quantile(scores, equal, 0.5) == 3.0
    assert _quantile(scores, equal, 0.8) == 4.0
    assert _quantile(scores, equal, 0.95) == 4.0


def test_older_scores_weigh_less() -> None:
    scores, weights = np.array([1.0, 9.0]), np.array([1.0, 0.1])
    # 1 of (1.1 + 1) reaches 0.476, and 9 the rest
    assert _quantile(scores, weights, 0.4) == 1.0
    assert _quantile(scores, weights, 0.5) == 9.0


def test_spread_is_near_a_series_own_moves_and_near_its_size() -> None:
    years = np.arange(11)
    calm = 1000 * np.exp(0.02 * (years % 2))
    restless = 1000 * np.exp(0.2 * (years % 2))
    histories = np.stack([calm] * 20 + [restless] * 20)
    spreads = spread(histories)
    assert (spreads[:20] < spreads[20:]).all()
    assert 0.02 < spreads[0] < 0.11
    assert 0.11 < spreads[-1] < 0.2


def test_without_fading_every_year_counts_alike() -> None:
    early = np.array([[1000.0, 1200.0, 1200.0, 1200.0]])
    late = np.array([[1000.0, 1000.0, 1000.0, 1200.0]])
    both = np.concatenate([early, late])
    fading, alike = spread(both), spread(both, 1.0)
    assert fading[1] > fading[0]  # one has just moved, the other long ago
    assert alike[1] == pytest.approx(alike[0])


def simulated(year: int, seed: int, count: int = 4000) -> Origin:
    """Series whose log misses after h years are normal with spread root h: the truth is known."""
    rng = np.random.default_rng(seed)
    history = 300 * np.exp(np.cumsum(rng.normal(0, 0.05, (count, 8)), axis=1))
    forecast = np.repeat(history[:, -1:], 3, axis=1)
    missed = np.cumsum(rng.normal(0, 0.05, (count, 3)), axis=1)
    actual = (forecast + FEW) * np.exp(missed) - FEW
    return Origin(year, history, {SHIPPED: forecast}, actual, actual)


def test_intervals_hold_as_often_as_they_say() -> None:
    conformal = calibrate([simulated(2018, 1), simulated(2019, 2)], 3)
    assert conformal is not None
    fresh = simulated(2020, 3)
    for level, nominal in enumerate(LEVELS):
        lower, upper = conformal.bounds(
            fresh.forecasts[SHIPPED], fresh.history, fresh.classes, level
        )
        held = ((fresh.actual >= lower) & (fresh.actual <= upper)).mean(axis=0)
        assert held == pytest.approx(np.full(3, nominal), abs=0.03)


def test_intervals_widen_with_time_where_too_few_origins_tell() -> None:
    one = simulated(2018, 1)
    cut = one.known_in(2019)  # only the first year has been seen
    conformal = calibrate([cut], 3)
    assert conformal is not None
    for size in range(2):
        first, second, third = conformal.quantiles[1, :, size]
        assert second == pytest.approx(first * np.sqrt(2))
        assert third == pytest.approx(first * np.sqrt(3))


def test_nothing_seen_is_no_interval() -> None:
    assert calibrate([simulated(2018, 1).known_in(2018)], 3) is None
    assert calibrate([], 3) is None
