"""How often intervals have held: measured on years and regions that they were not made from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from vagled_lmi.outlook.backtest import HORIZONS, WARM_UP, Errors, Origin, added, errors, roll
from vagled_lmi.outlook.choice import SHIPPED, choose, shipped, with_choice
from vagled_lmi.outlook.intervals import FADING, LEVELS, Conformal, calibrate
from vagled_lmi.outlook.panel import SIZE_NAMES, Floats, Panel, Texts

#: The regions are held out in so many parts.
_FOLDS = 4


@dataclass(frozen=True)
class Coverage:
    """Intervals that held, of how many, both of shape (levels, origins, horizons, classes)."""

    held: Floats
    counted: Floats

    def share(self, *axes: int) -> Floats:
        """Return the part that held, summed over axes; NaN where nothing was counted."""
        counted = self.counted.sum(axis=axes)
        held = self.held.sum(axis=axes)
        return np.divide(held, counted, out=np.full_like(held, np.nan), where=counted > 0)


def in_time(origins: Sequence[Origin], fading: float = FADING) -> Coverage:
    """Measure over origins after the warm-up, each with intervals from the outcomes before it.

    Parameters
    ----------
    origins : sequence of Origin
        With the shipped choice, oldest first.
    fading : float
        As `calibrate` takes it.
    """
    return _stacked(
        [
            _held(origin, calibrate(_before(origins, origin.year), HORIZONS, fading=fading))
            for origin in origins[WARM_UP:]
        ]
    )


@dataclass(frozen=True)
class HeldOut:
    """What regions that were held out got: how often intervals held, and how forecasts erred."""

    coverage: Coverage
    errors: Errors


def by_region(panel: Panel, breaks: Sequence[int]) -> HeldOut:
    """Measure in time on regions that neither taught a model, nor chose it, nor set a width.

    Parameters
    ----------
    panel : Panel
        Published values of at least two regions.
    breaks : sequence of int
        First year of each new method.
    """
    codes = panel.region.codes
    parts = [codes[start::_FOLDS] for start in range(min(_FOLDS, len(codes)))]
    folds = [_fold(panel, breaks, part) for part in parts]
    return HeldOut(_summed([one.coverage for one in folds]), added([one.errors for one in folds]))


def _fold(panel: Panel, breaks: Sequence[int], regions: Texts) -> HeldOut:
    out = np.isin(panel.regions, regions)
    origins = roll(panel, breaks, taught_by=panel.only(~out))
    others = shipped([origin.only(~out) for origin in origins])
    chosen = [
        with_choice(origin.only(out), choose(others, origin.year, HORIZONS))
        for origin in origins[WARM_UP:]
    ]
    held = [_held(one, calibrate(_before(others, one.year), HORIZONS)) for one in chosen]
    return HeldOut(_stacked(held), errors(chosen, len(SIZE_NAMES)))


def _before(origins: Sequence[Origin], year: int) -> list[Origin]:
    return [origin.known_in(year) for origin in origins if origin.year < year]


def _held(origin: Origin, conformal: Conformal | None) -> Coverage:
    shape = (len(LEVELS), origin.actual.shape[1], len(SIZE_NAMES))
    held, counted = np.zeros(shape), np.zeros(shape)
    if conformal is None:
        return Coverage(held, counted)
    classes = origin.classes
    known = ~np.isnan(origin.actual)
    for level in range(len(LEVELS)):
        lower, upper = conformal.bounds(origin.forecasts[SHIPPED], origin.history, classes, level)
        inside = known & (origin.actual >= lower) & (origin.actual <= upper)
        for size in range(len(SIZE_NAMES)):
            held[level, :, size] = inside[classes == size].sum(axis=0)
            counted[level, :, size] = known[classes == size].sum(axis=0)
    return Coverage(held, counted)


def _stacked(tested: Sequence[Coverage]) -> Coverage:
    return Coverage(
        np.stack([one.held for one in tested], axis=1),
        np.stack([one.counted for one in tested], axis=1),
    )


def _summed(several: Sequence[Coverage]) -> Coverage:
    return Coverage(
        np.sum([one.held for one in several], axis=0),
        np.sum([one.counted for one in several], axis=0),
    )
