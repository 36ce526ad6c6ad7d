"""Breaks in the occupational register: level shifts, estimated nationally, never learnt as growth.

At a break the growth of an occupation is a true change plus a shift that the new method brings. The
true change is taken to be what the nearest ordinary years lead one to expect; what is left is the
shift, shrunk in three steps (all occupations, two-digit group, occupation) by how much ordinary
years vary: empirical Bayes. A region's own growth over the break is thereby kept apart from the
method: only what riket shows is taken out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from vagled_lmi.outlook.panel import Floats, Grouping, Ints, Panel

#: First years of the new methods: BAS replaces RAMS; ages 16-69 and imputed occupations. The new
#: source of 2019 (AGI), declared on the table as well, changed no definition: it is left alone.
DECLARED = (2020, 2023)
#: Added before logarithms, so that small occupations do not leap.
_FEW = 20.0
#: Spread of ordinary years' growth where there are too few of them to tell.
_SPREAD_OF_FEW_YEARS = 0.015
#: Part of an occupation's departure from the whole in the nearest years that is expected to go on.
_LASTING = 0.5


@dataclass(frozen=True)
class Shifts:
    """Log level shifts by year of break.

    Attributes
    ----------
    occupations : ndarray of str, shape (occupations,)
        Codes, sorted.
    by_year : dict of int to ndarray, shape (occupations,)
        What the method adds at each break, in logarithms: 0.07 is 7 per cent more.
    """

    occupations: NDArray[np.str_]
    by_year: Mapping[int, Floats]

    def between(self, earlier: int, later: int) -> Floats:
        """Return the shift from one year to another, shape (occupations,); 0 where no break."""
        inside = [shift for year, shift in self.by_year.items() if earlier < year <= later]
        return np.sum(inside, axis=0) if inside else np.zeros(len(self.occupations))


def estimate(panel: Panel, breaks: Sequence[int]) -> Shifts:
    """Estimate the level shifts from the sums over all regions.

    Parameters
    ----------
    panel : Panel
        What is known; breaks after its last year are left out.
    breaks : sequence of int
        First year of each new method.
    """
    national = panel.occupation.sum(panel.values)
    codes = panel.occupation.codes
    years = panel.years
    growth = np.diff(np.log(national + _FEW), axis=1)
    whole = np.diff(np.log(national.sum(axis=0)))
    relative = growth - whole
    into = years[1:]
    ordinary = np.flatnonzero(~np.isin(into, breaks))
    group = Grouping.of(np.array([code[:2] for code in codes], dtype=np.str_))
    shifts: dict[int, Floats] = {}
    for year in breaks:
        at = int(year - into[0]) if len(into) else -1
        if not 0 <= at < len(into) or not len(ordinary):
            continue
        near = _nearest(ordinary, at)
        common = _common(whole, at, near, ordinary)
        raw = relative[:, at] - _LASTING * relative[:, near].mean(axis=1).clip(-0.1, 0.1)
        size = national[:, max(at, 0)]
        by_group, own = _shrunk(raw, relative[:, ordinary], size, group)
        shifts[int(year)] = common + by_group[group.index] + own
    return Shifts(codes, shifts)


def none(panel: Panel) -> Shifts:
    """Return no shifts at all: the figures as published."""
    return Shifts(panel.occupation.codes, {})


def chained(panel: Panel, shifts: Shifts) -> Panel:
    """Express every year in the units of the panel's last year.

    Parameters
    ----------
    panel : Panel
        With the same occupations as `shifts`.
    shifts : Shifts
        As estimated from what is known in the last year.
    """
    index = _positions(panel, shifts)
    factor = np.stack([shifts.between(int(year), panel.last) for year in panel.years], axis=1)
    return replace(panel, values=panel.values * np.exp(factor[index]))


def known_at(panel: Panel, year: int, breaks: Sequence[int]) -> Panel:
    """Return what could be known in a year: no later value, breaks taken out as estimated then."""
    known = panel.until(year)
    return chained(known, estimate(known, breaks))


def in_units_of(panel: Panel, year: int, origin: int, shifts: Shifts) -> Floats:
    """Return what a year turned out as, in the units of an earlier one, shape (series,).

    Parameters
    ----------
    panel : Panel
        The published values.
    year, origin : int
        The year and the earlier one; equal to the published value where no break lies between.
    shifts : Shifts
        As known when the forecast is scored, from the whole panel.
    """
    published = panel.values[:, int(year - panel.years[0])]
    index = _positions(panel, shifts)
    return published / np.exp(shifts.between(origin, year)[index])


def _positions(panel: Panel, shifts: Shifts) -> Ints:
    return np.searchsorted(shifts.occupations, panel.occupations)


def _nearest(ordinary: Ints, at: int) -> list[int]:
    before, after = ordinary[ordinary < at], ordinary[ordinary > at]
    return [int(x) for x in (*before[-1:], *after[:1])]


def _common(whole: Floats, at: int, near: list[int], ordinary: Ints) -> float:
    excess = float(whole[at] - whole[near].mean())
    enough = len(ordinary) > 2
    spread = float(whole[ordinary].std(ddof=1)) if enough else _SPREAD_OF_FEW_YEARS
    return excess * _kept(excess**2, spread**2)


def _kept(observed: float, ordinary: float) -> float:
    """Return the part of a departure that is more than ordinary variation (James-Stein)."""
    return max(0.0, 1.0 - ordinary / observed) if observed > 0 else 0.0


def _shrunk(raw: Floats, ordinary: Floats, size: Floats, group: Grouping) -> tuple[Floats, Floats]:
    """Split what is left into a part by group and a part by occupation, both shrunk."""
    weight = size + 1.0
    total = group.sum(weight)
    mean = group.sum(raw * weight) / total
    usual = group.sum(ordinary * weight[:, None]) / total[:, None]
    by_group = mean * _kept(
        float(np.average(mean**2, weights=total)),
        float(
            np.average(
                (usual - usual.mean(axis=1, keepdims=True)) ** 2, weights=total, axis=0
            ).mean()
        ),
    )
    left = raw - by_group[group.index]
    varies = _variance(ordinary, size)
    heavy = np.sqrt(weight)
    true = max(0.0, float(np.average(left**2 - varies, weights=heavy)))
    return by_group, left * (true / (true + varies) if true > 0 else 0.0)


def _variance(ordinary: Floats, size: Floats) -> Floats:
    """Return the variance of ordinary growth by size: a constant, and a part that falls with it."""
    centred = ordinary - ordinary.mean(axis=1, keepdims=True)
    freedom = max(1, ordinary.shape[1] - 1)
    own = np.minimum((centred**2).sum(axis=1) / freedom, 0.1)
    design = np.column_stack([np.ones(len(size)), 1.0 / np.maximum(size, _FEW)])
    known = size > 50
    if known.sum() < 3:
        return np.full(len(size), max(float(own.mean()), 1e-4))
    fitted = design @ np.linalg.lstsq(design[known], own[known], rcond=None)[0]
    return np.maximum(fitted, 1e-4)
