"""Our own outlook in the brief: what it says follows its numbers, in every edition."""

from __future__ import annotations

from typing import Any

import pytest

from tests.brief.test_claims import BUILT, block, plain, title
from vagled_lmi.brief import rules
from vagled_lmi.brief.desk import Desk
from vagled_lmi.brief.editions import editions
from vagled_lmi.codes import OSTRA_MELLANSVERIGE
from vagled_lmi.outlook.verdicts import FEWEST_PRINTED, UNKNOWN

BLOCKS = {
    "own_outlook": "own-outlook",
    "openings": "openings",
    "disagreement": "disagreement",
    "hindsight": "hindsight",
}


def rows(desk: Desk, name: str) -> list[list[Any]]:
    made: Any = block(desk, name, BLOCKS[name])
    return [[cell.number for cell in row] for row in made.grid.rows]


@pytest.fixture(scope="module")
def uppsala() -> Desk:
    return Desk("03", built=BUILT)


@pytest.mark.parametrize("code", OSTRA_MELLANSVERIGE)
def test_the_largest_occupations_with_their_intervals(code: str) -> None:
    desk = Desk(code, built=BUILT)
    table = rows(desk, "own_outlook")
    sizes = [row[1].amount for row in table]
    assert sizes == sorted(sizes, reverse=True)
    assert min(sizes) >= FEWEST_PRINTED
    for _, _, expected, lower_80, upper_80, lower_50, upper_50, says in table:
        inside = [lower_80, lower_50, expected, upper_50, upper_80]
        assert [n.amount for n in inside] == sorted(n.amount for n in inside)
        assert says.column.name == "verdict"
    unknown = sum(row[-1].value == UNKNOWN for row in table)
    said = title(desk, "own_outlook", "own-outlook")
    if unknown == len(table):
        assert said.startswith("Vi vet inte om något av de 8 största")
    else:
        assert said.startswith("Vi vet inte om de flesta" if unknown >= 4 else "Vi vet inte om nå")


def test_how_often_such_intervals_have_held_stands_beside_them(uppsala: Desk) -> None:
    made: Any = block(uppsala, "own_outlook", "own-outlook")
    held = [s.number for s in made.grid.caption if s.number is not None]
    assert [n.column.name for n in held] == ["held_80", "held_50"]
    result = uppsala.result("outlook_accuracy")
    key = {"region": "00", "period": "2024", "kind": "county-4", "years": "5"}
    size = "1 000 eller fler"
    measured = [result.number(name, size=size, **key).value for name in ("held_80", "held_50")]
    assert [n.value for n in held] == measured


def test_openings_are_those_who_leave_and_growth(uppsala: Desk) -> None:
    for _, _, leaving, growth, openings, lower, upper in rows(uppsala, "openings"):
        assert openings.amount == pytest.approx(leaving.amount + growth.amount, abs=1)
        assert lower.amount < openings.amount < upper.amount
    said = title(uppsala, "openings", "openings")
    first = rows(uppsala, "openings")[0]
    tens = [(n.amount + 5) // 10 * 10 for n in first[-2:]]  # a half goes up
    low, high = (f"{ten:,.0f}".replace(",", " ") for ten in tens)
    assert said.endswith(f"{low} till {high}")


@pytest.mark.parametrize("code", OSTRA_MELLANSVERIGE)
def test_the_first_page_and_the_openings_say_the_same_of_those_who_leave(code: str) -> None:
    desk = Desk(code, built=BUILT)
    claim: Any = block(desk, "main_points", "point-replacement")
    numbers = [s.number for s in claim.text if s.number is not None]
    leaving = next(n for n in numbers if n.column.name == "leaving")
    frame = desk.result("openings").frame
    here = frame[(frame["region"] == code) & (frame["ssyk"].str.len() == 4)].set_index("ssyk")
    assert leaving.amount == pytest.approx(here["leaving"].max(), abs=0.5)
    assert leaving.amount == pytest.approx(here.loc[leaving.key["ssyk"], "leaving"], abs=0.5)
    for row in rows(desk, "openings"):
        assert row[2].amount == here.loc[row[2].key["ssyk"], "leaving"]


def test_the_most_disputed_come_first_and_none_is_hidden(uppsala: Desk) -> None:
    result = uppsala.result("disagreement")
    table = rows(uppsala, "disagreement")
    shown = [row[1].key["occupation"] for row in table]
    frame = result.frame.set_index("occupation")
    apart = frame.loc[shown, "disagreement"].tolist()
    assert apart == sorted(apart, reverse=True)
    assert min(apart) >= 1
    large = frame[frame["own"].notna() & (frame["employees"] >= FEWEST_PRINTED)]
    assert apart[0] == large["disagreement"].max()
    # Yrkesbarometern now and later, ours and the advertisements, side by side
    names = [n.column.name for n in table[0][1:]]
    assert names == ["own", "demand", "chances", "ads_per_100", "reason"]


def test_hindsight_says_how_many_beat_chance(uppsala: Desk) -> None:
    table = rows(uppsala, "hindsight")
    assert len(table) >= 3
    beat = sum(row[3].amount > 50 for row in table)
    said = title(uppsala, "hindsight", "hindsight")
    assert said.startswith("Bara några" if 0 < beat < len(table) else ("Alla" if beat else "Ingen"))
    for _, cases, share, lower, upper in table:
        assert cases.amount >= 100
        assert lower.amount <= share.amount <= upper.amount


@pytest.mark.parametrize("edition", editions())
@pytest.mark.parametrize("name", BLOCKS)
def test_every_edition_shows_the_same_numbers(name: str, edition: str, uppsala: Desk) -> None:
    other = rows(Desk("03", edition, built=BUILT), name)
    assert [[n and n.address for n in row] for row in other] == [
        [n and n.address for n in row] for row in rows(uppsala, name)
    ]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ([UNKNOWN] * 3, "none"), (["öka", UNKNOWN, UNKNOWN], "few"),
        (["öka", "inte minska", UNKNOWN], "most"), (["öka", "minska"], "all"),
    ],
)  # fmt: skip
def test_how_much_is_known_by_hand(words: list[str], says: str) -> None:
    assert rules.RULES["known"](words, {}) == says


