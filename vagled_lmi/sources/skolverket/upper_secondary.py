"""What gymnasieskolan offers where: programmes and the number of schools, from Planned Educations.

Schools are counted and not named: what this is for is which programmes there are in reach.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import pandas as pd

from vagled_lmi.codes import quote
from vagled_lmi.contracts import Contract, Measure
from vagled_lmi.errors import DecodeError
from vagled_lmi.sources.protocol import Answer, Inquiry, Send
from vagled_lmi.sources.reading import loads, part
from vagled_lmi.sources.skolverket.lists import Head, read_through
from vagled_lmi.sources.skolverket.planned import SIZE, WHAT, Caller, cut_rows, head, kept
from vagled_lmi.tables import TableSpec

TOTAL = "total"
#: Kommun of a Swedish school abroad: it counts for riket alone.
NOWHERE = ""
_PATH = "/education-events"
#: Codes of the reform of 2025 end with its year; offers have them, lists of programmes do not.
_REFORM = re.compile(r"([A-Z]{2})25")
_START = re.compile(r"(\d{4})-(\d{2})-\d{2}(T.*)?")


@dataclass(frozen=True, slots=True)
class SchoolOffers:
    """How the table is asked for: `TableSpec.live`."""


def fetch(inquiry: Inquiry, send: Send) -> Iterator[Answer]:
    """Ask for every education event of gymnasieskolan; the counts of riket need all of them.

    Yields
    ------
    Answer
        Pages, of which school unit, programme, kommun and start are kept.

    Raises
    ------
    SourceError
        The list changed while it was read, or an answer is not a page of it.
    """
    caller = Caller(inquiry, send)
    for answer, about in read_through(partial(_page, caller, SIZE), inquiry.day, _PATH):
        yield replace(answer, whole=max(about.pages, 1))


def probe(inquiry: Inquiry, send: Send) -> list[bytes]:
    """Ask for a page of one row, to learn how many there are."""
    return [_page(Caller(inquiry, send), 1, 0, None)[0].payload]


def contract(payloads: Sequence[bytes], spec: TableSpec) -> Contract:
    """Read how many education events there are: the first payload, or that of `probe`."""
    return Contract(
        table=spec.id,
        agency_id="education-events",
        label=spec.title,
        measures={c.code: Measure(c.label, c.unit, c.decimals) for c in spec.contents},
        cells=_total(payloads[0]),
    )


def parse(payloads: Sequence[bytes], spec: TableSpec) -> pd.DataFrame:
    """Count schools and education events.

    Parameters
    ----------
    payloads : sequence of bytes
        As `fetch` yields them.
    spec : TableSpec
        With the contents ``schools`` and ``events``.

    Returns
    -------
    pandas.DataFrame
        Columns `spec.columns`; rows for kommuner, län and riket, each programme and their total.
        What there is none of has no row.

    Raises
    ------
    DecodeError
        A payload is no cut page, or a field is missing or of another type.
    """
    found = {_offer(row) for payload in payloads for row in kept(payload)}
    names = {code: name for _, _, _, code, name in sorted(found)}
    base = pd.DataFrame(
        sorted({offer[:4] for offer in found}), columns=["region", "period", "unit", "programme"]
    )
    here = base[base["region"] != NOWHERE]
    levels = [here, here.assign(region=here["region"].str[:2]), base.assign(region="00")]
    every = pd.concat([*levels, *(level.assign(programme=TOTAL) for level in levels)])
    groups = every.groupby(["region", "period", "programme"])
    wide = groups.agg(schools=("unit", "nunique"), events=("unit", "size")).reset_index()
    wide["programme_name"] = wide["programme"].map({**names, TOTAL: "totalt"})
    keys = ["region", "period", "programme", "programme_name"]
    long = wide.melt(keys, ["schools", "events"], var_name="contents")
    long["value"] = long["value"].astype("float64")
    return long.assign(status="")[list(spec.columns)]


def _page(caller: Caller, size: int, number: int, resume: str | None) -> tuple[Answer, Head]:
    asked = {"typeOfSchooling": "gy", "page": str(number), "size": str(size)}
    answer = caller.get(_PATH, asked, resume=resume, cut=cut_rows("educationEvents", _kept))
    return answer, head(answer)


def _kept(row: Any) -> dict[str, str]:
    """Return what is kept of an education event: nothing of how to reach the school."""
    names = ("schoolUnitCode", "studyPathCode", "studyPathName", "startDate")
    said = {name: part(row, name, str, WHAT) for name in names}
    abroad = row.get("geographicalAreaCode") in (None, NOWHERE)
    area = NOWHERE if abroad else part(row, "geographicalAreaCode", str, WHAT)
    return {**said, "geographicalAreaCode": area}


def _offer(row: Any) -> tuple[str, str, str, str, str]:
    """Return kommun, school year, unit, programme and its name."""
    said = _kept(row)
    start = _START.fullmatch(said["startDate"])
    if start is None:
        raise DecodeError(f"{WHAT}: startDate är {quote(said['startDate'])}, inte ett datum.")
    year = int(start[1]) - (start[2] < "07")  # a school year is the autumn it begins in
    code = said["studyPathCode"]
    reform = _REFORM.fullmatch(code)
    return (
        said["geographicalAreaCode"],
        f"{year}/{(year + 1) % 100:02d}",
        said["schoolUnitCode"],
        reform[1] if reform else code,
        said["studyPathName"],
    )


def _total(payload: bytes) -> int:
    return part(part(loads(payload, WHAT), "page", dict, WHAT), "total", int, WHAT)
