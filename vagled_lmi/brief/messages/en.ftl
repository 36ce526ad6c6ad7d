edition-tag = en-GB
### English. Names of occupations, registers and fields of education exist in Swedish alone: SSYK 2012
### has no official English list in this program. They stand in Swedish and are marked as Swedish.

edition-name = English

## The document

title = The labour market in { $region }
subtitle = A basis for study and career guidance
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
missing-title = No figures
missing-text =
    This is where you would read about { $what }. { $is_filled ->
        [by-fetching] That takes figures for { $region } from { $tables }. Fetch newer figures with the command { $command } and make the brief again.
        [by-table] That takes figures for { $region } from { $tables }. The program cannot fetch those figures yet.
       *[unknown] There is not enough to go by for { $region }.
    }
old-title = Old figure
old-text = The figure on { $what } is for { $period }. It is the newest this brief has, but the agency may have newer ones. Read it as history, not as the state of things today.
old-employed = how many people work here
old-unemployment = unemployment
old-cohorts = the age groups
old-workforce = the occupations

period-year = { $year }
period-month = { $month } { $year }
period-quarter = quarter { $part } of { $year }
period-week = week { $part } of { $year }
period-school-year = the school year { $code }
period-round = round { $code }
period-span = { $code }
region-country = Sweden
region-nuts2 = { $name }
region-county = { $short } county
region-municipality = { $short } municipality
region-labour-market = { $name }

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
part-young = Young people
part-equality = Women and men
part-certainty = How certain the picture is

## What is missing

what-key-figures = key figures
what-main-points = the situation in brief
what-age-of-figures = the age of the figures
what-employed = how many people work in { $region }
what-unemployment = unemployment
what-largest-occupations = the largest occupations
what-typical-occupations = occupations more common in { $region } than in Sweden
what-women-and-men = women and men in the occupations
what-barometer-counts = the chances of finding work
what-barometer-growing = occupations with good chances of finding work
what-barometer-differs = occupations judged differently in { $region } than in Sweden
what-replacement = expected retirements
what-advertisements = job advertisements per 100 employees
what-vocational-places = new places in higher vocational education
what-cohorts = age groups on their way into and out of working life
what-population = the population by age
what-eligibility = pupils qualified for vocational programmes in upper-secondary school
what-certainty = how certain the figures are

## The situation on one page

key-employed-label = Work in { $region }
key-employed-value = { $level }
key-employed-detail = people in { $period }, { $change } per cent in one year
key-unemployment-label = Unemployment
key-unemployment-value = { $rate }%
key-unemployment-detail = in { $period }, ages 20–64; Sweden { $country }%
key-barometer-label = Occupations with good chances
key-barometer-value = { $count }
key-barometer-detail = { $share } per cent of the occupations assessed, { $period }
key-cohorts-label = Young people per 100 older
key-cohorts-value = { $ratio }
key-cohorts-detail = people aged 10–19 for every 100 people aged 60–69, { $period }

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
point-replacement = Among the larger occupations in { $region }, most people are expected to leave because of age among { $occupations }. Of about { $employees } { $first }, about { $leaving } are expected to leave within five years.
point-cohorts =
    { $is_comparison ->
        [higher] More young people are on their way into working life than older people on their way out:
        [lower] Fewer young people are on their way into working life than older people on their way out:
       *[same] About as many young people are on their way into working life as older people on their way out:
    } for every 100 people aged 60–69 there are { $ratio } aged 10–19 in { $region } ({ $period }).

## Where the jobs are

employed-title =
    { $is_direction ->
        [up] In { $period }, { $change } per cent more people worked in { $region } than a year earlier
        [down] In { $period }, { $change } per cent fewer people worked in { $region } than a year earlier
       *[same] In { $period }, about as many people worked in { $region } as a year earlier
    }
employed-alt = Column chart of the number of people working in { $region } in { MONTH($period) } each year from { $first } to { YEAR($period) }. The number goes from { $oldest } to { $newest }.
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
unemployment-title =
    Unemployment in { $region } was { $rate } per cent in { $period }, { $is_comparison ->
        [higher] higher than in Sweden as a whole
        [lower] lower than in Sweden as a whole
       *[same] about the same as in Sweden as a whole
    }
unemployment-alt = Bar chart of unemployment in { $period } in { $count } regions. Highest: { $first }, { $first_value } per cent. Lowest: { $last }, { $last_value } per cent. In { $region } it is { $rate } per cent.
unemployment-caption = Unemployed people as a percentage of the labour force, ages 20–64, { $period }.

