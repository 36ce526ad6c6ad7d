"""Decode a JSON-stat answer: the long number array by Arrow, everything else by orjson.

orjson alone is right but makes a Python object of every number; in a large answer that is
most of the time and of the memory. Here the top-level `value` array is cut out of the bytes
and parsed as one column of numbers. The cut proves itself: the array is replaced by a marker
and the rest is decoded as JSON, so only if the marker comes back as the root's `value` was
it that array. Whatever is the least surprising is left to orjson as a whole, so the answer,
and the error, is always the one orjson would have given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import numpy as np
import orjson
import pyarrow as pa
from numpy.typing import NDArray
from pyarrow import csv

SHORT = 1 << 16
"""Bytes of number text below which Arrow's start-up costs more than it saves."""

_BLOCK = 1 << 18  # bytes a step: fits the cache of one core, and feeds both of two
_KEY = b'"value"'
_ARRAY = re.compile(_KEY + rb"[ \t\r\n]*+:[ \t\r\n]*+\[")
_MARKER = 7361957432085164923

_NULL, _SPACE, _LINE, _REFUSED = b"null", b" ", b"\n", b"x"
# One number a line. A byte outside the plain number grammar becomes one that no parser takes;
# exponents among them: agencies hardly use them, and they would double the rules below.
_TO_LINES = bytes(
    byte if byte in b"0123456789.-" + _NULL
    else _LINE[0] if byte == ord(",")
    else _SPACE[0] if byte in b" \t\r\n"
    else _REFUSED[0]
    for byte in range(256)
)  # fmt: skip


def load(payload: bytes) -> Any:
    """Decode a JSON document, with a long top-level `value` array as numbers.

    Parameters
    ----------
    payload : bytes
        JSON in UTF-8, without byte order mark.

    Returns
    -------
    object
        What `orjson.loads` returns, save that the `value` of a root object may be a float64
        array of shape (cells,) with NaN for null. Its bits are those of `float(x)` of each
        number orjson reads.

    Raises
    ------
    orjson.JSONDecodeError
        If the payload is not JSON.
    """
    start, end = max(_arrays(payload), key=lambda span: span[1] - span[0], default=(0, 0))
    if end - start < SHORT:
        return orjson.loads(payload)
    head, tail, marker = payload[: start - 1], payload[end + 1 :], b"%d" % _MARKER
    if marker in head or marker in tail:
        return orjson.loads(payload)
    try:
        document = orjson.loads(b"%b %b %b" % (head, marker, tail))
    except orjson.JSONDecodeError:
        return orjson.loads(payload)
    # `type` because 7361957432085164923.0 equals the marker and is something else.
    found = document.get("value") if isinstance(document, dict) else None
    if type(found) is int and found == _MARKER:
        numbers = parse_numbers(memoryview(payload)[start:end])
        if numbers is not None:
            document["value"] = numbers
            return document
    return orjson.loads(payload)


def parse_numbers(text: bytes | memoryview) -> NDArray[np.float64] | None:
    """Parse the inside of a JSON array of plain numbers and nulls.

    Parameters
    ----------
    text : bytes or memoryview
        What stands between the brackets.

    Returns
    -------
    numpy.ndarray or None
        float64 of shape (numbers,), NaN for null; None for anything that needs a full JSON
        parser: exponents, `-0`, numbers beyond the range of float64, and whatever is not JSON.
    """
    lines = b"".join((b",", text, b",")).translate(_TO_LINES)
    if not _is_json_grammar(np.frombuffer(lines, dtype=np.uint8)):
        return None
    try:
        table = csv.read_csv(
            pa.py_buffer(lines).slice(1),
            read_options=csv.ReadOptions(
                column_names=["value"], block_size=_BLOCK, use_threads=len(lines) > _BLOCK
            ),
            parse_options=csv.ParseOptions(
                quote_char=False, double_quote=False, ignore_empty_lines=False
            ),
            convert_options=csv.ConvertOptions(
                column_types={"value": pa.float64()}, null_values=["null"], check_utf8=False
            ),
        )
    except pa.ArrowInvalid:
        return None
    numbers: NDArray[np.float64] = table.column(0).to_numpy()
    if np.isinf(numbers).any():
        return None
    return numbers if numbers.flags.writeable else numbers.copy()  # Arrow lends out its own


def _arrays(payload: bytes) -> Iterator[tuple[int, int]]:
    """Yield the insides of what looks like `"value": [...]`, be it nested or within a string."""
    at = payload.find(_KEY)
    while at >= 0:
        at += len(_KEY)
        if match := _ARRAY.match(payload, at - len(_KEY)):
            start, at = match.end(), payload.find(b"]", match.end())
            if at < 0:
                return
            yield start, at
        at = payload.find(_KEY, at)


def _is_json_grammar(lines: NDArray[np.uint8]) -> bool:
    """Tell whether the lines hold none of the numbers Arrow takes and JSON does not.

    Those are 01 and -01, .5 and 1. (a point without a digit on both sides); and -0, an integer
    to orjson and a negative zero to Arrow. Arrow itself refuses the rest, such as 1-2 or 1 2.
    """
    digit, point, minus = ord("0"), ord("."), ord("-")  # space, comma, line break sort below
    for at in range(0, len(lines) - 2, _BLOCK):
        window = lines[at : at + _BLOCK + 2]
        before, this, after = window[:-2], window[1:-1], window[2:]
        first_zero = (this == digit) & (before <= minus)
        longer = first_zero & (after >= digit)
        negative = first_zero & (before == minus) & (after < point)
        bare_point = (this == point) & (np.minimum(before, after) < digit)
        if (longer | negative | bare_point).any():
            return False
    return True
