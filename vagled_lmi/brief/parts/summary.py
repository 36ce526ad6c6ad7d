"""Läget på en sida: the key figures, what they say, and how old they are."""

from __future__ import annotations

from collections.abc import Iterator

from vagled_lmi.brief import rules
from vagled_lmi.brief.blocks import Block, Claim, Note, NumberBlock
from vagled_lmi.brief.desk import Desk
from vagled_lmi.brief.language import Shown, Slot, listing
from vagled_lmi.codes import Period
from vagled_lmi.indicators.protocol import NoFiguresError

_TABLES = {
    "employed": ("scb:ArbStDoNMNN",),
    "unemployment": ("scb:TAB6260",),
    "barometer": ("af:yrkesbarometern",),
    "cohorts": ("scb:TAB6471",),
    "replacement": ("scb:YREG60", "scb:YREG51"),
    "eligibility": ("skolverket:behorighet",),
}


def latest(desk: Desk, indicator: str) -> Period:
    """Return the newest period that an indicator has for its region.

    Raises
    ------
    NoFiguresError
        When it has none for the region itself, but only for its parts or neighbours.
    """
    result = desk.result(indicator)
    periods = result.keys_of("period", region=result.region.code)
    if not periods:
        raise NoFiguresError(f"{indicator}: inget eget värde för {result.region.name}.")
    return Period(periods[-1])


def _number(desk: Desk, name: str, value: Slot, **slots: Slot) -> NumberBlock:
    """Return a key figure: the messages ``key-NAME-label``, ``-value`` and ``-detail``."""
    say = desk.language
    return NumberBlock(
        id=f"key-{name}",
        label=say.sentence(f"key-{name}-label", **slots),
        value=say.sentence(f"key-{name}-value", value=value),
        detail=say.sentence(f"key-{name}-detail", **slots),
        tables=_TABLES[name],
    )


def _employed_number(desk: Desk) -> NumberBlock:
    result, when = desk.result("employed"), latest(desk, "employed")
    row = result.row(region=result.region.code, period=when.code)
    change = Shown(row["change_pct"], "signed")
    return _number(desk, "employed", row["level"], region=result.region, period=when, change=change)


def _unemployment_number(desk: Desk) -> NumberBlock:
    result, when = desk.result("unemployment"), latest(desk, "unemployment")
    return _number(
        desk,
        "unemployment",
        result.number("rate", region=result.region.code, period=when.code),
        region=result.region,
        period=when,
        country=result.number("rate", region="00", period=when.code),
    )


def _barometer_number(desk: Desk) -> NumberBlock:
    result, when = desk.result("barometer_counts"), latest(desk, "barometer_counts")
    row = result.row(region=result.region.code, period=when.code, chances="stora")
    return _number(
        desk,
        "barometer",
        row["occupations"],
        region=result.region,
        period=when,
        share=row["share_pct"],
    )


def _cohorts_number(desk: Desk) -> NumberBlock:
    result, when = desk.result("cohorts"), latest(desk, "cohorts")
    ratio = result.number("per_100", region=result.region.code, period=when.code)
    return _number(desk, "cohorts", ratio, region=result.region, period=when)


def _eligibility_number(desk: Desk) -> NumberBlock:
    """The share of a kommun's pupils; of a larger region there is no one share."""
    result = desk.result("eligibility")
    if desk.region.code not in result.keys_of("region"):
        raise NoFiguresError(f"Tabellen har inget värde för {desk.region.name}.")
    when = Period(result.keys_of("period")[-1])
    row = result.row(region=desk.region.code, period=when.code)
    share = row["total_said"] if row["total"].missing else row["total"]
    return _number(desk, "eligibility", share, region=desk.region, period=when)


_NUMBERS = {
    "eligibility": _eligibility_number,
    "employed": _employed_number,
    "unemployment": _unemployment_number,
    "barometer_counts": _barometer_number,
    "cohorts": _cohorts_number,
}


def key_figures(desk: Desk) -> Iterator[Block]:
    """Employed, unemployment, occupations with large chances of work, cohorts.

    Those that the store has no figures for are left out, and those too old to describe today.
    """
    for indicator, make in _NUMBERS.items():
        try:
            made = make(desk)
        except NoFiguresError:
            continue
        newest = max(desk.result(indicator).keys_of("period"))
        if not rules.is_stale(newest, desk.built):
            yield made


