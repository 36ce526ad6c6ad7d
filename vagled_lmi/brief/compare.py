"""Compare a brief's numbers with an earlier brief: why each is another than it was.

The same comparison is made when the brief is built and when one of its numbers is traced.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from urllib.parse import parse_qsl

import pandas as pd

from vagled_lmi.brief.earlier import Earlier, vintages_of
from vagled_lmi.brief.noise import noise_of
from vagled_lmi.brief.split import PARTS, Doubts, Steps, split
from vagled_lmi.codes import Period, Region
from vagled_lmi.errors import TraceError, VagledError
from vagled_lmi.indicators.protocol import (
    Column,
    Indicator,
    NoFiguresError,
    Number,
    Result,
    address,
    run,
)
from vagled_lmi.outlook import catalogue as indicators
from vagled_lmi.revisions import definitions
from vagled_lmi.sources import catalogue as sources
from vagled_lmi.sources.recorded import recorded
from vagled_lmi.store import Archive
from vagled_lmi.tables import Table

#: The id of these numbers in an address: `CHANGED`/measure?of=the number's own address&from=period.
CHANGED = "changes"
#: What a table may say otherwise of itself without its numbers meaning anything else.
_NO_MATTER = ("period-new", "period-gone", "size-changed", "discontinued")
_GRAVE = ("review", "breaking")

_HOW = {
    "before": ("Förut", "Som den förra briefen angav det."),
    "change": ("Ändring", "Egen bearbetning: talet i dag minus talet i den förra briefen."),
    "new_period": (
        "Ny period",
        "Egen bearbetning: talet i dag minus den förra periodens, båda ur dagens svar.",
    ),
    "revised": (
        "Reviderat",
        "Egen bearbetning: den förra perioden ur dagens svar minus den ur den förra briefens svar.",
    ),
    "definition": (
        "Definition",
        "Egen bearbetning: en revidering där tabellen säger något annat om sig själv än förut, "
        "eller ett steg över ett känt brott i tidsserien.",
    ),
    "noise": ("Brus", "Egen bearbetning: en revidering eller ett steg som är mindre än bruset."),
    "method": (
        "Vår metod",
        "Egen bearbetning: den förra briefens svar räknade med dagens program, minus det tal som "
        "briefen angav.",
    ),
}


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one number.

    Attributes
    ----------
    number : Number
        As it is today.
    period : str
        The period that it was stated for before.
    steps : Steps
        Its values on the way.
    doubts : Doubts
        What decided which part a step belongs to.
    """

    number: Number
    period: str
    steps: Steps
    doubts: Doubts

    @property
    def parts(self) -> Mapping[str, Decimal | None]:
        """The parts, and ``change``, which they sum to."""
        return split(self.steps, self.doubts, self.number.column.decimals)

    @property
    def any(self) -> bool:
        """Whether any part is more than nothing."""
        return any(self.parts[part] for part in PARTS)

    @property
    def stated_at(self) -> str:
        """The address that it was stated at before."""
        number = self.number
        region = Region(number.address.partition("/")[0])
        key = {**number.key, "period": self.period}
        return address(region, number.indicator.id, number.column.name, key)

    def numbers(self) -> dict[str, Number]:
        """Return ``before``, ``change`` and each part as numbers of the brief."""
        values: dict[str, float | None] = {"before": self.steps.stated}
        values |= {name: None if part is None else float(part) for name, part in self.parts.items()}
        of, about = self.number, _described(self.number)
        region, _, measure = of.address.partition("/")
        key = {"of": measure, "from": self.period}
        return {
            name: Number(
                address(Region(region), CHANGED, name, key),
                value,
                about,
                about.column(name),
                MappingProxyType(key),
            )
            for name, value in values.items()
        }


