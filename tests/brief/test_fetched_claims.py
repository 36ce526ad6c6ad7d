"""Claims on figures of SCB's that are fetched: each word follows the figures, both its sides."""

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
from tests.brief.test_missing import blocks, missing
from vagled_lmi.brief.editions import editions
from vagled_lmi.sources.fetching import Wanted
from vagled_lmi.store import Store

VACANCIES, LEVELS, STARTS = "scb:TAB6605", "scb:TAB4320", "scb:TAB5461"
NAMES = ("vacancies", "attainment", "higher_starts")
Key = Mapping[str, str]
Fetched = Callable[..., Store]

# --- exempeldata: riket is given here, the region by each test


def vacant(here: float, before: float | None, margin: float = 0.4) -> Callable[[Key], float | None]:
    """Vacancies: 2.0 in riket with a margin of 0.3, and a region's now and a year before."""

    def value(key: Key) -> float | None:
        country, margins = key["region"] == "00", key["contents"] == "margin"
        if key["kind"] != "LJtotA":
            return 0.1
        if margins:
            return 0.3 if country else margin
        if country:
            return 2.0
        return here if key["period"] == "2026K2" else before

    return value


def levels(women: float, men: float) -> Callable[[Key], float]:
    """Of 1 000 of each age and sex, so many per cent have a long education; in riket 30."""

    def value(key: Key) -> float:
        long = {"women": women, "men": men}[key["sex"]] if key["region"] != "00" else 30.0
        per_cent = {"2": 10.0, "6": long - 1, "7": 1.0, "US": 2.0}
        rest = 100 - 12 - long
        return 10 * per_cent.get(key["level"], rest if key["level"] == "4" else 0.0)

    return value


def of_few(key: Key) -> float:
    """The same where the region has 10 of each age and sex: 800 people, and 40 000 in riket."""
    many = levels(36, 32)(key)
    return many if key["region"] == "00" else many / 100


def starts(women: float, men: float, step: float = 1.0) -> Callable[[Key], float]:
    """Shares that move by `step` from year to year; riket has 50 and 40 in the last of them."""

    def value(key: Key) -> float:
        level = {"women": women, "men": men}
        if key["region"] == "00":
            level = {"women": 50.0, "men": 40.0}
        return level[key["sex"]] + (step if int(key["period"][:4]) % 2 else 0.0)

    return value


@pytest.fixture
def fetched(tmp_path: Path) -> Fetched:
    def fetch(**values: Callable[[Key], float | None]) -> Store:
        names = {"vacant": VACANCIES, "levels": LEVELS, "starts": STARTS}
        tables = [(names[name], value) for name, value in values.items()]
        wanted = [table for table, _ in tables]
        # as is declared: the counties alone
        return filled(tmp_path / "store", scb(*tables), "VAGLED_SCB_URL", wanted, Wanted())

    return fetch


def told(store: Store, name: str) -> str:
    (text,) = said(shown(store, "03", "sv", name)).values()
    return text


@pytest.mark.parametrize(
    ("here", "margin", "word"),
    [
        # the margins of 0.4 and 0.3 together are 0.5: a difference below it is none for certain
        (2.6, 0.4, "fler än i riket (2,0)"),
        (2.4, 0.4, "ingen säker skillnad mot riket (2,0)"),
        (1.6, 0.4, "ingen säker skillnad mot riket (2,0)"),
        (1.4, 0.4, "färre än i riket (2,0)"),
    ],
)
def test_vacancies_against_riket(fetched: Fetched, here: float, margin: float, word: str) -> None:
    text = told(fetched(vacant=vacant(here, here, margin)), "vacancies")
    rate = f"{here:.1f}".replace(".", ",")
    assert text.startswith(
        f"Det fanns {rate} lediga jobb per 100 anställningar i Uppsala län kvartal 2 2026, {word}."
    )
    assert "felmarginalen är plus eller minus 0,4" in text


@pytest.mark.parametrize(
    ("before", "word"),
    [
        # margins of 0.4 twice are 0.57
        (1.4, "Det är fler än samma kvartal året innan (1,4)."),
        (1.5, "Det är ingen säker skillnad mot samma kvartal året innan (1,5)."),
        (2.5, "Det är ingen säker skillnad mot samma kvartal året innan (2,5)."),
        (2.6, "Det är färre än samma kvartal året innan (2,6)."),
        (None, "Det finns inget att jämföra med året innan."),
    ],
)
def test_vacancies_against_the_year_before(
    fetched: Fetched, before: float | None, word: str
) -> None:
    assert word in told(fetched(vacant=vacant(2.0, before)), "vacancies")


@pytest.mark.parametrize(
    ("women", "men", "word", "gap"),
    [
        (36, 26, "i tio", "Det är vanligare bland kvinnor (36 procent) än bland män (26 procent)."),
        (32, 30, "en större andel än i riket (30 procent)", "Det är vanligare bland kvinnor"),
        (30, 30, "ungefär som i riket (30 procent)", "Det är ungefär lika vanligt bland kvinnor"),
        (26, 30, "en mindre andel än i riket (30 procent)", "Det är vanligare bland män (30"),
    ],
)
def test_a_long_education(fetched: Fetched, women: float, men: float, word: str, gap: str) -> None:
    text = told(fetched(levels=levels(women, men)), "attainment")
    share = (women + men) / 2  # as many women as men
    assert f"({share:.0f} procent)" in text
    assert word in text or share == 31
    assert gap in text
    assert "Högst grundskola hade 10 procent. För 2 procent är utbildningen inte känd" in text


