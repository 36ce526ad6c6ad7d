"""Occupations near one another, how they are judged, and which of them has a better outlook.

Near means: the same of Arbetsförmedlingen's fields. SCB's register and Yrkesbarometern divide
occupations differently; one group of the register may be several occupations of the barometer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from vagled_lmi.brief import rules
from vagled_lmi.brief.desk import Desk
from vagled_lmi.brief.rules import Verdict
from vagled_lmi.codes import Region, ssyk_labels, ssyk_to_af
from vagled_lmi.indicators.careers import field_of
from vagled_lmi.indicators.occupations import FEWEST_FOR_CHANGE
from vagled_lmi.indicators.protocol import NoFiguresError, Number, Result

Row = Mapping[str, Number]

_NEIGHBOURS = 3
#: Level of education that SSYK 2012 ties to an occupation, by its first digit: 1 short training or
#: none, 2 upper secondary, 3 two or three years after it, 4 longer. Managers and the military have
#: no level of their own.
_LEVELS = {"2": 4, "3": 3, "4": 2, "5": 2, "6": 2, "7": 2, "8": 2, "9": 1}


@dataclass(frozen=True, slots=True)
class Occupation:
    """An occupation of the register in a region, and its judgements in Yrkesbarometern.

    Attributes
    ----------
    ssyk : str
        SCB's code.
    row : dict of str to Number
        Its measures in the indicator ``occupations``.
    judged : tuple of dict
        Rows of the indicator ``barometer``; empty where the occupation is not judged.
    """

    ssyk: str
    row: Row
    judged: tuple[Row, ...]

    @property
    def level(self) -> int | None:
        """The level of education that SSYK 2012 ties to it, 1 to 4; None where it ties none."""
        return _LEVELS.get(self.ssyk[0])

    @property
    def remainder(self) -> bool:
        """Whether it holds what other groups leave: no name to choose by."""
        return self.label.startswith("Övrig")

    @property
    def label(self) -> str:
        """The register's name."""
        return ssyk_labels()[self.ssyk]

    @property
    def employees(self) -> Number:
        """How many work in it in the region."""
        return self.row["employees"]

    def judgement(self, name: str) -> Number | None:
        """Return ``chances``, ``demand`` or another where all its judgements agree; else None."""
        given = [row[name] for row in self.judged if not row[name].missing]
        return given[0] if given and len({number.value for number in given}) == 1 else None

    @property
    def outlook(self) -> tuple[Number, Number] | None:
        """Chances now and demand in five years, where both are one."""
        chances, demand = self.judgement("chances"), self.judgement("demand")
        return None if chances is None or demand is None else (chances, demand)


def occupations(desk: Desk, judged_in: Region | None = None) -> list[Occupation]:
    """Return the region's occupations, the largest first, judged where the barometer is there.

    Parameters
    ----------
    desk : Desk
        The desk.
    judged_in : Region, optional
        Where they are judged; in the region itself unless given.
    """
    result = desk.result("occupations")
    try:
        judged = _judged(desk.result("barometer", judged_in or result.region))
    except NoFiguresError:
        judged = {}
    return [
        Occupation(
            key["ssyk"], result.row(**key), judged.get(ssyk_to_af().get(key["ssyk"], ""), ())
        )
        for key in result.keys(result.frame)
    ]


def judgements(desk: Desk, ssyk: str, region: Region) -> tuple[Row, ...]:
    """Return the rows of Yrkesbarometern that judge one of SCB's occupations in a region.

    Raises
    ------
    MissingFiguresError
        When the barometer does not judge the region.
    """
    return _judged(desk.result("barometer", region)).get(ssyk_to_af().get(ssyk, ""), ())


def _judged(result: Result) -> dict[str, tuple[Row, ...]]:
    found: dict[str, list[Row]] = {}
    for key in result.keys(result.frame[result.frame["reservation"].isna()]):
        row = result.row(**key)
        for code in str(row["ssyk"].value).split(","):
            found.setdefault(code.strip(), []).append(row)
    return {code: tuple(rows) for code, rows in found.items()}


def in_field(everyone: list[Occupation], field: str) -> list[Occupation]:
    """Return the occupations of one of Arbetsförmedlingen's fields, in the given order."""
    return [occupation for occupation in everyone if field_of(occupation.ssyk) == field]


@dataclass(frozen=True, slots=True)
class Wider:
    """A large occupation of a field, and occupations near it with a better outlook."""

    first: Occupation
    others: tuple[Occupation, ...]
    verdict: Verdict


def wider(field: list[Occupation]) -> Wider | None:
    """Return up to three occupations of a field with a better outlook than a large one in it.

    The large one is the largest of the field that any other surpasses. The others ask for an
    education of the same level, or one level from it; those of the same level come first, and among
    them those most evenly shared between women and men: the aim is to widen choices. Occupations
    with few employees, and groups of what is left over, are left out.

    Parameters
    ----------
    field : list of Occupation
        The occupations of one field, the largest first.
    """
    fit = [
        o
        for o in field
        if o.outlook and o.level and not o.remainder and o.employees.amount >= FEWEST_FOR_CHANGE
    ]
    for first in fit:
        better = [o for o in fit if _step(first, o) <= 1 and _better(first, o).word == "better"]
        if better:
            better.sort(key=lambda o: (_step(first, o), _uneven(o), o.ssyk))
            others = tuple(better[:_NEIGHBOURS])
            return Wider(first, others, _better(first, *others))
    return None


def _step(first: Occupation, other: Occupation) -> int:
    return abs((first.level or 0) - (other.level or 0))


def _uneven(occupation: Occupation) -> float:
    return abs(occupation.row["women_pct"].amount - 50)


def _better(first: Occupation, *others: Occupation) -> Verdict:
    pairs = [o.outlook for o in (first, *others) if o.outlook]
    return rules.verdict("outlook", *(number for pair in pairs for number in pair))
