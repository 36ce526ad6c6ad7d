"""How old an occupation is, told to the models: riket's ages beside each series of a panel."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd

from vagled_lmi.outlook.openings import by_age
from vagled_lmi.outlook.panel import Panel

TABLE = "scb:YREG51"
YOUNG, OLD = ("16-24", "25-29"), ("55-59", "60-64")
_TOLD = {"young_in_riket": YOUNG, "old_in_riket": OLD}
#: Counted since 2023 only: the parts are of those aged 16-64.
_OLDER = ("65-69",)
#: Added to every age, so that the parts of a small occupation do not leap.
_FEW = 10.0


def with_ages(panel: Panel, frame: pd.DataFrame) -> Panel:
    """Return a panel that tells of each series how young and how old its occupation is in riket.

    Parameters
    ----------
    panel : Panel
        Employees by region and occupation.
    frame : pandas.DataFrame
        The tidy table ``scb:YREG51``. An occupation or a year that it lacks is as everyone is.

    Returns
    -------
    Panel
        With the traits ``young_in_riket`` and ``old_in_riket``: parts of 1 that are `YOUNG` and
        `OLD`, less the same parts of all occupations together that year.
    """
    ages = by_age(frame).drop(columns=list(_OLDER), errors="ignore")
    traits = {name: np.zeros(panel.values.shape) for name in _TOLD}
    for place, year in enumerate(panel.years):
        known = ages[ages.index.get_level_values("year") == year].droplevel("year")
        departures = _departures(known).reindex(panel.occupations).fillna(0.0)
        for name, told in traits.items():
            told[:, place] = departures[name]
    return replace(panel, traits={**panel.traits, **traits})


def _departures(ages: pd.DataFrame) -> pd.DataFrame:
    everyone = ages.sum()
    usual = everyone / everyone.sum()
    weighed = ages + _FEW * usual
    parts = weighed.div(weighed.sum(axis=1), axis=0) - usual
    return pd.DataFrame({name: parts[list(told)].sum(axis=1) for name, told in _TOLD.items()})
