"""What a brief is about: a län, a kommun, an area of several län, an occupation, or its cards."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import Literal

from vagled_lmi.codes import Level, Region, Ssyk, quote, ssyk_labels
from vagled_lmi.errors import UnknownCodeError, UsageError

Kind = Literal["county", "municipality", "area", "occupation", "cards"]

#: Where an occupation is looked at unless a region is named: Östra Mellansverige.
HOME = "SE12"

_OF_LEVEL: dict[Level, Kind] = {"county": "county", "municipality": "municipality", "nuts2": "area"}
_NOTEBOOKS: dict[Kind, str] = {
    "county": "regional_outlook.ipynb",
    "municipality": "municipal_outlook.ipynb",
    "area": "area_outlook.ipynb",
    "occupation": "occupation_outlook.ipynb",
    "cards": "conversation_cards.ipynb",
}


@dataclass(frozen=True, slots=True)
class Subject:
    """What a brief is about.

    Attributes
    ----------
    kind : {'county', 'municipality', 'area', 'occupation', 'cards'}
        Which notebook makes it.
    region : Region
        The region it is about, or that an occupation is looked at in.
    occupation : Ssyk, optional
        In a brief about an occupation: a level-4 group.
    """

    kind: Kind
    region: Region
    occupation: Ssyk | None = None

    @property
    def notebook(self) -> str:
        """File name of the notebook."""
        return _NOTEBOOKS[self.kind]

    @property
    def parameters(self) -> dict[str, str]:
        """What the notebook is run with, beside the edition."""
        given = {"region": self.region.code}
        return given | ({"occupation": self.occupation.code} if self.occupation else {})

    @property
    def name(self) -> str:
        """How the brief is spoken of while it is made."""
        if self.occupation:
            return f"{self.occupation.label} i {self.region.name}"
        return f"samtalskort för {self.region.name}" if self.kind == "cards" else self.region.name


def notebooks() -> tuple[str, ...]:
    """Return the file names of the notebooks, one a kind of brief."""
    return tuple(_NOTEBOOKS.values())


def subject(region: str, occupation: str = "", *, cards: bool = False) -> Subject:
    """Read what a brief is to be about, as a person writes it.

    Parameters
    ----------
    region : str
        Code or name of a län, a kommun or a NUTS2 area; may be empty where there is an occupation.
    occupation : str
        SSYK 2012 code of four digits, or the name of such a group.
    cards : bool
        Whether its conversation cards are meant.

    Raises
    ------
    UnknownCodeError
        When there is no such region or occupation.
    UsageError
        When there are no briefs of that kind.
    """
    where = Region.parse(region or HOME)
    kind = _OF_LEVEL.get(where.level)
    if kind is None:
        raise UsageError(
            f"Det finns briefer för län, kommuner och NUTS 2-områden, inte för {where.name}.",
            "Se: vagled regions",
        )
    if occupation and kind == "municipality":
        raise UsageError(
            f"Ett yrke går att se för ett län eller ett större område, inte för {where.name}.",
            _county_of(where),
        )
    if cards and kind != "county":
        raise UsageError(f"Samtalskort görs för län, inte för {where.name}.", _county_of(where))
    if occupation:
        return Subject("occupation", where, parse_occupation(occupation))
    return Subject("cards" if cards else kind, where)


def _county_of(region: Region) -> str:
    county = region.parent if region.level == "municipality" else None
    return f"Länet: {county.name} ({county.code})." if county else "Se: vagled regions"


def parse_occupation(text: str) -> Ssyk:
    """Read an occupation's code or name.

    Raises
    ------
    UnknownCodeError
        Naming the nearest names, or where the codes stand.
    """
    labels = ssyk_labels()
    if text.strip() in labels:
        return Ssyk(text.strip())
    names = {label.casefold(): code for code, label in labels.items()}
    folded = " ".join(text.split()).casefold()
    if folded in names:
        return Ssyk(names[folded])
    near = [label for label in names if folded and label.startswith(folded)]
    near = near or difflib.get_close_matches(folded, list(names), n=3, cutoff=0.6)
    meant = ", ".join(f"{labels[names[label]]} ({names[label]})" for label in near[:3])
    raise UnknownCodeError(
        f"Okänt yrke {quote(text)}.{f' Menade du {meant}?' if meant else ''}",
        "Skriv en SSYK-kod med fyra siffror, till exempel 2341.",
    )
