"""Codes of regions outside Sweden's own list: Eurostat's NUTS, and Norway's.

They are types of their own because they collide with Swedish ones: ``03`` is Uppsala län here and
Oslo in Norway. A table's column of them is never narrowed by a Swedish region.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from vagled_lmi.codes import Shaped


@dataclass(frozen=True, slots=True)
class Nuts(Shaped):
    """A region by its NUTS code, a country, or the union: ``SE12``, ``SE``, ``EU27_2020``.

    References
    ----------
    Regulation (EC) No 1059/2003, NUTS.
    """

    _shape: ClassVar[re.Pattern[str]] = re.compile(r"[A-Z]{2}[0-9A-Z]{0,3}|EU27_2020")
    _says: ClassVar[str] = "en NUTS-kod (två bokstäver för landet och upp till tre tecken)"


@dataclass(frozen=True, slots=True)
class NorwegianRegion(Shaped):
    """A region of Norway: ``0`` the country, two digits for a fylke, four for a kommune.

    References
    ----------
    SSB, Standard for fylkesinndeling, Standard for kommuneinndeling.
    """

    _shape: ClassVar[re.Pattern[str]] = re.compile(r"0|\d{2}|\d{4}")
    _says: ClassVar[str] = "en norsk regionkod (0, två siffror eller fyra siffror)"
