"""Arbetsförmedlingen's earlier outlooks and other lists, each carried over once from a public copy.

None of them can be fetched any more. The outlooks are an archive that can grow. To add one: a
`TableSpec` here, a recipe in `vagled_lmi.snapshot_copies`, an entry in
`vagled_lmi.outlook.archive`.
"""

from __future__ import annotations

from vagled_lmi.tables import Contents, Dimension, TableSpec

_REGION = Dimension("region", "Region", "region")
_AGENCY = "Arbetsförmedlingen"
_NO_LICENCE = "CC0 för myndighetens öppna data; kopian anger ingen licens"
_CODES = "Yrket kan täcka flera SSYK-grupper, och en grupp kan vara angiven med tre siffror."

#: Status of a round whose number the copy does not give.
UNCERTAIN_ROUND = "omgången är inte säker"
#: Whether an occupation is tied to an education.
NO_LINK, LINK = "saknas", "finns"
#: Stands where an education's code would: there is none.
NO_CODE = "-"

TABLES = (
    TableSpec(
        id="af:bristindex",
        agency=_AGENCY,
        register="Var finns jobben, bristindex hösten 2018",
        title="Bedömd brist på arbetskraft om ett år per län och om fem år i riket",
        dimensions=(
            _REGION,
            Dimension("period", "Bedömt", "period"),
            Dimension("horizon", "År framåt", codes={"1": "om ett år", "5": "om fem år"}),
            Dimension("occupation", "Prognosyrke"),
        ),
        attributes=("ssyk",),
        contents=(
            Contents("index", "Bristindex, från överskott till brist", "index 1–5", 2, 1, 5),
        ),
        cadence="irregular",
        licence=_NO_LICENCE,
        notes=(_CODES, "Över 3,3 är brist, under 2,9 överskott, däremellan balans."),
        page="https://arbetsformedlingen.se/statistik",
    ),
    TableSpec(
        id="af:yrkesprognoser",
        agency=_AGENCY,
        register="Yrkesprognoser, bristvärde för 2022 och 2026",
        title="Bedömda möjligheter till arbete 2022 och 2026",
        dimensions=(
            _REGION,
            Dimension("period", "Gäller", "period"),
            Dimension("occupation", "Yrke"),
        ),
        attributes=("ssyk",),
        contents=(
            Contents("value", "Bristvärde, från hård till liten konkurrens", "värde 1–5", 0, 1, 5),
        ),
        cadence="irregular",
        licence=_NO_LICENCE,
        notes=("Bara värdena 3, 4 och 5 förekommer.",),
        page="https://arbetsformedlingen.se/statistik",
    ),
    TableSpec(
        id="af:barometerarkiv",
        agency=_AGENCY,
        register="Yrkesbarometern, tidigare omgångar",
        title="Möjligheter till arbete per län i tidigare omgångar",
        dimensions=(
            _REGION,
            Dimension("period", "Omgång", "period"),
            Dimension("occupation", "Yrke i Yrkesbarometern"),
        ),
        attributes=("ssyk",),
        contents=(
            Contents(
                "jobbmojligheter",
                "Möjligheter till arbete",
                "klass",
                classes=("små", "medelstora", "stora"),
            ),
        ),
        cadence="half_year",
        licence="CC0",
        notes=(
            "Omgång 2024-2 är läst ur en kopia som inte anger omgång: den är tidigare än 2025-1.",
            "Omgång 2025-2 finns bara för 46 yrken, omgång 2026-1 bara för riket.",
            "Namnen i omgångarna före 2025-2 är i kopian härledda ur ordningen i filen.",
        ),
        page="https://data.arbetsformedlingen.se/data/yrkesbarometer/",
    ),
    TableSpec(
        id="af:oppna_annonser",
        agency=_AGENCY,
        register="Platsbanken, öppna annonser",
        title="Öppna annonser i maj och juni 2025 efter yrke (SSYK 2012)",
        dimensions=(
            _REGION,
            Dimension("period", "Månad", "period"),
            Dimension("ssyk", "Yrke", "af_ssyk"),
        ),
        contents=(Contents("ads", "Öppna annonser, medel av månadens avläsningar", "annonser", 1),),
        cadence="irregular",
        licence="CC0",
        notes=(
            "Medelvärde av de avläsningar som finns: elva i maj och sex i juni, på enstaka dagar.",
            "Annonser utan kommun ingår inte.",
        ),
        page="https://data.arbetsformedlingen.se/dataset/job-ads/",
    ),
    TableSpec(
        id="af:utbildningskoppling",
        agency=_AGENCY,
        register="Kopplingsschema mellan yrkesgrupp och SUN 2020",
        title="Vilken utbildningsinriktning en yrkesgrupp är knuten till",
        dimensions=(
            _REGION,
            Dimension("period", "Gäller", "period"),
            Dimension("ssyk", "Yrke", "af_ssyk"),
            Dimension("sun", "Inriktning enligt SUN 2020"),
        ),
        attributes=("education",),
        contents=(Contents("link", "Koppling", "klass", classes=(NO_LINK, LINK)),),
        cadence="irregular",
        licence=_NO_LICENCE,
        notes=(
            "Kopplingen finns för 52 av Arbetsförmedlingens 400 yrkesgrupper. Att den saknas "
            "betyder inte att yrket saknar utbildning.",
            "Den säger vilken utbildning som hör ihop med yrket, inte vad som krävs för ett jobb.",
        ),
        page="https://arbetsformedlingen.se/statistik",
    ),
)
