"""A file that a user has downloaded from an agency, into the store as a vintage that says so."""

from __future__ import annotations

from pathlib import Path

from vagled_lmi import tables
from vagled_lmi.codes import quote
from vagled_lmi.errors import UsageError
from vagled_lmi.provenance import Query
from vagled_lmi.sources import catalogue, fetching
from vagled_lmi.sources.protocol import Answer, as_taking
from vagled_lmi.store import Store
from vagled_lmi.tables import TableSpec
from vagled_lmi.vintages import Vintage

_SIZE_AT_MOST = 200_000_000
_MEDIA_TYPES = {".csv": "text/csv", ".json": "application/json"}


def take(spec: TableSpec, store: Store, path: Path, now: str) -> Vintage:
    """Keep a user's file as a vintage of a table, if it keeps the table's contract.

    Parameters
    ----------
    spec : TableSpec
        One that is read from a file.
    store : Store
        Where the file's bytes are kept.
    path : Path
        The file; it is left where it is.
    now : str
        UTC, ISO 8601 to the second with ``Z``.

    Returns
    -------
    Vintage
        Its `via` names the file.

    Raises
    ------
    UsageError
        The table is not read from a file, or the file cannot be read.
    DecodeError, ContractError
        The file is not the table.
    """
    if not spec.file:
        raise UsageError(f"{spec.id} läses inte ur en fil.", f"Hämta den: vagled fetch {spec.id}")
    source = catalogue.source_of(spec)
    taking = as_taking(source)
    if taking is not None:
        return taking.take(spec, store, path, now)
    try:
        if path.stat().st_size > _SIZE_AT_MOST:
            raise UsageError(f"{path} är större än {_SIZE_AT_MOST // 1_000_000} MB.")
        payload = path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path} går inte att läsa: {error.strerror}.") from error
    tables.check(spec, source.parse([payload], spec))
    kind = _MEDIA_TYPES.get(path.suffix.lower(), "application/octet-stream")
    answer = Answer(Query(spec.id), payload, kind)
    via = f"via nedladdad fil {quote(path.name)}"
    vintage = store.add(spec.id, [answer], retrieved=now, licence=spec.licence, via=via)
    store.remember(fetching.PINS, spec.id, fetching.contract(spec, vintage, store).to_json())
    store.remember(catalogue.FAILURES, spec.id, None)
    return vintage
