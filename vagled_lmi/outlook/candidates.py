"""The forecasts that compete, by name; a backtest says which of them ships."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from vagled_lmi.outlook import baselines, pooled
from vagled_lmi.outlook.features import FEW
from vagled_lmi.outlook.panel import Floats, Panel

NAIVE = "oförändrat"
#: Names that readers see, in the order of the tables.
NAMES = (
    NAIVE,
    "trend",
    "dämpad trend",
    "rikets trend",
    "Theta",
    "ETS",
    "ridge",
    "träd",
    "sammanvägt",
)
#: The plain ones that the shipped choice is held against.
PLAIN = (NAIVE, "trend", "ETS")


def forecasts(
    panel: Panel, horizons: int, learnt_from: Panel | None = None
) -> Mapping[str, Floats]:
    """Return every candidate's forecast, shape (series, horizons), persons.

    Parameters
    ----------
    panel : Panel
        Comparable years, as `vagled_lmi.outlook.breaks.known_at` gives them.
    horizons : int
        Years ahead.
    learnt_from : Panel, optional
        What the pooled models are trained on, where it is another panel.
    """
    ridge, trees = pooled.forecast(
        panel, horizons, pooled.fit_ridge, pooled.fit_trees, learnt_from=learnt_from
    )
    riket = baselines.national(panel, horizons)
    made = (
        baselines.naive(panel, horizons),
        baselines.drift(panel, horizons),
        baselines.damped(panel, horizons),
        riket,
        baselines.theta(panel, horizons),
        baselines.ets(panel, horizons),
        ridge,
        trees,
        _mean(riket, ridge, trees),
    )
    return dict(zip(NAMES, made, strict=True))


def _mean(*several: Floats) -> Floats:
    logs = [np.log(one + FEW) for one in several]
    mean: Floats = np.maximum(np.exp(np.mean(logs, axis=0)) - FEW, 0.0)
    return mean
