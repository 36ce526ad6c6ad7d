edition-tag = en-GB
### English. Names of the occupational register are Statistics Sweden’s own in English. Other occupations of
### Yrkesbarometern, registers and fields of education exist in Swedish alone: they stand so, and are marked.

edition-name = English

## The document

title-county = The labour market in { $region }
title-municipality = { $region } and its labour market
title-area = The labour market in { $region }
title-occupation = { $occupation } in { $region }
title-cards = Conversation cards for { $region }
subtitle-county = A basis for study and career guidance
subtitle-municipality = A basis for study and career guidance
subtitle-area = A basis for study and career guidance
subtitle-occupation = One occupation: where it is, how it is judged and who works in it
subtitle-cards = One card for each occupational field, to lay on the table between you
no-value = no figure
and = and
as-well-as = as well as
in-ten =
    { $is_near ->
        [just-under] just under { $count } in { $base }
        [just-over] just over { $count } in { $base }
       *[about] { $count } in { $base }
    }
riket = Sweden
file-name = FILE
more-to-fetch-title = There is more to fetch
more-to-fetch-between = { "; " }
more-to-fetch-text = These figures have not been fetched, so the brief says nothing about them: { $what }. Fetch them with the command { $command } and make the brief again.
missing-title = No figures
missing-text =
    This is where you would read about { $what }. { $is_filled ->
        [by-fetching] That takes figures for { $region } from { $tables }. Fetch newer figures with the command { $command } and make the brief again.
        [by-file] That takes figures for { $region } from { $tables }. Save the agency’s file ({ $page }), read it with the command { $command } and make the brief again.
        [by-table] That takes figures for { $region } from { $tables }. The program cannot fetch those figures yet.
       *[unknown] There is not enough to go by for { $region }.
    }
old-title = Old figure
old-text = The figure on { $what } is for { $period }. The agency may have newer ones: read it as history.
old-employed = how many people work here
old-unemployment = unemployment
old-cohorts = the age groups
old-workforce = the occupations

period-year = { $year }
period-month = { $month } { $year }
period-quarter = quarter { $part } of { $year }
period-week = week { $part } of { $year }
period-term =
    { $is_term ->
        [spring] the spring term of { $year }
       *[autumn] the autumn term of { $year }
    }
period-school-year = the school year { $code }
period-round = round { $code }
period-span = { $code }
region-country = Sweden
region-nuts2 = { $name }
region-county = { $short } county
region-municipality = { $short } municipality
region-labour-market = FA region { $short }

scope-region = Region
scope-data = Figures for
scope-retrieved = Retrieved
scope-built = Brief made
scope-region-text =
    { $is_level ->
        [county] { $region } (county code { $code })
        [municipality] { $region } (municipality code { $code })
       *[nuts2] { $region } ({ $code })
    }
scope-data-text = { $first } to { $last }, different for different sources; see the sources
scope-retrieved-text = { $date }
scope-retrieved-copy-text = { $date }, from public copies of the agencies’ open data
scope-built-text = { $date }

## Parts

part-summary = The situation on one page
part-work = Where the jobs are
part-outlook = Outlook by occupation
part-education = Ways in
part-after = After education
part-young = Young people
part-equality = Women and men
part-newcomers = New in Sweden
part-questions = Questions for the conversation
part-kommun = The municipality
part-market = The labour market around it
part-where = How many and where
part-people = Those who work in the occupation
part-related = Occupations nearby
part-use = How to use the cards
part-changes = What has changed
part-certainty = How certain the picture is

## What is missing

what-key-figures = key figures
what-main-points = the situation in brief
what-age-of-figures = the age of the figures
what-occupation-ahead = the outlook for the number of employees in the occupation
what-employed = how many people work in { $region }
what-employed-trend = the trend in the number of employed people
what-unemployment = unemployment
what-vacancies = vacancies
what-largest-occupations = the largest occupations
what-typical-occupations = occupations more common in { $region } than in Sweden
what-women-and-men = women and men in the occupations
what-barometer-counts = the chances of finding work
what-barometer-growing = occupations with good chances of finding work
what-barometer-differs = occupations judged differently in { $region } than in Sweden
what-employed-ahead = how many are expected to work in { $region }
what-employed-beside = how employment changes in each county
what-unemployment-area = unemployment in each county
what-unemployment-ahead = the unemployment that is expected
what-within-reach = what is expected where you can commute
what-fa-regions = what is expected in the FA regions
what-own-outlook = our own outlook
what-openings = openings
what-disagreement = where the outlooks differ
what-hindsight = how right earlier outlooks have been
what-replacement = expected retirements
what-advertisements = job advertisements per 100 employees
what-vocational-places = new places in higher vocational education
what-attainment = how long an education people in { $region } have
what-ways-in = education that belongs to occupations
what-after-vocational = what happens after higher vocational education
what-higher-starts = how many go on to higher education
what-cohorts = age groups on their way into and out of working life
what-gymnasium-offers = upper-secondary programmes in { $region }
what-education-events = education that begins in { $region }
what-vocational-programmes = programmes of higher vocational education
what-after-higher = what happens after higher education
what-licensed = openings against degrees in licensed occupations
what-after-gymnasium = what happens after upper-secondary school
what-newcomers-figures = how those who are new in Sweden get on
what-young-outside = young people who neither work nor study
what-population = the population by age
what-eligibility = pupils qualified for vocational programmes in upper-secondary school
what-eligibility-map = the map of the municipalities
what-wider-choices = nearby occupations with a better outlook
what-occupation-breaks = the breaks in the occupational statistics
what-newcomers = the way to an occupation
what-fields-in-brief = the occupational fields in brief
what-cards-use = how to use the cards
what-card-employees = how many people work in the occupational fields
what-card-chances = the chances of finding work in the occupational fields
what-card-ads = advertisements in the occupational fields
what-stands-in = what applies to the county
what-side-by-side = the counties side by side
what-common-outlook = occupations with good chances in all the counties
what-population-beside = the population of each county
what-eligibility-beside = pupils qualified for vocational programmes in each county
what-occupation-figures = the occupation in figures
what-occupation-points = the occupation in brief
what-occupation-years = the occupation year by year
what-occupation-regions = the occupation in each county
what-occupation-outlook = how the occupation is judged
what-occupation-ads = advertisements in the occupation
what-occupation-ages = ages in the occupation
what-occupation-replacement = expected retirements in the occupation
what-occupation-wages = wages in the occupation
what-occupation-group-wages = wages in the occupation
what-occupation-wage-spread = wages in the occupation
what-born-abroad = work among those born in Sweden and abroad
what-occupation-education = education that belongs to the occupation
what-occupation-ways = ways into the occupation
what-related-occupations = occupations near this one
what-changes = what has changed
what-certainty = how certain the figures are
what-more-to-fetch = more to fetch

## The situation on one page

key-eligibility-label = Qualified for vocational programmes
key-eligibility-value = { $value }
key-eligibility-detail = per cent of year 9 in { $region }, { $period }
key-employed-label = Work in { $region }
key-employed-value = { $value }
key-employed-detail = people in { $period }, { $change } per cent in one year
key-unemployment-label = Unemployment in { $region }
key-unemployment-value = { $value }%
key-unemployment-detail = in { $period }, ages 20–64; Sweden { $country }%
key-barometer-label = Occupations with good chances
key-barometer-value = { $value }
key-barometer-detail = { $share } per cent of the occupations assessed in { $region }, { $period }
key-cohorts-label = Young people per 100 older
key-cohorts-value = { $value }
key-cohorts-detail = aged 10–19 for every 100 aged 60–69 in { $region }, { $period }

point-employed =
    In { $period }, { $level } people worked in { $region }. { $is_direction ->
        [up] That is about { $change } more than a year earlier.
        [down] That is about { $change } fewer than a year earlier.
       *[same] That is much the same number as a year earlier.
    } { $is_country ->
        [up] In Sweden as a whole the number rose by { $country } per cent.
        [down] In Sweden as a whole the number fell by { $country } per cent.
       *[same] In Sweden as a whole the number was much the same.
    }
point-unemployment =
    Unemployment in { $region } was { $rate } per cent in { $period }, { $is_comparison ->
        [higher] higher than in Sweden as a whole ({ $country } per cent).
        [lower] lower than in Sweden as a whole ({ $country } per cent).
       *[same] about the same as in Sweden as a whole ({ $country } per cent).
    }
point-barometer =
    The Swedish Public Employment Service judges the chances of finding work in { $region } to be good in { $large } { PLURAL($large) ->
        [one] occupation
       *[other] occupations
    } and poor in { $small } ({ $period }).
point-replacement = The larger occupations in { $region } where most people are expected to leave because of age include { $occupations }. Of about { $employees } { $first }, about { $leaving } are expected to leave within five years.
point-cohorts =
    { $is_comparison ->
        [higher] More young people are entering working life than older people leaving it:
        [lower] Fewer young people are entering working life than older people leaving it:
       *[same] About as many young people are entering working life as older people leaving it:
    } for every 100 people aged 60–69 there are { $ratio } aged 10–19 in { $region } ({ $period }).

## Where the jobs are

employed-title =
    { $is_direction ->
        [up] In { $period }, { $change } per cent more people worked in { $region } than a year earlier
        [down] In { $period }, { $change } per cent fewer people worked in { $region } than a year earlier
       *[same] In { $period }, about as many people worked in { $region } as a year earlier
    }
