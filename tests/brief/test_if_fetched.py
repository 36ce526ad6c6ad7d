"""Blocks that wait for their figures: without them the brief is as it was, with them they stand."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.agencies.myh import MyhServer
from tests.agencies.skolverket import SkolverketServer
from tests.agencies.uka import UkaServer
from tests.brief import sample
from tests.brief.conftest import KINDS
from tests.brief.fetched import filled, kolada
from tests.brief.inprocess import collected
from tests.brief.test_after import exempeldata
from tests.servers import Answerer
from vagled_lmi.brief import charts
from vagled_lmi.brief.document import Document
from vagled_lmi.store import Store

#: Each block, by the part it stands in: its id, and the tables that it waits for.
WAITING = {
    "education": {
        "gymnasium-offers": ("skolverket:gymnasieutbud",),
        "education-events": ("skolverket:utbud",),
        "vocational-programmes": ("myh:program",),
    },
    "after": {
        "after-gymnasium": ("kolada:efter_gymnasium",),
        "after-higher": ("uka:etablering",),
    },
    "young": {
        "young-outside": ("kolada:utanfor", "kolada:behorighet", "kolada:gymnasium"),
    },
    "newcomers": {
        "newcomers-established": ("kolada:nyanlanda", "kolada:sfi"),
    },
}
PART_OF = {id_: part for part, waiting in WAITING.items() for id_ in waiting}
TABLES = [t for waiting in WAITING.values() for tables in waiting.values() for t in tables]


def of_the_others(root: Path) -> Store:
    """What the agencies but SCB have for the blocks that wait: exempeldata."""
    agencies: tuple[tuple[Answerer, str], ...] = (
        (kolada(exempeldata(61.5)), "VAGLED_KOLADA_URL"),
        (UkaServer(), "VAGLED_UKA_URL"),
        (MyhServer(), "VAGLED_MYH_URL"),
        (SkolverketServer(), "VAGLED_SKOLVERKET_URL"),
    )
    for agency, variable in agencies:
        key = variable.split("_")[1].lower()
        store = filled(root, agency, variable, [t for t in TABLES if t.startswith(f"{key}:")])
    return store


@pytest.fixture(scope="module")
def fetched(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return of_the_others(tmp_path_factory.mktemp("store"))


def blocks(document: Document) -> Mapping[str, Mapping[str, Any]]:
    return {block["id"]: block for part in document["parts"] for block in part["blocks"]}


def places(document: Document) -> Mapping[str, str]:
    return {block["id"]: p["id"] for p in document["parts"] for block in p["blocks"]}


@pytest.mark.parametrize("kind", ["county", "municipality"])
def test_what_is_fetched_stands_in_its_part_and_the_rest_is_as_it_was(
    fetched: Store, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(charts, "draw", lambda _: "<svg/>")
    parts = ("summary", *WAITING, "certainty")
    without = collected(KINDS[kind], only=parts)
    assert not PART_OF.keys() & blocks(without).keys()
    said = sample.text_of(blocks(without)["more-to-fetch"]["text"])
    assert all(table in said for table in TABLES)

    document = collected(KINDS[kind], store=fetched, only=parts)
    assert {id_: places(document).get(id_) for id_ in PART_OF} == PART_OF
    note = blocks(document).get("more-to-fetch")
    assert note is None or not any(table in sample.text_of(note["text"]) for table in TABLES)
    same = {id_: block for id_, block in blocks(document).items() if id_ in blocks(without)}
    for id_, block in same.items():
        if id_ != "more-to-fetch" and block["kind"] != "figure":
            assert block == blocks(without)[id_], id_
    # the note on places is said by the table of programmes
    assert blocks(without).keys() - same.keys() <= {"more-to-fetch", "places-note"}
    assert without["numbers"].items() <= document["numbers"].items()
