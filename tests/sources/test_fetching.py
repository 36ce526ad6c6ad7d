"""One table into the store: whole or not at all, resumed, narrowed, and told apart from another."""

from __future__ import annotations

import itertools
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.servers import Reply, Seen, Server, Spoken, silent
from tests.worlds import World, bas, months
from vagled_lmi import resources
from vagled_lmi.codes import Region
from vagled_lmi.errors import (
    ContractError,
    OfflineError,
    SourceError,
    StoreError,
    UnknownCodeError,
    VagledError,
)
from vagled_lmi.interrupted import Interrupted
from vagled_lmi.session import Limits, Session
from vagled_lmi.sources import catalogue, fetching, refresh
from vagled_lmi.sources.fetching import Errand, Wanted, company
from vagled_lmi.store import Archive, Store
from vagled_lmi.tables import Table

BAS = catalogue.spec("scb:TAB6260")
FREE = {"maxDataCells": 150_000, "maxCallsPerTimeWindow": 1000, "timeWindow": 1}
#: One call a month of the 22 regions.
SMALL = {**FREE, "maxDataCells": 22}


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


@pytest.fixture
def world() -> World:
    table = bas()
    table.codes["Tid"] = months("2020M01", "2020M02")
    return World(table, config=FREE)


@pytest.fixture
def scb(world: World, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    with Server(world) as server:
        monkeypatch.setenv("VAGLED_SCB_URL", server.url)
        yield server


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    limits = Limits(retries=0, calls=1000, seconds=0.02, connect=0.5, read=0.5, total=5)
    with Session(tmp_path / "limits", limits=limits) as opened:
        yield opened


def fetch(store: Store, session: Session, at: str = "2026-08-21T08:00:00Z", **wanted: Any) -> Any:
    return fetching.fetch(BAS, store, Errand(session.send, at), Wanted.parse(**wanted))


def known(store: Store) -> Table:
    return catalogue.load(BAS.id, store)


def asked(server: Server) -> list[Seen]:
    return [seen for seen in server.seen if seen.method == "POST"]


# What is kept


def test_a_table_is_kept_with_its_description_and_its_pin(
    scb: Server, store: Store, session: Session
) -> None:
    vintage = fetch(store, session)
    assert [part.parts for part in vintage.retrievals] == [2, 2]
    assert fetching.contract(BAS, vintage, store).periods == ("2020M01", "2020M02")
    pinned = fetching.inquiry(BAS, store, day="2026-08-21").pinned
    assert pinned == fetching.contract(BAS, vintage, store)
    assert pinned is not None
    assert pinned.agency_id == "TAB6260"
    assert not list((store.root / "interrupted").glob("*/*"))
    assert store.verify() == []
    assert known(store).frame["value"].notna().all()
    assert len(asked(scb)) == 1


def test_the_same_stamp_is_not_asked_again(scb: Server, store: Store, session: Session) -> None:
    fetch(store, session)
    assert fetch(store, session, "2026-08-22T08:00:00Z") is None
    assert len(asked(scb)) == 1
    assert len(store.vintages(BAS.id)) == 1


@pytest.mark.usefixtures("scb")
def test_a_failure_is_remembered_until_the_next_success(
    world: World, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    list(refresh.refresh([BAS], store, lambda *_: None))
    assert known(store).failure is None
    world.tables["TAB6260"].cell = lambda _: 140.0  # per cent
    world.tables["TAB6260"].updated = "2026-09-20T06:00:00Z"
    (outcome,) = refresh.refresh([BAS], store, lambda *_: None)
    assert isinstance(outcome.error, ContractError)
    failure = known(store).failure
    assert failure is not None
    assert "140" in failure.why
    assert catalogue.load(BAS.id, store, as_of=failure.tried).failure is None
    world.tables["TAB6260"].cell = lambda _: 4.0
    (outcome,) = refresh.refresh([BAS], store, lambda *_: None)
    assert outcome.error is None
    assert known(store).failure is None
    monkeypatch.setenv("VAGLED_OFFLINE", "1")
    (outcome,) = refresh.refresh([BAS], store, lambda *_: None)
    assert isinstance(outcome.error, OfflineError)
    assert known(store).failure is None  # no network is no failing of the agency


@pytest.mark.usefixtures("scb")
def test_an_unchanged_table_clears_an_earlier_failure(store: Store, session: Session) -> None:
    fetch(store, session)
    fetching.remember_failure(BAS, store, SourceError("Nere."), "2026-08-22T08:00:00Z")
    assert known(store).failure is not None
    assert fetch(store, session) is None
    assert known(store).failure is None


@pytest.mark.usefixtures("scb")
def test_an_older_vintage_that_breaks_todays_declaration_does_not_stop_a_refresh(
    world: World, store: Store, session: Session
) -> None:
    world.tables["TAB6260"].cell = lambda _: 140.0
    once = replace(BAS, contents=(replace(BAS.contents[0], upper=1000),))
    fetching.fetch(once, store, Errand(session.send, "2026-08-21T08:00:00Z"))
    with pytest.raises(ContractError):
        known(store)
    world.tables["TAB6260"].updated = "2026-09-20T06:00:00Z"
    world.tables["TAB6260"].cell = lambda _: 4.0
    (outcome,) = refresh.refresh([BAS], store, lambda *_: None)
    assert outcome.error is None
    assert set(known(store).frame["value"]) == {4.0}


@pytest.mark.usefixtures("scb")
def test_a_store_that_is_busy_is_no_failing_of_the_agency(store: Store) -> None:
    with Interrupted(store.root, BAS.id):
        (outcome,) = refresh.refresh([BAS], store, lambda *_: None)
    assert isinstance(outcome.error, StoreError)
    assert outcome.sentence == (
        "scb:TAB6260: scb:TAB6260 hämtas redan av ett annat program. Vänta tills det är klart."
    )
    assert store.state(catalogue.FAILURES) == {}


# Narrowed


def test_regions_come_with_those_they_are_compared_with() -> None:
    heby = company(Region("0331"))
    assert {"00", "03", "0331", "SE12", "04", "05", "18", "19"} == heby
    uppsala = company(Region("03"))
    assert "0380" in uppsala
    assert "0480" not in uppsala
    assert company(Region("25")) >= {"00", "25", "SE33", "2580"}
    assert "24" not in company(Region("25"))


def test_what_is_wanted_is_read_and_refused() -> None:
    wanted = Wanted.parse(["heby"], ["2026", "2020M02", "2026"])
    assert wanted.regions == tuple(sorted(company(Region("0331"))))
    assert wanted.periods == ("2026", "2020M02")
    with pytest.raises(UnknownCodeError, match="Okänd region"):
        Wanted.parse(["heeby"])
    with pytest.raises(UnknownCodeError, match="Okänd period"):
        Wanted.parse([], ["i fjol"])


def test_a_narrowed_fetch_lies_over_the_whole_and_leaves_the_rest(
    scb: Server, world: World, store: Store, session: Session
) -> None:
    fetch(store, session)
    before = known(store).frame
    world.tables["TAB6260"].cell = lambda _: 99.5
    world.tables["TAB6260"].updated = "2026-09-20T06:00:00Z"
    narrowed = fetch(store, session, "2026-09-21T08:00:00Z", regions=["03"], periods=["2020M02"])
    assert narrowed.scope["period"] == ("2020M02",)
    sent = {part["variableCode"]: part["valueCodes"] for part in asked(scb)[-1].json["selection"]}
    assert sent["Region"] == ["00", "03", "04", "05", "18", "19"]
    assert sent["Tid"] == ["2020M02"]
    after = known(store)
    said = after.frame[after.frame["value"] == 99.5]
    assert set(said["region"]) == {"00", "03", "04", "05", "18", "19"}
    assert set(said["period"]) == {"2020M02"}
    assert len(after.frame) == len(before) == 22 * 2
    rest = after.frame[after.frame["value"] != 99.5].reset_index(drop=True)
    untouched = ~before["region"].isin(set(said["region"])) | (before["period"] != "2020M02")
    assert rest.equals(before[untouched].reset_index(drop=True))
    assert len(after.retrievals) == 4
    as_known = catalogue.load(BAS.id, store, as_of="2026-09-01")
    assert as_known.frame.equals(before)


def test_a_narrowed_fetch_has_a_known_answer_of_its_own(
    scb: Server, store: Store, session: Session
) -> None:
    fetch(store, session)
    assert fetch(store, session, regions=["03"]) is not None
    assert fetch(store, session, regions=["03"]) is None
    assert fetch(store, session, regions=["04"]) is not None
    assert len(asked(scb)) == 3


@pytest.mark.usefixtures("scb")
def test_a_narrowed_fetch_of_a_table_that_describes_itself_keeps_the_whole_pin(
    store: Store, session: Session
) -> None:
    fetch(store, session, regions=["03"], periods=["2020M02"])
    pinned = fetching.inquiry(BAS, store, day="2026-08-21").pinned
    assert pinned is not None
    assert len(pinned.variables["Region"].codes) == 22


def test_a_pin_that_is_damaged_says_what_to_do(store: Store) -> None:
    store.remember(fetching.PINS, BAS.id, {"table": 1})
    with pytest.raises(
        StoreError, match=r"contracts.lock.json är skadad där den beskriver scb:TAB"
    ):
        fetching.inquiry(BAS, store, day="2026-08-21")


# Interrupted


@pytest.fixture
def many(world: World, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Server, list[int]]]:
    """A table of 40 months that takes 40 calls, and the calls at which it falls silent."""
    world.tables["TAB6260"].codes["Tid"] = months("2020M01", "2023M04")
    world.config = SMALL
    stops: list[int] = []
    posts: list[Seen] = []

    def answer(seen: Seen) -> Spoken:
        if seen.method == "POST":
            posts.append(seen)
            if len(posts) in stops:
                return silent(30)
        return world(seen)

    with Server(answer) as server:
        monkeypatch.setenv("VAGLED_SCB_URL", server.url)
        yield server, stops


def process(store: Store) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "vagled_lmi.cli", "fetch", "scb:TAB6260"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "VAGLED_STORE": str(store.root), "PYTHONUTF8": "1"},
    )


