"""Fetch what the brief of one region is made of, cold, within the limits of calls.

``python -m bench.refresh [REGION] [AGENCY ...]`` fetches every table that a county's brief reads
and agencies have, or all tables of the agencies named, from servers on loopback, each service a
host of its own. SCB's has SCB's sizes and its 150 000 cells an answer; every host answers 429
beyond its limit of calls. What a fetch takes is held against what the limits alone would take, one
table being fetched after another.
"""

from __future__ import annotations

import math
import multiprocessing
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vagled_lmi.tables import TableSpec

#: Times the limit that a fetch may take.
MOST = 1.2
#: Calls and seconds: what hosts say of themselves, and what the program keeps to at JobSearch. Of
#: the others nothing is known, and a session asks them as seldom as such.
LIMITS = {
    "VAGLED_AF_URL_JOBSEARCH": (1, 1),
    "VAGLED_SCB_URL": (30, 10),
    "VAGLED_SSB_URL": (30, 60),
    "VAGLED_SKOLVERKET_URL_STATISTIK": (10, 10),
}
UNKNOWN = (2, 1)

Counts = list[tuple[str, int, int, tuple[int, float]]]


def serve(line: Connection, agencies: list[str]) -> None:
    """Answer as the agencies until told to stop; then say how many calls came and were refused."""
    from tests.agencies.limited import Limited  # noqa: PLC0415 - in the child only
    from tests.agencies.whole import whole  # noqa: PLC0415
    from tests.servers import Server  # noqa: PLC0415

    hosts = {}
    with ExitStack() as running:
        addresses = {}
        for variable, path, answer in whole(agencies):
            hosts[variable] = Limited(answer, LIMITS.get(variable, UNKNOWN))
            addresses[variable] = running.enter_context(Server(hosts[variable])).url + path
        line.send(addresses)
        line.recv()
        line.send([(name, host.counted, host.refused, host.rate) for name, host in hosts.items()])


def tables(agencies: list[str]) -> list[TableSpec]:
    """Return the tables of the agencies named, or those that a county's brief reads."""
    from vagled_lmi import resources  # noqa: PLC0415 - the child does without
    from vagled_lmi.sentinel.impact import Impact  # noqa: PLC0415
    from vagled_lmi.sources import refresh  # noqa: PLC0415
    from vagled_lmi.store import Archive  # noqa: PLC0415

    live = refresh.chosen([])
    if agencies:
        return [spec for spec in live if spec.id.partition(":")[0] in agencies]
    impact = Impact(Archive(resources.snapshot_dir()))
    return [spec for spec in live if "regional_outlook" in impact.of(spec.id).briefs]


def fetched(specs: list[TableSpec], region: str, folder: Path) -> Iterator[str]:
    """Fetch into an empty store; yield what is told of each table that failed."""
    from vagled_lmi.sources import refresh  # noqa: PLC0415
    from vagled_lmi.sources.fetching import Wanted  # noqa: PLC0415
    from vagled_lmi.store import Store  # noqa: PLC0415

    store = Store(folder / "store")
    outcomes = list(refresh.refresh(specs, store, lambda *_: None, Wanted.parse([region])))
    size = sum(line.size for line in store.retrievals()) / 1e6
    print(f"{len(outcomes)} tables for {region}, {size:.1f} MB of answers")
    yield from (outcome.sentence for outcome in outcomes if outcome.error is not None)


def told(counts: Counts, took: float) -> bool:
    """Print each host's calls and the whole beside the limits; return whether they are kept."""
    least = 0.0
    print("\n| host | limit | calls | refused | s by the limit |\n|---|---|---:|---:|---:|")
    for name, counted, refused, (calls, seconds) in counts:
        if not counted:
            continue
        alone = (counted - 1) // calls * seconds
        least += alone
        host = name.removeprefix("VAGLED_").replace("_URL", "").replace("_", " ").lower()
        print(f"| {host} | {calls} in {seconds:g} s | {counted} | {refused} | {alone:g} |")
    refusals = sum(refused for _, _, refused, _ in counts)
    calls = sum(counted for _, counted, _, _ in counts)
    times = took / least if least else math.inf
    print(f"\n{calls} calls in {took:.1f} s; the limits alone {least:g} s; {times:.2f} times")
    return refusals == 0 and times <= MOST


def main(region: str, agencies: list[str]) -> int:
    """Print the calls, the seconds, and both beside the limits; 1 where they are not kept."""
    here, there = multiprocessing.Pipe()
    child = multiprocessing.get_context("spawn").Process(target=serve, args=(there, agencies))
    child.start()
    os.environ |= here.recv()
    specs = tables(agencies)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = folder
        start, before = time.perf_counter(), time.process_time()
        failed = list(fetched(specs, region, Path(folder)))
        took, worked = time.perf_counter() - start, time.process_time() - before
    here.send(None)
    kept = told(here.recv(), took)
    child.join()
    print(f"{worked:.1f} s of processor time, while it waits for the limits")
    for sentence in failed:
        print(sentence)
    return int(bool(failed) or not kept)


if __name__ == "__main__":
    given = sys.argv[1:] or ["uppsala"]
    sys.exit(main(given[0], given[1:]))