class Comparison:
    """Compares numbers of today with an earlier brief.

    Parameters
    ----------
    earlier : Earlier
        What they are compared with.
    store : Archive
        Where the answers of both lie.
    table : callable
        Gives a table as it is read today.
    """

    def __init__(self, earlier: Earlier, store: Archive, table: Callable[[str], Table]) -> None:
        self.earlier = earlier
        self._store = store
        self._table = table
        self._before = cache(self._read)
        self._results = cache(self._compute)
        self._redefined = cache(self._compared)

    def of(self, number: Number, period: str | None = None) -> Change | None:
        """Return what became of a number, or None where it was not stated before.

        Parameters
        ----------
        number : Number
            As it is today.
        period : str, optional
            The period it was stated for before; the newest one unless given.
        """
        if not isinstance(number.value, float):
            return None
        region = Region(number.address.partition("/")[0])
        before = period or self._period_of(number, region)
        if not before:
            return None
        key = {**number.key, "period": before}
        name, column = number.indicator.id, number.column.name
        recomputed = self._value("before", name, region, column, key)
        revised = self._value("until", name, region, column, key)
        at = address(region, name, column, key)
        stated = self.earlier.numbers.get(at) if self.earlier.sha256 else recomputed
        if not isinstance(stated, float):
            return None
        steps = Steps(stated, recomputed, revised, number.value)
        return Change(number, before, steps, self._doubts(number, steps, before, region))

    def unmoved(self) -> bool:
        """Return whether every table of the earlier brief is read from the same answers today."""
        return all(self._today(table) == parts for table, parts in self.earlier.retrievals.items())

    def _today(self, table: str) -> object:
        try:
            return self._table(table).retrievals
        except VagledError:
            return None

    def _period_of(self, number: Number, region: Region) -> str:
        if self.earlier.sha256:
            return self.earlier.period_of(number)
        result = self._results("before", number.indicator.id, region)
        rest = {name: code for name, code in number.key.items() if name != "period"}
        periods = result.keys_of("period", **rest) if result else []
        return max(map(Period, periods)).code if periods else ""

    def _doubts(self, number: Number, steps: Steps, before: str, region: Region) -> Doubts:
        now = self._results("today", number.indicator.id, region)
        row = now.row(**number.key) if now else {}
        recomputed = steps.stated if steps.recomputed is None else steps.recomputed
        revised = recomputed if steps.revised is None else steps.revised
        specs = [sources.spec(table) for table in number.indicator.tables]
        return Doubts(
            noise_of(number, recomputed, revised, row),
            noise_of(number, revised, steps.now, row),
            any(self._redefined(spec.id) for spec in specs),
            any(spec.breaks_between(before, number.key["period"]) for spec in specs),
        )

    def _value(
        self, when: str, indicator: str, region: Region, column: str, key: Mapping[str, str]
    ) -> float | None:
        result = self._results(when, indicator, region)
        if result is None:
            return None
        try:
            value = result.number(column, **key).value
        except TraceError:
            return None
        return value if isinstance(value, float) else None

    def _compute(self, when: str, indicator: str, region: Region) -> Result | None:
        """Return an indicator from the earlier answers, today's, or today's until the earlier."""
        described = indicators.indicator(indicator)
        readers: dict[str, Callable[[str], Table]] = {
            "before": self._before,
            "until": self._until,
            "today": self._table,
        }
        read = readers[when]
        try:
            tables = {table: read(table) for table in described.tables}
            for table in described.optional:
                with suppress(VagledError):  # it was not there then, or is not now
                    tables[table] = read(table)
            return run(described, tables, region)
        except VagledError:
            return None

    def _read(self, table: str) -> Table:
        """Return a table as the earlier brief read it."""
        vintages = self.earlier.vintages(table)
        if not vintages:
            raise TraceError(f"Den förra briefen nämner inte tabellen {table}.")
        today = self._table(table)
        if self.earlier.retrievals[table] == today.retrievals:
            return today
        return sources.read_vintages(sources.spec(table), vintages, self._store)

    def _until(self, table: str) -> Table:
        """Return a table as it is today, without the periods that the earlier brief did not have.

        What an indicator makes of it is then about the same period as before, whichever it takes.
        """
        today = self._table(table)
        last = max(map(Period, self._before(table).frame["period"].unique()))
        known = {p for p in today.frame["period"].unique() if not last < Period(p)}
        if not known:
            raise NoFiguresError(f"{table} visar inte längre perioder till och med {last.code}.")
        return replace(today, frame=today.frame[today.frame["period"].isin(known)])

    def _compared(self, table: str) -> bool:
        """Return whether a table says something of itself that gives its numbers another sense."""
        before, today = self.earlier.vintages(table), self._table(table).retrievals
        if self.earlier.retrievals.get(table) == today:
            return False
        spec = sources.spec(table)
        try:
            one = recorded(spec, before, self._store)
            other = recorded(spec, vintages_of(today), self._store)
        except VagledError:
            return False
        if one.copied or other.copied:
            return False
        found = definitions.compare(one.contract, other.contract, one.used)
        return any(f.severity in _GRAVE and f.kind not in _NO_MATTER for f in found)


def _described(number: Number) -> Indicator:
    """Return the measures of a number's change as an indicator of their own."""
    of, measure = number.indicator, number.column
    return Indicator(
        id=CHANGED,
        label=f"{of.label}, {measure.label}",
        definition=f"Hur måttet ändrats sedan den förra briefen. {of.definition}",
        reference="Egen bearbetning.",
        tables=of.tables,
        keys=("of", "from"),
        columns=tuple(
            Column(name, label, measure.unit, measure.decimals, how, measure.reads)
            for name, (label, how) in _HOW.items()
        ),
        compute=_not_from_tables,
    )


def _not_from_tables(*_: object) -> pd.DataFrame:
    raise NoFiguresError("En ändring räknas mot en tidigare brief, inte ur tabeller.")


def of_key(key: Mapping[str, str]) -> tuple[str, str, dict[str, str]]:
    """Return which indicator, measure and row a change is of, by the change's own key."""
    measure, _, rest = key["of"].partition("?")
    indicator, _, column = measure.partition("/")
    return indicator, column, dict(parse_qsl(rest, keep_blank_values=True))
