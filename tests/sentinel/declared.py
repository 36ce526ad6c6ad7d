"""Tables as they are declared, over the tables of `tests.worlds`."""

from __future__ import annotations

from dataclasses import replace

from tests.worlds import COUNTIES
from vagled_lmi.sources import catalogue
from vagled_lmi.sources.pxweb import Extract, Label
from vagled_lmi.tables import Contents, Dimension, TableSpec

BAS = replace(
    catalogue.spec("scb:TAB6260"),
    live=Extract(
        table="TAB6260",
        select={
            "Region": tuple(COUNTIES),
            "Kon": ("1+2",),
            "Alder": ("20-64",),
            "Fodelseregion": ("tot",),
            "ContentsCode": ("000006II",),
            "Tid": ("*",),
        },
        columns={"Region": "region", "Tid": "period"},
    ),
)

_DECLARED = catalogue.spec("scb:TAB6471")
_AGES = next(d for d in _DECLARED.dimensions if d.name == "age").codes
POPULATION = replace(
    _DECLARED,
    live=Extract(
        table="TAB6471",
        select={
            "Region": tuple(COUNTIES),
            "Alder": (*(age for age in _AGES if age != "total"), "TotSA"),
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
)

_REGION, _PERIOD = Dimension("region", "Region", "region"), Dimension("period", "Period", "period")

INDEX = TableSpec(
    id="scb:TAB9001",
    agency="SCB",
    register="exempeldata",
    title="exempeldata: index efter näringsgren",
    dimensions=(_REGION, _PERIOD, Dimension("industry", "Näringsgren")),
    contents=(Contents("000009AA", "Index", "index", 1),),
    cadence="month",
    licence="CC0",
    live=Extract(
        table="TAB9001",
        select={
            "Region": ("00",),
            "SNI2007": ("P", "Q", "A-U"),
            "ContentsCode": (Label("Index"),),
            "Tid": ("*",),
        },
        columns={"Region": "region", "Tid": "period", "SNI2007": "industry"},
    ),
)

MUNICIPAL = TableSpec(
    id="scb:TAB9002",
    agency="SCB",
    register="exempeldata",
    title="exempeldata: folkmängd i kommuner",
    dimensions=(Dimension("region", "Kommun"), _PERIOD),
    contents=(Contents("BE0101N1", "Folkmängd", "personer"),),
    cadence="year",
    licence="CC0",
    live=Extract(
        table="TAB9002",
        select={"Region": ("*",), "ContentsCode": ("BE0101N1",), "Tid": ("*",)},
        columns={"Region": "region", "Tid": "period"},
    ),
)
