"""Skolverket's services: Susa-navet (EMIL 3), Planned Educations v4, and its database (PxWeb 1).

Sources: the OpenAPI of Planned Educations v4 with its examples, recorded answers of April 2026, and
public clients of Susa-navet and of the database. Records of Susa-navet carry contact details of
persons, as the real ones do; those here are marked as examples.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from tests.agencies.pxweb1 import Px1Server, variable
from tests.servers import Reply, Seen, Spoken, as_json
from vagled_lmi.codes import regions

MEDIA_TYPE = "application/vnd.skolverket.plannededucations.api.v4.hal+json"
KOMMUNER = [region.code for region in regions("municipality")]
FORMS = ("YH", "AUB", "FHS", "HS", "VUXGY")
PERSON = {"name": "Exempel Exempelsson", "email": "exempel@example.se", "phone": "070-000 00 00"}


def swedish(text: str) -> dict[str, Any]:
    """A text as EMIL has it."""
    english = {"lang": "eng", "value": f"{text} in English"}
    return {"strings": [english, {"lang": "swe", "value": text}]}


def event(number: int, **changes: Any) -> dict[str, Any]:
    """An education event of Susa-navet: kommun, education and start follow from its number."""
    content = {
        "identifier": f"E.test.{number}",
        "education": f"i.test.{number // 3}",
        "providers": [f"p.test.{number % 7}"],
        "lastEdited": "2026-03-18T14:47:37",
        "title": swedish(f"Tillfälle {number}"),
        "description": swedish("<p>Kursen ger grunderna.</p>" * 10),
        "locations": [
            {
                "town": "Orten",
                "areaCode": KOMMUNER[number % len(KOMMUNER)],
                "streetAddress": f"Exempelgatan {number}",
                "contactPerson": PERSON,
            }
        ],
        "execution": {
            "condition": {"type": "C_ExecutionCondition", "code": "1"},
            "start": f"2026-{'02' if number % 2 else '09'}-01",
        },
        "isCancelled": False,
        "paceOfStudy": {"percentage": 100.0 if number % 2 else 50.0},
        "application": {"email": PERSON["email"], "instruction": swedish(PERSON["phone"])},
        "extensions": [{"type": "UHEventExtension", "contact": PERSON}],
    }
    if number % 5 == 0:
        content["distance"] = {"noOfMandatorySessions": 2}
    return {"id": f"E.test.{number}", "status": "ACTIVE", "content": {**content, **changes}}


def education(number: int, **changes: Any) -> dict[str, Any]:
    """An education of Susa-navet: form and subject follow from its number."""
    form = FORMS[number % len(FORMS)]
    subject = (
        {"type": "AUB_Subject", "code": "2512"}
        if form == "AUB"
        else {"type": "C_Subject_SUN", "code": f"{number % 9}81a"}
    )
    content = {
        "identifier": f"i.test.{number}",
        "title": swedish(f"Utbildning {number}"),
        "type": {"type": "C_SchoolType", "code": form},
        "configuration": {"type": "C_Configuration", "code": "program"},
        "subjects": [subject],
        "credits": {"system": {"type": "C_Credits", "code": "yh"}, "credits": 400.0},
        "eligibility": swedish(f"Frågor till {PERSON['name']}"),
    }
    return {"id": f"i.test.{number}", "status": "ACTIVE", "content": {**content, **changes}}


def provider(number: int) -> dict[str, Any]:
    """A provider of Susa-navet, with ways to reach persons."""
    content = {
        "identifier": f"p.test.{number}",
        "name": swedish(f"Exempelskolan {number}"),
        "emailAddresses": [PERSON["email"]],
        "phones": [{"number": PERSON["phone"], "function": PERSON["name"]}],
        "contactAddress": {"streetAddress": "Exempelgatan 1"},
    }
    return {"id": f"p.test.{number}", "status": "ACTIVE", "content": content}


class SusaServer:
    """Susa-navet: lists in pages, no filter on place or time.

    Parameters
    ----------
    events : int
        How many; a third as many educations.

    Attributes
    ----------
    replaced : dict of str to dict
        Records that are answered in place of others, by id.
    updated : int
        How many records a question with ``updatedSince`` is answered with.
    """

    def __init__(self, events: int = 60) -> None:
        self.sizes = {
            "educationEvents": events,
            "educationInfos": -(-events // 3),
            "educationProviders": 7,
        }
        self.replaced: dict[str, dict[str, Any]] = {}
        self.updated = 0
        self.info: Mapping[str, Any] = {"apiVersion": "3.0.4", "apiStatus": "active"}

    def __call__(self, seen: Seen) -> Spoken:
        name = seen.path.strip("/")
        if name == "api-info":
            return as_json(self.info)
        if name not in self.sizes:
            return as_json({"status": 404, "error": "Not Found"}, 404)
        number, size = int(seen.query.get("page", 0)), int(seen.query.get("size", 100))
        if not 1 <= size <= 2000:
            return as_json({"status": 400, "error": "Bad Request"}, 400)
        total = self.updated if "updatedSince" in seen.query else self.sizes[name]
        make = {"educationEvents": event, "educationInfos": education}.get(name, provider)
        rows = [make(n) for n in range(number * size, min((number + 1) * size, total))]
        page = {
            "size": size,
            "totalElements": total,
            "totalPages": math.ceil(total / size),
            "pageNumber": number,
        }
        return as_json(
            {"links": [], name: [self.replaced.get(r["id"], r) for r in rows], "page": page}
        )


def wrapped(body: Any, status: int = 200) -> Reply:
    """An answer of Planned Educations in its envelope."""
    said = "OK" if status == 200 else "ERROR"
    return as_json({"status": said, "message": "", "body": body}, status)


PROGRAMMES = {"EK": "Ekonomiprogrammet", "VO": "Vård- och omsorgsprogrammet", "IMA": "Individuellt"}


class PlannedServer:
    """Planned Educations v4.

    Without the right Accept header it answers 406, pages over 100 rows with 404, and the count of
    an unknown form with 0.
    """

    def __init__(self, offers: Sequence[Mapping[str, Any]] = ()) -> None:
        self.offers = list(offers) or [offer(n) for n in range(230)]
        self.results = {code: results(code) for code in ("EK", "VO")}
        self.programmes = dict(PROGRAMMES)
        self.forms = {
            "yh": "Yrkeshögskola",
            "fhs": "Folkhögskola",
            "vuxgy": "Gymnasial vuxenutbildning",
        }
        self.areas = {1: ("Bygg", (1, 4)), 2: ("Data", (12,)), 3: ("Tomt", ())}

    def __call__(self, seen: Seen) -> Spoken:
        if seen.headers.get("Accept") != MEDIA_TYPE:
            return Reply(b"", 406)
        match seen.path.strip("/").split("/"):
            case ["support", "programs"]:
                named = [
                    {"code": c, "name": n, "studyPaths": []} for c, n in self.programmes.items()
                ]
                return wrapped({"gy": named})
            case ["statistics", "national-values", "gy", code]:
                known = code in self.results
                return wrapped(self.results[code]) if known else wrapped(None, 404)
            case ["education-events"]:
                return self._offers(seen)
            case ["support", "adultTypeOfSchooling"]:
                listed = [{"id": code, "value": name} for code, name in self.forms.items()]
                return wrapped({"_embedded": {"adultTypeOfSchoolings": listed}})
            case ["adult-education-events", "areas"]:
                return wrapped(
                    {
                        "areas": [
                            {
                                "areaId": area,
                                "name": name,
                                "directions": [{"directionId": d, "name": "x"} for d in directions],
                            }
                            for area, (name, directions) in self.areas.items()
                        ]
                    }
                )
            case ["adult-education-events-count"]:
                return wrapped(self.count(seen.query))
        return wrapped(None, 404)

    def count(self, query: Mapping[str, str]) -> int:
        """A number that follows from the question alone; 0 for an unknown form."""
        if query.get("typeOfSchool", "yh") not in self.forms:
            return 0
        place = int(query.get("geographicalAreaCode", "9999"))
        return place * 10 + len(query.get("typeOfSchool", "")) + len(query.get("directionIds", ""))

    def _offers(self, seen: Seen) -> Spoken:
        number, size = int(seen.query.get("page", 0)), int(seen.query.get("size", 20))
        if size > 100:
            return wrapped(None, 404)
        rows = self.offers[number * size : (number + 1) * size]
        page = {
            "size": size,
            "totalElements": len(self.offers),
            "totalPages": math.ceil(len(self.offers) / size),
            "number": number,
        }
        embedded = {"_embedded": {"educationEvents": rows}} if rows else {}
        return wrapped({**embedded, "_links": {}, "page": page})


def offer(number: int, **changes: Any) -> dict[str, Any]:
    """An education event of gymnasieskolan: school, programme and kommun follow from its number."""
    code = ("EK", "EK25", "VO", "IMV")[number % 4]
    return {
        "schoolUnitCode": f"{10_000_000 + number // 4}",
        "schoolUnitName": f"Exempelgymnasiet {number // 4}",
        "studyPathCode": code,
        "studyPathName": PROGRAMMES.get(code[:2], "Introduktion"),
        "startDate": "2026-08-01T00:00:00",
        "endDate": "2027-07-31T00:00:00",
        "typeOfSchooling": {"code": "gy", "displayName": "Gymnasieskolan"},
        "geographicalAreaCode": ("0380", "0380", "0305", "0180")[number // 4 % 4],
        "studyPaths": [],
        "contactInfo": PERSON,
        "admissionPointsMin": "210,0",
        **changes,
    }


def results(code: str) -> dict[str, Any]:
    """What there is of a programme's results, in Skolverket's way of writing."""
    return {
        "programCode": code,
        "ratioOfPupilsWithExamWithin3Years": [
            {"value": "84,6", "valueType": "EXISTS", "timePeriod": "2020/21"},
            {
                "value": "..",
                "valueType": "OMITTED_DUE_TO_BASED_ON_FEW_PUPILS",
                "timePeriod": "2019/20",
            },
        ],
        "ratioOfStudentsEligibleForUndergraduateEducation": [
            {"value": None, "valueType": "MISSING", "timePeriod": None}
        ],
        "gradesPointsForStudentsWithExam": None,
    }


GYMNASIUM = (
    "Skolverkets_statistikdatabas/Kommunala_jamforelsetal/Gymnasieskola/Skolor_och_elever/"
    "Gymnasieskola_skolor_elever.px"
)
KOMVUX = "Skolverkets_statistikdatabas/Kommunala_jamforelsetal/Komvux/Elever/Komvux_elever.px"


def compared(kind: str, measures: Mapping[str, str], *, years: Mapping[str, str]) -> dict[str, Any]:
    """A table of the municipal comparisons."""
    level = {
        r.code: r.name for kind_ in ("country", "county", "municipality") for r in regions(kind_)
    }
    return {
        "title": f"Kommunala jämförelsetal för {kind} efter Mått, Kommun och År",
        "variables": [
            variable("variable", "Mått", measures),
            variable("level", "Kommun [kommunkod] / indelning", {**level, "A1": "Storstäder (A1)"}),
            variable("time", "År", years, time=True),
        ],
    }


def database() -> Px1Server:
    """Skolverket's database with the tables that are declared; which names it has is a guess."""
    school_years = {str(y): f"{y}/{(y + 1) % 100:02d}" for y in range(2020, 2026)}
    server = Px1Server(
        {
            GYMNASIUM: compared(
                "gymnasieskola: Skolor och elever",
                {
                    "0": "Skolenheter, antal",
                    "9": "Elever, antal",
                    "10": "Elever, andel (%) kvinnor",
                },
                years=school_years,
            ),
            KOMVUX: compared(
                "kommunal vuxenutbildning: Elever",
                {"0": "Elever, antal", "1": "Elever, andel (%) kvinnor"},
                years={str(y): str(y) for y in range(2020, 2025)},
            ),
        }
    )
    server.texts["Komvux"] = "Kommunal vuxenutbildning (komvux)"
    return server


class SkolverketServer:
    """All of Skolverket's services under one address, each in a folder of its name."""

    def __init__(self) -> None:
        self.services = {"susa": SusaServer(), "planned": PlannedServer(), "statistik": database()}

    def __call__(self, seen: Seen) -> Spoken:
        name, _, path = seen.path.strip("/").partition("/")
        if name not in self.services:
            return Reply(b"", 404)
        return self.services[name](
            Seen(seen.method, f"/{path}", seen.query, seen.headers, seen.body, seen.at)
        )
