"""Every kind of question to every agency, and everything that can go wrong with the answer.

What is told is an error of the project with a sentence, or the answer is taken and is the right
one; the store is whole and holds what it held; and nothing goes on beyond the time that a question
may take. `docs/faults.md` is written from a run of this module: ``make docs``.
"""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd
import pytest

from tests import servers
from tests.agencies.cases import CASES, QUESTIONS, Case, Kind, declared_kinds
from tests.agencies.faults import FAULTS, Failing
from tests.servers import Server
from tests.store.sample import Answer
from vagled_lmi.errors import VagledError
from vagled_lmi.provenance import Query
from vagled_lmi.revisions import values
from vagled_lmi.session import Limits, Request, Response, Session
from vagled_lmi.sources import catalogue, fetching
from vagled_lmi.sources.fetching import Errand
from vagled_lmi.sources.protocol import as_searchable
from vagled_lmi.store import Store
from vagled_lmi.tables import TableSpec

PAGE = Path(__file__).parents[2] / "docs" / "faults.md"
LIMITS = Limits(connect=0.2, read=5, total=30, retries=0, size=3_000_000, calls=100, seconds=0.02)
#: Where nothing comes, so that the time a question may take is soon over. Elsewhere a machine with
#: much to do must not turn an answer into a late one.
HURRIED = replace(LIMITS, read=0.2, total=1.5)
SILENT = {"no answer", "silence in the middle"}
NOW = "2026-11-25T08:00:00Z"
#: Long beyond what `LIMITS` let a question take; only so that a hang is a failure and no hang.
PATIENCE = 60
#: Addresses at which there is no answer to be had.
NOWHERE = ("nobody listens", "no such name", "no connection")


@dataclass(frozen=True)
class Told:
    """What became of one fetch: the kind of error, or that it was taken."""

    outcome: str
    sentence: str = ""


#: (kind of question, fault, first or last question) to what became of it.
SEEN: dict[tuple[Kind, str, str], Told] = {}


@pytest.fixture(scope="module")
def right(tmp_path_factory: pytest.TempPathFactory) -> dict[Kind, tuple[pd.DataFrame, int]]:
    """What each case gives when all goes well, and in how many questions."""
    good = {}
    for kind, case in CASES.items():
        root = tmp_path_factory.mktemp("good")
        with Server(case.server()) as server:
            store = Store(root / "store")
            assert not isinstance(fetched(kind, case, store, server.url, root), VagledError)
            good[kind] = catalogue.load(case.table, store).frame, len(server.seen)
    return good


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


def fetched(  # noqa: PLR0917 - what a fetch is of, and where
    kind: Kind, case: Case, store: Store, url: str, root: Path, limits: Limits = LIMITS
) -> VagledError | BaseException | None:
    """Fetch a case's table and return what stopped it; a hang fails."""
    found: list[BaseException | None] = []

    def run() -> None:
        with (
            Session(root / "limits", limits=limits) as session,
            pytest.MonkeyPatch.context() as patch,
        ):

            def send(request: Request) -> Response:
                return session.send(replace(request, rate=None))  # no test waits for its turn

            patch.setenv(catalogue.agencies()[kind[0]].AGENCY.variable, url)
            try:
                fetching.fetch(case.spec, store, Errand(send, NOW), case.wanted)
            except BaseException as error:  # all else than the project's own errors is a defect
                found.append(error)
            else:
                found.append(None)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(PATIENCE)
    assert not thread.is_alive(), "it hangs"
    return found[0]


def held(spec: TableSpec, store: Store) -> None:
    """Put something there before: a vintage that a fetch of the whole table does not ask about."""
    query = Query(spec.id, "https://statistik.example", {}, {"region": ("99",)})
    store.add(spec.id, [Answer(query, b"x")], retrieved="2026-01-01T00:00:00Z", licence="CC0")


def judged(kind: Kind, error: BaseException | None, store: Store, good: pd.DataFrame) -> Told:
    """Hold what became of a fetch to what it may be."""
    case = CASES[kind]
    assert store.verify() == []
    vintages = store.vintages(case.table)
    if error is None:
        assert len(vintages) == 2
        taken = catalogue.parsed(case.spec, vintages[-1], store)
        assert not values.compare(case.spec, good, taken).any, "taken, and not the right figures"
        return Told("taken")
    assert isinstance(error, VagledError), repr(error)
    assert len(vintages) == 1
    assert len(str(error)) > 20
    assert str(error).isprintable()
    return Told(type(error).__name__, str(error))


