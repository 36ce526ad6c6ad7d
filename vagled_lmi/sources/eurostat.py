"""Eurostat: Östra Mellansverige (SE12) beside its Nordic peers."""

from __future__ import annotations

from vagled_lmi.codes import regions
from vagled_lmi.sources import eurostat_api
from vagled_lmi.sources.eurostat_api import Cube
from vagled_lmi.sources.protocol import Agency
from vagled_lmi.tables import Contents, Dimension, TableSpec

AGENCY = Agency(
    key="eurostat",
    name="Eurostat",
    url="https://ec.europa.eu/eurostat/api/dissemination/statistics/1.0",
    variable="VAGLED_EUROSTAT_URL",
    contact="https://ec.europa.eu/eurostat/help",
    language="EN",
)

fetch = eurostat_api.fetch
parse = eurostat_api.parse
probe = eurostat_api.probe
contract = eurostat_api.contract

#: All NUTS 2 regions of the Nordic members of the union, the countries, and the union: a rule of
#: geography, so that nobody picks those who look well or ill beside us.
PEERS = (
    *(region.code for region in regions("nuts2")),
    *("DK01", "DK02", "DK03", "DK04", "DK05"),
    *("FI19", "FI1B", "FI1C", "FI1D", "FI20"),
    *("SE", "DK", "FI", "EU27_2020"),
)

_SEX = Dimension("sex", "Kön", codes={"total": "totalt", "men": "män", "women": "kvinnor"})
_SEX_CODES = {"T": "total", "M": "men", "F": "women"}
_COLUMNS = {"geo": "region", "time": "period", "sex": "sex", "age": "age"}
_DIMENSIONS = (
    Dimension("region", "Region (NUTS)", "nuts"),
    Dimension("period", "År", "period"),
    _SEX,
    Dimension("age", "Ålder"),
)
_LICENCE = "CC BY 4.0"
_PEERS_NOTE = (
    "Jämförs med alla NUTS 2-regioner i de nordiska EU-länderna, länderna själva och EU-27: en "
    "geografisk regel, inte ett urval efter utfall."
)
_SURVEY_NOTE = (
    "Bygger på arbetskraftsundersökningen (LFS), en urvalsundersökning. b är brott i serien, u "
    "osäker uppgift, p preliminär, e skattad, c sekretess."
)


def _source_note(code: str) -> str:
    return (
        f"Anges som: Källa: Eurostat [{code}], med hämtningsdatum. Egna bearbetningar ska märkas."
    )


def _page(code: str) -> str:
    return f"https://ec.europa.eu/eurostat/databrowser/view/{code}/default/table"


def _table(
    code: str, register: str, title: str, contents: Contents, filters: dict[str, tuple[str, ...]]
) -> TableSpec:
    """Return the declaration of a labour force survey table by region, year, sex and age."""
    return TableSpec(
        id=f"eurostat:{code}",
        agency="Eurostat",
        register=f"[{code}] {register}",
        title=title,
        dimensions=_DIMENSIONS,
        contents=(contents,),
        cadence="year",
        licence=_LICENCE,
        notes=(_PEERS_NOTE, _SURVEY_NOTE, _source_note(code)),
        page=_page(code),
        live=Cube(
            code=code,
            columns=_COLUMNS,
            filters={"freq": ("A",), "sex": ("T", "M", "F"), "geo": PEERS, **filters},
            recode={"sex": _SEX_CODES},
        ),
    )


TABLES = (
    _table(
        "lfst_r_lfu3rt",
        "Unemployment rates by sex, age and NUTS 2 regions (%)",
        "Arbetslöshet i Norden, NUTS 2",
        Contents("PC", "Arbetslöshet", "procent av arbetskraften", 1, 0, 100),
        {"isced11": ("TOTAL",), "unit": ("PC",)},
    ),
    _table(
        "lfst_r_lfe2emprt",
        "Employment rates by sex, age and NUTS 2 regions (%)",
        "Sysselsättningsgrad i Norden, NUTS 2",
        Contents("PC", "Sysselsättningsgrad", "procent av befolkningen", 1, 0, 100),
        {"unit": ("PC",)},
    ),
    _table(
        "edat_lfse_22",
        "Young people neither in employment nor in education and training by sex and NUTS 2 "
        "regions (NEET rates)",
        "Unga som varken arbetar eller studerar i Norden, NUTS 2",
        Contents("PC", "Varken arbetar eller studerar", "procent av åldersgruppen", 1, 0, 100),
        {"unit": ("PC",)},
    ),
    TableSpec(
        id="eurostat:edat_lfse_04",
        agency="Eurostat",
        register=(
            "[edat_lfse_04] Population aged 25-64 by educational attainment level, sex and NUTS 2 "
            "regions (%)"
        ),
        title="Utbildningsnivå 25–64 år i Norden, NUTS 2",
        dimensions=(*_DIMENSIONS, Dimension("level", "Utbildningsnivå (ISCED 2011)")),
        contents=(Contents("PC", "Andel av befolkningen", "procent", 1, 0, 100),),
        cadence="year",
        licence=_LICENCE,
        notes=(_PEERS_NOTE, _SURVEY_NOTE, _source_note("edat_lfse_04")),
        page=_page("edat_lfse_04"),
        live=Cube(
            code="edat_lfse_04",
            columns={**_COLUMNS, "isced11": "level"},
            filters={"freq": ("A",), "sex": ("T", "M", "F"), "geo": PEERS, "unit": ("PC",)},
            recode={"sex": _SEX_CODES},
        ),
    ),
)
