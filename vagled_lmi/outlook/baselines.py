"""Simple forecasts of short yearly series, each from the series and riket alone.

Every one takes a panel whose years are comparable and returns persons, shape (series, horizons),
for 1, 2, … years after its last year.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np

from vagled_lmi.outlook.panel import Floats, Panel

Forecaster = Callable[[Panel, int], Floats]

#: Years of history that a trend is read from.
_TREND_YEARS = 5
#: Part of the growth so far that is expected to go on.
_LASTING = 0.5
_DAMPING = 0.8
#: An occupation of this size in riket lends half its own trend, half that of all occupations.
_HALF_TRUSTED = 2000.0
_FEW = 20.0
_WEIGHTS = np.arange(0.1, 1.01, 0.1)


def _ahead(horizons: int) -> Floats:
    return np.arange(1, horizons + 1, dtype=np.float64)


def naive(panel: Panel, horizons: int) -> Floats:
    """Forecast no change."""
    return np.repeat(panel.now[:, None], horizons, axis=1)


def drift(panel: Panel, horizons: int) -> Floats:
    """Forecast that the mean yearly change over the whole history goes on."""
    change = (panel.now - panel.values[:, 0]) / (panel.values.shape[1] - 1)
    return np.maximum(panel.now[:, None] + change[:, None] * _ahead(horizons), 0.0)


def damped(panel: Panel, horizons: int) -> Floats:
    """Forecast half the mean change of the last five years, fading by a fifth a year."""
    change = _LASTING * _recent(panel.values)
    fading = np.cumsum(_DAMPING ** _ahead(horizons))
    return np.maximum(panel.now[:, None] + change[:, None] * fading, 0.0)


def national(panel: Panel, horizons: int) -> Floats:
    """Forecast half the occupation's growth in riket over five years: the region keeps its share.

    The growth of small occupations is shrunk towards that of all.
    """
    sums = panel.occupation.sum(panel.values)
    back = min(_TREND_YEARS, sums.shape[1] - 1)
    whole = float(np.log(sums[:, -1].sum() / sums[:, -1 - back].sum())) / back
    own = np.log((sums[:, -1] + _FEW) / (sums[:, -1 - back] + _FEW)) / back
    trust = sums[:, -1] / (sums[:, -1] + _HALF_TRUSTED)
    growth = _LASTING * (whole + trust * (own - whole).clip(-0.15, 0.15))
    factor = np.exp(growth[:, None] * _ahead(horizons))
    return panel.now[:, None] * factor[panel.occupation.index]


def theta(panel: Panel, horizons: int) -> Floats:
    """Forecast by the Theta method: exponential smoothing with half the linear trend as drift.

    References
    ----------
    Assimakopoulos and Nikolopoulos (2000); Hyndman and Billah (2003) for this form.
    """
    values = panel.values
    count = values.shape[1]
    time = np.arange(count) - (count - 1) / 2
    slope = (values @ time) / (time @ time)
    level, weight = _smoothed(values)
    drifted = _ahead(horizons) - 1 + ((1 - (1 - weight) ** count) / weight)[:, None]
    return np.maximum(level[:, None] + 0.5 * slope[:, None] * drifted, 0.0)


def ets(panel: Panel, horizons: int) -> Floats:
    """Forecast by exponential smoothing with additive errors, the form chosen by AICc.

    Without trend, with trend and with damped trend; smoothing weights on a grid, the first level
    and trend from the first two years.

    References
    ----------
    Hyndman, Koehler, Ord and Snyder (2008), *Forecasting with Exponential Smoothing*.
    """
    values = panel.values
    count = values.shape[1]
    best = np.full(len(values), np.inf)
    forecast = naive(panel, horizons)
    for level_weight, trend_weight, damping, parameters in _ets_forms():
        squares, level, trend = _filtered(values, level_weight, trend_weight, damping)
        freedom = count - parameters - 1
        if freedom <= 0:
            continue
        correction = 2 * parameters * (parameters + 1) / freedom
        criterion = count * np.log(squares / count + 1e-9) + 2 * parameters + correction
        better = criterion < best
        best = np.where(better, criterion, best)
        reach = np.cumsum(damping ** _ahead(horizons))
        candidate = np.maximum(level[:, None] + trend[:, None] * reach, 0.0)
        forecast = np.where(better[:, None], candidate, forecast)
    return forecast


def _recent(values: Floats) -> Floats:
    back = min(_TREND_YEARS, values.shape[1] - 1)
    return (values[:, -1] - values[:, -1 - back]) / back


def _ets_forms() -> Iterable[tuple[float, float, float, int]]:
    for level in _WEIGHTS:
        yield float(level), 0.0, 0.0, 3
        for trend in (0.1, 0.3, 0.5):
            yield float(level), trend, 1.0, 5
            yield float(level), trend, _DAMPING, 6


def _filtered(
    values: Floats, level_weight: float, trend_weight: float, damping: float
) -> tuple[Floats, Floats, Floats]:
    level = values[:, 0].copy()
    trend = (values[:, 1] - values[:, 0]) if trend_weight else np.zeros(len(values))
    squares = np.zeros(len(values))
    for actual in values.T[1:]:
        expected = level + damping * trend
        error = actual - expected
        squares += error**2
        level = expected + level_weight * error
        trend = damping * trend + level_weight * trend_weight * error
    return squares, level, trend


def _smoothed(values: Floats) -> tuple[Floats, Floats]:
    """Return each series' last level and the weight that would have served it best."""
    best = np.full(len(values), np.inf)
    level, chosen = values[:, -1].copy(), np.ones(len(values))
    for weight in _WEIGHTS:
        squares, last, _ = _filtered(values, float(weight), 0.0, 0.0)
        better = squares < best
        best = np.where(better, squares, best)
        level = np.where(better, last, level)
        chosen = np.where(better, weight, chosen)
    return level, chosen
