"""What each kind of chart does with missing, negative, single and many values."""

from __future__ import annotations

import pytest

from tests.brief.charts.samples import GAP, KINDS, said
from vagled_lmi.brief import charts
from vagled_lmi.brief.charts.palette import BLUE, GAP_HATCH, PALE_GREY, VERMILION
from vagled_lmi.brief.charts.scene import Area, Dot, Line, Scene
from vagled_lmi.brief.language import Language
from vagled_lmi.codes import Region

UPPSALA = Region("03")


def areas(scene: Scene, fill: str) -> list[Area]:
    return [item for item in scene.items if isinstance(item, Area) and item.fill == fill]


def hatched(scene: Scene) -> list[Area]:
    return [i for i in scene.items if isinstance(i, Area) and i.hatch == GAP_HATCH]


def ends(area: Area) -> tuple[float, float]:
    xs = [x for x, _ in area.rings[0]]
    return min(xs), max(xs)


def test_bars_are_as_long_as_their_values_and_go_both_ways() -> None:
    rows = [charts.Bar(n, v, said(v)) for n, v in (("A", 10.0), ("B", 5.0), ("C", -5.0))]
    drawn = [ends(area) for area in areas(charts.Bars(tuple(rows)).scene(), BLUE)]
    lengths = [right - left for left, right in drawn]
    assert lengths[1] == pytest.approx(lengths[0] / 2)
    assert lengths[2] == pytest.approx(lengths[0] / 2)
    zero = drawn[0][0]
    assert drawn[1][0] == pytest.approx(zero)
    assert drawn[2][1] == pytest.approx(zero)


def test_missing_is_hatched_and_said_and_never_zero() -> None:
    rows = (charts.Bar("A", None, GAP), charts.Bar("B", 0.0, "0"), charts.Bar("C", 3.0, "3"))
    for chart in (charts.Bars(rows), charts.Columns(rows)):
        scene = chart.scene()
        stubs = [area for area in hatched(scene) if ends(area)[0] >= 0]
        assert stubs
        assert len(areas(scene, BLUE)) == 1  # a zero has no bar at all
        assert [text.text for text in scene.texts].count(GAP) == 1
        assert "0" in [text.text for text in scene.texts]


@pytest.mark.parametrize(
    "kind",
    ["bars-change", "columns-many", "stacked", "dots", "dumbbell", "lines-breaks", "fan-unknown",
     "multiples", "balance"],
)  # fmt: skip
def test_each_kind_hatches_what_is_missing(kind: str) -> None:
    scene = KINDS[kind](UPPSALA).scene()
    assert hatched(scene)
    said_so = {GAP, "för få för att visas", "Vi vet inte: för få personer för en prognos"}
    assert said_so & {text.text for text in scene.texts}


def test_a_map_hatches_what_is_missing_and_shades_by_class() -> None:
    spots = tuple(
        charts.Place(k.code, k.short, v, said(v))
        for k, v in zip(
            UPPSALA.municipalities, (61.0, 66.0, 71.0, 76.0, 81.0, None, 84.9, 85.0), strict=True
        )
    )
    scene = charts.Choropleth(spots, gap=GAP).scene()
    words = [text.text for text in scene.texts]
    assert words[:6] == ["60–65", "65–70", "70–75", "75–80", "80–85", GAP]
    drawn = [i for i in scene.items if isinstance(i, Area) and i.edge and i.width == 0.7]
    looks = [(area.fill, area.hatch) for area in drawn]
    key = [(i.fill, i.hatch) for i in scene.items[:12] if isinstance(i, Area)]
    # 85.0 belongs to the last class, which holds both its limits
    assert looks == [key[0], key[1], key[2], key[3], key[4], key[5], key[4], key[4]]


def test_one_place_needs_no_key() -> None:
    spot = charts.Place("0980", "Gotland", 81.0, "81,0")
    assert [text.text for text in charts.Choropleth((spot,)).scene().texts] == ["Gotland", "81,0"]


def test_a_stressed_place_has_an_outline_of_its_own() -> None:
    chart = KINDS["map-counties"](Region("09"))
    assert any(isinstance(i, Line) and i.colour == VERMILION for i in chart.scene().items)


def test_lines_are_cut_where_the_method_changed() -> None:
    years = tuple(str(2018 + n) for n in range(6))
    values = (1.0, 2.0, 3.0, 4.0, 5.0, 6.0)
    line = charts.Series("Länet", values, tuple(map(said, values)))
    gap = charts.Break("2020", "2020: BAS i stället för RAMS")
    scene = charts.Lines(years, (line,), breaks=(gap,)).scene()
    thick = [item for item in scene.items if isinstance(item, Line) and item.width == 2.2]
    assert [len(item.points) for item in thick] == [2, 4]
    (mark,) = (i for i in scene.items if isinstance(i, Line) and i.dash == (2.0, 2.0))
    assert thick[0].points[-1][0] < mark.points[0][0] < thick[1].points[0][0]
    assert "2020: BAS i stället för RAMS" in [text.text for text in scene.texts]


