"""From a text to its figures, by topic: short texts of our own, each with all that it states."""

from __future__ import annotations

from decimal import Decimal

import pytest

from figx.figure import Figure
from figx.pipeline import Extractor

TOLERANCE = Decimal("0.0001")


def agrees(number: Decimal | None, wanted: str | None) -> bool:
    if number is None or wanted is None:
        return number is wanted
    return abs(number - Decimal(wanted)) <= TOLERANCE * abs(Decimal(wanted))


def figure(text, value, unit="person", kind="count", qualifier="exact", low=None, high=None):
    """What a table below says of one figure; the bounds follow from the qualifier unless they are given."""
    if low is None and high is None:
        low = value if qualifier in ("more_than", "at_least") else None
        high = value if qualifier in ("less_than", "at_most", "nearly") else None
    return text, kind, unit, qualifier, value, low, high


def span(text, low, high, unit="person", kind="count"):
    return figure(text, None, unit, kind, "range", low, high)


def vague(text, low, unit="person", kind="count"):
    return figure(text, None, unit, kind, "vague", low)


def money(text, value, unit="USD", qualifier="exact"):
    return figure(text, value, unit, "money", qualifier)


def share(text, value, qualifier="exact"):
    return figure(text, value, "percent", "share", qualifier)


def multiple(text, value, qualifier="exact"):
    return figure(text, value, "times", "multiple", qualifier)


def measure(text, value, unit, qualifier="exact"):
    return figure(text, value, unit, "measure", qualifier)


def check(figures: list[Figure], wanted) -> None:
    assert [(f.text, f.kind.value, f.unit, f.qualifier.value) for f in figures] == [row[:4] for row in wanted]
    for found, (text, _, _, _, *numbers) in zip(figures, wanted, strict=True):
        for name, number in zip(("value", "low", "high"), numbers, strict=True):
            assert agrees(getattr(found, name), number), (text, name, getattr(found, name), number)


def table(rows):
    return pytest.mark.parametrize(
        ("text", "figures"), [pytest.param(text, figures, id=text[:60]) for text, *figures in rows]
    )


# -- qualifiers and bounds ---------------------------------------------------------------------------------------------

CUES = {
    "more_than": ["more than", "over", "above", "upwards of", "beyond", "in excess of", "well over", "just over"],
    "at_least": ["at least", "no fewer than", "a minimum of", "not less than"],
    "less_than": ["less than", "fewer than", "under", "below", "far fewer than"],
    "at_most": ["up to", "at most", "no more than", "as many as", "a maximum of", "not more than"],
    "nearly": ["nearly", "almost", "close to", "just under", "approaching"],
    "approx": [
        "some",
        "about",
        "around",
        "roughly",
        "approximately",
        "approx.",
        "an estimated",
        "ca.",
        "in the vicinity of",
    ],
    "exact": ["", "just", "only", "a total of", "another", "an additional", "exactly"],
}


@pytest.mark.parametrize(("qualifier", "cue"), [(qualifier, cue) for qualifier, cues in CUES.items() for cue in cues])
@pytest.mark.parametrize(
    ("number", "value", "unit", "noun"),
    [("14,500", "14500", "person", "refugees"), ("two million", "2000000", "home", "homes")],
)
def test_cues(extractor, qualifier, cue, number, value, unit, noun):
    text = " ".join(f"The region has {cue} {number} {noun}.".split())
    check(extractor.extract(text), [figure(number, value, unit, qualifier=qualifier)])


