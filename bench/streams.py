"""Measure how much memory large tables take on their way in: `python -m bench.streams`.

A million rows of Kolada and 270 000 education events of Susa-navet come over HTTP from a server in
a process of its own on loopback. They go the whole way of a fetch (ask, cut, store, parse, hold to
the contract) in another, whose peak resident memory is read from the kernel. Beside it the plain
way, which keeps every page until the last has come.

``refresh`` is `vagled fetch` of a table that is known already and has changed at the agency: it
reads the table as it was, fetches it, reads it again and says what moved.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import requests

from tests.agencies.kolada import KoladaServer
from tests.agencies.skolverket import SusaServer
from tests.servers import Server
from vagled_lmi.codes import regions
from vagled_lmi.session import Limits, Session
from vagled_lmi.sources import catalogue, fetching
from vagled_lmi.sources import refresh as command
from vagled_lmi.sources.fetching import Errand
from vagled_lmi.sources.kolada.values import to_kolada
from vagled_lmi.store import Store
from vagled_lmi.tables import TableSpec

LIMIT = 500  # MB of the whole process
EVENTS = 270_000
YEARS = range(1985, 2025)
TABLES = {
    "kolada": ("kolada:arbetsmarknad",),
    "susa": ("skolverket:utbildningstillfallen", "skolverket:utbud"),
}
VARIABLES = {"kolada": "VAGLED_KOLADA_URL", "susa": "VAGLED_SKOLVERKET_URL_SUSA"}
HEADS = ("table", "way", "rows", "calls", "stored MB", "s", "imports MB", "peak MB")


def serve(agency: str) -> None:
    """Answer until the input ends; the first line out is the address."""
    kolada = KoladaServer(years=YEARS)
    changed = {"kpi": "N03941", "municipality": "0380", "period": 2024, "values": []}
    kolada.changed["2099-01-01"] = [changed]
    susa = SusaServer(EVENTS)
    susa.updated = 1
    with Server(kolada if agency == "kolada" else susa) as server:
        print(server.url, flush=True)
        sys.stdin.read()


def declared(table: str) -> TableSpec:
    """Return a table; of Kolada with all of Sweden's kommuner, for a million rows."""
    spec = catalogue.spec(table)
    if not table.startswith("kolada:"):
        return spec
    areas = (*regions("country"), *regions("county"), *regions("municipality"))
    return replace(spec, live=tuple(region.code for region in areas))


def session(folder: Path) -> Session:
    """Return a session that no rate limit holds back."""
    return Session(folder, limits=Limits(calls=10_000, seconds=0.01))


def stream(table: str, folder: Path) -> dict[str, Any]:
    """Fetch a table into an empty store."""
    spec, store, before = declared(table), Store(folder / "store"), peak()
    begun = time.perf_counter()
    with session(folder) as opened:
        fetching.fetch(spec, store, Errand(opened.send, "2026-11-25T08:00:00Z"))
    return {"s": time.perf_counter() - begun, **memory(before), **held(spec, store)}


def refresh(table: str, folder: Path) -> dict[str, Any]:
    """Fetch a table that is known, and say what moved."""
    spec, store, before = declared(table), Store(folder / "store"), peak()
    command.Session = lambda: session(folder)  # type: ignore[misc,assignment]
    begun = 0.0
    for _ in range(2):
        begun = time.perf_counter()
        (outcome,) = command.refresh([spec], store, lambda *_: None)
        if outcome.error is not None:
            raise outcome.error
    return {"s": time.perf_counter() - begun, **memory(before), **held(spec, store)}


def held(spec: TableSpec, store: Store) -> dict[str, Any]:
    """Return what a table's newest vintage is; reads it, so peak memory is taken before."""
    vintage = store.vintages(spec.id)[-1]
    size = sum(part.size for part in vintage.retrievals)
    rows = len(catalogue.parsed(spec, vintage, store))
    return {"rows": rows, "calls": len(vintage.retrievals), "stored MB": size / 1e6}


def memory(before: float) -> dict[str, float]:
    """Return the peak until now, beside that of a process that has only imported."""
    return {"imports MB": before, "peak MB": peak()}


