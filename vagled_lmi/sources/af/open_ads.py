"""Open advertisements in Platsbanken now, by SSYK group, field, län and kommun.

Three things decide how it asks:

- counts by group stop at thirty: it asks a field at a time; in the fields that have more groups,
  where the thirty do not make up the total, each group that was left out is asked for alone;
- places are OR-ed by the service: each is asked for on its own, and ads without a län too;
- ads come and go meanwhile: sums are held to their totals within `Counts.tolerance`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NotRequired, TypedDict

import orjson
import pandas as pd

from vagled_lmi.codes import Region, quote, regions
from vagled_lmi.errors import ContractError, DecodeError, UsageError
from vagled_lmi.provenance import Query
from vagled_lmi.sources.af import frozen
from vagled_lmi.sources.af.jobsearch import CHANGED, MOST, JobSearch, Numbers
from vagled_lmi.sources.protocol import Answer, Inquiry, Send
from vagled_lmi.tables import Contents, Dimension, TableSpec

#: Code of all occupations together.
TOTAL = "total"
#: Status of a kommun without ads, where the service answers an unknown code in the same way.
UNSURE = "inga annonser, eller en kod som har bytts"

_GROUP, _FIELD = "occupation-group", "occupation-field"


@dataclass(frozen=True, slots=True)
class Counts:
    """How open ads are counted.

    Attributes
    ----------
    path : str
        Of the search, under the service's address.
    tolerance : float
        The share by which a sum may differ from its total: ads come and go while we ask.
    slack : int
        Ads by which it may differ in any case.
    """

    path: str = "/search"
    tolerance: float = 0.02
    slack: int = 10


def _occupations() -> dict[str, str]:
    fields = {c.id: c.label for c in frozen.of_type("occupation-field").values()}
    groups = {c.code: c.label for c in frozen.of_type("ssyk-level-4").values()}
    return {TOTAL: "alla yrken"} | fields | groups


_MEASURES = {
    "ads": "Öppna annonser",
    "positions": "Platser i öppna annonser",
    "ads_without_county": "Öppna annonser utan län",
}

TABLES = (
    TableSpec(
        id="af:annonser_nu",
        agency="Arbetsförmedlingen",
        register="Platsbanken, öppna annonser (JobSearch)",
        title="Öppna annonser i Platsbanken efter yrke (SSYK 2012) och yrkesområde",
        dimensions=(
            Dimension("region", "Region", "region"),
            Dimension("period", "Dag", "period"),
            Dimension("ssyk", "Yrkesgrupp (SSYK 2012) eller yrkesområde", codes=_occupations()),
            Dimension("contents", "Mått", codes=_MEASURES),
        ),
        contents=tuple(
            Contents(code, label, "platser" if code == "positions" else "annonser")
            for code, label in _MEASURES.items()
        ),
        cadence="irregular",
        licence="CC0",
        notes=(
            "Öppna annonser den dag de räknades; jämför inte två enskilda dagar, för antalet "
            "följer årstid och månadsskiften.",
            "Platser anges för alla yrken och per yrkesområde; söktjänsten ger dem inte per "
            "yrkesgrupp. Enstaka arbetsgivare kan ange många platser i en annons.",
            "Riket är alla annonser i Sverige. De som saknar län ingår där men inte i något län.",
            "Yrken där många annonserar, som försäljning, väger tyngre än deras andel av jobben.",
            "Alla jobb annonseras inte i Platsbanken.",
            "Antalen hämtas under några minuter medan annonser tillkommer och försvinner; summor "
            "får skilja sig från totalen med 2 procent eller 10 annonser.",
        ),
        page="https://data.arbetsformedlingen.se/dataset/job-ads/",
        live=Counts(),
    ),
)


class Counted(TypedDict):
    """The numbers of one place: a payload of the table."""

    region: str
    day: str
    all: Numbers
    fields: dict[str, Numbers]
    without_county: NotRequired[Numbers]


def places(codes: Sequence[str]) -> dict[str, dict[str, str]]:
    """Return regions to what they are asked for by: riket and all län, or those of `codes`.

    NUTS2 and FA areas are left out: the service does not know them.

    Raises
    ------
    UnknownCodeError
        When the frozen taxonomy lacks a län or a kommun.
    UsageError
        When no code is of riket, a län or a kommun.
    """
    levels = {"country": "country", "county": "region", "municipality": "municipality"}
    every = ("00", *(region.code for region in regions("county")))
    found = {}
    for code in codes or every:
        name = levels.get(Region(code).level)
        if name is not None:
            found[code] = {name: frozen.SWEDEN if code == "00" else frozen.region(code).id}
    if not found:
        raise UsageError(
            f"Öppna annonser räknas inte för {', '.join(codes)}.", "Ange riket, ett län, en kommun."
        )
    return found


def fetch(inquiry: Inquiry, send: Send) -> Iterator[Answer]:
    """Count the open ads of each place by group and field; resumed on the same day.

    Yields
    ------
    Answer
        One a place: a `Counted`, put together of the numbers of its answers.

    Raises
    ------
    SourceError, DecodeError
        The service does not answer, or with something else.
    ContractError
        An answer names a concept that the frozen taxonomy lacks.
    UsageError
        Another day than today is asked for, or no place that the service knows.
    """
    spec = inquiry.spec
    assert isinstance(spec.live, Counts)  # noqa: S101 - the package sends no other here
    if not inquiry.wants(inquiry.day) and inquiry.day[:4] not in inquiry.periods:
        raise UsageError(
            f"{spec.id} har bara dagens annonser, {inquiry.day}.", "Ange ingen period."
        )
    url = inquiry.agency.address("jobsearch") + spec.live.path
    service = JobSearch(send, url, inquiry.day)
    wanted = places(inquiry.regions)
    for region, where in wanted.items():
        counted = _count(service, region, where)
        asked: dict[str, tuple[str, ...]] = {name: (code,) for name, code in where.items()}
        asked |= {_FIELD: tuple(counted["fields"]), "stats": (_FIELD, _GROUP), "limit": ("0",)}
        query = Query(spec.id, url, asked, inquiry.scope)
        yield Answer(query, orjson.dumps(counted), "application/json", whole=len(wanted))


def _count(service: JobSearch, region: str, where: Mapping[str, str]) -> Counted:
    whole = service.count(where, by=_FIELD)
    counted: Counted = {
        "region": region,
        "day": service.day,
        "all": whole,
        "fields": {field: _by_group(service, where, field) for field in _fields(whole)},
    }
    if region == "00":
        alone = {"unspecified-sweden-workplace": "true"}
        counted["without_county"] = service.count(alone, by=_FIELD)
    return counted


def _by_group(service: JobSearch, where: Mapping[str, str], field: str) -> Numbers:
    """Ask for one field by group; and for each group that the thirty leave out, if any ads do."""
    said = service.count({**where, _FIELD: field}, by=_GROUP)
    groups = _groups(field)
    if len(groups) > MOST and sum(said["counts"].values()) < said["total"]:
        for group in groups:
            if group not in said["counts"]:
                said["counts"][group] = service.count({**where, _GROUP: group})["total"]
    return said


def _groups(field: str) -> dict[str, str]:
    """Return the groups of a field, concept to SSYK code."""
    groups = frozen.of_type("ssyk-level-4").values()
    return {group.id: group.code for group in groups if group.parent == field}


def _fields(said: Numbers) -> list[str]:
    """Return the fields that an answer counts, in the taxonomy's order."""
    known = frozen.of_type("occupation-field")
    _refuse_unknown(set(said["counts"]) - set(known))
    return [concept for concept in known if concept in said["counts"]]


