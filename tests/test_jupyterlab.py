"""The analyst's path: the notebook opened, run and changed in JupyterLab, in a real browser."""

from __future__ import annotations

import json
import os
import re
import secrets
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

import psutil
import pytest
from selenium.common.exceptions import WebDriverException
from selenium.webdriver import ActionChains, Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement

from tests import browser
from vagled_lmi import Desk, resources
from vagled_lmi.brief.blocks import Figure, Grid, TableBlock
from vagled_lmi.brief.subject import subject
from vagled_lmi.store import Archive

pytestmark = pytest.mark.browser

T = TypeVar("T")

PATIENCE = 60  # seconds, for what JupyterLab is doing
GRACE = 10  # seconds, for what should be there by now
# Whoever runs the tests may have settings of their own: none of them are the notebook's.
OWN = ("JUPYTER", "IPYTHON", "XDG_", "VAGLED_")
ASK_NOBODY = {"fetchNews": "false", "checkForUpdates": False}

# One look at the notebook, all of it at the same moment.
LOOK = r"""
const words = element => element.textContent.replace(/\s+/g, ' ').trim();
const every = (selector, within = document) => [...within.querySelectorAll(selector)];
const outputs = every('.jp-Notebook .jp-OutputArea-output');
const inOutputs = selector => outputs.flatMap(output => every(selector, output));
return {
    idle: every('#jp-main-statusbar .jp-StatusBar-TextItem').some(
        item => words(item).endsWith(' | Idle')
    ),
    counts: every('.jp-CodeCell .jp-InputPrompt').map(prompt => words(prompt)),
    editors: every('.jp-CodeCell .cm-content').map(
        editor => every('.cm-line', editor).map(line => line.textContent).join('\n')
    ),
    notHtml: outputs.filter(output => output.dataset.mimeType !== 'text/html').map(words),
    titles: inOutputs('h1').map(words),
    parts: inOutputs('h2').map(words),
    charts: outputs.filter(output => every('img', output).some(image => image.naturalWidth > 10))
        .map(words),
    tables: inOutputs('table').map(
        table => every('tbody tr', table).map(row => every('th, td', row).map(words))
    ),
    text: outputs.map(words),
};
"""


@dataclass(frozen=True)
class Brief:
    """What the notebook shows of a region."""

    title: str
    parts: list[str]
    charts: list[str]
    tables: list[list[list[str]]]

    @classmethod
    def of(cls, region: str, source: list[str], archive: Archive) -> Brief:
        """Work out what the cells' calls make, without a kernel."""
        desk = Desk(region, store=archive)
        say, code = desk.language, "\n".join(source)
        calls = re.findall(r"\.show\((.*?)\)", code)
        names = [name for call in calls for name in re.findall(r'"(\w+)"', call)]
        blocks = [block for name in names for block in desk.blocks(name)]
        return cls(
            say.text("title-county", region=desk.region),
            [say.text(f"part-{part}") for part in re.findall(r'\.part\("(\w+)"\)', code)],
            [
                words("".join(segment.text for segment in block.title))
                for block in blocks
                if isinstance(block, Figure)
            ],
            [cells(block.grid) for block in blocks if isinstance(block, Figure | TableBlock)],
        )


def words(text: str) -> str:
    return " ".join(text.split())


def cells(grid: Grid) -> list[list[str]]:
    return [[words(cell.text) for cell in row] for row in grid.rows]


