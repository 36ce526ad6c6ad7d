"""Errors meant for the user: what is wrong, what is allowed, the next step, one exit code each."""

from __future__ import annotations

from typing import ClassVar


class VagledError(Exception):
    """Anything the user can act on; printed without a traceback.

    Parameters
    ----------
    message : str
        One or two Swedish sentences that name the thing and what is allowed.
    hint : str, optional
        The next step, often a command to run.

    Attributes
    ----------
    exit_code : int
        The process exit status of `vagled` for this kind of error, 2 or above.
    """

    exit_code: ClassVar[int] = 2

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def _render_traceback_(self) -> list[str]:
        """Show the sentence alone in a notebook: IPython asks for this."""
        return [str(self)]

    def __str__(self) -> str:
        return f"{self.message} {self.hint}" if self.hint else self.message


class UsageError(VagledError):
    """An argument or notebook parameter that does not exist or has the wrong type."""

    exit_code = 2


class UnknownCodeError(VagledError):
    """A region, occupation, period or table that no code list knows."""

    exit_code = 3


class ContractError(VagledError):
    """A table that breaks its declared contract: columns, codes, keys, ranges or totals."""

    exit_code = 4


class DecodeError(VagledError):
    """An answer whose bytes cannot be read as what the agency said they are."""

    exit_code = 5


class SourceError(VagledError):
    """An agency that answered with an error, too late, or not at all."""

    exit_code = 6


class OfflineError(SourceError):
    """The network was needed and is not there, or is switched off by VAGLED_OFFLINE=1."""

    exit_code = 7


class StoreError(VagledError):
    """A payload or log line that is missing, damaged or cannot be written."""

    exit_code = 8


class TraceError(VagledError):
    """A number whose address is unknown, or that does not replay to the printed value."""

    exit_code = 9


class RenderError(VagledError):
    """A document that cannot become HTML or PDF."""

    exit_code = 10


class NotebookError(VagledError):
    """A notebook that failed while it ran."""

    exit_code = 11
