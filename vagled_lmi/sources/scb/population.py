"""SCB: population by month and year, and how it is expected to change."""

from __future__ import annotations

from vagled_lmi.sources.pxweb_extract import Extract, Label
from vagled_lmi.sources.scb.dimensions import (
    ANY_COUNTY,
    CELL_KEY,
    COUNTIES,
    HEBY,
    LICENCE,
    NOISE,
    PERIOD,
    REGION,
    SEX,
    SEX_CODES,
    UNKNOWN_REGION,
)
from vagled_lmi.tables import Break, Contents, Dimension, TableSpec, Total

_TEN_YEARS = {f"{a}-{a + 9}": f"{a}–{a + 9} år" for a in range(0, 100, 10)} | {"100+10": "100+ år"}
_FIVE_YEARS = {
    "-4": "0–4 år",
    **{f"{a}-{a + 4}": f"{a}–{a + 4} år" for a in range(5, 80, 5)},
    "80-": "80+ år",
}
_ONE_YEAR = {str(a): f"{a} år" for a in range(100)} | {"100+": "100+ år"}

_MADE_FROM = (
    "En framskrivning, ingen prognos över planer: den bygger på de senaste årens fruktsamhet, "
    "dödlighet och flyttningar och tar inte hänsyn till bostadsbyggande eller etableringar."
)
_DECIMALS = "SCB redovisar fyra decimaler för att summor ska stämma; visas avrundat."
_NOT_THE_COUNTRY = "Riket finns inte i tabellen: framskrivningen av riket är en annan tabell."
_FLOWS = {
    "000004KM": ("Födda", 0.0),
    "000004KL": ("Döda", 0.0),
    "000004KN": ("Födelseöverskott", float("-inf")),
    "000004KS": ("Inrikes inflyttning", 0.0),
    "000004LL": ("Inrikes utflyttning", 0.0),
    "000004KQ": ("Inrikes flyttningsnetto", float("-inf")),
    "000004LM": ("Invandring", 0.0),
    "000004LO": ("Utvandring", 0.0),
    "000004LN": ("Invandringsnetto", float("-inf")),
    "000004KP": ("Folkökning", float("-inf")),
    "000004KO": ("Folkmängd", 0.0),
}

