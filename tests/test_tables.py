"""The tidy contract: what a table promises, and how a frame that breaks it is refused."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

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

MANY = Contents("people", "Personer", "personer")


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


def test_codes_may_be_categories_in_any_order_and_too_many() -> None:
    sexes = pd.Categorical(["women", "men", "total"], ["women", "other", "total", "men"])
    tidy = check(SPEC, frame(sex=sexes, status=pd.Categorical([""] * 3, ["..", ""])))
    assert tidy.equals(check(SPEC, frame()))
    assert [str(dtype) for dtype in tidy.dtypes] == ["str", "str", "str", "float64", "str"]


@pytest.mark.parametrize("name", ["region", "sex"])
def test_a_row_without_a_code_is_refused(name: str) -> None:
    codes = list(frame()[name])
    for missing in ([*codes[:2], None], pd.Categorical([*codes[:2], None])):
        with pytest.raises(ContractError, match=f'okända koder i "{name}": "nan"'):
            check(SPEC, frame(**{name: missing}))
    open_list = replace(SPEC, dimensions=(*SPEC.dimensions[:2], Dimension("sex", "Kön")))
    with pytest.raises(ContractError, match='okända koder i "sex": "nan"'):
        check(replace(open_list, totals=()), frame(sex=["a", "b", None]))


@given(
    st.lists(st.tuples(st.sampled_from("ÅÄÖabAB1"), st.text(max_size=2)), unique=True, min_size=1)
)
def test_rows_are_sorted_by_their_keys_as_text_is(keys: list[tuple[str, str]]) -> None:
    made = [(f"{first}x", f"{second}x") for first, second in keys]
    spec = replace(
        SPEC, dimensions=(Dimension("a", "A"), Dimension("b", "B")), totals=(), contents=(MANY,)
    )
    rows = pd.DataFrame(made, columns=["a", "b"]).assign(value=range(len(made)), status="")
    tidy = check(spec, rows)
    assert list(zip(tidy["a"], tidy["b"], strict=True)) == sorted(made)
    for a, b, value in zip(tidy["a"], tidy["b"], tidy["value"], strict=True):
        assert made[int(value)] == (a, b)


def test_a_measure_is_held_to_its_own_range() -> None:
    share = Contents("share", "Andel", "procent", upper=100)
    spec = replace(
        SPEC,
        dimensions=(*SPEC.dimensions[:2], Dimension("contents", "Mått")),
        contents=(MANY, share),
        totals=(),
    )
    rows = frame().drop(columns="sex").iloc[:2].assign(contents=["people", "share"])
    assert len(check(spec, rows.assign(value=[5000.0, 99.0]))) == 2
    with pytest.raises(ContractError, match=r"Andel är 101 i .*, utanför 0 till 100"):
        check(spec, rows.assign(value=[5000.0, 101.0]))


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
