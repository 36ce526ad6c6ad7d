"""Breakage at the agencies that are not SCB: what they word otherwise, move, split, or stop."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.agencies.af import AfServer, frozen_concepts
from tests.agencies.af_workbooks import COUNTIES, notices_by_month
from tests.agencies.cases import CASES
from tests.agencies.myh import MyhServer, workbook
from tests.servers import Answerer, Reply, Seen, Server, Spoken
from vagled_lmi.sentinel import watch
from vagled_lmi.sentinel.impact import Hits
from vagled_lmi.session import Limits, Request, Response, Session
from vagled_lmi.sources import catalogue, fetching
from vagled_lmi.sources.fetching import Errand, Wanted
from vagled_lmi.sources.protocol import Send
from vagled_lmi.store import Store

NOW = "2026-11-25T08:00:00Z"
#: What may be said of figures made up for a server: that they end long ago.
OF_THEIR_AGE = {"late", "frozen"}


@dataclass(frozen=True)
class Case:
    """What happens at an agency, and (kind, severity) of what is found, with some words of it."""

    table: str
    before: Callable[[], Answerer]
    after: Callable[[], Answerer]
    found: set[tuple[str, str]]
    said: str
    on: str = NOW


def reworded(table: str, old: str, new: str, *found: tuple[str, str], said: str) -> Case:
    """The agency as its case has it, and then with other words in all its answers."""
    right = next(case.server for case in CASES.values() if case.table == table)

    def start() -> Answerer:
        agency = right()

        def answer(seen: Seen) -> Spoken:
            reply = agency(seen)
            if not isinstance(reply, Reply):
                return reply
            return replace(reply, body=reply.body.replace(old.encode(), new.encode()))

        return answer

    return Case(table, right, start, set(found), said)


def _notices(months: int = 1, uppsala: str = "Uppsala län") -> Callable[[], Answerer]:
    columns = [uppsala if name == "Uppsala län" else name for name in (*COUNTIES, "Riket")]
    numbers = [*range(10, 10 + len(COUNTIES)), sum(range(10, 10 + len(COUNTIES)))]
    book = notices_by_month({f"2026-{3 + n:02}": numbers for n in range(months)}, columns)
    stamp = f"Mon, 0{months} Jun 2026 06:30:05 GMT"
    books = {"web-varsel-lan-199201-2026-03.xlsx": book}
    return lambda: AfServer(books=books, published=stamp)


def _taxonomy(change: Callable[[dict[str, object]], object]) -> Callable[[], Answerer]:
    def start() -> Answerer:
        concepts = [dict(concept) for concept in frozen_concepts()]
        for concept in concepts:
            change(concept)
        return AfServer(concepts=concepts)

    return start


def _myh(*years: int) -> Callable[[], Answerer]:
    return lambda: MyhServer({f"program-yh-{year}": workbook(year) for year in years})


def _as_is(_: dict[str, object]) -> None:
    """Every concept as it is."""


def _of_2512(name: str, value: object) -> Callable[[dict[str, object]], None]:
    def change(concept: dict[str, object]) -> None:
        if concept.get("ssyk_code_2012") == "2512":
            concept[name] = value

    return change


_VARSEL, _TAXONOMY, _MYH = "af:varsel", "af:taxonomi", "myh:beviljade"
_SOON = "2026-04-20T08:00:00Z"
BREAKAGES = {
    "a new month of notices": Case(
        _VARSEL, _notices(), _notices(2), {("period-new", "harmless")},
        "Ny period: 2026M04.", "2026-05-20T08:00:00Z",
    ),
    "a month of notices that does not come": Case(
        _VARSEL, _notices(), _notices(), {("frozen", "review")},
        "Tabellen verkar ha stannat vid 2026M03",
    ),
    "a county by another name in a workbook": Case(
        _VARSEL, _notices(), _notices(2, "Upsala"), {("refused", "breaking")},
        "det som saknas är Uppsala", _SOON,
    ),
    "an occupational group renamed": Case(
        _TAXONOMY, _taxonomy(_as_is), _taxonomy(_of_2512("preferred_label", "Något annat")),
        {("label-changed", "review")}, '"Mjukvaru- och systemutvecklare m.fl." är nu "Något annat"',
    ),
    "an occupational group with another SSYK code": Case(
        _TAXONOMY, _taxonomy(_as_is), _taxonomy(_of_2512("ssyk_code_2012", "2519")),
        {("label-changed", "review")}, '"2512" är nu "2519"',
    ),
    "an occupational group that is no longer used": Case(
        _TAXONOMY, _taxonomy(_as_is), _taxonomy(_of_2512("deprecated", True)),
        {("classes-revised", "notice")}, '"gällande" som blivit "utgånget"',
    ),
    "a new round": Case(
        _MYH, _myh(2025), _myh(2025, 2026), {("period-new", "harmless")}, "Ny period: 2026.",
    ),
    "an earlier round taken away": Case(
        _MYH, _myh(2024, 2025), _myh(2025), {("period-gone", "review")},
        "Perioder som inte längre finns: 2024.",
    ),
    "25-64 becoming 25-65 in an indicator": reworded(
        "kolada:utbildningsniva", "25-64 år med gymn", "25-65 år med gymn",
        ("measure-renamed", "review"), said="Måttet N01983 heter nu",
    ),
    "a longer dash in an indicator": reworded(
        "kolada:utbildningsniva", "25-64 år med gymn", "25–64 år med gymn",
        ("measure-retyped", "notice"), said="bindestreck (-) har blivit tankstreck (–)",
    ),
    "a dataset renamed": reworded(
        "eurostat:lfst_r_lfu3rt", "Unemployment rates by", "Labour underutilisation by",
        ("table-renamed", "notice"), said="Labour underutilisation",
    ),
    "an indicator by another definition": reworded(
        "uka:etablering", "Andel examinerade", "Andel utexaminerade",
        ("measure-renamed", "review"), ("table-renamed", "notice"), said="Måttet 136 heter nu",
    ),
    "an academic year gone, another come": reworded(
        "uka:etablering", "2021/22", "2022/23",
        ("period-gone", "review"), ("period-new", "harmless"), said="längre finns: 2021/22.",
    ),
    "a measure of the statistical database renamed": reworded(
        "skolverket:gymnasieskola", "Elever, antal", "Elever, antal 1 oktober",
        ("label-changed", "review"), ("measure-renamed", "notice"), said="1 oktober",
    ),
    "a national value revised": reworded(
        "skolverket:gymnasieprogram", "84,6", "94,6", ("values-revised", "review"),
        said="från 84,6 till 94,6",
    ),
    "a form of education that includes another": reworded(
        "skolverket:vuxenutbud", "Folkhögskola", "Folkhögskola och studieförbund",
        ("label-changed", "review"), said='är nu "Folkhögskola och studieförbund"',
    ),
    "a count ten times as large": reworded(
        "skolverket:vuxenutbud", "3800", "38000", ("values-revised", "review"),
        said="från 3\N{NARROW NO-BREAK SPACE}800 till 38\N{NARROW NO-BREAK SPACE}000",
    ),
    "Susa-navet's next version": reworded(
        "skolverket:utbud", "3.0.4", "4.0.0", ("table-replaced", "review"), said="EMIL 4.0.0",
    ),
    "a county of Norway made larger": reworded(
        "ssb:07459", "Østfold", "Østfold og Follo", ("label-changed", "review"),
        said='"Østfold" är nu "Østfold og Follo"',
    ),
    "another table under SSB's id": reworded(
        "ssb:07459", "Befolkning, etter", "Folketall, etter", ("table-renamed", "notice"),
        ("refused", "breaking"), said="är inte längre den som ssb:07459 hämtats från",
    ),
}  # fmt: skip


@pytest.fixture(autouse=True)
def _no_briefs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch.Impact, "of", lambda *_: Hits())


@pytest.fixture
def send(tmp_path: Path) -> Iterator[Send]:
    limits = Limits(retries=0, calls=1000, seconds=0.02)
    with Session(tmp_path / "limits", limits=limits) as session:

        def ask(request: Request) -> Response:
            return session.send(replace(request, rate=None))  # no test waits for its turn

        yield ask


class Changing:
    """An agency that is another from one moment to the next, at the same address."""

    def __init__(self, now: Answerer) -> None:
        self.now = now

    def __call__(self, seen: Seen) -> Spoken:
        return self.now(seen)


@pytest.mark.parametrize("name", BREAKAGES)
def test_breakage(name: str, store: Store, send: Send, monkeypatch: pytest.MonkeyPatch) -> None:
    case = BREAKAGES[name]
    spec = catalogue.spec(case.table)
    wanted = next((c.wanted for c in CASES.values() if c.table == case.table), Wanted())
    agency = Changing(case.before())
    with Server(agency) as server:
        monkeypatch.setenv(catalogue.source_of(spec).AGENCY.variable, server.url)
        fetching.fetch(spec, store, Errand(send, case.on), wanted)
        agency.now = case.after()
        (seen,) = watch.watch([spec], store, send, case.on, lambda *_: None)
    assert seen.error is None
    found = {(finding.kind, finding.severity) for finding in seen.findings}
    of_their_age = {one for one in found - case.found if one[0] in OF_THEIR_AGE}
    assert found - of_their_age == case.found
    assert case.said in " ".join(finding.sentence for finding in seen.findings)
    assert seen.exit_code == 1


def test_every_agency_but_scb_has_breakages() -> None:
    there = {case.table.partition(":")[0] for case in BREAKAGES.values()}
    assert there == catalogue.agencies().keys() - {"scb"}
