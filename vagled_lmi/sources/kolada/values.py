"""Kolada's values and its indicators' metadata, read from pages."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pandas as pd

from vagled_lmi.codes import quote
from vagled_lmi.contracts import Contract, Measure, Variable
from vagled_lmi.errors import ContractError, DecodeError
from vagled_lmi.sources.gathering import Gathered
from vagled_lmi.sources.kolada.pages import WHAT, read
from vagled_lmi.sources.protocol import Listed
from vagled_lmi.sources.reading import part
from vagled_lmi.tables import TableSpec

#: Status of a value that Kolada lists without a number and without saying why.
MISSING = "saknas"
#: At the end of the title of a series that has ended, with its last year.
ENDED = re.compile(r"\(-\d{4}\)")
_SEX = {"T": "total", "K": "women", "M": "men"}
_AREAS = {"K": "kommun", "L": "region", "A": "kommun och region"}


def to_kolada(region: str) -> str | None:
    """Return Kolada's id of a region; None for those that it has none for.

    Examples
    --------
    ``03`` is ``0003``, ``00`` (riket) is ``0000``, ``0380`` is itself, ``SE12`` there is not.
    """
    return region.zfill(4) if region.isdecimal() and len(region) in (2, 4) else None


def to_region(area: str) -> str:
    """Return our code of one of Kolada's areas, kommun or region; others as they are."""
    return area[2:] if area.startswith("00") and len(area) == 4 else area


def parse(payloads: Sequence[bytes], spec: TableSpec) -> pd.DataFrame:
    """Read the pages of one vintage.

    Parameters
    ----------
    payloads : sequence of bytes
        Pages of metadata and of values, in any order; each is read once.
    spec : TableSpec
        A table of Kolada.

    Returns
    -------
    pandas.DataFrame
        Columns `spec.columns`; a value that Kolada lists as missing has its status, or `MISSING`.

    Raises
    ------
    DecodeError
        A payload is not a page of version 3, or a field is missing or of another type.
    ContractError
        A value is for a sex that is not known.
    """
    gathered = Gathered(spec.columns)
    for payload in payloads:
        for row in read(payload)[0]:
            if _is_value(row) or not isinstance(row, dict) or "id" not in row:
                _gather(row, gathered)
    return gathered.frame()


def _gather(row: Any, gathered: Gathered) -> None:
    key = (
        to_region(part(row, "municipality", str, WHAT)),
        str(part(row, "period", int, WHAT)),
        part(row, "kpi", str, WHAT),
    )
    for cell in part(row, "values", list, WHAT):
        if not isinstance(cell, dict):
            raise DecodeError(f"{WHAT}: ett värde är {quote(cell)}, inte ett objekt.")
        if cell.get("isdeleted"):
            continue
        gender = part(cell, "gender", str, WHAT)
        if gender not in _SEX:
            raise ContractError(
                f"{WHAT} har ett värde för könet {quote(gender)}; känt är {', '.join(_SEX)}."
            )
        value = _number(cell)
        status = cell.get("status") or ""
        if not isinstance(status, str):
            raise DecodeError(f'{WHAT}: fältet "status" är {quote(status)}, av fel slag.')
        if value is None and not status.strip():
            status = MISSING
        gathered.add(value, *key, _SEX[gender], status.strip())


def _number(cell: dict[str, Any]) -> float | None:
    if "value" not in cell:
        raise DecodeError(f'{WHAT} saknar fältet "value".')
    value = cell["value"]
    if value is None:
        return None
    if type(value) not in (int, float) or not math.isfinite(value):
        raise DecodeError(f'{WHAT}: fältet "value" är {quote(value)}, inte ett tal.')
    return float(value)


def contract(payloads: Iterable[bytes], spec: TableSpec) -> Contract:
    """Read what Kolada says of a table's indicators: the first payloads of a vintage.

    Returns
    -------
    Contract
        A measure an indicator, its title as label; definitions as notes; which areas and whether
        women and men apart as variables; `next_release` the nearest day of publication.

    Raises
    ------
    DecodeError
        A payload is not a page of version 3, or a field is missing or of another type.
    """
    rows = {part(row, "id", str, WHAT): row for row in described(payloads)}
    titles = {code: _text(row, "title") for code, row in rows.items()}
    days = sorted(filter(None, (_text(row, "publication_date") for row in rows.values())))
    return Contract(
        table=spec.id,
        label=spec.title,
        variables={
            "municipality_type": Variable(
                "Områden",
                {code: _areas(_text(row, "municipality_type")) for code, row in rows.items()},
            ),
            "is_divided_by_gender": Variable(
                "Delat på kön",
                {
                    code: "ja" if row.get("is_divided_by_gender") is True else "nej"
                    for code, row in rows.items()
                },
            ),
        },
        measures={code: Measure(title) for code, title in titles.items()},
        notes=tuple(f"{code}: {_text(row, 'description')}" for code, row in rows.items()),
        discontinued=any(ENDED.search(title) for title in titles.values()),
        next_release=days[0] if days else None,
    )


def listed(row: Any) -> Listed:
    """Return an indicator as it is listed in a search; raises DecodeError where it has no id."""
    code, title = part(row, "id", str, WHAT), _text(row, "title")
    divided = ("kön",) if row.get("is_divided_by_gender") is True else ()
    return Listed(
        code,
        title,
        last=_text(row, "publ_period"),
        variables=(_areas(_text(row, "municipality_type")), *divided),
        discontinued=bool(ENDED.search(title)),
    )


def described(payloads: Iterable[bytes]) -> Iterator[Any]:
    """Yield the indicators of the leading payloads that describe indicators."""
    for payload in payloads:
        rows = read(payload)[0]
        if any(_is_value(row) for row in rows[:1]):
            return
        yield from rows


def _is_value(row: Any) -> bool:
    return isinstance(row, dict) and "kpi" in row


def _areas(kind: str) -> str:
    return _AREAS.get(kind, kind)


def _text(row: Any, name: str) -> str:
    """Return a text on one line; empty where there is none."""
    value = row.get(name)
    return " ".join(value.split()) if isinstance(value, str) else ""
