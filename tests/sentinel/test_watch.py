"""`vagled watch`: what each table's state is, and what stops one and not the others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import SHARED
from tests.sentinel.declared import BAS, INDEX, MUNICIPAL, POPULATION
from tests.sentinel.watching import NOW, checked, fetch, kinds, look
from tests.servers import Reply, Seen, Server, Spoken, as_json
from tests.worlds import World, barometer
from vagled_lmi import resources
from vagled_lmi.errors import ContractError, OfflineError, SourceError, StoreError
from vagled_lmi.sentinel import report, watch
from vagled_lmi.session import Session
from vagled_lmi.sources import catalogue, fetching
from vagled_lmi.store import Archive, Store

pytestmark = pytest.mark.usefixtures("no_briefs")

BAROMETER = SHARED / "data" / "af" / "yrkesbarometer" / "yb_2025-2_rows_first1000.json"


# What is asked


def test_values_are_asked_for_only_where_the_stamp_moved(
    scb: Server, world: World, store: Store, session: Session
) -> None:
    fetch(store, session, BAS)
    before = len(scb.seen)
    seen = look(store, session, BAS)[BAS.id]
    assert (seen.compared, seen.findings) == (False, ())
    asked = scb.seen[before:]
    assert {one.method for one in asked} == {"GET"}
    world.tables["TAB6260"].updated = "2026-08-24T06:00:00Z"
    seen = look(store, session, BAS)[BAS.id]
    assert (seen.compared, seen.findings) == (True, ())
    assert [one.method for one in scb.seen].count("POST") == 2  # the fetch, and this


@pytest.mark.usefixtures("scb")
def test_progress_is_told(store: Store, session: Session, world: World) -> None:
    fetch(store, session, BAS)
    world.tables["TAB6260"].updated = "2026-08-24T06:00:00Z"
    told: list[tuple[str, int, int]] = []
    list(watch.watch([BAS], store, session.send, NOW, lambda *step: told.append(step)))
    assert told == [(BAS.id, 0, 0), (BAS.id, 1, 2), (BAS.id, 2, 2)]


# What is known of before


@pytest.mark.usefixtures("scb")
def test_a_table_that_was_never_fetched_is_asked_only_what_it_says_of_itself(
    store: Store, session: Session
) -> None:
    seen = look(store, session, BAS)[BAS.id]
    assert [(f.kind, f.severity, f.sentence) for f in seen.findings] == [
        (
            "never-fetched",
            "notice",
            "Inte hämtad från SCB än. Hämta den: vagled fetch scb:TAB6260",
        )
    ]
    assert seen.present is not None
    assert seen.present.periods[-1] == "2026M06"
    assert (seen.exit_code, seen.compared) == (1, False)


@pytest.mark.usefixtures("scb")
def test_the_programs_own_figures_are_held_against_the_agencys_periods(
    tmp_path: Path, session: Session
) -> None:
    store = Store(tmp_path / "store", base=Archive(resources.snapshot_dir()))
    seen = look(store, session, BAS)[BAS.id]
    assert kinds(seen) == ["period-gone", "never-fetched", "period-new"]
    new = next(f for f in seen.findings if f.kind == "period-new")
    assert new.sentence == "Nya perioder: 2025M01 till 2026M06 (18 perioder)."
    assert "siffrorna som följer med programmet används" in str(seen.findings)


@pytest.mark.usefixtures("scb")
def test_an_earlier_failure_is_said(store: Store, session: Session) -> None:
    fetch(store, session, BAS)
    fetching.remember_failure(BAS, store, SourceError("SCB var nere."), "2026-08-22T08:00:00Z")
    (finding,) = look(store, session, BAS)[BAS.id].findings
    assert (finding.kind, finding.severity) == ("failed-before", "notice")
    assert finding.sentence == (
        "Senaste försöket att hämta tabellen, 2026-08-22, misslyckades: SCB var nere."
    )


@pytest.mark.usefixtures("scb")
def test_what_was_fetched_narrowed_is_watched_narrowed(
    store: Store, session: Session, world: World
) -> None:
    fetch(store, session, BAS, regions=["03"])
    assert look(store, session, BAS)[BAS.id].findings == ()
    table = world.tables["TAB6260"]
    table.updated = "2026-08-24T06:00:00Z"
    table.cell = lambda _: 99.5
    (finding,) = look(store, session, BAS)[BAS.id].findings
    # riket and the five counties of Östra Mellansverige, 18 months
    assert finding.sentence.startswith("108 av 108 jämförbara värden")


@pytest.mark.usefixtures("scb")
def test_a_narrowed_vintage_over_a_whole_one_is_watched_whole(
    store: Store, session: Session, world: World
) -> None:
    fetch(store, session, BAS)
    table = world.tables["TAB6260"]
    table.updated = "2026-08-22T06:00:00Z"
    before = table.cell
    table.cell = lambda codes: 5.0 if codes["Region"] == "03" else before(codes)
    fetch(store, session, BAS, regions=["03"])
    seen = look(store, session, BAS)[BAS.id]
    assert (seen.compared, seen.findings) == (True, ())  # the region is as it was fetched last
    table.cell = lambda codes: 6.0 if codes["Region"] == "25" else before(codes)
    table.updated = "2026-08-23T06:00:00Z"
    (finding,) = look(store, session, BAS)[BAS.id].findings
    assert finding.sentence.startswith("36 av 396")  # Uppsala and Norrbotten, 18 months


# An agency that says nothing of its tables


class Barometer:
    """Yrkesbarometern's only address, which honours If-Modified-Since."""

    def __init__(self, rows: list[dict[str, Any]]) -> None:
        self.rows = rows
        self.modified = "Mon, 08 Jun 2026 06:30:05 GMT"

    def __call__(self, seen: Seen) -> Spoken:
        if seen.headers.get("If-Modified-Since") == self.modified:
            return Reply(b"", 304)
        return as_json(self.rows, **{"Last-Modified": self.modified})


