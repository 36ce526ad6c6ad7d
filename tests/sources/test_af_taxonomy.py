"""The taxonomy: the frozen copy, the pinned version, and what has moved between them."""

from __future__ import annotations

import csv
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.agencies.af import AfServer, frozen_concepts
from tests.servers import as_json
from tests.sources.af_asking import asking, spec
from vagled_lmi import resources, tables
from vagled_lmi.codes import af_fields, af_labels, regions, ssyk_labels, ssyk_to_af
from vagled_lmi.errors import ContractError, DecodeError, SourceError, UnknownCodeError
from vagled_lmi.sources import af, refresh
from vagled_lmi.sources.af import frozen, taxonomy
from vagled_lmi.store import Store
from vagled_lmi.tables import Table

SHARED = Path(__file__).parents[2].parent / "shared" / "data" / "af" / "taxonomy"
TAXONOMY = spec("af:taxonomi")


# The frozen copy


def test_the_frozen_copy_is_whole() -> None:
    sizes = {kind: len(frozen.of_type(kind)) for kind in frozen.TYPES}
    assert sizes == {
        "occupation-field": 21,
        "ssyk-level-4": 400,
        "region": 21,
        "municipality": 290,
        "occupation-name": 2819,
    }
    said = frozen.about()
    assert said["via"] == "via public copy"
    assert said["licence"] == "CC0 1.0"
    assert said["version"]
    assert {kind for part in said["origin"] for kind in part["types"]} == set(frozen.TYPES)


def test_its_codes_are_those_of_the_other_lists() -> None:
    groups = frozen.of_type("ssyk-level-4").values()
    assert {group.code: group.label for group in groups} == af_labels()
    fields = frozen.of_type("occupation-field")
    assert {group.code: fields[group.parent].label for group in groups} == af_fields()
    for kind, level in (("region", "county"), ("municipality", "municipality")):
        named = {concept.code: concept.label for concept in frozen.of_type(kind).values()}  # type: ignore[arg-type]
        assert named == {region.code: region.name for region in regions(level)}  # type: ignore[arg-type]
    for name in frozen.of_type("occupation-name").values():
        assert frozen.concepts()[name.parent].type == "ssyk-level-4"


def test_scbs_groups_map_to_the_agencys() -> None:
    """Managers at levels 1 and 2 are one group; 5322, 5324, 4430 and 7619 have none of their own.

    25 pairs of managers: 429 - 25 - 4 = 400.
    """
    to_af = ssyk_to_af()
    labels = ssyk_labels()
    levels = [code for code, label in labels.items() if label.endswith(("nivå 1", "nivå 2"))]
    assert len(levels) == 2 * 25
    assert {code: to_af[code] for code in levels} == {code: f"{code[:3]}0" for code in levels}
    own = {code for code in labels if code in af_labels()}
    assert {code for code in own if to_af[code] != code} == set()
    assert set(labels) - own - set(levels) == {"4430", "5322", "5324", "7619"}
    assert (to_af["5322"], to_af["5324"]) == ("5321", "5323")
    assert not {"4430", "7619"} & set(to_af)
    assert set(to_af.values()) == set(af_labels())


@pytest.mark.parametrize(
    ("look_up", "code"),
    [
        (frozen.region, "02"),
        (frozen.region, "0399"),
        (frozen.group, "1211"),
        (frozen.occupation, "x"),
    ],
)
def test_codes_that_the_copy_lacks_are_refused(look_up: Any, code: str) -> None:
    with pytest.raises(UnknownCodeError, match=f'"{code}"'):
        look_up(code)


def test_an_occupation_is_found_by_name_and_by_id() -> None:
    found = frozen.occupation("planeringsarkitekt/fysisk planerare")
    assert found == frozen.occupation("ghs4_JXU_BYt")
    assert frozen.concepts()[found.parent].code == "2163"
    with pytest.raises(UnknownCodeError, match='Närmast är "Planeringsarkitekt'):
        frozen.occupation("Planeringsark")


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared med taxonomin saknas")
def test_the_frozen_copy_is_the_public_copies() -> None:
    def rows(name: str) -> list[dict[str, str]]:
        with (SHARED / name).open(encoding="utf-8", newline="") as lines:
            return list(csv.DictReader(lines))

    known = frozen.concepts()
    for row in rows("occupation_names.csv"):
        name = known[row["occupation_name_concept_id"]]
        assert (name.label, name.parent) == (row["label"], row["ssyk4_concept_id"])
        assert name.legacy == row["legacy_ams_taxonomy_id"]
        assert known[name.parent].code == row["ssyk4"]
    for row in rows("ssyk4_to_occupation_field.csv"):
        group = known[row["ssyk4_concept_id"]]
        assert (group.code, group.label) == (row["ssyk4"], row["ssyk4_label"])
        assert group.parent == row["field_concept_id"]
    assert Counter(row["concept_id"] in known for row in rows("municipalities.csv"))[True] == 290
    kommuner = json.loads((SHARED / "raw_kommun_id_region_id.json").read_text(encoding="utf-8"))
    assert {concept: known[concept].parent for concept in kommuner} == kommuner


