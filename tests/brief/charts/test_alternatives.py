"""Text alternatives: short, Swedish, true to the data, and changed when the data change."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.brief.charts.samples import BREAKS, COUNTIES, GAP, KINDS, said
from vagled_lmi.brief import charts
from vagled_lmi.brief.language import Language
from vagled_lmi.codes import Region, ssyk_labels

SAY = Language("sv")
UPPSALA = Region("03")
_NUMBER = re.compile(r"[−+]?\d[\d\u202f]*(?:,\d+)?")
ONE_OF_EACH = {type(KINDS[kind](UPPSALA)).__name__: kind for kind in reversed(KINDS)}


def words(chart: charts.Chart) -> str:
    return str(charts.alternative(SAY, chart))


def texts(thing: Any) -> Iterator[str]:
    """Every text in a data object."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, tuple):
        for part in thing:
            yield from texts(part)
    elif dataclasses.is_dataclass(thing) and not isinstance(thing, type):
        for field in dataclasses.fields(thing):
            yield from texts(getattr(thing, field.name))


@pytest.mark.parametrize("kind", KINDS)
def test_short_and_swedish_in_every_county(kind: str) -> None:
    for county in COUNTIES:
        chart = KINDS[kind](county)
        text = words(chart)
        assert 60 < len(text) < charts.LONGEST + 1 == 401
        assert text.endswith((".", ":")), text
        assert chart.subject in text
        assert not re.search(r"\d\.\d|\.\.|  |None|nan", text), text


@pytest.mark.parametrize("kind", KINDS)
def test_every_number_is_one_that_the_data_have(kind: str) -> None:
    """But for counts of rows, which are whole and not larger than there are rows."""
    for county in COUNTIES:
        chart = KINDS[kind](county)
        known = {number for text in texts(chart) for number in _NUMBER.findall(text)}
        for number in _NUMBER.findall(words(chart)):
            counted = number.isdigit() and int(number) <= 50
            assert number in known or counted, f"{number} in {words(chart)}"


def changed(chart: charts.Chart, change: Callable[[float], float]) -> charts.Chart:
    """A chart whose values have all been changed, and their texts with them."""

    def maybe(value: float | None) -> float | None:
        return None if value is None else change(value)

    def anew(thing: Any) -> Any:
        match thing:
            case charts.Bar() | charts.Place():
                value = maybe(thing.value)
                return dataclasses.replace(thing, value=value, text=said(value))
            case charts.Dots():
                values = tuple(map(maybe, thing.values))
                return dataclasses.replace(thing, values=values, text=said(values[1]))
            case charts.Pair() | charts.Field() | charts.Slope():
                given = {
                    f.name: maybe(value)
                    for f in dataclasses.fields(thing)
                    if isinstance(value := getattr(thing, f.name), float)
                }
                given_texts = {f"{name}_text": said(value) for name, value in given.items()}
                return dataclasses.replace(thing, **given, **given_texts)
            case charts.Series() | charts.Part():
                values = tuple(map(maybe, thing.values))
                return dataclasses.replace(thing, values=values, texts=tuple(map(said, values)))
            case charts.Band():
                low, high = (tuple(map(change, side)) for side in (thing.low, thing.high))
                return dataclasses.replace(
                    thing, low=low, high=high, low_text=said(low[-1]), high_text=said(high[-1])
                )
            case tuple():
                return tuple(map(anew, thing))
        return thing

    if isinstance(chart, charts.Fan):
        values = tuple(map(maybe, chart.values))
        path = tuple(map(change, chart.expected))
        return dataclasses.replace(
            chart, values=values, texts=tuple(map(said, values)), expected=path,
            expected_text=said(path[-1]), bands=anew(chart.bands),
        )  # fmt: skip
    fields = {f.name: anew(getattr(chart, f.name)) for f in dataclasses.fields(chart)}  # type: ignore[arg-type]
    return dataclasses.replace(chart, **fields)  # type: ignore[type-var]


