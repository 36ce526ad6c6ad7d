"""Kolada, Eurostat, UKÄ and MYH."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from tests.agencies.eurostat import EurostatServer, example_cubes
from tests.agencies.kolada import KoladaServer
from tests.agencies.myh import MyhServer, workbook
from tests.agencies.uka import UkaServer
from tests.fuzzing import unsound
from tests.fuzzing.tape import Tape
from tests.fuzzing.target import (
    URL,
    Target,
    fetched,
    of_answers,
    of_payload,
    of_table,
    sending,
)
from vagled_lmi import tables
from vagled_lmi.sources import catalogue, eurostat, kolada, myh, uka, xlsx
from vagled_lmi.sources.protocol import Agency, Send
from vagled_lmi.tables import TableSpec

_LABOUR = catalogue.spec("kolada:arbetsmarknad")
_KOLADA = replace(_LABOUR, contents=_LABOUR.contents[:2], live=("00", "03", "0380"))
_KOLADA_SERVER = KoladaServer(years=range(2023, 2025), most=4)
_EUROSTAT = catalogue.spec("eurostat:lfst_r_lfu3rt")
_EUROSTAT_SERVER = EurostatServer(example_cubes())
_UKA = catalogue.spec("uka:etablering")
_UKA_SERVER = UkaServer()
_MYH_SERVER = MyhServer({"program-yh-2025": workbook(2025)})
_BOOK = xlsx.read(workbook(2025), "x")
_COURSES: dict[str, list[tuple[Any, ...]]] = {
    "Beviljade ansökningar": [
        ("Diarienummer", "Beslut", "Utbildningsnamn", "Utbildningsområde", "YH-poäng", "Län",
         "Antal län", "Totalt antal beviljade platser"),
        ("MYH 2025/1", "Beviljad", "Exempel", "Data/IT", 20, "Uppsala", 1, 30),
        ("MYH 2025/2", "Beviljad", "Exempel", "Data/IT", 20, "Flera län", 2, 30),
    ],
    "Lista flera kommuner": [("Diarienummer", "Län"), ("MYH 2025/2", "Uppsala"),
                             ("MYH 2025/2", "Örebro")],
}  # fmt: skip
_Book = dict[str, list[Any]]


def _cell(tape: Tape) -> Any:
    """What a workbook's cell may hold."""
    known = ("Beviljad", "Ja", "Flera kommuner", "Flera län", "Uppsala", "MYH 2025/2")
    how = tape.take(4)
    if how == 1:
        return tape.one_of(known)
    if how == 2:
        return tape.one_of((datetime(1900, 1, 1), float("nan"), float("inf"), 1e300, -1, 0.1, None))  # noqa: DTZ001
    return unsound.awkward(tape)


def _cells(table: str, book: _Book) -> Target:
    """A table of MYH's whose workbook opens, and has something else in its cells."""
    spec = catalogue.spec(table)

    def hostile(tape: Tape) -> _Book:
        changed = dict(book)
        name = tape.one_of(sorted(book))
        changed[name] = unsound.rows(book[name], _cell, tape)
        if tape.take(30) == 1:
            del changed[name]
        return changed

    def parse(cells: _Book) -> None:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(xlsx, "read", lambda *_: cells)
            assert set(tables.check(spec, myh.parse([b""], spec))) == set(spec.columns)

    return Target(book, hostile, [parse], (table,))


def _programmes(payload: bytes) -> None:
    assert len(myh.parse([payload], catalogue.spec("myh:program")))


def _fetch(module: Any, spec: TableSpec) -> Any:
    return lambda send: fetched(module, spec, send)


def _search(send: Send) -> None:
    list(kolada.search(Agency("kolada", "Kolada", URL, "VAGLED_TEST_URL"), "arbets", send))


def _sound(module: Any, spec: TableSpec, server: Any) -> list[bytes]:
    return fetched(module, spec, sending(server))


TARGETS: dict[str, Target] = {
    "Kolada": of_table(kolada, _KOLADA, _sound(kolada, _KOLADA, _KOLADA_SERVER)),
    "Kolada: fetch and search": of_answers(_KOLADA_SERVER, _fetch(kolada, _KOLADA), _search),
    "Eurostat": of_table(eurostat, _EUROSTAT, _sound(eurostat, _EUROSTAT, _EUROSTAT_SERVER)),
    "Eurostat: fetch": of_answers(_EUROSTAT_SERVER, _fetch(eurostat, _EUROSTAT)),
    "UKÄ": of_table(uka, _UKA, _sound(uka, _UKA, _UKA_SERVER)),
    "UKÄ: fetch": of_answers(_UKA_SERVER, _fetch(uka, _UKA)),
    "MYH: programmes granted": _cells("myh:beviljade", _BOOK),
    "MYH: programmes": _cells("myh:program", _BOOK),
    "MYH: courses": _cells("myh:kurser", _COURSES),
    "MYH: a workbook": of_payload(workbook(2025), _programmes),
    "MYH: fetch": of_answers(_MYH_SERVER, _fetch(myh, catalogue.spec("myh:program"))),
}
