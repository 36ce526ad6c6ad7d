"""Several processes and threads write one store, and are killed; nothing acknowledged is lost."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import filelock
import pytest

import vagled_lmi
from tests.store.sample import TABLE, add, temporary_files
from vagled_lmi import store
from vagled_lmi.errors import StoreError
from vagled_lmi.provenance import sha256
from vagled_lmi.store import Archive, Store
from vagled_lmi.store_log import LogState

WRITER = Path(__file__).with_name("writer.py")
PHASES = {
    ord("i"): "waiting for the lock or between two vintages",
    ord("p"): "writing a payload",
    ord("b"): "between rename and log",
    ord("l"): "appending to the log",
    ord("a"): "appended, not yet acknowledged",
}


@pytest.fixture
def kept(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


@dataclass
class Nursery:
    """The process that forks the writers, and answers one request at a time."""

    process: subprocess.Popen[str]

    def ask(self, request: str, value: object) -> Any:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps({request: value}) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())


@dataclass
class Writer:
    nursery: Nursery
    process_id: int
    acks: Path
    phase_file: Path
    exit_code: int | None = None

    @property
    def phase(self) -> int:
        return self.phase_file.read_bytes()[0]

    def acknowledged(self) -> list[tuple[str, str, list[str]]]:
        lines = self.acks.read_text().split("\n")[:-1]
        return [(table, name, digests) for table, name, *digests in map(str.split, lines)]

    def poll(self) -> int | None:
        if self.exit_code is None:
            self.exit_code = self.nursery.ask("poll", self.process_id)
        return self.exit_code

    def wait_for(self, phases: str) -> None:
        deadline = time.monotonic() + 30
        while chr(self.phase) not in phases:
            assert time.monotonic() < deadline, f"the writer never reached {phases!r}"
            assert self.poll() is None, "the writer died by itself"
            time.sleep(0.0005)

    def send(self, number: signal.Signals) -> None:
        assert self.poll() is None, "the writer died by itself"
        os.kill(self.process_id, number)

    def kill(self) -> str:
        self.send(signal.SIGKILL)
        self.exit_code = self.nursery.ask("wait", self.process_id)
        assert self.exit_code == -signal.SIGKILL
        return PHASES[self.phase]


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    environment = os.environ | {"PYTHONPATH": str(Path(vagled_lmi.__file__).parents[1])}
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [sys.executable, str(WRITER)], stdin=pipe, stdout=pipe, env=environment, text=True
    ) as process:
        yield Nursery(process)
    assert process.returncode == 0


@pytest.fixture
def start(tmp_path: Path, nursery: Nursery) -> Iterator[Callable[..., Writer]]:
    """Start real writer processes; none outlives the test."""
    writers: list[Writer] = []

    def begin(root: Path, slow: str = "", pace: float = 0, count: int = 100_000) -> Writer:
        name = f"writer{len(writers)}"
        acks, phase = tmp_path / f"{name}.acks", tmp_path / f"{name}.phase"
        acks.touch()
        phase.write_bytes(b"-")
        paths = {"root": str(root), "phase_file": str(phase), "acks_file": str(acks)}
        behaviour = {"name": name, "slow": slow, "pace": pace, "count": count}
        writers.append(Writer(nursery, nursery.ask("fork", paths | behaviour), acks, phase))
        return writers[-1]

    yield begin
    for writer in writers:
        if writer.poll() is None:
            writer.kill()


def assert_whole(root: Path, acknowledged: Sequence[tuple[str, str, list[str]]]) -> None:
    """Every acknowledged vintage is there with the right bytes, and nothing is damaged."""
    archive = Archive(root)
    assert archive.verify() == []  # reads every payload a line refers to
    known: dict[str, list[str]] = {}
    for table in {table for table, _, _ in acknowledged}:
        for vintage in archive.vintages(table):
            known[vintage.id] = [part.sha256 for part in vintage.retrievals]
    for _, name, digests in acknowledged:
        assert known[name] == digests
        assert all(sha256(archive.payload(digest)) == digest for digest in digests)


def test_writers_at_once_lose_nothing_and_readers_see_only_whole_vintages(
    kept: Store, start: Callable[..., Writer]
) -> None:
    writers = [start(kept.root, slow="pbl", pace=0.001, count=25) for _ in range(3)]
    reader, looks = Archive(kept.root), 0
    while any(writer.poll() is None for writer in writers):
        looks += 1
        for table in ("test:writer0", "test:writer1", "test:writer2"):
            for vintage in reader.vintages(table):
                assert [p.part for p in vintage.retrievals] == [
                    n + 1 for n in range(vintage.retrievals[0].parts)
                ]
                assert all(reader.has(part.sha256) for part in vintage.retrievals)
    assert [writer.exit_code for writer in writers] == [0, 0, 0]
    acknowledged = [ack for writer in writers for ack in writer.acknowledged()]
    assert len({name for _, name, _ in acknowledged}) == 3 * 25
    assert_whole(kept.root, acknowledged)
    lines = (kept.root / "log.jsonl").read_bytes().splitlines()
    assert len(lines) == sum(len(digests) for _, _, digests in acknowledged)
    assert looks > 10


def test_threads_that_share_a_store_lose_nothing(kept: Store) -> None:
    def work(name: int) -> None:
        for n in range(10):
            add(kept, b"%d %d" % (name, n))

    threads = [threading.Thread(target=work, args=(name,)) for name in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(kept.vintages(TABLE)) == 4 * 10
    assert kept.verify() == []


def test_a_slow_reader_in_another_thread_does_not_mislead_the_writer(
    kept: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = [add(kept, b"1"), add(kept, b"2")]
    stale, write = LogState(), store.write_atomic

    def write_while_a_reader_remembers_what_it_read_long_ago(*arguments: Any) -> None:
        kept._log._known = stale
        write(*arguments)

    monkeypatch.setattr(store, "write_atomic", write_while_a_reader_remembers_what_it_read_long_ago)
    made.append(add(kept, b"3"))
    assert Archive(kept.root).vintages(TABLE) == made
    assert not (kept.root / "log.torn").exists()


def test_readers_do_not_wait_for_writers(kept: Store) -> None:
    vintage = add(kept, b"1")
    with filelock.FileLock(kept.root / "log.lock"):
        start = time.monotonic()
        archive = Archive(kept.root)
        assert archive.latest(TABLE) == vintage
        assert archive.payload(vintage.retrievals[0].sha256) == b"1"
        assert archive.verify() == []
        assert time.monotonic() - start < 5


def test_a_living_writers_temporary_file_is_left_alone(
    kept: Store, start: Callable[..., Writer], monkeypatch: pytest.MonkeyPatch
) -> None:
    other = start(kept.root, slow="p", pace=0.2)
    other.wait_for("p")
    other.send(signal.SIGSTOP)  # alive, in the middle of a payload, for long
    lying = temporary_files(kept.root)
    assert len(lying) == 1
    monkeypatch.setattr(store, "LOCK_SECONDS", 0.2)
    with pytest.raises(StoreError, match=r"Ett annat program har skrivit till .* i över 0.2 s"):
        add(kept, b"1")
    assert temporary_files(kept.root) == lying
    other.send(signal.SIGCONT)
    deadline = time.monotonic() + 30
    while not other.acknowledged():
        assert time.monotonic() < deadline
        time.sleep(0.01)
    other.kill()
    assert_whole(kept.root, other.acknowledged())


def test_a_dead_writers_lock_and_temporary_file_are_gone_at_the_next_write(
    kept: Store, start: Callable[..., Writer]
) -> None:
    other = start(kept.root, slow="p", pace=0.2)
    other.wait_for("p")
    other.kill()
    assert len(temporary_files(kept.root)) == 1
    begun = time.monotonic()
    vintage = add(kept, b"1")
    assert time.monotonic() - begun < 5
    assert temporary_files(kept.root) == []
    assert kept.vintages(TABLE) == [vintage]
    assert kept.verify() == []


ROUNDS = 80  # two writers each: 160 kills


def test_kill_9_at_any_moment_loses_nothing(
    tmp_path: Path, start: Callable[..., Writer], record_property: Callable[[str, object], None]
) -> None:
    dice = random.Random(20251103)  # noqa: S311 - repeatable, not secret
    phases: Counter[str] = Counter()
    left: Counter[str] = Counter()
    acknowledged: list[tuple[str, str, list[str]]] = []
    for number in range(ROUNDS):
        root = tmp_path / f"store{number // 10}"  # a store lives through ten rounds of death
        if number % 10 == 0:
            acknowledged = []
        slow = ("", "p", "b", "l")[number % 4]
        pair = [start(root, slow=slow, pace=0.004) for _ in range(2)]
        for writer in pair:
            writer.wait_for("ipbla")
        for writer in dice.sample(pair, 2):  # the second may be alive while the first lies dead
            time.sleep(dice.uniform(0, 0.05 if slow else 0.08))
            phases[writer.kill()] += 1
        for writer in pair:
            acknowledged += writer.acknowledged()
        left["temporary file"] += len(temporary_files(root))
        log = root / "log.jsonl"
        left["torn log"] += log.exists() and log.read_bytes()[-1:] not in (b"\n", b"")
        assert_whole(root, acknowledged)
    record_property("kills", dict(phases))
    sys.stdout.write(f"{dict(phases)}\nleft behind: {dict(left)}\n")
    assert sum(phases.values()) == 2 * ROUNDS
    assert min(phases[PHASES[ord(phase)]] for phase in "pbl") >= 5
    assert left["temporary file"] > 0
    assert left["torn log"] > 0
    for root in tmp_path.glob("store*"):
        assert add(Store(root), b"and life goes on") in Archive(root).vintages(TABLE)
        assert temporary_files(root) == []
        assert (root / "log.jsonl").read_bytes().endswith(b"\n")
