"""SCB: regional matching indicators: do education and occupation fit."""

from __future__ import annotations

from vagled_lmi.sources.pxweb_extract import Extract, Label, Marks
from vagled_lmi.sources.scb.dimensions import (
    ANY_COUNTY,
    LICENCE,
    NOISE,
    PERIOD,
    REGION,
    SEX,
    UNKNOWN_REGION,
)
from vagled_lmi.tables import Break, Contents, Dimension, TableSpec

_SEX_LABELS = (
    Label("män", ours="men"),
    Label("kvinnor", ours="women"),
)
_GROUP = Dimension("group", "Utbildningsgrupp")
_MATCHED = (
    Contents("matched", "Anställda, helt matchade", "personer"),
    Contents("partly", "Anställda, delvis matchade", "personer"),
    Contents("unmatched", "Anställda, inte matchade", "personer"),
    Contents("persons", "Personer totalt (justerat)", "personer"),
    Contents("rate", "Matchad förvärvsgrad", "procent av alla i gruppen", 1, 0, 100),
)
_FORCE = (
    Contents("inside", "I arbetskraften", "personer"),
    Contents("outside", "Inte i arbetskraften", "personer"),
    Contents("persons", "Totalt antal personer", "personer"),
)
_ORIGINS = {
    "total": "totalt",
    "Sverige": "födda i Sverige",
    "Norden/EU": "födda i övriga Norden eller EU",
    "Afrika": "födda i Afrika",
    "Asien": "födda i Asien",
    "Övriga_världen": "födda i övriga världen",
}
_MEANING = (
    "Matchad betyder att yrket enligt SCB hör ihop med utbildningen; det säger inget om trivsel, "
    "lön eller hur bra arbetet utförs."
)
_OLDER = "Serien börjar 2019; äldre tabeller har andra grupper och källor."

TABLES = (
    TableSpec(
        id="scb:TAB6929",
        agency="SCB",
        register=(
            "AM9906 Matchning mellan utbildning och yrke (E3) efter region, utbildning, "
            "näringsgren och kön (RegionInd19E3CKMNy, TAB6929)"
        ),
        title="Matchning mellan utbildning och yrke efter utbildningsgrupp",
        dimensions=(
            REGION,
            PERIOD,
            _GROUP,
            SEX,
            Dimension("contents", "Mått", codes={c.code: c.label for c in _MATCHED}),
        ),
        contents=_MATCHED,
        cadence="year",
        licence=LICENCE,
        notes=(
            _MEANING,
            NOISE,
            "Åldrarna är 20–69 år, alla näringsgrenar (A–U).",
            "Totalen (00S) ligger bland utbildningsgrupperna.",
        ),
        breaks=(Break("2019", _OLDER),),
        page="https://www.scb.se/am9906",
        live=Extract(
            table="TAB6929",
            select={
                "Region": ANY_COUNTY,
                "Utbildning": ("*",),
                "SNI2007": ("A-U",),
                "KonAlderFodelseland": ("*",),
                "ContentsCode": (
                    Label("helt matchade", ours="matched"),
                    Label("delvis matchade", ours="partly"),
                    Label("inte matchade", ours="unmatched"),
                    Label("totalt antal personer", ours="persons"),
                    Label("matchad förvärvsgrad, procent (A/E)", ours="rate"),
                ),
                "Tid": ("*",),
            },
            columns={
                "Region": "region",
                "Utbildning": "group",
                "KonAlderFodelseland": "sex",
                "ContentsCode": "contents",
                "Tid": "period",
            },
            recode={"KonAlderFodelseland": {"totalt": "total", "1": "men", "2": "women"}},
            leave_out={"Region": UNKNOWN_REGION},
            codelists={
                "Utbildning": "vs_UtbildningsgruppE2-3N1-2",
                "KonAlderFodelseland": "vs_KonCKMRMI",
            },
            marks=Marks(words=("E3", "matchning"), first="2019", query="matchning utbildning yrke"),
        ),
    ),
    TableSpec(
        id="scb:TAB6366",
        agency="SCB",
        register=(
            "AM9906 Matchning, olika grupper (M2) efter region, kön, ålder och födelselandsgrupp "
            "(RegionInd19M2N, TAB6366)"
        ),
        title="Matchningsgrad efter kön och födelseland",
        dimensions=(REGION, PERIOD, SEX, Dimension("origin", "Födelseland", codes=_ORIGINS)),
        contents=(Contents("rate", "Matchningsgrad", "procent av de anställda", 1, 0, 100),),
        cadence="year",
        licence=LICENCE,
        notes=(_MEANING, "Efter var den anställde bor (nattbefolkning)."),
        breaks=(Break("2019", _OLDER),),
        page="https://www.scb.se/am9906",
        live=Extract(
            table="TAB6366",
            select={
                "Region": ANY_COUNTY,
                "Kon": ("1", "2", "SAMANST"),
                "AlderFodelselandgr": ("totalt", *(code for code in _ORIGINS if code != "total")),
                "ContentsCode": (Label("matchningsgrad", "000007I3"),),
                "Tid": ("*",),
            },
            columns={
                "Region": "region",
                "Kon": "sex",
                "AlderFodelselandgr": "origin",
                "Tid": "period",
            },
            recode={
                "Kon": {"1": "men", "2": "women", "SAMANST": "total"},
                "AlderFodelselandgr": {"totalt": "total"},
            },
            leave_out={"Region": UNKNOWN_REGION},
            marks=Marks(
                words=("M2", "matchning"), first="2019", query="matchning utbildning yrke region"
            ),
        ),
    ),
    TableSpec(
        id="scb:TAB6368",
        agency="SCB",
        register=(
            "AM9906 Arbetskraftsdeltagande (U1b) efter region, utbildningsgrupp och kön "
            "(RegionInd19U1bN1, TAB6368)"
        ),
        title="I och utanför arbetskraften efter utbildningsgrupp",
        dimensions=(
            REGION,
            PERIOD,
            _GROUP,
            Dimension("sex", "Kön", codes={"men": "män", "women": "kvinnor"}),
            Dimension("contents", "Mått", codes={c.code: c.label for c in _FORCE}),
        ),
        contents=_FORCE,
        cadence="year",
        licence=LICENCE,
        notes=("Länen och FA-regionerna; kommuner redovisas inte.",),
        breaks=(Break("2019", _OLDER),),
        page="https://www.scb.se/am9906",
        live=Extract(
            table="TAB6368",
            select={
                "Region": ANY_COUNTY,
                "Utbildngrupp": ("*",),
                "Kon": _SEX_LABELS,
                "ContentsCode": (
                    Label("i arbetskraften", ours="inside"),
                    Label("inte i arbetskraften", ours="outside"),
                    Label("totalt antal personer", ours="persons"),
                ),
                "Tid": ("*",),
            },
            columns={
                "Region": "region",
                "Utbildngrupp": "group",
                "Kon": "sex",
                "ContentsCode": "contents",
                "Tid": "period",
            },
            leave_out={"Region": UNKNOWN_REGION},
            marks=Marks(
                words=("U1b",), first="2019", query="arbetskraften utbildningsgrupp region kön"
            ),
        ),
    ),
)
