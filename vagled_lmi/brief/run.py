"""Run a brief's notebook with papermill and put the finished brief in its place.

What a notebook declares is checked before any kernel starts: papermill itself only warns on an
unknown parameter, and then runs the default region.
"""

from __future__ import annotations

import ast
import os
import re
import shutil
import tempfile
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import nbformat
from traitlets.config import Config

from vagled_lmi.brief import document as documents
from vagled_lmi.brief.document import Document
from vagled_lmi.brief.language import Language
from vagled_lmi.brief.subject import Subject
from vagled_lmi.codes import quote
from vagled_lmi.errors import NotebookError, UsageError
from vagled_lmi.resources import notebooks_dir

#: A cell that takes longer than this has hung.
_CELL_SECONDS = 120
_PARAMETERS = "parameters"
_SAFE = re.compile(r"[0-9A-Za-z-]+")


def parameters(notebook: Mapping[str, Any]) -> dict[str, str]:
    """Return what a notebook declares in its cell tagged ``parameters``: name to annotated type.

    Raises
    ------
    NotebookError
        When it has no such cell, or the cell holds more than annotated names with plain values.
    """
    for cell in notebook["cells"]:
        if _PARAMETERS in cell.get("metadata", {}).get("tags", ()):
            return _declared("".join(cell["source"]))
    raise NotebookError(
        "Anteckningsboken har ingen cell med taggen parameters.",
        'Lägg till en, till exempel: region: str = "03"',
    )


def _declared(source: str) -> dict[str, str]:
    declared = {}
    for node in ast.parse(source).body:
        plain = (
            isinstance(node, ast.AnnAssign)
            and isinstance(node.target, ast.Name)
            and isinstance(node.annotation, ast.Name)
            and isinstance(node.value, ast.Constant)
        )
        if not plain:
            raise NotebookError(
                f"Rad {node.lineno} i parametercellen är ingen parameter.",
                'Skriv namn, typ och värde: region: str = "03"',
            )
        declared[node.target.id] = node.annotation.id  # type: ignore[attr-defined]
    return declared


def check_parameters(notebook: Mapping[str, Any], given: Mapping[str, object]) -> None:
    """Refuse what the notebook does not declare, before a kernel starts.

    Raises
    ------
    UsageError
        Naming the parameter, what the notebook declares, and the type it wants.
    """
    declared = parameters(notebook)
    for name, value in given.items():
        if name not in declared:
            raise UsageError(
                f"Okänd parameter {quote(name)}.", f"Anteckningsboken har {', '.join(declared)}."
            )
        if type(value).__name__ != declared[name]:
            raise UsageError(
                f"Parametern {name} är {quote(value)}, inte {declared[name]}.",
                'Koder är text: "03", inte 3.',
            )


def build(
    about: Subject, edition: str = "sv", notebook: Path | None = None, previous: str = ""
) -> Document:
    """Run a brief's notebook and collect its document.

    Parameters
    ----------
    about : Subject
        What the brief is about.
    edition : str
        One of `vagled_lmi.brief.editions.editions`.
    notebook : Path, optional
        Another notebook than the subject's own.
    previous : str, optional
        What the brief is compared with, see `vagled_lmi.brief.history.find`. A notebook without
        such a parameter compares with nothing.

    Raises
    ------
    UsageError
        When the edition or a parameter is unknown; no kernel has then been started.
    NotebookError
        When a cell fails; the message ends with the cell's own error.
    """
    given = {**about.parameters, "edition": Language(edition).edition}
    path = notebook or notebooks_dir() / about.notebook
    source = _read(path)
    if "previous" in parameters(source):
        given["previous"] = previous
    check_parameters(source, given)
    return documents.collect(_execute(path, given))


def _read(path: Path) -> Mapping[str, Any]:
    try:
        return nbformat.read(path, as_version=4)  # type: ignore[no-any-return, no-untyped-call]
    except (OSError, ValueError, nbformat.validator.NotebookValidationError) as error:
        raise NotebookError(f"Anteckningsboken {path} går inte att läsa: {error}.") from error


def _execute(path: Path, given: Mapping[str, str]) -> Mapping[str, Any]:
    # late: a region that is refused does not pay half a second for it
    import papermill  # noqa: PLC0415
    from papermill.exceptions import PapermillExecutionError  # noqa: PLC0415

    try:
        with _private_line() as line, warnings.catch_warnings():
            warnings.simplefilter("ignore")  # papermill's and its engine's own deprecations
            return papermill.execute_notebook(  # type: ignore[no-any-return]
                str(path),
                None,
                parameters=dict(given),
                kernel_name="python3",
                progress_bar=False,
                log_output=False,
                execution_timeout=_CELL_SECONDS,
                shutdown_kernel="immediate",
                config=line,
            )
    except PapermillExecutionError as error:
        raise NotebookError(
            f"Anteckningsboken {path.name} stannade i cell {error.exec_count}: "
            f"{error.ename}: {error.evalue}",
            "Öppna den och kör cellen: vagled lab",
        ) from error


@contextmanager
def _private_line() -> Iterator[Config]:
    """Let the kernel be spoken to through files of this user alone, where the system has them.

    Jupyter's own default is a port on this machine that any of its users may listen at.
    """
    if os.name != "posix":
        yield Config()
        return
    # a short path: the address of such a file may be little more than a hundred bytes
    with tempfile.TemporaryDirectory(prefix="vagled-") as room:
        yield Config({"KernelManager": {"transport": "ipc", "connection_file": f"{room}/k"}})


def folder(out: Path, document: Document) -> Path:
    """Return where a brief lies under `out`; every part of the way is checked to be a code.

    ``REGION/EDITION``; conversation cards in ``REGION/cards/EDITION``, an occupation in
    ``REGION/ssyk-CODE/EDITION``.
    """
    names = [document["region"]["code"], document["edition"]]
    if "occupation" in document:
        names.insert(1, f"ssyk-{document['occupation']['code']}")
    elif document["kind"] == "cards":
        names.insert(1, "cards")
    for name in names:
        if not _SAFE.fullmatch(name):
            raise UsageError(f"{quote(name)} kan inte vara namn på en mapp.")
    return out.joinpath(*names)


def place(files: Mapping[str, bytes], target: Path) -> None:
    """Put a brief's files in their folder all at once; the old brief stays until then.

    Parameters
    ----------
    files : dict of str to bytes
        File name to contents.
    target : Path
        The brief's folder, replaced whole.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        fresh.chmod(0o755)
        for name, contents in files.items():
            (fresh / name).write_bytes(contents)
        retired = fresh.with_name(fresh.name + "-old")
        if target.exists():
            target.rename(retired)
        fresh.rename(target)
        shutil.rmtree(retired, ignore_errors=True)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
