edition-tag = sv-SE
### Lätt svenska: korta meningar, vanliga ord, svåra ord förklarade. Samma tal i samma luckor som i sv.ftl.
### Det som inte står här står som i sv.ftl.

edition-name = Lätt svenska

## Dokumentet

title-county = Jobben i { $region }
title-municipality = { $region } och jobben
title-area = Jobben i { $region }
title-cards = Kort att prata om: { $region }
subtitle-county = Till dig som ska välja yrke. På lätt svenska.
subtitle-municipality = Till dig som ska välja yrke. På lätt svenska.
subtitle-area = Till dig som ska välja yrke. På lätt svenska.
subtitle-occupation = Ett yrke: var det finns och vilka som jobbar med det. På lätt svenska.
subtitle-cards = Ett kort för varje område. På lätt svenska.
no-value = siffra saknas
in-ten =
    { $is_near ->
        [just-under] nästan { $count } av { $base }
        [just-over] lite mer än { $count } av { $base }
       *[about] { $count } av { $base }
    }
riket = Hela Sverige
period-term =
    { $is_term ->
        [spring] våren { $year }
       *[autumn] hösten { $year }
    }
more-to-fetch-title = Det finns mer att hämta
more-to-fetch-between = { ". " }
more-to-fetch-text = Det här står inte med: { $what }. De siffrorna är inte hämtade än. Den som gör texten kan hämta dem så här: { $command }.
missing-title = Siffror saknas
missing-text =
    Här ska det stå om { $what }. Men vi har inte siffror för { $region }. { $is_filled ->
        [by-fetching] De finns i { $tables }. Så hämtar du dem: { $command }. Gör sedan om texten.
        [by-file] De finns i { $tables }. Spara filen från { $page }. Skriv sedan { $command }. Gör om texten.
        [by-table] De finns i { $tables }. Programmet kan inte hämta dem än.
       *[unknown] Vi vet för lite.
    }
old-title = Gammal siffra
old-text = Siffran om { $what } är från { $period }. Den är gammal. Det kan ha ändrats sedan dess.
old-employed = hur många som jobbar
old-unemployment = hur många som söker jobb
old-cohorts = unga och äldre
old-workforce = yrkena

region-country = Hela Sverige

scope-region = Plats
scope-data = Siffrorna är från
scope-retrieved = Vi hämtade dem
scope-built = Vi skrev det här
scope-data-text = { $first } till { $last }. Det är olika för olika siffror.
scope-retrieved-copy-text = { $date }, från kopior av öppna data

## Delar

part-summary = Det viktigaste
part-work = Var jobben finns
part-outlook = Så ser det ut för olika yrken
part-education = Vägar till ett yrke
part-after = Efter utbildningen
part-young = Unga
part-equality = Kvinnor och män
part-questions = Områden att prata om
part-market = Jobben omkring
part-people = De som jobbar med yrket
part-related = Andra yrken som liknar
part-use = Så gör ni
part-changes = Det här har ändrats
part-certainty = Kan du lita på siffrorna?

## Det som saknas

what-key-figures = de viktigaste siffrorna
what-main-points = det viktigaste
what-age-of-figures = hur gamla siffrorna är
what-occupation-ahead = hur många som väntas jobba med yrket
what-employed = hur många som jobbar i { $region }
what-employed-trend = hur det går med antalet som jobbar
what-unemployment = hur många som är arbetslösa
what-vacancies = lediga jobb
what-typical-occupations = yrken som är vanliga just i { $region }
what-barometer-counts = hur lätt det är att få jobb
what-barometer-growing = yrken där det är lätt att få jobb
what-barometer-differs = yrken där { $region } inte är som hela Sverige
what-employed-ahead = hur många som väntas jobba i { $region }
what-employed-beside = hur det går med jobben i varje län
what-unemployment-area = hur många som är arbetslösa i varje län
what-unemployment-ahead = hur många som blir arbetslösa
what-within-reach = hur många som jobbar där du kan åka till jobbet
what-fa-regions = hur många som jobbar i FA-regionerna
what-own-outlook = hur många som kan jobba i yrket om fem år
what-openings = hur många nya som kan behövas
what-disagreement = yrken där svaren är olika
what-hindsight = hur ofta gamla gissningar var rätt
what-replacement = hur många som slutar för att de blir gamla
what-advertisements = hur ofta jobb annonseras
what-vocational-places = platser på yrkeshögskolan
what-attainment = hur länge de som bor i { $region } har studerat
what-ways-in = utbildningar som leder till yrken
what-after-vocational = vad som händer efter yrkeshögskolan
what-higher-starts = hur många som börjar på högskola
what-cohorts = unga och äldre
what-gymnasium-offers = gymnasieprogram i { $region }
what-education-events = utbildningar som startar i { $region }
what-vocational-programmes = program på yrkeshögskolan
what-after-higher = vad som händer efter högskolan
what-licensed = hur många som utbildas till yrken med legitimation
what-after-gymnasium = vad som händer efter gymnasiet
what-newcomers-figures = hur det går för dem som är nya i Sverige
what-young-outside = unga som inte jobbar och inte pluggar
what-population = hur gamla de som bor här är
what-eligibility = hur många som kommer in på ett yrkesprogram
what-eligibility-map = en karta över kommunerna
what-wider-choices = andra yrken där det ser bättre ut
what-side-by-side = länen bredvid varandra
what-common-outlook = yrken där det är lätt att få jobb i alla län
what-eligibility-beside = vilka som kan söka ett yrkesprogram
what-occupation-outlook = hur lätt det är att få jobb i yrket
what-occupation-ads = annonser i yrket
what-occupation-ages = hur gamla de som jobbar är
what-occupation-replacement = hur många som slutar
what-occupation-wages = lönen i yrket
what-occupation-group-wages = lönen i yrket
what-occupation-wage-spread = lönen i yrket
what-born-abroad = jobb för dem som är födda i Sverige och i andra länder
what-occupation-education = utbildning för yrket
what-related-occupations = yrken som liknar
what-changes = vad som har ändrats
what-certainty = hur säkra siffrorna är
what-more-to-fetch = mer som går att hämta

## Det viktigaste

key-eligibility-label = Kan söka ett yrkesprogram
key-eligibility-detail = procent av dem som slutade nian i { $region }, { $period }
key-employed-label = Jobbar i { $region }
key-employed-detail = personer i { $period }. { $change } procent på ett år
key-unemployment-label = Arbetslösa i { $region }
key-unemployment-detail = i { $period }, 20–64 år. Hela Sverige: { $country }{ "\u00A0" }%
key-barometer-label = Yrken med lätt att få jobb
key-barometer-detail = det är { IN_TEN($share) } yrken i { $region } ({ $share } procent), { $period }
key-cohorts-label = Unga för varje 100 äldre
key-cohorts-detail = 10–19 år mot 60–69 år i { $region }, { $period }

point-employed =
    { $level } personer jobbade i { $region } i { $period }. { $is_direction ->
        [up] Det var ungefär { $change } fler än året före.
        [down] Det var ungefär { $change } färre än året före.
       *[same] Det var nästan lika många som året före.
    } { $is_country ->
        [up] I hela Sverige blev det { $country } procent fler.
        [down] I hela Sverige blev det { $country } procent färre.
       *[same] I hela Sverige var det nästan lika många.
    }
point-unemployment =
    { $rate } procent var arbetslösa i { $region } i { $period }. Arbetslös är den som vill ha ett jobb men inte har det. { $is_comparison ->
        [higher] I hela Sverige var det färre: { $country } procent.
        [lower] I hela Sverige var det fler: { $country } procent.
       *[same] I hela Sverige var det ungefär lika många: { $country } procent.
    }
point-barometer =
    I { $large } { PLURAL($large) ->
        [one] yrke
       *[other] yrken
    } är det lätt att få jobb i { $region }. I { $small } är det svårt. Det tror Arbetsförmedlingen ({ $period }).
point-replacement = Många som jobbar blir äldre och slutar. Här är några yrken i { $region } där många slutar: { $occupations }. Ett exempel: { $first }. De är ungefär { $employees }. Om fem år väntas ungefär { $leaving } av dem ha slutat.
point-cohorts =
    { $is_comparison ->
        [higher] Det finns fler unga än äldre i { $region }.
        [lower] Det finns färre unga än äldre i { $region }.
       *[same] Det finns ungefär lika många unga som äldre i { $region }.
    } För varje 100 personer mellan 60 och 69 år finns det { $ratio } mellan 10 och 19 år ({ $period }).

## Var jobben finns

employed-title =
    { $is_direction ->
        [up] { $change } procent fler jobbade i { $region } i { $period } än året före
        [down] { $change } procent färre jobbade i { $region } i { $period } än året före
       *[same] Nästan lika många jobbade i { $region } i { $period } som året före
    }
