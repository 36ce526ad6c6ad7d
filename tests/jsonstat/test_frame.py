"""JSON-stat 2 to a tidy frame: what it holds, what the agency says, and what is refused."""

from __future__ import annotations

from typing import Any

import numpy as np
import orjson
import pandas as pd
import pytest

from tests.jsonstat.answers import changed, read, refusal, small
from vagled_lmi import jsonstat

# The frame


def test_frame_has_one_row_a_cell_in_the_payloads_order() -> None:
    frame = read(small())
    assert list(frame.columns) == ["Region", "ContentsCode", "Tid", "value", "status"]
    assert list(frame["Region"]) == ["03"] * 3 + ["04"] * 3
    assert list(frame["ContentsCode"]) == ["A1"] * 6
    assert list(frame["Tid"]) == ["2023", "2024", "2025"] * 2
    np.testing.assert_array_equal(frame["value"], [1, 2.5, np.nan, -4, 5, 6])
    assert list(frame["status"]) == ["", "", "..", "", "", ""]
    assert isinstance(frame.index, pd.RangeIndex)


def test_columns_are_categorical_in_the_payloads_order_and_small() -> None:
    frame = read(changed("dimension.Region.category.index", {"03": 1, "04": 0}))
    assert list(frame["Region"].cat.categories) == ["04", "03"]
    assert list(frame["Region"]) == ["04"] * 3 + ["03"] * 3
    assert frame["value"].dtype == np.float64
    assert list(frame["status"].cat.categories) == ["", ".."]
    # A byte for each of three dimensions and the status, eight for the number.
    codes = sum(frame[name].cat.codes.nbytes for name in ["Region", "ContentsCode", "Tid"])
    assert codes + frame["status"].cat.codes.nbytes + frame["value"].nbytes == 6 * (3 + 1 + 8)


@pytest.mark.parametrize("codes", [126, 127, 128, 32766, 32767, 32768])
def test_code_types_at_the_edges_are_those_of_pandas(codes: int) -> None:
    names = [f"r{i}" for i in range(codes)]
    document = small(
        id=["Region"],
        size=[codes],
        role={},
        dimension={"Region": {"category": {"index": names}}},
        value=list(range(codes)),
        status=None,
    )
    column = read(document)["Region"]
    assert list(column) == names
    assert column.cat.codes.dtype == pd.Categorical(names).codes.dtype


@pytest.mark.parametrize(
    ("path", "to"),
    [
        ("dimension.Region.category.index", ["03", "04"]),
        ("dimension.ContentsCode.category.index", ...),
        ("dimension.Tid.category.label", ...),
        ("role", ...),
        ("extension", ...),
        ("version", ...),
        ("status", ["", "", "..", None, "", ""]),
        ("status", {"2": "..", "3": ""}),
        ("value", {"0": 1, "1": 2.5, "3": -4, "4": 5, "5": 6}),
        ("value", {"5": 6, "4": 5, "3": -4, "2": None, "1": 2.5, "0": 1}),
    ],
)
def test_other_spellings_of_the_same_dataset(path: str, to: Any) -> None:
    pd.testing.assert_frame_equal(read(changed(path, to)), read(small()))


def test_one_status_for_all_cells() -> None:
    assert list(read(small(status="p"))["status"]) == ["p"] * 6


@pytest.mark.parametrize("status", [None, {}, "", [""] * 6, [None] * 6])
def test_no_status_is_the_empty_text(status: Any) -> None:
    column = read(small(status=status))["status"]
    assert list(column) == [""] * 6
    assert list(column.cat.categories) == [""]


def test_many_kinds_of_status() -> None:
    signs = [f"s{i:03d}" for i in range(200)]
    document = small(
        id=["Tid"],
        size=[200],
        role={},
        dimension={"Tid": {"category": {"index": signs}}},
        value=[None] * 200,
        status=signs,
    )
    assert list(read(document)["status"]) == signs


