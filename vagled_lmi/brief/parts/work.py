"""Var jobben finns: employed people, unemployment, and the region's occupations."""

from __future__ import annotations

from collections.abc import Iterator

from vagled_lmi.brief import charts, rules
from vagled_lmi.brief.blocks import Block, Claim, Figure, Note, TableBlock
from vagled_lmi.brief.desk import Desk
from vagled_lmi.brief.grids import grid, listing
from vagled_lmi.brief.language import Shown
from vagled_lmi.brief.parts.summary import latest
from vagled_lmi.codes import Period, Region, ssyk_labels

_EMPLOYED, _UNEMPLOYMENT, _OCCUPATIONS = "scb:ArbStDoNMNN", "scb:TAB6260", "scb:YREG60"
_LARGEST = 12
_SPECIALISED = 10
#: An occupation smaller than this is not called typical of a region: a workplace or two decide.
_FEWEST_TO_BE_TYPICAL = 500


def employed(desk: Desk) -> Iterator[Block]:
    """Employed in the same month each year, and the trend against riket."""
    code, _ = latest(desk, "employed")
    result, say = desk.result("employed"), desk.language
    here = desk.region.code
    months = [c for c in result.keys_of("period", region=here) if c[4:] == code[4:]]
    rows = [result.row(region=here, period=month) for month in months]
    newest, country = rows[-1], result.row(region="00", period=code)
    month_name = Period(code).label.split()[0]
    slots = {
        "region": desk.region.name,
        "month": month_name,
        "first": months[0][:4],
        "last": code[:4],
    }
    direction = rules.direction(newest["change_pct"].amount, rules.EMPLOYED_NOISE_PCT)
    yield Figure(
        id="employed",
        title=say.sentence(
            "employed-title",
            change=Shown(newest["change_pct"], "size"),
            is_direction=direction,
            **slots,
        ),
        svg=charts.columns(
            [
                charts.Bar(m[:4], row["level"].length, say.value(row["level"]), m == code)
                for m, row in zip(months, rows, strict=True)
            ]
        ),
        alt=say.text("employed-alt", oldest=rows[0]["level"], newest=newest["level"], **slots),
        caption=say.text("employed-caption", **slots),
        grid=grid(
            say,
            say.text("employed-caption", **slots),
            (say.text("head-year"), say.text("head-employed"), say.text("head-change-year")),
            [
                (m[:4], row["level"], Shown(row["change_pct"], "signed"))
                for m, row in zip(months, rows, strict=True)
            ],
        ),
        tables=(_EMPLOYED,),
    )
    yield Claim(
        id="employed-trend",
        text=say.sentence(
            "employed-trend",
            region=desk.region.name,
            trend=Shown(newest["trend_pct"], "size"),
            is_direction=rules.direction(newest["trend_pct"].amount, rules.EMPLOYED_NOISE_PCT),
            country=Shown(country["trend_pct"], "size"),
            is_country=rules.direction(country["trend_pct"].amount, rules.EMPLOYED_NOISE_PCT),
        ),
        tables=(_EMPLOYED,),
    )


def unemployment(desk: Desk) -> Iterator[Block]:
    """The unemployment rate in the region, its neighbours and riket, latest month."""
    code, when = latest(desk, "unemployment")
    result, say = desk.result("unemployment"), desk.language
    regions = [Region(c) for c in result.keys_of("region", period=code)]
    rows = {region: result.row(region=region.code, period=code) for region in regions}
    order = sorted(regions, key=lambda region: -rows[region]["rate"].amount)
    here, country = rows[desk.region]["rate"], rows[Region("00")]["rate"]
    slots = {"region": desk.region.name, "period": when}
    yield Figure(
        id="unemployment",
        title=say.sentence(
            "unemployment-title",
            rate=here,
            country=country,
            is_comparison=rules.comparison(
                here.amount, country.amount, rules.UNEMPLOYMENT_NOISE_PP
            ),
            **slots,
        ),
        svg=charts.bars(
            [
                charts.Bar(
                    region.name,
                    rows[region]["rate"].length,
                    say.value(rows[region]["rate"]),
                    region == desk.region,
                )
                for region in order
            ]
        ),
        alt=say.text(
            "unemployment-alt",
            highest=order[0].name,
            highest_rate=rows[order[0]]["rate"],
            lowest=order[-1].name,
            lowest_rate=rows[order[-1]]["rate"],
            rate=here,
            **slots,
        ),
        caption=say.text("unemployment-caption", **slots),
        grid=grid(
            say,
            say.text("unemployment-caption", **slots),
            (
                say.text("head-region"),
                say.text("head-unemployment"),
                say.text("head-change-pp"),
            ),
            [
                (region.name, rows[region]["rate"], Shown(rows[region]["change_pp"], "signed"))
                for region in order
            ],
        ),
        tables=(_UNEMPLOYMENT,),
    )


