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
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import quote as escape
from urllib.parse import urlencode

import numpy as np
import orjson
import pandas as pd
from pandas.api.types import union_categoricals

from vagled_lmi import jsonstat
from vagled_lmi.codes import quote
from vagled_lmi.errors import ContractError, DecodeError, SourceError
from vagled_lmi.jsonstat import Metadata
from vagled_lmi.provenance import Query
from vagled_lmi.session import Request, Response, StatusError
from vagled_lmi.sources.protocol import Answer, Progress, Send
from vagled_lmi.sources.pxweb_plan import Extract, Label, Selection, calls, resolve, split
from vagled_lmi.tables import TableSpec

__all__ = ["Extract", "Label", "fetch", "parse"]

#: More calls than this for one table is a slip in the declaration, not a wish.
CALLS_AT_MOST = 400

_DATA = {"lang": "sv", "outputFormat": "json-stat2"}
_LATER = "Försök igen senare; det som redan är hämtat ligger kvar."

#: What PxWebApi's titles mean, by title in lower case; misspelt as the server does.
_TITLES = {
    "non-existent table": "tabellen finns inte",
    "non-existent variable": "tabellen har inte någon av de dimensioner vi frågar efter",
    "non-existent value": "tabellen har inte någon av de koder vi frågar efter",
    "non-existent codelist": "kodlistan finns inte",
    "missing selection for mandantory variable": "en dimension saknar valda värden",
    "illegal selection for mandantory variable": "en dimension har fel valda värden",
    "illegal selection expression": "ett urvalsuttryck går inte att läsa",
    "illegal placment": "dimensionernas placering går inte att läsa",
    "too many cells selected": "frågan gäller fler celler än som lämnas ut på en gång",
    "unsupported output format": "formatet json-stat2 lämnas inte ut",
    "no query specified": "frågan är tom",
}
_STATUSES = {
    400: "frågan går inte att läsa",
    403: "frågan nekas",
    404: "tabellen eller adressen finns inte",
    429: "vi frågar för ofta",
    503: "tjänsten är tillfälligt nere",
}


def fetch(spec: TableSpec, agency_url: str, send: Send, progress: Progress) -> list[Answer]:
    """Ask an agency for one table as it is now.

    Parameters
    ----------
    spec : TableSpec
        With an `Extract` as its `live`.
    agency_url : str
        Base address of the agency's PxWebApi 2, ``https://statistikdatabasen.scb.se/api/v2``.
    send : Send
        The only way out. The agency's own rate limit goes with each request after the first.
    progress : Progress
        Told before each answer, and when all are there.

    Returns
    -------
    list of Answer
        JSON-stat 2, one a call, that share no cell and together are the declared selection.

    Raises
    ------
    SourceError
        The table cannot be asked for as declared, or the agency's answer is not to the question.
    """
    extract = _extract(spec)
    base = agency_url.rstrip("/")
    table = f"{base}/tables/{escape(extract.table, safe='')}"
    progress(0, 1, spec.title)
    cells, rate = _limits(spec, _ask(spec, send, Request("GET", f"{base}/config")))
    described = _ask(spec, send, Request("GET", f"{table}/metadata", {"lang": "sv"}, rate=rate))
    selection = resolve(spec, extract, _about(spec, extract, described))
    parts = _parts(spec, selection, cells)
    answers = []
    for number, part in enumerate(parts):
        progress(number, len(parts), spec.title)
        question = Request("POST", f"{table}/data", _DATA, json=_body(part), rate=rate)
        answers.append(_answer(spec, extract, part, question, _ask(spec, send, question)))
    progress(len(parts), len(parts), spec.title)
    if len({answer.updated for answer in answers}) > 1:
        raise SourceError(
            f"{spec.agency} uppdaterade tabellen {extract.table} medan den hämtades.",
            "Hämta den igen, så att alla delar är från samma version.",
        )
    return answers


def parse(spec: TableSpec, payloads: Sequence[bytes]) -> pd.DataFrame:
    """Join the answers of one vintage to a tidy frame.

    Parameters
    ----------
    spec : TableSpec
        With an `Extract` as its `live`.
    payloads : sequence of bytes
        JSON-stat 2, as `fetch` returned them.

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
    if not payloads:
        raise ContractError(f"Tabellen {spec.id} har inget svar att läsa.", "Hämta den på nytt.")
    read = [jsonstat.read_dataset(payload) for payload in payloads]
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


def _ask(spec: TableSpec, send: Send, request: Request) -> Response:
    """Send, and put what is not a success into words."""
    try:
        response = send(request)
    except StatusError as error:
        raise _problem(spec, error.response, error) from error
    if response.status != 200:
        raise _problem(spec, response)
    return response


def _problem(spec: TableSpec, response: Response, error: StatusError | None = None) -> SourceError:
    """Return what a failed answer means; PxWeb explains itself in JSON, others in their own way."""
    try:
        body = orjson.loads(response.body)
    except orjson.JSONDecodeError:
        body = None
    words = _words(body) if isinstance(body, Mapping) else _first_line(response.body)
    meaning = _TITLES.get(words.casefold().split(":")[0])
    if meaning is None:
        meaning = _STATUSES.get(response.status, "det går inte att svara på frågan")
    passing = response.status == 429 or response.status >= 500
    message = f"{spec.agency} svarade {response.status} på frågan om {spec.id}: {meaning}."
    if passing and error is not None:  # says how long the agency asks us to wait
        message = error.message
    hint = _LATER if passing else f"Tabellen kan ha ändrats: se {spec.page or 'källan'}."
    own = f" Med egna ord: {quote(words)}." if words else ""
    return SourceError(message + own, hint)


def _words(body: Mapping[str, Any]) -> str:
    title, detail = (body.get(key) for key in ("title", "detail"))
    said = [text for text in (title, detail) if isinstance(text, str) and text.strip()]
    return ": ".join(dict.fromkeys(said))


def _first_line(body: bytes) -> str:
    text = body[:2000].decode("utf-8", "replace").strip()
    return "" if text.startswith("<") else text.partition("\n")[0]


def _limits(spec: TableSpec, response: Response) -> tuple[int, tuple[int, float]]:
    """Return the cells of one call, and the calls and seconds of the agency's rate limit."""
    try:
        config = orjson.loads(response.body)
        cells, count, window = (
            config[key] for key in ("maxDataCells", "maxCallsPerTimeWindow", "timeWindow")
        )
    except (orjson.JSONDecodeError, KeyError, TypeError) as error:
        raise _not_pxweb(spec, response) from error
    if any(type(number) is not int or number < 1 for number in (cells, count, window)):
        raise _not_pxweb(spec, response)
    return cells, (count, float(window))


def _not_pxweb(spec: TableSpec, response: Response) -> SourceError:
    return SourceError(
        f"{spec.agency} svarar inte som PxWebApi 2 på {response.url}.",
        "Kontrollera adressen till källans API; den kan ha flyttat.",
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
        _LATER,
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