@pytest.mark.parametrize("name", ONE_OF_EACH)
@pytest.mark.parametrize("change", [lambda v: v * 3 + 1, lambda v: -v, lambda v: v + 0.1])
def test_other_data_other_words(name: str, change: Callable[[float], float]) -> None:
    chart = KINDS[ONE_OF_EACH[name]](UPPSALA)
    assert words(changed(chart, change)) != words(chart)
    assert words(changed(chart, lambda v: v)) == words(changed(chart, lambda v: v + 0.0))


def test_each_kind_of_chart_is_among_them() -> None:
    kinds = {kind.__name__ for kind in charts.Chart.__subclasses__()}
    assert set(ONE_OF_EACH) == kinds


# --- what is said, sentence by sentence


def bar(name: str, value: float | None, *, stressed: bool = False) -> charts.Bar:
    return charts.Bar(name, value, said(value), stressed)


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ((3, 9, 5), "Från 3,0 (A) till 9,0 (B)."),
        ((9, 9, 5), "Från 5,0 (C) till 9,0 (A och B)."),
        ((-2, 9, 5), "Från −2,0 (A) till 9,0 (B)."),
        ((4, 4, 4), "Värdet är detsamma i alla: 4,0."),
        ((None, 9, 5), "Från 5,0 (C) till 9,0 (B). A: ingen uppgift."),
        ((None, None, 5), "C: 5,0. A och B: ingen uppgift."),
        ((None, None, None), "A, B och C: ingen uppgift."),
    ],
)
def test_range(values: tuple[float | None, ...], says: str) -> None:
    rows = tuple(bar(name, value) for name, value in zip("ABC", values, strict=True))
    assert words(charts.Bars(rows, "prov")) == f"Liggande staplar: prov. {says}"


def test_the_row_it_is_about_and_the_mark() -> None:
    rows = (bar("A", 3), bar("B", 5, stressed=True), bar("C", 9))
    text = words(charts.Bars(rows, "prov", (4.0, 4.0, None), "Riket"))
    assert text.endswith("B har 5,0. 1 av 2 ligger över strecken: Riket.")


@pytest.mark.parametrize(
    ("values", "noise", "says"),
    [
        ((3, 4, 5), 0, "Ökar från 3,0 (2020) till 5,0 (2022)."),
        ((5, 4, 3), 0, "Minskar från 5,0 (2020) till 3,0 (2022)."),
        ((3, 3, 3), 0, "I stort sett oförändrat, 3,0 (2020) och 3,0 (2022)."),
        ((3, 3, 4), 1.5, "I stort sett oförändrat, 3,0 (2020) och 4,0 (2022)."),
        ((3, 9, 5), 0, "Ökar från 3,0 (2020) till 5,0 (2022). Högst däremellan: 9,0 (2021)."),
        ((3, 1, 5), 0, "Ökar från 3,0 (2020) till 5,0 (2022). Lägst däremellan: 1,0 (2021)."),
        ((None, 1, 5), 0, "Ökar från 1,0 (2021) till 5,0 (2022). 2020: ingen uppgift."),
        ((None, None, 5), 0, "2022: 5,0. 2020 och 2021: ingen uppgift."),
    ],
)
def test_trend(values: tuple[float | None, ...], noise: float, says: str) -> None:
    years = ("2020", "2021", "2022")
    rows = tuple(bar(year, value) for year, value in zip(years, values, strict=True))
    assert words(charts.Columns(rows, "prov", noise)) == f"Stående staplar: prov. {says}"


