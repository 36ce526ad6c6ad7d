"""Puts files on disk whole or not at all, and so that they survive a power cut.

To change here: how a file is written, flushed, checked, moved into place or taken back, and what
the user is told when the operating system refuses. What a file holds, and who may write it when, is
for those who call. All but `explain_errors` raise `OSError`: only the caller knows which path means
something to its user, and wraps what belongs together in one `explain_errors`.
"""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from vagled_lmi.errors import StoreError

#: How the name of a file ends that is not yet in its place; a writer that is killed leaves it.
TEMPORARY_SUFFIX = ".tmp"

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


@contextmanager
def explain_errors(
    path: Path, verb: str, *, elsewhere: str = "välj en annan mapp med VAGLED_STORE"
) -> Iterator[None]:
    """Turn what the operating system refuses into an error that names a path and the next step.

    Parameters
    ----------
    path : Path
        The file or folder to name.
    verb : str
        What was tried: ``Det går inte att VERB PATH``.
    elsewhere : str
        How to choose another folder, the way out where permission is missing.

    Raises
    ------
    StoreError
        For every `OSError` of the block.
    """
    try:
        yield
    except OSError as error:
        why, hint = error.strerror or str(error), "Kontrollera disken och sökvägen."
        if error.errno in _FULL:
            why, hint = "disken är full", "Frigör utrymme och försök igen."
        elif error.errno in _FORBIDDEN:
            why, hint = "behörighet saknas", f"Ändra mappens rättigheter, eller {elsewhere}."
        raise StoreError(f"Det går inte att {verb} {path}: {why}.", hint) from error


def write_atomic(path: Path, data: bytes) -> None:
    """Put a file in its place, whole or not at all, folders included; it is then on disk.

    What stands there stays until the new file is written, flushed and read back; where it holds the
    same bytes already, it is left alone.

    Raises
    ------
    OSError
        When the system refuses, or what is read back is not what was written.
    """
    if not path.is_file() or path.read_bytes() != data:
        make_folder(path.parent)
        temporary = path.with_name(f"{path.name}.{secrets.token_hex(8)}{TEMPORARY_SUFFIX}")
        try:
            append(temporary, data)
            if temporary.read_bytes() != data:
                raise OSError(errno.EIO, "det som lästes tillbaka är inte det som skrevs")
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
    sync_folder(path.parent)  # also where it stood there: who wrote it may have died before this


def append(path: Path, data: bytes, at: int | None = None) -> None:
    """Append to a file, first cut at byte `at`, and flush it; `sync_folder` keeps a new name.

    Raises
    ------
    OSError
        When the system refuses; what was appended is then taken back.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)  # for Windows
    handle = os.open(path, flags, 0o666)
    try:
        before = os.fstat(handle).st_size
        if at is not None and at != before:
            os.ftruncate(handle, at)
            before = at
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(handle, rest) :]
            os.fsync(handle)
        except BaseException:
            with suppress(OSError):
                os.ftruncate(handle, before)
            raise
    finally:
        os.close(handle)


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, each safe on disk before the next."""
    if not folder.is_dir():
        make_folder(folder.parent)
        folder.mkdir(exist_ok=True)
        sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder survive a power cut; Windows has no such call."""
    if os.name != "nt":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
