"""Rolling origins: what would have been forecast each year, with what was known then.

A target beyond a break is put into the units of the origin, with the shifts as they are known when
the forecast is scored: no forecaster could have known them, and none is praised or blamed for the
agency's new method. The published targets are kept beside, so that both scores can be shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from vagled_lmi.outlook import breaks as level_shifts
from vagled_lmi.outlook import candidates
from vagled_lmi.outlook.panel import FEWEST_SCORED, Floats, Grouping, Ints, Panel, size_class

#: Years ahead that a yearly outlook goes.
HORIZONS = 5
#: An origin needs this many years of history: two changes.
_FEWEST_YEARS = 3
#: The first origins only teach which forecast to choose and how wide an interval must be.
WARM_UP = 2


@dataclass(frozen=True)
class Origin:
    """One year's forecasts beside what came of them.

    Attributes
    ----------
    year : int
        The last year that was known.
    history : ndarray, shape (series, years)
        Persons up to then, in that year's units.
    forecasts : dict of str to ndarray, shape (series, horizons)
        Persons, by candidate.
    actual, published : ndarray, shape (series, horizons)
        What it turned out as, in the origin's units and as published; NaN where not known yet.
    """

    year: int
    history: Floats
    forecasts: Mapping[str, Floats]
    actual: Floats
    published: Floats

    @property
    def now(self) -> Floats:
        """Persons at the origin."""
        return self.history[:, -1]

    @property
    def classes(self) -> Ints:
        """Size class of each series at the origin; -1 where it is not scored."""
        return size_class(self.now)

    @property
    def scale(self) -> Floats:
        """Mean absolute yearly change so far, at least one person: what MASE divides by."""
        return np.maximum(np.abs(np.diff(self.history, axis=1)).mean(axis=1), 1.0)

    def summed(self, group: Grouping) -> Origin:
        """Return the same forecasts for sums of series."""
        return replace(
            self,
            history=group.sum(self.history),
            forecasts={name: group.sum(made) for name, made in self.forecasts.items()},
            actual=group.sum(self.actual),
            published=group.sum(self.published),
        )

    def known_in(self, year: int) -> Origin:
        """Return the origin as it could be scored in a year: later outcomes are not there yet."""
        ahead = np.arange(1, self.actual.shape[1] + 1)
        later = self.year + ahead > year
        return replace(
            self,
            actual=np.where(later, np.nan, self.actual),
            published=np.where(later, np.nan, self.published),
        )

    def only(self, series: NDArray[np.bool_]) -> Origin:
        """Return some of the series."""
        return Origin(
            self.year,
            self.history[series],
            {name: made[series] for name, made in self.forecasts.items()},
            self.actual[series],
            self.published[series],
        )


def roll(
    panel: Panel,
    breaks: Sequence[int],
    *,
    horizons: int = HORIZONS,
    taught_by: Panel | None = None,
) -> list[Origin]:
    """Forecast from every year that has history enough and something after it.

    Parameters
    ----------
    panel : Panel
        Published values.
    breaks : sequence of int
        First year of each new method.
    horizons : int
        Years ahead.
    taught_by : Panel, optional
        What the pooled models learn from, where the panel's own series are held out.
    """
    shifts = level_shifts.estimate(panel, breaks)
    first = int(panel.years[0]) + _FEWEST_YEARS - 1
    origins = []
    for year in range(first, panel.last):
        known = level_shifts.known_at(panel, year, breaks)
        teacher = None if taught_by is None else level_shifts.known_at(taught_by, year, breaks)
        made = candidates.forecasts(known, horizons, learnt_from=teacher)
        actual, published = _outcomes(panel, year, horizons, shifts)
        origins.append(Origin(year, known.values, made, actual, published))
    return origins


def _outcomes(
    panel: Panel, year: int, horizons: int, shifts: level_shifts.Shifts
) -> tuple[Floats, Floats]:
    actual = np.full((len(panel.now), horizons), np.nan)
    published = actual.copy()
    for ahead in range(1, min(horizons, panel.last - year) + 1):
        actual[:, ahead - 1] = level_shifts.in_units_of(panel, year + ahead, year, shifts)
        published[:, ahead - 1] = panel.values[:, int(year + ahead - panel.years[0])]
    return actual, published


@dataclass(frozen=True)
class Errors:
    """Sums of errors by origin, horizon and size class, from which every score is made.

    Attributes
    ----------
    years : tuple of int
        The origins.
    count : ndarray, shape (origins, horizons, classes)
        Series scored.
    scaled, people : dict of str to ndarray, same shape
        By candidate: sums of absolute errors, divided by each series' scale, and in persons.
    """

    years: tuple[int, ...]
    count: Floats
    scaled: Mapping[str, Floats]
    people: Mapping[str, Floats]

    def relative(self, name: str, against: str = candidates.NAIVE, axis: object = None) -> Floats:
        """Return MASE divided by another's, summed over axes of (origins, horizons, classes)."""
        over: tuple[int, ...] = axis if isinstance(axis, tuple) else (0,)
        return self.scaled[name].sum(axis=over) / self.scaled[against].sum(axis=over)

    def weighted(self, name: str, axis: tuple[int, ...]) -> Floats:
        """Return absolute errors in persons divided by those of no change."""
        return self.people[name].sum(axis=axis) / self.people[candidates.NAIVE].sum(axis=axis)


def errors(origins: Sequence[Origin], classes: int, *, published: bool = False) -> Errors:
    """Score every candidate.

    Parameters
    ----------
    origins : sequence of Origin
        With the same candidates each.
    classes : int
        Number of size classes.
    published : bool
        Score against the targets as published, breaks and all.
    """
    horizons = origins[0].actual.shape[1]
    shape = (len(origins), horizons, classes)
    names = list(origins[0].forecasts)
    count = np.zeros(shape)
    scaled = {name: np.zeros(shape) for name in names}
    people = {name: np.zeros(shape) for name in names}
    for at, origin in enumerate(origins):
        outcome = origin.published if published else origin.actual
        scale = origin.scale
        for size in range(classes):
            inside = (origin.classes == size) & (origin.now >= FEWEST_SCORED)
            count[at, :, size] = (~np.isnan(outcome[inside])).sum(axis=0)
            for name in names:
                error = np.abs(origin.forecasts[name][inside] - outcome[inside])
                people[name][at, :, size] = np.nansum(error, axis=0)
                scaled[name][at, :, size] = np.nansum(error / scale[inside, None], axis=0)
    return Errors(tuple(origin.year for origin in origins), count, scaled, people)
