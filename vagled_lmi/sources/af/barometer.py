"""Yrkesbarometern: judgements of every occupation, in every län and riket, round by round.

The address holds the latest round only, so each fetch keeps a round of its own; all of them as one
frame is `vagled_lmi.sources.catalogue.every_period`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
import pandas as pd

from vagled_lmi.codes import quote
from vagled_lmi.errors import ContractError, DecodeError, SourceError
from vagled_lmi.provenance import Query
from vagled_lmi.session import Request
from vagled_lmi.sources.protocol import Answer, Inquiry, Send, UnchangedError
from vagled_lmi.sources.reading import stamp
from vagled_lmi.tables import Contents, Dimension, TableSpec


@dataclass(frozen=True, slots=True)
class Round:
    """Where the latest round lies, under the agency's main address."""

    path: str


#: Status of an occupation whose name in the public copy is not certain.
UNCERTAIN_NAME = "osäkert namn"
#: Stands in for the name of an occupation that a public copy knows only by its concept id.
NAMELESS = "namn saknas: "
#: Status of a judgement that the agency has not made: too little to go by.
NOT_ASSESSED = "ingen bedömning"


def _judgement(code: str, label: str, *classes: str) -> Contents:
    return Contents(code, label, "klass", classes=classes)


_CONTENTS = (
    _judgement("jobbmojligheter", "Möjligheter till arbete", "små", "medelstora", "stora"),
    _judgement(
        "rekryteringssituation",
        "Rekryteringssituation",
        *("överskott", "balans", "paradox", "brist"),
    ),
    _judgement("prognos", "Efterfrågan på fem års sikt", "minska", "vara oförändrad", "öka"),
    _judgement(
        "hogsta_bedomningsniva",
        "Högsta nivå som bedömningen bygger på",
        *("län", "nuts2", "nuts1", "nationellt"),
    ),
    _judgement("delvis_helt", "Bygger delvis eller helt på den nivån", "delvis", "helt"),
)

TABLES = (
    TableSpec(
        id="af:yrkesbarometern",
        agency="Arbetsförmedlingen",
        register="Yrkesbarometern",
        title="Möjligheter till arbete nu och efterfrågan på fem års sikt, per yrke",
        dimensions=(
            Dimension("region", "Region", "region"),
            Dimension("period", "Omgång", "period"),
            Dimension("occupation", "Yrke i Yrkesbarometern"),
            Dimension("contents", "Bedömning", codes={c.code: c.label for c in _CONTENTS}),
        ),
        attributes=(
            *("concept", "field", "ssyk", "ssyk_label", "ssyk_groups", "part_of_ssyk"),
            *("taxonomy", "description", "paradox", "text"),
        ),
        contents=_CONTENTS,
        cadence="half_year",
        releases="juni och december; nästa omgång väntas i december 2026",
        licence="CC0",
        notes=(
            "Få länsvärden bygger på uppgifter från länet självt; de flesta bygger på större "
            "områden (NUTS2, NUTS1 eller hela landet).",
            "Metoden har ändrats flera gånger; omgångar före och efter ett metodbyte ska inte "
            "jämföras.",
            "Flera yrken kan höra till samma SSYK-grupp, och ett yrke kan vara en del av en grupp; "
            "summera dem inte.",
            "Ungefär en fjärdedel av bedömningarna ändras från en omgång till nästa.",
        ),
        page="https://data.arbetsformedlingen.se/data/yrkesbarometer/",
        live=Round("/prognoser/yrkesbarometer.json"),
    ),
)

