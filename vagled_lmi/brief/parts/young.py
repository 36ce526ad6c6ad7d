"""Ungdomar: the cohorts coming, and eligibility for upper-secondary school by kommun."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from vagled_lmi.brief import rules
from vagled_lmi.brief.blocks import Block
from vagled_lmi.brief.charts import Choropleth, DotRows, Dots, Place, said
from vagled_lmi.brief.desk import Desk
from vagled_lmi.brief.grids import Line, Ranking, figure, grid
from vagled_lmi.brief.language import Slots, alphabetical, listing
from vagled_lmi.brief.parts.summary import latest
from vagled_lmi.codes import Period, Region
from vagled_lmi.indicators.education import ALL_BUT, SHOWN
from vagled_lmi.indicators.protocol import Number

_ELIGIBILITY, _POPULATION = "skolverket:behorighet", "scb:TAB6471"
_SEXES = ("women", "total", "men")

Row = Mapping[str, Number]


def cohorts(desk: Desk) -> Iterator[Block]:
    """Young people per 100 about to retire, in the region and its neighbours."""
    result, say = desk.result("cohorts"), desk.language
    when = Period(result.keys_of("period")[-1])
    regions = [Region(c) for c in result.keys_of("region", period=when.code)]
    rows = {region: result.row(region=region.code, period=when.code) for region in regions}
    order = sorted(regions, key=lambda region: -rows[region]["per_100"].amount)
    name, noise = "cohorts", rules.COHORT_NOISE_PER_100
    slots = Slots(region=result.region, period=when)
    if result.region in rows:
        ratio = rows[result.region]["per_100"]
        slots["ratio"] = ratio
        slots["is_comparison"] = rules.verdict("against", ratio, reference=100.0, noise=noise)
    else:
        name = "cohorts-area"
        high, low = rows[order[0]]["per_100"], rows[order[-1]]["per_100"]
        slots |= {"highest": order[0], "high": high, "lowest": order[-1], "low": low}
        slots["is_spread"] = rules.verdict("contrast", high, low, noise=noise)
    yield Ranking(
        name,
        tuple(
            Line(
                region,
                rows[region]["per_100"],
                (rows[region]["entering"], rows[region]["leaving"]),
                region == result.region or name != "cohorts",
            )
            for region in order
        ),
        ("region", "per-100-leaving", "entering", "leaving-age"),
        (_POPULATION,),
        slots,
        # only a kommun's brief has the ages of its inhabitants, to stand beside
        half=desk.region.level == "municipality",
    ).figure(say)


def population(desk: Desk) -> Iterator[Block]:
    """How many people there are in each ten-year age group, women and men."""
    result, say = desk.result("population"), desk.language
    when = latest(desk, "population")
    rows = {
        age: result.row(region=result.region.code, period=when.code, age=age)
        for age in result.keys_of("age")
    }
    by_size = sorted(rows, key=lambda age: -rows[age]["total"].amount)
    first, second = (rows[age]["total"] for age in by_size[:2])
    ages = {age: say.age(age) for age in rows}
    yield Ranking(
        "population",
        tuple(
            Line(
                ages[age],
                row["total"],
                (row["women"], row["men"]),
                age == by_size[0],
            )
            for age, row in rows.items()
        ),
        ("age", "total", "women-n", "men-n"),
        (_POPULATION,),
        {
            "region": result.region,
            "period": when,
            "age": ages[by_size[0]],
            "size": first,
            "next_age": ages[by_size[1]],
            "next_size": second,
            "is_lead": rules.verdict("lead", first, second, noise=rules.POPULATION_NOISE),
        },
        half=True,
    ).figure(say)


def eligibility_map(desk: Desk) -> Iterator[Block]:
    """The same shares on a map of the kommuner, the brief's own kommun with an outline."""
    say, about = desk.language, _eligibility(desk)
    shown = {k: said(say.value(_given(row, "total"))) for k, row in about.rows.items()}
    lacking = {text: None for k, text in shown.items() if about.rows[k]["total"].missing}
    caption = say.sentence("eligibility-map-caption", **about.slots)
    yield figure(
        say,
        "eligibility-map",
        Choropleth(
            tuple(
                Place(kommun.code, kommun.short, about.rows[kommun]["total"].length, text)
                for kommun, text in shown.items()
            ),
            say.text("eligibility-subject", **about.slots),
            gap=str(listing(say, lacking)),
            stressed=desk.region.code if desk.region in about.rows else "",
            tag=say.tag,
        ),
        title=say.sentence("eligibility-map-title", **about.slots),
        caption=caption,
        table=grid(
            say,
            caption,
            ("kommun", "all"),
            [(kommun, _given(row, "total")) for kommun, row in about.rows.items()],
        ),
        tables=(_ELIGIBILITY,),
    )


