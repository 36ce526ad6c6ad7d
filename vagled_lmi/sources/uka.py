"""UKÄ, Högskolan i siffror: what became of graduates, and how many they are, per university.

The figures lie behind a web form. What there is to choose is asked for first, as the form does;
then everything of an indicator is ordered, and the answer says where the file lies. The names of
its columns beside time, university, sex and value differ between indicators: together they are the
category of a row.

References
----------
https://www.uka.se/statistik-och-analys/hogskolan-i-siffror; the form at
https://statistik-www.uka.se/export.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

import pandas as pd

from vagled_lmi.codes import quote
from vagled_lmi.contracts import Contract, Measure
from vagled_lmi.errors import ContractError, DecodeError, SourceError
from vagled_lmi.provenance import Query
from vagled_lmi.session import Request, Response
from vagled_lmi.sources.gathering import Gathered
from vagled_lmi.sources.protocol import Agency, Answer, Inquiry, Send
from vagled_lmi.sources.reading import LATER, dumps, loads, part, refusing
from vagled_lmi.tables import Contents, Dimension, TableSpec

AGENCY = Agency(
    key="uka",
    name="Universitetskanslersämbetet (UKÄ)",
    url="https://statistik-api.uka.se/api",
    variable="VAGLED_UKA_URL",
    contact="https://www.uka.se",
    services={"export": "https://statistik-www.uka.se/export"},
)

ALL, MISSING = "samtliga", "saknas"
COUNTRY = "riket"
WHAT = "Svaret från UKÄ"
_PAGE = "https://www.uka.se/statistik-och-analys/hogskolan-i-siffror"
_TIME, _UNIVERSITY, _SEX, _VALUE, _AGE = "Tidsperiod", "Lärosäte", "Kön", "Värde", "Åldersgrupp"
_SEXES = {"Kvinnor": "women", "Män": "men", "Total": "total", "": "total"}
_NO_VALUE = frozenset({"", ".", "..", "-", "–"})
_NUMBER = re.compile(r"-?\d{1,15}(?:,\d{1,15})?", re.ASCII)
_TERM = re.compile(r"(VT|HT) ?(\d{4})")
_NUMBERED = re.compile(r"\[\d+\]$")


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator of Högskolan i siffror: `TableSpec.live`.

    Attributes
    ----------
    number : int
        UKÄ's id of it.
    words : str
        Part of its name, in lower case: an id that has come to mean something else is refused.
    """

    number: int
    words: str


def _table(name: str, live: Indicator, title: str, contents: Contents) -> TableSpec:
    return TableSpec(
        id=f"uka:{name}",
        agency=AGENCY.name,
        register=f"Högskolan i siffror, indikator {live.number}",
        title=title,
        dimensions=(
            Dimension("region", "Region", "region"),
            Dimension("period", "Period", "period"),
            Dimension("university", "Lärosäte"),
            Dimension("category", "Kategori"),
            Dimension("sex", "Kön", codes={"total": "totalt", "men": "män", "women": "kvinnor"}),
        ),
        contents=(contents,),
        cadence="year",
        licence="offentlig statistik, ange källan",
        notes=(
            "Uppgifterna finns per lärosäte, inte per kommun eller län: den som tar examen kan bo "
            "och arbeta i hela landet, så regionen är riket.",
            "Kategorin är det som indikatorn delas upp på, till exempel examen; samtliga är "
            "totalen.",
        ),
        page=_PAGE,
        live=live,
    )


TABLES = (
    _table(
        "etablering",
        Indicator(136, "etabler"),
        "Etablering på arbetsmarknaden efter högskoleexamen",
        Contents("136", "Andel examinerade med etablerad ställning", "procent", 1, 0, 100),
    ),
    _table(
        "examinerade",
        Indicator(108, "examin"),
        "Examinerade från högskolan",
        Contents("108", "Examinerade", "personer"),
    ),
    _table(
        "nyborjare",
        Indicator(31, "nybörjare"),
        "Nybörjare på program mot yrkesexamen",
        Contents("31", "Nybörjare på yrkesexamensprogram", "personer"),
    ),
    _table(
        "soktryck",
        Indicator(99, "söktryck"),
        "Söktryck till program mot yrkesexamen",
        Contents("99", "Förstahandssökande per antagen", "sökande per antagen", 2),
    ),
)


