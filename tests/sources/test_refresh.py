"""Refreshing the store: what the user is told, and that nothing stored is lost."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.agencies.scb import ScbServer
from tests.agencies.scb_tables import scb_tables
from tests.conftest import SHARED
from tests.servers import RecordedScb, Reply, Seen, Server, Spoken, as_json, nobody, problem
from vagled_lmi import cli, resources
from vagled_lmi.brief.desk import Desk, number_json, source_json
from vagled_lmi.brief.trace import Tracer
from vagled_lmi.errors import ContractError, OfflineError, SourceError, UnknownCodeError
from vagled_lmi.session import Limits, Session
from vagled_lmi.sources import catalogue, fetching, refresh
from vagled_lmi.sources.fetching import Errand
from vagled_lmi.sources.pxweb import Extract
from vagled_lmi.store import Archive, Store, open_store

RECORDED = SHARED / "data" / "scb" / "v2_recorded"
BAROMETER = SHARED / "data" / "af" / "yrkesbarometer" / "yb_2025-2_rows_first1000.json"
recorded = [
    pytest.mark.shared,
    pytest.mark.skipif(not RECORDED.is_dir(), reason="../shared med inspelade svar saknas"),
]


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store", base=Archive(resources.snapshot_dir()))


class Bas:
    """A PxWebApi 2 with the months of SCB's table on unemployment, 22 regions."""

    def __init__(self, months: Mapping[str, float]) -> None:
        (self.table,) = scb_tables([catalogue.spec("scb:TAB6260")])
        self.table.value = lambda codes: (self.months[codes["Tid"]], "")
        self.months = dict(months)
        self.updated = "2026-06-08T06:00:00Z"

    @property
    def codes(self) -> set[str]:
        return {dim.code for dim in self.table.dims}

    def __call__(self, seen: Seen) -> Spoken:
        self.table.dims[-1].labels = {month: month for month in self.months}
        self.table.updated = self.updated
        return ScbServer([self.table])(seen)


@pytest.fixture
def bas(monkeypatch: pytest.MonkeyPatch) -> Iterator[Bas]:
    agency = Bas({"2026M05": 5.0, "2026M06": 5.2})
    with Server(agency) as server:
        monkeypatch.setenv("VAGLED_SCB_URL", server.url)
        yield agency


def outcomes(store: Store, *tables: str) -> list[refresh.Outcome]:
    return list(refresh.refresh(refresh.chosen(tables), store, lambda *_: None))


def test_what_changed_is_said(bas: Bas, store: Store) -> None:
    (first,) = outcomes(store, "scb:TAB6260")
    # the program's figures end in January 2024: 22 regions x 2 months are new, 22 x 49 are gone
    assert first.error is None
    assert first.sentence == (
        "scb:TAB6260: 44 rader till och med 2026M06; nya perioder 2026M05, 2026M06; "
        "44 rader nya, 0 ändrade, 1078 borta."
    )
    (again,) = outcomes(store, "TAB6260")
    assert again.sentence == "scb:TAB6260: inget har ändrats hos SCB."
    bas.updated = "2026-07-08T06:00:00Z"
    bas.months = {"2026M05": 5.1, "2026M06": 5.2, "2026M07": 5.3}
    (third,) = outcomes(store, "scb:TAB6260")
    assert third.sentence.endswith("nya perioder 2026M07; 22 rader nya, 22 ändrade, 0 borta.")
    assert len(store.vintages("scb:TAB6260")) >= 3  # nothing that was known is forgotten
    assert catalogue.load("scb:TAB6260", store).frame["period"].max() == "2026M07"


@pytest.mark.usefixtures("bas")
def test_progress_is_told(store: Store) -> None:
    told: list[tuple[str, int, int]] = []
    list(refresh.refresh(refresh.chosen(["TAB6260"]), store, lambda *step: told.append(step)))
    # the answer, and the table's description
    assert told == [("scb:TAB6260", 0, 0), ("scb:TAB6260", 1, 2), ("scb:TAB6260", 2, 2)]


