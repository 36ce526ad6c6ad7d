"""Ungdomar: the cohorts coming, and eligibility for upper-secondary school by kommun."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vagled_lmi.brief import charts, rules
from vagled_lmi.brief.blocks import Block, Figure
from vagled_lmi.brief.desk import Desk
from vagled_lmi.brief.grids import Content, grid, listing
from vagled_lmi.brief.language import alphabetical
from vagled_lmi.brief.parts.summary import latest
from vagled_lmi.codes import Period, Region
from vagled_lmi.indicators.protocol import Number
from vagled_lmi.sources.skolverket import NEARLY_ALL

_ELIGIBILITY, _POPULATION = "skolverket:behorighet", "scb:TAB6471"
_SEXES = ("women", "total", "men")


def cohorts(desk: Desk) -> Iterator[Block]:
    """Young people per 100 about to retire, in the region and its neighbours."""
    code, when = latest(desk, "cohorts")
    result, say = desk.result("cohorts"), desk.language
    regions = [Region(c) for c in result.keys_of("region", period=code)]
    rows = {region: result.row(region=region.code, period=code) for region in regions}
    order = sorted(regions, key=lambda region: -rows[region]["per_100"].amount)
    here = rows[desk.region]
    slots = {"region": desk.region.name, "period": when}
    yield Figure(
        id="cohorts",
        title=say.sentence(
            "cohorts-title",
            ratio=here["per_100"],
            is_comparison=rules.comparison(
                here["per_100"].amount, 100.0, rules.COHORT_NOISE_PER_100
            ),
            **slots,
        ),
        svg=charts.bars(
            [
                charts.Bar(
                    region.name,
                    rows[region]["per_100"].length,
                    say.value(rows[region]["per_100"]),
                    region == desk.region,
                )
                for region in order
            ]
        ),
        alt=say.text(
            "cohorts-alt",
            highest=order[0].name,
            highest_ratio=rows[order[0]]["per_100"],
            lowest=order[-1].name,
            lowest_ratio=rows[order[-1]]["per_100"],
            **slots,
        ),
        caption=say.text("cohorts-caption", **slots),
        grid=grid(
            say,
            say.text("cohorts-caption", **slots),
            (
                say.text("head-region"),
                say.text("head-per-100-leaving"),
                say.text("head-entering"),
                say.text("head-leaving-age"),
            ),
            [
                (
                    region.name,
                    rows[region]["per_100"],
                    rows[region]["entering"],
                    rows[region]["leaving"],
                )
                for region in order
            ],
        ),
        tables=(_POPULATION,),
    )


def population(desk: Desk) -> Iterator[Block]:
    """How many people there are in each ten-year age group, women and men."""
    code, when = latest(desk, "population")
    result, say = desk.result("population"), desk.language
    (ages,) = (d.codes for d in desk.table(_POPULATION).spec.dimensions if d.name == "age")
    rows = {
        age: result.row(region=desk.region.code, period=code, age=age)
        for age in result.keys_of("age")
    }
    largest = max(rows, key=lambda age: rows[age]["total"].amount)
    slots = {"region": desk.region.name, "period": when}
    yield Figure(
        id="population",
        title=say.sentence(
            "population-title", age=ages[largest], count=rows[largest]["total"], **slots
        ),
        svg=charts.bars(
            [
                charts.Bar(ages[age], row["total"].length, say.value(row["total"]), age == largest)
                for age, row in rows.items()
            ]
        ),
        alt=say.text("population-alt", age=ages[largest], count=rows[largest]["total"], **slots),
        caption=say.text("population-caption", **slots),
        grid=grid(
            say,
            say.text("population-caption", **slots),
            [say.text(head) for head in ("head-age", "head-total", "head-women-n", "head-men-n")],
            [(ages[age], row["total"], row["women"], row["men"]) for age, row in rows.items()],
        ),
        tables=(_POPULATION,),
    )


def eligibility(desk: Desk) -> Iterator[Block]:
    """Pupils eligible for upper-secondary vocational programmes, by kommun and sex."""
    result, say = desk.result("eligibility"), desk.language
    (period,) = result.keys_of("period")
    kommuner = sorted(map(Region, result.keys_of("region")), key=lambda k: alphabetical(k.name))
    rows = {kommun: result.row(region=kommun.code, period=period) for kommun in kommuner}
    shares = sorted(
        (row["total"] for row in rows.values() if not row["total"].missing),
        key=lambda number: number.amount,
    )
    low, high = shares[0], shares[-1]
    nearly_all = [kommun.name for kommun, row in rows.items() if _nearly_all(desk, row["total"])]
    top = "nearly-all" if nearly_all else "share"
    slots = {"region": desk.region.name, "period": Period(period).label}
    yield Figure(
        id="eligibility",
        title=say.sentence("eligibility-title", low=low, high=high, is_top=top, **slots),
        svg=charts.dots(
            [
                charts.Dots(
                    kommun.name,
                    tuple(_drawn(desk, row[sex]) for sex in _SEXES),
                    _in_words(desk, row["total"]) or say.value(row["total"]),
                )
                for kommun, row in rows.items()
            ],
            [say.text("girls"), say.text("all-with-value"), say.text("boys")],
            low=_floor(rows),
            high=100,
        ),
        alt=say.text(
            "eligibility-alt",
            lowest=Region(low.key["region"]).name,
            low=low,
            highest=Region(high.key["region"]).name,
            high=high,
            is_top=top,
            nearly_all=listing(say, nearly_all),
            count=len(rows),
            **slots,
        ),
        caption=say.text("eligibility-caption", **slots),
        grid=grid(
            say,
            say.text("eligibility-caption", **slots),
            [say.text(head) for head in ("head-kommun", "head-all", "head-girls", "head-boys")],
            [
                (kommun.name, *(_cell(desk, row[sex]) for sex in ("total", "women", "men")))
                for kommun, row in rows.items()
            ],
        ),
        tables=(_ELIGIBILITY,),
    )
    yield Figure(
        id="eligibility-map",
        title=say.sentence(
            "eligibility-map-title",
            lowest=Region(low.key["region"]).name,
            low=low,
            highest=Region(high.key["region"]).name,
            high=high,
            is_top=top,
            nearly_all=listing(say, nearly_all),
        ),
        svg=charts.draw(eligible := _map(desk, rows, say.text("eligibility-map-about", **slots))),
        alt=charts.alternative(say, eligible),
        caption=say.text("eligibility-map-caption", **slots),
        grid=grid(
            say,
            say.text("eligibility-map-caption", **slots),
            [say.text("head-kommun"), say.text("head-eligible")],
            [(kommun.name, _cell(desk, row["total"])) for kommun, row in rows.items()],
        ),
        tables=(_ELIGIBILITY,),
    )


def _map(
    desk: Desk, rows: Mapping[Region, Mapping[str, Number]], subject: str
) -> charts.Choropleth:
    """The kommuner shaded by the share of all pupils."""
    say = desk.language
    places = []
    for kommun, row in rows.items():
        text = _in_words(desk, row["total"]) or say.value(row["total"])
        drawn = _drawn(desk, row["total"])
        places.append(charts.Place(kommun.code, kommun.short, drawn, text))
    return charts.Choropleth(tuple(places), subject, say.text("too-few"), tag=say.tag)


def _cell(desk: Desk, number: Number) -> Content:
    return _in_words(desk, number) or number


def _in_words(desk: Desk, number: Number) -> str:
    """Why Skolverket does not print a share, in words; empty where it does."""
    if not number.missing:
        return ""
    return desk.language.text("nearly-all" if _nearly_all(desk, number) else "too-few")


def _drawn(desk: Desk, number: Number) -> float | None:
    """Where a share is drawn: nearly all of the pupils lie at 100, which is never printed."""
    return 100.0 if _nearly_all(desk, number) else number.length


def _nearly_all(desk: Desk, number: Number) -> bool:
    frame = desk.table(_ELIGIBILITY).frame
    row = frame[(frame["region"] == number.key["region"]) & (frame["sex"] == number.column.name)]
    return bool((row["status"] == NEARLY_ALL).any())


def _floor(rows: Mapping[Region, Mapping[str, Number]]) -> float:
    """The whole ten below the lowest share."""
    shares = [number.length for row in rows.values() for number in row.values()]
    return 10 * (min(share for share in shares if share is not None) // 10)


BLOCKS = {"cohorts": cohorts, "population": population, "eligibility": eligibility}
