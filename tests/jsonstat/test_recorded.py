"""SCB's own answers, read and written back."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from tests.conftest import SHARED
from tests.jsonstat.answers import refusal
from vagled_lmi import jsonstat

RECORDED = SHARED / "data" / "scb"
shared = [
    pytest.mark.shared,
    pytest.mark.skipif(not RECORDED.is_dir(), reason="../shared med inspelade svar saknas"),
]


def recorded() -> list[Path]:
    found = [
        path
        for path in sorted(RECORDED.glob("v[12]_recorded/*.json"))
        if b'"dataset"' in path.read_bytes() and path.name != "v2_TAB6471_metadata.json"
    ]
    return found or [RECORDED]  # so that the skip tells its reason


@pytest.mark.parametrize("path", [pytest.param(p, id=p.stem, marks=shared) for p in recorded()])
def test_every_recorded_answer(path: Path) -> None:
    payload = path.read_bytes()
    document = json.loads(payload.decode("utf-8-sig"))
    dataset = jsonstat.read_dataset(payload)
    frame, metadata = dataset.frame, dataset.metadata
    assert list(frame.columns) == [*document["id"], "value", "status"]
    assert list(metadata.sizes) == document["size"]
    expected = [np.nan if number is None else number for number in document["value"]]
    np.testing.assert_array_equal(frame["value"], expected)
    for name in document["id"]:
        index = document["dimension"][name]["category"]["index"]
        assert list(frame[name].cat.categories) == sorted(index, key=index.get)
    assert metadata.source == "SCB"
    assert (metadata.updated or "").startswith("20")
    assert "Tid" in metadata.roles["time"]
    assert metadata.table_id is not None
    assert all(unit.decimals is not None for unit in metadata.units.values())
    again = jsonstat.read_dataset(jsonstat.write(frame, metadata))
    pd.testing.assert_frame_equal(again.frame, frame)
    assert again.metadata == metadata


@pytest.fixture(scope="module")
def population() -> jsonstat.Dataset:
    """TAB6471, folkmängd per månad: 21 län x 11 age groups x 3 x 1 x 4 months = 2 772 cells."""
    return jsonstat.read_dataset((RECORDED / "v2_recorded" / "v2_TAB6471_data.json").read_bytes())


class TestPopulation:
    pytestmark = shared

    @pytest.mark.parametrize(
        ("region", "published", "women_and_men"),
        # The difference is the noise SCB adds from 2025: 410 862 - 410 859 = 3, and so on.
        [
            ("03", 410_862, 410_859),
            ("04", 300_101, 300_114),
            ("05", 472_404, 472_381),
            ("18", 308_355, 308_347),
            ("19", 280_649, 280_632),
        ],
    )
    def test_sum_over_the_eleven_age_groups(
        self, population: jsonstat.Dataset, region: str, published: int, women_and_men: int
    ) -> None:
        frame = population.frame
        month = frame[(frame["Region"] == region) & (frame["Tid"] == "2026M04")]
        by_sex = month.groupby("Kon", observed=True)["value"].agg(["sum", "count"])
        assert by_sex.loc["TotSa"].tolist() == [published, 11]
        assert by_sex.loc[["1", "2"], "sum"].sum() == women_and_men

    def test_what_scb_says(self, population: jsonstat.Dataset) -> None:
        metadata = population.metadata
        assert metadata.sizes == (21, 11, 3, 1, 4)
        assert metadata.table_id == "TAB6471"
        assert metadata.aggregation_allowed is False
        assert metadata.units == {"000007SF": jsonstat.Unit("antal", 0)}
        assert metadata.updated == "2026-06-08T06:00:00Z"
        assert len(metadata.notes) == 4
        assert metadata.dimensions["Region"].labels["03"] == "Uppsala län"
        assert metadata.dimensions["Kon"].extension["eliminationValueCode"] == "TotSa"

    def test_metadata_answer(self) -> None:
        payload = (RECORDED / "v2_recorded" / "v2_TAB6471_metadata.json").read_bytes()
        metadata = jsonstat.read_metadata(payload)
        assert metadata.sizes == (312, 134, 3, 1, 16)
        labels = metadata.dimensions["Alder"].labels
        assert labels["100+10"] == labels["100+5"] == "100+ år"
        # 312 x 134 x 3 x 1 x 16 = 2 006 784
        assert "2006784 celler men value har 0 tal" in refusal(payload)

    def test_an_example_with_comments_is_no_json(self) -> None:
        path = RECORDED / "spec_examples" / "response-scb-all-region.json"
        assert "giltig JSON" in refusal(path.read_bytes())

    @pytest.mark.parametrize("name", ["v2_config_2.2.0.json", "v2_codelist_agg_Alder10arJ.json"])
    def test_other_answers_are_no_dataset(self, name: str) -> None:
        assert "JSON-stat 2" in refusal((RECORDED / "v2_recorded" / name).read_bytes())
