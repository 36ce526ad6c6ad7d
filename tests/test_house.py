"""The house: imports go one way, only the door opens sockets, and rooms stay small."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "vagled_lmi"
#: From the ground up; a module may import those below it and its own room, never those above.
FLOORS = (
    ("errors", "resources"),
    ("labour_markets",),
    ("codes",),
    ("foreign",),
    ("provenance",),
    ("cadence", "contracts", "disk", "incoming", "interrupted", "jsonstat", "jsonstat_metadata",
     "jsonstat_scan", "ranks", "rate", "store", "store_log", "tables", "session", "transport",
     "vintages"),
    ("revisions",),
    ("sources",),
    ("snapshot", "snapshot_copies"),
    ("indicators",),
    ("outlook",),
    ("brief",),
    ("sentinel", "publish"),
    ("cli",),
)  # fmt: skip
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
MODULES = sorted(PACKAGE.rglob("*.py"))


def room(module: Path) -> str:
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(module: Path) -> Iterator[str]:
    """Every module of the package that a module imports, late imports and type hints too."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{module} imports relatively"
            yield node.module
            if node.module == "vagled_lmi":
                yield from (f"vagled_lmi.{name.name}" for name in node.names)


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(PACKAGE)))
def test_imports_go_one_way(module: Path) -> None:
    here = room(module)
    if here == "__init__":
        return  # the package's front door names what notebooks may use
    assert here in FLOOR, f"{here} has no floor in the house: add it where it belongs"
    for name in imports(module):
        parts = name.split(".")
        if parts[0] == "vagled_lmi" and len(parts) > 1:
            assert FLOOR[parts[1]] <= FLOOR[here], f"{here} imports {name}, which lies above it"


def test_no_cycles_between_modules() -> None:
    names = {
        ".".join(("vagled_lmi", *m.relative_to(PACKAGE).with_suffix("").parts)): m for m in MODULES
    }
    graph = {
        name: {target for target in imports(module) if target in names and target != name}
        for name, module in names.items()
    }
    done: set[str] = set()

    def visit(name: str, above: tuple[str, ...]) -> None:
        assert name not in above, " -> ".join((*above, name))
        if name not in done:
            for target in sorted(graph[name]):
                visit(target, (*above, name))
            done.add(name)

    for name in graph:
        visit(name, ())
    assert done == set(graph)


def test_only_the_session_and_its_transport_open_sockets() -> None:
    network = {"requests", "urllib3", "socket", "http", "urllib.request", "httpx", "aiohttp"}
    for module in MODULES:
        if room(module) in ("session", "transport"):
            continue
        used = {
            name for name in imports(module) if name in network or name.split(".")[0] in network
        }
        assert not used, f"{module.name} imports {used}"


def test_no_room_is_a_lumber_room() -> None:
    for module in MODULES:
        assert module.stem not in {"utils", "helpers", "misc", "common"}
        lines = module.read_text(encoding="utf-8").count("\n")
        assert lines <= 420, f"{module.name} has {lines} lines: more than one room"


def test_every_module_says_what_it_is_for() -> None:
    for module in MODULES:
        first = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))
        assert first, f"{module.name} has no docstring"
        assert len(first.splitlines()[0]) > 20, module.name
