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

All are pure but for `send`: they open no socket and write no file.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import ModuleType
from typing import Protocol, cast

import pandas as pd

from vagled_lmi.codes import within
from vagled_lmi.contracts import Contract
from vagled_lmi.provenance import Query, Retrieval
from vagled_lmi.session import Request, Response
from vagled_lmi.tables import TableSpec

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
    services : dict of str to str
        Its other services by name, each with a base address of its own.
    """

    key: str
    name: str
    url: str
    variable: str
    contact: str = ""
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
    """

    spec: TableSpec
    agency: Agency
    day: str
    regions: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    known: tuple[Retrieval, ...] = ()
    pinned: Contract | None = None

    @property
    def scope(self) -> dict[str, tuple[str, ...]]:
        """What the fetch is narrowed to, for `Query.scope`."""
        named = {"region": self.regions, "period": self.periods}
        return {name: codes for name, codes in named.items() if codes and name in self.spec.keys}

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


def as_source(module: ModuleType) -> Source:
    """Return an agency's module as a `Source`."""
    return cast(Source, module)


def as_describing(source: Source) -> Describing | None:
    """Return a source that describes its tables; None for one that does not."""
    return cast(Describing, source) if hasattr(source, "contract") else None
