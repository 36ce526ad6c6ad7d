"""Lists in pages that must not change while they are read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from vagled_lmi.errors import SourceError
from vagled_lmi.sources.protocol import Answer
from vagled_lmi.sources.reading import LATER

#: More pages than this is no list of educations.
PAGES_AT_MOST = 2000


@dataclass(frozen=True, slots=True)
class Head:
    """What a page says of itself: its rows, those of the list, and which page of how many it is."""

    rows: int
    total: int
    pages: int
    number: int


#: Asks for a page by its number, from 0; with what it may be used again for (`Request.resume`).
AskPage = Callable[[int, str | None], tuple[Answer, Head]]


def read_through(ask: AskPage, day: str, name: str) -> Iterator[tuple[Answer, Head]]:
    """Yield every page of a list.

    The first page is always asked for anew. Later ones may be used again by a fetch that goes on
    the same day, as long as the list is as long as it was.

    Parameters
    ----------
    ask : callable
        As `AskPage`.
    day : str
        Today, ISO date.
    name : str
        Of the list, for messages.

    Raises
    ------
    SourceError
        The list changed: a page tells of another length, or the rows are not as many as it says.
    """
    answer, first = ask(0, None)
    rows = first.rows
    if first.number != 0 or first.pages > PAGES_AT_MOST:
        raise _changed(name)
    yield answer, first
    for number in range(1, first.pages):
        answer, head = ask(number, f"{day} {first.total}")
        if (head.number, head.total) != (number, first.total):
            raise _changed(name)
        rows += head.rows
        yield answer, head
    if rows != first.total:
        raise _changed(name)


def _changed(name: str) -> SourceError:
    return SourceError(
        f"Listan {name} hos Skolverket ändrades medan den hämtades, eller är inte hel.",
        f"Hämta den igen, så att alla sidor är av samma lista. {LATER}",
    )