BOUNDS = [
    ("The town hosts ~14,500 refugees.", figure("14,500", "14500", qualifier="approx")),
    ("The town hosts >500 refugees.", figure("500", "500", qualifier="more_than")),
    ("The town hosts <500 refugees.", figure("500", "500", qualifier="less_than")),
    ("The town hosts ≥ 500 refugees.", figure("500", "500", qualifier="at_least")),
    ("The toll topped 300 deaths.", figure("300", "300", qualifier="more_than")),
    ("Losses surpassed $2 billion.", money("$2 billion", "2000000000", qualifier="more_than")),
    ("Arrivals exceeded 40,000 people.", figure("40,000", "40000", qualifier="more_than")),
    ("We need 100,000+ tents.", figure("100,000", "100000", "tent", qualifier="more_than")),
    ("A room takes three or more families.", figure("three", "3", "household", qualifier="at_least")),
    ("Intake may not exceed 9,000 refugees.", figure("9,000", "9000", qualifier="at_most")),
    ("Some 600 people or so came.", figure("600", "600", qualifier="approx")),
    ("20 or so people came.", figure("20", "20", qualifier="approx")),
    ("At the camp 500 people at least slept outside.", figure("500", "500", qualifier="at_least")),
    ("28,000 more people came.", figure("28,000", "28000")),
    (
        "An estimated 1.2 million refugees and another 900,000 migrants came.",
        figure("1.2 million", "1200000", qualifier="approx"),
        figure("900,000", "900000"),
    ),
    (
        "More than 50 guards met 20 drivers.",
        figure("50", "50", qualifier="more_than"),
        figure("20", "20"),
    ),
    (
        "They met 20 drivers and at least 50 guards.",
        figure("20", "20"),
        figure("50", "50", qualifier="at_least"),
    ),
    ("No more than 1 in 10 refugees has work.", share("1 in 10", "10", "at_most")),
    ("More than two-thirds of them are women.", share("two-thirds", "66.6667", "more_than")),
    ("It spent as much as $5 million.", money("$5 million", "5000000", qualifier="at_most")),
]


@table(BOUNDS)
def test_bounds(extractor, text, figures):
    check(extractor.extract(text), figures)


RANGES = [
    ("Between 3 and 5 million people fled.", span("3 and 5 million", "3000000", "5000000")),
    ("Some 3-5 million people fled.", span("3-5 million", "3000000", "5000000")),
    ("3 to 5 million people fled.", span("3 to 5 million", "3000000", "5000000")),
    ("It shelters 10,000–15,000 refugees.", span("10,000–15,000", "10000", "15000")),
    ("4 or 5,000 people came.", span("4 or 5,000", "4000", "5000")),
    ("Ten to twelve thousand people came.", span("Ten to twelve thousand", "10000", "12000")),
    ("Twenty or thirty people came.", span("Twenty or thirty", "20", "30")),
    (
        "Between two hundred and three hundred families came.",
        span("two hundred and three hundred", "200", "300", "household"),
    ),
    (
        "Between $2 million and $3 million was spent.",
        span("$2 million and $3 million", "2000000", "3000000", "USD", "money"),
    ),
    ("The plan needs $5-10 million.", span("$5-10 million", "5000000", "10000000", "USD", "money")),
    ("It costs US$5m-US$10m.", span("US$5m-US$10m", "5000000", "10000000", "USD", "money")),
    ("It costs between €5 and €10 million.", span("€5 and €10 million", "5000000", "10000000", "EUR", "money")),
    ("From 10 to 15 per cent of refugees work.", span("10 to 15 per cent", "10", "15", "percent", "share")),
    (
        "Rates are as high as 45 and 50 per cent among children.",
        span("45 and 50 per cent", "45", "50", "percent", "share"),
    ),
    (
        "Some 1.5 to 2 million people, or 20-25 per cent of the population, fled.",
        span("1.5 to 2 million", "1500000", "2000000"),
        span("20-25 per cent", "20", "25", "percent", "share"),
    ),
]


@table(RANGES)
def test_ranges(extractor, text, figures):
    check(extractor.extract(text), figures)


VAGUE = [
    ("Millions of people fled.", vague("Millions", "1000000")),
    ("Tens of thousands of refugees crossed.", vague("Tens of thousands", "10000")),
    ("Hundreds of thousands of homes stand empty.", vague("Hundreds of thousands", "100000", "home")),
    ("Hundreds of families left.", vague("Hundreds", "100", "household")),
    ("Dozens of migrants drowned.", vague("Dozens", "12")),
    ("Billions in aid were promised.", vague("Billions", "1000000000", "", "money")),
    (
        "Hundreds of millions of dollars were lost.",
        vague("Hundreds of millions of dollars", "100000000", "USD", "money"),
    ),
    ("Several people and many children came.",),
    ("A number of countries agreed.",),
    ("It has countless friends, both old and new.",),
]


@table(VAGUE)
def test_magnitudes(extractor, text, figures):
    check(extractor.extract(text), figures)


