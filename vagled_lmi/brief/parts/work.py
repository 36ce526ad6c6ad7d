"""Var jobben finns: employed people, unemployment, and the region's occupations."""

from __future__ import annotations

from collections.abc import Iterator

from vagled_lmi.brief import rules
from vagled_lmi.brief.blocks import Block, Claim, Note, TableBlock
from vagled_lmi.brief.charts import Bar, Columns, said
from vagled_lmi.brief.charts.palette import HALF, WIDTH
from vagled_lmi.brief.desk import Desk
from vagled_lmi.brief.grids import Line, Ranking, figure, grid
from vagled_lmi.brief.language import Segment, Sentence, Shown, Slots, listing
from vagled_lmi.brief.parts.summary import latest
from vagled_lmi.codes import Period, Region
from vagled_lmi.indicators.protocol import NoFiguresError

_EMPLOYED, _UNEMPLOYMENT, _OCCUPATIONS = "scb:ArbStDoNMNN", "scb:TAB6260", "scb:YREG60"
_LARGEST = 12
_SPECIALISED = 10
#: An occupation smaller than this is not called typical of a region: a workplace or two decide.
_FEWEST_TO_BE_TYPICAL = 500


def employed(desk: Desk) -> Iterator[Block]:
    """Employed in the same month each year, and the trend against riket."""
    result, say = desk.result("employed"), desk.language
    here, when = result.region.code, latest(desk, "employed")
    months = [c for c in result.keys_of("period", region=here) if c[4:] == when.code[4:]]
    rows = [result.row(region=here, period=month) for month in months]
    newest = rows[-1]
    noise = rules.EMPLOYED_NOISE_PCT
    slots: Slots = {
        "region": result.region,
        "period": when,
        "first": months[0][:4],
        "oldest": rows[0]["level"],
        "newest": newest["level"],
        "change": Shown(newest["change_pct"], "size"),
        "is_direction": rules.verdict("change", newest["change_pct"], noise=noise),
    }
    caption = say.sentence("employed-caption", **slots)
    yield figure(
        say,
        "employed",
        Columns(
            tuple(
                Bar(m[:4], row["level"].length, said(say.value(row["level"])), m == when.code)
                for m, row in zip(months, rows, strict=True)
            ),
            say.text("employed-subject", **slots),
            noise=rows[0]["level"].amount * noise / 100,
            width=HALF if _beside(desk) else WIDTH,
        ),
        title=say.sentence("employed-title", **slots),
        caption=caption,
        table=grid(
            say,
            caption,
            ("year", "employed", "change-year"),
            [
                (m[:4], row["level"], Shown(row["change_pct"], "signed"))
                for m, row in zip(months, rows, strict=True)
            ],
        ),
        tables=(_EMPLOYED,),
    )


def employed_trend(desk: Desk) -> Iterator[Block]:
    """The latest twelve months against the twelve before, here and in riket."""
    try:
        result, say = desk.result("employed"), desk.language
    except NoFiguresError:
        return  # the figure beside has said so
    when = latest(desk, "employed")
    newest = result.row(region=result.region.code, period=when.code)
    country = result.row(region="00", period=when.code)
    noise = rules.EMPLOYED_NOISE_PCT
    yield Claim(
        id="employed-trend",
        text=say.sentence(
            "employed-trend",
            region=result.region,
            trend=Shown(newest["trend_pct"], "size"),
            is_direction=rules.verdict("change", newest["trend_pct"], noise=noise),
            country=Shown(country["trend_pct"], "size"),
            is_country=rules.verdict("change", country["trend_pct"], noise=noise),
        ),
        tables=(_EMPLOYED,),
    )


def _beside(desk: Desk) -> bool:
    """Whether the two figures of the state of things stand beside one another: not in an area's."""
    return desk.region.level in ("county", "municipality") and all(
        desk.known(indicator) for indicator in ("employed", "unemployment")
    )


def unemployment(desk: Desk) -> Iterator[Block]:
    """The unemployment rate in the region, its neighbours and riket, latest month."""
    result, say = desk.result("unemployment"), desk.language
    when = Period(result.keys_of("period")[-1])
    regions = [Region(c) for c in result.keys_of("region", period=when.code)]
    rows = {region: result.row(region=region.code, period=when.code) for region in regions}
    order = sorted(regions, key=lambda region: -rows[region]["rate"].amount)
    country = rows[Region("00")]["rate"]
    here, noise = rows[result.region]["rate"], rules.UNEMPLOYMENT_NOISE_PP
    yield Ranking(
        "unemployment",
        tuple(
            Line(
                region,
                rows[region]["rate"],
                (Shown(rows[region]["change_pp"], "signed"),),
                region == result.region,
            )
            for region in order
        ),
        ("region", "unemployment", "change-pp"),
        (_UNEMPLOYMENT,),
        {
            "region": result.region,
            "period": when,
            "country": country,
            "rate": here,
            "is_comparison": rules.verdict("contrast", here, country, noise=noise),
        },
        half=_beside(desk),
    ).figure(say)


