"""SCB: job vacancies, from the short-term statistics, with their margins of error."""

from __future__ import annotations

from vagled_lmi.sources.pxweb_extract import Extract, Label, Marks
from vagled_lmi.sources.scb.dimensions import COUNTIES, LICENCE, PERIOD, REGION
from vagled_lmi.tables import Break, Contents, Dimension, TableSpec

_RATE = Contents("rate", "Lediga jobb", "per 100 anställningar", 1, 0, 100)
_MARGIN = Contents("margin", "Felmarginal, lediga jobb", "per 100 anställningar", 1, 0, 100)

TABLES = (
    TableSpec(
        id="scb:TAB6605",
        agency="SCB",
        register="AM0701 Lediga jobb per 100 anställningar efter region, kvartal (TAB6605)",
        title="Lediga jobb per 100 anställningar",
        dimensions=(
            REGION,
            PERIOD,
            Dimension(
                "kind",
                "Typ av lediga jobb",
                codes={
                    "LJtotA": "lediga jobb totalt",
                    "LJomgA": "med omgående tillträde",
                },
            ),
            Dimension("contents", "Mått", codes={c.code: c.label for c in (_RATE, _MARGIN)}),
        ),
        contents=(_RATE, _MARGIN),
        cadence="quarter",
        licence=LICENCE,
        notes=(
            "En urvalsundersökning: i ett enskilt län är osäkerheten stor. Visa felmarginalen, "
            "eller medelvärdet av flera kvartal.",
            "Hela ekonomin. Annonser i Platsbanken är något annat.",
            "Säsong: jämför med samma kvartal ett år tidigare.",
        ),
        breaks=(
            Break("2024K2", "Ny serie för hela ekonomin; äldre tabeller gäller delar av den."),
        ),
        page="https://www.scb.se/am0701",
        live=Extract(
            table="TAB6605",
            select={
                "AARegion": (*COUNTIES, "SE??"),
                "LedJobbTyp": ("LJtotA", "LJomgA"),
                "ContentsCode": (
                    Label("antal, per anställning", "0000081B", ours="rate"),
                    Label("osäkerhetsmarginal", "0000081C", ours="margin"),
                ),
                "Tid": ("*",),
            },
            columns={
                "AARegion": "region",
                "LedJobbTyp": "kind",
                "ContentsCode": "contents",
                "Tid": "period",
            },
            marks=Marks(
                words=("lediga jobb",), first="2024K2", query="lediga jobb region anställning"
            ),
        ),
    ),
)
