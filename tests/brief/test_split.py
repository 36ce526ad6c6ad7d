"""A change is split into parts that sum to it, printed digit by printed digit."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vagled_lmi.brief.numerals import numeral, rounded
from vagled_lmi.brief.split import PARTS, Doubts, Steps, split

VALUES = st.floats(-1e7, 1e7, allow_nan=False)
MAYBE = st.none() | VALUES
DOUBTS = st.builds(
    Doubts,
    revision_noise=st.floats(0, 1000),
    period_noise=st.floats(0, 1000),
    redefined=st.booleans(),
    broken=st.booleans(),
)


def printed(amount: Decimal, decimals: int) -> Decimal:
    """A signed amount read back from what a reader sees."""
    text = numeral(float(amount), decimals, "sv-SE", "signed")
    plain = text.replace("\u202f", "").replace("\u2212", "-").replace(",", ".")
    return Decimal(plain)


@given(
    steps=st.builds(Steps, stated=VALUES, recomputed=MAYBE, revised=MAYBE, now=VALUES),
    doubts=DOUBTS,
    decimals=st.integers(-3, 2),
)
def test_the_printed_parts_sum_to_the_printed_whole(
    steps: Steps, doubts: Doubts, decimals: int
) -> None:
    parts = split(steps, doubts, decimals)
    told = [amount for part in PARTS if (amount := parts[part]) is not None]
    whole = parts["change"]
    assert whole is not None
    assert sum(told) == whole
    assert sum(printed(amount, decimals) for amount in told) == printed(whole, decimals)
    assert whole == rounded(steps.now, decimals) - rounded(steps.stated, decimals)


@given(
    steps=st.builds(Steps, stated=VALUES, recomputed=VALUES, revised=VALUES, now=VALUES),
    doubts=DOUBTS,
)
def test_a_part_is_there_only_for_its_reason(steps: Steps, doubts: Doubts) -> None:
    assert steps.recomputed is not None
    assert steps.revised is not None
    parts = split(steps, doubts, 0)
    if steps.recomputed == steps.stated:
        assert parts["method"] == 0
    if steps.revised == steps.recomputed:
        assert parts["revised"] == 0
    if steps.now == steps.revised:
        assert parts["new_period"] == 0
    if not doubts.redefined and not doubts.broken:
        assert parts["definition"] == 0
    if doubts.revision_noise == doubts.period_noise == 0:
        assert parts["noise"] == 0
    assert not (doubts.redefined and parts["revised"])
    assert not (doubts.broken and parts["new_period"])


# 1000 was stated; today's program makes 1010 of the same answers; the agency has revised it to 1040
# since; the new period is 1100: +10 method, +30 revised, +60 new period, +100 in all
STEPS = Steps(1000.0, 1010.0, 1040.0, 1100.0)


@pytest.mark.parametrize(
    ("steps", "doubts", "expected"),
    [
        (STEPS, Doubts(), (60, 30, 0, 0, 10)),
        (STEPS, Doubts(revision_noise=30.5), (60, 0, 0, 30, 10)),
        (STEPS, Doubts(revision_noise=30), (60, 30, 0, 0, 10)),  # as large as the noise: no noise
        (STEPS, Doubts(period_noise=61), (0, 30, 0, 60, 10)),
        (STEPS, Doubts(redefined=True), (60, 0, 30, 0, 10)),
        (STEPS, Doubts(broken=True), (0, 30, 60, 0, 10)),
        (STEPS, Doubts(redefined=True, revision_noise=99), (60, 0, 30, 0, 10)),
        # the earlier period is no longer published: its revision lies in the step
        (Steps(1000.0, 1010.0, None, 1100.0), Doubts(), (90, None, 0, 0, 10)),
        (Steps(1000.0, 1010.0, None, 1100.0), Doubts(redefined=True), (0, None, 90, 0, 10)),
        # the earlier answers cannot be read: what our method did lies in the revision
        (Steps(1000.0, None, 1040.0, 1100.0), Doubts(), (60, 40, 0, 0, None)),
        (Steps(1000.0, None, None, 1100.0), Doubts(), (100, None, 0, 0, None)),
    ],
)
def test_each_step_goes_to_the_part_it_belongs_to(
    steps: Steps, doubts: Doubts, expected: tuple[int | None, ...]
) -> None:
    parts = split(steps, doubts, 0)
    assert tuple(parts[part] for part in PARTS) == expected
    assert parts["change"] == 100
