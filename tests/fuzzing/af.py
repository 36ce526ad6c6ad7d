"""Arbetsförmedlingen: every service's answers, files and pages, and a year's advertisements."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.agencies.af import AfServer, as_line, frozen_concepts, jobed_answer
from tests.agencies.af_workbooks import (
    COUNTIES,
    PIVOT_NUMBERS,
    notices_by_industry,
    notices_by_month,
    pivot,
)
from tests.fuzzing.target import URL, Target, fetched, of_answers, of_payload, of_table
from tests.personal import ad
from tests.sources.asking import DAY
from vagled_lmi.sources import af, catalogue
from vagled_lmi.sources.af import frozen, history, jobed, jobsearch, linked
from vagled_lmi.sources.protocol import Send

_GROUP = frozen.group("2512")
_NUMBERS = {"total": 3, "positions": 4, "counts": {_GROUP.id: 3}}
_BAROMETER = {
    "yrkesomrade": "Data/IT", "yb_yrke": "Systemutvecklare", "yb_concept_id": "abcd_EFG_123",
    "lan": "03", "antal_ssyk": 1, "del_av_ssyk": 0, "ssyk": "2512", "ssyk_text": "x",
    "yb_beskrivning": None, "jobbmojligheter": "stora", "rekryteringssituation": "paradox",
    "paradox": ["lämnare"], "prognos": "öka", "text_jobbmojligheter": "x",
    "text_rekryteringssituation": None, "hogsta_bedomningsniva": "nuts2", "delvis_helt": "delvis",
    "omgang": "2025-2", "taxonomi_version": 27,
}  # fmt: skip
_OPEN = {
    "region": "03",
    "day": DAY,
    "all": {**_NUMBERS, "counts": {_GROUP.parent: 3}},
    "fields": {_GROUP.parent: _NUMBERS},
}
_SEARCH = {
    "total": {"value": 3},
    "positions": 4,
    "stats": [{"type": "x", "values": [{"concept_id": _GROUP.id, "count": 3}]}],
}
_CONCEPT = {
    "id": _GROUP.id, "type": "ssyk-level-4", "preferred_label": "x", "deprecated": False,
    "ssyk_code_2012": "2512", "broader": [{"id": _GROUP.parent}], "replaced_by": [],
}  # fmt: skip
_PAGE = b'<ul><li><a href="/download/18.1/web-varsel-lan-2026-07.xlsx">x</a></ul>'
_MONTHS = notices_by_month({"2026-07": [*range(10, 10 + len(COUNTIES)), 420]})


def _json(document: object) -> bytes:
    return json.dumps(document, ensure_ascii=False).encode()


def _table(name: str, sound: bytes) -> Target:
    return of_table(af, catalogue.spec(name), [sound])


def _found(page: bytes) -> str:
    live: Any = catalogue.spec("af:varsel").live
    return linked.find(page, "https://arbetsformedlingen.se", live)


def _counted(lines: bytes) -> None:
    """A file of a year's advertisements, as a user has it on disk."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "2025.jsonl"
        path.write_bytes(lines)
        assert history.count(path).year == "2025"


def _fetch(name: str, *regions: str) -> Callable[[Send], object]:
    return lambda send: fetched(af, catalogue.spec(name), send, *regions)


def _alike(send: Send) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VAGLED_AF_URL", URL)
        jobed.educations("Inredningsdesigner", send)
        jobed.occupations("webb", send)


_HIT = {"id": "i.yh.exempel", "education_title": "Exempelutbildning"}
#: One concept of each type: a hundred more would be no other kinds of answers.
_CONCEPTS = {concept["type"]: concept for concept in reversed([*frozen_concepts()])}.values()
_SERVER = AfServer(
    ads={("0380", "2512"): 3, ("0380", "2514"): 2},
    barometer=_json([_BAROMETER]),
    concepts=_CONCEPTS,
    books={"web-varsel-lan-199201-2026-03.xlsx": _MONTHS},
    alike={**jobed_answer([_HIT]), "related_occupations": [{"occupation_label": "Exempelyrke"}]},
)
TARGETS: dict[str, Target] = {
    "Yrkesbarometern": _table("af:yrkesbarometern", _json([_BAROMETER])),
    "Platsbanken, counts kept": _table("af:annonser_nu", _json(_OPEN)),
    "Platsbanken, an answer": of_payload(_json(_SEARCH), jobsearch.numbers),
    "Taxonomy": _table("af:taxonomi", _json({"data": {"v31": [_CONCEPT]}})),
    "a year's ads, counts kept": _table(
        "af:annonser", _json({"year": "2025", "counts": [["03", "2512", 3]]})
    ),
    "a year's ads, a file": of_payload(as_line(ad()) + as_line(ad(original_id="2")), _counted),
    "JobEd Connect": of_payload(
        _json(jobed_answer([_HIT])), jobed._cutting("hits", jobed._EDUCATION)
    ),
    "a page with links": of_payload(_PAGE, _found),
    "notices by month": _table("af:varsel", _MONTHS),
    "notices by industry": _table(
        "af:varsel_bransch", notices_by_industry({"2025": [["A", "Jordbruk", *[1] * 21, 0, 21]]})
    ),
    "registered unemployed": _table(
        "af:inskrivna", pivot([["2026-08", "Uppsala län", "Uppsala", *[7] * len(PIVOT_NUMBERS)]])
    ),
    "Arbetsförmedlingen: fetch": of_answers(
        _SERVER,
        _fetch("af:annonser_nu", "03"),
        _fetch("af:varsel"),
        _fetch("af:yrkesbarometern"),
        _fetch("af:taxonomi"),
        _alike,
    ),
}
