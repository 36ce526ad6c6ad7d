"""What was asked of an agency and what it answered: query, retrieval, citation.

Nothing here reads or writes; `vagled_lmi.store` keeps what these classes describe.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

VIA_PUBLIC_COPY = "via public copy"


def sha256(payload: bytes) -> str:
    """Return the hex SHA-256 of a payload: its name in the store."""
    return hashlib.sha256(payload).hexdigest()


@dataclass(frozen=True, slots=True)
class Query:
    """One question to one agency, in the agency's own codes.

    Attributes
    ----------
    table : str
        The id of the `TableSpec` it belongs to, ``scb:TAB6471``.
    url : str
        Full address without secrets; empty for figures that came with the program.
    selection : dict of str to tuple of str
        Dimension code to value codes, as sent; empty where the address says it all.
    scope : dict of str to tuple of str
        ``region`` and ``period`` to the codes that the fetch was narrowed to; empty where the whole
        declared table was asked for.
    codelists : dict of str to str
        Dimension code to the agency's code list that its value codes are of, where they are not the
        table's own.
    """

    table: str
    url: str = ""
    selection: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    scope: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    codelists: Mapping[str, str] = field(default_factory=dict)

    def canonical(self) -> str:
        """Return the query as one line of JSON with sorted keys: equal queries, equal text."""
        body: dict[str, Any] = {
            "table": self.table,
            "url": self.url,
            "selection": {name: list(codes) for name, codes in self.selection.items()},
            "scope": {name: list(codes) for name, codes in self.scope.items()},
        }
        if self.codelists:
            body["codelists"] = dict(self.codelists)
        return json.dumps(body, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Retrieval:
    """One fetch of one query: a line of the retrieval log, never changed afterwards.

    Attributes
    ----------
    query : Query
        What was asked.
    retrieved : str
        When the answer came, UTC, ISO 8601 to the second with ``Z``. For figures that came with the
        program: when they were compiled.
    sha256 : str
        Hash of the stored payload.
    size : int
        Bytes of the payload.
    media_type : str
        Of the payload, ``application/json``.
    vintage : str
        The vintage it belongs to; answers of one fetch that was split share it.
    part, parts : int
        Which of how many answers of the vintage this is, from 1.
    updated : str or None
        The agency's own stamp of last update.
    licence : str
        ``CC0`` or the agency's words.
    notes : tuple of str
        The agency's footnotes that came with the answer.
    via : str
        ``via public copy`` where the answer did not come from the agency's own host.
    """

    query: Query
    retrieved: str
    sha256: str
    size: int
    media_type: str
    vintage: str
    part: int = 1
    parts: int = 1
    updated: str | None = None
    licence: str = ""
    notes: tuple[str, ...] = ()
    via: str = ""

    def to_json(self) -> dict[str, Any]:
        """Return plain data for the log and for `document.json`."""
        data = asdict(self)
        if not self.query.codelists:
            del data["query"]["codelists"]
        return data

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Retrieval:
        """Read what `to_json` wrote; unknown keys raise TypeError."""
        fields = dict(data)
        query = fields.pop("query")
        selection = {name: tuple(codes) for name, codes in query["selection"].items()}
        scope = {name: tuple(codes) for name, codes in query.get("scope", {}).items()}
        codelists = dict(query.get("codelists", {}))
        fields["notes"] = tuple(fields.get("notes", ()))
        return cls(Query(query["table"], query["url"], selection, scope, codelists), **fields)
