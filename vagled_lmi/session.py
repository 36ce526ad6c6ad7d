"""The only door to the network: a host's rate limit, retries, time and size limits, offline.

What `Session.send` returns is whole and successful: all else raises. Every question here is a read,
POST too, so any of them may be asked again. How one answer is read from the wire, and how it is
known to be whole, is in `vagled_lmi.transport`; the shared rate limit is in `vagled_lmi.rate`.
"""

from __future__ import annotations

import importlib.metadata
import ipaddress
import os
import random
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path
from types import TracebackType
from typing import Literal, Self
from urllib.parse import SplitResult, urlencode, urljoin, urlsplit

import orjson
import platformdirs
import requests
from urllib3 import Retry
from urllib3.exceptions import InvalidHeader

from vagled_lmi.codes import quote
from vagled_lmi.errors import OfflineError, SourceError, UsageError
from vagled_lmi.rate import Gate
from vagled_lmi.transport import LATER, Limits, Trouble, Wire

__all__ = ["Limits", "Request", "Response", "Session", "StatusError", "switched_off", "user_agent"]

_RETRIED = frozenset({429, 500, 502, 503, 504})
_MOVED = frozenset({301, 302, 303, 307, 308})
_HOPS = 5
_FIRST_WAIT = 0.5
_LONGEST_WAIT = 6 * 3600.0
_NO = frozenset({"", "0", "false", "nej", "no"})


@dataclass(frozen=True, slots=True)
class Request:
    """One question to one host.

    Attributes
    ----------
    method : {'GET', 'POST'}
        POST for questions too long for an address; it changes nothing at the agency.
    url : str
        Without credentials; ``https``, or ``http`` to this machine.
    params : dict of str to str or sequence of str
        Query string; a sequence repeats its name.
    json : object
        Body of a POST, plain data.
    form : dict of str to str or sequence of str, or None
        Body of a POST as a web page's form sends it; a sequence repeats its name.
    headers : dict of str to str
        Beside the session's own.
    rate : (int, float) or None
        The most that the host itself says it allows, calls and seconds; kept from now on.
    cut : callable or None
        What to cut away of a successful answer before anything else sees it: personal data never
        passes this door. Takes and returns the body; may raise a `VagledError`.
    since : str or None
        An agency's stamp of last update, ISO 8601: the host may answer that nothing has changed
        since then (304), and the body is empty.
    lasting : bool
        Whether the answer holds for a whole run over many tables: such a run asks once.
    resume : str or None
        Must be the same for an answer to be used again by a fetch that goes on where it was
        interrupted: the agency's stamp of update, or the day. None: always asked anew.
    """

    method: Literal["GET", "POST"]
    url: str
    params: Mapping[str, str | Sequence[str]] = field(default_factory=dict)
    json: object = None
    form: Mapping[str, str | Sequence[str]] | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    rate: tuple[int, float] | None = None
    cut: Callable[[bytes], bytes] | None = None
    since: str | None = None
    resume: str | None = None
    lasting: bool = False


