"""SCB: who lives in one kommun and works in another (BAS)."""

from __future__ import annotations

from vagled_lmi.sources.pxweb_extract import Extract, Label, Marks
from vagled_lmi.sources.scb.dimensions import LICENCE, PERIOD
from vagled_lmi.tables import Contents, Dimension, TableSpec

#: A kommun that is none: unknown.
_UNKNOWN = ("9999",)

TABLES = (
    TableSpec(
        id="scb:TAB1830",
        agency="SCB",
        register=(
            "AM0210 Sysselsatta efter bostadskommun, arbetsställekommun och kön (ArRegPend2, "
            "TAB1830)"
        ),
        title="Pendling mellan kommuner: sysselsatta efter bostadens och arbetsställets kommun",
        dimensions=(
            Dimension("region", "Arbetsställets kommun", "region"),
            Dimension("residence", "Bostadens kommun", "region"),
            PERIOD,
        ),
        contents=(Contents("employed", "Sysselsatta", "personer"),),
        cadence="year",
        licence=LICENCE,
        notes=(
            "Den som har okänt arbetsställe räknas till sin bostadskommun.",
            "Små tal är skyddade: delarna blir inte säkert summan.",
            "Det senaste året ensamt: 290 × 290 par av kommuner. Tabellen börjar 2020.",
        ),
        page="https://www.scb.se/am0210",
        live=Extract(
            table="TAB1830",
            select={
                "Kon": (Label("totalt"),),
                "Bostadskommun": ("????",),
                "Arbetsstallekommun": ("????",),
                "ContentsCode": ("*",),
                "Tid": ("top(1)",),
            },
            columns={
                "Arbetsstallekommun": "region",
                "Bostadskommun": "residence",
                "Tid": "period",
            },
            leave_out={"Bostadskommun": _UNKNOWN, "Arbetsstallekommun": _UNKNOWN},
            marks=Marks(
                words=("bostadskommun", "arbetsställekommun"),
                first="2020",
                query="pendling bostadskommun arbetsställekommun kön",
            ),
        ),
    ),
)