@pytest.fixture
def agency(monkeypatch: pytest.MonkeyPatch) -> Iterator[Barometer]:
    af_host = Barometer(barometer("Systemutvecklare", "Lärare"))
    with Server(af_host) as server:
        monkeypatch.setenv("VAGLED_AF_URL", server.url)
        yield af_host


YB = catalogue.spec("af:yrkesbarometern")


@pytest.mark.usefixtures("agency")
def test_unchanged_since(store: Store, session: Session) -> None:
    fetch(store, session, YB)
    seen = look(store, session, YB)[YB.id]
    assert (seen.findings, seen.compared, seen.error) == ((), False, None)
    assert "oförändrad   till och med 2026-1, uppdaterad 2026-06-08." in "\n".join(
        report.of_watched(seen)
    )


def test_the_programs_own_round_is_held_against_the_agencys(
    agency: Barometer, tmp_path: Path, session: Session
) -> None:
    store = Store(tmp_path / "store", base=Archive(resources.snapshot_dir()))
    held = catalogue.load(YB.id, store).frame["period"].max()
    agency.rows = barometer("Systemutvecklare", period="2026-2")
    seen = look(store, session, YB)[YB.id]
    assert (kinds(seen), seen.compared, seen.exit_code) == (
        ["never-fetched", "period-new"], False, 1,
    )  # fmt: skip
    assert f"Ny period: 2026-2, i stället för {held}." in str(seen.findings)
    agency.rows[0]["prognos"] = "explodera"
    refused = look(store, session, YB)[YB.id].findings[0]
    assert (refused.kind, refused.severity) == ("refused", "breaking")