# The pinned version


def test_a_type_at_a_time_is_asked_for_in_the_pinned_version(tmp_path: Path) -> None:
    with asking(AfServer(), tmp_path) as asked:
        answers = asked.fetch("af:taxonomi")
        seen = asked.server.seen
    assert [one.path for one in seen] == ["/taxonomy/graphql"] * 5
    assert seen[1].query == {
        "query": '{ v31: concepts(type: "ssyk-level-4", version: "31", include_deprecated: true) '
        "{ id type preferred_label deprecated ssyk_code_2012 "
        'broader(type: "occupation-field") { id } replaced_by { id } } }'
    }
    assert [answer.whole for answer in answers] == [5] * 5
    frame = tables.check(TAXONOMY, af.parse([answer.payload for answer in answers], TAXONOMY))
    assert set(frame["period"]) == {"v31"}
    assert len(frame) == len(frozen.concepts())
    assert set(frame["value"]) == {"gällande"}
    read = frame.set_index("concept")
    for concept in frozen.concepts().values():
        row = read.loc[concept.id]
        assert (row["type"], row["label"], row["code"], row["parent"]) == (
            concept.type, concept.label, concept.code, concept.parent,
        )  # fmt: skip
    assert taxonomy.remarks(Table(TAXONOMY, frame, ())) == ()


def moved() -> list[dict[str, Any]]:
    """The taxonomy after a group was split, an occupation renamed and another withdrawn."""
    concepts = {concept["id"]: dict(concept) for concept in frozen_concepts()}
    old = frozen.group("2512")
    parts = ["newA_gro_up1", "newA_gro_up2"]
    for number, name in enumerate(parts, start=1):
        concepts[name] = {**concepts[old.id], "id": name, "ssyk_code_2012": f"251{6 + number}"}
        concepts[name]["preferred_label"] = f"Ny grupp {number}"
    concepts[old.id] |= {"deprecated": True, "replaced_by": [{"id": name} for name in parts]}
    for concept in concepts.values():
        if concept.get("broader") == [{"id": old.id}]:
            concept["broader"] = [{"id": parts[0]}]
    concepts["ghs4_JXU_BYt"]["preferred_label"] = "Fysisk planerare"
    del concepts["GPNi_fJR_B2B"]
    return list(concepts.values())


def test_what_has_moved_since_the_frozen_copy_is_said(tmp_path: Path) -> None:
    with asking(AfServer(concepts=moved()), tmp_path) as asked:
        answers = asked.fetch("af:taxonomi")
    frame = tables.check(TAXONOMY, af.parse([answer.payload for answer in answers], TAXONOMY))
    group = frame[frame["concept"] == frozen.group("2512").id].iloc[0]
    assert (group["value"], group["replaced_by"]) == ("utgånget", "newA_gro_up1, newA_gro_up2")
    said = af.remarks(Table(TAXONOMY, frame, ()))
    assert said[:2] == (
        "Taxonomin, yrkesgrupp (SSYK 2012): 2 nya sedan programmets kopia: Ny grupp 1; Ny grupp 2.",
        "Taxonomin, yrkesgrupp (SSYK 2012): 1 utgångna sedan programmets kopia: Mjukvaru- och "
        "systemutvecklare m.fl. (ersätts av Ny grupp 1, Ny grupp 2).",
    )
    gone, changed = said[2:]
    assert gone == (
        "Taxonomin, yrkesbenämning: 1 utgångna sedan programmets kopia: Inredningsdesigner."
    )
    # one is renamed, the others belong to another group
    in_group = [n for n in frozen.concepts().values() if n.parent == frozen.group("2512").id]
    assert f"yrkesbenämning: {len(in_group) + 1} ändrade" in changed
    assert changed.endswith(f" och {len(in_group) + 1 - 5} till.")


