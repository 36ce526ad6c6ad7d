"""Notices and the unemployed: from the page's link to the sheet's cells, found by their labels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from tests.agencies.af import PAGE, AfServer
from tests.agencies.af_workbooks import (
    COUNTIES,
    PIVOT_NUMBERS,
    notices_by_industry,
    notices_by_month,
    pivot,
)
from tests.servers import Reply
from tests.sources.af_asking import asking, spec
from tests.sources.workbooks import workbook
from vagled_lmi import tables
from vagled_lmi.codes import regions
from vagled_lmi.errors import ContractError, DecodeError
from vagled_lmi.sources import af, xlsx
from vagled_lmi.sources.af import linked
from vagled_lmi.sources.af.linked import Linked
from vagled_lmi.sources.af.notices import EMPTY
from vagled_lmi.sources.af.registered import HIDDEN, PARTLY_HIDDEN
from vagled_lmi.sources.protocol import UnchangedError
from vagled_lmi.store import draft

SHARED = Path(__file__).parents[2].parent / "shared" / "data" / "af" / "statistik"
shared = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared med varsel saknas")
MONTHS, INDUSTRIES = spec("af:varsel"), spec("af:varsel_bransch")
REGISTERED = spec("af:inskrivna")

BOOKS = {
    "web-varsel-lan-199201-2026-03.xlsx": b"old",
    "web-varsel-lan-199201-2026-04.xlsx": b"by month",
    "web-varsel-bransch-199201-2026-07.xlsx": b"riket by industry",
    "Varsel-bransch-län-2025.xlsx": b"by industry",
    "web-varsel-bransch-lan-2010-2025.xlsx": b"by county and industry",
    "web-inskrivna-arbetslosa-andel-av-bas-2026-08.xlsx": b"registered",
    "web-inskrivna-arbetslosa-andel-av-bas-arsgenomsnitt-2025-12.xlsx": b"yearly means",
    "web-inskrivna-arbetslosa-tid-utan-arbete-lan-kom-2026-08.xlsx": b"by time",
}


# The page


@pytest.mark.parametrize(
    ("table", "name"),
    [
        ("af:varsel", "web-varsel-lan-199201-2026-04.xlsx"),
        ("af:varsel_bransch", "web-varsel-bransch-lan-2010-2025.xlsx"),
        ("af:inskrivna", "web-inskrivna-arbetslosa-andel-av-bas-2026-08.xlsx"),
    ],
)
def test_the_newest_workbook_of_a_name_is_found(table: str, name: str) -> None:
    page = AfServer(books=BOOKS)._page()
    address = f"https://arbetsformedlingen.se{PAGE}"
    live = spec(table).live
    assert isinstance(live, Linked)
    assert linked.find(page, address, live).endswith(f"/{name}")


def test_a_page_without_the_workbook_says_what_it_has() -> None:
    page = b'<a href="/download/1/web-varsel-riket-2026-07.xlsx">Varsel</a>'
    with pytest.raises(ContractError) as caught:
        linked.find(page, "https://arbetsformedlingen.se/s", MONTHS.live)  # type: ignore[arg-type]
    assert "länkar 0 arbetsböcker" in caught.value.message
    assert caught.value.message.endswith('Där finns "web-varsel-riket-2026-07.xlsx".')


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (b"", "Där finns inga."),
        (
            b'<a href="/1/varsel-lan-2026-07.xlsx"></a><a href="/2/varsel-lan-2026-07.xlsx"></a>',
            "länkar 2 arbetsböcker",
        ),
        (b'<a href="https://example.org/varsel-lan-2026-07.xlsx"></a>', "en annan plats"),
    ],
)
def test_links_that_are_not_followed(page: bytes, said: str) -> None:
    with pytest.raises(ContractError, match=said):
        linked.find(page, "https://arbetsformedlingen.se/s", MONTHS.live)  # type: ignore[arg-type]


def test_a_page_that_is_none() -> None:
    with pytest.raises(DecodeError, match="ingen webbsida"):
        linked.find(b"x" * 5_000_001, "https://arbetsformedlingen.se/s", Linked("x"))


def month(*values: object) -> bytes:
    return notices_by_month({"2026-07": values or range(22)})


def test_the_page_is_read_and_the_file_fetched(tmp_path: Path) -> None:
    book = notices_by_month({"2026-07": [*[1] * 21, 21]})
    with asking(AfServer(books={"web-varsel-lan-2026-07.xlsx": book}), tmp_path) as asked:
        (answer,) = asked.fetch("af:varsel")
        page, file = asked.server.seen
        assert (page.path, page.headers["Accept"]) == (PAGE, "text/html")
        assert file.path.endswith("/web-varsel-lan-2026-07.xlsx")
        assert file.path.startswith("/statistics/download/18.")
        assert answer.payload == book
        assert (answer.media_type, answer.whole) == (xlsx.MEDIA_TYPE, 1)
        assert answer.updated == "2026-06-08T06:30:05Z"
        known = draft(answer, retrieved="2026-11-25T08:00:00Z", licence="", via="")
        with pytest.raises(UnchangedError):
            asked.fetch("af:varsel", known=(known,))
    services = AfServer(books={"web-varsel-lan-2026-07.xlsx": book}, issue="18.new/2")
    with asking(services, tmp_path) as asked:  # the address is new, so the file is fetched again
        assert asked.fetch("af:varsel", known=(known,))[0].payload == book


def test_a_page_instead_of_the_file(tmp_path: Path) -> None:
    services = AfServer(books={"web-varsel-lan-2026-07.xlsx": b"<html>502</html>"})
    with (
        asking(services, tmp_path) as asked,
        pytest.raises(DecodeError, match="per län och månad: filen är ingen arbetsbok"),
    ):
        asked.fetch("af:varsel")
    empty = Reply(b"<html>Under arbete</html>", headers={"Content-Type": "text/html"})
    with asking(lambda _: empty, tmp_path) as asked, pytest.raises(ContractError, match="0 arbets"):
        asked.fetch("af:varsel")


# Notices by month


def notices(book: bytes) -> pd.DataFrame:
    return tables.check(MONTHS, af.parse([book], MONTHS))


def refused(book: bytes, declared: Any = MONTHS) -> str:
    with pytest.raises(ContractError) as caught:
        af.parse([book], declared)
    return caught.value.message


def test_months_and_counties() -> None:
    frame = notices(
        notices_by_month(
            {
                "2026-06": [*range(21), sum(range(21))],
                "2026-07": [5, "..", None, *[0] * 18, 5],
                "2026-08": [None] * 22,
                "Anm.: preliminärt": [],
            }
        )
    )
    assert len(frame) == 2 * 22
    at = frame.set_index(["region", "period"])
    assert at.loc[("01", "2026M06"), "value"] == 0
    assert at.loc[("25", "2026M06"), "value"] == 20
    assert at.loc[("00", "2026M06"), "value"] == 210  # 0 + 1 + ... + 20
    assert at.loc[("03", "2026M07"), "status"] == ".."
    assert at.loc[("04", "2026M07"), "status"] == EMPTY
    assert at.loc[("03", "2026M07"), "value"] != at.loc[("03", "2026M07"), "value"]
    assert set(frame["period"]) == {"2026M06", "2026M07"}


def test_columns_may_stand_in_any_order_and_be_named_shortly() -> None:
    short = [region.short for region in regions("county")]
    columns = ["Riket", *reversed(short), "Inga uppgifter"]
    values = [21 + 3, *[1] * 21, 3]
    frame = notices(notices_by_month({"2026-07": values}, columns))
    assert set(frame["value"]) == {1, 24}
    assert len(frame) == 22


@pytest.mark.parametrize(
    ("book", "said"),
    [
        (
            workbook({"Blad1": [["x"]]}),
            'ett blad med "månad" i namnet saknas; bladen heter "Blad1"',
        ),
        (
            notices_by_month({}, [*COUNTIES[:-1], "Riket"]),
            "ingen rad har alla län; det som saknas är Norrbottens län.",
        ),
        (notices_by_month({}, [*COUNTIES, "Utlandet"]), '"Utlandet" är inget län'),
        (notices_by_month({"juli": [*[1] * 21, 21]}), '"juli" är ingen månad'),
        (month(*[1] * 21, 20), "länen blir 21, men riket är 20"),
        (month(*[1] * 20, 1.5, 22), '"1.5" är inget antal personer'),
        (month(*[1] * 20, -1, 19), '"-1" är inget antal personer'),
    ],
)
def test_a_layout_that_has_changed_is_named(book: bytes, said: str) -> None:
    assert said in refused(book)


def test_those_without_a_county_make_up_the_country() -> None:
    columns = (*COUNTIES, "Inga uppgifter", "Riket")
    assert len(notices(notices_by_month({"2026-07": [*[1] * 21, 4, 25]}, columns))) == 22
    said = refused(notices_by_month({"2026-07": [*[1] * 21, 4, 26]}, columns))
    assert "länen blir 25, men riket är 26" in said


# Notices by industry


def industries(*rows: Sequence[object]) -> bytes:
    return notices_by_industry({"2024": rows, "2025": rows})


A = ["A", "Jordbruk, skogsbruk och fiske", *[1] * 21, 2, 23]
C = ["C", "Tillverkning", *[2] * 21, 0, 42]
US = [None, "Uppgift saknas", *[0] * 21, 1, 1]


def test_years_industries_and_counties() -> None:
    frame = tables.check(INDUSTRIES, af.parse([industries(A, C, US)], INDUSTRIES))
    assert len(frame) == 2 * 3 * 22
    assert set(frame["period"]) == {"2024", "2025"}
    labels = dict(zip(frame["industry"], frame["label"], strict=True))
    assert labels == {"A": A[1], "C": C[1], "US": "Uppgift saknas"}
    at = frame.set_index(["region", "period", "industry"])["value"]
    assert at[("00", "2025", "C")] == 42
    assert at[("20", "2024", "A")] == 1


def test_sums_must_be_the_sums_of_the_industries() -> None:
    book = xlsx.read(industries(A, C), "Provfil")
    rows = [list(row) for row in book["2024"]]
    rows[-3][2] = 4  # Stockholms län: 1 + 2 = 3
    said = refused(workbook({"2024": rows}), INDUSTRIES)
    assert 'bladet "2024", rad 5: näringsgrenarna blir 3, men summan är 4' in said
    no_sum = refused(workbook({"2024": rows[:-3]}), INDUSTRIES)
    assert "raden Summa saknas" in no_sum
    rows[1][1] = "Bransch"
    assert 'rubriken "näringsgren" saknas; där står "SNI", "Bransch"' in refused(
        workbook({"2024": rows}), INDUSTRIES
    )
    assert "ett blad per år saknas" in refused(workbook({"Blad1": rows}), INDUSTRIES)


def test_a_file_is_one_file() -> None:
    for declared in (MONTHS, INDUSTRIES, REGISTERED):
        with pytest.raises(ContractError, match="0 filer"):
            af.parse([], declared)


@pytest.mark.shared
@shared
def test_the_recorded_notices_of_dalarna() -> None:
    """Region Dalarna's extracts, put back in the agency's layout: the other län have no figures.

    1992-01 has 490 persons, 2024-01 has 87; Tillverkning in 2010 has 152.
    """
    by_month = _dalarna("varsel_dalarna_manad_1992-2024.xlsx", ("tid", "antal"))
    months = {str(row["tid"]): _only_dalarna(row["antal"]) for row in by_month}
    frame = notices(notices_by_month(months, COUNTIES))
    here = frame[frame["region"] == "20"].set_index("period")["value"]
    assert len(here) == 385
    assert (here["1992M01"], here["2024M01"]) == (490, 87)
    assert here.sum() == sum(float(str(row["antal"])) for row in by_month)
    assert (frame[frame["region"] != "20"]["status"] == EMPTY).all()

    labels = ("Näringsgren", "antal", "År")
    by_industry = _dalarna("varsel_dalarna_bransch_2010-2022.xlsx", labels)
    years: dict[str, list[list[object]]] = {}
    for row in by_industry:
        rows = years.setdefault(str(row["År"]), [])
        known = row["Näringsgren"] != "Uppgift saknas"
        code = chr(ord("A") + len(rows)) if known else None
        rows.append([code, row["Näringsgren"], *_only_dalarna(row["antal"], 0)])
    read = af.parse([notices_by_industry(years, COUNTIES)], INDUSTRIES)
    there = tables.check(INDUSTRIES, read)
    there = there[there["region"] == "20"].set_index(["period", "label"])["value"]
    assert there[("2010", "Tillverkning")] == 152
    assert there[("2022", "Kultur, nöje och fritid")] == 12
    assert set(there.index.get_level_values("period")) == {str(y) for y in range(2010, 2023)}


def _dalarna(name: str, labels: Sequence[str]) -> list[Mapping[str, Any]]:
    (rows,) = xlsx.read((SHARED / name).read_bytes(), name).values()
    return [row for _, row in xlsx.records(rows, labels, name)]


def _only_dalarna(value: object, rest: object = None) -> list[object]:
    return [value if name == "Dalarnas län" else rest for name in COUNTIES]


# The unemployed


def record(period: str, county: str, kommun: str, number: object, **changes: object) -> list[Any]:
    """All groups have the same number of persons, of a labour force ten times as large."""
    large = 10.5 * number if isinstance(number, int | float) else 100
    numbers = {name: number if name.endswith("SOK") else large for name in PIVOT_NUMBERS}
    return [period, county, kommun, *{**numbers, **changes}.values()]


RECORDS = [
    record("2026-08", "Uppsala län", "Uppsala", 100),
    record("2026-08", "Uppsala län", "Knivsta", 20, KVISOK="<5"),
    record("2026-08", "Uppsala län", "Uppgift saknas", 3),
    record("2026-08", "Södermanlands län", "Nyköping", 40),
    record("2026-08", "Uppgift saknas", "Uppgift saknas", 2),
    record("2026-07", "Uppsala län", "Uppsala", 99),
]


def test_kommuner_and_their_sums() -> None:
    frame = tables.check(REGISTERED, af.parse([pivot(RECORDS)], REGISTERED))
    at = frame.set_index(["region", "period", "group", "contents"])
    persons = at["value"]
    assert persons[("0380", "2026M08", "total", "registered")] == 100
    assert persons[("0380", "2026M08", "total", "labour_force")] == 1050
    assert persons[("03", "2026M08", "total", "registered")] == 100 + 20 + 3
    assert persons[("00", "2026M08", "total", "registered")] == 100 + 20 + 3 + 40 + 2
    assert persons[("00", "2026M07", "total", "registered")] == 99
    # 5 regions in August, 3 in July; 10 groups, 2 measures
    assert set(frame["region"]) == {"00", "03", "04", "0330", "0380", "0480"}
    assert len(frame) == (6 + 3) * 10 * 2


def test_hidden_numbers_stay_missing_and_so_do_their_sums() -> None:
    frame = tables.check(REGISTERED, af.parse([pivot(RECORDS)], REGISTERED))
    women = frame[(frame["group"] == "women") & (frame["contents"] == "registered")]
    said = women[women["period"] == "2026M08"].set_index("region")
    assert said.loc["0330", "status"] == HIDDEN
    assert said.loc["03", "status"] == said.loc["00", "status"] == PARTLY_HIDDEN
    assert said.loc[["0330", "03", "00"], "value"].isna().all()
    assert said.loc["04", "value"] == said.loc["0480", "value"] == 40
    missing = frame["value"].isna()
    assert missing.sum() == 3


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({0: "augusti"}, '"augusti" är ingen månad'),
        ({0: 2026}, '"2026.0" är ingen månad'),
        ({1: "Upsala län"}, '"Upsala län" är inget län'),
        ({2: "Enköpings kommun"}, '"Enköpings kommun" är ingen kommun'),
        ({3: "många"}, '"många" är inget antal personer'),
        ({3: -1}, '"-1.0" är inget antal personer'),
    ],
)
def test_records_that_name_something_else(changes: dict[int, object], said: str) -> None:
    row = [changes.get(at, value) for at, value in enumerate(RECORDS[0])]
    assert said in refused(pivot([row]), REGISTERED)


def test_a_pivot_table_with_other_fields_is_named() -> None:
    fields = ["PERIOD", "LAN", "KOM", *(f"X{name}" for name in PIVOT_NUMBERS)]
    said = refused(pivot(RECORDS, fields), REGISTERED)
    assert "ingen pivottabell har fälten PERIOD, LAN, KOM, TOTSOK" in said
    assert "Det som finns är kom, lan, period, xegak" in said
    assert "ingen pivottabell." in refused(workbook({"Antal": [["x"]]}), REGISTERED)
    assert "har inga poster" in refused(pivot([]), REGISTERED)


def test_a_record_cut_off() -> None:
    broken = pivot([RECORDS[0][:5]], ("PERIOD", "LAN", "KOM", "TOTSOK", "TOTAK"))
    with pytest.raises(ContractError):
        af.parse([broken], REGISTERED)
    with pytest.raises(DecodeError, match="ingen arbetsbok"):
        af.parse([pivot(RECORDS)[:500]], REGISTERED)