employed-subject = employed people working in { $region }, { MONTH($period) } each year
employed-caption = Employed people aged 15–74 working in { $region }, { MONTH($period) } { $first }–{ YEAR($period) }. Number of people. The latest months are preliminary.
employed-trend =
    { $is_direction ->
        [up] The trend points upwards: over the latest twelve months, on average { $trend } per cent more people worked in { $region } than over the twelve months before.
        [down] The trend points downwards: over the latest twelve months, on average { $trend } per cent fewer people worked in { $region } than over the twelve months before.
       *[same] The trend is much the same: over the latest twelve months, on average about as many people worked in { $region } as over the twelve months before.
    } { $is_country ->
        [up] In Sweden as a whole the increase is { $country } per cent.
        [down] In Sweden as a whole the decrease is { $country } per cent.
       *[same] In Sweden as a whole the number is much the same.
    }
vacancies =
    { $is_against ->
        [higher] There were { $rate } vacancies per 100 jobs in { $region } in { $period }, more than in Sweden ({ $country }).
        [lower] There were { $rate } vacancies per 100 jobs in { $region } in { $period }, fewer than in Sweden ({ $country }).
        [same] There were { $rate } vacancies per 100 jobs in { $region } in { $period }, no certain difference from Sweden ({ $country }).
       *[unknown] There were { $rate } vacancies per 100 jobs in { $region } in { $period }.
    } { $is_year ->
        [higher] That is more than in the same quarter of the year before ({ $before }).
        [lower] That is fewer than in the same quarter of the year before ({ $before }).
        [same] That is no certain difference from the same quarter of the year before ({ $before }).
       *[unknown] There is no figure for the year before to compare with.
    } This is a sample survey: the margin of error is plus or minus { $margin }. Vacancies are not the same as advertisements.
unemployment-title =
    Unemployment in { $region } was { $rate } per cent in { $period }, { $is_comparison ->
        [higher] higher than in Sweden as a whole
        [lower] lower than in Sweden as a whole
       *[same] about the same as in Sweden as a whole
    }
unemployment-subject = unemployed, per cent of the labour force, { $period }
unemployment-caption = Unemployed people as a percentage of the labour force, ages 20–64, { $period }.

unemployment-area-title =
    { $is_spread ->
        [same] Unemployment is about the same in the counties of { $region }: { $low } to { $high } per cent in { $period }
       *[higher] Unemployment ranges from { $low } per cent in { $lowest } to { $high } per cent in { $highest } ({ $period })
    }
unemployment-area-subject = unemployed, per cent of the labour force in each county
unemployment-area-caption = Unemployed people as a percentage of the labour force, ages 20–64, { $before } and { $period }. Percentages are not added up: each county is shown on its own.

workforce = In { $period }, { $employees } employees with a known occupation worked in { $region }. The ten largest occupations made up { $top_ten } per cent of them. The self-employed are not included.
largest-occupations-title =
    { $is_lead ->
        [same] The largest occupations are { $both }, about the same size: { $first_value } and { $second_value } employees
       *[up] The largest occupation is { $first }, with { $first_value } employees
    }
largest-occupations-caption = The { $count } occupations with most employees in { $region }, { $period }. Change in per cent. A specialisation above 1 means that the occupation is more common in { $region } than in Sweden.
breaks-title = Breaks in the series
occupation-breaks = Read the changes with care. { $breaks } That is why no change is shown between 2022 and 2023, and the change 2019–2022 spans a change of method.
break-yreg-2020 = The Population by Labour Market Status (BAS) replaces the register-based labour market statistics (RAMS).
break-yreg-2023 = The ages are 16–69 (before, 16–64), and occupations that were missing have been imputed.
typical-occupations-title = The larger occupations most distinctive of { $region } include { $occupations }
typical-mark = As common as in Sweden (1)
typical-occupations-subject = how many times as common the occupation is in { $region } as in Sweden, { $period }
typical-occupations-caption = The occupation’s share of employees in { $region } divided by its share in Sweden, { $period }. Occupations with at least { $fewest } employees. Own calculation.
typical-occupations-grid = Distinctive occupations in { $region }, { $period }. A specialisation of 2 means twice as common as in Sweden.
women-and-men =
    { $is_half ->
        [minority] Occupations are often divided by sex: { IN_TEN($balanced) } employees in { $region } ({ $balanced } per cent) worked in { $period } in an occupation with an even distribution (40–60 per cent women).
        [about] About half work in occupations with an even distribution (40–60 per cent women): { IN_TEN($balanced) } employees in { $region } ({ $balanced } per cent) in { $period }.
       *[majority] Most people work in occupations with an even distribution (40–60 per cent women): { IN_TEN($balanced) } employees in { $region } ({ $balanced } per cent) in { $period }.
    }

## Born in Sweden and abroad

born-native = Born in Sweden
born-foreign = Born abroad
born-abroad-title =
    { $is_work ->
        [higher] A larger share of those born abroad than of those born in Sweden have work in { $region }: { $foreign } against { $native } per cent
        [lower] A smaller share of those born abroad than of those born in Sweden have work in { $region }: { $foreign } against { $native } per cent
       *[same] No certain difference between how many of those born abroad and in Sweden have work in { $region }: { $foreign } and { $native } per cent
    }
born-abroad-subject = share who have work, ages 20–64, in { $region } and Sweden, { $period }, per cent
born-abroad-caption = Have work (are employed), in per cent of those who live in { $region } and in Sweden, and unemployed, in per cent of the labour force, ages 20–64, { $period }. Preliminary figures.
born-abroad-drawn = Have work (are employed), in per cent of those who live in { $region } and in Sweden, ages 20–64, { $period }. Preliminary figures. The table has the unemployed too.
born-abroad-points =
    Among those born abroad { $is_foreign ->
        [higher] a larger share of the women than of the men have work
        [lower] a larger share of the men than of the women have work
       *[same] there is no certain difference between women and men
    }, among those born in Sweden { $is_native ->
        [higher] a larger share of the women have work
        [lower] a larger share of the men have work
       *[same] there is no certain difference
    }. Of those born abroad in the labour force { $foreign } per cent are unemployed, { $is_unemployment ->
        [higher] a larger share than of those born in Sweden ({ $native } per cent)
        [lower] a smaller share than of those born in Sweden ({ $native } per cent)
       *[same] no certain difference from those born in Sweden ({ $native } per cent)
    }. That tells how it is today, not what a person can do.

## Outlook by occupation

chances-0 = Good
chances-1 = Medium
chances-2 = Poor
barometer-counts-title =
    { PLURAL($large) ->
        [one] { $large } occupation has
       *[other] { $large } occupations have
    } good chances of finding work in { $region }; in Sweden, { $country }
barometer-counts-subject = number of occupations by chances of finding work, { $period }
barometer-counts-area-title = Between { $low } and { $high } occupations have good chances of finding work in the counties; in Sweden, { $country }
barometer-counts-caption = Number of occupations by chances of finding work, { $period }.
barometer-growing-title =
    { PLURAL($count) ->
        [one] In { $count } occupation
       *[other] In { $count } occupations
    } the chances of finding work are good in { $region }, and demand is expected to grow
barometer-growing-caption = Occupations where the chances of finding work are good in { $region } and demand is expected to grow over five years ({ $period }), with the latest assessment for Sweden ({ $latest }).
barometer-level-title = What the assessment rests on
barometer-level =
    { $is_known ->
        [yes] An assessment for { $region } ({ $period }) often rests on information for a larger area. The last column on the right shows the level it rests on.
       *[no] An assessment for { $region } often rests on information for a larger area: several counties together or the whole country. The copy of { $period } that this brief rests on does not say which. So ask local employers about the situation as well.
    }
barometer-words-title = How to read the words
barometer-words = Shortage means that employers have difficulty finding the right people. Surplus means that more people are looking for work than are needed. Paradox means that it is difficult to recruit although there are unemployed people in the occupation, or because many leave it or work part time. The words say nothing about pay or about what the work is like.
barometer-differs-title =
    Of { $compared } occupations, { $better } are judged better and { $worse } worse in { $region } than in Sweden
barometer-differs-caption = Occupations where the chances of finding work are judged differently in { $region } than in Sweden, same round ({ $period }). Those judged better come first.
employed-ahead = In { $near }, { $near_expected } people are expected to work in { $region } ({ $near_lower } to { $near_upper }): { $near_says }. In { $far } the number expected is { $far_expected } ({ $far_lower } to { $far_upper }): { $far_says }. The intervals in brackets should hold in 80 per cent of cases. Tested on earlier months they held in { $near_held } and { $far_held } per cent. Our own calculation.
employed-ahead-says =
    { $is_ahead ->
        [up] more than in the same month a year earlier
        [not-down] as many as in the same month a year earlier, or more
        [same] about as many as in the same month a year earlier
        [not-up] as many as in the same month a year earlier, or fewer
        [down] fewer than in the same month a year earlier
       *[unknown] we do not know whether that is more or fewer than a year earlier
    }
unemployment-ahead = Unemployment in { $region } is expected to be { $near_expected } per cent in { $near } ({ $near_lower } to { $near_upper }): { $near_says }. In { $far } it is expected to be { $far_expected } per cent ({ $far_lower } to { $far_upper }): { $far_says }. The intervals in brackets should hold in 80 per cent of cases. Tested on earlier months they held in { $near_held } and { $far_held } per cent. Our own calculation.
unemployment-ahead-says =
    { $is_ahead ->
        [up] higher than in the same month a year earlier
        [not-down] as high as in the same month a year earlier, or higher
        [same] about the same as in the same month a year earlier
        [not-up] as high as in the same month a year earlier, or lower
        [down] lower than in the same month a year earlier
       *[unknown] we do not know whether that is higher or lower than a year earlier
    }
