"""The agencies and their tables: discovered, read from the store, refreshed from the network."""

from __future__ import annotations

import difflib
import importlib
import os
import pkgutil
from functools import lru_cache
from types import MappingProxyType

import vagled_lmi.sources as package
from vagled_lmi import tables
from vagled_lmi.codes import quote
from vagled_lmi.errors import StoreError, UnknownCodeError
from vagled_lmi.sources import longform
from vagled_lmi.sources.protocol import Agency, Progress, Send, Source, as_source
from vagled_lmi.store import Archive, Store, Vintage
from vagled_lmi.tables import Table, TableSpec


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


def agency_url(agency: Agency) -> str:
    """Return an agency's base address: from its environment variable, else as declared."""
    return (os.environ.get(agency.variable) or agency.url).rstrip("/")


def _source_of(declared: TableSpec) -> Source:
    return agencies()[declared.id.split(":", 1)[0]]


def load(table: str, store: Archive, *, as_of: str | None = None) -> Table:
    """Read a table as its latest vintage has it, held to its contract.

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
    vintage = store.latest(declared.id, as_of=as_of)
    if vintage is None:
        known = f" den {as_of}" if as_of else ""
        raise StoreError(
            f"Tabellen {declared.id} finns inte i lagret{known}.",
            f"Hämta den: vagled fetch {declared.id}",
        )
    return read_vintage(declared, vintage, store)


def read_vintage(declared: TableSpec, vintage: Vintage, store: Archive) -> Table:
    """Parse one vintage's stored payloads into a table, held to its contract."""
    payloads = [store.payload(retrieval.sha256) for retrieval in vintage.retrievals]
    if vintage.retrievals[0].media_type == longform.MEDIA_TYPE:
        frame = longform.decode(payloads[0], declared.id)
    else:
        frame = _source_of(declared).parse(declared, payloads)
    return Table(declared, tables.check(declared, frame), vintage.retrievals)


def fetch(declared: TableSpec, store: Store, send: Send, progress: Progress, now: str) -> Table:
    """Ask an agency for a table, hold the answer to its contract, then keep it.

    Parameters
    ----------
    declared : TableSpec
        The table.
    store : Store
        Where the answer is kept; untouched when anything fails.
    send : callable
        `vagled_lmi.session.Session.send`.
    progress : callable
        Told about each answer.
    now : str
        Time of the retrieval, UTC, ISO 8601.

    Raises
    ------
    SourceError, OfflineError, DecodeError, ContractError
        What is wrong with the agency, the network, or the answer.
    """
    source = _source_of(declared)
    answers = source.fetch(declared, agency_url(source.AGENCY), send, progress)
    frame = source.parse(declared, [answer.payload for answer in answers])
    tables.check(declared, frame)
    vintage = store.add(declared.id, answers, retrieved=now, licence=declared.licence)
    return read_vintage(declared, vintage, store)
