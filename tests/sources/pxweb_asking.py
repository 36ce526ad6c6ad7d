"""A small PxWebApi 2 table, a declaration of it, and what its answers must become."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from tests import servers
from tests.servers import Px, Spoken, px_cell, px_metadata
from tests.sources.asking import answered_by, ask
from vagled_lmi.errors import SourceError
from vagled_lmi.sources import pxweb
from vagled_lmi.sources.protocol import Answer
from vagled_lmi.sources.pxweb import Extract, Label
from vagled_lmi.tables import Contents, Dimension, TableSpec

CODES = {
    "Region": ["00", "01", "03", "0114", "0305"],
    "Kon": ["1", "2", "1+2"],
    "ContentsCode": ["X1", "X2"],
    "Tid": ["2019M11", "2019M12", "2020M01", "2020M02", "2021M01"],
}
METADATA = px_metadata("TAB1", CODES)
EXTRACT = Extract(
    table="TAB1",
    select={"Region": ("*",), "Kon": ("1+2", "1", "2"), "ContentsCode": ("X1",), "Tid": ("*",)},
    columns={"Region": "region", "Kon": "sex", "Tid": "period"},
    recode={"Kon": {"1+2": "total", "1": "men", "2": "women"}},
)


def table(extract: Extract | None = EXTRACT) -> TableSpec:
    columns = extract.columns.values() if extract else ("region", "period")
    return TableSpec(
        id="scb:T1",
        agency="SCB",
        register="T1",
        title="Folk",
        dimensions=tuple(Dimension(name, name) for name in columns),
        contents=(Contents("X1", "Folk", "personer"),),
        cadence="month",
        licence="CC0",
        page="https://www.scb.se/t1",
        live=extract,
    )


def selecting(**select: tuple[str | Label, ...]) -> Extract:
    return replace(EXTRACT, select={**EXTRACT.select, **select})


def fetched(px: Callable[[servers.Seen], Spoken], spec: TableSpec) -> list[Answer]:
    return ask(pxweb, spec, "https://px.example.se", answered_by(px))


def parsed(answers: Sequence[Answer], spec: TableSpec) -> pd.DataFrame:
    return pxweb.parse([answer.payload for answer in answers], spec)


def refused(px: Callable[[servers.Seen], Spoken], spec: TableSpec | None = None) -> SourceError:
    with pytest.raises(SourceError) as caught:
        fetched(px, spec or table())
    return caught.value


def answering(
    config: Spoken | None = None, metadata: Spoken | None = None, data: Spoken | None = None
) -> Callable[[servers.Seen], Spoken]:
    """A PxWeb that answers rightly save where it is told how to."""
    px = Px(METADATA)

    def answer(seen: servers.Seen) -> Spoken:
        told = {"config": config, "metadata": metadata, "data": data}[seen.path.rsplit("/")[-1]]
        return px(seen) if told is None else told

    return answer


def whole(spec: TableSpec, metadata: Mapping[str, Any]) -> pd.DataFrame:
    """What the joined answers must be, worked out cell by cell without splitting or JSON-stat."""
    assert isinstance(spec.live, Extract)
    live = spec.live
    codes = {
        name: list(about["category"]["index"]) for name, about in metadata["dimension"].items()
    }
    selection = {
        name: codes[name] if live.select[name] == ("*",) else live.select[name] for name in codes
    }
    rows = []
    for cell in itertools.product(*selection.values()):
        at = dict(zip(selection, cell, strict=True))
        value, status = px_cell(at)
        tidy = {
            column: live.recode.get(name, {}).get(at[name], at[name])
            for name, column in live.columns.items()
        }
        rows.append({**tidy, "value": value, "status": status})
    frame = pd.DataFrame(rows)[list(spec.columns)].astype({"value": "float64"})
    return frame.sort_values(list(spec.keys), ignore_index=True)


def plain(spec: TableSpec, frame: pd.DataFrame) -> pd.DataFrame:
    texts = [*spec.keys, "status"]
    return frame.astype(dict.fromkeys(texts, "str")).sort_values(list(spec.keys), ignore_index=True)
