"""Codes of regions, occupations, education, industry and time: the only place that knows them.

A code is text, never a number: ``01`` is Stockholms län. Each type is frozen and validates itself,
so that what has been parsed once need not be checked again.
"""

from __future__ import annotations

import csv
import difflib
import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import ClassVar, Literal

from vagled_lmi import labour_markets
from vagled_lmi.errors import UnknownCodeError
from vagled_lmi.resources import snapshot_dir

Level = Literal["country", "nuts2", "county", "municipality", "labour_market"]

#: The five counties of Östra Mellansverige, NUTS2 SE12, in the order of their codes.
OSTRA_MELLANSVERIGE = ("03", "04", "05", "18", "19")

_LABOUR_MARKET = re.compile(r"FA\d{2}")
_REGION_SHAPE = re.compile(r"\d{2}|\d{4}|SE\d{2}|FA\d{2}")
_QUOTED_LENGTH = 60


@dataclass(frozen=True, slots=True)
class _RegionRow:
    name: str
    short: str
    level: Level
    parent: str


@lru_cache(maxsize=1)
def _regions() -> dict[str, _RegionRow]:
    with (snapshot_dir() / "codes" / "regions.csv").open(encoding="utf-8", newline="") as lines:
        return {
            row["code"]: _RegionRow(row["name"], row["short"], _level(row["level"]), row["parent"])
            for row in csv.DictReader(lines)
        }


def _level(text: str) -> Level:
    for level in ("country", "nuts2", "county", "municipality", "labour_market"):
        if text == level:
            return level
    raise ValueError(f"unknown region level {text!r}")


def quote(value: object, length: int = _QUOTED_LENGTH) -> str:
    """Return `value` as it may stand in a message: short, on one line, no control characters."""
    text = value if isinstance(value, str) else repr(value)
    printable = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)
    short = printable if len(printable) <= length else printable[:length] + "…"
    return f'"{short}"'


@dataclass(frozen=True, slots=True, order=True)
class Region:
    """A region by its official code.

    Parameters
    ----------
    code : str
        ``00`` riket, two digits for a län, four for a kommun, ``SE12`` for a NUTS2 area,
        ``FA00`` to ``FA99`` for a functional labour-market area.

    Raises
    ------
    UnknownCodeError
        When the code is not text or stands in no list.

    References
    ----------
    SCB, Län och kommuner i kodnummerordning; Eurostat, NUTS 2021.
    """

    code: str

    def __post_init__(self) -> None:
        if not isinstance(self.code, str):
            raise UnknownCodeError(
                f"Regionkoden {quote(self.code)} är inte text.",
                'Skriv koden med citattecken och inledande nolla, till exempel "03".',
            )
        if self.code not in _regions() and not _LABOUR_MARKET.fullmatch(self.code):
            raise UnknownCodeError(
                f"Okänd regionkod {quote(self.code)}.{_suggestion(self.code)}",
                "Se: vagled regions",
            )

    @classmethod
    def parse(cls, text: str) -> Region:
        """Read a region's code or name as a person writes it.

        Parameters
        ----------
        text : str
            ``03``, ``Uppsala län``, ``uppsala``. A name that is both a län and a kommun means the
            län; the kommun is then asked for by its code or as ``Uppsala kommun``.

        Raises
        ------
        UnknownCodeError
            With the nearest names when nothing fits.
        """
        if not isinstance(text, str) or _REGION_SHAPE.fullmatch(text.strip()):
            return cls(text.strip() if isinstance(text, str) else text)
        code = _names().get(_fold(text))
        if code is None:
            raise UnknownCodeError(
                f"Okänd region {quote(text)}.{_suggestion(text)}", "Se: vagled regions"
            )
        return cls(code)

    @property
    def name(self) -> str:
        """The official name, ``Uppsala län``."""
        row = _regions().get(self.code)
        return row.name if row else f"FA-region {labour_markets.name_of(self.code)}"

    @property
    def short(self) -> str:
        """The name without its kind, ``Uppsala``: for tables and charts."""
        row = _regions().get(self.code)
        return row.short if row else labour_markets.name_of(self.code)

    @property
    def level(self) -> Level:
        """Which kind of region it is."""
        row = _regions().get(self.code)
        return row.level if row else "labour_market"

    @property
    def parent(self) -> Region | None:
        """The region one step up: kommun to län, län to NUTS2, NUTS2 to riket."""
        row = _regions().get(self.code)
        return Region(row.parent) if row and row.parent else None

    @property
    def municipalities(self) -> tuple[Region, ...]:
        """The kommuner of a län, in the order of their codes; empty for other levels."""
        if self.level != "county":
            return ()
        return tuple(Region(code) for code, row in _regions().items() if row.parent == self.code)


def regions(level: Level | None = None) -> tuple[Region, ...]:
    """Return every region in the code list, in the list's order, or those of one level."""
    return tuple(
        Region(code) for code, row in _regions().items() if level is None or row.level == level
    )


