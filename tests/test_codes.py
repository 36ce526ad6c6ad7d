"""Codes: what a person may write, what is refused, and what the code lists hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vagled_lmi.codes import (
    Period,
    Region,
    Sni,
    Ssyk,
    Sun,
    af_fields,
    af_labels,
    quote,
    regions,
    ssyk_labels,
    ssyk_to_af,
)
from vagled_lmi.errors import UnknownCodeError


@pytest.mark.parametrize(
    "written", ["03", "uppsala", "Uppsala län", "UPPSALA LÄN", " Uppsala  län "]
)
def test_a_region_is_found_as_a_person_writes_it(written: str) -> None:
    region = Region.parse(written)
    assert (region.code, region.name, region.level) == ("03", "Uppsala län", "county")


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Uppsala kommun", "0380"),
        ("0380", "0380"),
        ("östergötland", "05"),
        ("Södermanlands län", "04"),
        ("Sverige", "00"),
        ("riket", "00"),
        # the name of a county, a NUTS2 area and a kommun
        ("stockholm", "01"),
        ("SE12", "SE12"),
        ("Östra Mellansverige", "SE12"),
        ("FA07", "FA07"),
    ],
)
def test_the_county_wins_a_shared_name_and_the_kommun_is_asked_for(written: str, code: str) -> None:
    assert Region.parse(written).code == code


@pytest.mark.parametrize("code", [3, 1, 3.0, None, True, ["03"]])
def test_a_code_that_is_no_text_is_refused(code: object) -> None:
    with pytest.raises(UnknownCodeError, match="inte text"):
        Region(code)  # type: ignore[arg-type]


def test_stockholm_is_01_and_never_1() -> None:
    assert Region("01").name == "Stockholms län"
    with pytest.raises(UnknownCodeError, match="Okänd regionkod"):
        Region("1")


def test_a_misspelt_region_gets_a_suggestion_and_the_next_step() -> None:
    with pytest.raises(UnknownCodeError) as refused:
        Region.parse("Upsala")
    assert str(refused.value) == (
        'Okänd region "Upsala". Menade du Uppsala län (03)? Se: vagled regions'
    )


@pytest.mark.parametrize(
    "text", ["", "../../etc/passwd", "03/../..", "0399", "{{7*7}}", "x" * 10**6]
)
def test_hostile_text_is_no_region_and_is_quoted_short(text: str) -> None:
    with pytest.raises(UnknownCodeError) as refused:
        Region.parse(text)
    assert len(str(refused.value)) < 250


def test_the_code_lists_are_whole() -> None:
    # 1 land + 8 NUTS2 + 21 län + 290 kommuner
    assert len(regions()) == 1 + 8 + 21 + 290
    assert len(regions("county")) == 21
    assert len(regions("municipality")) == 290
    # SCB has 429 groups, Arbetsförmedlingen 400: 25 pairs of managers are one group each there,
    # and four of SCB's groups (4430, 5322, 5324, 7619) are missing: 429 - 25 - 4 = 400
    assert len(ssyk_labels()) == 429
    assert len(af_labels()) == len(af_fields()) == 429 - 25 - 4
    assert set(ssyk_to_af().values()) == set(af_labels())
    assert len(set(af_fields().values())) == 21


def test_every_kommun_lies_in_the_county_its_code_begins_with() -> None:
    for kommun in regions("municipality"):
        assert kommun.parent == Region(kommun.code[:2])
    assert [k.short for k in Region("03").municipalities] == [
        "Håbo", "Älvkarleby", "Knivsta", "Heby", "Tierp", "Uppsala", "Enköping", "Östhammar",
    ]  # fmt: skip
    assert {r.code for r in regions("county") if r.parent == Region("SE12")} == {
        "03", "04", "05", "18", "19",
    }  # fmt: skip


def test_scb_and_af_differ_on_assistant_nurses() -> None:
    assert Ssyk("5321").label == "Undersköterskor, hemtjänst, hemsjukvård och äldreboende"
    assert Ssyk("5322").af_code == "5321"
    assert Ssyk("1211").af_code == "1210"
    assert Ssyk("4430").af_code is None
    assert Ssyk("0110").label == "Officerare"


@pytest.mark.parametrize("code", ["", "12345", "53a1", "0399", 5321])
def test_unknown_occupations_are_refused(code: object) -> None:
    with pytest.raises(UnknownCodeError):
        Ssyk(code)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("code", "kind", "label"),
    [
        ("2024", "year", "2024"),
        ("2024M01", "month", "januari 2024"),
        ("2020K4", "quarter", "kvartal 4 2020"),
        ("2026V30", "week", "vecka 30 2026"),
        ("2026T1", "term", "vårterminen 2026"),
        ("2026T2", "term", "höstterminen 2026"),
        ("2024/25", "school_year", "läsåret 2024/25"),
        ("2012-2016", "span", "2012–2016"),
        ("2025-1", "round", "omgång 2025-1"),
        ("2026-11-25", "day", "25 november 2026"),
        ("v31", "version", "version 31"),
    ],
)
def test_periods_as_the_agencies_write_them(code: str, kind: str, label: str) -> None:
    period = Period(code)
    assert (period.kind, period.label) == (kind, label)


@pytest.mark.parametrize(
    "code", ["2024M13", "2024M1", "24", "2024K5", "januari", "", "2024-10", "2026-13-01", "v", 2024]
)
def test_what_is_no_period_is_refused(code: object) -> None:
    with pytest.raises(UnknownCodeError, match="Okänd period"):
        Period(code)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("school_year", "years", "moved"),
    [("2021/22", -4, "2017/18"), ("1998/99", 1, "1999/00"), ("2003/04", -4, "1999/00")],
)
def test_shifting_a_school_year_moves_both_its_years(
    school_year: str, years: int, moved: str
) -> None:
    assert Period(school_year).shift(years) == Period(moved)


@given(st.integers(1900, 2099), st.integers(1, 12), st.integers(-50, 50))
def test_shifting_a_month_by_years_keeps_the_month(year: int, month: int, years: int) -> None:
    moved = Period(f"{year}M{month:02d}").shift(years)
    assert (moved.year, moved.part, moved.kind) == (year + years, month, "month")


@given(st.lists(st.tuples(st.integers(1968, 2099), st.integers(1, 12)), min_size=2, max_size=8))
def test_months_sort_as_time_goes(months: list[tuple[int, int]]) -> None:
    ordered = sorted(Period(f"{year}M{month:02d}") for year, month in months)
    assert [(p.year, p.part) for p in ordered] == sorted(months)


def test_days_and_versions_sort_as_they_come() -> None:
    assert Period("2026-11-25") < Period("2026-12-01") < Period("2027-01-01")
    assert Period("v9") < Period("v31")


@given(st.text())
def test_any_text_is_a_region_or_refused_on_one_line(text: str) -> None:
    region, said = None, ""
    try:
        region = Region.parse(text)
    except UnknownCodeError as refused:
        said = str(refused)
    assert (region is None) == bool(said)
    assert "\n" not in said


def test_education_and_industry_are_known_by_shape() -> None:
    assert Sun("720a").code == "720a"
    assert Sni("A-U+US").code == "A-U+US"
    with pytest.raises(UnknownCodeError, match="SUN 2020"):
        Sun("hälsa")
    with pytest.raises(UnknownCodeError, match="SNI"):
        Sni("hälsa")


def test_a_quoted_value_is_short_and_on_one_line() -> None:
    assert quote("a\nb\u202ec") == '"a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}c"'
    assert quote("x" * 100) == '"' + "x" * 60 + '…"'
