"""Born in Sweden and abroad, by SCB: words follow what was fetched, and go back to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.brief import readability
from tests.brief.conftest import KINDS
from tests.brief.fetched import filled, said, shown, unequal
from tests.brief.fetched_scb import scb
from tests.brief.inprocess import collected
from tests.brief.test_editions import prose
from vagled_lmi.brief.document import Document
from vagled_lmi.brief.editions import editions
from vagled_lmi.errors import ContractError
from vagled_lmi.store import Store

TABLE = "scb:ArbStatusM"
Fetched = Callable[..., Store]
#: exempeldata: of each sex and birth there are this many people, as many in the labour force
PEOPLE = 20_000.0


def status(
    foreign: float, women: float, unemployed: float
) -> Callable[[Mapping[str, str]], float | None]:
    """Those born in Sweden: 80 per cent employed, 5 unemployed; women stand off from men."""

    def value(key: Mapping[str, str]) -> float:
        sex = {"women": women, "men": 0.0, "total": women / 2}[key["sex"]]
        is_native = key["birth"] == "native"
        employment = (80.0 if is_native else foreign) + sex
        unemployment = (5.0 if is_native else unemployed) + sex
        of = PEOPLE * (2 if key["sex"] == "total" else 1)
        return {
            "employment": employment,
            "participation": 90.0,
            "unemployment": unemployment,
            "employed": round(of * employment / 100),
            "unemployed": round(of * unemployment / 100),
        }.get(key["contents"], of)

    return value


@pytest.fixture
def fetched(tmp_path: Path) -> Fetched:
    def fetch(foreign: float = 62.0, women: float = -2.0, unemployed: float = 12.0) -> Store:
        agency = scb((TABLE, status(foreign, women, unemployed)))
        return filled(tmp_path / "store", agency, "VAGLED_SCB_URL", (TABLE,))

    return fetch


def block(store: Store, region: str = "03", edition: str = "sv") -> Document:
    return shown(store, region, edition, "born_abroad")


@pytest.mark.parametrize(
    ("foreign", "says"),
    [
        # of 40 000 each a share of 79 or 80 varies by 0.20 points: 2 x sqrt(2) x 0.20 = 0.57
        (79.4, "En mindre andel av utrikes än av inrikes födda har arbete i Uppsala län: 78,4 mo"),
        (79.5, "Ingen säker skillnad mellan hur många utrikes och inrikes födda som har arbete i"),
        (80.5, "Ingen säker skillnad mellan hur många utrikes och inrikes födda som har arbete i"),
        (80.6, "En större andel av utrikes än av inrikes födda har arbete i Uppsala län: 79,6 mo"),
    ],
)
def test_the_title_follows_the_figures(fetched: Fetched, foreign: float, says: str) -> None:
    assert said(block(fetched(foreign)))["born-abroad"].startswith(says)


@pytest.mark.parametrize(
    ("women", "abroad", "native"),
    [
        # of 20 000 each, a share of 62 varies by 0.34 points and one of 80 by 0.28: 0.97 and 0.80
        (-1.1, "har en större andel av männen än av kvinnorna", "har en större andel av männen"),
        (-0.9, "är det ingen säker skillnad mellan kvinnor", "har en större andel av männen"),
        (0.7, "är det ingen säker skillnad mellan kvinnor", "är det ingen säker skillnad."),
        (1.1, "har en större andel av kvinnorna än av män", "har en större andel av kvinnorna"),
    ],
)
def test_women_and_men_are_compared_in_both_groups(
    fetched: Fetched, women: float, abroad: str, native: str
) -> None:
    told = said(block(fetched(women=women)))["born-abroad-points"]
    first, second = told.split(", bland inrikes födda ")
    assert first.startswith(f"Bland utrikes födda {abroad}")
    assert second.startswith(native)


@pytest.mark.parametrize(
    ("unemployed", "says"),
    [
        (12.0, "större andel än av inrikes födda (4,0 procent)"),
        (5.1, "ingen säker skillnad mot inrikes födda (4,0 procent)"),
        (3.0, "mindre andel än av inrikes födda (4,0 procent)"),
    ],
)
def test_unemployment_too(fetched: Fetched, unemployed: float, says: str) -> None:
    assert says in said(block(fetched(unemployed=unemployed)))["born-abroad-points"]


@pytest.mark.parametrize(("region", "kind"), [("03", "table"), ("0331", "figure")])
def test_both_sexes_and_riket_are_shown(fetched: Fetched, region: str, kind: str) -> None:
    """As a picture in a kommun's brief; a county's has room for the table alone."""
    document = block(fetched(), region)
    (made,) = [b for b in document["parts"][0]["blocks"] if b["id"] == "born-abroad"]
    assert made["kind"] == kind
    lines = [[cell["text"] for cell in line] for line in made["table"]["rows"]]
    name = {"03": "Uppsala län", "0331": "Heby"}[region]
    assert lines == [
        [f"Kvinnor, {name}", "78,0", "60,0", "3,0", "10,0"],
        [f"Män, {name}", "80,0", "62,0", "5,0", "12,0"],
        ["Kvinnor, Riket", "78,0", "60,0", "3,0", "10,0"],
        ["Män, Riket", "80,0", "62,0", "5,0", "12,0"],
    ]
    if kind == "figure":
        drawn, whole = (
            "".join(run["text"] for run in c) for c in (made["caption"], made["table"]["caption"])
        )
        assert "arbetslösa, i procent av arbetskraften" in whole  # which the picture does not show
        assert "I tabellen står också hur många som är arbetslösa" in drawn
        alt = "".join(run["text"] for run in made["alt"])
        assert alt.startswith("Punktpar för Inrikes födda och Utrikes födda")
        assert "Inrikes födda ligger högst i 4 av 4 rader." in alt
        assert len(alt) <= 400


def test_an_area_is_summed_of_its_counties_and_never_averaged(fetched: Fetched) -> None:
    store = fetched()
    document = block(store, "SE12")
    assert "i Östra Mellansverige: 61,0 mot 79,0 procent" in said(document)["born-abroad"]
    people = "SE12/birth_status/population_foreign?region=SE12&period=2026M06&sex=total"
    assert document["numbers"][people]["value"] == 5 * 2 * PEOPLE
    assert unequal(document, store) == []


def test_counts_that_cannot_be_are_refused_in_an_area(tmp_path: Path) -> None:
    """Its rates are computed here, so no limit of the table has held them."""
    right = status(62.0, -2.0, 12.0)

    def value(key: Mapping[str, str]) -> float | None:
        return PEOPLE * 3 if key["contents"] == "employed" else right(key)

    store = filled(tmp_path, scb((TABLE, value)), "VAGLED_SCB_URL", (TABLE,))
    with pytest.raises(ContractError, match="de sysselsatta är fler än hela befolkningen i Östra"):
        block(store, "SE12")


@pytest.mark.parametrize(
    ("kommun", "where"),
    # what was fetched for Uppsala län has its kommuner, and of the other län none
    [("0331", "i Heby kommun: 61,0 mot 79,0"), ("0580", "i Östergötlands län: 61,0 mot 79,0")],
)
def test_a_kommun_has_its_own_figures_or_those_of_its_county(
    fetched: Fetched, kommun: str, where: str
) -> None:
    assert where in said(block(fetched(), kommun))["born-abroad"]


@pytest.mark.parametrize("region", ["03", "0331", "SE12"])
def test_every_edition_has_the_same_numbers_and_reads_well(fetched: Fetched, region: str) -> None:
    store = fetched(79.8, -0.2, 5.0)
    made = {edition: block(store, region, edition) for edition in editions()}
    for document in made.values():
        assert document["numbers"] == made["sv"]["numbers"]
        assert said(document).keys() == said(made["sv"]).keys()
        assert unequal(document, store) == []
    assert len(said(made["en"])) == 2
    assert readability.lix(prose(made["sv"])) < 40
    assert readability.lix(prose(made["sv-plain"])) < 32
    longest = max(readability.sentences(prose(made["sv-plain"])), key=len)
    assert len(longest) <= 25, longest


@pytest.mark.parametrize("kind", ["county", "municipality", "area"])
def test_without_the_table_the_brief_is_as_before_and_says_so_once(
    fetched: Fetched, kind: str
) -> None:
    parts = ("equality", "certainty")
    told = said(collected(KINDS[kind], only=parts))
    assert "born-abroad" not in told
    assert told["more-to-fetch"].count("arbete bland inrikes och utrikes födda") == 1
    assert TABLE in told["more-to-fetch"]
    whole = said(collected(KINDS[kind], store=fetched(), only=parts))
    assert {name: whole[name] for name in told if name != "more-to-fetch"} == {
        name: text for name, text in told.items() if name != "more-to-fetch"
    }
    assert whole.keys() - told.keys() == {"born-abroad", "born-abroad-points"}
