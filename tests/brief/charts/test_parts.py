"""The charts of the briefs themselves: every county and edition, laid out but not drawn."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache

import pytest

from tests.brief.charts.readable import problems
from tests.brief.conftest import KINDS
from tests.brief.inprocess import collected
from vagled_lmi import resources
from vagled_lmi.brief import charts
from vagled_lmi.brief import desk as desks
from vagled_lmi.brief.charts.palette import TALLEST, WIDTH
from vagled_lmi.brief.editions import editions
from vagled_lmi.brief.language import Language, Sentence
from vagled_lmi.brief.shelf import Shelf
from vagled_lmi.brief.subject import Subject, subject
from vagled_lmi.codes import OSTRA_MELLANSVERIGE, Region, regions
from vagled_lmi.sources import catalogue
from vagled_lmi.store import Archive
from vagled_lmi.tables import Table

Made = tuple[charts.Chart, Sentence]
Drawn = Callable[[Subject], Mapping[str, list[Made]]]
COUNTIES = [subject(region.code) for region in regions("county")]
#: Charts of a brief that has all its figures; where most are missing two are left.
FEWEST = dict.fromkeys(OSTRA_MELLANSVERIGE, 8)
OTHERS = [KINDS[kind] for kind in ("municipality", "area", "occupation")]


@pytest.fixture(scope="module")
def drawn() -> Iterator[Drawn]:
    """The charts of a brief with what is said of them, by edition; nothing is drawn or kept."""
    store = Archive(resources.snapshot_dir())
    made: list[Made] = []
    said = charts.alternative
    load = catalogue.load

    def alternative(say: Language, chart: charts.Chart) -> Sentence:
        made.append((chart, said(say, chart)))
        return made[-1][1]

    @cache
    def table(name: str) -> Table:
        return load(name, store)

    @cache
    def shelf(region: Region) -> Shelf:
        return Shelf(store, region)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(catalogue, "load", lambda name, _: table(name))
        patch.setattr(desks, "Shelf", lambda _, region: shelf(region))
        patch.setattr(charts, "draw", lambda _: "<svg/>")
        patch.setattr(charts, "alternative", alternative)

        def of(about: Subject) -> Mapping[str, list[Made]]:
            found = {}
            for edition in editions():
                made.clear()
                collected(about, edition, store)
                found[edition] = list(made)
            return found

        yield of


def ends(chart: charts.Chart) -> set[str]:
    """The texts of the largest and the smallest value, or of the first and the last."""
    match chart:
        case charts.Columns():
            first = max((gap.before for gap in chart.breaks), default="")
            rows = [row for row in chart.rows if row.value is not None and row.label >= first]
            return {rows[0].text, rows[-1].text}
        case charts.Bars() | charts.Choropleth():
            rows = chart.rows if isinstance(chart, charts.Bars) else chart.places  # type: ignore[assignment]
            known = [(row.value, row.text) for row in rows if row.value is not None]
        case charts.DotRows():
            known = [(v, row.text) for row in chart.rows if (v := row.values[1]) is not None]
        case charts.Stacked():
            known = list(zip(chart.parts[0].values, chart.parts[0].texts, strict=True))  # type: ignore[arg-type]
        case _:
            return set()
    return {max(known, key=lambda pair: pair[0])[1], min(known, key=lambda pair: pair[0])[1]}


@pytest.mark.parametrize(
    "about", [*COUNTIES, *OTHERS], ids=lambda about: f"{about.region.code}-{about.notebook}"
)
def test_every_chart_reads_and_is_said_in_every_edition(about: Subject, drawn: Drawn) -> None:
    editions_of = drawn(about)
    assert set(editions_of) == {"sv", "sv-plain", "en"}
    kinds = {edition: [type(chart) for chart, _ in made] for edition, made in editions_of.items()}
    assert kinds["sv"] == kinds["sv-plain"] == kinds["en"]
    assert len(kinds["sv"]) >= FEWEST.get(about.region.code, 2), kinds["sv"]
    addresses: dict[int, set[str]] = {}
    for edition, made in editions_of.items():
        for n, (chart, alternative) in enumerate(made):
            scene = chart.scene()
            assert list(problems(scene)) == [], edition
            assert scene.width <= WIDTH
            assert scene.height <= TALLEST
            text = str(alternative)
            assert 60 < len(text) <= charts.LONGEST, text
            assert text.endswith("."), text
            assert not re.search(r"\.\.|  |None|nan|[{}]", text), text
            assert ends(chart) <= {segment.text for segment in alternative}, (edition, text)
            shown = {s.number.address for s in alternative if s.number is not None}
            # the same numbers whatever the words: none falls out because a language is longer
            assert shown == addresses.setdefault(n, shown), text
            assert shown


def fan(made: list[Made]) -> charts.Fan:
    (found,) = (chart for chart, _ in made if isinstance(chart, charts.Fan))
    return found


def test_a_fan_draws_the_outlooks_own_numbers(drawn: Drawn) -> None:
    shelf = Shelf(Archive(resources.snapshot_dir()), Region("03"))
    frame = shelf.result("outlook").frame.query("region == '03' and ssyk == '2341'")
    chart = fan(drawn(subject("03", "2341"))["sv"])
    assert chart.ahead == tuple(frame["period"])
    assert chart.expected == tuple(frame["expected"])
    wide, narrow = chart.bands
    for band, share in ((wide, 80), (narrow, 50)):
        assert band.low == tuple(frame[f"lower_{share}"])
        assert band.high == tuple(frame[f"upper_{share}"])
        assert str(share) in band.name
    assert all(
        a <= b <= c <= d
        for a, b, c, d in zip(wide.low, narrow.low, narrow.high, wide.high, strict=True)
    )
    assert chart.values[-1] == frame["now"].iloc[0]
    assert [gap.before for gap in chart.breaks] == ["2019", "2020", "2023"]


def test_a_small_occupation_gets_no_path_but_says_why(drawn: Drawn) -> None:
    shelf = Shelf(Archive(resources.snapshot_dir()), Region("03"))
    frame = shelf.result("occupations").frame
    small = frame[(frame["employees"] < 900) & (frame["employees"] > 500)]["ssyk"].iloc[0]
    for edition, made in drawn(subject("03", str(small))).items():
        chart = fan(made)
        assert chart.expected == chart.bands == ()
        assert any("1\u202f000" in text or "1,000" in text for text in [chart.unknown]), edition
        assert any(chart.unknown.split()[0] in text.text for text in chart.scene().texts)
        assert list(problems(chart.scene())) == []
