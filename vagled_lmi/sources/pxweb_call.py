"""How PxWebApi 2 is asked, what it allows, and what it means when it says no."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Protocol, Self
from urllib.parse import quote as escape

import orjson

from vagled_lmi.codes import quote
from vagled_lmi.errors import SourceError
from vagled_lmi.session import Request, Response, StatusError
from vagled_lmi.sources.protocol import Agency, Send

LATER = "Försök igen senare; det som redan är hämtat ligger kvar."

#: What PxWebApi's titles mean, by title in lower case; misspelt as the server does.
_TITLES = {
    "non-existent table": "tabellen finns inte",
    "non-existent variable": "tabellen har inte någon av de dimensioner vi frågar efter",
    "non-existent value": "tabellen har inte någon av de koder vi frågar efter",
    "non-existent codelist": "kodlistan finns inte",
    "missing selection for mandantory variable": "en dimension saknar valda värden",
    "illegal selection for mandantory variable": "en dimension har fel valda värden",
    "illegal selection expression": "ett urvalsuttryck går inte att läsa",
    "illegal placment": "dimensionernas placering går inte att läsa",
    "too many cells selected": "frågan gäller fler celler än som lämnas ut på en gång",
    "unsupported output format": "formatet json-stat2 lämnas inte ut",
    "no query specified": "frågan är tom",
}
_STATUSES = {
    400: "frågan går inte att läsa",
    403: "frågan nekas",
    404: "tabellen eller adressen finns inte",
    429: "vi frågar för ofta",
    503: "tjänsten är tillfälligt nere",
}


class GoneError(SourceError):
    """What was asked for does not exist at the agency."""


class Subject(Protocol):
    """What a question is about, for messages: a `TableSpec`, or a search."""

    @property
    def agency(self) -> str:
        """Name of the agency."""

    @property
    def id(self) -> str:
        """What is asked about, as it completes "frågan om …"."""

    @property
    def page(self) -> str:
        """Where to read about it."""


@dataclass(frozen=True, slots=True)
class Caller:
    """A way to ask one agency, with its address, language and rate limit.

    Attributes
    ----------
    subject : Subject
        What the questions are about.
    agency : Agency
        Who is asked.
    send : Send
        The only way out.
    cells : int
        The most that one answer may hold.
    rate : (int, float) or None
        The agency's rate limit, calls and seconds; None before it is known.
    """

    subject: Subject
    agency: Agency
    send: Send
    cells: int = 0
    rate: tuple[int, float] | None = None

    def introduced(self) -> Self:
        """Return this with the agency's limits, as its configuration gives them."""
        request = Request("GET", f"{self.agency.address()}/config", lasting=True)
        cells, rate = limits(self.subject, ask(self.subject, self.send, request))
        return replace(self, cells=cells, rate=rate)

    def get(self, path: str, params: Mapping[str, str] | None = None) -> Response:
        """Ask for a resource; in the agency's language unless other parameters are given."""
        given = {"lang": self.agency.language} if params is None else params
        url = f"{self.agency.address()}/{path}"
        return ask(self.subject, self.send, Request("GET", url, given, rate=self.rate))

    def post(self, table: str, body: object, *, resume: str | None) -> tuple[Request, Response]:
        """Ask for data of a table; return the question with the answer."""
        params = {"lang": self.agency.language, "outputFormat": "json-stat2"}
        url = f"{self.agency.address()}/{table_path(table)}/data"
        request = Request("POST", url, params, json=body, rate=self.rate, resume=resume)
        return request, ask(self.subject, self.send, request)


def table_path(table: str) -> str:
    """Return a table's place under the agency's address."""
    return f"tables/{escape(table, safe='')}"


def ask(spec: Subject, send: Send, request: Request) -> Response:
    """Send, and put what is not a success into words.

    Raises
    ------
    SourceError
        The agency's own explanation, with the table and the next step.
    """
    try:
        response = send(request)
    except StatusError as error:
        raise _problem(spec, error.response, error) from error
    if response.status != 200:
        raise _problem(spec, response)
    return response


def _problem(spec: Subject, response: Response, error: StatusError | None = None) -> SourceError:
    """Return what a failed answer means; PxWeb explains itself in JSON, others in their own way."""
    try:
        body = orjson.loads(response.body)
    except orjson.JSONDecodeError:
        body = None
    words = _words(body) if isinstance(body, Mapping) else _first_line(response.body)
    meaning = _TITLES.get(words.casefold().split(":")[0])
    if meaning is None:
        meaning = _STATUSES.get(response.status, "det går inte att svara på frågan")
    passing = response.status == 429 or response.status >= 500
    message = f"{spec.agency} svarade {response.status} på frågan om {spec.id}: {meaning}."
    if passing and error is not None:  # says how long the agency asks us to wait
        message = error.message
    hint = LATER if passing else f"Tabellen kan ha ändrats: se {spec.page or 'källan'}."
    own = f" Med egna ord: {quote(words)}." if words else ""
    kind = GoneError if response.status == 404 else SourceError
    return kind(message + own, hint)


def _words(body: Mapping[str, Any]) -> str:
    title, detail = (body.get(key) for key in ("title", "detail"))
    said = [text for text in (title, detail) if isinstance(text, str) and text.strip()]
    return ": ".join(dict.fromkeys(said))


def _first_line(body: bytes) -> str:
    text = body[:2000].decode("utf-8", "replace").strip()
    return "" if text.startswith("<") else text.partition("\n")[0]


def limits(spec: Subject, response: Response) -> tuple[int, tuple[int, float]]:
    """Return the cells of one call, and the calls and seconds of the agency's rate limit.

    Raises
    ------
    SourceError
        The answer is not PxWebApi 2's configuration.
    """
    try:
        config = orjson.loads(response.body)
        cells, count, window = (
            config[key] for key in ("maxDataCells", "maxCallsPerTimeWindow", "timeWindow")
        )
    except (orjson.JSONDecodeError, KeyError, TypeError) as error:
        raise _not_pxweb(spec, response) from error
    if any(type(number) is not int or number < 1 for number in (cells, count, window)):
        raise _not_pxweb(spec, response)
    return cells, (count, float(window))


def _not_pxweb(spec: Subject, response: Response) -> SourceError:
    return SourceError(
        f"{spec.agency} svarar inte som PxWebApi 2 på {response.url}.",
        "Kontrollera adressen till källans API; den kan ha flyttat.",
    )