def test_fetching_it_says_what_has_moved(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    with asking(AfServer(concepts=moved()), tmp_path):
        (outcome,) = refresh.refresh([TAXONOMY], store, lambda *_: None)
    assert outcome.error is None
    assert "rader till och med v31; första gången. Taxonomin, yrkesgrupp" in outcome.sentence
    assert "(ersätts av Ny grupp 1, Ny grupp 2)" in outcome.sentence


# What is refused


def concept(**changes: Any) -> dict[str, Any]:
    return {
        "id": "DJh5_yyF_hEM",
        "type": "ssyk-level-4",
        "preferred_label": "Mjukvaru- och systemutvecklare m.fl.",
        "deprecated": False,
        "ssyk_code_2012": "2512",
        "broader": [{"id": "apaJ_2ja_LuF"}],
        "replaced_by": [],
        **changes,
    }


def answer(*concepts: Any, alias: str = "v31") -> bytes:
    return json.dumps({"data": {alias: list(concepts)}}).encode()


def test_one_concept() -> None:
    (row,) = af.parse([answer(concept())], TAXONOMY).to_dict("records")
    assert row == {
        "region": "00",
        "period": "v31",
        "type": "ssyk-level-4",
        "concept": "DJh5_yyF_hEM",
        "label": "Mjukvaru- och systemutvecklare m.fl.",
        "code": "2512",
        "parent": "apaJ_2ja_LuF",
        "replaced_by": "",
        "value": "gällande",
        "status": "",
    }


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"id": None}, '"None" är inget begrepps-id'),
        ({"type": "skill"}, 'typen är "skill"'),
        ({"type": {}}, 'typen är "{}"'),
        ({"preferred_label": 3}, 'namnet "3"'),
        ({"ssyk_code_2012": None}, 'koden är "None"'),
        ({"broader": []}, 'hör till ""'),
        ({"broader": [{"id": "annat"}]}, "fältet broader är inga id"),
        ({"replaced_by": "x"}, "fältet replaced_by är inga id"),
    ],
)
def test_a_concept_that_lacks_what_its_type_has(changes: dict[str, Any], said: str) -> None:
    with pytest.raises(ContractError, match=said):
        af.parse([answer(concept(**changes))], TAXONOMY)


@pytest.mark.parametrize(
    "payload",
    [b"<html>", b"[]", b"{}", b'{"data": null}', answer(), answer(concept(), alias="concepts"),
     answer(["x"])],
)  # fmt: skip
def test_answers_that_hold_no_concepts(payload: bytes) -> None:
    with pytest.raises(DecodeError):
        af.parse([payload], TAXONOMY)


@pytest.mark.parametrize("status", [200, 400])
def test_the_services_own_words_about_a_question(status: int, tmp_path: Path) -> None:
    wrong = as_json({"errors": [{"message": "Cannot query field `lau_2_code_2015'."}]}, status)
    with (
        asking(lambda _: wrong, tmp_path) as asked,
        pytest.raises(SourceError, match='förstår inte frågan: "Cannot query field `lau_2'),
    ):
        asked.fetch("af:taxonomi")


def test_the_copy_lies_with_the_figures() -> None:
    assert (resources.snapshot_dir() / "codes" / "af_taxonomy.csv").is_file()


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared med taxonomin saknas")
def test_recorded_answers(tmp_path: Path) -> None:
    """Answers of the service from October 2024, under the names that are asked for now."""
    code = {row.id: row.code for row in frozen.of_type("ssyk-level-4").values()}
    groups = json.loads((SHARED / "raw_info_ssyk_level_4.json").read_text(encoding="utf-8"))
    fields = json.loads((SHARED / "raw_info_occupation_fields.json").read_text(encoding="utf-8"))
    concepts = [
        *({**one, "type": "occupation-field"} for one in fields["data"]["concepts"]),
        *(
            {**one, "type": "ssyk-level-4", "ssyk_code_2012": code[one["id"]]}
            for one in groups["data"]["concepts"]
        ),
        *(one for one in frozen_concepts() if one["type"] in ("region", "municipality")),
        *(one for one in frozen_concepts() if one["type"] == "occupation-name"),
    ]
    with asking(AfServer(concepts=concepts), tmp_path) as asked:
        answers = asked.fetch("af:taxonomi")
    frame = tables.check(TAXONOMY, af.parse([answer.payload for answer in answers], TAXONOMY))
    assert frame.groupby("type").size().to_dict() == {
        "municipality": 290, "occupation-field": 21, "occupation-name": 2819, "region": 21,
        "ssyk-level-4": 400,
    }  # fmt: skip
    assert af.remarks(Table(TAXONOMY, frame, ())) == ()
