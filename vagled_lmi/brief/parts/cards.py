"""Frågor för samtalet: a page a field of work, to lay on the table between two people.

What the figures say, what they do not say, a question to ask, and when to look again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from vagled_lmi.brief import rules
from vagled_lmi.brief.blocks import Block, Claim, Note, NumberBlock, Steps, TableBlock
from vagled_lmi.brief.desk import Desk, Page
from vagled_lmi.brief.grids import Content, grid
from vagled_lmi.brief.language import Segment, Slot, Slots, listing
from vagled_lmi.brief.neighbours import Occupation, in_field, occupations, wider
from vagled_lmi.brief.parts.equality import balance
from vagled_lmi.codes import Period, af_fields
from vagled_lmi.indicators.protocol import NoFiguresError, Number

_OCCUPATIONS, _BAROMETER, _ADS = "scb:YREG60", "af:yrkesbarometern", "af:annonser"
_SHOWN = 6
_USE = ("choose", "read", "limits", "ask", "next")
_ASCII = str.maketrans("åäö ", "aao-", ",/")


class _Card:
    """One field in one region, and the pieces of its card; a piece without figures is left out."""

    def __init__(self, desk: Desk, field: str, everyone: list[Occupation]) -> None:
        self.desk, self.say, self.field = desk, desk.language, field
        self.id = field.lower().translate(_ASCII)
        self.inside = in_field(everyone, field)
        self.judged = any(occupation.judged for occupation in everyone)

    def page(self) -> Page:
        makers: tuple[Callable[[], Iterator[Block]], ...] = (
            self._size,
            self._women_and_men_key,
            self._chances_key,
            self._ads_key,
            self._says,
            self._largest,
            self._wider,
            self._says_not,
            self._question,
            self._again,
        )
        blocks: list[Block] = []
        for make in makers:
            try:
                blocks += make()
            except NoFiguresError:
                continue
        title = self.say.sentence("card-title", field=self.say.class_name(self.field))
        return Page(self.id, title, tuple(blocks))

    def _name(self) -> Segment:
        return self.say.field(self.field)

    def _row(self, indicator: str) -> dict[str, Number]:
        result = self.desk.result(indicator)
        period = result.keys_of("period")[0]
        if self.field not in result.keys_of("field"):
            raise NoFiguresError(f"Yrkesområdet {self.field} saknas.")
        return result.row(region=result.region.code, period=period, field=self.field)

    def _key(self, name: str, table: str, value: Number, **slots: Number | Period) -> NumberBlock:
        return NumberBlock(
            id=f"{self.id}-{name}",
            label=self.say.sentence(f"card-{name}-label"),
            value=self.say.sentence(f"card-{name}-value", value=value),
            detail=self.say.sentence(f"card-{name}-detail", **slots),
            tables=(table,),
        )

    def _size(self) -> Iterator[Block]:
        row = self._row("fields")
        when = Period(row["employees"].key["period"])
        yield self._key(
            "employees", _OCCUPATIONS, row["employees"], share=row["share_pct"], period=when
        )

    def _women_and_men_key(self) -> Iterator[Block]:
        row = self._row("fields")
        yield self._key("women", _OCCUPATIONS, row["women_pct"], men=row["men_pct"])

    def _chances_key(self) -> Iterator[Block]:
        row = self._row("barometer_fields")
        if row["judged"].amount:
            when = Period(row["judged"].key["period"])
            yield self._key("chances", _BAROMETER, row["large"], judged=row["judged"], period=when)

    def _ads_key(self) -> Iterator[Block]:
        row = self._row("field_ads")
        when = Period(row["ads"].key["period"])
        yield self._key("ads", _ADS, row["per_100"], ads=row["ads"], period=when)

    def _lean(self) -> rules.Verdict:
        row = self._row("barometer_fields")
        return rules.verdict("lean", row["judged"], row["large"], row["small"])

    def _says(self) -> Iterator[Block]:
        try:
            row = self._row("barometer_fields")
            yield self._claim(
                "outlook",
                _BAROMETER,
                judged=row["judged"],
                large=row["large"],
                medium=row["medium"],
                small=row["small"],
                period=Period(row["judged"].key["period"]),
                is_lean=self._lean(),
            )
        except NoFiguresError:
            pass
        women = self._row("fields")
        yield self._claim(
            "balance",
            _OCCUPATIONS,
            women=women["women_pct"],
            men=women["men_pct"],
            is_balance=balance(women["women_pct"]),
        )

    def _claim(self, name: str, table: str, **slots: Slot | rules.Verdict) -> Claim:
        given: Slots = {"region": self.desk.region, "field": self._name(), **slots}
        return Claim(
            id=f"{self.id}-{name}",
            text=self.say.sentence(f"card-{name}", **given),
            tables=(table,),
        )

    def _largest(self) -> Iterator[Block]:
        shown = self.inside[:_SHOWN]
        if not shown:
            return
        say = self.say
        heads = ["occupation", "employees", "women", "men"]
        slots: Slots = {
            "region": self.desk.region,
            "field": self._name(),
            "period": Period(shown[0].employees.key["period"]),
        }
        yield TableBlock(
            id=f"{self.id}-largest",
            title=say.sentence("card-largest-title", **slots),
            grid=grid(
                say,
                say.sentence("card-largest-caption", **slots),
                [*heads, *(["chances", "demand"] if self.judged else [])],
                [self._line(occupation) for occupation in shown],
                texts=(4, 5),
            ),
            tables=(_OCCUPATIONS, *((_BAROMETER,) if self.judged else ())),
        )

    def _line(self, occupation: Occupation) -> tuple[Content, ...]:
        message = "judged-apart" if occupation.judged else "not-judged"
        absent = Segment(self.say.text(message))
        names = ("chances", "demand") if self.judged else ()
        return (
            self.say.occupation_name(occupation.ssyk),
            occupation.employees,
            occupation.row["women_pct"],
            occupation.row["men_pct"],
            *(occupation.judgement(name) or absent for name in names),
        )

    def _wider(self) -> Iterator[Block]:
        found = wider(self.inside)
        if found is None or balance(self._row("fields")["women_pct"]).word == "even":
            return
        say = self.say
        names = [say.occupation(other.ssyk) for other in found.others]
        yield Claim(
            id=f"{self.id}-wider",
            text=say.sentence(
                "card-wider",
                occupation=say.occupation(found.first.ssyk),
                others=listing(say, names),
                is_better=found.verdict,
            ),
            tables=(_OCCUPATIONS, _BAROMETER),
        )

    def _note(self, name: str, **slots: rules.Verdict | str) -> Note:
        return Note(
            id=f"{self.id}-{name}",
            title=self.say.sentence(f"card-{name}-title"),
            text=self.say.sentence(f"card-{name}", field=self._name(), **slots),
            tables=(),
        )

    def _says_not(self) -> Iterator[Block]:
        yield self._note("says-not")

    def _question(self) -> Iterator[Block]:
        try:
            lean: rules.Verdict | str = self._lean()
        except NoFiguresError:
            lean = "none"
        yield self._note("question", is_lean=lean)

    def _again(self) -> Iterator[Block]:
        yield self._note("again")


def field_cards(desk: Desk) -> Iterator[Page]:
    """A card a field, the largest field of the region first."""
    try:
        fields = desk.result("fields").keys_of("field")
        everyone = occupations(desk)
    except NoFiguresError:
        fields, everyone = sorted(set(af_fields().values())), []
    for field in fields:
        yield _Card(desk, field, everyone).page()


def cards_use(desk: Desk) -> Iterator[Block]:
    """How the cards are used: a conversation, step by step."""
    say = desk.language
    yield Steps(
        id="cards-use",
        title=say.sentence("cards-use-title"),
        steps=tuple(say.sentence(f"cards-use-{step}") for step in _USE),
        tables=(),
    )


def card_employees(desk: Desk) -> Iterator[Block]:
    """Nothing, where there are employees to count; else what the cards lack."""
    desk.result("fields")
    return iter(())


def card_chances(desk: Desk) -> Iterator[Block]:
    """Nothing, where occupations are judged; else what the cards lack."""
    desk.result("barometer_fields")
    return iter(())


def card_ads(desk: Desk) -> Iterator[Block]:
    """Nothing, where there are advertisements to count; else what the cards lack."""
    desk.result("field_ads")
    return iter(())


def fields_in_brief(desk: Desk) -> Iterator[Block]:
    """Every field on a line, and where its card is."""
    say, result = desk.language, desk.result("fields")
    rows = [result.row(**key) for key in result.keys(result.frame)]
    slots: Slots = {"region": result.region, "period": Period(result.keys_of("period")[0])}
    outlook = _outlooks(desk)
    slots["is_judged"] = "judged" if outlook else "not"
    heads = ["field", "employees", "women", "men"]
    yield TableBlock(
        id="fields-in-brief",
        title=say.sentence("fields-in-brief-title", **slots),
        grid=grid(
            say,
            say.sentence("fields-in-brief-caption", **slots),
            [*heads, *(["judged", "judged-large"] if outlook else [])],
            [
                (
                    say.class_name(row["employees"].key["field"]),
                    row["employees"],
                    row["women_pct"],
                    row["men_pct"],
                    *outlook.get(row["employees"].key["field"], ()),
                )
                for row in rows
            ],
        ),
        tables=(_OCCUPATIONS, *((_BAROMETER,) if outlook else ())),
    )
    yield Note(
        id="cards-note",
        title=say.sentence("cards-note-title"),
        text=say.sentence("cards-note", command=f"vagled cards {result.region.code}"),
        tables=(),
    )


def _outlooks(desk: Desk) -> dict[str, tuple[Number, Number]]:
    try:
        result = desk.result("barometer_fields")
    except NoFiguresError:
        return {}
    rows = [result.row(**key) for key in result.keys(result.frame)]
    return {row["judged"].key["field"]: (row["judged"], row["large"]) for row in rows}


BLOCKS = {
    "card_ads": card_ads,
    "card_chances": card_chances,
    "card_employees": card_employees,
    "cards_use": cards_use,
    "fields_in_brief": fields_in_brief,
}
PAGES = {"field_cards": field_cards}
