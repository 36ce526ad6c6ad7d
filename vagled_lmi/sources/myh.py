"""MYH, Myndigheten för yrkeshögskolan: what has been granted in each round of applications.

A round is one workbook. Programmes stand in its Tabell 3, and those that are given in several
kommuner at once, which have no kommun there, once for each of their kommuner in Tabell 4. Courses
have a workbook of their own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from vagled_lmi.codes import quote, regions
from vagled_lmi.errors import ContractError, DecodeError, SourceError
from vagled_lmi.provenance import Query
from vagled_lmi.session import Request, Response, StatusError
from vagled_lmi.sources import xlsx
from vagled_lmi.sources.gathering import Gathered
from vagled_lmi.sources.protocol import Agency, Answer, Inquiry, Send, UnchangedError
from vagled_lmi.sources.reading import refusing, stamp
from vagled_lmi.sources.xlsx import Cell, Workbook
from vagled_lmi.tables import Contents, Dimension, TableSpec

_NAME = "Myndigheten för yrkeshögskolan (MYH)"
AGENCY = Agency(
    key="myh",
    name=_NAME,
    url="https://assets.myh.se",
    variable="VAGLED_MYH_URL",
    contact="https://www.myh.se",
)

_ROUNDS = "/docs/utbildningsformer/yrkeshogskolan/ansokningsomgangar"
#: The first round whose workbook has the tables that are read.
_FIRST = 2023
_WHAT = "MYH:s arbetsbok"
_PAGE = "https://www.myh.se/yrkeshogskolan/resultat-ansokningsomgang"
_FILE = "Spara arbetsboken med resultatet från MYH:s sida."
_GRANTED, _SHARED = "Beviljad", "Ja"
_PROGRAMMES, _PLACES_OF, _COURSES, _COURSES_OF = (
    "Tabell 3",
    "Tabell 4",
    "Beviljade ansökningar",
    "Lista flera kommuner",
)
_YEAR = re.compile(r"ansökningsår (\d{4})")
_DIARY = re.compile(r"MYH (\d{4})/\d+")


@dataclass(frozen=True, slots=True)
class Rounds:
    """How a table is asked for: `TableSpec.live`. `listed`: each programme, or counts of them."""

    listed: bool


_COUNTY = Dimension("region", "Län", "region")
_ROUND = Dimension("period", "Ansökningsomgång", "period")
_LICENCE = "offentlig statistik, ange källan"

TABLES = (
    TableSpec(
        id="myh:beviljade",
        agency=_NAME,
        register="Resultat av ansökningsomgångar, Tabell 3",
        title="Beviljade utbildningar och platser i yrkeshögskolan efter område",
        dimensions=(
            _COUNTY,
            _ROUND,
            Dimension("field", "Utbildningsområde"),
            Dimension(
                "contents",
                "Mått",
                codes={
                    "programmes": "Beviljade utbildningar",
                    "places": "Beviljade platser",
                },
            ),
        ),
        contents=(
            Contents("programmes", "Beviljade utbildningar", "utbildningar"),
            Contents("places", "Beviljade platser", "platser"),
        ),
        cadence="year",
        licence=_LICENCE,
        notes=("Utbildningar som ges i flera kommuner ingår inte.",),
        page=_PAGE,
        file=_FILE,
        live=Rounds(listed=False),
    ),
    TableSpec(
        id="myh:program",
        agency=_NAME,
        register="Resultat av ansökningsomgångar, Tabell 3 och Tabell 4",
        title="Beviljade program i yrkeshögskolan, per kommun",
        dimensions=(
            Dimension("region", "Kommun", "region"),
            _ROUND,
            Dimension("programme", "Diarienummer"),
        ),
        attributes=("name", "field", "sun", "form", "pace", "exam", "shared"),
        contents=(Contents("places", "Beviljade platser", "platser"),),
        cadence="year",
        licence=_LICENCE,
        notes=(
            "Ett program som ges i flera kommuner samtidigt (shared: ja) står en gång för varje "
            "kommun, med alla sina platser: de går inte att dela upp. Summera inte över kommuner.",
            "Platserna gäller alla utbildningsomgångar som beviljats, ofta flera år.",
        ),
        page=_PAGE,
        file=_FILE,
        live=Rounds(listed=True),
    ),
    TableSpec(
        id="myh:kurser",
        agency=_NAME,
        register="Resultat för kurser inom yrkeshögskolan",
        title="Beviljade kurser i yrkeshögskolan, per län",
        dimensions=(_COUNTY, _ROUND, Dimension("course", "Diarienummer")),
        attributes=("name", "field", "points", "shared"),
        contents=(Contents("places", "Beviljade platser", "platser"),),
        cadence="year",
        licence=_LICENCE,
        notes=(
            "En kurs som ges i flera län står en gång för varje län, med alla sina platser: "
            "summera inte över län.",
        ),
        page=_PAGE,
        file=f"{_FILE} Kursernas arbetsbok har ingen fast adress.",
    ),
)


def fetch(inquiry: Inquiry, send: Send) -> Iterator[Answer]:
    """Fetch the workbook of every round there is.

    Parameters
    ----------
    inquiry : Inquiry
        Of a table with `Rounds` as its `live`; its periods narrow it to some rounds.
    send : Send
        The only way out.

    Yields
    ------
    Answer
        A workbook a round, newest first.

    Raises
    ------
    SourceError
        There is no round at its address, or what lies there is no such workbook.
    UnchangedError
        The workbooks are those already known.
    """
    spec = inquiry.spec
    years = [y for y in range(int(inquiry.day[:4]), _FIRST - 1, -1) if inquiry.wants(str(y))]
    _raise_if_unchanged(inquiry, send, years)
    found = 0
    for year in years:
        response = _round(inquiry, send, year, {})
        if response is None:
            continue
        with refusing(AGENCY.name, response.url):
            xlsx.read(response.body, _WHAT)
        found += 1
        query = Query(spec.id, response.url, {}, inquiry.scope)
        updated = stamp(response.headers.get("Last-Modified"))
        yield Answer(query, response.body, xlsx.MEDIA_TYPE, updated)
    if not found:
        raise SourceError(
            f"MYH har ingen arbetsbok för någon av omgångarna {', '.join(map(str, years))} på de "
            "adresser de brukar ha.",
            f"{spec.file} Lägg in den: vagled fetch {spec.id} --file FIL. Sidan är {spec.page}.",
        )


def parse(payloads: Sequence[bytes], spec: TableSpec) -> pd.DataFrame:
    """Read workbooks, one a round.

    Parameters
    ----------
    payloads : sequence of bytes
        Workbooks, as fetched or as a user has saved them.
    spec : TableSpec
        A table of MYH.

    Returns
    -------
    pandas.DataFrame
        Columns `spec.columns`, what has been granted.

    Raises
    ------
    DecodeError
        A payload is no workbook, or a cell is of another kind.
    ContractError
        A sheet or a column is missing, or a län has another name.
    """
    gathered = Gathered(spec.columns)
    for payload in payloads:
        book = xlsx.read(payload, _WHAT)
        if not isinstance(spec.live, Rounds):
            _courses(book, gathered)
        elif spec.live.listed:
            _listed(book, gathered)
        else:
            _counted(book, gathered)
    return gathered.frame()


def _round(inquiry: Inquiry, send: Send, year: int, known: Mapping[str, str]) -> Response | None:
    """Ask for a round at the addresses it may have; None where there is none."""
    for folder in (f"program-yh-{year}", f"yh-{year}"):
        url = f"{inquiry.agency.address()}{_ROUNDS}/{folder}/resultat-ansokningsomgang-{year}.xlsx"
        try:
            return send(Request("GET", url, since=known.get(url)))
        except StatusError as error:
            if error.response.status != 404:
                raise
    return None


def _raise_if_unchanged(inquiry: Inquiry, send: Send, years: Sequence[int]) -> None:
    """Ask whether each known workbook has changed, and whether there is a round more."""
    known = {r.query.url: r.updated for r in inquiry.known if r.updated is not None}
    if not known or len(known) < len(inquiry.known):
        return
    answers = [_round(inquiry, send, year, known) for year in years]
    there = [answer for answer in answers if answer is not None]
    if len(there) == len(known) and all(answer.status == 304 for answer in there):
        raise UnchangedError


def _rows(book: Workbook, sheet: str, *labels: str) -> Iterator[tuple[str, dict[str, Cell]]]:
    """Yield where a row stands, for messages, and its cells."""
    if sheet not in book:
        raise ContractError(
            f"{_WHAT} har inget blad {quote(sheet)}; den har {', '.join(map(quote, book))}.",
            "MYH kan ha ändrat den.",
        )
    for number, row in xlsx.records(book[sheet], labels, f"{_WHAT}, {sheet}"):
        yield f"{_WHAT}, {sheet}, rad {number}", row


def _granted(book: Workbook, *more: str) -> Iterator[tuple[str, dict[str, Cell]]]:
    labels = ("Utbildningsområde", "Beslut", "Diarienummer", "Flera kommuner", "Län", "Kommun")
    for where, row in _rows(book, _PROGRAMMES, *labels, "Beviljade platser totalt", *more):
        if row["Beslut"] == _GRANTED:
            yield where, row


def _counted(book: Workbook, gathered: Gathered) -> None:
    year = _year(book)
    programmes: Counter[tuple[str, str]] = Counter()
    places: Counter[tuple[str, str]] = Counter()
    for where, row in _granted(book):
        if row["Flera kommuner"] == _SHARED:
            continue
        key = (_county(row["Län"], where), xlsx.text(row["Utbildningsområde"]))
        programmes[key] += 1
        places[key] += _number(row["Beviljade platser totalt"], where)
    for (region, field), number in programmes.items():
        gathered.add(float(number), region, year, field, "programmes", "")
        gathered.add(float(places[region, field]), region, year, field, "places", "")


def _listed(book: Workbook, gathered: Gathered) -> None:
    year = _year(book)
    several: dict[str, list[str]] = {}
    for where, row in _rows(book, _PLACES_OF, "Beslut", "Diarienummer", "Län", "Kommun"):
        if row["Beslut"] == _GRANTED:
            several.setdefault(_text(row["Diarienummer"], where), []).append(_place(row, where))
    more = ("SUN5 inriktning", "Utbildningsnamn", "Studieform", "Studietakt %", "Typ av examen")
    for where, row in _granted(book, *more):
        diary = _text(row["Diarienummer"], where)
        shared = row["Flera kommuner"] == _SHARED
        if shared and diary not in several:
            raise ContractError(f"{where}: {quote(diary)} saknas i {_PLACES_OF}.")
        described = (
            *(row["Utbildningsnamn"], row["Utbildningsområde"], row["SUN5 inriktning"]),
            *(row["Studieform"], row["Studietakt %"], row["Typ av examen"]),
        )
        texts = (*map(xlsx.text, described), "ja" if shared else "nej", "")
        places = float(_number(row["Beviljade platser totalt"], where))
        for region in dict.fromkeys(several[diary] if shared else [_place(row, where)]):
            gathered.add(places, region, year, diary, *texts)


def _courses(book: Workbook, gathered: Gathered) -> None:
    several: dict[str, list[str]] = {}
    for where, row in _rows(book, _COURSES_OF, "Diarienummer", "Län"):
        diary = _text(row["Diarienummer"], where)
        several.setdefault(diary, []).append(_county(row["Län"], where))
    labels = ("Diarienummer", "Beslut", "Utbildningsnamn", "Utbildningsområde")
    for where, row in _rows(
        book, _COURSES, *labels, "Totalt antal beviljade platser", "YH-poäng", "Län", "Antal län"
    ):
        diary = _text(row["Diarienummer"], where)
        number = _DIARY.fullmatch(diary)
        if row["Beslut"] != _GRANTED or number is None:
            raise ContractError(f"{where}: {quote(diary)} är inte en beviljad kurs.")
        here = several.get(diary) or [_county(row["Län"], where)]
        named = (row["Utbildningsnamn"], row["Utbildningsområde"], row["YH-poäng"])
        texts = (*map(xlsx.text, named), "ja" if diary in several else "nej", "")
        places = float(_number(row["Totalt antal beviljade platser"], where))
        for region in dict.fromkeys(here):
            gathered.add(places, region, number[1], diary, *texts)


def _year(book: Workbook) -> str:
    """Return the year of the round, which stands above the table."""
    for row in book.get(_PROGRAMMES, ())[:6]:
        for cell in row:
            if found := _YEAR.search(xlsx.text(cell)):
                return found[1]
    raise ContractError(f"{_WHAT} säger inte vilket ansökningsår den gäller, i {_PROGRAMMES}.")


@lru_cache(maxsize=1)
def _names() -> tuple[dict[str, str], dict[tuple[str, str], str]]:
    """Return län by name without "län", and kommuner by their län and name."""
    counties = {region.short.casefold(): region.code for region in regions("county")}
    kommuner = {(r.code[:2], r.name.casefold()): r.code for r in regions("municipality")}
    return counties, kommuner


def _county(cell: Cell, where: str) -> str:
    """Return the code of a län, written ``Uppsala``."""
    code = _names()[0].get(xlsx.text(cell).casefold())
    if code is None:
        raise ContractError(f"{where}: okänt län {quote(xlsx.text(cell))}.")
    return code


def _place(row: Mapping[str, Cell], where: str) -> str:
    """Return the code of a row's kommun, or of its län where the place is no kommun."""
    county = _county(row["Län"], where)
    return _names()[1].get((county, xlsx.text(row["Kommun"]).casefold()), county)


def _text(cell: Cell, where: str) -> str:
    text = xlsx.text(cell)
    if not text:
        raise DecodeError(f"{where}: diarienummer saknas.")
    return text


def _number(cell: Cell, where: str) -> int:
    if type(cell) is not int or cell < 0:
        raise DecodeError(f"{where}: {quote(xlsx.text(cell))} är inte ett antal platser.")
    return cell
