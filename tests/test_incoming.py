"""Answers on their way into a store: nothing is there until all is, and nothing is held."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store.sample import NOON, TABLE, Answer, add, answers, payload_path
from vagled_lmi.errors import StoreError
from vagled_lmi.incoming import Incoming, Payloads
from vagled_lmi.provenance import Query, sha256
from vagled_lmi.store import Archive, Store


@pytest.fixture
def kept(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


def incoming(kept: Store) -> Incoming:
    return Incoming(kept, TABLE, retrieved=NOON, licence="CC0")


def payloads_of(kept: Store) -> set[str]:
    return {path.name for path in (kept.root / "payloads").glob("*/*")}


def test_what_is_committed_is_the_vintage_that_adding_at_once_makes(
    kept: Store, tmp_path: Path
) -> None:
    three = answers(b"1", b"2", b"3")
    with incoming(kept) as coming:
        for answer in three:
            coming.keep(answer)
        assert kept.vintages(TABLE) == []
        assert list(coming.payloads) == [b"1", b"2", b"3"]
        vintage = coming.commit()
    assert vintage == add(Store(tmp_path / "other"), b"1", b"2", b"3")
    assert kept.vintages(TABLE) == [vintage]
    assert kept.verify() == []


def keep(kept: Store, *coming: Answer, then: Callable[[Incoming], object]) -> None:
    with incoming(kept) as fetch:
        for answer in coming:
            fetch.keep(answer)
        then(fetch)


def failing(error: BaseException) -> Callable[[Incoming], object]:
    def fail(_: Incoming) -> None:
        raise error

    return fail


@pytest.mark.parametrize("error", [StoreError("x"), KeyboardInterrupt(), RuntimeError("bug")])
def test_without_a_commit_the_store_is_as_it_was(error: BaseException, kept: Store) -> None:
    add(kept, b"1")
    before = payloads_of(kept)
    with pytest.raises(type(error)):  # the first was there before
        keep(kept, *answers(b"1", b"2"), then=failing(error))
    assert payloads_of(kept) == before == {sha256(b"1")}
    assert len(kept.vintages(TABLE)) == 1
    assert kept.verify() == []


def test_leaving_without_a_commit_is_no_commit(kept: Store) -> None:
    keep(kept, *answers(b"1"), then=lambda _: None)
    assert kept.vintages(TABLE) == []
    assert payloads_of(kept) == set()


def test_no_answer_is_no_vintage(kept: Store) -> None:
    with pytest.raises(ValueError, match="at least one answer"):
        keep(kept, then=Incoming.commit)


def test_an_answer_of_another_table_is_our_own_mistake(kept: Store) -> None:
    other = Answer(Query("scb:OTHER", "https://statistik.example"), b"1")
    with pytest.raises(ValueError, match="all of them of this table"):
        keep(kept, other, then=Incoming.commit)
    assert payloads_of(kept) == set()


def test_a_payload_that_vanishes_before_the_commit_is_missed(kept: Store) -> None:
    def lose_and_commit(fetch: Incoming) -> None:
        payload_path(kept.root, sha256(b"1")).unlink()
        fetch.commit()

    with pytest.raises(StoreError, match="saknas"):
        keep(kept, *answers(b"1"), then=lose_and_commit)
    assert kept.vintages(TABLE) == []


def test_a_damaged_log_does_not_hide_what_went_wrong(kept: Store) -> None:
    add(kept, b"1")

    def damage_and_fail(_: Incoming) -> None:
        (kept.root / "log.jsonl").write_bytes(b"{}\n{}\n")
        raise RuntimeError("the reason")

    with pytest.raises(RuntimeError, match="the reason"):
        keep(kept, *answers(b"2"), then=damage_and_fail)


def test_payloads_are_a_sequence_read_when_asked_for(kept: Store) -> None:
    add(kept, b"1", b"2", b"3")
    digests = [sha256(n) for n in (b"1", b"2", b"3")]
    three = Payloads(kept, digests)
    assert (len(three), three[0], three[-1]) == (3, b"1", b"3")
    assert list(three[1:]) == [b"2", b"3"]
    payload_path(kept.root, digests[1]).write_bytes(b"x")
    first, *_ = iter(three[:1])
    assert first == b"1"
    with pytest.raises(StoreError, match="skadat"):
        list(three)


CHILD = """
    import sys
    from pathlib import Path
    from tests.store.sample import NOON, TABLE, answers
    from vagled_lmi.incoming import Incoming
    from vagled_lmi.store import Store

    with Incoming(Store(Path(sys.argv[1])), TABLE, retrieved=NOON, licence="CC0") as coming:
        for answer in answers(b"1", b"2", b"3"):
            coming.keep(answer)
            print(len(coming.payloads), flush=True)
        sys.stdin.read()
"""


def test_killed_in_the_middle_the_store_is_whole_and_the_next_fetch_fills_it(kept: Store) -> None:
    add(kept, b"0", at="2025-01-01T00:00:00Z")
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(CHILD), str(kept.root)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
    ) as child:
        assert child.stdout is not None
        assert [child.stdout.readline() for _ in range(3)] == [b"1\n", b"2\n", b"3\n"]
        child.send_signal(signal.SIGKILL)
    archive = Archive(kept.root)
    assert archive.verify() == []
    assert [vintage.retrieved for vintage in archive.vintages(TABLE)] == ["2025-01-01T00:00:00Z"]
    assert len(payloads_of(kept)) == 4  # the payloads that no line refers to are no damage
    with incoming(kept) as coming:
        for answer in answers(b"1", b"2", b"3"):
            coming.keep(answer)
        coming.commit()
    assert archive.verify() == []
    assert len(archive.vintages(TABLE)) == 2
