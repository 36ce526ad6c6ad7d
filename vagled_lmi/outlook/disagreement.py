"""Where outlooks disagree, by how much, and the likeliest reason by rule."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from vagled_lmi.outlook.verdicts import FEWEST_PRINTED, UNKNOWN

#: What each word says of more (1) or less (-1).
SIGNALS: Mapping[str, float] = {
    "öka": 1.0, "inte minska": 0.5, "vara oförändrad": 0.0, "inte öka": -0.5, "minska": -1.0,
    "stora": 1.0, "medelstora": 0.0, "små": -1.0,
    "många": 1.0, "varken eller": 0.0, "få": -1.0,
}  # fmt: skip
#: A break that moved an occupation this much more or less than most, in percentage points.
_LARGE_BREAK_PP = 5.0
_WIDER = "Yrkesbarometern bygger på ett större område"
#: Signals closer than this are no disagreement worth a reason.
_AGREE = 0.5


@dataclass(frozen=True)
class Sides:
    """What is known of one occupation in one region.

    Attributes
    ----------
    own : str or None
        The leaning of our own outlook, five years; None where there is none.
    own_area : str or None
        The code of the area that it rests on.
    demand, chances : str or None
        Yrkesbarometern's judgement of five years on, and of now.
    level : str or None
        The level that Yrkesbarometern's judgement rests on; None where it is not known.
    ads : str or None
        Advertisements per 100 employees against other occupations in the region.
    employees : float
        In the region.
    break_pp : float
        How much more than most the occupation moved at the last break, percentage points.
    years_apart : int
        Between the oldest and the newest of the figures.
    """

    own: str | None
    own_area: str | None
    demand: str | None
    chances: str | None
    level: str | None
    ads: str | None
    employees: float
    break_pp: float
    years_apart: int

    @property
    def signals(self) -> tuple[float, ...]:
        """The sides that say something, as numbers."""
        said = (self.own, self.demand, self.chances, self.ads)
        return tuple(SIGNALS[word] for word in said if word is not None and word != UNKNOWN)


def size(sides: Sides) -> float | None:
    """Return how far apart the sides are, 0 to 2; None where fewer than two say something."""
    signals = sides.signals
    return max(signals) - min(signals) if len(signals) > 1 else None


def reason(sides: Sides, region: str) -> str:
    """Return the likeliest reason, the first rule that applies.

    Parameters
    ----------
    sides : Sides
        Of one occupation.
    region : str
        The region's code.
    """
    apart = size(sides)
    if apart is None:
        return "för lite att jämföra"
    if apart <= _AGREE:
        return "de är överens"
    if sides.own not in (None, UNKNOWN) and abs(sides.break_pp) >= _LARGE_BREAK_PP:
        return "brottet i registret 2023 var stort för yrket"
    if sides.employees < FEWEST_PRINTED:
        return "liten grupp i regionen"
    if sides.chances is not None and sides.level != "län":
        known = sides.level is not None
        return _WIDER if known else "det är okänt vilket område Yrkesbarometern bygger på"
    if sides.own is not None and sides.own_area != region:
        return "vår utsikt bygger på ett större område"
    if sides.years_apart > 1:
        return "uppgifterna är från olika år"
    if sides.own in (None, UNKNOWN):
        return "annonser och bedömning mäter olika saker"
    return "läget nu och fem år fram är olika frågor"
