"""Vägar in: what is given where in the region, of what has been fetched."""

from __future__ import annotations

from collections.abc import Iterator

from vagled_lmi.brief import rules
from vagled_lmi.brief.blocks import Block, Claim, TableBlock
from vagled_lmi.brief.desk import Desk
from vagled_lmi.brief.grids import Content, grid
from vagled_lmi.brief.language import Segment, Sentence, Slots, alphabetical, listing, merged
from vagled_lmi.codes import Period, Region
from vagled_lmi.indicators.protocol import Number, Result

_GYMNASIUM, _EVENTS, _GRANTED = "skolverket:gymnasieutbud", "skolverket:utbud", "myh:program"
#: Programmes that are named or listed at most, and forms of education.
_NAMED, _LISTED, _FORMS = 8, 6, 5


def gymnasium_offers(desk: Desk) -> Iterator[Block]:
    """Which programmes of upper-secondary school there are: in a kommun by name, else by kommun."""
    say, result = desk.language, desk.result("gymnasium_schools")
    (period,) = result.keys_of("period")
    region = result.region
    own = result.row(region=region.code, period=period)
    slots: Slots = {"region": region, "period": Period(period), **own}
    if region.level == "municipality":
        names = [say.value(row["name"]) for row in _programmes(desk)]
        yield Claim(
            id="gymnasium-offers",
            text=say.sentence("gymnasium-offers-kommun", what=listing(say, names), **slots),
            tables=(_GYMNASIUM,),
        )
        return
    alone = [row for row in _programmes(desk) if row["schools"].value == 1]
    slots["what"] = listing(say, [say.value(row["name"]) for row in alone])
    slots["is_alone"] = "some" if 0 < len(alone) <= _NAMED else "none"
    kommuner = [Region(code).short for code in result.keys_of("region") if code != region.code]
    kommuner.sort(key=alphabetical)
    slots["kommuner"] = listing(say, kommuner)
    yield Claim(
        id="gymnasium-offers",
        text=say.sentence("gymnasium-offers-county", **slots),
        tables=(_GYMNASIUM,),
    )


def _programmes(desk: Desk) -> list[dict[str, Number]]:
    return _all_rows(desk.result("gymnasium_programmes"))


def _all_rows(result: Result) -> list[dict[str, Number]]:
    return [result.row(**key) for key in result.keys(result.frame)]


def education_events(desk: Desk) -> Iterator[Block]:
    """Education for adults and after upper-secondary school that begins in a term, by form."""
    say, result = desk.language, desk.result("education_events")
    rows = _all_rows(result)
    first, second = rows[0]["events"], rows[min(1, len(rows) - 1)]["events"]
    names = [say.sentence(f"form-{row['events'].key['form']}").segments[0] for row in rows]
    slots: Slots = {
        "region": result.region,
        "period": Period(first.key["period"]),
        "first": names[0],
        "second": names[min(1, len(rows) - 1)],
        "is_lead": rules.verdict("lead", first, second, noise=0.0) if len(rows) > 1 else "alone",
    }
    counted: list[Segment] = []
    for name, row in list(zip(names, rows, strict=True))[:_FORMS]:
        between = Segment("; ") if counted else Segment("")
        counted += [between, name, Segment(" ("), say.value(row["events"]), Segment(")")]
    slots["forms"] = Sentence(merged(counted))
    yield Claim(
        id="education-events",
        text=say.sentence("education-events", **slots),
        tables=(_EVENTS,),
    )


def vocational_programmes(desk: Desk) -> Iterator[Block]:
    """The programmes of higher vocational education granted in the region, the largest first."""
    say, result = desk.language, desk.result("vocational_programmes")
    count = desk.result("vocational_programme_count", result.region)
    number = count.number("programmes", **count.keys(count.frame)[0])
    once: dict[str, dict[str, Number]] = {}
    for row in _all_rows(result):  # one that is given in several kommuner has a row in each
        once.setdefault(row["name"].key["programme"], row)
    listed = list(once.values())[:_LISTED]
    slots: Slots = {
        "region": result.region,
        "period": Period(number.key["period"]),
        "programmes": number,
        "most": _LISTED,
        "is_cut": "yes" if len(once) > _LISTED else "no",
    }
    yield TableBlock(
        id="vocational-programmes",
        title=say.sentence("vocational-programmes-title", **slots),
        grid=grid(
            say,
            say.sentence("vocational-programmes-caption", **slots),
            ("programme", "kommun", "study-form", "places"),
            [
                (row["name"], _place(desk, row["shared"]), row["form"], row["places"])
                for row in listed
            ],
            texts=(1, 2),
        ),
        tables=(_GRANTED,),
    )


def _place(desk: Desk, shared: Number) -> Content:
    """Return where a programme is given: its kommun, or that there are several."""
    if shared.value == "ja":
        return desk.language.sentence("several-kommuner").segments[0]
    return Region(shared.key["region"])


IF_FETCHED = {
    "gymnasium_offers": gymnasium_offers,
    "education_events": education_events,
    "vocational_programmes": vocational_programmes,
}
