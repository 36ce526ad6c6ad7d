"""What the page about the sentinel lists is what there is."""

from __future__ import annotations

import re
from pathlib import Path

from tests.revisions.test_definitions import CASES as DEFINITIONS
from tests.sentinel.test_corpus import CASES as CORPUS
from vagled_lmi.revisions.findings import KINDS, NAMES
from vagled_lmi.revisions.verdicts import LARGE_PCT, MANY_PCT

PAGE = (Path(__file__).parents[2] / "docs" / "sentinel.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (`[^|]+`) \| ([^|]+) \|", PAGE.split("## What is found")[1], re.MULTILINE)
LISTED = {
    kind: set(severities.split("; "))
    for kinds, severities in ROWS
    for kind in re.findall(r"`([a-z-]+)`", kinds)
}


def test_every_kind_has_its_row_in_order() -> None:
    assert set(LISTED) == set(KINDS)


def test_the_scale_and_its_swedish_names() -> None:
    scale = PAGE.split("## How bad")[1].split("## What is found")[0]
    assert re.findall(r"^\| `([a-z]+)` \| ([^|]+) \|", scale, re.MULTILINE) == list(NAMES.items())
    assert f"more than {LARGE_PCT:g} % of the values" in scale
    assert f"more than {MANY_PCT:g} % of all" in scale


def test_no_kind_is_found_with_a_severity_that_the_page_does_not_give() -> None:
    found = {(kind, severity) for case in CORPUS.values() for kind, severity, _ in case.found}
    found |= {(kind, severity) for _, kind, severity, _ in DEFINITIONS.values()}
    unused = "notice"  # of what the declared table is not made from, as the page says
    for kind, severity in found:
        assert severity in LISTED[kind] | {unused}, kind
