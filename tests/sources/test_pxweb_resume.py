"""A fetch that is killed goes on where it stopped, and nothing is kept half: real processes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.agencies.scb import ScbServer
from tests.agencies.scb_tables import scb_tables
from tests.servers import Seen, Server, Spoken, silent
from vagled_lmi.sources import catalogue
from vagled_lmi.store import Store

TABLE = "scb:TAB638"


class Killing:
    """22 regions x 100 years, 11 cells a call: 200 calls; the asker dies as it asks for the 151st.

    Attributes
    ----------
    victim : subprocess.Popen or None
        Who is killed, while it is set.
    asked : list of str
        The body of each question for data that was answered.
    """

    def __init__(self) -> None:
        (table,) = (one for one in scb_tables() if one.id == "TAB638")
        table.dims[-1].labels = {str(year): str(year) for year in range(1925, 2025)}
        self.table = table
        self.victim: subprocess.Popen[str] | None = None
        self.asked: list[str] = []
        self._px = ScbServer([table], cells=11, rate=(1000, 1))

    def __call__(self, seen: Seen) -> Spoken:
        if seen.method == "POST":
            if self.victim is not None and len(self.asked) == 150:
                os.kill(self.victim.pid, signal.SIGKILL)
                return silent(0)
            self.asked.append(json.dumps(seen.json))
        return self._px(seen)


@pytest.fixture
def agency() -> Iterator[tuple[Killing, str]]:
    killing = Killing()
    with Server(killing) as server:
        yield killing, server.url


def fetching(url: str, folder: Path) -> subprocess.Popen[str]:
    environment = {
        **os.environ,
        "VAGLED_SCB_URL": url,
        "VAGLED_STORE": str(folder / "store"),
        "XDG_CACHE_HOME": str(folder / "cache"),
    }
    return subprocess.Popen(
        [sys.executable, "-m", "vagled_lmi.cli", "fetch", TABLE],
        env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def killed(agency: Killing, url: str, folder: Path) -> list[str]:
    """Let a fetch begin and be killed; return what it had asked."""
    agency.victim = fetching(url, folder)
    agency.victim.communicate(timeout=60)
    assert agency.victim.returncode == -signal.SIGKILL
    agency.victim = None
    store = Store(folder / "store")
    assert store.vintages(TABLE) == []
    assert store.verify() == []
    assert store.state("contracts.lock") == {}
    first, agency.asked = agency.asked, []
    assert len(first) == 150
    return first


def finished(url: str, folder: Path) -> Store:
    said, problem = (process := fetching(url, folder)).communicate(timeout=60)
    assert process.returncode == 0, problem
    assert "2200 rader" in said
    store = Store(folder / "store")
    (vintage,) = store.vintages(TABLE)
    assert len(vintage.retrievals) == 1 + 200
    assert store.verify() == []
    assert not [path for path in (folder / "store" / "interrupted").iterdir() if path.is_dir()]
    frame = catalogue.load(TABLE, store).frame
    assert len(frame) == 22 * 100
    assert frame["value"].notna().all()
    return store


def test_200_calls_killed_at_150_go_on_at_151(agency: tuple[Killing, str], tmp_path: Path) -> None:
    server, url = agency
    first = killed(server, url, tmp_path)
    finished(url, tmp_path)
    assert len(server.asked) == 50
    assert not set(first) & set(server.asked)
    assert len({*first, *server.asked}) == 200


def test_an_update_in_between_begins_anew(agency: tuple[Killing, str], tmp_path: Path) -> None:
    """Half of what one version said and half of another's would be nobody's figures."""
    server, url = agency
    killed(server, url, tmp_path)
    server.table.updated = "2026-07-08T06:00:00Z"
    store = finished(url, tmp_path)
    assert len(server.asked) == 200
    (vintage,) = store.vintages(TABLE)
    assert {part.updated for part in vintage.retrievals} == {"2026-07-08T06:00:00Z"}
