"""How PxWebApi 2 is asked, what it allows, and what it means when it says no."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson

from vagled_lmi.codes import quote
from vagled_lmi.errors import SourceError
from vagled_lmi.session import Request, Response, StatusError
from vagled_lmi.sources.protocol import Send
from vagled_lmi.tables import TableSpec

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


def ask(spec: TableSpec, send: Send, request: Request) -> Response:
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


def _problem(spec: TableSpec, response: Response, error: StatusError | None = None) -> SourceError:
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
    return SourceError(message + own, hint)


def _words(body: Mapping[str, Any]) -> str:
    title, detail = (body.get(key) for key in ("title", "detail"))
    said = [text for text in (title, detail) if isinstance(text, str) and text.strip()]
    return ": ".join(dict.fromkeys(said))


def _first_line(body: bytes) -> str:
    text = body[:2000].decode("utf-8", "replace").strip()
    return "" if text.startswith("<") else text.partition("\n")[0]


def limits(spec: TableSpec, response: Response) -> tuple[int, tuple[int, float]]:
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


def _not_pxweb(spec: TableSpec, response: Response) -> SourceError:
    return SourceError(
        f"{spec.agency} svarar inte som PxWebApi 2 på {response.url}.",
        "Kontrollera adressen till källans API; den kan ha flyttat.",
    )
