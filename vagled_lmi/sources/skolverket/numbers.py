"""Numbers as Skolverket writes them: in Swedish, with signs for what is rounded or left out.

``84,6``, ``1 325``, ``cirka 270``. ``~100`` is nearly all, the exact share not shown; ``..`` is
left out for few pupils, ``.`` is missing, ``*`` does not apply.
"""

from __future__ import annotations

import re

from vagled_lmi.codes import quote
from vagled_lmi.errors import DecodeError

#: Skolverket's sign for a share that is nearly 100 per cent, where the exact one is not shown.
NEARLY_ALL = "~100"
#: Status of a number that Skolverket has rounded to tens.
ABOUT = "cirka"
MISSING = "."
_SIGNS = frozenset({MISSING, "..", "*", NEARLY_ALL})
_NUMBER = re.compile(
    r"(?P<about>cirka\s+)?(?P<whole>-?\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,4}|-?\d{1,15})"
    r"(?:,(?P<part>\d{1,15}))?",
    re.ASCII,
)
_SPACES = str.maketrans("", "", " \u00a0\u202f")


def number(text: str, where: str) -> tuple[float | None, str]:
    """Read a number.

    Parameters
    ----------
    text : str
        As it is written.
    where : str
        Begins the message.

    Returns
    -------
    tuple of (float or None, str)
        The number, and its status: a sign in place of a number, `ABOUT`, or empty.

    Raises
    ------
    DecodeError
        It is written in another way.
    """
    written = text.strip()
    if written in _SIGNS:
        return None, written
    match = _NUMBER.fullmatch(written)
    if match is None:
        raise DecodeError(f"{where} är {quote(text)}, som inte är ett tal.")
    whole = match["whole"].translate(_SPACES)
    return float(f"{whole}.{match['part'] or 0}"), ABOUT if match["about"] else ""
