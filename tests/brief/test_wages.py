"""Wages in an occupation's brief: words follow what was fetched of SCB, and go back to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pandas as pd
import pytest

from tests.brief import readability
from tests.brief.conftest import KINDS
from tests.brief.fetched import filled, said, unequal
from tests.brief.fetched_scb import scb
from tests.brief.inprocess import collected
from tests.brief.test_editions import prose
from tests.conftest import SHARED
from vagled_lmi.brief import rules
from vagled_lmi.brief.document import Document
from vagled_lmi.brief.editions import editions
from vagled_lmi.brief.subject import subject
from vagled_lmi.store import Store

SERIES = SHARED / "data" / "scb" / "regional_series"
PAY, GROUP, SPREAD = "scb:LonYrkeRegion4AN", "scb:TAB5881", "scb:TAB5932"
BLOCKS = {"occupation-wages", "occupation-wage-spread"}
#: exempeldata: women's mean wage, and how many women and men it is of
WOMEN, COUNT = 38_000.0, 1_000.0
Fetched = Callable[..., Store]


def pay(men: float, hidden: str = "") -> Callable[[Mapping[str, str]], float | None]:
    """Wages of an area; riket pays 500 more. One sex may be hidden in SE12."""

    def value(key: Mapping[str, str]) -> float | None:
        if key["contents"] == "employees":
            return COUNT * (2 if key["sex"] == "total" else 1)
        if key["region"] == "SE12" and hidden in (key["sex"], "all"):
            return None
        mean = {"women": WOMEN, "men": men, "total": (WOMEN + men) / 2}[key["sex"]]
        return mean + (500 if key["region"] == "00" else 0)

    return value


def spread(key: Mapping[str, str]) -> float:
    """Riket's spread: the lower and the upper tenth lie 25 632 kronor apart."""
    points = {"p10": 30_000, "p25": 34_000, "median": 39_000, "mean": 40_000, "p75": 45_000}
    return {**points, "p90": 55_632}[key["contents"]] + (900 if key["sex"] == "men" else 0)


@pytest.fixture
def fetched(tmp_path: Path) -> Fetched:
    def fetch(men: float, *tables: str, hidden: str = "") -> Store:
        agency = scb((PAY, pay(men, hidden)), (GROUP, pay(men)), (SPREAD, spread))
        return filled(tmp_path / "store", agency, "VAGLED_SCB_URL", tables or (PAY, SPREAD))

    return fetch


def brief(store: Store, edition: str = "sv", region: str = "SE12") -> Document:
    return collected(subject(region, "2341"), edition, store, only=("people", "certainty"))


@pytest.mark.shared
@pytest.mark.skipif(not SERIES.exists(), reason="SCB's recorded wages are not here")
def test_the_noise_is_how_much_a_single_year_was_off_by() -> None:
    """Measured on SCB's wages by area and group of occupations 2014-2020, from a public copy."""
    keys = ["region", "occuptional  (SSYK 2012)", "sex"]

    def wide(measure: str) -> pd.DataFrame:
        name = f"lundqvist_LonYrkeRegion_{measure}_nuts2_ssyk3_kon_2014_2020.csv"
        read = pd.read_csv(SERIES / name, encoding="latin1", na_values="..")
        years = read.drop(columns="sector").set_index(keys).rename_axis(columns="year").stack()
        return years.dropna().astype(float).unstack("sex").dropna()

    pay, people = wide("manadslon"), wide("antal")
    ratio = (100 * pay["women"] / pay["men"]).unstack("year")
    moved = ratio.diff(axis="columns").abs().stack().dropna()
    large = people.min(axis="columns").reindex(moved.index) >= 1000
    assert large.sum() > 1000
    assert moved[large].quantile(0.95) / 2**0.5 == pytest.approx(rules.PAY_NOISE_PCT, abs=0.1)


@pytest.mark.parametrize(
    ("men", "says"),
    [
        # 4.4 per cent of men's: women have 38 000; 38 000 / 0.956 is 39 749, / 1.044 is 36 398.5.
        # Chance moves less: eight in ten lie within 25 632 kronor, a standard deviation of 10 000,
        # and two means of 1 000 people differ for certain from 2 x 10 000 x sqrt(2 / 1 000) = 894
        (39_750, "Män tjänar mer än kvinnor i yrket i Östra Mellansverige: 39 750 kronor i måna"),
        (39_748, "Ingen säker skillnad mellan kvinnors och mäns lön i yrket i Östra Mellansveri"),
        (36_399, "Ingen säker skillnad mellan kvinnors och mäns lön i yrket i Östra Mellansveri"),
        (36_398, "Kvinnor tjänar mer än män i yrket i Östra Mellansverige: 38 000 kronor i måna"),
    ],
)
def test_the_title_follows_the_wages(fetched: Fetched, men: float, says: str) -> None:
    told = said(brief(fetched(men)))
    assert told["occupation-wages"].startswith(says)
    assert told["occupation-wages"].endswith("(2024)")
    assert told["occupation-wage-spread"] == (
        "Hälften av dem som arbetar i yrket i riket tjänar mellan 34 000 och 45 000 kronor i "
        "månaden (2024). En av tio tjänar mindre än 30 000 och en av tio mer än 55 632 kronor. "
        "Lönen i mitten (medianen) är 39 000 kronor för kvinnor och 39 900 kronor för män."
    )