employed-subject = hur många som jobbar i { $region } i { MONTH($period) } varje år
employed-caption = Så många i åldern 15–74 år jobbar i { $region } i { MONTH($period) } { $first }–{ YEAR($period) }. De sista siffrorna kan ändras lite.
employed-trend =
    { $is_direction ->
        [up] Fler och fler jobbar i { $region }. De sista tolv månaderna var de i snitt { $trend } procent fler än de tolv månaderna före.
        [down] Färre och färre jobbar i { $region }. De sista tolv månaderna var de i snitt { $trend } procent färre än de tolv månaderna före.
       *[same] Nästan lika många jobbar i { $region } de sista tolv månaderna som de tolv månaderna före.
    } { $is_country ->
        [up] I hela Sverige var de { $country } procent fler.
        [down] I hela Sverige var de { $country } procent färre.
       *[same] I hela Sverige var de nästan lika många.
    }
vacancies =
    { $is_against ->
        [higher] För varje 100 jobb i { $region } var { $rate } lediga ({ $period }). Det är fler än i hela Sverige ({ $country }).
        [lower] För varje 100 jobb i { $region } var { $rate } lediga ({ $period }). Det är färre än i hela Sverige ({ $country }).
        [same] För varje 100 jobb i { $region } var { $rate } lediga ({ $period }). Det är ungefär som i hela Sverige ({ $country }).
       *[unknown] För varje 100 jobb i { $region } var { $rate } lediga ({ $period }).
    } { $is_year ->
        [higher] Det är fler än året före ({ $before }).
        [lower] Det är färre än året före ({ $before }).
        [same] Det är ungefär som året före ({ $before }).
       *[unknown] Vi vet inte hur det var året före.
    } SCB frågar bara en del av alla som anställer. Därför kan siffran vara fel med { $margin } åt båda hållen.
unemployment-title =
    { $rate } procent var arbetslösa i { $region } i { $period }. { $is_comparison ->
        [higher] Det är fler än i hela Sverige
        [lower] Det är färre än i hela Sverige
       *[same] Det är ungefär som i hela Sverige
    }
unemployment-subject = hur många procent som är arbetslösa, { $period }
unemployment-caption = Så många procent var arbetslösa, 20–64 år, { $period }.

unemployment-area-title =
    { $is_spread ->
        [same] I alla län i { $region } är ungefär lika många arbetslösa: { $low } till { $high } procent ({ $period })
       *[higher] { $low } procent är arbetslösa i { $lowest } och { $high } procent i { $highest } ({ $period })
    }
unemployment-area-subject = hur många procent som är arbetslösa i varje län
unemployment-area-caption = Så många procent var arbetslösa, 20–64 år, { $before } och { $period }. Varje län har sin egen siffra.

workforce = { $employees } personer var anställda i { $region } år { $period }. Anställd är den som har ett jobb och får lön. De tio största yrkena hade { IN_TEN($top_ten) } av dem ({ $top_ten } procent).
largest-occupations-title =
    { $is_lead ->
        [same] De största yrkena är { $both }. De är nästan lika stora: { $first_value } och { $second_value } personer
       *[up] Det största yrket är { $first }, { $first_value } personer
    }
largest-occupations-caption = De { $count } största yrkena i { $region } år { $period }. Talet sist visar hur vanligt yrket är här. Är det mer än 1 är yrket vanligare i { $region } än i hela Sverige.
breaks-title = Läs talen för olika år på rätt sätt
occupation-breaks = Yrken räknas på ett nytt sätt sedan 2020 och 2023. { $breaks } Därför visar vi inte hur mycket som ändrades mellan 2022 och 2023.
break-yreg-2020 = Talen kommer från en ny källa som heter BAS.
break-yreg-2023 = Nu räknas alla mellan 16 och 69 år. Yrken som saknades har räknats fram.
typical-occupations-title = De här yrkena är extra vanliga i { $region }: { $occupations }
typical-mark = Som i hela Sverige (1)
typical-occupations-subject = hur många gånger så vanligt yrket är i { $region } som i hela Sverige, { $period }
typical-occupations-caption = Så mycket vanligare är yrket i { $region } än i hela Sverige, { $period }. Bara yrken med minst { $fewest } personer. Vi har räknat själva.
typical-occupations-grid = Yrken som är extra vanliga i { $region }, { $period }. 2 betyder dubbelt så vanligt som i hela Sverige.
women-and-men =
    { $is_half ->
        [minority] I många yrken jobbar mest kvinnor eller mest män. I { $region } hade { IN_TEN($balanced) } ({ $balanced } procent) ett yrke med både kvinnor och män { $period }. Då är minst 4 av 10 kvinnor och minst 4 av 10 män. Alla yrken är öppna för alla.
        [about] Ungefär hälften jobbar i yrken med både kvinnor och män. I { $region } var det { IN_TEN($balanced) } ({ $balanced } procent) { $period }. Då är minst 4 av 10 kvinnor och minst 4 av 10 män. Alla yrken är öppna för alla.
       *[majority] De flesta jobbar i yrken med både kvinnor och män. I { $region } var det { IN_TEN($balanced) } ({ $balanced } procent) { $period }. Då är minst 4 av 10 kvinnor och minst 4 av 10 män. Alla yrken är öppna för alla.
    }

## Född i Sverige och i andra länder

born-native = Födda i Sverige
born-foreign = Födda i andra länder
born-abroad-title =
    { $is_work ->
        [higher] Fler av dem som är födda i andra länder har jobb i { $region }: { $foreign } procent. Av dem som är födda i Sverige är det { $native } procent
        [lower] Färre av dem som är födda i andra länder har jobb i { $region }: { $foreign } procent. Av dem som är födda i Sverige är det { $native } procent
       *[same] I { $region } har ungefär lika många jobb: { $foreign } procent av dem som är födda i andra länder. { $native } procent av dem som är födda i Sverige
    }
born-abroad-subject = hur många som har jobb, 20–64 år, i { $region } och hela Sverige, { $period }, procent
born-abroad-caption = Hur många procent som har jobb i { $region } och i hela Sverige. Hur många procent som är arbetslösa. 20–64 år, { $period }. Siffrorna kan ändras lite.
born-abroad-drawn = Hur många procent som har jobb i { $region } och i hela Sverige. 20–64 år, { $period }. Siffrorna kan ändras lite. I tabellen ser du också hur många som är arbetslösa.
born-abroad-points =
    Av dem som är födda i andra länder { $is_foreign ->
        [higher] har en större del av kvinnorna än av männen jobb
        [lower] har en större del av männen än av kvinnorna jobb
       *[same] har en ungefär lika stor del av kvinnorna och av männen jobb
    }. Av dem som är födda i Sverige { $is_native ->
        [higher] har en större del av kvinnorna än av männen jobb
        [lower] har en större del av männen än av kvinnorna jobb
       *[same] är det ungefär lika för kvinnor och män
    }. Den som söker jobb men inte har något är arbetslös. Det är { $foreign } procent av dem som är födda i andra länder. Det är { $is_unemployment ->
        [higher] fler än av dem som är födda i Sverige ({ $native } procent)
        [lower] färre än av dem som är födda i Sverige ({ $native } procent)
       *[same] ungefär som för dem som är födda i Sverige ({ $native } procent)
    }. Så är det nu. Det säger inte vad en person kan.

## Yrken

chances-0 = Lätt
chances-1 = Varken lätt eller svårt
chances-2 = Svårt
barometer-counts-title =
    { PLURAL($large) ->
        [one] I { $large } yrke
       *[other] I { $large } yrken
    } är det lätt att få jobb i { $region }. I hela Sverige är det { $country }
barometer-counts-subject = hur många yrken där det är lätt eller svårt att få jobb, { $period }
barometer-counts-area-title = I länen är det lätt att få jobb i { $low } till { $high } yrken. I hela Sverige är det { $country }
barometer-counts-caption = Antal yrken, { $period }.
barometer-growing-title =
    { PLURAL($count) ->
        [one] I { $count } yrke
       *[other] I { $count } yrken
    } är det lätt att få jobb i { $region }, och det väntas bli fler jobb
barometer-growing-caption = I de här yrkena är det lätt att få jobb i { $region }. De väntas också bli fler om fem år ({ $period }). Du ser också hur det är i hela Sverige ({ $latest }).
barometer-level-title = Gäller det just här?
barometer-level =
    { $is_known ->
        [yes] Inte alltid. Ofta vet man mest om flera län eller om hela landet ({ $period }). Titta i rutan längst till höger.
       *[no] Inte alltid. Ofta vet man mest om flera län eller om hela landet ({ $period }). Fråga också någon som jobbar med yrket i { $region }.
    }
barometer-words-title = Så läser du orden
barometer-words = Brist: det är svårt att hitta folk som kan jobbet. Överskott: fler söker jobb än det finns jobb. Balans: det är lagom många. Paradox: det saknas folk fast det finns arbetslösa. Orden säger inget om lönen. De säger inte heller hur det är att jobba där.
barometer-differs-title =
    Vi tittade på { $compared } yrken. I { $better } är det lättare att få jobb i { $region } än i hela Sverige. I { $worse } är det svårare
