"""The catalogues of messages: one Fluent file an edition, found by its name.

A new edition is a new file in ``messages/``. What it leaves untranslated is said in Swedish, and
whoever shows it is told that it is Swedish.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

from vagled_lmi.codes import quote
from vagled_lmi.errors import UsageError

#: The edition that has every message: the others fall back to it.
BASE = "sv"

Function = Callable[..., Any]


@lru_cache(maxsize=1)
def _texts() -> Mapping[str, str]:
    """Return the source of each catalogue by its edition, the base first."""
    folder = files("vagled_lmi.brief") / "messages"
    found = {
        entry.name.removesuffix(".ftl"): entry.read_text(encoding="utf-8")
        for entry in folder.iterdir()
        if entry.name.endswith(".ftl")
    }
    return MappingProxyType({name: found[name] for name in sorted(found, key=_base_first)})


def _base_first(edition: str) -> tuple[bool, bool, str]:
    return edition != BASE, not edition.startswith(BASE), edition


def editions() -> tuple[str, ...]:
    """Return the names of the editions there are: Swedish, plain Swedish, then the others."""
    return tuple(_texts())


class Catalogue:
    """The messages of one edition.

    Parameters
    ----------
    edition : str
        One of `editions`.
    functions : dict of str to callable
        What messages may call, ``IN_TEN($share)``.

    Raises
    ------
    UsageError
        When there is no such edition.
    """

    def __init__(self, edition: str, functions: Mapping[str, Function]) -> None:
        if edition not in editions():
            raise UsageError(
                f"Okänd utgåva {quote(edition)}.", f"Tillåtet är {', '.join(editions())} och all."
            )
        self.edition = edition
        self._bundle = _bundle(edition, tuple(functions.items()))
        #: Language tag that the edition is read aloud in, ``sv-SE``.
        self.tag = _tag(edition)

    def has(self, message: str) -> bool:
        """Return whether the edition has a message of its own."""
        return bool(self._bundle.has_message(message))

    def format(self, message: str, arguments: Mapping[str, str]) -> str:
        """Format a message.

        Raises
        ------
        LookupError
            When there is no such message, or it asks for what is not given: a fault of the
            program, never of the reader.
        """
        found = self._bundle.get_message(message) if self.has(message) else None
        if found is None or found.value is None:
            raise LookupError(f"no message {message!r} in edition {self.edition}")
        text, errors = self._bundle.format_pattern(found.value, dict(arguments))
        if errors:
            raise LookupError(f"message {message!r} in edition {self.edition}: {errors[0]}")
        return str(text)


@lru_cache(maxsize=16)
def _bundle(edition: str, functions: tuple[tuple[str, Function], ...]) -> FluentBundle:
    bundle = FluentBundle([_tag(edition)], functions=dict(functions), use_isolating=False)
    bundle.add_resource(FluentResource(_texts()[edition]))
    return bundle


def _tag(edition: str) -> str:
    """Return the language tag that stands on the catalogue's first line."""
    first = _texts()[edition].partition("\n")[0]
    found = re.fullmatch(r"edition-tag = ([a-z]{2}-[A-Z]{2})", first)
    if found is None:
        raise LookupError(f"{edition}.ftl does not begin with edition-tag = xx-XX")
    return found[1]
