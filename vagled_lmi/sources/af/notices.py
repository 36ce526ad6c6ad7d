"""Notices of redundancy (varsel): persons by län and month, and by län, industry and year.

Two workbooks. The first has a sheet with a row a month and a column a län; the second a sheet a
year with a row an industry, "Summa" last. Rows and columns are found by their labels; what is
between them must be known, and sums are held to the agency's own.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cache

import pandas as pd

from vagled_lmi.codes import quote, regions
from vagled_lmi.errors import ContractError
from vagled_lmi.sources import xlsx
from vagled_lmi.sources.af import linked
from vagled_lmi.sources.af.linked import Linked
from vagled_lmi.sources.xlsx import Cell, Row, text
from vagled_lmi.tables import Contents, Dimension, TableSpec

#: Status of a cell that the file leaves empty.
EMPTY = "ingen uppgift i filen"
#: Industry of those whose industry is not known; SCB's code.
UNKNOWN_INDUSTRY = "US"

_NOTES = (
    "Antalet personer som arbetsgivare har varslat om uppsägning. Ett varsel är ingen uppsägning: "
    "alla som varslas blir inte uppsagda.",
    "Arbetsgivare varslar när minst fem personer berörs i ett län, eller minst 20 på 90 dagar "
    "(lagen 1974:13). Mindre uppsägningar syns inte.",
)
_PERSONS = (Contents("persons", "Varslade personer", "personer"),)
_PAGE = "https://arbetsformedlingen.se/statistik/sok-statistik/tidigare-statistik-tidsserier"

BY_MONTH = TableSpec(
    id="af:varsel",
    agency="Arbetsförmedlingen",
    register="Varsel om uppsägning per län och månad",
    title="Personer som berörs av varsel om uppsägning, per län och månad",
    dimensions=(Dimension("region", "Län", "region"), Dimension("period", "Månad", "period")),
    contents=_PERSONS,
    cadence="month",
    releases="ungefär två veckor efter månadens slut",
    licence="öppna uppgifter, ange källan",
    notes=_NOTES,
    page=_PAGE,
    live=Linked(r"(?=.*varsel)(?=.*lan)(?!.*bransch).*\.xlsx"),
)
BY_INDUSTRY = TableSpec(
    id="af:varsel_bransch",
    agency="Arbetsförmedlingen",
    register="Varsel om uppsägning per län och näringsgren",
    title="Personer som berörs av varsel om uppsägning, per län, näringsgren och år",
    dimensions=(
        Dimension("region", "Län", "region"),
        Dimension("period", "År", "period"),
        Dimension("industry", "Näringsgren (kod i filen)"),
    ),
    attributes=("label",),
    contents=_PERSONS,
    cadence="year",
    licence="öppna uppgifter, ange källan",
    notes=(*_NOTES, "Filen har hela år; innevarande år kommer när det är slut."),
    page=_PAGE,
    live=Linked(r"(?=.*varsel)(?=.*lan)(?=.*bransch).*\.xlsx"),
)
TABLES = (BY_MONTH, BY_INDUSTRY)

fetch = linked.fetch

_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
_YEAR = re.compile(r"(19|20)\d{2}")
_COUNTRY = frozenset({"riket", "hela riket", "sverige"})
_NOWHERE = frozenset({"inga uppgifter", "uppgift saknas", "okänt", "okänt län"})
_SUM = frozenset({"summa", "totalt"})
_INDUSTRY = "näringsgren"
_CHANGED = "Arbetsförmedlingen kan ha ändrat filens uppställning."

#: The most persons that one cell may hold.
_MOST = 1_000_000

#: Columns of one sheet: place of each län, of riket (00), and of those without a län (empty).
_Columns = Mapping[str, int]
_Cell = tuple[float | None, str]


def parse(payloads: Sequence[bytes], spec: TableSpec) -> pd.DataFrame:
    """Read one workbook.

    Returns
    -------
    pandas.DataFrame
        Columns `spec.columns`; ``value`` in persons. A cell that is empty or holds a sign is
        missing, with the sign or `EMPTY` as status. Riket where the file has it.

    Raises
    ------
    DecodeError
        The payload is no workbook.
    ContractError
        A sheet, heading or row is not where its labels should be, or a sum is not the sum of its
        parts; says what the file has instead.
    """
    if len(payloads) != 1:
        raise ContractError(f"{spec.id}: {len(payloads)} filer, väntat en.")
    book = xlsx.read(payloads[0], spec.register)
    read = _by_month if spec.id == BY_MONTH.id else _by_industry
    frame = pd.DataFrame(read(book, spec.register), columns=list(spec.columns))
    frame["value"] = frame["value"].astype("float64")
    return frame


def _by_month(book: xlsx.Workbook, what: str) -> Iterator[tuple[object, ...]]:
    """Read the sheets that have "månad" in their names: a row a month."""
    sheets = {name: rows for name, rows in book.items() if "månad" in name.casefold()}
    for name, rows in _some_sheets(sheets, book, 'ett blad med "månad" i namnet', what):
        where = f"{what}, bladet {quote(name)}"
        heading, columns = _heading(rows, where)
        for number, row in enumerate(rows[heading + 1 :], start=heading + 2):
            period = _month(row[0] if row else None)
            values = _values(row, columns, f"{where}, rad {number}")
            if all(cell == (None, EMPTY) for cell in values.values()):
                continue  # a month that has not come, or a note below the table
            if not period:
                if text(row[0]).casefold() in _SUM:
                    continue
                raise ContractError(
                    f"{where}, rad {number}: {quote(text(row[0]))} är ingen månad.", _CHANGED
                )
            _hold(values, f"{where}, rad {number}")
            yield from ((code, period, *cell) for code, cell in values.items() if code)


def _by_industry(book: xlsx.Workbook, what: str) -> Iterator[tuple[object, ...]]:
    """Read the sheets that are named by years: a row an industry, down to the sum."""
    sheets = {name.strip(): rows for name, rows in book.items() if _YEAR.fullmatch(name.strip())}
    for year, rows in _some_sheets(sheets, book, "ett blad per år", what):
        where = f"{what}, bladet {quote(year)}"
        heading, columns = _heading(rows, where)
        labels = [text(cell).casefold() for cell in rows[heading]]
        if _INDUSTRY not in labels:
            raise ContractError(
                f"{where}: rubriken {quote(_INDUSTRY)} saknas; där står {_quoted(rows[heading])}.",
                _CHANGED,
            )
        at = labels.index(_INDUSTRY)
        sums: dict[str, float] = dict.fromkeys(columns, 0.0)
        for number, row in enumerate(rows[heading + 1 :], start=heading + 2):
            here = f"{where}, rad {number}"
            label = text(_at(row, at))
            values = _values(row, columns, here)
            if label.casefold() in _SUM:
                _hold_sum(values, sums, here)
                break
            if not label:
                continue
            _hold(values, here)
            industry = text(row[at - 1] if at else None) or UNKNOWN_INDUSTRY
            for code, (value, status) in values.items():
                sums[code] += float("nan") if value is None else value
                if code:
                    yield code, year, industry, label, value, status
        else:
            raise ContractError(f"{where}: raden Summa saknas.", _CHANGED)


def _some_sheets(
    found: Mapping[str, Sequence[Row]], book: xlsx.Workbook, wanted: str, what: str
) -> Iterator[tuple[str, Sequence[Row]]]:
    if not found:
        names = ", ".join(quote(name) for name in list(book)[:8])
        raise ContractError(f"{what}: {wanted} saknas; bladen heter {names}.", _CHANGED)
    yield from found.items()


def _quoted(row: Row) -> str:
    return ", ".join(quote(text(cell)) for cell in row[:8] if text(cell))


@cache
def _places() -> Mapping[str, str]:
    """Return every way that a file may name a län, riket (00), or nowhere (empty), folded."""
    names = {name: code for region in regions("county") for code in [region.code]
             for name in (region.name.casefold(), region.short.casefold())}  # fmt: skip
    return names | dict.fromkeys(_COUNTRY, "00") | dict.fromkeys(_NOWHERE, "")


def _heading(rows: Sequence[Row], where: str) -> tuple[int, _Columns]:
    """Return the place of the row that names every län, and the column of each region."""
    counties = {region.code for region in regions("county")}
    nearest: set[str] = set()
    for place, row in enumerate(rows):
        labels = [text(cell).casefold() for cell in row]
        columns = {_places()[label]: at for at, label in enumerate(labels) if label in _places()}
        there = counties & set(columns)
        if there == counties:
            first = min(columns.values())
            unknown = [text(cell) for at, cell in enumerate(row)
                       if at > first and text(cell) and labels[at] not in _places()
                       and labels[at] not in _SUM]  # fmt: skip
            if unknown:
                raise ContractError(
                    f"{where}, rad {place + 1}: {quote(unknown[0])} är inget län.", _CHANGED
                )
            return place, columns
        nearest = max(nearest, there, key=len)
    missing = ", ".join(r.name for r in regions("county") if r.code not in nearest)
    raise ContractError(f"{where}: ingen rad har alla län; det som saknas är {missing}.", _CHANGED)


def _at(row: Row, place: int) -> Cell:
    return row[place] if place < len(row) else None


def _month(cell: Cell) -> str:
    if isinstance(cell, datetime | date):
        return f"{cell:%Y}M{cell:%m}"
    found = _MONTH.fullmatch(text(cell))
    return f"{found[1]}M{found[2]}" if found else ""


def _values(row: Row, columns: _Columns, where: str) -> dict[str, _Cell]:
    return {code: _value(_at(row, place), where) for code, place in columns.items()}


def _value(cell: Cell, where: str) -> _Cell:
    """Return a cell's value and status; a sign is kept as status, never read as a number."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        if not (0 <= cell <= _MOST and cell == int(cell)):
            raise ContractError(f"{where}: {quote(cell)} är inget antal personer.", _CHANGED)
        return float(cell), ""
    return None, text(cell)[:20] or EMPTY


def _hold(values: Mapping[str, _Cell], where: str) -> None:
    """Hold the län to riket; where those without a län stand apart, the sum must be exact."""
    numbers = {code: value for code, (value, _) in values.items() if value is not None}
    if len(numbers) < len(values) or "00" not in numbers:
        return
    parts, whole = sum(numbers.values()) - numbers["00"], numbers["00"]
    if parts > whole or ("" in numbers and parts != whole):
        raise ContractError(f"{where}: länen blir {parts:g}, men riket är {whole:g}.", _CHANGED)


def _hold_sum(values: Mapping[str, _Cell], sums: Mapping[str, float], where: str) -> None:
    for code, (value, _) in values.items():
        if value is not None and not math.isnan(sums[code]) and sums[code] != value:
            raise ContractError(
                f"{where}: näringsgrenarna blir {sums[code]:g}, men summan är {value:g}.", _CHANGED
            )
