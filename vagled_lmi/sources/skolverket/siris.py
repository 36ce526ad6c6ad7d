"""Skolverket's CSV files, as its web pages hand them out: a user downloads one, there is no API.

UTF-8 with a byte order mark, lines that explain, then a header and rows with ``;`` after each
value. A row is a kommun, a kind of huvudman and a sex.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence

import pandas as pd

from vagled_lmi.codes import quote
from vagled_lmi.errors import ContractError, DecodeError
from vagled_lmi.sources.gathering import Gathered
from vagled_lmi.sources.skolverket.numbers import number
from vagled_lmi.tables import TableSpec

_WHAT = "Filen från Skolverket"
_YEAR = re.compile(r"Valt läsår:\s*(\d{4}/\d{2})\s*;*\s*")
_KOMMUN, _OWNER, _SEX = "Kommun-kod", "Typ av huvudman", "Kön"
_SHARE = "Andel (%) elever behöriga till yrkesprog."
_ALL = "Samtliga"
_SEXES = {_ALL: "total", "Pojkar": "men", "Flickor": "women"}


def parse(payloads: Sequence[bytes], spec: TableSpec) -> pd.DataFrame:
    """Read a file on eligibility for gymnasieskolan.

    Parameters
    ----------
    payloads : sequence of bytes
        One file, of one school year.
    spec : TableSpec
        ``skolverket:behorighet``.

    Returns
    -------
    pandas.DataFrame
        Columns `spec.columns`: all huvudmän together, a row a kommun and sex. A share that is not
        shown has Skolverket's sign as its status.

    Raises
    ------
    DecodeError
        The bytes are no such file, or a share is written in another way.
    ContractError
        A column is missing, or there is more than one file.
    """
    if len(payloads) != 1:
        raise ContractError(f"{spec.id}: {len(payloads)} filer, men en fil är ett läsår.")
    lines = _lines(payloads[0])
    period = next((m[1] for line in lines if (m := _YEAR.fullmatch(line))), None)
    start = next((at for at, line in enumerate(lines) if line.startswith("Kommun;")), None)
    if period is None or start is None:
        raise DecodeError(
            f"{_WHAT} saknar {'läsår' if period is None else 'raden med kolumnernas namn'}.",
            "Spara filen som CSV från Skolverkets sida om behörighet till gymnasieskolan, som den "
            "är.",
        )
    # the table ends at an empty line; below it the file explains itself
    end = next((at for at in range(start, len(lines)) if not lines[at].strip()), len(lines))
    try:
        header, *rows = csv.reader(lines[start:end], delimiter=";", strict=True)
    except csv.Error as error:
        raise DecodeError(f"{_WHAT} går inte att läsa som CSV: {error}.") from error
    places = _places(header)
    gathered = Gathered(spec.columns)
    for line, row in enumerate(rows, start=start + 2):
        if len(row) != len(header):
            raise DecodeError(f"{_WHAT}, rad {line}: {len(row)} värden där {len(header)} väntas.")
        if row[places[_OWNER]] != _ALL:
            continue
        sex = row[places[_SEX]]
        if sex not in _SEXES:
            raise ContractError(f'{_WHAT}, rad {line}: okänt värde i "{_SEX}": {quote(sex)}.')
        value, status = number(row[places[_SHARE]], f"{_WHAT}, rad {line}: {_SHARE}")
        gathered.add(value, row[places[_KOMMUN]].strip(), period, _SEXES[sex], status)
    return gathered.frame()


def _lines(payload: bytes) -> list[str]:
    try:
        return payload.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise DecodeError(
            f"{_WHAT} är inte UTF-8.", "Spara den som den är; öppna den inte i Excel emellan."
        ) from error


def _places(header: Sequence[str]) -> dict[str, int]:
    """Return where the columns that are read stand."""
    names = [" ".join(name.split()) for name in header]
    missing = [name for name in (_KOMMUN, _OWNER, _SEX, _SHARE) if name not in names]
    if missing:
        raise ContractError(
            f"{_WHAT} saknar kolumnen {quote(missing[0])}. Där finns: {'; '.join(names)[:300]}.",
            "Skolverket kan ha ändrat filen.",
        )
    return {name: names.index(name) for name in (_KOMMUN, _OWNER, _SEX, _SHARE)}
