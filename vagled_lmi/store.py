"""Keeps every answer of every agency: payloads by sha256, and an append-only log of retrievals.

A folder holds ``payloads/ab/ab12...`` (raw bytes named by their hash), ``log.jsonl`` (one
`Retrieval` a line) and ``log.lock``. Order makes it safe: under the lock the payloads are put in
place first, then all lines of the vintage are appended in one write. A process that dies in between
leaves at worst a payload nobody refers to, a temporary file or a torn end of the log; readers take
no lock, and see a vintage only when all its parts are there.

A line that is not JSON stops the reader, save at the very end of the log, where a crash leaves it:
there it is passed over, and cut off by the next writer. JSON that is not a retrieval (an unknown
key, a bad hash) stops the reader wherever it stands.
"""

from __future__ import annotations

import errno
import gc
import os
import re
import secrets
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Protocol

import filelock
import orjson
import platformdirs

from vagled_lmi import resources
from vagled_lmi.errors import StoreError, UsageError
from vagled_lmi.provenance import Query, Retrieval, sha256

#: How long a writer waits for another writer before it gives up.
LOCK_SECONDS = 120.0

_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)
_DIGEST = re.compile(r"[0-9a-f]{64}")
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_RESTORE = "Återställ filen från en säkerhetskopia"


class Answered(Protocol):
    """One whole answer of an agency, as `Store.add` needs it."""

    @property
    def query(self) -> Query:
        """What was asked."""

    @property
    def payload(self) -> bytes:
        """What was answered, byte for byte."""

    @property
    def media_type(self) -> str:
        """Of the payload."""

    @property
    def updated(self) -> str | None:
        """The agency's own stamp."""

    @property
    def notes(self) -> tuple[str, ...]:
        """The agency's footnotes."""


@dataclass(frozen=True, slots=True)
class Vintage:
    """What a table said at one retrieval: all its parts, in part order.

    `id` is the table, the time and a hash of what was logged: the same answers, the same id.
    """

    table: str
    id: str
    retrieved: str
    retrievals: tuple[Retrieval, ...]


@dataclass(frozen=True, slots=True)
class _Log:
    """The log as last read: `stamp` tells whether it changed since, `last` whether it only grew."""

    stamp: tuple[int, int, int] | None = None
    lines: tuple[Retrieval, ...] = ()
    end: int = 0
    last: bytes = b""


class Archive:
    """A folder of answers that is only read; one that does not exist is empty.

    All but `verify` raise `StoreError` where the log or a payload is damaged or cannot be read.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self._log_path = root / "log.jsonl"
        self._payloads = root / "payloads"
        self._log = _Log()

    def retrievals(self, table: str | None = None) -> list[Retrieval]:
        """Return the log's lines in the order they were written, of one table or of all."""
        self._log = log = _read_log(self._log_path, self._log)
        return [line for line in log.lines if table in (None, line.query.table)]

    def vintages(self, table: str) -> list[Vintage]:
        """Return the complete vintages of a table, oldest first."""
        return sorted(_complete(self.retrievals(table)), key=lambda vintage: vintage.retrieved)

    def latest(self, table: str, as_of: str | None = None) -> Vintage | None:
        """Return the vintage to use: the agency's own before public copies, then the newest.

        Of two retrieved in the same second it is the one logged later. `as_of`, an ISO time (UTC
        where it has no offset) or date (its end, UTC), leaves out what was retrieved after it.

        Raises
        ------
        UsageError
            When `as_of` is neither a time nor a date.
        """
        until = None if as_of is None else _until(as_of)
        found = [v for v in self.vintages(table) if until is None or v.retrieved <= until]
        own = [v for v in found if not any(part.via for part in v.retrievals)]
        return next(reversed(own or found), None)

    def has(self, digest: str) -> bool:
        """Tell whether a payload is there, without reading it."""
        path = self._path(digest)
        with _disk(path, "läsa"):
            return path.is_file()

    def payload(self, digest: str) -> bytes:
        """Return a payload, checked against its hash at every read.

        Raises
        ------
        StoreError
            When `digest` is not 64 hex characters, or the payload is missing, damaged or cannot be
            read.
        """
        payload = self._bytes(digest)
        if payload is not None and sha256(payload) == digest:
            return payload
        tables = sorted({line.query.table for line in self.retrievals() if line.sha256 == digest})
        raise StoreError(
            self._damage(digest, payload, ", ".join(tables) or "okänd tabell"),
            f"Hämta tabellen på nytt. {_RESTORE} om just den årgången behövs.",
        )

    def verify(self) -> list[str]:
        """Read everything again and return the damage, a Swedish sentence each; empty when whole.

        What a killed writer leaves is no damage: a payload that no line refers to, a temporary
        file, lines of an incomplete vintage, a last line without its line end.
        """
        try:
            with _disk(self._log_path, "läsa"):
                data = self._log_path.read_bytes() if self._log_path.exists() else b""
        except StoreError as error:
            return [str(error)]
        lines, bad, torn, _ = _scan(data)
        bad += [number for number in torn if number <= data.count(b"\n")]
        faults = [_line_fault(self._log_path, number) for number in bad]
        for line in {(line.sha256, line.size): line for line in lines}.values():
            try:
                payload = self._bytes(line.sha256)
            except StoreError as error:
                faults.append(str(error))
                continue
            if payload is None or (sha256(payload), len(payload)) != (line.sha256, line.size):
                faults.append(self._damage(line.sha256, payload, line.query.table))
        return faults

    def _bytes(self, digest: str) -> bytes | None:
        path = self._path(digest)
        with _disk(path, "läsa"):
            return path.read_bytes() if path.is_file() else None

    def _damage(self, digest: str, payload: bytes | None, table: str) -> str:
        fault = "saknas" if payload is None else "är skadat, det stämmer inte med loggen"
        return f"Svaret {digest} för {table} {fault}: {self._path(digest)}."

    def _path(self, digest: str) -> Path:
        """Return where a payload lies; a digest from outside must not become any other path."""
        if not _DIGEST.fullmatch(digest):
            raise StoreError(
                f"{digest!r} är inte en SHA-256-summa: 64 tecken av 0-9 och a-f.",
                "Kontrollera hänvisningen till svaret.",
            )
        return self._payloads / digest[:2] / digest