CHANGES = [
    ("The cap rose from 18,000 to 125,000 refugees.", ("18,000", "from"), ("125,000", "to")),
    ("The total grew by 2.8 million to 122 million.", ("2.8 million", "delta"), ("122 million", "to")),
    ("The number of refugees grew by 12 per cent.", ("12 per cent", "delta")),
    ("The number of refugees doubled.", ("doubled", "delta")),
    ("The camp holds 4,500 refugees.", ("4,500", "level")),
]


@table(CHANGES)
def test_ends_and_sizes_of_a_change(extractor, text, figures):
    assert [(f.text, f.role.value) for f in extractor.extract(text)] == figures


# -- kinds -------------------------------------------------------------------------------------------------------------

AMOUNTS = [
    ("$450m", "USD", "450000000"),
    ("$1.1 million", "USD", "1100000"),
    ("\\$5.2 billion", "USD", "5200000000"),
    ("US$5.2 billion", "USD", "5200000000"),
    ("US$ 39", "USD", "39"),
    ("USD 469K", "USD", "469000"),
    ("12 000 000 USD", "USD", "12000000"),
    ("20 million US dollars", "USD", "20000000"),
    ("half a billion dollars", "USD", "500000000"),
    ("€148 million", "EUR", "148000000"),
    ("EUR 3bn", "EUR", "3000000000"),
    ("5 million euros", "EUR", "5000000"),
    ("£500 million", "GBP", "500000000"),
    ("CHF 121,847", "CHF", "121847"),
    ("10 million Swiss francs", "CHF", "10000000"),
    ("¥3 billion", "JPY", "3000000000"),
    ("NOK 40 million", "NOK", "40000000"),
    ("C$12 million", "CAD", "12000000"),
    ("A$7.5m", "AUD", "7500000"),
    ("80 million Kenyan shillings", "KES", "80000000"),
]


@pytest.mark.parametrize(("amount", "code", "value"), AMOUNTS)
def test_money(extractor, amount, code, value):
    check(extractor.extract(f"The fund gave {amount} to the camps."), [money(amount, value, code)])


MONEY = [
    (
        "Ottawa will give 20 million Canadian dollars. That is $20 million.",
        money("20 million Canadian dollars", "20000000", "CAD"),
        money("$20 million", "20000000", "CAD"),
    ),
    ("Australia will spend $30 million on it.", money("$30 million", "30000000")),
    ("Mexico gave 2 million pesos.", money("2 million pesos", "2000000", "MXN")),
    ("It gave 2 million pesos. The money is Mexico's.", money("2 million pesos", "2000000", "MXN")),
    (
        "It gave US$5 million and AUD 3 million.",
        money("US$5 million", "5000000"),
        money("AUD 3 million", "3000000", "AUD"),
    ),
    (
        "They paid $800 million — £500 million.",
        money("$800 million", "800000000"),
        money("£500 million", "500000000", "GBP"),
    ),
    (
        "It gave €1.1m ($1.2m) to 300 families.",
        money("€1.1m", "1100000", "EUR"),
        money("$1.2m", "1200000"),
        figure("300", "300", "household"),
    ),
    ("It costs $1 billion, or 91 per cent of GDP.", money("$1 billion", "1000000000"), share("91 per cent", "91")),
    ("A 155-billion euro plan was drawn up.", money("155-billion euro", "155000000000", "EUR")),
    ("She got a $10,000 grant.", money("$10,000", "10000")),
    ("A $10,000 grant was given, then $5 more.", money("$10,000", "10000"), money("$5", "5")),
    ("They earn 50 cents.", money("50 cents", "0.5")),
    ("He paid $1,000 per person.", money("$1,000", "1000")),
    ("Half of the $5 million is spent.", share("Half", "50"), money("$5 million", "5000000")),
]


@table(MONEY)
def test_money_in_its_document(extractor, text, figures):
    check(extractor.extract(text), figures)


def test_money_without_a_known_currency_is_flagged(extractor):
    [found] = extractor.extract("It gave 2 million pesos.")
    assert (found.kind, found.unit) == ("money", "") and found.flags


