"""What a table of PxWeb's API version 1 is, how it is declared, and what it says of itself."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from vagled_lmi import jsonstat
from vagled_lmi.codes import Period, quote
from vagled_lmi.errors import DecodeError, UnknownCodeError
from vagled_lmi.jsonstat import Metadata
from vagled_lmi.sources.pxweb_extract import Extract, Label
from vagled_lmi.sources.reading import dumps, loads, part
from vagled_lmi.tables import TableSpec

WHAT = "Svaret från PxWeb"


@dataclass(frozen=True, slots=True)
class Table1:
    """A table of an agency with PxWeb's API version 1: `TableSpec.live`.

    Attributes
    ----------
    service : str
        Which of the agency's services it is.
    measures : str
        The dimension that holds the measures.
    extract : Extract
        What is asked for. Its `table` is the path below the service's address; empty where the
        table is to be found by walking. In `measures` each code is a `Label` with `ours`.
    folder : str
        Where the walk begins.
    words : tuple of str
        All of which the names of the table and of the folders down to it have.
    """

    service: str
    measures: str
    extract: Extract
    folder: str = ""
    words: tuple[str, ...] = ()


def live_of(spec: TableSpec) -> Table1:
    """Return how a table is asked for."""
    if not isinstance(spec.live, Table1):
        raise TypeError(spec.id)
    return spec.live


def labels(live: Table1) -> list[Label]:
    """Return the names of the measures that are wanted."""
    return [item for item in live.extract.select[live.measures] if isinstance(item, Label)]


def extract_of(live: Table1, chosen: Mapping[str, str], metadata: Metadata) -> Extract:
    """Return what is asked for, with the measures found and periods by the names they have."""
    periods = {
        code: label
        for name in metadata.roles.get("time", ())
        for code, label in metadata.dimensions[name].labels.items()
        if _is_period(label)
    }
    times = dict.fromkeys(metadata.roles.get("time", ()), periods)
    ours = {code: name for name, code in chosen.items()}
    return replace(
        live.extract,
        select={**live.extract.select, live.measures: tuple(chosen.values())},
        recode={**live.extract.recode, **times, live.measures: ours},
    )


def _is_period(label: str) -> bool:
    try:
        Period(label)
    except UnknownCodeError:
        return False
    return True


def stored(payload: bytes) -> tuple[str, dict[str, str], Metadata]:
    """Read the first payload of a vintage: path, measures found, what the table says of itself."""
    document = loads(payload, WHAT)
    chosen = part(document, "measures", dict, WHAT)
    if not all(isinstance(code, str) for code in chosen.values()):
        raise DecodeError(f'{WHAT}: fältet "measures" är av fel slag.')
    metadata = read_metadata(part(document, "metadata", dict, WHAT))
    return part(document, "path", str, WHAT), chosen, metadata


def read_metadata(raw: Any) -> Metadata:
    """Read what a table says of itself, in the form that JSON-stat has."""
    variables = part(raw, "variables", list, WHAT)
    dimensions: dict[str, Any] = {}
    times = []
    for variable in variables:
        code = part(variable, "code", str, WHAT)
        values = part(variable, "values", list, WHAT)
        texts = part(variable, "valueTexts", list, WHAT)
        if len(values) != len(texts) or code in dimensions:
            raise DecodeError(f"{WHAT}: dimensionen {quote(code)} är inte hel.")
        dimensions[code] = {
            "label": part(variable, "text", str, WHAT),
            "category": {
                "index": values,
                "label": dict(zip(map(str, values), texts, strict=True)),
            },
        }
        if variable.get("time") is True:
            times.append(code)
    sizes = [len(dimension["category"]["index"]) for dimension in dimensions.values()]
    document = {
        "version": "2.0",
        "class": "dataset",
        "label": part(raw, "title", str, WHAT),
        "role": {"time": times} if times else {},
        "id": list(dimensions),
        "size": sizes,
        "dimension": dimensions,
        "value": [],
    }
    if not math.prod(sizes):
        raise DecodeError(f"{WHAT}: tabellen är tom.")
    return jsonstat.read_metadata(dumps(document, WHAT))
