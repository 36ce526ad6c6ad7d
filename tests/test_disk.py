"""A file is put on disk whole or not at all, and what refuses is explained."""

from __future__ import annotations

import errno
import os
import random
from pathlib import Path
from typing import Any

import pytest

from tests.store.system_calls import note, refuse
from vagled_lmi.disk import (
    TEMPORARY_SUFFIX,
    append,
    explain_errors,
    make_folder,
    sync_folder,
    write_atomic,
)
from vagled_lmi.errors import StoreError

WRITTEN = ["write .tmp", "fsync .tmp", "replace .tmp", "fsync folder"]


# --- a file in its place -------------------------------------------------------------------------


@pytest.mark.parametrize("data", [b"", b"new", b"\r\n\x1a\x00" * 50_000])
@pytest.mark.parametrize("before", [None, b"old", b"old" * 100_000])
def test_what_is_written_is_there_and_nothing_else(
    tmp_path: Path, data: bytes, before: bytes | None
) -> None:
    path = tmp_path / "file"
    if before is not None:
        path.write_bytes(before)
    write_atomic(path, data)
    assert path.read_bytes() == data
    assert list(tmp_path.iterdir()) == [path]


def test_it_is_flushed_before_it_gets_its_name_and_the_name_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = note(monkeypatch)
    write_atomic(tmp_path / "file", b"1")
    assert calls == WRITTEN


def test_the_same_bytes_are_left_alone_but_their_name_is_made_safe(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    write_atomic(path, b"1")
    was = path.stat()
    calls = note(monkeypatch)
    write_atomic(path, b"1")
    assert calls == ["fsync folder"]  # who wrote it may have been killed just before that
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (was.st_ino, was.st_mtime_ns)
    write_atomic(path, b"2")
    assert calls == ["fsync folder", *WRITTEN]


def test_every_new_folder_is_safe_before_what_lies_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = note(monkeypatch)
    write_atomic(tmp_path / "a" / "b" / "file", b"1")
    assert calls == ["fsync folder", "fsync folder", *WRITTEN]
    make_folder(tmp_path / "a" / "b")
    assert len(calls) == 2 + len(WRITTEN)  # it is there: nothing to do
    sync_folder(tmp_path / "a")
    assert calls[-1] == "fsync folder"


def test_a_reader_sees_the_old_file_until_the_new_one_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, real, seen = tmp_path / "file", os.replace, []

    def replace(source: Any, target: Any) -> None:
        seen.append((path.read_bytes(), Path(source).read_bytes(), Path(source).suffix))
        real(source, target)

    path.write_bytes(b"old")
    monkeypatch.setattr(os, "replace", replace)
    write_atomic(path, b"new")
    assert seen == [(b"old", b"new", TEMPORARY_SUFFIX)]


def test_what_is_stored_can_be_read_by_other_users_as_the_umask_says(tmp_path: Path) -> None:
    old = os.umask(0o022)
    try:
        write_atomic(tmp_path / "file", b"1")
    finally:
        os.umask(old)
    # a private mode would follow it into the wheel
    assert (tmp_path / "file").stat().st_mode & 0o777 == 0o644


@pytest.mark.parametrize(
    ("call", "bytes_first"),
    [("open", 0), ("write", 0), ("write", 40), ("fsync", 0), ("replace", 0)],
)
@pytest.mark.parametrize("before", [None, b"old"])
def test_a_refusing_disk_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, bytes_first: int, before: bytes
) -> None:
    path = tmp_path / "file"
    if before:
        path.write_bytes(before)
    refuse(monkeypatch, call, TEMPORARY_SUFFIX, errno.ENOSPC, bytes_first=bytes_first)
    with pytest.raises(OSError, match="No space"):
        write_atomic(path, b"new" * 100)
    assert [file.read_bytes() for file in tmp_path.iterdir()] == ([before] if before else [])


def test_bytes_that_come_back_wrong_are_not_put_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, real = tmp_path / "file", os.write
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "write", lambda h, data: real(h, bytes(data).replace(b"7", b"1")))
    with pytest.raises(OSError, match="inte det som skrevs"):
        write_atomic(path, b"47")
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [b"old"]


