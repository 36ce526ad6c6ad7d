"""How hard a Swedish text is to read: LIX, and how long its sentences are.

LIX (Björnsson 1968): words a sentence, plus words of more than six letters in a hundred. Under 30
is very easy, 30-40 easy, 40-50 medium, 50-60 hard. A colon ends a sentence as a full stop does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+(?:[-:’'][^\W\d_]+)*|\d[\d\u202f.,–-]*")
_END = re.compile(r"(?<=[.!?])[”)]?\s+(?=[”(]?[A-ZÅÄÖ\d])|(?<=:)\s+")


def sentences(texts: Iterable[str]) -> list[list[str]]:
    """Return the words of each sentence; a heading without a full stop is one."""
    found = [_WORD.findall(part) for text in texts for part in _END.split(text)]
    return [words for words in found if words]


def lix(texts: Iterable[str]) -> float:
    """Return the readability index of a text."""
    every = sentences(texts)
    words = [word for sentence in every for word in sentence]
    long = [word for word in words if len(word) > 6 and word[0].isalpha()]
    return len(words) / len(every) + 100 * len(long) / len(words)
