"""The answers of one fetch on their way into a store: put away as they come, logged at the end.

A fetch of any number of answers holds one at a time in memory. Without a `commit` the store is left
as it was; a process that dies leaves payloads that no line refers to, which is no damage.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from types import TracebackType
from typing import Self, overload

from vagled_lmi.errors import StoreError
from vagled_lmi.provenance import Retrieval
from vagled_lmi.store import Answered, Archive, Store, draft
from vagled_lmi.vintages import Vintage, compose


class Payloads(Sequence[bytes]):
    """Stored payloads in order, each read, and checked against its hash, when it is asked for."""

    def __init__(self, archive: Archive, digests: Sequence[str]) -> None:
        self._archive = archive
        self._digests = tuple(digests)

    def __len__(self) -> int:
        return len(self._digests)

    @overload
    def __getitem__(self, at: int) -> bytes: ...

    @overload
    def __getitem__(self, at: slice) -> Payloads: ...

    def __getitem__(self, at: int | slice) -> bytes | Payloads:
        if isinstance(at, slice):
            return Payloads(self._archive, self._digests[at])
        return self._archive.payload(self._digests[at])

    def __iter__(self) -> Iterator[bytes]:
        return map(self._archive.payload, self._digests)


class Incoming:
    """One fetch of one table.

    Parameters
    ----------
    store : Store
        Where the answers go.
    table : str
        Id of the `TableSpec`.
    retrieved : str
        Time of the fetch, UTC, ISO 8601 to the second with ``Z``.
    licence : str
        ``CC0`` or the agency's words.
    """

    def __init__(self, store: Store, table: str, *, retrieved: str, licence: str) -> None:
        self._store = store
        self._table = table
        self._retrieved = retrieved
        self._licence = licence
        self._drafts: list[Retrieval] = []
        self._new: list[str] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        if self._new:
            with suppress(StoreError):  # a payload that no line refers to is no damage
                self._store.discard(self._new)

    def keep(self, answer: Answered) -> None:
        """Put one answer away; it need not be held in memory any more.

        Raises
        ------
        StoreError
            When the disk is full or the folder cannot be written.
        """
        line = draft(answer, retrieved=self._retrieved, licence=self._licence, via="")
        if self._store.put_away(answer.payload):
            self._new.append(line.sha256)
        self._drafts.append(line)

    @property
    def payloads(self) -> Payloads:
        """What has been kept so far."""
        return Payloads(self._store, [line.sha256 for line in self._drafts])

    def commit(self) -> Vintage:
        """Log what was kept as one vintage; it is then on disk.

        Raises
        ------
        ValueError
            When nothing was kept, or an answer is of another table.
        StoreError
            When the log is damaged or cannot be written. No line is then added.
        """
        vintage = compose(self._table, self._drafts)
        self._store.log(vintage)
        self._new.clear()
        return vintage
