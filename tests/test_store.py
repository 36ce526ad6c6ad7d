"""The store keeps what it acknowledged, whatever happens to it."""

from __future__ import annotations

import errno
import os
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import platformdirs
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.store.sample import NOON, TABLE, Answer, add, answers, payload_path, temporary_files
from tests.store.system_calls import note, refuse
from vagled_lmi import resources, store
from vagled_lmi.errors import StoreError, UsageError
from vagled_lmi.provenance import VIA_PUBLIC_COPY, Query, Retrieval, sha256
from vagled_lmi.store import Archive, Store, Vintage


@pytest.fixture
def kept(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


# --- what is added is what is read ---------------------------------------------------------------


def test_a_vintage_is_read_back_by_another_reader(kept: Store) -> None:
    added = kept.add(
        TABLE,
        [replace(answers(b"[1]")[0], updated="2025-10-30T07:00:00Z", notes=("Not 1", "Not 2"))],
        retrieved=NOON,
        licence="CC0",
    )
    archive = Archive(kept.root)
    assert archive.vintages(TABLE) == [added]
    assert archive.retrievals() == [
        Retrieval(
            query=Query(TABLE, "https://statistik.example/api", {"Tid": ("0",)}),
            retrieved=NOON,
            sha256=sha256(b"[1]"),
            size=3,
            media_type="application/json",
            vintage=added.id,
            updated="2025-10-30T07:00:00Z",
            licence="CC0",
            notes=("Not 1", "Not 2"),
        )
    ]
    assert archive.payload(sha256(b"[1]")) == b"[1]"
    assert archive.verify() == []


def test_parts_of_a_split_fetch_share_a_vintage_in_part_order(kept: Store) -> None:
    vintage = add(kept, b"first", b"second", b"third")
    assert [part.part for part in vintage.retrievals] == [1, 2, 3]
    assert {part.parts for part in vintage.retrievals} == {3}
    assert {part.vintage for part in vintage.retrievals} == {vintage.id}
    assert [kept.payload(part.sha256) for part in vintage.retrievals] == [
        b"first",
        b"second",
        b"third",
    ]


def test_layout_is_one_folder_a_hash_prefix_and_one_line_a_retrieval(kept: Store) -> None:
    add(kept, b"a", b"b", b"a")
    found = sorted(path.relative_to(kept.root) for path in kept.root.rglob("*") if path.is_file())
    digests = sorted(sha256(text) for text in (b"a", b"b"))  # two equal payloads are stored once
    assert found == sorted(
        [Path("log.jsonl"), Path("log.lock"), *(Path("payloads", d[:2], d) for d in digests)]
    )
    assert (kept.root / "log.jsonl").read_bytes().count(b"\n") == 3


def test_the_same_answers_at_the_same_time_are_one_vintage(kept: Store) -> None:
    first = add(kept, b"a", b"b")
    log = (kept.root / "log.jsonl").read_bytes()
    assert add(kept, b"a", b"b") == first
    assert (kept.root / "log.jsonl").read_bytes() == log


def test_an_id_tells_apart_table_time_content_and_route(kept: Store) -> None:
    made = [
        add(kept, b"a"),
        add(kept, b"b"),
        add(kept, b"a", b"b"),
        add(kept, b"b", b"a"),
        add(kept, b"a", at="2025-11-03T12:00:01Z"),
        add(kept, b"a", table="scb:TAB1"),
        add(kept, b"a", via=VIA_PUBLIC_COPY),
    ]
    assert len({vintage.id for vintage in made}) == len(made)
    assert len(kept.vintages(TABLE)) == len(made) - 1  # one is of another table
    assert made[0].id == add(Store(kept.root.parent / "other"), b"a").id


def test_table_ids_never_become_paths(kept: Store, tmp_path: Path) -> None:
    table = "../../../etc/x:\n\x00/y"
    vintage = add(kept, b"a", table=table)
    assert Archive(kept.root).vintages(table) == [vintage]
    assert {path.name for path in tmp_path.iterdir()} == {"store"}


@pytest.mark.parametrize("retrieved", ["2025-11-03", "2025-11-03T12:00:00", "2025-13-03T12:00:00Z"])
def test_a_time_in_another_form_is_our_own_mistake(kept: Store, retrieved: str) -> None:
    with pytest.raises(ValueError, match=r"retrieved|month"):
        add(kept, b"a", at=retrieved)
    assert not kept.root.exists()


def test_no_answers_and_answers_of_another_table_are_our_own_mistake(kept: Store) -> None:
    with pytest.raises(ValueError, match="at least one answer"):
        kept.add(TABLE, [], retrieved=NOON, licence="CC0")
    with pytest.raises(ValueError, match="of this table"):
        kept.add(TABLE, answers(b"a", table="scb:TAB1"), retrieved=NOON, licence="CC0")
    assert not kept.root.exists()


def test_an_empty_archive_has_nothing_and_makes_nothing(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "none")
    assert archive.retrievals() == []
    assert archive.latest(TABLE) is None
    assert not archive.has(sha256(b"a"))
    assert archive.verify() == []
    assert not archive.root.exists()


@settings(max_examples=40, deadline=None)
@given(
    texts=st.lists(st.text(), max_size=4).map(tuple),
    selection=st.dictionaries(st.text(), st.lists(st.text(), max_size=3).map(tuple), max_size=3),
    updated=st.none() | st.text(),
    payload=st.binary(max_size=300),
)
@example(texts=('x\n"\\\u2028å' * 150_000,), selection={}, updated=None, payload=b"")
def test_any_text_survives_the_log(
    tmp_path_factory: pytest.TempPathFactory,
    texts: tuple[str, ...],
    selection: dict[str, tuple[str, ...]],
    updated: str | None,
    payload: bytes,
) -> None:
    root = tmp_path_factory.mktemp("any")
    url = "".join(texts)[:50]
    answer = Answer(Query(TABLE, url, selection), payload, url, updated, texts)
    added = Store(root).add(TABLE, [answer], retrieved=NOON, licence=url)
    add(Store(root), b"next")
    assert Archive(root).vintages(TABLE)[0] == added
    assert added.retrievals[0].notes == texts
    assert Archive(root).payload(added.retrievals[0].sha256) == payload
    assert Archive(root).verify() == []


# --- which vintage counts ------------------------------------------------------------------------


def test_the_agencys_own_answer_wins_over_a_newer_public_copy(kept: Store) -> None:
    own = add(kept, b"own", at="2025-01-01T00:00:00Z")
    add(kept, b"copy", at="2025-06-01T00:00:00Z", via=VIA_PUBLIC_COPY)
    assert kept.latest(TABLE) == own


def test_public_copies_are_used_where_there_is_nothing_else(kept: Store) -> None:
    add(kept, b"old", at="2025-01-01T00:00:00Z", via=VIA_PUBLIC_COPY)
    new = add(kept, b"new", at="2025-06-01T00:00:00Z", via=VIA_PUBLIC_COPY)
    assert kept.latest(TABLE) == new


def test_the_newest_wins_though_it_was_logged_first(kept: Store) -> None:
    new = add(kept, b"new", at="2025-06-01T00:00:00Z")
    old = add(kept, b"old", at="2025-01-01T00:00:00Z")
    assert kept.latest(TABLE) == new
    assert kept.vintages(TABLE) == [old, new]


def test_of_two_in_the_same_second_the_later_logged_wins(kept: Store) -> None:
    made = [add(kept, text) for text in (b"one", b"two", b"three")]
    assert kept.vintages(TABLE) == made
    assert kept.latest(TABLE) == made[2]


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2025-11-02", None),
        ("2025-11-03", b"evening"),  # the end of the day, UTC
        ("2025-11-03T12:00:00Z", b"noon"),  # at it counts
        ("2025-11-03T11:59:59Z", None),
        ("2025-11-03T12:00:00.9Z", b"noon"),
        ("2025-11-03T12:00:00", b"noon"),  # without an offset: UTC
        ("2025-11-03T13:00:00+01:00", b"noon"),  # 13:00 Swedish winter time is 12:00 UTC
        ("2025-11-03T12:59:59+01:00", None),
        ("2025-11-04T00:59:59+01:00", b"evening"),  # 23:59:59 UTC the day before
    ],
)
def test_as_of_leaves_out_what_came_later(kept: Store, as_of: str, expected: bytes | None) -> None:
    add(kept, b"noon")
    add(kept, b"evening", at="2025-11-03T23:59:59Z")
    add(kept, b"next year", at="2026-01-01T00:00:00Z")
    latest = kept.latest(TABLE, as_of=as_of)
    assert (latest and kept.payload(latest.retrievals[0].sha256)) == expected