within-reach-title =
    { $is_ahead ->
        [up] More people are expected to work in { $place } in { $target } than in { $period }
        [not-down] As many people or more are expected to work in { $place } in { $target } as in { $period }
        [same] About as many people are expected to work in { $place } in { $target } as in { $period }
        [not-up] As many people or fewer are expected to work in { $place } in { $target } as in { $period }
        [down] Fewer people are expected to work in { $place } in { $target } than in { $period }
       *[unknown] We do not know whether more or fewer people will work in { $place } in { $target }
    }
reach-around = { $region } and the counties around
within-reach-caption =
    Expected change in the number of employees { $period }–{ $target }, per cent, where those who live in { $region } can commute. Lowest and highest: an interval that should hold in 80 per cent of cases in the counties. { $is_basis ->
        [commuting] Each county counts by the share of those who work there that commute from here.
       *[shares] The FA region is worked out from the outlooks of its counties, by how much of the county’s advertisements are for its municipalities. The counties around count by distance. It is not actual commuting.
    } Of the work in { $market }, { $covered } per cent lies in counties with figures. Our own calculation.
fa-regions-title =
    { $is_known ->
        [none] We do not know whether more or fewer people will work in any of the { $count } FA regions in { $target }
        [few] For most of the { $count } FA regions we do not know whether more or fewer people will work there in { $target }
        [most] For some of the { $count } FA regions we do not know whether more or fewer people will work there in { $target }
       *[all] The outlook to { $target } points one way for all of the { $count } FA regions
    }
fa-regions-caption =
    FA regions, areas that people can commute within, with municipalities in { $region } (the division of 2015). Expected change in the number of employees { $period }–{ $target }, per cent. Lowest and highest: an interval that should hold in 80 per cent of cases in the counties. { $is_basis ->
        [commuting] Each county counts by the share of those who work there that live in the FA region.
       *[shares] The numbers are worked out from the outlooks of the counties, by how much of the county’s advertisements are for the region’s municipalities. It is not actual commuting.
    } No figure: too little of the work lies in counties with figures. Our own calculation.
own-outlook-title =
    { $is_known ->
        [none] We do not know whether any of the { $count } largest occupations will grow or shrink by { $target }
        [few] We do not know whether most of the { $count } largest occupations will grow or shrink by { $target }
        [most] We do not know whether some of the { $count } largest occupations will grow or shrink by { $target }
       *[all] The outlook to { $target } points one way for all of the { $count } largest occupations
    }
own-outlook-caption = The { $count } largest occupations in { $region }: employees in { $period } and the number expected in { $target }. The wide interval should hold in 80 per cent of cases. Tested on earlier years it held in { $held_80 } per cent. The narrow one should hold in 50 per cent. It held in { $held_50 } per cent. Our own calculation.
own-outlook-none-title = No outlook for occupations this small
own-outlook-none = No occupation in { $region } has at least { $fewest } employees. In smaller occupations chance matters much. That is why neither our outlook nor openings are shown. Read about Sweden and the counties around instead.
own-outlook-how-title = How the outlook is made
own-outlook-how =
    { $is_method ->
        [unchanged] No forecast has been better than guessing that nothing changes. So we show an unchanged number.
       *[better] We tested several ways on earlier years and chose the one that had missed least. Five years ahead its error was { $relative } times that of guessing no change, or { $published } times if changes of method are counted.
    } “We do not know” means that the wide interval holds both more and fewer, or that such intervals have held in less than { $seldom } per cent of cases. Occupations with fewer than { $fewest } employees get no outlook. Years differ. Rely on the interval more than on the expected number.
openings-title = About { $openings } openings for { $occupation } are expected by { $target }, but there may be { $lower } to { $upper }
openings-caption = Expected openings in { $region } by { $target }: those who leave because of age, plus or minus the expected change of the occupation. Lowest and highest: the wide interval of the change. Occupations with at least { $fewest } employees, rounded to tens. The age structure is that of Sweden. People who change occupation are not counted. A minus means that the occupation may shrink by more than those who leave. Our own calculation.
disagreement-title = The outlooks disagree most on “{ $first }”
disagreement-caption = The larger occupations in { $region } (at least { $fewest } employees) where outlooks and advertisements differ most. The barometer is Yrkesbarometern of the Swedish Public Employment Service. Our outlook is for { $target } and shows where the narrow interval leans. Advertisements are compared with other occupations in the county. The reason is chosen by a rule; area is what the barometer rests on. Our own calculation.
replacement-title = About { $first_value } of { $employees } { $occupation } are expected to leave because of age within five years
replacement-subject = employees in { $region } expected to leave because of age within five years
replacement-caption = Employees in { $period } in { $region } who are expected to leave because of age within five years. Occupations with at least { $fewest } employees, rounded to tens. The age structure is that of Sweden. Own calculation.
replacement-oldest = Of the occupations in the chart, { $occupation } are among those where the largest share is expected to leave: { IN_TEN($share) } ({ $share } per cent) within five years. That tells how many need to be replaced if the occupation is to stay the same size, not how many will get jobs.
advertisements-title = The larger occupations with most advertisements per employee include { $occupations }
advertisements-subject = advertisements per 100 employees in { $region }, { $period }
advertisements-caption = Advertisements in Platsbanken in { $period } per 100 employees in the occupation, { $region }. Occupations with at least { $fewest } employees. Not all jobs are advertised, and the same job may be advertised several times. Own calculation.
advertisements-grid = Advertisements in Platsbanken per 100 employees in the occupation, { $region }, { $period }.

## Occupations in running text, where the register’s name is written for tables

occupation-1112 = senior government officials in central and local government
occupation-1212 = finance managers
occupation-1252 = sales and marketing managers
occupation-1292 = administration and service managers
occupation-1342 = architectural and engineering managers
occupation-1362 = production managers in construction and mining
occupation-1372 = production managers in manufacturing
occupation-1412 = headmasters
occupation-1512 = department and unit managers in health care
occupation-1592 = operations managers in public services
occupation-2319 = other university and higher education teachers
occupation-2432 = public relations professionals
occupation-3121 = supervisors in construction and mining
occupation-3511 = ICT operations technicians
occupation-3512 = ICT support technicians
occupation-4117 = medical secretaries
occupation-4119 = office clerks
occupation-5222 = sales staff in groceries
occupation-5223 = sales staff in specialty stores
occupation-5321 = assistant nurses in home care and homes for the elderly
occupation-5322 = assistant nurses in rehabilitation
occupation-5323 = assistant nurses on hospital wards
occupation-5324 = assistant nurses at clinics
occupation-5342 = personal care providers
occupation-5349 = other personal care workers in health services
occupation-7111 = woodworkers and carpenters
occupation-7223 = machine-tool operators
occupation-8129 = operators at metal processing plants
occupation-8131 = machine operators making pharmaceutical products
occupation-8161 = machine operators in meat and fish processing
occupation-8169 = machine operators making other food
occupation-8172 = operators at papermaking plants
occupation-8212 = assemblers of electrical and electronic equipment
occupation-8213 = assemblers of metal, rubber and plastic products
occupation-8329 = drivers of motorcycles, bicycles and other vehicles
occupation-9629 = other service workers

## Ways in and young people

vocational-places-title =
    { $is_lead ->
        [shared] Most new places in higher vocational education, { $first_value } each, are in the fields “{ $first }” and “{ $second }”
       *[alone] Most new places in higher vocational education, { $first_value }, are in the field “{ $first }”
    }
vocational-places-subject = new places in higher vocational education in { $region }, { $period }
vocational-places-caption = Places granted in higher vocational education (yrkeshögskola) in { $region }, application round { $period }.
places-note-title = There are more places
places-note = The figures show one application round. Most programmes now running were granted earlier, and programmes given in several municipalities are not included. Look for current programmes at yrkeshogskolan.se.
ways-in-title = The Swedish Public Employment Service ties { $linked } of { $groups } occupational groups to an education
ways-in-caption = The largest of them in { $region }, employees { $period }. The link is from { $linked_in }. It says which education belongs with the occupation, not what an employer asks for. The other occupations have ways in too: begin at utbildningsguiden.se.
occupation-education = The Swedish Public Employment Service ties the occupation to the education “{ $education }”. There is such a link for { $linked } of { $groups } occupational groups. It says which education belongs with the occupation, not what an employer asks for.
occupation-no-education = The Swedish Public Employment Service has not tied the occupation to an education. There is such a link for only { $linked } of { $groups } occupational groups; that it is missing does not mean that there is no education.
after-vocational-work =
    In the whole country { IN_TEN($total) } ({ $total } per cent) of those who graduated from higher vocational education had work within six months, according to the follow-up of { $period }. { $is_change ->
        [higher] That is a larger share than the year before, when it was { $total_before } per cent.
        [lower] That is a smaller share than the year before, when it was { $total_before } per cent.
       *[same] There is no certain difference from the year before, when it was { $total_before } per cent.
    }
after-vocational-title =
    { $is_spread ->
        [higher] The largest share works in its field after “{ $first }”, { $first_value } per cent, and the smallest after “{ $last }”, { $last_value } per cent
        [alone] After “{ $first }” { $first_value } per cent work in the field
       *[same] About as many work in their field: { $first_value } per cent after “{ $first }” and { $last_value } per cent after “{ $last }”
    }
after-vocational-caption =
    First: the share who work wholly or mostly in the field they trained for, of those who work. Then: the share who found work within six months. { $is_here ->
        [here] Fields with new places in { $region }, but the answers are from the whole country, { $period }.
       *[everywhere] The whole country, { $period }.
    } The margin of error says within how many percentage points the true value lies, at 95 per cent certainty.
