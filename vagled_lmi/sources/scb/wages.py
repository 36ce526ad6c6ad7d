"""SCB: wages by occupation, from the wage and salary structure statistics."""

from __future__ import annotations

from vagled_lmi.sources.pxweb_extract import Extract, Label, Marks
from vagled_lmi.sources.scb.dimensions import LICENCE, PERIOD, REGION, SEX, SEX_CODES
from vagled_lmi.tables import Contents, Dimension, TableSpec

_PAY = Contents("pay", "Genomsnittlig månadslön", "kronor i månaden")
_EMPLOYEES = Contents("employees", "Anställda", "personer")
_MEASURES = Dimension("contents", "Mått", codes={c.code: c.label for c in (_PAY, _EMPLOYEES)})
_BY_LABEL = (Label("månadslön", ours="pay"), Label("antal anställda", ours="employees"))
_NO_COUNTY = (
    "Löner redovisas inte per län utan i riksområden (NUTS 2): i SE12, Östra Mellansverige, ingår "
    "löner i Uppsala, Södermanlands, Östergötlands, Örebro och Västmanlands län."
)
_HIDDEN = "Små yrken döljs av SCB (..): det är ingen nolla."
_FULL_TIME = "Månadslönen är grundlön och tillägg före skatt, omräknad till heltid."
_BEFORE = "Serien börjar 2023; 2014–2022 finns i andra tabeller som inte är jämförbara."

_DISTRIBUTION = {
    "000007CD": ("mean", "Genomsnittlig månadslön", "lön"),
    "000007CE": ("median", "Medianlön", "median"),
    "000007CF": ("p10", "Lön vid 10:e percentilen", "10"),
    "000007CG": ("p25", "Lön vid 25:e percentilen", "25"),
    "000007CH": ("p75", "Lön vid 75:e percentilen", "75"),
    "000007CI": ("p90", "Lön vid 90:e percentilen", "90"),
}

TABLES = (
    TableSpec(
        id="scb:TAB5881",
        agency="SCB",
        register=(
            "AM0110 Genomsnittlig månadslön efter region, sektor, yrkesgrupp (SSYK 2012) och kön "
            "(LonYrkeRegionAN, TAB5881)"
        ),
        title="Månadslön efter yrke på tre siffror, i riksområden (NUTS 2)",
        dimensions=(
            REGION,
            PERIOD,
            Dimension("ssyk3", "Yrke (SSYK 2012, tre siffror)", "ssyk3"),
            SEX,
            _MEASURES,
        ),
        contents=(_PAY, _EMPLOYEES),
        cadence="year",
        licence=LICENCE,
        notes=(_NO_COUNTY, _HIDDEN, _FULL_TIME, _BEFORE),
        page="https://www.scb.se/am0110",
        live=Extract(
            table="TAB5881",
            select={
                "Region": ("SE", "SE??"),
                "Sektor": ("0",),
                "Yrkesgrupp12": ("???",),
                "Kon": ("*",),
                "ContentsCode": _BY_LABEL,
                "Tid": ("*",),
            },
            columns={
                "Region": "region",
                "Yrkesgrupp12": "ssyk3",
                "Kon": "sex",
                "ContentsCode": "contents",
                "Tid": "period",
            },
            recode={"Region": {"SE": "00"}, "Kon": SEX_CODES},
            marks=Marks(
                words=("månadslön", "region", "yrkesgrupp"),
                first="2023",
                query="månadslön region sektor yrkesgrupp SSYK 2012 kön",
            ),
        ),
    ),
    TableSpec(
        id="scb:LonYrkeRegion4AN",
        agency="SCB",
        register=(
            "AM0110 Genomsnittlig månadslön efter region, sektor, yrke (SSYK 2012) och kön "
            "(LonYrkeRegion4AN)"
        ),
        title="Månadslön efter yrke på fyra siffror, i riksområden (NUTS 2)",
        dimensions=(REGION, PERIOD, Dimension("ssyk", "Yrke", "ssyk"), SEX, _MEASURES),
        contents=(_PAY, _EMPLOYEES),
        cadence="year",
        licence=LICENCE,
        notes=(_NO_COUNTY, _HIDDEN, _FULL_TIME, _BEFORE),
        page="https://www.scb.se/am0110",
        live=Extract(
            table="",
            select={
                "Region": ("SE", "SE??"),
                "Sektor": ("0",),
                "Yrke2012": ("????",),
                "Kon": ("*",),
                "ContentsCode": _BY_LABEL,
                "Tid": ("*",),
            },
            columns={
                "Region": "region",
                "Yrke2012": "ssyk",
                "Kon": "sex",
                "ContentsCode": "contents",
                "Tid": "period",
            },
            recode={"Region": {"SE": "00"}, "Kon": SEX_CODES},
            leave_out={"Yrke2012": ("0000", "0002")},
            marks=Marks(
                words=("månadslön", "region", "yrke"),
                without=("yrkesgrupp",),
                first="2023",
                query="månadslön region sektor yrke SSYK 2012 kön",
            ),
        ),
    ),
    TableSpec(
        id="scb:TAB5932",
        agency="SCB",
        register=(
            "AM0110 Månadslön och lönespridning efter sektor, yrke (SSYK 2012) och kön "
            "(LoneSpridSektYrk4AN, TAB5932)"
        ),
        title="Lönespridning i riket efter yrke",
        dimensions=(
            REGION,
            PERIOD,
            Dimension("ssyk", "Yrke", "ssyk"),
            SEX,
            Dimension(
                "contents",
                "Mått",
                codes={ours: label for ours, label, _ in _DISTRIBUTION.values()},
            ),
        ),
        contents=tuple(
            Contents(ours, label, "kronor i månaden") for ours, label, _ in _DISTRIBUTION.values()
        ),
        cadence="year",
        licence=LICENCE,
        notes=(
            "Bara riket: spridningen redovisas inte regionalt.",
            _HIDDEN,
            _FULL_TIME,
            _BEFORE,
        ),
        page="https://www.scb.se/am0110",
        live=Extract(
            table="TAB5932",
            select={
                "Sektor": ("0",),
                "Yrke2012": ("????",),
                "Kon": ("*",),
                "ContentsCode": tuple(
                    Label(words, code, ours) for code, (ours, _, words) in _DISTRIBUTION.items()
                ),
                "Tid": ("*",),
            },
            columns={
                "Yrke2012": "ssyk",
                "Kon": "sex",
                "ContentsCode": "contents",
                "Tid": "period",
            },
            recode={"Kon": SEX_CODES},
            leave_out={"Yrke2012": ("0000", "0002")},
            constant={"region": "00"},
            marks=Marks(
                words=("lönespridning", "yrke"),
                first="2023",
                query="lönespridning sektor yrke SSYK 2012 kön",
            ),
        ),
    ),
)
