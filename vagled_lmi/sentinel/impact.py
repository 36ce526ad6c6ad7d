"""What a table is used for: which indicators read it, and which blocks of which briefs."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import nbformat

from vagled_lmi import resources
from vagled_lmi.brief.desk import Desk, makers, page_makers
from vagled_lmi.brief.shelf import Shelf
from vagled_lmi.codes import Region
from vagled_lmi.errors import VagledError
from vagled_lmi.indicators.protocol import Result
from vagled_lmi.outlook import catalogue as indicators
from vagled_lmi.store import Archive
from vagled_lmi.tables import Table


@dataclass(frozen=True, slots=True)
class Hits:
    """What a table is used for.

    Attributes
    ----------
    indicators : tuple of str
        Ids of the indicators that read it.
    briefs : dict of str to tuple of str
        Name of a brief's notebook to the blocks there that read it.
    """

    indicators: tuple[str, ...] = ()
    briefs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


class Impact:
    """Knows what tables are used for; the briefs are looked into when they are first asked for.

    Parameters
    ----------
    store : Archive
        Whose figures the briefs are tried with.
    notebooks : Path, optional
        Where the briefs lie; those of the program unless given.
    """

    def __init__(self, store: Archive, notebooks: Path | None = None) -> None:
        self._store = store
        self._notebooks = notebooks or resources.notebooks_dir()
        self._blocks: dict[str, dict[str, frozenset[str]]] | None = None

    def of(self, table: str) -> Hits:
        """Return what a table is used for."""
        if self._blocks is None:
            self._blocks = {
                path.stem: dict(self._read_by(path))
                for path in sorted(self._notebooks.glob("*.ipynb"))
            }
        briefs = {
            brief: tuple(block for block, read in blocks.items() if table in read)
            for brief, blocks in self._blocks.items()
        }
        return Hits(
            tuple(
                i.id for i in indicators.indicators().values() if table in (*i.tables, *i.optional)
            ),
            {brief: blocks for brief, blocks in briefs.items() if blocks},
        )

    def _read_by(self, notebook: Path) -> Iterator[tuple[str, frozenset[str]]]:
        """Yield each block of a brief with the tables it reads, by making it."""
        tree = _code(notebook)
        try:
            desk = Desk(
                _parameter(tree, "region"),
                occupation=_parameter(tree, "occupation"),
                store=self._store,
            )
        except VagledError:
            return  # a brief that cannot be made is not hit
        shelf = _Watching(self._store, desk.region)
        desk.has, desk.table, desk.result = shelf.has, shelf.table, shelf.result
        makes = {**makers(), **page_makers()}
        for name in _shown(tree):
            shelf.read.clear()
            # figures that a brief cannot be made of are what a watch is for: what a block has read
            # before it stopped, it needs
            with suppress(Exception):
                list(makes[name](desk))
            yield name, frozenset(shelf.read)


class _Watching(Shelf):
    """A shelf that notes which tables are taken from it."""

    def __init__(self, store: Archive, region: Region) -> None:
        super().__init__(store, region)
        self.read: set[str] = set()

    def has(self, table: str) -> bool:
        self.read.add(table)
        return super().has(table)

    def table(self, table: str) -> Table:
        self.read.add(table)
        return super().table(table)

    def result(self, indicator: str, region: Region | None = None) -> Result:
        described = indicators.indicator(indicator)
        self.read.update((*described.tables, *described.optional))
        return super().result(indicator, region)


def _code(notebook: Path) -> ast.Module:
    """Return a notebook's code as one syntax tree."""
    read = nbformat.read(notebook, as_version=4)  # type: ignore[no-untyped-call]
    cells = (cell.source for cell in read.cells if cell.cell_type == "code")
    return ast.parse("\n".join(cells))


def _parameter(tree: ast.Module, name: str) -> str:
    """Return the default of a parameter, as its cell assigns it; empty where it has none."""
    for node in tree.body:
        if (
            isinstance(node, ast.AnnAssign)
            and isinstance(node.target, ast.Name)
            and node.target.id == name
            and isinstance(node.value, ast.Constant)
        ):
            return str(node.value.value)
    return ""


def _shown(tree: ast.Module) -> list[str]:
    """Return the names of the blocks and pages that a notebook shows, in its order."""
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    shown = [
        argument.value
        for call in calls
        if isinstance(call.func, ast.Attribute) and call.func.attr in {"show", "pages"}
        for argument in call.args
        if isinstance(argument, ast.Constant)
    ]
    return [name for name in dict.fromkeys(shown) if isinstance(name, str)]
