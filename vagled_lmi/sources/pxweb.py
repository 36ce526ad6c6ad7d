"""PxWebApi 2, for any agency that runs it with Swedish texts, as SCB does.

A table is asked for in four steps: the agency's limits, what the table holds now, the declared
selection turned into codes (`pxweb_plan`), and as many POSTs as the limit on cells demands. Each
answer is held to its question before it is kept: the same table, dimensions and codes.

References
----------
PxAPI-2.yml in PxTools/PxApiSpecs. What SCB does beside it is noted where it matters.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import quote as escape
from urllib.parse import urlencode

import numpy as np
import pandas as pd
from pandas.api.types import union_categoricals

from vagled_lmi import contracts, jsonstat
from vagled_lmi.codes import quote, within
from vagled_lmi.contracts import Contract
from vagled_lmi.errors import ContractError, DecodeError, SourceError
from vagled_lmi.jsonstat import Metadata
from vagled_lmi.provenance import Query
from vagled_lmi.session import Request, Response
from vagled_lmi.sources.protocol import Answer, Inquiry, Send, UnchangedError
from vagled_lmi.sources.pxweb_call import LATER, ask, limits
from vagled_lmi.sources.pxweb_plan import Extract, Label, Selection, calls, resolve, split
from vagled_lmi.tables import TableSpec

__all__ = ["Extract", "Label", "contract", "fetch", "parse", "probe"]

#: More calls than this for one table is a slip in the declaration, not a wish.
CALLS_AT_MOST = 400

_DATA = {"lang": "sv", "outputFormat": "json-stat2"}


def fetch(inquiry: Inquiry, send: Send) -> Iterator[Answer]:
    """Ask an agency for one table as it is now.

    Parameters
    ----------
    inquiry : Inquiry
        Of a table with an `Extract` as its `live`.
    send : Send
        The only way out. The agency's own rate limit goes with each request after the first.

    Yields
    ------
    Answer
        JSON-stat 2: the data, one answer a call, that share no cell and together are the selection;
        last the table's own description, without data.

    Raises
    ------
    SourceError
        The table cannot be asked for as declared, or the agency's answer is not to the question.
    UnchangedError
        The table has not been updated since `Inquiry.known`, and the selection is the same.
    """
    spec = inquiry.spec
    extract = _extract(spec)
    base = inquiry.agency.address()
    cells, rate = limits(spec, ask(spec, send, Request("GET", f"{base}/config")))
    table, described = _described(inquiry, extract, base, send, rate)
    metadata = _about(spec, extract, described)
    selection = narrowed(inquiry, extract, metadata, resolve(spec, extract, metadata))
    _raise_if_unchanged(inquiry, metadata, selection)
    parts = _parts(spec, selection, cells)
    for part in parts:
        question = Request(
            "POST", f"{table}/data", _DATA, json=_body(part), rate=rate, resume=metadata.updated
        )
        answer = _answer(spec, extract, part, question, ask(spec, send, question))
        if answer.updated != metadata.updated:
            raise SourceError(
                f"{spec.agency} uppdaterade tabellen {extract.table} medan den hämtades.",
                "Hämta den igen, så att alla delar är från samma version.",
            )
        query = replace(answer.query, scope=inquiry.scope)
        yield replace(answer, query=query, whole=len(parts) + 1)
    yield Answer(
        query=Query(spec.id, described.url, {}, inquiry.scope),
        payload=described.body,
        media_type="application/json",
        updated=metadata.updated,
        whole=len(parts) + 1,
    )


def probe(inquiry: Inquiry, send: Send) -> list[bytes]:
    """Ask an agency what a table says of itself: its metadata, as `fetch` keeps it last.

    Raises
    ------
    SourceError
        As `fetch`.
    """
    extract = _extract(inquiry.spec)
    base = inquiry.agency.address()
    _, rate = limits(inquiry.spec, ask(inquiry.spec, send, Request("GET", f"{base}/config")))
    _, described = _described(inquiry, extract, base, send, rate)
    _about(inquiry.spec, extract, described)
    return [described.body]


def contract(payloads: Sequence[bytes], spec: TableSpec) -> Contract:
    """Read what the payloads of one vintage, or of `probe`, say of the table: the last is of it.

    Raises
    ------
    DecodeError
        The payload is not JSON-stat 2.
    """
    metadata = jsonstat.read_metadata(payloads[-1])
    return contracts.of_metadata(spec, metadata, _notes(metadata))


def _described(
    inquiry: Inquiry, extract: Extract, base: str, send: Send, rate: tuple[int, float]
) -> tuple[str, Response]:
    """Return the table's address and its answer about itself."""
    table = f"{base}/tables/{escape(extract.table, safe='')}"
    question = Request("GET", f"{table}/metadata", {"lang": "sv"}, rate=rate)
    return table, ask(inquiry.spec, send, question)


