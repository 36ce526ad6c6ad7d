"""Susa-navet's cut pages to tidy frames: a list of events, or counts of them."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from vagled_lmi.codes import quote
from vagled_lmi.errors import DecodeError
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
    for event in events:
        form = event.education.form if event.education.form in forms else UNKNOWN
        for area, field in itertools.product(event.areas, event.education.fields):
            education = event.education_id or event.identity
            rows.add(
                float(event.distance), area, event.term, form, field, event.identity, education
            )
    base = rows.frame()
    counts = [  # one at a time: four levels of totals at once are 150 MB of a year's events
        _count(level.assign(**totals))
        for level in _levels(base)
        for totals in ({}, {"form": TOTAL}, {"field": TOTAL}, {"form": TOTAL, "field": TOTAL})
    ]
    wide = pd.concat(counts, ignore_index=True)
    keys = ["region", "period", "form", "field"]
    long = wide.melt(keys, ["events", "educations", "distance"], var_name="contents")
    long["value"] = long["value"].astype("float64")
    return long.assign(status="")[list(spec.columns)]


def _levels(base: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """Yield the rows for each kommun, each län, and riket."""
    somewhere = base[base["region"] != NOWHERE]
    yield somewhere
    yield somewhere.assign(region=somewhere["region"].astype("str").str[:2])
    yield base.assign(region="00")


def _count(rows: pd.DataFrame) -> pd.DataFrame:
    keys = ["region", "period", "form", "field"]
    of_events = rows.drop_duplicates([*keys, "event"]).groupby(keys, observed=True)
    of_educations = rows.drop_duplicates([*keys, "education"]).groupby(keys, observed=True)
    counts = pd.DataFrame(
        {
            "events": of_events.size(),
            "educations": of_educations.size(),
            "distance": of_events["value"].sum(),
        }
    ).reset_index()
    for name in keys:
        counts[name] = counts[name].astype("str")
    return counts