def test_byte_order_mark_is_no_content() -> None:
    payload = orjson.dumps(small())
    pd.testing.assert_frame_equal(jsonstat.read(b"\xef\xbb\xbf" + payload), jsonstat.read(payload))


def test_a_dimension_without_categories_gives_no_rows() -> None:
    document = small(size=[0, 1, 3], value=[], status={})
    document["dimension"]["Region"]["category"] = {"index": {}, "label": {}}
    frame = read(document)
    assert frame.shape == (0, 5)
    assert list(frame["Tid"].cat.categories) == ["2023", "2024", "2025"]


def test_no_dimensions_is_one_cell() -> None:
    frame = read(small(id=[], size=[], role={}, dimension={}, value=[7], status=None))
    assert frame.to_dict("records") == [{"value": 7.0, "status": ""}]


def test_labels_may_repeat() -> None:
    document = changed("dimension.Region.category.label", {"03": "100+ år", "04": "100+ år"})
    assert list(read(document)["Region"].unique()) == ["03", "04"]


def test_integers_keep_their_nearest_float() -> None:
    # 2^64 - 1 is nearest to 2^64; 2^53 + 1 is halfway and goes to the even 2^53.
    frame = read(small(value=[2**64 - 1, 2**53 + 1, -(2**63), 0, None, 1e-320]))
    np.testing.assert_array_equal(frame["value"], [2.0**64, 2.0**53, -(2.0**63), 0, np.nan, 1e-320])


# What the agency says


def test_metadata() -> None:
    metadata = jsonstat.read_dataset(orjson.dumps(small())).metadata
    assert metadata.label == "Folkmängd efter region och år"
    assert metadata.source == "SCB"
    assert metadata.updated == "2026-06-08T06:00:00Z"
    assert metadata.notes == ("Små tal är osäkra.",)
    assert metadata.sizes == (2, 1, 3)
    assert metadata.cells == 2 * 1 * 3
    assert metadata.roles == {"metric": ("ContentsCode",), "time": ("Tid",)}
    assert metadata.units == {"A1": jsonstat.Unit("antal", 0)}
    assert metadata.table_id == "TAB1"
    assert metadata.aggregation_allowed is False
    region = metadata.dimensions["Region"]
    assert region.label == "region"
    assert region.labels == {"03": "Uppsala län", "04": "Södermanlands län"}
    assert region.codes == ("03", "04")
    assert region.role is None
    assert region.notes == ("Indelningen 1 januari.",)
    assert region.category_notes == {"03": ("Heby ingår från 2007.",)}
    assert region.extension == {"elimination": True}


def test_metadata_without_numbers() -> None:
    document = small(value=[], status=None)
    assert jsonstat.read_metadata(orjson.dumps(document)).sizes == (2, 1, 3)
    message = refusal(orjson.dumps(document))
    assert "6 celler" in message
    assert "0 tal" in message


def test_what_is_not_said_is_none() -> None:
    document = small(id=["Tid"], size=[1], value=[1], status=None)
    document["dimension"] = {"Tid": {"category": {"label": {"2024": "år 2024"}}}}
    for name in ("label", "source", "updated", "note", "role", "extension"):
        del document[name]
    metadata = jsonstat.read_metadata(orjson.dumps(document))
    assert metadata == jsonstat.Metadata(
        {"Tid": jsonstat.Dimension("Tid", "Tid", {"2024": "år 2024"})}
    )
    assert metadata.table_id is None
    assert metadata.aggregation_allowed is None
    assert metadata.units == {}


def test_a_note_and_a_unit_as_the_specification_has_them() -> None:
    document = changed("dimension.ContentsCode.category.unit", {"A1": {"label": "persons"}})
    metadata = jsonstat.read_metadata(orjson.dumps(document | {"note": "En not."}))
    assert metadata.notes == ("En not.",)
    assert metadata.units == {"A1": jsonstat.Unit("persons", None)}


