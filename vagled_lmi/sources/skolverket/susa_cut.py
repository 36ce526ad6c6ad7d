"""What is kept of Susa-navet's pages (EMIL 3): cut at the door, before anything else sees them.

An event, an education or a provider comes with addresses, phone numbers and mail addresses of
persons, and with long texts. What is named here is kept, and nothing else; so what the agency adds
to its records stays outside too. The names are EMIL's, its texts and codes unwrapped.

A cut page is ``{"list", "page": {"rows", "total", "pages", "number"}, "kept": [...], "unknown"}``:
which list it is of, rows before the cut, how many there are in all, the records kept, and codes of
kommuner that there are none of, with their number.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from vagled_lmi.codes import regions
from vagled_lmi.errors import DecodeError
from vagled_lmi.sources.reading import dumps, loads, part

WHAT = "Svaret från Susa-navet"
#: Place of an event that has no kommun: it is counted for riket alone.
NOWHERE = "00"

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_Record = dict[str, Any]
_KOMMUNER = frozenset(region.code for region in regions("municipality"))


def cut_events(is_wanted: Callable[[str, str], bool]) -> Callable[[bytes], bytes]:
    """Return the cut of a page of events.

    Parameters
    ----------
    is_wanted : callable
        Told a kommun, or `NOWHERE`, and the start of an event, ISO date or empty.
    """

    def cut(body: bytes) -> bytes:
        unknown: Counter[str] = Counter()
        return _page(body, "educationEvents", lambda row: _event(row, is_wanted, unknown), unknown)

    return cut


def cut_infos(body: bytes) -> bytes:
    """Return what is kept of a page of educations."""
    return _page(body, "educationInfos", _info, Counter())


def cut_providers(body: bytes) -> bytes:
    """Return what is kept of a page of providers: their names."""
    return _page(body, "educationProviders", _provider, Counter())


def _page(
    body: bytes, name: str, keep: Callable[[_Record], _Record | None], unknown: Mapping[str, int]
) -> bytes:
    document = loads(body, WHAT)
    rows = part(document, name, list, WHAT)
    page = part(document, "page", dict, WHAT)
    kept = [record for row in _active(rows) if (record := keep(row)) is not None]
    about = {
        "rows": len(rows),
        "total": part(page, "totalElements", int, WHAT),
        "pages": part(page, "totalPages", int, WHAT),
        "number": part(page, "pageNumber", int, WHAT),
    }
    seen = dict(sorted(unknown.items()))
    return dumps({"list": name, "page": about, "kept": kept, "unknown": seen}, WHAT)


def _active(rows: list[Any]) -> Iterator[_Record]:
    """Yield what is said of the records that are there; a deleted one has no content."""
    for row in rows:
        identity = part(row, "id", str, WHAT)
        content = row.get("content")
        if content is None or str(row.get("status", "")).casefold() != "active":
            continue
        if not isinstance(content, dict):
            raise DecodeError(f"{WHAT}: {identity} har ett innehåll som inte är ett objekt.")
        yield {**content, "id": identity.casefold()}


def _event(
    content: _Record, is_wanted: Callable[[str, str], bool], unknown: Counter[str]
) -> _Record | None:
    if content.get("isCancelled") is True:
        return None
    start = _text(_inside(content, "execution", "start"))[:10]
    start = start if _DAY.fullmatch(start) else ""
    areas = [area for area in _areas(content, unknown) if is_wanted(area, start)]
    if not areas:
        return None
    pace = _inside(content, "paceOfStudy", "percentage")
    return {
        "id": content["id"],
        "education": _text(content.get("education")).casefold(),
        "provider": next((_text(p).casefold() for p in _list(content.get("providers"))), ""),
        "title": _swedish(content.get("title")),
        "areas": areas,
        "start": start,
        "pace": pace if type(pace) in (int, float) else None,
        "distance": isinstance(content.get("distance"), dict),
    }


def _areas(content: _Record, unknown: Counter[str]) -> list[str]:
    """Return the kommuner of an event, each once; `NOWHERE` where there is none."""
    found: dict[str, None] = {}
    for place in _list(content.get("locations")):
        area = _text(place.get("areaCode")) if isinstance(place, dict) else ""
        area = area.zfill(4) if area.isdecimal() else area  # a leading zero is lost from a number
        if area in _KOMMUNER:
            found[area] = None
        elif area:
            unknown[area] += 1
    return list(found) or [NOWHERE]


def _info(content: _Record) -> _Record:
    credits_ = _inside(content, "credits", "credits")
    subjects = (
        f"{_text(_inside(subject, 'type'))}:{_text(_inside(subject, 'code'))}"
        for subject in _list(content.get("subjects"))
    )
    return {
        "id": content["id"],
        "form": _text(_inside(content, "type", "code")),
        "configuration": _text(_inside(content, "configuration", "code")),
        "title": _swedish(content.get("title")),
        "credits": credits_ if type(credits_) in (int, float) else None,
        "system": _text(_inside(content, "credits", "system", "code")),
        "subjects": list(dict.fromkeys(subjects)),
    }


def _provider(content: _Record) -> _Record:
    return {"id": content["id"], "name": _swedish(content.get("name"))}


def _inside(thing: Any, *path: str) -> Any:
    """Return what lies at a path of objects; None where it does not reach."""
    for name in path:
        thing = thing.get(name) if isinstance(thing, dict) else None
    return thing


def _list(value: Any) -> list[Any]:
    """Return a list; before version 3.0.1 a single thing stood for itself."""
    return value if isinstance(value, list) else [] if value is None else [value]


def _text(value: Any) -> str:
    """Return a text or a whole number as text, empty for all else."""
    return str(value).strip() if type(value) in (str, int) else ""


def _swedish(value: Any) -> str:
    """Return the Swedish text of several, else the first, on one line."""
    texts = [
        (part_.get("lang"), " ".join(str(part_.get("value") or "").split()))
        for part_ in _list(_inside(value, "strings"))
        if isinstance(part_, dict)
    ]
    given = [(lang, text) for lang, text in texts if text]
    return next((text for lang, text in given if lang == "swe"), given[0][1] if given else "")
