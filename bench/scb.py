"""Fetch all of SCB's tables for one county, cold, within SCB's own limit of calls.

``python -m bench.scb [REGION]`` fetches from a PxWebApi 2 on loopback that has SCB's sizes, its
150 000 cells an answer and its 30 calls in 10 seconds, and answers 429 beyond them. What it takes
is held against what the limit alone would take.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import tempfile
import time
from multiprocessing.connection import Connection
from pathlib import Path

CALLS, SECONDS = 30, 10
#: Times the limit that a fetch may take.
MOST = 1.2


def serve(line: Connection) -> None:
    """Answer as SCB until told to stop; then say how many calls came and were refused."""
    from tests.agencies.scb import ScbServer  # noqa: PLC0415 - in the child only
    from tests.agencies.scb_tables import scb_tables  # noqa: PLC0415
    from tests.servers import Server  # noqa: PLC0415

    agency = ScbServer(scb_tables(whole=True), rate=(CALLS, SECONDS), limited=True)
    with Server(agency) as server:
        line.send(server.url)
        line.recv()
        line.send((len(server.seen), agency.refused))


def main(region: str) -> int:
    """Print the calls, the seconds, and both beside the limit; 1 where they are not kept."""
    from vagled_lmi.sources import refresh, scb  # noqa: PLC0415 - the child does without
    from vagled_lmi.sources.fetching import Wanted  # noqa: PLC0415
    from vagled_lmi.store import Store  # noqa: PLC0415

    here, there = multiprocessing.Pipe()
    child = multiprocessing.get_context("spawn").Process(target=serve, args=(there,))
    child.start()
    url = here.recv()
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"VAGLED_SCB_URL": url, "XDG_CACHE_HOME": folder}
        store = Store(Path(folder) / "store")
        specs = [spec for spec in scb.TABLES if spec.live is not None]
        start, before = time.perf_counter(), time.process_time()
        outcomes = list(refresh.refresh(specs, store, lambda *_: None, Wanted.parse([region])))
        took, worked = time.perf_counter() - start, time.process_time() - before
        failed = [outcome.sentence for outcome in outcomes if outcome.error is not None]
        rows = sum(line.size for line in store.retrievals())
    here.send(None)
    calls, refused = here.recv()
    child.join()
    least = (calls - 1) // CALLS * SECONDS
    print(f"{len(outcomes)} tables for {region}: {calls} calls, {rows / 1e6:.1f} MB of answers")
    print(f"{took:.1f} s; the limit alone {least} s; {took / least:.2f} times; {refused} refused")
    print(f"{worked:.1f} s of processor time, while it waits for the limit")
    for sentence in failed:
        print(sentence)
    return int(bool(failed) or refused > 0 or took > MOST * least)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "uppsala"))