def largest_occupations(desk: Desk) -> Iterator[Block]:
    """The occupations with most employees: size, women, change, and riket beside."""
    result, say = desk.result("occupations"), desk.language
    labels = ssyk_labels()
    frame = result.frame.head(_LARGEST)
    keys = [{k: row[k] for k in result.indicator.keys} for _, row in frame.iterrows()]
    rows = [result.row(**key) for key in keys]
    workforce = desk.result("workforce")
    period = keys[0]["period"]
    whole = workforce.row(region=desk.region.code, period=period)
    slots = {"region": desk.region.name, "period": period}
    yield Claim(
        id="workforce",
        text=say.sentence(
            "workforce", employees=whole["employees"], top_ten=whole["top_ten_pct"], **slots
        ),
        tables=(_OCCUPATIONS,),
    )
    yield TableBlock(
        id="largest-occupations",
        title=say.sentence(
            "largest-occupations-title",
            first=say.occupation(keys[0]["ssyk"], labels[keys[0]["ssyk"]]),
            employees=rows[0]["employees"],
            **slots,
        ),
        grid=grid(
            say,
            say.text("largest-occupations-caption", **slots),
            [
                say.text("head-occupation"),
                say.text("head-employees"),
                say.text("head-women"),
                say.text("head-change-2019-2022"),
                say.text("head-change-2023-2024"),
                say.text("head-quotient"),
            ],
            [
                (
                    labels[key["ssyk"]],
                    row["employees"],
                    row["women_pct"],
                    Shown(row["change_2019_2022"], "signed"),
                    Shown(row["change_2023_2024"], "signed"),
                    row["quotient"],
                )
                for key, row in zip(keys, rows, strict=True)
            ],
        ),
        tables=(_OCCUPATIONS,),
    )
    spec = desk.table(_OCCUPATIONS).spec
    breaks = spec.breaks_between("2019", period)
    yield Note(
        id="occupation-breaks",
        title=say.text("breaks-title"),
        text=say.sentence(
            "occupation-breaks",
            breaks=" ".join(f"{b.period}: {b.text}" for b in breaks),
        ),
        tables=(_OCCUPATIONS,),
    )


def typical_occupations(desk: Desk) -> Iterator[Block]:
    """The occupations that are larger in the region than in riket."""
    result, say = desk.result("occupations"), desk.language
    labels = ssyk_labels()
    frame = result.frame[result.frame["employees"] >= _FEWEST_TO_BE_TYPICAL]
    frame = frame.sort_values(["quotient", "ssyk"], ascending=[False, True]).head(_SPECIALISED)
    keys = [{k: row[k] for k in result.indicator.keys} for _, row in frame.iterrows()]
    rows = [result.row(**key) for key in keys]
    period = keys[0]["period"]
    slots = {"region": desk.region.name, "period": period}
    names = [labels[key["ssyk"]] for key in keys]
    yield Figure(
        id="typical-occupations",
        title=say.sentence(
            "typical-title",
            occupations=listing(
                say, [say.occupation(key["ssyk"], labels[key["ssyk"]]) for key in keys[:3]]
            ),
            **slots,
        ),
        svg=charts.bars(
            [
                charts.Bar(name, row["quotient"].length, say.value(row["quotient"]))
                for name, row in zip(names, rows, strict=True)
            ],
            mark=[1.0] * len(rows),
            mark_label=say.text("typical-mark"),
        ),
        alt=say.text(
            "typical-alt",
            first=names[0],
            quotient=rows[0]["quotient"],
            last=names[-1],
            last_quotient=rows[-1]["quotient"],
            count=len(names),
            **slots,
        ),
        caption=say.text("typical-caption", fewest=_FEWEST_TO_BE_TYPICAL, **slots),
        grid=grid(
            say,
            say.text("typical-grid", **slots),
            (
                say.text("head-occupation"),
                say.text("head-quotient"),
                say.text("head-employees"),
                say.text("head-women"),
            ),
            [
                (name, row["quotient"], row["employees"], row["women_pct"])
                for name, row in zip(names, rows, strict=True)
            ],
        ),
        tables=(_OCCUPATIONS,),
    )


def women_and_men(desk: Desk) -> Iterator[Block]:
    """How many work where women and men are about as many."""
    say = desk.language
    code, _ = latest(desk, "workforce")
    row = desk.result("workforce").row(region=desk.region.code, period=code)
    yield Claim(
        id="women-and-men",
        text=say.sentence(
            "women-and-men",
            region=desk.region.name,
            period=code,
            balanced=row["balanced_pct"],
        ),
        tables=(_OCCUPATIONS,),
    )


BLOCKS = {
    "employed": employed,
    "unemployment": unemployment,
    "largest_occupations": largest_occupations,
    "typical_occupations": typical_occupations,
    "women_and_men": women_and_men,
}
