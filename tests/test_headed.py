"""Figures take from the headings above them what their own sentence does not say, and nothing else."""

from __future__ import annotations

import pytest

CATEGORIES = {
    "a row by its label": ("People displaced | 300\nPeople killed | 12", ["displaced", "casualty"]),
    "a row by its heading": ("People displaced\nAlba ...... 300\nBerat ...... 12", ["displaced", "displaced"]),
    "a cell by its column": ("Ward | Displaced | Killed\nAlba | 300 | 12\nBerat | 40 | 5",
                             ["displaced", "casualty", "displaced", "casualty"]),
    "a column without a word": ("Ward | Refugees | Total\nAlba | 300 | 412\nBerat | 40 | 45",
                                ["refugee", "people", "refugee", "people"]),
    "an item by its lead-in": ("People killed:\n- Alba: 300\n- Berat: 12", ["casualty", "casualty"]),
    "an item that says more": ("People killed:\n- 300 refugees\n- 12 families", ["refugee", "casualty"]),
    "a long lead-in": (
        "In the days since the war began the people of the town, many of whom were killed, have asked for:\n- 300 goats\n"
        "- 12 families who farm", ["other", "people"],
    ),
    "a section": ("Casualties\n\nIn May 40 people were counted there.", ["casualty"]),
    "a section, and who it is not": ("Casualties\n\nIn May 40 teachers were counted there.", ["people"]),
    "a section of many words": ("Casualties of the war in the north of the land\n\nIn May 40 people were counted.", ["people"]),
    "a section of two categories": ("Casualties and displacement\n\nIn May 40 people were counted.", ["people"]),
    "a sentence's own words": ("Casualties\n\nIn May 40 people fled.", ["displaced"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "categories"), CATEGORIES.values(), ids=CATEGORIES)
def test_categories(extractor, text, categories):
    assert [figure.category for figure in extractor.extract(text)] == categories


STATUSES = {
    "an item by its lead-in": ("Total needs:\n- USD 5 million\n- USD 2 million", ["required", "required"]),
    "an item's own words": ("Total needs:\n- USD 5 million was pledged\n- USD 2 million", ["pledged", "required"]),
    "a row by its label": ("Required | $5 million\nReceived | $2 million", ["required", "actual"]),
    "a cell by its column": ("Sector | Required | Received\nFood | $5 | $2\nWater | $4 | $1",
                             ["required", "actual", "required", "actual"]),
    "people": ("Total needs:\n- 300 people", ["actual"]),
    "a section says nothing": ("Total needs\n\nThe fund gave USD 5 million in May.", ["actual"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "statuses"), STATUSES.values(), ids=STATUSES)
def test_statuses(extractor, text, statuses):
    assert [figure.status for figure in extractor.extract(text)] == statuses


def test_the_words_that_decided_are_explained(extractor):
    *_, explanation = extractor.explain("Casualties\n\nIn May 40 people were counted there.")
    decided = {field: (words, rule) for field, words, rule in explanation.decided}
    words, rule = decided["category"]
    assert words == "Casualties" and rule in extractor.packs.category
    assert rule in explanation.figure.rule and explanation.figure.term


def test_places_and_times_come_from_the_sentence_alone(extractor):
    figures = extractor.extract("Refugees in Kenya, May 2021:\n- Alba: 300\n- Berat: 120")
    assert [(figure.unit, figure.places, figure.time) for figure in figures] == [("person", (), "")] * 2
