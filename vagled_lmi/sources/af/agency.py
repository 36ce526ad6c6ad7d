"""Who Arbetsförmedlingen is, where each service answers, how files are stamped."""

from __future__ import annotations

from datetime import UTC
from email.utils import parsedate_to_datetime

from vagled_lmi.session import Response
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


def stamp(file: Response) -> str | None:
    """Return when the agency last changed a file, ISO 8601 UTC; None where it does not say."""
    try:
        moment = parsedate_to_datetime(file.headers.get("Last-Modified", ""))
        moment = moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"