_TEXT, _TEXT_OR_NONE = (str,), (str, type(None))
#: The fields of a row and their JSON types; null is "not assessed" or no text.
_FIELDS: Mapping[str, tuple[type, ...]] = {
    "yrkesomrade": _TEXT,
    "yb_yrke": _TEXT,
    "yb_concept_id": _TEXT,
    "lan": _TEXT,
    "antal_ssyk": (int,),
    "del_av_ssyk": (int,),
    "ssyk": _TEXT,
    "ssyk_text": _TEXT,
    "yb_beskrivning": _TEXT_OR_NONE,
    "jobbmojligheter": _TEXT_OR_NONE,
    "rekryteringssituation": _TEXT_OR_NONE,
    "paradox": (list,),
    "prognos": _TEXT_OR_NONE,
    "text_jobbmojligheter": _TEXT_OR_NONE,
    "text_rekryteringssituation": _TEXT_OR_NONE,
    "hogsta_bedomningsniva": _TEXT_OR_NONE,
    "delvis_helt": _TEXT_OR_NONE,
    "omgang": _TEXT,
    "taxonomi_version": (int,),
}
_SHAPES = {
    "lan": re.compile(r"\d{2}"),
    "ssyk": re.compile(r"\d{4}(, ?\d{4})*"),
    "omgang": re.compile(r"\d{4}-[1-9]"),
    "yb_yrke": re.compile(r"\S.*"),
    "yb_concept_id": re.compile(r"\S+"),
}
#: The chances that a recruitment situation means; held on every row of every round seen so far.
_MEANS = {
    "brist": "stora",
    "paradox": "stora",
    "balans": "medelstora",
    "överskott": "små",
    None: None,
}
#: Which of a row's sentences belongs to which judgement.
_SENTENCES = {
    "jobbmojligheter": "text_jobbmojligheter",
    "rekryteringssituation": "text_rekryteringssituation",
}
_AGAIN = "Hämta filen på nytt; kvarstår felet har Arbetsförmedlingen ändrat den."


def fetch(inquiry: Inquiry, send: Send) -> Iterator[Answer]:
    """Ask Arbetsförmedlingen for the latest round; the address never holds an earlier one.

    Yields
    ------
    Answer
        One, whose rows have been read; `updated` is the file's Last-Modified.

    Raises
    ------
    SourceError
        The answer is not the file.
    ContractError
        The file breaks its declaration.
    UnchangedError
        The file is the one already known.
    """
    spec = inquiry.spec
    assert isinstance(spec.live, Round)  # noqa: S101 - the package sends no other here
    url = inquiry.agency.address() + spec.live.path
    since = inquiry.known[0].updated if inquiry.known else None
    response = send(Request("GET", url, since=since))
    if response.status == 304:
        raise UnchangedError
    if response.status != 200:
        raise SourceError(f"{spec.agency} svarade {response.status} på {url}.", _AGAIN)
    try:
        parse([response.body], spec)
    except DecodeError as error:
        raise SourceError(
            f"{spec.agency} svarade med något annat än {spec.register}. {error.message}", error.hint
        ) from error
    updated = stamp(response.headers.get("Last-Modified"))
    yield Answer(Query(spec.id, url), response.body, "application/json", updated, whole=1)


def parse(payloads: Sequence[bytes], spec: TableSpec) -> pd.DataFrame:
    """Read one round of Yrkesbarometern.

    Parameters
    ----------
    payloads : sequence of bytes
        One JSON array of rows: an occupation in a region, "00" or a län.
    spec : TableSpec
        ``af:yrkesbarometern``.

    Returns
    -------
    pandas.DataFrame
        Columns `spec.columns`, five rows an occupation and region; ``value`` is the class, missing
        with status `NOT_ASSESSED` where the agency gives none. ``text`` is the agency's sentence
        about the judgement of that row, ``paradox`` why a recruitment situation is one.

    Raises
    ------
    DecodeError
        The payload is not a JSON array of rows, or a field has another type.
    ContractError
        A field is missing or holds an unknown class or code, a row is repeated, there is more than
        one round, or chances and recruitment situation do not go together; names field and row.
    """
    if len(payloads) != 1:
        raise ContractError(
            f"{spec.id}: {len(payloads)} filer i en omgång, men en fil är en hel omgång.", _AGAIN
        )
    rows = _rows(payloads[0])
    _check_one_round(rows)
    _check_situations(rows)
    frame = pd.DataFrame(_observations(spec, rows), columns=list(spec.columns))
    return frame.astype(dict.fromkeys(spec.columns, "str"))


