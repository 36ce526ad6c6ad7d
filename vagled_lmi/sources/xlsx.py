"""Workbooks (xlsx) from agencies: read within limits, found by labels, or refused in our words.

openpyxl reads them; on its own it believes whatever a file says of itself. Here the size that a
sheet claims is not trusted (agencies' exports say A1 of sheets with thousands of rows), a packed
bomb is refused before it is unpacked, a row number of four thousand million ends the reading, and
entities are refused by defusedxml, which openpyxl uses where it is installed.
"""

from __future__ import annotations

import io
import itertools
import warnings
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import openpyxl

from vagled_lmi.codes import quote
from vagled_lmi.errors import ContractError, DecodeError

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

Cell = str | int | float | bool | date | datetime | time | timedelta | None
Row = tuple[Cell, ...]
#: Name of a sheet to its rows from the first, each cut after its last cell that holds something.
Workbook = Mapping[str, Sequence[Row]]

_AGAIN = "Hämta filen på nytt; kvarstår felet har myndigheten ändrat den."
_NAMED_AT_MOST = 8


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that a workbook may be.

    Attributes
    ----------
    unpacked : int
        Bytes of all its parts together.
    parts, sheets, rows : int
        Parts of the file, sheets in it, rows of a sheet.
    cells : int
        Cells of all sheets, empty ones before a row's last included.
    """

    unpacked: int = 100_000_000
    parts: int = 1_000
    sheets: int = 200
    rows: int = 200_000
    cells: int = 2_000_000


def read(payload: bytes, what: str, limits: Limits | None = None) -> Workbook:
    """Read every sheet of a workbook.

    Parameters
    ----------
    payload : bytes
        The file.
    what : str
        What it is, for messages: ``Varsel per län``.
    limits : Limits, optional
        The most it may be.

    Returns
    -------
    Workbook
        Sheets in the file's order. A formula is the value that was last computed; a cell that
        failed is its sign, ``#DIV/0!``.

    Raises
    ------
    DecodeError
        When it is no workbook, is damaged, or is larger than it may be.
    """
    limits = limits or Limits()
    check_packing(payload, what, limits)
    try:
        with warnings.catch_warnings():  # styles and extensions that openpyxl passes over
            warnings.simplefilter("ignore")
            return _read(payload, what, limits)
    except DecodeError:
        raise
    except Exception as error:  # whatever openpyxl stumbles on, it is the file
        raise DecodeError(
            f"{what}: arbetsboken går inte att läsa, {type(error).__name__}.", _AGAIN
        ) from error


def check_packing(payload: bytes, what: str, limits: Limits) -> None:
    """Refuse what is no archive, or would unpack to too much; nothing is unpacked yet.

    The archive's reader stops at each part's declared size, so that the declaration can be trusted.

    Raises
    ------
    DecodeError
        When it is refused.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(payload)) as archive:
            parts = archive.infolist()
    except Exception as error:  # zipfile lets struct.error, ValueError and others through
        raise DecodeError(f"{what}: filen är ingen arbetsbok (xlsx).", _AGAIN) from error
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > limits.parts or unpacked > limits.unpacked:
        raise DecodeError(
            f"{what}: arbetsboken skulle bli {unpacked / 1e6:.0f} MB i {len(parts)} delar, mer än "
            f"de {limits.unpacked / 1e6:.0f} MB i {limits.parts} delar som tas emot.",
            _AGAIN,
        )


def _read(payload: bytes, what: str, limits: Limits) -> Workbook:
    book = openpyxl.load_workbook(
        io.BytesIO(payload), read_only=True, data_only=True, keep_links=False
    )
    try:
        if not 0 < len(book.worksheets) <= limits.sheets:
            raise DecodeError(f"{what}: arbetsboken har {len(book.worksheets)} blad.", _AGAIN)
        sheets: dict[str, list[Row]] = {}
        room = limits.cells
        for sheet in book.worksheets:
            sheet.reset_dimensions()
            rows = sheets[sheet.title] = []
            for row in itertools.islice(sheet.iter_rows(values_only=True), limits.rows + 1):
                rows.append(_cut(row))
                room -= len(row)
                if room < 0 or len(rows) > limits.rows:
                    raise DecodeError(
                        f"{what}: bladet {quote(sheet.title)} är större än de {limits.rows} rader "
                        f"och {limits.cells} celler som tas emot.",
                        _AGAIN,
                    )
            while rows and not rows[-1]:
                rows.pop()
        return sheets
    finally:
        book.close()


def _cut(row: Sequence[object]) -> Row:
    """Return a row without the empty cells at its end."""
    end = len(row)
    while end and row[end - 1] in (None, ""):
        end -= 1
    return tuple(row[:end])  # type: ignore[arg-type]  # openpyxl's types of values


def text(cell: Cell) -> str:
    """Return a cell as one line of text, soft hyphens and repeated spaces gone; empty for none."""
    return "" if cell is None else " ".join(str(cell).replace("\N{SOFT HYPHEN}", "").split())


def records(
    rows: Sequence[Row], labels: Sequence[str], what: str
) -> Iterator[tuple[int, dict[str, Cell]]]:
    """Read a sheet's rows below its heading by the labels of the columns, wherever they stand.

    Parameters
    ----------
    rows : sequence of Row
        Of one sheet.
    labels : sequence of str
        Of the columns that are wanted; case and spaces do not matter.
    what : str
        File and sheet, for messages.

    Yields
    ------
    tuple of int and dict
        The row's number as a spreadsheet shows it, and label to cell; rows that are empty in all
        these columns are left out.

    Raises
    ------
    ContractError
        When no row holds all labels, or one holds a label twice; says what the nearest row has.
    """
    heading = _heading(rows, labels, what)
    there = [text(cell).casefold() for cell in rows[heading]]
    columns = {label: there.index(text(label).casefold()) for label in labels}
    for number, row in enumerate(rows[heading + 1 :], start=heading + 2):
        found = {label: row[at] if at < len(row) else None for label, at in columns.items()}
        if any(text(cell) for cell in found.values()):
            yield number, found


def _heading(rows: Sequence[Row], labels: Sequence[str], what: str) -> int:
    """Return the place of the row that holds all labels, the first one."""
    wanted = {text(label).casefold(): label for label in labels}
    nearest: tuple[str, ...] = ()
    missing = list(labels)
    for place, row in enumerate(rows):
        there = [text(cell).casefold() for cell in row]
        lacking = [label for name, label in wanted.items() if name not in there]
        if not lacking:
            twice = [label for name, label in wanted.items() if there.count(name) > 1]
            if twice:
                raise ContractError(
                    f"{what}, rad {place + 1}: rubriken {quote(twice[0])} står flera gånger.",
                    _AGAIN,
                )
            return place
        if len(lacking) < len(missing):
            nearest, missing = tuple(text(cell) for cell in row), lacking
    says = f" Närmast är {_some(nearest)}." if nearest else ""
    raise ContractError(
        f"{what}: ingen rad har rubrikerna {_some(labels)}; det som saknas är {_some(missing)}."
        f"{says}",
        "Myndigheten kan ha ändrat filens uppställning.",
    )


def _some(labels: Sequence[str]) -> str:
    shown = ", ".join(quote(label) for label in labels[:_NAMED_AT_MOST])
    more = len(labels) - _NAMED_AT_MOST
    return f"{shown} och {more} till" if more > 0 else shown