attainment =
    { $is_comparison ->
        [higher] Of those aged 25–64 in { $region }, { IN_TEN($share) } ({ $share } per cent) had at least three years of education after upper-secondary school in { $period }, a larger share than in Sweden ({ $country } per cent).
        [lower] Of those aged 25–64 in { $region }, { IN_TEN($share) } ({ $share } per cent) had at least three years of education after upper-secondary school in { $period }, a smaller share than in Sweden ({ $country } per cent).
       *[same] Of those aged 25–64 in { $region }, { IN_TEN($share) } ({ $share } per cent) had at least three years of education after upper-secondary school in { $period }, about as in Sweden ({ $country } per cent).
    } { $is_gap ->
        [higher] It is more common among women ({ $women } per cent) than among men ({ $men } per cent).
        [lower] It is more common among men ({ $men } per cent) than among women ({ $women } per cent).
       *[same] It is about as common among women ({ $women } per cent) as among men ({ $men } per cent).
    } { $short } per cent had compulsory school at most. For { $unknown } per cent the education is not known, often because it is from another country.
higher-starts =
    Of those who left upper-secondary school in { $region } in { $period }, { $women } per cent of the women and { $men } per cent of the men had begun higher education within three years{ $is_gap ->
        [higher] : it is more common among the women.
        [lower] : it is more common among the men.
       *[same] . There is no certain difference between them.
    } { $is_women ->
        [higher] Among the women that is a larger share than in Sweden ({ $country_women } per cent),
        [lower] Among the women that is a smaller share than in Sweden ({ $country_women } per cent),
       *[same] Among the women that is no certain difference from Sweden ({ $country_women } per cent),
    } { $is_men ->
        [higher] among the men a larger one ({ $country_men } per cent).
        [lower] among the men a smaller one ({ $country_men } per cent).
       *[same] among the men no certain difference ({ $country_men } per cent).
    } Higher vocational education and other education are not counted.
age =
    { $is_open_ended ->
        [yes] { $first } and over
       *[no] { $first }–{ $last } years
    }
cohorts-title =
    { $is_comparison ->
        [higher] More young people are on their way in than older people on their way out: { $ratio } per 100
        [lower] Fewer young people are on their way in than older people on their way out: { $ratio } per 100
       *[same] About as many young people are on their way in as older people on their way out: { $ratio } per 100
    }
cohorts-subject = people aged 10–19 for every 100 people aged 60–69, { $period }
cohorts-caption = People aged 10–19 for every 100 people aged 60–69, { $period }. Moves and later retirement are not taken into account. Own calculation.
cohorts-area-title =
    { $is_spread ->
        [same] The counties of { $region } have about as many young people per 100 older: { $low } to { $high }
       *[higher] Between { $low } and { $high } young people are on their way in per 100 older people on their way out
    }
cohorts-area-subject = people aged 10–19 for every 100 people aged 60–69, { $period }
cohorts-area-caption = People aged 10–19 for every 100 people aged 60–69, { $period }, in the counties of { $region }. Moves and later retirement are not taken into account. Own calculation.
population-title =
    { $is_lead ->
        [shared] The largest age groups in { $region } are { $age } and { $next_age }, about the same size: { $size } and { $next_size } people
       *[alone] The largest age group in { $region } is { $age }, { $size } people
    }
population-subject = residents of { $region } by age, { $period }
population-caption = Residents of { $region } by age, { $period }. Number of people.
eligibility-map-title =
    { $is_top ->
        [nearly-all] The share who qualify is lowest in { $lowest }, { $low } per cent, and nearly all qualify in { $nearly_all }
       *[share] The share who qualify is lowest in { $lowest }, { $low } per cent, and highest in { $highest }, { $high } per cent
    }
eligibility-map-caption = Pupils who qualify for vocational programmes in the municipalities of { $region }, per cent, { $period }. Darker means a larger share. Boundaries: SCB.
eligibility-title =
    { $is_top ->
        [nearly-all] Between { $low } per cent and nearly all pupils in year 9 qualify for a vocational programme, depending on municipality
       *[share] Between { $low } and { $high } per cent of pupils in year 9 qualify for a vocational programme, depending on municipality
    }
eligibility-kommun-title =
    { $is_given ->
        [number] { $share } per cent of pupils in year 9 in { $kommun } qualify for a vocational programme
        [nearly-all] Nearly all pupils in year 9 in { $kommun } qualify for a vocational programme ({ $share } per cent)
       *[too-few] The share who qualify in { $kommun } is not shown: the pupils are { $share }
    }
eligibility-subject = pupils who qualify for vocational programmes in upper-secondary school in { $region }, per cent, { $period }
eligibility-caption = Pupils who finished year 9 and qualified for vocational programmes in upper-secondary school, per cent, { $period }. In a small municipality a few pupils make a large difference.
girls = Girls
boys = Boys
all-with-value = All (the value is on the right)

## Young people outside, and upper-secondary school, from Kolada

share-N02797 = Neither work nor study, aged 16–24
share-N18741 = Followed up by the municipality, of all aged 16–19
share-N18746 = Have had some support, of those followed up
share-N15428 = Qualify for vocational programmes after year 9
share-N17803 = In introductory programmes, of all in upper secondary
share-N17801 = In vocational programmes, of all in upper secondary
share-N17461 = Diploma from upper-secondary school within four years
young-outside-title =
    { $is_against ->
        [higher] { $share } per cent of those aged 16–24 in { $region } neither work nor study, a larger share than in Sweden ({ $year })
        [lower] { $share } per cent of those aged 16–24 in { $region } neither work nor study, a smaller share than in Sweden ({ $year })
        [same] { $share } per cent of those aged 16–24 in { $region } neither work nor study, no certain difference from Sweden ({ $year })
       *[unknown] { $share } per cent of those aged 16–24 in { $region } neither work nor study ({ $year })
    }
young-outside-unknown-title = Young people in { $region }: outside, eligible and through upper-secondary school
young-outside-caption =
    Shares in per cent, the latest year of each measure. { $is_level ->
        [municipality] In a small municipality a few people make a large difference.
       *[county] Lowest and highest are among the municipalities of the county.
    } { $is_gap ->
        [some] No figure means that Kolada gives none: there is none for the county or by sex, or it is about too few.
       *[none] { "" }
    } Source: Kolada. The comparison with Sweden is our own: a difference is certain when it is more than twice what the share tends to change in a year.
young-responsibility-county = Municipalities must keep in touch with those under 20 who are not in upper-secondary school. In the municipalities of { $region } this concerns between { $low } and { $high } per cent of those aged 16–19 ({ $year }). Of them, between { $least } and { $most } per cent have had some support, such as guidance or work experience.
young-responsibility-kommun = Municipalities must keep in touch with those under 20 who are not in upper-secondary school. In { $region } this concerns { $share } per cent of those aged 16–19 ({ $year }). Of them, { $helped } per cent have had some support, such as guidance or work experience.
young-completion =
    { IN_TEN($share) } ({ $share } per cent) from { $region } had a diploma four years after they began upper-secondary school ({ $year }){ $is_by_sex ->
        [yes] : { $women } per cent of the women and { $men } per cent of the men.
       *[no] .
    } { $is_against ->
        [higher] That is a larger share than in Sweden ({ $country } per cent).
        [lower] That is a smaller share than in Sweden ({ $country } per cent).
        [same] That is no certain difference from Sweden ({ $country } per cent).
       *[unknown] It cannot be said whether that differs from Sweden.
    }

## After upper-secondary school and new in Sweden, from Kolada

share-N18601 = Work or study after a diploma
share-N18603 = Work after a vocational programme
share-N18606 = In higher education after a vocational programme
share-N18604 = Work after a preparatory programme
share-N18607 = In higher education after a preparatory programme
share-N18608 = In other education than higher, after a diploma
share-N18611 = Work or study after a study certificate
after-gymnasium-county-title = Two years after the diploma from upper-secondary school, between { $low } and { $high } per cent work or study, depending on municipality in { $region } ({ $year })
after-gymnasium-claim =
    { $title }.{ $is_by_kind ->
        [yes] { " " }After a vocational programme, between { $work_low } and { $work_high } per cent work. After a preparatory programme, between { $study_low } and { $study_high } per cent are in higher education.
       *[no] { "" }
    } Source: Kolada.
after-gymnasium-kommun-title =
    { $share } per cent from { $region } work or study two years after the diploma from upper-secondary school ({ $year }){ $is_against ->
        [higher] , a larger share than in Sweden
        [lower] , a smaller share than in Sweden
        [same] , no certain difference from Sweden
       *[unknown] { "" }
    }
after-gymnasium-unknown-title = Two years after upper-secondary school
after-gymnasium-caption =
    Shares in per cent two years after upper-secondary school, by the municipality where the pupil lived. Work: has work, and an income above the limit of the National Agency for Education. { $is_level ->
        [municipality] In a small municipality a few people make a large difference.
       *[county] Lowest and highest are among the municipalities of the county.
    } { $is_gap ->
        [some] No figure means that Kolada gives none, for example because it is about too few.
       *[none] { "" }
    } Source: Kolada. The comparison with Sweden is our own.
newcomers-established-county =
    Those who are new in Sweden can have support in the introduction programme for two years at most. Of those who left it in the municipalities of { $region }, between { $low } and { $high } per cent worked or studied three months later ({ $year }).{ $is_known ->
        [known] { " " }In Sweden it was { $country } per cent.
       *[unknown] { "" }
    } Source: Kolada.
newcomers-established-kommun =
    Those who are new in Sweden can have support in the introduction programme for two years at most. Of those who left it in { $region }, { $share } per cent worked or studied three months later ({ $year }). { $is_against ->
        [higher] That is a larger share than in Sweden ({ $country } per cent).
        [lower] That is a smaller share than in Sweden ({ $country } per cent).
        [same] That is no certain difference from Sweden ({ $country } per cent).
       *[unknown] It cannot be said whether that differs from Sweden.
    } Source: Kolada. The comparison is our own.
