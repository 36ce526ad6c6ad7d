"""How a declared table is asked for of an agency with PxWebApi 2: `TableSpec.live`.

An `Extract` is of one of the agency's tables. Where the agency has cut a series into tables by
vintage, as SCB has with Yrkesregistret, `live` is a tuple of extracts, the newest first: a period
that several have is asked of the first of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from vagled_lmi.errors import SourceError
from vagled_lmi.tables import TableSpec

_DASHES = re.compile("[\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{FIGURE DASH}\N{EN DASH}\N{EM DASH}−]")


@dataclass(frozen=True, slots=True)
class Label:
    """A code known by its label, for codes that an agency changes while the name stays.

    Attributes
    ----------
    words : str
        The whole label or, where no label is just that, a part of one label only.
    code : str
        The agency's code, where it is known: it is then this code that must have the label.
    ours : str
        Its code in the tidy frame; the agency's own where empty.
    """

    words: str
    code: str = ""
    ours: str = ""


@dataclass(frozen=True, slots=True)
class Marks:
    """What one of an agency's tables is known by, whatever id it has.

    Attributes
    ----------
    words : tuple of str
        Each a part of its title.
    without : tuple of str
        None of them a part of its title.
    first : str
        Code of its first period; empty where it does not tell it from others.
    last : str
        Code of its last, for a table that is complete; empty for one that grows.
    query : str
        What to search for; `words` unless given.
    """

    words: tuple[str, ...]
    without: tuple[str, ...] = ()
    first: str = ""
    last: str = ""
    query: str = ""


@dataclass(frozen=True, slots=True)
class Extract:
    """A selection of one of an agency's tables, and how it becomes a tidy frame.

    Attributes
    ----------
    table : str
        The agency's id, ``TAB6471``; empty where it is to be found by its `marks`.
    select : dict of str to tuple
        Dimension code to value codes, every dimension of the table but those `eliminated`. Beside
        codes: ``*`` (all), patterns with ``*`` and ``?``, ``top(n)``, ``bottom(n)``,
        ``from(code)``, ``to(code)``, ``range(code,code)`` and `Label`. Together they are a union.
        In a time dimension ``from`` and ``to`` need not name a code of their own: ``from(2020)``
        holds for months too.
    columns : dict of str to str
        Dimension code to column of the tidy frame. A dimension left out has one value, or is summed
        over by `total`, and is dropped.
    recode : dict of str to dict
        Dimension code to (the agency's code to ours); codes not named stay as they are.
    leave_out : dict of str to tuple of str
        Dimension code to codes that no expression stands for: ``0002``, occupation unknown.
    codelists : dict of str to str
        Dimension code to the agency's code list, ``agg_…`` or ``vs_…``, that its codes are of.
    eliminated : tuple of str
        Dimensions that the agency is to sum over; it must say that they may be.
    total : dict of str to str
        Dimension code to our code for the sum of all that is selected of it, where the agency gives
        none. The sum is missing where a part is.
    constant : dict of str to str
        Column that the table has no dimension for, to its only code.
    marks : Marks or None
        What the table is known by; None where its id is enough.
    name : str
        Tells several extracts of one table apart; empty where there is one.
    """

    table: str
    select: Mapping[str, tuple[str | Label, ...]]
    columns: Mapping[str, str]
    recode: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    leave_out: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    codelists: Mapping[str, str] = field(default_factory=dict)
    eliminated: tuple[str, ...] = ()
    total: Mapping[str, str] = field(default_factory=dict)
    constant: Mapping[str, str] = field(default_factory=dict)
    marks: Marks | None = None
    name: str = ""

    def recoding(self, dimension: str, labels: Mapping[str, str]) -> dict[str, str]:
        """Return (the agency's code to ours) of a dimension, given all its codes with labels."""
        recoding = dict(self.recode.get(dimension, {}))
        for item in self.select.get(dimension, ()):
            if isinstance(item, Label) and item.ours:
                recoding.update(dict.fromkeys(meant(item, labels), item.ours))
        return recoding


def extracts(spec: TableSpec) -> tuple[Extract, ...]:
    """Return how a table is asked for: one extract, or several, the newest first.

    Raises
    ------
    SourceError
        The table cannot be fetched.
    """
    if isinstance(spec.live, Extract):
        return (spec.live,)
    if isinstance(spec.live, tuple) and all(isinstance(part, Extract) for part in spec.live):
        return spec.live
    raise SourceError(
        f"Tabellen {spec.id} kan inte hämtas från {spec.agency} än: den har ingen fråga.",
        "Använd uppgifterna som följer med programmet.",
    )


def meant(label: Label, labels: Mapping[str, str]) -> list[str]:
    """Return the codes that a label means: those with just that label, else those with it inside.

    Where its code is declared, that code alone, if it has the label. Case, spaces and kinds of dash
    do not count: SCB writes both ``20-65 år`` and ``20–64 år``.
    """
    words = plain(label.words)
    texts = {code: plain(text) for code, text in labels.items()}
    if label.code:
        return [label.code] if words in texts.get(label.code, "") else []
    same = [code for code, text in texts.items() if text == words]
    return same or [code for code, text in texts.items() if words in text]


def plain(text: str) -> str:
    """Return a text as texts are compared: folded, single spaces, one kind of dash."""
    return " ".join(_DASHES.sub("-", text).split()).casefold()
