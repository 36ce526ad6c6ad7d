"""Läget på en sida: the key figures, what they say, and how old they are."""

from __future__ import annotations

from collections.abc import Iterator

from vagled_lmi.brief import rules
from vagled_lmi.brief.blocks import Block, Claim, Note, NumberBlock
from vagled_lmi.brief.desk import Desk
from vagled_lmi.brief.language import Shown, listing
from vagled_lmi.codes import Period, ssyk_labels
from vagled_lmi.indicators.protocol import NoFiguresError

_BLOCK_TABLES = {
    "employed": ("scb:ArbStDoNMNN",),
    "unemployment": ("scb:TAB6260",),
    "barometer": ("af:yrkesbarometern",),
    "cohorts": ("scb:TAB6471",),
    "replacement": ("scb:YREG60", "scb:YREG51"),
}


def latest(desk: Desk, indicator: str) -> Period:
    """Return the newest period that an indicator has for the region."""
    return Period(desk.result(indicator).keys_of("period", region=desk.region.code)[-1])


def _employed_number(desk: Desk) -> NumberBlock:
    when = latest(desk, "employed")
    row = desk.result("employed").row(region=desk.region.code, period=when.code)
    say = desk.language
    return NumberBlock(
        id="key-employed",
        label=say.sentence("key-employed-label", region=desk.region),
        value=say.sentence("key-employed-value", level=row["level"]),
        detail=say.sentence(
            "key-employed-detail", period=when, change=Shown(row["change_pct"], "signed")
        ),
        tables=_BLOCK_TABLES["employed"],
    )


def _unemployment_number(desk: Desk) -> NumberBlock:
    when = latest(desk, "unemployment")
    result, say = desk.result("unemployment"), desk.language
    return NumberBlock(
        id="key-unemployment",
        label=say.sentence("key-unemployment-label", region=desk.region),
        value=say.sentence(
            "key-unemployment-value",
            rate=result.number("rate", region=desk.region.code, period=when.code),
        ),
        detail=say.sentence(
            "key-unemployment-detail",
            period=when,
            country=result.number("rate", region="00", period=when.code),
        ),
        tables=_BLOCK_TABLES["unemployment"],
    )


def _barometer_number(desk: Desk) -> NumberBlock:
    result, say = desk.result("barometer_counts"), desk.language
    (period,) = result.keys_of("period", region=desk.region.code)
    row = result.row(region=desk.region.code, period=period, chances="stora")
    return NumberBlock(
        id="key-barometer",
        label=say.sentence("key-barometer-label", region=desk.region),
        value=say.sentence("key-barometer-value", count=row["occupations"]),
        detail=say.sentence("key-barometer-detail", period=Period(period), share=row["share_pct"]),
        tables=_BLOCK_TABLES["barometer"],
    )


def _cohorts_number(desk: Desk) -> NumberBlock:
    when = latest(desk, "cohorts")
    row = desk.result("cohorts").row(region=desk.region.code, period=when.code)
    say = desk.language
    return NumberBlock(
        id="key-cohorts",
        label=say.sentence("key-cohorts-label", region=desk.region),
        value=say.sentence("key-cohorts-value", ratio=row["per_100"]),
        detail=say.sentence("key-cohorts-detail", period=when),
        tables=_BLOCK_TABLES["cohorts"],
    )


def key_figures(desk: Desk) -> Iterator[Block]:
    """Employed, unemployment, occupations with large chances of work, cohorts.

    Those that the store has no figures for are left out, and those too old to describe today.
    """
    made = {
        "employed": _employed_number,
        "unemployment": _unemployment_number,
        "barometer_counts": _barometer_number,
        "cohorts": _cohorts_number,
    }
    for indicator, make in made.items():
        try:
            when = latest(desk, indicator)
        except NoFiguresError:
            continue
        if not rules.is_stale(when.code, desk.built):
            yield make(desk)