def test_a_renamed_occupation_and_a_new_round(
    agency: Barometer, store: Store, session: Session
) -> None:
    fetch(store, session, YB)
    agency.modified = "Tue, 09 Jun 2026 06:30:05 GMT"
    agency.rows = barometer("Systemutvecklare", "Lärare i grundskolan")
    seen = look(store, session, YB)[YB.id]
    assert kinds(seen) == ["code-gone", "code-new"]
    assert seen.findings[0].sentence.endswith('i Yrke i Yrkesbarometern (occupation): "Lärare".')
    agency.rows = barometer("Systemutvecklare", "Lärare", period="2026-2")
    (new,) = look(store, session, YB)[YB.id].findings  # the address never holds an earlier round
    assert (new.severity, new.sentence) == (
        "harmless", "Ny period: 2026-2, i stället för 2026-1."
    )  # fmt: skip


def test_two_labels_for_one_concept(agency: Barometer, store: Store, session: Session) -> None:
    fetch(store, session, YB)
    agency.modified = "Tue, 09 Jun 2026 06:30:05 GMT"
    agency.rows = barometer("Systemutvecklare", "Lärare", "Systemtestare")
    (doubled,) = [f for f in look(store, session, YB)[YB.id].findings if f.kind == "label-doubled"]
    assert doubled.severity == "review"
    assert '"Sys" i concept stod för en sak' in doubled.sentence


def test_a_class_that_nobody_knows_is_refused(
    agency: Barometer, store: Store, session: Session
) -> None:
    fetch(store, session, YB)
    agency.modified = "Tue, 09 Jun 2026 06:30:05 GMT"
    agency.rows[0]["prognos"] = "explodera"
    (refused,) = look(store, session, YB)[YB.id].findings
    assert (refused.kind, refused.severity) == ("refused", "breaking")
    assert "explodera" in refused.sentence


@pytest.mark.usefixtures("agency")
def test_a_table_never_fetched_of_an_agency_that_says_nothing_is_not_asked(
    store: Store, session: Session
) -> None:
    seen = look(store, session, YB)[YB.id]
    assert kinds(seen) == ["never-fetched"]
    assert seen.present is None


# What goes wrong


@pytest.mark.usefixtures("scb")
def test_one_tables_error_does_not_hide_the_others(
    world: World, store: Store, session: Session
) -> None:
    for spec in (BAS, INDEX):
        fetch(store, session, spec)
    world.tables["TAB9001"].notes.append("Ny.")
    del world.tables["TAB6260"]
    seen = look(store, session, BAS, INDEX, MUNICIPAL)
    assert isinstance(seen[BAS.id].error, SourceError)
    assert "finns inte längre" in str(seen[BAS.id].error)
    assert kinds(seen[INDEX.id]) == ["note-new"]
    assert "never-fetched" in kinds(seen[MUNICIPAL.id])
    assert [one.exit_code for one in seen.values()] == [6, 1, 1]
    assert watch.exit_code(list(seen.values())) == 6
    assert watch.summary(list(seen.values())) == (
        "3 tabeller: 0 oförändrade, 2 att se på, 1 som inte kunde granskas."
    )
    plain = checked(seen)
    assert [table["state"] for table in plain["tables"]] == ["error", "moved", "moved"]
    assert plain["tables"][0]["error"] == {
        "kind": "SourceError", "exit_code": 6, "message": str(seen[BAS.id].error),
    }  # fmt: skip
    assert (plain["exit_code"], plain["worst"]) == (6, "review")  # TAB9002 ends in 2006


