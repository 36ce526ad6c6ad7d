"""NUTS2 areas: which counties they hold, and counts summed from them."""

from __future__ import annotations

import pandas as pd

from vagled_lmi.codes import Region, regions


def counties_of(region: Region) -> tuple[str, ...]:
    """Return the codes of the counties of a NUTS2 area; empty for other regions."""
    if region.level != "nuts2":
        return ()
    return tuple(county.code for county in regions("county") if county.parent == region)


def with_area(frame: pd.DataFrame, region: Region) -> pd.DataFrame:
    """Return a tidy frame of counts with rows for a NUTS2 area: the sums of its counties.

    Only for counts that are published without noise and have no total for the area; where a county
    is missing there is no sum. A row that a county lacks counts as nought, a missing value makes
    the sum missing.

    Parameters
    ----------
    frame : pandas.DataFrame
        Columns ``region``, the other dimensions, ``value``, ``status``.
    region : Region
        The region of the brief; the frame comes back as it is unless it is a NUTS2 area.
    """
    counties = counties_of(region)
    parts = frame[frame["region"].isin(counties)]
    if not counties or set(parts["region"].unique()) != set(counties):
        return frame
    others = [name for name in frame.columns if name not in ("region", "value", "status")]
    sums = parts.groupby(others, as_index=False)["value"].sum(skipna=False)
    whole: pd.DataFrame = pd.concat(
        [frame, sums.assign(region=region.code, status="")], ignore_index=True
    )
    return whole
