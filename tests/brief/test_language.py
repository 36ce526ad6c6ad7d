"""Language: numbers as Swedish writes them, sentences that carry them, rules on the edge."""

from __future__ import annotations

import re
from importlib.resources import files
from types import MappingProxyType

import pytest
from fluent.syntax import FluentParser, ast
from hypothesis import given
from hypothesis import strategies as st

from vagled_lmi.brief import rules
from vagled_lmi.brief.grids import listing
from vagled_lmi.brief.language import EDITIONS, Language, Segment, Shown, alphabetical, numeral
from vagled_lmi.errors import UsageError
from vagled_lmi.indicators import catalogue
from vagled_lmi.indicators.protocol import Number

SV = Language("sv")
THIN = "\N{NARROW NO-BREAK SPACE}"


def a_number(value: float | str | None, column: str = "level") -> Number:
    indicator = catalogue.indicator("employed")
    return Number(
        "03/employed/x?y=z", value, indicator, indicator.column(column), MappingProxyType({})
    )


@pytest.mark.parametrize(
    ("value", "decimals", "form", "text"),
    [
        (1234567.0, 0, "plain", f"1{THIN}234{THIN}567"),
        (71.25, 1, "plain", "71,3"),  # half up, as people round; never half to even
        (0.25, 1, "plain", "0,3"),
        (-12.34, 1, "plain", "−12,3"),
        (-12.34, 1, "size", "12,3"),
        (12.34, 1, "signed", "+12,3"),
        (-0.04, 1, "signed", "0,0"),  # no sign on what rounds to nothing
        (0.0, 0, "signed", "0"),
        (498.4, -1, "plain", "500"),
        (1925.0, -2, "size", f"1{THIN}900"),
        (0.1 + 0.2, 1, "plain", "0,3"),
    ],
)
def test_numbers_as_swedish_writes_them(value: float, decimals: int, form: str, text: str) -> None:
    assert numeral(value, decimals, "sv-SE", form) == text  # type: ignore[arg-type]


@given(st.floats(-1e9, 1e9), st.integers(-3, 4))
def test_a_written_number_reads_back_to_within_its_rounding(value: float, decimals: int) -> None:
    text = numeral(value, decimals, "sv-SE")
    assert re.fullmatch(rf"−?\d{{1,3}}({THIN}\d{{3}})*(,\d+)?", text)
    read = float(text.replace(THIN, "").replace(",", ".").replace("−", "-"))
    assert abs(read - value) <= 0.5 * 10.0**-decimals * (1 + 1e-9)


def test_a_sentence_carries_its_numbers() -> None:
    number = a_number(1.0739, "change_pct")
    sentence = SV.sentence(
        "employed-title", change=Shown(number, "size"), is_direction="up",
        region="Uppsala län", month="juni", first="2020", last="2026",
    )  # fmt: skip
    assert sentence == (
        Segment("I juni 2026 arbetade "),
        Segment("1,1", number),
        Segment(" procent fler i Uppsala län än ett år tidigare"),
    )


@pytest.mark.parametrize("text", ["{ $level }", "{{7*7}}", "\ue0000\ue001", "{ -brand }", "a\nb"])
def test_text_in_a_slot_is_never_read_as_a_message(text: str) -> None:
    sentence = SV.sentence("old-text", what=text, period="maj 2024")
    assert "".join(segment.text for segment in sentence).startswith(text)


def test_missing_is_said_and_never_nought() -> None:
    assert SV.value(a_number(None)) == "ingen uppgift"


def test_an_unknown_message_or_slot_is_a_fault_of_ours() -> None:
    with pytest.raises(LookupError, match="no message 'nothing'"):
        SV.text("nothing")
    with pytest.raises(LookupError, match="employed-trend"):
        SV.text("employed-trend", region="Uppsala län")


def test_an_unknown_edition_is_refused() -> None:
    with pytest.raises(UsageError, match='Okänd utgåva "klingon"'):
        Language("klingon")


