"""SCB: employees by occupation, from the occupational register (Yrkesregistret)."""

from __future__ import annotations

from dataclasses import replace

from vagled_lmi.sources.pxweb_extract import Extract, Marks
from vagled_lmi.sources.scb.dimensions import COUNTIES, LICENCE, PERIOD, REGION, SEX
from vagled_lmi.tables import Break, Contents, Dimension, TableSpec, Total

_AGES_AT_WORK = ("16-24", *(f"{a}-{a + 4}" for a in range(25, 70, 5)))
_SEX_CODES = {"1": "men", "2": "women"}
#: The register's code of those whose occupation is unknown.
_UNKNOWN = "0002"
_BREAKS = (
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
_NO_UNKNOWN = "Personer med okänt yrke ingår inte."
_NOT_ABROAD = "Den som pendlar till arbete i ett annat nordiskt land ingår inte."
_OWN_SUM = "Totalen är summan av kvinnor och män. Egen bearbetning."
_SMALL = "Små tal redovisas oförändrade: visa dem inte för enskilda yrken i små regioner."


def _vintages(
    codes: tuple[str, str, str], words: tuple[str, ...], query: str, extract: Extract
) -> tuple[Extract, ...]:
    """Return one extract for each of the tables that SCB has cut a series into, newest first.

    Parameters
    ----------
    codes : tuple of str
        SCB's names of the tables from 2020, of 2019–2021 and of 2014–2018.
    words, query
        As in `Marks`.
    extract : Extract
        What is asked of each.
    """
    spans = (("2020", ""), ("2019", "2021"), ("2014", "2018"))
    return tuple(
        replace(extract, name=code, marks=Marks(words, first=first, last=last, query=query))
        for code, (first, last) in zip(codes, spans, strict=True)
    )


TABLES = (
    TableSpec(
        id="scb:YREG60",
        agency="SCB",
        register="AM0208 Yrkesregistret: YREG60 (2014–2018), YREG60N (2019), YREG60BAS (2020–2024)",
        title="Anställda som arbetar i regionen efter yrke (SSYK 2012) och kön",
        dimensions=(REGION, PERIOD, Dimension("ssyk", "Yrke", "ssyk"), SEX),
        contents=(Contents("employees", "Anställda (dagbefolkning)", "personer"),),
        cadence="year",
        licence=LICENCE,
        notes=(
            "Riket (00) i uppgifterna som följer med programmet är summan av de 21 länen, egen "
            "bearbetning; i hämtade uppgifter är det SCB:s egen.",
            _NO_UNKNOWN,
            _NOT_ABROAD,
            _OWN_SUM,
        ),
        breaks=_BREAKS,
        totals=(Total("sex", "total", ("women",), complete=False),),
        page="https://www.scb.se/am0208",
        live=_vintages(
            ("YREG60BAS", "YREG60N", "YREG60"),
            ("anställda", "dagbef", "4-siffrig SSYK 2012"),
            "anställda dagbef yrke SSYK 2012 kön",
            Extract(
                table="",
                select={
                    "Region": COUNTIES,
                    "Yrke2012": ("????",),
                    "Kon": ("1", "2"),
                    "ContentsCode": ("*",),
                    "Tid": ("*",),
                },
                columns={"Region": "region", "Yrke2012": "ssyk", "Kon": "sex", "Tid": "period"},
                recode={"Kon": _SEX_CODES},
                leave_out={"Yrke2012": (_UNKNOWN,)},
                total={"Kon": "total"},
            ),
        ),
    ),
    TableSpec(
        id="scb:YREG51",
        agency="SCB",
        register="AM0208 Yrkesregistret: YREG51 (2014–2018), YREG51N (2019), YREG51BAS (2020–2024)",
        title="Anställda i riket efter yrke (SSYK 2012) och ålder",
        dimensions=(
            REGION,
            PERIOD,
            Dimension("ssyk", "Yrke", "ssyk"),
            Dimension(
                "age", "Ålder", codes={a: f"{a.replace('-', '–')} år" for a in _AGES_AT_WORK}
            ),
        ),
        contents=(Contents("employees", "Anställda", "personer"),),
        cadence="year",
        licence=LICENCE,
        notes=("Åldersgruppen 65–69 år finns från 2023.",),
        breaks=_BREAKS,
        page="https://www.scb.se/am0208",
        live=_vintages(
            ("YREG51BAS", "YREG51N", "YREG51"),
            ("anställda", "4-siffrig SSYK 2012", "ålder"),
            "anställda riket yrke SSYK 2012 ålder kön",
            Extract(
                table="",
                select={
                    "Yrke2012": ("????",),
                    "Alder": ("*",),
                    "Kon": ("1", "2"),
                    "ContentsCode": ("*",),
                    "Tid": ("*",),
                },
                columns={"Yrke2012": "ssyk", "Alder": "age", "Tid": "period"},
                recode={"Alder": {"065-69": "65-69"}},  # as SCB writes it
                leave_out={"Yrke2012": (_UNKNOWN,)},
                total={"Kon": "total"},
                constant={"region": "00"},
            ),
        ),
    ),
    TableSpec(
        id="scb:TAB4434",
        agency="SCB",
        register="AM0208 Yrkesregistret: anställda efter region, yrke och kön (YREG58BAS, TAB4434)",
        title="Anställda som arbetar i regionen efter yrke på tre siffror och kön",
        dimensions=(
            REGION,
            PERIOD,
            Dimension("ssyk3", "Yrke (SSYK 2012, tre siffror)", "ssyk3"),
            SEX,
        ),
        contents=(Contents("employees", "Anställda (dagbefolkning)", "personer"),),
        cadence="year",
        licence=LICENCE,
        notes=(_NO_UNKNOWN, _NOT_ABROAD, _OWN_SUM, _SMALL),
        breaks=_BREAKS[2:],
        totals=(Total("sex", "total", ("men", "women")),),
        page="https://www.scb.se/am0208",
        live=Extract(
            table="TAB4434",
            select={
                "Region": COUNTIES,
                "Yrke2012": ("???",),
                "Kon": ("1", "2"),
                "ContentsCode": ("*",),
                "Tid": ("*",),
            },
            columns={"Region": "region", "Yrke2012": "ssyk3", "Kon": "sex", "Tid": "period"},
            recode={"Kon": _SEX_CODES},
            total={"Kon": "total"},
            marks=Marks(
                words=("anställda", "dagbef", "3-siffrig SSYK 2012"),
                without=("näringsgren", "ålder"),
                first="2020",
                query="anställda dagbef yrke SSYK 2012 kön",
            ),
        ),
    ),
    TableSpec(
        id="scb:TAB4436",
        agency="SCB",
        register=(
            "AM0208 Yrkesregistret: anställda efter region, yrke, näringsgren och kön (YREG56BAS, "
            "TAB4436)"
        ),
        title="Anställda som arbetar i regionen efter yrke, näringsgren och kön",
        dimensions=(
            REGION,
            PERIOD,
            Dimension("ssyk3", "Yrke (SSYK 2012, tre siffror)", "ssyk3"),
            Dimension("industry", "Näringsgren", "sni"),
            Dimension("sex", "Kön", codes={"men": "män", "women": "kvinnor"}),
        ),
        contents=(Contents("employees", "Anställda (dagbefolkning)", "personer"),),
        cadence="year",
        licence=LICENCE,
        notes=(
            _NO_UNKNOWN,
            _NOT_ABROAD,
            "Kommunerna finns också, med --region.",
            "Tabellen har inga totaler; näringsgren 00 är okänd verksamhet.",
            _SMALL,
        ),
        breaks=_BREAKS[2:],
        page="https://www.scb.se/am0208",
        live=Extract(
            table="TAB4436",
            select={
                "Region": COUNTIES,
                "Yrke2012": ("???",),
                "SNI2007": ("*",),
                "Kon": ("1", "2"),
                "ContentsCode": ("*",),
                "Tid": ("*",),
            },
            columns={
                "Region": "region",
                "Yrke2012": "ssyk3",
                "SNI2007": "industry",
                "Kon": "sex",
                "Tid": "period",
            },
            recode={"Kon": _SEX_CODES},
            marks=Marks(
                words=("anställda", "dagbef", "3-siffrig SSYK 2012", "näringsgren"),
                first="2020",
                query="anställda dagbef yrke SSYK 2012 näringsgren kön",
            ),
        ),
    ),
)
