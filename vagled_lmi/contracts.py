"""What a table said of itself at one retrieval: its variables, codes, measures, periods and notes.

The contract of a vintage is read from its stored payloads; what an agency says now is held against
it by the sentinel. Nothing here reads or writes files.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

import pandas as pd

from vagled_lmi.jsonstat import Metadata
from vagled_lmi.jsonstat_metadata import part
from vagled_lmi.tables import TableSpec

_PERIODS_IN_LABEL = re.compile(r"[.,]?\s+(År|Månad|Kvartal|Vecka|Läsår)\s+\S+\s*$")
_METHOD = ("measuringType", "priceType", "adjustment")
_NOTHING = ("None", "NotApplicable", "Other")


@dataclass(frozen=True, slots=True)
class Variable:
    """One dimension as the agency describes it: its label, and code to label of what it holds."""

    label: str
    codes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure as the agency describes it.

    Attributes
    ----------
    label : str
        The agency's name of it.
    unit : str
        The agency's unit; empty where it gives none.
    decimals : int or None
        Decimals it publishes.
    reference : str
        Its base or reference period, as the agency says it.
    method : str
        How it is measured, priced and adjusted, in the agency's words.
    """

    label: str
    unit: str = ""
    decimals: int | None = None
    reference: str = ""
    method: str = ""


@dataclass(frozen=True, slots=True)
class Contract:
    """What a table said of itself.

    Attributes
    ----------
    table : str
        Id of the `TableSpec`.
    agency_id : str
        The agency's own id of the table, ``TAB6471``; empty where it has none.
    label : str
        The agency's own title, without the periods that some titles end with.
    updated : str or None
        The agency's stamp of last update.
    next_release : str or None
        When the agency says that it updates the table next, an ISO date or time.
    variables : dict of str to Variable
        By the agency's code, time left out.
    measures : dict of str to Measure
        By the agency's code.
    periods : tuple of str
        Codes of the periods, in the agency's order.
    cells : int
        Cells of the whole table, or rows where there are no cells.
    notes : tuple of str
        The agency's footnotes.
    discontinued : bool
        Whether the agency says that it is.
    earlier : dict of str to Contract
        The same of the agency's earlier tables, by name, where one of ours is fetched from several;
        the rest is of the newest.
    """

    table: str
    agency_id: str = ""
    label: str = ""
    updated: str | None = None
    next_release: str | None = None
    variables: Mapping[str, Variable] = field(default_factory=dict)
    measures: Mapping[str, Measure] = field(default_factory=dict)
    periods: tuple[str, ...] = ()
    cells: int = 0
    notes: tuple[str, ...] = ()
    discontinued: bool = False
    earlier: Mapping[str, Contract] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """Return plain data, for the lock file."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Contract:
        """Read what `to_json` wrote; raises KeyError or TypeError for anything else."""
        fields = dict(data)
        fields["variables"] = {
            code: Variable(said["label"], said["codes"])
            for code, said in fields["variables"].items()
        }
        fields["measures"] = {code: Measure(**said) for code, said in fields["measures"].items()}
        fields["periods"] = tuple(fields["periods"])
        fields["notes"] = tuple(fields["notes"])
        fields["earlier"] = {
            name: cls.from_json(said) for name, said in fields.get("earlier", {}).items()
        }
        return cls(**fields)


def bare_label(label: str) -> str:
    """Return a title without the periods at its end, which move with every release."""
    return _PERIODS_IN_LABEL.sub("", " ".join(label.split()))


def of_metadata(spec: TableSpec, metadata: Metadata, notes: tuple[str, ...] = ()) -> Contract:
    """Return what a JSON-stat 2 dataset says of itself.

    Parameters
    ----------
    spec : TableSpec
        Whose extract it is.
    metadata : Metadata
        Of the whole table where the agency gives it, else of an answer.
    notes : tuple of str
        The agency's footnotes.
    """
    time = metadata.roles.get("time", ())
    metric = metadata.roles.get("metric", ())
    dimensions = metadata.dimensions
    return Contract(
        table=spec.id,
        agency_id=metadata.table_id or "",
        label=bare_label(metadata.label or ""),
        updated=metadata.updated,
        next_release=part(metadata.px, "nextUpdate", str, "extension.px"),
        variables={
            name: Variable(dimension.label, dict(dimension.labels))
            for name, dimension in dimensions.items()
            if name not in (*time, *metric)
        },
        measures={
            code: Measure(
                label,
                (unit.base if (unit := dimensions[name].units.get(code)) else None) or "",
                unit.decimals if unit else None,
                _said(dimensions[name].extension, code, ("refperiod", "basePeriod")),
                _said(dimensions[name].extension, code, _METHOD),
            )
            for name in metric
            for code, label in dimensions[name].labels.items()
        },
        periods=tuple(code for name in time for code in dimensions[name].codes),
        cells=metadata.cells,
        notes=notes,
        discontinued=bool(metadata.extension.get("discontinued")),
    )


def _said(extension: Mapping[str, Any], code: str, keys: tuple[str, ...]) -> str:
    """Return what PxWeb says of a measure under some keys, but for that there is nothing to say."""
    given = [said.get(code) for key in keys if isinstance(said := extension.get(key), Mapping)]
    return "; ".join(str(text) for text in given if text and text not in _NOTHING)


def with_periods(contract: Contract, frame: pd.DataFrame) -> Contract:
    """Return a contract with the periods that a tidy frame has."""
    return replace(contract, periods=tuple(sorted(frame["period"].astype("str").unique())))


def of_frame(spec: TableSpec, frame: pd.DataFrame, updated: str | None = None) -> Contract:
    """Return what a tidy frame shows of a table whose agency says nothing about it.

    Parameters
    ----------
    spec : TableSpec
        Its declaration: labels and units are taken from it.
    frame : pandas.DataFrame
        Columns `spec.columns`.
    updated : str or None
        The agency's stamp.
    """
    variables = {}
    for dimension in spec.dimensions:
        if dimension.kind == "period":
            continue
        there = sorted(frame[dimension.name].astype("str").unique())
        codes = {code: dimension.codes.get(code, code) for code in there}
        variables[dimension.name] = Variable(dimension.label, codes)
    return Contract(
        table=spec.id,
        label=spec.title,
        updated=updated,
        variables=variables,
        measures={c.code: Measure(c.label, c.unit, c.decimals) for c in spec.contents},
        periods=tuple(sorted(frame["period"].astype("str").unique())),
        cells=len(frame),
    )