def _employed_claim(desk: Desk) -> Claim:
    result, when = desk.result("employed"), latest(desk, "employed")
    row = result.row(region=result.region.code, period=when.code)
    country = result.row(region="00", period=when.code)
    noise = rules.EMPLOYED_NOISE_PCT
    return Claim(
        id="point-employed",
        text=desk.language.sentence(
            "point-employed",
            region=result.region,
            period=when,
            level=row["level"],
            change=Shown(row["change"], "size", decimals=-2),
            is_direction=rules.verdict("change", row["change_pct"], noise=noise),
            country=Shown(country["change_pct"], "size"),
            is_country=rules.verdict("change", country["change_pct"], noise=noise),
        ),
        tables=_TABLES["employed"],
    )


def _unemployment_claim(desk: Desk) -> Claim:
    result, when = desk.result("unemployment"), latest(desk, "unemployment")
    here = result.number("rate", region=result.region.code, period=when.code)
    country = result.number("rate", region="00", period=when.code)
    noise = rules.UNEMPLOYMENT_NOISE_PP
    return Claim(
        id="point-unemployment",
        text=desk.language.sentence(
            "point-unemployment",
            region=result.region,
            period=when,
            rate=here,
            country=country,
            is_comparison=rules.verdict("contrast", here, country, noise=noise),
        ),
        tables=_TABLES["unemployment"],
    )


def _barometer_claim(desk: Desk) -> Claim:
    result, when = desk.result("barometer_counts"), latest(desk, "barometer_counts")
    key = {"region": result.region.code, "period": when.code}
    return Claim(
        id="point-barometer",
        text=desk.language.sentence(
            "point-barometer",
            region=result.region,
            period=when,
            large=result.number("occupations", chances="stora", **key),
            small=result.number("occupations", chances="små", **key),
        ),
        tables=_TABLES["barometer"],
    )


def _replacement_claim(desk: Desk) -> Claim:
    result, say = desk.result("replacement"), desk.language
    keys = result.keys(result.frame.dropna(subset="leaving"))[:3]
    if not keys:
        raise NoFiguresError(f"Inget yrke är stort nog i {result.region.name}.")
    first = result.row(**keys[0])
    names = [say.occupation(key["ssyk"]) for key in keys]
    return Claim(
        id="point-replacement",
        text=say.sentence(
            "point-replacement",
            region=result.region,
            occupations=listing(say, names),
            first=names[0],
            leaving=first["leaving"],
            employees=Shown(first["employees"], decimals=-1),
        ),
        tables=_TABLES["replacement"],
    )


def _cohorts_claim(desk: Desk) -> Claim:
    result, when = desk.result("cohorts"), latest(desk, "cohorts")
    ratio = result.number("per_100", region=result.region.code, period=when.code)
    noise = rules.COHORT_NOISE_PER_100
    return Claim(
        id="point-cohorts",
        text=desk.language.sentence(
            "point-cohorts",
            region=result.region,
            period=when,
            ratio=ratio,
            is_comparison=rules.verdict("against", ratio, reference=100.0, noise=noise),
        ),
        tables=_TABLES["cohorts"],
    )


_POINTS = (
    _employed_claim,
    _barometer_claim,
    _replacement_claim,
    _cohorts_claim,
    _unemployment_claim,
)


def main_points(desk: Desk) -> Iterator[Block]:
    """One sentence a subject, of those that the store has figures for."""
    for make in _POINTS:
        try:
            block = make(desk)
        except NoFiguresError:
            continue
        yield block


def age_of_figures(desk: Desk) -> Iterator[Block]:
    """Name the sources that have not been followed up for longer than one would expect."""
    say = desk.language
    for indicator in ("employed", "unemployment", "cohorts", "workforce"):
        try:
            when = latest(desk, indicator)
        except NoFiguresError:
            continue
        if rules.is_stale(when.code, desk.built):
            yield Note(
                id=f"old-{indicator}",
                title=say.sentence("old-title"),
                text=say.sentence("old-text", what=say.sentence(f"old-{indicator}"), period=when),
                tables=desk.result(indicator).indicator.tables,
            )


BLOCKS = {
    "key_figures": key_figures,
    "main_points": main_points,
    "age_of_figures": age_of_figures,
}