newcomers-sfi-county =
    How fast can one learn Swedish? Of those who began sfi two years earlier, between { $low } and { $high } per cent had passed at least two courses, depending on municipality in { $region } ({ $year }).{ $is_known ->
        [known] { " " }In Sweden it was { $country } per cent.
       *[unknown] { "" }
    } Source: Kolada.
newcomers-sfi-kommun =
    How fast can one learn Swedish? Of those who began sfi in { $region } two years earlier, { $share } per cent had passed at least two courses ({ $year }). { $is_against ->
        [higher] That is a larger share than in Sweden ({ $country } per cent).
        [lower] That is a smaller share than in Sweden ({ $country } per cent).
        [same] That is no certain difference from Sweden ({ $country } per cent).
       *[unknown] It cannot be said whether that differs from Sweden.
    } Source: Kolada. The comparison is our own.

after-higher-title =
    { $is_sexes ->
        [higher] { $share } per cent had a foothold in the labour market a year to a year and a half after higher education, a larger share of the women ({ $women }) than of the men ({ $men })
        [lower] { $share } per cent had a foothold in the labour market a year to a year and a half after higher education, a smaller share of the women ({ $women }) than of the men ({ $men })
        [same] { $share } per cent had a foothold in the labour market a year to a year and a half after higher education, no certain difference between women ({ $women }) and men ({ $men })
       *[unknown] { $share } per cent had a foothold in the labour market a year to a year and a half after higher education
    }
after-higher-claim =
    { $title } (all of Sweden, { $period }). { $is_spread ->
        [higher] The share is largest after { $first }, { $first_value } per cent, and smallest after { $last }, { $last_value } per cent.
        [lower] { "" }
        [same] The shares do not differ for certain between degrees.
       *[unknown] After { $first } the share was { $first_value } per cent, after { $last } { $last_value } per cent.
    }
after-higher-caption =
    Share who were established, per cent of those who took a degree, all of Sweden, { $period }. { $is_listed ->
        [ends] The degrees with the largest and the smallest shares.
       *[all] The degrees that the Swedish Higher Education Authority gives a share for.
    } Small groups are not shown, nor any university by itself.
licensed-title =
    { $is_short ->
        [below] More openings than degrees are expected for { $occupation }: { $openings } against { $graduates }
       *[other] None of these occupations is certain to have more openings than degrees
    }
licensed-subject = licensed occupations, all of Sweden, openings by { $target } and degrees in five academic years, number of people
licensed-caption = Openings expected in all of Sweden by { $target }: those who leave because of age, plus or minus the expected change of the occupation. Against them stand those who took the degree that the licence requires, in the five years up to { $last }. The interval of the change should hold in 80 per cent of cases. Only what lies outside it is certain. People educated in another country are not counted, and not all who have the degree work in the occupation. Own calculation.
licensed-below = more openings
licensed-within = not certain
licensed-above = more graduates

## What is given in the region

several-kommuner = several municipalities
gymnasium-offers-county =
    { $programmes } { PLURAL($programmes) ->
        [one] programme is
       *[other] programmes are
    } given in upper-secondary school in { $region }, at { $schools } { PLURAL($schools) ->
        [one] school
       *[other] schools
    } in { $kommuner } ({ $period }). { $is_alone ->
        [some] Given at a single school in the county: { $what }. Introductory programmes are counted.
       *[none] Introductory programmes are counted.
    }
gymnasium-offers-kommun =
    In { $region }, { $schools } { PLURAL($schools) ->
        [one] upper-secondary school gives
       *[other] upper-secondary schools give
    } { $programmes } { PLURAL($programmes) ->
        [one] programme
       *[other] programmes
    } ({ $period }): { $what }. You can also apply in other municipalities.
form-YH = higher vocational education
form-AUB = labour market training
form-FHS = folk high school
form-HS = higher education
form-KKU = arts and culture education
form-NY = national vocational education
form-VUXGR = komvux, compulsory level
form-VUXGY = komvux, upper-secondary level
form-VUXGRAN = adapted komvux, compulsory level
form-VUXGYAN = adapted komvux, upper-secondary level
form-VUXSFI = sfi, Swedish for immigrants
education-events =
    So many are the chances to begin an education for adults or after upper-secondary school in { $region }, { $period }: { $forms }. { $is_lead ->
        [shared] The most are in { $first } and { $second }.
       *[alone] The most are in { $first }.
    } They say nothing of how many places there are. Distance education without a place is not counted. Our own calculation from the list of the National Agency for Education.
vocational-programmes-title =
    { $programmes } { PLURAL($programmes) ->
        [one] programme
       *[other] programmes
    } of higher vocational education granted in { $region } in round { $period }
vocational-programmes-caption =
    { $is_cut ->
        [yes] The { $most } programmes with the most places.
       *[no] The programmes and their places.
    } The places are often for several years’ starts. A programme in several municipalities has all its places in one row. Programmes granted earlier are given too: see yrkeshogskolan.se.

## What has changed

since-last = { $said }. The reasons are under “{ part-changes }”.
changes-first =
    { $is_why ->
        [unreadable] The last brief cannot be read, so this one is not compared with any.
        [unknown] There are no figures from that day to compare with.
       *[first] This is the first brief: there is no earlier one to compare with.
    }
changes-none =
    { $is_document ->
        [yes] The figures on page one are the same as in the brief of { $date }.
       *[no] The figures on page one are the same as they were on { $date }.
    }
changes-new = These were not given as numbers in what the brief is compared with: { $what }.
changes-title =
    { $is_moved ->
        [some] Since { $date } these have changed by more than the noise: { $what }
       *[none] Since { $date } none of the figures on page one has changed by more than the noise
    }
changes-caption =
    { $is_document ->
        [yes] The figures on page one in the brief of { $date } (checksum { $checksum }) and in this one.
       *[no] The figures on page one as they were on { $date } and as they are now.
    } The five columns on the right add up to the change. Noise is less than can be said for certain.{ $is_whole ->
        [yes] { "" }
       *[no] { " " }No figure: that part cannot be told from the others.
    }
changes-periods = { $before } – { $now }
changes-months = { MONTH($before) }–{ MONTH($now) } { YEAR($now) }
headline-employed-level =
    { $is_where ->
        [riket] Working in Sweden
        [elsewhere] Working in { $region }
       *[here] Working
    }
headline-employed-change =
    { $is_where ->
        [riket] Working, in one year in Sweden
        [elsewhere] Working, in one year in { $region }
       *[here] Working, in one year
    }
headline-employed-change-pct =
    { $is_where ->
        [riket] Working, in one year in Sweden, %
        [elsewhere] Working, in one year in { $region }, %
       *[here] Working, in one year, %
    }
headline-unemployment-rate =
    { $is_where ->
        [riket] Unemployment in Sweden, %
        [elsewhere] Unemployment in { $region }, %
       *[here] Unemployment, %
    }
headline-barometer-counts-occupations =
    { $is_chances ->
        [large] Occupations, good chances
        [medium] Occupations, fair chances
       *[small] Occupations, poor chances
    }
headline-barometer-counts-share-pct =
    { $is_chances ->
        [large] Good chances, %
        [medium] Fair chances, %
       *[small] Poor chances, %
    }
headline-cohorts-per-100 = Young per 100 older
headline-eligibility-total = Eligible, %
headline-occupation-years-employees = Employees
headline-occupation-years-women-pct = Women, %
headline-occupation-years-men-pct = Men, %
headline-ads-per-100 = Adverts per 100
headline-ads-country-per-100 = Adverts per 100 in Sweden

## How certain the picture is

hindsight-title =
    { $is_chance ->
        [none] None of the { $count } earlier outlooks was right more often than chance
        [some] Only some of the { $count } earlier outlooks were right more often than chance
       *[all] All { $count } earlier outlooks were right more often than chance
    }
hindsight-caption = How often what was judged good or poor came out above or below the middle: the first four by growth, the others by advertisements. Chance gives 50 per cent. Lowest and highest: 90 per cent uncertainty. Shortage is not growth. Our own calculation.
certainty-noise-title = The population figures carry protective noise
certainty-noise-text = Since 2025 Statistics Sweden (SCB) adds a small random uncertainty to the population statistics so that nobody can be singled out. That is why the parts do not always add up to the whole. Differences of a few people mean nothing.
certainty-preliminary-title = The latest months are preliminary
certainty-preliminary-text = The number of people working in the county often changes a little as Statistics Sweden receives more information. We call changes of less than { $noise } per cent unchanged.
certainty-definitions-title = Unemployment is measured in several ways
certainty-definitions-text = Here we use Statistics Sweden’s register-based measure (BAS). It cannot be compared with the Labour Force Surveys (AKU) or with the unemployed registered at the Employment Service.
certainty-occupations-title = Occupations are counted in a new way since 2023
certainty-occupations-text = From 2023 more ages are included, and occupations that were missing have been imputed. That is why we never compare 2022 with 2023.
certainty-replacement-title = The retirements are a calculation
certainty-replacement-text = We assume that ages in the occupation are as in Sweden, and that people go on working as long as today. Those who change occupation or move are not counted.
certainty-barometer-title = Many assessments change
certainty-barometer-text = Yrkesbarometern is a judgement, not a measurement. Between a fifth and a quarter of the assessments change from one round to the next. Do not rely on a single round.
certainty-names-title = Occupations are divided and named in two ways
certainty-names-text = Employees follow Statistics Sweden’s occupational register (SSYK 2012), with its English names. Yrkesbarometern has occupations of its own: one may be several of the register’s, and the other way round. Those that the register does not have are named in Swedish only. The names of fields are our own translations.
certainty-ads-title = Advertisements are not jobs
certainty-ads-text = One advertisement may be for several jobs, and many jobs are never advertised. Sales occupations are advertised more often than others. Compare with how many people work in the occupation.

