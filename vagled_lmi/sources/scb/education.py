"""SCB: level of education of the population, and who goes on to higher education."""

from __future__ import annotations

from vagled_lmi.sources.pxweb_extract import Extract, Label, Marks
from vagled_lmi.sources.scb.dimensions import (
    ANY_COUNTY,
    COUNTIES,
    LICENCE,
    PERIOD,
    REGION,
    UNKNOWN_REGION,
)
from vagled_lmi.tables import Contents, Dimension, TableSpec

_LEVELS = {
    "1": "förgymnasial utbildning kortare än 9 år",
    "2": "förgymnasial utbildning, 9 (10) år",
    "3": "gymnasial utbildning, högst 2 år",
    "4": "gymnasial utbildning, 3 år",
    "5": "eftergymnasial utbildning, mindre än 3 år",
    "6": "eftergymnasial utbildning, 3 år eller mer",
    "7": "forskarutbildning",
    "US": "uppgift om utbildningsnivå saknas",
}
_WORKING_AGES = {str(age): f"{age} år" for age in range(25, 65)}
_MEN_AND_WOMEN = Dimension("sex", "Kön", codes={"men": "män", "women": "kvinnor"})
_SEX_CODES = {"1": "men", "2": "women"}

TABLES = (
    TableSpec(
        id="scb:TAB4320",
        agency="SCB",
        register="UF0506 Befolkning efter region, utbildningsnivå, ålder och kön (TAB4320)",
        title="Utbildningsnivå 25–64 år",
        dimensions=(
            REGION,
            PERIOD,
            Dimension("level", "Utbildningsnivå", codes=_LEVELS),
            Dimension("age", "Ålder", codes=_WORKING_AGES),
            _MEN_AND_WOMEN,
        ),
        contents=(Contents("000000I2", "Befolkning", "personer"),),
        cadence="year",
        licence=LICENCE,
        notes=(
            "Avser den 31 december. Andelar räknas på summan av alla nivåer, med och utan känd "
            "uppgift; skriv ut hur många som saknar uppgift.",
            "SUN 2020 har ersatt SUN 2000 under serien: se SCB:s noter innan nivåer jämförs över "
            "lång tid.",
        ),
        page="https://www.scb.se/uf0506",
        live=Extract(
            table="TAB4320",
            select={
                "Region": COUNTIES,
                "UtbildningsNiva": tuple(_LEVELS),
                "Alder": tuple(_WORKING_AGES),
                "Kon": ("1", "2"),
                "ContentsCode": (Label("befolkning", "000000I2"),),
                "Tid": ("from(2015)",),
            },
            columns={
                "Region": "region",
                "UtbildningsNiva": "level",
                "Alder": "age",
                "Kon": "sex",
                "Tid": "period",
            },
            recode={"Kon": _SEX_CODES},
        ),
    ),
    TableSpec(
        id="scb:TAB5461",
        agency="SCB",
        register="AM9906 Högskoleövergångar (R4) efter region och kön (RegionInd19R4, TAB5461)",
        title="Andel som börjar på högskola inom tre år efter gymnasiet",
        dimensions=(REGION, PERIOD, _MEN_AND_WOMEN),
        contents=(
            Contents(
                "share", "Påbörjat högskolestudier inom tre år", "procent av de avgångna", 1, 0, 100
            ),
        ),
        cadence="year",
        licence=LICENCE,
        notes=(
            "Perioden är läsåret då gymnasiet avslutades; de tre åren ska ha gått, så det senaste "
            "läsåret ligger flera år tillbaka.",
        ),
        page="https://www.scb.se/am9906",
        live=Extract(
            table="TAB5461",
            select={
                "Region": ANY_COUNTY,
                "Kon": ("1", "2"),
                "ContentsCode": (Label("andel"),),
                "Tid": ("*",),
            },
            columns={"Region": "region", "Kon": "sex", "Tid": "period"},
            recode={"Kon": _SEX_CODES},
            leave_out={"Region": UNKNOWN_REGION},
            marks=Marks(
                words=("R4", "högskol"), first="2003/04", query="högskoleövergångar gymnasieskolan"
            ),
        ),
    ),
)
