"""Time one brief, whole and in parts, beside the plain papermill and nbconvert way to HTML.

``python -m bench.brief [RUNS]`` prints medians of one run on this machine. Whole commands are timed
as processes with the system's own accounting; parts are timed inside one process.
"""

from __future__ import annotations

import json
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

NOTEBOOK = Path(__file__).parents[1] / "notebooks" / "regional_outlook.ipynb"
#: What `vagled brief` imports, without the grammar of IRIs that it leaves out too.
IMPORTS = "import sys; sys.modules['rfc3987_syntax'] = None; import vagled_lmi.brief.publication"


def process(command: list[str], runs: int, environment: dict[str, str]) -> tuple[float, float]:
    """Return the median wall and processor seconds of a command, after one run that warms."""
    wall, cpu = [], []
    for run in range(runs + 1):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True, env={**os.environ, **environment})
        took = time.perf_counter() - start
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if run:
            wall.append(took)
            cpu.append(after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)
    return statistics.median(wall), statistics.median(cpu)


def within(work: Callable[[], object], runs: int) -> float:
    """Return the median wall seconds of a call, after one that warms."""
    work()
    took = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        took.append(time.perf_counter() - start)
    return statistics.median(took)


def parts(runs: int) -> dict[str, float]:
    """Return the seconds of each part of a brief inside one process."""
    from vagled_lmi.brief import html, pdf, run  # noqa: PLC0415 - not before the processes
    from vagled_lmi.brief.desk import Desk  # noqa: PLC0415
    from vagled_lmi.brief.language import Language  # noqa: PLC0415
    from vagled_lmi.brief.subject import subject  # noqa: PLC0415

    about = subject("uppsala")
    document = run.build(about)
    cells = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    shown = re.findall(r"\.show\((.*?)\)", "".join("".join(cell["source"]) for cell in cells))
    names = [name for arguments in shown for name in re.findall(r'"(\w+)"', arguments)]
    held = [source["id"] for source in document["sources"]]
    say = Language("sv")
    desk = Desk("03")

    def blocks() -> None:
        desk.against("")  # forgets the blocks, and keeps the tables
        for name in names:
            desk.blocks(name)

    return {
        "kernel and cells (papermill in process)": within(lambda: run.build(about), runs),
        "tables from the store": within(lambda: [Desk("03").table(t) for t in held], runs),
        "all blocks, tables at hand": within(blocks, runs),
        "PDF": within(lambda: pdf.render_pdf(document, say.words("page", pdf.WORDS)), runs),
        "HTML": within(lambda: html.render_html(document, say.words("page", html.WORDS)), runs),
    }


def main(runs: int) -> None:
    """Print the table."""
    python = sys.executable
    with tempfile.TemporaryDirectory() as scratch:
        environment = {"VAGLED_STORE": f"{scratch}/store", "VAGLED_OFFLINE": "1"}
        os.environ.update(environment)
        ours = process(
            [python, "-m", "vagled_lmi.cli", "brief", "uppsala", "--out", f"{scratch}/reports"],
            runs,
            environment,
        )
        executed = f"{scratch}/executed.ipynb"
        run = [python, "-m", "papermill", str(NOTEBOOK), executed, "--no-progress-bar"]
        convert = [python, "-m", "nbconvert", "--to", "html", executed]
        papermill = process(run, runs, environment)
        nbconvert = process(convert, runs, environment)
        imports = process([python, "-c", IMPORTS], runs, environment)
        inside = parts(runs)
    print(f"{'as processes':<46}{'wall s':>8}{'cpu s':>8}")
    for label, (wall, cpu) in {
        "vagled brief uppsala (HTML, PDF, CSV, JSON)": ours,
        "papermill, the same notebook": papermill,
        "nbconvert --to html, its outcome": nbconvert,
        "papermill + nbconvert (HTML only)": (
            papermill[0] + nbconvert[0],
            papermill[1] + nbconvert[1],
        ),
        "imports of vagled brief": imports,
    }.items():
        print(f"{label:<46}{wall:>8.2f}{cpu:>8.2f}")
    print(f"\n{'parts, in one process':<46}{'wall s':>8}")
    for label, seconds in inside.items():
        print(f"{label:<46}{seconds:>8.3f}")
    ratio = (papermill[0] + nbconvert[0]) / ours[0]
    print(f"\npapermill + nbconvert takes {ratio:.2f} times as long, and makes no PDF.")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
