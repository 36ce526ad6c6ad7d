"""Which education an occupation is tied to, and how many occupations are tied to any."""

from __future__ import annotations

import pandas as pd

from vagled_lmi.codes import Region
from vagled_lmi.indicators.cells import ALL, Cells
from vagled_lmi.indicators.protocol import Column, Frames, Indicator
from vagled_lmi.sources.af.archive import LINK

_LINKS = "af:utbildningskoppling"
_REFERENCE = "Arbetsförmedlingen, kopplingsschema mellan yrkesgrupp och SUN 2020."


def _linked(frames: Frames, _: Region) -> pd.DataFrame:
    """One row a tied occupation; its education is the same in all its rows of the table."""
    frame = frames[_LINKS]
    rows = frame[frame["value"] == LINK].drop_duplicates(["region", "period", "ssyk"])
    found: pd.DataFrame = rows[["region", "period", "ssyk", "education"]]
    return found.reset_index(drop=True)


def _counts(frames: Frames, _: Region) -> pd.DataFrame:
    groups = frames[_LINKS].assign(linked=frames[_LINKS]["value"] == LINK)
    by_group = groups.groupby(["region", "period", "ssyk"])["linked"].any()
    counted = by_group.groupby(["region", "period"]).agg(groups="size", linked="sum")
    return counted.astype("float64").reset_index()


INDICATORS = (
    Indicator(
        id="education_of_occupation",
        label="Utbildning som hör till yrket",
        definition="Inriktning enligt SUN 2020 som Arbetsförmedlingen knyter yrkesgruppen till.",
        reference=_REFERENCE,
        tables=(_LINKS,),
        keys=("region", "period", "ssyk"),
        columns=(
            Column(
                "education", "Utbildning", "klass", 0, "Publicerad av Arbetsförmedlingen.",
                (Cells(_LINKS),),
            ),
        ),
        compute=_linked,
        caveats=(
            "Kopplingen säger vilken utbildning som hör ihop med yrket, inte vad som krävs.",
        ),
    ),
    Indicator(
        id="occupations_with_education",
        label="Yrkesgrupper som är knutna till en utbildning",
        definition="Hur många yrkesgrupper som Arbetsförmedlingen knyter till en inriktning i SUN.",
        reference=_REFERENCE,
        tables=(_LINKS,),
        keys=("region", "period"),
        columns=(
            Column(
                "groups", "Yrkesgrupper", "yrkesgrupper", 0, "Egen bearbetning: antal.",
                (Cells(_LINKS, {"ssyk": ALL, "sun": ALL}),),
            ),
            Column(
                "linked", "Med koppling", "yrkesgrupper", 0, "Egen bearbetning: antal.",
                (Cells(_LINKS, {"ssyk": ALL, "sun": ALL}),),
            ),
        ),
        compute=_counts,
    ),
)  # fmt: skip
