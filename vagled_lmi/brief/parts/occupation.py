"""Ett yrke: how many work in it and where, who they are, and how many will leave."""

from __future__ import annotations

import math
from collections.abc import Iterator

from vagled_lmi.brief import rules
from vagled_lmi.brief.blocks import Block, Claim, NumberBlock, TableBlock
from vagled_lmi.brief.charts import Bar, Break, Columns, said
from vagled_lmi.brief.desk import Desk
from vagled_lmi.brief.grids import Line, Ranking, figure, grid
from vagled_lmi.brief.language import Shown, Slot, Slots
from vagled_lmi.brief.neighbours import Row
from vagled_lmi.brief.parts.equality import balance
from vagled_lmi.codes import Period, Region, Ssyk, ssyk_to_af
from vagled_lmi.indicators.areas import counties_of
from vagled_lmi.indicators.protocol import NoFiguresError, Result
from vagled_lmi.outlook.verdicts import FEWEST_PRINTED

_EMPLOYEES, _AGES, _ADS = "scb:YREG60", "scb:YREG51", "af:annonser"


def the_occupation(desk: Desk) -> Ssyk:
    """Return what the brief is about; raises NoFiguresError in a brief about a region."""
    if desk.occupation is None:
        raise NoFiguresError("Briefen handlar inte om ett yrke.")
    return desk.occupation


def regions_of(desk: Desk) -> list[Region]:
    """Return the region, its counties or the others of its area, and riket: those with figures."""
    region = desk.region
    counties = counties_of(region) or (counties_of(region.parent) if region.parent else ())
    wanted = dict.fromkeys((region.code, *counties, "00"))
    there = set(desk.table(_EMPLOYEES).frame["region"].unique())
    summed = {region.code} if set(counties) <= there and counties_of(region) else set()
    return [Region(code) for code in wanted if code in there | summed]


def _years(desk: Desk) -> tuple[Result, list[str], str]:
    """The occupation year by year in the region: result, years, code."""
    ssyk, result = the_occupation(desk).code, desk.result("occupation_years")
    return result, result.keys_of("period", region=result.region.code, ssyk=ssyk), ssyk


def _number(desk: Desk, name: str, table: str, value: Slot, **slots: Slot) -> NumberBlock:
    say = desk.language
    return NumberBlock(
        id=f"key-{name}",
        label=say.sentence(f"key-{name}-label", **slots),
        value=say.sentence(f"key-{name}-value", value=value),
        detail=say.sentence(f"key-{name}-detail", **slots),
        tables=(table,),
    )


def occupation_figures(desk: Desk) -> Iterator[Block]:
    """Employees, women and men, advertisements and people about to leave."""
    result, years, ssyk = _years(desk)
    key = {"region": result.region.code, "period": years[-1], "ssyk": ssyk}
    slots: dict[str, Slot] = {"region": result.region, "period": Period(years[-1])}
    row = result.row(**key)
    yield _number(desk, "occupation-employees", _EMPLOYEES, row["employees"], **slots)
    yield _number(
        desk, "occupation-women", _EMPLOYEES, row["women_pct"], men=row["men_pct"], **slots
    )
    group = ssyk_to_af().get(ssyk, "")
    if desk.has(_ADS) and group in desk.result("ads").keys_of("ssyk"):
        ads = desk.result("ads")
        ratio = ads.row(region=key["region"], period=ads.keys_of("period")[0], ssyk=group)
        slots["country"] = ratio["country_per_100"]
        yield _number(desk, "occupation-ads", _ADS, ratio["per_100"], **slots)


def occupation_points(desk: Desk) -> Iterator[Block]:
    """How the occupation has gone since the year before, and who works in it."""
    say = desk.language
    result, years, ssyk = _years(desk)
    newest, before = (
        result.row(region=result.region.code, period=year, ssyk=ssyk)
        for year in (years[-1], years[-2])
    )
    yield Claim(
        id="occupation-change",
        text=say.sentence(
            "occupation-change",
            region=result.region,
            occupation=say.occupation(ssyk),
            period=Period(years[-1]),
            earlier=Period(years[-2]),
            before=before["employees"],
            employees=newest["employees"],
            is_direction=rules.verdict("counts", before["employees"], newest["employees"]),
        ),
        tables=(_EMPLOYEES,),
    )
    yield Claim(
        id="occupation-women-and-men",
        text=say.sentence(
            "occupation-women-and-men",
            region=result.region,
            women=newest["women_pct"],
            men=newest["men_pct"],
            is_balance=balance(newest["women_pct"]),
        ),
        tables=(_EMPLOYEES,),
    )