def narrowed(
    inquiry: Inquiry, extract: Extract, metadata: Metadata, selection: Selection
) -> Selection:
    """Return a selection narrowed to the regions and periods of an inquiry.

    Regions are taken from all that the table has: a kommun can be asked for where only counties are
    declared.

    Raises
    ------
    SourceError
        The table has none of the regions or periods.
    """
    place = {column: name for name, column in extract.columns.items()}
    there = {"region": inquiry.regions, "period": inquiry.periods}
    for column, wanted in there.items():
        if not wanted or column not in place:
            continue
        name = place[column]
        has = metadata.dimensions[name].codes
        fits = [
            code for code in has if (within(code, wanted) if column == "period" else code in wanted)
        ]
        if not fits:
            raise SourceError(
                f"Tabellen {extract.table} hos {inquiry.spec.agency} har inte "
                f"{', '.join(map(quote, wanted))} i dimensionen {quote(name)}.",
                f"Där finns {quote(has[0])} till {quote(has[-1])}.",
            )
        selection = {**selection, name: tuple(fits)}
    return selection


def _raise_if_unchanged(inquiry: Inquiry, metadata: Metadata, selection: Selection) -> None:
    """Compare with what is known; the agency's stamp stands for the values."""
    known = inquiry.known
    if not known or metadata.updated is None:
        return
    asked: dict[str, set[str]] = {}
    for part in known:
        for name, codes in part.query.selection.items():
            asked.setdefault(name, set()).update(codes)
    same = asked == {name: set(codes) for name, codes in selection.items()}
    if same and all(part.updated == metadata.updated for part in known):
        raise UnchangedError


def parse(payloads: Sequence[bytes], spec: TableSpec) -> pd.DataFrame:
    """Join the answers of one vintage to a tidy frame.

    Parameters
    ----------
    payloads : sequence of bytes
        JSON-stat 2, as `fetch` yielded them; one without data describes the table.
    spec : TableSpec
        With an `Extract` as its `live`.

    Returns
    -------
    pandas.DataFrame
        Columns `spec.columns`: categorical codes, ``value`` float64, ``status`` categorical.

    Raises
    ------
    DecodeError
        A payload is not JSON-stat 2.
    ContractError
        A payload lacks a declared dimension, or has one too many with several values.
    """
    extract = _extract(spec)
    given = (payload for payload in payloads if not jsonstat.is_description(payload))
    read = [jsonstat.read_dataset(payload) for payload in given]
    if not read:
        raise ContractError(f"Tabellen {spec.id} har inget svar att läsa.", "Hämta den på nytt.")
    _check_same_rest(spec, extract, [dataset.metadata for dataset in read])
    frames = [_tidy(spec, extract, dataset.frame) for dataset in read]
    return frames[0] if len(frames) == 1 else _joined(frames)


def _extract(spec: TableSpec) -> Extract:
    if isinstance(spec.live, Extract):
        return spec.live
    raise SourceError(
        f"Tabellen {spec.id} kan inte hämtas från {spec.agency} än: den har ingen fråga.",
        "Använd uppgifterna som följer med programmet.",
    )


def _read(spec: TableSpec, extract: Extract, response: Response) -> jsonstat.Dataset:
    try:
        return jsonstat.read_dataset(response.body)
    except DecodeError as error:
        raise _unreadable(spec, extract, error) from error


def _about(spec: TableSpec, extract: Extract, response: Response) -> Metadata:
    try:
        metadata = jsonstat.read_metadata(response.body)
    except DecodeError as error:
        raise _unreadable(spec, extract, error) from error
    _check_table(spec, extract, metadata)
    return metadata


def _unreadable(spec: TableSpec, extract: Extract, error: DecodeError) -> SourceError:
    return SourceError(
        f"{spec.agency} svarade om {extract.table} med något annat än tabellen. {error.message}",
        LATER,
    )


def _check_table(spec: TableSpec, extract: Extract, metadata: Metadata) -> None:
    said = metadata.table_id
    if said is not None and said.casefold() != extract.table.casefold():
        raise SourceError(
            f"{spec.agency} svarade med tabellen {quote(said)} på frågan om {extract.table}.",
            f"Tabellen kan ha ersatts: se {spec.page or 'källan'}.",
        )


def _parts(spec: TableSpec, selection: Selection, cells: int) -> list[Selection]:
    sizes = [len(codes) for codes in selection.values()]
    number = math.prod(split(sizes, cells))
    if number > CALLS_AT_MOST:
        raise SourceError(
            f"Urvalet i {spec.id} är för stort: {math.prod(sizes)} celler i {number} anrop.",
            "Välj färre värden i tabellens deklaration.",
        )
    return calls(selection, cells)


