"""Rows gathered one by one become a tidy frame, or a fault that says which text is none."""

from __future__ import annotations

import pytest

from vagled_lmi.errors import DecodeError
from vagled_lmi.sources.gathering import Gathered


def test_each_text_is_kept_once_and_no_number_is_missing() -> None:
    gathered = Gathered(["region", "value", "period"])
    gathered.add(1.5, "03", "2024")
    gathered.add(None, "04", "2024")
    frame = gathered.frame()
    assert list(frame) == ["region", "value", "period"]
    assert list(frame["region"]) == ["03", "04"]
    assert list(frame["period"].cat.categories) == ["2024"]
    assert list(frame["value"].isna()) == [False, True]


def test_half_of_a_pair_of_surrogates_is_no_text() -> None:
    gathered = Gathered(["region", "value"])
    gathered.add(1, "Uppsala\ud800")
    with pytest.raises(DecodeError, match=r"'Uppsala\\ud800'"):
        gathered.frame()