workforce = In { $period }, { $employees } employees with a known occupation worked in { $region }. The ten largest occupations made up { $top_ten } per cent of them. The self-employed are not included.
largest-occupations-title =
    { $is_lead ->
        [same] The largest occupations are { $first } and { $second }, about the same size: { $first_value } and { $second_value } employees
       *[up] The largest occupation is { $first }, with { $first_value } employees
    }
largest-occupations-caption = The { $count } occupations with most employees in { $region }, { $period }. Change in per cent. A specialisation above 1 means that the occupation is more common in { $region } than in Sweden.
breaks-title = Breaks in the series
occupation-breaks = Read the changes with care. { $breaks } That is why no change is shown between 2022 and 2023, and the change 2019–2022 spans a change of method.
break-yreg-2020 = The Population by Labour Market Status (BAS) replaces the register-based labour market statistics (RAMS).
break-yreg-2023 = The ages are 16–69 (before, 16–64), and occupations that were missing have been imputed.
typical-occupations-title = The larger occupations most distinctive of { $region } include { $occupations }
typical-mark = As common as in Sweden (1)
typical-occupations-alt = Bar chart of the { $count } larger occupations most distinctive of { $region }. At the top: { $first }, { $first_value } times as common as in Sweden. Last: { $last }, { $last_value } times.
typical-occupations-caption = The occupation’s share of employees in { $region } divided by its share in Sweden, { $period }. Occupations with at least { $fewest } employees. Own calculation.
typical-occupations-grid = Distinctive occupations in { $region }, { $period }. A specialisation of 2 means twice as common as in Sweden.
women-and-men =
    { $is_half ->
        [minority] Occupations are often divided by sex: { IN_TEN($balanced) } employees in { $region } ({ $balanced } per cent) worked in { $period } in an occupation with an even distribution (40–60 per cent women).
       *[majority] Most people work in occupations with an even distribution (40–60 per cent women): { IN_TEN($balanced) } employees in { $region } ({ $balanced } per cent) in { $period }.
    }

## Outlook by occupation

chances-0 = Good
chances-1 = Medium
chances-2 = Poor
barometer-counts-title =
    { PLURAL($large) ->
        [one] { $large } occupation has
       *[other] { $large } occupations have
    } good chances of finding work in { $region }; in Sweden, { $country }
barometer-counts-alt = Stacked bar chart of the number of occupations with good, medium and poor chances of finding work, by county and in Sweden, { $period }. In { $region } they are { $large }, { $medium } and { $small }. In Sweden the chances are good in { $country } occupations.
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
replacement-title = About { $first_value } of { $employees } { $occupation } are expected to leave because of age within five years
replacement-alt = Bar chart of the { $count } larger occupations in { $region } that most people are expected to leave because of age within five years. Most: { $first }, about { $first_value } people. Fewest of them: { $last }, about { $last_value }.
replacement-caption = Employees in { $period } in { $region } who are expected to leave because of age within five years. Occupations with at least { $fewest } employees, rounded to tens. The age structure is that of Sweden. Own calculation.
replacement-oldest = Among the occupations in the chart, the largest share is expected to leave among { $occupation }: { IN_TEN($share) } ({ $share } per cent) within five years. That tells how many need to be replaced if the occupation is to stay the same size, not how many will get jobs.
advertisements-title = The larger occupations with most advertisements per employee include { $occupations }
advertisements-alt = Bar chart of the { $count } larger occupations in { $region } with most job advertisements per 100 employees in { $period }. Most: { $first }, { $first_value } advertisements per 100 employees; in Sweden { $country }. Fewest of them: { $last }, { $last_value }.
advertisements-caption = Advertisements in Platsbanken in { $period } per 100 employees in the occupation, { $region }. Occupations with at least { $fewest } employees. Not all jobs are advertised, and the same job may be advertised several times. Own calculation.
advertisements-grid = Advertisements in Platsbanken per 100 employees in the occupation, { $region }, { $period }.

## Ways in and young people

vocational-places-title =
    { $is_lead ->
        [shared] Most new places in higher vocational education, { $first_value } each, are in the fields “{ $first }” and “{ $second }”
       *[alone] Most new places in higher vocational education, { $first_value }, are in the field “{ $first }”
    }
