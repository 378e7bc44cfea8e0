"""The day of a document and where its fiscal years begin, from what the text says of itself."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figx.datelines import document_date, fiscal_start
from figx.packs import load_packs
from figx.timegrammar.words import TimeWords

WORDS = load_packs().times
LONG = "The council met for the second time this spring and heard from those who live by the river."


@pytest.mark.parametrize(
    "text",
    [
        "Tuesday, November 26, 2024",
        "TUESDAY, 26 NOVEMBER 2024",
        "Remarks to the council\n\nNovember 26, 2024\nGeneva\n",
        "26 November 2024 | Press release",
        "Tuesday 26th November 2024, 9:30 a.m.",
        "(November 26, 2024)",
        "Kampala, 26 November 2024",
        "Deputy Secretary Mara Whitfield, Office of Migration Partnerships\nNew Kampala, 26 November 2024",
        "Washington, 26 November 2024 – The council met.",
        "GENEVA (26 November 2024) – The council met.",
        "BANGKOK, 26 November 2024 (Newswire) - The council met.",
        "Date: 2024-11-26",
        "Published: 26 November 2024\n",
        "Delivered on 26 November 2024",
        "*Posted on November 26, 2024*",
        "---\ntitle: Remarks\ndate: 2024-11-26\n---\n",
        '---\ndate: "2024-11-26T09:30"\n---\n',
        "Today's date: Tuesday, 26 November 2024\n\n25 November 2024\n",
        "TRANSCRIPT  PRESS CONFERENCE  GENEVA  TUESDAY, 26 NOVEMBER 2024",
        "The river fund  26 November 2024",
        "Press Release Dated: 26 Nov 2024 Press Release Number: 00/353",
    ],
)
def test_a_text_that_says_its_day(text):
    assert document_date(f"The river fund\n\n{text}\n\n{LONG}", WORDS) == date(2024, 11, 26)
    assert document_date(text, WORDS) == date(2024, 11, 26)


@pytest.mark.parametrize(
    "text",
    [
        "On 25 July 2013 floods hit the coast.",
        "In 2013 floods hit the coast.",
        "The resolution of 5 May 2021 was read again.",
        "KUNMING, April 17 (Newswire) -- The council met.",  # no year
        "May 5, 2021\nMay 6, 2021\n",  # two days
        "Published: 05/06/2023",  # May or June
        f"{LONG} It was told so on\nOctober 17th, 2023.\n",  # a line of a paragraph
        "Published: 30 February 2023",
        "5 May 2021 was a good day for the council.",
        "",
    ],
)
def test_a_text_that_does_not(text):
    assert document_date(text, WORDS) is None


def test_a_date_far_down_is_not_the_day_of_the_text():
    assert document_date(f"{LONG}\n\n" * 60 + "26 November 2024", WORDS) is None


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("THE WHITE HOUSE\n\nRemarks", None),
        ("The White House said so.", 10),
        ("This is a notice of the U.S. Department of\nState.", 10),
        ("I ask my Administration to act.", 10),
        ("I ask my administration to act.", None),
        ("Under 8 U.S.C. 1157 the ceiling is set.", 10),
        ("The Minister for Immigration said so.", None),
    ],
)
def test_where_fiscal_years_begin(text, month):
    assert fiscal_start(text, WORDS) == month


@given(st.text(max_size=200))
def test_any_text_is_read(text):
    assert document_date(text, WORDS) is None or isinstance(document_date(text, WORDS), date)


def test_a_language_without_words_for_times():
    assert document_date("Date: 2024-11-26", TimeWords()) is None
    assert fiscal_start("White House", TimeWords()) is None
