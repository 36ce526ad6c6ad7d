"""Labels kept apart: along a line, as they come, and from what is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from vagled_lmi.brief.charts.scene import Box, Dot, Item, Line, Point


def spread(wanted: Sequence[float], sizes: Sequence[float], low: float, high: float) -> list[float]:
    """Move labels along a line as little as possible, until none overlaps another.

    Labels that meet form a block, which stands where it moves its labels least in mean square (the
    pool-adjacent-violators algorithm).

    Parameters
    ----------
    wanted : sequence of float
        Where the middle of each label would be.
    sizes : sequence of float
        How much room each takes.
    low, high : float
        Ends of the line. Where it is too short for all, they go on past its far end.

    Returns
    -------
    list of float
        The middles, in the order given; labels keep their order along the line.
    """
    order = sorted(range(len(wanted)), key=lambda i: (wanted[i], i))
    # each block: sum of where its labels would have it begin, count, its length, its labels
    blocks: list[tuple[float, int, float, list[int]]] = []
    for i in order:
        total, count, length, members = wanted[i] - sizes[i] / 2, 1, sizes[i], [i]
        while blocks:
            before = blocks[-1]
            if before[0] / before[1] + before[2] <= total / count:
                break
            blocks.pop()
            total = before[0] + total - before[2] * count
            count += before[1]
            members = before[3] + members
            length += before[2]
        blocks.append((total, count, length, members))
    starts = [total / count for total, count, _, _ in blocks]
    # then in from the ends, from the far one first
    edge = high
    for n in range(len(blocks) - 1, -1, -1):
        starts[n] = min(starts[n], edge - blocks[n][2])
        edge = starts[n]
    edge = low
    middles = [0.0] * len(wanted)
    for start, (_, _, _, members) in zip(starts, blocks, strict=True):
        at = max(start, edge)
        for i in members:
            middles[i] = at + sizes[i] / 2
            at += sizes[i]
        edge = at
    return middles


def thinned(boxes: Sequence[Box], order: Sequence[int], gap: float = 3.0) -> set[int]:
    """Return which labels can stay without any meeting another, the first in `order` first."""
    kept: list[int] = []
    for i in order:
        if not any(boxes[i].meets(boxes[other], gap) for other in kept):
            kept.append(i)
    return set(kept)


def crossed(box: Box, items: Iterable[Item]) -> bool:
    """Return whether any line or dot runs through a box."""
    for item in items:
        if isinstance(item, Dot):
            half = item.size / 2
            if box.meets(Box(item.x - half, item.y - half, item.x + half, item.y + half)):
                return True
        elif isinstance(item, Line):
            for start, end in pairwise(item.points):
                if passes(box, start, end):
                    return True
    return False


def passes(box: Box, start: Point, end: Point) -> bool:
    """Return whether a straight line passes a box (Liang and Barsky's clipping)."""
    (x, y), (dx, dy) = start, (end[0] - start[0], end[1] - start[1])
    enter, leave = 0.0, 1.0
    for step, room in (
        (-dx, x - box.left), (dx, box.right - x), (-dy, y - box.top), (dy, box.bottom - y),
    ):  # fmt: skip
        if step == 0:
            if room < 0:
                return False
        elif step < 0:
            enter = max(enter, room / step)
        else:
            leave = min(leave, room / step)
    return enter <= leave