# What is refused


@pytest.mark.parametrize(
    ("payload", "words"),
    [
        (b"", ["tomt"]),
        (b" \n", ["tomt"]),
        (b"\xef\xbb\xbf", ["tomt"]),
        (b"<!DOCTYPE html><html></html>", ["HTML"]),
        (b'{"class": "dataset",}', ["giltig JSON", "rad 1", "kolumn"]),
        (orjson.dumps(small())[:-1], ["avkortat"]),
        ('{"label": "å'.encode("cp1252"), ["UTF-8", "byte 12 av 12"]),
        (b"[" * 100_000, ["JSON"]),
        (b'{"value":' * 100_000, ["JSON"]),
        (b"[1, 2]", ["en lista"]),
        (b"null", ["null"]),
        (b'{"class": "collection", "link": {}}', ["collection", "dataset"]),
        (b'{"class": "dimension"}', ["dimension", "dataset"]),
        (b'{"oecd": {"dimension": {"id": ["a"], "size": [1]}}}', ["JSON-stat 2", '"oecd"']),
        (b'{"type": "Parameter error", "status": 400}', ["JSON-stat 2", '"type", "status"']),
        (b'{"class": "dataset", "version": "1.3", "id": []}', ["JSON-stat 2"]),
    ],
)
def test_what_is_no_dataset(payload: bytes, words: list[str]) -> None:
    message = refusal(payload)
    for word in words:
        assert word in message


HUGE = {"index": {"03": 0, "04": 10**9}}


