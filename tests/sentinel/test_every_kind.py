"""Every kind of table is watched: quietly when nothing moved, and never blindly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.agencies.cases import CASES, Case, Kind
from tests.agencies.faults import FAULTS, Failing
from tests.servers import Answerer, Seen, Server, Spoken
from vagled_lmi.sentinel import watch
from vagled_lmi.sentinel.impact import Hits
from vagled_lmi.sentinel.watch import Watched
from vagled_lmi.session import Limits, Request, Response, Session
from vagled_lmi.sources import catalogue, fetching
from vagled_lmi.sources.fetching import Errand
from vagled_lmi.sources.protocol import Send
from vagled_lmi.store import Store

NOW = "2026-11-25T08:00:00Z"
#: What may be said of figures made up for a server: that they end long ago.
OF_THEIR_AGE = {"late", "frozen"}


@pytest.fixture(autouse=True)
def _no_briefs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch.Impact, "of", lambda *_: Hits())


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
