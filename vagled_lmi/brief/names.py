"""Forms of Swedish names: a kommun's full name, the genitive."""

from __future__ import annotations

from vagled_lmi.codes import Region

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
