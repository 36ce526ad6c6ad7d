"""Ett yrke: how it is judged, how often it is advertised, the ways in, and what is near."""

from __future__ import annotations

from collections.abc import Iterator

from vagled_lmi.brief import rules
from vagled_lmi.brief.blocks import Block, Claim, Note, TableBlock
from vagled_lmi.brief.desk import Desk
from vagled_lmi.brief.grids import Content, Line, Ranking, grid
from vagled_lmi.brief.language import Segment, Slots
from vagled_lmi.brief.neighbours import Occupation, Row, in_field, judgements, occupations
from vagled_lmi.brief.parts.education import educations, link_counts
from vagled_lmi.brief.parts.occupation import regions_of, the_occupation
from vagled_lmi.codes import Period, Region, ssyk_to_af
from vagled_lmi.indicators.careers import field_of
from vagled_lmi.indicators.protocol import NoFiguresError, Number

_EMPLOYEES = "scb:YREG60"
_BAROMETER, _ADS, _LINKS = "af:yrkesbarometern", "af:annonser", "af:utbildningskoppling"
_RELATED = 12
#: What the first digit of SSYK 2012 says of the education that an occupation asks for.
_LEVELS = {"1": "manager", "2": "long", "3": "short", "9": "brief", "0": "military"}


def occupation_outlook(desk: Desk) -> Iterator[Block]:
    """How Yrkesbarometern judges the occupation in each county and in riket."""
    say, ssyk = desk.language, the_occupation(desk).code
    judged: list[tuple[Region, Row]] = [
        (region, row)
        for region in regions_of(desk)
        if region.level == "county"
        for row in judgements(desk, ssyk, region)
        if not row["chances"].missing
    ]
    if not judged:
        yield Note(
            id="occupation-not-judged",
            title=say.sentence("occupation-not-judged-title"),
            text=say.sentence("occupation-not-judged"),
            tables=(_BAROMETER,),
        )
        return
    judged.sort(key=lambda pair: pair[1]["chances"].key["occupation"])
    first = judged[0][1]
    names = {row["chances"].key["occupation"] for _, row in judged}
    slots: Slots = {
        "period": Period(first["chances"].key["period"]),
        "latest": Period(str(first["latest_round"].value)),
        "occupation": say.judged(first["chances"].key["occupation"]),
        "is_chances": "several"
        if len(names) > 1
        else rules.verdict("alike", *(row["chances"] for _, row in judged)),
    }
    rows: list[tuple[Content, ...]] = [
        (
            say.judged(row["chances"].key["occupation"]),
            region,
            row["chances"],
            row["country_chances"],
            row["demand"],
        )
        for region, row in judged
    ]
    yield TableBlock(
        id="occupation-outlook",
        title=say.sentence("occupation-outlook-title", **slots),
        grid=grid(
            say,
            say.sentence("occupation-outlook-caption", **slots),
            ("occupation", "region", "chances", "chances-country", "demand"),
            rows,
            texts=(1, 2, 3, 4),
        ),
        tables=(_BAROMETER,),
    )
    yield Claim(
        id="occupation-latest",
        text=say.sentence(
            "occupation-latest",
            occupation=slots["occupation"],
            period=slots["latest"],
            situation=first["latest_situation"],
            demand=first["latest_demand"],
        ),
        tables=(_BAROMETER,),
    )
    yield Note(
        id="barometer-words",
        title=say.sentence("barometer-words-title"),
        text=say.sentence("barometer-words"),
        tables=(_BAROMETER,),
    )


