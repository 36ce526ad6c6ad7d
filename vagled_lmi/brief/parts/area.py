"""Länen sida vid sida: what of an area of several län can only be said of each län."""

from __future__ import annotations

from collections.abc import Iterator

from vagled_lmi.brief import rules
from vagled_lmi.brief.blocks import Block, Note, TableBlock
from vagled_lmi.brief.charts import Multiples, Role, Series, Slope, Slopes, said
from vagled_lmi.brief.desk import Desk
from vagled_lmi.brief.grids import Content, figure, grid
from vagled_lmi.brief.language import Segment, Sentence, Shown, Slots
from vagled_lmi.codes import Period, Region
from vagled_lmi.indicators.areas import counties_of
from vagled_lmi.indicators.protocol import NoFiguresError, Number, Result

_EMPLOYED, _UNEMPLOYMENT = "scb:ArbStDoNMNN", "scb:TAB6260"
_BAROMETER = "af:yrkesbarometern"
_POPULATION, _ELIGIBILITY = "scb:TAB6471", "skolverket:behorighet"


def _counties(desk: Desk) -> list[Region]:
    """Return the counties of the area; raises NoFiguresError where the region is none."""
    counties = [Region(code) for code in counties_of(desk.region)]
    if not counties:
        raise NoFiguresError(f"{desk.region.name} har inga län.")
    return counties


def _known(desk: Desk, result: Result) -> list[Region]:
    """Return the counties of the area that a result is about."""
    there = result.keys_of("region")
    return [county for county in _counties(desk) if county.code in there]


def side_by_side(desk: Desk) -> Iterator[Block]:
    """The counties and the area: employed, change in a year, and the change in riket."""
    _counties(desk)
    result, say = desk.result("employed"), desk.language
    when = Period(result.keys_of("period")[-1])
    regions = [Region(code) for code in result.keys_of("region", period=when.code)]
    rows = {region: result.row(region=region.code, period=when.code) for region in regions}
    changes = [rows[region]["change_pct"] for region in regions if region.level == "county"]
    yield TableBlock(
        id="side-by-side",
        title=say.sentence(
            "side-by-side-title",
            region=result.region,
            period=when,
            is_tide=rules.verdict("tide", *changes, noise=rules.EMPLOYED_NOISE_PCT),
        ),
        grid=grid(
            say,
            say.sentence("side-by-side-caption", region=result.region, period=when),
            ("region", "employed", "change-n", "change-year", "trend"),
            [
                (
                    region,
                    row["level"],
                    Shown(row["change"], "signed"),
                    Shown(row["change_pct"], "signed"),
                    Shown(row["trend_pct"], "signed"),
                )
                for region, row in rows.items()
            ],
        ),
        tables=(_EMPLOYED,),
    )
    yield Note(
        id="area-sums",
        title=say.sentence("area-sums-title"),
        text=say.sentence("area-sums", region=result.region),
        tables=(_EMPLOYED,),
    )


def employed_beside(desk: Desk) -> Iterator[Block]:
    """How much employment has changed in each county, the same month each year, beside riket."""
    result, say = desk.result("employed"), desk.language
    counties = _known(desk, result)
    newest = Period(result.keys_of("period")[-1])
    shown = [*counties, Region("00")]
    changes: dict[str, dict[Region, Number]] = {}
    for month in result.keys_of("period", region=counties[0].code):
        rows = {r: result.number("change_pct", region=r.code, period=month) for r in shown}
        if month[4:] == newest.code[4:] and not any(row.missing for row in rows.values()):
            changes[month] = rows
    if newest.code not in changes:
        raise NoFiguresError(f"Förändringen av sysselsättningen saknas för {newest.code}.")
    latest = changes[newest.code]
    order = sorted(counties, key=lambda county: -latest[county].amount)
    high, low, noise = latest[order[0]], latest[order[-1]], rules.EMPLOYED_NOISE_PCT
    slots: Slots = {
        "region": result.region,
        "period": newest,
        "first": next(iter(changes))[:4],
        "highest": order[0],
        "high": Shown(high, "signed"),
        "lowest": order[-1],
        "low": Shown(low, "signed"),
        "is_spread": rules.verdict("contrast", high, low, noise=noise),
    }
    caption = say.sentence("employed-beside-caption", **slots)
    lines = {
        region: Series(
            say.label(region),
            tuple(rows[region].length for rows in changes.values()),
            tuple(said(say.value(Shown(rows[region], "signed"))) for rows in changes.values()),
        )
        for region in shown
    }
    years = [month[:4] for month in changes]
    yield figure(
        say,
        "employed-beside",
        Multiples(
            tuple(years),
            tuple(lines[county] for county in counties),
            (lines[shown[-1]],),
            say.text("employed-beside-own"),
            say.text("employed-beside-subject", **slots),
            noise=noise,
            tag=say.tag,
            levels=False,
        ),
        title=say.sentence("employed-beside-title", **slots),
        caption=caption,
        table=grid(
            say,
            caption,
            ["region", *map(_head, years)],
            [
                [region, *(Shown(rows[region], "signed") for rows in changes.values())]
                for region in shown
            ],
        ),
        tables=(_EMPLOYED,),
    )


