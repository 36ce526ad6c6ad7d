"""The frozen copy of Arbetsförmedlingen's taxonomy: the concepts that questions are asked with.

An unknown code is answered with 200 and no ads, so every code is looked up here before it is sent.
The copy is ``codes/af_taxonomy.csv`` beside the figures that come with the program, its origin is
in ``codes/af_taxonomy.json``; what has moved since is for `vagled_lmi.sources.af.taxonomy`.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any, Literal, get_args

from vagled_lmi.codes import quote
from vagled_lmi.errors import UnknownCodeError
from vagled_lmi.resources import snapshot_dir

Type = Literal["occupation-field", "ssyk-level-4", "region", "municipality", "occupation-name"]

TYPES: tuple[Type, ...] = get_args(Type)
#: Concept of Sverige, whose ads are those of all län and those without one.
SWEDEN = "i46j_HmG_v64"


@dataclass(frozen=True, slots=True)
class Concept:
    """One concept.

    Attributes
    ----------
    type : str
        As the taxonomy names it, ``ssyk-level-4``.
    id : str
        Its concept id, ``DJh5_yyF_hEM``.
    code : str
        SSYK 2012, länskod or kommunkod; empty for other types.
    label : str
        Its Swedish name.
    parent : str
        Id of the field, group or län that it belongs to; empty where there is none.
    legacy : str
        Its id in the older taxonomy; empty where there is none.
    """

    type: Type
    id: str
    code: str
    label: str
    parent: str
    legacy: str


@lru_cache(maxsize=1)
def concepts() -> Mapping[str, Concept]:
    """Return every concept of the copy by its id."""
    path = snapshot_dir() / "codes" / "af_taxonomy.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        read = (
            Concept(
                row["type"],  # type: ignore[arg-type]  # the copy's own words
                *(row[name] for name in ("concept", "code", "label", "parent", "legacy")),
            )
            for row in csv.DictReader(lines)
        )
        return MappingProxyType({concept.id: concept for concept in read})


@cache
def of_type(kind: Type) -> Mapping[str, Concept]:
    """Return the concepts of one type by their id, in the copy's order."""
    found = {concept.id: concept for concept in concepts().values() if concept.type == kind}
    return MappingProxyType(found)


def about() -> dict[str, Any]:
    """Return what the copy says of itself: version, origin, licence, via."""
    path = snapshot_dir() / "codes" / "af_taxonomy.json"
    return dict(json.loads(path.read_text(encoding="utf-8")))


def region(code: str) -> Concept:
    """Return the concept of a län or a kommun.

    Parameters
    ----------
    code : str
        Two or four digits.

    Raises
    ------
    UnknownCodeError
        When the copy has no such län or kommun.
    """
    return _by_code("municipality" if len(code) == 4 else "region", code)


def group(ssyk: str) -> Concept:
    """Return the concept of one of Arbetsförmedlingen's 400 SSYK groups.

    Raises
    ------
    UnknownCodeError
        When the copy has no such group; SCB's managers at two levels and four other groups are not
        there, see `vagled_lmi.codes.Ssyk.af_code`.
    """
    return _by_code("ssyk-level-4", ssyk)


def occupation(name: str) -> Concept:
    """Return the concept of an occupation by its id or its whole name, in any case.

    Raises
    ------
    UnknownCodeError
        When the copy has no such occupation, with those whose name begins so.
    """
    known = of_type("occupation-name")
    wanted = name.strip().casefold()
    for concept in known.values():
        if name == concept.id or wanted == concept.label.casefold():
            return concept
    near = [c.label for c in known.values() if wanted and c.label.casefold().startswith(wanted)]
    meant = f" Närmast är {', '.join(map(quote, near[:5]))}." if near else ""
    raise UnknownCodeError(
        f"Yrkesbenämningen {quote(name)} finns inte i Arbetsförmedlingens taxonomi.{meant}",
        "Skriv namnet som det står där, eller begreppets id.",
    )


@cache
def _codes(kind: Type) -> Mapping[str, Concept]:
    return {concept.code: concept for concept in of_type(kind).values()}


def _by_code(kind: Type, code: str) -> Concept:
    try:
        return _codes(kind)[code]
    except KeyError:
        raise UnknownCodeError(
            f"Koden {quote(code)} finns inte i programmets kopia av Arbetsförmedlingens taxonomi.",
            "Se vad som har ändrats: vagled fetch af:taxonomi",
        ) from None
