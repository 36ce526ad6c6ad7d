edition-tag = sv-SE
### Svenska: allt som en läsare av en brief ser, utom myndigheternas egna ord och namn.
### Den första raden är språket som utgåvan läses upp på. En ny utgåva är en ny fil bredvid den här.
### Tal kommer färdigskrivna. IN_TEN($andel) skriver en andel som "7 av 10", PLURAL($antal) väljer
### mellan ental och flertal, MONTH, YEAR, SHORT och GENITIVE ger en annan form av tid och region.
### $is_... väljer mellan ord och kommer från reglerna i vagled_lmi.brief.rules.

edition-name = Svenska

## Dokumentet

title = Arbetsmarknaden i { $region }
subtitle = Underlag för studie- och yrkesvägledning
no-value = ingen uppgift
and = och
as-well-as = samt
in-ten =
    { $is_near ->
        [just-under] knappt { $count } av { $base }
        [just-over] drygt { $count } av { $base }
       *[about] { $count } av { $base }
    }
riket = Riket
missing-title = Ingen uppgift
missing-text =
    Här skulle det stå om { $what }. { $is_filled ->
        [by-fetching] Det kräver siffror för { $region } ur { $tables }. Hämta nya siffror med kommandot { $command } och gör briefen på nytt.
        [by-table] Det kräver siffror för { $region } ur { $tables }. Programmet kan inte hämta de siffrorna än.
       *[unknown] Underlaget räcker inte för { $region }.
    }
old-title = Gammal uppgift
old-text = Uppgiften om { $what } är från { $period }. Det är den nyaste som briefen har, men myndigheten kan ha nyare. Läs den som historia, inte som läget i dag.
old-employed = hur många som arbetar
old-unemployment = arbetslösheten
old-cohorts = årskullarna
old-workforce = yrkena

period-year = { $year }
period-month = { $month } { $year }
period-quarter = kvartal { $part } { $year }
period-week = vecka { $part } { $year }
period-school-year = läsåret { $code }
period-round = omgång { $code }
period-span = { $code }
region-country = Riket
region-nuts2 = { $name }
region-county = { $name }
region-municipality = { $name }
region-labour-market = { $name }

scope-region = Region
scope-data = Uppgifterna gäller
scope-retrieved = Hämtade
scope-built = Briefen gjord
scope-region-text =
    { $is_level ->
        [county] { $region } (länskod { $code })
        [municipality] { $region } (kommunkod { $code })
       *[nuts2] { $region } ({ $code })
    }
scope-data-text = { $first } till { $last }, olika för olika källor; se källorna
scope-retrieved-text = { $date }
scope-retrieved-copy-text = { $date }, via offentliga kopior av myndigheternas öppna data
scope-built-text = { $date }

## Delar

part-summary = Läget på en sida
part-work = Var jobben finns
part-outlook = Utsikter per yrke
part-education = Vägar in
part-young = Ungdomar
part-equality = Kvinnor och män
part-certainty = Så säker är bilden

## Det som saknas

what-key-figures = nyckeltal
what-main-points = läget i korthet
what-age-of-figures = uppgifternas ålder
what-employed = hur många som arbetar i { $region }
what-unemployment = arbetslösheten
what-largest-occupations = de största yrkena
what-typical-occupations = yrken som är vanligare i { $region } än i riket
what-women-and-men = kvinnor och män i yrkena
what-barometer-counts = möjligheterna till arbete
what-barometer-growing = yrken med stora möjligheter till arbete
what-barometer-differs = yrken som bedöms annorlunda i { $region } än i riket
what-replacement = väntade pensionsavgångar
what-advertisements = annonser per 100 anställda
what-vocational-places = nya platser i yrkeshögskolan
what-cohorts = årskullar på väg in i och ut ur arbetslivet
what-population = befolkningen efter ålder
what-eligibility = behöriga till gymnasiets yrkesprogram
what-certainty = hur säkra uppgifterna är

## Läget på en sida

