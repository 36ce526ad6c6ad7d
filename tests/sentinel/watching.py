"""Tables fetched, watched, and reported as a program gets it."""

from __future__ import annotations

import importlib.resources
import json
from collections.abc import Mapping
from typing import Any

import jsonschema

from vagled_lmi.sentinel import report, watch
from vagled_lmi.sentinel.watch import Watched
from vagled_lmi.session import Session
from vagled_lmi.sources import fetching
from vagled_lmi.sources.fetching import Errand, Wanted
from vagled_lmi.store import Archive, Store
from vagled_lmi.tables import TableSpec

SCHEMAS = importlib.resources.files("vagled_lmi.sentinel") / "schema"
SCHEMA = json.loads((SCHEMAS / "watch.schema.json").read_text(encoding="utf-8"))


NOW = "2026-08-25T08:00:00Z"


def fetch(store: Store, session: Session, spec: TableSpec, **wanted: Any) -> None:
    errand = Errand(session.send, "2026-08-21T08:00:00Z")
    assert fetching.fetch(spec, store, errand, Wanted.parse(**wanted)) is not None


def look(store: Archive, session: Session, *specs: TableSpec, now: str = NOW) -> dict[str, Watched]:
    seen = watch.watch(specs, store, session.send, now, lambda *_: None)
    return {one.spec.id: one for one in seen}


def kinds(one: Watched) -> list[str]:
    return [finding.kind for finding in one.findings]


def checked(seen: Mapping[str, Watched], now: str = NOW) -> dict[str, Any]:
    """The report as a program gets it, held to its schema."""
    plain: dict[str, Any] = json.loads(
        json.dumps(report.watched_json(list(seen.values()), now), allow_nan=False)
    )
    jsonschema.validate(plain, SCHEMA)
    return plain
