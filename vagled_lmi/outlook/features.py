"""What a pooled model is told about a series at a year: nothing that was not known then."""

from __future__ import annotations

from functools import cache

import numpy as np

from vagled_lmi.outlook.panel import Floats, Grouping, Panel

#: Added before logarithms: to single series, and to sums over regions.
FEW, _FEW_SUMMED = 5.0, 20.0
#: A series or an occupation of this size lends half its own trend.
_HALF_TRUSTED, _HALF_TRUSTED_SUMMED = 200.0, 2000.0
_BACK = (1, 3, 5)
_DIGITS = (1, 2, 3)

NAMES = (
    *(f"occupation_growth_{back}" for back in _BACK),
    *(f"own_growth_{back}" for back in _BACK),
    *(f"occupation_growth_trusted_{back}" for back in _BACK),
    *(f"own_growth_trusted_{back}" for back in _BACK),
    "region_growth_1", "region_growth_3",
    *(f"group_{digits}_growth_5" for digits in _DIGITS),
    *(f"group_{digits}_growth_1" for digits in _DIGITS),
    "size", "size_in_riket", "specialisation", "specialisation_change", "volatility",
)  # fmt: skip


class Features:
    """Features of every series of a panel at any of its years.

    Parameters
    ----------
    panel : Panel
        Comparable years. Its `traits` are features as they are.

    Attributes
    ----------
    names : tuple of str
        Of the features: `NAMES`, and those of the panel's traits.
    """

    def __init__(self, panel: Panel) -> None:
        self._panel = panel
        self._log = np.log(panel.values + FEW)
        self._occupation = panel.occupation
        sums = self._occupation.sum(panel.values)
        self._national = np.log(sums + _FEW_SUMMED)
        self._national_size = sums
        self._region = np.log(panel.region.sum(panel.values) + _FEW_SUMMED)
        self._whole = np.log(panel.values.sum(axis=0))
        self._groups = [self._summed(panel.digits(digits)) for digits in _DIGITS]
        self.names = (*NAMES, *panel.traits)
        self.at = cache(self._at)

    def _summed(self, group: Grouping) -> tuple[Grouping, Floats]:
        return group, np.log(group.sum(self._panel.values) + _FEW_SUMMED)

    def _at(self, year: int) -> Floats:
        """Return shape (series, len(names)) at a position in `years`, the first of them 0."""
        occupation, region = self._occupation.index, self._panel.region.index
        whole = {back: _growth(self._whole, year, back) for back in _BACK}
        riket = {
            back: (_growth(self._national, year, back) - whole[back]).clip(-0.3, 0.3)[occupation]
            for back in _BACK
        }
        own = {
            back: (
                _growth(self._log, year, back) - _growth(self._national, year, back)[occupation]
            ).clip(-0.4, 0.4)
            for back in _BACK
        }
        size = self._panel.values[:, year]
        trust = size / (size + _HALF_TRUSTED)
        national_size = self._national_size[occupation, year]
        trust_summed = national_size / (national_size + _HALF_TRUSTED_SUMMED)
        share = (self._log - self._national[occupation] - self._region[region] + self._whole)[
            :, : year + 1
        ]
        recent = share[:, max(0, year - 4) :].mean(axis=1)
        columns = [
            *(riket[back] for back in _BACK),
            *(own[back] for back in _BACK),
            *(riket[back] * trust_summed for back in _BACK),
            *(own[back] * trust for back in _BACK),
            *(_growth(self._region, year, b)[region] - whole[b] for b in (1, 3)),
            *(_growth(s, year, 5)[g.index] - whole[5] for g, s in self._groups),
            *(_growth(s, year, 1)[g.index] - whole[1] for g, s in self._groups),
            self._log[:, year],
            self._national[occupation, year],
            share[:, year],
            share[:, year] - recent,
            np.abs(np.diff(self._log[:, : year + 1], axis=1)).mean(axis=1),
            *(told[:, year] for told in self._panel.traits.values()),
        ]
        return np.column_stack(columns)


def _growth(logs: Floats, year: int, back: int) -> Floats:
    """Return the mean yearly growth over the last years there are, at most `back`."""
    back = min(back, year)
    growth: Floats = (logs[..., year] - logs[..., year - back]) / back
    return growth
