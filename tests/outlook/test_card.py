"""Model cards: of the figures they are made from, how good they were, when not to use them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from vagled_lmi.codes import Region
from vagled_lmi.indicators.catalogue import declared
from vagled_lmi.indicators.protocol import Indicator, run
from vagled_lmi.outlook import card, figures, monthly, shipped
from vagled_lmi.outlook.employees import Trained
from vagled_lmi.tables import Table

EMPLOYEES = "modellkort-yrken.md"
OF_OUTLOOKS = list(declared(figures).values())


@pytest.fixture(scope="module")
def every(tables: Mapping[str, Table], trained: Trained) -> dict[str, str]:
    assert len(trained.outlook)  # trained already: the card finds it
    return card.cards(tables.__getitem__, tables)


def test_a_card_names_what_it_was_made_from(
    every: dict[str, str], tables: Mapping[str, Table], trained: Trained
) -> None:
    assert set(every) == {
        EMPLOYEES, "modellkort-ArbStDoNMNN.md", "modellkort-TAB6260.md",
    }  # fmt: skip
    for name, table in ((EMPLOYEES, "scb:YREG60"), (EMPLOYEES, "scb:YREG51"),
                        ("modellkort-TAB6260.md", "scb:TAB6260")):  # fmt: skip
        for retrieval in tables[table].retrievals:
            assert retrieval.vintage in every[name]
            assert retrieval.sha256 in every[name]
    assert all(f"`{feature}`" in every[EMPLOYEES] for feature in trained.about["features"])
    assert "`young_in_riket`" in every[EMPLOYEES]
    assert "## När den inte ska användas" in every[EMPLOYEES]


def test_its_backtest_is_that_of_the_outlook(every: dict[str, str], trained: Trained) -> None:
    rows = [line for line in every[EMPLOYEES].splitlines() if line.startswith("| yrke i län |")]
    measured = trained.accuracy[trained.accuracy["kind"] == "county-4"]
    assert len(rows) == len(measured) == 15
    for line, row in zip(rows, measured.to_dict("records"), strict=True):
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        assert cells[1:4] == [row["size"], row["years"], row["method"]]
        assert cells[4] == f"{row['relative']:.2f}".replace(".", ",")
        assert cells[6] == f"{row['held_80']:.0f} %"


def test_only_what_is_shown_and_can_be_read_has_a_card(tables: Mapping[str, Table]) -> None:
    read = tables.__getitem__
    assert set(card.cards(read, tables, ["openings"])) == {EMPLOYEES}
    assert card.cards(read, tables, ["employed", "barometer"]) == {}
    assert card.cards(read, ["scb:YREG60"], ["outlook"]) == {}
    assert set(card.cards(read, tables, ["outlook_employed"])) == {"modellkort-ArbStDoNMNN.md"}


@pytest.mark.parametrize("indicator", OF_OUTLOOKS, ids=lambda indicator: indicator.id)
def test_whatever_rests_on_an_outlook_has_a_card(
    indicator: Indicator, tables: Mapping[str, Table], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    for module in (shipped, monthly):
        monkeypatch.setattr(module, "outlook", recorded(module.outlook, asked))
    run(indicator, tables, Region("03"))
    assert bool(asked) == (indicator.id in card.ALL)


def recorded(made: Callable[..., object], asked: list[str]) -> Callable[..., object]:
    def outlook(*frames: object, **options: object) -> object:
        asked.append(made.__module__)
        return made(*frames, **options)

    return outlook
