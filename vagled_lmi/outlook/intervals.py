"""Split-conformal intervals, pooled over series by size class and horizon.

An interval is as wide as earlier misses were: the miss, in logarithms, is divided by how much the
series usually moves, and the quantile of these scores over all series of a size class is what a new
interval takes. Nothing is assumed about the shape of the misses; that they go on as before is.

References
----------
Vovk, Gammerman and Shafer (2005); Lei, G'Sell, Rinaldo, Tibshirani and Wasserman (2018).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from vagled_lmi.outlook.backtest import Origin
from vagled_lmi.outlook.choice import SHIPPED
from vagled_lmi.outlook.features import FEW
from vagled_lmi.outlook.panel import SIZE_NAMES, Floats, Ints

LEVELS = (0.5, 0.8)
#: Misses grow with the root of time where too few origins tell.
_GROWS = 0.5
#: A horizon has a quantile of its own when so many origins have reached it.
_FEWEST_ORIGINS = 2
#: An older origin's misses weigh less, by this much a year: how restless the labour market and the
#: register are changes over time.
FADING = 0.5
#: Years of evidence that the spread usual for a series' size counts as, beside its own history.
_PRIOR_YEARS = 4.0


def spread(history: Floats, fading: float = FADING) -> Floats:
    """Return how much each series usually moves in a year, in logarithms, shape (series,).

    The mean absolute change of its own history, a year weighing `fading` of the next, shrunk
    towards what is usual for its size.
    """
    moves = np.abs(np.diff(np.log(history + FEW), axis=1))
    ages = np.arange(moves.shape[1])[::-1]
    weights = fading**ages
    own = np.minimum(moves, 0.5) @ weights / weights.sum()
    size = np.log(history[:, -1] + FEW)
    usual = _usual(size, own)
    years = weights.sum()
    return (years * own + _PRIOR_YEARS * usual) / (years + _PRIOR_YEARS)


def _usual(size: Floats, own: Floats) -> Floats:
    if len(size) < 10:
        return np.full(len(size), max(float(np.median(own)), 1e-3))
    edges = np.quantile(size, np.linspace(0, 1, 9)[1:-1])
    octile = np.searchsorted(edges, size)
    medians = np.array(
        [np.median(own[octile == o]) if (octile == o).any() else 0.0 for o in range(8)]
    )
    middles = np.array(
        [np.median(size[octile == o]) if (octile == o).any() else 0.0 for o in range(8)]
    )
    there = medians > 0
    if there.sum() < 2:
        return np.full(len(size), max(float(np.median(own)), 1e-3))
    slope, intercept = np.polyfit(middles[there], np.log(medians[there]), 1)
    return np.exp(intercept + slope * size)


@dataclass(frozen=True)
class Conformal:
    """Quantiles of scores, shape (levels, horizons, classes), and how fast their years fade."""

    quantiles: Floats
    fading: float = FADING

    def bounds(
        self, forecast: Floats, history: Floats, classes: Ints, level: int
    ) -> tuple[Floats, Floats]:
        """Return lower and upper ends, persons, shape (series, horizons).

        Parameters
        ----------
        forecast : ndarray, shape (series, horizons)
            Persons.
        history : ndarray, shape (series, years)
            Persons up to now, from which comes how much each series usually moves.
        classes : ndarray of int, shape (series,)
            Size class; those below all classes get the smallest's.
        level : int
            Position in `LEVELS`.
        """
        spreads = spread(history, self.fading)
        width = self.quantiles[level][:, np.maximum(classes, 0)].T * spreads[:, None]
        logs = np.log(forecast + FEW)
        return np.maximum(np.exp(logs - width) - FEW, 0.0), np.exp(logs + width) - FEW


def calibrate(
    origins: Sequence[Origin], horizons: int, name: str = SHIPPED, fading: float = FADING
) -> Conformal | None:
    """Read quantiles from earlier misses; None where there are none.

    Parameters
    ----------
    origins : sequence of Origin
        Cut by `Origin.known_in` to what may be known.
    horizons : int
        Years ahead.
    name : str
        Which of their forecasts.
    fading : float
        What the misses of an origin one year older weigh; 1 where each year is a case of its own.
    """
    scores: dict[tuple[int, int], list[tuple[Floats, Floats]]] = {}
    newest = max((origin.year for origin in origins), default=0)
    for origin in origins:
        missed = np.abs(np.log((origin.actual + FEW) / (origin.forecasts[name] + FEW)))
        scored = missed / spread(origin.history, fading)[:, None]
        for ahead in range(horizons):
            if np.isnan(origin.actual[:, ahead]).all():
                continue
            for size in range(len(SIZE_NAMES)):
                of_size = scored[origin.classes == size, ahead]
                of_size = of_size[~np.isnan(of_size)]
                weights = np.full(len(of_size), fading ** (newest - origin.year))
                scores.setdefault((ahead, size), []).append((of_size, weights))
    if not scores:
        return None
    quantiles = np.full((len(LEVELS), horizons, len(SIZE_NAMES)), np.nan)
    for size in range(len(SIZE_NAMES)):
        for ahead in range(horizons):
            found = scores.get((ahead, size), [])
            enough = len(found) >= _FEWEST_ORIGINS or (ahead == 0 and found)
            if enough and sum(len(score) for score, _ in found):
                pooled, weights = (np.concatenate(part) for part in zip(*found, strict=True))
                quantiles[:, ahead, size] = [_quantile(pooled, weights, at) for at in LEVELS]
            elif ahead:
                grown = ((ahead + 1) / ahead) ** _GROWS
                quantiles[:, ahead, size] = quantiles[:, ahead - 1, size] * grown
    return Conformal(
        np.maximum.accumulate(np.nan_to_num(quantiles, nan=np.nanmax(quantiles)), axis=1),
        fading,
    )


def _quantile(scores: Floats, weights: Floats, level: float) -> float:
    """Return the weighted conformal quantile: the new series counts as one score beyond all."""
    order = np.argsort(scores, kind="stable")
    reached = np.cumsum(weights[order]) / (weights.sum() + weights.max())
    at = min(int(np.searchsorted(reached, level)), len(scores) - 1)
    return float(scores[order[at]])
