"""Monthly outlooks, 1 to 24 months ahead: plain forecasts, the best so far, conformal intervals.

The series are short (four to seven years) and their regions move together, so nothing is fitted but
the season. What ships at a horizon is what has missed least at it before. Where choosing so has not
been better than no change, each month's choice made by the months before it, no change ships.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from vagled_lmi.outlook.intervals import LEVELS
from vagled_lmi.outlook.panel import Floats, Ints, Texts

HORIZONS = 24
_YEAR = 12
#: Two years and a month: the shortest history that has a season and a change.
_FEWEST_MONTHS = 2 * _YEAR + 1
#: An origin's misses weigh half as much a year later.
_FADING = 0.5 ** (1 / _YEAR)
_LASTING = 0.5
#: Origins whose intervals are tested have at least so many before them at the horizon.
_WARM_UP = 6

#: What is chosen ships at every horizon.
_ALWAYS = np.ones(HORIZONS, dtype=np.bool_)
NAIVE = "oförändrat"
Forecaster = Callable[[Floats], Floats]


def _ahead() -> Ints:
    return np.arange(1, HORIZONS + 1)


def _naive(known: Floats) -> Floats:
    return np.repeat(known[:, -1:], HORIZONS, axis=1)


def _same_month(known: Floats) -> Floats:
    return known[:, -_YEAR:][:, (_ahead() - 1) % _YEAR]


def _same_month_moved(known: Floats) -> Floats:
    return _same_month(known) + (known[:, -1] - known[:, -_YEAR - 1])[:, None]


def _season(known: Floats) -> Floats:
    """Return the departure of each month from the year around it, shape (series, 12).

    The column is the position modulo 12; the twelve add up to nothing.
    """
    window = np.ones(_YEAR) / _YEAR
    around = np.stack([np.convolve(row, window, "valid") for row in known])
    inner = known[:, _YEAR // 2 : _YEAR // 2 + around.shape[1]] - around
    places = (np.arange(inner.shape[1]) + _YEAR // 2) % _YEAR
    season = np.zeros((len(known), _YEAR))
    for place in set(places.tolist()):
        season[:, place] = inner[:, places == place].mean(axis=1)
    return season - season.mean(axis=1, keepdims=True)


def _adjusted(known: Floats, lasting: float) -> Floats:
    season = _season(known)
    places = np.arange(known.shape[1]) % _YEAR
    adjusted = known - season[:, places]
    slope = (adjusted[:, -1] - adjusted[:, -_YEAR - 1]) / _YEAR
    coming = (known.shape[1] - 1 + _ahead()) % _YEAR
    trend: Floats = lasting * slope[:, None] * _ahead()
    return adjusted[:, -1:] + season[:, coming] + trend


FORECASTERS: Mapping[str, Forecaster] = {
    NAIVE: _naive,
    "samma månad": _same_month,
    "samma månad, flyttad": _same_month_moved,
    "säsong": lambda known: _adjusted(known, 0.0),
    "säsong och halv trend": lambda known: _adjusted(known, _LASTING),
}


class MonthsError(ValueError):
    """There are too few months to test a forecast on, or every region lacks one."""


@dataclass(frozen=True)
class Monthly:
    """A monthly outlook and how good it has been.

    Attributes
    ----------
    regions : ndarray of str, shape (regions,)
        Codes.
    periods : tuple of str
        The months ahead, ``2026M07``.
    expected : ndarray, shape (regions, months)
        In the unit of the table.
    lower, upper : ndarray, shape (levels, regions, months)
        Ends of the intervals, levels as in `vagled_lmi.outlook.intervals.LEVELS`.
    methods : tuple of str
        What ships, by month ahead.
    relative : ndarray, shape (months,)
        Mean absolute error over that of no change, each month's choice made by those before it; 1
        where no change ships.
    tried : ndarray, shape (months,)
        The same for choosing what had missed least, whether that ships or not; NaN where it could
        not be tested.
    held : ndarray, shape (levels, months)
        Part of the intervals that held, out of sample in time; NaN where none could be tested.
    tested : ndarray, shape (months,)
        Intervals tested.
    """

    regions: Texts
    periods: tuple[str, ...]
    expected: Floats
    lower: Floats
    upper: Floats
    methods: tuple[str, ...]
    relative: Floats
    tried: Floats
    held: Floats
    tested: Floats


def outlook(frame: pd.DataFrame, *, logs: bool) -> Monthly:
    """Make the outlook of a monthly table.

    Parameters
    ----------
    frame : pandas.DataFrame
        Columns ``region``, ``period`` (``2026M06``), ``value``; regions that lack a month are left
        out.
    logs : bool
        Forecast in logarithms: for numbers of people, not for rates.

    Raises
    ------
    MonthsError
        When there are too few months to test a forecast on, or one is missing.
    """
    wide = frame.pivot(index="region", columns="period", values="value").sort_index(axis=1)
    wide = wide.dropna()
    months = pd.PeriodIndex([p.replace("M", "-") for p in wide.columns], freq="M")
    few = wide.empty or len(months) < _FEWEST_MONTHS + _WARM_UP
    if few or (np.diff(months.astype("int64")) != 1).any():
        raise MonthsError("Månader saknas, eller är för få för en utsikt.")
    values = np.log(wide.to_numpy()) if logs else wide.to_numpy()
    ahead = [months[-1] + step for step in range(1, HORIZONS + 1)]
    rolled = _Rolled(values)
    tried, _, _ = rolled.scores()
    better = tried < 1  # not where it could not be tested
    expected, widths, methods = rolled.forecast(values.shape[1] - 1, better)
    relative, held, tested = rolled.scores(better)
    lower, upper = expected - widths[:, None, :], expected + widths[:, None, :]
    if logs:
        expected, lower, upper = np.exp(expected), np.exp(lower), np.exp(upper)
    return Monthly(
        regions=wide.index.to_numpy(dtype=np.str_),
        periods=tuple(f"{month.year}M{month.month:02d}" for month in ahead),
        expected=expected,
        lower=np.maximum(lower, 0.0),
        upper=upper,
        methods=methods,
        relative=np.where(better, relative, 1.0),
        tried=tried,
        held=held,
        tested=tested,
    )


class _Rolled:
    """Every forecaster's misses from every origin, shape (origins, forecasters, series, months)."""

    def __init__(self, values: Floats) -> None:
        self._values = values
        last = values.shape[1] - 1
        self._origins = np.arange(_FEWEST_MONTHS - 1, last)
        self._names = list(FORECASTERS)
        shape = (len(self._origins), len(self._names), len(values), HORIZONS)
        self._missed = np.full(shape, np.nan)
        for at, origin in enumerate(self._origins):
            reach = min(HORIZONS, last - origin)
            outcome = values[:, origin + 1 : origin + 1 + reach]
            for place, make in enumerate(FORECASTERS.values()):
                made = make(values[:, : origin + 1])
                self._missed[at, place, :, :reach] = np.abs(made[:, :reach] - outcome)

    def _known(self, origin: int) -> tuple[Floats, Floats]:
        """Return the misses that had been seen at an origin, and what each of them weighs."""
        before = self._origins < origin
        missed = self._missed[before].copy()
        target = self._origins[before][:, None] + _ahead()
        missed[np.broadcast_to((target > origin)[:, None, None, :], missed.shape)] = np.nan
        return missed, _FADING ** (origin - target).clip(0)

    def choice(self, origin: int) -> list[int]:
        """Return which forecaster had missed least, by month ahead.

        A month that no origin has reached yet takes the choice of the nearest shorter one.
        """
        missed, _ = self._known(origin)
        chosen, last = [], 0
        for ahead in range(HORIZONS):
            sums = np.nansum(missed[..., ahead], axis=(0, 2))
            if sums.any():
                last = int(sums.argmin())
            chosen.append(last)
        return chosen

    def forecast(
        self, origin: int, better: NDArray[np.bool_] = _ALWAYS
    ) -> tuple[Floats, Floats, tuple[str, ...]]:
        """Return the forecast, half widths (levels, months) and methods of an origin.

        No change is the method of the months that are not `better`.
        """
        kept = zip(self.choice(origin), better, strict=True)
        chosen = [place if good else 0 for place, good in kept]
        known = self._values[:, : origin + 1]
        made = np.stack([make(known) for make in FORECASTERS.values()])
        expected = made[chosen, :, np.arange(HORIZONS)].T
        missed, weights = self._known(origin)
        widths = np.full((len(LEVELS), HORIZONS), np.nan)
        for ahead, place in enumerate(chosen):
            seen = missed[:, place, :, ahead]
            weight = np.broadcast_to(weights[:, ahead, None], seen.shape)[~np.isnan(seen)]
            seen = seen[~np.isnan(seen)]
            if len(seen) >= _WARM_UP * len(self._values):
                order = np.argsort(seen, kind="stable")
                reached = np.cumsum(weight[order]) / (weight.sum() + weight.max())
                at = np.searchsorted(reached, LEVELS).clip(max=len(seen) - 1)
                widths[:, ahead] = seen[order][at]
            elif ahead:
                widths[:, ahead] = widths[:, ahead - 1] * np.sqrt((ahead + 1) / ahead)
        return expected, widths, tuple(self._names[place] for place in chosen)

    def scores(self, better: NDArray[np.bool_] = _ALWAYS) -> tuple[Floats, Floats, Floats]:
        """Return error over that of no change, parts that held, and how many were tested.

        No change is the method of the months that are not `better`.
        """
        errors = np.zeros((2, HORIZONS))
        held, tested = np.zeros((len(LEVELS), HORIZONS)), np.zeros(HORIZONS)
        for at, origin in enumerate(self._origins[_WARM_UP:], start=_WARM_UP):
            _, widths, methods = self.forecast(int(origin), better)
            places = [self._names.index(name) for name in methods]
            own = self._missed[at, places, :, np.arange(HORIZONS)].T
            errors += np.nansum([own, self._missed[at, 0]], axis=1)
            can = ~np.isnan(own) & ~np.isnan(widths[0])
            tested += can.sum(axis=0)
            held += [(can & (own <= width)).sum(axis=0) for width in widths]
        with np.errstate(invalid="ignore", divide="ignore"):
            return errors[0] / errors[1], held / tested, tested
