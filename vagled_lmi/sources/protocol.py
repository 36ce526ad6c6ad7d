"""What every agency's module offers: a name, its tables, `fetch` and `parse`.

An agency's module defines ``AGENCY`` (an `Agency`) and ``TABLES`` (a tuple of `TableSpec`), and

``fetch(inquiry, send) -> Iterator[Answer]``
    Ask the agency for one table, one answer at a time. `send` is the only way out; an answer is
    whole or it raises.
``parse(payloads, spec) -> pandas.DataFrame``
    Turn the stored payloads of one vintage into a tidy frame, before the contract is checked.

and, where the agency describes its tables,

``contract(payloads, spec) -> Contract``
    Read what the payloads of one vintage, or of `probe`, say of the table itself.
``probe(inquiry, send) -> list[bytes]``
    Ask only for what the table says of itself: payloads for `contract`.

and, where the agency's tables are found by its own ids,

``search(agency, words, send) -> Iterator[Listed]``
    Ask which tables the agency has about something.

and, where there is more to tell of what came,

``remarks(table) -> tuple of str``
    Say in Swedish what whoever fetched a table should know: codes that have moved, for instance.

and, where a user's file is too large to be kept,

``take(spec, store, path, now) -> Vintage``
    Read what the table needs of the file, and keep only that.

All are pure but for `send`: they open no socket and write no file.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Protocol, cast

import pandas as pd

from vagled_lmi.codes import within
from vagled_lmi.contracts import Contract
from vagled_lmi.provenance import Query, Retrieval
from vagled_lmi.session import Request, Response
from vagled_lmi.store import Store
from vagled_lmi.tables import Table, TableSpec
from vagled_lmi.vintages import Vintage

Send = Callable[[Request], Response]
#: Called with (answers so far, answers in all, what is asked for now).
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Agency:
    """A source of official statistics.

    Attributes
    ----------
    key : str
        First part of its tables' ids, ``scb``.
    name : str
        As cited, ``SCB``.
    url : str
        Base address of its main service, without a trailing slash.
    variable : str
        Environment variable that overrides `url`, ``VAGLED_SCB_URL``.
    contact : str
        Where its users ask, for messages.
    language : str
        In which it is asked to answer, where it has several: ``sv``, ``no``, ``en``.
    services : dict of str to str
        Its other services by name, each with a base address of its own.
    """

    key: str
    name: str
    url: str
    variable: str
    contact: str = ""
    language: str = "sv"
    services: Mapping[str, str] = field(default_factory=dict)

    def variable_of(self, service: str) -> str:
        """Return the environment variable that overrides a service's address.

        The last part names the service: ``VAGLED_AF_URL_JOBSEARCH``.
        """
        return f"{self.variable}_{service.upper()}" if service else self.variable

    def address(self, service: str = "") -> str:
        """Return a service's base address, without a trailing slash.

        From its own environment variable; else, where the agency's is set, ``/service`` under it,
        so that one address can stand in for a whole agency; else as declared.
        """
        own, common = (os.environ.get(self.variable_of(part), "") for part in (service, ""))
        if own or not service:
            return (own or self.url).rstrip("/")
        return f"{common.rstrip('/')}/{service}" if common else self.services[service].rstrip("/")


@dataclass(frozen=True, slots=True)
class Inquiry:
    """What is wanted of a table, and what is known of it already.

    Attributes
    ----------
    spec : TableSpec
        The table.
    agency : Agency
        Whose it is.
    day : str
        Today, ISO date: for answers that hold for a day.
    regions, periods : tuple of str
        What the fetch is narrowed to; empty for all that is declared. A year stands for its months
        and quarters too.
    known : tuple of Retrieval
        The agency's own newest vintage of the same scope; empty where there is none.
    pinned : Contract or None
        What the table said of itself when its identity was last settled.
    ids : tuple of str
        The agency's own ids that someone has chosen, ``TAB1234``, or ``YREG60N=TAB1234`` where the
        table is fetched from several of the agency's.
    """

    spec: TableSpec
    agency: Agency
    day: str
    regions: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    known: tuple[Retrieval, ...] = ()
    pinned: Contract | None = None
    ids: tuple[str, ...] = ()

    @property
    def scope(self) -> dict[str, tuple[str, ...]]:
        """What the fetch is narrowed to, for `Query.scope`."""
        named = {"region": self.regions, "period": self.periods}
        kinds = {dimension.name: dimension.kind for dimension in self.spec.dimensions}
        # a column of foreign regions has another kind: "03" is Uppsala län, and Oslo
        return {name: codes for name, codes in named.items() if codes and kinds.get(name) == name}

    def wants(self, period: str) -> bool:
        """Return whether a period lies within `periods`."""
        return not self.periods or within(period, self.periods)


@dataclass(frozen=True, slots=True)
class Answer:
    """One whole answer, ready for the store.

    Attributes
    ----------
    query : Query
        What was asked, with the inquiry's scope.
    payload : bytes
        What was answered; where personal data has been cut away, what is left.
    media_type : str
        Of the payload.
    updated : str or None
        The agency's own stamp, ISO 8601.
    notes : tuple of str
        The agency's footnotes.
    whole : int
        Answers expected in all, as far as is known; 0 where it is not.
    """

    query: Query
    payload: bytes
    media_type: str
    updated: str | None = None
    notes: tuple[str, ...] = ()
    whole: int = 0


@dataclass(frozen=True, slots=True)
class Listed:
    """A table as the agency lists it.

    Attributes
    ----------
    id, label : str
        The agency's own.
    updated : str
        Its stamp of last update; empty where it gives none.
    first, last : str
        Codes of its first and last periods; empty where it does not say.
    unit : str
        How often it has a period, in the agency's word: ``Monthly``.
    variables : tuple of str
        Names of its dimensions, in the agency's language.
    discontinued : bool
        Whether the agency says that it is.
    """

    id: str
    label: str
    updated: str = ""
    first: str = ""
    last: str = ""
    unit: str = ""
    variables: tuple[str, ...] = ()
    discontinued: bool = False


class UnchangedError(Exception):
    """The agency says that nothing has changed since `Inquiry.known`: raised by `fetch`."""


class Source(Protocol):
    """The shape of an agency's module."""

    AGENCY: Agency
    TABLES: tuple[TableSpec, ...]

    @staticmethod
    def fetch(inquiry: Inquiry, send: Send) -> Iterator[Answer]:
        """Ask the agency for one table."""

    @staticmethod
    def parse(payloads: Sequence[bytes], spec: TableSpec) -> pd.DataFrame:
        """Read one vintage's payloads."""


