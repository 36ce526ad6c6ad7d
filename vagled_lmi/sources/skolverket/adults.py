"""How much education for adults there is, by form and by area, counted by Planned Educations.

One call gives one number, so forms and areas are counted each by themselves and never crossed. The
answer to such a call is a bare number: what is stored are the numbers of a region together with
what each is of.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
import pandas as pd

from vagled_lmi.codes import OSTRA_MELLANSVERIGE
from vagled_lmi.contracts import Contract, Measure, Variable
from vagled_lmi.errors import DecodeError, SourceError
from vagled_lmi.provenance import Query
from vagled_lmi.sources.gathering import Gathered
from vagled_lmi.sources.protocol import Answer, Inquiry, Send
from vagled_lmi.sources.reading import loads, part, refusing
from vagled_lmi.sources.skolverket.planned import WHAT, Caller, body
from vagled_lmi.tables import TableSpec

TOTAL = "total"
_PATH = "/adult-education-events-count"
_REGIONS = ("00", *OSTRA_MELLANSVERIGE)


@dataclass(frozen=True, slots=True)
class AdultCounts:
    """How the table is asked for: `TableSpec.live`."""


@dataclass(frozen=True, slots=True)
class _Lists:
    """The agency's own code lists: forms by id, areas by id with the directions in them."""

    forms: dict[str, str]
    areas: dict[str, str]
    directions: dict[str, str]


def fetch(inquiry: Inquiry, send: Send) -> Iterator[Answer]:
    """Ask for the counts of riket and the län of Östra Mellansverige, or of the wanted regions.

    Kommuner are counted by form only.

    Yields
    ------
    Answer
        One a region.

    Raises
    ------
    SourceError
        An answer is not a number, or the code lists are empty.
    """
    if not inquiry.wants(_month(inquiry.day)):
        raise SourceError(
            f"{inquiry.spec.id} räknas den dag den hämtas; tidigare månader går inte att fråga om.",
            "Hämta den utan --period.",
        )
    caller = Caller(inquiry, send)
    lists = _lists(caller, inquiry.day)
    wanted = [r for r in inquiry.regions if r.isdecimal()] if inquiry.regions else list(_REGIONS)
    if not wanted:
        raise SourceError(
            f"{inquiry.spec.id} har inga uppgifter om {', '.join(inquiry.regions)}.",
            "Ange kommuner, län eller riket: vagled regions",
        )
    for region in wanted:
        yield _region(caller, lists, region, len(wanted))


def probe(inquiry: Inquiry, send: Send) -> list[bytes]:
    """Ask for the agency's code lists."""
    lists = _lists(Caller(inquiry, send), None)
    return [orjson.dumps({"day": inquiry.day, "forms": lists.forms, "areas": lists.areas})]


def contract(payloads: Sequence[bytes], spec: TableSpec) -> Contract:
    """Read the agency's code lists: the first payload of a vintage, or that of `probe`."""
    said = loads(payloads[0], WHAT)
    return Contract(
        table=spec.id,
        agency_id="adult-education-events-count",
        label=spec.title,
        variables={
            "typeOfSchool": Variable("Utbildningsform", _names(said, "forms")),
            "areas": Variable("Utbildningsområde", _names(said, "areas")),
        },
        measures={c.code: Measure(c.label, c.unit, c.decimals) for c in spec.contents},
    )


