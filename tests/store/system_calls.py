"""Stands between a test and the system calls that write files: to refuse them, or to note them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest


def refuse(
    monkeypatch: pytest.MonkeyPatch, call: str, name: str, code: int, *, bytes_first: int = 0
) -> None:
    """Make a system call fail on files whose name ends in `name`, after some bytes got through."""
    real, real_open, handles = getattr(os, call), os.open, {}

    def opened(path: Any, *rest: Any, **named: Any) -> int:
        handle = real_open(path, *rest, **named)
        handles[handle] = str(path)
        return handle

    def failing(target: Any, *rest: Any, **named: Any) -> Any:
        path = handles.get(target, "") if isinstance(target, int) else str(target)
        if not path.endswith(name):
            return real(target, *rest, **named)
        if bytes_first and len(rest[0]) > bytes_first:
            return real(target, rest[0][:bytes_first])
        raise OSError(code, os.strerror(code), path)

    monkeypatch.setattr(os, "open", opened)
    monkeypatch.setattr(os, call, failing)


def note(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that fills with the calls that write, each with the suffix of its file."""
    calls: list[str] = []
    handles: dict[int, str] = {}

    def watch(call: str) -> None:
        real = getattr(os, call)

        def watched(target: Any, *rest: Any, **named: Any) -> Any:
            name = handles.get(target) if isinstance(target, int) else Path(target).suffix
            if name is not None and call != "open":
                calls.append(f"{call} {name or 'folder'}")
            answer = real(target, *rest, **named)
            if call == "open" and Path(target).suffix != ".lock":
                handles[answer] = Path(target).suffix
            return answer

        monkeypatch.setattr(os, call, watched)

    for call in ("open", "write", "fsync", "replace", "ftruncate"):
        watch(call)
    return calls