## Women and men: nearby occupations

wider-choices-title = In fields with mostly women or mostly men there are nearby occupations that are judged better
wider-choices-caption = Large: one of the largest occupations in { $region } in an occupational field (in brackets) where more than 60 per cent are of the same sex ({ $period }). Near: up to three occupations in the same field, at the same or the nearest level of education, that are judged better in Yrkesbarometern ({ $round }).
wider-large = large
wider-near = near

## New in Sweden

newcomers-title = Six steps to an occupation
newcomers-guidance = Talk to a study and career counsellor. It costs nothing. There are counsellors at schools, at komvux and at the Swedish Public Employment Service.
newcomers-swedish = Learn Swedish. Sfi is free of charge. Ask whether you can study Swedish and an occupation at the same time.
newcomers-recognition = Do you have an education from another country? Send it to the Swedish Council for Higher Education (UHR). They state what it corresponds to in Sweden. It is free of charge.
newcomers-skills = Do you know an occupation but lack the papers? Ask for validation. Then you can show what you can do.
newcomers-licence = Find out whether the occupation requires a licence or another permit. Ask the counsellor or UHR before you start.
newcomers-experience = Try it out. Ask about work experience, about a short course, or about following someone at work for a day.
newcomers-words-title = Words that are good to know
newcomers-words = Komvux: the municipality’s school for adults. Sfi: Swedish for immigrants. Yrkeshögskola: higher vocational education, after upper-secondary school. Validation: that someone tests and certifies what you can do. Licence: permission to work in an occupation, for example as a nurse or a teacher. Qualified: that you have the grades or courses required to apply.

## The municipality

subject-barometer-counts = chances of finding work
subject-cohorts = the number of young people
subject-openings = openings
subject-replacement = retirements
subject-eligibility = eligibility
subject-occupation-years = how many have the occupation
subject-employed = how many people work
subject-unemployment = unemployment
subject-vacancies = vacancies
subject-attainment = levels of education
subject-higher-starts = who goes on to higher education
subject-occupations = occupations
subject-barometer = chances of finding work
subject-ads = advertisements
subject-vocational-places = places in higher vocational education
subject-population = population
stands-in-title = Much of this is about the whole of { $region }
stands-in-text = There are no figures for { $region } on { $subjects }. So { $county } is shown instead, and the text says so. Many people work in another municipality.

## An area of several counties

side-by-side-title =
    { $is_tide ->
        [up] More people work in all the counties of { $region } than a year ago
        [up-or-same] More people work in some of the counties of { $region } than a year ago, about as many in the others
        [down] Fewer people work in all the counties of { $region } than a year ago
        [down-or-same] Fewer people work in some of the counties of { $region } than a year ago, about as many in the others
        [same] About as many people work in all the counties of { $region } as a year ago
       *[apart] More people work in some of the counties of { $region } than a year ago, fewer in others
    }
employed-beside-title =
    { $is_spread ->
        [same] Employment changes about as much in each of the counties of { $region }: { $low } to { $high } per cent in one year ({ $period })
       *[higher] Employment changes differently in the counties: { $low } per cent in { $lowest } and { $high } per cent in { $highest } in one year ({ $period })
    }
employed-beside-own = The county
employed-beside-subject = change in one year of the number working in each county, per cent, { MONTH($period) } each year
employed-beside-caption = Change in one year of the number of employed people aged 15–74 working in the county, per cent, { MONTH($period) } { $first }–{ YEAR($period) }. The latest months are preliminary. Own calculation.
side-by-side-caption = Employed people aged 15–74 working in the region, { $period }, and the change in one year. Trend: the latest twelve months against the twelve before, per cent. { $region } is the sum of the counties. Own calculation.
area-sums-title = How the area is calculated
area-sums = Numbers that are published without noise, such as employees, employed people, advertisements and places, are added up to { $region }. Unemployment is a percentage, the population carries protective noise and Yrkesbarometern is made of judgements: they are shown county by county.
common-outlook-title =
    { PLURAL($count) ->
        [one] { $count } occupation has
       *[other] { $count } occupations have
    } good chances of finding work and an expected growth in demand in all the counties
common-outlook-caption = Occupations where the chances of finding work are good and demand is expected to grow over five years in all the counties of { $region } ({ $period }).
population-beside-title = The population is shown county by county
population-beside-caption = Residents by age in the counties of { $region }, { $period }. Number of people. The numbers carry protective noise and are therefore not added up.
eligibility-beside-title = The share who qualify for vocational programmes ranges from { $low } per cent in { $lowest } to { $high } per cent in { $highest }
eligibility-beside-caption = The municipality with the lowest and the highest share of pupils who qualify for vocational programmes in upper-secondary school, in each county of { $region }, per cent, { $period }. Municipalities where nearly all qualify, or where the pupils are too few, have no number and are not included.

## One occupation

key-occupation-employees-label = Employees in { $region }
key-occupation-employees-value = { $value }
key-occupation-employees-detail = people, { $period }
key-occupation-women-label = Women in { $region }
key-occupation-women-value = { $value }%
key-occupation-women-detail = men { $men }%, { $period }
key-occupation-ads-label = Advertisements per 100 employees
key-occupation-ads-value = { $value }
key-occupation-ads-detail = in { $region }, { $period }; Sweden { $country }
occupation-change =
    { $is_direction ->
        [up] In { $period }, { $employees } people worked as { $occupation } in { $region }. That is more than in { $earlier } ({ $before }).
        [down] In { $period }, { $employees } people worked as { $occupation } in { $region }. That is fewer than in { $earlier } ({ $before }).
       *[same] In { $period }, { $employees } people worked as { $occupation } in { $region }. The difference from { $earlier } ({ $before }) is no larger than chance may cause.
    }
occupation-women-and-men =
    { $is_balance ->
        [even] Women and men are about as many: { $women } per cent women and { $men } per cent men. The distribution is even.
        [women] Most are women: { $women } per cent, against { $men } per cent men. That tells how it is in { $region } today, not who can work in the occupation.
       *[men] Most are men: { $men } per cent, against { $women } per cent women. That tells how it is in { $region } today, not who can work in the occupation.
    }
occupation-years-title =
    { $is_direction ->
        [up] More people worked in the occupation in { $region } in { $period } than in { $earlier }: { $newest } against { $before }
        [down] Fewer people worked in the occupation in { $region } in { $period } than in { $earlier }: { $newest } against { $before }
       *[same] About as many people worked in the occupation in { $region } in { $period } as in { $earlier }: { $newest } against { $before }
    }
break-mark = { $period }: counted in a new way
occupation-years-subject = employees in the occupation in { $region } each year
occupation-years-caption = Employees in the occupation working in { $region }, { $first }–{ $period }. Number of people. Levels before and after 2019, 2020 and 2023 cannot be compared.
occupation-ahead-title =
    { $is_known ->
        [none] We do not know whether the occupation will grow or shrink by { $target }
       *[all] By { $target } the number of employees is expected to: { $verdict }
    }
occupation-ahead-subject = employees in the occupation in { $region }, { $first }–{ $target }
occupation-ahead-caption = Employees in the occupation in { $region }, { $first }–{ $period }, and the number expected by { $target }. The wide band should hold in 80 per cent of cases. Tested on earlier years it held in { $held_80 } per cent. The narrow one should hold in 50 per cent. It held in { $held_50 } per cent. The line is broken where the register counts in a new way. Own calculation.
occupation-ahead-few-title = The occupation has { $employees } employees, too few for an outlook to { $target }
occupation-ahead-few-caption = Employees in the occupation in { $region }, { $first }–{ $period }. Occupations with fewer than { $fewest } employees get no outlook. The line is broken where the register counts in a new way.
band-80 = 80 per cent
band-50 = 50 per cent
path-so-far = So far
path-expected = Expected
path-unknown = We do not know: fewer than { $fewest } employees
occupation-regions-title =
    { $is_spread ->
        [same] The occupation is about as common in one county as in another
       *[higher] The occupation is most common in { $most } ({ $high } times the share in Sweden) and least common in { $least } ({ $low } times)
    }
occupation-regions-caption = Employees in the occupation in { $period }, women and men, change in per cent, and specialisation: the occupation’s share of employees in the region divided by its share in Sweden. Own calculation.
occupation-outlook-title =
    { $is_chances ->
        [large] The chances of finding work are judged good in all the counties
        [medium] The chances of finding work are judged medium in all the counties
        [small] The chances of finding work are judged poor in all the counties
        [several] Yrkesbarometern divides the occupation, and each part is judged on its own
       *[apart] The chances of finding work are judged differently in the counties
    }
occupation-not-judged-title = The occupation is not assessed
occupation-not-judged = The Swedish Public Employment Service does not assess the occupation in Yrkesbarometern for these counties. That says nothing about how easy it is to find work. Ask employers and people who work in the occupation.
occupation-outlook-caption = Chances of finding work and demand over five years according to Yrkesbarometern, { $period }. An assessment for a county often rests on information for a larger area.
occupation-latest = The latest assessment for Sweden ({ $period }), { $occupation }: { $situation } now, and the demand over five years is expected to be: { $demand }.
occupation-ages-title = The largest age group in the occupation in Sweden is { $age }: { $share } per cent
occupation-ages-subject = employees in the occupation in Sweden by age, per cent, { $period }
occupation-ages-caption = Employees in the occupation in Sweden by age, per cent, { $period }. The counties’ own ages are not available. Own calculation.
occupation-replacement =
    { $is_given ->
        [enough] If the occupation has the same ages in { $region } as in Sweden, about { $leaving } of the { $employees } employees are expected to leave because of age within five years ({ $share } per cent).
       *[few] In Sweden { $share } per cent of those who work in the occupation are expected to leave because of age within five years. No figure is given for { $region }: { $employees } employees are fewer than { $fewest }.
    }