# --- a file that grows ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "at", "expected"),
    [
        (None, None, b"new"),
        (None, 0, b"new"),
        (b"old", None, b"oldnew"),
        (b"old", 3, b"oldnew"),
        (b"old", 1, b"onew"),
        (b"old", 0, b"new"),
    ],
)
def test_it_is_cut_where_told_and_appended_to(
    tmp_path: Path, before: bytes | None, at: int | None, expected: bytes
) -> None:
    path = tmp_path / "file"
    if before is not None:
        path.write_bytes(before)
    append(path, b"new", at=at)
    assert path.read_bytes() == expected


def test_what_is_appended_is_flushed_after_one_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = note(monkeypatch)
    append(tmp_path / "file.jsonl", b"line\n" * 100_000)
    assert calls == ["write .jsonl", "fsync .jsonl"]


def test_short_writes_are_completed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, dice = os.write, random.Random(1)  # noqa: S311 - repeatable, not secret
    monkeypatch.setattr(os, "write", lambda h, data: real(h, data[: dice.randint(1, 9)]))
    data = dice.randbytes(1000)
    append(tmp_path / "file", data)
    assert (tmp_path / "file").read_bytes() == data


@pytest.mark.parametrize("refusal", [("write", 0), ("write", 40), ("fsync", 0)])
@pytest.mark.parametrize(("at", "kept"), [(None, b"old, torn"), (3, b"old")])
def test_what_a_refusing_disk_took_is_taken_back(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    refusal: tuple[str, int],
    at: int | None,
    kept: bytes,
) -> None:
    path, (call, bytes_first) = tmp_path / "file", refusal
    path.write_bytes(b"old, torn")
    refuse(monkeypatch, call, "file", errno.EIO, bytes_first=bytes_first)
    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        append(path, b"new" * 100, at=at)
    assert path.read_bytes() == kept


def test_what_an_interrupted_append_wrote_is_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    path = tmp_path / "file"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        append(path, b"new")
    assert path.read_bytes() == b"old"


# --- what the user is told -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "why", "hint"),
    [
        (errno.ENOSPC, "disken är full", "Frigör utrymme och försök igen."),
        (errno.EDQUOT, "disken är full", "Frigör utrymme och försök igen."),
        (errno.EFBIG, "disken är full", "Frigör utrymme och försök igen."),
        *(
            (
                code,
                "behörighet saknas",
                "Ändra mappens rättigheter, eller välj en annan mapp med VAGLED_STORE.",
            )
            for code in (errno.EACCES, errno.EPERM, errno.EROFS)
        ),
        (errno.EIO, os.strerror(errno.EIO), "Kontrollera disken och sökvägen."),
    ],
)
def test_a_refusal_names_the_path_the_reason_and_the_next_step(
    code: int, why: str, hint: str
) -> None:
    refusal = OSError(code, os.strerror(code), "/some/other/path")
    with (
        pytest.raises(StoreError) as caught,
        explain_errors(Path("/the/folder"), "skriva till"),
    ):
        raise refusal
    assert caught.value.message == f"Det går inte att skriva till /the/folder: {why}."
    assert caught.value.hint == hint
    assert caught.value.__cause__ is refusal


def test_who_writes_elsewhere_says_how_to_choose_another_folder() -> None:
    with (
        pytest.raises(StoreError, match=r"Ändra mappens rättigheter, eller välj en med --out\."),
        explain_errors(Path("reports"), "skriva till", elsewhere="välj en med --out"),
    ):
        raise PermissionError(errno.EACCES, "no")


def test_a_refusal_without_a_code_keeps_its_words() -> None:
    with (
        pytest.raises(StoreError, match=r"läsa x: något annat\. Kontrollera disken"),
        explain_errors(Path("x"), "läsa"),
    ):
        raise OSError("något annat")


def test_what_is_no_refusal_of_the_system_keeps_its_own_error() -> None:
    with pytest.raises(StoreError, match=r"^Inte här\.$"), explain_errors(Path("x"), "läsa"):
        raise StoreError("Inte här.")
    with pytest.raises(ZeroDivisionError), explain_errors(Path("x"), "läsa"):
        raise ZeroDivisionError
