"""Hostile input to every parser: only the project's own errors come out, and none is forgotten."""

from __future__ import annotations

import ast
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

import vagled_lmi
from bench import fuzz
from tests.agencies.cases import kind_of
from tests.fuzzing.tape import LENGTH, tapes
from tests.fuzzing.target import of_payload
from tests.fuzzing.targets import TARGETS
from vagled_lmi.sources import catalogue

INPUTS, AT_ONCE = 2000, 20
PACKAGE = Path(vagled_lmi.__file__).parent
#: What takes bytes and reads none: the protocol, and what hands them on to an agency's module.
HANDS_ON = {"protocol.py", "fetching.py"}


@pytest.mark.parametrize("name", TARGETS)
def test_sound_input_is_taken(name: str) -> None:
    target = TARGETS[name]
    for read in target.reads:
        read(target.sound)


@pytest.mark.parametrize("name", TARGETS)
def test_only_errors_of_the_project_come_out(name: str) -> None:
    target = TARGETS[name]

    @settings(
        max_examples=INPUTS // AT_ONCE,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(drawn=tapes(AT_ONCE))
    def feed(drawn: list[bytes]) -> None:
        for tape in drawn:
            target.feed(tape)

    feed()


def some(number: int) -> Iterator[bytes]:
    chance = random.Random(17)  # noqa: S311 - the same tapes at each run
    return (chance.randbytes(LENGTH) for _ in range(number))


@pytest.mark.parametrize("name", TARGETS)
def test_hostile_input_is_neither_all_taken_nor_all_refused(name: str) -> None:
    """What is always refused at the first look tests nothing behind it."""
    target = TARGETS[name]
    taken = sum(target.feed(tape) for tape in some(100))
    assert 0 < taken < 100 * len(target.reads)


def test_another_error_is_found() -> None:
    def careless(payload: bytes) -> int:
        return int(payload.decode())

    target = of_payload(b"17", careless)
    with pytest.raises(ValueError, match=r"invalid literal|codec"):
        sum(target.feed(tape) for tape in some(60))


def test_every_kind_of_table_is_fed() -> None:
    declared = {
        (table.partition(":")[0], kind_of(spec)): table
        for table, spec in catalogue.specs().items()
        # a copy of what is no longer published has no parser but that of columnar files
        if spec.live is not None or spec.file
    }
    fed = {table for target in TARGETS.values() for table in target.tables}
    kinds = {(table.partition(":")[0], kind_of(catalogue.spec(table))) for table in fed}
    assert {declared[kind] for kind in declared.keys() - kinds} == set()


def readers() -> Iterator[tuple[str, int]]:
    """File and line of every function of the program that reads bytes of an agency or a file."""
    for path in (*PACKAGE.glob("sources/**/*.py"), *PACKAGE.glob("jsonstat*.py")):
        if path.name in HANDS_ON:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.FunctionDef):
                continue
            given = [a.annotation for a in (*node.args.args, *node.args.kwonlyargs)]
            if any("bytes" in ast.unparse(a) and "Callable" not in ast.unparse(a)
                   for a in given if a):  # fmt: skip
                yield f"{path.relative_to(PACKAGE)}: {node.name}", node.lineno


def test_every_function_that_reads_bytes_is_reached() -> None:
    called: set[tuple[str, str]] = set()

    def note(frame: FrameType, event: str, _: Any) -> None:
        if event == "call":
            called.add((frame.f_code.co_filename, frame.f_code.co_name))

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        for target in TARGETS.values():
            for read in target.reads:
                read(target.sound)
            for tape in some(20):
                target.feed(tape)
    finally:
        sys.setprofile(before)
    reached = {
        f"{Path(file).relative_to(PACKAGE)}: {name}"
        for file, name in called
        if Path(file).is_relative_to(PACKAGE)
    }
    assert {name for name, _ in readers()} - reached == set()


def test_the_page_is_of_the_kept_record() -> None:
    lines = fuzz.record()
    assert fuzz.PAGE.read_text(encoding="utf-8") == fuzz.page(lines), "python -m bench.fuzz --page"
    for line in lines.values():
        assert line["inputs"] >= fuzz.INPUTS
        assert 0 < line["taken"] < line["inputs"]
