"""What every room of the command line has: how a command is added, and how progress is told."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

Run = Callable[[argparse.Namespace], int]


class Command(Protocol):
    """What adds a command."""

    def __call__(self, name: str, run: Run, purpose: str, example: str) -> argparse.ArgumentParser:
        """Return the parser of the command, for its arguments."""
        ...


def say(text: str) -> None:
    """Tell of progress, apart from what the command answers."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


@contextmanager
def progress() -> Iterator[Callable[[str, int, int], None]]:
    """Show how far each table has come, on stderr, while the block runs."""
    from rich.console import Console
    from rich.progress import Progress, TaskID

    with Progress(console=Console(stderr=True), transient=True) as shown:
        bars: dict[str, TaskID] = {}

        def told(table: str, done: int, whole: int) -> None:
            if table not in bars:
                bars[table] = shown.add_task(table)
            shown.update(bars[table], completed=done, total=whole)

        yield told