def _fold(text: str) -> str:
    return " ".join(text.split()).casefold()


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    """Every way a person may write a region, folded, to its code.

    A name that several have means the county, which briefs are made for, or else the larger one.
    """
    names: dict[str, str] = {}
    for code, row in sorted(_regions().items(), key=lambda item: item[1].level != "county"):
        spellings = [row.name, row.short]
        if row.level == "municipality":
            spellings += [f"{row.name} kommun", f"{row.name}s kommun"]
        if row.level == "county":
            spellings += [f"{row.short} län", f"{row.short}s län"]
        for spelling in spellings:
            names.setdefault(_fold(spelling), code)
    names.setdefault("sverige", "00")
    return names


def _suggestion(text: str) -> str:
    near = difflib.get_close_matches(_fold(text), list(_names()), n=1, cutoff=0.6)
    if not near:
        return ""
    code = _names()[near[0]]
    return f" Menade du {_regions()[code].name} ({code})?"


@lru_cache(maxsize=2)
def _code_list(name: str) -> dict[str, dict[str, str]]:
    with (snapshot_dir() / "codes" / name).open(encoding="utf-8", newline="") as lines:
        return {row["code"]: row for row in csv.DictReader(lines)}


@dataclass(frozen=True, slots=True, order=True)
class Ssyk:
    """An occupation by its SSYK 2012 code at level 1 to 4, as SCB's register writes it.

    Parameters
    ----------
    code : str
        One to four digits. Military occupations begin with 0: ``0110``.

    Raises
    ------
    UnknownCodeError
        When the code is not text, not digits, or no level-4 code begins with it.

    Notes
    -----
    SCB has 429 groups at level 4, Arbetsförmedlingen 400: managers are not split into two levels
    there, and four of SCB's groups are missing. `af_code` says which of theirs a group lies in.

    References
    ----------
    SCB, Standard för svensk yrkesklassificering (SSYK 2012), MIS 2012:1.
    """

    code: str
    _shape: ClassVar[re.Pattern[str]] = re.compile(r"\d{1,4}")

    def __post_init__(self) -> None:
        if not isinstance(self.code, str) or not self._shape.fullmatch(self.code):
            raise UnknownCodeError(
                f"SSYK-koden {quote(self.code)} är inte en till fyra siffror.",
                'Skriv den som text, till exempel "2341".',
            )
        if self.code not in _ssyk_groups():
            raise UnknownCodeError(
                f"SSYK-koden {quote(self.code)} finns inte i SSYK 2012.",
                "Koderna står i SCB:s standard för yrkesklassificering, SSYK 2012.",
            )

    @property
    def level(self) -> int:
        """Number of digits, 1 to 4."""
        return len(self.code)

    @property
    def label(self) -> str:
        """The Swedish name of a level-4 group; the code itself for wider groups."""
        row = _code_list("ssyk.csv").get(self.code)
        return row["label"] if row else self.code

    @property
    def af_code(self) -> str | None:
        """Arbetsförmedlingen's group that holds this level-4 group, or None where it has none."""
        row = _code_list("ssyk.csv").get(self.code)
        return (row["af_code"] or None) if row else None


@lru_cache(maxsize=1)
def _ssyk_groups() -> frozenset[str]:
    """Every group of SSYK 2012 by its code, of one digit to four."""
    return frozenset(code[:digits] for code in _code_list("ssyk.csv") for digits in range(1, 5))


def ssyk_labels() -> dict[str, str]:
    """Return SCB's level-4 codes to their Swedish names, 429 of them."""
    return {code: row["label"] for code, row in _code_list("ssyk.csv").items()}


def ssyk_to_af() -> dict[str, str]:
    """Return SCB's level-4 codes to Arbetsförmedlingen's; groups that AF lacks are left out."""
    return {code: row["af_code"] for code, row in _code_list("ssyk.csv").items() if row["af_code"]}


def af_labels() -> dict[str, str]:
    """Return Arbetsförmedlingen's 400 level-4 codes to their Swedish names."""
    return {code: row["label"] for code, row in _code_list("af_ssyk.csv").items()}


def af_fields() -> dict[str, str]:
    """Return Arbetsförmedlingen's level-4 codes to their yrkesområde, one each."""
    return {code: row["field"] for code, row in _code_list("af_ssyk.csv").items()}


@dataclass(frozen=True, slots=True)
class Shaped:
    """A code known by its shape alone; the full list is the agency's."""

    code: str
    _shape: ClassVar[re.Pattern[str]]
    _says: ClassVar[str]

    def __post_init__(self) -> None:
        if not isinstance(self.code, str) or not self._shape.fullmatch(self.code):
            raise UnknownCodeError(f"Koden {quote(self.code)} är inte {self._says}.")