occupation-wages-title =
    { $is_pay ->
        [higher] Women earn more than men in the occupation in { $area }: { $women } kronor a month against { $men } ({ $period })
        [lower] Men earn more than women in the occupation in { $area }: { $men } kronor a month against { $women } ({ $period })
        [same] No certain difference between women’s and men’s wages in the occupation in { $area }: { $women } and { $men } kronor a month ({ $period })
        [hidden] Statistics Sweden shows no wage for the occupation in { $area } ({ $period })
       *[unknown] In { $area } the wage in the occupation is { $pay } kronor a month on average ({ $period })
    }
occupation-wages-caption =
    Average monthly wage before tax in { $period }, kronor, converted to full time. Wages are not published by county: the figures are for the whole of { $area } ({ $code }), not for one county. The difference between women and men may depend on age, employer and tasks. A difference of less than { $noise } per cent is not certain: a single year may be off by as much, and by more when few work in the occupation.{ $is_gap ->
        [some] { " " }No figure means that the group is too small for Statistics Sweden to show it.
       *[none] { "" }
    }
occupation-group-wages =
    { $is_pay ->
        [higher] In the whole group of occupations (SSYK { $code }) women earn more than men in { $area }: { $women } kronor a month against { $men } ({ $period }).
        [lower] In the whole group of occupations (SSYK { $code }) men earn more than women in { $area }: { $men } kronor a month against { $women } ({ $period }).
        [same] In the whole group of occupations (SSYK { $code }) there is no certain difference between women’s and men’s wages in { $area }: { $women } and { $men } kronor a month ({ $period }).
       *[unknown] In the whole group of occupations (SSYK { $code }) the wage is { $pay } kronor a month on average in { $area } ({ $period }).
    } That is more occupations than this one, and wages in them may differ.
occupation-wage-spread =
    Half of those who work in the occupation in Sweden earn between { $p25 } and { $p75 } kronor a month ({ $period }). One in ten earns less than { $p10 } kronor and one in ten more than { $p90 }.{ $is_by_sex ->
        [yes] { " " }The wage in the middle (the median) is { $women } kronor for women and { $men } kronor for men.
       *[no] { "" }
    }
occupation-ads-title =
    { $is_spread ->
        [same] The occupation is advertised about as often in one county as in another
       *[higher] The occupation is advertised most often in { $first }: { $first_value } advertisements per 100 employees, against { $last_value } in { $last }
    }
occupation-ads-subject = advertisements per 100 employees in the occupation, { $period }
occupation-ads-caption = Advertisements in Platsbanken in { $period } per 100 employees in the occupation. Not all jobs are advertised, and the same job may be advertised several times. Own calculation.
occupation-level =
    { $is_level ->
        [long] SSYK 2012 places the occupation ({ $code }) in the area “{ $area }”. That usually means at least three years of higher education.
        [short] SSYK 2012 places the occupation ({ $code }) in the area “{ $area }”. That usually means two to three years of education after upper-secondary school.
        [brief] SSYK 2012 places the occupation ({ $code }) in the area “{ $area }”. The work is often learnt on the job.
        [manager] SSYK 2012 places the occupation ({ $code }) in the area “{ $area }”. The way there often goes through another occupation.
        [military] SSYK 2012 places the occupation ({ $code }) in the area “{ $area }”. The Swedish Armed Forces provide the training.
       *[other] SSYK 2012 places the occupation ({ $code }) in the area “{ $area }”. That usually means upper-secondary education and, for some occupations, education after that.
    }
occupation-ways-title = Which programmes lead there?
occupation-ways = The program has no table yet that ties the occupation to programmes with places. Start with utbildningsguiden.se (upper-secondary school and adult education), yrkeshogskolan.se, studera.nu (higher education) and the Swedish Public Employment Service’s occupation pages, Hitta yrken. Always ask what employers require.
related-title = Occupations near { $occupation }
related-caption = First occupations in the same SSYK group, then the largest in the same occupational field ({ $field }). Employees in { $region }, { $period }. The chances of finding work are those of Sweden.
near-group = same SSYK group
near-field = same field
not-judged = not assessed
judged-apart = assessed in parts
ssyk-0 = Armed forces occupations
ssyk-1 = Managers
ssyk-2 = Occupations requiring advanced level of higher education
ssyk-3 = Occupations requiring higher education qualifications or equivalent
ssyk-4 = Administration and customer service clerks
ssyk-5 = Service, care and shop sales workers
ssyk-6 = Agricultural, horticultural, forestry and fishery workers
ssyk-7 = Building and manufacturing workers
ssyk-8 = Mechanical manufacturing and transport workers, etc.
ssyk-9 = Elementary occupations

## The conversation cards

fields-in-brief-title = The occupational fields in brief
fields-in-brief-caption =
    Employees in { $region } by the Swedish Public Employment Service’s occupational fields, { $period }{ $is_judged ->
        [judged] , and how many of the field’s occupations in Yrkesbarometern have good chances of finding work
       *[not] { "" }
    }. Own calculation.
cards-note-title = There is a card for each occupational field
cards-note = The cards are in a file of their own and can be printed one by one. To make them: { $command }
cards-use-title = A conversation in five steps
cards-use-choose = Let the person who is choosing take two or three cards: one that appeals, and one they have never thought of.
cards-use-read = Read the figures together. First ask what they think, then look.
cards-use-limits = Read what the figures do not say. That is often what matters most.
cards-use-ask = Ask the question on the card and wait for the answer.
cards-use-next = Decide on a next step: someone to ask, something to read, somewhere to try.
card-title = { $field }
card-employees-label = Work in the field
card-employees-value = { $value }
card-employees-detail = employees in { $period }, { $share } per cent of all
card-women-label = Women and men
card-women-value = { $value }%
card-women-detail = women; { $men } per cent men
card-chances-label = Occupations with good chances
card-chances-value = { $value }
card-chances-detail = of { $judged } assessed, { $period }
card-ads-label = Advertisements per 100 employees
card-ads-value = { $value }
card-ads-detail = { $ads } advertisements in Platsbanken in { $period }
card-outlook =
    { $is_lean ->
        [good] Most of the occupations have good chances of finding work in { $region }: { $large } of { $judged } assessed ({ $period }). { $medium } have medium chances and { $small } poor.
        [hard] Most of the occupations have poor chances of finding work in { $region }: { $small } of { $judged } assessed ({ $period }). { $medium } have medium chances and { $large } good.
        [mixed] The chances of finding work in { $region } differ between the occupations: of { $judged } assessed, { $large } have good chances, { $medium } medium and { $small } poor ({ $period }).
       *[none] The Swedish Public Employment Service assesses no occupations in the field ({ $period }).
    }
card-balance =
    { $is_balance ->
        [even] In { $field }, women and men are about as many in { $region }: { $women } per cent women and { $men } per cent men.
        [women] In { $field }, { IN_TEN($women) } are women in { $region }: { $women } per cent women and { $men } per cent men. That is how it is today; it may change.
       *[men] In { $field }, { IN_TEN($men) } are men in { $region }: { $men } per cent men and { $women } per cent women. That is how it is today; it may change.
    }
card-largest-title = The largest occupations in { $field }
card-largest-caption = Employees in { $region } in { $period }, women and men in per cent, and the assessment in Yrkesbarometern: chances now and demand in five years.
card-wider = Near { $occupation } there are occupations that are judged better: { $others }.
card-says-not-title = What the figures do not say
card-says-not = What the pay is. What the work feels like and what it asks of the body. Whether it suits you, or whether you will like it. An assessment for the county often rests on information for a larger area. In { $field } there are also occupations that are too small to be seen here.
card-question-title = A question to ask
card-question =
    { $is_lean ->
        [good] The chances are good in most occupations in { $field }. What would make you start, and what would make you stay?
        [hard] It is harder to find work in most occupations in { $field }. What in the work appeals to you, and where is there more of just that?
        [mixed] There are large differences between the occupations in { $field }. Which of them do you know something about, and whom can you ask about the others?
       *[none] Whom do you know who works in this field? What would you like to ask?
    }
card-again-title = When to look again
card-again = Yrkesbarometern comes twice a year, and between a fifth and a quarter of the assessments change each time. Employees by occupation come once a year. Look again in { $field } before each choice.

## Classes