def eligibility(desk: Desk) -> Iterator[Block]:
    """Pupils eligible for upper-secondary vocational programmes, by kommun and sex."""
    say, about = desk.language, _eligibility(desk)
    rows, slots = about.rows, about.slots
    name = "eligibility"
    if desk.region in rows:
        name = "eligibility-kommun"
        slots["kommun"] = desk.region
        slots["share"] = _given(rows[desk.region], "total")
        slots["is_given"] = rules.verdict("given", rows[desk.region]["total_said"])
    caption = say.sentence("eligibility-caption", **slots)
    yield figure(
        say,
        "eligibility",
        DotRows(
            tuple(
                Dots(
                    kommun.short,
                    tuple(row[sex].length for sex in _SEXES),
                    said(say.value(_given(row, "total"))),
                )
                for kommun, row in rows.items()
            ),
            (say.text("girls"), say.text("all-with-value"), say.text("boys")),
            say.text("eligibility-subject", **slots),
            low=_floor(list(rows.values())),
            high=100,
            tag=say.tag,
        ),
        title=say.sentence(f"{name}-title", **slots),
        caption=caption,
        table=grid(
            say,
            caption,
            ("kommun", "all", "girls", "boys"),
            [
                (kommun, *(_given(row, sex) for sex in ("total", "women", "men")))
                for kommun, row in rows.items()
            ],
        ),
        tables=(_ELIGIBILITY,),
    )


@dataclass(frozen=True, slots=True)
class _Eligibility:
    """The shares of each kommun, in alphabetical order, and what sentences about them are given."""

    rows: Mapping[Region, Row]
    slots: Slots


def _eligibility(desk: Desk) -> _Eligibility:
    result, say = desk.result("eligibility"), desk.language
    (period,) = result.keys_of("period")
    kommuner = sorted(map(Region, result.keys_of("region")), key=lambda k: alphabetical(k.name))
    rows = {kommun: result.row(region=kommun.code, period=period) for kommun in kommuner}
    shares = sorted(
        (row["total"] for row in rows.values() if not row["total"].missing),
        key=lambda number: number.amount,
    )
    nearly_all = [k.short for k, row in rows.items() if row["total_said"].value == ALL_BUT]
    low, high = shares[0], shares[-1]
    slots: Slots = {
        "region": result.region,
        "period": Period(period),
        "low": low,
        "high": high,
        "lowest": Region(low.key["region"]),
        "highest": Region(high.key["region"]),
        "count": len(rows),
        "nearly_all": listing(say, nearly_all),
        "is_top": rules.verdict("nearly", *(row["total_said"] for row in rows.values())),
    }
    return _Eligibility(rows, slots)


def _given(row: Row, sex: str) -> Number:
    """The share, or where the agency does not print one, how it is given instead."""
    return row[sex] if row[f"{sex}_said"].value == SHOWN else row[f"{sex}_said"]


def _floor(rows: Sequence[Row]) -> float:
    """The whole ten below the lowest share."""
    shares = [row[sex].length for row in rows for sex in _SEXES]
    return 10 * (min(share for share in shares if share is not None) // 10)


BLOCKS = {
    "cohorts": cohorts,
    "population": population,
    "eligibility": eligibility,
    "eligibility_map": eligibility_map,
}
