"""Inrikes och utrikes födda: work and unemployment, women and men, in the region and riket."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vagled_lmi.brief import rules
from vagled_lmi.brief.blocks import Block, Claim, TableBlock
from vagled_lmi.brief.charts import Dumbbell, Pair, said
from vagled_lmi.brief.desk import Desk
from vagled_lmi.brief.grids import Content, figure, grid
from vagled_lmi.brief.language import Language, Segment, Slots
from vagled_lmi.brief.neighbours import Row
from vagled_lmi.brief.rules import Verdict
from vagled_lmi.codes import Period, Region
from vagled_lmi.indicators.protocol import Result

_TABLE = "scb:ArbStatusM"
_SHOWN = {"women": "women-n", "men": "men-n"}
_SEXES = ("total", *_SHOWN)
_OF = {"employment": "population", "unemployment": "labour_force"}
_RATES = tuple(f"{rate}_{born}" for rate in _OF for born in ("native", "foreign"))


def born_abroad(desk: Desk) -> Iterator[Block]:
    """Who has work, as pairs of dots or a table; then unemployment, and women and men."""
    result, say = desk.result("birth_status"), desk.language
    (period,) = result.keys_of("period")
    here = _by_sex(result, result.region, period)
    everyone = here["total"]
    slots: Slots = {
        "region": result.region,
        "period": Period(period),
        "native": everyone["employment_native"],
        "foreign": everyone["employment_foreign"],
        "is_work": _foreign_against_native(everyone, "employment"),
    }
    caption, title = (say.sentence(f"born-abroad-{name}", **slots) for name in ("caption", "title"))
    places = {result.region: here, Region("00"): _by_sex(result, Region("00"), period)}
    rows = {
        f"{say.text(f'head-{head}')}, {say.label(region)}": found[sex]
        for region, found in places.items()
        for sex, head in _SHOWN.items()
    }
    heads = ("group", *(rate.replace("_", "-") for rate in _RATES))
    lines: list[tuple[Content, ...]] = [
        (Segment(name), *(row[rate] for rate in _RATES)) for name, row in rows.items()
    ]
    table = grid(say, caption, heads, lines)
    if desk.kind == "county":  # its brief has no room for a picture and the table of it
        yield TableBlock(id="born-abroad", title=title, grid=table, tables=(_TABLE,))
    else:
        yield figure(
            say,
            "born-abroad",
            _pairs(say, rows, say.text("born-abroad-subject", **slots)),
            title=title,
            caption=say.sentence("born-abroad-drawn", **slots),
            table=table,
            tables=(_TABLE,),
        )
    yield Claim(
        id="born-abroad-points",
        text=say.sentence(
            "born-abroad-points",
            native=everyone["unemployment_native"],
            foreign=everyone["unemployment_foreign"],
            is_unemployment=_foreign_against_native(everyone, "unemployment"),
            is_foreign=_women_against_men(here, "foreign"),
            is_native=_women_against_men(here, "native"),
        ),
        tables=(_TABLE,),
    )


def _by_sex(result: Result, region: Region, period: str) -> dict[str, Row]:
    return {sex: result.row(region=region.code, period=period, sex=sex) for sex in _SEXES}


def _pairs(say: Language, rows: Mapping[str, Row], subject: str) -> Dumbbell:
    pairs = []
    for name, row in rows.items():
        native, foreign = row["employment_native"], row["employment_foreign"]
        texts = said(say.value(native)), said(say.value(foreign))
        pairs.append(Pair(name, native.length, foreign.length, *texts))
    return Dumbbell(tuple(pairs), say.text("born-native"), say.text("born-foreign"), subject)


def _foreign_against_native(row: Row, rate: str) -> Verdict:
    """How a rate among those born abroad stands to that among those born in Sweden."""
    values = [row[f"{name}_{born}"] for born in ("foreign", "native") for name in (rate, _OF[rate])]
    return rules.verdict("shares", *values, noise=rules.UNEMPLOYMENT_NOISE_PP)


def _women_against_men(here: Mapping[str, Row], born: str) -> Verdict:
    """How employment among women stands to that among men, born in Sweden or abroad."""
    names = [f"{name}_{born}" for name in ("employment", "population")]
    values = [here[sex][name] for sex in _SHOWN for name in names]
    return rules.verdict("shares", *values, noise=rules.UNEMPLOYMENT_NOISE_PP)


IF_FETCHED = {"born_abroad": born_abroad}
