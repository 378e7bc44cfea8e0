"""Which time expression is a figure's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import figx


def times(extractor, text):
    return [(figure.text, figure.time) for figure in extractor.extract(text)]


OWN = [
    ("Some 300 people fled last year.", ["last year"]),
    ("Last year some 300 people fled.", ["Last year"]),
    ("In Malta, 300 people last year fled.", ["last year"]),
    ("The camp has received since May 2014 more than 300 people.", ["since May 2014"]),
    ("In 2024 the camp took in 900 people, and 300 left last month.", ["In 2024", "last month"]),
    ("Some 400 boats landed last year and 120 have landed so far in 2016.", ["last year", "so far in 2016"]),
    ("Over 2,100 guests came in 2011 and 4,700 this financial year.", ["in 2011", "this financial year"]),
    ("The town gave 300 tents this year and 200 next year and in 2018.", ["this year", "next year and in 2018"]),
    ("Arrivals rose from 300 in May 2014 to 900 in June 2014.", ["in May 2014", "in June 2014"]),
    ("Of this year's 700 guests 300 were children.", ["this year"] * 2),
    ("In two hours early on Sunday 30 mm of rain fell.", ["early on Sunday"]),
    ("Some 30 mm of rain fell in two hours early on Sunday.", ["early on Sunday"]),
    ("Most of the 300 homes were lost in two hours.", ["in two hours"]),
]

SHARED = [
    ("Since May the town has housed 300 people and repaired 40 wells.", ["Since May"] * 2),
    ("The storm hit the coast on Sunday, killing 12 people and injuring 40.", ["on Sunday"] * 2),
    ("The storm struck on Sunday, killing 12 people, injuring 40 and destroying 90 homes.", ["on Sunday"] * 3),
    ("At least 12 people were killed and 40 were wounded last week.", ["last week"] * 2),
    ("Some 300 tents, 40 stoves and 900 blankets came in May.", ["in May"] * 3),
    ("As of 5 May: 300 people are missing; 40 are dead.", ["As of 5 May"] * 2),
    ("In May the team met 420 families (1,900 people).", ["In May"] * 2),
    ("The team met 420 families (1,900 people) in May.", ["in May"] * 2),
    ("In June 200 houses fell as of noon, with 45 more cracked.", ["as of noon", "as of noon"]),
    ("When the river rose in 2010, 30 people died and 400 were displaced.", ["in 2010"] * 2),
]

OTHER_CLAUSE = [
    ("Through the fund that the town set up in March of last year, 800 families have found a home.", [""]),
    ("On 3 July 2013 a grant was approved to support 900 families.", [""]),
    ("The town, which was founded in 1901, has 900 homes.", [""]),
    ("The town made a start last week by agreeing to take in 900 people.", [""]),
    ("Yesterday 5 boats went home, but that was a week after 40 more had come in.", ["Yesterday", ""]),
    ("The club, working since 1964 for all, has 90 members.", [""]),
    ("Some 70 cooks were at work, with more expected on Tuesday.", [""]),
    ("Apart from the first group of 12, another 30 cooks will start this month.", ["", "this month"]),
    ("The plan is to grow by 2030, while 300 people wait.", [""]),
]

REPORT = [
    ("At least 30 people died, officials said on Monday.", [""]),
    ("The ministry said on Monday that 30 people died on Sunday.", ["on Sunday"]),
    ("On Monday, the ministry reported 30 deaths.", [""]),
    ("The ministry, as of Monday, reported 30 deaths.", ["as of Monday"]),
    ("HARARE, Aug. 28 (Newswire) -- At least 30 people have died.", [""]),
    ("Today we announce 5 million euros for the camps.", [""]),
    ("The report says that the floods of 28 March left 300 people homeless.", ["28 March"]),
]

COMPARED = [
    ("Some 400 people came this year, compared with 900 in 2013.", ["this year", "in 2013"]),
    ("Last month the rate was 3 per cent, down from 6 per cent in May.", ["Last month", "in May"]),
    ("Last month the rate was 3 per cent, down from 6 per cent.", ["Last month", ""]),
    ("Arrivals have risen by 40 per cent compared to this point last year.", ["this point last year"]),
    ("The 800 landings this year are three times the figure for 2019.", ["this year", "this year"]),
    ("Arrivals have doubled since 2010.", ["since 2010"]),
    ("It was the worst flood in 20 years, and 300 people fled.", [""]),
    ("For the first time since 2015 more than 300 people came.", [""]),
]

TIMELESS = [
    ("Last year all 50 states took part.", [""]),
    ("Last year crime rose in the country's five largest cities.", [""]),
    ("This year the town spent part of its 9 million euro annual budget.", [""]),
    ("On Sunday the wave reached a town of 170,000.", [""]),
    ("In May the storm passed a city with a population of 1.5 million.", [""]),
    ("The pump moved 900 litres per second in May.", ["in May"]),
    ("Under the 2030 Agenda the town set 17 goals.", [""]),
    ("The 2014 floods drove 300 people away.", ["2014"]),
    ("Now, 300 people want to leave.", [""]),
    ("In 2014 the camp was 30 kilometers away.", [""]),
]

ATTACHED = [
    ("Two thousand of them are people who have to leave the valley this year.", ["this year"]),
    ("The town counts 300 people who fled in May.", ["in May"]),
    ("The storm has forced 300 people to leave since Sunday.", ["since Sunday"]),
    ("More than 300 people have signed up since we opened the school in May 2022.",
     ["since we opened the school in May 2022"]),
    ("Some 300 families fled after the river broke its banks late on Sunday.", ["late on Sunday"]),
    ("The storm that struck on Sunday killed 30 people.", ["on Sunday"]),
    ("The valley was hit in April 1998, when 60 barns were swept away.", ["in April 1998"]),
    ("There are 600 people in the valley (as of March 2025).", ["as of March 2025"]),
    ("640 – Number of cots in the hall as of 24 June.", ["as of 24 June"]),
    ("The scheme runs 2 flights a week.", ["a week"]),
    ("Some 300 people are housed at 90 euros a night in the town.", ["", "a night"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), [*OWN, *SHARED, *OTHER_CLAUSE, *REPORT, *COMPARED, *TIMELESS, *ATTACHED])
def test_times(extractor, text, wanted):
    assert [time for _, time in times(extractor, text)] == wanted


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Some 300 people fled last year.", "figx.time.clause"),
        ("In May the town fed 30 people and they led 300 away.", "figx.time.frame"),
        ("The storm struck on Sunday, killing 300 people.", "figx.time.shared"),
        ("At least 300 people were killed and 40 were wounded last week.", "figx.time.behind"),
        ("There are 300 people who have to leave this year.", "figx.time.relative"),
        ("Some 300 families fled after the river broke its banks on Sunday.", "figx.time.event"),
        ("The valley was hit in April 1998, when 300 barns were swept away.", "figx.time.when"),
        ("Arrivals have risen by 300 compared to last year.", "figx.time.compared"),
    ],
)
def test_the_rule_tells_why(extractor, text, rule):
    figure = next(figure for figure in extractor.extract(text) if figure.value == 300)
    assert rule in figure.rule


def test_a_duration_has_no_time(extractor):
    [span] = [f for f in extractor.read("In May they stayed for six weeks.").figures if f.kind is figx.Kind.DURATION]
    assert (span.time, span.period_start) == ("", None)


PARTS = [
    *"300 people|were killed|and 40 homes|in May|last year|, killing|(2,000|)|who fled|since 2014|–|;|said on Monday|that".split(
        "|"
    ),
    *"In 2010,|when|after|to support|with|Today|compared to|a week|this year's 5,500|its|.|while|now".split("|"),
]


@given(st.lists(st.sampled_from(PARTS), max_size=14).map(" ".join))
def test_a_time_stands_in_the_sentence(extractor, text):
    for figure in extractor.extract(text):
        assert figure.time in " ".join(text.split())
        assert bool(figure.time) == any(rule.startswith("figx.time.") for rule in figure.rule)
