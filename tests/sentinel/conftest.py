"""A PxWebApi 2 on loopback and a store, for watching and comparing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.servers import Server
from tests.worlds import World, bas, index, municipal, population
from vagled_lmi.sentinel.impact import Hits, Impact
from vagled_lmi.session import Limits, Session
from vagled_lmi.store import Store

FREE = {"maxDataCells": 150_000, "maxCallsPerTimeWindow": 1000, "timeWindow": 1}


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


@pytest.fixture
def world() -> World:
    return World(bas(), population(), index(), municipal(), config=FREE)


@pytest.fixture
def scb(world: World, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    with Server(world) as server:
        monkeypatch.setenv("VAGLED_SCB_URL", server.url)
        yield server


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    limits = Limits(retries=0, calls=1000, seconds=0.02, connect=1, read=1, total=5)
    with Session(tmp_path / "limits", limits=limits) as opened:
        yield opened


@pytest.fixture
def no_briefs(monkeypatch: pytest.MonkeyPatch) -> None:
    """To look into the briefs takes seconds: only where it is what is tested."""
    monkeypatch.setattr(Impact, "of", lambda *_: Hits(("unemployment",), {"a": ("b",)}))
