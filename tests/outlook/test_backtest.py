"""Rolling origins and the choice: scores by hand, and nothing known before it happened."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from vagled_lmi.outlook import backtest, breaks, candidates, choice, coverage
from vagled_lmi.outlook.backtest import Origin
from vagled_lmi.outlook.panel import SIZE_NAMES, Panel

NAIVE = candidates.NAIVE


def origin(year: int, history: list[float], **forecasts: float) -> Origin:
    """One series at one origin, one year ahead; `actual` is what came of it."""
    actual = np.array([[forecasts.pop("actual")]])
    now = np.array([history])
    made = {name: now[:, -1:].copy() for name in candidates.NAMES}
    made |= {name: np.array([[value]]) for name, value in forecasts.items()}
    return Origin(year, now, made, actual, actual)


def test_errors_are_divided_by_what_the_series_usually_moves() -> None:
    one = origin(2016, [100.0, 110.0, 90.0], actual=105.0, ridge=99.0)
    scored = backtest.errors([one], len(SIZE_NAMES))
    # the series has moved by 10 and 20, 15 in the mean; no change misses by 15, ridge by 6
    assert scored.scaled[NAIVE][0, 0].tolist() == [1.0, 0.0, 0.0]
    assert scored.scaled["ridge"][0, 0, 0] == pytest.approx(6 / 15)
    assert scored.relative("ridge")[0, 0] == pytest.approx(6 / 15)
    assert scored.weighted("ridge", (0,))[0, 0] == pytest.approx(6 / 15)
    assert np.isnan(scored.relative("ridge")[0, 2])


def test_small_series_are_not_scored() -> None:
    few = origin(2016, [40.0, 45.0, 49.0], actual=60.0)
    assert backtest.errors([few], len(SIZE_NAMES)).count.sum() == 0


def test_the_choice_is_made_by_what_had_been_seen() -> None:
    # ridge is right in 2017, trend in 2018
    first = origin(2016, [100.0, 110.0, 120.0], actual=130.0, ridge=130.0, trend=100.0)
    second = origin(2017, [110.0, 120.0, 130.0], actual=140.0, ridge=90.0, trend=140.0)
    third = origin(2018, [120.0, 130.0, 140.0], actual=150.0)
    every = [first, second, third]
    assert choice.choose(every, 2016, 1).names == ((NAIVE,) * 3,)
    assert choice.choose(every, 2017, 1).names[0][0] == "ridge"
    # in 2018 ridge has missed by 0 and 50, trend by 30 and 0, both over 10
    assert choice.choose(every, 2018, 1).names[0][0] == NAIVE  # it has missed by 10 and 10
    assert choice.SHIPPED in choice.shipped(every)[0].forecasts


def test_a_tie_ships_no_change() -> None:
    first = origin(2016, [100.0, 110.0, 120.0], actual=130.0)
    assert choice.choose([first], 2017, 1).names[0][0] == NAIVE


def test_a_later_year_changes_no_earlier_forecast(panel: Panel) -> None:
    counties = panel.only(np.isin(panel.regions, ["03", "19"]))
    disturbed = counties.values.copy()
    disturbed[:, 7:] *= np.linspace(0.5, 2.0, len(disturbed))[:, None]  # from 2021 on
    origins = backtest.roll(counties, breaks.DECLARED)
    again = backtest.roll(replace(counties, values=disturbed), breaks.DECLARED)
    until_2020 = [(a, b) for a, b in zip(origins, again, strict=True) if a.year <= 2020]
    assert [a.year for a, _ in until_2020] == [2016, 2017, 2018, 2019, 2020]
    for one, other in until_2020:
        for name in candidates.NAMES:
            assert np.array_equal(one.forecasts[name], other.forecasts[name]), (one.year, name)
    before, after = choice.choose(origins, 2020, 5), choice.choose(again, 2020, 5)
    assert before == after


def test_targets_as_published_are_kept_beside(panel: Panel) -> None:
    uppsala = panel.only(panel.regions == "03")
    last = backtest.roll(uppsala, breaks.DECLARED)[-2]
    assert last.year == 2022
    assert np.array_equal(last.published[:, 0], uppsala.values[:, 9])
    # most of the jump is taken out of the target, and the year after is not there
    assert last.actual[:, 0].sum() < 0.97 * last.published[:, 0].sum()
    assert np.isnan(last.actual[:, 2]).all()


def test_regions_held_out_are_counted_once_each(panel: Panel) -> None:
    two = panel.only(np.isin(panel.regions, ["03", "04"]))
    held = coverage.by_region(two, breaks.DECLARED).coverage
    in_time = coverage.in_time(choice.shipped(backtest.roll(two, breaks.DECLARED)))
    assert held.counted.sum() == in_time.counted.sum() > 10_000
    assert 0.70 <= held.share(1, 2, 3)[1] <= 0.90
