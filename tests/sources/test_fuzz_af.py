"""Any bytes from Arbetsförmedlingen: every parser reads them, or says in our words why not.

Each of `PARSERS` is a sound payload and what reads it. `payloads` makes arbitrary bytes and sound
payloads that have been changed; both are used for long runs too.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.agencies.af_workbooks import PIVOT_NUMBERS, notices_by_industry, notices_by_month, pivot
from tests.sources.af_asking import spec
from vagled_lmi import tables
from vagled_lmi.errors import ContractError, DecodeError, SourceError
from vagled_lmi.sources import af
from vagled_lmi.sources.af import frozen, jobed, jobsearch, linked

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


def _as_json(document: object) -> bytes:
    return json.dumps(document, ensure_ascii=False).encode()


def _table(name: str) -> Callable[[bytes], object]:
    declared = spec(name)
    return lambda payload: tables.check(declared, af.parse([payload], declared))


PARSERS: dict[str, tuple[bytes, Callable[[bytes], object]]] = {
    "barometer": (_as_json([_BAROMETER]), _table("af:yrkesbarometern")),
    "open ads": (
        _as_json(
            {
                "region": "03",
                "day": "2026-11-25",
                "all": {**_NUMBERS, "counts": {_GROUP.parent: 3}},
                "fields": {_GROUP.parent: _NUMBERS},
            }
        ),
        _table("af:annonser_nu"),
    ),
    "search": (
        _as_json(
            {
                "total": {"value": 3},
                "positions": 4,
                "stats": [{"type": "x", "values": [{"concept_id": _GROUP.id, "count": 3}]}],
            }
        ),
        jobsearch.numbers,
    ),
    "taxonomy": (
        _as_json(
            {
                "data": {
                    "v31": [
                        {
                            "id": _GROUP.id,
                            "type": "ssyk-level-4",
                            "preferred_label": "x",
                            "deprecated": False,
                            "ssyk_code_2012": "2512",
                            "broader": [{"id": _GROUP.parent}],
                            "replaced_by": [],
                        }
                    ]
                }
            }
        ),
        _table("af:taxonomi"),
    ),
    "ads of a year": (
        _as_json({"year": "2025", "counts": [["03", "2512", 3]]}),
        _table("af:annonser"),
    ),
    "likeness": (
        _as_json({"hits_total": 1, "hits": [{"id": "x", "education_title": "y"}]}),
        jobed._cutting("hits", jobed._EDUCATION),
    ),
    "page": (
        b'<ul><li><a href="/download/18.1/web-varsel-lan-2026-07.xlsx">x</a></ul>',
        lambda page: linked.find(page, "https://arbetsformedlingen.se", spec("af:varsel").live),  # type: ignore[arg-type]
    ),
    "notices by month": (notices_by_month({"2026-07": [*[1] * 21, 21]}), _table("af:varsel")),
    "notices by industry": (
        notices_by_industry({"2025": [["A", "Jordbruk", *[1] * 21, 0, 21]]}),
        _table("af:varsel_bransch"),
    ),
    "registered": (
        pivot([["2026-08", "Uppsala län", "Uppsala", *[7] * len(PIVOT_NUMBERS)]]),
        _table("af:inskrivna"),
    ),
}

_SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5), st.just("03")
)
_ANYTHING = st.recursive(
    _SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


@st.composite
def payloads(draw: st.DrawFn, sound: bytes) -> bytes:
    """Arbitrary bytes; or a sound payload with bytes, a value of its JSON or a part changed."""
    how = draw(st.sampled_from(("any", "bytes", "inside", "inside")))
    if how == "any":
        return draw(st.binary())
    if how == "bytes":
        return _spliced(draw, sound)
    if sound.startswith(b"PK"):
        return _repacked(draw, sound)
    if sound[:1] not in (b"{", b"["):
        return _spliced(draw, sound)
    document = json.loads(sound)
    return _as_json(_changed(draw, document))


def _spliced(draw: st.DrawFn, sound: bytes) -> bytes:
    at = draw(st.integers(0, len(sound) - 1))
    return sound[:at] + draw(st.binary(max_size=8)) + sound[at + draw(st.integers(0, 8)) :]


def _repacked(draw: st.DrawFn, sound: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(sound)) as old, zipfile.ZipFile(file, "w") as new:
        parts = [name for name in old.namelist() if "theme" not in name]
        chosen = draw(st.sampled_from(parts))
        for name in parts:
            new.writestr(name, _spliced(draw, old.read(name)) if name == chosen else old.read(name))
    return file.getvalue()


def _changed(draw: st.DrawFn, document: Any) -> Any:
    """Put anything in place of one value, some steps down; or take it away, or repeat it."""
    if not isinstance(document, dict | list) or not document or draw(st.integers(0, 3)) == 0:
        return draw(_ANYTHING)
    if isinstance(document, list):
        at = draw(st.integers(0, len(document) - 1))
        again = draw(st.integers(0, 2))
        return [*document[:at], *[_changed(draw, document[at])] * again, *document[at:]]
    name = draw(st.sampled_from(sorted(document)))
    if draw(st.integers(0, 5)) == 0:
        return {key: value for key, value in document.items() if key != name}
    return {**document, name: _changed(draw, document[name])}


@pytest.mark.parametrize("name", list(PARSERS))
def test_the_sound_payload_is_read(name: str) -> None:
    sound, parse = PARSERS[name]
    assert len(parse(sound)) > 0  # type: ignore[arg-type]


@pytest.mark.parametrize("name", list(PARSERS))
@settings(max_examples=2000, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_bytes(name: str, data: st.DataObject) -> None:
    sound, parse = PARSERS[name]
    with suppress(ContractError, DecodeError, SourceError):
        parse(data.draw(payloads(sound)))
