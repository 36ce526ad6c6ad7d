"""Which of an agency's tables a declared one is: recognised, searched for, pinned, chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest

from tests.agencies.scb import Dim, PxTable, ScbServer
from tests.servers import Answerer
from tests.sources.asking import answered_by, inquiry
from vagled_lmi.contracts import Contract
from vagled_lmi.errors import SourceError, UsageError
from vagled_lmi.session import Request, Response
from vagled_lmi.sources import pxweb
from vagled_lmi.sources.protocol import Answer, UnchangedError
from vagled_lmi.sources.pxweb_extract import Extract, Label, Marks
from vagled_lmi.store import draft
from vagled_lmi.tables import Contents, Dimension, TableSpec

URL = "https://px.example.se"
MARKS = Marks(words=("anställda", "4-siffrig"), without=("näringsgren",), query="anställda yrke")


def px(
    table: str, label: str, *, years: Sequence[str] = ("2020", "2021"), more: str = "", **kept: Any
) -> PxTable:
    """A table of employees by region, with one dimension more if named."""
    dims = [Dim("Region", "region", {"00": "Riket", "03": "Uppsala län"})]
    dims += [Dim(more, more.lower(), {"1": "ett"}, elimination=True)] if more else []
    dims.append(
        Dim("ContentsCode", "tabellinnehåll", {"X1": "Anställda"}, units={"X1": ("antal", 0)})
    )
    dims.append(Dim("Tid", "år", {year: year for year in years}))
    return PxTable(table, label, dims, **kept)


BAS = px("TAB1", "Anställda efter region, yrke (4\N{EN DASH}siffrig SSYK 2012)")
INDUSTRY = px("TAB2", "Anställda efter region, yrke (4-siffrig SSYK 2012) och näringsgren")
GROUPS = px("TAB3", "Anställda efter region, yrke (3-siffrig SSYK 2012)")
OTHER = px("TAB9", "Folkmängd efter region")


def extract(table: str = "", marks: Marks | None = MARKS, **more: Any) -> Extract:
    return Extract(
        table=table,
        select={"Region": ("*",), "ContentsCode": (Label("anställda"),), "Tid": ("*",)},
        columns={"Region": "region", "Tid": "period"},
        marks=marks,
        **more,
    )


def spec(live: object) -> TableSpec:
    return TableSpec(
        id="scb:Y",
        agency="SCB",
        register="Y",
        title="Anställda",
        dimensions=(
            Dimension("region", "Region", "region"),
            Dimension("period", "År", "period"),
        ),
        contents=(Contents("X1", "Anställda", "personer"),),
        cadence="year",
        licence="CC0",
        page="https://www.scb.se/y",
        live=live,
    )


def fetch(server: Answerer, live: object, **known: Any) -> list[Answer]:
    return list(pxweb.fetch(inquiry(spec(live), URL, **known), answered_by(server)))


def refused(server: Answerer, live: object, **known: Any) -> SourceError:
    with pytest.raises(SourceError) as caught:
        fetch(server, live, **known)
    return caught.value


def pin(answers: Sequence[Answer], live: object) -> Contract:
    return pxweb.contract([answer.payload for answer in answers], spec(live))


def tables_asked(answers: Sequence[Answer]) -> list[str]:
    return [a.query.url.split("/")[-2] for a in answers if a.query.selection]


# The first time


def test_a_declared_id_that_is_what_it_should_be_is_not_searched_for() -> None:
    asked: list[str] = []
    send = answered_by(ScbServer([OTHER, BAS]))

    def noting(request: Request) -> Response:
        asked.append(request.url.removeprefix(URL))
        return send(request)

    list(pxweb.fetch(inquiry(spec(extract("TAB1")), URL), noting))
    assert asked == ["/config", "/tables/TAB1/metadata", "/tables/TAB1/data"]


def test_a_table_without_an_id_is_found_by_what_it_is_known_by() -> None:
    answers = fetch(ScbServer([OTHER, GROUPS, INDUSTRY, BAS]), extract())
    assert tables_asked(answers) == ["TAB1"]
    assert pin(answers, extract()).agency_id == "TAB1"


def test_a_declared_id_that_is_another_table_or_gone_is_searched_for() -> None:
    for wrong in ("TAB3", "TAB77"):
        assert tables_asked(fetch(ScbServer([GROUPS, BAS]), extract(wrong))) == ["TAB1"]


def test_a_search_goes_through_all_its_pages() -> None:
    """250 tables that do not fit, then the one: two pages of 200."""
    many = [px(f"TAB{at}", f"Anställda efter yrke {at}") for at in range(100, 350)]
    asked: list[dict[str, object]] = []
    send = answered_by(ScbServer([*many, BAS]))

    def noting(request: Request) -> Response:
        if request.url.endswith("/tables"):
            asked.append(dict(request.params))
        return send(request)

    answers = list(pxweb.fetch(inquiry(spec(extract()), URL), noting))
    assert tables_asked(answers) == ["TAB1"]
    assert asked == [
        {"lang": "sv", "query": "anställda yrke", "pageNumber": page, "pageSize": "200"}
        for page in ("1", "2")
    ]


@pytest.mark.parametrize(
    ("marks", "others"),
    [
        (MARKS, [px("TAB2", BAS.label, more="Kon")]),  # a dimension more
        (replace(MARKS, first="2020"), [px("TAB2", BAS.label, years=("2014", "2018"))]),
        (replace(MARKS, last="2021"), [px("TAB2", BAS.label, years=("2020", "2024"))]),
        (MARKS, [px("TAB2", BAS.label, unit="Monthly")]),
        (MARKS, [px("TAB2", BAS.label, discontinued=True)]),
    ],
)
def test_tables_with_the_same_name_are_told_apart(marks: Marks, others: list[PxTable]) -> None:
    assert tables_asked(fetch(ScbServer([*others, BAS]), extract(marks=marks))) == ["TAB1"]


def test_two_that_fit_are_for_a_person_to_choose_between() -> None:
    twin = px("TAB2", BAS.label)
    error = refused(ScbServer([BAS, twin]), extract())
    assert error.message == (
        "2 tabeller hos SCB kan vara scb:Y: "
        f'TAB1 "{BAS.label}. År 2020-2021"; TAB2 "{BAS.label}. År 2020-2021".'
    )
    assert error.hint == "Välj en: vagled fetch scb:Y --id TAB1"
    chosen = fetch(ScbServer([BAS, twin]), extract(), ids=("TAB2",))
    assert tables_asked(chosen) == ["TAB2"]
    assert pin(chosen, extract()).agency_id == "TAB2"


def test_too_many_that_fit_are_not_asked_about_one_by_one() -> None:
    many = [px(f"TAB{at}", f"Anställda efter yrke (4-siffrig) {at}") for at in range(10)]
    error = refused(ScbServer(many), extract())
    assert error.message.startswith("10 tabeller hos SCB kan vara scb:Y: TAB0 ")


def test_none_that_fits_is_said_with_what_was_tried_and_why_not() -> None:
    error = refused(ScbServer([GROUPS, INDUSTRY]), extract("TAB3"))
    assert error.message == (
        "Ingen tabell hos SCB går att känna igen som scb:Y. Prövade: "
        'TAB3 "Anställda efter region, yrke (3-siffrig SSYK 2012). År 2020-2021" '
        'namnet innehåller inte "4-siffrig"; '
        'TAB2 "Anställda efter region, yrke (4-siffrig SSYK 2012) och näringsgren. År 2020-2021" '
        'namnet innehåller "näringsgren".'
    )
    assert error.hint == (
        "Är en av dem rätt, välj den: vagled fetch scb:Y --id TAB3. Sök annars: "
        'vagled tables --search "anställda yrke"'
    )


def test_none_at_all() -> None:
    error = refused(ScbServer([OTHER]), extract())
    assert error.message.endswith('Sökningen "anställda yrke" gav inga tabeller.')
    assert error.hint == (
        'Sök den nya: vagled tables --search "anställda yrke" och välj den: '
        "vagled fetch scb:Y --id TAB…"
    )


def test_an_id_without_marks_that_is_gone_says_what_to_do() -> None:
    error = refused(ScbServer([BAS]), extract("TAB77", marks=None))
    assert "SCB svarade 404 på frågan om scb:Y: tabellen finns inte." in error.message
    assert 'vagled tables --search "Anställda"' in str(error.hint)
    assert "vagled fetch scb:Y --id TAB…" in str(error.hint)


# From then on


@pytest.fixture
def pinned() -> Contract:
    return pin(fetch(ScbServer([BAS]), extract()), extract())


def test_the_pin_is_what_is_asked_from_then_on(pinned: Contract) -> None:
    """A twin has appeared, and months have passed; the choice stands."""
    later = px("TAB1", BAS.label, years=("2020", "2021", "2022"))
    server = ScbServer([px("TAB0", BAS.label), later])
    assert tables_asked(fetch(server, extract(), pinned=pinned)) == ["TAB1"]


def _renamed_measure(table: PxTable) -> None:
    table.dims[1].labels = {"X1": "Anställda och företagare"}


def _new_unit(table: PxTable) -> None:
    table.dims[1].units = {"X1": ("procent", 1)}


def _new_code(table: PxTable) -> None:
    table.dims[1].labels, table.dims[1].units = {"X7": "Anställda"}, {"X7": ("antal", 0)}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            lambda table: setattr(table, "label", "Sysselsatta efter yrke"),
            'namnet var "Anställda efter region, yrke (4–siffrig SSYK 2012)" och är nu '
            '"Sysselsatta efter yrke"',
        ),
        (
            lambda table: table.dims.insert(1, Dim("Kon", "kön", {"1": "män"}, elimination=True)),
            'dimensionen "Kon" har kommit till',
        ),
        (lambda table: table.dims.pop(0), 'dimensionen "Region" finns inte längre'),
        (
            lambda table: setattr(table.dims[0], "label", "arbetsställets region"),
            'dimensionen "Region" hette "region" och heter nu "arbetsställets region"',
        ),
        (
            _renamed_measure,
            'måttet "X1" var "anställda i antal" och är nu "anställda och företagare i antal"',
        ),
        (_new_unit, 'måttet "X1" var "anställda i antal" och är nu "anställda i procent"'),
        (_new_code, 'måttet "X1" (anställda) finns inte längre'),
    ],
)
def test_a_table_that_is_not_what_it_was_is_refused_until_someone_chooses(
    pinned: Contract, change: Callable[[PxTable], object], said: str
) -> None:
    changed = px("TAB1", BAS.label)
    changed.dims = list(changed.dims)
    change(changed)
    error = refused(ScbServer([changed]), extract(), pinned=pinned)
    assert error.message.startswith(
        "Tabellen TAB1 hos SCB är inte längre den som scb:Y hämtats från: "
    )
    assert said.replace("–", "-") in error.message.replace("–", "-")
    assert error.hint == (
        "Är den ändå rätt: vagled fetch scb:Y --id TAB1. Sök annars den nya: "
        'vagled tables --search "anställda yrke"'
    )
    assert pxweb.probe(  # the sentinel is told what it is like now
        inquiry(spec(extract()), URL, pinned=pinned), answered_by(ScbServer([changed]))
    )
    if "Region" in [dim.code for dim in changed.dims] and len(changed.dims) == 3:
        chosen = fetch(ScbServer([changed]), extract(), pinned=pinned, ids=("TAB1",))
        assert tables_asked(chosen) == ["TAB1"]


def test_a_longer_dash_or_another_case_is_no_other_name(pinned: Contract) -> None:
    same = px("TAB1", "ANSTÄLLDA efter region,  yrke (4-siffrig SSYK 2012)")
    assert fetch(ScbServer([same]), extract(), pinned=pinned)


def test_a_pinned_table_that_is_gone_is_not_replaced_without_asking(pinned: Contract) -> None:
    error = refused(ScbServer([px("TAB5", BAS.label)]), extract(), pinned=pinned)
    assert error.message == (
        f'Tabellen TAB1 hos SCB, som scb:Y hämtats från ("{pinned.label}"), finns inte längre.'
    )
    assert "vagled fetch scb:Y --id TAB…" in str(error.hint)


def test_choosing_writes_the_pin_anew_though_nothing_has_changed(pinned: Contract) -> None:
    answers = fetch(ScbServer([BAS]), extract(), pinned=pinned)
    known = tuple(draft(answer, retrieved="", licence="", via="") for answer in answers)
    with pytest.raises(UnchangedError):
        fetch(ScbServer([BAS]), extract(), pinned=pinned, known=known)
    assert fetch(ScbServer([BAS]), extract(), pinned=pinned, known=known, ids=("TAB1",))


# Several tables


SERIES = (
    extract(name="NEW", marks=replace(MARKS, first="2020")),
    extract(name="OLD", marks=replace(MARKS, first="2019", last="2021")),
)
NEW = px("TAB1", BAS.label, years=("2020", "2021", "2022"))
OLD = px("TAB4", BAS.label, years=("2019", "2020", "2021"))


def test_the_newest_table_wins_where_several_have_a_period() -> None:
    answers = fetch(ScbServer([OLD, NEW]), SERIES)
    asked = {
        table: answer.query.selection["Tid"]
        for table, answer in zip(
            ("TAB1", "TAB4"), (a for a in answers if a.query.selection), strict=True
        )
    }
    assert asked == {"TAB1": ("2020", "2021", "2022"), "TAB4": ("2019",)}
    assert [answer.whole for answer in answers] == [4] * 4  # two descriptions, two of data
    frame = pxweb.parse([answer.payload for answer in answers], spec(SERIES))
    assert len(frame) == 2 * 4
    assert list(frame["period"].unique()) == ["2020", "2021", "2022", "2019"]
    contract = pin(answers, SERIES)
    assert (contract.agency_id, contract.earlier["OLD"].agency_id) == ("TAB1", "TAB4")
    assert Contract.from_json(contract.to_json()) == contract


def test_each_of_several_is_pinned_and_chosen_by_its_name() -> None:
    contract = pin(fetch(ScbServer([OLD, NEW]), SERIES), SERIES)
    server = ScbServer([NEW, px("TAB8", OLD.label, years=("2019",))])
    gone = refused(server, SERIES, pinned=contract)
    assert "Tabellen TAB4 hos SCB" in gone.message
    assert "vagled fetch scb:Y --id OLD=TAB…" in str(gone.hint)
    answers = fetch(server, SERIES, pinned=contract, ids=("OLD=TAB8",))
    assert tables_asked(answers) == ["TAB1", "TAB8"]


def test_a_period_that_only_one_of_several_has() -> None:
    answers = fetch(ScbServer([OLD, NEW]), SERIES, periods=("2019",))
    assert tables_asked(answers) == ["TAB4"]
    frame = pxweb.parse([answer.payload for answer in answers], spec(SERIES))
    assert set(frame["period"]) == {"2019"}
    error = refused(ScbServer([OLD, NEW]), SERIES, periods=("1999",))
    assert error.message == 'Tabellen TAB1 hos SCB har inte "1999".'
    assert error.hint == 'Där finns "2020" till "2022".'


@pytest.mark.parametrize(
    ("live", "ids"),
    [
        (extract(), ("NEW=TAB1",)),
        (extract(), ("TAB1", "TAB2")),
        (extract(), ("",)),
        (SERIES, ("TAB1",)),
        (SERIES, ("NEWER=TAB1",)),
        (SERIES, ("OLD=TAB1", "OLD=TAB2")),
    ],
)
def test_an_id_that_is_for_nothing_is_a_slip(live: object, ids: tuple[str, ...]) -> None:
    with pytest.raises(UsageError, match="passar inte scb:Y") as caught:
        fetch(ScbServer([BAS]), live, ids=ids)
    form = "--id NEW=TAB… --id OLD=TAB…" if live is SERIES else "--id TAB…"
    assert caught.value.hint == f"Skriv så här: {form}"
