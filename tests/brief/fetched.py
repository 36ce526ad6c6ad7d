"""Stores filled by fetches over loopback, and documents of some blocks made of them.

What the servers answer is exempeldata: made up by the tests, and only there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.agencies.kolada import KoladaServer, metadata
from tests.brief import sample
from tests.brief.inprocess import as_written
from tests.servers import Answerer, Server
from vagled_lmi import resources
from vagled_lmi.brief import desk as desks
from vagled_lmi.brief import document as documents
from vagled_lmi.brief.desk import Desk
from vagled_lmi.brief.document import Document
from vagled_lmi.brief.trace import Tracer
from vagled_lmi.session import Limits, Session
from vagled_lmi.sources import catalogue, fetching
from vagled_lmi.sources.kolada.declared import TABLES
from vagled_lmi.store import Archive, Store

NOW, BUILT = "2026-11-24T08:00:00Z", "2026-11-24T12:00:00Z"
#: What Kolada has for kommuner and not for län, by its catalogue of March 2026.
OF_KOMMUNER = {"N18741", "N18743", "N18746", "N00703", "N17801", "N17802", "N17803"}
TABLES_OF_KOMMUNER = {"kolada:efter_gymnasium", "kolada:nyanlanda", "kolada:sfi"}
UNDIVIDED = {"N18741", "N18743", "N18746", "N00703"}
UPPSALA = fetching.Wanted.parse(["03"])
Value = Callable[[str, str, int, str], "float | None"]


def kolada(value: Value) -> KoladaServer:
    """Kolada with the indicators that the program has declared, of the kinds that they are."""
    kpis = [
        metadata(
            contents.code,
            contents.label,
            municipality_type="K"
            if contents.code in OF_KOMMUNER or table.id in TABLES_OF_KOMMUNER
            else "A",
            is_divided_by_gender=contents.code not in UNDIVIDED,
        )
        for table in TABLES
        for contents in table.contents
    ]
    return KoladaServer(kpis, value=value)


def filled(
    root: Path,
    agency: Answerer,
    variable: str,
    tables: Sequence[str],
    wanted: fetching.Wanted = UPPSALA,
) -> Store:
    """Return a store over the program's figures with some tables fetched, for Uppsala län.

    Its kommuner come along where the agency has them; `fetching.Wanted` asks as is declared.
    """
    store = Store(root, base=Archive(resources.snapshot_dir()))
    limits = Limits(retries=0, calls=1000, seconds=0.02)
    with (
        Server(agency) as server,
        Session(root, limits=limits) as session,
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setenv(variable, server.url)
        for table in tables:
            errand = fetching.Errand(session.send, NOW)
            assert fetching.fetch(catalogue.spec(table), store, errand, wanted) is not None
    return store


def shown(store: Archive, region: str, edition: str, *names: str) -> Document:
    """Return the document of some blocks alone."""
    outputs: list[dict[str, Any]] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(desks, "display", lambda data, **_: outputs.append(as_written(data)))
        desk = Desk(region, edition, store=store, built=BUILT)
        desk.opening()
        desk.part("summary").show(*names)
    return documents.collect({"cells": [{"outputs": outputs}]})


def said(document: Document) -> dict[str, str]:
    """Return what each block says, by its id."""
    blocks = [block for part in document["parts"] for block in part["blocks"]]
    return {
        block["id"]: sample.text_of(
            block.get("text") or block.get("title") or block["label"]
        ).replace("\u202f", " ")
        for block in blocks
    }


def rows(document: Document, id_: str) -> list[list[str]]:
    """Return the cells of a block's table as they are printed."""
    blocks = [block for part in document["parts"] for block in part["blocks"]]
    (found,) = [block for block in blocks if block["id"] == id_]
    return [[cell["text"] for cell in row] for row in found["table"]["rows"]]


def unequal(document: Document, store: Archive) -> list[Any]:
    """Return the numbers that do not come out the same when they are computed anew."""
    tracer = Tracer(document, store)
    assert tracer.addresses()
    return [replay for replay in map(tracer.replay, tracer.addresses()) if not replay.equal]