@pytest.mark.parametrize(
    ("path", "to", "words"),
    [
        ("id", ["Region", "Tid"], ["id har 2", "size har 3"]),
        ("id", "Region", ['"id"', "en lista", "text"]),
        ("id", ["Region", 1, "Tid"], ['"id"', "ett heltal"]),
        ("id", ["Region", "Tid", "Tid"], ['"Tid"', "flera gånger"]),
        ("id", ["Region", "value", "Tid"], ['"value"']),
        ("id", ["Region", "Kon", "Tid"], ['"ContentsCode"', "roll"]),
        ("size", [2, 1], ["id har 3", "size har 2"]),
        ("size", [2, 1, 3.0], ['"Tid"', "3.0"]),
        ("size", [2, True, 3], ['"ContentsCode"', "True"]),
        ("size", [-2, 1, 3], ['"Region"', "-2"]),
        ("size", [10**9, 10**9, 3], ['"Region"', "1000000000", "2"]),
        ("size", [2, 1, 4], ['"Tid"', "är size 4", "kategorier 3"]),
        ("role", {"time": ["Kon"]}, ['"Kon"', "roll"]),
        ("role", {"time": "Tid"}, ['"time"', "en lista"]),
        ("dimension", ..., ['"Region"', "beskrivs inte"]),
        ("dimension.Tid", ..., ['"Tid"', "beskrivs inte"]),
        ("dimension.Tid", [], ['"Tid"', "ett objekt", "en lista"]),
        ("dimension.Tid.category", ..., ['"Tid"', "är size 3", "kategorier 0"]),
        ("dimension.Tid.category.index", ..., ['"Tid"', "3 kategorier", "index"]),
        ("dimension.Tid.category.index", "2023", ['"Tid"', "text"]),
        ("dimension.Tid.category.index", ["2023", "2024", "2024"], ['"Tid"', '"2024"']),
        ("dimension.Tid.category.index", ["2023", "2024", 2025], ['"Tid"', "ett heltal"]),
        ("dimension.Region.category", HUGE, ['"Region"', "0 till 1", '"04"', "1000000000"]),
        ("dimension.Region.category.index", {"03": 0, "04": 0}, ['"Region"', '"04"', "plats 0"]),
        ("dimension.Region.category.index", {"03": 1, "04": 2}, ['"Region"', '"03"', "plats 1"]),
        ("dimension.Region.category.index", {"03": False, "04": True}, ['"Region"', "heltal"]),
        ("dimension.Region.category.index", {"03": 0, "04": 1.0}, ['"Region"', '"04"']),
        ("dimension.Region.category.label.05", "Östergötland", ['"Region"', '"05"', "label"]),
        ("dimension.Region.category.label.03", 3, ['"Region"', '"03"', "ett heltal"]),
        ("dimension.ContentsCode.category.unit.B2", {}, ['"ContentsCode"', '"B2"', "unit"]),
        ("dimension.ContentsCode.category.unit.A1.decimals", "0", ["decimals", "ContentsCode"]),
        ("dimension.Region.note", [1], ['"note"', '"Region"']),
        ("label", 5, ['"label"', "text", "ett heltal"]),
        ("value", ..., ["value", "null"]),
        ("value", [1, 2, 3], ["6 celler", "3 tal"]),
        ("value", [1, 2, "3", 4, 5, 6], ["value nummer 3 av 6", "text"]),
        ("value", [1, 2, 3, True, 5, 6], ["value nummer 4 av 6", "sant eller falskt"]),
        ("value", [1, 2, 3, 4, 5, [6]], ["value nummer 6 av 6", "en lista"]),
        ("value", "1", ["value", "text"]),
        ("value", {"6": 1}, ['"6"', "value", "0 till 5"]),
        ("value", {"0": "1"}, ["value nummer 1 av 1", "text"]),
        ("status", {"6": ".."}, ['"6"', "status", "0 till 5"]),
        ("status", {"-1": ".."}, ['"-1"', "status"]),
        ("status", {"two": ".."}, ['"two"', "status"]),
        ("status", {"2": "..", "02": "."}, ['"02"', "status"]),
        ("status", {" 2": ".."}, ['" 2"', "status"]),
        ("status", {"1_0": ".."}, ['"1_0"', "status"]),
        ("status", {"٣": ".."}, ['"٣"', "status"]),
        ("status", {"9" * 5000: ".."}, ["99999", "status"]),
        ("status", {"9" * 4000: ".."}, ["99999", "status"]),
        ("status", {"2": 1}, ["status nummer 1 av 1", "ett heltal"]),
        ("status", ["..", "."], ["6 celler", "2 tecken"]),
        ("status", 5, ["status", "ett heltal"]),
    ],
)
def test_a_dataset_that_contradicts_itself(path: str, to: Any, words: list[str]) -> None:
    message = refusal(orjson.dumps(changed(path, to)))
    for word in words:
        assert word in message


def many_dimensions(dimensions: int, categories: int, value: Any) -> bytes:
    ids = [f"d{i}" for i in range(dimensions)]
    index = {"category": {"index": [f"{i}" for i in range(categories)]}}
    return orjson.dumps(
        small(
            id=ids,
            size=[categories] * dimensions,
            role={},
            dimension=dict.fromkeys(ids, index),
            value=value,
            status=None,
        )
    )


@pytest.mark.parametrize("value", [[], [1], {}, {"0": 1}])
@pytest.mark.parametrize(("dimensions", "categories"), [(9, 100), (16_000, 2)])
def test_a_cube_too_large_to_exist_is_refused_at_once(
    dimensions: int, categories: int, value: Any
) -> None:
    # 100^9 and 2^16000 cells; the latter has over 4 300 digits, which Python will not print.
    message = refusal(many_dimensions(dimensions, categories, value))
    assert f"över 10^18 celler, glest fyllda med {len(value)}" in message or (
        f"över 10^18 celler men value har {len(value)} tal" in message
    )


def test_the_largest_sparse_cube_is_named() -> None:
    # 65^4 = 17 850 625 cells are within the bound, 67^4 = 20 151 121 beyond it.
    message = refusal(many_dimensions(4, 67, {"0": 1}))
    assert "20151121" in message
    assert str(jsonstat.SPARSE_CELLS_AT_MOST) in message