class Store(Archive):
    """An archive that is also written, by any number of processes at once.

    `base` is read as if it were part of it, and never written: the figures of the program itself.
    """

    def __init__(self, root: Path, base: Archive | None = None) -> None:
        super().__init__(root)
        self.base = base
        self._swept = False

    def retrievals(self, table: str | None = None) -> list[Retrieval]:
        """Return the base's lines, then the store's own; what both hold stands once."""
        lines = self.base.retrievals(table) if self.base else []
        known = {(line.vintage, line.part) for line in lines}
        own = super().retrievals(table)
        return lines + [line for line in own if (line.vintage, line.part) not in known]

    def has(self, digest: str) -> bool:
        """Tell whether a payload is in the store or its base, without reading it."""
        return super().has(digest) or (self.base is not None and self.base.has(digest))

    def payload(self, digest: str) -> bytes:
        """Return a payload of the store, or of its base where the store has no whole one."""
        try:
            return super().payload(digest)
        except StoreError:
            if self.base is None or not self.base.has(digest):
                raise
            return self.base.payload(digest)

    def verify(self) -> list[str]:
        """Return the damage in the store, then that in its base, as `Archive.verify`."""
        return super().verify() + (self.base.verify() if self.base else [])

    def add(
        self,
        table: str,
        answers: Sequence[Answered],
        *,
        retrieved: str,
        licence: str,
        via: str = "",
    ) -> Vintage:
        """Keep the answers of one fetch, all parts in order, as a vintage; it is then on disk.

        The same answers at the same time are the same vintage and not logged again. The words are
        those of `Retrieval`.

        Raises
        ------
        ValueError
            When there is no answer, one is of another table, or `retrieved` is in another form.
        StoreError
            When the disk is full, the folder cannot be written, the log is damaged, or another
            writer holds it for over `LOCK_SECONDS`. No line is then added.
        """
        vintage = _vintage(table, answers, retrieved=retrieved, licence=licence, via=via)
        self._keep(vintage, [answer.payload for answer in answers])
        return vintage

    def adopt(self, vintage: Vintage) -> None:
        """Copy a vintage that only the base holds, so that it survives an upgrade of the program.

        Raises
        ------
        StoreError
            When neither the store nor its base has the vintage whole; else as `add`.
        """
        if vintage not in self.vintages(vintage.table):
            raise StoreError(
                f"Årgången {vintage.id} finns inte i arkivet {self.root}.",
                "Hämta tabellen på nytt.",
            )
        self._keep(vintage, [self.payload(part.sha256) for part in vintage.retrievals])

    def _keep(self, vintage: Vintage, payloads: Sequence[bytes]) -> None:
        """Put the payloads in place, then log the vintage, unless it is logged already."""
        lines = b"".join(orjson.dumps(part.to_json()) + b"\n" for part in vintage.retrievals)
        with self._writing():
            self._log = log = _read_log(self._log_path, self._log)
            for part, payload in zip(vintage.retrievals, payloads, strict=True):
                _put(self._path(part.sha256), payload, part.sha256)
            if not _complete(line for line in log.lines if line.vintage == vintage.id):
                self._append(lines, log)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Hold the lock; the kernel lets go of it when the process dies, however it dies."""
        with _disk(self.root, "skriva till"):
            _make_folder(self._payloads)
            lock = filelock.FileLock(self.root / "log.lock")
            try:
                lock.acquire(timeout=LOCK_SECONDS, poll_interval=0.01)
            except filelock.Timeout:
                raise StoreError(
                    f"Ett annat program har skrivit till {self.root} i över {LOCK_SECONDS:g} s.",
                    "Vänta tills det är klart, eller avsluta det, och försök igen.",
                ) from None
            try:
                if not self._swept:  # all write under the lock: what lies here has no live writer
                    for path in self._payloads.glob("*/*.tmp"):
                        path.unlink(missing_ok=True)
                    self._swept = True
                yield
            finally:
                lock.release()

    def _append(self, lines: bytes, log: _Log) -> None:
        """Cut off a torn end, then append in one write; `log` was read under the lock."""
        with self._log_path.open("ab+") as file:
            file.seek(log.end)
            torn = file.read()
        if torn.rpartition(b"\n")[0].strip():  # it has its line end, so it may once have been whole
            _write(self.root / "log.torn", torn)
        unended = log.last and not log.last.endswith(b"\n")
        _write(self._log_path, b"\n" + lines if unended else lines, at=log.end)
        _sync_folder(self.root)


def default_root() -> Path:
    """Return the store's folder: VAGLED_STORE, the checkout's ``data/store``, or the user's own."""
    if chosen := os.environ.get("VAGLED_STORE"):
        return Path(chosen).expanduser()
    if checkout := resources.checkout():
        return checkout / "data" / "store"
    return Path(platformdirs.user_data_dir("vagled_lmi")) / "store"


