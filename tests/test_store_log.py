"""The log gives back every line it took, tells of damage, and heals what a crash left."""

from __future__ import annotations

import errno
import gc
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson
import pytest

from tests.store.system_calls import note, refuse
from vagled_lmi.errors import StoreError
from vagled_lmi.provenance import Query, Retrieval, sha256
from vagled_lmi.store_log import LogState, RetrievalLog

TABLE = "scb:TAB6471"


def line(text: str, part: int = 1, parts: int = 1) -> Retrieval:
    """Return a line about the answer `text`."""
    return Retrieval(
        query=Query(TABLE, "https://statistik.example/api", {"Tid": (text,)}),
        retrieved="2025-11-03T12:00:00Z",
        sha256=sha256(text.encode()),
        size=len(text),
        media_type="application/json",
        vintage=f"{TABLE}@{text}",
        part=part,
        parts=parts,
        notes=('en fotnot\nmed rader, "citat" och å',),
    )


def append(log: RetrievalLog, *lines: Retrieval) -> None:
    log.append(lines, log.read())


@pytest.fixture
def log(tmp_path: Path) -> RetrievalLog:
    return RetrievalLog(tmp_path / "log.jsonl")


def reader(log: RetrievalLog) -> RetrievalLog:
    """Another reader of the same file, without memory."""
    return RetrievalLog(log.path)


# --- what is appended is what is read ------------------------------------------------------------


def test_a_log_that_is_missing_is_empty_and_not_made(log: RetrievalLog) -> None:
    assert log.read() == LogState()
    assert log.check() == ([], [])
    assert not log.path.exists()


def test_lines_come_back_in_the_order_they_were_appended(log: RetrievalLog) -> None:
    lines = (line("b"), line("a", 1, 2), line("a", 2, 2), line("b"))
    append(log, *lines[:1])
    append(log, *lines[1:3])
    append(reader(log), lines[3])
    for each in (log, reader(log)):
        assert each.read().lines == lines
    assert log.check() == (list(lines), [])
    assert log.path.read_bytes().count(b"\n") == 4


def test_the_state_says_where_the_last_whole_line_stands(log: RetrievalLog) -> None:
    append(log, line("1"), line("2"))
    whole = log.path.read_bytes()
    log.path.write_bytes(whole + b'{"query"')
    for each in (log, reader(log)):
        state = each.read()
        assert state.end == len(whole)
        assert state.last == whole.splitlines(keepends=True)[1]


def test_lines_are_appended_in_one_write_and_then_on_disk(
    log: RetrievalLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = note(monkeypatch)
    append(log, line("1"), line("2"), line("3"))
    assert calls == ["write .jsonl", "fsync .jsonl", "fsync folder"]


@pytest.mark.parametrize(
    ("call", "bytes_first"), [("open", 0), ("write", 0), ("write", 40), ("fsync", 0)]
)
def test_a_refusing_disk_adds_no_line(
    log: RetrievalLog, monkeypatch: pytest.MonkeyPatch, call: str, bytes_first: int
) -> None:
    append(log, line("1"))
    before = log.path.read_bytes()
    with monkeypatch.context() as patch:
        refuse(patch, call, "log.jsonl", errno.EIO, bytes_first=bytes_first)
        with pytest.raises(OSError, match=os.strerror(errno.EIO)):
            append(log, line("2"), line("3"))
    assert log.path.read_bytes() == before
    append(log, line("4"))
    assert reader(log).read().lines == (line("1"), line("4"))


# --- damage --------------------------------------------------------------------------------------


def edit(text: bytes, **changes: Any) -> bytes:
    return orjson.dumps(orjson.loads(text) | changes)


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: edit(text, colour="blue"),  # a key nobody knows
        lambda text: edit(text, sha256="../../x"),
        lambda text: edit(text, sha256="0" * 65),
        lambda text: edit(text, retrieved="yesterday"),
        lambda text: edit(text, retrieved="2025-11-03T12:00:00Z\n"),
        lambda text: edit(text, part=0),
        lambda text: edit(text, part=3),
        lambda text: edit(text, parts="2"),
        lambda text: edit(text, vintage=None),
        lambda text: edit(text, query={"table": TABLE}),
        lambda text: edit(text, query={"table": 1, "url": "", "selection": {}}),
        lambda text: edit(text, query=None),
        lambda _: b"[]",
        lambda _: b"null",
    ],
)
@pytest.mark.parametrize("number", [1, 2])
def test_json_that_is_no_retrieval_stops_the_reader(
    log: RetrievalLog, damage: Callable[[bytes], bytes], number: int
) -> None:
    append(log, line("a", 1, 2), line("b", 2, 2))
    lines = log.path.read_bytes().splitlines()
    lines[number - 1] = damage(lines[number - 1])
    log.path.write_bytes(b"\n".join(lines) + b"\n")
    for each in (log, reader(log)):
        with pytest.raises(StoreError, match=f"Rad {number} i .*log.jsonl går inte att läsa"):
            each.read()
    good, faults = log.check()
    assert good == [(line("b", 2, 2), line("a", 1, 2))[number - 1]]
    assert faults == [f"Rad {number} i {log.path} går inte att läsa."]
    assert log.path.read_bytes() == b"\n".join(lines) + b"\n"