def plain(table: str, _: Path) -> dict[str, Any]:
    """Ask for every page, keep them, and make one frame of all."""
    agency = "kolada" if table.startswith("kolada:") else "susa"
    url = os.environ[VARIABLES[agency]]
    before, begun = peak(), time.perf_counter()
    kept: list[Any] = []
    calls = 0
    for address, name in questions(table, url):
        following: str | None = address
        while following is not None:
            page = requests.get(following, timeout=60).json()
            kept += page[name]
            calls += 1
            following = after(page, address)
    if agency == "kolada":
        frame = pd.json_normalize(kept, "values", ["kpi", "municipality", "period"])
    else:
        frame = pd.json_normalize(kept)
    took = time.perf_counter() - begun
    return {"s": took, **memory(before), "rows": len(frame), "calls": calls, "stored MB": 0.0}


def questions(table: str, url: str) -> Iterator[tuple[str, str]]:
    """Yield what is asked for, and the name of the list in an answer."""
    if not table.startswith("kolada:"):
        yield f"{url}/educationEvents?size=2000", "educationEvents"
        return
    spec = declared(table)
    kpis = [measure.code for measure in spec.contents]
    areas = [to_kolada(region) or "" for region in spec.live]
    for one in (kpis[at : at + 25] for at in range(0, len(kpis), 25)):
        for some in (areas[at : at + 25] for at in range(0, len(areas), 25)):
            path = f"kpi/{','.join(one)}/municipality/{','.join(some)}"
            yield f"{url}/data/{path}?per_page=5000", "values"


def after(page: dict[str, Any], address: str) -> str | None:
    """Return the address of the next page; None after the last."""
    if "next_url" in page:
        return page["next_url"] and str(page["next_url"])
    about = page["page"]
    number = about["pageNumber"] + 1
    return f"{address}&page={number}" if number < about["totalPages"] else None


def peak() -> float:
    """Return the largest resident memory of this process so far, MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6


@contextmanager
def serving(agency: str) -> Iterator[str]:
    """Yield the address of a server in a process of its own."""
    command_line = [sys.executable, "-m", "bench.streams", "--serve", agency]
    pipe = subprocess.PIPE
    with subprocess.Popen(command_line, stdin=pipe, stdout=pipe, text=True) as process:
        told, asked = process.stdin, process.stdout
        if told is None or asked is None:
            raise OSError("the server has no pipes")
        try:
            yield asked.readline().strip()
        finally:
            told.close()


WAYS: dict[str, Callable[[str, Path], dict[str, Any]]] = {
    "stream": stream,
    "refresh": refresh,
    "plain": plain,
}


def lines() -> Iterator[dict[str, Any]]:
    """Measure every table in every way, each in a process of its own."""
    for agency, tables in TABLES.items():
        with serving(agency) as url:
            for table in tables:
                for way in WAYS:
                    if way == "plain" and table == "skolverket:utbud":
                        continue  # the same pages as the list of events
                    run = [sys.executable, "-m", "bench.streams", "--run", way, table]
                    environment = {**os.environ, VARIABLES[agency]: url}
                    done = subprocess.run(
                        run, env=environment, check=True, capture_output=True, text=True
                    )
                    yield {"table": table, "way": way, **json.loads(done.stdout)}


def shown(head: str, value: Any) -> str:
    """Return a figure as the table has it."""
    if isinstance(value, float):
        return f"{value:.1f}" if head in ("s", "stored MB") else f"{value:.0f}"
    return f"{value:,}".replace(",", " ") if isinstance(value, int) else str(value)


def main() -> int:
    """Print the table; 1 when a way of the program's takes more than it may."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--serve", choices=list(TABLES), help=argparse.SUPPRESS)
    parser.add_argument("--run", nargs=2, metavar=("WAY", "TABLE"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.serve:
        serve(options.serve)
        return 0
    if options.run:
        way, table = options.run
        with tempfile.TemporaryDirectory() as folder:
            print(json.dumps(WAYS[way](table, Path(folder))))
        return 0
    print("| " + " | ".join(HEADS) + " |")
    print("|" + "|".join("---" if head in ("table", "way") else "---:" for head in HEADS) + "|")
    large = False
    for line in lines():
        large |= line["way"] != "plain" and line["peak MB"] > LIMIT
        print("| " + " | ".join(shown(head, line[head]) for head in HEADS) + " |", flush=True)
    return int(large)


if __name__ == "__main__":
    sys.exit(main())