def _refuse_unknown(concepts: set[str]) -> None:
    if concepts:
        more = f" och {len(concepts) - 1} till" if len(concepts) > 1 else ""
        raise ContractError(
            "Söktjänsten räknar begrepp som inte står så i programmets taxonomi: "
            f"{quote(min(concepts))}{more}.",
            CHANGED,
        )


def parse(payloads: Sequence[bytes], spec: TableSpec) -> pd.DataFrame:
    """Read the numbers of each place.

    Parameters
    ----------
    payloads : sequence of bytes
        One `Counted` a place.
    spec : TableSpec
        ``af:annonser_nu``.

    Returns
    -------
    pandas.DataFrame
        Columns `spec.columns`: ads of each group, field and all; positions of each field and all;
        for riket also ads without a län. A group or field without ads is 0; a kommun without any is
        missing with status `UNSURE`.

    Raises
    ------
    DecodeError
        A payload is not such numbers.
    ContractError
        Groups do not make up their field, fields their place, or län the country, within the
        declared tolerance; a concept is unknown; riket or a län has no ads.
    """
    live = spec.live
    assert isinstance(live, Counts)  # noqa: S101 - the package sends no other here
    rows: list[tuple[str, str, str, str, float | None]] = []
    totals: dict[str, int] = {}
    for payload in payloads:
        counted = _counted(payload, spec)
        region, day = counted["region"], counted["day"]
        totals[region] = counted["all"]["total"]
        rows += [(region, day, *row) for row in _rows(counted, live)]
        if region == "00":
            totals["without"] = counted["without_county"]["total"]
    counties = [region.code for region in regions("county")]
    if {"00", *counties} <= set(totals):
        parts = sum(totals[code] for code in (*counties, "without"))
        _hold("länen och annonser utan län", parts, totals["00"], live)
    frame = pd.DataFrame(rows, columns=["region", "period", "ssyk", "contents", "value"])
    frame["value"] = frame["value"].astype("float64")
    return frame.assign(status=frame["value"].isna().map({True: UNSURE, False: ""}))