@pytest.mark.parametrize("region", ["SE12", "03"])
def test_the_area_is_said_and_not_taken_for_the_county(fetched: Fetched, region: str) -> None:
    document = brief(fetched(40_000), region=region)
    (block,) = [b for p in document["parts"] for b in p["blocks"] if b["id"] == "occupation-wages"]
    caption = "".join(run["text"] for run in block["table"]["caption"])
    assert "SCB redovisar inte löner per län: siffrorna gäller hela Östra Mellansverige" in caption
    lines = [[cell["text"].replace("\u202f", " ") for cell in r] for r in block["table"]["rows"]]
    assert lines == [
        ["Östra Mellansverige", "39 000", "38 000", "40 000", "1 000", "1 000"],
        ["Riket", "39 500", "38 500", "40 500", "1 000", "1 000"],
    ]
    notes = {note for source in document["sources"] for note in source["notes"]}
    assert any("Löner redovisas inte per län utan i riksområden (NUTS 2)" in n for n in notes)


@pytest.mark.parametrize(
    ("hidden", "says"),
    [
        ("women", "I Östra Mellansverige är lönen i yrket i genomsnitt 39 000 kronor i månaden"),
        ("all", "SCB visar ingen lön för yrket i Östra Mellansverige (2024)"),
    ],
)
def test_what_scb_hides_is_not_guessed(fetched: Fetched, hidden: str, says: str) -> None:
    store = fetched(40_000, hidden=hidden)
    document = brief(store)
    assert said(document)["occupation-wages"].startswith(says)
    assert "gruppen är för liten för att SCB ska visa siffran" in str(document["parts"])
    assert unequal(document, store) == []


@pytest.mark.parametrize(
    ("men", "says"),
    [
        (41_000, "I hela yrkesgruppen (SSYK 234) tjänar män mer än kvinnor i Östra Mellansverige"),
        (38_500, "I hela yrkesgruppen (SSYK 234) är det ingen säker skillnad mellan kvinnors"),
        (35_000, "I hela yrkesgruppen (SSYK 234) tjänar kvinnor mer än män i Östra Mellansveri"),
    ],
)
def test_the_group_is_told_where_the_occupation_is_hidden(
    fetched: Fetched, men: float, says: str
) -> None:
    store = fetched(men, PAY, GROUP, SPREAD, hidden="all")
    made = {edition: brief(store, edition) for edition in editions()}
    assert said(made["sv"])["occupation-group-wages"].startswith(says)
    for document in made.values():
        assert document["numbers"] == made["sv"]["numbers"]
        assert "occupation-group-wages" in said(document)
        assert unequal(document, store) == []


def test_the_group_is_not_told_where_the_occupation_is_and_asked_for_where_it_is_hidden(
    fetched: Fetched, tmp_path: Path
) -> None:
    told = said(brief(fetched(41_000, PAY, GROUP, SPREAD)))
    assert "occupation-group-wages" not in told
    agency = scb((PAY, pay(41_000, "all")), (SPREAD, spread))
    hidden = filled(tmp_path / "hidden", agency, "VAGLED_SCB_URL", (PAY, SPREAD))
    assert f"vagled fetch {GROUP}" in said(brief(hidden))["more-to-fetch"]


def test_without_the_spread_nothing_is_said_of_a_difference(fetched: Fetched) -> None:
    told = said(brief(fetched(50_000, PAY)))
    assert told["occupation-wages"].startswith("I Östra Mellansverige är lönen i yrket i genomsn")
    assert "occupation-wage-spread" not in told
    assert "lönen i yrket" in told["more-to-fetch"]
    assert f"vagled fetch {SPREAD}" in told["more-to-fetch"]


@pytest.mark.parametrize("men", [38_500, 41_000])
def test_every_edition_has_the_same_numbers_and_reads_well(fetched: Fetched, men: float) -> None:
    store = fetched(men)
    made = {edition: brief(store, edition) for edition in editions()}
    for document in made.values():
        assert document["numbers"] == made["sv"]["numbers"]
        assert BLOCKS <= said(document).keys() == said(made["sv"]).keys()
        assert unequal(document, store) == []
    assert readability.lix(prose(made["sv-plain"])) < 32
    longest = max(readability.sentences(prose(made["sv-plain"])), key=len)
    assert len(longest) <= 25, longest


def test_without_the_tables_the_brief_is_as_before_and_says_so_once(fetched: Fetched) -> None:
    told = said(collected(KINDS["occupation"], only=("people", "certainty")))
    assert not BLOCKS & told.keys()
    assert told["more-to-fetch"].count("lönen i yrket") == 1
    assert f"vagled fetch {PAY} {SPREAD}" in told["more-to-fetch"]
    whole = said(brief(fetched(40_000)))
    assert {name: whole[name] for name in told if name in whole} == {
        name: text for name, text in told.items() if name != "more-to-fetch"
    }
    assert "more-to-fetch" not in whole
