"""What moved between two vintages of a table: new periods, revised values, rows gone."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from vagled_lmi.tables import TableSpec


@dataclass(frozen=True, slots=True)
class Changes:
    """The difference between two tidy frames of one table.

    Attributes
    ----------
    new_periods : tuple of str
        Periods that only the later one has, oldest first.
    added, removed, revised : int
        Rows by key: only in the later, only in the earlier, in both with another value or status.
    """

    new_periods: tuple[str, ...]
    added: int
    removed: int
    revised: int

    @property
    def any(self) -> bool:
        """Whether anything moved."""
        return bool(self.added or self.removed or self.revised)


def compare(spec: TableSpec, earlier: pd.DataFrame, later: pd.DataFrame) -> Changes:
    """Compare two vintages of a table by key.

    Parameters
    ----------
    spec : TableSpec
        The table.
    earlier, later : pandas.DataFrame
        Tidy frames that keep the contract.
    """
    keys = list(spec.keys)
    both = earlier.merge(later, on=keys, how="outer", suffixes=("_old", "_new"), indicator="in_")
    common = both[both["in_"] == "both"]
    same = (common["value_old"] == common["value_new"]) | (
        common["value_old"].isna() & common["value_new"].isna()
    )
    same &= common["status_old"] == common["status_new"]
    periods = set(later["period"]) - set(earlier["period"])
    return Changes(
        new_periods=tuple(sorted(periods)),
        added=int((both["in_"] == "right_only").sum()),
        removed=int((both["in_"] == "left_only").sum()),
        revised=int((~same).sum()),
    )