def open_store() -> Store:
    """Return the user's store on top of the figures that come with the program."""
    return Store(default_root(), base=Archive(resources.snapshot_dir()))


def _vintage(
    table: str, answers: Sequence[Answered], *, retrieved: str, licence: str, via: str
) -> Vintage:
    if not answers or any(answer.query.table != table for answer in answers):
        raise ValueError(f"{table}: needs at least one answer, and all of them of this table")
    if not _TIME.fullmatch(retrieved):
        raise ValueError(f"retrieved must be like 2025-11-03T08:00:00Z, not {retrieved!r}")
    datetime.fromisoformat(retrieved)
    drafts = [
        Retrieval(
            query=answer.query,
            retrieved=retrieved,
            sha256=sha256(answer.payload),
            size=len(answer.payload),
            media_type=answer.media_type,
            vintage="",
            part=part,
            parts=len(answers),
            updated=answer.updated,
            licence=licence,
            notes=tuple(answer.notes),
            via=via,
        )
        for part, answer in enumerate(answers, start=1)
    ]
    body = orjson.dumps([draft.to_json() for draft in drafts], option=orjson.OPT_SORT_KEYS)
    name = f"{table}@{retrieved}-{sha256(body)[:12]}"
    return Vintage(table, name, retrieved, tuple(replace(draft, vintage=name) for draft in drafts))


def _complete(lines: Iterable[Retrieval]) -> list[Vintage]:
    """Return the vintages all of whose parts are among the lines, in the order they became so."""
    seen: dict[str, dict[int, Retrieval]] = {}
    whole: dict[str, Vintage] = {}
    for line in lines:
        parts = seen.setdefault(line.vintage, {})
        parts[line.part] = line
        if line.vintage not in whole and len(parts) == line.parts:
            ordered = tuple(parts[part] for part in sorted(parts))
            whole[line.vintage] = Vintage(line.query.table, line.vintage, line.retrieved, ordered)
    return list(whole.values())


def _until(as_of: str) -> str:
    """Return the last second that counts, in the log's form, so that text compares as time."""
    with suppress(ValueError):
        return f"{date.fromisoformat(as_of)}T23:59:59Z"
    try:
        moment = datetime.fromisoformat(as_of)
        moment = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        raise UsageError(
            f'Tidpunkten "{as_of}" går inte att läsa.',
            "Skriv ett datum (2025-11-03) eller en tid (2025-11-03T08:00:00Z).",
        ) from None
    return f"{moment.replace(tzinfo=None, microsecond=0).isoformat()}Z"