def wait_for(server: Server, posts: int) -> None:
    deadline = time.monotonic() + 60
    while len(asked(server)) < posts:
        assert time.monotonic() < deadline, f"only {len(asked(server))} of {posts} calls came"
        time.sleep(0.01)


def cells(seen: Iterable[Seen]) -> list[tuple[str, str]]:
    """The regions and months that were asked for."""
    found = []
    for one in seen:
        codes = {part["variableCode"]: part["valueCodes"] for part in one.json["selection"]}
        found += itertools.product(codes["Region"], codes["Tid"])
    return found


def test_killed_at_30_of_40_calls_it_goes_on_at_31(
    many: tuple[Server, list[int]], store: Store
) -> None:
    server, stops = many
    stops.append(31)
    with process(store) as first:
        wait_for(server, 31)
        first.send_signal(signal.SIGKILL)
    assert store.vintages(BAS.id) == []
    assert store.verify() == []
    assert len(list((store.root / "interrupted").glob("*/*"))) == 30
    with process(store) as second:
        said, complaint = second.communicate(timeout=60)
    assert second.returncode == 0, complaint
    # 22 regions x 40 months
    assert said.startswith("scb:TAB6260: 880 rader till och med 2023M04")
    assert len(asked(server)) == 31 + 10
    answered = asked(server)[:30] + asked(server)[31:]
    assert len(cells(answered)) == len(set(cells(answered))) == 880
    assert not list((store.root / "interrupted").glob("*/*"))
    assert store.verify() == []
    table = known(store)
    assert len(table.retrievals) == 41
    assert table.frame.groupby("period").size().tolist() == [22] * 40


