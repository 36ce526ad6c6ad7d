"""What is written is read back the same, and what is damaged is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from typing import Any
from unittest.mock import patch

import numpy as np
import orjson
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.jsonstat.answers import changed, read, small
from vagled_lmi import jsonstat, jsonstat_scan
from vagled_lmi.errors import ContractError, DecodeError

# Round trips and damage

TEXT = st.text(st.characters(codec="utf-8"), max_size=6)


@st.composite
def datasets(draw: st.DrawFn) -> jsonstat.Dataset:
    ids = draw(
        st.lists(TEXT.filter(lambda t: t not in ("value", "status")), max_size=4, unique=True)
    )
    dimensions = {}
    for name in ids:
        codes = draw(st.lists(TEXT, max_size=4, unique=True))
        some_codes = st.sampled_from(codes) if codes else st.nothing()
        dimensions[name] = jsonstat.Dimension(
            id=name,
            label=draw(TEXT),
            labels={code: draw(TEXT) for code in codes},
            role=draw(st.sampled_from([None, "time", "geo", "metric"])),
            units=draw(
                st.dictionaries(
                    some_codes,
                    st.builds(jsonstat.Unit, st.none() | TEXT, st.none() | st.integers(0, 9)),
                )
            ),
            notes=tuple(draw(st.lists(TEXT, max_size=2))),
            category_notes=draw(
                st.dictionaries(some_codes, st.lists(TEXT, min_size=1, max_size=2).map(tuple))
            ),
            extension=draw(st.dictionaries(TEXT, st.none() | st.booleans() | TEXT, max_size=2)),
        )
    metadata = jsonstat.Metadata(
        dimensions,
        *(draw(st.none() | TEXT) for _ in range(3)),
        notes=tuple(draw(st.lists(TEXT, max_size=2))),
        extension=draw(st.dictionaries(TEXT, st.booleans() | TEXT, max_size=2)),
    )
    cells = metadata.cells
    numbers = (
        st.none() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False)
    )
    values = draw(st.lists(numbers, min_size=cells, max_size=cells))
    signs = draw(
        st.lists(st.sampled_from(["", "", "..", ".", "p"]), min_size=cells, max_size=cells)
    )
    index = pd.MultiIndex.from_product([d.codes for d in dimensions.values()]) if ids else [()]
    frame = pd.DataFrame(list(index), columns=ids, index=pd.RangeIndex(cells), dtype="str")
    for name, dimension in dimensions.items():
        categories = pd.CategoricalDtype(pd.Index(list(dimension.codes), dtype="str"))
        frame[name] = frame[name].astype(categories)
    frame["value"] = np.array(values, dtype=np.float64)
    present = pd.Index(["", *sorted(set(signs) - {""})], dtype="str")
    frame["status"] = pd.Categorical(signs, categories=present)
    return jsonstat.Dataset(metadata, frame)


def assert_same(one: pd.DataFrame, other: pd.DataFrame) -> None:
    pd.testing.assert_frame_equal(one, other, check_exact=True)
    assert one["value"].to_numpy().tobytes() == other["value"].to_numpy().tobytes()


@settings(deadline=None)
@given(datasets())
def test_what_is_written_is_read_back(dataset: jsonstat.Dataset) -> None:
    payload = jsonstat.write(dataset.frame, dataset.metadata)
    back = jsonstat.read_dataset(payload)
    assert_same(back.frame, dataset.frame)
    assert back.metadata == dataset.metadata
    assert jsonstat.read_metadata(payload) == dataset.metadata
    with patch.object(jsonstat_scan, "SHORT", 1):
        assert_same(jsonstat.read(payload), dataset.frame)


@settings(deadline=None)
@given(datasets(), st.data())
def test_every_spelling_is_read_back(dataset: jsonstat.Dataset, data: st.DataObject) -> None:
    document = json.loads(jsonstat.write(dataset.frame, dataset.metadata))
    for about in document["dimension"].values():
        category = about["category"]
        spelling = data.draw(st.sampled_from(["dict", "shuffled", "list", "absent"]))
        if spelling == "shuffled":
            category["index"] = dict(data.draw(st.permutations(list(category["index"].items()))))
        elif spelling == "list":
            category["index"] = list(category["index"])
        elif spelling == "absent" and len(category["index"]) < 2:
            del category["index"]
    if data.draw(st.booleans(), "sparse value"):
        document["value"] = {
            str(at): number for at, number in enumerate(document["value"]) if number is not None
        }
    if data.draw(st.booleans(), "dense status"):
        document["status"] = list(dataset.frame["status"])
    document = dict(data.draw(st.permutations(list(document.items()))))
    indent = data.draw(st.sampled_from([None, 2]))
    back = jsonstat.read_dataset(json.dumps(document, indent=indent).encode())
    assert_same(back.frame, dataset.frame)
    assert back.metadata == dataset.metadata


@settings(deadline=None)
@given(datasets(), st.data())
def test_rows_are_written_from_any_order_and_from_plain_text(
    dataset: jsonstat.Dataset, data: st.DataObject
) -> None:
    order = data.draw(st.permutations(range(len(dataset.frame))))
    payload = jsonstat.write(dataset.frame.iloc[order], dataset.metadata)
    assert_same(jsonstat.read(payload), dataset.frame)
    if dataset.metadata.cells:  # with no rows there are no codes to appear
        plain = dataset.frame.astype(dict.fromkeys(dataset.metadata.dimensions, "str"))
        assert_same(jsonstat.read(jsonstat.write(plain)), dataset.frame)


@settings(deadline=None)
@given(datasets(), st.data())
def test_a_truncated_answer_is_always_refused(
    dataset: jsonstat.Dataset, data: st.DataObject
) -> None:
    payload = jsonstat.write(dataset.frame, dataset.metadata)
    short = payload[: data.draw(st.integers(0, len(payload) - 1))]
    for bytes_of_numbers in (1, jsonstat_scan.SHORT):
        with patch.object(jsonstat_scan, "SHORT", bytes_of_numbers), pytest.raises(DecodeError):
            jsonstat.read(short)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 2**63) | st.floats(allow_nan=False) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=4,
)


def places(node: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = (
        node.items()
        if isinstance(node, dict)
        else enumerate(node)
        if isinstance(node, list)
        else ()
    )
    return [path, *(p for key, part in inner for p in places(part, (*path, key)))]


@settings(deadline=None)
@given(st.sampled_from(places(small())), JSON)
def test_a_document_with_anything_anywhere_is_read_or_refused(
    place: tuple[Any, ...], anything: Any
) -> None:
    document: Any = {"root": json.loads(json.dumps(small()))}
    node, key = document, "root"
    for step in place:
        node, key = node[key], step
    node[key] = anything
    with suppress(DecodeError):
        assert list(read(document["root"]).columns[-2:]) == ["value", "status"]


@settings(deadline=None)
@given(st.data())
def test_damaged_bytes_are_read_or_refused(data: st.DataObject) -> None:
    payload = orjson.dumps(small())
    at = data.draw(st.integers(0, len(payload)))
    damaged = payload[:at] + data.draw(st.binary(max_size=3)) + payload[at + 2 :]
    with suppress(DecodeError):
        assert list(jsonstat.read(damaged).columns[-2:]) == ["value", "status"]


# Writing


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda f: f.iloc[1:], "5 rader för 6"),
        (lambda f: pd.concat([f.iloc[:5], f.iloc[:1]]), "6 rader för 6"),
        (lambda f: f.assign(value=np.inf), "oändligt"),
        (lambda f: f.assign(value="1"), "value"),
        (lambda f: f.drop(columns="value"), "value"),
        (lambda f: f.assign(Tid=[None, "2024", "2025"] * 2), '"Tid"'),
        (lambda f: f.assign(Tid=[2023, 2024, 2025] * 2), '"Tid"'),
    ],
)
def test_a_frame_that_is_no_cube_is_not_written(
    spoil: Callable[[pd.DataFrame], pd.DataFrame], words: str
) -> None:
    with pytest.raises(ContractError, match=words):
        jsonstat.write(spoil(read(small())))


def test_metadata_of_another_frame_is_not_written() -> None:
    other = jsonstat.read_metadata(
        orjson.dumps(changed("dimension.Region.category.index", ["04", "03"]))
    )
    with pytest.raises(ContractError, match="metadata"):
        jsonstat.write(read(small()), other)


def test_whole_numbers_and_no_status_are_written() -> None:
    frame = pd.DataFrame({"Kon": ["1", "2"], "value": [10, 20]})
    assert read(orjson.loads(jsonstat.write(frame)))["value"].tolist() == [10.0, 20.0]
