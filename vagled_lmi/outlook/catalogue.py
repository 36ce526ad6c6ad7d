"""All indicators there are: those of the agencies' figures, and the outlooks made from them."""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType

import vagled_lmi.outlook.figures as package
from vagled_lmi.indicators import catalogue
from vagled_lmi.indicators.protocol import Indicator


@lru_cache(maxsize=1)
def indicators() -> MappingProxyType[str, Indicator]:
    """Return every indicator by its id."""
    return MappingProxyType({**catalogue.indicators(), **catalogue.declared(package)})


def indicator(name: str) -> Indicator:
    """Return one indicator by its id; raises UnknownCodeError naming the nearest."""
    return catalogue.choose(name, indicators())
