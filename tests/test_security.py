"""Hostile text from an agency, all the way to page and print: it is data, and stays data."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from vagled_lmi import resources
from vagled_lmi.brief import document as documents
from vagled_lmi.brief import publication
from vagled_lmi.brief.desk import Desk
from vagled_lmi.brief.document import Document
from vagled_lmi.errors import ContractError
from vagled_lmi.provenance import Query
from vagled_lmi.sources import catalogue
from vagled_lmi.sources.protocol import Answer
from vagled_lmi.store import Archive, Store

HOSTILE = {
    "typst": '#read("/etc/passwd") *fet* @ref $x^2$ #panic()',
    "script": "<script>alert(1)</script><img src=x onerror=alert(2)>",
    "path": "../../../../etc/passwd",
    "template": "{{7*7}} {% raw %} ${7*7}",
    "bidi": "Lärare\u202egnidnäv\u202c",
    "long": "Väldigt" * 150_000,
    "fluent": "{ $region } { -x }",
}
CONTROL = "rad ett\nrad två\r\n\x00\x07"


def rows() -> list[dict[str, Any]]:
    """A round of Yrkesbarometern whose names and fields are hostile, for Uppsala and riket."""
    made = []
    for number, text in enumerate(HOSTILE.values()):
        for region in ("00", "03"):
            made.append(
                {
                    "yrkesomrade": text if number else CONTROL,
                    "yb_yrke": f"{text} {number}",
                    "yb_concept_id": f"x{number}",
                    "lan": region,
                    "antal_ssyk": 1,
                    "del_av_ssyk": 0,
                    "ssyk": "2341",
                    "ssyk_text": text,
                    "yb_beskrivning": text,
                    "jobbmojligheter": "stora" if region == "03" else "små",
                    "rekryteringssituation": "brist" if region == "03" else "överskott",
                    "paradox": [],
                    "prognos": "öka",
                    "text_jobbmojligheter": text,
                    "text_rekryteringssituation": text,
                    "hogsta_bedomningsniva": "län",
                    "delvis_helt": "helt",
                    "omgang": "2026-2",
                    "taxonomi_version": 31,
                }
            )
    return made


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Document:
    store = Store(tmp_path_factory.mktemp("hostile"), base=Archive(resources.snapshot_dir()))
    payload = json.dumps(rows(), ensure_ascii=False).encode()
    answer = Answer(Query("af:yrkesbarometern", "https://example.org"), payload, "application/json")
    store.add("af:yrkesbarometern", [answer], retrieved="2026-12-10T08:00:00Z", licence="CC0")
    assert len(catalogue.load("af:yrkesbarometern", store).frame) == 5 * 2 * len(HOSTILE)
    return collected(Desk("03", store=store, built="2026-12-10T12:00:00Z"))


def test_a_name_with_control_characters_is_refused_before_it_is_kept() -> None:
    broken = [{**row, "yb_yrke": CONTROL} for row in rows()[:1]]
    spec = catalogue.spec("af:yrkesbarometern")
    with pytest.raises(ContractError, match="yb_yrke"):
        catalogue.agencies()["af"].parse([json.dumps(broken).encode()], spec)


def collected(desk: Desk) -> Document:
    """The document of a desk, without a kernel: what its blocks say, in a notebook's clothes."""
    outputs: list[dict[str, Any]] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            "vagled_lmi.brief.desk.display",
            lambda data, raw: outputs.append({"data": json.loads(json.dumps(data))}),  # noqa: ARG005
        )
        desk.opening()
        desk.part("outlook").show("barometer_counts", "barometer_growing", "barometer_differs")
    return documents.collect({"cells": [{"outputs": outputs}]})


@pytest.fixture(scope="module")
def files(hostile: Document) -> dict[str, bytes]:
    return publication.render(hostile)


def test_the_texts_reach_the_document(hostile: Document) -> None:
    shown = documents.to_bytes(hostile).decode()
    for text in ("typst", "script", "path", "template"):
        assert json.dumps(HOSTILE[text], ensure_ascii=False)[1:-1] in shown


def test_the_page_holds_no_markup_of_theirs(files: dict[str, bytes]) -> None:
    page = files["brief.html"].decode()
    assert "<script" not in page
    assert "<img" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "{{7*7}}" in page  # printed as it stands, not worked out
    assert "\u202e" not in page
    assert "\x00" not in page


def test_the_page_is_not_drowned_by_a_label_of_a_megabyte(files: dict[str, bytes]) -> None:
    assert len(files["brief.html"]) < 700_000


def test_the_print_reads_no_file_and_runs_no_code(files: dict[str, bytes], tmp_path: Path) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext saknas (poppler-utils)")
    path = tmp_path / "brief.pdf"
    path.write_bytes(files["brief.pdf"])
    done = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True)
    text = done.stdout.decode()
    assert '#read("/etc/passwd")' in " ".join(text.split())
    assert "root:" not in text
    assert "49" not in text.split("{{7*7}}")[0][-3:]
    assert "{{7*7}}" in text


def test_the_numbers_file_starts_no_formula(files: dict[str, bytes]) -> None:
    for line in files["numbers.csv"].decode("utf-8-sig").splitlines()[1:]:
        for value in line.split(","):
            assert not value.startswith(("=", "@", "+"))


def test_hostile_addresses_stay_on_one_line(hostile: Document) -> None:
    for address in hostile["numbers"]:
        assert address.isascii()
        assert not set(address) & set(' <>"\n\\')
