"""Every kind of table is watched: quietly when nothing moved, and never blindly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.agencies.cases import CASES, Case, Kind
from tests.agencies.faults import FAULTS, Failing
from tests.servers import Answerer, Seen, Server, Spoken
from tests.store.sample import Answer
from vagled_lmi.errors import StoreError
from vagled_lmi.provenance import Query
from vagled_lmi.sentinel import diff, watch
from vagled_lmi.sentinel.impact import Hits
from vagled_lmi.sentinel.watch import Watched
from vagled_lmi.session import Limits, Request, Response, Session
from vagled_lmi.sources import catalogue, fetching, longform
from vagled_lmi.sources.fetching import Errand
from vagled_lmi.sources.protocol import Send
from vagled_lmi.store import Store

NOW, BEFORE = "2026-11-25T08:00:00Z", "2026-11-24T08:00:00Z"
#: What may be said of figures made up for a server: that they end long ago.
OF_THEIR_AGE = {"late", "frozen"}


@pytest.fixture(autouse=True)
def _no_briefs(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (watch, diff):
        monkeypatch.setattr(module.Impact, "of", lambda *_: Hits())


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    limits = Limits(retries=0, calls=1000, seconds=0.02, connect=1, read=1, total=5)
    with Session(tmp_path / "limits", limits=limits) as opened:
        yield opened


class Changing:
    """An agency that may be another from one question to the next."""

    def __init__(self, now: Answerer) -> None:
        self.now = now

    def __call__(self, seen: Seen) -> Spoken:
        return self.now(seen)


def look(case: Case, store: Store, send: Send) -> Watched:
    (one,) = watch.watch([case.spec], store, send, NOW, lambda *_: None)
    return one


def files(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.mark.parametrize("kind", CASES, ids=" ".join)
def test_as_known_on_a_day_and_what_differs_since(
    kind: Kind, store: Store, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half of the rows, as a vintage of the first day; then what the agency has on the next."""
    case = CASES[kind]
    with Server(case.server()) as server:
        monkeypatch.setenv(catalogue.agencies()[kind[0]].AGENCY.variable, server.url)

        def send(request: Request) -> Response:
            return session.send(replace(request, rate=None))  # no test waits for its turn

        fetching.fetch(case.spec, store, Errand(send, NOW), case.wanted)
    whole = catalogue.load(case.table, store).frame
    half = whole.iloc[: len(whole) // 2].reset_index(drop=True)
    copy = longform.encode(case.spec, half, {"origin": "exempel"})
    query = Query(case.spec.id, "https://statistik.example")
    answer = Answer(query, copy, longform.MEDIA_TYPE)
    store.add(case.spec.id, [answer], retrieved=BEFORE, licence=case.spec.licence)

    with pytest.raises(StoreError, match="finns inte i lagret den 2026-11-23"):
        catalogue.load(case.table, store, as_of="2026-11-23")
    then = catalogue.load(case.table, store, as_of="2026-11-24").frame
    assert len(then) == len(half)
    assert catalogue.load(case.table, store, as_of="2026-11-25").frame.equals(whole)
    found = diff.difference(case.spec, store, "2026-11-24", "2026-11-25")
    assert found.changes.added == len(whole) - len(half)
    assert (found.changes.removed, found.changes.changed) == (0, 0)
    back = diff.difference(case.spec, store, "2026-11-25", "2026-11-24")
    assert back.changes.removed == len(whole) - len(half)


@pytest.mark.parametrize("kind", CASES, ids=" ".join)
def test_unchanged_and_then_in_another_schema(
    kind: Kind, store: Store, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = CASES[kind]
    agency = Changing(case.server())
    with Server(agency) as server:
        monkeypatch.setenv(catalogue.agencies()[kind[0]].AGENCY.variable, server.url)

        def send(request: Request) -> Response:
            return session.send(replace(request, rate=None))  # no test waits for its turn

        fetching.fetch(case.spec, store, Errand(send, NOW), case.wanted)
        before = files(store.root)
        quiet = look(case, store, send)
        assert quiet.error is None
        assert {finding.kind for finding in quiet.findings} <= OF_THEIR_AGE, quiet.findings

        agency.now = Failing(case.server(), FAULTS["another schema"], 1)
        other = look(case, store, send)
        assert other.error is not None or "refused" in {f.kind for f in other.findings}
    assert files(store.root) == before