class Describing(Source, Protocol):
    """A module of an agency that describes its tables."""

    @staticmethod
    def probe(inquiry: Inquiry, send: Send) -> list[bytes]:
        """Ask only for what the table says of itself."""

    @staticmethod
    def contract(payloads: Sequence[bytes], spec: TableSpec) -> Contract:
        """Read what payloads say of the table itself."""


class Searchable(Source, Protocol):
    """A module of an agency whose tables are found by its own ids."""

    @staticmethod
    def search(agency: Agency, words: str, send: Send) -> Iterator[Listed]:
        """Ask which tables the agency has about something."""


class Remarking(Source, Protocol):
    """A module with more to tell of what came."""

    @staticmethod
    def remarks(table: Table) -> tuple[str, ...]:
        """Say what whoever fetched a table should know."""


class Taking(Source, Protocol):
    """A module that keeps only a part of a user's file."""

    @staticmethod
    def take(spec: TableSpec, store: Store, path: Path, now: str) -> Vintage:
        """Read what the table needs of the file, and keep only that."""


def as_source(module: ModuleType) -> Source:
    """Return an agency's module as a `Source`."""
    return cast(Source, module)


def as_describing(source: Source) -> Describing | None:
    """Return a source that describes its tables; None for one that does not."""
    return cast(Describing, source) if hasattr(source, "contract") else None


def as_searchable(source: Source) -> Searchable | None:
    """Return a source whose tables can be searched; None for one whose cannot."""
    return cast(Searchable, source) if hasattr(source, "search") else None


def as_taking(source: Source) -> Taking | None:
    """Return a source that keeps only a part of a user's file; None for one that keeps it all."""
    return cast(Taking, source) if hasattr(source, "take") else None


def as_remarking(source: Source) -> Remarking | None:
    """Return a source with more to tell; None for one without."""
    return cast(Remarking, source) if hasattr(source, "remarks") else None