key-employed-label = Arbetar i { $region }
key-employed-value = { $level }
key-employed-detail = personer i { $period }, { $change } procent på ett år
key-unemployment-label = Arbetslöshet
key-unemployment-value = { $rate }{ "\u00A0" }%
key-unemployment-detail = i { $period }, 20–64 år; riket { $country }{ "\u00A0" }%
key-barometer-label = Yrken med stora möjligheter
key-barometer-value = { $count }
key-barometer-detail = { $share } procent av de bedömda yrkena, { $period }
key-cohorts-label = Unga per 100 äldre
key-cohorts-value = { $ratio }
key-cohorts-detail = personer 10–19 år för varje 100 personer 60–69 år, { $period }

point-employed =
    I { $period } arbetade { $level } personer i { $region }. { $is_direction ->
        [up] Det är omkring { $change } fler än ett år tidigare.
        [down] Det är omkring { $change } färre än ett år tidigare.
       *[same] Det är i stort sett lika många som ett år tidigare.
    } { $is_country ->
        [up] I riket ökade antalet med { $country } procent.
        [down] I riket minskade antalet med { $country } procent.
       *[same] I riket var antalet i stort sett oförändrat.
    }
point-unemployment =
    Arbetslösheten i { $region } var { $rate } procent i { $period }, { $is_comparison ->
        [higher] högre än i riket ({ $country } procent).
        [lower] lägre än i riket ({ $country } procent).
       *[same] ungefär som i riket ({ $country } procent).
    }
point-barometer =
    Arbetsförmedlingen bedömer att möjligheterna till arbete i { $region } är stora i { $large } { PLURAL($large) ->
        [one] yrke
       *[other] yrken
    } och små i { $small } ({ $period }).
point-replacement = Av de större yrkena i { $region } väntas flest sluta av åldersskäl bland { $occupations }. Av omkring { $employees } { $first } väntas omkring { $leaving } sluta inom fem år.
point-cohorts =
    { $is_comparison ->
        [higher] Fler unga är på väg in i arbetslivet än äldre på väg ut:
        [lower] Färre unga är på väg in i arbetslivet än äldre på väg ut:
       *[same] Ungefär lika många unga är på väg in i arbetslivet som äldre på väg ut:
    } för varje 100 personer i åldern 60–69 år finns det { $ratio } i åldern 10–19 år i { $region } ({ $period }).

## Var jobben finns

employed-title =
    { $is_direction ->
        [up] I { $period } arbetade { $change } procent fler i { $region } än ett år tidigare
        [down] I { $period } arbetade { $change } procent färre i { $region } än ett år tidigare
       *[same] I { $period } arbetade ungefär lika många i { $region } som ett år tidigare
    }
employed-alt = Stapeldiagram med antalet sysselsatta som arbetar i { $region } i { MONTH($period) } varje år från { $first } till { YEAR($period) }. Antalet går från { $oldest } till { $newest }.
employed-caption = Sysselsatta 15–74 år som arbetar i { $region }, i { MONTH($period) } { $first }–{ YEAR($period) }. Antal personer. De senaste månaderna är preliminära.
employed-trend =
    { $is_direction ->
        [up] Trenden pekar uppåt: de senaste tolv månaderna har i medeltal { $trend } procent fler arbetat i { $region } än de tolv månaderna dessförinnan.
        [down] Trenden pekar nedåt: de senaste tolv månaderna har i medeltal { $trend } procent färre arbetat i { $region } än de tolv månaderna dessförinnan.
       *[same] Trenden är i stort sett oförändrad: de senaste tolv månaderna har i medeltal ungefär lika många arbetat i { $region } som de tolv månaderna dessförinnan.
    } { $is_country ->
        [up] I riket är ökningen { $country } procent.
        [down] I riket är minskningen { $country } procent.
       *[same] I riket är antalet i stort sett oförändrat.
    }
unemployment-title =
    Arbetslösheten i { $region } var { $rate } procent i { $period }, { $is_comparison ->
        [higher] högre än i riket
        [lower] lägre än i riket
       *[same] ungefär som i riket
    }
unemployment-alt = Liggande staplar med arbetslösheten i { $period } i { $count } regioner. Högst: { $first }, { $first_value } procent. Lägst: { $last }, { $last_value } procent. I { $region } är den { $rate } procent.
unemployment-caption = Arbetslösa i procent av arbetskraften, 20–64 år, { $period }.