class-stora = good
class-medelstora = medium
class-sma = poor
class-oka = increase
class-vara-oforandrad = unchanged
class-minska = decrease
class-inte-minska = not decrease
class-inte-oka = not increase
class-inga = none
class-vi-vet-inte = we do not know
class-manga = many
class-varken-eller = neither
class-fa = few
class-for-lite-att-jamfora = too little to compare
class-de-ar-overens = they agree
class-brottet-i-registret-2023-var-stort-for-yrket = the change of method in 2023 was large here
class-liten-grupp-i-regionen = a small group in the region
class-yrkesbarometern-bygger-pa-ett-storre-omrade = the barometer rests on a larger area
class-det-ar-okant-vilket-omrade-yrkesbarometern-bygger-pa = area not known
class-var-utsikt-bygger-pa-ett-storre-omrade = our outlook rests on a larger area
class-uppgifterna-ar-fran-olika-ar = the figures are from different years
class-annonser-och-bedomning-mater-olika-saker = advertisements and judgements measure different things
class-laget-nu-och-fem-ar-fram-ar-olika-fragor = now and in five years are different questions
class-brist = shortage
class-balans = balance
class-overskott = surplus
class-paradox = paradox
class-lan = the county
class-nuts2 = several counties (NUTS 2)
class-nuts1 = part of the country (NUTS 1)
class-nationellt = the whole country
class-nastan-alla = nearly 100
class-for-fa = too few to show
class-som-tal = as a number
class-administration--ekonomi--juridik = Administration, finance, law
class-bygg-och-anlaggning = Construction and civil engineering
class-chefer-och-verksamhetsledare = Managers
class-data-it = Computing and IT
class-forsaljning--inkop--marknadsforing = Sales, purchasing, marketing
class-hantverk = Crafts
class-hantverksyrken = Crafts
class-hotell--restaurang--storhushall = Hotels, restaurants, catering
class-halso--och-sjukvard = Health and medical care
class-industriell-tillverkning = Manufacturing
class-installation--drift--underhall = Installation, operation, maintenance
class-kropps--och-skonhetsvard = Body and beauty care
class-kultur--media--design = Culture, media, design
class-militara-yrken = Military occupations
class-naturbruk = Agriculture, forestry and nature
class-naturvetenskap = Natural science
class-naturvetenskapligt-arbete = Natural science
class-pedagogik = Education
class-pedagogiskt-arbete = Education
class-sanering-och-renhallning = Cleaning and waste management
class-socialt-arbete = Social work
class-sakerhet-och-bevakning = Security
class-sakerhetsarbete = Security
class-tekniskt-arbete = Technical work
class-transport = Transport
class-transport--distribution--lager = Transport, distribution, warehousing
class-yrken-med-social-inriktning = Social work
class-yrken-med-teknisk-inriktning = Technical work

## Heads of tables

head-year = Year
head-region = Region
head-kommun = Municipality
head-occupation = Occupation
head-field = Occupational field
head-education-field = Field of education
head-employed = Employed
head-employees = Employees
head-pay = Monthly wage, kronor
head-pay-women = Women’s wage
head-pay-men = Men’s wage
head-employees-women = Women employed
head-employees-men = Men employed
head-group = Group
head-employment-native = Work, born in Sweden
head-employment-foreign = Work, born abroad
head-unemployment-native = Unemployed, born in Sweden
head-unemployment-foreign = Unemployed, born abroad
head-women = Women, per cent
head-men = Men, per cent
head-change-year = Change in one year, per cent
head-change-pp = Change in one year, percentage points
head-change-2019-2022 = Change 2019–2022, per cent
head-change-2023-2024 = Change 2023–2024, per cent
head-quotient = Specialisation
head-unemployment = Unemployment, per cent
head-latest-situation = Sweden now
head-latest-demand = Sweden in five years
head-level = Rests on
head-chances-region = { $region }
head-chances-country = Sweden
head-riket = Sweden
head-demand-region = In five years in { $region }
head-chances = Chances
head-chances-riket = Chances in Sweden
head-demand = Demand in five years
head-role = Large or near
head-near = Near in what way
head-change-n = Change in one year
head-trend = Trend, per cent
head-counties-large = Counties with good chances
head-counties-growing = Counties with growing demand
head-lowest-kommun = Lowest
head-lowest-share = Per cent
head-highest-kommun = Highest
head-highest-share = Per cent
head-share = Per cent
head-judged = Occupations assessed
head-judged-large = Good chances
head-employees-or-expected = Employees, ahead the number expected
head-expected = Expected
head-lower-80 = Wide: lowest
head-upper-80 = Wide: highest
head-lower-50 = Narrow: lowest
head-upper-50 = Narrow: highest
head-fa-region = FA region
head-employees-estimated = Employees, estimated
head-expected-pct = Expected
head-lower-pct = Lowest
head-upper-pct = Highest
head-counties-missing = Counties missing
head-says = Expected to
head-leaving-by-age = Leave because of age
head-growth = Occupation changes by
head-openings = Openings
head-openings-lower = Lowest
head-openings-upper = Highest
head-graduates = Took the degree
head-licensed = Compared
head-own = Our outlook leans to
head-barometer-later = Barometer in five years
head-barometer-now = Barometer now
head-ads-per-100 = Advertisements per 100 employees
head-reason = Likeliest reason
head-old-outlook = Outlook
head-cases = Judgements
head-direction = Right, per cent
head-direction-lower = Lowest
head-direction-upper = Highest
head-leaving = Expected to leave within five years
head-leaving-pct = Share, per cent
head-aged-60 = Aged 60 or over, per cent
head-per-100 = Advertisements per 100 employees
head-ads = Advertisements
head-fully = Work in the field, per cent
head-margin = Margin of error, plus or minus
head-half-year = Work within six months, per cent
head-education = Education according to the Swedish Public Employment Service
head-places = Places
head-programmes = Programmes
head-per-100-leaving = Young people per 100 older
head-entering = Aged 10–19
head-leaving-age = Aged 60–69
head-age = Age
head-total = Total
head-women-n = Women
head-men-n = Men
head-all = All
head-girls = Girls
head-boys = Boys
head-programme = Programme
head-study-form = Mode of study
head-degree = Degree
head-measure = Measure
head-county = County

## Furniture of the pages; { $n }, { $page } and the like are filled in when the page is made

page-all-values = the whole table
page-attached = All figures with their addresses and sources are in the attached file document.json.
page-attachment = Everything in the document, as data
page-breaks = Break in the series
page-built = Compiled
page-checksum = Checksum
page-contents = Contents
page-data-date = Figures retrieved
page-empty-part = There are no figures to show in this part.
page-figure = Figure { $n }
page-figure-data = The values of figure { $n }
page-figure-tables = Tables to the figures
page-key-figures = Key figures
page-licence = Licence
page-more-answers = and { $n } more answers, see document.json
page-notes = To bear in mind
page-page = Page { $page } of { $pages }
page-periods = Periods
page-program = Produced with { $name } { $version }
page-retrieved = Retrieved
page-scope = About this brief
page-see-figure = To the figure on page { $page }
page-see-table = The values in a table on page { $page }
page-selection = Selection
page-show-table = Show the values in a table
page-skip = Skip to the content
page-see-source = see source{ " " }{ $n }
page-source = Source { $n }
page-sources = Sources
page-table = Table { $n }
page-unit = Unit
page-updated = Updated by the agency
page-values = { $n } values
page-via-public-copy = from a public copy
head-period = Period
head-number = Figure
head-before = Before
head-now = Now
head-change = Change
head-part-new-period = New period
head-part-revised = Revised
head-part-definition = New definition
head-part-noise = Noise
head-part-method = Our method

## Text alternatives of the charts
## Values come as the chart writes them. $subject says what they are, with unit, place and period.

chart-names = { $names } and { $more } more
chart-bars = Bar chart: { $subject }.
chart-columns = Column chart: { $subject }.
chart-stacked = Stacked bar chart: { $subject }.
chart-dots = Dot chart for { $series }: { $subject }.
chart-dumbbell = Pairs of dots for { $first } and { $second }: { $subject }.
chart-lines = Line chart: { $subject }.
chart-fan = Line with bands of uncertainty: { $subject }.
chart-slopes = Slope chart from { $before } to { $after }: { $subject }.
chart-multiples = { $count } small line charts on the same scale: { $subject }.
chart-map = Map: { $subject }.
chart-balance = Bars back to back, “{ $openings }” on the left and “{ $places }” on the right: { $subject }.

chart-range = From { $low } ({ $lowest }) to { $high } ({ $highest }).
chart-alike = The value is the same in all: { $value }.
chart-only = { $name }: { $value }.
chart-about = { $name } has { $value }.
chart-gaps = { $names }: { $text }.
chart-above-mark = { $count } of { $total } are above the marks: { $mark }.
chart-trend-up = { $name }: up from { $first } ({ $since }) to { $last } ({ $until }).
chart-trend-down = { $name }: down from { $first } ({ $since }) to { $last } ({ $until }).
chart-trend-same = { $name }: largely unchanged, { $first } ({ $since }) and { $last } ({ $until }).
chart-course-up = Up from { $first } ({ $since }) to { $last } ({ $until }).
chart-course-down = Down from { $first } ({ $since }) to { $last } ({ $until }).
chart-course-same = Largely unchanged, { $first } ({ $since }) and { $last } ({ $until }).
chart-peak = Highest in between: { $value } ({ $when }).
chart-trough = Lowest in between: { $value } ({ $when }).
chart-breaks = Breaks in the series: { $breaks }.
chart-part = { $name }, { $part }: { $value }.
chart-first-part = { $part }, all rows:
chart-furthest = Groups furthest apart: { $names }.
chart-ahead = { $first } is the higher in { $count } of { $total } rows.
chart-widest = Largest difference: { $name }, { $first } { $first_value } and { $second } { $second_value }.
chart-narrowest = Smallest difference: { $name }, { $first } { $first_value } and { $second } { $second_value }.
chart-expected = Expected to be { $value } ({ $when }).
chart-band = { $name }: between { $low } and { $high } ({ $when }).
chart-unknown = Outlook: { $unknown }.
chart-ways = Of { $total }: { $up } up, { $down } down, { $same } largely unchanged.
chart-steepest-up = Largest increase: { $name }, from { $before } to { $after }.
chart-steepest-down = Largest decrease: { $name }, from { $before } to { $after }.
chart-from-to = { $name }: from { $before } to { $after }.
chart-ways-since = Since { $when }, of { $total }: { $up } up, { $down } down, { $same } largely unchanged.
chart-in-period = Values for { $when }:
chart-more-openings = The bar on the left is the longer in { $count } of { $total } rows.
chart-most-openings = Furthest to the left: { $name }, { $openings } against { $places }.
chart-most-places = Furthest to the right: { $name }, { $openings } against { $places }.
