"""A notebook's cells run in this process: no kernel, any store, as fast as the blocks are made."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

import pytest

from vagled_lmi import resources
from vagled_lmi.brief import desk as desks
from vagled_lmi.brief import document as documents
from vagled_lmi.brief.document import Document
from vagled_lmi.brief.subject import Subject
from vagled_lmi.store import Archive

_PART = re.compile(r'part\("(\w+)"\)')
#: 2026-11-23T12:00:00Z
BUILT_EPOCH = "1795435200"


def collected(
    about: Subject,
    edition: str = "sv",
    store: Archive | None = None,
    previous: str = "",
    only: Sequence[str] = (),
) -> Document:
    """Return the document that a brief's notebook makes of a store, as `run.build` does.

    Parameters
    ----------
    about : Subject
        What the brief is about.
    edition : str
        Of the words.
    store : Archive, optional
        The figures that come with the program unless given.
    previous : str, optional
        What it is compared with.
    only : sequence of str, optional
        The parts that are made; all unless given.
    """
    archive = store if store is not None else Archive(resources.snapshot_dir())
    path = resources.notebooks_dir() / about.notebook
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    outputs: list[dict[str, Any]] = []
    scope: dict[str, Any] = {}
    part = ""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", BUILT_EPOCH)
        patch.setattr(desks, "open_store", lambda: archive)
        patch.setattr(desks, "display", lambda data, **_: outputs.append(as_written(data)))
        for cell in cells:
            part = found[1] if (found := _PART.search("".join(cell["source"]))) else part
            if only and part and part not in only:
                continue
            if cell["cell_type"] == "code":
                exec("".join(cell["source"]), scope)  # noqa: S102 - our own notebook
                if "parameters" in cell["metadata"].get("tags", ()):
                    scope |= {**about.parameters, "edition": edition, "previous": previous}
    return documents.collect({"cells": [{"outputs": outputs}]})


def as_written(data: dict[str, Any]) -> dict[str, Any]:
    """Return an output as a notebook file would hold it."""
    written: dict[str, Any] = json.loads(json.dumps({"data": data}))
    return written