def test_listing() -> None:
    assert listing(SV, []) == ""
    assert listing(SV, ["a"]) == "a"
    assert listing(SV, ["a", "b"]) == "a och b"
    assert listing(SV, ["a", "b", "c"]) == "a, b och c"
    assert listing(SV, ["a och b", "c"]) == "a och b samt c"


def test_occupations_read_as_text() -> None:
    assert SV.occupation("2341", "Grundskollärare") == "grundskollärare"
    assert SV.occupation("2512", "Mjukvaru- och systemutvecklare m.fl.") == (
        "mjukvaru- och systemutvecklare"
    )
    assert SV.occupation("7125", "VVS-montörer m.fl.") == "VVS-montörer"
    assert SV.occupation("5321", "Undersköterskor, hemtjänst, hemsjukvård och äldreboende") == (
        "undersköterskor i hemtjänst och på äldreboende"
    )


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_catalogue_has_no_faults_and_no_doubles(edition: str) -> None:
    text = (files("vagled_lmi.brief") / "messages" / f"{edition}.ftl").read_text(encoding="utf-8")
    resource = FluentParser().parse(text)
    assert not [entry for entry in resource.body if isinstance(entry, ast.Junk)]
    names = [entry.id.name for entry in resource.body if isinstance(entry, ast.Message)]
    assert len(names) == len(set(names))


ENGLISH = re.compile(
    r"\b(the|and|of|with|for|region's|employed|unknown|source|table|figure|year|month|none|nan|"
    r"total|women|men|share|level|value)\b",
    re.IGNORECASE,
)


def test_no_english_in_the_swedish_catalogue() -> None:
    text = (files("vagled_lmi.brief") / "messages" / "sv.ftl").read_text(encoding="utf-8")
    resource = FluentParser().parse(text)
    found = []

    def walk(node: object) -> None:
        if isinstance(node, ast.TextElement):
            found.extend(match for match in ENGLISH.findall(node.value) if match.lower() != "men")
        for child in vars(node).values() if isinstance(node, ast.BaseNode) else ():
            for one in child if isinstance(child, list) else (child,):
                walk(one)

    walk(resource)
    assert found == []


@pytest.mark.parametrize(
    ("change", "verdict"),
    [(0.3, "up"), (0.29, "same"), (-0.29, "same"), (-0.3, "down"), (0, "same")],
)
def test_a_change_smaller_than_the_noise_is_none(change: float, verdict: str) -> None:
    assert rules.direction(change, rules.EMPLOYED_NOISE_PCT) == verdict


@given(st.floats(-100, 100), st.floats(-100, 100), st.floats(0.01, 5))
def test_comparison_is_the_mirror_of_itself(value: float, other: float, noise: float) -> None:
    mirror = {"higher": "lower", "lower": "higher", "same": "same"}
    assert rules.comparison(other, value, noise) == mirror[rules.comparison(value, other, noise)]


@pytest.mark.parametrize(
    ("period", "today", "stale"),
    [
        ("2024M01", "2026-11-23", True),
        ("2026M06", "2026-11-23", False),
        ("2025M11", "2026-11-23", False),
        ("2025M10", "2026-11-23", True),
        ("2024", "2026-11-23", False),
        ("2022", "2026-11-23", True),
        ("2025-1", "2026-11-23", False),
    ],
)
def test_old_figures_are_called_old(period: str, today: str, stale: bool) -> None:
    assert rules.is_stale(period, today) is stale


def test_names_sort_as_swedish_does() -> None:
    names = ["Örebro", "Älvkarleby", "Åtvidaberg", "Vadstena", "arboga", "Zinkgruvan"]
    assert sorted(names, key=alphabetical) == [
        "arboga", "Vadstena", "Zinkgruvan", "Åtvidaberg", "Älvkarleby", "Örebro",
    ]  # fmt: skip
