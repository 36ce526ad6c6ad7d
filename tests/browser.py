"""A headless Chromium for the tests, and axe-core to ask it how accessible a page is.

Chromium and its driver are Debian's packages `chromium` and `chromium-driver`. axe-core comes from
npm, once, into a cache folder: `tests/axe` holds its version and hash. A test that needs them is
skipped where they are missing, unless CI is set: then it fails.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

_FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)
# WCAG 2.2 A and AA, and what axe's authors hold good practice
_RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


def _absent(what: str) -> None:
    if os.environ.get("CI"):
        pytest.fail(f"{what} is missing", pytrace=False)
    pytest.skip(f"{what} is missing")


@contextmanager
def chromium(*, javascript: bool = True) -> Iterator[Chrome]:
    """Yield a fresh browser that notes every request it makes."""
    browser, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if browser is None or driver is None:
        _absent("chromium or chromedriver")
    with tempfile.TemporaryDirectory(prefix="vagled-chromium-") as profile:
        options = Options()
        options.binary_location = str(browser)
        for flag in (*_FLAGS, f"--user-data-dir={profile}"):
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"performance": "ALL"})
        page = Chrome(options=options, service=Service(str(driver)))
        try:
            if not javascript:
                page.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
            yield page
        finally:
            page.quit()


def requests(page: Chrome) -> list[str]:
    """Return the addresses asked for since the last call, but for the browser's own empty tab."""
    messages = [json.loads(entry["message"])["message"] for entry in page.get_log("performance")]
    return [
        message["params"]["request"]["url"]
        for message in messages
        if message["method"] == "Network.requestWillBeSent"
        and not message["params"]["documentURL"].startswith("chrome:")
    ]


def resize(page: Chrome, width: int, height: int = 900) -> None:
    """Give the page a width in CSS pixels; a headless window is never narrower than 500."""
    page.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500},
    )


@lru_cache(maxsize=1)
def axe() -> str:
    """Return the source of axe-core, installed on first use."""
    declared = Path(__file__).parent / "axe"
    version = json.loads((declared / "package.json").read_text("utf-8"))["dependencies"]["axe-core"]
    cache = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache"))
    folder = cache / "vagled-tests" / f"axe-core-{version}"
    source = folder / "node_modules" / "axe-core" / "axe.min.js"
    if not source.is_file():
        if shutil.which("npm") is None:
            _absent("npm")
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(declared / name, folder)
        installed = subprocess.run(
            ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
            cwd=folder,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        if installed.returncode:
            _absent(f"axe-core ({installed.stderr.strip()[-200:]})")
    return source.read_text("utf-8")


def violations(page: Chrome) -> list[dict[str, Any]]:
    """Return what axe finds wrong with the page, one entry a rule with the places it is broken."""
    page.execute_script(axe())
    found = page.execute_async_script(
        "const done = arguments[1];"
        "axe.run(document, {runOnly: arguments[0], resultTypes: ['violations']})"
        ".then(result => done(result.violations), error => done([{id: String(error)}]));",
        list(_RULES),
    )
    return [
        {"id": rule["id"], "places": [node["html"] for node in rule.get("nodes", ())][:5]}
        for rule in found
    ]
