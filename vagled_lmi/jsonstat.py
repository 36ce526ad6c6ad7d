"""JSON-stat 2 to a tidy long frame and back: SCB, Eurostat, Skolverket and SSB answer in it.

A tidy frame has one row a cell, in the payload's row-major order (the last dimension varies
fastest), and the columns

- one a dimension, named by its id: categorical, the categories are the codes in the payload's
  order. Codes, never labels: labels repeat within a dimension ("100+ år" of three age groups);
- ``value``: float64, NaN where the agency gave none;
- ``status``: categorical, the agency's own sign (".." and the like), "" where it gave none.

Source: JSON-stat 2.0, https://json-stat.org/full/.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
from dataclasses import dataclass
from types import NoneType
from typing import Any

import numpy as np
import orjson
import pandas as pd
from numpy.typing import NDArray

from vagled_lmi.errors import ContractError
from vagled_lmi.jsonstat_metadata import (
    STATUS,
    VALUE,
    Dimension,
    Metadata,
    Unit,
    amount,
    bad,
    build,
    kind,
    parse,
)
from vagled_lmi.jsonstat_scan import load

__all__ = [
    "SPARSE_CELLS_AT_MOST",
    "Dataset",
    "Dimension",
    "Metadata",
    "Unit",
    "is_description",
    "read",
    "read_dataset",
    "read_metadata",
    "write",
]

SPARSE_CELLS_AT_MOST = 20_000_000
"""Largest cube read from a sparse `value`: the payload's own length does not bound it."""

_CELL = re.compile("0|-?[1-9][0-9]{0,18}")
_NO_VALUES = re.compile(rb'"value"\s*:\s*(\[\s*\]|null)')
_Codes = NDArray[np.signedinteger[Any]]


@dataclass(frozen=True, slots=True, eq=False)
class Dataset:
    """A decoded answer: what the agency says about it, and its tidy frame (see the module)."""

    metadata: Metadata
    frame: pd.DataFrame


def read(payload: bytes) -> pd.DataFrame:
    """Decode a JSON-stat 2 dataset to a tidy frame.

    Parameters
    ----------
    payload : bytes
        The answer in UTF-8, with or without byte order mark.

    Returns
    -------
    pandas.DataFrame
        One row a cell; a categorical column a dimension, then ``value`` and ``status``.

    Raises
    ------
    DecodeError
        If the payload is not JSON, not a JSON-stat 2 dataset, or contradicts itself.
    """
    return read_dataset(payload).frame


def read_dataset(payload: bytes) -> Dataset:
    """Decode a JSON-stat 2 dataset to a tidy frame and what the agency says about it.

    Takes and raises what `read` does.
    """
    document = _decode(payload)
    metadata = parse(document)
    values = _values(document.get(VALUE), metadata.cells)
    status = _status(document.get(STATUS), metadata.cells)
    columns: dict[str, Any] = {}
    run = len(values)
    for name, dimension in metadata.dimensions.items():
        size = len(dimension.codes)
        run = run // size if size else 0
        columns[name] = _categorical(_cycle(size, run, len(values)), dimension.codes)
    frame = pd.DataFrame({**columns, VALUE: values, STATUS: status}, copy=False)
    return Dataset(metadata, frame)


def read_metadata(payload: bytes) -> Metadata:
    """Decode what the agency says about a dataset; PxWeb's metadata answers have no values.

    Takes and raises what `read` does, but looks neither at ``value`` nor at ``status``.
    """
    return parse(_decode(payload))


def is_description(payload: bytes) -> bool:
    """Return whether a payload describes a table without giving its values, as PxWeb's metadata do.

    False for what is not JSON-stat: reading it then says what is wrong.
    """
    if not _NO_VALUES.search(payload):
        return False
    try:
        document = orjson.loads(payload.removeprefix(codecs.BOM_UTF8))
    except orjson.JSONDecodeError:
        return False
    return isinstance(document, dict) and not document.get(VALUE) and VALUE in document


