"""The tables of Kolada: one a subject, for Östra Mellansverige's kommuner, all län and riket."""

from __future__ import annotations

from dataclasses import dataclass

from vagled_lmi.codes import OSTRA_MELLANSVERIGE, Region, regions
from vagled_lmi.sources.kolada import kpis
from vagled_lmi.tables import Break, Dimension, TableSpec

AREAS = (
    "00",
    *(county.code for county in regions("county")),
    *(kommun.code for code in OSTRA_MELLANSVERIGE for kommun in Region(code).municipalities),
)
_SEX = Dimension("sex", "Kön", codes={"total": "totalt", "men": "män", "women": "kvinnor"})
_NOTES = (
    "Där Kolada har ett värde för ett län gäller det kommunerna i länet tillsammans, eller "
    "regionen; vilket står i nyckeltalets definition.",
    "Kolada reviderar värden och tar bort nyckeltal utan att meddela det.",
)
_AF = (
    "Arbetslösheten i N039… är inskrivna hos Arbetsförmedlingen, årsmedelvärde; i N0228… är den "
    "november månad enligt SCB:s befolkningens arbetsmarknadsstatus (BAS). De är olika mått och är "
    "inte heller det som arbetskraftsundersökningen (AKU) mäter: visa dem aldrig i samma diagram."
)
_RETURNED = (
    "Det som mäts är eleverna från en bestämd startkull; elever på introduktionsprogram ingår, "
    "elever som saknade personnummer när de började ingår inte."
)


@dataclass(frozen=True, slots=True)
class _Subject:
    """A table: its id, title and indicators, and who the figures come from."""

    name: str
    title: str
    listed: str
    origin: str
    notes: tuple[str, ...] = ()
    breaks: tuple[Break, ...] = ()

    def table(self) -> TableSpec:
        contents = kpis.contents(self.listed)
        return TableSpec(
            id=f"kolada:{self.name}",
            agency="Kolada",
            register=f"Kolada, {len(contents)} nyckeltal: {self.title}",
            title=self.title,
            dimensions=(
                Dimension("region", "Region", "region"),
                Dimension("period", "År", "period"),
                Dimension("contents", "Nyckeltal", codes={c.code: c.label for c in contents}),
                _SEX,
            ),
            contents=contents,
            cadence="year",
            licence="fri användning; ange källan Kolada för värden som visas som de är",
            computed=f"Egen bearbetning; ursprungliga uppgifter från {self.origin}",
            notes=(*self.notes, *_NOTES),
            breaks=self.breaks,
            page="https://www.kolada.se",
            live=AREAS,
        )


_SUBJECTS = (
    _Subject(
        "arbetsmarknad",
        "Arbetslöshet, sysselsättning, pendling och bruttoregionprodukt",
        kpis.LABOUR,
        "Arbetsförmedlingen och SCB",
        notes=(_AF,),
        breaks=(
            Break(
                "2023",
                "N03920, N03926 och N03937 gäller åldrarna till och med 65 år (tidigare 64).",
            ),
        ),
    ),
    _Subject(
        "utanfor",
        "Unga som varken arbetar eller studerar, och det kommunala aktivitetsansvaret",
        kpis.OUTSIDE,
        "MUCF, SCB och Skolverket",
        notes=(
            "N02797: inkomst under ett basbelopp, inget studiemedel, inga registrerade studier och "
            "högst 60 timmar sfi under året. Uppgiften kommer omkring två år efteråt.",
        ),
    ),
    _Subject("utbildningsniva", "Invånarnas utbildningsnivå", kpis.LEVEL, "SCB"),
    _Subject(
        "behorighet",
        "Elever i årskurs 9 som är behöriga till gymnasieskolan",
        kpis.ELIGIBLE,
        "SCB och Skolverket",
        notes=(
            "Året är det då läsåret slutar. Hemkommun gäller dem som bor i kommunen, lägeskommun "
            "dem som går i skola där.",
        ),
    ),
    _Subject(
        "gymnasium",
        "Gymnasieskolan: val av program, examen och behörighet till högskolan",
        kpis.GYMNASIUM,
        "SCB och Skolverket",
        notes=(_RETURNED,),
    ),
    _Subject(
        "efter_gymnasium",
        "Arbete och studier efter gymnasieskolan",
        kpis.AFTER,
        "SCB och Skolverket",
        notes=(
            "N18601 till N18608 gäller dem som fick examen två år tidigare, N18611 och N18612 dem "
            "som fick studiebevis. Etablerad är den vars inkomst når Skolverkets gräns.",
        ),
    ),
    _Subject(
        "sfi",
        "Svenska för invandrare",
        kpis.SFI,
        "SCB och Skolverket",
        notes=(
            "N18409 till N18413 gäller dem som började två år tidigare.",
            "N18957: bara den som är etablerad räknas som arbetande (ny definition).",
        ),
    ),
    _Subject(
        "komvux",
        "Kommunal vuxenutbildning och yrkespaket",
        kpis.KOMVUX,
        "SCB och Skolverket",
        notes=(
            "Yrkespaketen (N18821 till N18832) kommer från SCB från och med 2023.",
            "N18956 och N18958: bara den som är etablerad räknas som arbetande (ny definition).",
        ),
        breaks=(Break("2009", "N18500 gäller kalenderår (tidigare läsår)."),),
    ),
    _Subject(
        "nyanlanda",
        "Nyanlända i etableringsuppdraget, och flyktingars arbete",
        kpis.NEW,
        "Arbetsförmedlingen och SCB",
    ),
)

TABLES = tuple(subject.table() for subject in _SUBJECTS)
