"""What a table says of itself: read from JSON-stat, from a frame, and from the lock file again."""

from __future__ import annotations

import json

import orjson
import pandas as pd
import pytest

from tests.conftest import SHARED
from tests.servers import px_metadata
from vagled_lmi import contracts, jsonstat
from vagled_lmi.contracts import Contract, Measure, Variable, bare_label
from vagled_lmi.sources import catalogue

RECORDED = SHARED / "data" / "scb" / "v2_recorded" / "v2_TAB6471_metadata.json"
SPEC = catalogue.spec("scb:TAB6471")


def test_a_frame_shows_its_codes_periods_and_rows() -> None:
    frame = pd.DataFrame(
        {
            "region": ["03", "03", "04"],
            "period": ["2026M02", "2026M01", "2026M01"],
            "age": ["0-9", "0-9", "total"],
            "sex": ["men", "women", "total"],
            "value": [1.0, 2.0, 3.0],
            "status": "",
        }
    )
    contract = contracts.of_frame(SPEC, frame, "2026-03-01T00:00:00Z")
    assert contract.periods == ("2026M01", "2026M02")
    assert contract.cells == 3
    assert contract.variables["age"] == Variable("Ålder", {"0-9": "0–9 år", "total": "totalt"})
    assert contract.measures == {"000007SF": Measure("Folkmängd", "personer", 0)}
    assert contract.updated == "2026-03-01T00:00:00Z"
    assert "period" not in contract.variables


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        (
            "Folkmängden per månad efter region, ålder och kön.  År 2025M01-2026M04",
            "Folkmängden per månad efter region, ålder och kön",
        ),
        ("Lediga jobb. Kvartal 2024K2 - 2026K1", "Lediga jobb. Kvartal 2024K2 - 2026K1"),
        ("Lediga jobb. Kvartal 2024K2-2026K1", "Lediga jobb"),
        ("Folkmängd efter region och år", "Folkmängd efter region och år"),
    ],
)
def test_a_title_loses_the_periods_that_move_with_every_release(title: str, bare: str) -> None:
    assert bare_label(title) == bare


def described() -> dict[str, object]:
    document = px_metadata("TAB1", {"Region": ["03"], "ContentsCode": ["X"], "Tid": ["2026M01"]})
    document["role"]["metric"] = ["ContentsCode"]
    about = document["dimension"]["ContentsCode"]
    about["category"]["unit"] = {"X": {"base": "index", "decimals": 1}}
    about["extension"] = {
        "refperiod": {"X": "Månad"},
        "basePeriod": {"X": "2015=100"},
        "priceType": {"X": "Fixed"},
        "adjustment": {"X": "SesOnly"},
        "measuringType": {"X": "Average"},
    }
    document["extension"]["px"]["nextUpdate"] = "2026-07-08T06:00:00Z"
    document["extension"]["discontinued"] = True
    return document


def test_a_measure_carries_base_and_method() -> None:
    metadata = jsonstat.read_metadata(json.dumps(described()).encode())
    contract = contracts.of_metadata(SPEC, metadata, ("En not.",))
    assert contract.measures["X"] == Measure(
        "ContentsCode X", "index", 1, "Månad; 2015=100", "Average; Fixed; SesOnly"
    )
    assert contract.discontinued
    assert contract.next_release == "2026-07-08T06:00:00Z"
    assert contract.notes == ("En not.",)
    assert set(contract.variables) == {"Region"}


def test_what_is_pinned_is_read_back() -> None:
    metadata = jsonstat.read_metadata(json.dumps(described()).encode())
    contract = contracts.of_metadata(SPEC, metadata)
    assert Contract.from_json(orjson.loads(orjson.dumps(contract.to_json()))) == contract


@pytest.mark.shared
@pytest.mark.skipif(not RECORDED.is_file(), reason="../shared med SCB:s svar saknas")
def test_scbs_own_words_about_a_table() -> None:
    metadata = jsonstat.read_metadata(RECORDED.read_bytes())
    contract = contracts.of_metadata(SPEC, metadata)
    assert (contract.agency_id, contract.updated) == ("TAB6471", "2026-06-08T06:00:00Z")
    assert contract.label == "Folkmängden per månad efter region, ålder och kön"
    assert {name: len(v.codes) for name, v in contract.variables.items()} == {
        "Region": 312, "Alder": 134, "Kon": 3,
    }  # fmt: skip
    assert contract.measures == {
        "000007SF": Measure("Folkmängden per månad", "antal", 0, "Respektive månad", "Stock")
    }
    assert (contract.periods[0], contract.periods[-1]) == ("2025M01", "2026M04")
    assert contract.cells == 312 * 134 * 3 * 16
    assert contract.next_release is None
