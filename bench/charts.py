"""Time each kind of chart, beside the plain matplotlib way to the same bars.

``python -m bench.charts [RUNS]`` prints medians of one run on this machine: the first chart of a
process with all it imports, each kind for three län (few, many and most kommuner), its text
alternative, and the charts of one county's brief.
"""

from __future__ import annotations

import io
import statistics
import subprocess
import sys
from collections.abc import Sequence

from bench.brief import within

COUNTIES = ("09", "03", "14")
_FIRST = (
    "import time; start = time.perf_counter();"
    "from vagled_lmi.brief import charts;"
    "charts.draw(charts.Bars((charts.Bar('Uppsala', 1.0, '1,0'),), subject='exempeldata'));"
    "print(time.perf_counter() - start)"
)
_PLAIN = {
    "figure, axes, barh, savefig": None,
    "the same with layout='constrained'": "constrained",
}


def first(runs: int) -> float:
    """Return the median milliseconds to the first chart of a process, imports and all."""
    took = [
        float(
            subprocess.run([sys.executable, "-c", _FIRST], check=True, capture_output=True).stdout
        )
        for _ in range(runs)
    ]
    return 1000 * statistics.median(took)


def plain(labels: Sequence[str], values: Sequence[float], layout: str | None) -> str:
    """Draw horizontal bars with their values the way matplotlib's manual does."""
    from matplotlib import rc_context  # noqa: PLC0415 - not before the first chart is timed
    from matplotlib.figure import Figure  # noqa: PLC0415

    from vagled_lmi.brief import fonts  # noqa: PLC0415

    fonts.register_with_matplotlib()
    style = {"svg.fonttype": "none", "svg.hashsalt": "bench", "font.family": "Source Sans Pro"}
    with rc_context(style):  # type: ignore[arg-type]
        figure = Figure(figsize=(6.3, 3.0), layout=layout)
        axes = figure.subplots()
        drawn = axes.barh(range(len(labels)), values)
        axes.set_yticks(range(len(labels)), labels)
        axes.bar_label(drawn)
        sink = io.StringIO()
        figure.savefig(sink, format="svg", metadata={"Date": None})
    return sink.getvalue()


def main(runs: int) -> None:
    """Print the tables."""
    cold = first(max(runs // 4, 3))

    from tests.brief.charts.samples import KINDS  # noqa: PLC0415 - not before the processes
    from vagled_lmi.brief import charts  # noqa: PLC0415
    from vagled_lmi.brief.desk import Desk, makers  # noqa: PLC0415
    from vagled_lmi.brief.language import Language  # noqa: PLC0415
    from vagled_lmi.codes import Region  # noqa: PLC0415

    say = Language("sv")
    print(f"first chart of a process, imports and all: {cold:.0f} ms\n")
    heads = "".join(f"{Region(code).short:>18}" for code in COUNTIES)
    print(f"{'SVG, ms':<16}{heads}{'kB':>8}{'words, ms':>12}")
    for kind, make in KINDS.items():
        made = [make(Region(code)) for code in COUNTIES]
        took = "".join(f"{1000 * within(lambda c=c: charts.draw(c), runs):>18.1f}" for c in made)  # type: ignore[misc]
        size = max(len(charts.draw(chart)) for chart in made) / 1000
        words = 1000 * within(lambda c=made[-1]: charts.alternative(say, c), runs)  # type: ignore[misc]
        print(f"{kind:<16}{took}{size:>8.0f}{words:>12.2f}")

    chart = KINDS["bars-change"](Region("03"))
    assert isinstance(chart, charts.Bars)  # noqa: S101 - tells the type checker
    labels = [row.label for row in chart.rows]
    values = [row.value or 0.0 for row in chart.rows]
    print("\nthe same 14 bars by matplotlib's figures, ms")
    for name, layout in _PLAIN.items():
        print(f"{name:<40}{1000 * within(lambda y=layout: plain(labels, values, y), runs):>8.1f}")  # type: ignore[misc]

    desk = Desk("03")
    drawn: list[charts.Chart] = []
    kept, charts.draw = charts.draw, lambda chart: drawn.append(chart) or kept(chart)  # type: ignore[func-returns-value]
    for name in makers():
        desk.blocks(name)
    charts.draw = kept
    whole = 1000 * within(lambda: [charts.draw(chart) for chart in drawn], runs)
    print(f"\nthe {len(drawn)} charts of Uppsala läns brief: {whole:.0f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
