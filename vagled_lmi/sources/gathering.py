"""Rows that come one by one, gathered into a tidy frame in a few bytes a row."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from vagled_lmi.errors import DecodeError

_MISSING = float("nan")


class Column:
    """A column of text, each different text kept once."""

    def __init__(self) -> None:
        self._codes: dict[str, int] = {}
        self._rows = array("i")

    def add(self, text: str) -> None:
        """Add a row."""
        self._rows.append(self._codes.setdefault(text, len(self._codes)))

    def categorical(self) -> pd.Categorical:
        """Return the column, its categories in order of appearance; it takes no more rows.

        Raises
        ------
        DecodeError
            A text is no text: half of a pair of surrogates.
        """
        rows = np.frombuffer(self._rows, dtype=np.int32)
        try:
            categories = pd.Index(list(self._codes), dtype="str")
        except UnicodeEncodeError as error:
            raise DecodeError(
                f"Svaret har text som inte är tecken: {error.object!r:.60}.",
                "Hämta det igen; är det lika då är felet källans.",
            ) from error
        return pd.Categorical.from_codes(rows, categories)


class Gathered:
    """A tidy frame in the making.

    Parameters
    ----------
    columns : sequence of str
        As `vagled_lmi.tables.TableSpec.columns`: text, but ``value``, which is a number.
    """

    def __init__(self, columns: Sequence[str]) -> None:
        self._names = tuple(columns)
        self._text = {name: Column() for name in columns if name != "value"}
        self._in_order = [column.add for column in self._text.values()]
        self._values = array("d")

    def add(self, value: float | None, *text: str) -> None:
        """Add a row: its number, None for none, and the text of its other columns in order."""
        self._values.append(_MISSING if value is None else value)
        for add, code in zip(self._in_order, text, strict=True):
            add(code)

    def frame(self) -> pd.DataFrame:
        """Return the frame: categorical columns, ``value`` float64; it takes no more rows."""
        columns: dict[str, Any] = {
            name: column.categorical() for name, column in self._text.items()
        }
        columns["value"] = np.frombuffer(self._values, dtype=np.float64)
        return pd.DataFrame({name: columns[name] for name in self._names}, copy=False)
