"""SCB's recorded answers, parsed by the project's own declarations to figures known beforehand.

The recordings are of Karlstad (1780), Värmland (17) and riket (00), and of all counties.
"""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import pytest

from tests.conftest import SHARED
from vagled_lmi import jsonstat, tables
from vagled_lmi.sources import catalogue, scb

RECORDED = SHARED / "data" / "scb" / "v2_recorded"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not RECORDED.is_dir(), reason="../shared med inspelade svar saknas"),
]
FILES = {
    "scb:TAB638": "karlstad_TAB638_befolkning_lang",
    "scb:TAB6574": "karlstad_TAB6574_folkmangd_alder",
    "scb:TAB694": "karlstad_TAB694_prognos_oversikt",
    "scb:TAB5663": "karlstad_TAB5663_arbetsmarknad",
    "scb:TAB6471": "v2_TAB6471_data",
}


def read(table: str) -> pd.Series[float]:
    """The values of a recording by the table's keys, held to its contract."""
    payload = (RECORDED / f"{FILES[table]}.json").read_bytes()
    spec = catalogue.spec(table)
    frame = tables.check(spec, scb.parse([payload], spec))
    assert len(frame) == jsonstat.read_metadata(payload).cells
    return frame.set_index(list(spec.keys))["value"]


@pytest.mark.parametrize("table", FILES)
def test_the_recording_is_in_the_unit_and_decimals_that_are_declared(table: str) -> None:
    spec = catalogue.spec(table)
    payload = (RECORDED / f"{FILES[table]}.json").read_bytes()
    for code, unit in jsonstat.read_metadata(payload).units.items():
        declared = next((c for c in spec.contents if c.code == code), spec.contents[0])
        assert unit.decimals == declared.decimals, code
        assert (unit.base or "").startswith("procent") == declared.unit.startswith("procent")


def test_population_since_1968() -> None:
    values = read("scb:TAB638")
    assert len(values) == 3 * 57
    assert values["00", "2024"] == 10_587_710
    assert values["17", "2024"] == 283_384
    assert values["1780", "2024"] == 98_084
    assert values["00", "1968"] == 7_931_193


def test_population_by_age_in_a_kommun() -> None:
    values = read("scb:TAB6574")
    assert len(values) == 18 * 3 * 16
    assert values["1780", "2025", "total", "total"] == 99_007
    # 49 140 + 49 871 = 99 011: four persons of noise, as SCB says of 2025 and later
    men, women = (values["1780", "2025", "total", sex] for sex in ("men", "women"))
    assert (men, women) == (49_140, 49_871)


def test_projection_of_a_kommun() -> None:
    values = read("scb:TAB694")
    assert len(values) == 11 * 47
    assert values["1780", "2024", "000004KO"] == 97_814.7594
    assert values["1780", "2070", "000004KO"] == 113_213.8682
    # 866.5869 born - 864.2203 dead = 2.3666; 490.8175 - 396.4193 = 94.3982
    year: Mapping[str, float] = values["1780", "2024"].to_dict()
    assert year["000004KM"] - year["000004KL"] == pytest.approx(year["000004KN"])
    assert year["000004LM"] - year["000004LO"] == pytest.approx(year["000004LN"])


def test_employment_rate_and_unemployment() -> None:
    values = read("scb:TAB5663")
    assert len(values) == 3 * 2 * 28
    assert values["1780", "2026M04", "BAS03"] == 4.8
    assert values["00", "2026M04"].to_dict() == {"BAS02": 79.9, "BAS03": 5.4}
    assert values["17", "2024M01"].to_dict() == {"BAS02": 80.2, "BAS03": 4.8}


def test_population_of_the_counties_and_the_noise_in_their_parts() -> None:
    """Sums of the ten-year cells of 2026M04: of both sexes together, and of men and women apart."""
    values = read("scb:TAB6471")
    latest = values.xs("2026M04", level="period").groupby(level=["region", "sex"]).sum().unstack()
    both = {"03": 410_862, "04": 300_101, "05": 472_404, "18": 308_355, "19": 280_649}
    apart = {"03": 410_859, "04": 300_114, "05": 472_381, "18": 308_347, "19": 280_632}
    assert latest["total"][list(both)].to_dict() == both
    assert (latest["men"] + latest["women"])[list(apart)].to_dict() == apart