@pytest.mark.parametrize("as_of", ["", "i går", "2025", "2025-13-01", "0001-01-01T00:00+10:00"])
def test_an_unreadable_as_of_names_what_is_allowed(kept: Store, as_of: str) -> None:
    with pytest.raises(UsageError, match="Skriv ett datum") as caught:
        kept.latest(TABLE, as_of=as_of)
    assert f'"{as_of}"' in caught.value.message


MOMENTS = st.datetimes(datetime(2024, 12, 30), datetime(2025, 1, 3)).map(  # noqa: DTZ001
    lambda moment: moment.replace(microsecond=0, tzinfo=UTC)
)


@settings(max_examples=40, deadline=None)
@given(
    entries=st.lists(st.tuples(MOMENTS, st.booleans()), min_size=1, max_size=6),
    as_of=MOMENTS,
    offset=st.integers(-14, 14),
)
def test_latest_is_the_greatest_by_route_time_and_position(
    tmp_path_factory: pytest.TempPathFactory,
    entries: list[tuple[datetime, bool]],
    as_of: datetime,
    offset: int,
) -> None:
    kept = Store(tmp_path_factory.mktemp("order"))
    made = [
        add(
            kept,
            str(n).encode(),
            at=moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
            via="" if own else VIA_PUBLIC_COPY,
        )
        for n, (moment, own) in enumerate(entries)
    ]
    ranked = [(own, moment, n) for n, (moment, own) in enumerate(entries) if moment <= as_of]
    expected = made[max(ranked)[2]] if ranked else None
    local = as_of.astimezone(timezone(timedelta(hours=offset)))
    assert kept.latest(TABLE, as_of=local.isoformat()) == expected


