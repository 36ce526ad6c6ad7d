"""What those who have finished higher vocational education do: riket, by survey, with margins."""

from __future__ import annotations

import pandas as pd

from vagled_lmi.codes import Region
from vagled_lmi.indicators.cells import KEY, Cells, Codes, Key
from vagled_lmi.indicators.protocol import Column, Frames, Indicator

_MATCH, _TIME = "scb:yh_arbete", "scb:yh_tid"
_REFERENCE = "SCB, UF0701, uppföljning av examinerade från yrkeshögskolan."
_PUBLISHED = "Publicerad av SCB."
_MARGIN = "Publicerad av SCB: 95 procents säkerhet, plus eller minus."
_WHOLE_COUNTRY = "Enkäten gäller hela landet; den säger inget om ett enskilt län eller en skola."


def _work(frames: Frames, _: Region) -> pd.DataFrame:
    wide = _wide(frames[_TIME])
    now = wide.loc[[wide.index.get_level_values("period").max()]]
    before = wide.reindex(
        [(_year_before(period), region, field) for period, region, field in now.index]
    )
    return (
        now[["half_year", "half_year_margin"]]
        .assign(
            before=before["half_year"].to_numpy(),
            before_margin=before["half_year_margin"].to_numpy(),
        )
        .reset_index()
    )


def _match(frames: Frames, _: Region) -> pd.DataFrame:
    wide = _wide(frames[_MATCH])
    now = wide.loc[[wide.index.get_level_values("period").max()]]
    return now[["fully", "fully_margin"]].reset_index()


def _wide(frame: pd.DataFrame) -> pd.DataFrame:
    wide: pd.DataFrame = frame.pivot(
        index=["period", "region", "field"], columns="contents", values="value"
    ).rename_axis(columns=None)
    return wide


def _year_before(period: str) -> str:
    return str(int(period) - 1)


def _before(key: Key) -> tuple[str, ...]:
    return (_year_before(key["period"]),)


def _cells(table: str, contents: str, period: Codes = KEY) -> tuple[Cells, ...]:
    return (Cells(table, {"period": period, "contents": contents}),)


INDICATORS = (
    Indicator(
        id="vocational_work",
        label="Arbete efter yrkeshögskolan",
        definition=(
            "Andel av dem som tog examen i yrkeshögskolan som fick arbete inom sex månader, "
            "efter utbildningsområde. Hela landet."
        ),
        reference=_REFERENCE,
        tables=(_TIME,),
        keys=("region", "period", "field"),
        columns=(
            Column(
                "half_year", "Arbete inom sex månader", "procent", 0, _PUBLISHED,
                _cells(_TIME, "half_year"),
            ),
            Column(
                "half_year_margin", "Felmarginal", "procentenheter", 0, _MARGIN,
                _cells(_TIME, "half_year_margin"),
            ),
            Column(
                "before", "Arbete inom sex månader, året före", "procent", 0, _PUBLISHED,
                _cells(_TIME, "half_year", _before),
            ),
            Column(
                "before_margin", "Felmarginal, året före", "procentenheter", 0, _MARGIN,
                _cells(_TIME, "half_year_margin", _before),
            ),
        ),
        compute=_work,
        caveats=(_WHOLE_COUNTRY,),
    ),
    Indicator(
        id="vocational_match",
        label="Arbete inom yrkeshögskolans område",
        definition=(
            "Andel av dem som tog examen i yrkeshögskolan och har arbete, som arbetar helt eller "
            "till största delen inom utbildningens område. Hela landet."
        ),
        reference=_REFERENCE,
        tables=(_MATCH,),
        keys=("region", "period", "field"),
        columns=(
            Column(
                "fully", "Arbetar inom området", "procent", 0, _PUBLISHED,
                _cells(_MATCH, "fully"),
            ),
            Column(
                "fully_margin", "Felmarginal", "procentenheter", 0, _MARGIN,
                _cells(_MATCH, "fully_margin"),
            ),
        ),
        compute=_match,
        caveats=(
            _WHOLE_COUNTRY,
            "Området är brett: arbete inom det är inte alltid yrket som utbildningen gäller.",
        ),
    ),
)  # fmt: skip
