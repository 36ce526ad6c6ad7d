"""What became of a table's values: new periods, revisions, noise, cells and rows gone."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from vagled_lmi.tables import TableSpec

_EXAMPLES = 5
#: Decimals that are looked for: more are a matter of arithmetic, not of what was published.
_DECIMALS = 6
#: What is smaller than this is nothing to take a share of.
_TINY = 1e-9
#: The share of a measure's values that must have changed by one power of ten for it to be a change
#: of unit, and how many values that takes.
_MOSTLY, _FEWEST = 0.9, 5


@dataclass(frozen=True, slots=True)
class Revision:
    """One cell in both vintages: its key, and what it held in each (None: no value)."""

    key: Mapping[str, str]
    before: float | str | None
    after: float | str | None

    @property
    def pct(self) -> float | None:
        """The change in per cent; None where there is none to give."""
        if not isinstance(self.before, float) or not isinstance(self.after, float):
            return None
        size = abs(self.before)
        return 100 * (self.after - self.before) / size if size > _TINY else None


@dataclass(frozen=True, slots=True)
class Doubled:
    """A code of one column that stood for one thing in another, and now stands for several."""

    column: str
    code: str
    other: str
    meanings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Renamed:
    """Codes of one column whose text in another has changed, each with the old and the new one."""

    column: str
    other: str
    texts: Mapping[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Changes:
    """The difference between two tidy frames of one table.

    Attributes
    ----------
    new_periods, gone_periods : tuple of str
        Periods that only the later one has, only the earlier one; oldest first.
    added, removed, common : int
        Rows by key: only in the later, only in the earlier, in both.
    vanished, appeared, signs : int
        Of the rows in both: had a value and have none; had none and have one; hold the same, but
        with another status.
    noise : int
        Values that differ by no more than the declared noise of their measure.
    exact : int
        Values that differ by no more than that they have more or fewer decimals.
    rescaled : int
        Values of a measure nearly all of which changed by one power of ten.
    revised : int
        Values that differ in any other way.
    revised_periods : tuple of str
        Of the revised values, oldest first.
    median_pct, weighted_pct : float or None
        Of the revised numbers: the median change in per cent of the earlier value; and the sum of
        all changes in per cent of the sum of all values in both. Without signs; None for classes.
    largest : tuple of Revision
        The revised cells that changed most against the size of their measure, the largest first.
    transitions : tuple of (str, str, int)
        Of revised classes: from which to which and how many, the most common first.
    factors : dict of str to float
        Code of a rescaled measure to its power of ten.
    gone, fresh : dict of str to tuple of str
        Dimension to codes that no row has any longer, that no row had before; time left out.
    emptied : tuple of str
        Regions of which every value is missing, that had some.
    doubled : tuple of Doubled
        What no longer stands for one thing alone.
    renamed : tuple of Renamed
        What is described by another text than before.
    """

    new_periods: tuple[str, ...] = ()
    gone_periods: tuple[str, ...] = ()
    added: int = 0
    removed: int = 0
    common: int = 0
    vanished: int = 0
    appeared: int = 0
    signs: int = 0
    noise: int = 0
    exact: int = 0
    rescaled: int = 0
    revised: int = 0
    revised_periods: tuple[str, ...] = ()
    median_pct: float | None = None
    weighted_pct: float | None = None
    largest: tuple[Revision, ...] = ()
    transitions: tuple[tuple[str, str, int], ...] = ()
    factors: Mapping[str, float] = field(default_factory=dict)
    gone: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    fresh: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    emptied: tuple[str, ...] = ()
    doubled: tuple[Doubled, ...] = ()
    renamed: tuple[Renamed, ...] = ()

    @property
    def changed(self) -> int:
        """Rows in both that differ in any way."""
        differing = self.noise + self.exact + self.rescaled + self.revised
        return differing + self.vanished + self.appeared + self.signs

    @property
    def any(self) -> bool:
        """Whether anything differs, noise included."""
        return bool(self.added or self.removed or self.changed)


def compare(spec: TableSpec, earlier: pd.DataFrame, later: pd.DataFrame) -> Changes:
    """Compare two vintages of a table by key.

    Parameters
    ----------
    spec : TableSpec
        The table.
    earlier, later : pandas.DataFrame
        Tidy frames that keep the contract.
    """
    doubled, renamed = tuple(_doubled(spec, earlier, later)), tuple(_renamed(spec, earlier, later))
    gone, fresh = _codes(spec, earlier, later), _codes(spec, later, earlier)
    before, after = set(earlier["period"].unique()), set(later["period"].unique())
    columns = [*spec.keys, "value", "status"]
    rows = earlier[columns].merge(later[columns], on=list(spec.keys), suffixes=("_old", "_new"))
    had, has = rows["value_old"].notna(), rows["value_new"].notna()
    differ = had & has & (rows["value_old"] != rows["value_new"])
    return Changes(
        new_periods=tuple(sorted(after - before)),
        gone_periods=tuple(sorted(before - after)),
        added=len(later) - len(rows),
        removed=len(earlier) - len(rows),
        common=len(rows),
        vanished=int((had & ~has).sum()),
        appeared=int((~had & has).sum()),
        signs=int(((rows["status_old"] != rows["status_new"]) & (had == has) & ~differ).sum()),
        gone=gone,
        fresh=fresh,
        emptied=_emptied(rows, had, has),
        doubled=doubled,
        renamed=renamed,
        **(_of_classes(rows, differ) if spec.is_classes else _of_numbers(spec, rows, differ)),
    )


def _codes(spec: TableSpec, one: pd.DataFrame, other: pd.DataFrame) -> dict[str, tuple[str, ...]]:
    """Return the codes of each dimension but time that only the first has."""
    only = {
        name: sorted(set(one[name].unique()) - set(other[name].unique()))
        for name in spec.keys
        if name != "period"
    }
    return {name: tuple(codes) for name, codes in only.items() if codes}


def _emptied(rows: pd.DataFrame, had: pd.Series[bool], has: pd.Series[bool]) -> tuple[str, ...]:
    if "region" not in rows:
        return ()
    by_region = pd.DataFrame({"had": had, "has": has}).groupby(rows["region"]).any()
    return tuple(sorted(by_region.index[by_region["had"] & ~by_region["has"]]))


def _doubled(spec: TableSpec, earlier: pd.DataFrame, later: pd.DataFrame) -> Iterator[Doubled]:
    for one, other in itertools.product(spec.attributes, _coded(spec)):
        for column, meaning in ((one, other), (other, one)):
            before = _pairs(earlier, column, meaning)
            if _has_several(before, column):
                continue  # one to many from the beginning
            after = _pairs(later, column, meaning)
            if not _has_several(after, column):
                continue
            several = after[after[column].duplicated(keep=False)]
            several = several[several[column].isin(before[column])]
            for code, meanings in several.astype("str").groupby(column)[meaning]:
                yield Doubled(column, str(code), meaning, tuple(sorted(meanings)))


def _renamed(spec: TableSpec, earlier: pd.DataFrame, later: pd.DataFrame) -> Iterator[Renamed]:
    """Yield what a text of each attribute was and is, where a code has always one."""
    for dimension, attribute in itertools.product(_coded(spec), spec.attributes):
        before, after = (_pairs(frame, dimension, attribute) for frame in (earlier, later))
        if _has_several(before, dimension) or _has_several(after, dimension):
            continue
        both = before.merge(after, on=dimension)
        texts = both.columns.drop(dimension)
        moved = both[both[texts[0]] != both[texts[1]]]
        if len(moved):
            changed = {code: (old, new) for code, old, new in moved.itertuples(index=False)}
            yield Renamed(dimension, attribute, changed)


def _coded(spec: TableSpec) -> list[str]:
    return [name for name in spec.keys if name not in ("region", "period", "contents")]


def _pairs(frame: pd.DataFrame, column: str, meaning: str) -> pd.DataFrame:
    """Return what stands beside what, each pair once and none where either says nothing."""
    pairs = frame[[column, meaning]].astype("str")
    left, (right, names) = pd.factorize(pairs[column])[0], pd.factorize(pairs[meaning])
    numbers = left * (len(names) + 1) + right  # one a pair: right is -1 where nothing is said
    first = np.unique(numbers, return_index=True)[1]
    once = pairs.iloc[np.sort(first)].dropna()
    return once[(once[column] != "") & (once[meaning] != "")]


def _has_several(pairs: pd.DataFrame, column: str) -> bool:
    """Tell whether anything in a column stands beside several."""
    return bool(pairs[column].nunique() < len(pairs))


def _of_classes(rows: pd.DataFrame, differ: pd.Series[bool]) -> dict[str, Any]:
    revised = rows[differ]
    pairs = zip(revised["value_old"].astype("str"), revised["value_new"].astype("str"), strict=True)
    return {
        "revised": len(revised),
        "revised_periods": tuple(sorted(revised["period"].unique())),
        "largest": _examples(revised.head(_EXAMPLES)),
        "transitions": tuple(
            (old, new, count) for (old, new), count in Counter(pairs).most_common(_EXAMPLES)
        ),
    }


def _of_numbers(spec: TableSpec, rows: pd.DataFrame, differ: pd.Series[bool]) -> dict[str, Any]:
    """Sort the numbers that differ by what explains it, one measure at a time."""
    old, new = rows["value_old"].to_numpy(), rows["value_new"].to_numpy()
    differing, given = differ.to_numpy(), ~(np.isnan(old) | np.isnan(new))
    kinds = np.where(differing, "revised", "").astype(object)  # longer words come
    relative = np.zeros(len(rows))
    factors = {}
    for contents in spec.contents:
        several = len(spec.contents) > 1
        here = given & (rows["contents"] == contents.code).to_numpy() if several else given
        if not here.any():
            continue
        before, after, at = old[here], new[here], np.flatnonzero(here & differing)
        power = _power(before, after)
        if power:
            factors[contents.code] = 10.0**power
            kinds[at] = "rescaled"
            continue
        change = np.abs(new[at] - old[at])
        kinds[at[change <= _half_a_unit(before, after)]] = "exact"
        kinds[at[change <= contents.noise]] = "noise"
        relative[at] = change / max(np.abs(before).mean(), _TINY)
    is_revised = kinds == "revised"
    revised = rows[is_revised]
    moved = (revised["value_new"] - revised["value_old"]).abs()
    size = revised["value_old"].abs()
    some = size > _TINY
    whole = np.abs(old[given & (kinds != "rescaled")]).sum()
    ranked = relative[is_revised].round(_DECIMALS)  # or the order would hang on the arithmetic
    order = np.argsort(-ranked, kind="stable")[:_EXAMPLES]
    return {
        **{kind: int((kinds == kind).sum()) for kind in ("noise", "exact", "rescaled", "revised")},
        "revised_periods": tuple(sorted(revised["period"].unique())),
        "median_pct": float((100 * moved[some] / size[some]).median()) if some.any() else None,
        "weighted_pct": 100 * float(moved.sum() / whole)
        if len(revised) and whole > _TINY
        else None,
        "largest": _examples(revised.iloc[order]),
        "factors": factors,
    }


def _power(old: np.ndarray[Any, Any], new: np.ndarray[Any, Any]) -> int:
    """Return the power of ten that nearly all values changed by; 0 where there is none."""
    nonzero = (np.abs(old) > _TINY) & (np.abs(new) > _TINY)
    if nonzero.sum() < _FEWEST:
        return 0
    power = round(float(np.median(np.log10(np.abs(new[nonzero] / old[nonzero])))))
    if not power:
        return 0
    rounding = 0.51 * 10.0 ** -_decimals(new)
    fits = np.abs(new - old * 10.0**power) <= np.maximum(rounding, 0.02 * np.abs(new))
    return power if fits.mean() >= _MOSTLY else 0


def _half_a_unit(old: np.ndarray[Any, Any], new: np.ndarray[Any, Any]) -> float:
    """Return what a change in the number of decimals explains; 0 where it did not change."""
    before, after = _decimals(old), _decimals(new)
    return 0.0 if before == after else 0.500001 * 10.0 ** -min(before, after)


def _decimals(values: np.ndarray[Any, Any]) -> int:
    """Return the fewest decimals that hold every value."""
    for decimals in range(_DECIMALS):
        if np.allclose(values, np.round(values, decimals), rtol=0, atol=10.0 ** -(_DECIMALS + 2)):
            return decimals
    return _DECIMALS


def _examples(rows: pd.DataFrame) -> tuple[Revision, ...]:
    beside = ("value_old", "value_new", "status_old", "status_new")
    keys = [name for name in rows.columns if name not in beside]
    return tuple(
        Revision({name: str(row[name]) for name in keys}, row["value_old"], row["value_new"])
        for row in rows.to_dict("records")
    )
