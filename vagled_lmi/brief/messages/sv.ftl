edition-tag = sv-SE
### Svenska: allt som en läsare av en brief ser, utom myndigheternas egna ord och namn.
### Den första raden är språket som utgåvan läses upp på. En ny utgåva är en ny fil bredvid den här.
### Tal kommer färdigskrivna. IN_TEN($andel) skriver en andel som "7 av 10", PLURAL($antal) väljer
### mellan ental och flertal, MONTH, YEAR, SHORT och GENITIVE ger en annan form av tid och region.
### $is_... väljer mellan ord och kommer från reglerna i vagled_lmi.brief.rules.

edition-name = Svenska

## Dokumentet

title-county = Arbetsmarknaden i { $region }
title-municipality = { $region } och arbetsmarknaden
title-area = Arbetsmarknaden i { $region }
title-occupation = { $occupation } i { $region }
title-cards = Samtalskort för { $region }
subtitle-county = Underlag för studie- och yrkesvägledning
subtitle-municipality = Underlag för studie- och yrkesvägledning
subtitle-area = Underlag för studie- och yrkesvägledning
subtitle-occupation = Ett yrke: var det finns, hur det bedöms och vilka som arbetar i det
subtitle-cards = Ett kort per yrkesområde, att lägga på bordet mellan er
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
file-name = FIL
more-to-fetch-title = Mer går att hämta
more-to-fetch-between = { "; " }
more-to-fetch-text = De här siffrorna är inte hämtade, så briefen säger inget om dem: { $what }. Hämta dem med kommandot { $command } och gör briefen på nytt.
missing-title = Ingen uppgift
missing-text =
    Här skulle det stå om { $what }. { $is_filled ->
        [by-fetching] Det kräver siffror för { $region } ur { $tables }. Hämta nya siffror med kommandot { $command } och gör briefen på nytt.
        [by-file] Det kräver siffror för { $region } ur { $tables }. Spara myndighetens fil ({ $page }), läs in den med kommandot { $command } och gör briefen på nytt.
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
period-term =
    { $is_term ->
        [spring] vårterminen { $year }
       *[autumn] höstterminen { $year }
    }
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
part-after = Efter utbildningen
part-young = Ungdomar
part-equality = Kvinnor och män
part-newcomers = Ny i Sverige
part-questions = Frågor för samtalet
part-kommun = Kommunen
part-market = Arbetsmarknaden omkring
part-where = Hur många och var
part-people = De som arbetar i yrket
part-related = Yrken nära
part-changes = Vad har ändrats
part-certainty = Så säker är bilden

## Det som saknas

what-key-figures = nyckeltal
what-main-points = läget i korthet
what-age-of-figures = uppgifternas ålder
what-occupation-ahead = utsikten för antalet anställda i yrket
what-employed = hur många som arbetar i { $region }
what-employed-trend = trenden för antalet sysselsatta
what-unemployment = arbetslösheten
what-vacancies = lediga jobb
what-largest-occupations = de största yrkena
what-typical-occupations = yrken som är vanligare i { $region } än i riket
what-women-and-men = kvinnor och män i yrkena
what-born-abroad = arbete bland inrikes och utrikes födda
what-barometer-counts = möjligheterna till arbete
what-barometer-growing = yrken med stora möjligheter till arbete
what-barometer-differs = yrken som bedöms annorlunda i { $region } än i riket
what-employed-ahead = hur många som väntas arbeta i { $region }
what-employed-beside = hur sysselsättningen ändras i varje län
what-unemployment-area = arbetslösheten i varje län
what-unemployment-ahead = vilken arbetslöshet som väntas
what-within-reach = vad som väntas där du kan pendla
what-fa-regions = vad som väntas i FA-regionerna
what-own-outlook = vår egen utsikt
what-openings = platser att fylla
what-disagreement = var utsikterna säger olika
what-hindsight = hur rätt äldre utsikter har haft
what-replacement = väntade pensionsavgångar
what-advertisements = annonser per 100 anställda
what-vocational-places = nya platser i yrkeshögskolan
what-attainment = hur lång utbildning de som bor i { $region } har
what-ways-in = utbildningar som hör till yrken
what-after-vocational = vad som händer efter yrkeshögskolan
what-higher-starts = hur många som börjar på högskola efter gymnasiet
what-cohorts = årskullar på väg in i och ut ur arbetslivet
what-gymnasium-offers = gymnasieprogram i { $region }
what-education-events = utbildningar som börjar i { $region }
what-vocational-programmes = program i yrkeshögskolan
what-after-higher = vad som händer efter högskolan
what-licensed = platser mot examina i yrken med legitimation
what-after-gymnasium = vad som händer efter gymnasiet
what-newcomers-figures = hur det går för dem som är nya i Sverige
what-young-outside = unga som varken arbetar eller studerar
what-population = befolkningen efter ålder
what-eligibility = behöriga till gymnasiets yrkesprogram
what-eligibility-map = kartan över kommunerna
what-wider-choices = närliggande yrken med bättre utsikter
what-occupation-breaks = brotten i yrkesstatistiken
what-newcomers = vägen till ett yrke
what-fields-in-brief = yrkesområdena i korthet
what-cards-use = hur korten används
what-card-employees = hur många som arbetar i yrkesområdena
what-card-chances = möjligheterna till arbete i yrkesområdena
what-card-ads = annonser i yrkesområdena
what-stands-in = vad som gäller länet
what-side-by-side = länen sida vid sida
what-common-outlook = yrken med stora möjligheter i alla länen
what-population-beside = befolkningen i varje län
what-eligibility-beside = behöriga till yrkesprogram i varje län
what-occupation-figures = yrket i siffror
what-occupation-points = yrket i korthet
what-occupation-years = yrket år för år
what-occupation-regions = yrket i varje län
what-occupation-outlook = hur yrket bedöms
what-occupation-ads = annonser i yrket
what-occupation-ages = åldrarna i yrket
what-occupation-replacement = väntade pensionsavgångar i yrket
what-occupation-wages = lönen i yrket
what-occupation-group-wages = lönen i yrket
what-occupation-wage-spread = lönen i yrket
what-occupation-education = utbildning som hör till yrket
what-occupation-ways = vägar till yrket
what-related-occupations = yrken nära det här
what-changes = vad som har ändrats
what-certainty = hur säkra uppgifterna är
what-more-to-fetch = mer som går att hämta

## Läget på en sida

key-eligibility-label = Behöriga till yrkesprogram
key-eligibility-value = { $value }
key-eligibility-detail = procent av eleverna som gick ut årskurs 9 i { $region }, { $period }
key-employed-label = Arbetar i { $region }
key-employed-value = { $value }
key-employed-detail = personer i { $period }, { $change } procent på ett år
key-unemployment-label = Arbetslöshet i { $region }
key-unemployment-value = { $value }{ "\u00A0" }%
key-unemployment-detail = i { $period }, 20–64 år; riket { $country }{ "\u00A0" }%
key-barometer-label = Yrken med stora möjligheter
key-barometer-value = { $value }
key-barometer-detail = { $share } procent av de bedömda yrkena i { $region }, { $period }
key-cohorts-label = Unga per 100 äldre
key-cohorts-value = { $value }
key-cohorts-detail = personer 10–19 år för varje 100 personer 60–69 år i { $region }, { $period }

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
point-replacement = Bland de större yrken i { $region } där flest väntas sluta av åldersskäl finns { $occupations }. Av omkring { $employees } { $first } väntas omkring { $leaving } sluta inom fem år.
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
employed-subject = sysselsatta som arbetar i { $region }, { MONTH($period) } varje år
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
vacancies =
    { $is_against ->
        [higher] Det fanns { $rate } lediga jobb per 100 anställningar i { $region } { $period }, fler än i riket ({ $country }).
        [lower] Det fanns { $rate } lediga jobb per 100 anställningar i { $region } { $period }, färre än i riket ({ $country }).
        [same] Det fanns { $rate } lediga jobb per 100 anställningar i { $region } { $period }, ingen säker skillnad mot riket ({ $country }).
       *[unknown] Det fanns { $rate } lediga jobb per 100 anställningar i { $region } { $period }.
    } { $is_year ->
        [higher] Det är fler än samma kvartal året innan ({ $before }).
        [lower] Det är färre än samma kvartal året innan ({ $before }).
        [same] Det är ingen säker skillnad mot samma kvartal året innan ({ $before }).
       *[unknown] Det finns inget att jämföra med året innan.
    } Det är en urvalsundersökning: felmarginalen är plus eller minus { $margin }. Lediga jobb är inte detsamma som annonser.
unemployment-title =
    Arbetslösheten i { $region } var { $rate } procent i { $period }, { $is_comparison ->
        [higher] högre än i riket
        [lower] lägre än i riket
       *[same] ungefär som i riket
    }
unemployment-subject = arbetslösa i procent av arbetskraften, { $period }
unemployment-caption = Arbetslösa i procent av arbetskraften, 20–64 år, { $period }.

unemployment-area-title =
    { $is_spread ->
        [same] Arbetslösheten är ungefär densamma i länen i { $region }: { $low } till { $high } procent i { $period }
       *[higher] Arbetslösheten går från { $low } procent i { $lowest } till { $high } procent i { $highest } ({ $period })
    }
unemployment-area-subject = arbetslösa i procent av arbetskraften i varje län
unemployment-area-caption = Arbetslösa i procent av arbetskraften, 20–64 år, { $before } och { $period }. Andelar läggs inte ihop: varje län visas för sig.

workforce = År { $period } arbetade { $employees } anställda med känt yrke i { $region }. De tio största yrkena stod för { $top_ten } procent av dem. Företagare ingår inte.
largest-occupations-title =
    { $is_lead ->
        [same] Störst är yrkena { $both }, ungefär lika stora: { $first_value } och { $second_value } anställda
       *[up] Störst är yrket { $first }, med { $first_value } anställda
    }
largest-occupations-caption = De { $count } yrken som har flest anställda i { $region } år { $period }. Förändring i procent. Specialisering över 1 betyder att yrket är vanligare i { $region } än i riket.
breaks-title = Brott i tidsserien
occupation-breaks = Läs förändringarna med försiktighet. { $breaks } Därför visas ingen förändring mellan 2022 och 2023, och förändringen 2019–2022 går över ett byte av metod.
break-yreg-2020 = Befolkningens arbetsmarknadsstatus (BAS) ersätter den registerbaserade arbetsmarknadsstatistiken (RAMS).
break-yreg-2023 = Åldrarna är 16–69 år (tidigare 16–64) och yrken som saknas har räknats fram (imputerats).
typical-occupations-title = Bland de större yrken som är mest utmärkande för { $region } finns { $occupations }
typical-mark = Lika vanligt som i riket (1)
typical-occupations-subject = hur många gånger så vanligt yrket är i { $region } som i riket, { $period }
typical-occupations-caption = Yrkets andel av de anställda i { $region } delad med dess andel i riket, { $period }. Yrken med minst { $fewest } anställda. Egen bearbetning.
typical-occupations-grid = Utmärkande yrken i { $region }, { $period }. Specialisering 2 betyder dubbelt så vanligt som i riket.
women-and-men =
    { $is_half ->
        [minority] Yrkena är ofta könsuppdelade: { IN_TEN($balanced) } anställda i { $region } ({ $balanced } procent) arbetade { $period } i ett yrke där könsfördelningen var jämn (40–60 procent kvinnor).
        [about] Omkring hälften arbetar i yrken där könsfördelningen är jämn (40–60 procent kvinnor): { IN_TEN($balanced) } anställda i { $region } ({ $balanced } procent) { $period }.
       *[majority] De flesta arbetar i yrken där könsfördelningen är jämn (40–60 procent kvinnor): { IN_TEN($balanced) } anställda i { $region } ({ $balanced } procent) { $period }.
    }

## Inrikes och utrikes födda

born-native = Inrikes födda
born-foreign = Utrikes födda
born-abroad-title =
    { $is_work ->
        [higher] En större andel av utrikes än av inrikes födda har arbete i { $region }: { $foreign } mot { $native } procent
        [lower] En mindre andel av utrikes än av inrikes födda har arbete i { $region }: { $foreign } mot { $native } procent
       *[same] Ingen säker skillnad mellan hur många utrikes och inrikes födda som har arbete i { $region }: { $foreign } och { $native } procent
    }
born-abroad-subject = andel som har arbete, 20–64 år, i { $region } och riket, { $period }, procent
born-abroad-caption = Har arbete (är sysselsatta), i procent av dem som bor i { $region } och i riket, och arbetslösa, i procent av arbetskraften, 20–64 år, { $period }. Preliminära uppgifter.
born-abroad-drawn = Har arbete (är sysselsatta), i procent av dem som bor i { $region } och i riket, 20–64 år, { $period }. Preliminära uppgifter. I tabellen står också hur många som är arbetslösa.
born-abroad-points =
    Bland utrikes födda { $is_foreign ->
        [higher] har en större andel av kvinnorna än av männen arbete
        [lower] har en större andel av männen än av kvinnorna arbete
       *[same] är det ingen säker skillnad mellan kvinnor och män
    }, bland inrikes födda { $is_native ->
        [higher] har en större andel av kvinnorna arbete
        [lower] har en större andel av männen arbete
       *[same] är det ingen säker skillnad
    }. Av utrikes födda i arbetskraften är { $foreign } procent arbetslösa, { $is_unemployment ->
        [higher] en större andel än av inrikes födda ({ $native } procent)
        [lower] en mindre andel än av inrikes födda ({ $native } procent)
       *[same] ingen säker skillnad mot inrikes födda ({ $native } procent)
    }. Det säger hur det är i dag, inte vad en person kan.

## Utsikter per yrke

chances-0 = Stora
chances-1 = Medelstora
chances-2 = Små
barometer-counts-title =
    { PLURAL($large) ->
        [one] { $large } yrke har
       *[other] { $large } yrken har
    } stora möjligheter till arbete i { $region }, i riket { $country }
barometer-counts-subject = antal yrken efter möjligheter till arbete, { $period }
barometer-counts-area-title = Mellan { $low } och { $high } yrken har stora möjligheter till arbete i länen, i riket { $country }
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
employed-ahead = I { $near } väntas { $near_expected } personer arbeta i { $region } ({ $near_lower } till { $near_upper }): { $near_says }. I { $far } väntas { $far_expected } ({ $far_lower } till { $far_upper }): { $far_says }. Intervallen inom parentes ska hålla i 80 procent av fallen. I prövningen bakåt höll de i { $near_held } och { $far_held } procent. Egen bearbetning.
employed-ahead-says =
    { $is_ahead ->
        [up] fler än samma månad ett år tidigare
        [not-down] lika många som samma månad ett år tidigare, eller fler
        [same] ungefär lika många som samma månad ett år tidigare
        [not-up] lika många som samma månad ett år tidigare, eller färre
        [down] färre än samma månad ett år tidigare
       *[unknown] vi vet inte om det är fler eller färre än ett år tidigare
    }
unemployment-ahead = Arbetslösheten i { $region } väntas vara { $near_expected } procent i { $near } ({ $near_lower } till { $near_upper }): { $near_says }. I { $far } väntas { $far_expected } procent ({ $far_lower } till { $far_upper }): { $far_says }. Intervallen inom parentes ska hålla i 80 procent av fallen. I prövningen bakåt höll de i { $near_held } och { $far_held } procent. Egen bearbetning.
unemployment-ahead-says =
    { $is_ahead ->
        [up] högre än samma månad ett år tidigare
        [not-down] lika hög som samma månad ett år tidigare, eller högre
        [same] ungefär lika hög som samma månad ett år tidigare
        [not-up] lika hög som samma månad ett år tidigare, eller lägre
        [down] lägre än samma månad ett år tidigare
       *[unknown] vi vet inte om den är högre eller lägre än ett år tidigare
    }
within-reach-title =
    { $is_ahead ->
        [up] Fler väntas arbeta i { $place } { $target } än { $period }
        [not-down] Lika många eller fler väntas arbeta i { $place } { $target } som { $period }
        [same] Ungefär lika många väntas arbeta i { $place } { $target } som { $period }
        [not-up] Lika många eller färre väntas arbeta i { $place } { $target } som { $period }
        [down] Färre väntas arbeta i { $place } { $target } än { $period }
       *[unknown] Vi vet inte om fler eller färre kommer att arbeta i { $place } { $target }
    }
reach-around = { $region } och länen omkring
within-reach-caption =
    Väntad förändring av antalet anställda { $period }–{ $target }, procent, där den som bor i { $region } kan pendla. Lägst och högst: intervall som ska hålla i 80 procent av fallen i länen. { $is_basis ->
        [commuting] Varje län räknas med den andel av dem som arbetar där som pendlar hit.
       *[shares] FA-regionen räknas fram ur länens utsikter, efter hur stor del av länets annonser som gäller FA-regionens kommuner. Länen omkring räknas efter avstånd. Det är inte faktisk pendling.
    } Av arbetena i { $market } ligger { $covered } procent i län med uppgifter. Egen bearbetning.
fa-regions-title =
    { $is_known ->
        [none] Vi vet inte om fler eller färre kommer att arbeta i någon av de { $count } FA-regionerna { $target }
        [few] För de flesta av de { $count } FA-regionerna vet vi inte om fler eller färre kommer att arbeta där { $target }
        [most] För några av de { $count } FA-regionerna vet vi inte om fler eller färre kommer att arbeta där { $target }
       *[all] Utsikten till { $target } pekar åt ett håll för alla de { $count } FA-regionerna
    }
fa-regions-caption =
    FA-regioner, områden som man kan pendla inom, med kommuner i { $region } (indelningen från 2015). Väntad förändring av antalet anställda { $period }–{ $target }, procent. Lägst och högst: intervall som ska hålla i 80 procent av fallen i länen. { $is_basis ->
        [commuting] Varje län räknas med den andel av dem som arbetar där som bor i FA-regionen.
       *[shares] Talen räknas fram ur länens utsikter, efter hur stor del av länets annonser som gäller FA-regionens kommuner. Det är inte faktisk pendling.
    } Utan uppgift: för lite av arbetet ligger i län med uppgifter. Egen bearbetning.
own-outlook-title =
    { $is_known ->
        [none] Vi vet inte om något av de { $count } största yrkena växer eller minskar till { $target }
        [few] Vi vet inte om de flesta av de { $count } största yrkena växer eller minskar till { $target }
        [most] Vi vet inte om några av de { $count } största yrkena växer eller minskar till { $target }
       *[all] Utsikten till { $target } pekar åt ett håll för alla de { $count } största yrkena
    }
own-outlook-caption = De { $count } största yrkena i { $region }: anställda { $period } och väntat antal { $target }. Det breda intervallet ska hålla i 80 procent av fallen. I prövningen bakåt höll det i { $held_80 } procent. Det smala ska hålla i 50 procent. Det höll i { $held_50 } procent. Egen bearbetning.
own-outlook-none-title = Ingen utsikt för så små yrken
own-outlook-none = Inget yrke i { $region } har minst { $fewest } anställda. I mindre yrken betyder tillfälligheter mycket. Därför visas varken vår utsikt eller hur många platser som väntas bli lediga. Läs om riket och länen omkring i stället.
own-outlook-how-title = Så är utsikten gjord
own-outlook-how =
    { $is_method ->
        [unchanged] Ingen prognos har varit bättre än att gissa på oförändrat antal. Därför visar vi oförändrat antal.
       *[better] Vi har prövat flera sätt på äldre år och valt det som missat minst. Felet fem år fram var { $relative } gånger felet när man gissar på oförändrat, eller { $published } gånger om metodbyten räknas med.
    } Vi vet inte betyder att det breda intervallet rymmer både fler och färre, eller att sådana intervall har hållit i mindre än { $seldom } procent av fallen. Yrken med färre än { $fewest } anställda får ingen utsikt. Åren skiljer sig åt. Lita mer på intervallet än på det väntade antalet.
openings-title = Omkring { $openings } platser för { $occupation } väntas behöva fyllas till { $target }, men det kan bli { $lower } till { $upper }
openings-caption = Väntade platser att fylla i { $region } till { $target }: de som slutar av åldersskäl, plus eller minus yrkets väntade förändring. Lägst och högst: det breda intervallet för förändringen. Yrken med minst { $fewest } anställda, avrundat till tiotal. Åldersfördelningen är rikets. Den som byter yrke räknas inte. Minus betyder att yrket kan minska med fler än de som slutar. Egen bearbetning.
disagreement-title = Störst är oenigheten om ”{ $first }”
disagreement-caption = De större yrken i { $region } (minst { $fewest } anställda) där utsikterna och annonserna säger mest olika. Barometern är Arbetsförmedlingens Yrkesbarometer. Vår utsikt gäller { $target } och visar vart det smala intervallet lutar. Annonserna jämförs med andra yrken i länet. Orsaken väljs av en regel; område är det som barometern bygger på. Egen bearbetning.
replacement-title = Omkring { $first_value } av { $employees } { $occupation } väntas sluta av åldersskäl inom fem år
replacement-subject = anställda i { $region } som väntas sluta av åldersskäl inom fem år
replacement-caption = Anställda { $period } i { $region } som väntas sluta av åldersskäl inom fem år. Yrken med minst { $fewest } anställda, avrundat till tiotal. Åldersfördelningen är rikets. Egen bearbetning.
replacement-oldest = Av yrkena i diagrammet hör { $occupation } till dem där störst andel väntas sluta: { IN_TEN($share) } ({ $share } procent) inom fem år. Det säger hur många som behöver ersättas om yrket ska vara lika stort som i dag, inte hur många som får jobb.
advertisements-title = Bland de större yrkena med flest annonser per anställd finns { $occupations }
advertisements-subject = annonser per 100 anställda i { $region }, { $period }
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
vocational-places-subject = nya platser i yrkeshögskolan i { $region }, { $period }
vocational-places-caption = Platser som beviljades i yrkeshögskolan i { $region }, ansökningsomgång { $period }.
places-note-title = Fler platser finns
places-note = Siffrorna visar en ansökningsomgång. De flesta utbildningar som pågår beviljades tidigare, och utbildningar som ges i flera kommuner ingår inte. Sök aktuella utbildningar på yrkeshogskolan.se.
ways-in-title = Arbetsförmedlingen knyter { $linked } av { $groups } yrkesgrupper till en utbildning
ways-in-caption = De största av dem i { $region }, anställda { $period }. Kopplingen är från { $linked_in }. Den säger vilken utbildning som hör ihop med yrket, inte vad en arbetsgivare kräver. De andra yrkena har också vägar in: börja på utbildningsguiden.se.
occupation-education = Arbetsförmedlingen knyter yrket till utbildningen ”{ $education }”. En sådan koppling finns för { $linked } av { $groups } yrkesgrupper. Den säger vilken utbildning som hör ihop med yrket, inte vad en arbetsgivare kräver.
occupation-no-education = Arbetsförmedlingen har inte knutit yrket till någon utbildning. En sådan koppling finns bara för { $linked } av { $groups } yrkesgrupper, och att den saknas betyder inte att yrket saknar utbildning.
after-vocational-work =
    I hela landet hade { IN_TEN($total) } ({ $total } procent) av dem som tog examen från yrkeshögskolan arbete inom sex månader, enligt uppföljningen { $period }. { $is_change ->
        [higher] Det är en större andel än året före, då den var { $total_before } procent.
        [lower] Det är en mindre andel än året före, då den var { $total_before } procent.
       *[same] Det är ingen säker skillnad mot året före, då andelen var { $total_before } procent.
    }
after-vocational-title =
    { $is_spread ->
        [higher] Störst andel arbetar inom sitt område efter ”{ $first }”, { $first_value } procent, minst andel efter ”{ $last }”, { $last_value } procent
        [alone] Efter ”{ $first }” arbetar { $first_value } procent inom området
       *[same] Ungefär lika många arbetar inom sitt område, { $first_value } procent efter ”{ $first }” och { $last_value } procent efter ”{ $last }”
    }
after-vocational-caption =
    Först: andel som arbetar helt eller till största delen inom utbildningens område, av dem som har arbete. Sedan: andel som fick arbete inom sex månader. { $is_here ->
        [here] Utbildningsområden med nya platser i { $region }, men svaren gäller hela landet, { $period }.
       *[everywhere] Hela landet, { $period }.
    } Felmarginalen säger inom hur många procentenheter det sanna värdet ligger, med 95 procents säkerhet.
attainment =
    { $is_comparison ->
        [higher] Av dem som är 25–64 år i { $region } hade { IN_TEN($share) } ({ $share } procent) minst tre års utbildning efter gymnasiet { $period }, en större andel än i riket ({ $country } procent).
        [lower] Av dem som är 25–64 år i { $region } hade { IN_TEN($share) } ({ $share } procent) minst tre års utbildning efter gymnasiet { $period }, en mindre andel än i riket ({ $country } procent).
       *[same] Av dem som är 25–64 år i { $region } hade { IN_TEN($share) } ({ $share } procent) minst tre års utbildning efter gymnasiet { $period }, ungefär som i riket ({ $country } procent).
    } { $is_gap ->
        [higher] Det är vanligare bland kvinnor ({ $women } procent) än bland män ({ $men } procent).
        [lower] Det är vanligare bland män ({ $men } procent) än bland kvinnor ({ $women } procent).
       *[same] Det är ungefär lika vanligt bland kvinnor ({ $women } procent) som bland män ({ $men } procent).
    } Högst grundskola hade { $short } procent. För { $unknown } procent är utbildningen inte känd, ofta för att den är från ett annat land.
higher-starts =
    Av dem som gick ut gymnasiet i { $region } { $period } hade { $women } procent av kvinnorna och { $men } procent av männen börjat på högskola inom tre år{ $is_gap ->
        [higher] : det är vanligare bland kvinnorna.
        [lower] : det är vanligare bland männen.
       *[same] . Det är ingen säker skillnad mellan dem.
    } { $is_women ->
        [higher] Bland kvinnorna är det en större andel än i riket ({ $country_women } procent),
        [lower] Bland kvinnorna är det en mindre andel än i riket ({ $country_women } procent),
       *[same] Bland kvinnorna är det ingen säker skillnad mot riket ({ $country_women } procent),
    } { $is_men ->
        [higher] bland männen en större ({ $country_men } procent).
        [lower] bland männen en mindre ({ $country_men } procent).
       *[same] bland männen ingen säker skillnad ({ $country_men } procent).
    } Yrkeshögskola och annan utbildning räknas inte.
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
cohorts-subject = personer 10–19 år för varje 100 personer 60–69 år, { $period }
cohorts-caption = Personer 10–19 år för varje 100 personer 60–69 år, { $period }. Flyttningar och senare pension räknas inte in. Egen bearbetning.
cohorts-area-title =
    { $is_spread ->
        [same] I länen i { $region } är det ungefär lika många unga per 100 äldre: { $low } till { $high }
       *[higher] Mellan { $low } och { $high } unga är på väg in per 100 äldre på väg ut
    }
cohorts-area-subject = personer 10–19 år för varje 100 personer 60–69 år, { $period }
cohorts-area-caption = Personer 10–19 år för varje 100 personer 60–69 år, { $period }, i länen i { $region }. Flyttningar och senare pension räknas inte in. Egen bearbetning.
population-title =
    { $is_lead ->
        [shared] Störst åldersgrupper i { $region } är { $age } och { $next_age }, ungefär lika stora: { $size } och { $next_size } personer
       *[alone] Störst åldersgrupp i { $region } är { $age }, { $size } personer
    }
population-subject = invånare i { $region } efter ålder, { $period }
population-caption = Invånare i { $region } efter ålder, { $period }. Antal personer.
eligibility-map-title =
    { $is_top ->
        [nearly-all] Andelen behöriga är lägst i { $lowest }, { $low } procent, och nästan alla är behöriga i { $nearly_all }
       *[share] Andelen behöriga är lägst i { $lowest }, { $low } procent, och högst i { $highest }, { $high } procent
    }
eligibility-map-caption = Behöriga till gymnasiets yrkesprogram i kommunerna i { $region }, procent, { $period }. Mörkare betyder större andel. Kommungränser: SCB.
eligibility-title =
    { $is_top ->
        [nearly-all] Mellan { $low } procent och nästan alla i årskurs 9 är behöriga till ett yrkesprogram, beroende på kommun
       *[share] Mellan { $low } och { $high } procent i årskurs 9 är behöriga till ett yrkesprogram, beroende på kommun
    }
eligibility-kommun-title =
    { $is_given ->
        [number] { $share } procent i årskurs 9 i { $kommun } är behöriga till ett yrkesprogram
        [nearly-all] Nästan alla i årskurs 9 i { $kommun } är behöriga till ett yrkesprogram ({ $share } procent)
       *[too-few] Andelen behöriga i { $kommun } visas inte: eleverna är { $share }
    }
eligibility-subject = behöriga till gymnasiets yrkesprogram i { $region }, procent, { $period }
eligibility-caption = Elever som gick ut årskurs 9 och var behöriga till gymnasiets yrkesprogram, procent, { $period }. I en liten kommun gör några få elever stor skillnad.
girls = Flickor
boys = Pojkar
all-with-value = Alla (värdet står till höger)

## Unga utanför, och gymnasieskolan, ur Kolada

share-N02797 = Varken arbetar eller studerar, 16–24 år
share-N18741 = I kommunens aktivitetsansvar, av alla 16–19 år
share-N18746 = Har fått en åtgärd, av dem i aktivitetsansvaret
share-N15428 = Behöriga till yrkesprogram efter årskurs 9
share-N17803 = Går introduktionsprogram, av alla i gymnasiet
share-N17801 = Går yrkesprogram, av alla i gymnasiet
share-N17461 = Examen inom fyra år från gymnasiet
young-outside-title =
    { $is_against ->
        [higher] { $share } procent av alla som är 16–24 år i { $region } varken arbetar eller studerar, en större andel än i riket ({ $year })
        [lower] { $share } procent av alla som är 16–24 år i { $region } varken arbetar eller studerar, en mindre andel än i riket ({ $year })
        [same] { $share } procent av alla som är 16–24 år i { $region } varken arbetar eller studerar, ingen säker skillnad mot riket ({ $year })
       *[unknown] { $share } procent av alla som är 16–24 år i { $region } varken arbetar eller studerar ({ $year })
    }
young-outside-unknown-title = Unga i { $region }: utanför, behöriga och klara med gymnasiet
young-outside-caption =
    Andelar i procent, det senaste året för varje mått. { $is_level ->
        [municipality] I en liten kommun gör några få personer stor skillnad.
       *[county] Lägst och högst gäller kommunerna i länet.
    } { $is_gap ->
        [some] Ingen uppgift betyder att Kolada inte ger något värde: måttet finns inte för länet eller per kön, eller gäller för få.
       *[none] { "" }
    } Källa: Kolada. Jämförelsen med riket är egen bearbetning: en skillnad är säker när den är mer än dubbelt så stor som andelen brukar ändras på ett år.
young-responsibility-county = Kommunen ska hålla kontakt med den som är under 20 år och inte går i gymnasiet. Det kallas aktivitetsansvar. I kommunerna i { $region } gäller det mellan { $low } och { $high } procent av alla som är 16–19 år ({ $year }). Av dem har mellan { $least } och { $most } procent fått minst en åtgärd, till exempel vägledning eller praktik.
young-responsibility-kommun = Kommunen ska hålla kontakt med den som är under 20 år och inte går i gymnasiet. Det kallas aktivitetsansvar. I { $region } gäller det { $share } procent av alla som är 16–19 år ({ $year }). Av dem har { $helped } procent fått minst en åtgärd, till exempel vägledning eller praktik.
young-completion =
    { IN_TEN($share) } ({ $share } procent) från { $region } hade examen fyra år efter att de började gymnasiet ({ $year }){ $is_by_sex ->
        [yes] : { $women } procent av kvinnorna och { $men } procent av männen.
       *[no] .
    } { $is_against ->
        [higher] Det är en större andel än i riket ({ $country } procent).
        [lower] Det är en mindre andel än i riket ({ $country } procent).
        [same] Det är ingen säker skillnad mot riket ({ $country } procent).
       *[unknown] Det går inte att säga om det skiljer sig från riket.
    }

## Efter gymnasiet och ny i Sverige, ur Kolada

share-N18601 = Arbetar eller studerar efter examen
share-N18603 = Arbetar efter yrkesprogram
share-N18606 = Läser på högskola efter yrkesprogram
share-N18604 = Arbetar efter högskoleförberedande program
share-N18607 = Läser på högskola efter högskoleförberedande program
share-N18608 = Läser något annat än högskola efter examen
share-N18611 = Arbetar eller studerar efter studiebevis
after-gymnasium-county-title = Två år efter gymnasieexamen arbetar eller studerar mellan { $low } och { $high } procent, beroende på kommun i { $region } ({ $year })
after-gymnasium-claim =
    { $title }.{ $is_by_kind ->
        [yes] { " " }Efter yrkesprogram arbetar mellan { $work_low } och { $work_high } procent. Efter högskoleförberedande program läser mellan { $study_low } och { $study_high } procent på högskola.
       *[no] { "" }
    } Källa: Kolada.
after-gymnasium-kommun-title =
    { $share } procent från { $region } arbetar eller studerar två år efter gymnasieexamen ({ $year }){ $is_against ->
        [higher] , en större andel än i riket
        [lower] , en mindre andel än i riket
        [same] , ingen säker skillnad mot riket
       *[unknown] { "" }
    }
after-gymnasium-unknown-title = Två år efter gymnasiet
after-gymnasium-caption =
    Andelar i procent två år efter gymnasiet, efter kommunen där eleven bodde. Arbetar: har arbete och en inkomst över Skolverkets gräns. { $is_level ->
        [municipality] I en liten kommun gör några få personer stor skillnad.
       *[county] Lägst och högst gäller kommunerna i länet.
    } { $is_gap ->
        [some] Ingen uppgift betyder att Kolada inte ger något värde, till exempel för att det gäller för få.
       *[none] { "" }
    } Källa: Kolada. Jämförelsen med riket är egen bearbetning.
newcomers-established-county =
    Den som är ny i Sverige kan få stöd i etableringsprogrammet i högst två år. Av dem som lämnade det i kommunerna i { $region } arbetade eller studerade mellan { $low } och { $high } procent tre månader senare ({ $year }).{ $is_known ->
        [known] { " " }I riket var det { $country } procent.
       *[unknown] { "" }
    } Källa: Kolada.
newcomers-established-kommun =
    Den som är ny i Sverige kan få stöd i etableringsprogrammet i högst två år. Av dem som lämnade det i { $region } arbetade eller studerade { $share } procent tre månader senare ({ $year }). { $is_against ->
        [higher] Det är en större andel än i riket ({ $country } procent).
        [lower] Det är en mindre andel än i riket ({ $country } procent).
        [same] Det är ingen säker skillnad mot riket ({ $country } procent).
       *[unknown] Det går inte att säga om det skiljer sig från riket.
    } Källa: Kolada. Jämförelsen är egen bearbetning.
newcomers-sfi-county =
    Hur fort går det att lära sig svenska? Av dem som började läsa sfi två år tidigare hade mellan { $low } och { $high } procent klarat minst två kurser, beroende på kommun i { $region } ({ $year }).{ $is_known ->
        [known] { " " }I riket var det { $country } procent.
       *[unknown] { "" }
    } Källa: Kolada.
newcomers-sfi-kommun =
    Hur fort går det att lära sig svenska? Av dem som började läsa sfi i { $region } två år tidigare hade { $share } procent klarat minst två kurser ({ $year }). { $is_against ->
        [higher] Det är en större andel än i riket ({ $country } procent).
        [lower] Det är en mindre andel än i riket ({ $country } procent).
        [same] Det är ingen säker skillnad mot riket ({ $country } procent).
       *[unknown] Det går inte att säga om det skiljer sig från riket.
    } Källa: Kolada. Jämförelsen är egen bearbetning.

after-higher-title =
    { $is_sexes ->
        [higher] { $share } procent hade fått fäste på arbetsmarknaden ett till ett och ett halvt år efter högskolan, en större andel av kvinnorna ({ $women }) än av männen ({ $men })
        [lower] { $share } procent hade fått fäste på arbetsmarknaden ett till ett och ett halvt år efter högskolan, en mindre andel av kvinnorna ({ $women }) än av männen ({ $men })
        [same] { $share } procent hade fått fäste på arbetsmarknaden ett till ett och ett halvt år efter högskolan, ingen säker skillnad mellan kvinnor ({ $women }) och män ({ $men })
       *[unknown] { $share } procent hade fått fäste på arbetsmarknaden ett till ett och ett halvt år efter högskolan
    }
after-higher-claim =
    { $title } (hela landet, { $period }). { $is_spread ->
        [higher] Störst är andelen efter { $first }, { $first_value } procent, och minst efter { $last }, { $last_value } procent.
        [lower] { "" }
        [same] Andelarna skiljer sig inte säkert mellan olika examina.
       *[unknown] Efter { $first } var andelen { $first_value } procent, efter { $last } { $last_value } procent.
    }
after-higher-caption =
    Andel som var etablerade, procent av dem som tog examen, hela landet, { $period }. { $is_listed ->
        [ends] De examina där störst och minst andel var etablerade.
       *[all] De examina där UKÄ ger en andel.
    } Små grupper visas inte, och inte ett lärosäte för sig.
licensed-title =
    { $is_short ->
        [below] För { $occupation } väntas fler platser att fylla än examina: { $openings } mot { $graduates }
       *[other] Inget av de här yrkena väntas säkert få fler platser att fylla än examina
    }
licensed-subject = yrken med legitimation, hela landet, platser till { $target } och examina på fem läsår, antal personer
licensed-caption = Platser som väntas behöva fyllas i hela landet till { $target }: de som slutar av åldersskäl, plus eller minus yrkets väntade förändring. Mot dem ställs de som tog den examen som yrkets legitimation kräver, fem år till och med { $last }. Intervallet för förändringen ska hålla i 80 procent av fallen. Säkert är bara det som ligger utanför det. Den som är utbildad i ett annat land räknas inte, och alla med examen arbetar inte i yrket. Egen bearbetning.
licensed-below = fler platser
licensed-within = inte säkert
licensed-above = fler med examen

## Vad som ges i regionen

several-kommuner = flera kommuner
gymnasium-offers-county =
    { $programmes } program ges i gymnasieskolan i { $region }, på { $schools } { PLURAL($schools) ->
        [one] skola
       *[other] skolor
    } i { $kommuner } ({ $period }). { $is_alone ->
        [some] På en enda skola i länet ges { $what }. Introduktionsprogram räknas med.
       *[none] Introduktionsprogram räknas med.
    }
gymnasium-offers-kommun =
    I { $region } ger { $schools } { PLURAL($schools) ->
        [one] gymnasieskola
       *[other] gymnasieskolor
    } { $programmes } program ({ $period }): { $what }. Du kan också söka i andra kommuner.
form-YH = yrkeshögskola
form-AUB = arbetsmarknadsutbildning
form-FHS = folkhögskola
form-HS = högskola
form-KKU = konst- och kulturutbildning
form-NY = nationell yrkesutbildning
form-VUXGR = komvux, grundläggande nivå
form-VUXGY = komvux, gymnasial nivå
form-VUXGRAN = komvux som anpassad utbildning, grundläggande nivå
form-VUXGYAN = komvux som anpassad utbildning, gymnasial nivå
form-VUXSFI = sfi, svenska för invandrare
education-events =
    Så många tillfällen att börja en utbildning för vuxna eller efter gymnasiet finns i { $region }, { $period }: { $forms }. { $is_lead ->
        [shared] Flest har { $first } och { $second }.
       *[alone] Flest har { $first }.
    } Antalet säger inte hur många platser det finns. Distansutbildning utan ort räknas inte. Egen bearbetning av Skolverkets lista.
vocational-programmes-title =
    { $programmes } { PLURAL($programmes) ->
        [one] program
       *[other] program
    } i yrkeshögskolan beviljades i { $region } i omgång { $period }
vocational-programmes-caption =
    { $is_cut ->
        [yes] De { $most } program som har flest platser.
       *[no] Programmen och deras platser.
    } Platserna gäller ofta flera års starter. Ett program i flera kommuner har alla sina platser på en rad. Program som beviljades tidigare ges också: se yrkeshogskolan.se.

## Vad har ändrats

since-last = { $said }. Varför står under ”{ part-changes }”.
changes-first =
    { $is_why ->
        [unreadable] Den förra briefen går inte att läsa. Därför är den här inte jämförd med någon.
        [unknown] Det finns inga siffror från den dagen att jämföra med.
       *[first] Det här är den första briefen: det finns ingen tidigare att jämföra med.
    }
changes-none =
    { $is_document ->
        [yes] Talen på första sidan är desamma som i briefen från { $date }.
       *[no] Talen på första sidan är desamma som de var { $date }.
    }
changes-new = Det här fanns inte med som tal i det som briefen jämförs med: { $what }.
changes-title =
    { $is_moved ->
        [some] Sedan { $date } har det här ändrats mer än bruset: { $what }
       *[none] Sedan { $date } har inget av talen på första sidan ändrats mer än bruset
    }
changes-caption =
    { $is_document ->
        [yes] Talen på första sidan i briefen från { $date } (kontrollsumma { $checksum }) och i den här.
       *[no] Talen på första sidan som de var { $date } och som de är nu.
    } De fem kolumnerna till höger ger tillsammans ändringen. Brus är mindre än vad som går att säga säkert.{ $is_whole ->
        [yes] { "" }
       *[no] { " " }Ingen uppgift: den delen går inte att skilja från de andra.
    }
changes-periods = { $before } – { $now }
changes-months = { MONTH($before) }–{ MONTH($now) } { YEAR($now) }
headline-employed-level =
    { $is_where ->
        [riket] Arbetar i riket
        [elsewhere] Arbetar i { $region }
       *[here] Arbetar
    }
headline-employed-change =
    { $is_where ->
        [riket] Arbetar, på ett år i riket
        [elsewhere] Arbetar, på ett år i { $region }
       *[here] Arbetar, på ett år
    }
headline-employed-change-pct =
    { $is_where ->
        [riket] Arbetar, på ett år i riket, %
        [elsewhere] Arbetar, på ett år i { $region }, %
       *[here] Arbetar, på ett år, %
    }
headline-unemployment-rate =
    { $is_where ->
        [riket] Arbetslöshet i riket, %
        [elsewhere] Arbetslöshet i { $region }, %
       *[here] Arbetslöshet, %
    }
headline-barometer-counts-occupations =
    { $is_chances ->
        [large] Yrken, stora möjligheter
        [medium] Yrken, medelstora möjligheter
       *[small] Yrken, små möjligheter
    }
headline-barometer-counts-share-pct =
    { $is_chances ->
        [large] Stora möjligheter, %
        [medium] Medelstora möjligheter, %
       *[small] Små möjligheter, %
    }
headline-cohorts-per-100 = Unga per 100 äldre
headline-eligibility-total = Behöriga, %
headline-occupation-years-employees = Anställda
headline-occupation-years-women-pct = Kvinnor, %
headline-occupation-years-men-pct = Män, %
headline-ads-per-100 = Annonser per 100
headline-ads-country-per-100 = Annonser per 100 i riket

## Så säker är bilden

hindsight-title =
    { $is_chance ->
        [none] Ingen av de { $count } äldre utsikterna har haft rätt oftare än slumpen
        [some] Bara några av de { $count } äldre utsikterna har haft rätt oftare än slumpen
       *[all] Alla de { $count } äldre utsikterna har haft rätt oftare än slumpen
    }
hindsight-caption = Hur ofta det som bedömdes bra eller dåligt hamnade över eller under mitten. De första fyra prövas mot hur yrket växte, de andra mot annonserna. Slumpen ger 50 procent. Lägst och högst: osäkerhet, 90 procent. Brist är inte tillväxt. Egen bearbetning.
certainty-noise-title = Befolkningen har ett skyddande brus
certainty-noise-text = SCB lägger sedan 2025 in en liten slumpmässig osäkerhet i befolkningsstatistiken för att ingen ska kunna pekas ut. Därför blir summan av delarna inte alltid lika med helheten. Skillnader på några få personer betyder ingenting.
certainty-preliminary-title = De senaste månaderna är preliminära
certainty-preliminary-text = Antalet som arbetar i länet ändras ofta något när SCB får in fler uppgifter. Förändringar under { $noise } procent kallar vi oförändrade.
certainty-definitions-title = Arbetslöshet mäts på flera sätt
certainty-definitions-text = Här används SCB:s registerbaserade mått (BAS). Det går inte att jämföra med Arbetskraftsundersökningarna (AKU) eller med Arbetsförmedlingens inskrivna arbetslösa.
certainty-occupations-title = Yrken räknas på ett nytt sätt sedan 2023
certainty-occupations-text = Från 2023 ingår fler åldrar, och yrken som saknades har räknats fram. Därför jämför vi aldrig 2022 med 2023.
certainty-replacement-title = Pensionsavgångarna är en uträkning
certainty-replacement-text = Vi antar att yrket har samma åldersfördelning i länet som i riket, och att lika stor andel som i dag arbetar kvar när de blir äldre. Den som byter yrke eller flyttar räknas inte.
certainty-barometer-title = Många bedömningar ändras
certainty-barometer-text = Yrkesbarometern är en bedömning, inte en mätning. Mellan en femtedel och en fjärdedel av bedömningarna ändras från en omgång till nästa. Lita därför inte på en enda omgång.
certainty-names-title = Yrken delas in på två sätt
certainty-names-text = Antalet anställda följer SCB:s yrkesregister (SSYK 2012). Yrkesbarometern har egna yrken. Ett yrke i registret kan vara flera i barometern, och tvärtom.
certainty-ads-title = Annonser är inte jobb
certainty-ads-text = En annons kan gälla flera jobb, och många jobb annonseras aldrig. Säljyrken annonseras oftare än andra. Jämför med hur många som arbetar i yrket.

## Kvinnor och män: närliggande yrken

wider-choices-title = I yrkesområden med mest kvinnor eller mest män finns närliggande yrken som bedöms bättre
wider-choices-caption = Stort: ett av de största yrkena i { $region } i ett yrkesområde (inom parentes) där mer än 60 procent är av samma kön ({ $period }). Nära: upp till tre yrken i samma yrkesområde, på samma eller närmaste utbildningsnivå, som bedöms bättre i Yrkesbarometern ({ $round }).
wider-large = stort
wider-near = nära
## Ny i Sverige

newcomers-title = Sex steg till ett yrke
newcomers-guidance = Prata med en studie- och yrkesvägledare. Det kostar ingenting. Vägledare finns på skolan, på komvux och på Arbetsförmedlingen.
newcomers-swedish = Läs svenska. Sfi är gratis. Fråga om du kan läsa svenska och ett yrke samtidigt.
newcomers-recognition = Har du en utbildning från ett annat land? Skicka den till Universitets- och högskolerådet (UHR). De skriver vad den motsvarar i Sverige. Det är gratis.
newcomers-skills = Kan du ett yrke men saknar papper? Be om validering. Då får du visa vad du kan.
newcomers-licence = Ta reda på om yrket kräver legitimation eller annat tillstånd. Fråga vägledaren eller UHR innan du börjar.
newcomers-experience = Prova. Fråga om praktik, om en kort kurs eller om att följa med någon på jobbet en dag.
newcomers-words-title = Ord som är bra att kunna
newcomers-words = Komvux: kommunens skola för vuxna. Sfi: svenska för invandrare. Yrkeshögskola: utbildning till ett yrke efter gymnasiet. Validering: att någon prövar och intygar vad du kan. Legitimation: tillstånd att arbeta i ett yrke, till exempel som sjuksköterska eller lärare. Behörig: att du har de betyg eller kurser som krävs för att söka.

## Kommunen

stands-in-title = Mycket här gäller hela { $region }
subject-barometer-counts = möjligheter till arbete
subject-cohorts = årskullarna
subject-openings = platser att fylla
subject-replacement = pensionsavgångar
subject-eligibility = behörigheten
subject-occupation-years = hur många som har yrket
subject-employed = hur många som arbetar
subject-unemployment = arbetslöshet
subject-vacancies = lediga jobb
subject-attainment = utbildningsnivå
subject-higher-starts = vilka som börjar på högskola
subject-occupations = yrken
subject-barometer = möjligheter till arbete
subject-ads = annonser
subject-vocational-places = platser i yrkeshögskolan
subject-population = befolkning
stands-in-text = Det finns inga siffror för { $region } om { $subjects }. Därför visas { $county }, och det står i texten. Många söker också arbete över kommungränsen.
## Ett område av flera län

side-by-side-title =
    { $is_tide ->
        [up] Fler arbetar i alla länen i { $region } än för ett år sedan
        [up-or-same] Fler arbetar i en del av länen i { $region } än för ett år sedan, i de andra ungefär lika många
        [down] Färre arbetar i alla länen i { $region } än för ett år sedan
        [down-or-same] Färre arbetar i en del av länen i { $region } än för ett år sedan, i de andra ungefär lika många
        [same] Ungefär lika många arbetar i alla länen i { $region } som för ett år sedan
       *[apart] Fler arbetar i en del av länen i { $region } än för ett år sedan, i andra färre
    }
employed-beside-title =
    { $is_spread ->
        [same] Sysselsättningen ändras ungefär lika mycket i länen i { $region }: { $low } till { $high } procent på ett år ({ $period })
       *[higher] Sysselsättningen ändras olika i länen: { $low } procent i { $lowest } och { $high } procent i { $highest } på ett år ({ $period })
    }
employed-beside-own = Länet
employed-beside-subject = hur antalet som arbetar i varje län har ändrats på ett år, procent, { MONTH($period) } varje år
employed-beside-caption = Förändring på ett år av antalet sysselsatta 15–74 år som arbetar i länet, procent, i { MONTH($period) } { $first }–{ YEAR($period) }. De senaste månaderna är preliminära. Egen bearbetning.
side-by-side-caption = Sysselsatta 15–74 år som arbetar i regionen, { $period }, och förändringen på ett år. Trend: de senaste tolv månaderna mot de tolv dessförinnan, procent. { $region } är summan av länen. Egen bearbetning.
area-sums-title = Så är området räknat
area-sums = Antal som publiceras utan brus, som anställda, sysselsatta, annonser och platser, läggs ihop till { $region }. Arbetslöshet är en andel, befolkningen har ett skyddande brus och Yrkesbarometern är bedömningar: de visas län för län.
common-outlook-title =
    { PLURAL($count) ->
        [one] { $count } yrke har
       *[other] { $count } yrken har
    } stora möjligheter till arbete och väntas efterfrågas mer i alla länen
common-outlook-caption = Yrken där möjligheterna till arbete är stora och efterfrågan väntas öka på fem års sikt i alla länen i { $region } ({ $period }).
population-beside-title = Befolkningen visas län för län
population-beside-caption = Invånare efter ålder i länen i { $region }, { $period }. Antal personer. Talen har ett skyddande brus och läggs därför inte ihop.
eligibility-beside-title = Andelen behöriga till yrkesprogram går från { $low } procent i { $lowest } till { $high } procent i { $highest }
eligibility-beside-caption = Kommunen med lägst och högst andel behöriga till gymnasiets yrkesprogram i varje län i { $region }, procent, { $period }. Kommuner där nästan alla är behöriga, eller där eleverna är för få, har inget tal och ingår inte.

## Ett yrke

key-occupation-employees-label = Anställda i { $region }
key-occupation-employees-value = { $value }
key-occupation-employees-detail = personer, { $period }
key-occupation-women-label = Kvinnor i { $region }
key-occupation-women-value = { $value }{ " " }%
key-occupation-women-detail = män { $men }{ " " }%, { $period }
key-occupation-ads-label = Annonser per 100 anställda
key-occupation-ads-value = { $value }
key-occupation-ads-detail = i { $region }, { $period }; riket { $country }
occupation-change =
    { $is_direction ->
        [up] År { $period } arbetade { $employees } personer som { $occupation } i { $region }. Det är fler än { $earlier } ({ $before }).
        [down] År { $period } arbetade { $employees } personer som { $occupation } i { $region }. Det är färre än { $earlier } ({ $before }).
       *[same] År { $period } arbetade { $employees } personer som { $occupation } i { $region }. Skillnaden mot { $earlier } ({ $before }) är inte större än vad slumpen kan ge.
    }
occupation-women-and-men =
    { $is_balance ->
        [even] Kvinnor och män är ungefär lika många: { $women } procent kvinnor och { $men } procent män. Yrket har en jämn könsfördelning.
        [women] De flesta är kvinnor: { $women } procent, mot { $men } procent män. Det säger hur det är i { $region } i dag, inte vem som kan arbeta i yrket.
       *[men] De flesta är män: { $men } procent, mot { $women } procent kvinnor. Det säger hur det är i { $region } i dag, inte vem som kan arbeta i yrket.
    }
occupation-years-title =
    { $is_direction ->
        [up] Fler arbetade i yrket i { $region } { $period } än { $earlier }: { $newest } mot { $before }
        [down] Färre arbetade i yrket i { $region } { $period } än { $earlier }: { $newest } mot { $before }
       *[same] Ungefär lika många arbetade i yrket i { $region } { $period } som { $earlier }: { $newest } mot { $before }
    }
break-mark = { $period }: nytt sätt att räkna
occupation-years-subject = anställda i yrket i { $region } varje år
occupation-years-caption = Anställda i yrket som arbetar i { $region }, { $first }–{ $period }. Antal personer. Nivåerna före och efter 2019, 2020 och 2023 kan inte jämföras.
occupation-ahead-title =
    { $is_known ->
        [none] Vi vet inte om yrket växer eller minskar till { $target }
       *[all] Yrket väntas { $verdict } till { $target }
    }
occupation-ahead-subject = anställda i yrket i { $region }, { $first }–{ $target }
occupation-ahead-caption = Anställda i yrket i { $region } { $first }–{ $period } och väntat antal till { $target }. Det breda bandet ska hålla i 80 procent av fallen. I prövningen bakåt höll det i { $held_80 } procent. Det smala ska hålla i 50 procent. Det höll i { $held_50 } procent. Linjen är bruten där registret räknar på ett nytt sätt. Egen bearbetning.
occupation-ahead-few-title = Yrket har { $employees } anställda, för få för en utsikt till { $target }
occupation-ahead-few-caption = Anställda i yrket i { $region } { $first }–{ $period }. Yrken med färre än { $fewest } anställda får ingen utsikt. Linjen är bruten där registret räknar på ett nytt sätt.
band-80 = 80 procent
band-50 = 50 procent
path-so-far = Hittills
path-expected = Väntas
path-unknown = Vi vet inte: färre än { $fewest } anställda
occupation-regions-title =
    { $is_spread ->
        [same] Yrket är ungefär lika vanligt i länen som i riket eller i varandra
       *[higher] Yrket är vanligast i { $most } ({ $high } gånger rikets andel) och minst vanligt i { $least } ({ $low } gånger)
    }
occupation-regions-caption = Anställda i yrket { $period }, könsfördelning, förändring i procent och specialisering: yrkets andel av de anställda i regionen delad med dess andel i riket. Egen bearbetning.
occupation-outlook-title =
    { $is_chances ->
        [large] Möjligheterna till arbete bedöms som stora i alla länen
        [medium] Möjligheterna till arbete bedöms som medelstora i alla länen
        [small] Möjligheterna till arbete bedöms som små i alla länen
        [several] Yrkesbarometern delar upp yrket, och varje del bedöms för sig
       *[apart] Möjligheterna till arbete bedöms olika i länen
    }
occupation-not-judged-title = Yrket bedöms inte
occupation-not-judged = Arbetsförmedlingen bedömer inte yrket i Yrkesbarometern för de här länen. Det säger inget om hur lätt det är att få jobb. Fråga arbetsgivare och dem som arbetar i yrket.
occupation-outlook-caption = Möjligheter till arbete och efterfrågan på fem års sikt enligt Yrkesbarometern, { $period }. En bedömning för ett län bygger ofta på uppgifter för ett större område.
occupation-latest = Senaste bedömningen för riket ({ $period }), { $occupation }: { $situation } nu, och efterfrågan väntas { $demand } på fem års sikt.
occupation-ages-title = Den största åldersgruppen i yrket i riket är { $age }: { $share } procent
occupation-ages-subject = anställda i yrket i riket efter ålder, procent, { $period }
occupation-ages-caption = Anställda i yrket i riket efter ålder, procent, { $period }. Länens egna åldrar finns inte i underlaget. Egen bearbetning.
occupation-replacement =
    { $is_given ->
        [enough] Om yrket har samma åldrar i { $region } som i riket väntas omkring { $leaving } av de { $employees } anställda sluta av åldersskäl inom fem år ({ $share } procent).
       *[few] I riket väntas { $share } procent av dem som arbetar i yrket sluta av åldersskäl inom fem år. Ingen siffra ges för { $region }: { $employees } anställda är färre än { $fewest }.
    }
occupation-wages-title =
    { $is_pay ->
        [higher] Kvinnor tjänar mer än män i yrket i { $area }: { $women } kronor i månaden mot { $men } ({ $period })
        [lower] Män tjänar mer än kvinnor i yrket i { $area }: { $men } kronor i månaden mot { $women } ({ $period })
        [same] Ingen säker skillnad mellan kvinnors och mäns lön i yrket i { $area }: { $women } och { $men } kronor i månaden ({ $period })
        [hidden] SCB visar ingen lön för yrket i { $area } ({ $period })
       *[unknown] I { $area } är lönen i yrket i genomsnitt { $pay } kronor i månaden ({ $period })
    }
occupation-wages-caption =
    Genomsnittlig månadslön före skatt { $period }, kronor, omräknad till heltid. SCB redovisar inte löner per län: siffrorna gäller hela { $area } ({ $code }), inte ett enskilt län. Skillnaden mellan kvinnor och män kan bero på ålder, arbetsgivare och uppgifter. En skillnad som är mindre än { $noise } procent är inte säker: så mycket kan ett enskilt år slå fel, och mer när få arbetar i yrket.{ $is_gap ->
        [some] { " " }Ingen uppgift betyder att gruppen är för liten för att SCB ska visa siffran.
       *[none] { "" }
    }
occupation-group-wages =
    { $is_pay ->
        [higher] I hela yrkesgruppen (SSYK { $code }) tjänar kvinnor mer än män i { $area }: { $women } kronor i månaden mot { $men } ({ $period }).
        [lower] I hela yrkesgruppen (SSYK { $code }) tjänar män mer än kvinnor i { $area }: { $men } kronor i månaden mot { $women } ({ $period }).
        [same] I hela yrkesgruppen (SSYK { $code }) är det ingen säker skillnad mellan kvinnors och mäns lön i { $area }: { $women } och { $men } kronor i månaden ({ $period }).
       *[unknown] I hela yrkesgruppen (SSYK { $code }) är lönen i genomsnitt { $pay } kronor i månaden i { $area } ({ $period }).
    } Det är fler yrken än det här, och lönerna i dem kan skilja sig åt.
occupation-wage-spread =
    Hälften av dem som arbetar i yrket i riket tjänar mellan { $p25 } och { $p75 } kronor i månaden ({ $period }). En av tio tjänar mindre än { $p10 } och en av tio mer än { $p90 } kronor.{ $is_by_sex ->
        [yes] { " " }Lönen i mitten (medianen) är { $women } kronor för kvinnor och { $men } kronor för män.
       *[no] { "" }
    }
occupation-ads-title =
    { $is_spread ->
        [same] Yrket annonseras ungefär lika ofta i länen
       *[higher] Yrket annonseras oftast i { $first }: { $first_value } annonser per 100 anställda, mot { $last_value } i { $last }
    }
occupation-ads-subject = annonser per 100 anställda i yrket, { $period }
occupation-ads-caption = Annonser i Platsbanken { $period } per 100 anställda i yrket. Alla jobb annonseras inte, och samma jobb kan annonseras flera gånger. Egen bearbetning.
occupation-level =
    { $is_level ->
        [long] SSYK 2012 räknar yrket ({ $code }) till området ”{ $area }”. Det betyder oftast minst tre års högskoleutbildning.
        [short] SSYK 2012 räknar yrket ({ $code }) till området ”{ $area }”. Det betyder oftast två till tre års utbildning efter gymnasiet.
        [brief] SSYK 2012 räknar yrket ({ $code }) till området ”{ $area }”. Ofta lär man sig arbetet på plats.
        [manager] SSYK 2012 räknar yrket ({ $code }) till området ”{ $area }”. Vägen dit går ofta genom ett annat yrke.
        [military] SSYK 2012 räknar yrket ({ $code }) till området ”{ $area }”. Försvarsmakten utbildar.
       *[other] SSYK 2012 räknar yrket ({ $code }) till området ”{ $area }”. Det betyder oftast gymnasieutbildning, och för en del yrken utbildning efter gymnasiet.
    }
occupation-ways-title = Vilka utbildningar leder dit?
occupation-ways = Programmet har än ingen tabell som knyter yrket till utbildningar med platser. Börja hos utbildningsguiden.se (gymnasiet och komvux), yrkeshogskolan.se, studera.nu (högskolan) och Arbetsförmedlingens Hitta yrken. Fråga alltid vilka krav en arbetsgivare ställer.
related-title = Yrken nära { $occupation }
related-caption = Först yrken i samma SSYK-grupp, sedan de största i samma yrkesområde ({ $field }). Anställda i { $region }, { $period }. Möjligheter till arbete är rikets.
near-group = samma SSYK-grupp
near-field = samma yrkesområde
not-judged = bedöms inte
judged-apart = bedöms i delar
ssyk-0 = Militära yrken
ssyk-1 = Chefsyrken
ssyk-2 = Yrken med krav på fördjupad högskolekompetens
ssyk-3 = Yrken med krav på högskolekompetens eller motsvarande
ssyk-4 = Yrken inom administration och kundtjänst
ssyk-5 = Service-, omsorgs- och försäljningsyrken
ssyk-6 = Yrken inom lantbruk, trädgård, skogsbruk och fiske
ssyk-7 = Yrken inom byggverksamhet och tillverkning
ssyk-8 = Yrken inom maskinell tillverkning och transport m.m.
ssyk-9 = Yrken med krav på kortare utbildning eller introduktion

## Samtalskorten

fields-in-brief-title = Yrkesområdena i korthet
fields-in-brief-caption =
    Anställda i { $region } efter Arbetsförmedlingens yrkesområden, { $period }{ $is_judged ->
        [judged] , och hur många av områdets yrken i Yrkesbarometern som har stora möjligheter till arbete
       *[not] { "" }
    }. Egen bearbetning.
cards-note-title = Det finns ett kort för varje yrkesområde
cards-note = Korten ligger i en egen fil och kan skrivas ut ett och ett. Så gör du dem: { $command }
part-use = Så använder ni korten
cards-use-title = Ett samtal i fem steg
cards-use-choose = Låt den som ska välja ta två eller tre kort: ett som lockar, och ett som hon eller han aldrig har tänkt på.
cards-use-read = Läs siffrorna tillsammans. Fråga först vad hon eller han tror, och titta sedan.
cards-use-limits = Läs vad siffrorna inte säger. Ofta är det det viktigaste.
cards-use-ask = Ställ frågan på kortet och vänta på svaret.
cards-use-next = Bestäm ett nästa steg: någon att fråga, något att läsa, någonstans att prova.
card-title = { $field }
card-employees-label = Arbetar i området
card-employees-value = { $value }
card-employees-detail = anställda { $period }, { $share } procent av alla
card-women-label = Kvinnor och män
card-women-value = { $value } %
card-women-detail = kvinnor; { $men } procent män
card-chances-label = Yrken med stora möjligheter
card-chances-value = { $value }
card-chances-detail = av { $judged } bedömda yrken, { $period }
card-ads-label = Annonser per 100 anställda
card-ads-value = { $value }
card-ads-detail = { $ads } annonser i Platsbanken { $period }
card-outlook =
    { $is_lean ->
        [good] De flesta yrkena har stora möjligheter till arbete i { $region }: { $large } av { $judged } bedömda ({ $period }). { $medium } har medelstora och { $small } små.
        [hard] De flesta yrkena har små möjligheter till arbete i { $region }: { $small } av { $judged } bedömda ({ $period }). { $medium } har medelstora och { $large } stora.
        [mixed] Möjligheterna till arbete i { $region } skiljer sig mellan yrkena: av { $judged } bedömda har { $large } stora, { $medium } medelstora och { $small } små ({ $period }).
       *[none] Arbetsförmedlingen bedömer inga yrken i området ({ $period }).
    }
card-balance =
    { $is_balance ->
        [even] Inom { $field } är kvinnor och män ungefär lika många i { $region }: { $women } procent kvinnor och { $men } procent män.
        [women] Inom { $field } är { IN_TEN($women) } kvinnor i { $region }: { $women } procent kvinnor och { $men } procent män. Så är det i dag; det kan bli annorlunda.
       *[men] Inom { $field } är { IN_TEN($men) } män i { $region }: { $men } procent män och { $women } procent kvinnor. Så är det i dag; det kan bli annorlunda.
    }
card-largest-title = De största yrkena inom { $field }
card-largest-caption = Anställda i { $region } { $period }, könsfördelning i procent, och Yrkesbarometerns bedömning: möjligheter nu och efterfrågan om fem år.
card-wider = Nära { $occupation } finns yrken som bedöms bättre: { $others }.
card-says-not-title = Det här säger siffrorna inte
card-says-not = Vad lönen är. Hur arbetet känns och vad det kräver av kroppen. Om du passar, eller om du trivs. En bedömning för länet bygger ofta på uppgifter för ett större område. Inom { $field } finns också yrken som är för små för att synas här.
card-question-title = En fråga att ställa
card-question =
    { $is_lean ->
        [good] Möjligheterna är goda i de flesta yrken inom { $field }. Vad skulle få dig att börja, och vad skulle få dig att stanna?
        [hard] Det är svårare att få jobb i de flesta yrken inom { $field }. Vad i arbetet är det som lockar, och var finns det mer av just det?
        [mixed] Det skiljer mycket mellan yrkena inom { $field }. Vilka av dem vet du något om, och vem kan du fråga om de andra?
       *[none] Vem känner du som arbetar i det här området? Vad skulle du vilja fråga?
    }
card-again-title = När det är dags att titta igen
card-again = Yrkesbarometern kommer två gånger om året, och mellan en femtedel och en fjärdedel av bedömningarna ändras varje gång. Anställda efter yrke kommer en gång om året. Titta igen inom { $field } före varje val.

## Klasser: myndigheternas egna ord, eller våra där deras är en kod

class-stora = stora
class-medelstora = medelstora
class-sma = små
class-oka = öka
class-vara-oforandrad = vara oförändrad
class-minska = minska
class-inte-minska = inte minska
class-inte-oka = inte öka
class-inga = inga
class-vi-vet-inte = vi vet inte
class-manga = många
class-varken-eller = varken eller
class-fa = få
class-for-lite-att-jamfora = för lite att jämföra
class-de-ar-overens = de är överens
class-brottet-i-registret-2023-var-stort-for-yrket = metodbytet 2023 var stort för yrket
class-liten-grupp-i-regionen = liten grupp i regionen
class-yrkesbarometern-bygger-pa-ett-storre-omrade = barometern bygger på ett större område
class-det-ar-okant-vilket-omrade-yrkesbarometern-bygger-pa = okänt område
class-var-utsikt-bygger-pa-ett-storre-omrade = vår utsikt bygger på ett större område
class-uppgifterna-ar-fran-olika-ar = uppgifterna är från olika år
class-annonser-och-bedomning-mater-olika-saker = annonser och bedömning mäter olika saker
class-laget-nu-och-fem-ar-fram-ar-olika-fragor = läget nu och om fem år är olika frågor
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
class-som-tal = som tal
class-administration--ekonomi--juridik = Administration, ekonomi, juridik
class-bygg-och-anlaggning = Bygg och anläggning
class-chefer-och-verksamhetsledare = Chefer och verksamhetsledare
class-data-it = Data/IT
class-forsaljning--inkop--marknadsforing = Försäljning, inköp, marknadsföring
class-hantverk = Hantverk
class-hantverksyrken = Hantverksyrken
class-hotell--restaurang--storhushall = Hotell, restaurang, storhushåll
class-halso--och-sjukvard = Hälso- och sjukvård
class-industriell-tillverkning = Industriell tillverkning
class-installation--drift--underhall = Installation, drift, underhåll
class-kropps--och-skonhetsvard = Kropps- och skönhetsvård
class-kultur--media--design = Kultur, media, design
class-militara-yrken = Militära yrken
class-naturbruk = Naturbruk
class-naturvetenskap = Naturvetenskap
class-naturvetenskapligt-arbete = Naturvetenskapligt arbete
class-pedagogik = Pedagogik
class-pedagogiskt-arbete = Pedagogiskt arbete
class-sanering-och-renhallning = Sanering och renhållning
class-socialt-arbete = Socialt arbete
class-sakerhet-och-bevakning = Säkerhet och bevakning
class-sakerhetsarbete = Säkerhetsarbete
class-tekniskt-arbete = Tekniskt arbete
class-transport = Transport
class-transport--distribution--lager = Transport, distribution, lager
class-yrken-med-social-inriktning = Yrken med social inriktning
class-yrken-med-teknisk-inriktning = Yrken med teknisk inriktning

## Tabellhuvuden

head-year = År
head-region = Region
head-kommun = Kommun
head-occupation = Yrke
head-field = Yrkesområde
head-education-field = Utbildningsområde
head-employed = Sysselsatta
head-employees = Anställda
head-pay = Månadslön, kronor
head-pay-women = Kvinnors lön
head-pay-men = Mäns lön
head-employees-women = Anställda kvinnor
head-employees-men = Anställda män
head-group = Grupp
head-employment-native = Arbete, inrikes födda
head-employment-foreign = Arbete, utrikes födda
head-unemployment-native = Arbetslösa, inrikes födda
head-unemployment-foreign = Arbetslösa, utrikes födda
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
head-chances = Möjligheter
head-chances-riket = Möjligheter i riket
head-demand = Efterfrågan om fem år
head-role = Stort eller nära
head-near = Nära på vilket sätt
head-change-n = Förändring på ett år
head-trend = Trend, procent
head-counties-large = Län med stora möjligheter
head-counties-growing = Län där efterfrågan ökar
head-lowest-kommun = Lägst
head-lowest-share = Procent
head-highest-kommun = Högst
head-highest-share = Procent
head-share = Procent
head-judged = Bedömda yrken
head-judged-large = Stora möjligheter
head-employees-or-expected = Anställda, framåt väntat antal
head-expected = Väntat antal
head-lower-80 = Brett: lägst
head-upper-80 = Brett: högst
head-lower-50 = Smalt: lägst
head-upper-50 = Smalt: högst
head-fa-region = FA-region
head-employees-estimated = Anställda, uppskattat
head-expected-pct = Väntat
head-lower-pct = Lägst
head-upper-pct = Högst
head-counties-missing = Län som saknas
head-says = Väntas
head-leaving-by-age = Slutar av åldersskäl
head-growth = Yrket ändras
head-openings = Platser att fylla
head-openings-lower = Lägst
head-openings-upper = Högst
head-graduates = Tog examen
head-licensed = Jämfört
head-own = Vår utsikt lutar åt att
head-barometer-later = Barometern om fem år
head-barometer-now = Barometern nu
head-ads-per-100 = Annonser per 100 anställda
head-reason = Troligaste orsak
head-old-outlook = Utsikt
head-cases = Bedömningar
head-direction = Rätt, procent
head-direction-lower = Lägst
head-direction-upper = Högst
head-leaving = Väntas sluta inom fem år
head-leaving-pct = Andel, procent
head-aged-60 = 60 år eller äldre, procent
head-per-100 = Annonser per 100 anställda
head-ads = Annonser
head-fully = Arbetar inom området, procent
head-margin = Felmarginal, plus eller minus
head-half-year = Arbete inom sex månader, procent
head-education = Utbildning enligt Arbetsförmedlingen
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
head-programme = Program
head-study-form = Studieform
head-degree = Examen
head-measure = Mått
head-county = Länet

head-period = Period
head-number = Tal
head-before = Förut
head-now = Nu
head-change = Ändring
head-part-new-period = Ny period
head-part-revised = Reviderat
head-part-definition = Ny definition
head-part-noise = Brus
head-part-method = Vår metod

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
page-see-source = se källa{ " " }{ $n }
page-source = Källa { $n }
page-sources = Källor
page-table = Tabell { $n }
page-unit = Enhet
page-updated = Uppdaterad av myndigheten
page-values = { $n } värden
page-via-public-copy = via offentlig kopia

## Diagrammens textalternativ
## Värden kommer som diagrammet skriver dem. $subject säger vad de är, med enhet, plats och period.
## Fler namn än tre blir ”A, B och C och 4 till”.

chart-names = { $names } och { $more } till
chart-bars = Liggande staplar: { $subject }.
chart-columns = Stående staplar: { $subject }.
chart-stacked = Staplade liggande staplar: { $subject }.
chart-dots = Punktdiagram för { $series }: { $subject }.
chart-dumbbell = Punktpar för { $first } och { $second }: { $subject }.
chart-lines = Linjediagram: { $subject }.
chart-fan = Linje med osäkerhetsband: { $subject }.
chart-slopes = Lutningsdiagram från { $before } till { $after }: { $subject }.
chart-multiples = { $count } små linjediagram på samma skala: { $subject }.
chart-map = Karta: { $subject }.
chart-balance = Staplar rygg mot rygg, ”{ $openings }” till vänster och ”{ $places }” till höger: { $subject }.

chart-range = Från { $low } ({ $lowest }) till { $high } ({ $highest }).
chart-alike = Värdet är detsamma i alla: { $value }.
chart-only = { $name }: { $value }.
chart-about = { $name } har { $value }.
chart-gaps = { $names }: { $text }.
chart-above-mark = { $count } av { $total } ligger över strecken: { $mark }.
chart-trend-up = { $name }: ökar från { $first } ({ $since }) till { $last } ({ $until }).
chart-trend-down = { $name }: minskar från { $first } ({ $since }) till { $last } ({ $until }).
chart-trend-same = { $name }: i stort sett oförändrat, { $first } ({ $since }) och { $last } ({ $until }).
chart-course-up = Ökar från { $first } ({ $since }) till { $last } ({ $until }).
chart-course-down = Minskar från { $first } ({ $since }) till { $last } ({ $until }).
chart-course-same = I stort sett oförändrat, { $first } ({ $since }) och { $last } ({ $until }).
chart-peak = Högst däremellan: { $value } ({ $when }).
chart-trough = Lägst däremellan: { $value } ({ $when }).
chart-breaks = Brott i serien: { $breaks }.
chart-part = { $name }, { $part }: { $value }.
chart-first-part = { $part }, alla rader:
chart-furthest = Störst avstånd mellan grupperna: { $names }.
chart-ahead = { $first } ligger högst i { $count } av { $total } rader.
chart-widest = Störst skillnad: { $name }, { $first } { $first_value } och { $second } { $second_value }.
chart-narrowest = Minst skillnad: { $name }, { $first } { $first_value } och { $second } { $second_value }.
chart-expected = Väntas bli { $value } ({ $when }).
chart-band = { $name }: mellan { $low } och { $high } ({ $when }).
chart-unknown = Utsikter: { $unknown }.
chart-ways = Av { $total }: { $up } ökar, { $down } minskar, { $same } i stort sett oförändrat.
chart-steepest-up = Störst ökning: { $name }, från { $before } till { $after }.
chart-steepest-down = Störst minskning: { $name }, från { $before } till { $after }.
chart-from-to = { $name }: från { $before } till { $after }.
chart-ways-since = Sedan { $when }, av { $total }: { $up } ökar, { $down } minskar, { $same } i stort sett oförändrat.
chart-in-period = Värden för { $when }:
chart-more-openings = Den vänstra stapeln är längst i { $count } av { $total } rader.
chart-most-openings = Störst övervikt till vänster: { $name }, { $openings } mot { $places }.
chart-most-places = Störst övervikt till höger: { $name }, { $openings } mot { $places }.
