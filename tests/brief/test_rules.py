"""Each rule against what it says of itself, worked out another way, on both sides of its limits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.brief.conftest import KINDS
from tests.brief.inprocess import collected
from vagled_lmi.brief import noise, rules

WHOLE = st.integers(-2000, 2000)
COUNT = st.integers(0, 3000)
SMALL = st.integers(0, 400)


def word(rule: str, *values: Any, **limits: float) -> str:
    """What a rule says, as a document's verdict is decided anew."""
    names = [f"{n}" for n in range(len(values))]
    stated = {"rule": rule, "numbers": names, "limits": limits}
    given = [v if isinstance(v, str) else float(v) for v in values]
    return rules.remade(stated, dict(zip(names, given, strict=True)))


@given(change=WHOLE, limit=SMALL)
def test_a_change_below_the_noise_is_none(change: int, limit: int) -> None:
    said = word("change", change, noise=limit)
    if change in range(1 - limit, limit) or change == 0:
        assert said == "same"
    else:
        assert said == ("up" if change > 0 else "down")


@given(one=WHOLE, other=WHOLE, limit=SMALL)
def test_a_difference_below_the_noise_is_none(one: int, other: int, limit: int) -> None:
    there, back = (
        word("contrast", one, other, noise=limit),
        word("contrast", other, one, noise=limit),
    )
    assert there == word("against", one, reference=other, noise=limit)
    if one == other or abs(one - other) < limit:
        assert (there, back) == ("same", "same")
    else:
        assert {there, back} == {"higher", "lower"}
        assert (there == "higher") == (one > other)


@given(second=WHOLE, ahead=SMALL, limit=SMALL)
def test_the_first_stands_alone_when_it_is_ahead_of_the_noise(
    second: int, ahead: int, limit: int
) -> None:
    said = word("lead", second + ahead, second, noise=limit)
    assert said == ("alone" if ahead > limit else "shared")


@given(one=COUNT, other=COUNT)
def test_two_counts_differ_beyond_what_chance_moves_them(one: int, other: int) -> None:
    # the variance of the difference is the sum of the counts: sure is twice its root
    sure = one != other and (one - other) ** 2 >= 4 * (one + other)
    said = word("counts", one, other)
    assert said == ("same" if not sure else "up" if other > one else "down")


@given(ones=COUNT, of=st.integers(1, 500), others=COUNT, among=st.integers(1, 500))
def test_two_quotients_differ_beyond_what_chance_moves_them(
    ones: int, of: int, others: int, among: int
) -> None:
    one, other = Fraction(ones, 100), Fraction(others, 100)
    variance = one**2 / of + other**2 / among
    apart = (one - other) ** 2 - 4 * variance
    assume(abs(apart) > Fraction(1, 10**9))  # where the arithmetic of a machine decides nothing
    said = word("quotients", float(one), of, float(other), among)
    assert said == ("same" if apart < 0 else "higher" if one > other else "lower")


@given(
    one=st.integers(0, 100_000),
    other=st.integers(0, 100_000),
    counts=st.tuples(st.integers(1, 3000), st.integers(1, 3000)),
    apart=st.integers(0, 40_000),
    limit=st.integers(0, 9),
)
def test_two_means_differ_beyond_what_their_spread_and_a_year_move_them(
    one: int, other: int, counts: tuple[int, int], apart: int, limit: int
) -> None:
    of, among = counts
    # the tenths of a normal distribution lie 2.5632 standard deviations apart
    variance = Fraction(apart * 10_000, 25_632) ** 2 * (Fraction(1, of) + Fraction(1, among))
    noise = max(4 * variance, Fraction(limit * other, 100) ** 2)
    beyond = (one - other) ** 2 - noise
    assume(abs(beyond) > Fraction(1, 10**6))  # where the arithmetic of a machine decides nothing
    said = word("means", one, of, other, among, 20_000, 20_000 + apart, noise_pct=limit)
    assert said == ("same" if beyond < 0 else "higher" if one > other else "lower")


