"""The registered unemployed (inskrivna arbetslösa), by kommun, län and month.

The workbook shows riket; the kommuner lie in the records behind its pivot table, with numbers that
may be added: län and riket are sums of all records, those without a kommun or a län included.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np
import pandas as pd

from vagled_lmi.codes import quote, regions
from vagled_lmi.errors import ContractError
from vagled_lmi.sources import pivot_cache
from vagled_lmi.sources.af import linked
from vagled_lmi.sources.af.linked import Linked
from vagled_lmi.sources.pivot_cache import Value
from vagled_lmi.tables import Break, Contents, Dimension, TableSpec

#: Groups to the names of their fields in the file, before SOK (persons) and AK (labour force).
_GROUPS = {
    "total": ("TOT", "totalt"),
    "women": ("KVI", "kvinnor"),
    "men": ("MAN", "män"),
    "18-24": ("UNG", "18–24 år"),
    "55-64": ("GAM", "55–64 år"),
    "born_in_sweden": ("INR", "inrikes födda"),
    "born_abroad": ("UTR", "utrikes födda"),
    "lower": ("FG", "förgymnasial utbildning"),
    "upper": ("GY", "gymnasial utbildning"),
    "post": ("EG", "eftergymnasial utbildning"),
}
_MEASURES = {"registered": "SOK", "labour_force": "AK"}

TABLES = (
    TableSpec(
        id="af:inskrivna",
        agency="Arbetsförmedlingen",
        register="Inskrivna arbetslösa som andel av registerbaserad arbetskraft (BAS)",
        title="Inskrivna arbetslösa hos Arbetsförmedlingen, och den arbetskraft de jämförs med",
        dimensions=(
            Dimension("region", "Region", "region"),
            Dimension("period", "Månad", "period"),
            Dimension("group", "Grupp", codes={c: label for c, (_, label) in _GROUPS.items()}),
            Dimension(
                "contents",
                "Mått",
                codes={
                    "registered": "Inskrivna arbetslösa",
                    "labour_force": "Arbetskraften (medeltal över tolv månader)",
                },
            ),
        ),
        contents=(
            Contents("registered", "Inskrivna arbetslösa", "personer"),
            Contents("labour_force", "Arbetskraften (medeltal över tolv månader)", "personer"),
        ),
        cadence="month",
        licence="öppna uppgifter, ange källan",
        notes=(
            "Inskrivna hos Arbetsförmedlingen är ett annat mått på arbetslöshet än SCB:s BAS och "
            "AKU; visa dem aldrig i samma diagram.",
            "Arbetskraften kommer från SCB:s BAS och är medeltalet över tolv månader.",
            "Antal under fem kan vara dolda i filen (<5). De är då inte noll, och summor som de "
            "ingår i saknas.",
            "Län och riket är summor av kommunerna och av dem som saknar kommun eller län. Egen "
            "bearbetning.",
        ),
        breaks=(Break("2026M01", "Åldrarna är 16–66 år (tidigare 16–65, dessförinnan 16–64)."),),
        page="https://arbetsformedlingen.se/statistik/sok-statistik/tidigare-statistik-tidsserier",
        live=Linked(r"web-inskrivna-arbetslosa-andel-av-bas-\d{4}-\d{2}\.xlsx"),
    ),
)

fetch = linked.fetch

#: Status of a number that the agency hides or lacks, and of a sum with such a number in it.
HIDDEN, PARTLY_HIDDEN = "dold (<5) eller saknas", "innehåller dolda värden"
#: The most persons that one record may hold.
_MOST = 20_000_000

_PLACE = ["region", "period"]
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
_NOWHERE = frozenset({"", "uppgift saknas", "okänd", "okänt"})
_SIGN = re.compile(r"<\s?\d{1,2}")
_CHANGED = "Arbetsförmedlingen kan ha ändrat filens uppställning."


def parse(payloads: Sequence[bytes], spec: TableSpec) -> pd.DataFrame:
    """Read the records behind the workbook's pivot table.

    Returns
    -------
    pandas.DataFrame
        Columns `spec.columns`; ``value`` in persons, of a kommun missing with status `HIDDEN` where
        the file hides it, of a sum missing with status `PARTLY_HIDDEN` where a part is hidden.

    Raises
    ------
    DecodeError
        The payload is no workbook, or its records cannot be read.
    ContractError
        There is no pivot table with these fields, or a record names no month, län or kommun; says
        what the file has instead.
    """
    if len(payloads) != 1:
        raise ContractError(f"{spec.id}: {len(payloads)} filer, väntat en.")
    measures = [(g, c) for g in _GROUPS for c in _MEASURES]
    fields = ["PERIOD", "LAN", "KOM", *(_GROUPS[g][0] + _MEASURES[c] for g, c in measures)]
    records = pivot_cache.read(payloads[0], fields, spec.register)
    if not records:
        raise ContractError(f"{spec.register}: pivottabellen har inga poster.", _CHANGED)
    keys = [_keys(record[:3], spec.register) for record in records]
    numbers = pd.DataFrame(
        [[_number(value, spec.register) for value in record[3:]] for record in records],
        dtype="float64",
    )
    period, county, kommun = (pd.Series(column) for column in zip(*keys, strict=True))
    riket = pd.Series("00", index=period.index)
    levels = [
        _summed(region, period, numbers)
        for region in (riket, county, kommun)
        if (region != "").any()
    ]
    sums = pd.concat(levels)
    rows, part = len(sums), sums.index.get_level_values("region").str.len() == 4
    value = sums.to_numpy().T.ravel()
    status = np.where(np.tile(part, len(measures)), HIDDEN, PARTLY_HIDDEN)
    group, contents = zip(*measures, strict=True)
    return pd.DataFrame(
        {
            **{name: np.tile(sums.index.get_level_values(name), len(measures)) for name in _PLACE},
            "group": pd.Categorical(group, categories=list(_GROUPS)).repeat(rows),
            "contents": pd.Categorical(contents, categories=list(_MEASURES)).repeat(rows),
            "value": value,
            "status": np.where(np.isnan(value), status, ""),
        }
    )


def _summed(region: pd.Series[str], period: pd.Series[str], numbers: pd.DataFrame) -> pd.DataFrame:
    """Add up the numbers of each region and month; a sum with a hidden part is missing."""
    named = region != ""
    grouped = numbers[named].groupby([region[named], period[named]], sort=False)
    return grouped.sum(skipna=False).rename_axis(_PLACE)


def _keys(record: Sequence[Value], what: str) -> tuple[str, str, str]:
    """Return a record's month, län and kommun; empty where it says that there is none."""
    period, county, kommun = (str(value or "").strip() for value in record)
    found = _MONTH.fullmatch(period)
    if not found:
        raise ContractError(f"{what}: {quote(period)} är ingen månad.", _CHANGED)
    counties, kommuner = _names()
    if county.casefold() not in counties:
        raise ContractError(f"{what}: {quote(county)} är inget län.", _CHANGED)
    if kommun.casefold() not in kommuner:
        raise ContractError(f"{what}: {quote(kommun)} är ingen kommun.", _CHANGED)
    return (
        f"{found[1]}M{found[2]}",
        counties[county.casefold()],
        kommuner[kommun.casefold()],
    )


@cache
def _names() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Return the names of län and of kommuner, folded, to their codes; no place to no code."""
    counties = {name.casefold(): r.code for r in regions("county") for name in (r.name, r.short)}
    kommuner = {region.name.casefold(): region.code for region in regions("municipality")}
    nowhere = dict.fromkeys(_NOWHERE, "")
    return counties | nowhere, kommuner | nowhere


def _number(value: Value, what: str) -> float:
    """Return a number of persons; NaN where the file hides it or has none."""
    if value is None or (isinstance(value, str) and _SIGN.fullmatch(value.strip())):
        return math.nan
    try:
        number = float(value)
    except ValueError:
        number = -1.0
    if not 0 <= number <= _MOST:
        raise ContractError(f"{what}: {quote(value)} är inget antal personer.", _CHANGED)
    return number
