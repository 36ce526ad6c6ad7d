"""Labour-market intelligence for guidance counsellors, every number with its address."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vagled_lmi.brief.desk import Desk

__all__ = ["Desk"]


def __getattr__(name: str) -> object:
    """Load a public name when it is first used: the decoder alone needs no charts."""
    if name == "Desk":
        from vagled_lmi.brief.desk import Desk  # noqa: PLC0415 - that is the point

        return Desk
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
