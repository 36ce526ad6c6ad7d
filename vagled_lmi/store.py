"""Keeps every answer of every agency: payloads by sha256, and an append-only log of retrievals.

A folder holds ``payloads/ab/ab12...`` (raw bytes named by their hash), ``log.jsonl`` (one
`Retrieval` a line) and ``log.lock``. Order makes it safe: under the lock the payloads are put in
place first, then all lines of the vintage are appended in one write. A process that dies in between
leaves at worst a payload nobody refers to, a temporary file or a torn end of the log; readers take
no lock, and see a vintage only when all its parts are there.

To change here: what a vintage is, which one counts, where payloads lie, who may write when. How
bytes reach the disk is for `vagled_lmi.disk`, how a line of the log is read and healed for
`vagled_lmi.store_log`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

import filelock
import orjson
import platformdirs

from vagled_lmi import resources
from vagled_lmi.disk import TEMPORARY_SUFFIX, explain_errors, make_folder, write_atomic
from vagled_lmi.errors import StoreError
from vagled_lmi.provenance import Query, Retrieval, sha256
from vagled_lmi.store_log import DIGEST, RetrievalLog
from vagled_lmi.vintages import Vintage, complete, compose, end_of, in_use

#: How long a writer waits for another writer before it gives up.
LOCK_SECONDS = 120.0


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


class Archive:
    """A folder of answers that is only read; one that does not exist is empty.

    All but `verify` raise `StoreError` where the log or a payload is damaged or cannot be read.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self._payloads = root / "payloads"
        self._log = RetrievalLog(root / "log.jsonl")

    def retrievals(self, table: str | None = None) -> list[Retrieval]:
        """Return the log's lines in the order they were written, of one table or of all."""
        return [line for line in self._log.read().lines if table in (None, line.query.table)]

    def vintages(self, table: str) -> list[Vintage]:
        """Return the complete vintages of a table, oldest first."""
        return sorted(complete(self.retrievals(table)), key=lambda vintage: vintage.retrieved)

    def in_use(self, table: str, as_of: str | None = None) -> tuple[Vintage, ...]:
        """Return what a table is read from: a whole vintage, and narrowed ones after it.

        Of two retrieved in the same second the one logged later is the newer. `as_of`, an ISO time
        (UTC where it has no offset) or date (its end, UTC), leaves out what was retrieved after it.

        Raises
        ------
        UsageError
            When `as_of` is neither a time nor a date.
        """
        until = None if as_of is None else end_of(as_of)
        return in_use([v for v in self.vintages(table) if until is None or v.retrieved <= until])

    def latest(self, table: str, as_of: str | None = None) -> Vintage | None:
        """Return the newest vintage in use, or None where there is none; as `in_use`."""
        return next(reversed(self.in_use(table, as_of)), None)

    def state(self, name: str) -> dict[str, Any]:
        """Return what is remembered beside the log under a name, by table; empty where nothing is.

        Raises
        ------
        StoreError
            When the file is damaged or cannot be read.
        """
        path = self.root / f"{name}.json"
        with explain_errors(path, "läsa"):
            text = path.read_bytes() if path.is_file() else b"{}"
        try:
            state = orjson.loads(text)
        except orjson.JSONDecodeError:
            state = None
        if not isinstance(state, dict):
            raise StoreError(f"Filen {path} är skadad.", "Ta bort den; svaren själva ligger kvar.")
        return state

    def has(self, digest: str) -> bool:
        """Tell whether a payload is there, without reading it."""
        path = self._path(digest)
        with explain_errors(path, "läsa"):
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
            "Hämta tabellen på nytt. Återställ filen från en säkerhetskopia om just den årgången "
            "behövs.",
        )

    def verify(self) -> list[str]:
        """Read everything again and return the damage, a Swedish sentence each; empty when whole.

        What a killed writer leaves is no damage: a payload that no line refers to, a temporary
        file, lines of an incomplete vintage, a last line without its line end.
        """
        lines, faults = self._log.check()
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
        with explain_errors(path, "läsa"):
            return path.read_bytes() if path.is_file() else None

    def _damage(self, digest: str, payload: bytes | None, table: str) -> str:
        fault = "saknas" if payload is None else "är skadat, det stämmer inte med loggen"
        return f"Svaret {digest} för {table} {fault}: {self._path(digest)}."

    def _path(self, digest: str) -> Path:
        """Return where a payload lies; a digest from outside must not become any other path."""
        if not DIGEST.fullmatch(digest):
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
        """Return the store's own lines, then the base's; what both hold stands once.

        The base last: of two copies compiled on the same day the program's present one is newer
        than one adopted from an earlier program.
        """
        lines = self.base.retrievals(table) if self.base else []
        known = {(line.vintage, line.part) for line in lines}
        own = super().retrievals(table)
        return [line for line in own if (line.vintage, line.part) not in known] + lines

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
        drafts = [draft(a, retrieved=retrieved, licence=licence, via=via) for a in answers]
        vintage = compose(table, drafts)
        with self._writing():
            for answer, part in zip(answers, vintage.retrievals, strict=True):
                write_atomic(self._path(part.sha256), answer.payload)
            self._append(vintage)
        return vintage

    def remember(self, name: str, table: str, what: object) -> None:
        """Put plain data beside the log under a name and a table, or take it away with None."""
        with self._writing():
            state = self.state(name)
            if what is None and table not in state:
                return
            state[table] = what
            kept = {key: state[key] for key in sorted(state) if state[key] is not None}
            text = orjson.dumps(kept, option=orjson.OPT_INDENT_2)
            write_atomic(self.root / f"{name}.json", text + b"\n")

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
        payloads = [self.payload(part.sha256) for part in vintage.retrievals]
        with self._writing():
            for part, payload in zip(vintage.retrievals, payloads, strict=True):
                write_atomic(self._path(part.sha256), payload)
            self._append(vintage)

    def put_away(self, payload: bytes) -> bool:
        """Put a payload in its place; return whether it is new there. No line refers to it yet."""
        path = self._path(sha256(payload))
        with self._writing():
            new = not path.is_file()
            write_atomic(path, payload)
        return new

    def log(self, vintage: Vintage) -> None:
        """Log a vintage whose payloads are all in place, unless it is logged already.

        Raises
        ------
        StoreError
            When a payload is not there; else as `add`.
        """
        with self._writing():
            for part in vintage.retrievals:
                if not self._path(part.sha256).is_file():
                    raise StoreError(
                        self._damage(part.sha256, None, vintage.table), "Hämta tabellen på nytt."
                    )
            self._append(vintage)

    def discard(self, digests: Sequence[str]) -> None:
        """Take away payloads that no line refers to."""
        with self._writing():
            known = {line.sha256 for line in self._log.read().lines}
            for digest in set(digests) - known:
                self._path(digest).unlink(missing_ok=True)

    def _append(self, vintage: Vintage) -> None:
        log = self._log.read()
        if not complete(line for line in log.lines if line.vintage == vintage.id):
            self._log.append(vintage.retrievals, log)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Hold the lock; the kernel lets go of it when the process dies, however it dies."""
        with explain_errors(self.root, "skriva till"):
            make_folder(self._payloads)
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
                    for path in self._payloads.glob(f"*/*{TEMPORARY_SUFFIX}"):
                        path.unlink(missing_ok=True)
                    self._swept = True
                yield
            finally:
                lock.release()


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


def draft(answer: Answered, *, retrieved: str, licence: str, via: str) -> Retrieval:
    """Return the log's line about one answer, its vintage and place in it not yet filled."""
    return Retrieval(
        query=answer.query,
        retrieved=retrieved,
        sha256=sha256(answer.payload),
        size=len(answer.payload),
        media_type=answer.media_type,
        vintage="",
        updated=answer.updated,
        licence=licence,
        notes=tuple(answer.notes),
        via=via,
    )