def _read_log(path: Path, old: _Log) -> _Log:
    """Read what was appended since `old`, or all of it where the log changed in another way."""
    with _disk(path, "läsa"):
        try:
            file = path.open("rb")
        except FileNotFoundError:
            return _Log()
        with file:
            status = os.fstat(file.fileno())
            stamp = (status.st_size, status.st_mtime_ns, status.st_ino)
            if stamp == old.stamp:
                return old
            file.seek(old.end - len(old.last))
            grown = file.read(len(old.last)) == old.last
            data = file.read() if grown else b""
    if not grown:
        return _read_log(path, _Log())
    lines, bad, _, end = _scan(data)
    if bad and old.end:
        return _read_log(path, _Log())  # for the right line number
    if bad:
        raise StoreError(
            _line_fault(path, bad[0]),
            f"{_RESTORE}, eller ta bort raden: svaren själva ligger kvar.",
        )
    last = data[data.rfind(b"\n", 0, max(end - 1, 0)) + 1 : end] or old.last
    return _Log(stamp, (*old.lines, *lines), old.end + end, last)


def _line_fault(path: Path, number: int) -> str:
    return f"Rad {number} i {path} går inte att läsa."


@contextmanager
def _no_collection() -> Iterator[None]:
    """Pause the search for garbage: what is made while the log is read stays, and it costs 30 %."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


@_no_collection()
def _scan(data: bytes) -> tuple[list[Retrieval], list[int], list[int], int]:
    """Return the lines, the numbers of damaged and of torn ones, and where the last JSON ends."""
    lines: list[Retrieval] = []
    bad: list[int] = []
    torn: list[int] = []
    end = position = 0
    for number, line in enumerate(data.split(b"\n"), start=1):
        position += len(line) + 1
        if not line.strip():
            continue
        try:
            plain = orjson.loads(line)
        except orjson.JSONDecodeError:
            torn.append(number)
            continue
        bad += torn  # JSON follows, so these are not the end that a crash leaves
        torn.clear()
        end = min(position, len(data))
        try:
            lines.append(_retrieval(plain))
        except (AttributeError, KeyError, TypeError, ValueError):
            bad.append(number)
    return lines, bad, torn, end


def _retrieval(plain: Any) -> Retrieval:
    """Read one line; what later becomes a path, a sort key or a count is checked here."""
    line = Retrieval.from_json(plain)
    named = isinstance(plain["vintage"], str) and isinstance(plain["query"]["table"], str)
    dated = _DIGEST.fullmatch(line.sha256) and _TIME.fullmatch(line.retrieved)
    if not (named and dated and 1 <= line.part <= line.parts):
        raise ValueError(plain)
    return line


def _put(path: Path, payload: bytes, digest: str) -> None:
    """Put a payload in its place, whole or not at all; a damaged one is replaced."""
    if not path.is_file() or sha256(path.read_bytes()) != digest:
        _make_folder(path.parent)
        temporary = path.with_name(f"{digest}.{secrets.token_hex(8)}.tmp")
        try:
            _write(temporary, payload)
            if sha256(temporary.read_bytes()) != digest:
                raise OSError(errno.EIO, "det som lästes tillbaka är inte det som skrevs")
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
    _sync_folder(path.parent)


def _write(path: Path, data: bytes, at: int | None = None) -> None:
    """Append to a file, first cut at byte `at`, and flush to disk; what fails is taken back."""
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


def _make_folder(folder: Path) -> None:
    if not folder.is_dir():
        _make_folder(folder.parent)
        folder.mkdir(exist_ok=True)
        _sync_folder(folder.parent)


def _sync_folder(folder: Path) -> None:
    """Make the names in a folder survive a power cut; Windows has no such call."""
    if os.name != "nt":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def _disk(path: Path, verb: str) -> Iterator[None]:
    """Turn what the operating system refuses into a `StoreError` that names the path."""
    try:
        yield
    except OSError as error:
        why, hint = error.strerror or str(error), "Kontrollera disken och sökvägen."
        if error.errno in _FULL:
            why, hint = "disken är full", "Frigör utrymme och försök igen."
        elif error.errno in _FORBIDDEN:
            why = "behörighet saknas"
            hint = "Ändra mappens rättigheter, eller välj en annan mapp med VAGLED_STORE."
        raise StoreError(f"Det går inte att {verb} {path}: {why}.", hint) from error
