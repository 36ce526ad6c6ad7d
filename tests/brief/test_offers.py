"""What is given where, of what has been fetched from Skolverket and MYH."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.agencies.myh import MyhServer, programme, workbook
from tests.agencies.skolverket import PlannedServer, SkolverketServer, offer
from tests.brief.fetched import filled, rows, said, shown, unequal
from vagled_lmi.brief.editions import editions
from vagled_lmi.store import Store

NAMES = {
    "gymnasium_offers": "skolverket:gymnasieutbud",
    "education_events": "skolverket:utbud",
    "vocational_programmes": "myh:program",
}


def skolverket(root: Path, name: str, server: SkolverketServer | None = None) -> Store:
    variable = "VAGLED_SKOLVERKET_URL"
    return filled(root / "store", server or SkolverketServer(), variable, (NAMES[name],))


def myh(root: Path, *programmes: list[object]) -> Store:
    rounds = {"program-yh-2025": workbook(2025, programmes), "yh-2024": workbook(2024)}
    return filled(root / "store", MyhServer(rounds), "VAGLED_MYH_URL", ("myh:program",))


def schools(root: Path, *places: tuple[str, str, str]) -> Store:
    """Schools by kommun, school and programme."""
    server = SkolverketServer()
    offers = [
        offer(0, geographicalAreaCode=kommun, schoolUnitCode=school, studyPathCode=code)
        | {"studyPathName": {"EK": "Ekonomi", "VO": "Vård", "TE": "Teknik"}[code]}
        for kommun, school, code in places
    ]
    server.services["planned"] = PlannedServer(offers)
    return skolverket(root, "gymnasium_offers", server)


def test_programmes_of_schools_in_a_county_and_in_a_kommun(tmp_path: Path) -> None:
    store = schools(
        tmp_path,
        ("0380", "1", "EK"), ("0380", "1", "VO"), ("0380", "2", "EK"), ("0381", "3", "VO"),
        ("0381", "3", "TE"), ("0180", "4", "EK"),
    )  # fmt: skip
    county = shown(store, "03", "sv", "gymnasium_offers")
    assert said(county)["gymnasium-offers"] == (
        "3 program ges i gymnasieskolan i Uppsala län, på 3 skolor i Enköping och Uppsala "
        "(läsåret 2026/27). På en enda skola i länet ges Teknik. Introduktionsprogram räknas med."
    )
    kommun = shown(store, "0381", "sv", "gymnasium_offers")
    assert said(kommun)["gymnasium-offers"] == (
        "I Enköpings kommun ger 1 gymnasieskola 2 program (läsåret 2026/27): Teknik och Vård. "
        "Du kan också söka i andra kommuner."
    )
    # Heby has no such school: its county is shown
    assert said(shown(store, "0331", "sv", "gymnasium_offers")) == said(county)


def test_one_school_more_changes_the_sentence(tmp_path: Path) -> None:
    store = schools(tmp_path, ("0380", "1", "EK"))
    told = said(shown(store, "03", "sv", "gymnasium_offers"))["gymnasium-offers"]
    assert told.startswith("1 program ges i gymnasieskolan i Uppsala län, på 1 skola i Uppsala (")


def test_events_by_form_in_the_term_that_most_begin_in(tmp_path: Path) -> None:
    store = skolverket(tmp_path, "education_events")
    document = shown(store, "03", "sv", "education_events")
    told = said(document)["education-events"]
    assert told.startswith("Så många tillfällen att börja en utbildning för vuxna eller efter")
    listed = told.partition(": ")[2].partition(". ")[0].split("; ")
    events = [int(item.rpartition("(")[2].rstrip(")")) for item in listed]
    assert events == sorted(events, reverse=True)
    assert sum(events) > 0
    names = [item.rpartition(" (")[0] for item in listed]
    both = events[0] == events[1]
    assert f"Flest har {names[0]}{f' och {names[1]}' if both else ''}." in told


def test_vocational_programmes_with_kommun_and_places(tmp_path: Path) -> None:
    store = myh(
        tmp_path,
        programme(1),
        programme(2, "Flera kommuner/Flera kommuner"),
        programme(4, "Örebro/Karlskoga"),
        programme(5, "Uppsala/Storvreta"),
    )
    document = shown(store, "03", "sv", "vocational_programmes")
    assert said(document)["vocational-programmes"] == (
        "3 program i yrkeshögskolan beviljades i Uppsala län i omgång 2025"
    )
    assert [row[1:] for row in rows(document, "vocational-programmes")] == [
        ["Uppsala län", "Bunden", "35"],  # Storvreta is a place, not a kommun
        ["flera kommuner", "Bunden", "32"],
        ["Uppsala", "Bunden", "31"],
    ]
    enkoping = shown(store, "0381", "sv", "vocational_programmes")
    assert said(enkoping)["vocational-programmes"].startswith("1 program i yrkeshögskolan")


def test_of_many_programmes_the_largest_are_listed(tmp_path: Path) -> None:
    store = myh(tmp_path, *(programme(n) for n in range(3, 16)))
    document = shown(store, "03", "sv", "vocational_programmes")
    assert said(document)["vocational-programmes"].startswith("13 program")
    assert [row[3] for row in rows(document, "vocational-programmes")] == [
        str(30 + n) for n in range(15, 9, -1)
    ]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("region", ["03", "0380"])
def test_every_edition_has_the_same_numbers_and_they_all_replay(
    tmp_path: Path, name: str, region: str
) -> None:
    store = myh(tmp_path) if NAMES[name].startswith("myh") else skolverket(tmp_path, name)
    made = {edition: shown(store, region, edition, name) for edition in editions()}
    for document in made.values():
        assert document["numbers"] == made["sv"]["numbers"]
        assert said(document).keys() == said(made["sv"]).keys() == {name.replace("_", "-")}
        assert unequal(document, store) == []
