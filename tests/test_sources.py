"""Noun phrases that name a source, before a verb and after "according to", and the name that they give."""

from __future__ import annotations

import pytest

from figx.pipeline import Extractor
from figx.sources import Sources

SOURCES = Sources(Extractor().rules)


def name_before(text):
    """The source that ends before the last word of `text`."""
    words = SOURCES.words(text)
    phrase = SOURCES.before(words, len(words) - 1)
    return (SOURCES.name(words, phrase) or None) if phrase and phrase.kind != "pronoun" else phrase and phrase.kind


def name_after(text):
    """The source that `text` begins with."""
    words = SOURCES.words(text)
    phrase = SOURCES.after(words, 0)
    return SOURCES.name(words, phrase) if phrase else ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("UNHCR said", "UNHCR"),
        ("the U.N. said", "U.N."),
        ("Mr. A. J. Lund said", "Mr. A. J. Lund"),
        ("the UN refugee agency said", "UN refugee agency"),
        ("that three local officials said", "local officials"),
        ("head of the UN refugee agency said", "head of the UN refugee agency"),
        ("officials from the Ministry of Health and Boats said", "officials from the Ministry of Health and Boats"),
        ("Oxfam, UNHCR and IOM said", "Oxfam, UNHCR and IOM"),
        ("the nation's leader said", "nation's leader"),
        ("Peter van Dam said", "Peter van Dam"),
        ("he said", "pronoun"),
        ("we said", None),
        ("the boats said", None),
        ("on Monday said", None),
        ("they fled to Oxfam said", None),  # a clause cannot begin there
        ("recent figures said", None),
    ],
)
def test_before_a_verb(text, name):
    assert name_before(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the Red Cross in the town", "Red Cross"),
        ("local officials in Port Lind on Monday", "local officials in Port Lind"),
        ("UNHCR more than ten", "UNHCR"),
        ("police and the Red Cross, who", "police and the Red Cross"),
        ("Oxfam and police are", "Oxfam"),
        ("the Office for Boats (OB)", "Office for Boats"),
        ("residents of the village", "residents of the village"),
        ("a report from the Island Bank", "Island Bank"),
        ("Island Bank estimates", "Island Bank"),
        ("Ruritanian media reports", "Ruritanian media"),
        ("the latest figures", ""),
        ("plan", ""),
        ("Article 5", ""),
        ("age and income", ""),
    ],
)
def test_after_according_to(text, name):
    assert name_after(text) == name