def _rows(counted: Counted, live: Counts) -> Iterator[tuple[str, str, float | None]]:
    whole, fields = counted["all"], counted["fields"]
    _fields(whole)
    _hold("yrkesområdena", sum(said["total"] for said in fields.values()), whole["total"], live)
    nothing: Numbers = {"total": 0, "positions": 0, "counts": {}}
    for code, said in [(TOTAL, whole), *((f, fields.get(f, nothing)) for f in _every_field())]:
        yield code, "ads", _sure(said["total"], counted)
        yield code, "positions", _sure(said["positions"], counted)
        if code == TOTAL:
            continue
        groups = _groups(code)
        _refuse_unknown(set(said["counts"]) - set(groups))
        _hold("yrkesgrupperna", sum(said["counts"].values()), said["total"], live)
        for concept, group in groups.items():
            yield group, "ads", _sure(said["counts"].get(concept, 0), counted)
    if counted["region"] == "00":
        without = counted["without_county"]
        _fields(without)
        yield TOTAL, "ads_without_county", without["total"]
        for field in _every_field():
            yield field, "ads_without_county", without["counts"].get(field, 0)


def _every_field() -> list[str]:
    return list(frozen.of_type("occupation-field"))


def _sure(number: int, counted: Counted) -> float | None:
    """Return a number; None in a kommun without ads, for an unknown code is answered so too."""
    if counted["all"]["total"]:
        return number
    if len(counted["region"]) == 4:
        return None
    raise ContractError(
        f"Söktjänsten har inga annonser alls för region {counted['region']}.", CHANGED
    )


def _hold(parts: str, total: int, whole: int, live: Counts) -> None:
    """Hold a sum to its total."""
    allowed = max(live.slack, live.tolerance * whole)
    if abs(total - whole) > allowed:
        raise ContractError(
            f"Öppna annonser: {parts} blir {total} annonser, men totalen är {whole}; de får skilja "
            f"sig med {allowed:.0f}.",
            CHANGED,
        )


def _counted(payload: bytes, spec: TableSpec) -> Counted:
    """Read one payload and hold it to its form."""
    try:
        said = orjson.loads(payload)
        answers = [said["all"], *said["fields"].values()]
        answers += [said["without_county"]] if said["region"] == "00" else []
        sound = (
            isinstance(said["region"], str)
            and isinstance(said["day"], str)
            and set(said["fields"]) <= set(_every_field())
            and all(_are_numbers(one) for one in answers)
        )
    except (orjson.JSONDecodeError, KeyError, TypeError, AttributeError):
        sound = False
    if not sound:
        raise DecodeError(f"{spec.id}: de lagrade antalen går inte att läsa.", "Hämta dem på nytt.")
    read: Counted = said
    return read


def _are_numbers(one: Numbers) -> bool:
    numbers = (one["total"], one["positions"], *one["counts"].values())
    return all(type(number) is int for number in numbers)