barometer-differs-caption = Yrken där det inte är lika lätt i { $region } som i hela Sverige ({ $period }). Först de yrken där det är lättare.
employed-ahead = I { $near } jobbar nog ungefär { $near_expected } personer i { $region }. Det kan bli { $near_lower } till { $near_upper }. { $near_says } I { $far } är det nog ungefär { $far_expected }. Det kan bli { $far_lower } till { $far_upper }. { $far_says } Det ska bli rätt 8 gånger av 10. När vi provade var det { $near_held } och { $far_held } procent. Vi har räknat själva.
employed-ahead-says =
    { $is_ahead ->
        [up] Det är fler än året före.
        [not-down] Det är lika många som året före, eller fler.
        [same] Det är ungefär lika många som året före.
        [not-up] Det är lika många som året före, eller färre.
        [down] Det är färre än året före.
       *[unknown] Vi vet inte om det är fler eller färre än året före.
    }
unemployment-ahead = I { $near } är nog ungefär { $near_expected } procent arbetslösa i { $region }. Det kan bli { $near_lower } till { $near_upper }. { $near_says } I { $far } är det nog { $far_expected } procent. Det kan bli { $far_lower } till { $far_upper }. { $far_says } Det ska bli rätt 8 gånger av 10. När vi provade var det { $near_held } och { $far_held } procent. Vi har räknat själva.
unemployment-ahead-says =
    { $is_ahead ->
        [up] Det är mer än året före.
        [not-down] Det är lika mycket som året före, eller mer.
        [same] Det är ungefär som året före.
        [not-up] Det är lika mycket som året före, eller mindre.
        [down] Det är mindre än året före.
       *[unknown] Vi vet inte om det är mer eller mindre än året före.
    }
within-reach-title =
    { $is_ahead ->
        [up] Fler jobbar nog i { $place } { $target } än { $period }
        [not-down] Lika många eller fler jobbar nog i { $place } { $target } som { $period }
        [same] Ungefär lika många jobbar nog i { $place } { $target } som { $period }
        [not-up] Lika många eller färre jobbar nog i { $place } { $target } som { $period }
        [down] Färre jobbar nog i { $place } { $target } än { $period }
       *[unknown] Vi vet inte om fler eller färre jobbar i { $place } { $target }
    }
reach-around = { $region } och länen bredvid
within-reach-caption =
    Du kan bo i { $region } och jobba på en annan plats. Så många procent fler eller färre jobbar där { $target } än { $period }. I länen ska det bli rätt ungefär 8 gånger av 10. { $is_basis ->
        [commuting] Vi räknar med hur många som åker till jobbet i varje län.
       *[shares] Vi har räknat ut det av hela län. Vi vet inte hur många som åker till jobbet. En FA-region är ett område där många åker till jobbet.
    } Vi har siffror för { $covered } procent av jobben i { $market }. Vi har räknat själva.
fa-regions-title =
    { $is_known ->
        [none] Vi vet inte om fler eller färre jobbar i någon av de { $count } FA-regionerna { $target }
        [few] För de flesta av de { $count } FA-regionerna vet vi inte om fler eller färre jobbar där { $target }
        [most] För några av de { $count } FA-regionerna vet vi inte om fler eller färre jobbar där { $target }
       *[all] De { $count } FA-regionerna: vi tror att vi vet hur det går till { $target }
    }
fa-regions-caption =
    En FA-region är ett område där många åker till jobbet. De här finns i { $region }. Så många procent fler eller färre jobbar där { $target } än { $period }. I länen ska det bli rätt ungefär 8 gånger av 10. { $is_basis ->
        [commuting] Vi räknar med hur många som åker till jobbet i varje län.
       *[shares] Vi har räknat ut det av hela län. Vi vet inte hur många som åker till jobbet.
    } Ingen uppgift: vi har siffror för för få av jobben. Vi har räknat själva.
own-outlook-title =
    { $is_known ->
        [none] De { $count } största yrkena: vi vet inte om de blir större eller mindre till { $target }
        [few] De { $count } största yrkena: för de flesta vet vi inte om de blir större eller mindre till { $target }
        [most] De { $count } största yrkena: för några vet vi inte om de blir större eller mindre till { $target }
       *[all] De { $count } största yrkena: vi tror att vi vet hur det går till { $target }
    }
own-outlook-caption = Så många jobbade { $period } i { $region }, och så många väntas jobba { $target }. Ingen vet säkert. Brett: det blir rätt ungefär 8 gånger av 10. När vi provade var det { $held_80 } procent. Smalt: det blir rätt ungefär 5 gånger av 10. När vi provade var det { $held_50 } procent. Yrkena är de { $count } största. Vi har räknat själva.
own-outlook-none-title = Vi gissar inte om små yrken
own-outlook-none = Inget yrke i { $region } har minst { $fewest } personer. I små yrken kan några få ändra mycket. Därför säger vi inget om hur många de blir.
own-outlook-how-title = Så har vi räknat
own-outlook-how =
    { $is_method ->
        [unchanged] Inget sätt att räkna var bättre än att gissa att inget ändras. Därför visar vi samma antal.
       *[better] Vi provade flera sätt på gamla år. Vi valde det som var minst fel. Felet blev { $relative } gånger så stort som om vi gissar att inget ändras. SCB har bytt sätt att räkna. Räknar vi med det blir felet { $published } gånger så stort.
    } ”Vi vet inte” betyder att det kan bli både fler och färre. Eller så har vi haft rätt för sällan, mindre än { $seldom } procent. Vi räknar inte på yrken med färre än { $fewest } personer. Titta mest på det breda.
openings-title = Det kan behövas ungefär { $openings } nya { $occupation } till { $target }. Det kan också bli { $lower } till { $upper }
openings-caption = Så många nya kan behövas i { $region } till { $target }. Några slutar för att de blir gamla. Yrket kan också bli större eller mindre. Bara yrken med minst { $fewest } personer. Minus betyder att yrket kan bli mycket mindre. Vi har använt åldrarna i hela Sverige. Vi har räknat själva.
disagreement-title = De säger mest olika om ”{ $first }”
disagreement-caption = Stora yrken i { $region } (minst { $fewest } personer) där svaren är olika. Vi har räknat fram till { $target }. Yrkesbarometern är vad Arbetsförmedlingen tror. Okänt område betyder att vi inte vet vilken plats det gäller. Fråga alltid fler. Vi har räknat själva.
replacement-title = Ungefär { $first_value } av { $employees } { $occupation } slutar nog inom fem år
replacement-subject = hur många i { $region } som slutar inom fem år för att de blir gamla
replacement-caption = Så många som jobbade { $period } i { $region } slutar nog inom fem år för att de blir gamla. Bara yrken med minst { $fewest } personer. Vi har räknat själva och använt åldrarna i hela Sverige.
replacement-oldest = Ett av de yrken där störst del slutar är { $occupation }: { IN_TEN($share) } ({ $share } procent) inom fem år. När någon slutar kan någon ny behövas. Men det är inte säkert.
advertisements-title = I de här stora yrkena är det många annonser: { $occupations }
advertisements-subject = annonser för varje 100 som jobbar i { $region }, { $period }
advertisements-caption = Annonser i Platsbanken { $period } för varje 100 som jobbar i yrket, { $region }. Bara yrken med minst { $fewest } personer. Alla jobb har inte en annons. Vi har räknat själva.
advertisements-grid = Annonser i Platsbanken för varje 100 som jobbar i yrket, { $region }, { $period }.

## Vägar till ett yrke och unga

vocational-places-title =
    { $is_lead ->
        [shared] Flest nya platser på yrkeshögskolan, { $first_value } var, finns inom ”{ $first }” och ”{ $second }”
       *[alone] Flest nya platser på yrkeshögskolan, { $first_value }, finns inom ”{ $first }”
    }
vocational-places-subject = nya platser på yrkeshögskolan i { $region }, { $period }
vocational-places-caption = Nya platser på yrkeshögskolan i { $region } år { $period }. På yrkeshögskolan lär du dig ett yrke efter gymnasiet.
places-note-title = Det finns fler platser
places-note = Här är bara ett år. Många kurser började tidigare. Titta på yrkeshogskolan.se. Där finns alla.
ways-in-title = Arbetsförmedlingen har en utbildning för { $linked } av { $groups } grupper av yrken
ways-in-caption = De största av dem i { $region }, { $period }. Listan är från { $linked_in }. Den säger vilken utbildning som hör ihop med yrket. Den säger inte vad en arbetsgivare kräver. Det finns vägar till de andra yrkena också. Börja på utbildningsguiden.se.
occupation-education = Arbetsförmedlingen säger att ”{ $education }” är en utbildning för yrket. Den listan finns för { $linked } av { $groups } grupper av yrken. Den säger inte vad en arbetsgivare kräver.
occupation-no-education = Arbetsförmedlingen har ingen utbildning för yrket i sin lista. Listan har bara { $linked } av { $groups } grupper av yrken. Det kan ändå finnas en utbildning.
after-vocational-work =
    I hela landet hade { IN_TEN($total) } ({ $total } procent) jobb ett halvår efter yrkeshögskolan, { $period }. { $is_change ->
        [higher] Det är fler än året före. Då var det { $total_before } procent.
        [lower] Det är färre än året före. Då var det { $total_before } procent.
       *[same] Det är ungefär som året före. Då var det { $total_before } procent.
    }
