"""Where a table of PxWeb's API version 1 lies, and which codes its measures have now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from vagled_lmi.codes import quote
from vagled_lmi.errors import DecodeError, SourceError, UsageError
from vagled_lmi.jsonstat import Metadata
from vagled_lmi.session import Request
from vagled_lmi.sources.protocol import Inquiry, Send
from vagled_lmi.sources.pxweb1_described import WHAT, Table1, labels, read_metadata
from vagled_lmi.sources.pxweb_call import LATER, GoneError, ask
from vagled_lmi.sources.pxweb_plan import resolve
from vagled_lmi.sources.reading import loads, part, refusing

#: Folders that a walk opens at most.
_FOLDERS_AT_MOST = 60
_NAMED_AT_MOST = 8


@dataclass(frozen=True, slots=True)
class Found:
    """A table as it was found: its path, its stamp, what it says of itself, what was chosen."""

    path: str
    updated: str | None
    raw: Any
    metadata: Metadata
    chosen: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Caller:
    """A way to ask for one table; `rate` once the agency has told its limit."""

    inquiry: Inquiry
    send: Send
    live: Table1
    cells: int = 0
    rate: tuple[int, float] | None = None
    _opened: list[str] = field(default_factory=list)

    @property
    def base(self) -> str:
        """The service's address."""
        return self.inquiry.agency.address(self.live.service)

    def get(self, path: str, *, lasting: bool = False) -> Any:
        """Ask for what lies at a path: a folder's list, or what a table says of itself."""
        url = f"{self.base}/{path}"
        request = Request("GET", url, rate=self.rate, lasting=lasting)
        response = ask(self.inquiry.spec, self.send, request)
        with refusing(self.inquiry.spec.agency, url):
            return loads(response.body, WHAT)

    def introduced(self) -> Caller:
        """Return this with the agency's limits."""
        config = self.get("?config", lasting=True)
        with refusing(self.inquiry.spec.agency, f"{self.base}/?config"):
            cells, count, window = (
                part(config, name, int, WHAT) for name in ("maxCells", "maxCalls", "timeWindow")
            )
            if min(cells, count, window) < 1:
                raise DecodeError(f"{WHAT} anger gränser som inte är över noll.")
        return replace(self, cells=cells, rate=(count, float(window)))

    def folder(self, path: str) -> list[dict[str, Any]]:
        """Return what lies in a folder; some installations wrap the list in an object."""
        self._opened.append(path)
        if len(self._opened) > _FOLDERS_AT_MOST:
            raise SourceError(
                f"{self.inquiry.spec.agency} har över {_FOLDERS_AT_MOST} mappar att leta i.", LATER
            )
        listed = self.get(path)
        listed = listed.get("value") if isinstance(listed, dict) else listed
        with refusing(self.inquiry.spec.agency, f"{self.base}/{path}"):
            if not isinstance(listed, list):
                raise DecodeError(f"{WHAT} är inte en lista över en mapp.")
            for entry in listed:
                part(entry, "id", str, WHAT), part(entry, "text", str, WHAT)
        return listed


def find(caller: Caller) -> Found:
    """Find the table, by its path or by walking, and the codes of its measures by their names."""
    ids = _chosen_ids(caller)
    path = ids.pop("table", "") or caller.live.extract.table or _walked(caller)
    above, _, name = path.rpartition("/")
    try:
        stamps = [entry.get("updated") for entry in caller.folder(above) if entry["id"] == name]
    except GoneError:
        stamps = []
    if not stamps:
        raise _gone(caller, path)
    raw = caller.get(path)
    with refusing(caller.inquiry.spec.agency, f"{caller.base}/{path}"):
        metadata = read_metadata(raw)
    updated = stamps[0] if isinstance(stamps[0], str) else None
    return Found(path, updated, raw, metadata, _measures(caller, path, metadata, ids))


def _chosen_ids(caller: Caller) -> dict[str, str]:
    """Return what a person has chosen: ``table`` to a path, our measures to the agency's codes."""
    known = {"table", *(label.ours for label in labels(caller.live))}
    chosen = {}
    for text in caller.inquiry.ids:
        name, sign, code = text.partition("=")
        if not sign or name not in known or not code.strip():
            raise UsageError(
                f"--id {text} passar inte {caller.inquiry.spec.id}.",
                f"Skriv namn=kod, där namn är {', '.join(sorted(known))}.",
            )
        chosen[name] = code.strip("/ ")
    return chosen


def _walked(caller: Caller) -> str:
    """Return the path of the one table below a folder whose names have all the words."""
    words = [word.casefold() for word in caller.live.words]
    there: dict[str, str] = {}
    waiting = [(caller.live.folder, "")]
    while waiting:
        path, names = waiting.pop(0)
        for entry in caller.folder(path):
            below, said = f"{path}/{entry['id']}", f"{names} {entry['text']}".strip()
            if entry.get("type") == "l":
                waiting.append((below, said))
            else:
                there[below] = said
    fits = [path for path, said in there.items() if all(w in said.casefold() for w in words)]
    if len(fits) == 1:
        return fits[0]
    named = "; ".join(
        f"{path} {quote(there[path])}" for path in (fits or list(there))[:_NAMED_AT_MOST]
    )
    spec = caller.inquiry.spec
    raise SourceError(
        f"{spec.agency} har {len(fits)} tabeller under {caller.live.folder} med orden "
        f"{', '.join(map(quote, caller.live.words))}. Där finns: {named or 'ingen tabell'}.",
        f"Välj en: vagled fetch {spec.id} --id table=SÖKVÄG",
    )


def _gone(caller: Caller, path: str) -> SourceError:
    spec = caller.inquiry.spec
    return SourceError(
        f"{spec.agency} har ingen tabell {path}.",
        f"Leta efter den på {spec.page} och välj den: vagled fetch {spec.id} --id table=SÖKVÄG",
    )


def _measures(
    caller: Caller, path: str, metadata: Metadata, ids: Mapping[str, str]
) -> dict[str, str]:
    """Return our measures with the agency's codes of them.

    A code that was pinned is kept while its name is the same.
    """
    live, spec = caller.live, caller.inquiry.spec
    extract = replace(live.extract, table=path)
    pin = caller.inquiry.pinned
    pinned = pin.variables["mått"].codes if pin and "mått" in pin.variables else {}
    dimension = metadata.dimensions.get(live.measures)
    chosen = {}
    for label in labels(live):
        before = pinned.get(label.ours, "")
        same = (
            dimension is not None
            and pin is not None
            and before in dimension.labels
            and before in pin.measures
            and pin.measures[before].label == dimension.labels[before]
        )
        wanted = ids.get(label.ours) or (before if same else label)
        one = replace(extract, select={**extract.select, live.measures: (wanted,)})
        try:
            (chosen[label.ours],) = resolve(spec, one, metadata)[live.measures]
        except SourceError as error:
            if dimension is None:
                raise
            choose = f"Välj en: vagled fetch {spec.id} --id {label.ours}=KOD"
            raise SourceError(error.message, choose) from error
    return chosen
