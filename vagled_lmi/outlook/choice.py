"""Which forecast ships: the one that erred least so far, per horizon and size class."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from vagled_lmi.outlook.backtest import Origin, errors
from vagled_lmi.outlook.candidates import NAIVE, NAMES
from vagled_lmi.outlook.panel import SIZE_NAMES, Floats

SHIPPED = "vald"


@dataclass(frozen=True)
class Choice:
    """A candidate's name for each horizon and size class, shape (horizons, classes)."""

    names: tuple[tuple[str, ...], ...]

    def made(self, origin: Origin) -> Floats:
        """Return the chosen forecasts of an origin, shape (series, horizons).

        Series too small for any class get what the smallest class gets.
        """
        size = np.maximum(origin.classes, 0)
        out = np.empty_like(origin.actual)
        for ahead, row in enumerate(self.names):
            offered = np.stack([origin.forecasts[name][:, ahead] for name in row])
            out[:, ahead] = offered[size, np.arange(len(size))]
        return out


def choose(origins: Sequence[Origin], year: int, horizons: int) -> Choice:
    """Choose from what could be scored in a year; no change where nothing could, or on a tie.

    A horizon that has not been scored yet takes the choice of the nearest shorter one.

    Parameters
    ----------
    origins : sequence of Origin
        Those before `year`; outcomes after it are not looked at.
    year : int
        When the choice is made.
    horizons : int
        Years ahead.
    """
    known = [origin.known_in(year) for origin in origins if origin.year < year]
    names = [[NAIVE] * len(SIZE_NAMES) for _ in range(horizons)]
    if not known:
        return Choice(tuple(map(tuple, names)))
    scored = errors(known, len(SIZE_NAMES))
    counted = scored.count.sum(axis=0)
    sums = np.stack([scored.scaled[name].sum(axis=0) for name in NAMES])
    best = sums.argmin(axis=0)  # of equals the first, which is no change
    for ahead in range(horizons):
        for size in range(len(SIZE_NAMES)):
            if counted[ahead, size]:
                names[ahead][size] = NAMES[best[ahead, size]]
            elif ahead:
                names[ahead][size] = names[ahead - 1][size]
    return Choice(tuple(map(tuple, names)))


def with_choice(origin: Origin, choice: Choice) -> Origin:
    """Return an origin with the chosen forecasts as one candidate more."""
    return replace(origin, forecasts={**origin.forecasts, SHIPPED: choice.made(origin)})


def shipped(origins: Sequence[Origin]) -> list[Origin]:
    """Return the origins with one candidate more: the choice that each year's past led to."""
    return [
        with_choice(origin, choose(origins, origin.year, origin.actual.shape[1]))
        for origin in origins
    ]
