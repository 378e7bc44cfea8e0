"""Words that are a verb or a noun: a subject before them and a number after them tell."""

from __future__ import annotations

import pytest

import figx
from figx.figure import Figure

VERBS = [
    ("Colombia hosts 2.5 million of them.", "person", ""),
    ("Jordan currently hosts some 620,000.", "person", ""),
    ("The government of Kenya shelters 300,000.", "person", ""),
    ("The island, which shelters 900, has no harbour.", "person", ""),
    ("Uganda registers 40 a day.", "person", ""),
    ("The town houses more than 900.", "person", ""),
    ("UNHCR counts 4,000 of them.", "", ""),
    ("It harbours 3,000.", "person", ""),
    ("Chad and Niger host 1.3 million.", "person", ""),
    ("The number of guests remains 300.", "person", "guests"),
    ("The ceiling now remains below 125,000.", "", ""),
    ("The toll remains at 80.", "person", "toll"),
    ("The bodies recovered so far number 82.", "body", "bodies"),
    ("The refugees in Chad number 82,000.", "person", "refugees"),
    ("The crew number 9.", "person", "crew"),
    ("The pupils, who number 340, sleep on mats.", "person", "pupils"),
    ("Its ships number just 12.", "ship", "ships"),
    ("The fleet numbers 40 ships.", "ship", "ships"),
]
NOUNS = [
    ("New shelters: 300", "shelter", "New shelters"),
    ("The storm damaged 11 houses and 20 others.", "home", "houses"),
    ("The agency has shelters, 40 in all.", "shelter", "shelters"),
    ("Human remains found: 30", "remains", "Human remains"),
    ("The remains of 300 people were found.", "person", "people"),
]
NO_FIGURES = [
    "He lives in flat number 12.",
    "Number 10 said so.",
    "Buses number 4 and 6 stop here.",
    "The school is number 4 in the list.",
    "Refugees in camp number 4 waited.",
    "The town's schools 40 years ago were full.",
]


def first(text: str) -> Figure:
    return figx.extract(text)[0]


@pytest.mark.parametrize(("text", "unit", "noun"), VERBS)
def test_verb(text: str, unit: str, noun: str) -> None:
    figure = first(text)
    assert (figure.unit, figure.noun) == (unit, noun)


@pytest.mark.parametrize(("text", "unit", "noun"), NOUNS)
def test_noun(text: str, unit: str, noun: str) -> None:
    figure = first(text)
    assert (figure.unit, figure.noun) == (unit, noun)


@pytest.mark.parametrize("text", NO_FIGURES)
def test_numbers_of_things(text: str) -> None:
    assert figx.extract(text) == []
