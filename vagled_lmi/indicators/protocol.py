"""What an indicator is: a described, pure function from tables to one frame for a region."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any
from urllib.parse import quote as percent

import pandas as pd

from vagled_lmi.codes import Region
from vagled_lmi.errors import TraceError, VagledError
from vagled_lmi.indicators.cells import Cells
from vagled_lmi.tables import Table

Frames = Mapping[str, pd.DataFrame]


class NoFiguresError(VagledError):
    """The tables hold nothing for this region: a brief says so and goes on."""

    exit_code = 4


@dataclass(frozen=True, slots=True)
class Column:
    """A measure that an indicator gives.

    Attributes
    ----------
    name : str
        Column in the frame and in addresses.
    label : str
        Swedish, for table heads.
    unit : str
        Swedish unit; ``klass`` for classes.
    decimals : int
        Decimals worth showing.
    how : str
        How it is arrived at, in Swedish. Begins "Publicerad" where the agency's value is shown as
        it is, "Egen bearbetning" where it is computed here.
    reads : tuple of Cells
        The cells it rests on, given the number's key.
    """

    name: str
    label: str
    unit: str
    decimals: int
    how: str
    reads: tuple[Cells, ...]


@dataclass(frozen=True, slots=True)
class Indicator:
    """A described, pure function from tables to one frame for a region.

    Attributes
    ----------
    id : str
        Part of every number's address.
    label : str
        Swedish name.
    definition : str
        What it measures, in Swedish.
    reference : str
        Official definition or method it follows.
    tables : tuple of str
        Ids of the tables it reads; a brief cites them.
    keys : tuple of str
        Columns that together are unique.
    columns : tuple of Column
        Its measures.
    caveats : tuple of str
        What a reader must know, beside the tables' own notes.
    optional : tuple of str
        Ids of tables that make it better and that it does without: read where they are in the
        store. A result's indicator has those that were read among its `tables`.
    compute : callable
        ``compute(frames, region) -> frame`` with columns `keys` and those of `columns`. Missing is
        NaN (None for classes). Raises `NoFiguresError` where the tables lack the region.
    """

    id: str
    label: str
    definition: str
    reference: str
    tables: tuple[str, ...]
    keys: tuple[str, ...]
    columns: tuple[Column, ...]
    compute: Callable[[Frames, Region], pd.DataFrame]
    caveats: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()

    def column(self, name: str) -> Column:
        """Return one of its measures; raises TraceError for an unknown name."""
        for column in self.columns:
            if column.name == name:
                return column
        names = ", ".join(column.name for column in self.columns)
        raise TraceError(f"Indikatorn {self.id} har inget mått {name}.", f"Den har {names}.")


@dataclass(frozen=True, slots=True)
class Number:
    """One value with its address.

    Attributes
    ----------
    address : str
        ``03/employed/level?region=03&period=2026M06``: the brief's region, indicator, measure, key.
    value : float or str or None
        Full precision; a class is text; None where there is none.
    key : dict of str to str
        The row it stands in.
    """

    address: str
    value: float | str | None
    indicator: Indicator
    column: Column
    key: Mapping[str, str]

    @property
    def missing(self) -> bool:
        """Whether there is no value."""
        return self.value is None

    @property
    def length(self) -> float | None:
        """The value for a chart: None where it is missing; raises TypeError for classes."""
        return None if self.value is None else self.amount

    @property
    def amount(self) -> float:
        """The value; raises NoFiguresError where there is none, TypeError for a class."""
        if self.value is None:
            raise NoFiguresError(f"Siffran {self.address} saknas hos den som ger ut tabellen.")
        if not isinstance(self.value, float):
            raise TypeError(f"{self.address} is {self.value!r}, not a number")
        return self.value


@dataclass(frozen=True, slots=True)
class Result:
    """An indicator computed for a region, paired by the runner with what it was computed from."""

    indicator: Indicator
    region: Region
    frame: pd.DataFrame
    tables: Mapping[str, Table]
    _rows: Mapping[tuple[str, ...], int]
    # a measure's values, made plain when the first of them is asked for
    _values: dict[str, list[float | str | None]] = field(
        init=False, default_factory=dict, repr=False, compare=False
    )

    def number(self, column: str, **key: str) -> Number:
        """Return the value of one measure in one row.

        Raises
        ------
        TraceError
            When the indicator has no such measure or row.
        """
        measure = self.indicator.column(column)
        ordered = {name: key.get(name, "") for name in self.indicator.keys}
        position = self._rows.get(tuple(ordered.values()))
        if position is None or len(key) != len(ordered):
            raise TraceError(
                f"Indikatorn {self.indicator.id} har ingen rad {key} för {self.region.name}."
            )
        if column not in self._values:
            self._values[column] = list(map(_plain, self.frame[column]))
        return Number(
            address=address(self.region, self.indicator.id, column, ordered),
            value=self._values[column][position],
            indicator=self.indicator,
            column=measure,
            key=MappingProxyType(ordered),
        )

    def row(self, **key: str) -> dict[str, Number]:
        """Return every measure of one row."""
        return {c.name: self.number(c.name, **key) for c in self.indicator.columns}

    def keys(self, rows: pd.DataFrame) -> list[dict[str, str]]:
        """Return the keys of some of the frame's rows, in their order."""
        names = self.indicator.keys
        return [
            dict(zip(names, key, strict=True))
            for key in rows[list(names)].itertuples(index=False, name=None)
        ]

    def keys_of(self, name: str, **fixed: str) -> list[str]:
        """Return the codes of one key, in the frame's order, where the others are as given."""
        rows = self.frame
        for other, code in fixed.items():
            rows = rows[rows[other] == code]
        return list(dict.fromkeys(rows[name]))


