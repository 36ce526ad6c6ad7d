"""The indicators there are: every module here that declares ``INDICATORS``."""

from __future__ import annotations

import difflib
import importlib
import pkgutil
from functools import lru_cache
from types import MappingProxyType

import vagled_lmi.indicators as package
from vagled_lmi.codes import quote
from vagled_lmi.errors import UnknownCodeError
from vagled_lmi.indicators.protocol import Indicator


@lru_cache(maxsize=1)
def indicators() -> MappingProxyType[str, Indicator]:
    """Return every indicator by its id."""
    found: dict[str, Indicator] = {}
    for info in pkgutil.iter_modules(package.__path__):
        module = importlib.import_module(f"{package.__name__}.{info.name}")
        for indicator in getattr(module, "INDICATORS", ()):
            found[indicator.id] = indicator
    return MappingProxyType(found)


def indicator(name: str) -> Indicator:
    """Return one indicator by its id; raises UnknownCodeError naming the nearest."""
    known = indicators()
    if name in known:
        return known[name]
    near = difflib.get_close_matches(name, list(known), n=1, cutoff=0.5)
    meant = f" Menade du {near[0]}?" if near else ""
    raise UnknownCodeError(f"Okänd indikator {quote(name)}.{meant}", "Se: vagled indicators")
