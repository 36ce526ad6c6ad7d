"""From every printed number back to its stored answer, and forward again."""

from __future__ import annotations

import copy
import shutil
from pathlib import Path

import pytest

from vagled_lmi import resources
from vagled_lmi.brief.document import Document
from vagled_lmi.brief.trace import Tracer
from vagled_lmi.errors import StoreError, TraceError
from vagled_lmi.store import Archive, Store

LEVEL = "03/employed/level?region=03&period=2026M06"
QUOTIENT = "03/occupations/quotient?region=03&period=2024&ssyk=2311"


@pytest.fixture(scope="module")
def tracer(uppsala: Document) -> Tracer:
    return Tracer(uppsala, Archive(resources.snapshot_dir()))


def test_every_number_of_the_brief_replays(tracer: Tracer, uppsala: Document) -> None:
    replays = [tracer.replay(address) for address in tracer.addresses()]
    assert len(replays) == len(uppsala["numbers"]) > 400
    assert [replay for replay in replays if not replay.equal] == []


def test_every_number_of_the_brief_is_shown_or_decides_a_word(
    tracer: Tracer, uppsala: Document
) -> None:
    decides = {
        address
        for part in uppsala["parts"]
        for block in part["blocks"]
        for verdict in block["verdicts"]
        for address in verdict["numbers"]
    }
    for address in tracer.addresses():
        assert tracer.replay(address).texts or address in decides, address


def test_a_published_number_is_explained_down_to_its_cell(tracer: Tracer) -> None:
    text = "\n".join(tracer.explain(LEVEL))
    source = Archive(resources.snapshot_dir()).latest("scb:ArbStDoNMNN")
    assert source is not None
    for said in (
        "Värde:       181185.0 personer",
        "Myndighet: SCB",
        "scb:ArbStDoNMNN",
        source.retrievals[0].sha256,
        "2026-11-23T00:00:00Z (via public copy)",
        "region = 03",
        "period = 2026M06",
        "Celler:    1",
        "03, 2026M06: 181185.0",
    ):
        assert said in text


def test_a_computed_number_is_explained_with_its_steps_and_all_its_cells(tracer: Tracer) -> None:
    text = "\n".join(tracer.explain(QUOTIENT))
    assert "lokaliseringskvot" in text
    assert "region = 03, 00" in text
    assert "ssyk = alla" in text
    assert "Celler:    858" in text  # 429 occupations here and 429 in riket


@pytest.mark.parametrize("change", [181185.000001, 181186.0, None, "181185"])
def test_a_changed_value_does_not_replay(uppsala: Document, change: object) -> None:
    forged = copy.deepcopy(uppsala)
    forged["numbers"][LEVEL]["value"] = change
    replay = Tracer(forged, Archive(resources.snapshot_dir())).replay(LEVEL)
    assert not replay.equal
    assert "omräkningen ger 181185.0" in replay.problem


def test_a_changed_text_does_not_replay(uppsala: Document) -> None:
    forged = copy.deepcopy(uppsala)
    (card,) = [b for b in forged["parts"][0]["blocks"] if b["id"] == "key-employed"]
    card["value"][0]["text"] = "191\u202f185"
    replay = Tracer(forged, Archive(resources.snapshot_dir())).replay(LEVEL)
    assert "visar inte värdet" in replay.problem


def test_a_missing_value_that_is_given_a_text_does_not_replay(uppsala: Document) -> None:
    address = "03/employed/change_pct?region=03&period=2020M06"
    forged = copy.deepcopy(uppsala)
    assert forged["numbers"][address]["value"] is None
    blocks = [block for part in forged["parts"] for block in part["blocks"]]
    (chart,) = [block for block in blocks if block["id"] == "employed"]
    (cell,) = [c for row in chart["table"]["rows"] for c in row if c.get("number") == address]
    assert cell["text"] == "ingen uppgift"
    cell["text"] = "+2,0"
    replay = Tracer(forged, Archive(resources.snapshot_dir())).replay(address)
    assert "visar inte värdet" in replay.problem


def test_an_unknown_address_gets_the_nearest(tracer: Tracer) -> None:
    with pytest.raises(TraceError, match="Menade du 03/employed/level"):
        tracer.replay(LEVEL.replace("2026M06", "2026M60"))


def test_a_store_without_the_answer_says_which_store_to_name(
    uppsala: Document, tmp_path: Path
) -> None:
    with pytest.raises(StoreError, match="VAGLED_STORE"):
        Tracer(uppsala, Archive(tmp_path)).replay(LEVEL)


def test_a_damaged_answer_is_never_replayed(uppsala: Document, tmp_path: Path) -> None:
    folder = tmp_path / "store"
    shutil.copytree(resources.snapshot_dir(), folder)
    vintage = Archive(folder).latest("scb:ArbStDoNMNN")
    assert vintage is not None
    digest = vintage.retrievals[0].sha256
    (payload,) = folder.rglob(digest + "*")
    payload.chmod(0o644)
    payload.write_bytes(payload.read_bytes()[:-1] + b"x")
    with pytest.raises(StoreError, match=digest[:12]):
        Tracer(uppsala, Archive(folder)).replay(LEVEL)


def test_a_brief_replays_after_the_program_got_newer_figures(
    uppsala: Document, tmp_path: Path
) -> None:
    """What a brief rests on is adopted into the user's store, and outlives the snapshot."""
    store = Store(tmp_path / "store", base=Archive(resources.snapshot_dir()))
    for source in uppsala["sources"]:
        vintage = store.latest(source["id"])
        assert vintage is not None
        store.adopt(vintage)
    alone = Store(tmp_path / "store", base=None)
    tracer = Tracer(uppsala, alone)
    assert all(tracer.replay(address).equal for address in tracer.addresses())