def test_the_agencys_own_answer_wins_over_the_public_copy(bas: Bas, store: Store) -> None:
    outcomes(store, "scb:TAB6260")
    table = catalogue.load("scb:TAB6260", store)
    assert table.retrievals[0].via == ""
    described, data = table.retrievals
    assert described.query.url.endswith("/tables/TAB6260/metadata?lang=sv")
    assert data.query.url.endswith("/tables/TAB6260/data?lang=sv&outputFormat=json-stat2")
    assert set(data.query.selection) == bas.codes


def test_an_answer_that_breaks_the_contract_is_not_kept(bas: Bas, store: Store) -> None:
    bas.months = {"2026M06": 105.2}  # per cent of the labour force
    (outcome,) = outcomes(store, "scb:TAB6260")
    assert isinstance(outcome.error, ContractError)
    assert "105.2" in outcome.sentence
    assert [v.retrievals[0].via for v in store.vintages("scb:TAB6260")] == ["via public copy"]


def test_no_network_is_one_sentence_and_stops(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VAGLED_OFFLINE", "1")
    found = outcomes(store)
    assert len(found) == 1
    assert isinstance(found[0].error, OfflineError)
    assert found[0].sentence.startswith("Inget nätverk: ")
    assert found[0].sentence.endswith("Briefer görs av det som finns.")
    assert "\n" not in found[0].sentence


def test_a_table_that_is_not_fetched_says_where_it_comes_from(store: Store) -> None:
    (outcome,) = outcomes(store, "skolverket:behorighet")
    assert isinstance(outcome.error, SourceError)
    assert "hämtas inte av programmet. Spara filen" in outcome.sentence
    assert outcome.sentence.endswith("vagled fetch skolverket:behorighet --file FIL")
    (outcome,) = outcomes(store, "af:barometerarkiv")  # rounds that are no longer published
    assert isinstance(outcome.error, SourceError)
    assert "kan inte hämtas; briefen använder siffrorna som följer med" in outcome.sentence


def test_an_unknown_table_fetches_nothing(store: Store) -> None:
    with pytest.raises(UnknownCodeError, match="Menade du scb:TAB6260"):
        outcomes(store, "scb:TAB6206")


def test_one_agency_down_does_not_stop_the_others(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    agency = Bas({"2026M06": 5.2})

    def answer(seen: Seen) -> Spoken:
        return (
            agency(seen) if "TAB6260" in seen.path or "config" in seen.path else problem("x", 404)
        )

    with Server(answer) as scb, Server(lambda _: Reply(b"<html>", 200)) as others:
        for source in catalogue.agencies().values():
            monkeypatch.setenv(source.AGENCY.variable, others.url)
        monkeypatch.setenv("VAGLED_SCB_URL", scb.url)
        found = {outcome.table: outcome for outcome in outcomes(store)}
    assert found["scb:TAB6260"].error is None
    assert isinstance(found["scb:TAB6471"].error, SourceError)
    assert isinstance(found["af:yrkesbarometern"].error, SourceError)


@pytest.mark.parametrize(("wrong", "asked"), [(0, 1), (1, 2)])
def test_an_agencys_limits_are_asked_for_once_a_run_unless_they_may_be_what_is_wrong(
    store: Store, monkeypatch: pytest.MonkeyPatch, wrong: int, asked: int
) -> None:
    agency, seen = Bas({"2026M06": 5.2}), []

    def answer(question: Seen) -> Spoken:
        if not question.path.endswith("/config"):
            return agency(question)
        seen.append(question)
        return Reply(b"<html>", 200) if len(seen) <= wrong else agency(question)

    with Server(answer) as scb:
        monkeypatch.setenv("VAGLED_SCB_URL", scb.url)
        specs = refresh.chosen(["scb:TAB6260"]) * 3
        found = list(refresh.refresh(specs, store, lambda *_: None))
    assert [outcome.error is None for outcome in found] == [wrong == 0, True, True]
    assert len(seen) == asked


@pytest.mark.usefixtures("bas")
def test_an_agency_that_is_not_reached_is_tried_once_and_does_not_stop_the_others(
    store: Store, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(refresh, "Session", lambda: Session(limits=Limits(retries=0)))
    monkeypatch.setenv("VAGLED_STORE", str(store.root))
    with nobody() as url:
        monkeypatch.setenv("VAGLED_AF_URL", url)
        tables = ("af:yrkesbarometern", "af:taxonomi", "scb:TAB6260")
        status = cli.main(["fetch", *tables])
    said = capsys.readouterr().out.splitlines()
    assert status == 7
    assert said[0].startswith("af:yrkesbarometern: Det går inte att nå 127.0.0.1:")
    assert "gick inte att nå nyss, och frågas inte igen" in said[1]
    assert said[2].startswith("scb:TAB6260: 44 rader till och med 2026M06")
    assert said[3:] == ["2 av 3 tabeller hämtades inte: af:yrkesbarometern, af:taxonomi."]
    failed = catalogue.load("af:yrkesbarometern", open_store()).failure
    assert failed is not None
    assert failed.why.startswith("Det går inte att nå 127.0.0.1:")


class TestRecorded:
    """With the agencies' own recorded answers, all the way to a printed number."""

    pytestmark = recorded

    def fetch_population(self, store: Store) -> None:
        declared = catalogue.spec("scb:TAB6471")
        live = declared.live
        assert isinstance(live, Extract)
        asked = replace(live, select=dict(RecordedScb.SELECTION))
        with Server(RecordedScb(RECORDED)) as server, Session() as session:

            def send(request: Any) -> Any:
                host = catalogue.agencies()["scb"].AGENCY.address()
                return session.send(
                    replace(request, url=request.url.replace(host, f"{server.url}/api/v2"))
                )

            fetching.fetch(
                replace(declared, live=asked), store, Errand(send, "2026-06-09T08:00:00Z")
            )

    def test_from_scbs_own_bytes_to_a_number_that_replays(self, store: Store) -> None:
        self.fetch_population(store)
        desk = Desk("03", store=store, built="2026-11-23T12:00:00Z")
        result = desk.result("cohorts")
        number = result.number("per_100", region="03", period="2026M04")
        # 100 * 48 306 / 42 485
        assert number.amount == pytest.approx(113.7013, abs=5e-5)
        document = {
            "region": {"code": "03", "name": "Uppsala län"},
            "edition": "sv",
            "lang": "sv-SE",
            "parts": [],
            "numbers": {number.address: number_json(number)},
            "sources": [source_json(desk.table("scb:TAB6471"))],
        }
        tracer = Tracer(document, store)
        assert tracer.replay(number.address).equal
        explained = "\n".join(tracer.explain(number.address))
        assert "2026-06-09T08:00:00Z" in explained
        assert "Uppdaterad av myndigheten: 2026-06-08T06:00:00Z" in explained
        assert "Alder = 0-9" in explained
        assert "via public copy" not in explained

    def test_the_fetched_figures_are_those_that_came_with_the_program(self, store: Store) -> None:
        shipped = catalogue.load("scb:TAB6471", store).frame
        self.fetch_population(store)
        fetched = catalogue.load("scb:TAB6471", store).frame
        latest = fetched[fetched["period"] == "2026M04"].reset_index(drop=True)
        assert latest.equals(shipped)

    def test_a_round_of_yrkesbarometern_is_kept_and_its_level_shown(
        self, store: Store, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        rows = json.loads(BAROMETER.read_text(encoding="utf-8"))
        with Server(lambda _: as_json(rows)) as server:
            monkeypatch.setenv("VAGLED_AF_URL", server.url)
            (outcome,) = outcomes(store, "af:yrkesbarometern")
        assert outcome.error is None
        assert "nya perioder 2025-2" in outcome.sentence
        desk = Desk("03", store=store, built="2026-11-23T12:00:00Z")
        levels = desk.result("barometer").frame["level"].dropna()
        assert set(levels) <= {"län", "nuts2", "nuts1", "nationellt"}
        assert len(levels) == 35
        table = next(b for b in desk.blocks("barometer_growing") if b.id == "barometer-growing")
        heads = [column["label"] for column in table.to_json()["table"]["columns"]]
        assert heads[-1] == [{"text": "Bygger på"}]
        shown = {row[-1]["text"] for row in table.to_json()["table"]["rows"]}
        assert shown <= {"länet", "flera län (NUTS 2)", "landsdel (NUTS 1)", "hela landet"}