TABLES = (
    TableSpec(
        id="scb:TAB6471",
        agency="SCB",
        register="BE0101 Folkmängden per månad efter region, ålder och kön (TAB6471)",
        title="Folkmängd efter ålder och kön",
        dimensions=(
            REGION,
            PERIOD,
            Dimension("age", "Ålder", codes={**_TEN_YEARS, "total": "totalt"}),
            SEX,
        ),
        contents=(Contents("000007SF", "Folkmängd", "personer", noise=CELL_KEY),),
        cadence="month",
        licence=LICENCE,
        notes=(NOISE, "Folkmängden avser den sista dagen i månaden."),
        totals=(Total("sex", "total", ("men", "women"), tolerance=12),),
        page="https://www.scb.se/be0101",
        live=Extract(
            table="TAB6471",
            select={
                "Region": COUNTIES,
                "Alder": (*_TEN_YEARS, "TotSA"),
                "Kon": ("TotSa", "1", "2"),
                "ContentsCode": (Label("folkmängden per månad", "000007SF"),),
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
        id="scb:TAB638",
        agency="SCB",
        register="BE0101 Folkmängden efter region, civilstånd, ålder och kön (TAB638)",
        title="Folkmängd sedan 1968",
        dimensions=(REGION, PERIOD),
        contents=(Contents("BE0101N1", "Folkmängd", "personer"),),
        cadence="year",
        licence=LICENCE,
        notes=(
            "Tabellen slutar 2024 och fylls inte på, utan att SCB märkt den som avslutad; senare "
            "år finns per månad (TAB6471).",
            HEBY,
            "Folkmängden avser den 31 december, i den regionala indelning som gäller dagen efter; "
            "1968–1998 i 1998 års indelning.",
        ),
        breaks=(Break("2007", "Heby kommun byter län, från Västmanland till Uppsala."),),
        page="https://www.scb.se/be0101",
        live=Extract(
            table="TAB638",
            select={
                "Region": COUNTIES,
                "ContentsCode": (Label("folkmängd", "BE0101N1"),),
                "Tid": ("*",),
            },
            columns={"Region": "region", "Tid": "period"},
            eliminated=("Civilstand", "Alder", "Kon"),
        ),
    ),
    TableSpec(
        id="scb:TAB6574",
        agency="SCB",
        register="BE0101 Folkmängden per region efter ålder och kön (TAB6574)",
        title="Folkmängd i femårsklasser, också i kommunerna",
        dimensions=(
            REGION,
            PERIOD,
            Dimension("age", "Ålder", codes={"total": "totalt", **_FIVE_YEARS}),
            SEX,
        ),
        contents=(Contents("000007Y7", "Folkmängd", "personer", noise=CELL_KEY),),
        cadence="year",
        licence=LICENCE,
        notes=(
            NOISE,
            "Avser den 31 december. Tabellen har också DeSO- och RegSO-områden, som inte hämtas.",
        ),
        totals=(Total("sex", "total", ("men", "women"), tolerance=12),),
        page="https://www.scb.se/be0101",
        live=Extract(
            table="TAB6574",
            select={
                "Region": ANY_COUNTY,
                "Alder": ("totalt", *_FIVE_YEARS),
                "Kon": tuple(SEX_CODES),
                "ContentsCode": (Label("antal", "000007Y7"),),
                "Tid": ("*",),
            },
            columns={"Region": "region", "Alder": "age", "Kon": "sex", "Tid": "period"},
            recode={"Alder": {"totalt": "total"}, "Kon": SEX_CODES},
            leave_out={"Region": UNKNOWN_REGION},
        ),
    ),
    TableSpec(
        id="scb:TAB694",
        agency="SCB",
        register="BE0401 Regional befolkningsframskrivning, översikt (TAB694)",
        title="Väntad befolkningsförändring till 2070",
        dimensions=(
            REGION,
            PERIOD,
            Dimension("contents", "Mått", codes={code: name for code, (name, _) in _FLOWS.items()}),
        ),
        contents=tuple(
            Contents(code, name, "personer", 4, lower) for code, (name, lower) in _FLOWS.items()
        ),
        cadence="irregular",
        licence=LICENCE,
        notes=(
            _MADE_FROM,
            _DECIMALS,
            _NOT_THE_COUNTRY,
            "Folkökningen är inte lika med födelseöverskott och flyttningsnetton: de regionala "
            "framskrivningarna är avstämda mot rikets.",
            "Publicerad 2024-06-11; görs om vart annat eller vart tredje år.",
        ),
        page="https://www.scb.se/be0401",
        live=Extract(
            table="TAB694",
            select={
                "Region": ANY_COUNTY,
                "ContentsCode": tuple(Label(name, code) for code, (name, _) in _FLOWS.items()),
                "Tid": ("*",),
            },
            columns={"Region": "region", "ContentsCode": "contents", "Tid": "period"},
            leave_out={"Region": UNKNOWN_REGION},
        ),
    ),
    TableSpec(
        id="scb:TAB698",
        agency="SCB",
        register="BE0401 Regional befolkningsframskrivning efter region, kön och ålder (TAB698)",
        title="Väntad folkmängd efter ålder och kön till 2070",
        dimensions=(
            REGION,
            PERIOD,
            Dimension("age", "Ålder", codes=_ONE_YEAR),
            Dimension("sex", "Kön", codes={"men": "män", "women": "kvinnor"}),
        ),
        contents=(Contents("000004LG", "Folkmängd", "personer", 4),),
        cadence="irregular",
        licence=LICENCE,
        notes=(
            _MADE_FROM,
            _DECIMALS,
            _NOT_THE_COUNTRY,
            "Hämtas till och med 2045: längre fram är osäkerheten större än svaret.",
        ),
        page="https://www.scb.se/be0401",
        live=Extract(
            table="TAB698",
            select={
                "Region": ANY_COUNTY,
                "Kon": ("1", "2"),
                "Alder": tuple(_ONE_YEAR),
                "ContentsCode": (Label("folkmängd", "000004LG"),),
                "Tid": ("to(2045)",),
            },
            columns={"Region": "region", "Kon": "sex", "Alder": "age", "Tid": "period"},
            recode={"Kon": {"1": "men", "2": "women"}},
            leave_out={"Region": UNKNOWN_REGION},
        ),
    ),
)