workforce = År { $period } arbetade { $employees } anställda med känt yrke i { $region }. De tio största yrkena stod för { $top_ten } procent av dem. Företagare ingår inte.
largest-occupations-title =
    { $is_lead ->
        [same] Störst är yrkena { $first } och { $second }, ungefär lika stora: { $first_value } och { $second_value } anställda
       *[up] Störst är yrket { $first }, med { $first_value } anställda
    }
largest-occupations-caption = De { $count } yrken som har flest anställda i { $region } år { $period }. Förändring i procent. Specialisering över 1 betyder att yrket är vanligare i { $region } än i riket.
breaks-title = Brott i tidsserien
occupation-breaks = Läs förändringarna med försiktighet. { $breaks } Därför visas ingen förändring mellan 2022 och 2023, och förändringen 2019–2022 går över ett byte av metod.
break-yreg-2020 = Befolkningens arbetsmarknadsstatus (BAS) ersätter den registerbaserade arbetsmarknadsstatistiken (RAMS).
break-yreg-2023 = Åldrarna är 16–69 år (tidigare 16–64) och yrken som saknas har räknats fram (imputerats).
typical-occupations-title = Bland de större yrken som är mest utmärkande för { $region } finns { $occupations }
typical-mark = Lika vanligt som i riket (1)
typical-occupations-alt = Liggande staplar för de { $count } större yrken som är mest utmärkande för { $region }. Överst: { $first }, { $first_value } gånger så vanligt som i riket. Sist: { $last }, { $last_value } gånger.
typical-occupations-caption = Yrkets andel av de anställda i { $region } delad med dess andel i riket, { $period }. Yrken med minst { $fewest } anställda. Egen bearbetning.
typical-occupations-grid = Utmärkande yrken i { $region }, { $period }. Specialisering 2 betyder dubbelt så vanligt som i riket.
women-and-men =
    { $is_half ->
        [minority] Yrkena är ofta könsuppdelade: { IN_TEN($balanced) } anställda i { $region } ({ $balanced } procent) arbetade { $period } i ett yrke där könsfördelningen var jämn (40–60 procent kvinnor).
       *[majority] De flesta arbetar i yrken där könsfördelningen är jämn (40–60 procent kvinnor): { IN_TEN($balanced) } anställda i { $region } ({ $balanced } procent) { $period }.
    }

## Utsikter per yrke

chances-0 = Stora
chances-1 = Medelstora
chances-2 = Små
barometer-counts-title =
    { PLURAL($large) ->
        [one] { $large } yrke har
       *[other] { $large } yrken har
    } stora möjligheter till arbete i { $region }, i riket { $country }
barometer-counts-alt = Staplade liggande staplar med antalet yrken som har stora, medelstora och små möjligheter till arbete, per län och i riket, { $period }. I { $region } är de { $large }, { $medium } och { $small }. I riket är möjligheterna stora i { $country } yrken.
barometer-counts-caption = Antal yrken efter möjligheter till arbete, { $period }.
barometer-growing-title =
    { PLURAL($count) ->
        [one] I { $count } yrke
       *[other] I { $count } yrken
    } är möjligheterna till arbete stora i { $region }, och efterfrågan väntas öka
barometer-growing-caption = Yrken där möjligheterna till arbete är stora i { $region } och efterfrågan väntas öka på fem års sikt ({ $period }), med den senaste bedömningen för riket ({ $latest }).
barometer-level-title = Vad bedömningen bygger på
barometer-level =
    { $is_known ->
        [yes] En bedömning för { $region } ({ $period }) bygger ofta på uppgifter för ett större område. Kolumnen längst till höger visar den nivå som den bygger på.
       *[no] En bedömning för { $region } bygger ofta på uppgifter för ett större område: flera län tillsammans eller hela landet. Den kopia av { $period } som den här briefen bygger på säger inte vilken nivå det är. Fråga därför efter läget hos arbetsgivare på orten också.
    }
barometer-words-title = Så läser du orden
barometer-words = Brist betyder att arbetsgivare har svårt att hitta rätt personer. Överskott betyder att fler söker än vad som behövs. Paradox betyder att det är svårt att rekrytera trots att det finns arbetslösa i yrket, eller för att många lämnar yrket eller arbetar deltid. Orden säger inget om lönen eller om hur arbetet är.
barometer-differs-title =
    Av { $compared } yrken bedöms { $better } bättre och { $worse } sämre i { $region } än i riket