after-vocational-title =
    { $is_spread ->
        [higher] { $first_value } procent jobbar inom sitt område efter ”{ $first }”. Efter ”{ $last }” är det { $last_value } procent
        [alone] Efter ”{ $first }” jobbar { $first_value } procent inom området
       *[same] Ungefär lika många jobbar inom sitt område: { $first_value } procent efter ”{ $first }”, { $last_value } procent efter ”{ $last }”
    }
after-vocational-caption =
    Så många procent jobbar med det de lärde sig, av dem som har jobb. Så många fick jobb inom ett halvår. { $is_here ->
        [here] Tabellen visar områden med nya platser i { $region }. Men svaren gäller hela landet, { $period }.
       *[everywhere] Svaren gäller hela landet, { $period }.
    } Alla svarade inte på frågorna. Felmarginalen visar hur mycket siffran kan vara fel.
attainment =
    { $is_comparison ->
        [higher] I { $region } har { IN_TEN($share) } ({ $share } procent) studerat minst tre år efter gymnasiet. Det är fler än i hela Sverige ({ $country } procent).
        [lower] I { $region } har { IN_TEN($share) } ({ $share } procent) studerat minst tre år efter gymnasiet. Det är färre än i hela Sverige ({ $country } procent).
       *[same] I { $region } har { IN_TEN($share) } ({ $share } procent) studerat minst tre år efter gymnasiet. Det är ungefär som i hela Sverige ({ $country } procent).
    } { $is_gap ->
        [higher] Fler kvinnor ({ $women } procent) än män ({ $men } procent) har gjort det.
        [lower] Fler män ({ $men } procent) än kvinnor ({ $women } procent) har gjort det.
       *[same] Ungefär lika många kvinnor ({ $women } procent) som män ({ $men } procent) har gjort det.
    } { $short } procent har bara grundskola. För { $unknown } procent vet man inte. De kan ha studerat i ett annat land. Siffrorna gäller dem som är 25–64 år, { $period }.
higher-starts =
    Några slutade gymnasiet i { $region } { $period }. { $women } procent av kvinnorna och { $men } procent av männen började på högskola inom tre år. { $is_gap ->
        [higher] Det är vanligare bland kvinnor.
        [lower] Det är vanligare bland män.
       *[same] Det är ungefär lika vanligt.
    } { $is_women ->
        [higher] I hela Sverige är det färre kvinnor ({ $country_women } procent).
        [lower] I hela Sverige är det fler kvinnor ({ $country_women } procent).
       *[same] I hela Sverige är det ungefär lika många kvinnor ({ $country_women } procent).
    } { $is_men ->
        [higher] Det är färre män ({ $country_men } procent).
        [lower] Det är fler män ({ $country_men } procent).
       *[same] Det är ungefär lika många män ({ $country_men } procent).
    } En del går i stället på yrkeshögskola. De är inte med här.
cohorts-title =
    { $is_comparison ->
        [higher] Det finns fler unga än äldre: { $ratio } mot 100
        [lower] Det finns färre unga än äldre: { $ratio } mot 100
       *[same] Det finns ungefär lika många unga som äldre: { $ratio } mot 100
    }
cohorts-subject = hur många som är 10–19 år för varje 100 som är 60–69 år, { $period }
cohorts-caption = Personer 10–19 år för varje 100 personer 60–69 år, { $period }. En del flyttar, och en del jobbar när de är äldre. Det syns inte här. Vi har räknat själva.
cohorts-area-title =
    { $is_spread ->
        [same] Länen i { $region } har ungefär lika många unga mot 100 äldre: { $low } till { $high }
       *[higher] I länen finns det { $low } till { $high } unga mot 100 äldre
    }
cohorts-area-subject = hur många som är 10–19 år för varje 100 som är 60–69 år, { $period }
cohorts-area-caption = Personer 10–19 år för varje 100 personer 60–69 år, { $period }, i länen i { $region }. En del flyttar, och en del jobbar när de är äldre. Det syns inte här. Vi har räknat själva.
population-title =
    { $is_lead ->
        [shared] Flest i { $region } är { $age } och { $next_age }. De är nästan lika många: { $size } och { $next_size } personer
       *[alone] Flest i { $region } är { $age }, { $size } personer
    }
population-subject = hur många som bor i { $region } i olika åldrar, { $period }
population-caption = Så många bor i { $region } i olika åldrar, { $period }.
eligibility-map-title =
    { $is_top ->
        [nearly-all] Lägst siffra har { $lowest }: { $low } procent kan söka ett yrkesprogram. Nästan alla kan söka i { $nearly_all }
       *[share] Lägst siffra har { $lowest }: { $low } procent kan söka ett yrkesprogram. Högst har { $highest }: { $high } procent
    }
eligibility-map-caption = Så många procent kan söka ett yrkesprogram i kommunerna i { $region }, { $period }. Mörk färg betyder fler. Gränserna är från SCB.
eligibility-title =
    { $is_top ->
        [nearly-all] Mellan { $low } procent och nästan alla i nian kan söka ett yrkesprogram. Det är olika i olika kommuner
       *[share] Mellan { $low } och { $high } procent i nian kan söka ett yrkesprogram. Det är olika i olika kommuner
    }
eligibility-kommun-title =
    { $is_given ->
        [number] { $share } procent i nian i { $kommun } kan söka ett yrkesprogram
        [nearly-all] Nästan alla i nian i { $kommun } kan söka ett yrkesprogram ({ $share } procent)
       *[too-few] Vi får inte veta hur många i { $kommun } som kan söka. De är { $share }
    }
eligibility-subject = hur många procent som kan söka ett yrkesprogram i { $region }, { $period }
eligibility-caption = Så många procent i nian som kan söka ett yrkesprogram på gymnasiet, { $period }. Ett yrkesprogram leder till ett yrke. I en liten kommun kan några få elever ändra mycket.

## Unga utanför, och gymnasiet, ur Kolada

share-N02797 = Jobbar inte och pluggar inte, 16–24 år
share-N18741 = Kommunen ska hjälpa dem, av alla 16–19 år
share-N18746 = Har fått hjälp, av dem som kommunen ska hjälpa
share-N15428 = Kan söka ett yrkesprogram efter nian
share-N17803 = Går på introduktionsprogram, av alla i gymnasiet
share-N17801 = Går på yrkesprogram, av alla i gymnasiet
share-N17461 = Har examen fyra år efter att de började gymnasiet
young-outside-title =
    { $is_against ->
        [higher] { $share } procent av dem som är 16–24 år i { $region } jobbar inte och pluggar inte. Det är fler än i hela Sverige ({ $year })
        [lower] { $share } procent av dem som är 16–24 år i { $region } jobbar inte och pluggar inte. Det är färre än i hela Sverige ({ $year })
        [same] { $share } procent av dem som är 16–24 år i { $region } jobbar inte och pluggar inte. Det är ungefär som i hela Sverige ({ $year })
       *[unknown] { $share } procent av dem som är 16–24 år i { $region } jobbar inte och pluggar inte ({ $year })
    }
young-outside-unknown-title = Unga i { $region }: hur det går för dem
young-outside-caption =
    Hur många procent, det senaste året för varje rad. { $is_level ->
        [municipality] I en liten kommun gör några få personer stor skillnad.
       *[county] Lägst och högst gäller kommunerna i länet.
    } { $is_gap ->
        [some] Ingen uppgift betyder att Kolada inte har någon siffra. Det finns ingen för länet eller för kvinnor och män, eller så gäller den för få.
       *[none] { "" }
    } Källa: Kolada. Vi har själva jämfört med Sverige. En skillnad är säker när den är mer än dubbelt så stor som ändringen på ett år brukar vara.
young-responsibility-county = Kommunen ska hjälpa unga som inte går i gymnasiet, tills de fyller 20 år. I kommunerna i { $region } gäller det mellan { $low } och { $high } procent av dem som är 16–19 år ({ $year }). Mellan { $least } och { $most } procent av dem har fått hjälp. Det kan vara vägledning eller praktik.
young-responsibility-kommun = Kommunen ska hjälpa unga som inte går i gymnasiet, tills de fyller 20 år. I { $region } gäller det { $share } procent av dem som är 16–19 år ({ $year }). { $helped } procent av dem har fått hjälp. Det kan vara vägledning eller praktik.
young-completion =
    { IN_TEN($share) } ({ $share } procent) från { $region } hade examen fyra år efter att de började gymnasiet ({ $year }). { $is_by_sex ->
        [yes] Det var { $women } procent av kvinnorna och { $men } procent av männen.
       *[no] { "" }
    } { $is_against ->
        [higher] Det är fler än i hela Sverige ({ $country } procent).
        [lower] Det är färre än i hela Sverige ({ $country } procent).
        [same] Det är ungefär som i hela Sverige ({ $country } procent).
       *[unknown] Vi vet inte om det är som i hela Sverige.
    }

## Efter gymnasiet och ny i Sverige, ur Kolada