# --- the base: figures that come with the program ------------------------------------------------


@pytest.fixture
def layered(tmp_path: Path) -> tuple[Store, Vintage]:
    shipped = Store(tmp_path / "base")
    vintage = add(shipped, b"shipped", b"in two", via=VIA_PUBLIC_COPY)
    return Store(tmp_path / "own", base=Archive(tmp_path / "base")), vintage


def test_reads_fall_through_to_the_base_and_writes_do_not(
    layered: tuple[Store, Vintage], tmp_path: Path
) -> None:
    kept, shipped = layered
    before = (tmp_path / "base" / "log.jsonl").read_bytes()
    assert kept.latest(TABLE) == shipped
    assert kept.has(sha256(b"shipped"))
    assert kept.payload(sha256(b"shipped")) == b"shipped"
    fetched = add(kept, b"fetched")
    assert {v.id for v in kept.vintages(TABLE)} == {shipped.id, fetched.id}
    assert kept.latest(TABLE) == fetched
    assert (tmp_path / "base" / "log.jsonl").read_bytes() == before
    assert not Archive(tmp_path / "base").has(sha256(b"fetched"))


def test_the_programs_present_copy_wins_over_an_adopted_one_of_the_same_day(
    layered: tuple[Store, Vintage], tmp_path: Path
) -> None:
    kept, old = layered
    kept.adopt(old)
    newer = add(Store(tmp_path / "newer"), b"mended", via=VIA_PUBLIC_COPY)
    upgraded = Store(tmp_path / "own", base=Archive(tmp_path / "newer"))
    assert newer.retrieved == old.retrieved
    assert upgraded.latest(TABLE) == newer
    assert upgraded.vintages(TABLE) == [old, newer]


