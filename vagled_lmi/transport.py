"""One exchange on the wire for `vagled_lmi.session`: ask, read to the end, prove the answer whole.

Four things that requests and urllib3 leave open are closed here, each with a test:

- their timeouts hold for each read, so a host that drips a byte a second is never too slow:
  `_Watch` shuts the socket when the time is up, wherever the call then stands;
- a body longer than its declared length is cut there without a word: with ``Connection: close`` the
  body is read to the end of the connection and counted;
- a gzip stream that ends early passes: `_unpack` demands its end mark and checksum;
- a body grows without limit: it is counted while it comes, packed and unpacked.
"""

from __future__ import annotations

import http.client
import os
import socket
import threading
import zlib
from collections.abc import Mapping
from contextlib import suppress
from contextvars import ContextVar
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter
from requests.utils import get_environ_proxies
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, NewConnectionError, ReadTimeoutError

from vagled_lmi.codes import quote
from vagled_lmi.errors import OfflineError, SourceError, VagledError

_CHUNK = 1 << 16
#: Seconds to wait for the end of a connection that the host was asked to close.
_LINGER = 0.5
_BUNDLE = (
    "Kontrollera datorns klocka. Går trafiken genom ett filter behövs filtrets certifikat: ange "
    "dess fil i REQUESTS_CA_BUNDLE."
)
LATER = "Försök igen senare; det som redan är hämtat ligger kvar."


@dataclass(frozen=True, slots=True)
class Limits:
    """How long, how much and how often.

    Attributes
    ----------
    connect, read : float
        Seconds to wait for a connection, and for the next bytes.
    total : float
        Seconds for one question, with all its attempts and waits.
    retries : int
        Attempts after the first.
    size : int
        Bytes of one body, packed and unpacked.
    calls, seconds : int, float
        Default rate to a host: `calls` in any `seconds`.
    """

    connect: float = 10.0
    read: float = 30.0
    total: float = 60.0
    retries: int = 3
    size: int = 200_000_000
    calls: int = 2
    seconds: float = 1.0


class Trouble(Exception):  # noqa: N818 - not an error to users; carries one
    """An attempt that failed, and whether another may help.

    Attributes
    ----------
    error : VagledError
        What to raise when there is no other attempt.
    passing : bool
        Whether it may be gone the next time.
    wait : float or None
        Seconds the host asked us to wait.
    """

    def __init__(
        self, error: VagledError, *, passing: bool = True, wait: float | None = None
    ) -> None:
        super().__init__(str(error))
        self.error = error
        self.passing = passing
        self.wait = wait


@dataclass(frozen=True, slots=True)
class Received:
    """An answer as it came, whole and unpacked."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class _UnfitError(Exception):
    """The body is not one to hand on; the message completes "Svaret från …"."""

    def __init__(self, message: str, *, passing: bool = True) -> None:
        super().__init__(message)
        self.passing = passing


class _Watch:
    """Shuts every socket opened under it when the time is up, so that no read outlasts it."""

    def __init__(self, seconds: float) -> None:
        self.expired = False
        self.live: socket.socket | None = None
        self._held: list[socket.socket] = []
        self._lock = threading.Lock()
        self._timer = threading.Timer(max(seconds, 0.0), self._expire)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        self._token = _WATCH.set(self)
        self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._timer.cancel()
        self._timer.join()
        _WATCH.reset(self._token)
        for held in self._held:
            held.close()

    def hold(self, opened: socket.socket) -> socket.socket:
        """Watch over a connection; a duplicate is kept, for TLS takes the original apart."""
        with self._lock:
            self._held.append(opened.dup())
            if self.expired:
                self._shut()
        return opened

    def _expire(self) -> None:
        with self._lock:
            self.expired = True
            self._shut()

    def _shut(self) -> None:
        for held in self._held:
            with suppress(OSError):
                held.shutdown(socket.SHUT_RDWR)


_WATCH: ContextVar[_Watch] = ContextVar("watch")


class _ToTheEnd(http.client.HTTPResponse):
    """A response that does not stop at its declared length; the reader counts."""

    def begin(self) -> None:
        super().begin()
        if self.length:
            self.length = None


class _Plain(HTTPConnection):
    response_class = _ToTheEnd

    def _new_conn(self) -> socket.socket:
        return _WATCH.get().hold(super()._new_conn())

    def connect(self) -> None:
        super().connect()
        _WATCH.get().live = self.sock


class _Secure(HTTPSConnection):
    response_class = _ToTheEnd

    def _new_conn(self) -> socket.socket:
        return _WATCH.get().hold(super()._new_conn())

    def connect(self) -> None:
        super().connect()
        _WATCH.get().live = self.sock


class _PlainPool(HTTPConnectionPool):
    ConnectionCls = _Plain


class _SecurePool(HTTPSConnectionPool):
    ConnectionCls = _Secure


def _watched(manager: PoolManager) -> PoolManager:
    manager.pool_classes_by_scheme = {"http": _PlainPool, "https": _SecurePool}
    return manager


class _Adapter(HTTPAdapter):
    """Asks on watched connections."""

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs)
        _watched(self.poolmanager)

    def proxy_manager_for(self, *args: Any, **kwargs: Any) -> Any:
        return _watched(super().proxy_manager_for(*args, **kwargs))


class Wire:
    """Asks one question at a time.

    Parameters
    ----------
    limits : Limits
        How long and how much.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._adapter = _Adapter()

    def exchange(self, prepared: requests.PreparedRequest, seconds: float) -> Received:
        """Ask once and read the whole answer, whatever its status.

        Parameters
        ----------
        prepared : requests.PreparedRequest
            The question.
        seconds : float
            What is left of the time for it.

        Raises
        ------
        Trouble
            With the error for the user, and whether another attempt may help.
        """
        host = urlsplit(prepared.url or "").netloc
        with _Watch(seconds) as watch:
            try:
                received = self._exchange(prepared, max(seconds, 0.001))
            except (requests.RequestException, HTTPError, _UnfitError, OSError) as error:
                if watch.expired:
                    raise _too_slow(host, self._limits) from error
                raise _trouble(host, error, self._limits) from error
            if watch.expired:
                raise _too_slow(host, self._limits)
        return received

    def _exchange(self, prepared: requests.PreparedRequest, seconds: float) -> Received:
        url = prepared.url or ""
        size = self._limits.size
        try:
            answer = self._adapter.send(
                prepared,
                stream=True,
                timeout=(min(self._limits.connect, seconds), min(self._limits.read, seconds)),
                verify=_bundle() or True,
                proxies=get_environ_proxies(url) if url.startswith("https:") else {},
            )
            with answer:
                body = _read(answer.raw, size)
            packing = answer.headers.get("Content-Encoding", "").strip().casefold()
            return Received(answer.status_code, answer.headers, _unpack(body, packing, size))
        finally:
            self._adapter.close()  # a line the host left open would escape the next watch