SHARES = [
    ("40 per cent of refugees are children.", share("40 per cent", "40")),
    ("40 percent of refugees are children.", share("40 percent", "40")),
    ("Only 8 % of them work.", share("8 %", "8")),
    ("More than 61% of families left.", share("61%", "61", "more_than")),
    ("One in five refugees is a child.", share("One in five", "20")),
    ("1 in 67 people fled.", share("1 in 67", "1.4925")),
    ("Nine out of ten children are out of school.", share("Nine out of ten", "90")),
    ("Two thirds of the migrants left.", share("Two thirds", "66.667")),
    ("Half of the families left.", share("Half", "50")),
    ("A quarter of the population fled.", share("A quarter", "25")),
    ("Nearly three quarters of refugees stay near home.", share("three quarters", "75", "nearly")),
    ("A quarter million people fled.", figure("A quarter million", "250000")),
    ("Half a million people fled.", figure("Half a million", "500000")),
    ("Half a dozen boats sank.", figure("Half a dozen", "6", "boat")),
]


@table(SHARES)
def test_shares(extractor, text, figures):
    check(extractor.extract(text), figures)


MULTIPLES = [
    ("The number of refugees doubled.", multiple("doubled", "2")),
    ("Twice as many people came.", multiple("Twice", "2")),
    ("Claims rose threefold.", multiple("threefold", "3")),
    ("Claims rose 5-fold.", multiple("5-fold", "5")),
    ("There was a tenfold increase in arrivals.", multiple("tenfold", "10")),
    ("The number of arrivals more than tripled.", multiple("tripled", "3", "more_than")),
    ("It is 2.5 times the figure for the south.", multiple("2.5 times", "2.5")),
    ("Five times more people came.", multiple("Five times", "5")),
]


@table(MULTIPLES)
def test_multiples(extractor, text, figures):
    check(extractor.extract(text), figures)


MEASURES = [
    ("Fire burnt 773 acres.", measure("773 acres", "773", "acre"), "312.82200145152", "hectare"),
    ("The camp lies 26 kilometers from town.", measure("26 kilometers", "26", "kilometer"), "26", "kilometer"),
    ("They sent 1,784 metric tons of wheat.", measure("1,784 metric tons", "1784", "metric_ton"), "1784", "metric_ton"),
    ("They gave 5 kg of flour each.", measure("5 kg", "5", "kilogram"), "0.005", "metric_ton"),
    ("It covers 5 km².", measure("5 km²", "5", "square_kilometer"), "500", "hectare"),
    ("Trucks brought 40,000 litres of water.", measure("40,000 litres", "40000", "liter"), "40000", "liter"),
    ("They walked more than 30 miles.", measure("30 miles", "30", "mile", "more_than"), "48.28032", "kilometer"),
    ("They cleared 200.000 hectares of forest.", measure("200.000 hectares", "200000", "hectare"), "200000", "hectare"),
    ("Waves of 3m hit the boat.", measure("3m", "3", "meter"), "0.003", "kilometer"),
    ("Temperatures hit 45°C.", measure("45°C", "45", "degC"), "45", "degC"),
]


@pytest.mark.parametrize(("text", "wanted", "norm_value", "norm_unit"), MEASURES)
def test_measures(extractor, text, wanted, norm_value, norm_unit):
    [found] = extractor.extract(text)
    check([found], [wanted])
    assert agrees(found.norm_value, norm_value) and found.norm_unit == norm_unit


@pytest.mark.parametrize(
    ("text", "kind", "quote"),
    [
        ("They stayed four years.", "duration", "four years"),
        ("He has 48 hours.", "duration", "48 hours"),
        ("It lasted two decades.", "duration", "two decades"),
        ("The 17-year-old boy fled.", "age", "17-year-old"),
        ("He is 30 years old.", "age", "30 years old"),
    ],
)
def test_durations_and_ages_are_left_out_unless_asked_for(extractor, text, kind, quote):
    assert extractor.extract(text) == []
    [found] = extractor.extract(text, kinds={kind})
    assert found.kind == kind and found.text in quote


# -- what is counted ---------------------------------------------------------------------------------------------------

UNITS = {
    "person": ["people", "children", "Syrians", "asylum seekers", "internally displaced people", "deaths",
               "women and girls", "police officers", "unaccompanied minors", "Ukrainian refugees"],
    "household": ["families", "households"],
    "home": ["houses", "homes"],
    "building": ["buildings"],
    "shelter": ["shelters"],
    "country": ["countries"],
    "office": ["offices"],
    "truck": ["trucks"],
    "village": ["villages"],
}  # fmt: skip


