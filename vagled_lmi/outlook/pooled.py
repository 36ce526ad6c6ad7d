"""Models trained over all series at once: what short series have in common, one series cannot show.

A forecast is a common trend plus how a series departs from it. The common trend is half the growth
of all employees over five years; years differ too much, and are too few, for a model to learn it.
So the models learn departures only: each pair of years is centred on its own mean.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from vagled_lmi.outlook.features import FEW, Features
from vagled_lmi.outlook.panel import FEWEST_SCORED, Floats, Panel

#: Yearly departures beyond this are recoding more than growth.
_LARGEST = 0.25
#: Every other horizon teaches: its neighbours would teach the same at twice the time.
_STEP = 2
#: Series weigh by the root of their size, up to this many people.
_HEAVIEST = 3000.0
_TREND_YEARS = 5
_LASTING = 0.5
#: Of the trees; the forecasts hardly depend on it.
SEED = 20_141_104


class _Regressor(Protocol):
    def predict(self, features: Floats) -> Floats: ...


Fit = Callable[[Floats, Floats, Floats], _Regressor]


def fit_ridge(features: Floats, departures: Floats, weights: Floats) -> _Regressor:
    """Fit a strongly shrunk linear model."""
    # late, here and below: who finds an outlook in the cache does not pay a second for the import
    from sklearn.linear_model import Ridge  # noqa: PLC0415
    from sklearn.pipeline import make_pipeline  # noqa: PLC0415
    from sklearn.preprocessing import StandardScaler  # noqa: PLC0415

    model = make_pipeline(StandardScaler(), Ridge(alpha=10_000.0))
    fitted: _Regressor = model.fit(features, departures, ridge__sample_weight=weights)
    return fitted


def fit_trees(features: Floats, departures: Floats, _: Floats) -> _Regressor:
    """Fit gradient-boosted trees on absolute errors: small trees, large leaves, equal weights.

    Weighted bins make scikit-learn seven times slower here, and the forecasts no better.
    """
    from sklearn.ensemble import HistGradientBoostingRegressor  # noqa: PLC0415

    model = HistGradientBoostingRegressor(
        loss="absolute_error",
        max_iter=60,
        learning_rate=0.05,
        max_leaf_nodes=6,
        min_samples_leaf=400,
        l2_regularization=10.0,
        early_stopping=False,
        random_state=SEED,
    )
    fitted: _Regressor = model.fit(features, departures)
    return fitted


@dataclass(frozen=True)
class Examples:
    """Pairs of a series at a year and its departure over the years that followed."""

    features: Floats
    departures: Floats
    weights: Floats


def examples(panel: Panel, horizons: int) -> Examples | None:
    """Return every example that a panel holds; None where it is too short for any.

    Parameters
    ----------
    panel : Panel
        Comparable years.
    horizons : int
        Longest horizon. Departures are per year, in logarithms.
    """
    known = Features(panel)
    logs = np.log(panel.values + FEW)
    count = logs.shape[1]
    rows: list[tuple[Floats, Floats, Floats]] = []
    for start in range(1, count - 1):
        scored = panel.values[:, start] >= FEWEST_SCORED
        weights = _weights(panel.values[scored, start])
        if not scored.any():
            continue
        features = known.at(start)[scored]
        for horizon in range(1, min(horizons, count - 1 - start) + 1, _STEP):
            growth = logs[scored, start + horizon] - logs[scored, start]
            centred = (growth - np.average(growth, weights=weights)) / horizon
            rows.append((features, centred.clip(-_LARGEST, _LARGEST), weights))
    if not rows:
        return None
    features, departures, weights = (np.concatenate(parts) for parts in zip(*rows, strict=True))
    return Examples(features, departures, weights / weights.mean())


def forecast(
    panel: Panel, horizons: int, *fits: Fit, learnt_from: Panel | None = None
) -> list[Floats]:
    """Forecast with several models trained on the same examples.

    Parameters
    ----------
    panel : Panel
        Comparable years.
    horizons : int
        Years ahead.
    *fits : Fit
        `fit_ridge`, `fit_trees`.
    learnt_from : Panel, optional
        The panel to train on, where it is another than the one to forecast.

    Returns
    -------
    list of ndarray, shape (series, horizons)
        Persons, one array a model. Where there is nothing to learn from, the common trend alone.
    """
    from threadpoolctl import threadpool_limits  # noqa: PLC0415

    taught = examples(learnt_from or panel, horizons)
    ahead = np.arange(1, horizons + 1, dtype=np.float64)
    now = Features(panel).at(panel.values.shape[1] - 1)
    weights = _weights(panel.now) * (panel.now >= FEWEST_SCORED)
    forecasts = []
    for fit in fits:
        departure = np.zeros(len(panel.now))
        if taught is not None:
            with threadpool_limits(1):  # sums in one order, so that the bytes are the same again
                model = fit(taught.features, taught.departures, taught.weights)
                departure = model.predict(now)
            departure = departure - np.average(departure, weights=weights)
        yearly = _common_trend(panel) + departure
        logs = np.log(panel.now + FEW)[:, None] + yearly[:, None] * ahead
        forecasts.append(np.maximum(np.exp(logs) - FEW, 0.0))
    return forecasts


def _common_trend(panel: Panel) -> float:
    whole = panel.values.sum(axis=0)
    back = min(_TREND_YEARS, len(whole) - 1)
    return _LASTING * float(np.log(whole[-1] / whole[-1 - back])) / back


def _weights(people: Floats) -> Floats:
    return np.sqrt(np.clip(people, 1.0, _HEAVIEST))