@given(one=st.integers(0, 1000), of=COUNT, other=st.integers(0, 1000), among=COUNT, limit=SMALL)
def test_two_shares_differ_beyond_what_chance_moves_them(
    one: int, of: int, other: int, among: int, limit: int
) -> None:
    first, second, least = Fraction(one, 10), Fraction(other, 10), Fraction(limit, 100)
    spread = first * (100 - first) / max(of, 1) + second * (100 - second) / max(among, 1)
    beyond = (first - second) ** 2 - max(4 * spread, least**2)
    assume(abs(beyond) > Fraction(1, 10**6))  # where the arithmetic of a machine decides nothing
    said = word("shares", one / 10, of, other / 10, among, noise=limit / 100)
    assert said == ("same" if beyond < 0 else "higher" if one > other else "lower")


def test_nothing_and_nothing_are_the_same() -> None:
    """Where noise is nothing too, as between two counts of none."""
    assert word("counts", 0, 0) == word("quotients", 0, 0, 0, 0) == "same"
    assert word("change", 0, noise=0) == word("contrast", 4, 4, noise=0) == "same"
    assert word("tide", 0, 0, noise=0) == "same"


@given(
    one=st.integers(0, 100), other=st.integers(0, 100), a=st.integers(0, 20), b=st.integers(0, 20)
)
def test_two_shares_of_a_survey_differ_beyond_both_their_margins(
    one: int, other: int, a: int, b: int
) -> None:
    sure = (one - other) ** 2 >= max(1, a * a + b * b)
    assume((one - other) ** 2 != a * a + b * b)
    said = word("margins", one, a, other, b)
    assert said == ("same" if not sure else "higher" if one > other else "lower")


@given(
    one=COUNT,
    other=COUNT,
    usual=st.lists(st.integers(0, 500), min_size=1, max_size=2),
    parts=st.sampled_from([1, 2]),
)
def test_a_share_differs_beyond_twice_its_usual_change(
    one: int, other: int, usual: list[int], parts: int
) -> None:
    least = 4 * parts * sum(each * each for each in usual)
    assume((one - other) ** 2 != least)  # where a root decides by its last digit
    sure = (one - other) ** 2 >= max(4, least)
    said = word("swing", one, other, *usual, noise=2, parts=parts)
    assert said == ("same" if not sure else "higher" if one > other else "lower")


@given(changes=st.lists(st.integers(-30, 30), min_size=1, max_size=6), limit=st.integers(1, 12))
def test_several_changes_go_one_way_or_part(changes: list[int], limit: int) -> None:
    up = [c for c in changes if c >= limit]
    down = [c for c in changes if c <= -limit]
    still = len(changes) - len(up) - len(down)
    expected = (
        "apart" if up and down
        else "same" if not (up or down)
        else ("up" if up else "down") + ("-or-same" if still else "")
    )  # fmt: skip
    assert word("tide", *changes, noise=limit) == expected


@pytest.mark.parametrize(
    ("women", "said"),
    [(39.9, "men"), (40.0, "even"), (60.0, "even"), (60.1, "women"), (0.0, "men"), (100, "women")],
)
def test_an_even_distribution_is_forty_to_sixty(women: float, said: str) -> None:
    assert word("balance", women, low=rules.EVEN_FROM, high=rules.EVEN_TO) == said


@pytest.mark.parametrize(
    ("share", "said"),
    [(48.9, "minority"), (49.1, "about"), (50.9, "about"), (51.1, "majority"), (50.0, "about")],
)
def test_half_is_half_within_the_noise(share: float, said: str) -> None:
    assert word("half", share, noise=rules.HALF_NOISE_PP) == said


@given(judged=st.integers(0, 40), data=st.data())
def test_a_field_leans_where_more_than_half_of_it_does(judged: int, data: st.DataObject) -> None:
    large = data.draw(st.integers(0, judged))
    small = data.draw(st.integers(0, judged - large))
    medium = judged - large - small
    expected = (
        "none" if judged == 0
        else "good" if large > medium + small
        else "hard" if small > medium + large
        else "mixed"
    )  # fmt: skip
    assert word("lean", judged, large, small) == expected


