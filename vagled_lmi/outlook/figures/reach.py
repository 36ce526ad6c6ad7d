"""The outlook for work within commuting distance."""

from __future__ import annotations

import pandas as pd

from vagled_lmi.codes import Region
from vagled_lmi.indicators.cells import ALL, Cells
from vagled_lmi.indicators.protocol import Column, Frames, Indicator
from vagled_lmi.outlook import reach
from vagled_lmi.outlook.employees import ALL_OCCUPATIONS
from vagled_lmi.outlook.figures.employees import TABLE, trained
from vagled_lmi.outlook.verdicts import mark

_PEOPLE = ("now", "expected", "lower_80", "upper_80")


def _reach(frames: Frames, region: Region) -> pd.DataFrame:
    outlook = trained(frames, region).outlook
    weights = reach.within(region.code)
    here = outlook[outlook["region"].isin(weights)]
    own = set(here[here["region"] == region.code]["ssyk"])
    here = here[here["ssyk"].isin(own)]
    weight = here["region"].map(weights)
    weighted = here[list(_PEOPLE)].mul(weight, axis=0)
    sums = weighted.groupby([here["ssyk"], here["period"]]).sum().reset_index()
    lacking = reach.missing(region.code, frames[TABLE]["region"].unique())
    names = ", ".join(Region(code).short for code in lacking)
    unweighted = here.groupby(["ssyk", "period"])["now"].sum()
    frame = pd.DataFrame(
        {
            "region": region.code,
            "period": sums["period"],
            "ssyk": sums["ssyk"],
            "counties": here.groupby(["ssyk", "period"])["region"].nunique().to_numpy(dtype=float),
            "reservation": [mark(now) for now in unweighted],
            "missing": f"saknas: {names}" if names else None,
        }
    )
    for name in _PEOPLE[1:]:
        frame[f"{name}_pct"] = (100 * (sums[name] / sums["now"] - 1)).round(2)
    total_first = (frame["ssyk"] != ALL_OCCUPATIONS).rename("occupation")
    return frame.assign(occupation=total_first).sort_values(
        ["occupation", "ssyk", "period"], ignore_index=True
    )


_EVERY = (Cells(TABLE, {"region": ALL, "period": ALL, "ssyk": ALL, "sex": "total"}),)
_HOW = "Egen bearbetning: "
_WEIGHTED = (
    f"länen inom {reach.FARTHEST_KM:.0f} km mellan residensstäderna, där vikten halveras var "
    f"{reach.HALVES_KM:.0f}:e km. Avstånd, inte faktisk pendling."
)

INDICATORS = (
    Indicator(
        id="outlook_reach",
        label="Utsikt för arbeten inom pendlingsavstånd",
        definition=(
            "Väntad förändring av antalet anställda i regionen och i länen omkring, vägd efter "
            "avstånd."
        ),
        reference="Egen bearbetning av SCB:s yrkesregister; vägd efter avstånd.",
        tables=(TABLE,),
        keys=("region", "period", "ssyk"),
        columns=(
            Column("counties", "Län", "län", 0, _HOW + "antal som räknas in.", _EVERY),
            Column("expected_pct", "Väntad förändring", "procent", 1, _HOW + _WEIGHTED, _EVERY),
            Column(
                "lower_80_pct", "Undre gräns, 80 %", "procent", 1,
                _HOW + "länens gränser, vägda på samma sätt; så brett det blir om de rör sig lika.",
                _EVERY,
            ),
            Column(
                "upper_80_pct", "Övre gräns, 80 %", "procent", 1,
                _HOW + "länens gränser, vägda på samma sätt; så brett det blir om de rör sig lika.",
                _EVERY,
            ),
            Column(
                "reservation", "Förbehåll", "klass", 0,
                _HOW + "grupper under 10 000 personer är märkta.", _EVERY,
            ),
            Column(
                "missing", "Län som saknas", "klass", 0,
                _HOW + "län inom avståndet som tabellen inte har.", _EVERY,
            ),
        ),
        compute=_reach,
        caveats=(
            "Tabellen har inga pendlare: vikterna är avstånd och säger inget om väg och tåg.",
            "FA-regioner visas inte: antalet anställda efter yrke finns här bara för hela län.",
        ),
    ),
)  # fmt: skip
