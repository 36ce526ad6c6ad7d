"""Hostile workbooks: whatever a cell of MYH's holds, only the project's own errors come out.

How bytes become a workbook is tested where that is read; here it is what stands in the cells. The
strategies are for `bench` too, with more examples.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.agencies.myh import workbook
from tests.sources.test_fuzz_scb import KNOWN, thorough
from vagled_lmi import tables
from vagled_lmi.sources import myh, xlsx
from vagled_lmi.tables import TableSpec

BOOKS = {
    "myh:beviljade": xlsx.read(workbook(2025), "x"),
    "myh:program": xlsx.read(workbook(2025), "x"),
    "myh:kurser": {
        "Beviljade ansökningar": [
            ("Diarienummer", "Beslut", "Utbildningsnamn", "Utbildningsområde", "YH-poäng", "Län",
             "Antal län", "Totalt antal beviljade platser"),
            ("MYH 2025/1", "Beviljad", "Exempel", "Data/IT", 20, "Uppsala", 1, 30),
        ],
        "Lista flera kommuner": [("Diarienummer", "Län"), ("MYH 2025/2", "Uppsala")],
    },
}  # fmt: skip
SPECS = {spec.id: spec for spec in myh.TABLES}
cells: st.SearchStrategy[Any] = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.datetimes(max_value=datetime(2100, 1, 1))  # noqa: DTZ001 - cells have no time zone
    | st.sampled_from(["Beviljad", "Ja", "Flera kommuner", "Uppsala", "MYH 2025/2"])
)


@st.composite
def hostile_books(draw: st.DrawFn) -> tuple[TableSpec, dict[str, list[tuple[Any, ...]]]]:
    """A table, and its workbook with some cells changed, or a sheet or a row taken away."""
    table = draw(st.sampled_from(sorted(BOOKS)))
    book = {name: list(rows) for name, rows in BOOKS[table].items()}
    for _ in range(draw(st.integers(1, 3))):
        name = draw(st.sampled_from(sorted(book)))
        rows = book[name]
        if not rows or draw(st.integers(0, 19)) == 0:
            del book[name]
            if not book:
                break
            continue
        at = draw(st.integers(0, len(rows) - 1))
        row = list(rows[at])
        if not row or draw(st.integers(0, 9)) == 0:
            del rows[at]
            continue
        row[draw(st.integers(0, len(row) - 1))] = draw(cells)
        rows[at] = tuple(row)
    return SPECS[table], book


@given(hostile_books())
@thorough
def test_parse(given_: tuple[TableSpec, dict[str, list[tuple[Any, ...]]]]) -> None:
    spec, book = given_
    with pytest.MonkeyPatch.context() as patch, suppress(*KNOWN):
        patch.setattr(xlsx, "read", lambda *_: book)
        assert set(tables.check(spec, myh.parse([b""], spec))) == set(spec.columns)


@given(st.binary(max_size=300))
@thorough
def test_bytes_that_are_no_workbook(payload: bytes) -> None:
    with suppress(*KNOWN):
        assert len(myh.parse([payload], SPECS["myh:program"]))
