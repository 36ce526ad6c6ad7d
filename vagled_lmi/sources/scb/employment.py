"""SCB: employed by where they work, and by industry (BAS)."""

from __future__ import annotations

from vagled_lmi.sources.pxweb_extract import Extract, Label, Marks
from vagled_lmi.sources.scb.dimensions import (
    BIRTH,
    BIRTH_CODES,
    COUNTIES,
    LICENCE,
    PERIOD,
    PRELIMINARY,
    REGION,
    SEX,
    SEX_CODES,
)
from vagled_lmi.tables import Contents, Dimension, TableSpec

_MARKS = Marks(
    words=("sysselsatta", "näringsgren", "födelseregion"),
    without=("slutlig",),
    query="sysselsatta region kön näringsgren födelseregion",
)

TABLES = (
    TableSpec(
        id="scb:ArbStDoNMNN",
        agency="SCB",
        register="AM0210 Sysselsatta efter arbetsställets belägenhet, månad (ArbStDoNMNN)",
        title="Sysselsatta 15–74 år som arbetar i regionen",
        dimensions=(REGION, PERIOD),
        contents=(
            Contents(
                "employed", "Sysselsatta 15–74 år efter arbetsställets belägenhet", "personer"
            ),
        ),
        cadence="month",
        licence=LICENCE,
        notes=(PRELIMINARY,),
        page="https://www.scb.se/am0210",
        live=Extract(
            table="TAB3784",
            select={
                "Region": COUNTIES,
                "Kon": ("1+2",),
                "SNI2007": ("A-U+US",),
                "Fodelseregion": ("tot",),
                "ContentsCode": (Label("arbetsställets belägenhet"),),
                "Tid": ("*",),
            },
            columns={"Region": "region", "Tid": "period"},
            marks=_MARKS,
        ),
    ),
    TableSpec(
        id="scb:TAB3784",
        agency="SCB",
        register=(
            "AM0210 Sysselsatta 15–74 år efter region, kön, näringsgren SNI 2007 och "
            "födelseregion, månad (TAB3784)"
        ),
        title="Sysselsatta som arbetar i regionen efter näringsgren, kön och födelseregion",
        dimensions=(
            REGION,
            PERIOD,
            Dimension("industry", "Näringsgren", "sni"),
            SEX,
            BIRTH,
        ),
        contents=(
            Contents(
                "employed", "Sysselsatta 15–74 år efter arbetsställets belägenhet", "personer"
            ),
        ),
        cadence="month",
        licence=LICENCE,
        notes=(
            PRELIMINARY,
            "Företagare räknas med. Sysselsatta är personer, inte anställningar.",
        ),
        page="https://www.scb.se/am0210",
        live=Extract(
            table="TAB3784",
            select={
                "Region": COUNTIES,
                "Kon": tuple(SEX_CODES),
                "SNI2007": ("*",),
                "Fodelseregion": BIRTH_CODES,
                "ContentsCode": (Label("arbetsställets belägenhet"),),
                "Tid": ("*",),
            },
            columns={
                "Region": "region",
                "Tid": "period",
                "SNI2007": "industry",
                "Kon": "sex",
                "Fodelseregion": "birth",
            },
            recode={"Kon": SEX_CODES, "Fodelseregion": {"tot": "total"}},
            marks=_MARKS,
        ),
    ),
)
