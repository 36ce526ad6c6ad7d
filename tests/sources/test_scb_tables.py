"""Every table of SCB's: fetched over HTTP end to end, held to its contract, few calls a brief."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.agencies.scb import ScbServer
from tests.agencies.scb_tables import UNNAMED, scb_tables
from tests.servers import Server
from tests.sources.asking import answered_by
from vagled_lmi import resources, tables
from vagled_lmi.brief.desk import Desk, number_json, source_json
from vagled_lmi.brief.trace import Tracer
from vagled_lmi.session import Limits, Session
from vagled_lmi.sources import catalogue, fetching, scb
from vagled_lmi.sources.fetching import Errand, Wanted
from vagled_lmi.sources.pxweb_extract import extracts
from vagled_lmi.store import Archive, Store
from vagled_lmi.tables import TableSpec

NOW = "2026-11-25T08:00:00Z"


@pytest.fixture(scope="module")
def served() -> Iterator[Server]:
    with Server(ScbServer(scb_tables(), rate=(1000, 1))) as server:
        yield server


#: Tables that can be asked for; a survey's tables come along with the program alone.
LIVE = [spec for spec in scb.TABLES if spec.live is not None]


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with Session(tmp_path / "cache", limits=Limits(calls=100, seconds=0.05)) as opened:
        yield opened


@pytest.fixture
def store(tmp_path: Path, served: Server, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setenv("VAGLED_SCB_URL", f"{served.url}/api/v2")
    return Store(tmp_path / "store", base=Archive(resources.snapshot_dir()))


@pytest.mark.parametrize("spec", LIVE, ids=lambda spec: spec.id)
def test_every_table_is_fetched_as_declared(
    spec: TableSpec, served: Server, store: Store, session: Session
) -> None:
    asked = len(served.seen)
    vintage = fetching.fetch(spec, store, Errand(session.send, NOW))
    assert vintage is not None
    questions = served.seen[asked:]
    table = catalogue.load(spec.id, store)
    assert tables.check(spec, table.frame).equals(table.frame)
    # what is asked: for each of the agency's tables, each dimension with codes it has
    ids = {extract.table or UNNAMED[extract.name or spec.id] for extract in extracts(spec)}
    posts = [seen for seen in questions if seen.method == "POST"]
    assert {seen.path.split("/")[-2] for seen in posts} == ids
    kept = [part for part in vintage.retrievals if part.query.selection]
    assert len(kept) == len(posts)
    for part, seen in zip(kept, posts, strict=True):
        sent = {one["variableCode"]: tuple(one["valueCodes"]) for one in seen.json["selection"]}
        assert sent == part.query.selection
        assert not set(sent) & {name for extract in extracts(spec) for name in extract.eliminated}
    # what is read: as many rows as cells asked for, and a sum for each that is declared
    cells = sum(math.prod(map(len, part.query.selection.values())) for part in kept)
    rows = cells
    for name, column in [
        (name, extracts(spec)[0].columns.get(name)) for name in extracts(spec)[0].total
    ]:
        size = len(kept[0].query.selection[name])
        rows = rows // size * (size + 1) if column else rows // size
    assert len(table.frame) == rows
    pinned = store.state(fetching.PINS)[spec.id]
    assert {pinned["agency_id"], *(one["agency_id"] for one in pinned["earlier"].values())} == ids


@pytest.mark.parametrize(
    ("table", "number_of", "key"),
    [
        ("scb:TAB6471", "cohorts/per_100", {"period": "2026M06"}),
        ("scb:ArbStDoNMNN", "employed/change_pct", {"period": "2026M06"}),
        ("scb:TAB6260", "unemployment/change_pp", {"period": "2026M06"}),
        ("scb:YREG60", "occupations/women_pct", {"period": "2024", "ssyk": "5321"}),
        ("scb:YREG51", "replacement/aged_60_pct", {"period": "2024", "ssyk": "5321"}),
        # without it there is a number too, by distance
        ("scb:TAB1830", "outlook_reach/expected_pct", {"period": "2029", "ssyk": "total"}),
    ],
)
def test_a_number_of_what_was_fetched_leads_back_to_it(
    store: Store, session: Session, table: str, number_of: str, key: dict[str, str]
) -> None:
    fetching.fetch(catalogue.spec(table), store, Errand(session.send, NOW))
    desk = Desk("03", store=store, built=NOW)
    indicator, column = number_of.split("/")
    number = desk.result(indicator).number(column, region="03", **key)
    document = {
        "region": {"code": "03", "name": "Uppsala län"},
        "edition": "sv",
        "lang": "sv-SE",
        "parts": [],
        "numbers": {number.address: number_json(number)},
        "sources": {name: source_json(desk.table(name)) for name in number.indicator.tables},
    }
    document["sources"] = list(document["sources"].values())
    tracer = Tracer(document, store)
    assert tracer.replay(number.address).equal
    explained = "\n".join(tracer.explain(number.address))
    assert "/data?lang=sv&outputFormat=json-stat2" in explained
    assert f"Hämtad:    {NOW}" in explained


def test_one_regions_brief_takes_few_calls() -> None:
    """At SCB's size, for a county with its kommuner: what would be asked, before it is asked.

    The largest is TAB4436: 14 regions x 148 occupations x 16 industries x 2 x 5 years = 331 520
    cells, 3 calls. All of it is half a minute at SCB's three calls a second.
    """
    send = answered_by(ScbServer(scb_tables(whole=True)))
    uppsala = Wanted.parse(["uppsala"])
    answers: dict[str, int] = {}
    for spec in LIVE:
        question = replace(
            fetching.inquiry(spec, Archive(Path("nothing")), day="2026-11-25", wanted=uppsala),
            agency=replace(scb.AGENCY, url="https://scb.example.se"),
        )
        answers[spec.id] = next(iter(scb.fetch(question, send))).whole
    assert answers["scb:TAB4436"] == 1 + 3
    assert max(answers.values()) <= 8
    # who commutes makes an outlook better, and no brief needs it
    assert answers.pop("scb:TAB1830") <= 2
    assert sum(answers.values()) <= 61
