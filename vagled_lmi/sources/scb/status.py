"""SCB: the population's labour-market status (BAS): employed, unemployed, outside."""

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
from vagled_lmi.tables import Break, Contents, Dimension, TableSpec

_MARKS = Marks(
    words=("arbetsmarknadsstatus", "ålder", "födelseregion"),
    without=("slutlig",),
    query="arbetsmarknadsstatus region kön ålder födelseregion preliminär",
)
_AGES = {
    "16-19": "16–19 år",
    "20-24": "20–24 år",
    "15-74": "15–74 år",
    "20-64": "20–64 år",
    "20-65": "20–65 år",
}
_MEASURES = (
    Contents("unemployment", "Arbetslöshet", "procent av arbetskraften", 1, 0, 100),
    Contents("employment", "Sysselsättningsgrad", "procent av befolkningen", 1, 0, 100),
    Contents("participation", "Arbetskraftsdeltagande", "procent av befolkningen", 1, 0, 100),
    Contents("employed", "Sysselsatta", "personer"),
    Contents("unemployed", "Arbetslösa", "personer"),
    Contents("labour_force", "Arbetskraften", "personer"),
    Contents("students", "Studerande utanför arbetskraften", "personer"),
    Contents("population", "Befolkningen", "personer"),
)
_HOME = "Efter bostadens belägenhet: den som pendlar räknas där den bor."
_NOT_AF = (
    "Arbetslösheten är registerbaserad (BAS). Den går inte att jämföra med AKU eller med "
    "Arbetsförmedlingens inskrivna."
)
_RETIREMENT = (
    "Åldersgränsen följer riktåldern för pension: 20–64 år har blivit 20–65 år och blir senare "
    "20–66 år. Jämför bara samma åldrar."
)

TABLES = (
    TableSpec(
        id="scb:TAB6260",
        agency="SCB",
        register="AM0210 Befolkningens arbetsmarknadsstatus (BAS), månad (TAB6260)",
        title="Arbetslöshet 20–64 år",
        dimensions=(REGION, PERIOD),
        contents=(
            Contents("000006II", "Arbetslöshet 20–64 år", "procent av arbetskraften", 1, 0, 100),
        ),
        cadence="month",
        licence=LICENCE,
        notes=(PRELIMINARY,),
        page="https://www.scb.se/am0210",
        live=Extract(
            table="TAB6260",
            select={
                "Region": COUNTIES,
                "Kon": ("1+2",),
                "Alder": ("20-64",),
                "Fodelseregion": ("tot",),
                "ContentsCode": (Label("arbetslöshet", "000006II"),),
                "Tid": ("*",),
            },
            columns={"Region": "region", "Tid": "period"},
            marks=_MARKS,
        ),
    ),
    TableSpec(
        id="scb:ArbStatusM",
        agency="SCB",
        register=(
            "AM0210 Arbetsmarknadsstatus efter region, kön, ålder och födelseregion, månad "
            "(ArbStatusM, TAB6260)"
        ),
        title="Arbetsmarknadsstatus efter kön, ålder och födelseregion",
        dimensions=(
            REGION,
            PERIOD,
            SEX,
            Dimension("age", "Ålder", codes=_AGES),
            BIRTH,
            Dimension("contents", "Mått", codes={c.code: c.label for c in _MEASURES}),
        ),
        contents=_MEASURES,
        cadence="month",
        licence=LICENCE,
        notes=(PRELIMINARY, _HOME, _NOT_AF, _RETIREMENT),
        page="https://www.scb.se/am0210",
        live=Extract(
            table="TAB6260",
            select={
                "Region": COUNTIES,
                "Kon": tuple(SEX_CODES),
                "Alder": tuple(_AGES),
                "Fodelseregion": BIRTH_CODES,
                "ContentsCode": (
                    Label("arbetslöshet", "000006II", ours="unemployment"),
                    Label("sysselsättningsgrad", "000006IK", ours="employment"),
                    Label("arbetskraftsdeltagande", ours="participation"),
                    Label("antal sysselsatta", ours="employed"),
                    Label("antal arbetslösa", ours="unemployed"),
                    Label("(arbetskraften)", ours="labour_force"),
                    Label("antal studerande", ours="students"),
                    Label("antal totalt", ours="population"),
                ),
                "Tid": ("*",),
            },
            columns={
                "Region": "region",
                "Tid": "period",
                "Kon": "sex",
                "Alder": "age",
                "Fodelseregion": "birth",
                "ContentsCode": "contents",
            },
            recode={"Kon": SEX_CODES, "Fodelseregion": {"tot": "total"}},
            marks=_MARKS,
        ),
    ),
    TableSpec(
        id="scb:TAB5663",
        agency="SCB",
        register="AM0210 Nyckeltal (BAS) efter region, månad (TAB5663)",
        title="Sysselsättningsgrad och arbetslöshet 20–65 år",
        dimensions=(
            REGION,
            PERIOD,
            Dimension(
                "contents",
                "Mått",
                codes={
                    "BAS02": "Sysselsättningsgrad, 20–65 år",
                    "BAS03": "Arbetslöshet, 20–65 år",
                },
            ),
        ),
        contents=(
            Contents("BAS02", "Sysselsättningsgrad 20–65 år", "procent av befolkningen", 1, 0, 100),
            Contents("BAS03", "Arbetslöshet 20–65 år", "procent av arbetskraften", 1, 0, 100),
        ),
        cadence="month",
        licence=LICENCE,
        notes=(PRELIMINARY, _HOME, _NOT_AF, _RETIREMENT),
        breaks=(
            Break("2024M01", "Tabellen börjar: åldrarna är 20–65 år, tidigare tabeller 20–64 år."),
        ),
        page="https://www.scb.se/am0210",
        live=Extract(
            table="TAB5663",
            select={
                "Region": COUNTIES,
                "NyckeltalSCB": (
                    Label("sysselsättningsgrad, 20-65 år", "BAS02"),
                    Label("arbetslöshet, 20-65 år", "BAS03"),
                ),
                "ContentsCode": (Label("nyckeltal, procent", "000007AN"),),
                "Tid": ("*",),
            },
            columns={"Region": "region", "NyckeltalSCB": "contents", "Tid": "period"},
        ),
    ),
)
