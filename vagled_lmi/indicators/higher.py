"""Who takes degrees in higher education and what becomes of them: riket, by degree, from UKÄ."""

from __future__ import annotations

from types import MappingProxyType

import pandas as pd

from vagled_lmi.codes import Period, Region
from vagled_lmi.indicators.cells import ALL, KEY, Cells, Key
from vagled_lmi.indicators.protocol import Column, Frames, Indicator, NoFiguresError
from vagled_lmi.indicators.swing import CHANGES, FEWEST
from vagled_lmi.sources.uka import COUNTRY

_TABLE, _GRADUATES = "uka:etablering", "uka:examinerade"
#: Academic years that degrees are counted over: as many as openings are foreseen for.
YEARS = 5
#: Occupations (SSYK 2012) whose licence takes one degree and that are a group of their own, and the
#: degree by the name it has in the Higher Education Ordinance and by the profession's.
LICENSED = MappingProxyType(
    {
        "2222": ("Barnmorskeexamen", "Barnmorska"),
        "2235": ("Röntgensjuksköterskeexamen", "Röntgensjuksköterska"),
        "2241": ("Psykologexamen", "Psykolog"),
        "2250": ("Veterinärexamen", "Veterinär"),
        "2260": ("Tandläkarexamen", "Tandläkare"),
        "2272": ("Fysioterapeutexamen", "Fysioterapeut"),
        "2273": ("Arbetsterapeutexamen", "Arbetsterapeut"),
        "2281": ("Apotekarexamen", "Apotekare"),
        "2282": ("Dietistexamen", "Dietist"),
        "2284": ("Optikerexamen", "Optiker"),
        "2343": ("Förskollärarexamen", "Förskollärare"),
        "3213": ("Receptarieexamen", "Receptarie"),
        "3250": ("Tandhygienistexamen", "Tandhygienist"),
    }
)
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


def _licensed(frames: Frames, _: Region) -> pd.DataFrame:
    """One row an occupation whose degree has a number in each of the latest years."""
    frame = frames[_GRADUATES]
    ssyk = {name: code for code, names in LICENSED.items() for name in names}
    last = frame["period"].max()
    known = frame[
        (frame["university"] == COUNTRY)
        & (frame["sex"] == "total")
        & frame["category"].isin(ssyk)
        & frame["period"].isin(_years({"period": last}))
        & frame["value"].notna()
    ]
    known = known.assign(ssyk=known["category"].map(ssyk), period=last)
    counted = known.groupby(["region", "period", "ssyk"])["value"].agg(["sum", "size"])
    whole = counted.loc[counted["size"] == YEARS, "sum"]
    if whole.empty:
        raise NoFiguresError("UKÄ ger inga examina i fem läsår för yrken med legitimation.")
    return whole.rename("graduates").reset_index()


def _years(key: Key) -> list[str]:
    return [Period(key["period"]).shift(-back).code for back in range(YEARS)]


def _degree(key: Key) -> tuple[str, ...]:
    return LICENSED[key["ssyk"]]


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
    Indicator(
        id="licensed_graduates",
        label="Tog examen till ett yrke med legitimation",
        definition=(
            "Hur många som tog den examen som yrkets legitimation kräver, de fem senaste läsåren. "
            "Hela landet. Yrken med en enda examen och en egen grupp i SSYK 2012."
        ),
        reference=(
            "UKÄ, Högskolan i siffror, indikator 108. Legitimation: patientsäkerhetslagen "
            "(2010:659), lagen om verksamhet inom djurens hälso- och sjukvård (2009:302) och "
            "skollagen (2010:800)."
        ),
        tables=(_GRADUATES,),
        keys=("region", "period", "ssyk"),
        columns=(
            Column(
                "graduates", "Tog examen på fem läsår", "personer", 0,
                "Egen bearbetning: summan av fem läsår.",
                (
                    Cells(
                        _GRADUATES,
                        {
                            "region": KEY, "period": _years, "category": _degree,
                            "university": COUNTRY, "sex": "total",
                        },
                    ),
                ),
            ),
        ),
        compute=_licensed,
        caveats=(
            "Gäller hela landet: den som tar examen kan arbeta var som helst.",
            "De som har fått legitimation på en utbildning från ett annat land räknas inte, och "
            "alla som tar examen arbetar inte i yrket.",
        ),
    ),
)  # fmt: skip
