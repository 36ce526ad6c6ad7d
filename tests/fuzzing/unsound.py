"""Sound bytes made unsound: JSON, workbooks and text changed inside, or any bytes damaged."""

from __future__ import annotations

import copy
import io
import json
import re
import zipfile
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from tests.fuzzing.tape import Tape

#: Stand in JSON for what Python does not write: a number beyond all, and a great many lists.
_BEYOND, _DEEP = "1e999", "deep"
_NESTED = b"[" * 900 + b"]" * 900
_AWKWARD: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 2**31, 2**63, -(2**70), 0.5, -0.0, 1e308, _BEYOND, _DEEP,
    "", " ", "0", "00", "03", "0380", "..", ".", "-", "~100", "1 325", "85,3", "NaN", "-inf",
    "x" * 300, "\x00", "\u2028", "\ud800", "å", "ﬁ", "٣", "²", "{}", "%s", "../..", "2024",
    "2024M13", "2024-02-30", "9999-99", "HT2020", "total", "men", "*", "true", "total\n", "Uppsala",
    [], {}, [[]], [None], [1, "a"], {"": None}, {"a": {}}, [{}], [[1], [2]],
)  # fmt: skip


def unsound(payload: bytes, tape: Tape) -> bytes:
    """Bytes of any kind, or sound ones with something in them changed."""
    how = tape.take(8)
    if how == 1:
        return tape.blob(tape.take(40))
    if how == 2:
        return _spliced(payload, tape)
    if payload.startswith(b"PK"):
        return _repacked(payload, tape)
    if payload[:1] not in (b"{", b"["):
        return _text(payload, tape)
    lines = payload.splitlines(keepends=True)  # one document, or one a line
    at = tape.take(len(lines))
    return b"".join([*lines[:at], _json(lines[at], tape), b"\n" * (at > 0), *lines[at + 1 :]])


def vintage(payloads: Sequence[bytes], tape: Tape) -> list[bytes]:
    """All the payloads of a vintage with one or two changed, or one gone, twice or elsewhere."""
    changed = list(payloads)
    how = tape.take(16)
    at = tape.take(len(changed))
    if how == 1 and len(changed) > 1:  # a vintage of nothing is none
        del changed[at]
    elif how == 2:
        changed.insert(tape.take(len(changed) + 1), changed[at])
    elif how == 3:
        changed.append(changed.pop(at))
    for at in {tape.take(len(changed)) for _ in range(1 + (how == 4))}:
        changed[at] = unsound(changed[at], tape)
    return changed


def rows(
    sheet: Sequence[Sequence[Any]], cell: Callable[[Tape], Any], tape: Tape
) -> list[list[Any]]:
    """A table with some cells changed, and rows taken away or twice."""
    changed = [list(row) for row in sheet]
    for _ in range(1 + tape.take(3)):
        if not changed:
            break
        at, how = tape.take(len(changed)), tape.take(10)
        if how == 1:
            del changed[at]
        elif how == 2:
            changed.insert(at, list(changed[at]))
        elif changed[at]:
            changed[at][tape.take(len(changed[at]))] = cell(tape)
    return changed


def awkward(tape: Tape) -> Any:
    """A value that stands seldom where it is expected."""
    how = tape.take(8)
    if how == 1:
        return tape.blob(tape.take(10)).decode("utf-8", "replace")
    if how == 2:
        return int.from_bytes(tape.blob(3), "big", signed=True)
    return copy.deepcopy(tape.one_of(_AWKWARD))


def _spliced(payload: bytes, tape: Tape) -> bytes:
    """Some bytes gone, others put in; or all that follows gone."""
    at = tape.take(len(payload) + 1)
    put, cut = tape.blob(tape.take(8)), tape.take(10)
    return payload[:at] + put + (payload[at + cut :] if cut < 9 else b"")


def _json(payload: bytes, tape: Tape) -> bytes:
    document = {"root": json.loads(payload)}
    for _ in range(1 + tape.take(3)):
        _change(document, tape)
    text = json.dumps(document.get("root"), ensure_ascii=tape.take(2) == 0)
    said = text.encode("utf-8", "surrogatepass")
    return said.replace(b'"%b"' % _BEYOND.encode(), b"1e999").replace(b'"deep"', _NESTED)


def _place(root: dict[str, Any], tape: Tape) -> tuple[Any, Any]:
    """Some container and a key in it, at any depth."""
    node: Any = root
    while True:
        key = tape.one_of(list(node) if isinstance(node, dict) else range(len(node)))
        inner = node[key]
        if not isinstance(inner, dict | list) or not inner or tape.take(5) == 1:
            return node, key
        node = inner


def _change(root: dict[str, Any], tape: Tape) -> None:
    if not root:
        return
    node, key = _place(root, tape)
    how = tape.take(8)
    if how == 1 and node is not root:
        del node[key]
    elif how == 2 and isinstance(node, dict):
        node[str(awkward(tape))] = node.pop(key) if tape.take(2) else node[key]
        root.setdefault("root", None)
    elif how == 3 and isinstance(node, list):
        node.insert(key, copy.deepcopy(node[key]))
    elif how == 4:
        elsewhere, other = _place(root, tape)
        node[key] = copy.deepcopy(elsewhere[other])
    elif how == 5:
        node[key] = str(node[key]) if tape.take(2) else [node[key]]
    elif how == 6 and type(node[key]) in (int, float):
        node[key] = node[key] * tape.one_of((-1, 10, 1.5, 1e6)) + tape.one_of((0, 1, -1))
    else:
        node[key] = awkward(tape)


def _text(payload: bytes, tape: Tape) -> bytes:
    """A word of it changed, or a line gone or twice."""
    text = payload.decode("utf-8", "replace")
    lines = text.splitlines(keepends=True)
    at, how = tape.take(len(lines)), tape.take(6)
    if how == 1 and lines:
        del lines[at]
        return "".join(lines).encode()
    if how == 2 and lines:
        lines.insert(at, lines[at])
        return "".join(lines).encode()
    words = re.split(r'([;,"<>=\n])', text)
    for _ in range(1 + tape.take(2)):
        words[tape.take(len(words))] = str(awkward(tape))
    return "".join(words).encode("utf-8", "replace")


@lru_cache(maxsize=16)
def _parts(payload: bytes) -> tuple[tuple[str, bytes], ...]:
    with zipfile.ZipFile(io.BytesIO(payload)) as book:
        return tuple((name, book.read(name)) for name in book.namelist() if "theme" not in name)


def _repacked(payload: bytes, tape: Tape) -> bytes:
    """One part of a workbook changed, gone or twice, and all packed again."""
    parts = list(_parts(payload))
    at, how = tape.take(len(parts)), tape.take(10)
    if how == 1:
        del parts[at]
    elif how == 2:
        parts.append((tape.one_of(parts)[0] + "x", parts[at][1]))
    elif how < 6:
        parts[at] = (parts[at][0], _spliced(parts[at][1], tape))
    else:
        parts[at] = (parts[at][0], _text(parts[at][1], tape))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as new:
        for name, part in parts:
            new.writestr(name, part)
    return file.getvalue()