def test_what_was_answered_before_an_update_is_not_used_after_it(
    many: tuple[Server, list[int]], world: World, store: Store
) -> None:
    server, stops = many
    stops.append(21)
    with process(store) as first:
        wait_for(server, 21)
        first.send_signal(signal.SIGKILL)
    world.tables["TAB6260"].updated = "2026-09-20T06:00:00Z"
    world.tables["TAB6260"].cell = lambda _: 7.0
    with process(store) as second:
        assert second.wait(60) == 0
    assert len(asked(server)) == 21 + 40
    assert set(known(store).frame["value"]) == {7.0}


def test_the_second_process_is_told_and_changes_nothing(
    many: tuple[Server, list[int]], store: Store
) -> None:
    server, stops = many
    stops.append(2)
    with process(store) as first:
        wait_for(server, 2)
        with process(store) as second:
            said, _ = second.communicate(timeout=60)
        assert second.returncode == 8
        assert "scb:TAB6260 hämtas redan av ett annat program. Vänta tills det är klart." in said
        assert len(asked(server)) == 2
        first.send_signal(signal.SIGKILL)
    assert store.state(catalogue.FAILURES) == {}
    with process(store) as third:  # a dead process holds nothing
        assert third.wait(60) == 0


def test_an_answer_that_is_refused_is_not_used_again(
    scb: Server, world: World, store: Store, session: Session
) -> None:
    """It would be refused each time, until the agency updates the table."""
    table = world.tables["TAB6260"]
    table.cell = lambda _: 140.0
    for _ in range(2):
        with pytest.raises(ContractError, match="140"):
            fetch(store, session)
    assert len(asked(scb)) == 2
    assert not list((store.root / "interrupted").glob("*/*"))
    assert not list((store.root / "payloads").glob("*/*"))
    table.cell = lambda _: 4.0
    assert fetch(store, session) is not None