barometer-differs-caption = Yrken där möjligheterna till arbete bedöms annorlunda i { $region } än i riket, samma omgång ({ $period }). Först de yrken som bedöms bättre.
replacement-title = Omkring { $first_value } av { $employees } { $occupation } väntas sluta av åldersskäl inom fem år
replacement-alt = Liggande staplar för de { $count } större yrken i { $region } som flest väntas lämna av åldersskäl inom fem år. Flest: { $first }, omkring { $first_value } personer. Minst av dem: { $last }, omkring { $last_value }.
replacement-caption = Anställda { $period } i { $region } som väntas sluta av åldersskäl inom fem år. Yrken med minst { $fewest } anställda, avrundat till tiotal. Åldersfördelningen är rikets. Egen bearbetning.
replacement-oldest = Bland yrkena i diagrammet väntas störst andel sluta bland { $occupation }: { IN_TEN($share) } ({ $share } procent) inom fem år. Det säger hur många som behöver ersättas om yrket ska vara lika stort som i dag, inte hur många som får jobb.
advertisements-title = Bland de större yrkena med flest annonser per anställd finns { $occupations }
advertisements-alt = Liggande staplar för de { $count } större yrken i { $region } som har flest annonser per 100 anställda { $period }. Flest: { $first }, { $first_value } annonser per 100 anställda, i riket { $country }. Färst av dem: { $last }, { $last_value }.
advertisements-caption = Annonser i Platsbanken { $period } per 100 anställda i yrket, { $region }. Yrken med minst { $fewest } anställda. Alla jobb annonseras inte, och samma jobb kan annonseras flera gånger. Egen bearbetning.
advertisements-grid = Annonser i Platsbanken per 100 anställda i yrket, { $region }, { $period }.

## Yrken i löpande text, där registrets namn är skrivet för tabeller

occupation-1112 = general-, landstings- och kommundirektörer
occupation-1212 = ekonomi- och finanschefer
occupation-1252 = försäljnings- och marknadschefer
occupation-1292 = övriga administrations- och servicechefer
occupation-1342 = chefer inom arkitekt- och ingenjörsverksamhet
occupation-1362 = driftchefer inom bygg och anläggning
occupation-1372 = produktionschefer inom tillverkning
occupation-1412 = rektorer
occupation-1512 = avdelningschefer inom hälso- och sjukvård
occupation-1592 = verksamhetschefer inom samhällsservice
occupation-2319 = övriga lärare vid universitet och högskola
occupation-2432 = informatörer och kommunikatörer
occupation-3121 = arbetsledare inom bygg och anläggning
occupation-3511 = drifttekniker inom IT
occupation-3512 = supporttekniker inom IT
occupation-4117 = medicinska sekreterare och vårdadministratörer
occupation-4119 = kontorsassistenter och sekreterare
occupation-5222 = butikssäljare inom dagligvaror
occupation-5223 = butikssäljare i fackhandeln
occupation-5321 = undersköterskor i hemtjänst och på äldreboende
occupation-5322 = undersköterskor inom habilitering
occupation-5323 = undersköterskor på vårdavdelning
occupation-5324 = undersköterskor på mottagning
occupation-5342 = vårdare och boendestödjare
occupation-5349 = övrig vård- och omsorgspersonal
occupation-7111 = träarbetare och snickare
occupation-7223 = maskinställare och maskinoperatörer i metallindustri
occupation-8129 = process- och maskinoperatörer vid stål- och metallverk
occupation-8131 = maskinoperatörer i läkemedelsindustri
occupation-8161 = maskinoperatörer i kött- och fiskindustri
occupation-8169 = maskinoperatörer i övrig livsmedelsindustri
occupation-8172 = processoperatörer i pappersindustri
occupation-8212 = montörer av elektrisk och elektronisk utrustning
occupation-8213 = montörer av metall-, gummi- och plastprodukter
occupation-8329 = övriga bil-, motorcykel- och cykelförare
occupation-9629 = övriga servicearbetare

## Vägar in och ungdomar

