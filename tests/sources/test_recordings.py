"""Which declared tables have a recording, and which test reads it to known figures.

A recording is an answer or a file of the agency's own, or figures taken from one, in ../shared. A
table that is declared must be in one of the two lists: what cannot be held to a recording is named.
"""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.conftest import SHARED
from vagled_lmi import snapshot, snapshot_copies, tables
from vagled_lmi.errors import ContractError
from vagled_lmi.sources import catalogue, scb

TESTS = Path(__file__).parents[1]
_SCB, _EDU, _AF = "scb/v2_recorded", "edu", "af"
_KARLSTAD = f"{_SCB}/karlstad_"
#: Table to (recording, the test that reads it).
RECORDED = {
    "af:annonser": (
        f"{_AF}/ads/ads_2024_ssyk4_by_lan_kommun.csv",
        "test_af_history: test_the_recorded_year",
    ),
    "af:annonser_nu": (
        f"{_AF}/ads/ads_open_2025-06-18_ssyk4_by_lan_kommun.csv",
        "test_af_open_ads: test_the_recorded_count_of_a_day",
    ),
    "af:taxonomi": (
        f"{_AF}/taxonomy/raw_info_ssyk_level_4.json",
        "test_af_taxonomy: test_recorded_answers",
    ),
    "af:varsel": (
        f"{_AF}/statistik/varsel_dalarna_manad_1992-2024.xlsx",
        "test_af_workbooks: test_the_recorded_notices_of_dalarna",
    ),
    "af:varsel_bransch": (
        f"{_AF}/statistik/varsel_dalarna_bransch_2010-2022.xlsx",
        "test_af_workbooks: test_the_recorded_notices_of_dalarna",
    ),
    "af:yrkesbarometern": (
        f"{_AF}/yrkesbarometer/yb_2025-2_rows_first1000.json",
        "test_af_barometer: TestRecorded",
    ),
    "eurostat:lfst_r_lfu3rt": (
        f"{_EDU}/eurostat_SE_nuts2_2005-2020.csv",
        "test_eurostat: TestFigures",
    ),
    "myh:beviljade": (
        f"{_EDU}/myh_resultat_ansokningsomgang_2024.xlsx",
        "test_myh: test_the_round_of_2024",
    ),
    "myh:kurser": (
        f"{_EDU}/myh_resultat_kurser_2024.xlsx",
        "test_myh: test_courses_of_2024_from_a_users_file",
    ),
    "myh:program": (
        f"{_EDU}/myh_resultat_ansokningsomgang_2023.xlsx",
        "test_myh: test_every_granted_programme_has_its_kommuner",
    ),
    "scb:TAB5663": (
        f"{_KARLSTAD}TAB5663_arbetsmarknad.json",
        "test_scb_recorded: test_employment_rate_and_unemployment",
    ),
    "scb:TAB638": (
        f"{_KARLSTAD}TAB638_befolkning_lang.json",
        "test_scb_recorded: test_population_since_1968",
    ),
    "scb:TAB6471": (
        f"{_SCB}/v2_TAB6471_data.json",
        "test_scb_recorded: test_population_of_the_counties_and_the_noise_in_their_parts",
    ),
    "scb:TAB6574": (
        f"{_KARLSTAD}TAB6574_folkmangd_alder.json",
        "test_scb_recorded: test_population_by_age_in_a_kommun",
    ),
    "scb:TAB694": (
        f"{_KARLSTAD}TAB694_prognos_oversikt.json",
        "test_scb_recorded: test_projection_of_a_kommun",
    ),
    "skolverket:behorighet": (
        f"{_EDU}/skolverket_siris_behorighet_gymnasiet_kommun_2024_25.csv",
        "test_siris: TestRecorded",
    ),
    "skolverket:gymnasieprogram": (
        f"{_EDU}/skolverket_planned_educations_v4_examples.json",
        "test_planned: test_the_programme_of_the_description",
    ),
}
#: Made of public copies by `vagled_lmi.snapshot`; tests/test_snapshot.py holds their figures.
COPIED = {made.table for made in (*snapshot.RECIPES, *snapshot_copies.COPIES)}
#: Nothing of these was at hand: they are proven against servers made from the agencies' own words.
WITHOUT = {
    "af:inskrivna": "only extracts in another layout than the agency's workbook",
    "eurostat:edat_lfse_04": "no figures of it, only its name",
    "eurostat:edat_lfse_22": "no figures of it, only its name",
    "eurostat:lfst_r_lfe2emprt": "no figures of it, only its name",
    **dict.fromkeys(
        ["kolada:arbetsmarknad", "kolada:utanfor", "kolada:utbildningsniva", "kolada:behorighet",
         "kolada:gymnasium", "kolada:efter_gymnasium", "kolada:sfi", "kolada:komvux",
         "kolada:nyanlanda"],
        "values of two other indicators, which test_kolada reads; its catalogue has all that are "
        "declared",
    ),
    **dict.fromkeys(
        ["scb:TAB698", "scb:TAB1830", "scb:TAB3784", "scb:ArbStatusM", "scb:TAB4434", "scb:TAB4436",
         "scb:TAB5881", "scb:LonYrkeRegion4AN", "scb:TAB5932", "scb:TAB6605", "scb:TAB4320",
         "scb:TAB5461", "scb:TAB6929", "scb:TAB6366", "scb:TAB6368"],
        "no answer of the table, at most figures of one that it replaced",
    ),
    **dict.fromkeys(
        ["skolverket:gymnasieutbud", "skolverket:vuxenutbud", "skolverket:utbildningstillfallen",
         "skolverket:utbud", "skolverket:gymnasieskola", "skolverket:komvux"],
        "no answer, only descriptions of the service",
    ),
    "ssb:07459": "its dimensions and codes, no values",
    **dict.fromkeys(
        ["uka:etablering", "uka:examinerade", "uka:nyborjare", "uka:soktryck"],
        "a client of it, no answer",
    ),
}  # fmt: skip
DATA = SHARED / "data"


def test_every_table_is_held_to_a_recording_or_named() -> None:
    declared = set(catalogue.specs())
    assert declared == {*RECORDED, *COPIED, *WITHOUT}
    assert not WITHOUT.keys() & {*RECORDED, *COPIED}


@pytest.mark.parametrize("table", RECORDED)
def test_the_test_is_there(table: str) -> None:
    module, _, name = RECORDED[table][1].partition(": ")
    source = (TESTS / "sources" / f"{module}.py").read_text(encoding="utf-8")
    named = {
        node.name
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
    }
    assert name in named


@pytest.mark.shared
@pytest.mark.skipif(not DATA.is_dir(), reason="../shared med inspelade svar saknas")
@pytest.mark.parametrize("table", RECORDED)
def test_the_recording_is_there(table: str) -> None:
    assert (DATA / RECORDED[table][0]).is_file()


@pytest.mark.shared
@pytest.mark.skipif(not DATA.is_dir(), reason="../shared med inspelade svar saknas")
def test_a_recording_of_smaller_areas_is_refused_by_name() -> None:
    """TAB6574 was asked for DeSO and RegSO areas of Karlstad: codes that are no region of ours."""
    spec = catalogue.spec("scb:TAB6574")
    payload = (DATA / f"{_KARLSTAD}TAB6574_omraden_befolkning.json").read_bytes()
    with pytest.raises(ContractError, match="1780A0010_DeSO2025"):
        tables.check(spec, scb.parse([payload], spec))
