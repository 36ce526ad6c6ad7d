"""The indicators that are taken from Kolada, by subject: id and title as its catalogue has them.

Series that have ended, whose titles say so ("(-2023)"), are not among them: what is asked for is
what goes on. A line that begins with spaces goes on with the title above it.
"""

from __future__ import annotations

import re

from vagled_lmi.tables import Contents

LABOUR = """
N03941 Arbetslösa av arbetskraften (BAS), 18-65 år, andel (%)
N03942 Arbetslösa av arbetskraften (BAS), 18-24 år, andel (%)
N03943 Arbetslösa av arbetskraften (BAS), 25-65 år, andel (%)
N03920 Arbetslösa av befolkningen, 18-65 år, andel (%)
N03935 Arbetslösa av befolkningen, 18-24 år, andel (%)
N03950 Arbetslösa av befolkningen, 25-65 år, andel (%)
N03937 Öppet arbetslösa av befolkningen, 18-65 år, andel (%)
N03939 Öppet arbetslösa av befolkningen, 18-24 år, andel (%)
N03944 Långtidsarbetslösa i arbetskraften (BAS), 18-24 år, andel (%)
N03945 Långtidsarbetslösa i arbetskraften (BAS), 25-65 år, andel (%)
N03954 Långtidsarbetslösa av arbetslösa, 18-65 år, andel (%)
N03953 Långtidsarbetslösa av arbetslösa, 18-24 år, andel (%)
N03926 Långtidsarbetslösa i befolkningen, 25-65 år, andel (%)
N02267 Sysselsättningsgrad 20-64 år, andel (%)
N02268 Sysselsättningsgrad, utrikes födda 20-64 år, andel (%)
N02269 Sysselsättningsgrad, inrikes födda 20-64 år, andel (%)
N02281 Arbetslöshet bland inrikes födda, 20-64 år, befolkningens arbetsmarknadsstatus (BAS), andel
       (%)
N02282 Arbetslöshet bland utrikes födda, 20-64 år, befolkningens arbetsmarknadsstatus (BAS), andel
       (%)
N02285 Arbetskraftsdeltagande totalt 20-64 år, befolkningens arbetsmarknadsstatus (BAS), andel (%)
N01720 Arbetslösa eller i åtgärd minst en dag under året, 16-64 år, andel (%)
U00800 Invånare 18-64 år som någon gång under året varit arbetslösa, andel (%)
N02276 Inpendling, andel (%)
N02277 Inpendling, antal
N02278 Utpendling, antal
N02279 Utpendling, andel (%)
N03702 Bruttoregionprodukt, kommun (BRP), 1000 kr/invånare
N03703 Bruttoregionprodukt, kommun (BRP), 1000 kr/sysselsatt
"""

OUTSIDE = """
N02797 Invånare 16-24 år som varken arbetar eller studerar, andel (%)
N00703 Skyddsbehövande och anhöriga (flyktingar) 20-25 år som varken förvärvsarbetar eller
       studerar, andel (%)
N18741 Personer i kommunens aktivitetsansvar, andel (%) av inv 16-19 år
N18743 Avregistrering från kommunens aktivitetsansvar på grund av studier på nationellt program,
       andel (%)
N18746 Personer i kommunens aktivitetsansvar som deltagit i minst en åtgärd, andel (%)
"""

LEVEL = """
N01982 Invånare 25-64 år med eftergymnasial utbildning, andel (%)
N01983 Invånare 25-64 år med gymnasial utbildning, andel (%)
N01984 Invånare 25-64 år med förgymnasial utbildning, andel (%)
N01968 Invånare 25-44 år med eftergymnasial utbildning, andel (%)
"""

ELIGIBLE = """
N15428 Elever i åk 9 som är behöriga till yrkesprogram, hemkommun, andel (%)
N15427 Elever i åk 9 som är behöriga till estetiska programmet, hemkommun, andel (%)
N15426 Elever i åk 9 som är behöriga till ekonomi-, humanistiska och samhällsvetenskapsprogrammen,
       hemkommun, andel (%)
N15425 Elever i åk 9 som är behöriga till naturvetenskaps- och teknikprogrammen, hemkommun, andel
       (%)
N15424 Elever i åk 9 som är behöriga till yrkesprogram, lägeskommun, andel (%)
"""

