"""After upper-secondary school, and new in Sweden, by Kolada: words follow what was fetched."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.agencies.uka import UkaServer
from tests.brief import readability
from tests.brief.fetched import filled, kolada, rows, said, shown, unequal
from tests.brief.test_editions import prose
from vagled_lmi.brief.editions import editions
from vagled_lmi.store import Store

TABLES = ("kolada:efter_gymnasium", "kolada:nyanlanda", "kolada:sfi")
NAMES = ("after_gymnasium", "newcomers_figures")
Fetched = Callable[[float], Store]


def exempeldata(heby: float) -> Callable[[str, str, int, str], float | None]:
    """Riket has 60, Heby what is given, the other kommuner 50; shares move by 0.5 in a year."""

    def value(kpi: str, area: str, year: int, gender: str) -> float | None:
        if area == "0382" and kpi == "N18409":
            return None
        level = {"0000": 60.0, "0331": heby}.get(area, 50.0)
        return level + (0.5 if year % 2 else 0.0) + {"K": 2.0, "M": -2.0, "T": 0.0}[gender]

    return value


@pytest.fixture
def fetched(tmp_path: Path) -> Fetched:
    def fetch(heby: float) -> Store:
        return filled(tmp_path / "store", kolada(exempeldata(heby)), "VAGLED_KOLADA_URL", TABLES)

    return fetch


@pytest.mark.parametrize(
    ("heby", "word"),
    [
        # a difference of less than 1.0, twice what a share moves by in a year, may be chance
        (61.5, "en större andel än i riket"),
        (60.5, "ingen säker skillnad mot riket"),
        (59.5, "ingen säker skillnad mot riket"),
        (58.5, "en mindre andel än i riket"),
    ],
)
def test_what_is_said_of_a_kommun_follows_its_figures(
    fetched: Fetched, heby: float, word: str
) -> None:
    store = fetched(heby)
    document = shown(store, "0331", "sv", *NAMES)
    told, share = said(document), f"{heby:.1f}".replace(".", ",")
    assert told["after-gymnasium"] == (
        f"{share} procent från Heby kommun arbetar eller studerar två år efter gymnasieexamen "
        f"(2024), {word}"
    )
    end = f"Det är {word} (60,0 procent). Källa: Kolada. Jämförelsen är egen bearbetning."
    for claim in ("newcomers-established", "newcomers-sfi"):
        assert share in told[claim]
        assert told[claim].endswith(end)
    # Kolada has these for kommuner alone: no column for the län
    women, men = (f"{heby + away:.1f}".replace(".", ",") for away in (2, -2))
    assert rows(document, "after-gymnasium")[0][1:] == ["2024", share, women, men, "60,0"]
    assert unequal(document, store) == []


@pytest.mark.parametrize(("heby", "low", "high"), [(61.5, "50,0", "61,5"), (40.0, "40,0", "50,0")])
def test_what_is_said_of_a_county_is_where_its_kommuner_lie(
    fetched: Fetched, heby: float, low: str, high: str
) -> None:
    store = fetched(heby)
    document = shown(store, "03", "sv", *NAMES)
    told = said(document)
    for text in told.values():
        assert f"mellan {low} och {high} procent" in text
    assert told["after-gymnasium"].count(f"mellan {low} och {high} procent") == 3
    assert "I riket var det 60,0 procent." in told["newcomers-sfi"]
    assert unequal(document, store) == []


def test_kommuner_that_are_all_alike_have_no_range(fetched: Fetched) -> None:
    document = shown(fetched(50.0), "03", "sv", "employed", *NAMES)
    assert said(document).keys() == {"employed"}


@pytest.mark.parametrize("region", ["03", "0331"])
def test_every_edition_has_the_same_numbers_and_reads_well(fetched: Fetched, region: str) -> None:
    store = fetched(61.5)
    made = {edition: shown(store, region, edition, *NAMES) for edition in editions()}
    for document in made.values():
        assert document["numbers"] == made["sv"]["numbers"]
        assert said(document).keys() == said(made["sv"]).keys()
        assert unequal(document, store) == []
    assert len(said(made["en"])) == 3
    assert readability.lix(prose(made["sv"])) < 45
    assert readability.lix(prose(made["sv-plain"])) < 32
    longest = max(readability.sentences(prose(made["sv-plain"])), key=len)
    assert len(longest) <= 25, longest


DEGREES = ("", *(f"Exempelexamen {n}" for n in range(1, 11)))


def uka(
    root: Path, women: float, *, degrees: tuple[str, ...] = DEGREES, step: float = 0.4
) -> Store:
    """UKÄ's file: all 80 per cent in the last year, 79.6 before; a degree as many points lower."""
    server = UkaServer()
    server.rows = [
        [f'="{year}/{year - 1999}"', university, sex, "Total", degree, written]
        for year in range(2017, 2022)
        for university in ("", "Uppsala universitet")
        for sex, share in (("Total", 80.0), ("Kvinnor", women), ("Män", 80.0))
        for degree in degrees
        for written in [
            ".."
            if degree.endswith(" 10")
            else f"{share - len(university) - int(degree[14:] or 0) - (year % 2 == 0) * step:.1f}"
        ]
    ]
    for row in server.rows:
        row[-1] = row[-1].replace(".", ",") if row[-1] != ".." else ".."
    return filled(root / "store", server, "VAGLED_UKA_URL", ("uka:etablering",))


