"""A small answer of an agency, and where a store keeps things."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from vagled_lmi.provenance import Query
from vagled_lmi.store import Store, Vintage

NOON = "2025-11-03T12:00:00Z"
TABLE = "scb:TAB6471"


@dataclass(frozen=True)
class Answer:
    query: Query
    payload: bytes
    media_type: str = "application/json"
    updated: str | None = None
    notes: tuple[str, ...] = ()


def answers(*payloads: bytes, table: str = TABLE, notes: tuple[str, ...] = ()) -> list[Answer]:
    url = "https://statistik.example/api"
    return [
        Answer(Query(table, url, {"Tid": (str(n),)}), payload, notes=notes)
        for n, payload in enumerate(payloads)
    ]


def add(
    target: Store, *payloads: bytes, at: str = NOON, table: str = TABLE, via: str = ""
) -> Vintage:
    return target.add(table, answers(*payloads, table=table), retrieved=at, licence="CC0", via=via)


def temporary_files(root: Path) -> list[Path]:
    return list(root.glob("payloads/**/*.tmp"))


def payload_path(root: Path, digest: str) -> Path:
    return root / "payloads" / digest[:2] / digest
