"""The outlook by occupation that is shipped for a table: trained once, then remembered."""

from __future__ import annotations

import pandas as pd

from vagled_lmi.outlook import cache
from vagled_lmi.outlook.employees import Trained, panel_of, train


def outlook(frame: pd.DataFrame) -> Trained:
    """Return the outlook of the tidy table ``scb:YREG60``, from the cache where it is there."""
    total = frame[frame["sex"] == "total"]
    return cache.remembered(
        f"employees-{cache.key(total)}",
        lambda: train(panel_of(total)),
        Trained.to_bytes,
        Trained.from_bytes,
    )
