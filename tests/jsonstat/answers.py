"""A small answer in JSON-stat 2, changed as a test wants, and how it is read."""

from __future__ import annotations

import json
from typing import Any

import orjson
import pandas as pd
import pytest

from vagled_lmi import jsonstat
from vagled_lmi.errors import DecodeError


def small(**changes: Any) -> dict[str, Any]:
    """Two regions, three years, one measure: six cells."""
    document: dict[str, Any] = {
        "version": "2.0",
        "class": "dataset",
        "label": "Folkmängd efter region och år",
        "source": "SCB",
        "updated": "2026-06-08T06:00:00Z",
        "note": ["Små tal är osäkra."],
        "role": {"time": ["Tid"], "metric": ["ContentsCode"]},
        "id": ["Region", "ContentsCode", "Tid"],
        "size": [2, 1, 3],
        "dimension": {
            "Region": {
                "label": "region",
                "category": {
                    "index": {"03": 0, "04": 1},
                    "label": {"03": "Uppsala län", "04": "Södermanlands län"},
                    "note": {"03": ["Heby ingår från 2007."]},
                },
                "note": ["Indelningen 1 januari."],
                "extension": {"elimination": True},
            },
            "ContentsCode": {
                "label": "tabellinnehåll",
                "category": {
                    "index": {"A1": 0},
                    "label": {"A1": "Folkmängd"},
                    "unit": {"A1": {"base": "antal", "decimals": 0}},
                },
            },
            "Tid": {
                "label": "år",
                "category": {
                    "index": {"2023": 0, "2024": 1, "2025": 2},
                    "label": {"2023": "2023", "2024": "2024", "2025": "2025"},
                },
            },
        },
        "extension": {"px": {"tableid": "TAB1", "aggregallowed": False}},
        "value": [1, 2.5, None, -4, 5, 6],
        "status": {"2": ".."},
    }
    return document | changes


def changed(path: str, to: Any) -> dict[str, Any]:
    """Return the small dataset with the part at a dotted path replaced; `...` takes it away."""
    document = json.loads(json.dumps(small()))
    *parents, last = path.split(".")
    node = document
    for name in parents:
        node = node[name]
    if to is ...:
        del node[last]
    else:
        node[last] = to
    return document


def read(document: object) -> pd.DataFrame:
    return jsonstat.read(orjson.dumps(document))


def refusal(payload: bytes) -> str:
    with pytest.raises(DecodeError) as caught:
        jsonstat.read(payload)
    assert caught.value.hint
    return caught.value.message
