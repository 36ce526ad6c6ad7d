"""Dimensions that SCB's tables share, with SCB's codes and ours, and notes that hold for many."""

from __future__ import annotations

from vagled_lmi.codes import regions
from vagled_lmi.sources.pxweb_extract import Label
from vagled_lmi.tables import Dimension

REGION = Dimension("region", "Region", "region")
PERIOD = Dimension("period", "Period", "period")
SEX = Dimension("sex", "Kön", codes={"total": "totalt", "men": "män", "women": "kvinnor"})
BIRTH = Dimension(
    "birth",
    "Födelseregion",
    codes={"total": "totalt", "native": "inrikes födda", "foreign": "utrikes födda"},
)

COUNTIES = ("00", *(region.code for region in regions("county")))
#: Riket and the counties where the table's own list of regions is not known for certain.
ANY_COUNTY = ("??",)
#: Regions that are none: of unknown county.
UNKNOWN_REGION = ("99",)

SEX_CODES = {"1+2": "total", "1": "men", "2": "women"}
BIRTH_CODES = (
    "tot",
    Label("inrikes född", ours="native"),
    Label("utrikes född", ours="foreign"),
)

LICENCE = "CC0"
NOISE = (
    "Från och med referensåret 2025 har SCB lagt in en liten kontrollerad slumpmässig osäkerhet "
    "(Cell Key Method) för att skydda enskilda personer. Redovisade totaler behöver därför inte "
    "vara lika med summan av sina delar."
)
#: SCB does not say how large the noise of a cell is. In its answer of June 2026 a published total
#: of women and men differs from their sum by at most 8, which takes a noise of 3 in each of the
#: three cells; so two publications of one cell may differ by 6.
CELL_KEY = 6.0
PRELIMINARY = "De senaste månaderna är preliminära och revideras."
HEBY = (
    "Heby kommun fördes 2007-01-01 från Västmanlands län till Uppsala län, med koden 0331 i "
    "stället för 1917: länens folkmängd före och efter går inte att jämföra rakt av."
)
