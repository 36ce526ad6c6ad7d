"""Scores of a judgement: by hand where it is right, wrong and by chance."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from vagled_lmi.outlook import disagreement, reach
from vagled_lmi.outlook.concordance import register_codes
from vagled_lmi.outlook.disagreement import Sides
from vagled_lmi.outlook.scores import score


def cases(says: list[int], happened: list[float], **more: list[float]) -> pd.DataFrame:
    """One region; the score is what is said unless given."""
    count = len(says)
    columns = {
        "region": ["03"] * count,
        "occupation": [f"yrke {i}" for i in range(count)],
        "score": [float(s) for s in says],
        "says": says,
        "happened": happened,
        "before": [np.nan] * count,
        "riket": [np.nan] * count,
        "riket_says": [np.nan] * count,
        "own": [np.nan] * count,
    }
    return pd.DataFrame(columns | more)


def test_a_judgement_that_is_always_right() -> None:
    scored = score(cases([1, 1, 0, -1, -1], [5.0, 4.0, 3.0, 2.0, 1.0]))
    assert (scored.cases, scored.occupations) == (5, 5)
    assert scored.direction.value == scored.balanced.value == 1.0
    assert scored.rank.value > 0.9
    assert np.isnan(scored.rank_own.value)
    assert np.isnan(scored.skill_before.value)


def test_direction_and_balance_by_hand() -> None:
    # the middle is 3: three called much come out above, below, above; one called little below
    scored = score(cases([1, 1, 1, -1, 0], [5.0, 1.0, 4.0, 2.0, 3.0]))
    assert scored.direction.value == pytest.approx(3 / 4)
    assert scored.balanced.value == pytest.approx((2 / 3 + 1) / 2)


def test_a_judgement_turned_round_has_the_opposite_rank() -> None:
    right = score(cases([1, 1, 0, -1, -1], [5.0, 4.0, 3.0, 2.0, 1.0])).rank.value
    wrong = score(cases([-1, -1, 0, 1, 1], [5.0, 4.0, 3.0, 2.0, 1.0])).rank.value
    assert wrong == pytest.approx(-right)


def test_skill_is_the_part_of_the_others_misses_that_is_avoided() -> None:
    # three above the middle, three below; ours is right in four of six, as before in two of six
    table = cases(
        [1, 1, -1, -1, -1, 1],
        [6.0, 5.0, 4.0, 3.0, 2.0, 1.0],
        before=[6.0, 1.0, 2.0, 5.0, 4.0, 3.0],
    )
    scored = score(table)
    assert scored.direction.value == pytest.approx(4 / 6)
    assert scored.skill_before.value == pytest.approx((4 / 6 - 2 / 6) / (1 - 2 / 6))


def test_copying_riket_is_no_better_than_itself() -> None:
    table = cases([1, -1, 1, -1], [4.0, 3.0, 2.0, 1.0], riket_says=[1.0, -1.0, 1.0, -1.0])
    assert score(table).skill_riket.value == 0.0


def test_by_chance_the_interval_holds_nought_and_is_the_same_again() -> None:
    rng = np.random.default_rng(2)
    table = cases(rng.choice([-1, 0, 1], 300).tolist(), rng.normal(size=300).tolist())
    scored = score(table)
    assert scored.rank.lower < 0 < scored.rank.upper
    assert scored.direction.lower < 0.5 < scored.direction.upper
    again = score(table)
    assert (again.rank, again.direction) == (scored.rank, scored.direction)


def test_regions_of_one_occupation_are_drawn_together() -> None:
    """Ten copies of the same cases know no more than the cases: the interval is as wide."""
    one = cases([1, 1, 1, -1, -1, -1], [6.0, 2.0, 5.0, 1.0, 4.0, 3.0])
    ten = pd.concat([one.assign(region=f"{r:02d}") for r in range(10)], ignore_index=True)
    alone, together = score(one).rank, score(ten).rank
    assert together.value == pytest.approx(alone.value)
    assert together.upper - together.lower == pytest.approx(alone.upper - alone.lower)


@pytest.mark.parametrize(
    ("given", "codes"),
    [
        ("2411", ("2411",)),
        ("261", ("2611", "2612", "2613", "2614", "2615", "2619")),
        ("5323, 5324", ("5323", "5324")),
        ("1210", ("1211", "1212")),
        ("", ()),
    ],
)
def test_the_concordance_of_occupations(given: str, codes: tuple[str, ...]) -> None:
    assert register_codes(given) == codes


def sides(**given: object) -> Sides:
    whole: dict[str, object] = {
        "own": "öka", "own_area": "03", "demand": "minska", "chances": "stora", "level": "län",
        "ads": "många", "employees": 5000.0, "break_pp": 0.0, "years_apart": 0,
    }  # fmt: skip
    return Sides(**(whole | given))  # type: ignore[arg-type]


def test_disagreement_is_the_distance_between_the_farthest() -> None:
    assert disagreement.size(sides()) == 2.0
    assert disagreement.size(sides(demand="öka")) == 0.0
    assert disagreement.size(sides(own="inte minska", demand="vara oförändrad")) == 1.0
    alone = sides(own="vi vet inte", demand=None, chances=None)
    assert disagreement.size(alone) is None
    assert disagreement.reason(alone, "03") == "för lite att jämföra"


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"demand": "öka"}, "de är överens"),
        ({"break_pp": -7.0}, "brottet i registret 2023 var stort för yrket"),
        ({"own": None, "break_pp": 9.0}, "annonser och bedömning mäter olika saker"),
        ({"employees": 400.0}, "liten grupp i regionen"),
        ({"level": "nuts1"}, "Yrkesbarometern bygger på ett större område"),
        ({"level": None}, "det är okänt vilket område Yrkesbarometern bygger på"),
        ({"own_area": "SE12"}, "vår utsikt bygger på ett större område"),
        ({"years_apart": 3}, "uppgifterna är från olika år"),
        ({}, "läget nu och fem år fram är olika frågor"),
    ],
)
def test_the_reason_is_the_first_rule_that_applies(given: dict[str, object], says: str) -> None:
    assert disagreement.reason(sides(**given), "03") == says


def test_distances_between_residences() -> None:
    # Uppsala and Stockholm lie 64 km apart as the crow flies
    assert reach.kilometres("03", "01") == pytest.approx(64, abs=1)
    assert reach.kilometres("03", "03") == 0
    weights = reach.within("03")
    assert weights.parts["03"] == 1.0
    assert weights.parts["01"] == pytest.approx(0.5 ** (reach.kilometres("03", "01") / 30))
    assert "12" not in weights.parts
    assert weights.missing(["03", "04", "18", "19"]) == ["01", "21"]
