"""Young people outside, by Kolada: what is said follows what was fetched, and goes back to it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.brief.fetched import filled, kolada, rows, said, shown, unequal
from vagled_lmi.brief.document import Document
from vagled_lmi.brief.editions import editions
from vagled_lmi.store import Store

TABLES = ("kolada:utanfor", "kolada:behorighet", "kolada:gymnasium")
Fetched = Callable[..., Store]

# exempeldata: riket has 7.0 in the last year, and shares move by 0.2 from year to year
RIKET = 7.0


def exempeldata(here: float) -> Callable[[str, str, int, str], float | None]:
    """Shares where Uppsala län and its kommuner have `here`, and riket has `RIKET`."""

    def value(kpi: str, area: str, year: int, gender: str) -> float | None:
        if area == "0331" and kpi == "N18746":
            return None
        level = RIKET if area == "0000" else here
        level += {"0331": 0.4, "0319": -0.5}.get(area, 0.0)
        sex = {"K": 1.0, "M": -1.0, "T": 0.0}[gender]
        return round(level + sex + (0.2 if year % 2 else 0.0), 1)

    return value


@pytest.fixture
def fetched(tmp_path: Path) -> Fetched:
    def fetch(here: float, *tables: str) -> Store:
        agency = kolada(exempeldata(here))
        return filled(tmp_path / "store", agency, "VAGLED_KOLADA_URL", tables or TABLES)

    return fetch


def county(store: Store, edition: str = "sv", region: str = "03") -> Document:
    return shown(store, region, edition, "young_outside")


@pytest.mark.parametrize(
    ("here", "word"),
    [
        # a share moves by 0.2 in a year, so what differs by less than 0.4 may be chance
        (7.5, "en större andel än i riket (2024)"),
        (7.3, "ingen säker skillnad mot riket (2024)"),
        (6.7, "ingen säker skillnad mot riket (2024)"),
        (6.5, "en mindre andel än i riket (2024)"),
    ],
)
def test_the_sentences_follow_the_figures(fetched: Fetched, here: float, word: str) -> None:
    told = said(county(fetched(here)))
    share = f"{here:.1f}".replace(".", ",")
    assert told["young-outside"] == (
        f"{share} procent av alla som är 16–24 år i Uppsala län varken arbetar eller studerar, "
        f"{word}"
    )
    compared = word.removesuffix(" (2024)")
    assert told["young-completion"].endswith(f"Det är {compared} (7,0 procent).")
    women, men = (f"{here + sex:.1f}".replace(".", ",") for sex in (1, -1))
    assert f"{women} procent av kvinnorna och {men} procent av männen" in told["young-completion"]
    low, high = (f"{here + away:.1f}".replace(".", ",") for away in (-0.5, 0.4))
    assert (
        f"mellan {low} och {high} procent av alla som är 16–19 år" in told["young-responsibility"]
    )


def test_the_table_has_each_share_and_says_where_there_is_none(fetched: Fetched) -> None:
    document = county(fetched(7.5))
    lines = rows(document, "young-outside")
    assert lines[0] == [
        "Varken arbetar eller studerar, 16–24 år", "2024", "7,5", "8,5", "6,5", "7,0", "7,0", "7,9",
    ]  # fmt: skip
    # what Kolada has for kommuner alone is not in a county's table
    assert [line[0].split()[0] for line in lines] == ["Varken", "Behöriga", "Examen"]
    caption = caption_of(document)
    assert "Ingen uppgift" not in caption
    # what Kolada gives names Kolada; what is computed here does not
    assert "Källa: Kolada. Jämförelsen med riket är egen bearbetning" in caption


def caption_of(document: Document) -> str:
    (block,) = [b for b in document["parts"][0]["blocks"] if b["id"] == "young-outside"]
    return "".join(run["text"] for run in block["table"]["caption"])


def test_a_kommun_stands_beside_its_lan_and_riket(fetched: Fetched) -> None:
    store = fetched(7.5)
    document = county(store, region="0331")
    told = said(document)
    # 7.9 against 7.0
    assert told["young-outside"].startswith("7,9 procent av alla som är 16–24 år i Heby kommun")
    assert told["young-outside"].endswith("en större andel än i riket (2024)")
    assert rows(document, "young-outside")[0][2:] == ["7,9", "8,9", "6,9", "7,5", "7,0"]
    # how many have had support is not known in Heby, so nothing is said of it
    assert "young-responsibility" not in told
    assert rows(document, "young-outside")[2][2] == "ingen uppgift"
    # and this one is for kommuner, not by sex: none for the län, but for riket
    none = "ingen uppgift"
    assert rows(document, "young-outside")[1][2:] == ["7,9", none, none, none, "7,0"]
    assert "Ingen uppgift betyder att Kolada inte ger något värde" in caption_of(document)
    assert unequal(document, store) == []


@pytest.mark.parametrize("region", ["03", "0331"])
def test_every_edition_has_the_same_numbers_and_they_all_replay(
    fetched: Fetched, region: str
) -> None:
    store = fetched(7.3)
    made = {edition: county(store, edition, region) for edition in editions()}
    for document in made.values():
        assert document["numbers"] == made["sv"]["numbers"]
        assert said(document).keys() == said(made["sv"]).keys()
        assert unequal(document, store) == []
    compared = "larger share than in" if region == "0331" else "no certain difference from"
    assert f"{compared} Sweden" in said(made["en"])["young-completion"]
    assert "kolada:utanfor" in {source["id"] for source in made["en"]["sources"]}


def test_one_table_alone_shows_its_own_shares(fetched: Fetched) -> None:
    told = said(county(fetched(7.5, "kolada:gymnasium")))
    assert told["young-outside"] == "Unga i Uppsala län: utanför, behöriga och klara med gymnasiet"
    assert "young-completion" in told
    assert "young-responsibility" not in told
