"""How often a host is asked, by all processes together."""

from __future__ import annotations

import logging
import os
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tests import servers
from tests.servers import Reply, Server, Spoken, in_turn
from tests.session.asking import FREE, WHOLE, Naps, limited, refused
from vagled_lmi.errors import SourceError
from vagled_lmi.rate import Gate
from vagled_lmi.session import Limits, Request, Session


def most_in(window: float, times: list[float]) -> int:
    """The most arrivals that any window of this length holds."""
    return max(sum(first <= at < first + window for at in times) for first in times)


_ASKER = """
import sys
from pathlib import Path
from vagled_lmi.session import Limits, Request, Session
url, cache, who, count = sys.argv[1:]
with Session(Path(cache), limits=Limits(calls=1000, seconds=0.1)) as session:
    session.send(Request("GET", url + "/ready", headers={"X-Who": who}))
    for _ in range(int(count)):
        session.send(Request("GET", url, headers={"X-Who": who}, rate=(4, 0.4)))
"""


def _askers(url: str, caches: list[Path]) -> list[subprocess.Popen[bytes]]:
    root = str(Path(__file__).parents[2])
    return [
        subprocess.Popen(
            [sys.executable, "-c", _ASKER, url, str(cache), str(who), "6"],
            env={**os.environ, "PYTHONPATH": root},
        )
        for who, cache in enumerate(caches)
    ]


@pytest.mark.parametrize("together", [True, False])
def test_processes_share_a_rate(together: bool, tmp_path: Path) -> None:
    caches = [tmp_path / ("one" if together else name) for name in ("one", "two")]
    ready: set[str] = set()

    def answer(seen: servers.Seen) -> Spoken:
        """Hold the first back until the second is there, so that both ask at once."""
        if seen.path != "/ready":
            return WHOLE
        ready.add(seen.headers["X-Who"])

        def speak(talk: servers.Talk) -> None:
            while len(ready) < 2 and not talk.stopping.is_set():
                talk.hold(0.01)
            WHOLE(talk)

        return speak

    with Server(answer) as server:
        children = _askers(server.url, caches)
        assert [child.wait(timeout=30) for child in children] == [0, 0]
    asked = [seen for seen in server.seen if seen.path != "/ready"]
    assert sorted(seen.headers["X-Who"] for seen in asked) == ["0"] * 6 + ["1"] * 6
    most = most_in(0.4, [seen.at for seen in asked])
    # Alone each may send 4 in a window, so together more than 4: the test can tell.
    assert most <= 4 if together else most > 4


def test_a_rate_from_the_host_holds_from_then_on(session: Session) -> None:
    with Server(lambda _: WHOLE) as server:
        for _ in range(5):
            session.send(Request("GET", server.url, rate=(2, 0.2)))
        session.send(Request("GET", server.url))
    assert most_in(0.2, [seen.at for seen in server.seen]) <= 2


def test_a_looser_rate_forgets_nothing_of_a_stricter_ones_window(tmp_path: Path) -> None:
    strict = Gate(tmp_path, "a.se", 3, 0.5)
    assert all(strict.enter(0) for _ in range(3))
    time.sleep(0.2)
    Gate(tmp_path, "a.se", 100, 0.01).close()
    assert not strict.enter(0)
    strict.close()


def test_after_429_all_processes_pause(tmp_path: Path) -> None:
    limits = Limits(calls=3, seconds=0.4)
    with (
        Server(in_turn(Reply(b"", 429), WHOLE)) as server,
        Session(tmp_path, limits=limits, sleep=Naps()) as first,
        Session(tmp_path, limits=limits) as second,
    ):
        first.send(Request("GET", server.url))
        second.send(Request("GET", server.url))
    refused_at, *later = (seen.at for seen in server.seen)
    assert min(later) - refused_at >= 0.4


def test_a_queue_that_is_too_long(session: Session) -> None:
    with Server(lambda _: WHOLE) as server, limited(session, total=0.2) as hasty:
        hasty.send(Request("GET", server.url, rate=(1, 30)))
        error = refused(hasty, server.url)
    assert type(error) is SourceError
    assert error.message == f"Kön till {server.host} är för lång: andra körningar frågar samtidigt."
    assert len(server.seen) == 1


@pytest.mark.parametrize("damage", ["file in the way", "not a database"])
def test_a_cache_that_cannot_be_used_is_no_reason_to_fail(
    damage: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    cache = tmp_path / "cache"
    if damage == "file in the way":
        cache.write_text("")
    else:
        cache.mkdir()
        (cache / "rates.sqlite").write_bytes(b"garbage" * 1000)
    limits = Limits(calls=2, seconds=0.2)
    with (
        caplog.at_level(logging.WARNING),
        Server(lambda _: WHOLE) as server,
        Session(cache, limits=limits) as session,
    ):
        for _ in range(4):
            session.send(Request("GET", server.url))
    assert "not shared" in caplog.text
    assert most_in(0.2, [seen.at for seen in server.seen]) <= 2


def test_a_cache_that_goes_away_is_no_reason_to_fail(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    gate = Gate(tmp_path, "a.se", 2, 0.2)
    assert gate.enter(0)
    with sqlite3.connect(tmp_path / "rates.sqlite") as other:
        other.execute("DROP TABLE host_a_se")
    other.close()
    assert gate.enter(0)
    assert "not shared" in caplog.text
    gate.close()


def test_a_clock_set_back_does_not_shut_the_gate(tmp_path: Path) -> None:
    gate = Gate(tmp_path, "a.se", 1, 0.2)
    assert gate.enter(0)
    with sqlite3.connect(tmp_path / "rates.sqlite") as other:
        other.execute("UPDATE host_a_se SET item_timestamp = item_timestamp + 3600000")
    other.close()
    assert gate.enter(0.1)
    gate.close()


@pytest.mark.parametrize(("calls", "seconds"), [(0, 1.0), (-1, 1.0), (1, 0.0), (1, -1.0)])
def test_a_rate_is_some_calls_in_some_time(calls: int, seconds: float, session: Session) -> None:
    with pytest.raises(ValueError, match="rate"):
        session.limit("a.se", calls, seconds)


def test_nothing_is_left_running(tmp_path: Path) -> None:
    with Server(lambda _: WHOLE) as server, Session(tmp_path, limits=FREE) as session:
        count = threading.active_count()
        session.send(Request("GET", server.url))
        time.sleep(0.05)
        assert threading.active_count() <= count
