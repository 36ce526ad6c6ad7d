"""Charts in one house style: data in, SVG with real text and its alternative in words out.

A kind of chart is one frozen data object. ``draw(chart)`` gives its SVG, the same bytes for the
same data; ``alternative(say, chart)`` says in words what it shows. `docs/charts.md` has a gallery.
"""

from __future__ import annotations

from vagled_lmi.brief.charts.balance import Balance, Field
from vagled_lmi.brief.charts.bars import Bar, Bars
from vagled_lmi.brief.charts.choropleth import Choropleth, Place
from vagled_lmi.brief.charts.columns import Columns
from vagled_lmi.brief.charts.dots import DotRows, Dots
from vagled_lmi.brief.charts.dumbbell import Dumbbell, Pair
from vagled_lmi.brief.charts.facts import LONGEST, Chart, Said, alternative, said
from vagled_lmi.brief.charts.fan import Band, Fan
from vagled_lmi.brief.charts.lines import Lines, Series
from vagled_lmi.brief.charts.multiples import Multiples
from vagled_lmi.brief.charts.render import to_svg
from vagled_lmi.brief.charts.slope import Role, Slope, Slopes
from vagled_lmi.brief.charts.stacked import Part, Stacked
from vagled_lmi.brief.charts.timeline import Break

__all__ = [
    "LONGEST",
    "Balance",
    "Band",
    "Bar",
    "Bars",
    "Break",
    "Chart",
    "Choropleth",
    "Columns",
    "DotRows",
    "Dots",
    "Dumbbell",
    "Fan",
    "Field",
    "Lines",
    "Multiples",
    "Pair",
    "Part",
    "Place",
    "Role",
    "Said",
    "Series",
    "Slope",
    "Slopes",
    "Stacked",
    "alternative",
    "draw",
    "said",
]


def draw(chart: Chart) -> str:
    """Return a chart as SVG with real text; the same data gives the same bytes."""
    return to_svg(chart.scene())