vocational-places-alt = Bar chart of new places in higher vocational education in { $region }, by { $count } fields of education. Most: { $first }, { $first_value }. Fewest: { $last }, { $last_value }.
vocational-places-caption = Places granted in higher vocational education (yrkeshögskola) in { $region }, application round { $period }.
places-note-title = There are more places
places-note = The figures show one application round. Most programmes now running were granted earlier, and programmes given in several municipalities are not included. Look for current programmes at yrkeshogskolan.se.
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
cohorts-alt = Bar chart of the number of people aged 10–19 for every 100 people aged 60–69, { $period }. Highest: { $first }, { $first_value }. Lowest: { $last }, { $last_value }. In { $region } it is { $ratio }.
cohorts-caption = People aged 10–19 for every 100 people aged 60–69, { $period }. Moves and later retirement are not taken into account. Own calculation.
population-title =
    { $is_lead ->
        [shared] The largest age groups in { $region } are { $age } and { $next_age }, about the same size: { $size } and { $next_size } people
       *[alone] The largest age group in { $region } is { $age }, { $size } people
    }
population-alt = Bar chart of the number of residents of { $region } in { $count } age groups, { $period }. The largest group is { $age }, with { $size } people.
population-caption = Residents of { $region } by age, { $period }. Number of people.
eligibility-title =
    { $is_top ->
        [nearly-all] Between { $low } per cent and nearly all pupils in year 9 qualify for a vocational programme, depending on municipality
       *[share] Between { $low } and { $high } per cent of pupils in year 9 qualify for a vocational programme, depending on municipality
    }
eligibility-alt = Dot chart of the share of pupils who qualify for vocational programmes in upper-secondary school in { $count } municipalities in { $region }, { $period }, for girls, boys and all. The lowest share is in { $lowest }, { $low } per cent. { $is_top ->
        [nearly-all] Nearly all qualify in { $nearly_all }.
       *[share] The highest is in { $highest }, { $high } per cent.
    }
eligibility-caption = Pupils who finished year 9 and qualified for vocational programmes in upper-secondary school, per cent, { $period }. In a small municipality a few pupils make a large difference.
girls = Girls
boys = Boys
all-with-value = All (the value is on the right)

## How certain the picture is

certainty-noise-title = The population figures carry protective noise
certainty-noise-text = Since 2025 Statistics Sweden (SCB) adds a small random uncertainty to the population statistics so that nobody can be singled out. That is why the parts do not always add up to the whole. Differences of a few people mean nothing.
certainty-preliminary-title = The latest months are preliminary
certainty-preliminary-text = The number of people working in the county often changes a little as Statistics Sweden receives more information. We call changes of less than { $noise } per cent unchanged.
certainty-definitions-title = Unemployment is measured in several ways
certainty-definitions-text = Here we use Statistics Sweden’s register-based measure (BAS). It cannot be compared with the Labour Force Surveys (AKU) or with the unemployed people registered at the Swedish Public Employment Service.
certainty-occupations-title = Occupations are counted in a new way since 2023
certainty-occupations-text = From 2023 more ages are included, and occupations that were missing have been imputed. That is why we never compare 2022 with 2023.
certainty-replacement-title = The retirements are a calculation
certainty-replacement-text = We assume that the occupation has the same age structure in the county as in Sweden, and that as large a share as today works after the age of 65. People who change occupation, move or leave earlier are not counted.
certainty-barometer-title = A quarter of the assessments change
certainty-barometer-text = Yrkesbarometern, the Swedish Public Employment Service’s occupational barometer, is a judgement and not a measurement. Between a fifth and a quarter of the assessments change from one round to the next. So do not rely on a single round.
certainty-ads-title = Advertisements are not jobs
certainty-ads-text = One advertisement may be for several jobs, and many jobs are never advertised. Sales occupations are advertised more often than others. Compare with how many people work in the occupation.

## Classes

class-stora = good
class-medelstora = medium
class-sma = poor
class-oka = increase
class-vara-oforandrad = unchanged
class-minska = decrease
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

## Heads of tables

head-year = Year
head-region = Region
head-kommun = Municipality
head-occupation = Occupation
head-field = Occupational field
head-education-field = Field of education
head-employed = Employed
head-employees = Employees
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
head-leaving = Expected to leave within five years
head-leaving-pct = Share, per cent
head-aged-60 = Aged 60 or over, per cent
head-per-100 = Advertisements per 100 employees
head-ads = Advertisements
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
page-source = Source { $n }
page-sources = Sources
page-table = Table { $n }
page-unit = Unit
page-updated = Updated by the agency
page-values = { $n } values
page-via-public-copy = from a public copy
