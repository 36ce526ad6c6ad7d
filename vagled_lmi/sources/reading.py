"""How an agency's JSON is read: what is not as it is described is refused by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import Any, TypeVar

import orjson

from vagled_lmi.codes import quote
from vagled_lmi.errors import DecodeError, SourceError

LATER = "Försök igen senare; det som redan är hämtat ligger kvar."
_T = TypeVar("_T")


def loads(payload: bytes, what: str) -> Any:
    """Decode JSON.

    Parameters
    ----------
    payload : bytes
        UTF-8.
    what : str
        Begins the message: ``Svaret från Kolada``.

    Raises
    ------
    DecodeError
        When it is not JSON.
    """
    try:
        return orjson.loads(payload)
    except orjson.JSONDecodeError as error:
        raise DecodeError(f"{what} är inte hel JSON: {error.msg}, rad {error.lineno}.") from error


def dumps(document: object, what: str) -> bytes:
    """Encode JSON that an agency's values are in.

    Raises
    ------
    DecodeError
        When they are lists in lists without end.
    """
    try:
        return orjson.dumps(document)
    except orjson.JSONEncodeError as error:
        raise DecodeError(f"{what} går inte att läsa: {error}.") from error


def part(thing: object, name: str, kind: type[_T], what: str) -> _T:
    """Return a field of a JSON object; not None, and of just that type: True is no number.

    Raises
    ------
    DecodeError
        Naming the field.
    """
    if not isinstance(thing, Mapping):
        raise DecodeError(f"{what} är {quote(thing)} där ett objekt väntas.")
    if name not in thing:
        raise DecodeError(f'{what} saknar fältet "{name}".')
    found = thing[name]
    if type(found) is not kind:
        raise DecodeError(f'{what}: fältet "{name}" är {quote(found)}, av fel slag.')
    return found


@contextmanager
def refusing(agency: str, url: str) -> Iterator[None]:
    """Tell that what an agency answered is not an answer to the question.

    Raises
    ------
    SourceError
        In place of a `DecodeError`.
    """
    try:
        yield
    except DecodeError as error:
        message = f"{agency} svarade med något annat än väntat på {url}. {error.message}"
        raise SourceError(message, error.hint or LATER) from error


def stamp(date: str | None) -> str | None:
    """Return an HTTP date in ISO 8601, UTC, or None where there is none to read."""
    try:
        moment = parsedate_to_datetime(date or "")
        moment = moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"
