"""The archive of old outlooks: one entry each, so that another is one more entry.

An entry says what was judged, of whom, when, on which scale, and what it is held against. None of
these outlooks said how many would be employed; they judged shortage or chances of work. So they are
held against what they were read for: whether an occupation grew more than others, or was asked for
more than others.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from vagled_lmi.indicators.barometer import CLASSES
from vagled_lmi.sources.af import UNCERTAIN_NAME

#: Above is shortage, below is surplus, as the agency drew the classes of its index.
_SHORTAGE, _SURPLUS = 3.3, 2.9


@dataclass(frozen=True, slots=True)
class Growth:
    """Held against the growth of employees in the register, breaks taken out.

    Attributes
    ----------
    base, target : int
        Years.
    """

    base: int
    target: int


@dataclass(frozen=True, slots=True)
class Advertised:
    """Held against open advertisements per 100 employees.

    Attributes
    ----------
    months : tuple of str
        Of the table ``af:oppna_annonser``; their mean.
    employees : int
        Year of the number of employees.
    """

    months: tuple[str, ...]
    employees: int


@dataclass(frozen=True, slots=True)
class OldOutlook:
    """An entry of the archive.

    Attributes
    ----------
    id : str
        Part of addresses.
    name : str
        As readers know it.
    table : str
        Id of the table that holds it.
    made, about : str
        When it was made, and what it said of whom, in Swedish.
    scale : str
        Its scale, and what is counted as much, little and neither.
    against : Growth or Advertised
        What happened.
    judged : callable
        ``judged(frame) -> frame`` with columns ``region``, ``occupation``, ``ssyk``, ``score``
        (higher is more shortage or better chances) and ``says`` (1 much, -1 little, 0 neither).
    caveat : str
        What the score does not show.
    level : {'county', 'country'}
        Whether it judges counties or riket.
    """

    id: str
    name: str
    table: str
    made: str
    about: str
    scale: str
    against: Growth | Advertised
    judged: Callable[[pd.DataFrame], pd.DataFrame]
    caveat: str
    level: Literal["county", "country"]


_JUDGED = ["region", "occupation", "ssyk", "score", "says"]


def _sign(much: pd.Series, little: pd.Series) -> pd.Series:
    return much.astype(int) - little.astype(int)


def _index(horizon: str) -> Callable[[pd.DataFrame], pd.DataFrame]:
    def judged(frame: pd.DataFrame) -> pd.DataFrame:
        rows = frame[(frame["horizon"] == horizon) & frame["value"].notna()]
        score = rows["value"]
        says = _sign(score >= _SHORTAGE, score < _SURPLUS)
        return rows.assign(score=score, says=says)[_JUDGED]

    return judged


def _value(year: str) -> Callable[[pd.DataFrame], pd.DataFrame]:
    def judged(frame: pd.DataFrame) -> pd.DataFrame:
        rows = frame[(frame["period"] == year) & frame["value"].notna()]
        says = _sign(rows["value"] >= 4, rows["value"] <= 3)
        return rows.assign(score=rows["value"], says=says)[_JUDGED]

    return judged


def _round(period: str) -> Callable[[pd.DataFrame], pd.DataFrame]:
    def judged(frame: pd.DataFrame) -> pd.DataFrame:
        certain = frame["value"].notna() & (frame["status"] != UNCERTAIN_NAME)
        rows = frame[(frame["period"] == period) & certain & (frame["region"] != "00")]
        score = -rows["value"].map(CLASSES.index).astype(float)
        says = _sign(rows["value"] == CLASSES[0], rows["value"] == CLASSES[-1])
        return rows.assign(score=score, says=says)[_JUDGED]

    return judged


_CHANGED_TRADE = (
    "Brist är inte tillväxt: ett bristyrke kan växa långsamt just för att det saknas folk."
)
_INDEX_SCALE = (
    (
        f"Index 1–5. Från {_SHORTAGE:.1f} räknas som brist, under {_SURPLUS:.1f} som överskott, "
        "däremellan varken eller."
    )
    .replace(".3", ",3")
    .replace(".9", ",9")
)
_VALUE_SCALE = "Bristvärde 3, 4 eller 5. 4 och 5 räknas som goda möjligheter, 3 som små."
_CLASS_SCALE = "Små, medelstora eller stora möjligheter. Medelstora räknas som varken eller."
_ADS = (
    "Annonser är inte anställningar, och omgången kan vara gjord med annonserna framför ögonen: "
    "det här prövar om bedömningen stämmer med efterfrågan strax efteråt, inte fem år fram."
)

ARCHIVE = (
    OldOutlook(
        id="bristindex-2018-1",
        name="Bristindex hösten 2018, om ett år, per län",
        table="af:bristindex",
        made="hösten 2018",
        about="Arbetsförmedlingens bedömning av bristen på arbetskraft 2019 i 189 yrken och 21 "
        "län.",
        scale=_INDEX_SCALE,
        against=Growth(2018, 2019),
        judged=_index("1"),
        caveat=_CHANGED_TRADE,
        level="county",
    ),
    OldOutlook(
        id="bristindex-2018-5",
        name="Bristindex hösten 2018, om fem år, riket",
        table="af:bristindex",
        made="hösten 2018",
        about="Arbetsförmedlingens bedömning av bristen på arbetskraft 2023 i 189 yrken i riket.",
        scale=_INDEX_SCALE,
        against=Growth(2018, 2023),
        judged=_index("5"),
        caveat=_CHANGED_TRADE,
        level="country",
    ),
    OldOutlook(
        id="yrkesprognoser-2022",
        name="Yrkesprognoser för 2022, riket",
        table="af:yrkesprognoser",
        made="inför 2022",
        about="Arbetsförmedlingens bedömning av möjligheterna till arbete under 2022 i 212 yrken.",
        scale=_VALUE_SCALE,
        against=Growth(2021, 2022),
        judged=_value("2022"),
        caveat=_CHANGED_TRADE,
        level="country",
    ),
    OldOutlook(
        id="yrkesprognoser-2026",
        name="Yrkesprognoser för 2026, riket, hittills",
        table="af:yrkesprognoser",
        made="inför 2022",
        about="Arbetsförmedlingens bedömning av möjligheterna till arbete 2026 i 212 yrken.",
        scale=_VALUE_SCALE,
        against=Growth(2021, 2024),
        judged=_value("2026"),
        caveat="Prövad efter tre av fem år. " + _CHANGED_TRADE,
        level="country",
    ),
    OldOutlook(
        id="barometern-2024-2",
        name="Yrkesbarometern före 2025-1, per län",
        table="af:barometerarkiv",
        made="troligen hösten 2024",
        about="Arbetsförmedlingens bedömning av möjligheterna till arbete, per yrke och län.",
        scale=_CLASS_SCALE,
        against=Advertised(("2025M05", "2025M06"), 2024),
        judged=_round("2024-2"),
        caveat="Kopian anger inte omgång. " + _ADS,
        level="county",
    ),
    OldOutlook(
        id="barometern-2025-1",
        name="Yrkesbarometern 2025-1, per län",
        table="af:barometerarkiv",
        made="våren 2025",
        about="Arbetsförmedlingens bedömning av möjligheterna till arbete, per yrke och län.",
        scale=_CLASS_SCALE,
        against=Advertised(("2025M05", "2025M06"), 2024),
        judged=_round("2025-1"),
        caveat=_ADS,
        level="county",
    ),
)
