"""The stored answers of PxWebApi 2 to a tidy frame: recoded, joined, summed where declared.

The answers of one extract stand together: the table's description, its code lists, then the data.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd
from pandas.api.types import union_categoricals

from vagled_lmi import jsonstat
from vagled_lmi.codes import quote
from vagled_lmi.errors import ContractError
from vagled_lmi.jsonstat import Dataset, Metadata
from vagled_lmi.sources.columns import recoded
from vagled_lmi.sources.pxweb_codelists import is_list, read_list
from vagled_lmi.sources.pxweb_extract import Extract, extracts
from vagled_lmi.tables import TableSpec

#: Columns of one answer; taken out of it one by one when answers are joined.
_Part = dict[str, Any]


@dataclass(slots=True)
class _Reading:
    """What has been read of one extract so far.

    Attributes
    ----------
    extract : Extract
        Whose answers they are.
    labels : dict of str to dict
        Dimension code to code to label, of all that the table has.
    dropped : dict of str to tuple of str
        Dimensions without a column, to the one code of each.
    parts : list of dict
        One an answer.
    """

    extract: Extract
    labels: dict[str, Mapping[str, str]] = field(default_factory=dict)
    dropped: dict[str, tuple[str, ...]] = field(default_factory=dict)
    parts: list[_Part] = field(default_factory=list)


def parse(payloads: Iterable[bytes], spec: TableSpec) -> pd.DataFrame:
    """Join the answers of one vintage to a tidy frame.

    Parameters
    ----------
    payloads : iterable of bytes
        As `vagled_lmi.sources.pxweb.fetch` yielded them; gone through once.
    spec : TableSpec
        With one or several `Extract` as its `live`.

    Returns
    -------
    pandas.DataFrame
        Columns `spec.columns`: categorical codes, ``value`` float64, ``status`` categorical.

    Raises
    ------
    DecodeError
        A payload is not JSON-stat 2, or not a code list.
    ContractError
        A payload lacks a declared dimension, or has one too many with several values.
    """
    waiting = list(extracts(spec))
    several = len(waiting) > 1
    reading = _Reading(waiting.pop(0))
    done: list[pd.DataFrame] = []
    begun = False
    for payload in payloads:
        if is_list(payload):
            _take_labels(reading, payload)
        elif jsonstat.is_description(payload):
            if several and begun:
                if not waiting:
                    raise ContractError(
                        f"Tabellen {spec.id} har svar från fler tabeller än den deklarerar.",
                        "Hämta den på nytt.",
                    )
                done += _finished(spec, reading)
                reading = _Reading(waiting.pop(0))
            begun = True
            described = jsonstat.read_metadata(payload).dimensions
            reading.labels = {name: one.labels for name, one in described.items()}
        else:
            _take(spec, reading, jsonstat.read_dataset(payload))
    done += _finished(spec, reading)
    if not done:
        raise ContractError(f"Tabellen {spec.id} har inget svar att läsa.", "Hämta den på nytt.")
    return done[0] if len(done) == 1 else _joined([_columns(frame) for frame in done])


def _take_labels(reading: _Reading, payload: bytes) -> None:
    given = read_list(payload)
    for name, wanted in reading.extract.codelists.items():
        if wanted == given.id:
            reading.labels[name] = given.labels


def _take(spec: TableSpec, reading: _Reading, dataset: Dataset) -> None:
    """Keep what is needed of one answer."""
    extract, metadata = reading.extract, dataset.metadata
    _check_rest(spec, reading, metadata)
    part: _Part = {"value": dataset.frame["value"].to_numpy()}
    part["status"] = dataset.frame["status"].array
    for name in (*extract.columns, *(n for n in extract.total if n not in extract.columns)):
        codes = dataset.frame[name].array
        labels = reading.labels.get(name) or metadata.dimensions[name].labels
        part[extract.columns.get(name, name)] = recoded(
            spec, name, codes, extract.recoding(name, labels)
        )
    reading.parts.append(part)


def _check_rest(spec: TableSpec, reading: _Reading, metadata: Metadata) -> None:
    """Make sure that what is dropped has one and the same value throughout."""
    extract = reading.extract
    kept = {*extract.columns, *extract.total}
    if missing := kept - metadata.dimensions.keys():
        there = ", ".join(metadata.dimensions)
        raise ContractError(
            f"Svaret till {spec.id} saknar dimensionen {quote(min(missing))}; det har {there}.",
            "Hämta tabellen på nytt.",
        )
    for name, dimension in metadata.dimensions.items():
        if name in kept:
            continue
        values = {*dimension.codes, *reading.dropped.get(name, ())}
        if len(values) != 1:
            raise ContractError(
                f"Svaret till {spec.id} har flera värden i dimensionen {quote(name)}, som inte "
                f"har någon kolumn: {', '.join(sorted(values))}.",
                "Ge dimensionen en kolumn i deklarationen, eller välj ett värde.",
            )
        reading.dropped[name] = dimension.codes


def _finished(spec: TableSpec, reading: _Reading) -> list[pd.DataFrame]:
    """Return the frame of one extract, in a list; an empty list where nothing was asked of it."""
    if not reading.parts:
        return []
    extract = reading.extract
    frame = _joined(reading.parts)
    for name, total in extract.total.items():
        column = extract.columns.get(name, name)
        frame = _summed(frame, column, total, kept=name in extract.columns)
    for column, code in extract.constant.items():
        frame[column] = _constant(code, len(frame))
    if set(frame.columns) != set(spec.columns):
        raise ContractError(
            f"Tabellen {spec.id} deklarerar kolumnerna {', '.join(spec.columns)}, men dess urval "
            f"ger {', '.join(frame.columns)}.",
            "Rätta deklarationen.",
        )
    return [frame[list(spec.columns)]]


def _joined(parts: Sequence[_Part]) -> pd.DataFrame:
    """Put answers one after the other, categories in order of appearance.

    A column of an answer is let go of when it has been joined: at most one column is held twice.
    """
    if len(parts) == 1:
        return pd.DataFrame(parts[0], copy=False)
    columns = {}
    for name in list(parts[0]):
        taken = [part.pop(name) for part in parts]
        columns[name] = np.concatenate(taken) if name == "value" else union_categoricals(taken)
        taken.clear()
    return pd.DataFrame(columns, copy=False)


def _summed(frame: pd.DataFrame, column: str, total: str, *, kept: bool) -> pd.DataFrame:
    """Return a frame with the sum over a column's codes: beside them, or instead of them.

    A part that is missing leaves its sum missing, with the part's sign.
    """
    others = [name for name in frame.columns if name not in (column, "value", "status")]
    signed = frame.assign(sign=frame["status"].cat.codes)  # "" is the first category
    groups = signed.groupby(others, observed=True, sort=False)
    sums = groups["value"].sum(min_count=frame[column].nunique()).reset_index()
    signs = groups["sign"].max().to_numpy()
    sums["status"] = pd.Categorical.from_codes(signs, frame["status"].cat.categories)
    if not kept:
        return sums
    sums[column] = _constant(total, len(sums))
    return _joined([_columns(frame), _columns(sums)])


def _columns(frame: pd.DataFrame) -> _Part:
    return {str(name): column.array for name, column in frame.items()}


def _constant(code: str, rows: int) -> Any:
    return pd.Categorical.from_codes(np.zeros(rows, dtype=np.int8), pd.Index([code]))
