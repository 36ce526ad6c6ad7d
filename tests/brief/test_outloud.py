"""What a screen reader would say of the kinds and editions of a brief, by a second checker."""

from __future__ import annotations

import io
from collections import Counter
from pathlib import Path

import outloud
import pytest
from pikepdf import Name, Pdf

from tests.brief import sample
from tests.brief.conftest import KINDS, Files
from vagled_lmi.brief import document as documents
from vagled_lmi.brief.document import Document
from vagled_lmi.brief.editions import editions

#: Every edition of the county's brief, and the kinds that are laid out in other ways.
SHOWN = [*(("county", edition) for edition in editions()), ("occupation", "sv"), ("cards", "sv")]
#: Text that is there to be seen and not to be heard.
_UNHEARD = "TAG-002"


def heads(document: Document) -> list[Counter[str]]:
    """The words of the heads of each table."""
    tables = [
        block["table"] for part in document["parts"] for block in part["blocks"] if "table" in block
    ]
    return [
        Counter(
            word for column in table["columns"] for word in sample.text_of(column["label"]).split()
        )
        for table in tables
    ]


@pytest.mark.parametrize(("kind", "edition"), SHOWN)
def test_it_can_be_heard_without_errors(
    files: Files, tmp_path: Path, kind: str, edition: str
) -> None:
    made = files(KINDS[kind], edition)
    path = tmp_path / "brief.pdf"
    path.write_bytes(made["brief.pdf"])
    result = outloud.check(str(path))
    assert not result.error
    # the heads of a table that goes on are said once, where it begins, and printed again on the
    # next page for the eye alone; of heads in several lines some lines may be taken for prose
    again = heads(documents.from_bytes(made["document.json"]))
    wrong = [
        f"{finding.rule} s. {finding.page}: {finding.message} {finding.evidence}"
        for finding in result.findings
        if finding.severity == "error"
        if finding.rule != _UNHEARD
        or not any(Counter(finding.evidence.split()) <= head for head in again)
    ]
    assert wrong == []


def test_it_would_say_what_is_wrong(files: Files, tmp_path: Path) -> None:
    with Pdf.open(io.BytesIO(files(KINDS["county"])["brief.pdf"])) as pdf:
        del pdf.Root[Name.Lang]
        pdf.save(tmp_path / "mute.pdf")
    assert outloud.check(str(tmp_path / "mute.pdf")).errors
