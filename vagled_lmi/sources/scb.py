"""SCB: population, labour-market status, employed, occupations; PxWebApi 2."""

from __future__ import annotations

from vagled_lmi.codes import regions
from vagled_lmi.sources import pxweb
from vagled_lmi.sources.protocol import Agency
from vagled_lmi.tables import Break, Contents, Dimension, TableSpec, Total

AGENCY = Agency(
    key="scb",
    name="SCB",
    url="https://statistikdatabasen.scb.se/api/v2",
    variable="VAGLED_SCB_URL",
    contact="information@scb.se",
)

fetch = pxweb.fetch
parse = pxweb.parse
probe = pxweb.probe
contract = pxweb.contract

_REGION = Dimension("region", "Region", "region")
_PERIOD = Dimension("period", "Period", "period")
_SEX = Dimension("sex", "Kön", codes={"total": "totalt", "men": "män", "women": "kvinnor"})
_COUNTIES = ("00", *(region.code for region in regions("county")))
_TEN_YEARS = {f"{a}-{a + 9}": f"{a}–{a + 9} år" for a in range(0, 100, 10)} | {"100+10": "100+ år"}
_AGES_AT_WORK = ("16-24", *(f"{a}-{a + 4}" for a in range(25, 70, 5)))

_NOISE = (
    "Från och med referensåret 2025 har SCB lagt in en liten kontrollerad slumpmässig osäkerhet "
    "(Cell Key Method) för att skydda enskilda personer. Redovisade totaler behöver därför inte "
    "vara lika med summan av sina delar."
)
_OCCUPATION_BREAKS = (
    Break("2019", "Ny källa: arbetsgivardeklarationer på individnivå (AGI)."),
    Break(
        "2020",
        "Befolkningens arbetsmarknadsstatus (BAS) ersätter den registerbaserade "
        "arbetsmarknadsstatistiken (RAMS).",
    ),
    Break(
        "2023",
        "Åldrarna är 16–69 år (tidigare 16–64) och yrken som saknas har räknats fram (imputerats).",
    ),
)

TABLES = (
    TableSpec(
        id="scb:TAB6471",
        agency="SCB",
        register="BE0101 Folkmängden per månad efter region, ålder och kön (TAB6471)",
        title="Folkmängd efter ålder och kön",
        dimensions=(
            _REGION,
            _PERIOD,
            Dimension("age", "Ålder", codes={**_TEN_YEARS, "total": "totalt"}),
            _SEX,
        ),
        contents=(Contents("000007SF", "Folkmängd", "personer"),),
        cadence="month",
        licence="CC0",
        notes=(_NOISE, "Folkmängden avser den sista dagen i månaden."),
        totals=(Total("sex", "total", ("men", "women"), tolerance=12),),
        page="https://www.scb.se/be0101",
        live=pxweb.Extract(
            table="TAB6471",
            select={
                "Region": _COUNTIES,
                "Alder": (*_TEN_YEARS, "TotSA"),
                "Kon": ("TotSa", "1", "2"),
                "ContentsCode": ("000007SF",),
                "Tid": ("*",),
            },
            columns={"Region": "region", "Alder": "age", "Kon": "sex", "Tid": "period"},
            recode={
                "Alder": {"TotSA": "total"},
                "Kon": {"TotSa": "total", "1": "men", "2": "women"},
            },
        ),
    ),
    TableSpec(
        id="scb:ArbStDoNMNN",
        agency="SCB",
        register="AM0210 Sysselsatta efter arbetsställets belägenhet, månad (ArbStDoNMNN)",
        title="Sysselsatta 15–74 år som arbetar i regionen",
        dimensions=(_REGION, _PERIOD),
        contents=(
            Contents(
                "employed", "Sysselsatta 15–74 år efter arbetsställets belägenhet", "personer"
            ),
        ),
        cadence="month",
        licence="CC0",
        notes=("De senaste månaderna är preliminära och revideras.",),
        page="https://www.scb.se/am0210",
        live=pxweb.Extract(
            table="TAB3784",
            select={
                "Region": _COUNTIES,
                "Kon": ("1+2",),
                "SNI2007": ("A-U+US",),
                "Fodelseregion": ("tot",),
                "ContentsCode": (pxweb.Label("arbetsställets belägenhet"),),
                "Tid": ("*",),
            },
            columns={"Region": "region", "Tid": "period"},
        ),
    ),
    TableSpec(
        id="scb:TAB6260",
        agency="SCB",
        register="AM0210 Befolkningens arbetsmarknadsstatus (BAS), månad (TAB6260)",
        title="Arbetslöshet 20–64 år",
        dimensions=(_REGION, _PERIOD),
        contents=(
            Contents("000006II", "Arbetslöshet 20–64 år", "procent av arbetskraften", 1, 0, 100),
        ),
        cadence="month",
        licence="CC0",
        notes=("De senaste månaderna är preliminära och revideras.",),
        page="https://www.scb.se/am0210",
        live=pxweb.Extract(
            table="TAB6260",
            select={
                "Region": _COUNTIES,
                "Kon": ("1+2",),
                "Alder": ("20-64",),
                "Fodelseregion": ("tot",),
                "ContentsCode": ("000006II",),
                "Tid": ("*",),
            },
            columns={"Region": "region", "Tid": "period"},
        ),
    ),
    TableSpec(
        id="scb:YREG60",
        agency="SCB",
        register="AM0208 Yrkesregistret: YREG60 (2014–2018), YREG60N (2019), YREG60BAS (2020–2024)",
        title="Anställda som arbetar i regionen efter yrke (SSYK 2012) och kön",
        dimensions=(
            _REGION,
            _PERIOD,
            Dimension("ssyk", "Yrke", "ssyk"),
            Dimension("sex", "Kön", codes={"total": "totalt", "women": "kvinnor"}),
        ),
        contents=(Contents("employees", "Anställda (dagbefolkning)", "personer"),),
        cadence="year",
        licence="CC0",
        notes=(
            "Riket (00) är summan av de 21 länen. Egen bearbetning.",
            "Personer med okänt yrke ingår inte.",
            "Den som pendlar till arbete i ett annat nordiskt land ingår inte.",
        ),
        breaks=_OCCUPATION_BREAKS,
        totals=(Total("sex", "total", ("women",), complete=False),),
        page="https://www.scb.se/am0208",
    ),
    TableSpec(
        id="scb:YREG51",
        agency="SCB",
        register="AM0208 Yrkesregistret: YREG51BAS (2020–2024)",
        title="Anställda i riket efter yrke (SSYK 2012) och ålder",
        dimensions=(
            _REGION,
            _PERIOD,
            Dimension("ssyk", "Yrke", "ssyk"),
            Dimension(
                "age", "Ålder", codes={a: f"{a.replace('-', '–')} år" for a in _AGES_AT_WORK}
            ),
        ),
        contents=(Contents("employees", "Anställda", "personer"),),
        cadence="year",
        licence="CC0",
        notes=("Åldersgruppen 65–69 år finns från 2023.",),
        breaks=_OCCUPATION_BREAKS,
        page="https://www.scb.se/am0208",
    ),
)
