"""A country's name that is only part of another name."""

from __future__ import annotations

import pytest

from figx.facts import facts_of
from figx.mentions import mentions_of
from figx.settings import Settings
from figx.speech import Speech
from figx.view import view_of


@pytest.fixture(scope="session")
def read(extractor):
    """The view of a sentence with its places."""

    def view(text):
        doc = extractor._places(extractor._vocabulary(extractor._tokenizer(text, None)))
        found = view_of(doc, extractor.rules)
        found.facts = facts_of(text, Settings(), extractor.rules, Speech())
        return found

    return view


def named(view):
    return [view.raw(mention.i, mention.j) for mention in mentions_of(view)]


@pytest.mark.parametrize(
    "text",
    [
        "the Turkish Red Crescent", "the Kenya Red Cross Society", "the Bosnian and Serbian Red Cross",
        "a British Refugee Council", "U.S. Citizenship and Immigration Services",
        "the US Food and Drug Administration", "the Haitian National Police", "the Bank of Ghana",
        "the Association of Southeast Asian Nations", "the Refugee Council of Australia",
        "the Ministry of Health of the Philippines", "the Press Trust of India", "the Embassy of Japan",
        "Medical Journal of Australia", "UNHCR Jordan", "with IOM Iraq", "Save the Children Australia",
        "Oxfam America", "Refugee Council USA", "Islamic Relief USA", "Human Rights Watch Kenya",
        "Infrastructure Australia", "the Jordan Times", "China Daily", "Australia Day", "Times of Israel",
        "Agence France-Presse", "Voice of America", "Radio France", "Air India", "the Barbados Agreement",
        "the American Rescue Plan",
    ],
)  # fmt: skip
def test_names_of_organisations(text, read):
    assert named(read(f"They asked {text}.")) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the American Administration", ["American"]),
        ("the Palestinian Authority", ["Palestinian Authority"]),
        ("the Government of Jordan", ["Jordan"]),
        ("the Royal Thai Government", ["Thai"]),
        ("China's National Commission", ["China"]),
        ("a survey of Australia's Migrants", ["Australia"]),
        ("Lebanon and the Red Cross", ["Lebanon"]),
        ("Lebanon and Red Cross staff", ["Lebanon"]),
        ("the Red Cross in Syria", ["Syria"]),
        ("Turkish police", ["Turkish"]),
        ("the Syria Humanitarian Response Plan", ["Syria"]),
    ],
)
def test_what_is_no_organisation(text, found, read):
    assert named(read(f"They asked {text}.")) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They paid 19 million U.S. dollars.", []),
        ("They paid US$3 million.", []),
        ("They paid $US1.8 million.", []),
        ("They paid in Kenyan shillings.", []),
        ("They gave 300 English lessons.", []),
        ("They speak Spanish, and sing.", []),
        ("It was written in French.", []),
        ("They work in French hospitals.", ["French"]),
        ("They came from Lebanon, Pennsylvania.", []),
        ("They came from Lebanon, Syria and Iraq.", ["Lebanon", "Syria", "Iraq"]),
        ("We met Jordan Peele.", []),
        ("We met Michael Jordan.", []),
        ("We met in eastern Jordan.", ["Jordan"]),
        ("Jordan hosts them.", ["Jordan"]),
        ("TELL US NOW", []),
        ("Tell the US now", ["US"]),
        ("ARRIVALS FROM CHAD", ["CHAD"]),
        ("the US-Mexico border", ["US-Mexico", "US-Mexico"]),
        ("Syrian-born doctors", ["Syrian-born"]),
        ("Pro-Russian fighters", []),
        ("a US-led raid", []),
        ("the Franco-German border", []),
        ("African-American families", ["African-American"]),
        ("English-speaking nurses", []),
        ("central America", []),
        ("They live in New West Britain.", []),
        ("North Korea, Republic of Moldova", ["North Korea", "Republic of Moldova"]),
        ("Korea, Republic of: 30", ["Korea, Republic of"]),
    ],
)
def test_other_names(text, found, read):
    assert named(read(text)) == found
