"""SCB: what those who have finished higher vocational education do, by survey.

No id of PxWebApi 2 is known for certain, nor the codes of the dimensions: the tables come along
with the program and are not asked for yet.
"""

from __future__ import annotations

from vagled_lmi.sources.scb.dimensions import LICENCE, PERIOD
from vagled_lmi.tables import Contents, Dimension, TableSpec

#: Code of all fields together.
ALL_FIELDS = "Totalt"
_REGION = Dimension("region", "Region", "region")
_FIELD = Dimension("field", "Utbildningsområde")
_WORK = (
    Contents("graduates", "Examinerade med arbete", "personer"),
    Contents("fully", "Arbetar helt eller till största delen inom området", "procent", 0, 0, 100),
    Contents("fully_margin", "Felmarginal", "procentenheter", 0, 0, 100),
    Contents("partly", "Arbetar till viss del inom området", "procent", 0, 0, 100),
    Contents("partly_margin", "Felmarginal", "procentenheter", 0, 0, 100),
    Contents("not", "Arbetar inte alls inom området", "procent", 0, 0, 100),
    Contents("not_margin", "Felmarginal", "procentenheter", 0, 0, 100),
)
_TIME = (
    Contents("graduates", "Examinerade", "personer"),
    Contents("month", "Arbete inom en månad", "procent", 0, 0, 100),
    Contents("month_margin", "Felmarginal", "procentenheter", 0, 0, 100),
    Contents("half_year", "Arbete inom sex månader", "procent", 0, 0, 100),
    Contents("half_year_margin", "Felmarginal", "procentenheter", 0, 0, 100),
)
_SURVEY = (
    "En enkät som alla inte svarade på: varje andel har en felmarginal, och det sanna värdet finns "
    "inom den med 95 procents säkerhet.",
    "Gäller dem vars utbildning slutade året före uppföljningsåret och som är folkbokförda i "
    "Sverige. Två prickar: för osäker eller för få.",
)

TABLES = (
    TableSpec(
        id="scb:yh_arbete",
        agency="SCB",
        register=(
            "UF0701 Examinerade efter kön, utbildningsområde MYH, överensstämmelse med "
            "YH-utbildningen och uppföljningsår (000006OE)"
        ),
        title="Arbete inom yrkeshögskoleutbildningens område efter examen",
        dimensions=(
            _REGION,
            PERIOD,
            _FIELD,
            Dimension("contents", "Mått", codes={c.code: c.label for c in _WORK}),
        ),
        contents=_WORK,
        cadence="year",
        licence=LICENCE,
        notes=("Bara de som har ett arbete ingår.", *_SURVEY),
        page="https://www.scb.se/uf0701",
    ),
    TableSpec(
        id="scb:yh_tid",
        agency="SCB",
        register=(
            "UF0701 Andel examinerade efter kön, utbildningsområde MYH, tid till det första "
            "arbetet efter YH-utbildningen och uppföljningsår (000006OI)"
        ),
        title="Tid till första arbetet efter yrkeshögskolan",
        dimensions=(
            _REGION,
            PERIOD,
            _FIELD,
            Dimension("contents", "Mått", codes={c.code: c.label for c in _TIME}),
        ),
        contents=_TIME,
        cadence="year",
        licence=LICENCE,
        notes=_SURVEY,
        page="https://www.scb.se/uf0701",
    ),
)