def address(region: Region, indicator: str, column: str, key: Mapping[str, str]) -> str:
    """Return the address of a number; the same everywhere it is shown."""
    query = "&".join(f"{name}={percent(code, safe='')}" for name, code in key.items())
    return f"{region.code}/{indicator}/{column}?{query}"


def _plain(value: Any) -> float | str | None:
    if isinstance(value, str):
        return value
    if value is None or value is pd.NA or math.isnan(value):
        return None
    return float(value)


def run(indicator: Indicator, tables: Mapping[str, Table], region: Region) -> Result:
    """Compute an indicator and pair it with the tables it declares.

    Parameters
    ----------
    indicator : Indicator
        The indicator.
    tables : dict of str to Table
        At least the tables it declares; those of its optional ones that there are.
    region : Region
        The region of the brief.

    Raises
    ------
    NoFiguresError
        When the tables hold nothing for the region.
    """
    indicator = _with_what_there_is(indicator, tables)
    used = {table: tables[table] for table in indicator.tables}
    frame = indicator.compute({name: table.frame for name, table in used.items()}, region)
    columns = [*indicator.keys, *(column.name for column in indicator.columns)]
    frame = frame.loc[:, columns].reset_index(drop=True)
    keys = list(frame[list(indicator.keys)].itertuples(index=False, name=None))
    rows = {key: position for position, key in enumerate(keys)}
    if len(rows) != len(frame):
        raise ValueError(f"indicator {indicator.id} gives the same key twice")
    return Result(indicator, region, frame, MappingProxyType(used), MappingProxyType(rows))


def _with_what_there_is(indicator: Indicator, tables: Mapping[str, Table]) -> Indicator:
    """Return an indicator whose optional tables are settled: declared where they are there."""
    if not indicator.optional:
        return indicator
    read = (*indicator.tables, *(table for table in indicator.optional if table in tables))
    columns = tuple(
        replace(column, reads=tuple(cells for cells in column.reads if cells.table in read))
        for column in indicator.columns
    )
    return replace(indicator, tables=read, columns=columns, optional=())