def _employed_claim(desk: Desk) -> Claim:
    when = latest(desk, "employed")
    result, say = desk.result("employed"), desk.language
    row = result.row(region=desk.region.code, period=when.code)
    country = result.row(region="00", period=when.code)
    noise = rules.EMPLOYED_NOISE_PCT
    return Claim(
        id="point-employed",
        text=say.sentence(
            "point-employed",
            region=desk.region,
            period=when,
            level=row["level"],
            change=Shown(row["change"], "size", decimals=-2),
            is_direction=rules.verdict("change", row["change_pct"], noise=noise),
            country=Shown(country["change_pct"], "size"),
            is_country=rules.verdict("change", country["change_pct"], noise=noise),
        ),
        tables=_BLOCK_TABLES["employed"],
    )


def _unemployment_claim(desk: Desk) -> Claim:
    when = latest(desk, "unemployment")
    result, say = desk.result("unemployment"), desk.language
    here = result.number("rate", region=desk.region.code, period=when.code)
    country = result.number("rate", region="00", period=when.code)
    return Claim(
        id="point-unemployment",
        text=say.sentence(
            "point-unemployment",
            region=desk.region,
            period=when,
            rate=here,
            country=country,
            is_comparison=rules.verdict(
                "contrast", here, country, noise=rules.UNEMPLOYMENT_NOISE_PP
            ),
        ),
        tables=_BLOCK_TABLES["unemployment"],
    )


def _barometer_claim(desk: Desk) -> Claim:
    result, say = desk.result("barometer_counts"), desk.language
    (period,) = result.keys_of("period", region=desk.region.code)
    key = {"region": desk.region.code, "period": period}
    large = result.number("occupations", chances="stora", **key)
    small = result.number("occupations", chances="små", **key)
    return Claim(
        id="point-barometer",
        text=say.sentence(
            "point-barometer",
            region=desk.region,
            period=Period(period),
            large=large,
            small=small,
        ),
        tables=_BLOCK_TABLES["barometer"],
    )


def _replacement_claim(desk: Desk) -> Claim:
    result, say = desk.result("replacement"), desk.language
    frame = result.frame.dropna(subset="leaving").head(3)
    labels = ssyk_labels()
    first = result.row(**{k: frame.iloc[0][k] for k in result.indicator.keys})
    names = [say.occupation(code, labels[code]) for code in frame["ssyk"]]
    return Claim(
        id="point-replacement",
        text=say.sentence(
            "point-replacement",
            region=desk.region,
            occupations=listing(say, names),
            first=names[0],
            leaving=first["leaving"],
            employees=Shown(first["employees"], decimals=-1),
        ),
        tables=_BLOCK_TABLES["replacement"],
    )


def _cohorts_claim(desk: Desk) -> Claim:
    when = latest(desk, "cohorts")
    say = desk.language
    ratio = desk.result("cohorts").number("per_100", region=desk.region.code, period=when.code)
    return Claim(
        id="point-cohorts",
        text=say.sentence(
            "point-cohorts",
            region=desk.region,
            period=when,
            ratio=ratio,
            is_comparison=rules.verdict(
                "against", ratio, reference=100.0, noise=rules.COHORT_NOISE_PER_100
            ),
        ),
        tables=_BLOCK_TABLES["cohorts"],
    )


def main_points(desk: Desk) -> Iterator[Block]:
    """One sentence a subject, and what is too old or too uncertain to lean on."""
    for make in (
        _employed_claim,
        _barometer_claim,
        _replacement_claim,
        _cohorts_claim,
        _unemployment_claim,
    ):
        try:
            block = make(desk)
        except NoFiguresError:
            continue
        yield block


def age_of_figures(desk: Desk) -> Iterator[Block]:
    """Name the sources that have not been followed up for longer than one would expect."""
    old = []
    for indicator in ("employed", "unemployment", "cohorts", "workforce"):
        try:
            when = latest(desk, indicator)
        except NoFiguresError:
            continue
        if rules.is_stale(when.code, desk.built):
            old.append((desk.result(indicator).indicator, when))
    say = desk.language
    for described, when in old:
        yield Note(
            id=f"old-{described.id}",
            title=say.sentence("old-title"),
            text=say.sentence("old-text", what=say.sentence(f"old-{described.id}"), period=when),
            tables=described.tables,
        )


BLOCKS = {
    "key_figures": key_figures,
    "main_points": main_points,
    "age_of_figures": age_of_figures,
}