share-N18601 = Jobbar eller pluggar efter examen
share-N18603 = Jobbar efter yrkesprogram
share-N18606 = Läser på högskola efter yrkesprogram
share-N18604 = Jobbar efter högskoleförberedande program
share-N18607 = Läser på högskola efter högskoleförberedande program
share-N18608 = Läser något annat än högskola efter examen
share-N18611 = Jobbar eller pluggar efter studiebevis
after-gymnasium-county-title = Mellan { $low } och { $high } procent jobbar eller pluggar två år efter gymnasiet. Det är olika i kommunerna i { $region } ({ $year })
after-gymnasium-claim =
    { $title }.{ $is_by_kind ->
        [yes] { " " }Efter yrkesprogram jobbar mellan { $work_low } och { $work_high } procent. Efter högskoleförberedande program läser mellan { $study_low } och { $study_high } procent på högskola.
       *[no] { "" }
    } Källa: Kolada.
after-gymnasium-kommun-title =
    { $share } procent från { $region } jobbar eller pluggar två år efter gymnasiet ({ $year }){ $is_against ->
        [higher] . Det är fler än i hela Sverige
        [lower] . Det är färre än i hela Sverige
        [same] . Det är ungefär som i hela Sverige
       *[unknown] { "" }
    }
after-gymnasium-unknown-title = Två år efter gymnasiet
after-gymnasium-caption =
    Hur många procent, två år efter gymnasiet. Kommunen är den där eleven bodde. Jobbar betyder att man har ett jobb och tjänar mer än Skolverkets gräns. { $is_level ->
        [municipality] I en liten kommun gör några få personer stor skillnad.
       *[county] Lägst och högst gäller kommunerna i länet.
    } { $is_gap ->
        [some] Ingen uppgift betyder att Kolada inte har någon siffra, till exempel för att den gäller för få.
       *[none] { "" }
    } Källa: Kolada. Vi har själva jämfört med Sverige.
newcomers-established-county =
    Du som är ny i Sverige kan få stöd från Arbetsförmedlingen i högst två år. I kommunerna i { $region } jobbade eller pluggade mellan { $low } och { $high } procent tre månader efter stödet ({ $year }).{ $is_known ->
        [known] { " " }I hela Sverige var det { $country } procent.
       *[unknown] { "" }
    } Källa: Kolada.
newcomers-established-kommun =
    Du som är ny i Sverige kan få stöd från Arbetsförmedlingen i högst två år. I { $region } jobbade eller pluggade { $share } procent tre månader efter stödet ({ $year }). { $is_against ->
        [higher] Det är fler än i hela Sverige ({ $country } procent).
        [lower] Det är färre än i hela Sverige ({ $country } procent).
        [same] Det är ungefär som i hela Sverige ({ $country } procent).
       *[unknown] Vi vet inte om det är som i hela Sverige.
    } Källa: Kolada. Vi har själva jämfört.
newcomers-sfi-county =
    Hur lång tid tar det att lära sig svenska? Det är olika. I kommunerna i { $region } hade mellan { $low } och { $high } procent klarat minst två sfi-kurser på två år ({ $year }).{ $is_known ->
        [known] { " " }I hela Sverige var det { $country } procent.
       *[unknown] { "" }
    } Källa: Kolada.
newcomers-sfi-kommun =
    Hur lång tid tar det att lära sig svenska? Det är olika. I { $region } hade { $share } procent klarat minst två sfi-kurser på två år ({ $year }). { $is_against ->
        [higher] Det är fler än i hela Sverige ({ $country } procent).
        [lower] Det är färre än i hela Sverige ({ $country } procent).
        [same] Det är ungefär som i hela Sverige ({ $country } procent).
       *[unknown] Vi vet inte om det är som i hela Sverige.
    } Källa: Kolada. Vi har själva jämfört.

after-higher-title =
    { $is_sexes ->
        [higher] { $share } procent hade fast fot i arbetslivet ungefär ett år efter högskolan. Det var en större del av kvinnorna ({ $women }) än av männen ({ $men })
        [lower] { $share } procent hade fast fot i arbetslivet ungefär ett år efter högskolan. Det var en mindre del av kvinnorna ({ $women }) än av männen ({ $men })
        [same] { $share } procent hade fast fot i arbetslivet ungefär ett år efter högskolan. Det var ungefär lika för kvinnor ({ $women }) och män ({ $men })
       *[unknown] { $share } procent hade fast fot i arbetslivet ungefär ett år efter högskolan
    }
after-higher-claim =
    { $title } (hela Sverige, { $period }). { $is_spread ->
        [higher] Flest är det efter { $first }, { $first_value } procent. Minst är det efter { $last }, { $last_value } procent.
        [lower] { "" }
        [same] Det är ungefär lika efter olika examina.
       *[unknown] Efter { $first } var det { $first_value } procent. Efter { $last } var det { $last_value } procent.
    }
after-higher-caption =
    Hur många procent som hade ett jobb att leva på, hela Sverige, { $period }. { $is_listed ->
        [ends] Tabellen visar de examina där flest och minst andel hade det.
       *[all] Tabellen visar de examina som har en siffra.
    } Små grupper visas inte.
licensed-title =
    { $is_short ->
        [below] Det behövs nog fler nya { $occupation } än de som får examen: { $openings } mot { $graduates }
       *[other] Vi är inte säkra på att det blir för få med examen i något av de här yrkena
    }
licensed-subject = yrken med legitimation, hela landet, fram till { $target } och på fem läsår
licensed-caption = Legitimation är ett tillstånd att arbeta i yrket. Så många nya kan behövas i hela landet till { $target }. Bredvid står de som fick examen på fem år, till och med { $last }. Några slutar för att de blir gamla. Yrket kan också bli större eller mindre. Det ska bli rätt ungefär 8 gånger av 10. ”Vi vet inte” betyder att det kan bli både för få och för många. En del har utbildat sig i ett annat land. Dem räknar vi inte. Vi har räknat själva.
licensed-below = fler behövs
licensed-within = vi vet inte
licensed-above = fler får examen

## Utbildningar i regionen

gymnasium-offers-county =
    I { $region } finns { $programmes } program i gymnasiet, på { $schools } { PLURAL($schools) ->
        [one] skola
       *[other] skolor
    } ({ $period }). De ligger i { $kommuner }. { $is_alone ->
        [some] De här programmen finns bara på en skola i länet: { $what }. Introduktionsprogram är med.
       *[none] Introduktionsprogram är med.
    }
gymnasium-offers-kommun =
    { $region } har { $schools } { PLURAL($schools) ->
        [one] gymnasium
       *[other] gymnasier
    } med { $programmes } program ({ $period }). De är: { $what }. Du kan söka i andra kommuner också.
education-events =
    Så många starter av utbildningar för vuxna och efter gymnasiet finns i { $region }, { $period }: { $forms }. { $is_lead ->
        [shared] Flest har { $first } och { $second }.
       *[alone] Flest har { $first }.
    } Det står inte hur många platser som finns. Utbildningar helt på distans är inte med. Vi har räknat i Skolverkets lista.
vocational-programmes-title =
    { $programmes } { PLURAL($programmes) ->
        [one] nytt program
       *[other] nya program
    } på yrkeshögskolan i { $region } (omgång { $period })
vocational-programmes-caption =
    { $is_cut ->
        [yes] Tabellen visar de { $most } program som har flest platser.
       *[no] Tabellen visar programmen och deras platser.
    } Platserna är ofta för flera år. Det finns äldre program också. Se yrkeshogskolan.se.

## Det här har ändrats

since-last = { $said }. Läs mer under ”{ part-changes }”.
changes-first =
    { $is_why ->
        [unreadable] Den förra texten går inte att läsa. Därför jämför vi inte.
        [unknown] Vi har inga siffror från den dagen. Därför jämför vi inte.
       *[first] Det här är den första texten. Det finns ingen äldre att jämföra med.
    }
changes-none =
    { $is_document ->
        [yes] Siffrorna på första sidan är samma som i texten från { $date }.
       *[no] Siffrorna på första sidan är samma som { $date }.
    }
changes-new = Det här är nytt: { $what }.
changes-title =
    { $is_moved ->
        [some] Det här har ändrats sedan { $date }: { $what }
       *[none] Inget på första sidan har säkert ändrats sedan { $date }
    }
changes-caption =
    { $is_document ->
        [yes] Jämför med texten från { $date } (nummer { $checksum }).
       *[no] Jämför med siffrorna { $date }.
    } De fem kolumnerna till höger blir ändringen. För litet betyder att vi inte kan veta säkert.{ $is_whole ->
        [yes] { "" }
       *[no] { " " }Ingen uppgift: vi kan inte räkna ut den delen.
    }
changes-periods = { $before } – { $now }
changes-months = { MONTH($before) }–{ MONTH($now) } { YEAR($now) }
headline-employed-level =
    { $is_where ->
        [riket] Jobbar i hela Sverige
        [elsewhere] Jobbar i { $region }
       *[here] Jobbar här
    }
headline-employed-change =
    { $is_where ->
        [riket] Jobbar, på ett år i hela Sverige
        [elsewhere] Jobbar, på ett år i { $region }
       *[here] Jobbar, på ett år
    }
