"""Tables turned to text: rows on a line, rows over several lines, the heads of their columns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figx.layout import load_layout
from figx.sentences import sentence_spans
from figx.tables import is_glued, is_row, read_tables

LAYOUT = load_layout()
COUNTED = ("refugees", "families", "people", "houses", "shelters", "deaths", "affected", "injured")


def read(text):
    """The sentences of a text, those that are rows after a mark, with (cell, head) for each cell under a head."""
    tables = read_tables(
        text, sentence_spans(text), LAYOUT, lambda label: any(word in label.lower() for word in COUNTED)
    )
    shown = []
    for i, (start, end) in enumerate(tables.sentences):
        heads = [(text[a:b], text[slice(*head)]) for a, b, head in tables.columns.get(i, ())]
        shown.append((i in tables.rows, " / ".join(text[start:end].split("\n")), heads))
    return shown


def rows(text):
    return [sentence for row, sentence, _ in read(text) if row]


@pytest.mark.parametrize(
    "line",
    ["Africa ........ 30,000", "Kenya | 5,000", "| Kenya | 5,000 | 300 |", "Kenya\t5,000\t61%", "Refugees: 41,200",
     "East Asia – 300", "Total .... $5.2", "Chad | 20 | n/a | -", "Food ...... $3 million", "2022 | 1,200 | 3",
     "Africa . . . . . 300", "Mali 12 45 7%", "Kenya EUR 300", "Kenya (300)", "Kenya ~300"],
)  # fmt: skip
def test_rows(line):
    assert is_row(line, LAYOUT)


@pytest.mark.parametrize(
    "line",
    ["", "Africa", "30,000", "Some 300 people came to Kenya.", "x" * 200 + " 5", "| Country | People |", "1 March 2021",
     "Thursday, 14 May 2015", "Region | 2021 | 2022", "Contact: Anna Berg 0427 051 563", "Olu Ade +44 20 7946 0000",
     "Act of 1992 s 12.", "2021 2022 2023", "We went! 300", "Who? 5"],
)  # fmt: skip
def test_lines_that_are_no_rows(line):
    assert not is_row(line, LAYOUT)


def test_a_row_needs_a_neighbour_or_a_leader():
    assert rows("Camps: 20\n\nIt rained.") == []
    assert rows("Camps: 20\nWells: 31") == ["Camps: 20", "Wells: 31"]
    assert rows("Camps ..... 20\n\nIt rained.") == ["Camps ..... 20"]
    assert rows("Alba – 5.14 inches\nBerat – 4.10") == ["Berat – 4.10"]


LINES = {
    "a label and a number in turn": (
        "Region\nRefugees\nAfrica\n30,000\nEurope\n12,000\nAsia\n9,000\nThe end of it.",
        [("Africa / 30,000", ["Refugees"]), ("Europe / 12,000", ["Refugees"]), ("Asia / 9,000", ["Refugees"])],
    ),
    "several columns": (
        "Region\nFamilies\nPeople\nAlba\n300\n1,200\nBerat\n12\n50\nThe end of it.",
        [("Alba / 300 / 1,200", ["Families", "People"]), ("Berat / 12 / 50", ["Families", "People"])],
    ),
    "columns of years": (
        "Region\n2021\n2022\nAlba\n300\n1,200\nBerat\n12\n50\nThe end of it.",
        [("Alba / 300 / 1,200", []), ("Berat / 12 / 50", [])],
    ),
    "missing cells": (
        "Region\nFamilies\nPeople\nAlba\n300\n1,200\nBerat\n12\nThe end of it.",
        [("Alba / 300 / 1,200", []), ("Berat / 12", [])],
    ),
    "labels that follow": (
        "61,200\n\nPEOPLE AFFECTED\n\n12,400\n\nSHELTERS LOST\n\n54\n\nDEATHS",
        [("61,200 /  / PEOPLE AFFECTED", []), ("12,400 /  / SHELTERS LOST", []), ("54 /  / DEATHS", [])],
    ),
    "labels that follow, after a heading": (
        "Loss\n\n61,200\n\nPEOPLE AFFECTED\n\n12,400\n\nSHELTERS LOST\n\nOur work goes on.",
        [("61,200 /  / PEOPLE AFFECTED", []), ("12,400 /  / SHELTERS LOST", [])],
    ),
    "the nearer label": (
        "Refugees\n\n300\nPeople moved\n\n450\nFamilies moved",
        [("300 / People moved", []), ("450 / Families moved", [])],
    ),
    "it may be either label": ("Refugees\n300\nFamilies\n450\nPeople", []),
    "one number": ("321\nHouses lost", [("321 / Houses lost", [])]),
    "one number and its label before": ("Houses lost\n321", [("Houses lost / 321", [])]),
    "one small number": ("12\nHouses lost", []),
    "one number, far from its label": ("321\n\nHouses lost", []),
    "one large number, far from its label": ("32,100\n\nHouses lost", [("32,100 /  / Houses lost", [])]),
    "the number of a page": ("It ends here.\n\n12\n\nRefugees in the north", []),
    "the numbers of pages": ("Chapter one\n1\nChapter two\n2\nChapter three\n3", []),
    "years": ("Arrival\n2019\nReturn\n2020\nPeace\n2021", []),
    "sums without labels of their own": (
        "Total needs:\nUSD 17 million\nUSD 450K\nAir transport\nUSD 5.2 M\n1,310 MT\nHealth\nUSD 700K\nRadio sets",
        [("USD 17 million", []), ("USD 450K", []), ("USD 5.2 M", []), ("1,310 MT", []), ("USD 700K", [])],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "found"), LINES.values(), ids=LINES)
def test_rows_over_lines(text, found):
    assert [(sentence, [head for _, head in heads]) for row, sentence, heads in read(text) if row] == found


@pytest.mark.parametrize(
    "text",
    [
        "District | Families | People\nAlba | 300 | 1,200\nBerat | 12 | 50",
        "| District | Families | People |\n|---|---|---|\n| Alba | 300 | 1,200 |\n| Berat | 12 | 50 |",
        "District\tFamilies\tPeople\nAlba\t300\t1,200\nBerat\t12\t50",
        "District     Families    People\nAlba    300       1,200\nBerat    12       50",
    ],
    ids=["bars", "markdown", "tabs", "spaces"],
)
def test_heads_of_columns(text):
    found = [heads for row, _, heads in read(text) if row]
    assert found == [[("300", "Families"), ("1,200", "People")], [("12", "Families"), ("50", "People")]]


def test_a_head_needs_as_many_cells():
    assert [heads for row, _, heads in read("District | Families\nAlba | 300 | 1,200\nBerat | 12 | 50") if row] == [
        [],
        [],
    ]


@pytest.mark.parametrize("text", ["Kano Alta 58 71 Bolara 140 Gando Bassa 42", "Alba 300 Berat 210 Cerda de Mar 1,150"])
def test_rows_glued_on_a_line(text):
    assert is_glued(text)


@pytest.mark.parametrize(
    "text",
    ["Some 300 came to Alba, 210 to Berat and 42 to Cerda.", "Alba 300", "We saw 300 and 210 and 42 there", "",
     "Alba 3 Berat 2", "In 2021 Alba took 300 and in 2022 it took 410 more"],
)  # fmt: skip
def test_sentences_that_are_no_rows(text):
    assert not is_glued(text)


PIECES = ["Africa", "30,000", "12", "Refugees", "PEOPLE AFFECTED", "2021", "USD 5 m", "", "Alba | 3 | 4", "We went there.", "7%",
          "Total ..... 5", "a\tb\tc", "x\t1\t2"]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=14), st.sampled_from(["\n", "\n\n"]))
def test_sentences_stay_in_order_and_whole(lines, between):
    text = between.join(lines)
    before = sentence_spans(text)
    tables = read_tables(text, before, LAYOUT, lambda label: label.istitle())
    position = 0
    for start, end in tables.sentences:
        assert position <= start < end
        assert not text[position:start].strip()
        position = end
    assert not text[position:].strip()
    starts, ends = {start for start, _ in before}, {end for _, end in before}
    assert all(start in starts and end in ends for start, end in tables.sentences)
    for i, columns in tables.columns.items():
        assert i in tables.rows
        assert all(tables.sentences[i][0] <= a < b <= tables.sentences[i][1] for a, b, _ in columns)
