"""The search service of Platsbanken: asked for numbers alone, so that no ad ever comes here.

Every question is asked with ``limit=0`` and a mask of fields; and what is answered is cut down to
numbers and concept ids at the door, should the mask not be kept. An unknown code is answered with
200 and no ads: ask only with concepts of `vagled_lmi.sources.af.frozen`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypedDict

import orjson

from vagled_lmi.errors import DecodeError
from vagled_lmi.session import Request
from vagled_lmi.sources.protocol import Send

#: The most that is asked of the service, calls and seconds; it publishes no limit of its own.
RATE = (1, 1.0)
#: What an answer may hold: counts by concept, and nothing of any ad.
MASK = "total{value},positions,stats{type,values{concept_id,count}}"
#: The most values that the service gives of one statistic.
MOST = 30

CHANGED = "Tjänsten kan ha ändrats. Se om begreppen har det: vagled fetch af:taxonomi"
_CONCEPT = re.compile(r"[A-Za-z0-9]{4}_[A-Za-z0-9]{3}_[A-Za-z0-9]{3}")


class Numbers(TypedDict):
    """What is kept of an answer: ads, positions in them, and ads by concept."""

    total: int
    positions: int
    counts: dict[str, int]


@dataclass(frozen=True, slots=True)
class JobSearch:
    """The service as one fetch asks it.

    Attributes
    ----------
    send : Send
        The only way out.
    url : str
        Address of its search.
    day : str
        Today, ISO date: an interrupted fetch goes on the same day only.
    """

    send: Send
    url: str
    day: str

    def count(self, where: Mapping[str, str], by: str = "") -> Numbers:
        """Ask how many open ads there are.

        Parameters
        ----------
        where : dict of str to str
            Parameters of the search. Places are OR-ed by the service: give one alone.
        by : str, optional
            ``occupation-field`` or ``occupation-group``: the `MOST` largest are counted too.

        Raises
        ------
        SourceError, DecodeError
            The service does not answer, or with something else.
        """
        statistic = {"stats": by, "stats.limit": str(MOST)} if by else {}
        request = Request(
            "GET",
            self.url,
            params={**where, **statistic, "limit": "0"},
            headers={"X-Fields": MASK},
            rate=RATE,
            cut=numbers,
            resume=self.day,
        )
        read: Numbers = orjson.loads(self.send(request).body)
        return read


def numbers(body: bytes) -> bytes:
    """Cut an answer down to `Numbers`, whatever else it holds.

    Raises
    ------
    DecodeError
        When it is not an answer with counts; says nothing of what it holds.
    """
    try:
        said = orjson.loads(body)
    except orjson.JSONDecodeError:
        said = None  # the error would carry the body with it
    if not isinstance(said, dict):
        raise DecodeError("Söktjänsten svarade med något annat än JSON.", CHANGED)
    counts: dict[str, int] = {}
    for part in _list(said.get("stats")):
        for value in _list(_object(part).get("values")):
            concept = _object(value).get("concept_id")
            if not isinstance(concept, str) or not _CONCEPT.fullmatch(concept):
                raise DecodeError("Söktjänsten räknar något som inte är ett begrepp.", CHANGED)
            counts[concept] = _number(_object(value).get("count"), "count")
    kept: Numbers = {
        "total": _number(_object(said.get("total")).get("value"), "total"),
        "positions": _number(said.get("positions"), "positions"),
        "counts": counts,
    }
    return orjson.dumps(kept)


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _object(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _number(value: object, name: str) -> int:
    if type(value) is not int or not 0 <= value < 10_000_000:
        raise DecodeError(f'Söktjänstens fält "{name}" är inte ett antal.', CHANGED)
    return value