def write(frame: pd.DataFrame, metadata: Metadata | None = None) -> bytes:
    """Encode a tidy frame as a JSON-stat 2 dataset: `read_dataset` gives both back.

    Parameters
    ----------
    frame : pandas.DataFrame
        As from `read`: every combination of codes once. Rows may be in any order, codes plain
        text (then in order of appearance), and ``status`` may be left out.
    metadata : Metadata, optional
        With the same ids and codes in the same order. Without it the codes are the labels.

    Returns
    -------
    bytes
        UTF-8 JSON with dense `value`, and sparse `status` where there is any.

    Raises
    ------
    ContractError
        If a combination is missing or repeated, a code is no text, a value no number or
        infinite, or `metadata` differs.
    """
    if VALUE not in frame or frame[VALUE].dtype.kind not in "iuf":
        raise ContractError('Ramen ska ha en kolumn "value" med tal.')
    ids = [name for name in frame.columns if name not in (VALUE, STATUS)]
    columns = {name: _as_categorical(frame[name], name) for name in ids}
    codes = {name: tuple(column.categories) for name, column in columns.items()}
    if metadata is None:
        metadata = Metadata({i: Dimension(i, i, {c: c for c in codes[i]}) for i in ids})
    if [*codes.items()] != [(name, d.codes) for name, d in metadata.dimensions.items()]:
        raise ContractError("Dimensioner eller koder skiljer sig mellan ram och metadata.")
    cell = np.zeros(len(frame), dtype=np.int64)
    for column in columns.values():
        cell = cell * len(column.categories) + column.codes
    if len(frame) != metadata.cells or len(np.unique(cell)) != len(frame):
        raise ContractError(
            f"Ramen har {len(frame)} rader för {amount(metadata.cells)} kombinationer av koder.",
            "Var och en ska finnas en gång; saknade tal är NaN.",
        )
    ordered = frame.iloc[np.argsort(cell)]
    values = ordered[VALUE].to_numpy(dtype=np.float64, na_value=np.nan)
    if np.isinf(values).any():
        raise ContractError("Ett oändligt tal kan inte skrivas som JSON.")
    document = build(metadata) | {VALUE: values}
    signs = ordered[STATUS].astype(object) if STATUS in frame else ()
    if given := {str(at): sign for at, sign in enumerate(signs) if isinstance(sign, str) and sign}:
        document[STATUS] = given
    return orjson.dumps(document, option=orjson.OPT_SERIALIZE_NUMPY)


def _decode(payload: bytes) -> Any:
    text = payload.removeprefix(codecs.BOM_UTF8)
    try:
        return load(text)
    except orjson.JSONDecodeError as error:
        raise bad(_why_not_json(text, error)) from error


def _why_not_json(text: bytes, error: orjson.JSONDecodeError) -> str:
    if not text.strip():
        return "Svaret är tomt."
    if text.lstrip().startswith(b"<"):
        return "Svaret är HTML eller XML, inte JSON."
    try:
        length = len(text.decode())
    except UnicodeDecodeError as wrong:
        return f"Svaret är inte UTF-8: byte {wrong.start + 1} av {len(text)} går inte att läsa."
    if error.pos >= length:
        return f"Svaret är avkortat: JSON tar slut i förtid efter {len(text)} byte."
    return f"Svaret är inte giltig JSON, rad {error.lineno}, kolumn {error.colno}: {error.msg}."


def _values(raw: object, cells: int) -> NDArray[np.float64]:
    if isinstance(raw, dict):
        if cells > SPARSE_CELLS_AT_MOST:
            raise bad(
                f"size ger {amount(cells)} celler, glest fyllda med {len(raw)} tal; "
                f"högst {SPARSE_CELLS_AT_MOST} läses.",
                "Dela upp frågan.",
            )
        values = np.full(cells, np.nan)
        values[_places(raw, VALUE, cells)] = _numbers(list(raw.values()))
        return values
    if not isinstance(raw, list | np.ndarray):
        raise bad(f"value ska vara en lista eller ett objekt, inte {kind(raw)}.")
    if len(raw) != cells:
        message = f"size ger {amount(cells)} celler men value har {len(raw)} tal."
        if len(raw):
            raise bad(message)
        raise bad(message, "Är det ett metadatasvar? Läs det med read_metadata.")
    return raw if isinstance(raw, np.ndarray) else _numbers(raw)


