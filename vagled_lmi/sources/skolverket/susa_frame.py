"""Susa-navet's cut pages to tidy frames: a list of events, or counts of them."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from vagled_lmi.codes import quote
from vagled_lmi.errors import DecodeError
from vagled_lmi.ranks import Ranked, ranked
from vagled_lmi.sources.gathering import Gathered
from vagled_lmi.sources.reading import loads, part
from vagled_lmi.sources.skolverket.susa import Offers, about, term
from vagled_lmi.sources.skolverket.susa_cut import NOWHERE, WHAT
from vagled_lmi.tables import TableSpec

TOTAL, UNKNOWN = "total", "okänd"
#: Which of EMIL's subject codes lead on, by what they are called here.
_SUBJECTS = {"C_Subject_SUN": "SUN", "AUB_Subject": "SSYK"}


@dataclass(frozen=True, slots=True)
class _Education:
    """What an event has from its education."""

    form: str = ""
    configuration: str = ""
    title: str = ""
    credits: str = ""
    subjects: str = ""

    @property
    def fields(self) -> list[str]:
        """Broad fields of SUN 2020, the first digit of its codes."""
        found = [s[4] for s in self.subjects.split() if s.startswith("SUN:") and s[4:5].isdigit()]
        return list(dict.fromkeys(found)) or [UNKNOWN]


@dataclass(frozen=True, slots=True)
class _Event:
    """An event with its education and provider."""

    identity: str
    education_id: str
    education: _Education
    provider: str
    title: str
    areas: list[str]
    term: str
    pace: str
    distance: bool


def parse(payloads: Sequence[bytes], spec: TableSpec) -> pd.DataFrame:
    """Read the pages of one vintage.

    Parameters
    ----------
    payloads : sequence of bytes
        As `vagled_lmi.sources.skolverket.susa.fetch` yields them; each is read once, in order.
    spec : TableSpec
        With `Offers` as its `live`.

    Returns
    -------
    pandas.DataFrame
        Columns `spec.columns`. Of a list: a row an event and kommun, ``value`` 1. Of counts: rows
        for kommun, län and riket, each form and field and their totals; what there is none of has
        no row. An event in several kommuner is one in their län.

    Raises
    ------
    DecodeError
        A payload is not a cut page, or a field is missing or of another type.
    """
    events = _events(payloads)
    if isinstance(spec.live, Offers) and spec.live.counted:
        return _counted(spec, events)
    listed = Gathered(spec.columns)
    for event in events:
        education = event.education
        for area in event.areas:
            listed.add(
                1.0,
                area,
                event.term,
                event.identity,
                education.form,
                education.configuration,
                event.title or education.title,
                education.subjects,
                event.pace,
                "ja" if event.distance else "nej",
                education.credits,
                event.provider,
                "",
            )
    return listed.frame()


def _events(payloads: Sequence[bytes]) -> Iterator[_Event]:
    if not payloads:
        raise DecodeError(f"{WHAT} är tomt.")
    day = about(payloads[0])["day"]
    educations: dict[str, _Education] = {}
    providers: dict[str, str] = {}
    for payload in payloads[1:]:
        page = loads(payload, WHAT)
        kind, kept = part(page, "list", str, WHAT), part(page, "kept", list, WHAT)
        match kind:
            case "educationInfos":
                educations |= {part(row, "id", str, WHAT): _education(row) for row in kept}
            case "educationProviders":
                providers |= {
                    part(row, "id", str, WHAT): part(row, "name", str, WHAT) for row in kept
                }
            case "educationEvents":
                yield from (_event(row, day, educations, providers) for row in kept)
            case _:
                raise DecodeError(f"{WHAT} är av en lista som inte är känd: {quote(kind)}.")


def _education(row: Any) -> _Education:
    subjects = []
    for subject in part(row, "subjects", list, WHAT):
        kind, _, code = str(subject).partition(":")
        if kind in _SUBJECTS and code and not code.isspace():
            subjects.append(f"{_SUBJECTS[kind]}:{''.join(code.split())}")
    system = part(row, "system", str, WHAT)
    amount = _amount(row, "credits")
    return _Education(
        form=part(row, "form", str, WHAT),
        configuration=part(row, "configuration", str, WHAT),
        title=part(row, "title", str, WHAT),
        credits=f"{amount} {system}".strip() if amount else "",
        subjects=" ".join(subjects),
    )


def _event(
    row: Any, day: str, educations: dict[str, _Education], providers: dict[str, str]
) -> _Event:
    education = part(row, "education", str, WHAT)
    start = part(row, "start", str, WHAT)
    areas = part(row, "areas", list, WHAT)
    if not all(isinstance(area, str) for area in areas):
        raise DecodeError(f'{WHAT}: fältet "areas" är {quote(areas)}, av fel slag.')
    return _Event(
        identity=part(row, "id", str, WHAT),
        education_id=education,
        education=educations.get(education, _NONE),
        provider=providers.get(part(row, "provider", str, WHAT), ""),
        title=part(row, "title", str, WHAT),
        areas=areas,
        term=term(start or day),
        pace=_amount(row, "pace"),
        distance=part(row, "distance", bool, WHAT),
    )


_NONE = _Education()


def _amount(row: Any, name: str) -> str:
    """Return a number as text without needless decimals; empty where there is none."""
    value = row.get(name)
    if value is None:
        return ""
    if type(value) not in (int, float):
        raise DecodeError(f'{WHAT}: fältet "{name}" är {quote(value)}, inte ett tal.')
    return f"{value:g}"


def _counted(spec: TableSpec, events: Iterable[_Event]) -> pd.DataFrame:
    forms = spec.live.forms if isinstance(spec.live, Offers) else {}
    rows = Gathered(("region", "period", "form", "field", "event", "education", "value"))
    for one in events:
        form = one.education.form if one.education.form in forms else UNKNOWN
        for area, field in itertools.product(one.areas, one.education.fields):
            studied = one.education_id or one.identity
            rows.add(float(one.distance), area, one.term, form, field, one.identity, studied)
    base = rows.frame()
    by = {name: ranked(base[name]) for name in ("region", "period", "form", "field")}
    event, education = ranked(base["event"]), ranked(base["education"])
    distance = base["value"].to_numpy()
    counts = [
        _count(by | {"region": region} | totals, placed, event, education, distance)
        for region, placed in _levels(by["region"])
        for totals in _totals(len(base))
    ]
    wide = pd.concat(counts, ignore_index=True)
    keys = ["region", "period", "form", "field"]
    long = wide.melt(keys, ["events", "educations", "distance"], var_name="contents")
    long["value"] = long["value"].astype("float64")
    return long.assign(status="")[list(spec.columns)]


def _totals(rows: int) -> Iterator[dict[str, Ranked]]:
    """Yield what stands for form and field in what is counted: themselves, one or both together."""
    total = _same(TOTAL, rows)
    yield from ({}, {"form": total}, {"field": total}, {"form": total, "field": total})


def _levels(region: Ranked) -> Iterator[tuple[Ranked, NDArray[np.bool_]]]:
    """Yield each row's kommun, then its län, then riket, and whether the row has one."""
    somewhere = (region.codes != NOWHERE)[region.ranks]
    county = ranked(pd.Series(region.codes.str[:2]))
    yield region, somewhere
    yield Ranked(county.codes, county.ranks[region.ranks]), somewhere
    yield _same("00", len(region.ranks)), np.ones_like(somewhere)


def _same(code: str, rows: int) -> Ranked:
    return Ranked(pd.Index([code]), np.zeros(rows, dtype=np.int32))


def _count(
    by: dict[str, Ranked],
    placed: NDArray[np.bool_],
    event: Ranked,
    education: Ranked,
    distance: NDArray[np.float64],
) -> pd.DataFrame:
    """Count the events and educations of each cell there is, and the events at a distance."""
    shape = [len(column.codes) for column in by.values()]
    places = [column.ranks[placed] for column in by.values()]
    cells, cell = np.unique(np.ravel_multi_index(places, shape), return_inverse=True)
    (events, once), (educations, _) = (
        np.unique(cell * len(what.codes) + what.ranks[placed], return_index=True)
        for what in (event, education)
    )
    in_cell = events // len(event.codes)
    counts = {
        "events": np.bincount(in_cell, minlength=len(cells)),
        "educations": np.bincount(educations // len(education.codes), minlength=len(cells)),
        "distance": np.bincount(in_cell, distance[placed][once], len(cells)),
    }
    at = zip(by.items(), np.unravel_index(cells, shape), strict=True)
    return pd.DataFrame({name: column.codes[ranks] for (name, column), ranks in at} | counts)
