"""What every agency's module offers: a name, its tables, `fetch` and `parse`.

An agency's module defines ``AGENCY`` (an `Agency`) and ``TABLES`` (a tuple of `TableSpec`), and

``fetch(spec, agency_url, send, progress) -> list[Answer]``
    Ask the agency for one table. `send` is the only way out; every answer is whole or it raises.
``parse(spec, payloads) -> pandas.DataFrame``
    Turn the stored payloads of one vintage into a tidy frame, before the contract is checked.

Both are pure but for `send`: they open no socket and write no file.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Protocol, cast

import pandas as pd

from vagled_lmi.provenance import Query
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
        Base address of its API, without a trailing slash.
    variable : str
        Environment variable that overrides `url`, ``VAGLED_SCB_URL``.
    contact : str
        Where its users ask, for messages.
    """

    key: str
    name: str
    url: str
    variable: str
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """One whole answer, ready for the store."""

    query: Query
    payload: bytes
    media_type: str
    updated: str | None = None
    notes: tuple[str, ...] = ()


class Source(Protocol):
    """The shape of an agency's module."""

    AGENCY: Agency
    TABLES: tuple[TableSpec, ...]

    @staticmethod
    def fetch(spec: TableSpec, agency_url: str, send: Send, progress: Progress) -> list[Answer]:
        """Ask the agency for one table."""

    @staticmethod
    def parse(spec: TableSpec, payloads: Sequence[bytes]) -> pd.DataFrame:
        """Read one vintage's payloads."""


def as_source(module: ModuleType) -> Source:
    """Return an agency's module as a `Source`."""
    return cast(Source, module)