class Notebook:
    """The notebook in its tab, seen and touched as an analyst does."""

    def __init__(self, page: Chrome) -> None:
        self.page = page

    def look(self) -> dict[str, Any]:
        seen: dict[str, Any] = self.page.execute_script(LOOK)
        return seen

    def open(self, name: str, cells: int) -> None:
        """Double-click the file in the file browser; wait for its code cells and its kernel.

        Before the kernel is there, JupyterLab lets one choose to run all cells and runs none.
        """
        listed = f"//*[contains(@class, 'jp-DirListing-itemText')][normalize-space()='{name}']"
        ActionChains(self.page).double_click(self.element(listed)).perform()

        def ready() -> bool:
            now = self.look()
            return bool(now["idle"] and len(now["editors"]) == cells)

        self.until("all cells and a kernel for them", ready)

    def run_all(self) -> list[str]:
        """Choose Run > Run All Cells, wait for the kernel, and return the counts of the cells."""
        before = self.look()["counts"]
        self.element("//*[@id='jp-MainMenu']//li[normalize-space()='Run']").click()
        self.element("//*[contains(@class,'lm-Menu-itemLabel')][.='Run All Cells']").click()

        def done() -> bool:
            now = self.look()
            through = all(re.fullmatch(r"\[(\d+| )\]:", count) for count in now["counts"])
            return bool(now["idle"] and through and now["counts"][0] != before[0])

        self.until("all cells run", done)
        counts: list[str] = self.look()["counts"]
        return counts

    def retype(self, old: str, new: str) -> None:
        """Double-click a word in the first code cell and type another over it."""
        place = f"(//*[contains(@class,'jp-CodeCell')])[1]//span[normalize-space()='\"{old}\"']"
        word = self.element(place)
        self.show(word)
        ActionChains(self.page).double_click(word).send_keys(new).perform()

    def show(self, element: WebElement) -> None:
        self.page.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)

    def element(self, xpath: str) -> WebElement:
        """Return what the analyst is about to click, once it is there."""

        def visible() -> list[WebElement]:
            return [e for e in self.page.find_elements(By.XPATH, xpath) if e.is_displayed()]

        return self.until(xpath, visible)[0]

    def until(self, what: str, condition: Callable[[], T]) -> T:
        """Wait for a condition; JupyterLab rebuilds its page at will, so a miss is no failure."""
        deadline = time.monotonic() + PATIENCE
        while True:
            with suppress(WebDriverException):
                if met := condition():
                    return met
            if time.monotonic() > deadline:
                pytest.fail(f"no sign within {PATIENCE} s of: {what}")
            time.sleep(0.1)

    def settled(self, brief: Brief) -> dict[str, Any]:
        """Return what is seen when nothing more is coming: outputs are drawn after the last cell.

        What is still missing then is for the caller to find, with a difference to show for it.
        """
        deadline = time.monotonic() + GRACE
        while True:
            seen = self.look()
            here = (seen["titles"], seen["parts"], len(seen["charts"]), len(seen["tables"]))
            whole = ([brief.title], brief.parts, len(brief.charts), len(brief.tables))
            if here == whole or time.monotonic() > deadline:
                return seen
            time.sleep(0.1)


@contextmanager
def jupyter_lab(folder: Path, room: Path) -> Iterator[str]:
    """Start JupyterLab as `vagled lab` does; yield the address that lets one in.

    Everything that JupyterLab and the kernel keep for their user lies in `room`.
    """
    settings = room / "settings" / "@jupyterlab" / "apputils-extension"
    settings.mkdir(parents=True)
    (settings / "notification.jupyterlab-settings").write_text(json.dumps(ASK_NOBODY), "utf-8")
    home, runtime = room / "home", room / "runtime"
    home.mkdir()
    token = secrets.token_hex()
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(OWN)},
        "HOME": str(home),
        "IPYTHONDIR": str(room / "ipython"),
        "JUPYTER_CONFIG_DIR": str(room / "config"),
        "JUPYTER_DATA_DIR": str(room / "data"),
        "JUPYTER_RUNTIME_DIR": str(runtime),
        "JUPYTER_TOKEN": token,
        "JUPYTERLAB_SETTINGS_DIR": str(room / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(room / "workspaces"),
        "VAGLED_OFFLINE": "1",
        "VAGLED_STORE": str(room / "store"),
    }
    command = [
        *(sys.executable, "-m", "jupyter", "lab", str(folder)),
        *("--no-browser", "--allow-root"),  # the latter changes nothing for other users
        *("--ServerApp.ip=127.0.0.1", "--ServerApp.port=0", "--ServerApp.port_retries=0"),
        "--LabApp.extension_manager=readonly",  # the other one asks the package index
    ]
    log = room / "jupyter.log"
    with log.open("wb") as output:
        server = subprocess.Popen(
            command, env=environment, stdout=output, stderr=output, start_new_session=True
        )
        try:
            yield f"{_address(server, runtime, log)}lab?token={token}"
        finally:
            _stop(server)


def _address(server: subprocess.Popen[bytes], runtime: Path, log: Path) -> str:
    """Wait for the file in which a running server tells where it is."""
    deadline = time.monotonic() + PATIENCE
    while server.poll() is None and time.monotonic() < deadline:
        for path in runtime.glob("jpserver-*.json"):
            with suppress(ValueError):  # half written
                return str(json.loads(path.read_text("utf-8"))["url"])
        time.sleep(0.1)
    pytest.fail(f"JupyterLab did not start:\n{log.read_text('utf-8')[-2000:]}")


