"""What became of those who have taken a degree in higher education: riket, by degree, from UKÄ."""

from __future__ import annotations

import pandas as pd

from vagled_lmi.codes import Region
from vagled_lmi.indicators.cells import ALL, Cells
from vagled_lmi.indicators.protocol import Column, Frames, Indicator, NoFiguresError
from vagled_lmi.indicators.swing import CHANGES, FEWEST
from vagled_lmi.sources.uka import COUNTRY

_TABLE = "uka:etablering"
_SEXES = ("total", "women", "men")


def _established(frames: Frames, _: Region) -> pd.DataFrame:
    frame = frames[_TABLE]
    country = frame[(frame["university"] == COUNTRY) & frame["sex"].isin(_SEXES)]
    if country.empty:
        raise NoFiguresError("Tabellen har inga uppgifter om hela landet.")
    index = ["region", "period", "category"]
    wide = country.pivot(index=index, columns="sex", values="value").reindex(columns=_SEXES)
    totals = wide["total"].unstack("period").sort_index(axis="columns")
    newest = totals.columns[-1]
    now = wide.xs(newest, level="period", drop_level=False).reset_index()
    # a period without a value has no change into it or out of it
    changes = totals.iloc[:, -CHANGES - 1 :].diff(axis="columns").abs()
    swing = changes.mean(axis="columns").where(changes.count(axis="columns") >= FEWEST)
    now = now.merge(swing.rename("swing_pp").reset_index(), on=["region", "category"])
    return now.rename_axis(columns=None)


def _sex(sex: str, label: str) -> Column:
    cells = Cells(_TABLE, {"university": COUNTRY, "sex": sex})
    return Column(sex, label, "procent", 0, "Publicerad av UKÄ.", (cells,))


INDICATORS = (
    Indicator(
        id="higher_established",
        label="Etablerade efter högskoleexamen",
        definition=(
            "Andel av dem som tog examen från högskolan som hade en etablerad ställning på "
            "arbetsmarknaden ett till ett och ett halvt år senare, efter examen. Hela landet."
        ),
        reference="UKÄ, Högskolan i siffror, indikator 136.",
        tables=(_TABLE,),
        keys=("region", "period", "category"),
        columns=(
            _sex("total", "Alla"),
            _sex("women", "Kvinnor"),
            _sex("men", "Män"),
            Column(
                "swing_pp", "Brukar ändras på ett år", "procentenheter", 1,
                "Egen bearbetning: medelvärdet av andelens ändringar, utan tecken, mellan "
                f"läsåren, högst {CHANGES} och minst {FEWEST} ändringar.",
                (Cells(_TABLE, {"university": COUNTRY, "sex": "total", "period": ALL}),),
            ),
        ),
        compute=_established,
        caveats=("Gäller hela landet: den som tar examen kan arbeta var som helst.",),
    ),
)  # fmt: skip