def _rows(payload: bytes) -> list[dict[str, Any]]:
    """Decode the array and hold every row to its fields and their types."""
    try:
        rows = orjson.loads(payload)
    except orjson.JSONDecodeError as error:
        raise DecodeError(
            f"Yrkesbarometern är inte hel JSON: {error.msg}, rad {error.lineno}.", _AGAIN
        ) from error
    if not isinstance(rows, list) or not rows:
        raise DecodeError("Yrkesbarometern är inte en lista med rader.", _AGAIN)
    for number, row in enumerate(rows, start=1):
        if not isinstance(row, dict):
            raise DecodeError(f"Yrkesbarometern, rad {number}: inte ett objekt.", _AGAIN)
        for name, kinds in _FIELDS.items():
            if name not in row:
                raise ContractError(
                    f'Yrkesbarometern, rad {number}: fältet "{name}" saknas.', _AGAIN
                )
            if type(row[name]) not in kinds or (
                name == "paradox" and not all(type(reason) is str for reason in row[name])
            ):
                raise DecodeError(
                    f'Yrkesbarometern, rad {number}: fältet "{name}" är {quote(row[name])}, av fel '
                    "slag.",
                    _AGAIN,
                )
        for name, shape in _SHAPES.items():
            if not shape.fullmatch(row[name]):
                raise ContractError(
                    f'Yrkesbarometern, rad {number}: fältet "{name}" är {quote(row[name])}.', _AGAIN
                )
    return rows


def _check_one_round(rows: Sequence[Mapping[str, Any]]) -> None:
    seen: dict[tuple[str, str], int] = {}
    for number, row in enumerate(rows, start=1):
        if row["omgang"] != rows[0]["omgang"]:
            raise ContractError(
                f'Yrkesbarometern, rad {number}: fältet "omgang" är {quote(row["omgang"])} men '
                f"{quote(rows[0]['omgang'])} i rad 1; en fil är en omgång.",
                _AGAIN,
            )
        first = seen.setdefault((row["lan"], row["yb_yrke"]), number)
        if first != number:
            raise ContractError(
                f"Yrkesbarometern, rad {number}: {quote(row['yb_yrke'])} i lan {quote(row['lan'])} "
                f"står redan i rad {first}.",
                _AGAIN,
            )


def _check_situations(rows: Sequence[Mapping[str, Any]]) -> None:
    """Refuse rows whose chances are not those that their recruitment situation means.

    A situation that nobody knows is named later, with those that are allowed.
    """
    for number, row in enumerate(rows, start=1):
        situation, chances = row["rekryteringssituation"], row["jobbmojligheter"]
        if _MEANS.get(situation, chances) != chances:
            raise ContractError(
                f'Yrkesbarometern, rad {number}: fältet "jobbmojligheter" är {quote(chances)} fast '
                f"rekryteringssituationen är {quote(situation)}, som betyder "
                f"{quote(_MEANS[situation])}.",
                "Arbetsförmedlingen kan ha ändrat metoden; läs metodbeskrivningen.",
            )


def _observations(
    spec: TableSpec, rows: Sequence[Mapping[str, Any]]
) -> Iterator[tuple[str | None, ...]]:
    for number, row in enumerate(rows, start=1):
        for contents in spec.contents:
            value = row[contents.code]
            if value is not None and value not in contents.classes:
                raise ContractError(
                    f'Yrkesbarometern, rad {number}: fältet "{contents.code}" är {quote(value)}; '
                    f"tillåtet är {', '.join(contents.classes)} eller inget.",
                    _AGAIN,
                )
            paradox = contents.code == "rekryteringssituation" and row["paradox"]
            yield (
                row["lan"],
                row["omgang"],
                row["yb_yrke"],
                contents.code,
                row["yb_concept_id"],
                row["yrkesomrade"],
                row["ssyk"],
                row["ssyk_text"],
                str(row["antal_ssyk"]),
                str(row["del_av_ssyk"]),
                str(row["taxonomi_version"]),
                row["yb_beskrivning"],
                ", ".join(row["paradox"]) if paradox else None,
                row[_SENTENCES[contents.code]] if contents.code in _SENTENCES else None,
                value,
                NOT_ASSESSED if value is None else "",
            )
