"""What became of values: each difference under what explains it, and how much there is of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vagled_lmi.revisions.findings import worst
from vagled_lmi.revisions.values import Changes, Doubled, Revision, compare
from vagled_lmi.revisions.verdicts import of_values
from vagled_lmi.tables import Contents, Dimension, TableSpec

NARROW = "\N{NARROW NO-BREAK SPACE}"
PEOPLE = TableSpec(
    id="test:people",
    agency="Test",
    register="Test",
    title="exempeldata",
    dimensions=(
        Dimension("region", "Region", "region"),
        Dimension("period", "Månad", "period"),
        Dimension("sex", "Kön", codes={"men": "män", "women": "kvinnor"}),
    ),
    contents=(Contents("people", "Folkmängd", "personer"),),
    cadence="month",
    licence="CC0",
)
NOISY = replace(PEOPLE, contents=(replace(PEOPLE.contents[0], noise=3.0),))
CLASSES = replace(
    PEOPLE,
    id="test:classes",
    contents=(Contents("view", "Läge", "klass", classes=("små", "medel", "stora")),),
)


def table(values: dict[tuple[str, str, str], Any], status: str = "..") -> pd.DataFrame:
    """Region, period, sex to a value; None is missing, with a sign."""
    rows = [(*key, value, "" if value is not None else status) for key, value in values.items()]
    frame = pd.DataFrame(rows, columns=["region", "period", "sex", "value", "status"])
    numbers = not any(isinstance(value, str) for value in values.values())
    return frame.astype({"value": "float64"}) if numbers else frame


def full(value: float = 100.0, last: int = 2) -> dict[tuple[str, str, str], Any]:
    return {
        (region, f"2026M{month:02d}", sex): value + month
        for region in ("00", "03", "04")
        for month in range(1, last + 1)
        for sex in ("men", "women")
    }


BEFORE = full()  # 3 regions x 2 months x 2 sexes: 12 values, 101 and 102


def changes(after: dict[tuple[str, str, str], Any], spec: TableSpec = PEOPLE) -> Changes:
    return compare(spec, table(BEFORE), table(after))


def said(found: Changes, spec: TableSpec = PEOPLE) -> list[tuple[str, str, str]]:
    return [(f.kind, f.severity, f.sentence) for f in of_values(spec, found)]


def test_nothing_moved() -> None:
    found = changes(BEFORE)
    assert not found.any
    assert found == Changes(common=12)
    assert said(found) == []


def test_a_new_month() -> None:
    found = changes(full(last=3))
    assert (found.new_periods, found.added, found.common, found.changed) == (("2026M03",), 6, 12, 0)
    assert said(found) == []  # a table says itself which periods it has


def test_a_month_gone() -> None:
    found = changes(full(last=1))
    assert (found.gone_periods, found.removed) == (("2026M02",), 6)
    assert said(found) == []


def test_a_revision_is_counted_sized_and_shown() -> None:
    after = BEFORE | {("03", "2026M02", "men"): 102.51, ("04", "2026M02", "men"): 101.49}
    found = changes(after)
    assert found.revised == 2
    assert found.revised_periods == ("2026M02",)
    # 0.51 of 102 twice, in the middle 0.5 %
    assert found.median_pct == pytest.approx(0.5)
    # (0.51 + 0.51) of 6 * 101 + 6 * 102 = 1 218
    assert found.weighted_pct == pytest.approx(100 * 1.02 / 1218)
    assert found.largest[0] == Revision(
        {"region": "03", "period": "2026M02", "sex": "men"}, 102.0, 102.51
    )
    assert found.largest[0].pct == pytest.approx(0.5)
    assert said(found) == [
        (
            "values-revised",
            "notice",
            "2 av 12 jämförbara värden har reviderats (2026M02): mest från 102 till 102,51 "
            "(+0,5 %) i Uppsala län (03), 2026M02, män, oftast 0,5 %.",
        )
    ]


def test_a_revision_of_the_whole_is_to_be_looked_into() -> None:
    found = changes({key: value * 1.05 for key, value in BEFORE.items()})
    assert found.revised == 12
    assert found.weighted_pct == pytest.approx(5.0)
    ((kind, severity, sentence),) = said(found)
    assert (kind, severity) == ("values-revised", "review")
    assert sentence.startswith("12 av 12 jämförbara värden har reviderats (2026M01, 2026M02)")


def test_from_nothing_there_is_no_per_cent() -> None:
    zero = dict.fromkeys(BEFORE, 0.0)
    found = compare(PEOPLE, table(zero), table(zero | {("03", "2026M02", "men"): 5.0}))
    assert (found.revised, found.median_pct, found.weighted_pct) == (1, None, None)
    assert found.largest[0].pct is None
    ((_, severity, sentence),) = said(found)
    assert severity == "review"
    assert sentence.endswith("mest från 0 till 5 i Uppsala län (03), 2026M02, män.")


def test_noise_is_not_a_revision() -> None:
    noisy = {key: value + (3 if key[2] == "men" else -2) for key, value in BEFORE.items()}
    found = changes(noisy, NOISY)
    assert (found.noise, found.revised, found.any) == (12, 0, True)
    assert said(found, NOISY) == [
        (
            "values-noise",
            "harmless",
            "12 av 12 värden skiljer sig med högst 3: det ryms i det brus som myndigheten lägger "
            "på för att skydda enskilda.",
        )
    ]
    found = changes(noisy | {("00", "2026M01", "men"): 105.0}, NOISY)  # 4 from 101
    assert (found.noise, found.revised) == (11, 1)
    assert changes(noisy).revised == 12  # no noise is declared


def test_more_decimals_are_no_revision() -> None:
    finer = {key: value + 0.4 if key[2] == "men" else value for key, value in BEFORE.items()}
    found = changes(finer)
    assert (found.exact, found.revised) == (6, 0)
    assert said(found)[0][:2] == ("values-more-exact", "notice")
    coarser = compare(PEOPLE, table(finer), table(BEFORE))
    assert (coarser.exact, coarser.revised) == (6, 0)
    half = compare(
        PEOPLE,
        table(dict.fromkeys(BEFORE, 5.0) | {("00", "2026M01", "men"): 5.1}),
        table(dict.fromkeys(BEFORE, 5.0) | {("00", "2026M01", "men"): 5.3}),
    )
    assert (half.exact, half.revised) == (0, 1)  # as many decimals as before


def test_thousands_instead_of_persons() -> None:
    people = {key: 1000.0 * n + 7 for n, key in enumerate(BEFORE, start=180)}
    for decimals in (3, 1, 0):
        thousands = {key: round(value / 1000, decimals) for key, value in people.items()}
        found = compare(PEOPLE, table(people), table(thousands))
        assert (found.rescaled, found.revised) == (12, 0), decimals
        assert found.factors == {"people": 0.001}
        assert said(found) == [
            (
                "values-rescaled",
                "breaking",
                f"Värdena för Folkmängd är nu 1{NARROW}000 gånger mindre än förut: enheten är en "
                "annan än personer.",
            )
        ]
    back = compare(PEOPLE, table(thousands), table(people))
    assert back.factors == {"people": 1000.0}
    assert "gånger större än förut" in said(back)[0][2]


def test_a_few_large_changes_are_no_change_of_unit() -> None:
    after = BEFORE | dict.fromkeys(list(BEFORE)[:9], 1010.0)
    found = changes(after)
    assert (found.rescaled, found.revised, dict(found.factors)) == (0, 9, {})


def test_cells_that_vanish_appear_or_change_sign() -> None:
    one = ("03", "2026M02", "men")
    found = changes(BEFORE | {one: None})
    assert (found.vanished, found.revised) == (1, 0)
    assert said(found) == [
        ("cells-vanished", "review", "1 av 12 celler hade värden och är nu tomma.")
    ]
    back = compare(PEOPLE, table(BEFORE | {one: None}), table(BEFORE))
    assert back.appeared == 1
    assert said(back) == [
        ("cells-appeared", "notice", "1 av 12 celler var tomma och har nu värden.")
    ]
    missing = BEFORE | {one: None}
    sign = compare(PEOPLE, table(missing), table(missing, "."))
    assert (sign.signs, sign.vanished) == (1, 0)
    assert said(sign)[0][:2] == ("signs-changed", "notice")


def test_a_value_that_loses_its_reservation_has_another_sign() -> None:
    preliminary = table(BEFORE).assign(status="p")
    found = compare(PEOPLE, preliminary, table(BEFORE))
    assert (found.signs, found.revised) == (12, 0)


def test_few_cells_of_many_are_only_to_know() -> None:
    many = {(f"{n:02d}", "2026M01", "men"): 5.0 for n in range(200)}
    found = compare(PEOPLE, table(many), table(many | {("07", "2026M01", "men"): None}))
    (vanished,) = [f for f in of_values(PEOPLE, found) if f.kind == "cells-vanished"]
    assert vanished.severity == "notice"


@pytest.mark.parametrize("how", ["rows", "values"])
def test_a_region_without_values(how: str) -> None:
    if how == "rows":
        after = {key: value for key, value in BEFORE.items() if key[0] != "03"}
    else:
        after = {key: None if key[0] == "03" else value for key, value in BEFORE.items()}
    found = changes(after)
    first = said(found)[0]
    assert first == (
        "region-gone", "breaking", "Uppsala län (03) har inga värden längre i test:people.",
    )  # fmt: skip


def test_codes_without_rows_and_with() -> None:
    men = {key: value for key, value in BEFORE.items() if key[2] == "men"}
    found = changes(men)
    assert found.gone == {"sex": ("women",)}
    assert said(found) == [("rows-gone", "review", "Koder utan rader i Kön: women.")]
    back = compare(PEOPLE, table(men), table(BEFORE))
    assert said(back) == [("rows-new", "notice", "Nya koder med rader i Kön: women.")]


def test_single_rows_gone_and_come() -> None:
    less = {key: value for key, value in BEFORE.items() if key != ("03", "2026M02", "men")}
    assert said(changes(less)) == [("rows-gone", "review", "1 rader som fanns finns inte längre.")]
    back = compare(PEOPLE, table(less), table(BEFORE))
    assert said(back) == [("rows-new", "notice", "1 rader har kommit till i perioder som fanns.")]


def test_classes_are_counted_by_what_became_of_them() -> None:
    before = dict.fromkeys(BEFORE, "stora")
    after = before | dict.fromkeys(list(before)[:3], "medel") | {list(before)[5]: "små"}
    found = compare(CLASSES, table(before), table(after))
    assert found.transitions == (("stora", "medel", 3), ("stora", "små", 1))
    assert found.weighted_pct is None
    assert said(found, CLASSES) == [
        (
            "classes-revised",
            "notice",
            '4 av 12 jämförbara värden har reviderats (2026M01, 2026M02); vanligast är "stora" som '
            'blivit "medel" (3).',
        )
    ]


def test_a_measure_among_several_is_judged_by_itself() -> None:
    spec = replace(
        PEOPLE,
        dimensions=(*PEOPLE.dimensions[:2], Dimension("contents", "Mått")),
        contents=(
            Contents("people", "Folkmängd", "personer"),
            Contents("share", "Andel", "procent"),
        ),
    )
    rows = [
        (f"{n:02d}", "2026M01", code, value, "")
        for n in range(1, 11)
        for code, value in (("people", 180_000.0 + n), ("share", 5.0 + n))
    ]
    before = pd.DataFrame(rows, columns=list(spec.columns))
    after = before.copy()
    after.loc[after["contents"] == "people", "value"] /= 1000
    after.loc[(after["contents"] == "share") & (after["region"] == "03"), "value"] = 8.25
    found = compare(spec, before, after)
    assert dict(found.factors) == {"people": 0.001}
    assert (found.rescaled, found.exact, found.revised) == (10, 1, 0)  # 8 is 8.25 rounded


def test_two_labels_for_one_code() -> None:
    """Yrkesbarometern names an occupation by its concept, and the concept by the occupation."""
    spec = replace(
        PEOPLE,
        dimensions=(*PEOPLE.dimensions[:2], Dimension("occupation", "Yrke")),
        attributes=("concept", "field"),
    )

    def rows(*named: tuple[str, str, str]) -> pd.DataFrame:
        listed = [
            (region, "2026M01", name, concept, area, 1.0, "")
            for region, (name, concept, area) in zip(("00", "03", "04", "05"), named, strict=False)
        ]
        return pd.DataFrame(listed, columns=list(spec.columns))

    one = ("Systemutvecklare", "abc", "Data")
    before = rows(one, one, ("Lärare", "def", "Skola"), ("Tekniker", "ghi", "Data"))
    after = rows(one, ("Systemutvecklare m.fl.", "abc", "Data"), *[("Lärare", "def", "Skola")])
    found = compare(spec, before, after)
    assert found.doubled == (
        Doubled("concept", "abc", "occupation", ("Systemutvecklare", "Systemutvecklare m.fl.")),
    )  # a field has many occupations from the beginning
    (label,) = [f for f in of_values(spec, found) if f.kind == "label-doubled"]
    assert label.severity == "review"
    assert label.sentence == (
        '"abc" i concept stod för en sak och står nu för flera: "Systemutvecklare", '
        '"Systemutvecklare m.fl.".'
    )


CELLS = st.dictionaries(
    st.tuples(
        st.sampled_from(["00", "03", "04"]),
        st.sampled_from(["2026M01", "2026M02"]),
        st.sampled_from(["men", "women"]),
    ),
    st.one_of(st.none(), st.floats(-1e6, 1e6), st.sampled_from([0.0, 1.0, 1000.0])),
    min_size=1,
)


@settings(deadline=None, max_examples=40)
@given(CELLS, CELLS)
def test_every_row_is_counted_once_and_the_same_both_ways(
    one: dict[Any, Any], other: dict[Any, Any]
) -> None:
    there, back = compare(NOISY, table(one), table(other)), compare(NOISY, table(other), table(one))
    assert there.common + there.removed == len(one)
    assert there.common + there.added == len(other)
    differing = [key for key in one if key in other and one[key] != other[key]]
    assert there.changed == back.changed == len(differing)
    assert (there.vanished, there.added) == (back.appeared, back.removed)
    assert there.noise + there.exact + there.revised <= there.common
    assert (worst(of_values(NOISY, there)) is None) <= (not there.changed)
    assert not compare(NOISY, table(one), table(one)).any
