"""Myndigheten för yrkeshögskolan (MYH): granted higher vocational programmes and places."""

from __future__ import annotations

from vagled_lmi.sources.protocol import Agency
from vagled_lmi.tables import Contents, Dimension, TableSpec

AGENCY = Agency(
    key="myh",
    name="Myndigheten för yrkeshögskolan (MYH)",
    url="https://www.myh.se",
    variable="VAGLED_MYH_URL",
)

TABLES = (
    TableSpec(
        id="myh:beviljade",
        agency="Myndigheten för yrkeshögskolan (MYH)",
        register="Resultat ansökningsomgång 2024, Tabell 3",
        title="Beviljade utbildningar och platser i yrkeshögskolan efter område",
        dimensions=(
            Dimension("region", "Län", "region"),
            Dimension("period", "Ansökningsomgång", "period"),
            Dimension("field", "Utbildningsområde"),
            Dimension(
                "contents",
                "Mått",
                codes={
                    "programmes": "Beviljade utbildningar",
                    "places": "Beviljade platser",
                },
            ),
        ),
        contents=(
            Contents("programmes", "Beviljade utbildningar", "utbildningar"),
            Contents("places", "Beviljade platser", "platser"),
        ),
        cadence="year",
        licence="offentlig statistik, ange källan",
        notes=("Utbildningar som ges i flera kommuner ingår inte.",),
        page="https://www.myh.se/yrkeshogskolan/resultat-ansokningsomgang",
    ),
)
