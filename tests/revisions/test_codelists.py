"""What became of a list of codes: each code stands in one change, under the surest name for it."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vagled_lmi.codes import regions
from vagled_lmi.revisions.codelists import CodeList, compare
from vagled_lmi.revisions.wording import amount, change, folded, labelled, listed, percent, retyped

KOMMUNER = {region.code: region.name for region in regions("municipality")}
BEFORE_2007 = {"1917": "Heby", **{c: name for c, name in KOMMUNER.items() if c != "0331"}}


def ages(*bands: str) -> dict[str, str]:
    return {band: f"{band} år" for band in bands}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ({"a": "A"}, {"a": "A"}, []),
        ({"20-64": "20-64 år"}, {"20-64": "20–64 år"}, [("retyped", "20-64", "20-64")]),
        ({"1": "män "}, {"1": "Män"}, [("retyped", "1", "1")]),
        ({"1": "män"}, {"1": "pojkar"}, [("renamed", "1", "1")]),
        ({"A1": "20-64 år"}, {"A1": "20-65 år"}, [("bounds", "A1", "A1")]),
        (ages("20-64"), ages("20–64"), [("retyped", "20-64", "20–64")]),
        (
            ages("15-74", "20-64"),
            ages("15-74", "20-65", "20-66"),
            [("bounds", "20-64", "20-65"), ("new", "", "20-66")],
        ),
        (ages("65-69"), ages("66-69"), [("bounds", "65-69", "66-69")]),
        (ages("16-24"), ages("16-19", "20-24"), [("split", "16-24", "16-19 20-24")]),
        (ages("65+"), ages("65-69", "70+"), [("split", "65+", "65-69 70+")]),
        (ages("16-19", "20-24"), ages("16-24"), [("merged", "16-19 20-24", "16-24")]),
        # a hole between the pieces is no split
        (
            ages("16-24"),
            ages("16-18", "20-24"),
            [("bounds", "16-24", "20-24"), ("new", "", "16-18")],
        ),
        # Arbetsförmedlingen and SCB tell two levels of managers apart, or do not
        (
            {"1210": "Ekonomichefer"},
            {"1211": "Ekonomichefer, nivå 1", "1212": "Ekonomichefer, nivå 2"},
            [("split", "1210", "1211 1212")],
        ),
        (
            {"1211": "Ekonomichefer, nivå 1", "1212": "Ekonomichefer, nivå 2"},
            {"1210": "Ekonomichefer"},
            [("merged", "1211 1212", "1210")],
        ),
        ({"Q": "Vård"}, {"Q86": "Hälsa", "Q87": "Omsorg"}, [("split", "Q", "Q86 Q87")]),
        ({"1": "x"}, {"11": "y", "12": "z"}, [("gone", "1", ""), ("new", "", "11 12")]),
        ({"000001": "Antal"}, {"000002": "Antal"}, [("replaced", "000001", "000002")]),
        # SCB's table of ages has three codes with one label
        ({"100+": "100+ år"}, {"100+": "100+ år", "100+5": "100+ år"}, [("new", "", "100+5")]),
        (
            {"100+": "100+ år"},
            {"100+5": "100+ år", "100+10": "100+ år"},
            [("split", "100+", "100+5 100+10")],
        ),
        ({"a": "A", "b": "B"}, {"b": "B", "a": "A"}, [("order", "a b", "a b")]),
        (BEFORE_2007, KOMMUNER, [("moved", "1917", "0331")]),
        (
            {code: f"{code} {name}" for code, name in BEFORE_2007.items()},
            {code: f"{code} {name}" for code, name in KOMMUNER.items()},
            [("moved", "1917", "0331")],
        ),
        # four digits that are occupations move nowhere
        (
            {"1917": "Smed", "2221": "x"},
            {"0331": "Smed", "2221": "x"},
            [("replaced", "1917", "0331")],
        ),
    ],
)
def test_what_became_of_codes(
    old: CodeList, new: CodeList, expected: list[tuple[str, str, str]]
) -> None:
    found = [(one.kind, " ".join(one.old), " ".join(one.new)) for one in compare(old, new)]
    assert found == expected


CODES = st.dictionaries(
    st.one_of(
        st.from_regex(r"[0-9]{1,2}-[0-9]{2}|[0-9]{1,4}|[A-C][0-9]{0,2}", fullmatch=True),
        st.text(max_size=4),
    ),
    st.one_of(
        st.sampled_from(["totalt", "20-64 år", "män", "Chefer", "Chefer, nivå 1"]), st.text()
    ),
    max_size=12,
)


@given(CODES, CODES)
def test_every_code_of_one_list_alone_stands_in_one_change(old: CodeList, new: CodeList) -> None:
    changes = [c for c in compare(old, new) if c.kind != "order"]
    gone = Counter(code for c in changes for code in c.old if code not in new)
    fresh = Counter(code for c in changes for code in c.new if code not in old)
    assert gone == Counter(set(old) - set(new))
    assert fresh == Counter(set(new) - set(old))
    both = [c for c in changes if c.old == c.new]
    assert {c.old[0] for c in both} == {
        code for code in set(old) & set(new) if old[code] != new[code]
    }


@given(CODES)
def test_the_same_list_has_not_changed(codes: CodeList) -> None:
    assert compare(codes, dict(codes)) == []


@pytest.mark.parametrize(
    ("old", "new", "how"),
    [
        ("20-64 år", "20-64 år", "none"),
        ("20-64 år", "20–64 år", "typing"),
        ("20 - 64 år", "20—64  år", "typing"),
        ("”Annat”", '"annat"', "typing"),
        ("20–64 år", "20-65 år", "figures"),
        ("KPI, 1980=100", "KPI, 2020=100", "figures"),
        ("Arbetslöshet", "Arbetslöshet, procent", "words"),
    ],
)
def test_how_a_text_changed(old: str, new: str, how: str) -> None:
    assert change(old, new) == how


@given(st.text(), st.text())
def test_a_change_of_typing_is_the_same_both_ways(old: str, new: str) -> None:
    assert change(old, new) == change(new, old)
    assert (change(old, new) == "typing") == (old != new and folded(old) == folded(new))


def test_which_dash_became_which() -> None:
    assert retyped("20-64", "20–64") == "bindestreck (-) har blivit tankstreck (–)"
    assert retyped("20–64", "20—64") == "tankstreck (–) har blivit långt tankstreck (—)"
    assert retyped("Män", "män") == "skrivsättet har ändrats"
    assert retyped("a-b–c", "a–b–c") == "skrivsättet har ändrats"


def test_names_in_sentences() -> None:
    assert labelled("20-64", "20-64 år") == '"20-64 år"'
    assert labelled("000006II", "Arbetslöshet") == "000006II (Arbetslöshet)"
    assert labelled("X", "") == "X"
    assert listed(["a", "b"]) == "a, b"
    assert listed(list("abcdefg"), "koder") == "a, b, c, d, e och 2 koder till"
    assert amount(181185.0) == "181\N{NARROW NO-BREAK SPACE}185"
    assert amount(5.25) == "5,25"
    assert amount(float("nan")) == amount(None) == "ingen uppgift"
    assert amount("stora") == "stora"
    assert percent(-1.96) == "\N{MINUS SIGN}2,0 %"
    assert percent(2) == "+2,0 %"