def occupation_ads(desk: Desk) -> Iterator[Block]:
    """Advertisements per 100 employees in each county and in riket."""
    say, ssyk = desk.language, the_occupation(desk).code
    group = ssyk_to_af().get(ssyk, "")
    lines: list[Line] = []
    for region in regions_of(desk):
        if region.level != "county":
            continue
        result = desk.result("ads", region)
        key = {"region": region.code, "period": result.keys_of("period")[0], "ssyk": group}
        if group not in result.keys_of("ssyk"):
            raise NoFiguresError("Arbetsförmedlingen har inte yrket som egen grupp.")
        row = result.row(**key)
        country = row["country_per_100"]
        if not row["per_100"].missing:
            lines.append(
                Line(
                    region,
                    row["per_100"],
                    (country, row["ads"], row["employees"]),
                    region == desk.region,
                    country,
                )
            )
    if not lines:
        raise NoFiguresError("För få anställda för en kvot.")
    lines.sort(key=lambda line: -line.value.amount)
    yield Ranking(
        "occupation-ads",
        tuple(lines),
        ("region", "per-100", "riket", "ads", "employees"),
        (_ADS, _EMPLOYEES),
        {
            "period": Period(lines[0].value.key["period"]),
            "country": country,
            "is_spread": rules.verdict("quotients", *_certain(lines[0]), *_certain(lines[-1])),
        },
        "riket",
    ).figure(say)


def _certain(line: Line) -> tuple[Number, Number]:
    """A ratio, and the count of advertisements it rests on."""
    count = line.beside[1]
    assert isinstance(count, Number)  # noqa: S101 - as they are laid out above
    return line.value, count


def occupation_ways(desk: Desk) -> Iterator[Block]:
    """What the classification says of the education an occupation asks for, and where to look."""
    say, code = desk.language, the_occupation(desk).code
    yield Claim(
        id="occupation-level",
        text=say.sentence(
            "occupation-level",
            code=code,
            area=say.sentence(f"ssyk-{code[0]}"),
            is_level=_LEVELS.get(code[0], "other"),
        ),
        tables=(),
    )
    yield Note(
        id="occupation-ways",
        title=say.sentence("occupation-ways-title"),
        text=say.sentence("occupation-ways"),
        tables=(),
    )


def occupation_education(desk: Desk) -> Iterator[Block]:
    """Which education Arbetsförmedlingen ties the occupation to, or that it ties it to none."""
    say, links, counts = desk.language, educations(desk), link_counts(desk)
    education = links.get(ssyk_to_af().get(the_occupation(desk).code, ""))
    yield Claim(
        id="occupation-education",
        text=say.sentence("occupation-education", education=education, **counts)
        if education
        else say.sentence("occupation-no-education", **counts),
        tables=(_LINKS,),
    )


def related_occupations(desk: Desk) -> Iterator[Block]:
    """The largest occupations of the same SSYK group or the same field of Arbetsförmedlingen."""
    say, code = desk.language, the_occupation(desk).code
    county = next((r for r in regions_of(desk) if r.level == "county"), desk.region)
    everyone = [o for o in occupations(desk, county) if o.ssyk != code]
    group = [o for o in everyone if o.ssyk[:3] == code[:3]]
    field = field_of(code)
    near = in_field(everyone, field) if field else []
    shown = (group + [o for o in near if o not in group])[:_RELATED]
    if not shown:
        raise NoFiguresError("Inga andra yrken i gruppen.")
    region, judged = desk.result("occupations").region, any(o.judged for o in everyone)
    heads = ["occupation", "near", "employees", "women", "men"]
    yield TableBlock(
        id="related-occupations",
        title=say.sentence(
            "related-title",
            occupation=say.occupation(code),
        ),
        grid=grid(
            say,
            say.sentence(
                "related-caption",
                region=region,
                period=Period(shown[0].employees.key["period"]),
                field=say.class_name(field) if field else Segment("–"),
            ),
            [*heads, *(["chances-riket"] if judged else [])],
            [
                (
                    say.occupation_name(o.ssyk),
                    Segment(say.text("near-group" if o in group else "near-field")),
                    o.employees,
                    o.row["women_pct"],
                    o.row["men_pct"],
                    *([_chances(desk, o)] if judged else []),
                )
                for o in shown
            ],
            texts=(1, 5),
        ),
        tables=(_EMPLOYEES, *((_BAROMETER,) if judged else ())),
    )


def _chances(desk: Desk, occupation: Occupation) -> Content:
    message = "judged-apart" if occupation.judged else "not-judged"
    return occupation.judgement("country_chances") or Segment(desk.language.text(message))


BLOCKS = {
    "occupation_outlook": occupation_outlook,
    "occupation_ads": occupation_ads,
    "occupation_education": occupation_education,
    "occupation_ways": occupation_ways,
    "related_occupations": related_occupations,
}
