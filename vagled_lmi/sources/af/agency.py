"""Who Arbetsförmedlingen is, and where each of its services answers."""

from __future__ import annotations

from vagled_lmi.sources.protocol import Agency

AGENCY = Agency(
    key="af",
    name="Arbetsförmedlingen",
    url="https://data.arbetsformedlingen.se",
    variable="VAGLED_AF_URL",
    contact="opendata@arbetsformedlingen.se",
    services={
        "jobsearch": "https://jobsearch.api.jobtechdev.se",
        "taxonomy": "https://taxonomy.api.jobtechdev.se/v1/taxonomy",
        "jobed": "https://jobed-connect-api.jobtechdev.se/v1",
        "statistics": "https://arbetsformedlingen.se",
    },
)
