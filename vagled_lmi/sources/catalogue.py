"""The agencies and their tables: discovered, and read from the store."""

from __future__ import annotations

import difflib
import importlib
import pkgutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType

import pandas as pd

import vagled_lmi.sources as package
from vagled_lmi import tables
from vagled_lmi.codes import quote, within
from vagled_lmi.errors import StoreError, UnknownCodeError
from vagled_lmi.incoming import Payloads
from vagled_lmi.sources import longform
from vagled_lmi.sources.protocol import (
    Agency,
    Listed,
    Send,
    Source,
    as_searchable,
    as_source,
)
from vagled_lmi.store import Archive
from vagled_lmi.tables import Failure, Table, TableSpec
from vagled_lmi.vintages import Vintage, end_of

#: Under which name the store remembers the last failed attempt of each table.
FAILURES = "failures"


@lru_cache(maxsize=1)
def agencies() -> MappingProxyType[str, Source]:
    """Return each agency's module by its key; a module that declares ``AGENCY`` is found."""
    found = {}
    for info in pkgutil.iter_modules(package.__path__):
        module = importlib.import_module(f"{package.__name__}.{info.name}")
        if isinstance(getattr(module, "AGENCY", None), Agency):
            found[module.AGENCY.key] = as_source(module)
    return MappingProxyType(found)


@lru_cache(maxsize=1)
def specs() -> MappingProxyType[str, TableSpec]:
    """Return every declared table by its id."""
    return MappingProxyType(
        {spec.id: spec for source in agencies().values() for spec in source.TABLES}
    )


def spec(table: str) -> TableSpec:
    """Return one declared table.

    Parameters
    ----------
    table : str
        Its id, ``scb:TAB6471``, or the part after the colon where only one table has it.

    Raises
    ------
    UnknownCodeError
        Naming the nearest ids.
    """
    known = specs()
    matches = [known[i] for i in known if table in (i, i.split(":", 1)[1])]
    if len(matches) == 1:
        return matches[0]
    near = difflib.get_close_matches(table, list(known), n=1, cutoff=0.5)
    meant = f" Menade du {near[0]}?" if near else ""
    raise UnknownCodeError(f"Okänd tabell {quote(table)}.{meant}", "Se: vagled tables")


def source_of(declared: TableSpec) -> Source:
    """Return the module of the agency that a table belongs to."""
    return agencies()[declared.id.split(":", 1)[0]]


def search(agency: str, words: str, send: Send) -> Iterator[Listed]:
    """Ask an agency which tables it has about something.

    Parameters
    ----------
    agency : str
        Its key, ``scb``.
    words : str
        In the agency's language; all must be there.
    send : Send
        The only way out.

    Raises
    ------
    UnknownCodeError
        When there is no such agency, or its tables cannot be searched; names those that can.
    SourceError, OfflineError
        When it cannot be asked.
    """
    source = agencies().get(agency)
    searchable = as_searchable(source) if source else None
    if searchable is None:
        can = ", ".join(key for key, one in agencies().items() if as_searchable(one))
        raise UnknownCodeError(
            f"Det går inte att söka bland tabellerna hos {quote(agency)}.", f"Sökbara är: {can}."
        )
    return searchable.search(searchable.AGENCY, words, send)


def load(table: str, store: Archive, *, as_of: str | None = None) -> Table:
    """Read a table as it is known: its newest whole vintage, with narrowed ones laid over it.

    Parameters
    ----------
    table : str
        Id of a declared table.
    store : Archive
        Where its payloads lie.
    as_of : str, optional
        An ISO date or time: the table as it was known then.

    Returns
    -------
    Table
        Tidy frame with columns ``spec.columns``, and the retrievals it rests on.

    Raises
    ------
    StoreError
        When no vintage of the table is in the store.
    ContractError, DecodeError
        When the stored answer breaks the table's contract or cannot be read.
    """
    declared = spec(table)
    vintages = store.in_use(declared.id, as_of=as_of)
    if not vintages:
        known = f" den {as_of}" if as_of else ""
        raise StoreError(
            f"Tabellen {declared.id} finns inte i lagret{known}.",
            f"Hämta den: vagled fetch {declared.id}",
        )
    read = read_vintages(declared, vintages, store)
    failed = store.state(FAILURES).get(declared.id) if as_of is None else None
    return replace(read, failure=Failure(**failed) if failed else None)