def _body(selection: Selection) -> dict[str, Any]:
    return {
        "selection": [
            {"variableCode": name, "valueCodes": list(codes)} for name, codes in selection.items()
        ]
    }


def _answer(
    spec: TableSpec, extract: Extract, asked: Selection, question: Request, response: Response
) -> Answer:
    """Hold an answer to its question and keep it."""
    metadata = _read(spec, extract, response).metadata
    _check_table(spec, extract, metadata)
    given = {name: dimension.codes for name, dimension in metadata.dimensions.items()}
    if {name: frozenset(codes) for name, codes in given.items()} != {
        name: frozenset(codes) for name, codes in asked.items()
    }:
        raise SourceError(
            f"{spec.agency} svarade på en annan fråga om {extract.table} än den ställda: "
            f"{_difference(asked, given)}.",
            "Försök igen; kvarstår det har tjänsten ändrats.",
        )
    return Answer(
        query=Query(spec.id, f"{question.url}?{urlencode(question.params)}", asked),
        payload=response.body,
        media_type="application/json",
        updated=metadata.updated,
        notes=_notes(metadata),
    )


def _difference(asked: Selection, given: Mapping[str, Sequence[str]]) -> str:
    """Name the first dimension or code in which an answer differs from its question."""
    for name, codes in asked.items():
        if name not in given:
            return f"dimensionen {quote(name)} saknas"
        for code in codes:
            if code not in given[name]:
                return f"koden {quote(code)} i {quote(name)} saknas"
    for name, there in given.items():
        for code in there:
            if code not in asked.get(name, ()):
                return f"koden {quote(code)} i {quote(name)} har kommit till"
    return "den är densamma"


def _notes(metadata: Metadata) -> tuple[str, ...]:
    """Return the agency's footnotes to the table, its dimensions and codes, each once, in order."""
    said = [*metadata.notes]
    for dimension in metadata.dimensions.values():
        said += dimension.notes
        for code, notes in dimension.category_notes.items():
            said += [f"{dimension.labels.get(code, code)}: {note}" for note in notes]
    return tuple(dict.fromkeys(" ".join(note.split()) for note in said))


def _check_same_rest(spec: TableSpec, extract: Extract, parts: Iterable[Metadata]) -> None:
    """Make sure that what is dropped has one and the same value throughout."""
    dropped: dict[str, tuple[str, ...]] = {}
    for metadata in parts:
        if missing := extract.columns.keys() - metadata.dimensions.keys():
            there = ", ".join(metadata.dimensions)
            raise ContractError(
                f"Svaret till {spec.id} saknar dimensionen {quote(min(missing))}; det har {there}.",
                "Hämta tabellen på nytt.",
            )
        for name, dimension in metadata.dimensions.items():
            if name in extract.columns:
                continue
            values = {*dimension.codes, *dropped.get(name, ())}
            if len(values) != 1:
                raise ContractError(
                    f"Svaret till {spec.id} har flera värden i dimensionen {quote(name)}, som inte "
                    f"har någon kolumn: {', '.join(sorted(values))}.",
                    "Ge dimensionen en kolumn i deklarationen, eller välj ett värde.",
                )
            dropped[name] = dimension.codes


def _tidy(spec: TableSpec, extract: Extract, frame: pd.DataFrame) -> pd.DataFrame:
    columns: dict[str, Any] = {"value": frame["value"], "status": frame["status"]}
    for name, column in extract.columns.items():
        codes = frame[name].array
        if name in extract.recode:
            codes = _recoded(spec, name, codes, extract.recode[name])
        columns[column] = codes
    if set(columns) != set(spec.columns):
        raise ContractError(
            f"Tabellen {spec.id} deklarerar kolumnerna {', '.join(spec.columns)}, men dess urval "
            f"ger {', '.join(columns)}.",
            "Rätta deklarationen.",
        )
    return pd.DataFrame({name: columns[name] for name in spec.columns}, copy=False)


def _recoded(
    spec: TableSpec, name: str, codes: pd.Categorical, recode: Mapping[str, str]
) -> pd.Categorical:
    ours = {code: recode.get(code, code) for code in codes.categories}
    if len({*ours.values()}) != len(ours):
        raise ContractError(
            f"Tabellen {spec.id}: två av myndighetens koder i {quote(name)} får samma kod hos oss.",
            "Rätta recode i deklarationen.",
        )
    return codes.rename_categories(ours)


def _joined(frames: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """Put frames with the same columns one after the other, categories in order of appearance."""
    columns = {
        name: np.concatenate([frame[name].to_numpy() for frame in frames])
        if name == "value"
        else union_categoricals([frame[name].array for frame in frames])
        for name in frames[0].columns
    }
    return pd.DataFrame(columns, copy=False)
