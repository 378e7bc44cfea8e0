"""Headings that name the speaker of a whole text, and those that name an office, nobody or several."""

from __future__ import annotations

import pytest

from figx.bylines import byline_of, person
from figx.labels import Labels
from figx.pipeline import Extractor

LABELS = Labels(Extractor().rules)


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Remarks by Secretary Ada N. Oduya\n", "Secretary Ada N. Oduya"),
        ("# Remarks by Secretary of State Ada Oduya at the Harbour Forum\n", "Secretary of State Ada Oduya"),
        ("Remarks by the President on Boats\n", "President"),
        ("Remarks as prepared for delivery by Vice President Lund in Port Lind\n", "Vice President Lund"),
        ("Statement by H.E. Mr. Ivo Lund, President of Ruritania\n", "H.E. Mr. Ivo Lund"),
        ("Statement of Ivo Lund, High Commissioner for Islands\n", "Ivo Lund"),
        ("Statement by the UN High Commissioner for Islands Ivo Lund\n", "UN High Commissioner for Islands Ivo Lund"),
        ("Speech: The Hon Ada Tane MP\n", "The Hon Ada Tane MP"),
        ("Opening remarks by Mr. Ivo Lund – 3 May 2021\n", "Mr. Ivo Lund"),
        (
            "Address by Minister for Immigration and Border Protection Ivo Lund\n",
            "Minister for Immigration and Border Protection Ivo Lund",
        ),
        ("The Hon Ada Tane MP\n\nSpeech, E&OE\n\n3 May 2021\n", "The Hon Ada Tane MP"),
        ("FOREIGN MINISTER ADA TANE\n\nPress Club\n\nSPEECH (check against delivery)\n", "FOREIGN MINISTER ADA TANE"),
        ("Remarks by Minister Ada Tane\nPort Lind\nRemarks by Minister Ada Tane, as delivered\n", "Minister Ada Tane"),
    ],
)
def test_who_is_named(head, name):
    found = byline_of(head, LABELS)
    assert found is not None and found[0] == name


@pytest.mark.parametrize(
    "head",
    [
        "Statement by the Council of Ruritania\n",
        "Statement by Oxfam on the storm\n",
        "Statement by Save the Children, a charity\n",
        "Remarks by President Lund and Prime Minister Tane\n",
        "Joint statement by Ministers Lund and Tane\n",
        "Remarks by Minister Lund\nRemarks by Minister Tane\n",
        "Speech therapy helps 40 children\n",
        "The Hon Ada Tane MP\n\nMEDIA RELEASE\n",
        "The Hon Ada Tane MP\nThe Hon Ivo Lund MP\nSpeech\n",
        "He praised the remarks by Minister Tane.\n",
        "Speech: how 40 children learned to talk\n",
    ],
)
def test_where_nobody_is_named_for_certain(head):
    assert byline_of(head, LABELS) is None


def test_a_name_without_a_title_wants_an_office():
    assert person("Ivo Lund, Director-General of Boats", LABELS) == "Ivo Lund"
    assert person("Ivo Lund", LABELS) == ""
    assert person("Harbour Relief, a charity", LABELS) == ""


def test_only_the_head_of_the_text_counts():
    text = "\n".join(["A line of the story."] * 40) + "\nRemarks by Minister Tane\n"
    assert byline_of(text, LABELS) is None
