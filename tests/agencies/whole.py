"""Every agency at once, with all that its declared tables ask for, each service a host of its own.

SCB has as many regions, occupations and months as SCB; the others what their tests need. All of it
is exempeldata.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence

from tests.agencies.af import AfServer
from tests.agencies.af_workbooks import (
    COUNTIES,
    PIVOT_NUMBERS,
    notices_by_industry,
    notices_by_month,
    pivot,
)
from tests.agencies.eurostat import EurostatServer, example_cubes
from tests.agencies.kolada import KoladaServer
from tests.agencies.myh import MyhServer
from tests.agencies.scb import ScbServer
from tests.agencies.scb_tables import scb_tables
from tests.agencies.skolverket import SkolverketServer
from tests.agencies.ssb import ssb_server
from tests.agencies.uka import UkaServer
from tests.servers import Answerer
from tests.worlds import barometer
from vagled_lmi.sources import catalogue


def _af() -> Answerer:
    registered = ["2026-08", "Uppsala län", "Uppsala", *[7] * len(PIVOT_NUMBERS)]
    month = {"2026-07": [*range(10, 10 + len(COUNTIES)), 420]}
    industries = {"2025": [["A", "Jordbruk", *[1] * len(COUNTIES), 0, len(COUNTIES)]]}
    return AfServer(
        barometer=json.dumps(barometer("Systemutvecklare", "Lärare")).encode(),
        books={
            "web-varsel-lan-199201-2026-07.xlsx": notices_by_month(month),
            "web-varsel-bransch-lan-2010-2025.xlsx": notices_by_industry(industries),
            "web-inskrivna-arbetslosa-andel-av-bas-2026-08.xlsx": pivot([registered]),
        },
    )


AGENCIES: Mapping[str, Callable[[], Answerer]] = {
    "af": _af,
    "eurostat": lambda: EurostatServer(example_cubes()),
    "kolada": KoladaServer,
    "myh": MyhServer,
    "scb": lambda: ScbServer(scb_tables(whole=True)),
    "skolverket": SkolverketServer,
    "ssb": ssb_server,
    "uka": UkaServer,
}


def whole(keys: Sequence[str] = ()) -> Iterator[tuple[str, str, Answerer]]:
    """Yield each service of the agencies named, or of all.

    Yields
    ------
    (str, str, callable)
        Environment variable of its address, path of that address, and what answers there.
    """
    for key, source in catalogue.agencies().items():
        if keys and key not in keys:
            continue
        answer = AGENCIES[key]()
        for service in ("", *source.AGENCY.services):
            yield source.AGENCY.variable_of(service), f"/{service}".rstrip("/"), answer