headline-employed-change-pct =
    { $is_where ->
        [riket] Jobbar, på ett år i hela Sverige, %
        [elsewhere] Jobbar, på ett år i { $region }, %
       *[here] Jobbar, på ett år, %
    }
headline-unemployment-rate =
    { $is_where ->
        [riket] Arbetslösa i hela Sverige, %
        [elsewhere] Arbetslösa i { $region }, %
       *[here] Arbetslösa här, %
    }
headline-barometer-counts-occupations =
    { $is_chances ->
        [large] Yrken: lätt att få jobb
        [medium] Yrken: varken lätt eller svårt
       *[small] Yrken: svårt att få jobb
    }
headline-barometer-counts-share-pct =
    { $is_chances ->
        [large] Lätt att få jobb, %
        [medium] Varken lätt eller svårt, %
       *[small] Svårt att få jobb, %
    }
headline-cohorts-per-100 = Unga för varje 100 äldre
headline-eligibility-total = Kan börja yrkesprogram, %
headline-occupation-years-employees = Jobbar med yrket
headline-occupation-years-women-pct = Kvinnor, %
headline-occupation-years-men-pct = Män, %
headline-ads-per-100 = Annonser för 100
headline-ads-country-per-100 = Annonser för 100 i hela Sverige

## Kan du lita på siffrorna?

hindsight-title =
    { $is_chance ->
        [none] Vi tittade på { $count } gamla gissningar. Ingen var bättre än slumpen
        [some] Vi tittade på { $count } gamla gissningar. Bara några var bättre än slumpen
       *[all] Vi tittade på { $count } gamla gissningar. Alla var bättre än slumpen
    }
hindsight-caption = Hur ofta blev det som de trodde? Slumpen har rätt 50 gånger av 100. De fyra första: växte yrket? De andra: blev det många annonser? Lägst och högst visar hur osäkert det är. Vi har räknat själva.
certainty-noise-title = Talen om hur många som bor här är inte exakta
certainty-noise-text = SCB ändrar dem lite med flit. Då kan ingen hitta en viss person. Några få personer mer eller mindre betyder inget.
certainty-preliminary-title = De sista månaderna kan ändras
certainty-preliminary-text = SCB får veta mer efter hand. Ändras det mindre än { $noise } procent kallar vi det lika.
certainty-definitions-title = Det finns flera sätt att räkna arbetslösa
certainty-definitions-text = Här räknar SCB med hjälp av register (BAS). Andra räknar på andra sätt. Då blir talen inte lika.
certainty-occupations-title = Yrken räknas på ett nytt sätt sedan 2023
certainty-occupations-text = Därför kan du inte jämföra 2022 med 2023. Det gör inte vi heller.
certainty-replacement-title = Hur många som slutar har vi räknat ut
certainty-replacement-text = Vi tror att åldrarna är som i hela Sverige. En del byter jobb eller flyttar. Dem räknar vi inte.
certainty-barometer-title = Det kan ändras till nästa gång
certainty-barometer-text = Arbetsförmedlingen säger vad de tror. De kan inte veta säkert. Nästa gång ändras 2 av 10 eller lite fler. Titta därför igen.
certainty-names-title = Yrken har olika namn
certainty-names-text = SCB och Arbetsförmedlingen delar in yrken på olika sätt. Därför kan ett yrke heta två saker.
certainty-ads-title = En annons är inte ett jobb
certainty-ads-text = En annons kan vara för flera jobb. Många jobb får aldrig en annons.

## Andra yrken att tänka på

wider-choices-title = Tänk på fler yrken. Här är några där det ser bättre ut
wider-choices-caption = Stort: ett vanligt yrke i { $region } där det mest jobbar kvinnor eller mest män i området ({ $period }). Nära: ett annat yrke i samma område ({ $round }). Där ser det bättre ut, nu eller om fem år. Alla yrken är öppna för alla.

## Kommunen

subject-barometer-counts = hur lätt det är att få jobb
subject-cohorts = hur många som är unga
subject-openings = hur många nya som behövs
subject-replacement = hur många som slutar
subject-eligibility = vem som kan börja ett yrkesprogram
subject-occupation-years = hur många som jobbar med yrket
subject-employed = hur många som jobbar
subject-unemployment = arbetslösa
subject-vacancies = lediga jobb
subject-attainment = hur länge man har studerat
subject-higher-starts = vem som börjar på högskola
subject-barometer = hur lätt det är att få jobb
stands-in-title = Här står mycket om hela { $region }
stands-in-text = De här siffrorna har vi inte för { $region }: { $subjects }. Därför visar vi { $county }. Många jobbar i en annan kommun än den de bor i.

## Flera län

side-by-side-title =
    { $is_tide ->
        [up] Fler jobbar i alla län i { $region } än för ett år sedan
        [up-or-same] Fler jobbar i några län i { $region } än för ett år sedan. I de andra är det nästan lika många
        [down] Färre jobbar i alla län i { $region } än för ett år sedan
        [down-or-same] Färre jobbar i några län i { $region } än för ett år sedan. I de andra är det nästan lika många
        [same] Nästan lika många jobbar i alla län i { $region } som för ett år sedan
       *[apart] Fler jobbar i några län i { $region } än för ett år sedan. I andra är det färre
    }
employed-beside-title =
    { $is_spread ->
        [same] Antalet som jobbar ändras nästan lika mycket i alla län i { $region }: { $low } till { $high } procent på ett år ({ $period })
       *[higher] Antalet som jobbar ändras olika i länen: { $low } procent i { $lowest } och { $high } procent i { $highest } på ett år ({ $period })
    }
employed-beside-own = Länet
employed-beside-subject = hur mycket antalet som jobbar ändrades på ett år i varje län, procent, i { MONTH($period) } varje år
employed-beside-caption = Så mycket ändrades antalet som jobbar på ett år, 15–74 år, i { MONTH($period) } { $first }–{ YEAR($period) }. Plus betyder fler. Minus betyder färre. De sista siffrorna kan ändras lite. Vi har räknat själva.
side-by-side-caption = Så många jobbar, 15–74 år, { $period }. Sedan ser du hur mycket det ändrades på ett år. { $region } är alla län tillsammans. Vi har räknat själva.
area-sums-title = Så har vi räknat
area-sums = En del tal kan man lägga ihop för { $region }. Andra kan man inte lägga ihop. Då står varje län för sig.
common-outlook-title =
    { PLURAL($count) ->
        [one] I { $count } yrke
       *[other] I { $count } yrken
    } är det lätt att få jobb i alla län, och jobben väntas bli fler
common-outlook-caption = Yrken där det är lätt att få jobb i alla län i { $region }. De väntas också bli fler om fem år ({ $period }).
population-beside-title = Så många bor i varje län
population-beside-caption = Så många bor i länen i { $region } i olika åldrar, { $period }. Talen är inte exakta. Därför lägger vi inte ihop dem.
eligibility-beside-title = I { $lowest } kan { $low } procent söka ett yrkesprogram. I { $highest } kan { $high } procent det
eligibility-beside-caption = Kommunen med minst och mest i varje län i { $region }, procent, { $period }. En del kommuner har inget tal. De är inte med.

## Ett yrke

key-occupation-employees-label = Jobbar i { $region }
key-occupation-ads-label = Annonser för 100 som jobbar
key-occupation-ads-detail = i { $region }, { $period }. Hela Sverige: { $country }
occupation-change =
    { $is_direction ->
        [up] { $employees } personer jobbade som { $occupation } i { $region } år { $period }. Det är fler än { $earlier } ({ $before }).
        [down] { $employees } personer jobbade som { $occupation } i { $region } år { $period }. Det är färre än { $earlier } ({ $before }).
       *[same] { $employees } personer jobbade som { $occupation } i { $region } år { $period }. Det är ungefär lika många som { $earlier } ({ $before }).
    }
occupation-women-and-men =
    { $is_balance ->
        [even] Ungefär lika många kvinnor som män jobbar här: { $women } procent kvinnor och { $men } procent män.
        [women] De flesta är kvinnor: { $women } procent. { $men } procent är män. Så är det nu i { $region }. Alla kan välja yrket.
       *[men] De flesta är män: { $men } procent. { $women } procent är kvinnor. Så är det nu i { $region }. Alla kan välja yrket.
    }
occupation-years-title =
    { $is_direction ->
        [up] Fler jobbade i { $region } { $period } än { $earlier }: { $newest } mot { $before }
        [down] Färre jobbade i { $region } { $period } än { $earlier }: { $newest } mot { $before }
       *[same] Ungefär lika många jobbade i { $region } { $period } som { $earlier }: { $newest } mot { $before }
    }
break-mark = { $period }: nytt sätt att räkna
occupation-years-subject = hur många som jobbar med yrket i { $region } varje år
occupation-years-caption = Så många jobbar med yrket i { $region }, { $first }–{ $period }. Yrken räknas på nya sätt från 2019, 2020 och 2023. Jämför inte före och efter.
occupation-ahead-title =
    { $is_known ->
        [none] Vi vet inte om fler eller färre jobbar med yrket { $target }
       *[all] Yrket väntas { $verdict } till { $target }
    }