@pytest.mark.parametrize(
    ("fault", "where"), [(fault, where) for fault in FAULTS for where in ("first", "last")]
)
@pytest.mark.parametrize("kind", CASES, ids=" ".join)
def test_an_answer_that_is_wrong(  # noqa: PLR0917 - pytest gives them by name
    kind: Kind,
    fault: str,
    where: str,
    right: dict[Kind, tuple[pd.DataFrame, int]],
    store: Store,
    tmp_path: Path,
) -> None:
    case = CASES[kind]
    good, questions = right[kind]
    if where == "last" and questions == 1:
        SEEN[kind, fault, where] = SEEN[kind, fault, "first"]
        return
    held(case.spec, store)
    failing = Failing(case.server(), FAULTS[fault], 1 if where == "first" else questions)
    limits = HURRIED if fault in SILENT else LIMITS
    with Server(failing) as server:
        error = fetched(kind, case, store, server.url, tmp_path, limits)
    SEEN[kind, fault, where] = judged(kind, error, store, good)


@contextmanager
def nowhere(how: str) -> Iterator[str]:
    if how == "nobody listens":
        with servers.nobody() as url:
            yield url
    elif how == "no such name":
        yield "https://statistik.invalid"
    else:
        with socket.socket() as full:
            full.bind(("127.0.0.1", 0))
            full.listen(0)
            waiting = [socket.socket() for _ in range(4)]  # who fills the queue, and is not served
            for one in waiting:
                one.setblocking(False)
                one.connect_ex(full.getsockname())
            yield f"http://127.0.0.1:{full.getsockname()[1]}"
            for one in waiting:
                one.close()


@pytest.mark.parametrize("how", NOWHERE)
@pytest.mark.parametrize("kind", CASES, ids=" ".join)
def test_an_agency_that_is_not_there(
    kind: Kind,
    how: str,
    right: dict[Kind, tuple[pd.DataFrame, int]],
    store: Store,
    tmp_path: Path,
) -> None:
    case = CASES[kind]
    held(case.spec, store)
    with nowhere(how) as url:
        error = fetched(kind, case, store, url, tmp_path)
    assert error is not None
    told = judged(kind, error, store, right[kind][0])
    SEEN[kind, how, "first"] = SEEN[kind, how, "last"] = told


@pytest.mark.parametrize("kind", CASES, ids=" ".join)
def test_what_was_known_is_served_dated_with_the_reason(
    kind: Kind, store: Store, tmp_path: Path
) -> None:
    case = CASES[kind]
    with Server(case.server()) as server:
        assert fetched(kind, case, store, server.url, tmp_path) is None
    before = catalogue.load(case.table, store)
    with servers.nobody() as url:
        error = fetched(kind, case, store, url, tmp_path)
    assert isinstance(error, VagledError)
    fetching.remember_failure(case.spec, store, error, NOW)
    after = catalogue.load(case.table, store)
    assert after.frame.equals(before.frame)
    assert after.retrievals == before.retrievals
    assert after.failure is not None
    assert (after.failure.tried, after.failure.why) == (NOW, error.message)


def asked(kind: Kind, url: str, root: Path, limits: Limits) -> str | VagledError:
    """Ask what is about no declared table; return the answer, or what stopped it."""
    with Session(root / "limits", limits=limits) as session, pytest.MonkeyPatch.context() as patch:
        patch.setenv(catalogue.agencies()[kind[0]].AGENCY.variable, url)
        try:
            return QUESTIONS[kind].answer(lambda request: session.send(replace(request, rate=None)))
        except VagledError as error:
            return error


@pytest.mark.parametrize("fault", [*NOWHERE, *FAULTS])
@pytest.mark.parametrize("kind", QUESTIONS, ids=" ".join)
def test_a_question_without_a_table(kind: Kind, fault: str, tmp_path: Path) -> None:
    server = QUESTIONS[kind].server
    with Server(server()) as agency:
        good = asked(kind, agency.url, tmp_path, LIMITS)
        questions = len(agency.seen)
    assert isinstance(good, str)
    assert len(good) > 20
    for where, at in (("first", 1), ("last", questions)):
        if fault in NOWHERE:
            with nowhere(fault) as url:
                told = asked(kind, url, tmp_path, HURRIED)
        else:
            with Server(Failing(server(), FAULTS[fault], at)) as agency:
                told = asked(kind, agency.url, tmp_path, HURRIED if fault in SILENT else LIMITS)
        assert isinstance(told, VagledError) or told == good, "taken, and not the right answer"
        assert len(str(told)) > 20
        assert isinstance(told, str) or str(told).isprintable()
        taken = "taken" if isinstance(told, str) else type(told).__name__
        SEEN[kind, fault, where] = Told(taken)


