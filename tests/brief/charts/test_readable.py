"""No label meets another, leaves the canvas or drowns in what is drawn, in any län."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.brief.charts.readable import problems
from tests.brief.charts.samples import COUNTIES, GAP, KINDS, said
from vagled_lmi.brief import charts
from vagled_lmi.brief.charts.palette import (
    BLUE,
    FAINT_GREY,
    GREY,
    INK,
    PALE_GREY,
    TALLEST,
    WIDTH,
)
from vagled_lmi.brief.charts.scene import Area, Dot, Line, Scene, Text, rectangle
from vagled_lmi.codes import Region, regions, ssyk_labels


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_in_every_county(kind: str) -> None:
    found = {}
    for county in COUNTIES:
        scene = KINDS[kind](county).scene()
        assert scene.width == WIDTH
        assert scene.height <= TALLEST, county.name
        assert scene.texts
        if wrong := list(problems(scene)):
            found[county.name] = wrong
    assert len(COUNTIES) == 21
    assert not found


# --- the check itself


WORD = Text("Hjo", 100, 50)


@pytest.mark.parametrize(
    ("items", "says"),
    [
        ((WORD,), None),
        ((WORD, Text("Åre", 105, 52)), "meets"),
        ((WORD, Text("Åre", 100, 61)), None),
        ((Text("Hjo", 442, 50),), "leaves the canvas"),
        ((Text("Hjo", 0, 50, "middle"),), "leaves the canvas"),
        ((WORD, Area(rectangle(90, 40, 130, 60))), "is drawn over"),
        ((Area(rectangle(90, 40, 130, 60), BLUE), WORD), "hardly stands out"),
        ((Area(rectangle(90, 40, 130, 60), PALE_GREY), WORD), None),
        ((Area(rectangle(90, 40, 130, 60), PALE_GREY, hatch="//"), WORD), "stands on hatching"),
        ((Area(rectangle(90, 40, 103, 60), PALE_GREY, GREY), WORD), "crosses an edge"),
        ((Line(((90, 46), (130, 46)), BLUE), WORD), "crosses a Line"),
        ((Line(((90, 46), (130, 46)), FAINT_GREY), WORD), None),
        ((Dot(106, 47, "o", GREY), WORD), "crosses a Dot"),
        (
            (Line(((90, 46), (130, 46)), BLUE), dataclasses.replace(WORD, plate=True)),
            None,
        ),
        ((Line(((90, 46), (130, 46)), BLUE), Area(rectangle(90, 40, 130, 60)), WORD), None),
    ],
    ids=str,
)
def test_the_check_can_fail(items: tuple[Text, ...], says: str | None) -> None:
    found = list(problems(Scene(WIDTH, 100, items)))
    assert len(found) == (says is not None), found
    assert says is None or says in found[0]
    assert WORD.colour == INK


# --- figures that nobody has thought of

NAMES = sorted({*ssyk_labels().values(), *(r.name for r in regions())})
LONGEST_WORD = "Arbetsmarknadsutbildningssamordningsverksamhetsansvariga"
VALUES = st.one_of(
    st.none(),
    st.sampled_from((0.0, 0.1, -0.1, 1.0, 100.0, 1e6, -1e6)),
    st.floats(-1e5, 1e5).map(lambda value: round(value, 1)),
)


def named(most: int, values: st.SearchStrategy[float | None] = VALUES) -> st.SearchStrategy:  # type: ignore[type-arg]
    """Lists of names with two values each; names may be very long."""
    row = st.tuples(st.sampled_from([*NAMES, LONGEST_WORD]), values, values)
    return st.lists(row, min_size=1, max_size=most, unique_by=lambda row: row[0])


Rows = Sequence[tuple[str, float | None, float | None]]
POSITIVE = VALUES.map(lambda value: None if value is None else abs(value))
many = settings(max_examples=20, deadline=None, derandomize=True)


@many
@given(rows=named(40), marked=st.booleans())
def test_any_bars(rows: Rows, marked: bool) -> None:
    chart = charts.Bars(
        tuple(
            charts.Bar(name, value, said(value), n % 2 == 0)
            for n, (name, value, _) in enumerate(rows)
        ),
        mark=tuple(mark for *_, mark in rows) if marked else (),
        mark_label="Riket",
    )
    assert not list(problems(chart.scene()))
    assert chart.scene().height <= TALLEST


@many
@given(values=st.lists(VALUES, min_size=1, max_size=45))
def test_any_columns(values: list[float | None]) -> None:
    chart = charts.Columns(
        tuple(charts.Bar(str(1980 + n), value, said(value)) for n, value in enumerate(values))
    )
    assert not list(problems(chart.scene()))


@many
@given(rows=named(21, POSITIVE), third=st.lists(POSITIVE, min_size=21, max_size=21))
def test_any_stacked(rows: Rows, third: list[float | None]) -> None:
    columns = [[a for _, a, _ in rows], [b for *_, b in rows], third[: len(rows)]]
    chart = charts.Stacked(
        tuple(name for name, *_ in rows),
        tuple(
            charts.Part(name, tuple(values), tuple(said(value, 0) for value in values))
            for name, values in zip(("Stora", "Medelstora", "Små"), columns, strict=True)
        ),
    )
    assert not list(problems(chart.scene()))


@many
@given(rows=named(40))
def test_any_dots(rows: Rows) -> None:
    chart = charts.DotRows(
        tuple(charts.Dots(name, (a, b), said(b)) for name, a, b in rows), ("Kvinnor", "Män")
    )
    assert not list(problems(chart.scene()))
    assert chart.scene().height <= TALLEST


@many
@given(rows=named(40), differences=st.booleans())
def test_any_dumbbell(rows: Rows, differences: bool) -> None:
    chart = charts.Dumbbell(
        tuple(charts.Pair(name, a, b, said(a), said(b), said(a)) for name, a, b in rows),
        "Inrikes födda", "Utrikes födda", difference="Skillnad" if differences else "",
    )  # fmt: skip
    assert not list(problems(chart.scene()))
    assert chart.scene().height <= TALLEST


@many
@given(rows=named(40, POSITIVE))
def test_any_balance(rows: Rows) -> None:
    chart = charts.Balance(
        tuple(charts.Field(name, a, b, said(a), said(b), said(b)) for name, a, b in rows),
        "Väntade öppningar per år", "Utbildningsplatser per år", "Skillnad, personer",
    )  # fmt: skip
    assert not list(problems(chart.scene()))
    assert chart.scene().height <= TALLEST


@many
@given(rows=named(40))
def test_any_slopes(rows: Rows) -> None:
    chart = charts.Slopes(
        "2019", "2024",
        tuple(
            charts.Slope(name, a, b, said(a), said(b), "stressed" if n == 0 else "other")
            for n, (name, a, b) in enumerate(rows)
        ),
    )  # fmt: skip
    assert not list(problems(chart.scene()))
    assert chart.scene().height <= TALLEST


def series(name: str, values: Sequence[float | None]) -> charts.Series:
    return charts.Series(name, tuple(values), tuple(map(said, values)))


LINES = st.integers(1, 24).flatmap(
    lambda count: st.lists(st.lists(VALUES, min_size=count, max_size=count), min_size=1, max_size=6)
)


@many
@given(values=LINES, cut=st.sets(st.integers(0, 23), max_size=3))
def test_any_lines(values: list[list[float | None]], cut: set[int]) -> None:
    periods = tuple(str(2000 + n) for n in range(len(values[0])))
    chart = charts.Lines(
        periods,
        tuple(series(NAMES[40 * n], row) for n, row in enumerate(values)),
        breaks=tuple(
            charts.Break(periods[n], f"{periods[n]}: nytt sätt att räkna")
            for n in sorted(cut) if n < len(periods)
        ),
        gap=GAP,
    )  # fmt: skip
    assert not list(problems(chart.scene()))
    assert chart.scene().height <= TALLEST


@many
@given(
    history=st.lists(VALUES, min_size=1, max_size=20),
    path=st.lists(st.floats(-1e4, 1e4), max_size=6),
    width=st.floats(0, 1e4),
    coverage=st.sampled_from(("", "Har hållit 76 av 100 gånger. " * 6)),
)
def test_any_fan(
    history: list[float | None], path: list[float], width: float, coverage: str
) -> None:
    ahead = tuple(str(2030 + n) for n in range(max(len(path), 1)))
    bands = []
    for wide in (width, width / 3) if path else ():
        low, high = [v - wide for v in path], [v + wide for v in path]
        bands.append(
            charts.Band(
                f"{wide:.0f} av 100", tuple(low), tuple(high), said(low[-1]), said(high[-1])
            )
        )
    chart = charts.Fan(
        tuple(str(2000 + n) for n in range(len(history))),
        tuple(history), tuple(map(said, history)),
        ahead, tuple(path), said(path[-1]) if path else "", tuple(bands), "Hittills", "Väntas",
        "Vi vet inte: gruppen är mindre än 1 000 personer", coverage,
    )  # fmt: skip
    assert not list(problems(chart.scene()))


@many
@given(
    count=st.integers(1, 50),
    values=st.lists(st.lists(VALUES, min_size=5, max_size=5), min_size=50, max_size=50),
    periods=st.integers(1, 5),
)
def test_any_multiples(count: int, values: list[list[float | None]], periods: int) -> None:
    codes = [r.short for r in regions("municipality")][:: max(290 // count, 1)][:count]
    chart = charts.Multiples(
        tuple(str(2020 + n) for n in range(periods)),
        tuple(series(n, v[:periods]) for n, v in zip(codes, values, strict=False)),
        (series("Länet", values[-1][:periods]), series("Riket", values[-2][:periods])),
        "Kommunen", gap=GAP,
    )  # fmt: skip
    assert not list(problems(chart.scene()))
    assert chart.scene().height <= TALLEST


@settings(max_examples=12, deadline=None, derandomize=True)
@given(county=st.sampled_from(COUNTIES), values=st.lists(VALUES, min_size=49, max_size=49))
def test_any_map(county: Region, values: list[float | None]) -> None:
    spots = tuple(
        charts.Place(kommun.code, kommun.name, value, said(value))
        for kommun, value in zip(county.municipalities, values, strict=False)
    )
    chart = charts.Choropleth(spots, gap=GAP, stressed=spots[-1].code)
    assert not list(problems(chart.scene()))
    assert chart.scene().height <= TALLEST


@settings(max_examples=5, deadline=None, derandomize=True)
@given(values=st.lists(VALUES, min_size=21, max_size=21))
def test_any_map_of_counties(values: list[float | None]) -> None:
    spots = tuple(
        charts.Place(county.code, county.name, value, said(value))
        for county, value in zip(COUNTIES, values, strict=True)
    )
    assert not list(problems(charts.Choropleth(spots, gap=GAP).scene()))
