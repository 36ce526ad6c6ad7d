"""Var jobben finns: vacancies per 100 jobs, against riket and the year before."""

from __future__ import annotations

from collections.abc import Iterator

from vagled_lmi.brief import rules
from vagled_lmi.brief.blocks import Block, Claim
from vagled_lmi.brief.desk import Desk
from vagled_lmi.brief.language import Slots
from vagled_lmi.brief.neighbours import Row
from vagled_lmi.brief.rules import Verdict
from vagled_lmi.codes import Period
from vagled_lmi.indicators.protocol import NoFiguresError, Result


def vacancies(desk: Desk) -> Iterator[Block]:
    """How many of 100 jobs are vacant, within the survey's margin of error."""
    result = desk.result("vacancies")
    region, when = result.region, Period(max(result.keys_of("period")))
    here, country, before = (
        _row(result, code, period)
        for code, period in ((region.code, when), ("00", when), (region.code, when.shift(-1)))
    )
    if here is None:
        raise NoFiguresError(f"SCB ger inga lediga jobb för {region.name}.")
    slots: Slots = {"region": region, "period": when, **here}
    slots |= {"country": country["rate"] if country else ""}
    slots |= {"before": before["rate"] if before else ""}
    yield Claim(
        id="vacancies",
        text=desk.language.sentence(
            "vacancies", is_against=_against(here, country), is_year=_against(here, before), **slots
        ),
        tables=result.indicator.tables,
    )


def _row(result: Result, region: str, period: Period) -> Row | None:
    """Return the rate and its margin, where both are given."""
    if region not in result.keys_of("region", period=period.code):
        return None
    row = result.row(region=region, period=period.code)
    return None if any(number.missing for number in row.values()) else row


def _against(one: Row, other: Row | None) -> Verdict | str:
    """How vacancies stand to others by their margins; ``unknown`` where that cannot be said."""
    if other is None:
        return "unknown"
    numbers = (one["rate"], one["margin"], other["rate"], other["margin"])
    return rules.verdict("margins", *numbers, rounded=rules.VACANCIES_ROUNDED)


IF_FETCHED = {"vacancies": vacancies}
