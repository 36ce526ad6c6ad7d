"""SSB's PxWebApi 2: the same server as SCB's, in Norwegian, with Norway's regions.

The table is 07459 as SSB has it (dimensions and codes from its published examples), with example
data for values.
"""

from __future__ import annotations

from tests.agencies.scb import Dim, PxTable, ScbServer

_REGIONS = {
    "0": "Hele landet",
    "03": "Oslo",
    "31": "Østfold",
    "3101": "Halden",
    "30": "Viken (2020-2023)",
    "99": "Uoppgitt",
}
_YEARS = [str(year) for year in range(2013, 2027)]


def ssb_server() -> ScbServer:
    """A PxWebApi 2 with SSB's table of population."""
    table = PxTable(
        "07459",
        "Befolkning, etter region, kjønn, alder, statistikkvariabel og år",
        [
            Dim("Region", "region", _REGIONS, elimination=True),
            Dim("Kjonn", "kjønn", {"1": "Menn", "2": "Kvinner"}, elimination=True),
            Dim("Alder", "alder", {"000": "0 år", "001": "1 år"}, elimination=True),
            Dim(
                "ContentsCode",
                "statistikkvariabel",
                {"Personer1": "Personer"},
                units={"Personer1": ("personer", 0)},
            ),
            Dim("Tid", "år", {year: year for year in _YEARS}),
        ],
    )
    return ScbServer([table], cells=800_000, rate=(30, 60))