@pytest.mark.parametrize(("unit", "noun"), [(unit, noun) for unit, nouns in UNITS.items() for noun in nouns])
@pytest.mark.parametrize(("number", "value"), [("300", "300"), ("1.2 million", "1200000"), ("Sixty-one", "61")])
def test_units_and_nouns(extractor, unit, noun, number, value):
    [found] = extractor.extract(f"{number} {noun} were counted in the north.")
    check([found], [figure(number, value, unit)])
    assert found.noun.split()[-1] == noun.split()[-1] or found.noun in noun


PAIRS = [
    ("The flood hit 380 families (1,900 beneficiaries).", figure("380", "380", "household"), figure("1,900", "1900")),
    ("We saw 1,716 individuals (61%).", figure("1,716", "1716"), share("61%", "61")),
    ("Of the 4,000 refugees, 1,214 were recorded.", figure("4,000", "4000"), figure("1,214", "1214")),
    ("The strip hosts 20 doctors; 5 are in Gaza City.", figure("20", "20"), figure("5", "5")),
    (
        "It took in 3 million refugees, then another 200 million.",
        figure("3 million", "3000000"),
        figure("200 million", "200000000"),
    ),
    (
        "The camps took 6,000, 4,000 and 5,000 people in three years.",
        figure("6,000", "6000"),
        figure("4,000", "4000"),
        figure("5,000", "5000"),
    ),
    ("Three in four of the 900 families left.", share("Three in four", "75"), figure("900", "900", "household")),
    ("Fourteen were injured and one person died.", figure("Fourteen", "14"), figure("one", "1")),
    (
        "We got 2000 refugees and 1990 families.",
        figure("2000", "2000"),
        figure("1990", "1990", "household"),
    ),
]


@table(PAIRS)
def test_figures_that_share_a_noun(extractor, text, figures):
    check(extractor.extract(text), figures)


LISTS = [
    (
        "Refugees by region\nAfrica ...... 30,000\nEast Asia ...... 20,000\n",
        figure("30,000", "30000"),
        figure("20,000", "20000"),
    ),
    ("Refugees: 41,200\nAsylum seekers: 6,900", figure("41,200", "41200"), figure("6,900", "6900")),
    ("People displaced | 4,300\nHomes destroyed | 720\n", figure("4,300", "4300"), figure("720", "720", "home")),
    ("• 3,100 refugees\n• 640 families\n", figure("3,100", "3100"), figure("640", "640", "household")),
    ("1. 5,000 people\n2. 6,000 people\n", figure("5,000", "5000"), figure("6,000", "6000")),
    ("-47,500 people reached\n-300 tents given", figure("47,500", "47500"), figure("300", "300", "tent")),
    ("12 people dead16,000 families homeless", figure("12", "12"), figure("16,000", "16000", "household")),
]


@table(LISTS)
def test_tables_and_lists(extractor, text, figures):
    check(extractor.extract(text), figures)


WRITTEN = [
    ("Sixty-one (61) million people fled.", figure("Sixty-one (61) million", "61000000")),
    ("Two and a half million people fled.", figure("Two and a half million", "2500000")),
    ("One hundred and ninety-five million people fled.", figure("One hundred and ninety-five million", "195000000")),
    ("A million people fled.", figure("A million", "1000000")),
    ("Two dozen homes burnt.", figure("Two dozen", "24", "home")),
    ("Some 1.2\nmillion people fled.", figure("1.2\nmillion", "1200000", qualifier="approx")),
    ("Some 1.2\r\nmillion people fled.", figure("1.2\r\nmillion", "1200000", qualifier="approx")),
    ("It counts 17,00,000 voters.", figure("17,00,000", "1700000")),
    ("About 35 lakh people fled.", figure("35 lakh", "3500000", qualifier="approx")),
    ("About 1.2 crore people fled.", figure("1.2 crore", "12000000", qualifier="approx")),
    ("1.234.567 people fled.", figure("1.234.567", "1234567")),
    ("We met 1\u202f234 refugees.", figure("1\u202f234", "1234")),
    ("We met 1\u00a0234 refugees.", figure("1\u00a0234", "1234")),
    ("Over 100 000 people fled.", figure("100 000", "100000", qualifier="more_than")),
    ("29\\.6 million refugees live there.", figure("29\\.6 million", "29600000")),
    ("In 2015 1,000 people died.", figure("1,000", "1000")),
    ("1500 people drowned in 2016.", figure("1500", "1500")),
]