vocational-places-title =
    { $is_lead ->
        [shared] Flest nya platser i yrkeshögskolan, { $first_value } var, gäller områdena ”{ $first }” och ”{ $second }”
       *[alone] Flest nya platser i yrkeshögskolan, { $first_value }, gäller området ”{ $first }”
    }
vocational-places-alt = Liggande staplar med nya platser i yrkeshögskolan i { $region }, efter { $count } utbildningsområden. Flest: { $first }, { $first_value }. Färst: { $last }, { $last_value }.
vocational-places-caption = Platser som beviljades i yrkeshögskolan i { $region }, ansökningsomgång { $period }.
places-note-title = Fler platser finns
places-note = Siffrorna visar en ansökningsomgång. De flesta utbildningar som pågår beviljades tidigare, och utbildningar som ges i flera kommuner ingår inte. Sök aktuella utbildningar på yrkeshogskolan.se.
age =
    { $is_open_ended ->
        [yes] { $first } år och äldre
       *[no] { $first }–{ $last } år
    }
cohorts-title =
    { $is_comparison ->
        [higher] Fler unga är på väg in än äldre på väg ut: { $ratio } per 100
        [lower] Färre unga är på väg in än äldre på väg ut: { $ratio } per 100
       *[same] Ungefär lika många unga är på väg in som äldre på väg ut: { $ratio } per 100
    }
cohorts-alt = Liggande staplar med antalet personer 10–19 år för varje 100 personer 60–69 år, { $period }. Högst: { $first }, { $first_value }. Lägst: { $last }, { $last_value }. I { $region } är det { $ratio }.
cohorts-caption = Personer 10–19 år för varje 100 personer 60–69 år, { $period }. Flyttningar och senare pension räknas inte in. Egen bearbetning.
population-title =
    { $is_lead ->
        [shared] Störst åldersgrupper i { $region } är { $age } och { $next_age }, ungefär lika stora: { $size } och { $next_size } personer
       *[alone] Störst åldersgrupp i { $region } är { $age }, { $size } personer
    }
population-alt = Liggande staplar med antalet invånare i { $region } i { $count } åldersgrupper, { $period }. Störst är gruppen { $age }, med { $size } personer.
population-caption = Invånare i { $region } efter ålder, { $period }. Antal personer.
eligibility-title =
    { $is_top ->
        [nearly-all] Mellan { $low } procent och nästan alla i årskurs 9 är behöriga till ett yrkesprogram, beroende på kommun
       *[share] Mellan { $low } och { $high } procent i årskurs 9 är behöriga till ett yrkesprogram, beroende på kommun
    }
eligibility-alt = Punktdiagram med andelen behöriga till gymnasiets yrkesprogram i { $count } kommuner i { $region }, { $period }, för flickor, pojkar och alla. Lägst är andelen i { $lowest }, { $low } procent. { $is_top ->
        [nearly-all] Nästan alla är behöriga i { $nearly_all }.
       *[share] Högst är den i { $highest }, { $high } procent.
    }
eligibility-caption = Elever som gick ut årskurs 9 och var behöriga till gymnasiets yrkesprogram, procent, { $period }. I en liten kommun gör några få elever stor skillnad.
girls = Flickor
boys = Pojkar
all-with-value = Alla (värdet står till höger)

## Så säker är bilden

certainty-noise-title = Befolkningen har ett skyddande brus
certainty-noise-text = SCB lägger sedan 2025 in en liten slumpmässig osäkerhet i befolkningsstatistiken för att ingen ska kunna pekas ut. Därför blir summan av delarna inte alltid lika med helheten. Skillnader på några få personer betyder ingenting.
certainty-preliminary-title = De senaste månaderna är preliminära
certainty-preliminary-text = Antalet som arbetar i länet ändras ofta något när SCB får in fler uppgifter. Förändringar under { $noise } procent kallar vi oförändrade.
certainty-definitions-title = Arbetslöshet mäts på flera sätt
certainty-definitions-text = Här används SCB:s registerbaserade mått (BAS). Det går inte att jämföra med Arbetskraftsundersökningarna (AKU) eller med Arbetsförmedlingens inskrivna arbetslösa.
certainty-occupations-title = Yrken räknas på ett nytt sätt sedan 2023
certainty-occupations-text = Från 2023 ingår fler åldrar, och yrken som saknades har räknats fram. Därför jämför vi aldrig 2022 med 2023.
certainty-replacement-title = Pensionsavgångarna är en uträkning
certainty-replacement-text = Vi antar att yrket har samma åldersfördelning i länet som i riket, och att lika stor andel som i dag arbetar efter 65 års ålder. Den som byter yrke, flyttar eller slutar tidigare räknas inte.
certainty-barometer-title = En fjärdedel av bedömningarna ändras
certainty-barometer-text = Yrkesbarometern är en bedömning, inte en mätning. Mellan en femtedel och en fjärdedel av bedömningarna ändras från en omgång till nästa. Lita därför inte på en enda omgång.
certainty-ads-title = Annonser är inte jobb
certainty-ads-text = En annons kan gälla flera jobb, och många jobb annonseras aldrig. Säljyrken annonseras oftare än andra. Jämför med hur många som arbetar i yrket.