def occupation_years(desk: Desk) -> Iterator[Block]:
    """Employees year by year, women and men, and where the series breaks."""
    say = desk.language
    result, years, ssyk = _years(desk)
    rows = {year: result.row(region=result.region.code, period=year, ssyk=ssyk) for year in years}
    first, last = rows[years[-2]]["employees"], rows[years[-1]]["employees"]
    slots: Slots = {
        "region": result.region,
        "first": Period(years[0]),
        "period": Period(years[-1]),
        "earlier": Period(years[-2]),
        "oldest": rows[years[0]]["employees"],
        "before": first,
        "newest": last,
        "is_direction": rules.verdict("counts", first, last),
    }
    caption = say.sentence("occupation-years-caption", **slots)
    gaps = desk.table(_EMPLOYEES).spec.breaks_between(years[0], years[-1])
    yield figure(
        say,
        "occupation-years",
        Columns(
            tuple(
                Bar(
                    year,
                    row["employees"].length,
                    said(say.value(row["employees"])),
                    year == years[-1],
                )
                for year, row in rows.items()
            ),
            say.text("occupation-years-subject", **slots),
            # as the rule of the title: two counts apart by less than chance may move them
            noise=2 * math.sqrt(first.amount + last.amount),
            breaks=tuple(
                Break(gap.period, say.text("break-mark", period=Period(gap.period)))
                for gap in gaps
                if gap.period in years
            ),
        ),
        title=say.sentence("occupation-years-title", **slots),
        caption=caption,
        table=grid(
            say,
            caption,
            ("year", "employees", "women-n", "men-n", "women", "men"),
            [
                (
                    year,
                    *(row[name] for name in ("employees", "women", "men", "women_pct", "men_pct")),
                )
                for year, row in rows.items()
            ],
        ),
        tables=(_EMPLOYEES,),
    )


def occupation_regions(desk: Desk) -> Iterator[Block]:
    """The occupation in each county: size, women and men, change, and how common it is."""
    say, ssyk = desk.language, the_occupation(desk).code
    rows: dict[Region, Row] = {}
    for region in regions_of(desk):
        result = desk.result("occupations", region)
        rows[region] = result.row(region=region.code, period=result.keys_of("period")[0], ssyk=ssyk)
    counties = sorted(
        (region for region in rows if region.level == "county"),
        key=lambda region: -rows[region]["quotient"].amount,
    )
    if not counties:
        raise NoFiguresError(f"Inga län med siffror i {desk.region.name}.")
    first, last = rows[counties[0]]["quotient"], rows[counties[-1]]["quotient"]
    period = Period(first.key["period"])
    yield TableBlock(
        id="occupation-regions",
        title=say.sentence(
            "occupation-regions-title",
            most=counties[0],
            high=first,
            least=counties[-1],
            low=last,
            period=period,
            is_spread=rules.verdict(
                "quotients",
                first,
                rows[counties[0]]["employees"],
                last,
                rows[counties[-1]]["employees"],
            ),
        ),
        grid=grid(
            say,
            say.sentence("occupation-regions-caption", period=period),
            ("region", "employees", "women", "men", "change-2023-2024", "quotient"),
            [
                (
                    region,
                    row["employees"],
                    row["women_pct"],
                    row["men_pct"],
                    Shown(row["change_2023_2024"], "signed"),
                    row["quotient"],
                )
                for region, row in rows.items()
            ],
        ),
        tables=(_EMPLOYEES,),
    )


def occupation_ages(desk: Desk) -> Iterator[Block]:
    """The ages of those who work in the occupation, in riket."""
    say, ssyk = desk.language, the_occupation(desk).code
    result = desk.result("occupation_ages")
    (period,) = result.keys_of("period")
    rows = {
        age: result.row(region="00", period=period, ssyk=ssyk, age=age)
        for age in result.keys_of("age", ssyk=ssyk)
    }
    yield Ranking(
        "occupation-ages",
        tuple(
            Line(say.age(age), row["share_pct"], (row["employees"],)) for age, row in rows.items()
        ),
        ("age", "share", "employees"),
        (_AGES,),
        {
            "period": Period(period),
            "occupation": say.occupation(ssyk),
            "age": say.age(max(rows, key=lambda age: rows[age]["share_pct"].amount)),
            "share": max((row["share_pct"] for row in rows.values()), key=lambda n: n.amount),
        },
    ).figure(say)


def occupation_replacement(desk: Desk) -> Iterator[Block]:
    """How many are expected to leave with age within five years, where the group is large."""
    say, ssyk = desk.language, the_occupation(desk).code
    result = desk.result("replacement")
    row = result.row(region=result.region.code, period=result.keys_of("period")[0], ssyk=ssyk)
    yield Claim(
        id="occupation-replacement",
        text=say.sentence(
            "occupation-replacement",
            region=result.region,
            employees=row["employees"],
            share=row["leaving_pct"],
            leaving=row["leaving"],
            is_given=rules.verdict("enough", row["employees"], fewest=float(FEWEST_PRINTED)),
            fewest=FEWEST_PRINTED,
        ),
        tables=(_EMPLOYEES, _AGES),
    )


BLOCKS = {
    "occupation_figures": occupation_figures,
    "occupation_points": occupation_points,
    "occupation_years": occupation_years,
    "occupation_regions": occupation_regions,
    "occupation_ages": occupation_ages,
    "occupation_replacement": occupation_replacement,
}
