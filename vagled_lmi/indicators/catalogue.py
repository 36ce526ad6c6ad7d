"""The indicators there are: every module here that declares ``INDICATORS``."""

from __future__ import annotations

import difflib
import importlib
import pkgutil
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType, ModuleType

import vagled_lmi.indicators as package
from vagled_lmi.codes import quote
from vagled_lmi.errors import UnknownCodeError
from vagled_lmi.indicators.protocol import Indicator


@lru_cache(maxsize=1)
def indicators() -> MappingProxyType[str, Indicator]:
    """Return every indicator by its id."""
    return MappingProxyType(declared(package))


def declared(room: ModuleType) -> dict[str, Indicator]:
    """Return by id what the modules of a package declare in ``INDICATORS``."""
    found: dict[str, Indicator] = {}
    for info in pkgutil.iter_modules(room.__path__):
        module = importlib.import_module(f"{room.__name__}.{info.name}")
        for indicator in getattr(module, "INDICATORS", ()):
            found[indicator.id] = indicator
    return found


def indicator(name: str) -> Indicator:
    """Return one indicator by its id; raises UnknownCodeError naming the nearest."""
    return choose(name, indicators())


def choose(name: str, known: Mapping[str, Indicator]) -> Indicator:
    """Return one of some indicators by its id; raises UnknownCodeError naming the nearest."""
    if name in known:
        return known[name]
    near = difflib.get_close_matches(name, list(known), n=1, cutoff=0.5)
    meant = f" Menade du {near[0]}?" if near else ""
    raise UnknownCodeError(f"Okänd indikator {quote(name)}.{meant}", "Se: vagled indicators")
