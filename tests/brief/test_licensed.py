"""Openings against degrees: the area's brief, with what UKÄ might answer (exempeldata)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.agencies.uka import UkaServer
from tests.brief import readability
from tests.brief.fetched import filled, rows, shown, unequal
from tests.brief.test_editions import prose
from vagled_lmi.brief.document import Document
from vagled_lmi.brief.editions import editions
from vagled_lmi.codes import ssyk_labels
from vagled_lmi.indicators.higher import LICENSED, YEARS
from vagled_lmi.outlook import openings
from vagled_lmi.store import Store

AREA = "SE12"
Degrees = Mapping[str, float | None]


def uka(root: Path, degrees: Degrees, years: int = 5) -> Store:
    """What a store holds of degrees: as many each year, in the country and at one university."""
    server = UkaServer()
    server.rows = [
        [f'="{year}/{year - 1999}"', university, sex, "Total", degree, f"{number:.0f}"]
        if number is not None
        else [f'="{year}/{year - 1999}"', university, sex, "Total", degree, ".."]
        for year in range(2024 - years, 2024)
        for university, part in (("", 1.0), ("Uppsala universitet", 0.1))
        for sex, share in (("Total", 1.0), ("Kvinnor", 0.7), ("Män", 0.3))
        for degree, whole in {"": 60_000.0, **degrees}.items()
        for number in [None if whole is None else whole * part * share]
    ]
    return filled(root / "store", server, "VAGLED_UKA_URL", ("uka:examinerade",))


def title(document: Document) -> str:
    (block,) = document["parts"][0]["blocks"]
    return "".join(run["text"] for run in block["title"])


def test_each_occupation_is_weighed_by_the_interval_of_its_openings(tmp_path: Path) -> None:
    # Psykolog by the profession's name, the others by the ordinance's
    store = uka(tmp_path, {"Tandläkarexamen": 1.0, "Psykolog": 5_000.0, "Civilingenjör": 9.0})
    made = {edition: shown(store, AREA, edition, "licensed") for edition in editions()}
    table = {row[0]: row[1:] for row in rows(made["sv"], "licensed")}
    assert table.keys() == {"Tandläkare", "Psykologer"}
    assert (table["Tandläkare"][3], table["Tandläkare"][4]) == ("5", "fler platser")
    assert (table["Psykologer"][3], table["Psykologer"][4]) == ("25\u202f000", "fler med examen")
    assert title(made["sv"]) == (
        f"För tandläkare väntas fler platser att fylla än examina: {table['Tandläkare'][0]} mot 5"
    )
    for document in made.values():
        assert document["numbers"] == made["sv"]["numbers"]
        assert unequal(document, store) == []
    assert readability.lix(prose(made["sv-plain"])) < 32
    assert max(map(len, readability.sentences(prose(made["sv-plain"])))) <= 25


def test_more_degrees_than_openings_everywhere_is_no_shortage(tmp_path: Path) -> None:
    store = uka(tmp_path, {"Psykolog": 5_000.0})
    says = {edition: title(shown(store, AREA, edition, "licensed")) for edition in editions()}
    assert says["sv"].startswith("Inget av de här yrkena väntas säkert få fler platser")
    assert says["sv-plain"].startswith("Vi är inte säkra på att det blir för få")
    assert says["en"].startswith("None of these occupations is certain")


def test_degrees_within_the_interval_are_no_certain_difference(tmp_path: Path) -> None:
    first = shown(uka(tmp_path / "a", {"Tandläkarexamen": 1.0}), AREA, "sv", "licensed")
    expected = float(rows(first, "licensed")[0][1].replace("\u202f", ""))
    assert expected > 100
    # a fifth of them each year: as many in five years as are expected to be needed
    again = shown(uka(tmp_path / "b", {"Tandläkarexamen": expected / 5}), AREA, "sv", "licensed")
    assert rows(again, "licensed")[0][-1] == "inte säkert"
    assert title(again).startswith("Inget av de här yrkena väntas säkert få fler platser")


@pytest.mark.parametrize(
    ("degrees", "years"),
    [
        ({"Tandläkarexamen": 500.0}, 4),
        ({"Tandläkarexamen": None}, 5),
        ({"Civilingenjörsexamen": 500.0}, 5),
    ],
)
def test_without_five_years_of_a_known_degree_it_says_so(
    tmp_path: Path, degrees: Degrees, years: int
) -> None:
    document = shown(uka(tmp_path, degrees, years), AREA, "sv", "employed", "licensed")
    kinds = {block["id"]: block["kind"] for part in document["parts"] for block in part["blocks"]}
    assert kinds == {"employed": "figure", "missing-licensed": "note"}


def test_degrees_are_counted_over_as_many_years_as_openings() -> None:
    assert YEARS == openings.STEP


def test_every_occupation_has_a_group_of_its_own_and_two_names_for_its_degree() -> None:
    names = [name for two in LICENSED.values() for name in two]
    assert len(names) == len(set(names)) == 2 * len(LICENSED)
    assert set(LICENSED) <= set(ssyk_labels())