@pytest.mark.parametrize("rubbish", [b"{", b"\x00\x00\x00", b"\xff\xfe", b"<<<<<<< HEAD"])
def test_a_line_in_the_middle_that_is_not_json_stops_the_reader(
    log: RetrievalLog, rubbish: bytes
) -> None:
    append(log, line("a"))
    assert log.read().lines == (line("a"),)
    good = log.path.read_bytes()
    log.path.write_bytes(good + rubbish + b"\n" + good)
    with pytest.raises(StoreError, match="Rad 2 ") as caught:
        log.read()  # a reader that already knew line 1 counts from the top too
    assert "säkerhetskopia" in str(caught.value.hint)
    assert log.check() == ([line("a"), line("a")], [f"Rad 2 i {log.path} går inte att läsa."])


def test_a_log_that_cannot_be_opened_is_named(log: RetrievalLog) -> None:
    log.path.mkdir()
    with pytest.raises(StoreError, match=r"Det går inte att läsa .*log.jsonl") as caught:
        log.read()
    assert log.check() == ([], [str(caught.value)])


# --- the torn end --------------------------------------------------------------------------------


def test_wherever_the_log_is_cut_whole_lines_stay_and_the_next_append_heals(
    log: RetrievalLog,
) -> None:
    lines = (line("1"), line("2", 1, 2), line("2", 2, 2))
    append(log, *lines)
    whole = log.path.read_bytes()
    ends = [n + 1 for n, byte in enumerate(whole) if byte == ord("\n")]
    for cut in (0, 1, *range(ends[0] - 2, len(whole) + 1)):
        log.path.write_bytes(whole[:cut])
        # A line is there when its JSON is: the line end itself may be missing.
        count = sum(cut >= end - 1 for end in ends)
        assert reader(log).read().lines == lines[:count]
        assert log.check() == (list(lines[:count]), [])
        append(reader(log), line("3"))
        assert log.read().lines == (*lines[:count], line("3"))
        text = log.path.read_bytes().split(b"\n")
        assert text[:count] == whole.split(b"\n")[:count]
        assert (len(text), text[-1]) == (count + 2, b"")
    assert not log.path.with_suffix(".torn").exists()


@pytest.mark.parametrize("rubbish", [b'{"query":\n', b"\x00\x00\x00\x00\n", b"\xff\n\x00\n{"])
def test_rubbish_at_the_end_is_passed_over_reported_and_put_aside(
    log: RetrievalLog, rubbish: bytes
) -> None:
    append(log, line("1"))
    assert log.read().lines == (line("1"),)
    whole = log.path.read_bytes()
    log.path.write_bytes(whole + rubbish)
    for each in (log, reader(log)):
        assert each.read().lines == (line("1"),)
    # With its line end it may once have been a line, so it is told of and kept.
    assert log.check()[1][0] == f"Rad 2 i {log.path} går inte att läsa."
    append(log, line("2"))
    assert log.path.read_bytes().startswith(whole + b'{"query":{')
    assert log.path.with_name("log.torn").read_bytes() == rubbish
    assert reader(log).read().lines == (line("1"), line("2"))
    assert log.check() == ([line("1"), line("2")], [])


# --- reading stays fast --------------------------------------------------------------------------


def test_only_the_appended_tail_is_parsed(
    log: RetrievalLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed: list[bytes] = []

    def loads(text: bytes) -> Any:
        parsed.append(text)
        return orjson_loads(text)

    orjson_loads = orjson.loads
    append(log, *(line(str(n)) for n in range(5)))
    late = reader(log)
    monkeypatch.setattr(orjson, "loads", loads)
    known = late.read()
    assert len(known.lines) == 5
    assert len(parsed) == 5
    assert late.read() is known  # unchanged: not read at all
    with log.path.open("ab") as file:
        file.write(parsed[0] + b"\n" + parsed[1][:20])
    assert len(late.read().lines) == 6
    assert len(parsed) == 7  # the appended line and the torn one


def test_a_log_that_changed_otherwise_is_read_again(log: RetrievalLog) -> None:
    def digests() -> list[str]:
        return [each.sha256 for each in log.read().lines]

    append(log, line("1"))
    one = log.path.read_bytes()
    two = one.replace(sha256(b"1").encode(), sha256(b"2").encode())
    assert digests() == [sha256(b"1")]
    log.path.write_bytes(two + one)  # longer, but what was read before is not there any more
    assert digests() == [sha256(b"2"), sha256(b"1")]
    log.path.write_bytes(one)
    assert digests() == [sha256(b"1")]
    log.path.unlink()
    assert digests() == []


def test_a_long_log_is_read_without_a_search_for_garbage(log: RetrievalLog) -> None:
    """How fast that is, is measured by bench.store_log."""
    append(log, line("1"))
    text, name = log.path.read_bytes(), line("1").vintage.encode()
    log.path.write_bytes(b"".join(text.replace(name, b"%s%d" % (name, n)) for n in range(100_000)))
    full = gc.get_stats()[-1]["collections"]
    assert len(reader(log).read().lines) == 100_000
    assert gc.get_stats()[-1]["collections"] == full  # one walks through all the lines once more
    assert gc.isenabled()
