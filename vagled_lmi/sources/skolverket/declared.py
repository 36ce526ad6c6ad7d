"""The tables of Skolverket."""

from __future__ import annotations

from vagled_lmi.codes import OSTRA_MELLANSVERIGE, Region, regions
from vagled_lmi.sources.pxweb1 import Table1
from vagled_lmi.sources.pxweb_extract import Extract, Label
from vagled_lmi.sources.skolverket.adults import AdultCounts
from vagled_lmi.sources.skolverket.programmes import ProgrammeResults
from vagled_lmi.sources.skolverket.susa import Offers
from vagled_lmi.sources.skolverket.susa_frame import TOTAL, UNKNOWN
from vagled_lmi.sources.skolverket.upper_secondary import SchoolOffers
from vagled_lmi.tables import Contents, Dimension, TableSpec

_REGION = Dimension("region", "Region", "region")
_PERIOD = Dimension("period", "Läsår", "period")
_TERM = Dimension("period", "Termin", "period")
_SUSA_PAGE = (
    "https://www.skolverket.se/om-skolverket/webbplatser-och-tjanster/oppna-data/"
    "api-for-utbildningstillfallen-susa-navet"
)
_PLANNED_PAGE = "https://www.skolverket.se/om-skolverket/webbplatser-och-tjanster/oppna-data"

#: EMIL's forms of school with education events; gymnasieskolan is not among them.
FORMS = {
    "YH": "yrkeshögskola",
    "AUB": "arbetsmarknadsutbildning",
    "FHS": "folkhögskola",
    "HS": "högskola",
    "KKU": "konst- och kulturutbildning",
    "NY": "nationell yrkesutbildning",
    "VUXGR": "komvux på grundläggande nivå",
    "VUXGY": "komvux på gymnasial nivå",
    "VUXGRAN": "komvux som anpassad utbildning på grundläggande nivå",
    "VUXGYAN": "komvux som anpassad utbildning på gymnasial nivå",
    "VUXSFI": "komvux i svenska för invandrare",
}
#: Broad fields of SUN 2020 (inriktning, first digit).
FIELDS = {
    "0": "allmän utbildning",
    "1": "pedagogik och lärarutbildning",
    "2": "humaniora och konst",
    "3": "samhällsvetenskap, juridik, handel, administration",
    "4": "naturvetenskap, matematik och IKT",
    "5": "teknik och tillverkning",
    "6": "lant- och skogsbruk samt djursjukvård",
    "7": "hälso- och sjukvård samt social omsorg",
    "8": "tjänster",
    "9": "okänd inriktning enligt SUN",
}
_AREAS = (
    "00",
    *(county.code for county in regions("county")),
    *(kommun.code for code in OSTRA_MELLANSVERIGE for kommun in Region(code).municipalities),
)
_DATABASE = "Skolverkets_statistikdatabas/Kommunala_jamforelsetal"
_DATABASE_PAGE = "https://statistikdatabasen.skolverket.se/PxWeb/pxweb/sv/"
_UNOFFICIAL = (
    "Kommunala jämförelsetal är inte officiell statistik.",
    "Två prickar (..) är sekretess, en prick (.) att uppgift saknas.",
)


def _compared(
    table: str, *measures: Label, folder: str = "", words: tuple[str, ...] = ()
) -> Table1:
    """Return how one of the municipal comparisons is asked for: `level` has our region codes."""
    extract = Extract(
        table=table,
        select={"variable": measures, "level": _AREAS, "time": ("*",)},
        columns={"variable": "contents", "level": "region", "time": "period"},
    )
    return Table1("statistik", "variable", extract, folder, words)


_SUSA_NOTES = (
    "Ett tillfälle utan ort, som en distansutbildning, räknas bara för riket (00).",
    "Terminen är den då tillfället börjar; den som har löpande start har terminen då listan "
    "hämtades.",
    "Inställda tillfällen ingår inte. Gymnasieskolans utbildningar finns inte i Susa-navet.",
    "Att en utbildning finns i listan säger inte hur många platser den har.",
)

