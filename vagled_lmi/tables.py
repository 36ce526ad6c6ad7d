"""Declared tables and the tidy contract they keep.

A tidy frame has one row an observation: one text column a dimension, then ``value`` and ``status``.
``value`` is a number (float64, NaN where the agency gave none) or, for tables of classes, text.
``status`` is empty, or the agency's own sign for why a value is missing or uncertain.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from vagled_lmi.codes import Period, Region, Sni, Ssyk, af_labels, quote, ssyk_labels
from vagled_lmi.errors import ContractError, UnknownCodeError
from vagled_lmi.foreign import NorwegianRegion, Nuts
from vagled_lmi.provenance import Retrieval
from vagled_lmi.ranks import Ranked, ranked

Kind = Literal[
    "region", "period", "ssyk", "ssyk3", "sni", "af_ssyk", "nuts", "norway", "code"
]  # fmt: skip
Cadence = Literal["month", "quarter", "half_year", "year", "irregular"]

_NAMED_AT_MOST = 5


@dataclass(frozen=True, slots=True)
class Dimension:
    """A column of codes.

    Attributes
    ----------
    name : str
        Column name in the tidy frame: ``region``, ``period``, ``sex``.
    label : str
        Swedish name for readers.
    kind : str
        Which code list its codes come from: ``region`` Sweden's, ``nuts`` and ``norway`` those of
        others, ``period``, ``ssyk`` level 4 and ``ssyk3`` level 3, ``sni``, ``af_ssyk``
        Arbetsförmedlingen's; ``code`` is the table's own.
    codes : dict of str to str
        The closed list of a ``code`` dimension with Swedish labels; empty where it is open.
    """

    name: str
    label: str
    kind: Kind = "code"
    codes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Contents:
    """What a table measures.

    Attributes
    ----------
    code : str
        The agency's code of the measure, and the key in a ``contents`` dimension where one exists.
    label : str
        Swedish name for readers.
    unit : str
        Swedish unit: ``personer``, ``procent``; ``klass`` where the value is a class.
    decimals : int
        Decimals the agency publishes.
    lower, upper : float
        Allowed range of the values, ends included; ignored for classes.
    classes : tuple of str
        Allowed classes, from least to most; empty where the value is a number.
    noise : float
        The most, in `unit`, by which two publications of the same cell may differ for protection
        against disclosure alone (SCB's Cell Key Method); 0 where there is none.
    """

    code: str
    label: str
    unit: str
    decimals: int = 0
    lower: float = 0.0
    upper: float = float("inf")
    classes: tuple[str, ...] = ()
    noise: float = 0.0


@dataclass(frozen=True, slots=True)
class Break:
    """A change of method: periods before `period` are not comparable with those from it."""

    period: str
    text: str


@dataclass(frozen=True, slots=True)
class Total:
    """A published total beside its parts, and how far they may differ.

    Attributes
    ----------
    dimension : str
        The dimension that holds both.
    total : str
        Code of the total.
    parts : tuple of str
        Codes of the parts.
    tolerance : float
        Largest allowed difference, in the table's unit; noise against disclosure makes it positive.
    complete : bool
        Whether the parts make up the whole; else they may only not exceed it.
    """

    dimension: str
    total: str
    parts: tuple[str, ...]
    tolerance: float = 0.0
    complete: bool = True


@dataclass(frozen=True, slots=True)
class TableSpec:
    """One declared extract of a source.

    Attributes
    ----------
    id : str
        ``agency:table``, ``scb:TAB6471``; part of every number's address.
    agency : str
        Name of the agency as cited, ``SCB``.
    register : str
        The agency's own name of the table, as cited.
    title : str
        What the table holds, in Swedish.
    dimensions : tuple of Dimension
        In the order of the tidy frame's columns.
    contents : tuple of Contents
        One, or several told apart by a dimension named ``contents``.
    attributes : tuple of str
        Text columns that describe a row without being part of its key (SDMX: attributes).
    cadence : str
        How often the agency publishes.
    releases : str
        When it does, in Swedish, where that is known beforehand.
    licence : str
        ``CC0`` or the agency's words.
    notes : tuple of str
        What every reader of the table must know, in Swedish.
    breaks : tuple of Break
        Changes of method, oldest first.
    totals : tuple of Total
        Sums that the contract checks.
    page : str
        Address of the agency's page about the statistics.
    computed : str
        How the source is named for what is computed here from the table, where the agency may not
        be; empty where it may.
    file : str
        How a user comes by the file that the table is read from, for one that is not fetched.
    live : object
        How the agency's module asks for it; None where it cannot be fetched yet.
    """

    id: str
    agency: str
    register: str
    title: str
    dimensions: tuple[Dimension, ...]
    contents: tuple[Contents, ...]
    cadence: Cadence
    licence: str
    releases: str = ""
    attributes: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    breaks: tuple[Break, ...] = ()
    totals: tuple[Total, ...] = ()
    page: str = ""
    computed: str = ""
    file: str = ""
    live: object = None

    @property
    def columns(self) -> tuple[str, ...]:
        """Column names of the tidy frame."""
        return (*self.keys, *self.attributes, "value", "status")

    @property
    def keys(self) -> tuple[str, ...]:
        """Names of the dimensions: together they are unique."""
        return tuple(dimension.name for dimension in self.dimensions)

    @property
    def is_classes(self) -> bool:
        """Whether the values are classes rather than numbers."""
        return bool(self.contents[0].classes)

    def credit(self, *, computed: bool) -> str:
        """Return how a figure names its source: shown as it is, or computed here."""
        if not computed:
            return f"Källa: {self.agency}"
        return self.computed or f"Egen bearbetning av uppgifter från {self.agency}"

    def breaks_between(self, earlier: str, later: str) -> tuple[Break, ...]:
        """Return the changes of method that make two periods incomparable, oldest first."""
        first, last = Period(earlier), Period(later)
        return tuple(
            b for b in self.breaks if first < Period(b.period) and not last < Period(b.period)
        )


@dataclass(frozen=True, slots=True)
class Failure:
    """The last attempt to fetch a table, which failed: when, UTC, and why, in Swedish."""

    tried: str
    why: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table as known: its declaration, its tidy frame, where it came from.

    `failure` is set where a later attempt to fetch it failed: what is known may be stale.
    """

    spec: TableSpec
    frame: pd.DataFrame
    retrievals: tuple[Retrieval, ...]
    failure: Failure | None = None


def check(spec: TableSpec, frame: pd.DataFrame) -> pd.DataFrame:
    """Hold a frame to its declared contract.

    Parameters
    ----------
    spec : TableSpec
        The declaration.
    frame : pandas.DataFrame
        Columns `spec.columns`, in any order; codes as text or categorical.

    Returns
    -------
    pandas.DataFrame
        Columns in declared order, codes and status as plain text, sorted by the keys, fresh index.

    Raises
    ------
    ContractError
        Naming the table, the column and the offending codes or rows.
    """
    _check_columns(spec, frame)
    keys = {name: ranked(frame[name]) for name in spec.keys}
    _check_codes(spec, {name: key.codes for name, key in keys.items()})
    order = np.lexsort([keys[name].ranks for name in reversed(spec.keys)])
    _check_keys(spec, keys, order)
    columns: dict[str, Any] = {}
    for name in spec.columns:
        if name in keys:
            columns[name] = keys[name].codes.array.take(keys.pop(name).ranks[order])
        elif name == "value":
            columns[name] = frame[name].array.take(order)
        else:
            columns[name] = _texts(frame[name], order)
    tidy = pd.DataFrame(columns, copy=False)
    (_check_classes if spec.is_classes else _check_numbers)(spec, tidy)
    for total in spec.totals:
        _check_total(spec, tidy, total)
    return tidy


def _texts(column: pd.Series[Any], order: NDArray[np.intp]) -> Any:
    """Return a column, text or categorical, as text in an order; what is missing stays so."""
    array = column.array
    if isinstance(array, pd.Categorical):
        return array.categories.astype("str").array.take(array.codes[order], allow_fill=True)
    return array.take(order).astype("str")


def widened(spec: TableSpec, copy: pd.DataFrame) -> pd.DataFrame:
    """Return a public copy with the attributes that it does not know, all of them missing."""
    unsaid = [name for name in spec.attributes if name not in copy]
    return copy.assign(**dict.fromkeys(unsaid))


def _refuse(spec: TableSpec, what: str, hint: str | None = None) -> ContractError:
    return ContractError(f"Tabellen {spec.id} bryter mot sin deklaration: {what}", hint)


def _some(values: object) -> str:
    items = sorted(map(str, values))  # type: ignore[call-overload]
    shown = ", ".join(quote(item) for item in items[:_NAMED_AT_MOST])
    more = len(items) - _NAMED_AT_MOST
    return f"{shown} och {more} till" if more > 0 else shown


def _check_columns(spec: TableSpec, frame: pd.DataFrame) -> None:
    missing = set(spec.columns) - set(frame.columns)
    extra = set(frame.columns) - set(spec.columns)
    if missing or extra:
        parts = [f"kolumner saknas: {_some(missing)}."] if missing else []
        parts += [f"okända kolumner: {_some(extra)}."] if extra else []
        raise _refuse(spec, " ".join(parts), f"Väntat är {', '.join(spec.columns)}.")
    if frame.empty:
        raise _refuse(spec, "inga rader.")


def _check_codes(spec: TableSpec, codes: Mapping[str, Iterable[str]]) -> None:
    known: dict[Kind, Callable[[str], object]] = {
        "region": Region,
        "period": Period,
        "ssyk": ssyk_labels().__getitem__,
        "ssyk3": _ssyk3,
        "sni": Sni,
        "af_ssyk": af_labels().__getitem__,
        "nuts": Nuts,
        "norway": NorwegianRegion,
    }
    for dimension in spec.dimensions:
        look_up = dimension.codes.__getitem__ if dimension.codes else known.get(dimension.kind)
        unknown = []
        for code in codes[dimension.name]:
            try:
                if look_up is not None:
                    look_up(code)
                elif not code or code == "nan":
                    unknown.append(code)
            except (KeyError, UnknownCodeError):
                unknown.append(code)
        if unknown:
            raise _refuse(spec, f'okända koder i "{dimension.name}": {_some(unknown)}.')


def _ssyk3(code: str) -> Ssyk:
    occupation = Ssyk(code)
    if occupation.level != 3:
        raise UnknownCodeError(f"SSYK-koden {quote(code)} har inte tre siffror.")
    return occupation


def _check_keys(spec: TableSpec, keys: Mapping[str, Ranked], order: NDArray[np.intp]) -> None:
    repeated = np.ones(len(order) - 1, dtype=bool)
    for key in keys.values():
        ranks = key.ranks[order]
        repeated &= ranks[1:] == ranks[:-1]
    if repeated.any():
        row = order[int(repeated.argmax())]
        first = {name: key.codes[key.ranks[row]] for name, key in keys.items()}
        raise _refuse(
            spec, f"{int(repeated.sum())} rader har samma nyckel som en annan, först {first}."
        )


def _check_numbers(spec: TableSpec, tidy: pd.DataFrame) -> None:
    if not pd.api.types.is_numeric_dtype(tidy["value"]) or tidy["value"].dtype == bool:
        raise _refuse(spec, f"värdena är {tidy['value'].dtype}, inte tal.")
    tidy["value"] = tidy["value"].astype("float64")
    values = tidy["value"].to_numpy()
    silent = np.isnan(values)
    if silent.any():
        silent &= (tidy["status"] == "").to_numpy(dtype=bool)
    if silent.any():
        first = tidy.loc[silent, list(spec.keys)].iloc[0].to_dict()
        raise _refuse(spec, f"värde saknas utan status i {int(silent.sum())} rader, först {first}.")
    lower, upper = (_limits(spec, tidy, name) for name in ("lower", "upper"))
    outside = (values < lower) | (values > upper)
    if outside.any():
        row = tidy.iloc[int(outside.argmax())]
        code = row["contents"] if len(spec.contents) > 1 else spec.contents[0].code
        contents = next(c for c in spec.contents if c.code == code)
        raise _refuse(
            spec,
            f"{contents.label} är {row['value']:g} i {row[list(spec.keys)].to_dict()}, "
            f"utanför {contents.lower:g} till {contents.upper:g}.",
        )


def _limits(spec: TableSpec, tidy: pd.DataFrame, name: str) -> Any:
    """Return a limit of the values: one, or one a row where measures differ."""
    limits = {contents.code: getattr(contents, name) for contents in spec.contents}
    if len(set(limits.values())) == 1:
        return next(iter(limits.values()))
    return tidy["contents"].map(limits).to_numpy(dtype="float64")


def _check_classes(spec: TableSpec, tidy: pd.DataFrame) -> None:
    for contents in spec.contents:
        rows = tidy[tidy["contents"] == contents.code] if len(spec.contents) > 1 else tidy
        given = rows[rows["value"].notna()]
        unknown = set(given["value"]) - set(contents.classes)
        if unknown:
            raise _refuse(
                spec,
                f"okända klasser för {contents.label}: {_some(unknown)}.",
                f"Tillåtet är {', '.join(contents.classes)}.",
            )
        silent = rows["value"].isna() & (rows["status"] == "")
        if silent.any():
            raise _refuse(spec, f"klass saknas utan status i {int(silent.sum())} rader.")


def _check_total(spec: TableSpec, tidy: pd.DataFrame, total: Total) -> None:
    others = [name for name in spec.keys if name != total.dimension]
    wide = tidy.pivot(index=others, columns=total.dimension, values="value")
    if not {total.total, *total.parts} <= set(wide.columns):
        return
    wide = wide.dropna(subset=[total.total, *total.parts])
    gap = wide[list(total.parts)].sum(axis=1) - wide[total.total]
    bad = gap.abs() > total.tolerance if total.complete else gap > total.tolerance
    if bad.any():
        key = dict(zip(others, wide.index[bad][0], strict=True))
        raise _refuse(
            spec,
            f"{' + '.join(total.parts)} skiljer sig från {total.total} med "
            f"{gap[bad].iloc[0]:+g} i {key}; tillåtet är {total.tolerance:g}.",
        )