def _bundle() -> str:
    return os.environ.get("REQUESTS_CA_BUNDLE", "")


def _read(raw: Any, size: int) -> bytes:
    """Read a body to its end and hold it to its declared length."""
    declared: int | None = raw.length_remaining
    raw.length_remaining = None  # urllib3 would close the connection at the declared length
    if declared is not None and declared > size:
        raise _UnfitError(_too_large(size), passing=False)
    parts: list[bytes] = []
    got = 0
    while declared is None or got < declared:
        wanted = _CHUNK if declared is None else min(_CHUNK, declared - got)
        part: bytes = raw.read(wanted, decode_content=False)
        if not part:
            break
        got += len(part)
        if got > size:
            raise _UnfitError(_too_large(size), passing=False)
        parts.append(part)
    if declared is not None and got < declared:
        raise _UnfitError(f"bröts efter {got} av {declared} byte")
    if declared and _goes_on(raw):
        raise _UnfitError(f"är längre än de {declared} byte som det självt anger")
    return b"".join(parts)


def _goes_on(raw: Any) -> bool:
    """Tell whether there is more after the declared end; a host may leave the line open."""
    live = _WATCH.get().live
    with suppress(OSError, HTTPError):
        if live is not None:
            live.settimeout(_LINGER)
        return bool(raw.read(1, decode_content=False))
    return False


def _unpack(body: bytes, packing: str, size: int) -> bytes:
    """Undo gzip, to the end mark of each of its members."""
    if packing in ("", "identity"):
        return body
    if packing not in ("gzip", "x-gzip"):
        raise _UnfitError(f"är packat som {quote(packing)}, som vi inte har bett om", passing=False)
    parts: list[bytes] = []
    room = size
    while body:
        member = zlib.decompressobj(wbits=16 + zlib.MAX_WBITS)
        try:
            part = member.decompress(body, room + 1)
        except zlib.error as error:
            raise _UnfitError("är packat med gzip och skadat") from error
        room -= len(part)
        if room < 0:
            raise _UnfitError(_too_large(size), passing=False)
        if not member.eof:
            raise _UnfitError("är packat med gzip och avbrutet")
        parts.append(part)
        body = member.unused_data
    return b"".join(parts)


def _too_large(size: int) -> str:
    return f"är större än de {size // 1_000_000} MB som tas emot"


def _too_slow(host: str, limits: Limits) -> Trouble:
    """Return what to say when the time for one question is up."""
    message = f"{host} hann inte svara helt på {limits.total:g} sekunder."
    return Trouble(SourceError(message, LATER), passing=False)


def _trouble(host: str, error: Exception, limits: Limits) -> Trouble:
    """Put what went wrong into words, and say whether it may pass."""
    told: VagledError
    passing = True
    if isinstance(error, _UnfitError):
        told, passing = SourceError(f"Svaret från {host} {error}.", LATER), error.passing
    elif "CERTIFICATE_VERIFY_FAILED" in str(error):
        told, passing = (
            SourceError(f"{host} visar ett certifikat som datorn inte litar på.", _BUNDLE),
            False,
        )
    elif isinstance(error, requests.exceptions.ProxyError):
        told = OfflineError(f"Det går inte att nå {host}: proxyn i HTTPS_PROXY svarar inte.")
    elif _is_unreachable(error):
        told = OfflineError(f"Det går inte att nå {host}: kontrollera nätanslutningen.")
    elif isinstance(error, requests.Timeout | ReadTimeoutError):
        told = SourceError(f"{host} svarade inte på {limits.read:g} sekunder.", LATER)
    elif not isinstance(error, requests.RequestException | HTTPError) and _bundle():
        told = SourceError(
            f"Certifikaten i {_bundle()} går inte att läsa, så {host} kan inte frågas.",
            "Kontrollera REQUESTS_CA_BUNDLE.",
        )
        passing = False
    else:
        told = SourceError(f"{host} bröt förbindelsen innan svaret var helt.", LATER)
    return Trouble(told, passing=passing)


def _is_unreachable(error: Exception) -> bool:
    """Tell whether there never was a connection: no such name, no route, nobody there."""
    inner = error.args[0] if error.args else None
    return isinstance(error, requests.exceptions.ConnectTimeout) or isinstance(
        getattr(inner, "reason", None), NewConnectionError
    )