GYMNASIUM = """
N17801 Gymnasieelever på yrkesprogram, hemkommun, andel (%)
N17802 Gymnasieelever på högskoleförberedande program, hemkommun, andel (%)
N17803 Gymnasieelever på introduktionsprogram (IM), hemkommun, andel (%)
N17445 Gymnasieelever med examen inom 3 år, hemkommun, andel (%)
N17446 Gymnasieelever med examen inom 3 år, högskoleförberedande program hemkommun, andel (%)
N17447 Gymnasieelever med examen inom 3 år, yrkesprogram hemkommun, andel (%)
N17457 Gymnasieelever med examen eller studiebevis inom 4 år, hemkommun, andel (%)
N17461 Gymnasieelever med examen inom 4 år, hemkommun, andel (%)
N17462 Gymnasieelever med examen inom 4 år, högskoleförberedande program hemkommun, andel (%)
N17463 Gymnasieelever med examen inom 4 år, yrkesprogram hemkommun, andel (%)
N17549 Gymnasieelever med examen inom 4 år, introduktionsprogram hemkommun, andel (%)
N17473 Gymnasieelever som uppnått grundläggande behörighet till universitet och högskola inom 3 år,
       hemkommun, andel (%)
N17474 Gymnasieelever med grundläggande behörighet till universitet/högskola inom 3 år,
       högskoleförb pr hemkommun, andel (%)
N17475 Gymnasieelever med grundläggande behörighet till universitet/högskola inom 3 år,
       yrkesprogram hemkommun, andel (%)
N17538 Gymnasieelever som uppnått grundläggande behörighet till universitet och högskola inom 4 år,
       hemkommun, andel (%)
N60978 Gymnasieelever med examen inom 4 år region, andel (%)
N60960 Gymnasieelever med examen eller studiebevis inom 4 år region, andel (%)
"""

AFTER = """
N17940 Gymnasieelever som gått över till universitet/högskola direkt efter gymnasieexamen från
       högskoleförberedande program, hemkommun, andel (%)
N18601 Ungdomar som är etablerade på arbetsmarknaden eller studerar 2 år efter gymnasieexamen,
       hemkommun, andel (%)
N18602 Ungdomar som är etablerade på arbetsmarknaden 2 år efter gymnasieexamen, hemkommun, andel
       (%)
N18603 Ungdomar som är etablerade på arbetsmarknaden 2 år efter gymnasieexamen, yrkesprogram
       hemkommun, andel (%)
N18604 Ungdomar som är etablerade på arbetsmarknaden 2 år efter gymnasieexamen,
       högskoleförberedande program hemkommun, andel (%)
N18605 Ungdomar som studerar på högskola/universitet 2 år efter gymnasieexamen, hemkommun, andel
       (%)
N18606 Ungdomar som studerar på högskola/universitet 2 år efter gymnasieexamen, yrkesprogram
       hemkommun, andel (%)
N18607 Ungdomar som studerar på högskola/universitet 2 år efter gymnasieexamen,
       högskoleförberedande program hemkommun, andel (%)
N18608 Ungdomar som studerar på annan studiemedelsberättigad utbildning än högskola 2 år efter
       gymnasieexamen, hemkommun, andel (%)
N18611 Ungdomar som är etablerade på arbetsmarknaden eller studerar 2 år efter studiebevis från
       gymnasiet, hemkommun, andel (%)
N18612 Ungdomar som är etablerade på arbetsmarknaden 2 år efter studiebevis från gymnasiet,
       hemkommun, andel (%)
"""

SFI = """
N18801 Elever i SFI-utbildning, antal
N18936 Elever i komvux i sfi, i huvudmannens skolenheter, antal
N18406 Kursdeltagare i sfi på studieväg 1, i huvudmannens skolenheter, andel (%)
N18407 Kursdeltagare i sfi på studieväg 2, i huvudmannens skolenheter, andel (%)
N18408 Kursdeltagare i sfi på studieväg 3, i huvudmannens skolenheter, andel (%)
N18409 Elever på SFI som klarat minst två kurser, av nybörjare två år tidigare, andel (%)
N18410 Elever på SFI som fortsätter utbildningen men klarat mindre än två kurser, av nybörjare två
       år tidigare, andel (%)
N18411 Elever på SFI som avbrutit utbildningen och klarat mindre än två kurser, av nybörjare två år
       tidigare, andel (%)
N18413 Elever på SFI som avbrutit som antingen arbetar eller studerar av nybörjare två år tidigare,
       andel (%)
N18946 Kursdeltagare i sfi som har avslutat kurs med godkända betyg, i huvudmannens skolenheter,
       andel av de som avslutat eller avbrutit kurs under året (%)
N18954 Personer som studerar året efter avslutad utbildning inom sfi, i huvudmannens skolenheter,
       andel (%)
N18957 Ny definition - Personer som arbetar året efter avslutad utbildning inom sfi, i huvudmannens
       skolenheter, andel (%)
N18701 Elever på SFI som är skyddsbehövande och anhöriga till skyddsbehövande, andel (%)
"""

