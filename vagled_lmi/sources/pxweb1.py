"""PxWeb's API version 1, which some agencies still run: Skolverket's database.

It differs from PxWebApi 2 (`vagled_lmi.sources.pxweb`) in that tables lie in folders that are
walked through and not searched, that what a table says of itself is in a form of its own, and that
nothing says which dimensions may be left out: every one is asked for. Tables have no ids, and
measures are numbered anew when a table is remade; so measures are known by their names, and what
was found is stored with the answers, in the first payload of a vintage.

References
----------
PxWeb API user guide, https://www.scb.se/api; the config of Skolverket's own installation.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pandas as pd

from vagled_lmi import contracts, jsonstat
from vagled_lmi.codes import quote
from vagled_lmi.contracts import Contract, Measure, Variable
from vagled_lmi.errors import DecodeError, SourceError
from vagled_lmi.provenance import Query
from vagled_lmi.session import Request
from vagled_lmi.sources import pxweb_read
from vagled_lmi.sources.protocol import Answer, Inquiry, Send, UnchangedError
from vagled_lmi.sources.pxweb1_described import WHAT, Table1, extract_of, live_of, stored
from vagled_lmi.sources.pxweb1_find import Caller, Found, find
from vagled_lmi.sources.pxweb_call import LATER, ask
from vagled_lmi.sources.pxweb_extract import Extract
from vagled_lmi.sources.pxweb_plan import Selection, calls, resolve
from vagled_lmi.sources.reading import dumps, refusing
from vagled_lmi.tables import TableSpec

__all__ = ["Table1", "contract", "fetch", "parse", "probe"]


def fetch(inquiry: Inquiry, send: Send) -> Iterator[Answer]:
    """Ask an agency for one table as it is now.

    Parameters
    ----------
    inquiry : Inquiry
        Of a table with a `Table1` as its `live`. Its `ids` choose what could not be told from
        names: ``table=PATH``, or one of our measures and the agency's code, ``pupils=10``.
    send : Send
        The only way out.

    Yields
    ------
    Answer
        What the table says of itself, with the path and the measures that were found; then the
        data, JSON-stat 2, one answer a call.

    Raises
    ------
    SourceError
        The table or a measure is not there, or several fit; names what is there.
    UsageError
        An id is chosen for something that the table has not.
    UnchangedError
        The table has not been updated since `Inquiry.known`, and the selection is the same.
    """
    caller = Caller(inquiry, send, live_of(inquiry.spec)).introduced()
    found = find(caller)
    extract = extract_of(caller.live, found.chosen, found.metadata)
    selection = _narrowed(inquiry, extract, found, resolve(inquiry.spec, extract, found.metadata))
    parts = calls(selection, caller.cells)
    if _is_unchanged(inquiry, found, selection):
        raise UnchangedError
    yield replace(_described(inquiry, caller, found), whole=1 + len(parts))
    for one in parts:
        yield replace(_data(caller, found, one), whole=1 + len(parts))


def probe(inquiry: Inquiry, send: Send) -> list[bytes]:
    """Ask an agency what a table says of itself; raises as `fetch`."""
    caller = Caller(inquiry, send, live_of(inquiry.spec)).introduced()
    return [_described(inquiry, caller, find(caller)).payload]


def contract(payloads: Sequence[bytes], spec: TableSpec) -> Contract:
    """Read what the first payload of a vintage, or that of `probe`, says of the table.

    Raises
    ------
    DecodeError
        The payload is not what was stored.
    """
    path, chosen, metadata = stored(payloads[0])
    said = contracts.of_metadata(spec, metadata)
    measures = live_of(spec).measures
    return replace(
        said,
        agency_id=path,
        variables={**said.variables, "mått": Variable("Mått hos oss till mått där", chosen)},
        measures={
            code: Measure(label) for code, label in metadata.dimensions[measures].labels.items()
        }
        if measures in metadata.dimensions
        else {},
    )


def parse(payloads: Sequence[bytes], spec: TableSpec) -> pd.DataFrame:
    """Join the answers of one vintage to a tidy frame; as `vagled_lmi.sources.pxweb_read.parse`.

    Raises
    ------
    DecodeError
        A payload is not what was stored, or not JSON-stat 2.
    ContractError
        A payload lacks a declared dimension, or has one too many with several values.
    """
    if not payloads:
        raise DecodeError(f"{WHAT} är tomt.")
    _, chosen, metadata = stored(payloads[0])
    extract = extract_of(live_of(spec), chosen, metadata)
    return pxweb_read.parse(payloads[1:], replace(spec, live=extract))


def _narrowed(inquiry: Inquiry, extract: Extract, found: Found, selection: Selection) -> Selection:
    """Return a selection narrowed to the regions and periods of an inquiry."""
    place = {column: name for name, column in extract.columns.items()}
    for column, wanted in inquiry.scope.items():
        name = place[column]
        ours = extract.recode.get(name, {})
        fits = [
            code
            for code in found.metadata.dimensions[name].codes
            if (inquiry.wants(ours.get(code, code)) if column == "period" else code in wanted)
        ]
        if not fits:
            raise SourceError(
                f"Tabellen {found.path} hos {inquiry.spec.agency} har inte "
                f"{', '.join(map(quote, wanted))}.",
                "Se vad den har på " + inquiry.spec.page,
            )
        selection = {**selection, name: tuple(fits)}
    return selection


def _is_unchanged(inquiry: Inquiry, found: Found, selection: Selection) -> bool:
    """Compare with what is known; the agency's stamp stands for the values."""
    asked: dict[str, set[str]] = {}
    for retrieval in inquiry.known:
        for name, codes in retrieval.query.selection.items():
            asked.setdefault(name, set()).update(codes)
    stamps = {retrieval.updated for retrieval in inquiry.known}
    same = asked == {name: set(codes) for name, codes in selection.items()}
    return found.updated is not None and stamps == {found.updated} and same


def _described(inquiry: Inquiry, caller: Caller, found: Found) -> Answer:
    document = {"path": found.path, "measures": dict(found.chosen), "metadata": found.raw}
    payload = dumps(document, WHAT)
    query = Query(inquiry.spec.id, f"{caller.base}/{found.path}", {}, inquiry.scope)
    return Answer(query, payload, "application/json", found.updated)


def _data(caller: Caller, found: Found, one: Selection) -> Answer:
    """Ask for one part of the selection and hold the answer to its question."""
    spec = caller.inquiry.spec
    url = f"{caller.base}/{found.path}"
    query = [
        {"code": name, "selection": {"filter": "item", "values": list(codes)}}
        for name, codes in one.items()
    ]
    body = {"query": query, "response": {"format": "json-stat2"}}
    resume = found.updated or caller.inquiry.day
    response = ask(
        spec, caller.send, Request("POST", url, json=body, rate=caller.rate, resume=resume)
    )
    with refusing(spec.agency, url):
        metadata = jsonstat.read_dataset(response.body).metadata
    for name, codes in one.items():
        given = metadata.dimensions[name].codes if name in metadata.dimensions else ()
        if set(given) != set(codes):
            raise SourceError(
                f"{spec.agency} svarade på en annan fråga om {found.path} än den ställda: "
                f"{quote(name)} är inte densamma.",
                LATER,
            )
    return Answer(
        query=Query(spec.id, url, one, caller.inquiry.scope),
        payload=response.body,
        media_type="application/json",
        updated=found.updated,
        notes=tuple(" ".join(note.split()) for note in metadata.notes),
    )