@pytest.mark.parametrize(
    ("women", "word"),
    [
        # the share of all moves by 0.4 in a year, each half by the root of two times that, and
        # what differs by less than 2 x 0.4 x root 2 x root 2 = 1.6 may be chance
        (81.7, "en större andel av kvinnorna (82) än av männen (80)"),
        (81.5, "ingen säker skillnad mellan kvinnor (82) och män (80)"),
        (78.6, "ingen säker skillnad mellan kvinnor (79) och män (80)"),
        (78.3, "en mindre andel av kvinnorna (78) än av männen (80)"),
    ],
)
def test_after_higher_education_in_the_whole_country(
    tmp_path: Path, women: float, word: str
) -> None:
    store = uka(tmp_path, women)
    made = {edition: shown(store, "0331", edition, "after_higher") for edition in editions()}
    told = said(made["sv"])["after-higher"]
    assert told.startswith("80 procent hade fått fäste på arbetsmarknaden")
    assert told.endswith(word)
    # nine of ten degrees have a share: the four at each end, from 79 to 71 per cent
    shares = [row[1] for row in rows(made["sv"], "after-higher")]
    assert shares == ["79", "78", "77", "76", "74", "73", "72", "71"]
    for document in made.values():
        assert document["numbers"] == made["sv"]["numbers"]
        assert unequal(document, store) == []


def test_few_degrees_are_all_listed(tmp_path: Path) -> None:
    store = uka(tmp_path, 80.0, degrees=DEGREES[:4])
    document = shown(store, "0331", "sv", "after_higher")
    assert len(rows(document, "after-higher")) == 3
    (block,) = document["parts"][0]["blocks"]
    assert "De examina där UKÄ ger en andel" in block["table"]["caption"][-1]["text"]


@pytest.mark.parametrize(
    ("step", "says"),
    [
        (0.4, "Störst är andelen efter Exempelexamen 1, 79 procent, och minst efter"),
        # from 79 to 71 per cent, but a share moves by 5 in a year
        (5.0, "Andelarna skiljer sig inte säkert mellan olika examina."),
    ],
)
def test_a_countys_brief_says_it_in_words(tmp_path: Path, step: float, says: str) -> None:
    store = uka(tmp_path, 81.2, step=step)
    made = {edition: shown(store, "03", edition, "after_higher") for edition in editions()}
    told = said(made["sv"])["after-higher"]
    assert "(hela landet, läsåret 2021/22)" in told
    assert says in told
    for document in made.values():
        assert document["numbers"] == made["sv"]["numbers"]
        assert unequal(document, store) == []
