"""The numbers of cells with the unit that a heading, their label or the row before gives them."""

from __future__ import annotations

from decimal import Decimal

import pytest

TABLES = {
    "a scale above": ("Refugees, in thousands\nChad 1,200\nMali 45", [(1200000, "count", "person"), (45000, "count", "person")]),
    "a currency above": ("Budget (EUR m)\nFood ..... 3.5\nWater ..... 2", [(3500000, "money", "EUR"), (2000000, "money", "EUR")]),
    "a currency, no scale": ("Budget (EUR)\nFood ..... 3,500\nWater ..... 200", [(3500, "money", "EUR"), (200, "money", "EUR")]),
    "a share": ("Women (%)\nChad | 51\nMali | 49.5", [(51, "share", "percent"), (Decimal("49.5"), "share", "percent")]),
    "its own label": ("Received (USD m) | 32\nPeople reached | 12,000", [(32000000, "money", "USD"), (12000, "count", "person")]),
    "heads of columns": ("Ward | USD m | Families\nAlba | 2 | 300\nBerat | 1.5 | 40",
                         [(2000000, "money", "USD"), (300, "count", "household"),
                          (1500000, "money", "USD"), (40, "count", "household")]),
    "a title for one column of two": ("Budget in USD million\nWard | Families | Budget\nAlba | 300 | 2\nBerat | 40 | 1.5",
                                      [(300, "count", "household"), (2000000, "money", "USD"),
                                       (40, "count", "household"), (1500000, "money", "USD")]),
    "a sum with its sign": ("Budget (USD million)\nFood ..... $3.5\nWater ..... $2",
                            [(3500000, "money", "USD"), (2000000, "money", "USD")]),
    "a row for each year": ("Year | USD\n2021 | 3,500\n2022 | 2,100", [(3500, "money", "USD"), (2100, "money", "USD")]),
    "inches like the row before": ("Alba – 5.14 inches\nBerat – 4.10\nCerda – 3",
                                   [(Decimal("5.14"), "measure", "inch"), (Decimal("4.1"), "measure", "inch"), (3, "count", "")]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "found"), TABLES.values(), ids=TABLES)
def test_cells(extractor, text, found):
    assert [(figure.value, figure.kind, figure.unit) for figure in extractor.extract(text)] == found


UNTOUCHED = {
    "a scale that may be none": (
        "Chad has millions displaced\nAlba | 1.2\nBerat | 0.5",
        [Decimal("1.2"), Decimal("0.5")],
    ),
    "a number with a scale": (
        "Budget (USD million)\nFood ..... $3 million\nWater ..... $2 million",
        [3000000, 2000000],
    ),
    "a number far too large": (
        "Refugees (thousands)\nChad 1,200,000,000\nMali 3,000,000,000",
        [1200000000, 3000000000],
    ),
}


@pytest.mark.parametrize(("text", "values"), UNTOUCHED.values(), ids=UNTOUCHED)
def test_a_doubt_is_flagged(extractor, text, values):
    figures = [figure for figure in extractor.extract(text) if figure.value is not None]
    assert [figure.value for figure in figures] == values
    assert all("scale_in_heading" in figure.flags for figure in figures)


def test_prose_under_a_heading_is_not_scaled(extractor):
    [figure] = extractor.extract("Refugees, in thousands\n\nThe camp holds 45 refugees.")
    assert figure.value == 45 and not figure.flags


def test_the_text_of_a_scaled_figure_is_the_cell(extractor):
    text = "Refugees, in thousands\nChad 1,200\nMali 45"
    for figure in extractor.extract(text):
        assert text[figure.start : figure.end] == figure.text and len(figure.text) <= 5
        assert "figx.heading.scale" in figure.rule


def test_units_in_headings_are_no_figures(extractor):
    for text in ("Refugees (’000)\nChad | 45\nMali | 12", "Ward | People (thousands)\nAlba | 45\nBerat | 12"):
        assert [figure.text for figure in extractor.extract(text)] == ["45", "12"]