def test_no_more_is_read_than_may_be(store: Store, tmp_path: Path) -> None:
    """Ten gigabytes are not sent: the reader has left long before."""
    kind = ("scb", "Extract")
    pieces: list[int] = []

    def counted(talk: servers.Talk) -> None:
        talk.say(servers.head(200, {"Transfer-Encoding": "chunked"}))
        for number in range(10_000_000_000 // 65_536):
            talk.say(b"10000\r\n%b\r\n" % (b" " * 65_536))
            pieces.append(number)

    with Server(lambda _: counted) as server:
        error = fetched(kind, CASES[kind], store, server.url, tmp_path)
    assert "större än de 3 MB" in str(error)
    # 3 MB, and what lies in the buffers of two sockets
    assert len(pieces) * 65_536 < 3_000_000 + 20_000_000


def test_every_kind_of_question_has_its_case() -> None:
    missing = set(declared_kinds()) - set(CASES)
    assert not missing, f"tests/agencies/cases.py has no case for {missing}"
    searched = {
        (key, "search") for key, source in catalogue.agencies().items() if as_searchable(source)
    }
    assert searched <= set(QUESTIONS)


def test_every_service_has_its_case(store: Store, tmp_path: Path) -> None:
    """Each agency at one address, where a service is the first part of a path."""
    met: set[tuple[str, str]] = set()
    for kind, case in {**CASES, **QUESTIONS}.items():
        with Server(case.server()) as server:
            if isinstance(case, Case):
                assert fetched(kind, case, store, server.url, tmp_path) is None
            else:
                asked(kind, server.url, tmp_path, LIMITS)
            met |= {(kind[0], seen.path.strip("/").split("/")[0]) for seen in server.seen}
    services = {
        (key, service)
        for key, source in catalogue.agencies().items()
        for service in source.AGENCY.services
    }
    assert services <= met


# The page

_INTRODUCTION = """\
# When an agency fails

What `vagled fetch` does with {faults} faults, for each of {kinds} kinds of question to agencies,
where the first question of a fetch meets the fault and where the last one does. Written by
`make docs` from a run of tests/sources/test_faults.py, which holds every case to this: what is told
is a sentence of ours and an exit status, or the answer is taken and its figures are the right ones;
the store is whole and holds what it held; nothing goes on beyond the time that a question may take.
Briefs are made of what was fetched before, dated, with the reason beside.

| word | means | exit status |
|---|---|---|
| source | `SourceError`: the agency answered with an error, too late, or with something else | 6 |
| offline | `OfflineError`: the agency was not reached | 7 |
| unreadable | `DecodeError`: the bytes are not what they were said to be | 5 |
| contract | `ContractError`: the answer breaks the table's declaration | 4 |
| taken | the answer is taken: its figures are the right ones | 0 |

Two words are of the first question and of the last.
"""
_WORDS = {
    "SourceError": "source", "StatusError": "source", "GoneError": "source",
    "OfflineError": "offline", "DecodeError": "unreadable", "ContractError": "contract",
    "taken": "taken",
}  # fmt: skip


def page() -> str:
    faults = [*NOWHERE, *FAULTS]
    every = [*CASES, *QUESTIONS]
    lines = [_INTRODUCTION.format(faults=len(faults), kinds=len(every))]
    for agency in dict.fromkeys(agency for agency, _ in CASES):
        kinds = [kind for kind in every if kind[0] == agency]
        lines += [f"## {catalogue.agencies()[agency].AGENCY.name}\n"]
        heads = [f"{kind[1]}: {CASES[kind].table}" if kind in CASES else kind[1] for kind in kinds]
        lines += [f"| fault | {' | '.join(heads)} |"]
        lines += ["|---" * (len(kinds) + 1) + "|"]
        for fault in faults:
            cells = [
                dict.fromkeys(_WORDS[SEEN[kind, fault, w].outcome] for w in ("first", "last"))
                for kind in kinds
            ]
            lines += [f"| {fault} | {' | '.join(', '.join(cell) for cell in cells)} |"]
        lines += [""]
    return "\n".join(lines)


def test_the_page_is_of_this_run() -> None:
    expected = (len(CASES) + len(QUESTIONS)) * (len(FAULTS) + len(NOWHERE)) * 2
    if len(SEEN) != expected:
        pytest.skip("only a part of the matrix was run")
    if os.environ.get("VAGLED_WRITE_DOCS"):
        PAGE.write_text(page(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page(), "make docs"


def test_the_page_has_a_dozen_faults_for_every_case() -> None:
    rows = [line.split("|")[1:-1] for line in PAGE.read_text("utf-8").splitlines() if "|" in line]
    heads = [row for row in rows if row[0].strip() == "fault"]
    assert sum(len(row) - 1 for row in heads) == len(CASES) + len(QUESTIONS)
    assert len([*NOWHERE, *FAULTS]) >= 12
    assert all(cell.strip() for row in rows for cell in row)