CHANCES = {"stora": 2, "medelstora": 1, "små": 0}
DEMAND = {"öka": 2, "vara oförändrad": 1, "minska": 0}
JUDGED = st.tuples(st.sampled_from(list(CHANCES)), st.sampled_from(list(DEMAND)))


@given(here=JUDGED, near=st.lists(JUDGED, min_size=1, max_size=3))
def test_near_occupations_are_better_when_every_one_is(
    here: tuple[str, str], near: list[tuple[str, str]]
) -> None:
    def points(judged: tuple[str, str]) -> int:
        return 3 * CHANCES[judged[0]] + DEMAND[judged[1]]

    better = all(points(other) > points(here) for other in near)
    values = [text for judged in (here, *near) for text in judged]
    assert word("outlook", *values) == ("better" if better else "mixed")


@given(chances=st.lists(st.sampled_from(list(CHANCES)), min_size=1, max_size=5))
def test_regions_are_alike_when_none_differs(chances: list[str]) -> None:
    plain = {"stora": "large", "medelstora": "medium", "små": "small"}
    alike = chances.count(chances[0]) == len(chances)
    assert word("alike", *chances) == (plain[chances[0]] if alike else "apart")


@given(amounts=st.lists(st.sampled_from([0.0, -0.1, 3.0]), min_size=1, max_size=4))
def test_something_has_changed_when_any_part_has(amounts: list[float]) -> None:
    assert word("some", *amounts) == ("none" if amounts.count(0.0) == len(amounts) else "some")


@given(value=st.integers(0, 9), ends=st.lists(st.integers(0, 9), min_size=2, max_size=2))
def test_a_number_stands_beside_an_interval_or_in_it(value: int, ends: list[int]) -> None:
    lower, upper = sorted(ends)
    said = word("within", value, lower, upper)
    assert (said == "within") == (value in range(lower, upper + 1))
    assert (said == "below") == (value < lower)


#: Rules that compare amounts, and the limits that each is given: all but those that carry their
#: noise in their values, or decide of classes and of what is enough.
COMPARING: Mapping[str, Callable[[Mapping[str, float]], bool]] = {
    "change": lambda limits: limits["noise"] > 0,
    "contrast": lambda limits: limits["noise"] > 0,
    "against": lambda limits: limits["noise"] > 0,
    "tide": lambda limits: limits["noise"] > 0,
    "half": lambda limits: limits["noise"] > 0,
    "shares": lambda limits: limits["noise"] > 0,
    "swing": lambda limits: limits["noise"] > 0,
    # places that were granted are counted, not measured: they have no noise
    "lead": lambda limits: limits["noise"] >= 0,
}
WITHOUT = {
    "ahead", "alike", "balance", "counts", "enough", "given", "lean", "margins", "means", "nearly",
    "outlook", "quotients", "some", "chance", "known", "method", "within",
}  # fmt: skip


def test_every_rule_that_compares_amounts_has_a_noise() -> None:
    assert set(COMPARING) | WITHOUT == set(rules.RULES)
    assert not set(COMPARING) & WITHOUT


@pytest.mark.parametrize("kind", ["county", "municipality", "area", "occupation"])
def test_every_headline_number_has_a_noise_and_every_comparison_too(kind: str) -> None:
    document = collected(KINDS[kind], only=("summary", "work"))
    first = document["parts"][0]
    shown = {
        run["number"]
        for block in first["blocks"]
        for name in ("value", "detail", "text")
        for run in block.get(name, ())
        if "number" in run
    }
    measures = {
        (document["numbers"][at]["indicator"], document["numbers"][at]["column"]) for at in shown
    }
    assert measures
    assert measures <= set(noise.MEASURES), measures - set(noise.MEASURES)
    for part in document["parts"]:
        for block in part["blocks"]:
            for verdict in block["verdicts"]:
                if verdict["rule"] in COMPARING:
                    assert COMPARING[verdict["rule"]](verdict["limits"]), block["id"]
