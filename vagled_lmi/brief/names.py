"""How names are written: a kommun's in full, the genitive, an occupation's in other languages."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from vagled_lmi.codes import Region, ssyk_labels
from vagled_lmi.resources import snapshot_dir

#: A kommun whose full name is not made of the short one by rule.
_FULL = {"2080": "Falu kommun"}
_VOWELS = frozenset("aeiouyåäöé")
_SIBILANTS = frozenset("sxz")


def genitive(name: str) -> str:
    """Return the genitive of a Swedish name: ``Uppsala läns``, ``Örebros``, ``Västerås``.

    A name that ends in s, x or z stays as it is.
    """
    return name if name[-1:].casefold() in _SIBILANTS else f"{name}s"


def full_name(region: Region) -> str:
    """Return a region's full name: ``Uppsala län``, ``Heby kommun``, ``Katrineholms kommun``.

    A kommun's short name takes the genitive s before "kommun" unless it ends in a vowel.
    """
    if region.level != "municipality":
        return region.name
    if region.code in _FULL:
        return _FULL[region.code]
    short = region.short
    bare = short if short[-1].casefold() in _VOWELS else genitive(short)
    return f"{bare} kommun"


def lowered(name: str) -> str:
    """Return a name with a small first letter, unless its first word is an abbreviation."""
    word = name.partition(" ")[0]
    return name if any(map(str.isupper, word[1:])) else name[:1].lower() + name[1:]


@lru_cache(maxsize=4)
def occupation_names(language: str) -> Mapping[str, str]:
    """Return SCB's names of occupations in another language than Swedish, by level-4 code.

    Parameters
    ----------
    language : str
        Two letters. They are in ``codes/ssyk_LANGUAGE.csv`` beside the figures that come with the
        program, their origin in a file of JSON there.

    Returns
    -------
    mapping of str to str
        Empty where there is no such file. A name that two codes share is left out, for it would not
        tell them apart; in English 426 of 429 are there.
    """
    path = snapshot_dir() / "codes" / f"ssyk_{language}.csv"
    if not path.is_file():
        return MappingProxyType({})
    with path.open(encoding="utf-8", newline="") as lines:
        names = {row["code"]: row["label"] for row in csv.DictReader(lines)}
    shared = Counter(names.values())
    return MappingProxyType({code: name for code, name in names.items() if shared[name] == 1})


def registered(name: str) -> str:
    """Return the SSYK code of the register's occupation of a name; empty where there is none.

    Neither commas, large letters nor "m.fl." tell names apart.
    """
    return _registered().get(_bare(name), "")


@lru_cache(maxsize=1)
def _registered() -> Mapping[str, str]:
    return MappingProxyType({_bare(label): code for code, label in ssyk_labels().items()})


def _bare(name: str) -> str:
    return name.casefold().removesuffix(" m.fl.").replace(",", "")