@pytest.mark.parametrize("body", [b"<html>", b'{"version": "2.0", "class": "dataset"'])
def test_a_page_instead_of_values_is_an_error_and_no_finding(
    body: bytes, world: World, store: Store, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(seen: Seen) -> Spoken:
        stale = seen.method == "POST" and bool(store.vintages(BAS.id))
        return Reply(body) if stale else world(seen)

    with Server(answer) as server:
        monkeypatch.setenv("VAGLED_SCB_URL", server.url)
        fetch(store, session, BAS)
        world.tables["TAB6260"].updated = "2026-08-24T06:00:00Z"
        seen = look(store, session, BAS)[BAS.id]
    assert isinstance(seen.error, SourceError)
    assert seen.findings == ()


def test_a_host_that_is_gone_is_asked_once(
    world: World, store: Store, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Server(world) as server:
        monkeypatch.setenv("VAGLED_SCB_URL", server.url)
        for spec in (BAS, INDEX, POPULATION):
            fetch(store, session, spec)
    tried: list[str] = []

    def send(request: Any) -> Any:
        tried.append(request.url)
        return session.send(request)

    seen = list(watch.watch([BAS, INDEX, POPULATION], store, send, NOW, lambda *_: None))
    assert len(tried) == 1
    assert all(isinstance(one.error, OfflineError) for one in seen)
    assert str(seen[1].error) == f"{server.host} gick inte att nå nyss, och frågas inte igen."
    assert watch.exit_code(seen) == 7


def test_without_network_what_is_stale_is_said_all_the_same(
    scb: Server, store: Store, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetch(store, session, BAS)
    before = len(scb.seen)
    monkeypatch.setenv("VAGLED_OFFLINE", "1")
    seen = look(store, session, BAS, now="2026-11-25T08:00:00Z")
    assert len(scb.seen) == before
    one = seen[BAS.id]
    assert kinds(one) == ["frozen"]
    assert isinstance(one.error, OfflineError)
    lines = "\n".join(report.of_watched(one))
    assert "fel          Nätet är avstängt med VAGLED_OFFLINE" in lines
    assert "att granska  Tabellen verkar ha stannat vid 2026M06" in lines
    assert checked(seen)["tables"][0]["state"] == "error"


@pytest.mark.usefixtures("scb")
def test_a_vintage_that_is_damaged_is_an_error_of_its_table_alone(
    store: Store, session: Session
) -> None:
    fetch(store, session, BAS)
    fetch(store, session, INDEX)
    for part in store.vintages(BAS.id)[0].retrievals:
        (store.root / "payloads" / part.sha256[:2] / part.sha256).write_bytes(b"x")
    seen = look(store, session, BAS, INDEX)
    assert isinstance(seen[BAS.id].error, StoreError)
    assert seen[INDEX.id].error is None


@pytest.mark.usefixtures("scb")
def test_a_vintage_of_an_earlier_declaration_is_an_error_only_when_it_is_needed(
    world: World, store: Store, session: Session
) -> None:
    fetch(store, session, BAS)
    world.tables["TAB6260"].updated = "2026-08-24T06:00:00Z"
    world.tables["TAB6260"].cell = lambda _: 2.0
    stricter = replace(BAS, contents=(replace(BAS.contents[0], upper=3),))
    seen = look(store, session, stricter)[BAS.id]
    assert isinstance(seen.error, ContractError)


def test_a_table_without_a_question(store: Store, session: Session) -> None:
    spec = replace(catalogue.spec("scb:TAB6260"), live=None)
    seen = look(store, session, spec)[spec.id]
    assert isinstance(seen.error, SourceError)
    assert "kan inte hämtas, så det finns inget att jämföra med" in str(seen.error)


@pytest.mark.usefixtures("scb")
def test_a_next_release_in_the_future_is_believed(
    store: Store, session: Session, world: World
) -> None:
    fetch(store, session, BAS)
    metadata = world.tables["TAB6260"].metadata

    def announced() -> dict[str, Any]:
        document = metadata()
        document["extension"]["px"]["nextUpdate"] = "2026-12-08T07:00:00Z"
        return document

    late = "2026-11-25T08:00:00Z"
    assert kinds(look(store, session, BAS, now=late)[BAS.id]) == ["frozen"]
    world.tables["TAB6260"].metadata = announced  # type: ignore[method-assign]
    seen = look(store, session, BAS, now=late)
    assert seen[BAS.id].findings == ()
    assert checked(seen)["tables"][0]["present"]["next_release"] == "2026-12-08T07:00:00Z"
