"""Blocks that wait for their figures: without them the brief is as it was, with them they stand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from tests.brief import sample
from tests.brief.conftest import KINDS
from tests.brief.fetched import filled, kolada
from tests.brief.inprocess import collected
from tests.brief.test_after import exempeldata
from vagled_lmi.brief import charts
from vagled_lmi.brief.document import Document
from vagled_lmi.store import Store

KOLADA = {
    "young": ("young-outside", ("kolada:utanfor", "kolada:behorighet", "kolada:gymnasium")),
    "after": ("after-gymnasium", ("kolada:efter_gymnasium",)),
    "newcomers": ("newcomers-established", ("kolada:nyanlanda", "kolada:sfi")),
}
KOLADA_TABLES = tuple(table for _, tables in KOLADA.values() for table in tables)


@pytest.fixture(scope="module")
def fetched(tmp_path_factory: pytest.TempPathFactory) -> Store:
    agency = kolada(exempeldata(61.5))
    root = tmp_path_factory.mktemp("store")
    return filled(root, agency, "VAGLED_KOLADA_URL", KOLADA_TABLES)


def blocks(document: Document) -> Mapping[str, Mapping[str, Any]]:
    return {block["id"]: block for part in document["parts"] for block in part["blocks"]}


def places(document: Document) -> Mapping[str, str]:
    return {block["id"]: p["id"] for p in document["parts"] for block in p["blocks"]}


@pytest.mark.parametrize("kind", ["county", "municipality"])
def test_what_is_fetched_stands_in_its_part_and_the_rest_is_as_it_was(
    fetched: Store, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(charts, "draw", lambda _: "<svg/>")
    parts = ("summary", *KOLADA, "certainty")
    without = collected(KINDS[kind], only=parts)
    assert not {id_ for id_, _ in KOLADA.values()} & blocks(without).keys()
    said = sample.text_of(blocks(without)["more-to-fetch"]["text"])
    assert all(table in said for table in KOLADA_TABLES)

    document = collected(KINDS[kind], store=fetched, only=parts)
    for part, (id_, _) in KOLADA.items():
        assert places(document)[id_] == part
    note = blocks(document).get("more-to-fetch")
    assert note is None or "kolada" not in sample.text_of(note["text"])
    same = {id_: block for id_, block in blocks(document).items() if id_ in blocks(without)}
    for id_, block in same.items():
        if id_ != "more-to-fetch" and block["kind"] != "figure":
            assert block == blocks(without)[id_], id_
    assert blocks(without).keys() - same.keys() <= {"more-to-fetch"}
    assert without["numbers"].items() <= document["numbers"].items()