def parse(payloads: Sequence[bytes], spec: TableSpec) -> pd.DataFrame:
    """Read the counts of each region.

    Parameters
    ----------
    payloads : sequence of bytes
        As `fetch` yields them.
    spec : TableSpec
        The table.

    Returns
    -------
    pandas.DataFrame
        Columns `spec.columns`; the period is the month they were asked for.

    Raises
    ------
    DecodeError
        A payload is not what was stored, or a field is missing or of another type.
    """
    gathered = Gathered(spec.columns)
    for payload in payloads:
        said = loads(payload, WHAT)
        region, day = part(said, "region", str, WHAT), part(said, "day", str, WHAT)
        named = {name: _names(said, name) | {TOTAL: "totalt"} for name in ("forms", "areas")}
        for row in part(said, "counts", list, WHAT):
            form, area = part(row, "form", str, WHAT), part(row, "area", str, WHAT)
            if form not in named["forms"] or area not in named["areas"]:
                raise DecodeError(f"{WHAT}: {form} och {area} står inte i kodlistorna.")
            names = (named["forms"][form], named["areas"][area])
            count = float(part(row, "count", int, WHAT))
            gathered.add(count, region, _month(day), form, area, *names, "")
    return gathered.frame()


def _month(day: str) -> str:
    return f"{day[:4]}M{day[5:7]}"


def _region(caller: Caller, lists: _Lists, region: str, whole: int) -> Answer:
    """Return the counts of one region as one answer."""
    inquiry = caller.inquiry
    where = {} if region == "00" else {"geographicalAreaCode": region}
    asked = [(TOTAL, TOTAL, where)]
    asked += [(form, TOTAL, {**where, "typeOfSchool": form}) for form in lists.forms]
    if len(region) == 2:
        asked += [
            (TOTAL, area, {**where, "directionIds": directions})
            for area, directions in lists.directions.items()
        ]
    counts = [
        {"form": form, "area": area, "count": _count(caller, params)}
        for form, area, params in asked
    ]
    document = {
        "region": region,
        "day": inquiry.day,
        "forms": lists.forms,
        "areas": lists.areas,
        "counts": counts,
    }
    url = f"{inquiry.agency.address('planned')}{_PATH}"
    selection = {
        "geographicalAreaCode": (region,),
        "typeOfSchool": tuple(lists.forms),
        "areas": tuple(lists.areas) if len(region) == 2 else (),
    }
    query = Query(inquiry.spec.id, url, selection, inquiry.scope)
    return Answer(query, orjson.dumps(document), "application/json", whole=whole)


def _count(caller: Caller, params: Mapping[str, str]) -> int:
    answer = caller.get(_PATH, params, resume=caller.inquiry.day)
    with refusing("Skolverket", answer.query.url):
        count = body(answer.payload)
        if type(count) is not int:
            raise DecodeError(f"{WHAT} är inte ett antal.")
    return count


def _lists(caller: Caller, resume: str | None) -> _Lists:
    forms = caller.get("/support/adultTypeOfSchooling", resume=resume)
    areas = caller.get("/adult-education-events/areas", resume=resume)
    with refusing("Skolverket", forms.query.url):
        embedded = part(body(forms.payload), "_embedded", dict, WHAT)
        form_rows = part(embedded, "adultTypeOfSchoolings", list, WHAT)
        named = {part(f, "id", str, WHAT): part(f, "value", str, WHAT) for f in form_rows}
    with refusing("Skolverket", areas.query.url):
        area_rows = part(body(areas.payload), "areas", list, WHAT)
        areas_named = {
            str(part(a, "areaId", int, WHAT)): part(a, "name", str, WHAT) for a in area_rows
        }
        directions = {str(a["areaId"]): _directions(a) for a in area_rows}
    if not named or not areas_named:
        raise SourceError(
            "Skolverkets kodlistor för vuxenutbildning är tomma.",
            "Försök igen senare; kvarstår det har tjänsten ändrats.",
        )
    return _Lists(named, areas_named, {area: ids for area, ids in directions.items() if ids})


def _directions(area: Any) -> str:
    listed = part(area, "directions", list, WHAT)
    ids = dict.fromkeys(str(part(direction, "directionId", int, WHAT)) for direction in listed)
    return ",".join(ids)


def _names(said: Any, name: str) -> dict[str, str]:
    names = part(said, name, dict, WHAT)
    if not all(isinstance(text, str) for text in names.values()):
        raise DecodeError(f'{WHAT}: fältet "{name}" är av fel slag.')
    return names
