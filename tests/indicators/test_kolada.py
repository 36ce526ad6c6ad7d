"""Kolada's shares: which regions and years, what is computed of them, and from which cells."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import pytest

from vagled_lmi.codes import Region
from vagled_lmi.indicators import catalogue
from vagled_lmi.indicators.protocol import Indicator, NoFiguresError, Result, run
from vagled_lmi.sources.kolada import TABLES
from vagled_lmi.tables import Break, Table

SPECS = {spec.id: spec for spec in TABLES}
ALL = [i for i in catalogue.indicators().values() if i.id.startswith("kolada_")]
OUTSIDE = catalogue.indicator("kolada_outside")
NAN = float("nan")
Share = Callable[[str, int], float]


def table(id_: str, share: Share, regions: tuple[str, ...], **other: float) -> Table:
    """A table whose every share is of a region and a year; exempeldata."""
    spec = SPECS[id_]
    rows = [
        (region, str(year), contents.code, sex, share(region, year) + away, "")
        for contents in spec.contents
        if contents.unit == "procent"
        for region in regions
        for year in range(2018, 2025)
        for sex, away in {"total": 0.0, **other}.items()
        if share(region, year) == share(region, year)
    ]
    return Table(spec, pd.DataFrame(rows, columns=list(spec.columns)), ())


def steady(region: str, year: int) -> float:
    """Ten per cent and a little, up and down by 0.3 every other year."""
    return 10.0 + int(region) % 7 / 10 + (0.3 if year % 2 else 0.0)


def of(share: Share, region: str, *regions: str, indicator: Indicator = OUTSIDE) -> Result:
    (id_,) = indicator.tables
    held = table(id_, share, regions or ("00", "03", "0331", "0319"), women=1.0, men=-1.0)
    return run(indicator, {id_: held}, Region(region))


@pytest.mark.parametrize("indicator", ALL, ids=lambda i: i.id)
@pytest.mark.parametrize("region", ["03", "0331"])
def test_a_number_rests_on_the_cells_it_declares(indicator: Indicator, region: str) -> None:
    result = of(steady, region, indicator=indicator)
    (id_,) = indicator.tables
    whole = result.tables[id_]
    known = result.frame.dropna(subset="total")
    assert len(known) >= 3
    for key in result.keys(known.iloc[:: max(1, len(known) // 12)]):
        chosen = pd.Series(data=False, index=whole.frame.index)
        for column in indicator.columns:
            for cells in column.reads:
                chosen |= cells.select(whole.frame, whole.spec.keys, key)
        assert 0 < chosen.sum() < len(whole.frame)
        alone = {id_: replace(whole, frame=whole.frame[chosen])}
        again = run(indicator, alone, Region(key["region"])).row(**key)
        assert {c: n.value for c, n in again.items()} == {
            c: n.value for c, n in result.row(**key).items()
        }


def test_each_share_is_of_the_newest_year_that_any_region_shown_has() -> None:
    def share(region: str, year: int) -> float:
        last = {"00": 2024, "03": 2023}.get(region, 2022)
        return steady(region, year) if year <= last else NAN

    result = of(share, "03")
    assert set(result.frame["period"]) == {"2024"}
    row = {"period": "2024", "contents": "N02797"}
    assert result.number("total", region="00", **row).value == 10.0
    assert result.number("total", region="03", **row).missing
    # the kommuner have nothing to do with a year that only riket has
    assert set(of(share, "0331", "03", "0331").frame["period"]) == {"2023"}


def test_a_region_stands_beside_its_parts_or_what_it_lies_in() -> None:
    county = of(steady, "03").keys_of("region")
    kommuner = [kommun.code for kommun in Region("03").municipalities]
    assert county == ["03", *kommuner, "00"]
    assert of(steady, "0331").keys_of("region") == ["0331", "03", "00"]


def test_a_region_that_kolada_lacks_is_said() -> None:
    with pytest.raises(NoFiguresError, match="Älvkarleby"):
        of(steady, "0319", "00", "03", "0331")


def test_the_usual_change_is_the_mean_of_the_last_six() -> None:
    levels = {2018: 10.0, 2019: 10.4, 2020: 10.2, 2021: 10.2, 2022: 11.0, 2023: 10.9, 2024: 10.4}
    result = of(lambda _, year: levels[year], "03")
    swing = result.number("swing_pp", region="03", period="2024", contents="N02797")
    # 0.4 and 0.2, nothing, 0.8, 0.1 and 0.5 are 2.0 in six steps
    assert swing.amount == pytest.approx(2.0 / 6)


def test_few_years_have_no_usual_change() -> None:
    def lately(_: str, year: int) -> float:
        return 10.0 if year > 2021 else NAN

    # three years are two changes, one too few
    result = of(lately, "03")
    assert result.number("swing_pp", region="03", period="2024", contents="N02797").missing
    gaps = of(lambda _, year: 10.0 if year != 2021 else NAN, "03")
    assert gaps.number("swing_pp", region="03", period="2024", contents="N02797").value == 0.0


def test_a_change_of_method_is_no_change(monkeypatch: pytest.MonkeyPatch) -> None:
    from vagled_lmi.indicators import kolada

    def share(_: str, year: int) -> float:
        return 10.0 if year < 2023 else 20.0

    broken = replace(SPECS["kolada:utanfor"], breaks=(Break("2023", "Räknas på ett nytt sätt."),))
    monkeypatch.setitem(kolada._SPECS, "kolada:utanfor", broken)
    (indicator,) = [kolada._indicator("kolada_outside", "kolada:utanfor", "Unga utanför")]
    swing = of(share, "03", indicator=indicator).number(
        "swing_pp", region="03", period="2024", contents="N02797"
    )
    assert swing.value == 0.0


def test_what_is_computed_does_not_name_kolada() -> None:
    for indicator in ALL:
        for column in indicator.columns:
            assert column.how.startswith("Publicerad av Kolada") == (column.name != "swing_pp")
            assert ("Kolada" in column.how) == (column.name != "swing_pp")
