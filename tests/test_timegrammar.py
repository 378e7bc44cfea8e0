"""Time expressions found in a text: their extent, their kind, and what is none."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figx.packs import load_packs
from figx.rules import Rules
from figx.timegrammar.phrases import find_times
from figx.timegrammar.words import CLASSES, MEANINGS, TimeWords, tokens_of

PACKS = load_packs()
WORDS, CLASSES_OF_WORDS = PACKS.times, Rules(PACKS).classes


def found(text: str, hidden: tuple[tuple[int, int], ...] = ()):
    return find_times(text, WORDS, CLASSES_OF_WORDS, hidden)


def texts(text: str) -> list[str]:
    return [phrase.text for phrase in found(text)]


ABSOLUTE = """
since June 2023 | between 7 and 15 March | in fiscal year 2024 | at the end of 2023 | in 2009-10 | in the first half of 2022
in the third quarter of 2014 | as of 31 December 2023 | in May and June 2020 | on 25 July 2013 | on 25th July 2013 | until 2030
by 2030 | by the year 2030 | in the 12 months to June 2023 | in the year ended 30 June 2014 | on Friday, Sept. 18 | on Nov. 5
since as far back as October 2018 | from 2010 to 2014 | from 13-15 May 2014 | during the 1990s | in the late 1970s
in 2012, 2013 and 2014 | in the 2013-14 financial year | by the end of fiscal year 2025 | in the summer of 2015
as of 5:00 p.m. Sunday | at around 6 a.m. on Sunday | on Thursday (April 10) | by noon on Friday | in the 20th century
between October 2016 and January of this year | in 24 hours to 09 June 2015 | in the 24-hour period to 09:00 GMT Boxing Day
on 2023-11-05 | in the last week of June 2014 | in the week of 5 June | for FY 2025 | through September 2021 | before 2010
"""

RELATIVE = """
on the night of 12 May | in the early hours of Sunday | in the week after the quake | in the two weeks since the election
in each of the last three years | at the height of the crisis | in the aftermath of the storm | on the eve of the war
in the six months before the vote | on the 5th of this month | on World Refugee Day | at the time of the last census
over the past four years | in the past week | over the next 3 years | in recent years | in the last 24 hours
over the last couple of days | in January of last year | in October this year | over the coming months | over five years
in a single year | in just 19 days | within 48 hours | for more than 40 years | in three years of war | for years to come
during a 24 hour period | in the morning | over the weekend | since the beginning of the year | so far in 2016 | since then
since the start of the war | since he took office | since we opened this school in June 2023 | since taking office
since the war began | since independence from Spain in 1821 | during the pandemic | before the war | during the rainy season
"""

FREE = """
overnight 14 to 15 December 2015 | ten years after the war | two days after the quake
last year | three years ago | this month | so far this year | yesterday | last Tuesday | next year and in 2018 | early next month
this year alone | right now | currently | overnight | mid-2023 | early 2014 | Q3 2014 | FY2024 | FY24 | FY2021-22
July 26-29, 2014 | 26 July – 2 August 2013 | 2023/11/05 | the same period last year | this point last year
a month earlier | the year before
earlier this year | Sunday morning | Sunday through Thursday | four and a half years ago | two days later | to date | 25.7.2013
"""


def split(table: str) -> list[str]:
    return [phrase.strip() for line in table.strip().splitlines() for phrase in line.split(" | ")]


@pytest.mark.parametrize("phrase", split(ABSOLUTE) + split(RELATIVE))
def test_after_a_verb_and_before_a_sentence(phrase):
    assert texts(f"People left the town {phrase}.") == [phrase]
    assert texts(f"{phrase[0].upper()}{phrase[1:]}, people left.")[0].lower() == phrase.lower()


@pytest.mark.parametrize("phrase", split(FREE))
def test_without_a_preposition(phrase):
    assert texts(f"People left the town {phrase}.") == [phrase]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The plan moves 300 people each month.", ["each month"]),
        ("There are 2 flights a week offered by the town.", ["a week"]),
        ("They pay 300 a month, 3,600 per year.", ["a month", "per year"]),
        ("Some 300 arrive every three days.", ["every three days"]),
        ("They fell by 3 per cent annually.", ["annually"]),
        ("In a week they spent a day in the camp.", ["In a week"]),
        ("A week ago 300 came.", ["A week ago"]),
        ("It was a day of prayer.", []),
        ("The daily count is in The Daily News.", []),
    ],
)
def test_rates(text, wanted):
    assert texts(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "They may march to the border, and the sun sets.",  # small letters
        "For the first time the third group came.",
        "A three-day holiday and a 10-year-old child.",
        "Rain fell after several days of wind.",
        "Aid for winter was sent by summer storms.",
        "They left since they are poor and have no work.",  # a reason
        "It stands at 25 and 31.",
        "See 10.2014.5 and $2014.",
        "The last-minute appeal failed.",
        "Some people from the town left.",
        "",
    ],
)
def test_what_says_nothing_of_time(text):
    assert texts(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "relation", "day"),
    [
        ("They left in May.", "point", "during", False),
        ("They left on Monday.", "point", "on", True),
        ("They left since 2014.", "point", "since", False),
        ("They left by 5 May.", "point", "by", True),
        ("They left (2014).", "bare", "", False),
        ("They are now in town.", "now", "", False),
        ("They left today.", "now", "", True),
        ("They left every week.", "rate", "", False),
        ("They left over two years.", "span", "during", False),
        ("They left during the war.", "event", "during", False),
        ("They left between May and July.", "point", "between", False),
    ],
)
def test_kinds(text, kind, relation, day):
    [phrase] = found(text)
    assert (phrase.kind, phrase.relation, phrase.day) == (kind, relation, day)


def test_hidden_numbers_are_no_part_of_an_expression():
    text = "In May 30 people left."
    assert [phrase.text for phrase in found(text)] == ["In May 30"]
    assert [phrase.text for phrase in found(text, ((7, 9),))] == ["In May"]


def test_an_escaped_dash_belongs_to_the_expression():
    assert texts(r"It rose in mid\-2020.") == [r"in mid\-2020"]


def test_a_line_end_is_a_space():
    assert texts("They left at the end\nof 2023.") == ["at the end of 2023"]


ATOMS = [
    *"in on since by until between and from to the of last next this May June Monday 2014 2015".split(),
    *"14 5 , - – ( ) . early mid late".split(),
    *"year years month week day ago end quarter third first fiscal FY Q3 war he took a each every so far now over for 24".split(),
    *"$ % \0 \\ 's ’".split(),
]


@given(st.lists(st.sampled_from(ATOMS), max_size=30).map(" ".join))
def test_expressions_lie_in_the_text_apart_and_in_order(text):
    end = 0
    for phrase in found(text):
        assert end <= phrase.start < phrase.end <= len(text)
        assert phrase.text == " ".join(text[phrase.start : phrase.end].split())
        end = phrase.end


@given(st.text(max_size=80))
def test_tokens_cover_what_is_no_space(text):
    covered = {i for token in tokens_of(text) for i in range(token.start, token.end)}
    assert all(character.isspace() or character == "\\" for i, character in enumerate(text) if i not in covered)


@pytest.mark.parametrize(
    "piece", ["in May and ", "since the end of ", "2014, ", "the last ", "early ", "5 ", "from Monday to "]
)
def test_time_grows_with_the_text_alone(piece):
    def taken(count: int) -> float:
        begin = time.perf_counter()
        found(piece * count)
        return time.perf_counter() - begin

    taken(50)
    assert taken(2000) < 40 * max(taken(200), 1e-3)


def test_the_pack_fills_every_class_of_the_grammar():
    table = WORDS
    assert all(table._phrases.get(name) for name in CLASSES | MEANINGS.keys())


def test_a_language_without_a_table_has_no_times():
    assert find_times("In May they left, last week.", TimeWords()) == []
