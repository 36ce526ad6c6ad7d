"""Utbildning: how long an education people have, and who goes on to higher education."""

from __future__ import annotations

from collections.abc import Iterator

from vagled_lmi.brief import rules
from vagled_lmi.brief.blocks import Block, Claim
from vagled_lmi.brief.desk import Desk
from vagled_lmi.brief.neighbours import Row
from vagled_lmi.brief.rules import Verdict
from vagled_lmi.codes import Period
from vagled_lmi.indicators.protocol import Number

_SEXES = ("women", "men")


def attainment(desk: Desk) -> Iterator[Block]:
    """Who has a long education, against riket, and women against men."""
    result = desk.result("attainment")
    (period,) = result.keys_of("period")
    key = {"region": result.region.code, "period": period}
    total, women, men = (result.row(sex=sex, **key) for sex in ("total", *_SEXES))
    country = result.row(region="00", period=period, sex="total")
    yield Claim(
        id="attainment",
        text=desk.language.sentence(
            "attainment",
            region=result.region,
            period=Period(period),
            share=total["long_pct"],
            country=country["long_pct"],
            women=women["long_pct"],
            men=men["long_pct"],
            short=total["short_pct"],
            unknown=total["unknown_pct"],
            is_comparison=_long(total, country),
            is_gap=_long(women, men),
        ),
        tables=result.indicator.tables,
    )


def _long(one: Row, other: Row) -> Verdict:
    """How the share with a long education stands to another, each by how many it is of."""
    numbers = [row[name] for row in (one, other) for name in ("long_pct", "population")]
    return rules.verdict("shares", *numbers, noise=rules.WHOLE_PP)


def higher_starts(desk: Desk) -> Iterator[Block]:
    """Which share of the women and of the men go on to higher education within three years."""
    result = desk.result("higher_starts")
    (period,) = result.keys_of("period")
    here, country = (result.row(region=code, period=period) for code in (result.region.code, "00"))
    yield Claim(
        id="higher-starts",
        text=desk.language.sentence(
            "higher-starts",
            region=result.region,
            period=Period(period),
            women=here["women"],
            men=here["men"],
            country_women=country["women"],
            country_men=country["men"],
            is_gap=_starting(here["women"], here["men"], here["swing_pp"], here["swing_pp"]),
            **{f"is_{sex}": _starting(here[sex], country[sex], here["swing_pp"]) for sex in _SEXES},
        ),
        tables=result.indicator.tables,
    )


def _starting(one: Number, other: Number, *usual: Number) -> Verdict:
    """How a share that goes on stands to another, given how much they tend to change."""
    return rules.verdict("swing", one, other, *usual, noise=rules.WHOLE_PP)


IF_FETCHED = {"attainment": attainment, "higher_starts": higher_starts}
