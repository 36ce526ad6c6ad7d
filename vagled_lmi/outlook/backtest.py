"""Rolling origins: what would have been forecast each year, with what was known then.

A target beyond a break is put into the units of the origin, with the shifts as they are known when
the forecast is scored: no forecaster could have known them, and none is praised or blamed for the
agency's new method. What a choice or an interval learns from is scored with the shifts as they were
known when it is made. The published targets are kept beside, so that both scores can be shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from vagled_lmi.outlook import breaks as level_shifts
from vagled_lmi.outlook import candidates
from vagled_lmi.outlook.panel import FEWEST_SCORED, Floats, Grouping, Ints, Panel, size_class

#: Years ahead that a yearly outlook goes.
HORIZONS = 5
#: An origin needs this many years of history: two changes.
FEWEST_YEARS = 3
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
    seen : dict of int to ndarray, shape (series, horizons)
        `actual` as it could be told in an earlier year, by the shifts as they were known then.
    """

    year: int
    history: Floats
    forecasts: Mapping[str, Floats]
    actual: Floats
    published: Floats
    seen: Mapping[int, Floats] = field(default_factory=dict)

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
            seen={year: group.sum(told) for year, told in self.seen.items()},
        )

    def known_in(self, year: int) -> Origin:
        """Return the origin as it could be scored in a year.

        Later outcomes are not there yet, and shifts are those that could be estimated then.
        """
        ahead = np.arange(1, self.actual.shape[1] + 1)
        later = self.year + ahead > year
        return replace(
            self,
            actual=np.where(later, np.nan, self.seen.get(year, self.actual)),
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
            {year: told[series] for year, told in self.seen.items()},
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
    first = int(panel.years[0]) + FEWEST_YEARS - 1
    told_in = {
        year: level_shifts.estimate(panel.until(year), breaks)
        for year in range(first + 1, panel.last + 1)
    }
    origins = []
    for year in range(first, panel.last):
        known = level_shifts.known_at(panel, year, breaks)
        teacher = None if taught_by is None else level_shifts.known_at(taught_by, year, breaks)
        seen = {
            later: _outcomes(panel.until(later), year, horizons, shifts)
            for later, shifts in told_in.items()
            if later > year
        }
        origins.append(
            Origin(
                year,
                known.values,
                candidates.forecasts(known, horizons, learnt_from=teacher),
                seen[panel.last],
                _outcomes(panel, year, horizons, level_shifts.none(panel)),
                seen,
            )
        )
    return origins


def _outcomes(panel: Panel, year: int, horizons: int, shifts: level_shifts.Shifts) -> Floats:
    outcomes = np.full((len(panel.now), horizons), np.nan)
    for ahead in range(1, min(horizons, panel.last - year) + 1):
        outcomes[:, ahead - 1] = level_shifts.in_units_of(panel, year + ahead, year, shifts)
    return outcomes


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

    def relative(self, name: str, axes: tuple[int, ...] = (0,)) -> Floats:
        """Return MASE divided by that of no change, summed over axes; NaN where none is scored."""
        return _ratio(self.scaled[name], self.scaled[candidates.NAIVE], axes)

    def weighted(self, name: str, axes: tuple[int, ...]) -> Floats:
        """Return absolute errors in persons divided by those of no change, likewise."""
        return _ratio(self.people[name], self.people[candidates.NAIVE], axes)


def _ratio(ours: Floats, theirs: Floats, axes: tuple[int, ...]) -> Floats:
    above, below = ours.sum(axis=axes), theirs.sum(axis=axes)
    return np.divide(above, below, out=np.full_like(below, np.nan), where=below > 0)


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


def added(several: Sequence[Errors]) -> Errors:
    """Add up the errors of different series at the same origins."""

    def over(name: str, pick: str) -> Floats:
        return np.sum([getattr(one, pick)[name] for one in several], axis=0)

    names = list(several[0].scaled)
    return Errors(
        several[0].years,
        np.sum([one.count for one in several], axis=0),
        {name: over(name, "scaled") for name in names},
        {name: over(name, "people") for name in names},
    )