@dataclass(frozen=True, slots=True)
class Response:
    """One whole answer.

    Attributes
    ----------
    status : int
        200 to 299 from `Session.send`, or 304 to a question with `since`; any within a
        `StatusError`.
    headers : dict of str to str
        Names in any case.
    body : bytes
        Unpacked.
    url : str
        Of the answer, after redirects.
    retrieved : str
        When it was complete, UTC, ISO 8601 to the second with ``Z``.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes
    url: str
    retrieved: str


class StatusError(SourceError):
    """A host that answered, and whose answer is not a success; `response` holds its words."""

    def __init__(self, response: Response, message: str, hint: str | None = None) -> None:
        super().__init__(message, hint)
        self.response = response


class Session:
    """A polite client; one a process and thread, closed after use.

    Parameters
    ----------
    cache : Path, optional
        Folder of the rate limits that all processes of the user share; the user's cache folder
        by default. Where it cannot be written the limits hold within the process only.
    limits : Limits
        How long, how much and how often.
    sleep, clock : callable
        For tests: how to wait, and what tells the seconds.

    Notes
    -----
    ``VAGLED_OFFLINE=1`` makes every `send` raise before a socket is opened, ``VAGLED_CONTACT`` is
    shown to the agencies in User-Agent, and proxies and a certificate bundle are taken from
    ``HTTPS_PROXY``, ``NO_PROXY`` and ``REQUESTS_CA_BUNDLE``. Cookies and ``.netrc`` are not used.
    """

    def __init__(
        self,
        cache: Path | None = None,
        *,
        limits: Limits | None = None,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.limits = limits or Limits()
        self._cache = cache or Path(platformdirs.user_cache_dir("vagled_lmi"))
        self._sleep = sleep
        self._clock = clock
        self._wire = Wire(self.limits)
        self._gates: dict[str, Gate] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the shared rate limits."""
        for gate in self._gates.values():
            gate.close()
        self._gates.clear()

    def limit(self, host: str, calls: int, seconds: float) -> None:
        """Allow a host at most `calls` questions in any `seconds`, from all processes together.

        Parameters
        ----------
        host : str
            As in the address, with its port if it has one: ``statistikdatabasen.scb.se``.
        calls, seconds : int, float
            Both above zero.
        """
        gate = self._gates.get(host)
        if gate is None or gate.rate != (calls, seconds):
            if gate is not None:
                gate.close()
            self._gates[host] = Gate(self._cache, host, calls, seconds)

    def send(self, request: Request) -> Response:
        """Ask one question and return the whole answer.

        Parameters
        ----------
        request : Request
            What to ask.

        Returns
        -------
        Response
            With a status from 200 to 299, or 304 to a question with `since`.

        Raises
        ------
        UsageError
            The address is not one to be asked.
        OfflineError
            The network is switched off, or the host cannot be reached.
        StatusError
            The host answered with another status, after retries where these may help.
        SourceError
            The answer was not whole, too large, too slow, or not to be trusted.
        """
        _check(request.url)
        prepared = _prepare(request)
        if switched_off():
            raise OfflineError(
                f"Nätet är avstängt med VAGLED_OFFLINE, så {prepared.url} hämtas inte."
            )
        if request.rate is not None:
            self.limit(_host(prepared), *request.rate)
        deadline = self._clock() + self.limits.total
        attempt = 0
        while True:
            try:
                response = self._follow(prepared, deadline)
            except Trouble as trouble:
                wait = _backoff(attempt) if trouble.wait is None else trouble.wait
                late = self._clock() + wait > deadline
                if not trouble.passing or late or attempt == self.limits.retries:
                    raise trouble.error from trouble.__cause__
            else:
                return _handed_on(request, response)
            self._sleep(wait)
            attempt += 1

    def _follow(self, prepared: requests.PreparedRequest, deadline: float) -> Response:
        """Ask once, following redirects."""
        for _ in range(_HOPS + 1):
            response = self._ask(prepared, deadline)
            if response.status not in _MOVED or "Location" not in response.headers:
                return _judged(response)
            prepared = _moved(prepared, response)
        raise SourceError(
            f"{_host(prepared)} skickar oss runt mellan adresser utan att svara.", LATER
        )

    def _ask(self, prepared: requests.PreparedRequest, deadline: float) -> Response:
        host = _host(prepared)
        if host not in self._gates:
            self.limit(host, self.limits.calls, self.limits.seconds)
        gate = self._gates[host]
        if not gate.enter(max(deadline - self._clock(), 0.0)):
            message = f"Kön till {host} är för lång: andra körningar frågar samtidigt."
            raise SourceError(message, "Kör igen när de är klara.")
        answer = self._wire.exchange(prepared, deadline - self._clock())
        if answer.status == 429:
            gate.pause()
        return Response(
            status=answer.status,
            headers=answer.headers,
            body=answer.body,
            url=str(prepared.url),
            retrieved=f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}",
        )


def _check(url: str) -> SplitResult:
    """Return the parts of an address that may be asked."""
    try:
        parts = urlsplit(url)
        secret = parts.username is not None or parts.password is not None
        named = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        secret, named, parts = False, False, SplitResult("", "", "", "", "")
    if secret:
        raise UsageError(
            f"Adressen till {parts.hostname} innehåller användarnamn eller lösenord.",
            "Källorna är öppna: ta bort det som står före @.",
        )
    if named and (parts.scheme == "https" or (parts.scheme == "http" and _is_loopback(parts))):
        return parts
    raise UsageError(
        f"Adressen {quote(url)} går inte att fråga: den ska börja med https://.",
        "Kontrollera källans miljövariabel, VAGLED_…_URL.",
    )


def _is_loopback(parts: SplitResult) -> bool:
    name = parts.hostname or ""
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return name == "localhost"


def _host(prepared: requests.PreparedRequest) -> str:
    return urlsplit(prepared.url or "").netloc


