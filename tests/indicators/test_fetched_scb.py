"""Indicators of SCB's tables that are fetched: which rows they have, and of which cells."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import product

import pandas as pd
import pytest

from vagled_lmi.codes import Region
from vagled_lmi.indicators import catalogue
from vagled_lmi.indicators.protocol import NoFiguresError, Result, run
from vagled_lmi.sources import catalogue as sources
from vagled_lmi.tables import Table

Value = Callable[[Mapping[str, str]], "float | None"]


def table(id_: str, value: Value, **codes: tuple[str, ...]) -> Table:
    """A table of every combination of some codes; exempeldata. Others are all that is declared."""
    spec = sources.spec(id_)
    declared = {d.name: tuple(d.codes) for d in spec.dimensions}
    sizes = [codes.get(name, declared[name]) for name in spec.keys]
    rows = [(*key, value(dict(zip(spec.keys, key, strict=True))), "") for key in product(*sizes)]
    return Table(spec, pd.DataFrame(rows, columns=list(spec.columns)), ())


def number_of(key: Mapping[str, str]) -> float:
    """Another number for each cell."""
    return float(sum(place * ord(letter) for place, letter in enumerate("|".join(key.values()))))


def rests_on_its_cells(result: Result) -> None:
    """Each measure of a row comes out the same of the cells it declares alone."""
    indicator = result.indicator
    for key in result.keys(result.frame):
        for column in indicator.columns:
            alone = {}
            for name in indicator.tables:
                whole = result.tables[name]
                chosen = pd.Series(data=False, index=whole.frame.index)
                for cells in column.reads:
                    if cells.table == name:
                        chosen |= cells.select(whole.frame, whole.spec.keys, key)
                assert 0 < chosen.sum() < len(whole.frame)
                alone[name] = Table(whole.spec, whole.frame[chosen], ())
            again = run(indicator, alone, Region(key["region"]))
            assert again.number(column.name, **key).value == result.number(column.name, **key).value


def wages(value: Value = number_of) -> dict[str, Table]:
    some = {"period": ("2023", "2024"), "ssyk": ("2341", "9120")}
    return {
        "pay": table("scb:LonYrkeRegion4AN", value, region=("00", "SE12", "SE11"), **some),
        "pay_spread": table("scb:TAB5932", value, region=("00",), **some),
    }


def of(name: str, held: Table, region: str) -> Result:
    indicator = catalogue.indicator(name)
    assert indicator.tables == (held.spec.id,)
    return run(indicator, {held.spec.id: held}, Region(region))


@pytest.mark.parametrize("region", ["SE12", "03", "0331"])
@pytest.mark.parametrize("name", ["pay", "pay_spread"])
def test_wages_are_those_of_the_area_and_rest_on_their_cells(name: str, region: str) -> None:
    result = of(name, wages()[name], region)
    assert result.keys_of("region") == (["SE12", "00"] if name == "pay" else ["00"])
    assert result.keys_of("period") == ["2024"]
    assert result.keys_of("ssyk", region="00") == ["2341", "9120"]
    rests_on_its_cells(result)


def test_a_wage_that_is_hidden_is_missing() -> None:
    def value(key: Mapping[str, str]) -> float | None:
        return None if (key["region"], key["sex"]) == ("SE12", "men") else 40_000.0

    row = of("pay", wages(value)["pay"], "03").row(region="SE12", period="2024", ssyk="2341")
    assert row["pay_men"].missing
    assert row["pay_women"].value == 40_000


def test_an_area_that_was_not_fetched_is_said() -> None:
    with pytest.raises(NoFiguresError, match="Övre Norrland"):
        of("pay", wages()["pay"], "25")