def test_lines_are_named_where_they_end() -> None:
    scene = KINDS["lines-breaks"](UPPSALA).scene()
    names = [text for text in scene.texts if "län " in text.text or "Riket" in text.text]
    assert len(names) == 6
    assert len({text.x for text in names}) == 1
    assert [text.text[:11] for text in names if text.bold] == ["Uppsala län"]


def test_a_fan_widens_and_prints_its_edges() -> None:
    chart = KINDS["fan"](UPPSALA)
    assert isinstance(chart, charts.Fan)
    words = [text.text for text in chart.scene().texts]
    for band in chart.bands:
        assert band.low_text in words
        assert band.high_text in words
        assert band.name in words
    assert chart.coverage in words
    assert chart.expected_text in [t.text for t in chart.scene().texts if t.bold]


def test_a_fan_of_nothing_says_so_and_draws_no_path() -> None:
    scene = KINDS["fan-unknown"](UPPSALA).scene()
    assert not [i for i in scene.items if isinstance(i, Line) and i.dash == (4.0, 2.0)]
    assert not [i for i in scene.items if isinstance(i, Dot) and i.hollow]


def test_small_multiples_share_one_scale() -> None:
    """The same value lies as far above the bottom of its panel in every panel."""
    values = ((10.0, 20.0), (15.0, 20.0), (10.0, 12.0))
    panels = tuple(
        charts.Series(n, v, tuple(map(said, v))) for n, v in zip("ABC", values, strict=True)
    )
    scene = charts.Multiples(("2023", "2024"), panels, (), "Kommunen").scene()
    drawn = [item.points for item in scene.items if isinstance(item, Line) and item.width == 1.9]
    # 20 ends the first two, side by side
    assert drawn[0][1][1] == pytest.approx(drawn[1][1][1])
    rise = [(a - b) for (_, a), (_, b) in drawn]
    assert rise[0] == pytest.approx(2 * rise[1])
    assert rise[0] == pytest.approx(5 * rise[2])


def test_small_multiples_of_changes_have_nought_and_do_not_rise_or_fall() -> None:
    def chart(levels: bool, *ends: float) -> charts.Multiples:
        panels = tuple(
            charts.Series(n, (3.0, v), ("3", f"{v:g}")) for n, v in zip("AB", ends, strict=True)
        )
        riket = (charts.Series("Riket", (2.0, 0.5), ("2", "0,5")),)
        return charts.Multiples(
            ("2023", "2024"), panels, riket, "Länet", "exempeldata", levels=levels
        )

    changes, above = chart(False, -2.0, 1.0), chart(False, 1.0, 2.0)
    assert [t.text for t in changes.scene().texts if t.text == "0"] == ["0"]
    # only its nought: a scale that does not go below has it at its foot or not at all
    assert len([t for t in above.scene().texts if t.text == "0"]) <= 1
    said = str(charts.alternative(Language("sv"), changes))
    assert "Riket har 0,5." in said
    assert "ökar" not in said
    assert "minskar" not in said
    assert "minskar" in str(charts.alternative(Language("sv"), chart(True, -2.0, 1.0)))


def test_balance_bars_share_one_scale_on_both_sides() -> None:
    row = charts.Field("Vård", 200.0, 100.0, "200", "100", "100")
    scene = charts.Balance((row,), "Öppningar", "Platser", "Skillnad").scene()
    (left,), (right,) = areas(scene, BLUE), areas(scene, PALE_GREY)
    assert ends(left)[1] == pytest.approx(ends(right)[0])
    assert (ends(left)[1] - ends(left)[0]) == pytest.approx(2 * (ends(right)[1] - ends(right)[0]))


@pytest.mark.parametrize(
    "chart",
    [
        charts.Stacked(("A",), tuple(charts.Part(str(n), (1.0,), ("1",)) for n in range(4))),
        charts.DotRows((charts.Dots("A", (1.0,) * 4, "1"),), ("a", "b", "c", "d")),
        charts.Lines(("2024",), tuple(charts.Series(str(n), (1.0,), ("1",)) for n in range(7))),
    ],
)
def test_more_than_can_be_told_apart_is_refused(chart: charts.Chart) -> None:
    with pytest.raises(ValueError, match="can be told apart"):
        chart.scene()
