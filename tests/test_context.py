"""What a figure takes from the text around its sentence: headings, rows, the figure before, the document's money."""

from __future__ import annotations

import pytest

from figx.context import Context, Head, near_category, near_unit

COLUMN = "Region\nRefugees\nAfrica\n30,000\nEurope\n12,000\nAsia\n9,000\nTotal\n51,000\n"


def test_cells_that_stand_alone_on_their_lines(extractor):
    figures = extractor.extract(COLUMN)
    assert [(figure.text, figure.unit) for figure in figures] == [
        ("30,000", "person"), ("12,000", "person"), ("9,000", "person"), ("51,000", "person"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["One page.\n\n1\n\nThe next page.\n\n2\n\nThe last page.\n\n3\n", "1\nWe act.\n2\nWe wait.\n3\nWe go.\n", "12"],
    ids=["page numbers", "numbered paragraphs", "a number alone"],
)
def test_numbers_alone_that_are_no_cells(extractor, text):
    assert extractor.extract(text) == []


def test_a_heading_says_what_rows_count(extractor):
    for heading, unit in [("Refugees by region", "person"), ("Households by region", "household")]:
        figures = extractor.extract(f"{heading}\nAfrica ...... 30,000\nEast Asia ...... 20,000\n")
        assert [figure.unit for figure in figures] == [unit, unit]


def test_a_label_says_what_its_row_counts(extractor):
    figures = extractor.extract("People displaced | 4,300\nHomes destroyed | 720\nFamilies helped | 12\n")
    assert [figure.unit for figure in figures] == ["person", "home", "household"]


def test_the_sentence_before_says_what_is_counted(extractor):
    figures = extractor.extract("Last week 3,000 families arrived. Another 2,500 are on their way.")
    assert [(figure.text, figure.unit) for figure in figures] == [("3,000", "household"), ("2,500", "household")]


def test_far_away_it_says_nothing():
    assert near_unit(100, "person", 200) == "person"
    assert near_unit(100, "person", 2000) == ""
    assert near_unit(100, "office", 200) == ""
    assert near_category(100, "displaced", 200) == "displaced"
    assert near_category(100, "displaced", 2000) == ""
    assert near_category(100, "people", 200) == ""


def test_a_cell_stands_under_its_head():
    context = Context(row=True, headings=("Camps",), heads=((7, 10, Head("Families", "household", "Families")),))
    assert context.head_at(6) is None and context.head_at(10) is None
    assert context.head_at(7).unit == "household"
    assert context.headings_at(9) == ("Families", "Camps") and context.headings_at(1) == ("Camps",)


@pytest.mark.parametrize(
    ("before", "code"),
    [
        ("", "USD"),
        ("All sums are in Canadian dollars. ", "CAD"),
        ("All sums are in Australian dollars. ", "AUD"),
        ("We count in US dollars. ", "USD"),
    ],
)
def test_the_document_says_which_dollar(extractor, before, code):
    figures = extractor.extract(f"{before}The fund spent $20 million on it.")
    assert [figure.unit for figure in figures] == [code]


def test_a_dollar_that_is_named_stays_what_it_is(extractor):
    figures = extractor.extract("It gave 5 million Australian dollars, or US$3 million, and then $2 million.")
    assert [figure.unit for figure in figures][:2] == ["AUD", "USD"]


def test_the_decimal_mark_of_the_document(extractor):
    text = "In Rom leben 1.234.567 people. Some 2.345 people left, and 12.500 people came."
    assert [figure.value for figure in extractor.extract(text)] == [1234567, 2345, 12500]
