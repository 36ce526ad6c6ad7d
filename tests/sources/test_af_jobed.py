"""JobEd Connect: likeness of texts, said to be that everywhere."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.agencies.af import AfServer, jobed_answer
from tests.servers import Reply, as_json
from tests.sources.af_asking import asking
from vagled_lmi.errors import DecodeError, UnknownCodeError, UsageError
from vagled_lmi.session import StatusError
from vagled_lmi.sources.af import frozen, jobed

RECORDED = (
    Path(__file__).parents[2].parent
    / "shared/data/af/education/jobed_connect_match_by_text_response_2023.json"
)
DEVELOPER = {
    "id": "GDHs_eoz_uKx",
    "occupation_label": "Frontend-utvecklare",
    "concept_taxonomy_id": "GDHs_eoz_uKx",
    "legacy_ams_taxonomy_id": "7633",
    "occupation_group": {
        "occupation_group_label": "Mjukvaru- och systemutvecklare m.fl.",
        "concept_taxonomy_id": "DJh5_yyF_hEM",
        "ssyk": "2512",
    },
}
EDUCATION = {
    "id": "i.uoh.exempel",
    "education_title": "Exempelutbildning",
    "education_form": "yrkeshögskoleutbildning",
    "education_type": "program",
    "education_provider_name": "Exempelskolan",
}


def test_occupations_like_a_text(tmp_path: Path) -> None:
    services = AfServer(alike={"hits_total": 2286, "related_occupations": [DEVELOPER]})
    with asking(services, tmp_path) as asked:
        found = jobed.occupations(" html,  css ", asked.send, most=1)
        (seen,) = asked.server.seen
    assert (seen.method, seen.path, seen.body) == (
        "POST", "/jobed/occupations/match-by-text", b"",
    )  # fmt: skip
    assert seen.query == {
        "input_text": "html, css", "input_headline": "", "limit": "1", "offset": "0",
        "include_metadata": "false",
    }  # fmt: skip
    assert found.hits == 2286
    assert found.frame.to_dict("records") == [
        {
            "rank": 1,
            "concept": "GDHs_eoz_uKx",
            "occupation": "Frontend-utvecklare",
            "ssyk": "2512",
            "group": "Mjukvaru- och systemutvecklare m.fl.",
        }
    ]
    assert "html" not in found.address


def test_educations_like_an_occupation(tmp_path: Path) -> None:
    with asking(AfServer(alike=jobed_answer([EDUCATION])), tmp_path) as asked:
        found = jobed.educations("Inredningsdesigner", asked.send)
        (seen,) = asked.server.seen
    assert seen.query["occupation_id"] == frozen.occupation("Inredningsdesigner").id
    assert found.frame.to_dict("records") == [
        {
            "rank": 1,
            "id": "i.uoh.exempel",
            "education": "Exempelutbildning",
            "form": "yrkeshögskoleutbildning",
            "type": "program",
        }
    ]


def test_every_column_says_that_it_is_likeness_of_texts(tmp_path: Path) -> None:
    answers: list[tuple[dict[str, Any], Any]] = [
        ({"hits_total": 1, "related_occupations": [DEVELOPER]}, jobed.occupations),
        (jobed_answer([EDUCATION]), jobed.educations),
    ]
    for answer, ask in answers:
        with asking(AfServer(alike=answer), tmp_path) as asked:
            found = ask("Inredningsdesigner", asked.send)
        assert list(found.labels) == list(found.frame.columns)
        assert all("textlikhet" in label for label in found.labels.values())
        said = " ".join((*found.labels.values(), found.note))
        assert "leder till" not in said
        assert "inte på behörighet" in found.note


def test_nothing_alike_is_answered_with_404(tmp_path: Path) -> None:
    with asking(AfServer(), tmp_path) as asked:
        found = jobed.occupations("qwertyuiop", asked.send)
    assert found.frame.empty
    assert list(found.frame.columns) == ["rank", "concept", "occupation", "ssyk", "group"]
    assert found.hits == 0
    assert found.retrieved


def test_a_page_with_404_is_another_service(tmp_path: Path) -> None:
    moved = Reply(b"<html>", 404, {"Content-Type": "text/html"})
    with asking(lambda _: moved, tmp_path) as asked, pytest.raises(StatusError, match="404"):
        jobed.occupations("css", asked.send)


@pytest.mark.parametrize("answer", [[], {"hits_total": 1}, {"related_occupations": {}}])
def test_what_is_no_answer(answer: Any, tmp_path: Path) -> None:
    with asking(lambda _: as_json(answer), tmp_path) as asked, pytest.raises(DecodeError):
        jobed.occupations("css", asked.send)


def test_what_cannot_be_asked(tmp_path: Path) -> None:
    with asking(AfServer(), tmp_path) as asked:
        with pytest.raises(UnknownCodeError):
            jobed.educations("Okänt yrke", asked.send)
        for text in ("", "x" * 2_001):
            with pytest.raises(UsageError, match="tecken"):
                jobed.occupations(text, asked.send)
        with pytest.raises(UsageError, match="1 till 100"):
            jobed.occupations("css", asked.send, most=101)
        assert asked.server.seen == []


@pytest.mark.shared
@pytest.mark.skipif(not RECORDED.is_file(), reason="../shared med JobEd Connect saknas")
def test_a_recorded_answer(tmp_path: Path) -> None:
    """2 286 hits for html, css and javascript, ten of them returned."""
    answer = json.loads(RECORDED.read_text(encoding="utf-8"))
    with asking(AfServer(alike=answer), tmp_path) as asked:
        found = jobed.occupations("html css javascript", asked.send)
    assert (found.hits, len(found.frame)) == (2286, 10)
    assert found.frame["occupation"].iloc[0] == "Frontend-utvecklare"
    assert found.frame["ssyk"].tolist() == [
        *("2512", "2173", "3515", "3515", "2512", "3515", "2512", "2519", "2512", "3449"),
    ]