TABLES = (
    TableSpec(
        id="skolverket:behorighet",
        agency="Skolverket",
        register="SIRIS: Grundskola, behörighet till gymnasieskolan (yrkesprogram)",
        title="Elever i årskurs 9 som är behöriga till gymnasieskolans yrkesprogram",
        dimensions=(
            Dimension("region", "Kommun", "region"),
            _PERIOD,
            Dimension("sex", "Kön", codes={"total": "totalt", "men": "pojkar", "women": "flickor"}),
        ),
        contents=(
            Contents("eligible", "Behöriga till yrkesprogram", "procent av eleverna", 1, 0, 100),
        ),
        cadence="year",
        licence="CC0",
        notes=(
            "Två prickar (..) betyder att gruppen är för liten för att visas, ~100 att nästan alla "
            "är behöriga.",
        ),
        page="https://www.skolverket.se/skolutveckling/statistik",
        file="Spara filen om behörighet till gymnasieskolan per kommun som CSV från Skolverkets "
        "sida; samma mått hämtas direkt från Kolada (kolada:behorighet, N15428).",
    ),
    TableSpec(
        id="skolverket:gymnasieprogram",
        agency="Skolverket",
        register="Planerade utbildningar v4, nationella värden för gymnasieskolans program",
        title="Examen och behörighet till högskolan efter gymnasieprogram, riket",
        dimensions=(
            _REGION,
            _PERIOD,
            Dimension("programme", "Program"),
            Dimension(
                "contents",
                "Mått",
                codes={
                    "ratioOfPupilsWithExamWithin3Years": "Elever med examen inom tre år",
                    "ratioOfStudentsEligibleForUndergraduateEducation": (
                        "Avgångselever med grundläggande behörighet till högskolan"
                    ),
                    "gradesPointsForStudentsWithExam": (
                        "Genomsnittlig betygspoäng för elever med examen"
                    ),
                },
            ),
        ),
        attributes=("programme_name",),
        contents=(
            Contents(
                "ratioOfPupilsWithExamWithin3Years",
                "Elever med examen inom tre år",
                *("procent", 1, 0, 100),
            ),
            Contents(
                "ratioOfStudentsEligibleForUndergraduateEducation",
                "Avgångselever med grundläggande behörighet till högskolan",
                *("procent", 1, 0, 100),
            ),
            Contents(
                "gradesPointsForStudentsWithExam",
                "Genomsnittlig betygspoäng för elever med examen",
                *("betygspoäng", 1, 0, 20),
            ),
        ),
        cadence="year",
        licence="CC0",
        notes=(
            "Läsåret för examen inom tre år är det då eleverna började.",
            "Resultat för enskilda skolor hämtas inte: här görs inga rangordningar av skolor.",
        ),
        page=_PLANNED_PAGE,
        live=ProgrammeResults(),
    ),
    TableSpec(
        id="skolverket:gymnasieutbud",
        agency="Skolverket",
        register="Planerade utbildningar v4, utbildningstillfällen i gymnasieskolan",
        title="Gymnasieskolans program och antal skolor som ger dem, per kommun",
        dimensions=(
            _REGION,
            _PERIOD,
            Dimension("programme", "Program"),
            Dimension(
                "contents", "Mått", codes={"schools": "Skolor", "events": "Program på skolor"}
            ),
        ),
        attributes=("programme_name",),
        contents=(
            Contents("schools", "Skolor som ger programmet", "skolenheter"),
            Contents("events", "Program på skolor", "utbildningar"),
        ),
        cadence="year",
        licence="CC0",
        notes=(
            "Egen bearbetning: räknat ur Skolverkets lista. Ett program räknas en gång per skola.",
            "Program enligt reformen 2025 (EK25) räknas ihop med sina föregångare (EK).",
            "Svenska skolor i utlandet räknas bara för riket.",
        ),
        page=_PLANNED_PAGE,
        live=SchoolOffers(),
    ),
    TableSpec(
        id="skolverket:vuxenutbud",
        agency="Skolverket",
        register="Planerade utbildningar v4, antal utbildningstillfällen för vuxna",
        title="Utbildningstillfällen för vuxna efter form och område",
        dimensions=(
            _REGION,
            Dimension("period", "Månad", "period"),
            Dimension("form", "Utbildningsform"),
            Dimension("area", "Utbildningsområde"),
        ),
        attributes=("form_name", "area_name"),
        contents=(Contents("events", "Utbildningstillfällen", "tillfällen"),),
        cadence="irregular",
        licence="CC0",
        notes=(
            "Antalet gäller den dag tabellen hämtades.",
            "Former överlappar varandra (yh är allt inom yrkeshögskolan), och ett tillfälle kan "
            "höra till flera områden: summera inte.",
        ),
        page=_PLANNED_PAGE,
        live=AdultCounts(),
    ),
    TableSpec(
        id="skolverket:utbildningstillfallen",
        agency="Skolverket",
        register="Susa-navet (EMIL 3), utbildningstillfällen",
        title="Utbildningstillfällen efter gymnasiet och för vuxna, per kommun",
        dimensions=(_REGION, _TERM, Dimension("event", "Tillfälle i Susa-navet")),
        attributes=(
            *("form", "configuration", "title", "subjects"),
            *("pace", "distance", "credits", "provider"),
        ),
        contents=(Contents("events", "Utbildningstillfällen", "tillfällen", upper=1),),
        cadence="irregular",
        licence="CC0",
        notes=(
            *_SUSA_NOTES,
            "Ämnen är koder enligt SUN 2020 och, för arbetsmarknadsutbildning, yrken enligt SSYK.",
        ),
        page=_SUSA_PAGE,
        live=Offers(FORMS),
    ),
    TableSpec(
        id="skolverket:utbud",
        agency="Skolverket",
        register="Susa-navet (EMIL 3), antal utbildningstillfällen",
        title="Antal utbildningstillfällen efter skolform och inriktning",
        dimensions=(
            _REGION,
            _TERM,
            Dimension("form", "Skolform", codes={TOTAL: "totalt", **FORMS, UNKNOWN: "okänd"}),
            Dimension("field", "Inriktning", codes={TOTAL: "totalt", **FIELDS, UNKNOWN: "okänd"}),
            Dimension(
                "contents",
                "Mått",
                codes={
                    "events": "Utbildningstillfällen",
                    "educations": "Utbildningar",
                    "distance": "Tillfällen på distans",
                },
            ),
        ),
        contents=(
            Contents("events", "Utbildningstillfällen", "tillfällen"),
            Contents("educations", "Utbildningar", "utbildningar"),
            Contents("distance", "Tillfällen på distans", "tillfällen"),
        ),
        cadence="irregular",
        licence="CC0",
        notes=(
            "Egen bearbetning: räknat ur Skolverkets lista.",
            "En utbildning kan höra till flera inriktningar, och ges i flera kommuner: summera "
            "inte.",
            *_SUSA_NOTES,
        ),
        page=_SUSA_PAGE,
        live=Offers(FORMS, counted=True),
    ),
    TableSpec(
        id="skolverket:gymnasieskola",
        agency="Skolverket",
        register="Skolverkets statistikdatabas: Kommunala jämförelsetal, gymnasieskola, skolor och "
        "elever",
        title="Gymnasieskolor och elever i dem",
        dimensions=(
            _REGION,
            _PERIOD,
            Dimension("contents", "Mått", codes={"units": "Skolenheter", "pupils": "Elever"}),
        ),
        contents=(
            Contents("units", "Skolenheter", "skolenheter"),
            Contents("pupils", "Elever", "elever"),
        ),
        cadence="year",
        licence="CC0",
        notes=_UNOFFICIAL,
        page=_DATABASE_PAGE,
        live=_compared(
            f"{_DATABASE}/Gymnasieskola/Skolor_och_elever/Gymnasieskola_skolor_elever.px",
            Label("skolenheter, antal", ours="units"),
            Label("elever, antal", ours="pupils"),
        ),
    ),
    TableSpec(
        id="skolverket:komvux",
        agency="Skolverket",
        register="Skolverkets statistikdatabas: Kommunala jämförelsetal, kommunal vuxenutbildning",
        title="Elever i kommunal vuxenutbildning",
        dimensions=(
            _REGION,
            Dimension("period", "År", "period"),
            Dimension("contents", "Mått", codes={"pupils": "Elever"}),
        ),
        contents=(Contents("pupils", "Elever", "elever"),),
        cadence="year",
        licence="CC0",
        notes=_UNOFFICIAL,
        page=_DATABASE_PAGE,
        live=_compared(
            "",
            Label("elever, antal", ours="pupils"),
            folder=_DATABASE,
            words=("vuxenutbildning", "elever"),
        ),
    ),
)