def _numbers(items: list[Any]) -> NDArray[np.float64]:
    _check_types(items, VALUE, {int, float, NoneType})
    return np.array(items, dtype=np.float64)


def _status(raw: object, cells: int) -> pd.Categorical:
    """Return the status column: a byte a cell, and "" the first category."""
    places: NDArray[np.int64] | slice = slice(None)
    if isinstance(raw, dict):
        places, signs = _places(raw, STATUS, cells), list(raw.values())
    elif isinstance(raw, list):
        if len(raw) != cells:
            raise bad(f"size ger {amount(cells)} celler men status har {len(raw)} tecken.")
        signs = raw
    elif raw is None or isinstance(raw, str):
        signs = [raw]
    else:
        raise bad(f"status ska vara text, en lista eller ett objekt, inte {kind(raw)}.")
    _check_types(signs, STATUS, {str, NoneType})
    categories = ["", *sorted(set(signs) - {"", None})]
    code_of = {None: 0} | {sign: code for code, sign in enumerate(categories)}
    codes = np.zeros(cells, dtype=_code_type(len(categories)))
    if len(categories) > 1:
        codes[places] = [code_of[sign] for sign in signs]
    return _categorical(codes, categories)


def _check_types(items: list[Any], name: str, allowed: set[type]) -> None:
    if wrong := set(map(type, items)) - allowed:
        at = next(at for at, item in enumerate(items) if type(item) in wrong)
        raise bad(f"{name} nummer {at + 1} av {len(items)} är {kind(items[at])}.")


def _places(sparse: dict[str, Any], name: str, cells: int) -> NDArray[np.int64]:
    """Return the cell numbers that are the keys of a sparse `value` or `status`."""
    try:
        places = list(map(int, sparse))
    except ValueError:
        places = []
    # Back to text again, because int takes "07", " 7" and "1_0" too: two keys for one cell.
    if list(map(str, places)) != list(sparse):
        key = next(key for key in sparse if not _CELL.fullmatch(key))
        raise bad(f'Nyckeln "{key:.40}" i {name} är inte ett cellnummer.')
    if places and not 0 <= min(places) <= max(places) < cells:
        place = next(place for place in places if not 0 <= place < cells)
        raise bad(f'Nyckeln "{place!s:.40}" i {name} ligger utanför 0 till {amount(cells - 1)}.')
    return np.array(places, dtype=np.int64)


def _cycle(size: int, run: int, cells: int) -> _Codes:
    """Return 0 to size - 1, each `run` times, over and over until there are `cells`."""
    codes = np.empty(cells, dtype=_code_type(size))
    done = size * run
    codes[:done].reshape(size, run)[:] = np.arange(size)[:, None]
    while 0 < done < cells:  # a dozen copies of all there is, not a million short ones
        step = min(done, cells - done)
        codes[done : done + step] = codes[:step]
        done += step
    return codes


def _code_type(categories: int) -> type[np.signedinteger[Any]]:
    """Return the type pandas picks for codes, so that it need not copy them."""
    return np.int8 if categories < 127 else np.int16 if categories < 32767 else np.int32


def _categorical(codes: _Codes, categories: Sequence[str]) -> pd.Categorical:
    dtype = pd.CategoricalDtype(pd.Index(list(categories), dtype="str"))
    return pd.Categorical.from_codes(codes, dtype=dtype, validate=False)


def _as_categorical(column: pd.Series[Any], name: str) -> pd.Categorical:
    if not isinstance(column.dtype, pd.CategoricalDtype):
        column = column.astype(pd.CategoricalDtype(list(column.dropna().unique())))
    if column.isna().any() or not all(isinstance(code, str) for code in column.cat.categories):
        raise ContractError(f'Kolumnen "{name}" ska ha en kod som är text i varje rad.')
    return pd.Categorical(column)