def _stop(server: subprocess.Popen[bytes]) -> None:
    """End the server, which ends its kernels; kill what is left of either."""
    # a kernel has a process group of its own, and is nobody's child once the server is gone
    kernels = _offspring(server)
    with suppress(ProcessLookupError):
        os.killpg(server.pid, signal.SIGTERM)
    try:
        server.wait(GRACE)
    except subprocess.TimeoutExpired:  # it waits for a kernel that was just being started
        kernels = _offspring(server)
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()
    for process in psutil.wait_procs(kernels, timeout=GRACE)[1]:
        with suppress(psutil.NoSuchProcess):
            process.kill()


def _offspring(server: subprocess.Popen[bytes]) -> list[psutil.Process]:
    try:
        return psutil.Process(server.pid).children(recursive=True)
    except psutil.NoSuchProcess:
        return []


@pytest.fixture
def notebook(source: list[str], tmp_path: Path) -> Iterator[Notebook]:
    """The regional outlook as it stands, open in JupyterLab; nothing has been run."""
    folder = tmp_path / "notebooks"
    shutil.copytree(
        resources.notebooks_dir(), folder, ignore=shutil.ignore_patterns(".ipynb_checkpoints")
    )
    room = tmp_path / "room"
    room.mkdir()
    with browser.chromium() as page, jupyter_lab(folder, room) as address:
        browser.resize(page, 1400, 1000)
        page.get(address)
        tab = Notebook(page)
        tab.open(subject("03").notebook, len(source))
        yield tab
        here = urlsplit(address).netloc
        asked = [urlsplit(url) for url in browser.requests(page)]
        assert asked
        assert {url.netloc for url in asked if url.scheme not in {"data", "blob"}} == {here}
        # these two the server would pass on, to the world outside
        assert not [url for url in asked if url.path in {"/lab/api/news", "/lab/api/update"}]


@pytest.fixture(scope="module")
def source() -> list[str]:
    """The code cells of the notebook."""
    path = resources.notebooks_dir() / subject("03").notebook
    read = json.loads(path.read_text("utf-8"))
    return ["".join(c["source"]) for c in read["cells"] if c["cell_type"] == "code"]


def check(notebook: Notebook, brief: Brief) -> None:
    """Hold what the analyst sees to what the program makes of the figures."""
    seen = notebook.settled(brief)
    assert seen["notHtml"] == []  # errors and warnings are none
    assert seen["titles"] == [brief.title]
    assert seen["parts"] == brief.parts
    assert len(seen["charts"]) == len(brief.charts)
    for text, title in zip(seen["charts"], brief.charts, strict=True):
        assert title in text
    assert seen["tables"] == brief.tables
    escaped = re.compile(r"</?(p|h\d|svg|g|path|text|table|t[dhr]|figure)\b|&\w+;")
    assert [text for text in seen["text"] if escaped.search(text)] == []
    outputs = ".jp-Notebook .jp-OutputArea-output"
    drawn = ", ".join(f"{outputs} {kind}" for kind in ("h1", "h2", "img"))
    elements = notebook.page.find_elements(By.CSS_SELECTOR, drawn)
    assert len(elements) == 1 + len(brief.parts) + len(brief.charts)
    for element in elements:
        notebook.show(element)
        assert element.is_displayed()
        assert min(element.rect["width"], element.rect["height"]) > 10


def numbered(first: int, count: int) -> list[str]:
    return [f"[{first + place}]:" for place in range(count)]


def test_the_notebook_runs_as_it_stands(
    notebook: Notebook, source: list[str], snapshot: Archive, tmp_path: Path
) -> None:
    opened = notebook.look()
    assert opened["editors"] == source
    assert opened["text"] == []
    assert notebook.run_all() == numbered(1, len(source))
    brief = Brief.of("03", source, snapshot)
    assert brief.title == "Arbetsmarknaden i Uppsala län"
    assert min(len(brief.parts), len(brief.charts), len(brief.tables)) > 3
    check(notebook, brief)
    notebook.show(notebook.element(f"//h2[.='{brief.parts[0]}']"))
    picture = tmp_path / "jupyterlab.png"
    assert notebook.page.save_screenshot(str(picture))
    assert picture.stat().st_size > 10_000


def test_another_region_is_typed_and_run(
    notebook: Notebook, source: list[str], snapshot: Archive
) -> None:
    notebook.run_all()
    check(notebook, Brief.of("03", source, snapshot))
    notebook.retype("03", "05")
    changed = source[0].replace('"03"', '"05"')
    assert notebook.look()["editors"] == [changed, *source[1:]]
    assert notebook.run_all() == numbered(1 + len(source), len(source))
    brief = Brief.of("05", source, snapshot)
    assert brief.title == "Arbetsmarknaden i Östergötlands län"
    check(notebook, brief)
    assert "Uppsala" not in notebook.look()["text"][0]
