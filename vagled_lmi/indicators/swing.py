"""How much a share tends to move from period to period, where its group's size is not known."""

from __future__ import annotations

from collections.abc import Sequence

#: Changes that the usual one is the mean of, at most and at least.
CHANGES, FEWEST = 6, 3


def usual(changes: Sequence[float]) -> float:
    """Return the mean size of the changes between periods after one another; NaN of too few."""
    if len(changes) < FEWEST:
        return float("nan")
    return sum(map(abs, changes)) / len(changes)
