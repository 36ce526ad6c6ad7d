"""Results of gymnasieskolans programmes in riket, from Planned Educations: never of schools."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from vagled_lmi.contracts import Contract, Measure, Variable
from vagled_lmi.errors import DecodeError, SourceError
from vagled_lmi.session import StatusError
from vagled_lmi.sources.gathering import Gathered
from vagled_lmi.sources.protocol import Answer, Inquiry, Send
from vagled_lmi.sources.reading import part
from vagled_lmi.sources.skolverket.numbers import MISSING, number
from vagled_lmi.sources.skolverket.planned import WHAT, Caller, body
from vagled_lmi.tables import TableSpec


@dataclass(frozen=True, slots=True)
class ProgrammeResults:
    """How the table is asked for: `TableSpec.live`."""


def fetch(inquiry: Inquiry, send: Send) -> Iterator[Answer]:
    """Ask which programmes there are, then for the results of each.

    Yields
    ------
    Answer
        The list of programmes, then one a programme that has results.

    Raises
    ------
    SourceError
        There is no programme with results.
    """
    caller = Caller(inquiry, send)
    listed = caller.get("/support/programs", resume=inquiry.day)
    names = _named(listed.payload)
    whole = 1 + len(names)
    yield replace(listed, whole=whole)
    without = []
    for code in names:
        try:
            answer = caller.get(f"/statistics/national-values/gy/{code}", resume=inquiry.day)
        except StatusError as error:
            if error.response.status != 404:
                raise
            without.append(code)  # introduktionsprogram have no results of their own
            continue
        yield replace(answer, whole=whole - len(without))
    if len(without) == len(names):
        raise SourceError(
            "Skolverket har inte resultat för något av gymnasieskolans program.",
            "Tjänsten kan ha ändrats; se dess beskrivning.",
        )


def probe(inquiry: Inquiry, send: Send) -> list[bytes]:
    """Ask which programmes there are."""
    return [Caller(inquiry, send).get("/support/programs").payload]


def contract(payloads: Sequence[bytes], spec: TableSpec) -> Contract:
    """Read which programmes there are: the first payload of a vintage, or that of `probe`."""
    return Contract(
        table=spec.id,
        agency_id="national-values/gy",
        label=spec.title,
        variables={"programCode": Variable("Program", _named(payloads[0]))},
        measures={c.code: Measure(c.label, c.unit, c.decimals) for c in spec.contents},
    )


def parse(payloads: Sequence[bytes], spec: TableSpec) -> pd.DataFrame:
    """Read the results of each programme.

    Parameters
    ----------
    payloads : sequence of bytes
        As `fetch` yields them.
    spec : TableSpec
        Its contents are fields of an answer.

    Returns
    -------
    pandas.DataFrame
        Columns `spec.columns`; a value that is left out has Skolverket's sign as its status.

    Raises
    ------
    DecodeError
        A payload is not an answer, or a field is missing or of another type.
    """
    gathered = Gathered(spec.columns)
    names: dict[str, str] = {}
    for payload in payloads:
        content = body(payload)
        if isinstance(content, dict) and "programCode" not in content:
            names = _named(payload)
            continue
        code = part(content, "programCode", str, WHAT)
        for contents in spec.contents:
            for value in _values(content, contents.code):
                period = value["timePeriod"]
                amount, status = number(value["value"], f"{WHAT}: {contents.code} för {code}")
                gathered.add(amount, "00", period, code, contents.code, names.get(code, ""), status)
    return gathered.frame()


def _values(content: Any, name: str) -> Iterator[dict[str, str]]:
    """Yield the values of a measure that have a period; null where there are none at all."""
    if name not in content:
        raise DecodeError(f'{WHAT} saknar fältet "{name}".')
    for row in [] if content[name] is None else part(content, name, list, WHAT):
        if not isinstance(row, dict):
            raise DecodeError(f'{WHAT}: ett värde i "{name}" är inte ett objekt.')
        if row.get("timePeriod") is None:
            continue
        kind = part(row, "valueType", str, WHAT)
        missing = row.get("value") is None and kind == "MISSING"
        value = MISSING if missing else part(row, "value", str, WHAT)
        yield {"timePeriod": part(row, "timePeriod", str, WHAT), "value": value}


def _named(payload: bytes) -> dict[str, str]:
    """Return the programmes by code."""
    listed = part(body(payload), "gy", list, WHAT)
    return {part(p, "code", str, WHAT): part(p, "name", str, WHAT) for p in listed}
