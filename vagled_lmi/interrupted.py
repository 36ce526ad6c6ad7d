"""Answers of a fetch that is not finished: one that was interrupted goes on where it stopped.

Only a whole fetch becomes a vintage. Until then each answer whose question says what it may be used
again for (`Request.resume`) lies in a folder of its own, beside the store's log; when the fetch is
whole, the folder goes. Answers that no longer hold have another key, and are never found. A fetch
that was refused for what had been answered forgets the answers: they would be refused again.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

import filelock
import orjson

from vagled_lmi.disk import explain_errors, make_folder, write_atomic
from vagled_lmi.errors import StoreError, VagledError
from vagled_lmi.provenance import sha256
from vagled_lmi.session import Request, Response

#: Headers that an agency's module may read; what else the host said is not kept.
_KEPT = ("Content-Type", "Last-Modified")


class Interrupted:
    """The answers so far of one fetch of one table; held by one process at a time.

    Parameters
    ----------
    root : Path
        Folder of the store.
    table : str
        Id of the `TableSpec`.

    Raises
    ------
    StoreError
        On entering, when another process is fetching the same table, or the folder cannot be
        written.
    """

    def __init__(self, root: Path, table: str) -> None:
        self._table = table
        name = f"{re.sub('[^0-9A-Za-z]', '_', table)}-{sha256(table.encode())[:8]}"
        self._folder = root / "interrupted" / name
        self._lock = filelock.FileLock(self._folder.with_suffix(".lock"))
        self._answered = False

    def __enter__(self) -> Self:
        with explain_errors(self._folder, "skriva till"):
            make_folder(self._folder)
            try:
                self._lock.acquire(timeout=0)
            except filelock.Timeout:
                raise StoreError(
                    f"{self._table} hämtas redan av ett annat program.",
                    "Vänta tills det är klart.",
                ) from None
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        refused = isinstance(error, VagledError) and not isinstance(error, StoreError)
        if refused and self._answered:
            self.finish()
        self._lock.release()

    def resuming(self, send: Callable[[Request], Response]) -> Callable[[Request], Response]:
        """Return `send`, but that what was answered before the interruption is not asked again."""

        def ask(request: Request) -> Response:
            path = self._folder / _key(request)
            response = None if request.resume is None else _read(path)
            if response is None:
                self._answered = False
                response = send(request)
                if request.resume is not None:
                    with explain_errors(path, "skriva"):
                        write_atomic(path, _written(response))
            self._answered = True
            return response

        return ask

    def finish(self) -> None:
        """Forget the answers: the fetch is whole."""
        shutil.rmtree(self._folder, ignore_errors=True)


def _key(request: Request) -> str:
    asked = [
        request.method,
        request.url,
        dict(sorted(request.params.items())),
        request.json,
        dict(sorted((request.form or {}).items())),
        dict(sorted(request.headers.items())),
        request.resume,
    ]
    return sha256(orjson.dumps(asked, option=orjson.OPT_SORT_KEYS))


def _written(response: Response) -> bytes:
    headers = {name: response.headers[name] for name in _KEPT if name in response.headers}
    head = {"status": response.status, "headers": headers, "url": response.url}
    head |= {"retrieved": response.retrieved, "sha256": sha256(response.body)}
    return orjson.dumps(head) + b"\n" + response.body


def _read(path: Path) -> Response | None:
    """Return an answer kept before; None where there is none, or not the one that was written."""
    with explain_errors(path, "läsa"):
        if not path.is_file():
            return None
        head, _, body = path.read_bytes().partition(b"\n")
    try:
        said = orjson.loads(head)
        if said.pop("sha256") != sha256(body):
            return None
        return Response(body=body, **said)
    except (orjson.JSONDecodeError, KeyError, TypeError, AttributeError):
        return None