@pytest.mark.parametrize(
    ("says", "word"),
    [
        ("öka", "up"), ("inte minska", "not-down"), ("vara oförändrad", "same"),
        ("inte öka", "not-up"), ("minska", "down"), (UNKNOWN, "unknown"),
    ],
)  # fmt: skip
def test_which_way_an_outlook_points_by_hand(says: str, word: str) -> None:
    assert rules.RULES["ahead"]([says], {}) == word


def ahead(desk: Desk, subject: str) -> tuple[str, list[Any]]:
    made: Any = block(desk, f"{subject}_ahead", f"{subject}-ahead")
    return plain(made.text), [s.number for s in made.text if s.number is not None]


@pytest.mark.parametrize("code", OSTRA_MELLANSVERIGE)
def test_half_a_year_and_a_year_ahead_with_their_intervals(code: str) -> None:
    desk = Desk(code, built=BUILT)
    said, numbers = ahead(desk, "employed")
    measures = ["expected", "lower_80", "upper_80"]
    assert [n.column.name for n in numbers] == [*measures, *measures, "held_80", "held_80"]
    # six and twelve months after June 2026, the newest month
    periods = ["2026M12", "2027M06"]
    assert [n.key["period"] for n in numbers] == [p for p in periods for _ in range(3)] + periods
    for expected, lower, upper in (numbers[:3], numbers[3:6]):
        assert lower.amount < expected.amount < upper.amount
    result = desk.result("outlook_employed")
    words = {
        "öka": "): fler än", "inte minska": "): lika många", "vara oförändrad": "): ungefär lika",
        "inte öka": "eller färre", "minska": "): färre än", UNKNOWN: "): vi vet inte",
    }  # fmt: skip
    parts = said.split(". I juni 2027")
    for period, part in zip(periods, parts, strict=True):
        verdict = result.number("verdict", region=code, period=period).value
        (found,) = [word for word, text in words.items() if text in part and word != "inte öka"]
        assert found == verdict


def test_an_outlook_for_months_that_have_passed_is_not_given() -> None:
    """The unemployment rate that comes with the program ends in January 2024: page one says so."""
    today = Desk("03", built=BUILT)
    assert today.blocks("unemployment_ahead") == []
    old: Any = [b for b in today.blocks("age_of_figures") if "scb:TAB6260" in b.tables]
    assert "januari 2024" in plain(old[0].text)
    then = Desk("03", built="2024-02-23T12:00:00Z")
    said, numbers = ahead(then, "unemployment")
    assert said.startswith("Arbetslösheten i Uppsala län väntas vara 4,5 procent i juli 2024 (4,1")
    assert [n.indicator.id for n in numbers] == ["outlook_unemployment"] * 8


@pytest.mark.parametrize("edition", editions())
def test_every_edition_says_the_same_of_the_months_ahead(edition: str, uppsala: Desk) -> None:
    _, numbers = ahead(Desk("03", edition, built=BUILT), "employed")
    assert [n.address for n in numbers] == [n.address for n in ahead(uppsala, "employed")[1]]


def test_chance_and_method_by_hand() -> None:
    chance = {"chance": 50.0}
    assert rules.RULES["chance"]([47.0, 50.0], chance) == "none"
    assert rules.RULES["chance"]([47.0, 50.1], chance) == "some"
    assert rules.RULES["chance"]([57.0, 50.1], chance) == "all"
    assert rules.RULES["method"](["oförändrat"], {}) == "unchanged"
    assert rules.RULES["method"](["ridge"], {}) == "better"


def test_no_change_is_said_where_it_ships(uppsala: Desk) -> None:
    """The note's words for a horizon that no forecast beats no change at."""
    made: Any = block(uppsala, "own_outlook", "own-outlook-how")
    assert plain(made.text).startswith("Vi har prövat flera sätt")
    say = uppsala.language
    result = uppsala.result("outlook_accuracy")
    row = result.row(**result.keys(result.frame)[0])
    unchanged = rules.Verdict("method", "unchanged", (row["method"],))
    text = say.sentence(
        "own-outlook-how", fewest=1000, seldom=70, relative=row["relative"],
        published=row["relative_published"], is_method=unchanged,
    )  # fmt: skip
    assert plain(text).startswith("Ingen prognos har varit bättre än att gissa på oförändrat")


@pytest.mark.parametrize("edition", editions())
def test_a_county_of_small_occupations_says_why_it_has_no_outlook(edition: str) -> None:
    gotland = Desk("09", edition, built=BUILT)
    largest = max(gotland.result("occupations").frame["employees"])
    assert largest < FEWEST_PRINTED
    (note,) = gotland.blocks("own_outlook")
    assert note.id == "own-outlook-none"
    thousand = "," if edition == "en" else " "
    assert f"{FEWEST_PRINTED:,}".replace(",", thousand) in plain(note.text)
    assert gotland.blocks("openings") == []