def test_no_trend_goes_over_a_break() -> None:
    """From 72 in 2014 to 61 in 2024, but up since the last break in 2023."""
    values = (72.0, 71.0, 70.0, 69.0, 68.0, 67.0, 66.0, 65.0, 64.0, 60.0, 61.0)
    years = tuple(str(2014 + n) for n in range(11))
    line = charts.Series("Länet", values, tuple(map(said, values)))
    text = words(charts.Lines(years, (line,), "prov", BREAKS, GAP))
    assert "Länet: ökar från 60,0 (2023) till 61,0 (2024)." in text
    assert "72,0" not in text
    assert "Brott i serien: 2020 och 2023." in text


def test_slopes_count_and_name_the_steepest() -> None:
    rows = tuple(
        charts.Slope(name, a, b, said(a), said(b), role)
        for name, a, b, role in (
            ("A", 1.0, 5.0, "other"), ("B", 3.0, 2.0, "stressed"), ("C", 4.0, 1.0, "other"),
            ("D", 2.0, 2.1, "other"), ("E", None, 2.0, "other"),
        )
    )  # fmt: skip
    assert words(charts.Slopes("2019", "2024", rows, "prov", 0.5)) == (
        "Lutningsdiagram från 2019 till 2024: prov. "
        "Av 4: 1 ökar, 2 minskar, 1 i stort sett oförändrat. "
        "Störst ökning: A, från 1,0 till 5,0. Störst minskning: C, från 4,0 till 1,0. "
        "B: från 3,0 till 2,0. E: ingen uppgift."
    )


def test_what_is_expected_and_what_is_not_known() -> None:
    band = charts.Band("80 av 100", (4.0, 3.5), (6.0, 6.5), "3,5", "6,5")
    fan = charts.Fan(
        ("2023", "2024"), (4.0, 4.5), ("4,0", "4,5"), ("2025", "2026"), (5.0, 5.2), "5,2",
        (band,), "Hittills", "Väntas", subject="prov",
    )  # fmt: skip
    assert words(fan) == (
        "Linje med osäkerhetsband: prov. Hittills: ökar från 4,0 (2023) till 4,5 (2024). "
        "Väntas bli 5,2 (2026). 80 av 100: mellan 3,5 och 6,5 (2026)."
    )
    unknown = dataclasses.replace(fan, expected=(), bands=(), unknown="vi vet inte")
    assert words(unknown).endswith("till 4,5 (2024). Utsikter: vi vet inte.")


def test_balance_says_which_side_is_the_longer_and_where_most() -> None:
    rows = tuple(
        charts.Field(name, a, b, said(a, 0), said(b, 0), "")
        for name, a, b in (("A", 300.0, 100.0), ("B", 50.0, 60.0), ("C", None, 4.0))
    )
    assert words(charts.Balance(rows, "Öppningar", "Platser", "Skillnad", "prov")) == (
        "Staplar rygg mot rygg, ”Öppningar” till vänster och ”Platser” till höger: prov. "
        "Den vänstra stapeln är längst i 1 av 2 rader. "
        "Störst övervikt till vänster: A, 300 mot 100. Störst övervikt till höger: B, 50 mot 60. "
        "C: ingen uppgift."
    )


def test_long_names_are_cut_and_the_least_important_is_left_out() -> None:
    names = sorted(ssyk_labels().values(), key=len)[-6:]
    rows = tuple(bar(name, float(n // 3)) for n, name in enumerate(names))
    chart = charts.Bars(rows, "s" * 300, (0.5,) * 6, "m" * 60)
    text = words(chart)
    assert len(text) <= charts.LONGEST
    assert text.startswith("Liggande staplar: sss")
    assert "ligger över" not in text


def test_a_long_name_is_cut_between_two_words() -> None:
    rows = (bar("Mechanics and repairers, agricultural and industrial machinery, others", 1.0),)
    text = words(charts.Bars((*rows, bar("B", 2.0)), "prov"))
    assert "Mechanics and repairers, agricultural and industrial…" in text


def test_a_chart_must_say_what_it_is_about() -> None:
    with pytest.raises(ValueError, match="without a subject"):
        words(charts.Bars((bar("A", 1.0),)))
