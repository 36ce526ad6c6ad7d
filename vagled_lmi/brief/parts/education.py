"""Vägar in, and what became of those who went them: higher vocational education."""

from __future__ import annotations

from collections.abc import Iterator

from vagled_lmi.brief import rules
from vagled_lmi.brief.blocks import Block, Claim, Note, TableBlock
from vagled_lmi.brief.desk import Desk
from vagled_lmi.brief.grids import Content, Line, Ranking, grid
from vagled_lmi.brief.language import Slots
from vagled_lmi.brief.neighbours import occupations
from vagled_lmi.brief.rules import Verdict
from vagled_lmi.codes import Period, Region, ssyk_to_af
from vagled_lmi.indicators.protocol import NoFiguresError, Number, Result
from vagled_lmi.sources.scb.vocational import ALL_FIELDS

_RIKET = Region("00")
_PLACES, _EMPLOYEES, _LINKS = "myh:beviljade", "scb:YREG60", "af:utbildningskoppling"
_TIME, _WORK = "scb:yh_tid", "scb:yh_arbete"
_PROGRAMMES = "myh:program"
_WAYS = 6
Row = dict[str, Number]


def vocational_places(desk: Desk) -> Iterator[Block]:
    """New places in higher vocational education, by field."""
    result, say = desk.result("vocational_places"), desk.language
    fields = result.keys_of("field")
    (period,) = result.keys_of("period")
    rows = [result.row(region=result.region.code, period=period, field=field) for field in fields]
    second = rows[min(1, len(rows) - 1)]["places"]
    yield Ranking(
        "vocational-places",
        tuple(
            Line(say.name(field), row["places"], (row["programmes"],))
            for field, row in zip(fields, rows, strict=True)
        ),
        ("education-field", "places", "programmes"),
        (_PLACES,),
        {
            "region": result.region,
            "period": Period(period),
            "second": say.name(fields[min(1, len(rows) - 1)]),
            "is_lead": rules.verdict("lead", rows[0]["places"], second, noise=0.0)
            if len(rows) > 1
            else "alone",
        },
    ).figure(say)
    if desk.has(_PROGRAMMES):
        return  # the table of programmes says it
    yield Note(
        id="places-note",
        title=say.sentence("places-note-title"),
        text=say.sentence("places-note"),
        tables=(_PLACES,),
    )


def after_vocational(desk: Desk) -> Iterator[Block]:
    """Who has work after higher vocational education, and work in the field: riket.

    Of the fields that have new places in the region; of all fields where it is not known which.
    """
    say = desk.language
    work = _by_field(desk.result("vocational_work", _RIKET))
    match = _by_field(desk.result("vocational_match", _RIKET))
    everyone = work[ALL_FIELDS]
    rows = {f: {**work[f], **row} for f, row in match.items() if f in work}
    known = [f for f, row in rows.items() if not row["fully"].missing]
    known.sort(key=lambda field: (-rows[field]["fully"].amount, field))
    places = desk.result("vocational_places") if desk.known("vocational_places") else None
    here = places.keys_of("field") if places else known
    shown = [field for field in known if field in here]
    if not shown:
        raise NoFiguresError("Inget av områdena har platser i regionen.")
    first, last = shown[0], shown[-1]
    slots: Slots = {
        "region": places.region if places else desk.region,
        "period": Period(everyone["half_year"].key["period"]),
        "total": everyone["half_year"],
        "total_before": everyone["before"],
        "first": say.name(first),
        "first_value": rows[first]["fully"],
        "last": say.name(last),
        "last_value": rows[last]["fully"],
        "is_change": _margins(everyone, "half_year", everyone, "before"),
        "is_spread": _margins(rows[first], "fully", rows[last], "fully")
        if len(shown) > 1
        else "alone",
        "is_here": "here" if places else "everywhere",
    }
    yield Claim(
        id="after-vocational-work",
        text=say.sentence("after-vocational-work", **slots),
        tables=(_TIME,),
    )
    lines = [(say.name(field), rows[field]) for field in shown]
    yield TableBlock(
        id="after-vocational",
        title=say.sentence("after-vocational-title", **slots),
        grid=grid(
            say,
            say.sentence("after-vocational-caption", **slots),
            ("education-field", "fully", "margin", "half-year", "margin"),
            [_survey_line(name, row) for name, row in lines],
        ),
        tables=(_TIME, _WORK),
    )


def ways_in(desk: Desk) -> Iterator[Block]:
    """The region's largest occupations that Arbetsförmedlingen ties to an education."""
    say, links = desk.language, educations(desk)
    named = [o for o in occupations(desk) if not o.remainder]
    found = [o for o in named if ssyk_to_af().get(o.ssyk) in links][:_WAYS]
    if not found:
        raise NoFiguresError("Inget av regionens yrken är knutet till en utbildning.")
    yield TableBlock(
        id="ways-in",
        title=say.sentence("ways-in-title", **link_counts(desk)),
        grid=grid(
            say,
            say.sentence(
                "ways-in-caption",
                region=desk.result("occupations").region,
                period=Period(found[0].employees.key["period"]),
                linked_in=Period(links[ssyk_to_af()[found[0].ssyk]].key["period"]),
            ),
            ("occupation", "education", "employees"),
            [
                (say.occupation_name(o.ssyk), links[ssyk_to_af()[o.ssyk]], o.employees)
                for o in found
            ],
            texts=(1,),
        ),
        tables=(_LINKS, _EMPLOYEES),
    )


def educations(desk: Desk) -> dict[str, Number]:
    """Return the education that each of Arbetsförmedlingen's occupations is tied to, where one is.

    Raises
    ------
    MissingFiguresError
        When the table is not there.
    """
    result = desk.result("education_of_occupation", _RIKET)
    return {key["ssyk"]: result.number("education", **key) for key in result.keys(result.frame)}


def link_counts(desk: Desk) -> Slots:
    """Return how many occupations are tied to an education, as the slots linked and groups."""
    result = desk.result("occupations_with_education", _RIKET)
    (key,) = result.keys(result.frame)
    return {"linked": result.number("linked", **key), "groups": result.number("groups", **key)}


def _by_field(result: Result) -> dict[str, Row]:
    return {key["field"]: result.row(**key) for key in result.keys(result.frame)}


def _survey_line(name: Content, row: Row) -> tuple[Content, ...]:
    measures = ("fully", "fully_margin", "half_year", "half_year_margin")
    return (name, *(row[measure] for measure in measures))


def _margins(one: Row, measure: str, other: Row, other_measure: str) -> Verdict:
    """How a share stands to another, by their margins of error."""
    return rules.verdict(
        "margins",
        one[measure],
        one[f"{measure}_margin"],
        other[other_measure],
        other[f"{other_measure}_margin"],
    )


BLOCKS = {
    "after_vocational": after_vocational,
    "vocational_places": vocational_places,
    "ways_in": ways_in,
}