@pytest.mark.parametrize("bad", [Reply(b"<html>"), Reply(b'{"class": "dataset"')])
def test_a_page_instead_of_an_answer_is_not_used_again(
    bad: Reply, world: World, store: Store, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.config = SMALL
    posts: list[Seen] = []

    def answer(seen: Seen) -> Spoken:
        if seen.method == "POST":
            posts.append(seen)
            if len(posts) == 2:
                return bad
        return world(seen)

    with Server(answer) as server:
        monkeypatch.setenv("VAGLED_SCB_URL", server.url)
        with pytest.raises(SourceError, match="något annat än tabellen"):
            fetch(store, session)
        assert fetch(store, session) is not None


def test_a_line_that_breaks_keeps_what_was_answered(
    world: World, store: Store, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.config = SMALL
    posts: list[Seen] = []

    def answer(seen: Seen) -> Spoken:
        if seen.method == "POST":
            posts.append(seen)
            if len(posts) == 2:
                return silent(5)
        return world(seen)

    with Server(answer) as server:
        monkeypatch.setenv("VAGLED_SCB_URL", server.url)
        with pytest.raises(SourceError, match="svarade inte"):
            fetch(store, session)
        assert len(list((store.root / "interrupted").glob("*/*"))) == 1
        assert fetch(store, session) is not None
    assert len(posts) == 3  # the first was not asked again


def test_threads_of_one_process_are_told_apart_too(
    many: tuple[Server, list[int]], store: Store, session: Session
) -> None:
    server, stops = many
    stops.append(2)
    failed: list[VagledError] = []

    def first() -> None:
        try:
            fetch(store, session)
        except VagledError as error:
            failed.append(error)

    thread = threading.Thread(target=first)
    thread.start()
    wait_for(server, 2)
    with pytest.raises(StoreError, match="hämtas redan"), Session() as other:
        fetching.fetch(BAS, store, Errand(other.send, "2026-08-21T08:00:00Z"))
    thread.join()
    assert [type(error) for error in failed] == [SourceError]  # it fell silent


# Present, not kept


def test_a_probe_asks_for_no_figures_and_keeps_nothing(
    scb: Server, store: Store, session: Session
) -> None:
    contract = fetching.probe(BAS, store, session.send, day="2026-08-21")
    assert contract.agency_id == "TAB6260"
    assert contract.periods == ("2020M01", "2020M02")
    assert asked(scb) == []
    assert not store.root.exists()


def test_the_programs_own_figures_have_a_contract_too() -> None:
    snapshot = Archive(resources.snapshot_dir())
    vintage = snapshot.latest(BAS.id)
    assert vintage is not None
    contract = fetching.contract(BAS, vintage, snapshot)
    assert contract.periods[-1] == "2024M01"
    assert contract.measures["000006II"].unit == "procent av arbetskraften"


def test_a_table_without_a_question_is_refused_before_anything_is_sent(store: Store) -> None:
    spec = replace(BAS, live=None)
    with Session() as opened, pytest.raises(SourceError, match="kan inte hämtas"):
        fetching.fetch(spec, store, Errand(opened.send, "2026-08-21T08:00:00Z"))
    assert store.vintages(BAS.id) == []
