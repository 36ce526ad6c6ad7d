"""Ett yrke: what women and men earn in it, in the NUTS2 area, and how wages spread in riket."""

from __future__ import annotations

from collections.abc import Iterator

from vagled_lmi.brief import rules
from vagled_lmi.brief.blocks import Block, Claim, TableBlock
from vagled_lmi.brief.desk import Desk
from vagled_lmi.brief.grids import grid
from vagled_lmi.brief.language import Slots
from vagled_lmi.brief.neighbours import Row
from vagled_lmi.brief.numerals import numeral
from vagled_lmi.brief.parts.occupation import the_occupation
from vagled_lmi.brief.rules import Verdict
from vagled_lmi.codes import Period, Region
from vagled_lmi.indicators.protocol import NoFiguresError, Result

_PAY, _GROUP, _SPREAD = "scb:LonYrkeRegion4AN", "scb:TAB5881", "scb:TAB5932"
_SHOWN = ("pay_total", "pay_women", "pay_men", "employees_women", "employees_men")
_POINTS = ("p10", "p25", "p75", "p90")


def occupation_wages(desk: Desk) -> Iterator[Block]:
    """Mean wages in the area and riket: everyone, women and men."""
    say = desk.language
    rows = _rows(desk.result("pay"), the_occupation(desk).code)
    area, row = next(iter(rows.items()))
    slots: Slots = {
        "area": area,
        "code": area.code,
        "period": Period(row["pay_total"].key["period"]),
        "pay": row["pay_total"],
        "women": row["pay_women"],
        "men": row["pay_men"],
        "noise": numeral(rules.PAY_NOISE_PCT, 1, say.tag),
        "is_pay": _women_against_men(desk, row),
        "is_gap": "some" if any(r[n].missing for r in rows.values() for n in _SHOWN) else "none",
    }
    if row["pay_total"].missing:
        slots["is_pay"] = "hidden"
    compared = isinstance(slots["is_pay"], Verdict)
    yield TableBlock(
        id="occupation-wages",
        title=say.sentence("occupation-wages-title", **slots),
        grid=grid(
            say,
            say.sentence("occupation-wages-caption", **slots),
            ("region", "pay", "pay-women", "pay-men", "employees-women", "employees-men"),
            [(region, *(found[name] for name in _SHOWN)) for region, found in rows.items()],
        ),
        tables=(_PAY, _SPREAD) if compared else (_PAY,),
    )


def occupation_group_wages(desk: Desk) -> Iterator[Block]:
    """Mean wages in the area of the group that the occupation lies in, where SCB hides its own."""
    code = the_occupation(desk).code
    own = next(iter(_rows(desk.result("pay"), code).values()))
    if not own["pay_total"].missing:
        return
    area, row = next(iter(_rows(desk.result("group_pay"), code[:3]).items()))
    if row["pay_total"].missing:
        raise NoFiguresError(f"SCB visar ingen lön för yrkesgruppen i {area.name}.")
    compared = _women_against_men(desk, row)
    yield Claim(
        id="occupation-group-wages",
        text=desk.language.sentence(
            "occupation-group-wages",
            area=area,
            code=code[:3],
            period=Period(row["pay_total"].key["period"]),
            pay=row["pay_total"],
            women=row["pay_women"],
            men=row["pay_men"],
            is_pay=compared,
        ),
        tables=(_GROUP, _SPREAD) if isinstance(compared, Verdict) else (_GROUP,),
    )


def occupation_wage_spread(desk: Desk) -> Iterator[Block]:
    """Between which wages half, and eight in ten, of the occupation lie in riket."""
    ((_, row),) = _rows(desk.result("pay_spread"), the_occupation(desk).code).items()
    points = {point: row[f"{point}_total"] for point in _POINTS}
    if any(number.missing for number in points.values()):
        return
    women, men = row["median_women"], row["median_men"]
    yield Claim(
        id="occupation-wage-spread",
        text=desk.language.sentence(
            "occupation-wage-spread",
            period=Period(row["p10_total"].key["period"]),
            women=women,
            men=men,
            is_by_sex="no" if women.missing or men.missing else "yes",
            **points,
        ),
        tables=(_SPREAD,),
    )


def _rows(result: Result, code: str) -> dict[Region, Row]:
    """Return an occupation's or a group's rows by region; the area's first, where it has one."""
    key = {result.indicator.keys[-1]: code}
    regions = result.keys_of("region", **key)
    if not regions:
        raise NoFiguresError(f"Ingen lön för yrket {code}.")
    (period,) = result.keys_of("period")
    return {Region(region): result.row(region=region, period=period, **key) for region in regions}


def _women_against_men(desk: Desk, row: Row) -> Verdict | str:
    """How women's mean wage stands to men's; ``unknown`` where their spread is not known."""
    pay = tuple(row[f"{name}_{sex}"] for sex in ("women", "men") for name in ("pay", "employees"))
    try:
        (spread,) = _rows(desk.result("pay_spread"), the_occupation(desk).code).values()
        tenths = (spread["p10_total"], spread["p90_total"])
        return rules.verdict("means", *pay, *tenths, noise_pct=rules.PAY_NOISE_PCT)
    except NoFiguresError:
        return "unknown"


IF_FETCHED = {
    "occupation_wages": occupation_wages,
    "occupation_group_wages": occupation_group_wages,
    "occupation_wage_spread": occupation_wage_spread,
}
