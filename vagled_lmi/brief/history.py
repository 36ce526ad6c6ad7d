"""Which earlier brief a brief is compared with: a file, the one in its place, or a date."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from vagled_lmi.brief import document as documents
from vagled_lmi.brief import earlier as earliers
from vagled_lmi.brief.document import Document
from vagled_lmi.brief.earlier import Earlier
from vagled_lmi.errors import TraceError, UsageError, VagledError
from vagled_lmi.provenance import sha256
from vagled_lmi.store import Archive
from vagled_lmi.vintages import end_of

DOCUMENT = "document.json"
_LARGEST_FILE = 100_000_000

#: Why there is nothing to compare with.
Why = Literal["first", "unreadable", "unknown", ""]


@dataclass(frozen=True, slots=True)
class Basis:
    """What a brief is compared with.

    Attributes
    ----------
    earlier : Earlier or None
        None where there is nothing.
    why : {'first', 'unreadable', 'unknown', ''}
        Why there is nothing: no earlier brief, one that cannot be read, or nothing in the store.
    before : Earlier or None
        What the earlier brief itself was compared with, where it is the one that will be replaced.
    replaces : bool
        Whether it is: a brief that is made again from the same answers says the same again.
    """

    earlier: Earlier | None
    why: Why = ""
    before: Earlier | None = None
    replaces: bool = False


def payload(path: Path) -> bytes:
    """Return the bytes of a brief's document, from ``document.json`` or out of its PDF.

    Raises
    ------
    TraceError
        When there is no such file, or it is too large to be a brief.
    """
    try:
        size = path.stat().st_size
        found = path.read_bytes() if size <= _LARGEST_FILE else b""
    except OSError as error:
        raise TraceError(
            f"Filen {path} går inte att läsa: {error.strerror}.",
            "Gör en brief först: vagled brief uppsala",
        ) from error
    if size > _LARGEST_FILE:
        raise TraceError(f"Filen {path} är för stor för en brief ({size} byte).")
    if found.startswith(b"%PDF"):
        # late: a notebook that reads no PDF does not pay for what draws them
        from vagled_lmi.brief import pdf  # noqa: PLC0415

        return pdf.attached_document(found)
    return found


def read(path: Path) -> Document:
    """Return a brief's document; raises TraceError or RenderError where the file holds none."""
    return documents.from_bytes(payload(path))


def is_time(previous: str) -> bool:
    """Return whether a text is an ISO date or time, not a file."""
    with suppress(UsageError):
        return bool(end_of(previous))
    return False


def find(previous: str, tables: Iterable[str], store: Archive) -> Basis:
    """Find what a brief is compared with.

    Parameters
    ----------
    previous : str
        An ISO date or time; the file of an earlier brief; the folder that the brief will be put
        in, where an earlier one may lie; or empty.
    tables : iterable of str
        What the brief's numbers rest on, to be looked up at a time.
    store : Archive
        Where their answers lie.

    Raises
    ------
    TraceError, RenderError
        When a file holds no brief.
    """
    if not previous:
        return Basis(None, "first")
    if is_time(previous):
        known = earliers.known_at(previous, tables, store)
        return Basis(known) if known.retrievals else Basis(None, "unknown")
    path = Path(previous)
    if not path.is_dir():
        found = payload(path)
        return Basis(earliers.of_document(documents.from_bytes(found), sha256(found)))
    if not (path / DOCUMENT).is_file():
        return Basis(None, "first")
    try:
        found = payload(path / DOCUMENT)
        document = documents.from_bytes(found)
    except VagledError:
        return Basis(None, "unreadable")
    before = document.get("previous")
    return Basis(
        earliers.of_document(document, sha256(found)),
        before=earliers.from_json(before) if before else None,
        replaces=True,
    )