def read_vintages(declared: TableSpec, vintages: Sequence[Vintage], store: Archive) -> Table:
    """Parse the stored payloads of vintages in use, each laid over those before it.

    Parameters
    ----------
    declared : TableSpec
        The table.
    vintages : sequence of Vintage
        At least one; where a narrowed one has rows for a region and period, those before it do not
        count.
    store : Archive
        Where the payloads lie.

    Returns
    -------
    Table
        Held to its contract.
    """
    frame = parsed(declared, vintages[0], store)
    for vintage in vintages[1:]:
        rest = frame[~_covered(frame, vintage.scope)]
        frame = pd.concat([rest, parsed(declared, vintage, store)], ignore_index=True)
    if len(vintages) > 1:  # each has been checked by itself
        frame = tables.check(declared, frame)
    retrievals = tuple(part for vintage in vintages for part in vintage.retrievals)
    return Table(declared, frame, retrievals)


def every_period(table: str, store: Archive, *, as_of: str | None = None) -> Table:
    """Read every period that any vintage of a table holds: rounds and days that were each kept.

    For tables whose agency shows only the latest period, so that each vintage holds one of its own:
    Yrkesbarometern's rounds, a day's open advertisements. `load` reads what the newest one says.

    Parameters
    ----------
    table : str
        Id of a declared table.
    store : Archive
        Where its payloads lie.
    as_of : str, optional
        An ISO date or time: only vintages that were known then.

    Returns
    -------
    Table
        As `load` returns it. A region and period is as the newest vintage that has it says, the
        agency's own before a public copy.

    Raises
    ------
    StoreError
        When no vintage of the table is in the store.
    ContractError, DecodeError
        When a stored answer breaks the table's contract or cannot be read.
    """
    newest = load(table, store, as_of=as_of)
    declared = newest.spec
    until = None if as_of is None else end_of(as_of)
    vintages = [v for v in store.vintages(declared.id) if until is None or v.retrieved <= until]
    vintages.sort(key=lambda vintage: not vintage.via)  # keeps the order of time within each
    frames: list[pd.DataFrame] = []
    said: set[tuple[str, str]] = set()
    for vintage in reversed(vintages):
        frame = parsed(declared, vintage, store)
        places = pd.MultiIndex.from_frame(frame[["region", "period"]])
        frames.append(frame[~places.isin(list(said))] if said else frame)
        said |= set(places.unique())
    retrievals = tuple(part for vintage in vintages for part in vintage.retrievals)
    every = tables.check(declared, pd.concat(frames, ignore_index=True))
    return Table(declared, every, retrievals, newest.failure)


def _covered(frame: pd.DataFrame, scope: Mapping[str, tuple[str, ...]]) -> pd.Series[bool]:
    """Return which rows a narrowed vintage says anew."""
    rows = pd.Series(True, index=frame.index)
    if "region" in scope:
        rows &= frame["region"].isin(scope["region"])
    if "period" in scope:
        rows &= frame["period"].map(lambda period: within(period, scope["period"]))
    return rows


def parsed(declared: TableSpec, vintage: Vintage, store: Archive) -> pd.DataFrame:
    """Parse one vintage's stored payloads into a tidy frame that keeps the table's contract."""
    payloads = Payloads(store, [retrieval.sha256 for retrieval in vintage.retrievals])
    if vintage.retrievals[0].media_type == longform.MEDIA_TYPE:
        copy = longform.decode(payloads[0], declared.id)
        return tables.check(declared, tables.widened(declared, copy))
    return tables.check(declared, source_of(declared).parse(payloads, declared))