def test_an_adopted_vintage_outlives_the_base(
    layered: tuple[Store, Vintage], tmp_path: Path
) -> None:
    kept, shipped = layered
    kept.adopt(shipped)
    kept.adopt(shipped)  # a second time changes nothing
    assert kept.retrievals() == list(shipped.retrievals)  # what both hold stands once
    upgraded = Store(tmp_path / "own", base=Archive(tmp_path / "newer snapshot"))
    assert upgraded.vintages(TABLE) == [shipped]
    assert [upgraded.payload(p.sha256) for p in shipped.retrievals] == [b"shipped", b"in two"]
    assert upgraded.verify() == []


def test_adopting_does_not_change_which_vintage_is_latest(tmp_path: Path) -> None:
    shipped = Store(tmp_path / "base")
    earlier, later = add(shipped, b"earlier"), add(shipped, b"later")  # in the same second
    kept = Store(tmp_path / "own", base=shipped)
    kept.adopt(earlier)
    assert kept.latest(TABLE) == later


def test_a_vintage_nobody_holds_is_not_adopted(layered: tuple[Store, Vintage]) -> None:
    kept, shipped = layered
    with pytest.raises(StoreError, match="finns inte i arkivet"):
        kept.adopt(replace(shipped, id="scb:TAB6471@2020-01-01T00:00:00Z-000000000000"))
    assert not kept.root.exists()


def test_a_damaged_payload_is_read_from_the_base_and_healed_by_adopting(
    layered: tuple[Store, Vintage],
) -> None:
    kept, shipped = layered
    kept.adopt(shipped)
    payload_path(kept.root, sha256(b"shipped")).write_bytes(b"shopped")
    assert kept.payload(sha256(b"shipped")) == b"shipped"
    assert len(kept.verify()) == 1
    kept.adopt(shipped)
    assert kept.verify() == []


def test_damage_in_the_base_is_reported_too(layered: tuple[Store, Vintage], tmp_path: Path) -> None:
    kept, _ = layered
    path = payload_path(tmp_path / "base", sha256(b"shipped"))
    path.unlink()
    assert kept.verify() == [f"Svaret {sha256(b'shipped')} för {TABLE} saknas: {path}."]


# --- damage on disk ------------------------------------------------------------------------------


def test_a_damaged_payload_is_never_returned(kept: Store) -> None:
    digest = add(kept, b"figures").retrievals[0].sha256
    path = payload_path(kept.root, digest)
    path.write_bytes(b"figured")
    with pytest.raises(StoreError, match="är skadat") as caught:
        Archive(kept.root).payload(digest)
    assert TABLE in caught.value.message
    assert digest in caught.value.message
    assert caught.value.hint
    assert kept.verify() == [caught.value.message]
    assert add(kept, b"figures").retrievals[0].sha256 == digest  # fetching it again heals it
    assert kept.payload(digest) == b"figures"
    assert kept.verify() == []


def test_a_missing_payload_names_table_and_hash(kept: Store) -> None:
    digest = add(kept, b"figures").retrievals[0].sha256
    payload_path(kept.root, digest).unlink()
    assert not kept.has(digest)
    with pytest.raises(StoreError, match=f"{digest} för {TABLE} saknas"):
        kept.payload(digest)
    assert len(kept.verify()) == 1


def test_a_payload_no_line_knows_is_of_no_known_table(kept: Store) -> None:
    with pytest.raises(StoreError, match="okänd tabell saknas"):
        kept.payload("0" * 64)


def test_a_size_edited_in_the_log_is_reported(kept: Store) -> None:
    add(kept, b"figures")
    log = kept.root / "log.jsonl"
    log.write_bytes(log.read_bytes().replace(b'"size":7', b'"size":9'))
    assert "stämmer inte med loggen" in kept.verify()[0]


@pytest.mark.parametrize(
    "digest",
    ["../../x", "", "0" * 63, "0" * 65, "A" * 64, "0" * 64 + "\n", "٠" * 64, "../" + "0" * 61],
)
def test_a_digest_from_outside_never_becomes_another_path(kept: Store, digest: str) -> None:
    for read in (kept.has, kept.payload):
        with pytest.raises(StoreError, match="är inte en SHA-256-summa"):
            read(digest)