def largest_occupations(desk: Desk) -> Iterator[Block]:
    """The occupations with most employees: size, women and men, change, and riket beside."""
    result, say = desk.result("occupations"), desk.language
    keys = result.keys(result.frame.head(_LARGEST))
    rows = [result.row(**key) for key in keys]
    names = [say.occupation(key["ssyk"]) for key in keys]
    period = keys[0]["period"]
    whole = desk.result("workforce").row(region=result.region.code, period=period)
    yield Claim(
        id="workforce",
        text=say.sentence(
            "workforce",
            region=result.region,
            period=Period(period),
            employees=whole["employees"],
            top_ten=whole["top_ten_pct"],
        ),
        tables=(_OCCUPATIONS,),
    )
    slots: Slots = {
        "region": result.region,
        "period": Period(period),
        "first": names[0],
        "both": listing(say, names[:2]),
        "first_value": rows[0]["employees"],
        "second_value": rows[1]["employees"],
        "is_lead": rules.verdict("counts", rows[1]["employees"], rows[0]["employees"]),
    }
    yield TableBlock(
        id="largest-occupations",
        title=say.sentence("largest-occupations-title", **slots),
        grid=grid(
            say,
            say.sentence("largest-occupations-caption", count=len(rows), **slots),
            (
                "occupation",
                "employees",
                "women",
                "men",
                "change-2019-2022",
                "change-2023-2024",
                "quotient",
            ),
            [
                (
                    say.occupation_name(key["ssyk"]),
                    row["employees"],
                    row["women_pct"],
                    row["men_pct"],
                    Shown(row["change_2019_2022"], "signed"),
                    Shown(row["change_2023_2024"], "signed"),
                    row["quotient"],
                )
                for key, row in zip(keys, rows, strict=True)
            ],
        ),
        tables=(_OCCUPATIONS,),
    )


def occupation_breaks(desk: Desk) -> Iterator[Block]:
    """Where the series of occupations breaks, and which changes are therefore not shown."""
    say, period = desk.language, desk.result("workforce").keys_of("period")[0]
    yield Note(
        id="occupation-breaks",
        title=say.sentence("breaks-title"),
        text=say.sentence("occupation-breaks", breaks=_breaks(desk, period)),
        tables=(_OCCUPATIONS,),
    )


def _breaks(desk: Desk, period: str) -> Sentence:
    """Return the changes of method that lie between 2019 and the newest year."""
    say = desk.language
    segments: list[Segment] = []
    for gap in desk.table(_OCCUPATIONS).spec.breaks_between("2019", period):
        message = f"break-yreg-{gap.period}"
        said = say.sentence(message) if say.has(message) else Sentence((say.name(gap.text),))
        segments += [Segment(f"{' ' if segments else ''}{gap.period}: "), *said]
    return Sentence(tuple(segments))


def typical_occupations(desk: Desk) -> Iterator[Block]:
    """The occupations that are larger in the region than in riket."""
    result, say = desk.result("occupations"), desk.language
    frame = result.frame[result.frame["employees"] >= _FEWEST_TO_BE_TYPICAL]
    frame = frame.sort_values(["quotient", "ssyk"], ascending=[False, True]).head(_SPECIALISED)
    keys = result.keys(frame)
    rows = [result.row(**key) for key in keys]
    yield Ranking(
        "typical-occupations",
        tuple(
            Line(
                say.occupation_name(key["ssyk"]),
                row["quotient"],
                (row["employees"], row["women_pct"], row["men_pct"]),
                mark=1.0,
            )
            for key, row in zip(keys, rows, strict=True)
        ),
        ("occupation", "quotient", "employees", "women", "men"),
        (_OCCUPATIONS,),
        {
            "region": result.region,
            "period": Period(keys[0]["period"]),
            "fewest": _FEWEST_TO_BE_TYPICAL,
            "occupations": listing(say, [say.occupation(key["ssyk"]) for key in keys[:3]]),
        },
        "typical-mark",
    ).figure(say)


BLOCKS = {
    "employed": employed,
    "employed_trend": employed_trend,
    "unemployment": unemployment,
    "largest_occupations": largest_occupations,
    "occupation_breaks": occupation_breaks,
    "typical_occupations": typical_occupations,
}
