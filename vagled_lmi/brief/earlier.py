"""What a brief is compared with: an earlier brief, or what the store knew at a time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from vagled_lmi.brief.document import Document
from vagled_lmi.codes import Period
from vagled_lmi.indicators.protocol import Number
from vagled_lmi.provenance import Retrieval
from vagled_lmi.store import Archive
from vagled_lmi.vintages import Vintage, end_of

Value = float | str | None


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier brief, or what the store knew at a time.

    Attributes
    ----------
    when : str
        When the brief was made, or the time itself: UTC, ISO 8601.
    sha256 : str
        Of the brief's document; empty where it is a time.
    numbers : dict of str to value
        What the brief stated, by address; empty where it is a time.
    retrievals : dict of str to tuple of Retrieval
        What each table was read from.
    """

    when: str
    sha256: str
    numbers: Mapping[str, Value]
    retrievals: Mapping[str, tuple[Retrieval, ...]]

    def period_of(self, number: Number) -> str:
        """Return the newest period that a number is stated for; empty where it is not stated."""
        measure, key = _place(number.address)
        key.pop("period", None)
        stated = (_place(at) for at in self.numbers if at.startswith(f"{measure}?"))
        periods = [
            Period(period)
            for _, other in stated
            if (period := other.pop("period", "")) and other == key
        ]
        return max(periods).code if periods else ""

    def vintages(self, table: str) -> list[Vintage]:
        """Return what a table was read from, in the order that each covers those before it."""
        return vintages_of(self.retrievals.get(table, ()))

    def narrowed(self, addresses: Iterable[str], tables: Iterable[str]) -> Earlier:
        """Return the same with these numbers and tables alone."""
        return Earlier(
            self.when,
            self.sha256,
            {at: self.numbers[at] for at in addresses if at in self.numbers},
            {t: self.retrievals[t] for t in dict.fromkeys(tables) if t in self.retrievals},
        )

    def to_json(self) -> dict[str, Any]:
        """Return it as the document's schema has it."""
        return {
            "when": self.when,
            "sha256": self.sha256,
            "numbers": dict(self.numbers),
            "retrievals": [part.to_json() for parts in self.retrievals.values() for part in parts],
        }


def from_json(stated: Mapping[str, Any]) -> Earlier:
    """Read what `Earlier.to_json` wrote."""
    retrievals = [Retrieval.from_json(part) for part in stated["retrievals"]]
    return Earlier(stated["when"], stated["sha256"], stated["numbers"], _by_table(retrievals))


def of_document(document: Document, sha256: str) -> Earlier:
    """Return a brief as what another is compared with."""
    return Earlier(
        document["built"],
        sha256,
        {at: number["value"] for at, number in document["numbers"].items()},
        _by_table(
            Retrieval.from_json(part)
            for source in document["sources"]
            for part in source["retrievals"]
        ),
    )


def known_at(when: str, tables: Iterable[str], store: Archive) -> Earlier:
    """Return what a store knew of tables at an ISO date (its end) or time.

    Raises
    ------
    UsageError
        When `when` is neither.
    """
    last = end_of(when)
    found = {table: store.in_use(table, last) for table in tables}
    retrievals = {
        table: tuple(part for vintage in vintages for part in vintage.retrievals)
        for table, vintages in found.items()
        if vintages
    }
    return Earlier(last, "", {}, retrievals)


def vintages_of(retrievals: Sequence[Retrieval]) -> list[Vintage]:
    """Return the vintages that retrievals of one table belong to, in their order."""
    found: dict[str, list[Retrieval]] = {}
    for retrieval in retrievals:
        found.setdefault(retrieval.vintage, []).append(retrieval)
    return [
        Vintage(parts[0].query.table, name, max(r.retrieved for r in parts), tuple(parts))
        for name, parts in found.items()
    ]


def _by_table(retrievals: Iterable[Retrieval]) -> dict[str, tuple[Retrieval, ...]]:
    found: dict[str, list[Retrieval]] = {}
    for retrieval in retrievals:
        found.setdefault(retrieval.query.table, []).append(retrieval)
    return {table: tuple(parts) for table, parts in found.items()}


def _place(address: str) -> tuple[str, dict[str, str]]:
    """Return the region, indicator and measure of an address, and its key."""
    measure, _, key = address.partition("?")
    return measure, dict(parse_qsl(key, keep_blank_values=True))
