"""What hindsight found, as plain data: remembered, and the one source of every view of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import numpy as np
import orjson
import pandas as pd

from vagled_lmi.outlook import cache, concordance, hindsight
from vagled_lmi.outlook.age_structure import TABLE as AGES
from vagled_lmi.outlook.archive import Growth, OldOutlook
from vagled_lmi.outlook.hindsight import Scored

Record = dict[str, Any]


def record(frames: Mapping[str, pd.DataFrame]) -> Record:
    """Return what is known of every old outlook and of how much each round changes.

    Parameters
    ----------
    frames : dict of str to pandas.DataFrame
        The tidy tables `vagled_lmi.outlook.hindsight.TABLES`, and ``scb:YREG51`` where it is there.

    Returns
    -------
    dict
        ``outlooks``: a list of entries with what the archive says of them, ``against``, ``period``,
        ``regions``, ``left_out``, ``scores`` and ``by_region``; each measure is ``value``,
        ``lower`` and ``upper``, None where it cannot be measured. ``changes``: a list.
    """
    tables = [frames[table] for table in (*hindsight.TABLES, AGES) if table in frames]
    return cache.remembered(
        f"hindsight-{cache.key(*tables)}", lambda: _made(frames), orjson.dumps, _read
    )


def _read(payload: bytes) -> Record:
    read: Record = orjson.loads(payload)
    if {"outlooks", "changes"} - set(read):
        raise ValueError("not a record of hindsight")
    return read


def _made(frames: Mapping[str, pd.DataFrame]) -> Record:
    return {
        "outlooks": [_entry(one) for one in hindsight.evaluate(frames)],
        "changes": [asdict(change) for change in hindsight.changes(frames)],
    }


def _entry(one: Scored) -> Record:
    entry = one.outlook
    against, period = _against(entry)
    return {
        "id": entry.id,
        "name": entry.name,
        "table": entry.table,
        "made": entry.made,
        "about": entry.about,
        "scale": entry.scale,
        "against": against,
        "period": period,
        "caveat": entry.caveat,
        "concordance": concordance.NOTE,
        "regions": list(one.regions),
        "left_out": one.left_out,
        "scores": _plain(asdict(one.scores)),
        "by_region": {code: _plain(asdict(scores)) for code, scores in one.by_region.items()},
    }


def _against(entry: OldOutlook) -> tuple[str, str]:
    """Return what an outlook was held against, in Swedish, and the period of it."""
    against = entry.against
    if isinstance(against, Growth):
        return f"hur antalet anställda växte {against.base}–{against.target}", str(against.target)
    return "öppna annonser per 100 anställda, maj–juni 2025", against.months[-1]


def _plain(value: Any) -> Any:
    """Round to what is worth keeping; what is not a number becomes None."""
    if isinstance(value, dict):
        return {str(name): _plain(inner) for name, inner in value.items()}
    if isinstance(value, float):
        return round(value, 6) if np.isfinite(value) else None
    return value