occupation-ahead-subject = hur många som jobbar med yrket i { $region }, { $first }–{ $target }
occupation-ahead-caption = Så många jobbade med yrket i { $region } { $first }–{ $period }, och så många väntas { $target }. Ingen vet säkert. Det breda bandet blir rätt ungefär 8 gånger av 10. När vi provade var det { $held_80 } procent. Det smala blir rätt ungefär 5 gånger av 10. När vi provade var det { $held_50 } procent. Vi har räknat själva.
occupation-ahead-few-title = { $employees } jobbar med yrket. Det är för få för att säga något om { $target }
occupation-ahead-few-caption = Så många jobbade med yrket i { $region } { $first }–{ $period }. Vi säger inget om framtiden när färre än { $fewest } jobbar med yrket.
band-80 = Rätt 8 gånger av 10
band-50 = Rätt 5 gånger av 10
path-so-far = Hittills
path-expected = Väntas
path-unknown = Vi vet inte: färre än { $fewest } jobbar med yrket
occupation-regions-title =
    { $is_spread ->
        [same] Yrket är ungefär lika vanligt i alla län
       *[higher] Yrket är mest vanligt i { $most } ({ $high } gånger hela Sverige) och minst i { $least } ({ $low } gånger)
    }
occupation-regions-caption = Så många jobbade { $period }. Talet sist visar hur vanligt yrket är. 1 är som i hela Sverige. Vi har räknat själva.
occupation-outlook-title =
    { $is_chances ->
        [large] Det är lätt att få jobb i alla län
        [medium] Det är varken lätt eller svårt att få jobb i länen
        [small] Det är svårt att få jobb i alla län
        [several] Yrket har flera delar, och de är olika
       *[apart] Det är olika lätt att få jobb i länen
    }
occupation-not-judged-title = Vi vet inte hur lätt det är att få jobb
occupation-not-judged = Arbetsförmedlingen säger inget om det här yrket här. Fråga någon som jobbar med det.
occupation-outlook-caption = Hur lätt det är att få jobb, och om jobben blir fler på fem år ({ $period }). Ofta gäller det ett större område än länet.
occupation-latest = Det senaste om hela Sverige ({ $period }), { $occupation }: { $situation } nu. Om fem år väntas jobben bli: { $demand }.
occupation-ages-title = Flest i yrket i hela Sverige är { $age }: { $share } procent
occupation-ages-subject = hur många procent av dem som jobbar med yrket i hela Sverige, efter ålder, { $period }
occupation-ages-caption = Hur gamla de som jobbar med yrket är i hela Sverige, procent, { $period }. Vi har räknat själva.
occupation-replacement =
    { $is_given ->
        [enough] Ungefär { $leaving } av { $employees } i { $region } slutar nog inom fem år för att de blir gamla ({ $share } procent). Vi har räknat med åldrarna i hela Sverige.
       *[few] I hela Sverige slutar nog { $share } procent inom fem år för att de blir gamla. I { $region } jobbar { $employees }. Det är färre än { $fewest }, och då räknar vi inte.
    }
occupation-wages-title =
    { $is_pay ->
        [higher] Kvinnor tjänar mer än män i { $area }: { $women } kronor i månaden mot { $men } ({ $period })
        [lower] Män tjänar mer än kvinnor i { $area }: { $men } kronor i månaden mot { $women } ({ $period })
        [same] Kvinnor och män tjänar ungefär lika mycket i { $area }: { $women } och { $men } kronor i månaden ({ $period })
        [hidden] Lönen i { $area } visas inte ({ $period })
       *[unknown] I { $area } är lönen { $pay } kronor i månaden ({ $period })
    }
occupation-wages-caption =
    Så mycket tjänar man i medel på en månad, { $period }, i kronor. Skatten är inte dragen än. Siffran är för den som jobbar heltid. Det finns inga löner för ett län. Siffrorna är för hela { $area } ({ $code }). Kvinnor och män kan ha olika ålder och olika jobb i yrket. En skillnad under { $noise } procent är inte säker.{ $is_gap ->
        [some] { " " }Där siffra saknas är det för få som jobbar.
       *[none] { "" }
    }
occupation-group-wages =
    { $is_pay ->
        [higher] Yrket hör till en grupp av yrken (SSYK { $code }). Där tjänar kvinnor mer än män i { $area }: { $women } kronor i månaden mot { $men } ({ $period }).
        [lower] Yrket hör till en grupp av yrken (SSYK { $code }). Där tjänar män mer än kvinnor i { $area }: { $men } kronor i månaden mot { $women } ({ $period }).
        [same] Yrket hör till en grupp av yrken (SSYK { $code }). Där tjänar kvinnor och män ungefär lika mycket i { $area }: { $women } och { $men } kronor i månaden ({ $period }).
       *[unknown] Yrket hör till en grupp av yrken (SSYK { $code }). Där är lönen { $pay } kronor i månaden i { $area } ({ $period }).
    } Lönen kan vara olika i de olika yrkena.
occupation-wage-spread =
    I hela Sverige tjänar hälften i yrket mellan { $p25 } och { $p75 } kronor i månaden ({ $period }). En av tio tjänar mindre än { $p10 } kronor. En av tio tjänar mer än { $p90 } kronor.{ $is_by_sex ->
        [yes] { " " }Hälften av kvinnorna tjänar mer än { $women } kronor. Hälften av männen tjänar mer än { $men } kronor.
       *[no] { "" }
    }
occupation-ads-title =
    { $is_spread ->
        [same] Det är ungefär lika många annonser i länen
       *[higher] Det är flest annonser i { $first }: { $first_value } för 100 som jobbar. I { $last } är det { $last_value }
    }
occupation-ads-subject = annonser för varje 100 som jobbar med yrket, { $period }
occupation-ads-caption = Annonser i Platsbanken { $period } för varje 100 som jobbar med yrket. Alla jobb har inte en annons. Vi har räknat själva.
occupation-level =
    { $is_level ->
        [long] Yrket (SSYK { $code }) hör till ”{ $area }”. Det är ofta minst tre år på högskola.
        [short] Yrket (SSYK { $code }) hör till ”{ $area }”. Det är ofta två eller tre år i skola efter gymnasiet.
        [brief] Yrket (SSYK { $code }) hör till ”{ $area }”. Man lär sig ofta på jobbet.
        [manager] Yrket (SSYK { $code }) hör till ”{ $area }”. Många har haft ett annat yrke först.
        [military] Yrket (SSYK { $code }) hör till ”{ $area }”. Du får lära dig det i försvaret.
       *[other] Yrket (SSYK { $code }) hör till ”{ $area }”. Det är ofta gymnasiet, och ibland mer.
    }
occupation-ways-title = Hur blir jag det?
occupation-ways = Vi har inte en lista över skolor här än. Titta på utbildningsguiden.se för gymnasiet och komvux. Titta på yrkeshogskolan.se och studera.nu för skola efter gymnasiet. Fråga en vägledare om du är osäker.
related-title = Andra yrken som liknar { $occupation }
related-caption = Först de som liknar mest. Sedan de största i samma område ({ $field }). Så många jobbar i { $region }, { $period }. Sist ser du hur lätt det är att få jobb i hela Sverige.
near-group = liknar mest
near-field = samma område
not-judged = vet inte
judged-apart = är olika

## Korten

fields-in-brief-title = Alla områden
fields-in-brief-caption =
    Så många jobbar i { $region } i olika områden, { $period }.{ $is_judged ->
        [judged] { " " }Sist ser du i hur många yrken det är lätt att få jobb.
       *[not] { "" }
    } Vi har räknat själva.
cards-note-title = Det finns ett kort för varje område
cards-note = Be din vägledare om korten. Så gör vägledaren dem: { $command }
cards-use-title = Prata i fem steg
cards-use-choose = Ta två eller tre kort. Ta ett som verkar kul. Ta ett som du aldrig har tänkt på.
cards-use-read = Läs talen ihop. Säg först vad du tror.
cards-use-limits = Läs vad talen inte säger. Det är ofta det viktigaste.
cards-use-ask = Läs frågan på kortet. Ta god tid på dig.
cards-use-next = Bestäm vad du ska göra sedan. Fråga någon, läsa något eller prova något.
card-employees-label = Jobbar i området
card-employees-detail = personer { $period }. { $share } procent av alla
card-women-detail = är kvinnor och { $men } procent är män
card-chances-label = Yrken med lätt att få jobb
card-chances-detail = av { $judged } yrken, { $period }
card-ads-label = Annonser för 100 som jobbar
card-ads-detail = { $ads } annonser i Platsbanken { $period }
card-outlook =
    { $is_lean ->
        [good] Det är lätt att få jobb i de flesta yrken i { $region }: { $large } av { $judged }. I { $medium } är det varken lätt eller svårt. I { $small } är det svårt ({ $period }).
        [hard] Det är svårt att få jobb i de flesta yrken i { $region }: { $small } av { $judged }. I { $medium } är det varken lätt eller svårt. I { $large } är det lätt ({ $period }).
        [mixed] Det är olika i olika yrken i { $region }. Av { $judged } yrken är { $large } lätta att få jobb i. { $medium } är varken lätta eller svåra. { $small } är svåra ({ $period }).
       *[none] Arbetsförmedlingen säger inget om yrken i det här området ({ $period }).
    }
