"""PxWeb's API version 1, as Skolverket runs it.

Sources: PxWeb's own user guide; ``?config`` and metadata as a public client verified them in
September 2026 (maxCells 1 250 000, maxValues 1 000, 10 calls in 10 s; no elimination keys; a bare
429 without Retry-After when asked too often).
"""

from __future__ import annotations

import itertools
import math
import zlib
from collections.abc import Mapping, Sequence
from typing import Any

from tests.servers import Reply, Seen, Spoken, as_json

CONFIG = {"maxValues": 1000, "maxCells": 1_250_000, "maxCalls": 10, "timeWindow": 10, "CORS": True}


def variable(
    code: str, text: str, values: Mapping[str, str], *, time: bool = False
) -> dict[str, Any]:
    """A dimension as a table describes it: values to texts."""
    told = {"code": code, "text": text, "values": list(values), "valueTexts": list(values.values())}
    return {**told, "time": True} if time else told


def cell(codes: Sequence[str]) -> tuple[float | None, str]:
    """The value and status of one cell, from its codes alone."""
    number = zlib.crc32("|".join(codes).encode())
    return (None, "..") if number % 9 == 0 else (float(number % 5000), "")


class Px1Server:
    """Folders and tables; a table that is asked for must have every dimension selected.

    Parameters
    ----------
    tables : dict of str to dict
        Path to what the table says of itself: ``title`` and ``variables``.
    config : dict
        Of the installation.
    updated : str
        Stamp of every table.

    Attributes
    ----------
    extra : dict
        Dimensions of one value that answers have beside those of the table, as PxWeb adds
        ``ContentsCode``.
    wrapped : bool
        Whether lists of folders come in an object, as some clients have seen them.
    """

    def __init__(
        self,
        tables: Mapping[str, Mapping[str, Any]],
        config: Mapping[str, Any] = CONFIG,
        updated: str = "2026-09-24T06:00:00",
    ) -> None:
        self.tables = {path.strip("/"): dict(table) for path, table in tables.items()}
        self.config = dict(config)
        self.updated = updated
        self.extra: dict[str, str] = {"ContentsCode": "Elever"}
        self.wrapped = False
        self.texts: dict[str, str] = {}

    def __call__(self, seen: Seen) -> Spoken:
        path = seen.path.strip("/")
        if seen.query == {"config": ""}:
            return as_json(self.config)
        if path in self.tables:
            table = self.tables[path]
            return self._data(table, seen.json) if seen.method == "POST" else as_json(table)
        listed = self._folder(path)
        if not listed:
            return Reply(b"", 404)
        return as_json({"value": listed, "Count": len(listed)} if self.wrapped else listed)

    def _folder(self, path: str) -> list[dict[str, Any]]:
        inside = f"{path}/" if path else ""
        names: dict[str, dict[str, Any]] = {}
        for table, said in self.tables.items():
            if not table.startswith(inside):
                continue
            name, _, below = table[len(inside) :].partition("/")
            text = self.texts.get(name, name.replace("_", " "))
            entry: dict[str, Any] = {"id": name, "type": "l", "text": text}
            if not below:
                entry = {"id": name, "type": "t", "text": said["title"], "updated": self.updated}
            names[name] = entry
        return list(names.values())

    def _data(self, table: Mapping[str, Any], asked: Any) -> Spoken:
        selected = {part["code"]: part["selection"]["values"] for part in asked["query"]}
        known = {
            v["code"]: dict(zip(v["values"], v["valueTexts"], strict=True))
            for v in table["variables"]
        }
        if set(selected) != set(known) or asked["response"] != {"format": "json-stat2"}:
            return Reply(b"", 400)
        if any(not set(codes) <= set(known[name]) for name, codes in selected.items()):
            return Reply(b"", 400)
        if math.prod(map(len, selected.values())) > self.config["maxCells"]:
            return Reply(b"", 403)
        selected = {name: selected[name] for name in known}
        cells = [cell(codes) for codes in itertools.product(*selected.values())]
        texts = {name: {c: known[name][c] for c in codes} for name, codes in selected.items()}
        texts |= {name: {code: code} for name, code in self.extra.items()}
        time = [v["code"] for v in table["variables"] if v.get("time")]
        return as_json(
            {
                "version": "2.0",
                "class": "dataset",
                "label": table["title"],
                "source": "Skolverket",
                "updated": self.updated,
                "note": ["'.' = uppgift saknas"],
                "role": {"time": time},
                "id": list(texts),
                "size": [len(codes) for codes in texts.values()],
                "dimension": {
                    name: {
                        "label": name,
                        "category": {"index": {c: i for i, c in enumerate(codes)}, "label": codes},
                    }
                    for name, codes in texts.items()
                },
                "value": [value for value, _ in cells],
                "status": {str(i): status for i, (_, status) in enumerate(cells) if status},
            }
        )