@dataclass(frozen=True, slots=True)
class Sun(Shaped):
    """An education by its SUN 2020 code: level ``31``-like digits or field ``720a``-like.

    References
    ----------
    SCB, Svensk utbildningsnomenklatur (SUN 2020), MIS 2020:1.
    """

    _shape: ClassVar[re.Pattern[str]] = re.compile(r"\d{1,3}|\d{3}[a-zA-Z]")
    _says: ClassVar[str] = "en SUN 2020-kod (en till tre siffror, eller tre siffror och en bokstav)"


@dataclass(frozen=True, slots=True)
class Sni(Shaped):
    """An industry by its SNI code: a letter, a range of letters, or two to five digits.

    References
    ----------
    SCB, Standard för svensk näringsgrensindelning (SNI 2007).
    """

    _shape: ClassVar[re.Pattern[str]] = re.compile(r"[A-U](\+?[A-U]|-[A-U])*(\+US)?|US|\d{2,5}")
    _says: ClassVar[str] = "en SNI-kod (bokstav A till U, eller två till fem siffror)"


PeriodKind = Literal[
    "year", "month", "quarter", "week", "term", "school_year", "span", "round", "day", "version"
]

_MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip
_PERIODS: tuple[tuple[PeriodKind, re.Pattern[str]], ...] = (
    ("year", re.compile(r"(\d{4})")),
    ("month", re.compile(r"(\d{4})M(0[1-9]|1[0-2])")),
    ("quarter", re.compile(r"(\d{4})K([1-4])")),
    ("week", re.compile(r"(\d{4})V(0[1-9]|[1-4]\d|5[0-3])")),
    ("term", re.compile(r"(\d{4})T([12])")),
    ("school_year", re.compile(r"(\d{4})/(\d{2})")),
    ("round", re.compile(r"(\d{4})-([1-9])")),
    ("span", re.compile(r"(\d{4})-(\d{4})")),
    ("day", re.compile(r"(\d{4})-((?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))")),
    ("version", re.compile(r"v()(\d{1,4})")),
)


@dataclass(frozen=True, slots=True)
class Period:
    """A reference period as SCB and Arbetsförmedlingen write it.

    Parameters
    ----------
    code : str
        ``2024``, ``2024M01``, ``2020K4``, ``2026V30``, ``2003/04``, ``2012-2016``, a day
        ``2026-11-25``, a round of Yrkesbarometern ``2025-1``, a term, ``2026T1`` in spring and
        ``2026T2`` in autumn, or a version of a code list ``v31``, whose `year` is 0.

    Raises
    ------
    UnknownCodeError
        When the text has none of these shapes.
    """

    code: str
    kind: PeriodKind = field(init=False, compare=False)
    year: int = field(init=False, compare=False)
    part: int = field(init=False, compare=False)

    def __post_init__(self) -> None:
        for kind, shape in _PERIODS:
            match = shape.fullmatch(self.code) if isinstance(self.code, str) else None
            if match:
                object.__setattr__(self, "kind", kind)
                part = match[2].replace("-", "") if match.lastindex == 2 else "0"
                object.__setattr__(self, "year", int(match[1] or 0))
                object.__setattr__(self, "part", int(part))
                return
        raise UnknownCodeError(
            f"Okänd period {quote(self.code)}.",
            "Tillåtet är till exempel 2024, 2024M01, 2020K4, 2026V30, 2003/04 eller 2025-1.",
        )

    def __lt__(self, other: Period) -> bool:
        return (self.year, self.part) < (other.year, other.part)

    def shift(self, years: int) -> Period:
        """Return the same month, quarter, year or school year so many years on, or back."""
        if self.kind == "school_year":
            return Period(f"{self.year + years:04d}/{(self.part + years) % 100:02d}")
        if self.kind not in ("year", "month", "quarter"):
            raise UnknownCodeError(f"Perioden {quote(self.code)} kan inte flyttas hela år.")
        return Period(f"{self.year + years:04d}{self.code[4:]}")

    @property
    def label(self) -> str:
        """The period in Swedish running text, ``juni 2026`` or ``läsåret 2024/25``."""
        match self.kind:
            case "month":
                return f"{_MONTHS[self.part - 1]} {self.year}"
            case "quarter":
                return f"kvartal {self.part} {self.year}"
            case "week":
                return f"vecka {self.part} {self.year}"
            case "term":
                return f"{('vår', 'höst')[self.part - 1]}terminen {self.year}"
            case "school_year":
                return f"läsåret {self.code}"
            case "round":
                return f"omgång {self.code}"
            case "span":
                return self.code.replace("-", "–")
            case "day":
                return f"{self.part % 100} {_MONTHS[self.part // 100 - 1]} {self.year}"
            case "version":
                return f"version {self.part}"
            case _:
                return self.code


def within(period: str, wanted: tuple[str, ...]) -> bool:
    """Return whether a period is wanted; a year stands for its months, quarters and terms."""
    return any(
        period == code or (len(code) == 4 and period[:4] == code and period[4:5] in ("M", "K", "T"))
        for code in wanted
    )
