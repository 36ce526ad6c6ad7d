"""Arbetsförmedlingen's services, each under its name: ``/jobsearch``, ``/taxonomy`` and so on.

Sources: the search service's own code and tests (JobtechSwe/sokannonser-api: limits, five values of
a statistic where ``stats.limit`` is 0, places OR-ed, counts in falling order); recorded answers of
the taxonomy and of JobEd Connect; public clients of JobEd Connect (all in the address, an empty
body, 404 where nothing is alike). An unknown code is answered with 200 and nothing.
"""

from __future__ import annotations

import json
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import quote

from tests.servers import Reply, Seen, Spoken, as_json
from vagled_lmi.codes import regions
from vagled_lmi.sources.af import frozen

#: Places that are no kommun: in Sweden without a län, and abroad.
WITHOUT, ABROAD = "without", "abroad"
PAGE = "/statistics/statistik/sok-statistik/tidigare-statistik-tidsserier"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

#: (place, SSYK group) to open ads; a place is the code of a kommun or län, `WITHOUT` or `ABROAD`.
Ads = Mapping[tuple[str, str], int]


def some_ads() -> dict[tuple[str, str], int]:
    """Ads made up from the codes alone: a group in nine has some in a kommun."""
    groups = [concept.code for concept in frozen.of_type("ssyk-level-4").values()]
    places = [*(region.code for region in regions("municipality")), WITHOUT, ABROAD]
    numbers = {
        (place, group): zlib.crc32(f"{place}|{group}".encode())
        for place in places
        for group in groups
    }
    return {key: number // 9 % 5 + 1 for key, number in numbers.items() if number % 9 == 0}


class AfServer:
    """Every service of the agency.

    Parameters
    ----------
    ads : mapping, optional
        The open ads; each has two positions. `some_ads` unless given.
    leak : object, optional
        What lies in ``hits`` of every answer, as from a service that keeps neither mask nor limit.
    busy : int
        How many questions are answered with 429 first, after one second's wait.
    barometer : bytes
        The round of Yrkesbarometern.
    published : str
        Last-Modified of all files.
    concepts : iterable of dict, optional
        The taxonomy, each concept with its id, type and what else it has; the frozen copy unless
        given.
    alike : dict, optional
        What JobEd Connect answers to a text or an occupation; nothing unless given.
    books : mapping of str to bytes
        Name of a workbook to what is in it; the page links them.
    issue : str
        Part of a workbook's address that is new with each edition.
    """

    def __init__(
        self,
        ads: Ads | None = None,
        *,
        leak: object = None,
        busy: int = 0,
        barometer: bytes = b"[]",
        published: str = "Mon, 08 Jun 2026 06:30:05 GMT",
        concepts: Iterable[Mapping[str, Any]] | None = None,
        alike: Mapping[str, Any] | None = None,
        books: Mapping[str, bytes] | None = None,
        issue: str = "18.1d7e68af19f87d573c91d73/1786515252048",
    ) -> None:
        self.ads = some_ads() if ads is None else dict(ads)
        self.leak, self.busy = leak, busy
        self.barometer, self.published = barometer, published
        self.concepts = [*frozen_concepts()] if concepts is None else [*concepts]
        self.alike, self.books, self.issue = alike, dict(books or {}), issue

    def __call__(self, seen: Seen) -> Spoken:
        if self.busy:
            self.busy -= 1
            return as_json({"message": "Too many requests"}, 429, **{"Retry-After": "1"})
        match seen.path.strip("/").split("/"):
            case ["prognoser", "yrkesbarometer.json"]:
                return self._file(seen, self.barometer, "application/json")
            case ["jobsearch", "search"]:
                return self._search(seen)
            case ["taxonomy", "graphql"]:
                return self._graphql(seen.query.get("query", ""))
            case ["jobed", "occupations" | "educations", _] if seen.method == "POST":
                return self._alike(seen)
            case ["statistics", *_] if seen.path == PAGE:
                return Reply(self._page(), headers={"Content-Type": "text/html; charset=utf-8"})
            case ["statistics", "download", *issue, name] if "/".join(issue) == self.issue:
                if name in self.books:
                    return self._file(seen, self.books[name], _XLSX)
        return Reply(b"<html>404</html>", 404, {"Content-Type": "text/html"})

    def _file(self, seen: Seen, body: bytes, kind: str) -> Spoken:
        since = seen.headers.get("If-Modified-Since")
        stamp = parsedate_to_datetime(self.published)
        if since and parsedate_to_datetime(since) >= stamp:
            return Reply(b"", 304)
        return Reply(body, headers={"Content-Type": kind, "Last-Modified": self.published})

    # JobSearch

    def _search(self, seen: Seen) -> Spoken:
        asked = dict(seen.query)
        limit, offset = (int(asked.pop(name, "0")) for name in ("limit", "offset"))
        most, by = int(asked.pop("stats.limit", "5")) or 5, asked.pop("stats", "")
        if limit > 100 or offset > 2000 or most > 30:
            return as_json({"message": "Input payload validation failed"}, 400)
        found = {key: n for key, n in self.ads.items() if _is_at(key, asked) and _is_of(key, asked)}
        answer: dict[str, Any] = {
            "total": {"value": sum(found.values())},
            "positions": 2 * sum(found.values()),
            "query_time_in_millis": 3,
            "result_time_in_millis": 5,
            "stats": [_statistic(found, by, most)] if by else [],
            "freetext_concepts": {},
            "hits": [],
        }
        if self.leak is not None:
            return as_json({**answer, "hits": [self.leak], "stats_note": self.leak})
        mask = _outermost(seen.headers.get("X-Fields", ",".join(answer)))
        return as_json({name: value for name, value in answer.items() if name in mask})

    # the taxonomy

    def _graphql(self, query: str) -> Spoken:
        found = re.fullmatch(
            r'\{ (\w+): concepts\(type: "([\w-]+)", version: "(\d+)"'
            r"(, include_deprecated: true)?\) \{ (.*) \} \}",
            query,
        )
        if not found:
            return _refused("Failed to parse GraphQL query.")
        alias, kind, _, deprecated, fields = found.groups()
        wanted = re.findall(r'(\w+)(?:\(type: "([\w-]+)"\))?(?: \{ id \})?(?: |$)', fields)
        unknown = {name for name, _ in wanted} - _GRAPHQL_FIELDS
        if unknown:
            return _refused(f"Cannot query field `{min(unknown)}' on type `Concept'.")
        concepts = [
            {name: concept.get(name, [] if name in ("broader", "replaced_by") else None)
             for name, _ in wanted}
            for concept in self.concepts
            if concept["type"] == kind and (deprecated or not concept.get("deprecated"))
        ]  # fmt: skip
        return as_json({"data": {alias: concepts}})

    # JobEd Connect

    def _alike(self, seen: Seen) -> Spoken:
        if seen.body:
            return as_json({"detail": "The body is not read"}, 400)
        if self.alike is None:
            return as_json({"detail": "No matching occupations or educations"}, 404)
        return as_json(self.alike)

    # pages

    def _page(self) -> bytes:
        links = "".join(
            f'<li><a class="link" href="/statistics/download/{self.issue}/{quote(name)}">'
            f"{name} (Excel, 130 kB)</a></li>"
            for name in self.books
        )
        return f"""<!doctype html><html lang="sv"><title>Tidigare statistik</title>
<a href="/om-oss">Om oss</a><a>Utan adress</a><a href="http://[">Trasig</a>
<ul>{links}</ul></html>""".encode()


_GRAPHQL_FIELDS = {
    *("id", "type", "preferred_label", "deprecated", "replaced_by", "broader", "narrower"),
    *("ssyk_code_2012", "lau_2_code_2015", "national_nuts_level_3_code_2019"),
}
_CODES = {
    "ssyk-level-4": "ssyk_code_2012",
    "region": "national_nuts_level_3_code_2019",
    "municipality": "lau_2_code_2015",
}


def frozen_concepts() -> Iterable[dict[str, Any]]:
    """The frozen copy as GraphQL gives concepts, and one region abroad."""
    for concept in frozen.concepts().values():
        yield {
            "id": concept.id,
            "type": concept.type,
            "preferred_label": concept.label,
            "deprecated": False,
            "broader": [{"id": concept.parent}] if concept.parent else [],
            **({_CODES[concept.type]: concept.code} if concept.type in _CODES else {}),
        }
    yield {"id": "abro_adR_egn", "type": "region", "preferred_label": "En region i ett annat land"}


def _refused(message: str) -> Spoken:
    return as_json({"errors": [{"message": message}]}, 400)


def _outermost(mask: str) -> list[str]:
    """Return the names of a mask's outermost fields."""
    bare = re.sub(r"\s", "", mask)
    while "{" in bare:
        bare = re.sub(r"\{[^{}]*\}", "", bare)
    return bare.split(",")


def _is_at(key: tuple[str, str], asked: Mapping[str, str]) -> bool:
    """Whether an ad lies in any of the places: they are OR-ed."""
    place, known = key[0], frozen.concepts()
    said = [name for name in asked if name not in ("occupation-group", "occupation-field")]
    for name in said:
        concept = known.get(asked[name])
        code = concept.code if concept else ""
        if (
            (name in ("region", "municipality") and code and place.startswith(code))
            or (name == "country" and asked[name] == frozen.SWEDEN and place != ABROAD)
            or (name == "unspecified-sweden-workplace" and place == WITHOUT)
            or (name == "abroad" and place == ABROAD)
        ):
            return True
    return not said


def _is_of(key: tuple[str, str], asked: Mapping[str, str]) -> bool:
    group = frozen.group(key[1])
    return asked.get("occupation-group", group.id) == group.id and (
        asked.get("occupation-field", group.parent) == group.parent
    )


def _statistic(found: Ads, by: str, most: int) -> dict[str, Any]:
    counts: Counter[str] = Counter()
    for (_, code), number in found.items():
        group = frozen.group(code)
        counts[group.id if by == "occupation-group" else group.parent] += number
    known = frozen.concepts()
    values = [
        {"term": known[name].label, "concept_id": name, "code": known[name].code, "count": number}
        for name, number in counts.most_common(most)
    ]
    return {"type": by, "values": values}


def recorded_ads(rows: Iterable[Mapping[str, str]]) -> dict[tuple[str, str], int]:
    """Ads of a recorded count by län, as they are in the public copy."""
    return {
        (row["geo_code"], row["ssyk4"]): int(row["n_open_ads"])
        for row in rows
        if row["geo_level"] == "lan"
    }


def jobed_answer(hits: list[Any], total: int | None = None) -> dict[str, Any]:
    """An answer about educations, as public clients read it."""
    return {"hits_total": len(hits) if total is None else total, "hits": hits}


def as_line(ad: object) -> bytes:
    """An ad as a line of a yearly file."""
    return json.dumps(ad, ensure_ascii=False).encode() + b"\n"