KOMVUX = """
N18897 Elever i kommunal vuxenutbildning hemkommun, antal
N18896 Elever i kommunal grundläggande vuxenutbildning hemkommun, antal
N18898 Elever i kommunal gymnasial vuxenutbildning hemkommun, antal
N18500 Kursdeltagare i gymnasial vuxenutbildning som vid årets slut slutfört kurs, hemkommun, andel
       (%)
N18944 Kursdeltagare i komvux på grundläggande nivå som har avslutat med godkända betyg, i
       huvudmannens skolenheter, andel av de som avslutat eller avbrutit kurs under året (%)
N18945 Kursdeltagare i komvux på gymnasial nivå som har avslutat kurs med godkända betyg, i
       huvudmannens skolenheter, andel av de som avslutat eller avbrutit kurs under året (%)
N18940 Personer som studerar året efter avslutad utbildning i komvux, grundläggande nivå, i
       huvudmannens skolenheter, andel (%)
N18942 Personer som studerar året efter slutförd utbildning i komvux, gymnasial nivå, i
       huvudmannens skolenheter, andel (%)
N18956 Ny definition - Personer som arbetar året efter avslutad utbildning i komvux, grundläggande
       nivå, i huvudmannens skolenheter, andel (%)
N18958 Ny definition - Personer som arbetar året efter avslutad utbildning i komvux, gymnasial
       nivå, i huvudmannens skolenheter, andel (%)
N18821 Elever i komvux som läser yrkespaket med inriktning barn och fritid, i huvudmannens
       skolenheter, antal
N18822 Elever i komvux som läser yrkespaket med inriktning bygg och anläggning, i huvudmannens
       skolenheter, antal
N18823 Elever i komvux som läser yrkespaket med inriktning el och energi, i huvudmannens
       skolenheter, antal
N18824 Elever i komvux som läser yrkespaket med inriktning fordon och transport, i huvudmannens
       skolenheter, antal
N18825 Elever i komvux som läser yrkespaket med inriktning försäljning och service, i huvudmannens
       skolenheter, antal
N18826 Elever i komvux som läser yrkespaket med inriktning hantverk, i huvudmannens skolenheter,
       antal
N18827 Elever i komvux som läser yrkespaket med inriktning hotell och turism, i huvudmannens
       skolenheter, antal
N18828 Elever i komvux som läser yrkespaket med inriktning industriteknik, i huvudmannens
       skolenheter, antal
N18829 Elever i komvux som läser yrkespaket med inriktning naturbruk, i huvudmannens skolenheter,
       antal
N18830 Elever i komvux som läser yrkespaket med inriktning restaurang och livsmedel, i huvudmannens
       skolenheter, antal
N18831 Elever i komvux som läser yrkespaket med inriktning VVS och fastighet, i huvudmannens
       skolenheter, antal
N18832 Elever i komvux som läser yrkespaket med inriktning vård och omsorg, i huvudmannens
       skolenheter, antal
"""

NEW = """
N00960 Inskrivna i etableringsuppdraget under året, antal
N00961 Inskrivna i etableringsuppdraget med högst förgymnasial utbildning, andel (%)
N00971 Lämnat etableringsuppdraget och börjat arbeta (status efter 90 dagar), andel (%)
N00972 Lämnat etableringsuppdraget och börjat studera (status efter 90 dagar), andel (%)
N00973 Lämnat etableringsuppdraget och börjat arbeta eller studera (status efter 90 dagar), andel
       (%)
N00700 Förvärvsarbetande skyddsbehövande och anhöriga (flyktingar) 20-64 år, andel (%)
N00994 Inskrivna i etableringsuppdraget som saknar formell grundläggande utbildning, andel (%)
"""

_UNITS = (
    ("andel", "procent", 1, 100.0),
    ("1000 kr/invånare", "tusen kronor per invånare", 1, float("inf")),
    ("1000 kr/sysselsatt", "tusen kronor per sysselsatt", 1, float("inf")),
    ("antal", "personer", 0, float("inf")),
)
_CONTINUED = re.compile(r"\n +")


def contents(listed: str) -> tuple[Contents, ...]:
    """Return the measures of a list above: Kolada's title is the label, and says the unit."""
    lines = _CONTINUED.sub(" ", listed).split("\n")
    return tuple(_contents(*line.split(" ", 1)) for line in lines if line)


def _contents(code: str, title: str) -> Contents:
    unit, decimals, upper = next(
        (unit, decimals, upper) for words, unit, decimals, upper in _UNITS if words in title
    )
    return Contents(code, title, unit, decimals, upper=upper)
