"""Where people can commute: what the brief says of FA regions follows their numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tests.brief.test_claims import BUILT, block, plain
from vagled_lmi.brief.desk import Desk
from vagled_lmi.brief.editions import editions
from vagled_lmi.codes import Region
from vagled_lmi.outlook.verdicts import UNKNOWN

SAYS = {
    "öka": "Fler väntas", "inte minska": "Lika många eller fler", "vara oförändrad": "Ungefär lika",
    "inte öka": "Lika många eller färre", "minska": "Färre väntas", UNKNOWN: "Vi vet inte",
}  # fmt: skip


def rows(desk: Desk, name: str, id_: str) -> list[list[Any]]:
    made: Any = block(desk, name, id_)
    return [list(row) for row in made.grid.rows]


def title(desk: Desk) -> str:
    made: Any = block(desk, "within_reach", "within-reach")
    return plain(made.title)


def test_a_kommun_is_in_an_fa_region() -> None:
    desk = Desk("0483", built=BUILT)
    near, around = rows(desk, "within_reach", "within-reach")
    assert near[0].text == "FA-region Eskilstuna"
    assert around[0].text == "Södermanlands län och länen omkring"
    for row, region in ((near, "FA22"), (around, "04")):
        expected, lower, upper, verdict, _ = (cell.number for cell in row[1:])
        assert expected.key == {"region": region, "period": "2029", "ssyk": "total"}
        assert lower.amount < expected.amount < upper.amount
        assert verdict.column.name == "verdict"
    assert title(desk).startswith(SAYS[near[4].number.value])
    assert "FA-region Eskilstuna 2029" in title(desk)
    made: Any = block(desk, "within_reach", "within-reach")
    assert "inte faktisk pendling" in plain(made.grid.caption)


def test_a_region_without_figures_says_so_and_the_county_stands_in() -> None:
    """Heby is in the FA region of Stockholm, whose county the figures lack."""
    desk = Desk("0331", built=BUILT)
    near, around = rows(desk, "within_reach", "within-reach")
    assert near[0].text == "FA-region Stockholm"
    assert [cell.text for cell in near[1:]] == ["ingen uppgift"] * 3 + [UNKNOWN, "Stockholm"]
    assert around[1].number.amount > 0
    assert title(desk).startswith(SAYS[around[4].number.value])
    assert "Uppsala län och länen omkring" in title(desk)


def test_an_area_shows_its_fa_regions_those_without_figures_too() -> None:
    desk = Desk("SE12", built=BUILT)
    table = rows(desk, "fa_regions", "fa-regions")
    names = [row[0].text for row in table]
    assert len(names) == len(set(names)) == 9
    blank = {row[0].text for row in table if row[2].number.missing}
    assert blank == {"Stockholm", "Gävle"}
    for row in table:
        if row[0].text not in blank:
            assert row[1].number.amount >= 1000
            assert row[3].number.amount < row[2].number.amount < row[4].number.amount
    known = sum(row[5].number.value != UNKNOWN for row in table)
    made: Any = block(desk, "fa_regions", "fa-regions")
    assert plain(made.title).startswith("För några" if known > 4 else "För de flesta")


@pytest.mark.parametrize("edition", editions())
@pytest.mark.parametrize(
    ("region", "name", "id_"),
    [("0331", "within_reach", "within-reach"), ("SE12", "fa_regions", "fa-regions")],
)
def test_every_edition_shows_the_same_numbers(
    edition: str, region: str, name: str, id_: str
) -> None:
    def addresses(of: str) -> list[list[str | None]]:
        table = rows(Desk(region, of, built=BUILT), name, id_)
        return [[cell.number and cell.number.address for cell in row] for row in table]

    assert addresses(edition) == addresses("sv")


@pytest.mark.parametrize("says", SAYS)
def test_the_title_follows_the_verdict(says: str, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk("0483", built=BUILT)
    result = desk.result("outlook_labour_market")
    spoilt = result.frame.assign(verdict=says)
    monkeypatch.setattr(desk, "result", changed(desk.result, "outlook_labour_market", spoilt))
    assert title(desk).startswith(SAYS[says])


def changed(result: Callable[..., Any], name: str, frame: Any) -> Callable[..., Any]:
    def given(indicator: str, region: Region | None = None) -> Any:
        made = result(indicator, region)
        return replace(made, frame=frame) if indicator == name else made

    return given


def test_a_county_is_no_kommun() -> None:
    desk = Desk("03", built=BUILT)
    (said,) = desk.blocks("within_reach")
    assert said.id.startswith("missing-")


def test_the_openings_in_a_kommuns_brief_are_its_countys() -> None:
    desk = Desk("0483", built=BUILT)
    made: Any = block(desk, "openings", "openings")
    assert "i Södermanlands län" in plain(made.grid.caption)
    note: Any = block(desk, "stands_in", "stands-in")
    assert "platser att fylla" in plain(note.text)