def fetch(inquiry: Inquiry, send: Send) -> Iterator[Answer]:
    """Ask UKÄ what an indicator is, order all of it, and fetch the file.

    Parameters
    ----------
    inquiry : Inquiry
        Of a table with an `Indicator` as its `live`. It is always fetched whole.
    send : Send
        The only way out.

    Yields
    ------
    Answer
        What UKÄ says of the indicator, JSON; then the file, CSV.

    Raises
    ------
    SourceError
        The number stands for another indicator, the form has changed, or the answer is no file.
    """
    spec = inquiry.spec
    live = _live(spec)
    described = _described(inquiry, send)
    yield Answer(
        Query(spec.id, described.url), _indicator_of(described), "application/json", whole=2
    )
    filters = _filters(inquiry, send)
    export = inquiry.agency.address("export")
    order = Request(
        "POST",
        f"{export}/api/index.php",
        form={"indicator": str(live.number), "filters[]": filters},
        headers={"X-Requested-With": "XMLHttpRequest"},
    )
    with refusing(AGENCY.name, order.url):
        address = part(loads(send(order).body, WHAT), "fileUrl", str, WHAT)
    url = _file(export, address)
    response = send(Request("GET", url))
    with refusing(AGENCY.name, url):
        _rows(response.body)
    # the file's address is made up for each order; what it is of is the order
    query = Query(spec.id, order.url, {"indicator": (str(live.number),), "filters[]": filters})
    yield Answer(query, response.body, "text/csv", whole=2)


def _file(export: str, address: str) -> str:
    """Return the whole address of a file; it must be where it was ordered."""
    try:
        url = urljoin(f"{export}/", address)
        there = urlsplit(url).netloc
    except ValueError as error:
        said = f"UKÄ hänvisar till {quote(address)}, som inte är en adress."
        raise SourceError(said, LATER) from error
    if there != urlsplit(export).netloc:
        raise SourceError(f"UKÄ hänvisar till en fil hos någon annan: {quote(url)}.", LATER)
    return url


def probe(inquiry: Inquiry, send: Send) -> list[bytes]:
    """Ask UKÄ what an indicator is; raises as `fetch`."""
    return [_indicator_of(_described(inquiry, send))]


def contract(payloads: Sequence[bytes], spec: TableSpec) -> Contract:
    """Read what UKÄ says of an indicator: the first payload of a vintage, or that of `probe`.

    Raises
    ------
    DecodeError
        The payload is not what was stored.
    """
    said = part(loads(payloads[0], WHAT), "indicator", dict, WHAT)
    name = part(said, "name", str, WHAT)
    return Contract(
        table=spec.id,
        agency_id=str(_live(spec).number),
        label=name,
        updated=str(said.get("current_year") or ""),
        measures={c.code: Measure(name, str(said.get("measurement") or "")) for c in spec.contents},
    )


def parse(payloads: Sequence[bytes], spec: TableSpec) -> pd.DataFrame:
    """Read an indicator's file.

    Parameters
    ----------
    payloads : sequence of bytes
        What UKÄ says of the indicator, and the file.
    spec : TableSpec
        The table.

    Returns
    -------
    pandas.DataFrame
        Columns `spec.columns`. A row without a university is riket; one without other categories,
        or with totals only, is `ALL`.

    Raises
    ------
    DecodeError
        The payload is not such a file.
    ContractError
        A sex is not known, or there is another number of payloads.
    """
    if len(payloads) != 2:
        raise ContractError(f"{spec.id}: {len(payloads)} svar, men en indikator är två.")
    gathered = Gathered(spec.columns)
    for number, row in enumerate(_rows(payloads[1]), start=2):
        sex = row.pop(_SEX, "")
        if sex not in _SEXES:
            raise ContractError(f"{WHAT}, rad {number}: okänt kön {quote(sex)}.")
        written = row.pop(_VALUE).replace("\u00a0", "").replace(" ", "")
        if written not in _NO_VALUE and not _NUMBER.fullmatch(written):
            raise DecodeError(f"{WHAT}, rad {number}: värdet är {quote(written)}, inte ett tal.")
        value = None if written in _NO_VALUE else float(written.replace(",", "."))
        status = "" if value is not None else written or MISSING
        period = _period(row.pop(_TIME))
        university = row.pop(_UNIVERSITY) or COUNTRY
        row.pop(_AGE, None)  # only all ages are asked for
        others = {n: text for n, text in row.items() if text and text.casefold() != "total"}
        # with several columns the same text may stand in two of them
        named = others.values() if len(row) == 1 else (f"{n}: {t}" for n, t in others.items())
        category = " · ".join(named) or ALL
        gathered.add(value, "00", period, university, category, _SEXES[sex], status)
    return gathered.frame()


def _live(spec: TableSpec) -> Indicator:
    if not isinstance(spec.live, Indicator):
        raise TypeError(spec.id)
    return spec.live