def _prepare(request: Request) -> requests.PreparedRequest:
    headers = {
        "User-Agent": user_agent(),
        "Accept": "application/json, */*;q=0.5",
        "Accept-Encoding": "gzip",
        "Connection": "close",
        **request.headers,
    }
    if request.since is not None:
        moment = datetime.fromisoformat(request.since)
        headers["If-Modified-Since"] = format_datetime(moment.astimezone(UTC), usegmt=True)
    body = None
    if request.json is not None:
        body = orjson.dumps(request.json)
        headers["Content-Type"] = "application/json"
    elif request.form is not None:
        body = urlencode(dict(request.form), doseq=True).encode()
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    try:
        return requests.Request(
            request.method, request.url, headers=headers, params=dict(request.params), data=body
        ).prepare()
    except requests.exceptions.InvalidURL as error:
        raise UsageError(f"Adressen {quote(request.url)} går inte att läsa.") from error


def switched_off() -> bool:
    """Return whether ``VAGLED_OFFLINE`` says that no socket is to be opened."""
    return os.environ.get("VAGLED_OFFLINE", "").strip().casefold() not in _NO


def user_agent() -> str:
    """Return who we say we are: project, version, and VAGLED_CONTACT where it is set."""
    try:
        version = importlib.metadata.version("vagled-lmi")
    except importlib.metadata.PackageNotFoundError:
        version = "0"
    contact = os.environ.get("VAGLED_CONTACT", "").encode("ascii", "replace").decode()
    contact = "".join(c if c.isprintable() and c not in "()" else " " for c in contact).strip()
    return f"vagled-lmi/{version}" + (f" ({contact})" if contact else "")


def _backoff(attempt: int) -> float:
    """Return 0.5, 1, 2 … seconds, and up to half as much again so that clients spread out."""
    return float(_FIRST_WAIT * 2**attempt * (1 + random.random() / 2))  # noqa: S311


def _moved(prepared: requests.PreparedRequest, response: Response) -> requests.PreparedRequest:
    """Return the same question to the address that a redirect names."""
    here = urlsplit(prepared.url or "")
    target = response.headers["Location"]
    try:
        target = urljoin(prepared.url or "", target)
        there = _check(target)
    except (UsageError, ValueError):
        there = None
    if there is None or not (there.scheme == "https" or there.netloc == here.netloc):
        raise SourceError(
            f"{here.netloc} skickar oss vidare till {quote(target)}, som inte är en säker adress.",
            LATER,
        )
    if prepared.method == "POST" and response.status == 303:
        raise SourceError(
            f"{here.netloc} svarade på en annan fråga än den ställda (303 till {quote(target)}).",
            "Tjänsten kan ha flyttat; sök dess nya adress.",
        )
    moved = prepared.copy()
    moved.prepare_url(target, None)
    return moved


def _judged(response: Response) -> Response:
    """Return a success; raise what a reader needs to know of all else."""
    if 200 <= response.status < 300 or response.status == 304:
        return response
    host = urlsplit(response.url).netloc
    if response.status not in _RETRIED:
        what = "det finns inget på adressen" if response.status == 404 else "frågan besvaras inte"
        raise StatusError(
            response,
            f"{host} svarade {response.status}: {what} {response.url}.",
            "Tjänsten kan ha ändrats; se källans egen sida.",
        )
    wait = _retry_after(response.headers)
    what = "vi frågar för ofta" if response.status == 429 else "tjänsten är nere eller har ett fel"
    until = f", och ber oss vänta {_span(wait)}" if wait else ""
    message = f"{host} svarade {response.status}: {what}{until}."
    raise Trouble(StatusError(response, message, LATER), wait=wait)


def _handed_on(request: Request, response: Response) -> Response:
    """Return an answer as the rest of the program may see it."""
    if response.status == 304 and request.since is None:
        host = urlsplit(response.url).netloc
        message = f"{host} svarade 304, som vi inte har frågat om, på {response.url}."
        raise StatusError(response, message, LATER)
    if request.cut is None or response.status == 304:
        return response
    return replace(response, body=request.cut(response.body))


def _retry_after(headers: Mapping[str, str]) -> float | None:
    """Return the seconds of a Retry-After header, given as a number or as a date."""
    try:
        return min(Retry().parse_retry_after(headers["Retry-After"]), _LONGEST_WAIT)
    except (KeyError, InvalidHeader, ValueError, OverflowError):
        return None


def _span(seconds: float) -> str:
    for size, name in ((3600, "timmar"), (60, "minuter")):
        if seconds >= 2 * size:
            return f"{seconds / size:.0f} {name}"
    return f"{seconds:.0f} sekunder"