@table(WRITTEN)
def test_how_numbers_are_written(extractor, text, figures):
    check(extractor.extract(text), figures)


# -- what is no figure -------------------------------------------------------------------------------------------------

TRAPS = {
    "dates and times": [
        "It was signed on 26 November 2024.", "It began in June 2023.", "That was so in 2018.",
        "Fiscal year 2024 has begun.",
        "That was in the 1990s.", "It opens at 9:30 a.m.", "The line is open 24/7.", "Between 2015 and 2018 it grew.",
        "It ran from 2019-2020 and stopped.", "It has run since 1 January 2020.", "5/12/2021", "2021-05-12",
        "The third quarter of 2014 was bad.",
    ],
    "ordinals": [
        "This is the 115th session.", "It marks the 70th anniversary.", "In the 21st century it is so.",
        "First, we wait; second, we act.",
    ],
    "compounds and rates": [
        "The 28-nation bloc met.", "A two-room house stood there.", "A 300-bed hospital opened.",
        "63 per 100,000 died.",
        "It takes 23 cents per dollar.", "The rate stood at 5 per 1,000 births.",
        "The camp holds 600 people per square kilometre.",
    ],
    "one": ["One of us left.", "They told one another.", "No one came.", "There is one way.", "It is a one-stop shop.",
            "One day we will see."],
    "names": [
        "COVID-19 spread.", "The 2030 Agenda stands.", "The Group of 77 met.", "The G20 met.", "Title 42 ended.",
        "World War II ended.", "An F-16 flew by.", "LGBTI+ people spoke.", "It is IPC phase 3.",
        "A quake of magnitude 6.7 struck.",
    ],
    "references": [
        "Article 14 holds.", "Resolution 1325 holds.", "See section 207.", "Doc. No. 23100204 is here.", "Page 3 of 12",
        "See note [3].", "Under 8 U.S.C. 1157(b) it is so.", "PD 2021-05 says so.", "The students.167 Others left.",
    ],
    "identifiers": [
        "Call +506 72036536.", "Call (202) 716-8820.", "Washington, DC 20520", "See https://example.org/2024/05/300-people.",
        "Write to desk300@example.org.", "P.O. Box 1234, Nairobi",
    ],
    "repeats": ["Those two reasons count.", "All 4 million of them left.", "The 10,000 number is wrong."],
}  # fmt: skip


@pytest.mark.parametrize(("topic", "text"), [(topic, text) for topic, texts in TRAPS.items() for text in texts])
def test_what_is_no_figure(extractor, topic, text):
    assert extractor.extract(text) == []


MIXED = [
    ("UN resolution 2254 (2015) says 300 people fled.", figure("300", "300")),
    ("Section 12(3) lists 40 offices.", figure("40", "40", "office")),
    ("Table 5: 300 people", figure("300", "300")),
    ("Flight 447 carried 228 people.", figure("228", "228")),
    ("[12] We met 300 people.", figure("300", "300")),
    ("(2) We met 300 people.", figure("300", "300")),
    ("In 2019, 2,019 people came.", figure("2,019", "2019")),
    ("No refugees came, and no one knew.",),
]


@table(MIXED)
def test_figures_among_traps(extractor, text, figures):
    check(extractor.extract(text), figures)


def test_what_was_read_before_makes_no_difference():
    """Phrases are made ready when a sentence may hold them; each text has its figures whichever came first."""
    texts = [
        "They went a six-mile way with 300 people.",
        "It lay one mile off, and 40 U.S. dollars were paid.",
        "The half-million-dollar grant helped 20 Syrian-born families.",
        "Dollars, miles and families: 5,000 of each.",
    ]
    alone = [Extractor().extract(text) for text in texts]
    for order in (texts, texts[::-1]):
        extractor = Extractor()
        found = {text: extractor.extract(text) for text in order}
        assert [found[text] for text in texts] == alone
