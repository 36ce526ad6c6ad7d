"""House style of the charts: colours, shapes, dashes, hatches and sizes, each with its meaning.

Blue is what the brief is about, vermilion what it is compared with, grey the rest. No meaning rests
on colour: each role has a shape, a dash or a hatch of its own too, and values are printed.
"""

from __future__ import annotations

#: 5.2, 3.9 and 4.8 to 1 against white; apart in the three simulations of colour vision.
BLUE, VERMILION, GREY = "#0072B2", "#D55E00", "#6b7280"
INK, PAPER = "#1f2933", "#ffffff"
#: Fills that only have meaning together with the edge drawn around them.
PALE_BLUE, FAINT_BLUE, PALE_GREY, FAINT_GREY = "#a8cfe6", "#d9ebf5", "#d5d9e0", "#e5e7eb"

#: From light to dark: a step of the ramp is told from the next by lightness and by its hatch.
RAMP = ("#eff6fb", "#c0dbee", "#8fc1e2", "#54a0d2", "#1f7fbd")
RAMP_HATCHES = ("", "--", "//", "xx", "")
#: Hatching never as dark as the borders, which it would drown.
RAMP_INKS = ("", GREY, GREY, PAPER, "")
#: Where a value is missing: hatched, never empty and never a colour of the ramp.
GAP_FILL, GAP_HATCH = "#f3f4f6", "\\\\\\"

#: Series in order: colour, shape of the dots, dashes of the line in points (empty: unbroken).
SERIES = (
    (BLUE, "o", ()),
    (VERMILION, "s", (5.0, 2.0)),
    (GREY, "D", (1.5, 1.8)),
    (GREY, "^", (7.0, 1.8, 1.5, 1.8)),
    (GREY, "v", (3.0, 3.0)),
    (GREY, "P", (9.0, 3.0)),
)

#: Points: the width of the text on an A4 page, and the tallest chart with its title and source on
#: one page.
WIDTH, TALLEST = 454.0, 610.0
#: Two charts beside one another.
HALF = 218.0
SIZE, SMALL, SMALLEST = 9.5, 8.5, 7.5
#: Height of a line of text, and how far letters reach over and under their baseline, in em.
LEADING, ASCENT, DESCENT = 1.21, 0.74, 0.21
