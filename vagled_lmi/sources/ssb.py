"""SSB, Norway: another agency with PxWebApi 2 is its declaration."""

from __future__ import annotations

from vagled_lmi.sources import pxweb
from vagled_lmi.sources.protocol import Agency
from vagled_lmi.sources.pxweb_extract import Extract, Label
from vagled_lmi.tables import Break, Contents, Dimension, TableSpec

AGENCY = Agency(
    key="ssb",
    name="SSB",
    url="https://data.ssb.no/api/pxwebapi/v2",
    variable="VAGLED_SSB_URL",
    contact="https://www.ssb.no/kontakt",
    language="no",
)

fetch = pxweb.fetch
parse = pxweb.parse
probe = pxweb.probe
contract = pxweb.contract
search = pxweb.search

TABLES = (
    TableSpec(
        id="ssb:07459",
        agency="SSB",
        register="07459 Befolkning, etter region, kjønn, alder, statistikkvariabel og år",
        title="Folkmängd i Norge och dess fylken",
        dimensions=(
            Dimension("region", "Fylke", "norway"),
            Dimension("period", "År", "period"),
        ),
        contents=(Contents("Personer1", "Folkmängd", "personer"),),
        cadence="year",
        licence="CC BY 4.0",
        notes=(
            "Avser den 1 januari.",
            "Ett fylke som inte fanns ett år har värdet 0: jämför inte fylken över 2020 och 2024.",
        ),
        breaks=(
            Break("2020", "Fylkesreformen: 19 fylken blir 11."),
            Break("2024", "Tre fylken delas igen: 11 fylken blir 15."),
        ),
        page="https://www.ssb.no/statbank/table/07459",
        live=Extract(
            table="07459",
            select={
                "Region": ("0", "??"),
                "ContentsCode": (Label("personer", "Personer1"),),
                "Tid": ("from(2015)",),
            },
            columns={"Region": "region", "Tid": "period"},
            leave_out={"Region": ("99",)},
            eliminated=("Kjonn", "Alder"),
        ),
    ),
)
