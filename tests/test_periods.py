"""The days that a time expression names, with and without the day of the text."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figx.periods import Period, period_of
from figx.stretches import fiscal_year, fiscal_year_of, joined, months_from, shifted, third
from test_timegrammar import ATOMS, found

TODAY = date(2024, 11, 26)  # a Tuesday


def period(text: str, **facts) -> Period:
    phrase = found(text)[0]
    return period_of(phrase.node, phrase.relation, **facts)


def days(text: str, **facts) -> tuple[str, str]:
    named = period(text, **facts)
    return str(named.start or ""), str(named.end or "")


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("since June 2023", "2023-06-01", ""),
        ("since as far back as October 2018", "2018-10-01", ""),
        ("since we opened this school in June 2023", "2023-06-01", ""),
        ("until 2030", "", "2030-12-31"),
        ("by 2030", "", "2030-12-31"),
        ("by the end of 2030", "", "2030-12-31"),
        ("through September 2021", "", "2021-09-30"),
        ("before 2010", "", "2009-12-31"),
        ("after 2010", "2011-01-01", ""),
        ("in 2010", "2010-01-01", "2010-12-31"),
        ("at the end of 2023", "2023-12-31", "2023-12-31"),
        ("at the beginning of March 2023", "2023-03-01", "2023-03-01"),
        ("as of 31 December 2023", "2023-12-31", "2023-12-31"),
        ("as of February 2024", "2024-02-01", "2024-02-29"),
        ("on Wednesday 23 July 2014", "2014-07-23", "2014-07-23"),
        ("on 30 February 2014", "", ""),
        ("2023/11/05", "2023-11-05", "2023-11-05"),
        ("25.7.2013", "2013-07-25", "2013-07-25"),
        ("between 7 and 15 March 2020", "2020-03-07", "2020-03-15"),
        ("between 1 January and 28 September 2018", "2018-01-01", "2018-09-28"),
        ("from November to January 2015", "2014-11-01", "2015-01-31"),
        ("26 July – 2 August 2013", "2013-07-26", "2013-08-02"),
        ("from 2010 to 2014", "2010-01-01", "2014-12-31"),
        ("in 2009-13", "2009-01-01", "2013-12-31"),
        ("in May and June 2020", "2020-05-01", "2020-06-30"),
        ("in 2012, 2013 and 2014", "2012-01-01", "2014-12-31"),
        ("in 2010 and 2014", "", ""),  # a gap lies between
        ("in the first half of 2022", "2022-01-01", "2022-06-30"),
        ("in the last quarter of 2022", "2022-10-01", "2022-12-31"),
        ("Q3 2014", "2014-07-01", "2014-09-30"),
        ("in the first six months of 2014", "2014-01-01", "2014-06-30"),
        ("in the 12 months to June 2023", "2022-07-01", "2023-06-30"),
        ("in 24 hours to 09 June 2015", "2015-06-08", "2015-06-09"),
        ("during the 1990s", "1990-01-01", "1999-12-31"),
        ("in the 20th century", "1901-01-01", "2000-12-31"),
        ("since the year 2000", "2000-01-01", ""),
        ("for the whole of December 2013", "2013-12-01", "2013-12-31"),
    ],
)
def test_absolute(text, start, end):
    assert days(text) == days(text, today=TODAY) == (start, end)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("last year", "2023-01-01", "2023-12-31"),
        ("this year", "2024-01-01", "2024-12-31"),
        ("so far this year", "2024-01-01", "2024-11-26"),
        ("earlier this year", "2024-01-01", "2024-11-26"),
        ("next month", "2024-12-01", "2024-12-31"),
        ("last quarter", "2024-07-01", "2024-09-30"),
        ("last week", "2024-11-18", "2024-11-24"),
        ("last weekend", "2024-11-23", "2024-11-24"),
        ("over the past four years", "2020-11-27", "2024-11-26"),
        ("in the past week", "2024-11-20", "2024-11-26"),
        ("over the last 24 hours", "2024-11-25", "2024-11-26"),
        ("over the next 3 years", "2024-11-26", "2027-11-25"),
        ("three years ago", "2021-01-01", "2021-12-31"),
        ("two weeks ago", "2024-11-11", "2024-11-17"),
        ("yesterday", "2024-11-25", "2024-11-25"),
        ("right now", "2024-11-26", "2024-11-26"),
        ("last night", "2024-11-25", "2024-11-25"),
        ("last Tuesday", "2024-11-19", "2024-11-19"),
        ("on Tuesday", "2024-11-26", "2024-11-26"),
        ("on Wednesday", "2024-11-20", "2024-11-20"),
        ("from Monday to Wednesday", "2024-11-18", "2024-11-20"),
        ("in May", "2024-05-01", "2024-05-31"),
        ("in December", "2023-12-01", "2023-12-31"),
        ("on 5 December", "2023-12-05", "2023-12-05"),
        ("on Tuesday, 5 November", "2024-11-05", "2024-11-05"),
        ("on Friday, 5 November", "", ""),  # no Friday that year
        ("in January of last year", "2023-01-01", "2023-01-31"),
        ("between October 2016 and January of this year", "2016-10-01", "2024-01-31"),
        ("to date", "", "2024-11-26"),
    ],
)
def test_told_from_the_day_of_the_text(text, start, end):
    assert days(text, today=TODAY) == (start, end)


@pytest.mark.parametrize(
    "text",
    [
        "last year",
        "three years ago",
        "in May",
        "on Tuesday",
        "yesterday",
        "over the past four years",
        "this fiscal year",
        "so far this year",
    ],
)
def test_open_without_the_day_of_the_text(text):
    assert days(text) == ("", "")


@pytest.mark.parametrize(
    "text",
    [
        "in recent years",
        "each month",
        "over five years",
        "a month earlier",
        "the year before",
        "since the war",
        "in the summer of 2015",
        "over the weekend",
        "overnight",
        "the previous year",
        "in the last few days",
        "this point last year",
    ],
)
def test_what_the_words_leave_open(text):
    assert period(text, today=TODAY) == Period()


@pytest.mark.parametrize("text", ["in May", "on Tuesday", "on 5 December"])
def test_what_is_to_come_is_no_day_of_the_past(text):
    assert days(text, today=TODAY, past=False) == ("", "")


@pytest.mark.parametrize(
    ("text", "start", "asked", "wanted"),
    [
        ("in FY2024", 10, False, ("2023-10-01", "2024-09-30", 2024, ())),
        ("in FY24", 7, True, ("2023-07-01", "2024-06-30", 2024, ())),
        ("in FY2024", None, False, ("2024-01-01", "2024-12-31", 2024, ("fiscal_year_start_assumed",))),
        ("in FY2024", 1, True, ("2024-01-01", "2024-12-31", 2024, ())),
        ("in the 2009-10 financial year", 7, True, ("2009-07-01", "2010-06-30", 2010, ())),
        ("in the 2009-10 financial year", 1, True, ("", "", 2010, ("fiscal_year_start_unknown",))),
        ("in FY2009/10", None, False, ("", "", 2010, ("fiscal_year_start_unknown",))),
        ("in 2009-10", 7, True, ("2009-07-01", "2010-06-30", 2010, ())),
        ("in 2009-10", 10, False, ("", "", None, ("fiscal_year_start_unknown",))),
        ("in 2009/10", None, False, ("", "", None, ("fiscal_year_start_unknown",))),
        ("in 2009-2010", 10, True, ("", "", None, ("ambiguous_period",))),
        ("in the second quarter of fiscal year 2023", 10, False, ("2023-01-01", "2023-03-31", 2023, ())),
        ("by the end of fiscal year 2025", 10, False, ("", "2025-09-30", 2025, ())),
        ("this fiscal year", 10, False, ("2024-10-01", "2025-09-30", 2025, ())),
        ("last financial year", None, False, ("", "", None, ("fiscal_year_start_unknown",))),
    ],
)
def test_fiscal_years(text, start, asked, wanted):
    named = period(text, today=TODAY, fiscal_start=start, asked=asked)
    assert (str(named.start or ""), str(named.end or ""), named.fiscal_year, named.flags) == wanted


@pytest.mark.parametrize(
    ("text", "start", "end", "flag"),
    [
        ("in early 2014", "2014-01-01", "2014-04-30", "approximate_period"),
        ("in mid-2014", "2014-05-01", "2014-08-31", "approximate_period"),
        ("in late May 2014", "2014-05-21", "2014-05-31", "approximate_period"),
        ("in the early 1990s", "1990-01-01", "1993-12-31", "approximate_period"),
        ("by the middle of 1980", "", "1980-08-31", "approximate_period"),
        ("on 05/06/2023", "", "", "ambiguous_date"),
    ],
)
def test_doubts_are_flags(text, start, end, flag):
    assert days(text) == (start, end)
    assert flag in period(text).flags


@given(
    st.lists(st.sampled_from(ATOMS), max_size=12).map(" ".join),
    st.dates(),
    st.sampled_from([None, 1, 7, 10]),
    st.booleans(),
)
def test_a_period_never_ends_before_it_begins(text, today, start, past):
    for phrase in found(text):
        named = period_of(phrase.node, phrase.relation, today=today, fiscal_start=start, past=past)
        assert not (named.start and named.end) or named.start <= named.end


@given(st.dates(), st.integers(1, 12))
def test_every_day_lies_in_its_fiscal_year(day, start):
    if date(2, 1, 1) <= day <= date(9990, 1, 1):
        first, last = fiscal_year(fiscal_year_of(day, start), start)
        assert first <= day <= last
        assert first.month == start


@given(st.integers(2, 9000), st.integers(1, 12), st.sampled_from([1, 3, 6, 12, 120]))
def test_the_thirds_of_a_stretch_make_it_whole(year, month, count):
    stretch = months_from(year, month, count)
    assert joined([third(stretch, part) for part in range(3)]) == stretch


@given(st.dates(date(3, 1, 1), date(9990, 1, 1)), st.integers(-24, 24))
def test_shifting_keeps_to_the_month(day, months):
    moved = shifted(day, months)
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == months
    assert moved.day <= day.day


def test_the_ends_of_the_calendar_are_no_crash():
    for text in (
        "last century",
        "the last 999 centuries",
        "the next 999 decades",
        "999 years ago",
        "next week",
        "last week",
    ):
        for today in (date.min, date.max, date.min + timedelta(30)):
            period(text, today=today)
