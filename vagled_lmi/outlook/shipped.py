"""The outlook by occupation that is shipped for a table: trained once, then remembered."""

from __future__ import annotations

import pandas as pd

from vagled_lmi.outlook import cache
from vagled_lmi.outlook.employees import Trained, panel_of, train


def outlook(frame: pd.DataFrame, ages: pd.DataFrame | None = None) -> Trained:
    """Return the outlook of the tidy table ``scb:YREG60``, from the cache where it is there.

    Parameters
    ----------
    frame : pandas.DataFrame
        Employees by region and occupation.
    ages : pandas.DataFrame, optional
        The tidy table ``scb:YREG51``. Without it the models do not know how old an occupation is.
    """
    total = frame[frame["sex"] == "total"]
    read = [total] if ages is None else [total, ages]
    return cache.remembered(
        f"employees-{cache.key(*read)}",
        lambda: train(panel_of(*read)),
        Trained.to_bytes,
        Trained.from_bytes,
    )
