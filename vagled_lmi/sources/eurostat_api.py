"""Eurostat's Statistics API 1.0: one question, one answer in JSON-stat 2.

One GET answers one table in JSON-stat 2, with sparse values and flags. The API describes a dataset
only by answering it, ignores codes it does not know, and answers what is too large, or will take
time, in words of its own: so each answer is held to its question, as everywhere.

References
----------
API Statistics - data query, https://wikis.ec.europa.eu/x/YAWyBQ.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import quote as escape
from urllib.parse import urlencode

import orjson
import pandas as pd

from vagled_lmi import contracts, jsonstat
from vagled_lmi.codes import quote
from vagled_lmi.contracts import Contract
from vagled_lmi.errors import ContractError, DecodeError, SourceError
from vagled_lmi.jsonstat import Metadata
from vagled_lmi.jsonstat_metadata import part
from vagled_lmi.provenance import Query
from vagled_lmi.session import Request, Response, StatusError
from vagled_lmi.sources.columns import recoded
from vagled_lmi.sources.protocol import Answer, Inquiry, Send, UnchangedError
from vagled_lmi.tables import TableSpec

#: The region that a table is fetched for; its peers may lack figures.
_MUST_BE_THERE = "SE12"
_LATER = "Försök igen om en stund; det som redan är hämtat ligger kvar."


@dataclass(frozen=True, slots=True)
class Cube:
    """How a declared table is asked for: `TableSpec.live` of Eurostat.

    Attributes
    ----------
    code : str
        The online data code, ``lfst_r_lfu3rt``.
    columns : dict of str to str
        Dimension to column of the tidy frame. One left out has one value, and is dropped.
    filters : dict of str to tuple of str
        Dimension to codes asked for; all of a dimension that is not named.
    recode : dict of str to dict
        Dimension to (Eurostat's code to ours); codes not named stay as they are.
    since : str
        First year.
    """

    code: str
    columns: Mapping[str, str]
    filters: Mapping[str, tuple[str, ...]]
    recode: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    since: str = "2005"


def fetch(inquiry: Inquiry, send: Send) -> Iterator[Answer]:
    """Ask Eurostat for one table as it is now.

    Yields
    ------
    Answer
        JSON-stat 2, the one that there is.

    Raises
    ------
    SourceError
        The dataset is gone, too large, not ready, or answers another question.
    UnchangedError
        The dataset has not been updated since `Inquiry.known`.
    """
    answer = _asked(inquiry, send)
    same = [(part.updated, part.query.url) for part in inquiry.known]
    if same == [(answer.updated, answer.query.url)] and answer.updated is not None:
        raise UnchangedError
    yield answer


def probe(inquiry: Inquiry, send: Send) -> list[bytes]:
    """Ask what a dataset says of itself: Eurostat only says it with the data."""
    return [_asked(inquiry, send).payload]


def contract(payloads: Sequence[bytes], spec: TableSpec) -> Contract:
    """Read what a dataset says of itself.

    Raises
    ------
    DecodeError
        The payload is not JSON-stat 2.
    """
    metadata = _with_roles(jsonstat.read_metadata(payloads[0]))
    described = contracts.of_metadata(spec, metadata, _flags(metadata))
    return replace(described, agency_id=_id(metadata))


def parse(payloads: Sequence[bytes], spec: TableSpec) -> pd.DataFrame:
    """Read an answer; a cell that Eurostat does not give is no row.

    Returns
    -------
    pandas.DataFrame
        Columns `spec.columns`; ``status`` has Eurostat's flags: ``b`` break, ``u`` uncertain,
        ``p`` preliminary, ``e`` estimated, ``c`` confidential, ``d`` differs, several in a row.

    Raises
    ------
    DecodeError
        A payload is not JSON-stat 2.
    ContractError
        It lacks a declared dimension, or has one too many with several values.
    """
    cube = _cube(spec)
    frames = []
    for payload in payloads:
        dataset = jsonstat.read_dataset(payload)
        _check_dimensions(spec, cube, dataset.metadata)
        given = dataset.frame[dataset.frame["value"].notna() | (dataset.frame["status"] != "")]
        columns: dict[str, Any] = {"value": given["value"], "status": given["status"]}
        for name, column in cube.columns.items():
            columns[column] = recoded(spec, name, given[name].array, cube.recode.get(name, {}))
        frames.append(pd.DataFrame({name: columns[name] for name in spec.columns}))
    if not frames:
        raise ContractError(f"Tabellen {spec.id} har inget svar att läsa.", "Hämta den på nytt.")
    return pd.concat(frames, ignore_index=True)


def _cube(spec: TableSpec) -> Cube:
    if isinstance(spec.live, Cube):
        return spec.live
    raise SourceError(f"Tabellen {spec.id} kan inte hämtas från {spec.agency} än.")


def _asked(inquiry: Inquiry, send: Send) -> Answer:
    """Ask, and hold the answer to the question."""
    spec, cube = inquiry.spec, _cube(inquiry.spec)
    times = {"time": inquiry.periods} if inquiry.scope.get("period") else {}
    params: dict[str, str | Sequence[str]] = {
        "format": "JSON",
        "lang": inquiry.agency.language,
        **cube.filters,
        **(times or {"sinceTimePeriod": cube.since}),
    }
    request = Request(
        "GET", f"{inquiry.agency.address()}/data/{escape(cube.code, safe='')}", params
    )
    try:
        response = send(request)
    except StatusError as error:
        raise _refusal(spec, cube, error.response, error) from error
    try:
        dataset = jsonstat.read_dataset(response.body)
    except DecodeError as error:
        raise _unreadable(spec, cube, response, error) from error
    metadata = dataset.metadata
    _check_answer(spec, cube, metadata)
    if not dataset.frame["value"].notna().any():
        raise SourceError(
            f"Eurostat svarade utan ett enda värde på frågan om {cube.code}.",
            f"Jämför deklarationen av {spec.id} med {spec.page}.",
        )
    selection = {name: one.codes for name, one in metadata.dimensions.items()}
    return Answer(
        query=Query(
            spec.id, f"{request.url}?{urlencode(params, doseq=True)}", selection, inquiry.scope
        ),
        payload=response.body,
        media_type="application/json",
        updated=metadata.updated,
        notes=_flags(metadata),
        whole=1,
    )


def _check_answer(spec: TableSpec, cube: Cube, metadata: Metadata) -> None:
    said = _id(metadata)
    if said and said.casefold() != cube.code.casefold():
        raise SourceError(
            f"Eurostat svarade med {quote(said)} på frågan om {cube.code}.",
            f"Datamängden kan ha ersatts: se {spec.page}.",
        )
    _check_dimensions(spec, cube, metadata)
    for name, wanted in cube.filters.items():
        there = metadata.dimensions[name].codes if name in metadata.dimensions else ()
        if strange := [code for code in there if code not in wanted]:
            raise SourceError(
                f"Eurostat svarade på en annan fråga om {cube.code} än den ställda: koden "
                f"{quote(strange[0])} i {quote(name)} har kommit till.",
                "Försök igen; kvarstår det har tjänsten ändrats.",
            )
        required = (_MUST_BE_THERE,) if name == "geo" else wanted
        if missing := [code for code in required if code not in there]:
            has = ", ".join(map(quote, there[:8])) or "inga koder"
            raise SourceError(
                f"Eurostat har inga uppgifter om {quote(missing[0])} i {quote(name)} i "
                f"{cube.code}; svaret har {has}.",
                f"Koden kan ha bytt namn: jämför deklarationen av {spec.id} med {spec.page}.",
            )


def _check_dimensions(spec: TableSpec, cube: Cube, metadata: Metadata) -> None:
    if missing := cube.columns.keys() - metadata.dimensions.keys():
        raise ContractError(
            f"Svaret till {spec.id} saknar dimensionen {quote(min(missing))}; det har "
            f"{', '.join(metadata.dimensions)}.",
            f"Datamängden kan ha gjorts om: se {spec.page}.",
        )
    for name, dimension in metadata.dimensions.items():
        if name not in cube.columns and len(dimension.codes) != 1:
            raise ContractError(
                f"Svaret till {spec.id} har {len(dimension.codes)} värden i dimensionen "
                f"{quote(name)}, som inte har någon kolumn: {', '.join(dimension.codes[:8])}.",
                "Ge dimensionen en kolumn i deklarationen, eller välj ett värde.",
            )


def _refusal(spec: TableSpec, cube: Cube, response: Response, error: StatusError) -> SourceError:
    """Put Eurostat's refusals into words; anything else is the session's to say."""
    words = _label(response.body)
    if "ASYNCHRONOUS" in words.upper():
        return _not_ready(spec, cube)
    if response.status == 413 or "TOO_BIG" in words.upper():
        return SourceError(
            f"Eurostat lämnar inte ut så mycket av {cube.code} på en gång (EXTRACTION_TOO_BIG).",
            f"Hämta färre perioder: vagled fetch {spec.id} --period 2024",
        )
    if response.status == 404:
        return SourceError(
            f"Eurostat har ingen datamängd {cube.code}.",
            f"Den kan ha bytt kod: se {spec.page}.",
        )
    own = f" Med egna ord: {quote(words, 200)}." if words else ""
    return SourceError(f"{error.message}{own}", error.hint)


def _unreadable(spec: TableSpec, cube: Cube, response: Response, error: DecodeError) -> SourceError:
    words = _label(response.body)
    if response.status == 202 or "ASYNCHRONOUS" in words.upper():
        return _not_ready(spec, cube)
    return SourceError(
        f"Eurostat svarade om {cube.code} med något annat än tabellen. {error.message}", _LATER
    )


def _not_ready(spec: TableSpec, cube: Cube) -> SourceError:
    return SourceError(
        f"Eurostat vill räkna fram {cube.code} i efterhand och svarar inte direkt.",
        f"Försök igen om några minuter, eller hämta färre perioder: vagled fetch {spec.id} "
        "--period 2024",
    )


def _label(body: bytes) -> str:
    """Return Eurostat's own words of an error or a warning; empty where there are none."""
    try:
        document = orjson.loads(body)
    except orjson.JSONDecodeError:
        return ""
    for key in ("error", "warning"):
        said = document.get(key) if isinstance(document, dict) else None
        for one in said if isinstance(said, list) else [said]:
            if isinstance(one, dict) and isinstance(one.get("label"), str):
                return str(one["label"])
    return ""


def _id(metadata: Metadata) -> str:
    return part(metadata.extension, "id", str, "extension") or ""


def _flags(metadata: Metadata) -> tuple[str, ...]:
    """Return what the flags of an answer mean, in Eurostat's words."""
    status = part(metadata.extension, "status", dict, "extension") or {}
    labels = part(status, "label", dict, "extension.status") or {}
    return tuple(f"{flag}: {text}" for flag, text in labels.items() if isinstance(text, str))


def _with_roles(metadata: Metadata) -> Metadata:
    """Return metadata with the roles that Eurostat leaves out."""
    roles = {"time": "time", "unit": "metric", "geo": "geo"}
    return replace(
        metadata,
        dimensions={
            name: replace(dimension, role=dimension.role or roles.get(name))
            for name, dimension in metadata.dimensions.items()
        },
    )
