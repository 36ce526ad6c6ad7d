"""The pooled models: taught by the past alone, centred, and the same bytes again."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from vagled_lmi.outlook import breaks, features, pooled
from vagled_lmi.outlook.panel import Panel

HORIZONS = 5


@pytest.fixture(scope="module")
def known(panel: Panel) -> Panel:
    counties = np.isin(panel.regions, ["03", "04", "05", "18", "19"])
    return breaks.known_at(panel.only(counties), 2021, breaks.DECLARED)


def test_every_feature_has_its_column(known: Panel) -> None:
    told = features.Features(known)
    table = told.at(5)
    assert told.names[-2:] == ("young_in_riket", "old_in_riket")
    assert table.shape == (len(known.now), len(told.names))
    assert np.ptp(table, axis=0).min() > 0  # each tells some series apart
    assert np.isfinite(table).all()


def test_features_know_nothing_later(known: Panel) -> None:
    later = known.values.copy()
    later[:, 5:] *= np.linspace(2.0, 0.5, len(later))[:, None]
    traits = {name: told.copy() for name, told in known.traits.items()}
    for told in traits.values():
        told[:, 5:] += 1.0
    disturbed = features.Features(replace(known, values=later, traits=traits))
    assert np.array_equal(features.Features(known).at(4), disturbed.at(4))


def test_departures_are_centred_for_each_pair_of_years(known: Panel) -> None:
    taught = pooled.examples(known, HORIZONS)
    assert taught is not None
    first = (known.values[:, 1] >= 50).sum()  # the first pair: from 2015 to 2016
    weights = taught.weights[:first]
    mean = np.average(taught.departures[:first], weights=weights)
    assert abs(mean) < 0.01  # nought but for the largest, which are cut


def test_two_years_teach_nothing(known: Panel) -> None:
    assert pooled.examples(known.until(2015), HORIZONS) is None
    (trend_alone,) = pooled.forecast(known.until(2015), 2, pooled.fit_ridge)
    start = known.until(2015)
    whole = start.values.sum(axis=0)
    factor = (whole[1] / whole[0]) ** 0.5  # half the growth of all, in logarithms
    few = features.FEW
    expected = (start.now + few) * factor - few
    assert trend_alone[:, 0] == pytest.approx(np.maximum(expected, 0), rel=1e-9)


def test_the_same_figures_give_the_same_bytes(known: Panel) -> None:
    fits = (pooled.fit_ridge, pooled.fit_trees)
    once = [made.tobytes() for made in pooled.forecast(known, HORIZONS, *fits)]
    again = [made.tobytes() for made in pooled.forecast(known, HORIZONS, *fits)]
    assert once == again


def test_held_out_series_are_forecast_but_teach_nothing(known: Panel) -> None:
    out = known.regions == "03"
    disturbed = known.values.copy()
    disturbed[out, 3:6] *= 1.5
    teacher = known.only(~out)
    (one,) = pooled.forecast(known, 1, pooled.fit_ridge, learnt_from=teacher)
    (other,) = pooled.forecast(known, 1, pooled.fit_ridge, learnt_from=teacher)
    assert np.array_equal(one, other)
    taught = pooled.examples(teacher, HORIZONS)
    assert taught is not None
    assert len(taught.features) < len(pooled.examples(known, HORIZONS).features)  # type: ignore[union-attr]