## Klasser: myndigheternas egna ord, eller våra där deras är en kod

class-stora = stora
class-medelstora = medelstora
class-sma = små
class-oka = öka
class-vara-oforandrad = vara oförändrad
class-minska = minska
class-brist = brist
class-balans = balans
class-overskott = överskott
class-paradox = paradox
class-lan = länet
class-nuts2 = flera län (NUTS 2)
class-nuts1 = landsdel (NUTS 1)
class-nationellt = hela landet
class-nastan-alla = nästan 100
class-for-fa = för få för att visas

## Tabellhuvuden

head-year = År
head-region = Region
head-kommun = Kommun
head-occupation = Yrke
head-field = Yrkesområde
head-education-field = Utbildningsområde
head-employed = Sysselsatta
head-employees = Anställda
head-women = Kvinnor, procent
head-men = Män, procent
head-change-year = Förändring på ett år, procent
head-change-pp = Förändring på ett år, procentenheter
head-change-2019-2022 = Förändring 2019–2022, procent
head-change-2023-2024 = Förändring 2023–2024, procent
head-quotient = Specialisering
head-unemployment = Arbetslöshet, procent
head-latest-situation = Riket nu
head-latest-demand = Riket om fem år
head-level = Bygger på
head-chances-region = { $region }
head-chances-country = Riket
head-riket = Riket
head-demand-region = Om fem år i { $region }
head-leaving = Väntas sluta inom fem år
head-leaving-pct = Andel, procent
head-aged-60 = 60 år eller äldre, procent
head-per-100 = Annonser per 100 anställda
head-ads = Annonser
head-places = Platser
head-programmes = Utbildningar
head-per-100-leaving = Unga per 100 äldre
head-entering = 10–19 år
head-leaving-age = 60–69 år
head-age = Ålder
head-total = Totalt
head-women-n = Kvinnor
head-men-n = Män
head-all = Alla
head-girls = Flickor
head-boys = Pojkar

## Sidornas inredning; { $n }, { $page } och liknande fylls i när sidan görs

page-all-values = hela tabellen
page-attached = Alla siffror med adress och källa finns i den bifogade filen document.json.
page-attachment = Allt som står i dokumentet, som data
page-breaks = Brott i tidsserien
page-built = Sammanställd
page-checksum = Kontrollsumma
page-contents = Innehåll
page-data-date = Uppgifterna hämtade
page-empty-part = Det finns inga uppgifter att visa i den här delen.
page-figure = Diagram { $n }
page-figure-data = Siffrorna i diagram { $n }
page-figure-tables = Tabeller till diagrammen
page-key-figures = Nyckeltal
page-licence = Licens
page-more-answers = och { $n } svar till, se document.json
page-notes = Att tänka på
page-page = Sida { $page } av { $pages }
page-periods = Perioder
page-program = Framställd med { $name } { $version }
page-retrieved = Hämtad
page-scope = Om underlaget
page-see-figure = Till diagrammet på sidan { $page }
page-see-table = Siffrorna i en tabell på sidan { $page }
page-selection = Urval
page-show-table = Visa siffrorna i en tabell
page-skip = Hoppa till innehållet
page-source = Källa { $n }
page-sources = Källor
page-table = Tabell { $n }
page-unit = Enhet
page-updated = Uppdaterad av myndigheten
page-values = { $n } värden
page-via-public-copy = via offentlig kopia
