"""The project's own columnar format: a tidy frame as one Parquet file with its declaration.

The figures that come with the program are kept in it. Codes are dictionary-encoded, whole numbers
are integers, and the file's own metadata says which table it holds, so that a file that has been
moved or renamed still knows what it is.
"""

from __future__ import annotations

import io
import json
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from vagled_lmi.codes import quote
from vagled_lmi.errors import DecodeError
from vagled_lmi.tables import TableSpec

MEDIA_TYPE = "application/vnd.vagled.long+parquet"
_ABOUT = b"vagled"


def encode(spec: TableSpec, frame: pd.DataFrame, about: dict[str, Any]) -> bytes:
    """Write a tidy frame as bytes; the same frame and `about` give the same bytes.

    Parameters
    ----------
    spec : TableSpec
        The table's declaration.
    frame : pandas.DataFrame
        Columns `spec.columns`, as `vagled_lmi.tables.check` returns them. Attributes without any
        value are left out.
    about : dict
        What a reader of the bare file should know: origin, notes, compiled when.
    """
    columns = {}
    known = [name for name in spec.attributes if frame[name].notna().any()]
    for name in (*spec.keys, *known, "status"):
        columns[name] = pa.array(frame[name].astype("str")).dictionary_encode()
    columns["value"] = _values(frame["value"])
    table = pa.table({name: columns[name] for name in spec.columns if name in columns})
    described = json.dumps({"table": spec.id, **about}, ensure_ascii=False, sort_keys=True)
    sink = io.BytesIO()
    pq.write_table(
        table.replace_schema_metadata({_ABOUT: described.encode()}),
        sink,
        compression="zstd",
        compression_level=19,
        write_statistics=False,
    )
    return sink.getvalue()


def _values(values: pd.Series[Any]) -> pa.Array:
    if not pd.api.types.is_numeric_dtype(values):
        texts = pa.array([None if pd.isna(v) else str(v) for v in values], pa.string())
        return texts.dictionary_encode()
    if (values.dropna() % 1 == 0).all():
        return pa.array(values.astype("Int64"))
    return pa.array(values, from_pandas=True)


def decode(payload: bytes, table: str) -> pd.DataFrame:
    """Read what `encode` wrote.

    Returns
    -------
    pandas.DataFrame
        Tidy, columns as written; numbers as float64, missing as NaN.

    Raises
    ------
    DecodeError
        When the bytes are no such file, or hold another table than `table`.
    """
    try:
        read = pq.read_table(io.BytesIO(payload))
        read.validate(full=True)  # a damaged file may point outside its own dictionaries
        frame: pd.DataFrame = read.to_pandas()
        about = json.loads((read.schema.metadata or {})[_ABOUT])
    except (pa.ArrowException, OSError, KeyError, ValueError) as error:
        raise DecodeError(
            f"Den lagrade kopian av {table} går inte att läsa: {quote(str(error))}.",
            "Installera om programmet, eller hämta tabellen: vagled fetch " + table,
        ) from error
    held = about.get("table") if isinstance(about, dict) else None
    if held != table:
        raise DecodeError(f"Filen innehåller {quote(held)}, inte {table}.")
    if sorted({"value", *read.column_names}) != sorted(read.column_names):
        raise DecodeError(f"Den lagrade kopian av {table} har inte kolumnen value en gång.")
    for name in frame.columns.drop("value"):
        frame[name] = frame[name].astype("str")
    if pd.api.types.is_numeric_dtype(frame["value"]):
        frame["value"] = frame["value"].astype("float64")
    else:
        frame["value"] = frame["value"].astype("object")
    return frame