card-balance =
    { $is_balance ->
        [even] Inom { $field } i { $region } jobbar ungefär lika många kvinnor som män: { $women } procent kvinnor och { $men } procent män.
        [women] Inom { $field } i { $region } är { IN_TEN($women) } kvinnor: { $women } procent. { $men } procent är män. Så är det nu. Det kan ändras.
       *[men] Inom { $field } i { $region } är { IN_TEN($men) } män: { $men } procent. { $women } procent är kvinnor. Så är det nu. Det kan ändras.
    }
card-largest-title = De största yrkena: { $field }
card-largest-caption = Så många jobbar i { $region } { $period }. Sedan ser du hur lätt det är att få jobb, och om jobben blir fler på fem år.
card-wider = Tänk också på yrken nära { $occupation } där det ser bättre ut, nu eller om fem år: { $others }.
card-says-not-title = Det här säger talen inte
card-says-not = Vad du får i lön. Hur det känns att jobba där. Om du kommer att trivas. Ofta gäller talen mer än ditt län. Det finns också små yrken inom { $field } som inte syns här.
card-question-title = Prata om det här
card-question =
    { $is_lean ->
        [good] Det är lätt att få jobb inom { $field }. Vad skulle få dig att börja? Vad skulle få dig att stanna kvar?
        [hard] Det är svårt att få jobb inom { $field }. Vad är det du gillar med det? Var finns det mer av just det?
        [mixed] Yrkena inom { $field } är olika. Vilka vet du något om? Vem kan du fråga om de andra?
       *[none] Vem känner du som jobbar i det här området? Vad vill du fråga?
    }
card-again-title = Titta igen
card-again = Arbetsförmedlingen säger sitt två gånger om året. Mycket ändras varje gång. Titta på { $field } igen innan du väljer.

## Klasser

class-inte-minska = inte färre
class-inte-oka = inte fler
class-varken-eller = mitt emellan
class-de-ar-overens = de säger samma
class-brottet-i-registret-2023-var-stort-for-yrket = SCB bytte sätt att räkna 2023
class-liten-grupp-i-regionen = det är få personer
class-yrkesbarometern-bygger-pa-ett-storre-omrade = svaret gäller flera län
class-det-ar-okant-vilket-omrade-yrkesbarometern-bygger-pa = okänt område
class-var-utsikt-bygger-pa-ett-storre-omrade = vi räknade på flera län
class-uppgifterna-ar-fran-olika-ar = siffrorna är från olika år
class-annonser-och-bedomning-mater-olika-saker = annonser är inte samma sak som jobb
class-laget-nu-och-fem-ar-fram-ar-olika-fragor = nu och om fem år är olika frågor
class-stora = lätt
class-medelstora = varken lätt eller svårt
class-sma = svårt
class-oka = fler
class-vara-oforandrad = lika
class-minska = färre
class-lan = länet
class-nuts2 = flera län
class-nuts1 = en del av landet
class-nationellt = hela landet
class-nastan-alla = nästan 100
class-for-fa = för få, visas inte

## Tabeller

head-chances = Få jobb
head-chances-riket = Få jobb i hela Sverige
head-demand = Jobb om fem år
head-near = Hur de liknar
head-change-n = Så mycket ändrades på ett år
head-trend = Det sista året, procent
head-counties-large = Län där det är lätt
head-counties-growing = Län där jobben blir fler
head-lowest-kommun = Minst
head-highest-kommun = Mest
head-judged = Yrken
head-judged-large = Lätt att få jobb

head-field = Område
head-education-field = Område
head-employed = Jobbar
head-employees = Personer
head-pay = Lön på en månad, kronor
head-pay-women = Kvinnors lön
head-pay-men = Mäns lön
head-employees-women = Kvinnor som jobbar
head-employees-men = Män som jobbar
head-group = Grupp
head-employment-native = Jobb, födda i Sverige
head-employment-foreign = Jobb, födda i andra länder
head-unemployment-native = Arbetslösa, födda i Sverige
head-unemployment-foreign = Arbetslösa, födda i andra länder
head-change-year = Så mycket ändrades på ett år, procent
head-change-pp = Så mycket ändrades på ett år, procentenheter
head-change-2019-2022 = Från 2019 till 2022, procent
head-change-2023-2024 = Från 2023 till 2024, procent
head-quotient = Hur vanligt här
head-unemployment = Arbetslösa, procent
head-latest-situation = Hela Sverige nu
head-latest-demand = Hela Sverige om fem år
head-level = Gäller för
head-chances-country = Hela Sverige
head-riket = Hela Sverige
head-demand-region = Jobb om fem år i { $region }
head-employees-or-expected = Hur många, framåt väntat antal
head-expected = Väntas jobba
head-lower-80 = Brett: lägst
head-upper-80 = Brett: högst
head-lower-50 = Smalt: lägst
head-upper-50 = Smalt: högst
head-fa-region = FA-region
head-employees-estimated = Så många jobbar, ungefär
head-expected-pct = Väntas
head-lower-pct = Lägst
head-upper-pct = Högst
head-counties-missing = Län vi inte har
head-says = Hur många det blir
head-leaving-by-age = Slutar för att de blir gamla
head-growth = Yrket ändras
head-openings = Nya som kan behövas
head-openings-lower = Lägst
head-openings-upper = Högst
head-graduates = Fick examen
head-licensed = Vad är mest?
head-own = Vi räknar med
head-barometer-later = Arbetsförmedlingen, om fem år
head-barometer-now = Arbetsförmedlingen, nu
head-ads-per-100 = Annonser för varje 100 som jobbar
head-reason = Varför det kan skilja
head-old-outlook = Vem gissade
head-cases = Hur många svar
head-direction = Rätt, procent
head-direction-lower = Lägst
head-direction-upper = Högst
head-leaving = Slutar inom fem år
head-leaving-pct = Hur många procent
head-aged-60 = 60 år eller mer, procent
head-per-100 = Annonser för 100 som jobbar
head-fully = Jobbar inom området, procent
head-margin = Felmarginal, plus eller minus
head-half-year = Jobb inom ett halvår, procent
head-education = Utbildning
head-programmes = Kurser
head-per-100-leaving = Unga för varje 100 äldre
head-total = Alla

head-period = Tid
head-number = Siffra
head-before = Förut
head-now = Nu
head-change = Ändring
head-part-new-period = Ny tid
head-part-revised = Rättat
head-part-definition = Mäts på nytt sätt
head-part-noise = För litet
head-part-method = Vi räknar på nytt sätt

## Sidornas inredning

page-attached = Alla siffror och var de kommer ifrån finns i filen document.json.
page-breaks = Räknas på nytt sätt
page-built = Skriven
page-data-date = Siffrorna hämtade
page-empty-part = Här finns inga siffror.
page-figure = Bild { $n }
page-figure-data = Siffrorna i bild { $n }
page-figure-tables = Tabeller till bilderna
page-key-figures = Viktiga siffror
page-scope = Om texten
page-see-figure = Till bilden på sidan { $page }
page-see-table = Siffrorna finns i en tabell på sidan { $page }
page-sources = Här kommer siffrorna från

## Diagrammens textalternativ

chart-bars = Bilden visar liggande staplar: { $subject }.
chart-columns = Bilden visar stående staplar: { $subject }.
chart-stacked = Bilden visar delade staplar: { $subject }.
chart-dots = Bilden visar punkter för { $series }: { $subject }.
chart-dumbbell = Bilden visar punkter för { $first } och { $second }: { $subject }.
chart-lines = Bilden visar linjer: { $subject }.
chart-fan = Bilden visar en linje, och hur osäker den är: { $subject }.
chart-slopes = Bilden visar linjer från { $before } till { $after }: { $subject }.
chart-multiples = Bilden visar { $count } små diagram: { $subject }.
chart-map = Bilden visar en karta: { $subject }.
chart-balance = Bilden visar två staplar på varje rad, ”{ $openings }” till vänster och ”{ $places }” till höger: { $subject }.
chart-more-openings = Den vänstra stapeln är längst på { $count } av { $total } rader.
chart-most-openings = Mest åt vänster: { $name }, { $openings } mot { $places }.
chart-most-places = Mest åt höger: { $name }, { $openings } mot { $places }.
chart-range = Lägst är { $low } ({ $lowest }). Högst är { $high } ({ $highest }).
chart-alike = Alla har samma tal: { $value }.
chart-ways = Av { $total }: { $up } ökar, { $down } minskar, { $same } är ungefär som förut.
chart-course-same = Ungefär som förut: { $first } ({ $since }) och { $last } ({ $until }).
chart-trend-same = { $name }: ungefär som förut, { $first } ({ $since }) och { $last } ({ $until }).
chart-ways-since = Sedan { $when }, av { $total }: { $up } ökar, { $down } minskar, { $same } är ungefär som förut.
chart-breaks = Tal från före och efter ett nytt sätt att räkna kan inte jämföras: { $breaks }.
