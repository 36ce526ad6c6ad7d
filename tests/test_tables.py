"""The tidy contract: what a table promises, and how a frame that breaks it is refused."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from vagled_lmi.errors import ContractError
from vagled_lmi.sources import catalogue
from vagled_lmi.tables import Break, Contents, Dimension, TableSpec, Total, check

SPEC = TableSpec(
    id="test:people",
    agency="Test",
    register="Test",
    title="Test",
    dimensions=(
        Dimension("region", "Region", "region"),
        Dimension("period", "År", "period"),
        Dimension("sex", "Kön", codes={"total": "totalt", "men": "män", "women": "kvinnor"}),
    ),
    contents=(Contents("people", "Personer", "personer", upper=1000),),
    cadence="year",
    licence="CC0",
    breaks=(Break("2020", "Ny källa."), Break("2023", "Nya åldrar.")),
    totals=(Total("sex", "total", ("men", "women"), tolerance=2),),
)


def frame(**changes: Any) -> pd.DataFrame:
    columns: dict[str, Any] = {
        "region": ["03", "03", "03"],
        "period": ["2024"] * 3,
        "sex": ["women", "men", "total"],
        "value": [51.0, 50.0, 100.0],  # 51 + 50 = 101, one from the total: within the noise of 2
        "status": [""] * 3,
    }
    return pd.DataFrame(columns | changes)


def test_a_frame_that_keeps_the_contract_comes_back_ordered() -> None:
    tidy = check(SPEC, frame()[["value", "sex", "status", "region", "period"]])
    assert list(tidy.columns) == ["region", "period", "sex", "value", "status"]
    assert list(tidy["sex"]) == ["men", "total", "women"]
    assert tidy["value"].dtype == "float64"


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        (frame().drop(columns="status"), 'kolumner saknas: "status"'),
        (frame(extra=1), 'okända kolumner: "extra"'),
        (frame().iloc[:0], "inga rader"),
        (frame(region=["03", "03", "3"]), 'okända koder i "region": "3"'),
        (frame(period=["2024", "2024", "24"]), 'okända koder i "period": "24"'),
        (frame(sex=["women", "men", "annat"]), 'okända koder i "sex": "annat"'),
        (frame(sex=["men", "men", "total"]), "samma nyckel"),
        (frame(value=[51.0, 50.0, None]), "värde saknas utan status i 1 rader"),
        (frame(value=[-1.0, 50.0, 100.0]), "Personer är -1"),
        (frame(value=[51.0, 50.0, 1001.0]), "Personer är 1001"),
        (frame(value=["51", "50", "100"]), "inte tal"),
        (frame(value=[51.0, 52.0, 100.0]), r"\+3 i .*tillåtet är 2"),  # 51 + 52 - 100 = 3
    ],
)
def test_a_broken_frame_is_refused_by_name(broken: pd.DataFrame, says: str) -> None:
    with pytest.raises(ContractError, match=says) as refused:
        check(SPEC, broken)
    assert str(refused.value).startswith("Tabellen test:people bryter mot sin deklaration:")


def test_missing_with_a_status_is_not_zero() -> None:
    tidy = check(SPEC, frame(value=[51.0, None, 100.0], status=["", "..", ""]))
    missing = tidy[tidy["sex"] == "men"].iloc[0]
    assert pd.isna(missing["value"])
    assert missing["status"] == ".."


def test_breaks_between_two_periods() -> None:
    assert [b.period for b in SPEC.breaks_between("2019", "2022")] == ["2020"]
    assert [b.period for b in SPEC.breaks_between("2019", "2024")] == ["2020", "2023"]
    assert SPEC.breaks_between("2020", "2022") == ()
    assert SPEC.breaks_between("2023", "2024") == ()


def test_every_declared_table_describes_itself() -> None:
    for spec in catalogue.specs().values():
        assert spec.id.split(":")[0] in catalogue.agencies()
        for text in (spec.agency, spec.register, spec.title, spec.licence):
            assert text.strip(), spec.id
        assert spec.page.startswith("https://"), spec.id
        assert len(spec.contents) == 1 or "contents" in spec.keys, spec.id
        assert {"region", "period"} <= set(spec.keys), spec.id
