"""What many agencies' answers are: JSON-stat, workbooks, and the program's own columnar files."""

from __future__ import annotations

import io
from typing import Any
from unittest.mock import patch

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from tests.fuzzing import unsound
from tests.fuzzing.pxweb import ANSWERS, ONE
from tests.fuzzing.tape import Tape
from tests.fuzzing.target import Target, of_payload
from tests.sources.workbooks import workbook
from vagled_lmi import jsonstat, jsonstat_scan, tables
from vagled_lmi.sources import longform, pxweb, xlsx

_STAT = jsonstat.write(
    pd.DataFrame(
        {
            "Region": ["00", "00", "03", "03"],
            "Tid": ["2023", "2024"] * 2,
            "value": [1.0, 2.5, None, 4.0],
            "status": ["", "", "..", ""],
        }
    )
)
_LONG = longform.encode(ONE, tables.check(ONE, pxweb.parse(ANSWERS, ONE)), {"origin": "exempel"})


def _fast(payload: bytes) -> Any:
    """The way that long answers are read."""
    with patch.object(jsonstat_scan, "SHORT", 1):
        return jsonstat.read_dataset(payload)


def _records(payload: bytes) -> list[Any]:
    book = xlsx.read(payload, "Provfil")
    return [list(xlsx.records(rows, ("Län",), "Provfil")) for rows in book.values()]


def _another(tape: Tape) -> bytes:
    """The file damaged, or a sound file of another frame."""
    if tape.take(4) == 1:
        return unsound.unsound(_LONG, tape)
    read = pq.read_table(io.BytesIO(_LONG))
    heads, *cells = unsound.rows(
        [read.column_names, *map(list, zip(*(c.to_pylist() for c in read.columns), strict=True))],
        unsound.awkward,
        tape,
    ) or [[]]
    columns = {
        str(head).encode("utf-8", "replace").decode(): _column([row[at] for row in cells])
        for at, head in enumerate(heads)
    }
    out = io.BytesIO()
    pq.write_table(pa.table(columns).replace_schema_metadata(read.schema.metadata), out)
    return out.getvalue()


def _column(values: list[Any]) -> pa.Array:
    try:
        return pa.array(values)
    except (pa.ArrowException, OverflowError, UnicodeError):
        return pa.array([str(value).encode("utf-8", "replace").decode() for value in values])


def _copied(payload: bytes) -> None:
    frame = tables.check(ONE, tables.widened(ONE, longform.decode(payload, ONE.id)))
    assert set(frame) == set(ONE.columns)


TARGETS: dict[str, Target] = {
    "JSON-stat": of_payload(
        _STAT, jsonstat.read, _fast, jsonstat.read_metadata, jsonstat.is_description
    ),
    "workbook": of_payload(workbook({"A": [["Län", "jan"], ["03", 12]]}), _records),
    "columnar file": Target(_LONG, _another, [_copied]),
}