@settings(max_examples=200)
@given(st.text(alphabet="abcdef0123456789./\\~\x00", max_size=70))
def test_a_digest_is_a_file_two_levels_down_or_refused(text: str) -> None:
    archive = Archive(Path("root"))
    try:
        path = archive._path(text)
    except StoreError:
        return
    assert path == Path("root", "payloads", text[:2], text)
    assert text.isalnum()


def test_a_damaged_log_stops_readers_and_writers_and_stays_as_it_is(kept: Store) -> None:
    add(kept, b"a", b"b")
    log = kept.root / "log.jsonl"
    damaged = log.read_bytes() + b"{}\n"
    log.write_bytes(damaged)
    for use in (kept.retrievals, Archive(kept.root).retrievals, lambda: add(kept, b"c")):
        with pytest.raises(StoreError, match=r"Rad 3 i .*log.jsonl går inte att läsa"):
            use()
    assert kept.verify() == [f"Rad 3 i {log} går inte att läsa."]
    assert log.read_bytes() == damaged


def test_damage_in_log_and_payload_are_both_reported(kept: Store) -> None:
    digest = add(kept, b"a").retrievals[0].sha256
    log = kept.root / "log.jsonl"
    log.write_bytes(b"{}\n" + log.read_bytes())
    payload_path(kept.root, digest).write_bytes(b"b")
    assert [fault.split()[0] for fault in kept.verify()] == ["Rad", "Svaret"]


# --- the torn end of the log ---------------------------------------------------------------------


def test_wherever_the_log_is_cut_whole_lines_stay_and_the_next_writer_heals(kept: Store) -> None:
    first, second = add(kept, b"1"), add(kept, b"2", b"3", at="2025-11-04T00:00:00Z")
    log = kept.root / "log.jsonl"
    whole = log.read_bytes()
    ends = [n + 1 for n, byte in enumerate(whole) if byte == ord("\n")]
    for cut in range(ends[0] - 2, len(whole) + 1):
        log.write_bytes(whole[:cut])
        # A line is there when its JSON is: the line end itself may be missing.
        count = sum(cut >= end - 1 for end in ends)
        assert len(Archive(kept.root).retrievals()) == count
        expected = [first][: min(count, 1)] + [second][: count // 3]
        assert Archive(kept.root).vintages(TABLE) == expected
        assert Archive(kept.root).verify() == []
        healed = add(Store(kept.root), b"4", at="2025-11-05T00:00:00Z")
        assert Archive(kept.root).vintages(TABLE) == [*expected, healed]
        lines = log.read_bytes().split(b"\n")
        assert lines[:count] == whole.split(b"\n")[:count]
        assert (len(lines), lines[-1]) == (count + 2, b"")
    assert not (kept.root / "log.torn").exists()


def test_an_incomplete_vintage_becomes_whole_when_it_is_added_again(kept: Store) -> None:
    vintage = add(kept, b"1", b"2")
    log = kept.root / "log.jsonl"
    log.write_bytes(log.read_bytes().splitlines(keepends=True)[0])
    assert kept.vintages(TABLE) == []
    assert kept.latest(TABLE) is None
    assert add(kept, b"1", b"2") == vintage
    assert Archive(kept.root).vintages(TABLE) == [vintage]
    assert Archive(kept.root).verify() == []


# --- a disk that refuses -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("call", "name", "bytes_first"),
    [
        ("open", ".tmp", 0),
        ("write", ".tmp", 0),
        ("write", ".tmp", 40),
        ("fsync", ".tmp", 0),
        ("replace", ".tmp", 0),
        ("open", "log.jsonl", 0),
        ("write", "log.jsonl", 0),
        ("write", "log.jsonl", 40),
        ("fsync", "log.jsonl", 0),
    ],
)
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EIO])
def test_a_refusing_disk_leaves_nothing_half_written(
    kept: Store, call: str, name: str, bytes_first: int, code: int
) -> None:
    why = {
        errno.ENOSPC: "disken är full. Frigör utrymme",
        errno.EIO: "Kontrollera disken",
    }.get(code, "behörighet saknas. Ändra mappens rättigheter")
    before = add(kept, b"before" * 100)
    log = (kept.root / "log.jsonl").read_bytes()
    with pytest.MonkeyPatch.context() as patch:
        refuse(patch, call, name, code, bytes_first=bytes_first)
        with pytest.raises(StoreError) as caught:
            add(kept, b"after" * 100, b"more" * 100)
    assert str(kept.root) in caught.value.message
    assert why in str(caught.value)
    assert (kept.root / "log.jsonl").read_bytes() == log
    assert temporary_files(kept.root) == []
    assert Archive(kept.root).vintages(TABLE) == [before]
    assert Archive(kept.root).verify() == []
    after = add(kept, b"after" * 100, b"more" * 100)  # and when there is room again, all is well
    assert Archive(kept.root).vintages(TABLE) == [before, after]