def unemployment_area(desk: Desk) -> Iterator[Block]:
    """The unemployment rate of each county and of riket, a year ago and now."""
    result, say = desk.result("unemployment"), desk.language
    counties = _known(desk, result)
    when = Period(result.keys_of("period")[-1])
    before = when.shift(-1)
    shown = [*counties, Region("00")]
    rates, earlier = (
        {r: result.number("rate", region=r.code, period=month.code) for r in shown}
        for month in (when, before)
    )
    order = sorted(counties, key=lambda county: -rates[county].amount)
    high, low, noise = rates[order[0]], rates[order[-1]], rules.UNEMPLOYMENT_NOISE_PP
    slots: Slots = {
        "region": result.region,
        "period": when,
        "before": before,
        "highest": order[0],
        "high": high,
        "lowest": order[-1],
        "low": low,
        "is_spread": rules.verdict("contrast", high, low, noise=noise),
    }
    named: dict[Region, Role] = {order[0]: "stressed", order[-1]: "stressed"}
    named[shown[-1]] = "reference"
    caption = say.sentence("unemployment-area-caption", **slots)
    yield figure(
        say,
        "unemployment-area",
        Slopes(
            say.label(before),
            say.label(when),
            tuple(
                Slope(
                    say.label(region),
                    earlier[region].length,
                    rates[region].length,
                    said(say.value(earlier[region])),
                    said(say.value(rates[region])),
                    named.get(region, "other"),
                )
                for region in shown
            ),
            say.text("unemployment-area-subject", **slots),
            noise=noise,
        ),
        title=say.sentence("unemployment-area-title", **slots),
        caption=caption,
        table=grid(
            say,
            caption,
            ["region", _head(say.label(before)), _head(say.label(when)), "change-pp"],
            [
                [
                    region,
                    earlier[region],
                    rates[region],
                    Shown(
                        result.number("change_pp", region=region.code, period=when.code), "signed"
                    ),
                ]
                for region in shown
            ],
        ),
        tables=(_UNEMPLOYMENT,),
    )


def _head(text: str) -> Sentence:
    return Sentence((Segment(text),))


def common_outlook(desk: Desk) -> Iterator[Block]:
    """The occupations with large chances of work in every county of the area."""
    _counties(desk)
    result, say = desk.result("barometer_area"), desk.language
    counties = counties_of(result.region)
    frame, all_of_them = result.frame, len(counties)
    every = frame[(frame["large"] == all_of_them) & (frame["growing"] == all_of_them)]
    rows = [result.row(**key) for key in result.keys(every)]
    if not rows:
        return
    slots: Slots = {
        "region": result.region,
        "period": Period(result.keys_of("period")[0]),
        "count": _common(desk),
    }
    yield TableBlock(
        id="common-outlook",
        title=say.sentence("common-outlook-title", **slots),
        grid=grid(
            say,
            say.sentence("common-outlook-caption", **slots),
            ("occupation", "field", "counties-large", "counties-growing"),
            [
                (
                    say.judged(row["large"].key["occupation"]),
                    row["field"],
                    row["large"],
                    row["growing"],
                )
                for row in rows
            ],
            texts=(1,),
        ),
        tables=(_BAROMETER,),
    )


def _common(desk: Desk) -> Number:
    result = desk.result("barometer_common")
    return result.number("common", **result.keys(result.frame)[0])


def population_beside(desk: Desk) -> Iterator[Block]:
    """The population of each county by age: noise forbids a sum."""
    say, counties = desk.language, _counties(desk)
    results = {county: desk.result("population", county) for county in counties}
    first = results[counties[0]]
    when = first.keys_of("period")[-1]
    rows: list[tuple[Content, ...]] = []
    for age in first.keys_of("age"):
        totals = [
            result.number("total", region=county.code, period=when, age=age)
            for county, result in results.items()
        ]
        rows.append((say.age(age), *totals))
    yield TableBlock(
        id="population-beside",
        title=say.sentence("population-beside-title", region=desk.region),
        grid=grid(
            say,
            say.sentence("population-beside-caption", region=desk.region, period=Period(when)),
            ["age", *(say.sentence("head-chances-region", region=county) for county in counties)],
            rows,
        ),
        tables=(_POPULATION,),
    )


def eligibility_beside(desk: Desk) -> Iterator[Block]:
    """The lowest and the highest share of eligible pupils among each county's kommuner."""
    say = desk.language
    ends: list[tuple[Region, Number, Number]] = []
    for county in _counties(desk):
        result = desk.result("eligibility", county)
        frame = result.frame.dropna(subset="total").sort_values(["total", "region"])
        low, high = (result.row(**key)["total"] for key in result.keys(frame.iloc[[0, -1]]))
        ends.append((county, low, high))
    lowest = min((low for _, low, _ in ends), key=lambda number: number.amount)
    highest = max((high for _, _, high in ends), key=lambda number: number.amount)
    yield TableBlock(
        id="eligibility-beside",
        title=say.sentence(
            "eligibility-beside-title",
            low=lowest,
            lowest=_kommun(lowest),
            high=highest,
            highest=_kommun(highest),
        ),
        grid=grid(
            say,
            say.sentence(
                "eligibility-beside-caption",
                region=desk.region,
                period=Period(lowest.key["period"]),
            ),
            ("region", "lowest-kommun", "lowest-share", "highest-kommun", "highest-share"),
            [(county, _kommun(low), low, _kommun(high), high) for county, low, high in ends],
            texts=(1, 3),
        ),
        tables=(_ELIGIBILITY,),
    )


def _kommun(share: Number) -> Region:
    return Region(share.key["region"])


BLOCKS = {
    "side_by_side": side_by_side,
    "employed_beside": employed_beside,
    "unemployment_area": unemployment_area,
    "common_outlook": common_outlook,
    "population_beside": population_beside,
    "eligibility_beside": eligibility_beside,
}