def _described(inquiry: Inquiry, send: Send) -> Response:
    live = _live(inquiry.spec)
    response = send(Request("GET", f"{inquiry.agency.address()}/totals/{live.number}/"))
    with refusing(AGENCY.name, response.url):
        said = part(loads(response.body, WHAT), "indicator", dict, WHAT)
        name = part(said, "name", str, WHAT)
    if live.words not in name.casefold():
        raise SourceError(
            f"UKÄ:s indikator {live.number} heter nu {quote(name)}, som inte är {inquiry.spec.id}.",
            f"Leta efter den på {inquiry.spec.page}; numret kan ha flyttats.",
        )
    return response


def _indicator_of(response: Response) -> bytes:
    """Keep what UKÄ says of the indicator, not the totals: the file has them."""
    return dumps({"indicator": loads(response.body, WHAT)["indicator"]}, WHAT)


def _filters(inquiry: Inquiry, send: Send) -> tuple[str, ...]:
    """Return what to choose in the form: all of it, but of ages only all together."""
    live = _live(inquiry.spec)

    def choices(page: str, prefix: str, **more: str) -> list[str]:
        url = f"{inquiry.agency.address('export')}/filters/{page}.php"
        asked = {**more, "indicator": f'["{live.number}"]'}
        response = send(Request("GET", url, asked))
        found = _Form(response.body).values
        return [f"{group}{value}" for group, value in found if value.startswith(prefix)]

    starts = choices("academic_term", "from:", direction="from")
    ends = choices("academic_term", "to:", direction="to")
    universities = choices("university", "uni:")
    genders = choices("gender", "gender:")
    if not (starts and ends and universities and genders):
        raise SourceError(
            f"UKÄ:s formulär har inget att välja för indikator {live.number}.",
            "Formuläret kan ha ändrats: se " + inquiry.spec.page,
        )
    ages = choices("age", "age:")
    together = [age for age in ages if age in ("age:1", "age:Total")] or ages[-1:]
    # periods stand newest first: from the last of them to the first
    return (starts[-1], ends[0], *universities, *genders, *together, *choices("group", "dynamic:"))


class _Form(HTMLParser):
    """Reads the values of a form's choices, each with the group it stands in, empty for none."""

    def __init__(self, body: bytes) -> None:
        super().__init__()
        self.values: list[tuple[str, str]] = []
        self._group = ""
        self._names_group = False
        self.feed(body.decode("utf-8", "replace"))

    def handle_starttag(self, _: str, attributes: list[tuple[str, str | None]]) -> None:
        """Take the value of a choice, or see that the name of a group follows."""
        given = dict(attributes)
        self._names_group = "dynamic-filter-index" in (given.get("class") or "")
        if value := given.get("value"):
            self.values.append((self._group if value.startswith("dynamic:") else "", value))

    def handle_data(self, data: str) -> None:
        """Take the name of a group."""
        if self._names_group and data.strip():
            self._group, self._names_group = data.strip(), False


def _rows(payload: bytes) -> Iterator[dict[str, str]]:
    """Return a file's rows by the names of its columns; the header is read at once."""
    try:
        lines = payload.decode("utf-8-sig").splitlines()
        header, *rows = csv.reader(lines, delimiter=";", strict=True)
    except (UnicodeDecodeError, csv.Error, ValueError) as error:
        raise DecodeError(f"{WHAT} är ingen CSV-fil.") from error
    names = [_NUMBERED.sub("", name.strip()) for name in header]
    missing = [name for name in (_TIME, _UNIVERSITY, _VALUE) if name not in names]
    if missing or len(set(names)) < len(names):
        said = f"saknar {missing[0]}" if missing else "har två kolumner med samma namn"
        raise DecodeError(f"{WHAT} {said}; det har {'; '.join(names)[:300]}.")
    return _named(names, rows)


def _named(names: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[dict[str, str]]:
    for number, row in enumerate(rows, start=2):
        if len(row) != len(names):
            if any(row):
                raise DecodeError(f"{WHAT}, rad {number}: {len(row)} värden, väntat {len(names)}.")
            continue
        yield {name: " ".join(text.split()) for name, text in zip(names, row, strict=True)}


def _period(text: str) -> str:
    """Return a period as it is written here; ``="2019/20"`` is a text to Excel."""
    bare = text.removeprefix('="').removesuffix('"').removeprefix("=")
    term = _TERM.fullmatch(bare)
    return f"{term[2]}T{1 if term[1] == 'VT' else 2}" if term else bare