def test_bytes_that_come_back_wrong_are_not_put_in_place(
    kept: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda h, data: real(h, bytes(data).replace(b"7", b"1")))
    with pytest.raises(StoreError, match="inte det som skrevs"):
        add(kept, b"47")
    assert not kept.has(sha256(b"47"))
    assert kept.retrievals() == []
    assert temporary_files(kept.root) == []


def test_a_root_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("not a folder")
    with pytest.raises(StoreError, match=r"Det går inte att skriva till .*store"):
        add(Store(tmp_path / "store"), b"1")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(disk)]
    if os.name == "nt" or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("a small file system cannot be mounted here")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_disk_that_is_really_full(small_disk: Path) -> None:
    kept = Store(small_disk / "store")
    before = add(kept, b"before")
    log = (kept.root / "log.jsonl").read_bytes()
    with pytest.raises(StoreError, match="disken är full"):
        add(kept, b"x" * 300_000)  # the payload does not fit
    with pytest.raises(StoreError, match="disken är full"):  # the log line does not
        kept.add(TABLE, answers(b"1", notes=("x" * 300_000,)), retrieved=NOON, licence="")
    assert (kept.root / "log.jsonl").read_bytes() == log
    assert temporary_files(kept.root) == []
    assert Archive(kept.root).verify() == []
    assert kept.vintages(TABLE) == [before]
    after = add(kept, b"after")
    assert kept.vintages(TABLE) == [before, after]


def test_a_folder_that_is_really_read_only(small_disk: Path) -> None:
    kept = Store(small_disk / "store")
    before = add(kept, b"before")
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(StoreError, match="behörighet saknas"):
        add(Store(kept.root), b"after")
    assert Archive(kept.root).vintages(TABLE) == [before]


def test_payloads_are_safe_on_disk_before_the_log_says_so_in_one_write(
    kept: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(kept, b"before", b"again")  # makes the folders of what follows
    for part in add(kept, b"1", b"2", at="2025-01-01T00:00:00Z").retrievals:
        payload_path(kept.root, part.sha256).unlink()
    calls = note(monkeypatch)
    add(kept, b"1", b"2")
    payload = ["write .tmp", "fsync .tmp", "replace .tmp", "fsync folder"]
    assert calls == [*payload, *payload, "write .jsonl", "fsync .jsonl", "fsync folder"]


# --- where the store lies ------------------------------------------------------------------------


def test_the_environment_chooses_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VAGLED_STORE", str(tmp_path))
    assert store.default_root() == tmp_path
    opened = store.open_store()
    assert opened.root == tmp_path
    assert opened.base is not None
    assert opened.base.root == resources.snapshot_dir()


def test_a_checkout_has_its_own_store_and_an_installed_program_the_users(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VAGLED_STORE", "")
    monkeypatch.setattr(resources, "checkout", lambda: tmp_path)
    assert store.default_root() == tmp_path / "data" / "store"
    monkeypatch.setattr(resources, "checkout", lambda: None)
    monkeypatch.setattr(platformdirs, "user_data_dir", lambda name: f"/data of {name}")
    assert store.default_root() == Path("/data of vagled_lmi/store")