@pytest.mark.parametrize(
    ("women", "men", "gap", "against"),
    [
        # shares move by 1 a year: what differs from riket by less than 2 may be chance, and what
        # two shares of the region differ by by less than 2.83
        (55, 35, "vanligare bland kvinnorna", ("en större andel än i riket (50", "en mindre (40")),
        (48.5, 50, "Det är ingen säker skillnad", ("ingen säker skillnad mot riket", "en större")),
        (45, 47.5, "Det är ingen säker skillnad", ("en mindre andel än i riket", "en större (40")),
        (45, 48, "vanligare bland männen", ("en mindre andel än i riket", "en större (40")),
        (50, 39, "vanligare bland kvinnorna", ("ingen säker skillnad mot", "ingen säker skillnad")),
    ],
)
def test_who_goes_on(
    fetched: Fetched, women: float, men: float, gap: str, against: tuple[str, str]
) -> None:
    text = told(fetched(starts=starts(women, men)), "higher_starts")
    assert text.startswith("Av dem som gick ut gymnasiet i Uppsala län läsåret 2020/21 hade")
    assert gap in text
    of_women, of_men = text.partition(", bland männen")[::2]
    assert against[0] in of_women
    assert against[1] in of_men


def test_what_moves_much_from_year_to_year_differs_less(fetched: Fetched) -> None:
    text = told(fetched(starts=starts(55, 52, step=2.0)), "higher_starts")
    assert "Det är ingen säker skillnad mellan dem." in text


def every(fetched: Fetched) -> Store:
    return fetched(vacant=vacant(2.6, 1.4), levels=levels(36, 26), starts=starts(55, 35))


@pytest.mark.parametrize("region", ["03", "0331"])
def test_every_edition_has_the_same_numbers_and_reads_well(fetched: Fetched, region: str) -> None:
    store = every(fetched)
    made = {edition: shown(store, region, edition, *NAMES) for edition in editions()}
    for document in made.values():
        assert document["numbers"] == made["sv"]["numbers"]
        assert said(document).keys() == {name.replace("_", "-") for name in NAMES}
        assert unequal(document, store) == []
    # what is of the län says so in a kommun's brief too
    assert all("Uppsala län" in text for text in said(made["sv"]).values())
    assert readability.lix(prose(made["sv"])) < 45
    assert readability.lix(prose(made["sv-plain"])) < 32
    longest = max(readability.sentences(prose(made["sv-plain"])), key=len)
    assert len(longest) <= 25, longest


@pytest.mark.parametrize("kind", ["county", "municipality"])
def test_a_brief_has_them_once_they_are_fetched_and_is_else_as_it_was(
    fetched: Fetched, kind: str
) -> None:
    parts = ("summary", "work", "market", "education", "after", "certainty")
    before = collected(KINDS[kind], only=parts)
    assert missing(before) == []
    assert all(table in said(before)["more-to-fetch"] for table in (VACANCIES, LEVELS, STARTS))
    after = collected(KINDS[kind], store=every(fetched), only=parts)
    new = {name.replace("_", "-") for name in NAMES}
    others = {"more-to-fetch", "stands-in"}
    old = [block for block in blocks(before) if block["id"] not in others]
    assert [b for b in blocks(after) if b["id"] not in others | new] == old
    assert new <= said(after).keys()
    waiting = said(after).get("more-to-fetch", "")
    assert not any(table in waiting for table in (VACANCIES, LEVELS, STARTS))
    if kind == "municipality":
        assert "lediga jobb" in said(after)["stands-in"]
        assert "lediga jobb" not in said(before)["stands-in"]


def test_what_is_of_few_people_differs_less(fetched: Fetched) -> None:
    text = told(fetched(levels=of_few), "attainment")
    # 34 per cent of 800: one standard deviation is sqrt(34 x 66 / 800) = 1.7, two are 3.3; that of
    # riket's 80 000 is 0.16. Women and men are 400 each: sqrt((36 x 64 + 32 x 68) / 400) = 3.3
    assert "(34 procent)" in text
    assert "en större andel än i riket (30 procent)" in text
    assert "ungefär lika vanligt bland kvinnor (36 procent) som bland män (32 procent)" in text


def test_a_kommun_that_is_fetched_too_has_its_own(tmp_path: Path) -> None:
    tables = ((LEVELS, levels(36, 26)), (STARTS, starts(55, 35)))
    store = filled(tmp_path / "store", scb(*tables), "VAGLED_SCB_URL", (LEVELS, STARTS))
    document = shown(store, "0331", "sv", "attainment", "higher_starts")
    assert all("i Heby kommun" in text for text in said(document).values())
    assert unequal(document, store) == []
