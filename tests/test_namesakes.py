"""Which countries a document names, and what that makes of words that may mean several."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figx.namesakes import Gazetteer, NamedPlaces
from figx.places import load_places, surface_forms

FORMS = surface_forms(load_places(Path(__file__).parents[1] / "patterns" / "places.tsv"))
GAZETTEER = Gazetteer(form for form in FORMS.values() if "’" not in form.form)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("From South Sudan to Sudan.", ["South Sudan", "Sudan"]),
        ("In Côte d’Ivoire, the U.S. and Papua New Guinea", ["Côte d'Ivoire", "U.S.", "Papua New Guinea"]),
        ("Iran’s and Iraq's people", ["Iran", "Iraq"]),
        ("across\nthe Central\nAfrican Republic", ["Central African Republic"]),
        ("turkey for us", []),
        ("in New Mexico, not Mexico", ["New Mexico", "Mexico"]),
        ("", []),
    ],
)
def test_names_in_a_text(text, found):
    assert [form.form for form in GAZETTEER.find(text)] == found


@pytest.mark.parametrize(
    ("text", "word", "code"),
    [
        ("The DRC took them in.", "Congolese", "COD"),
        ("They live in Kinshasa.", "Congolese", "COD"),
        ("They live in Brazzaville.", "Congo", "COG"),
        ("Between Kinshasa and Brazzaville", "Congolese", ""),
        ("Nobody says where.", "Congolese", ""),
        ("The Republic of Korea and its neighbours", "Koreans", "KOR"),
        ("Seoul and Pyongyang", "Korea", ""),
        ("Santo Domingo", "Dominicans", "DOM"),
        ("Nobody says where.", "Georgia", "GEO"),
        ("In Atlanta and in Florida", "Georgia", ""),
        ("In Tbilisi and in Washington", "Georgia", "GEO"),
        ("In Bissau", "Guineans", ""),
        ("In Conakry and in Bissau", "Guineans", "GIN"),
        ("In Erbil", "Turkmens", ""),
        ("A family came together.", "Reunion", None),
        ("In Réunion and Mayotte", "Reunion", "REU"),
        ("Nobody says where.", "Jordan", "JOR"),
        ("Nobody says where.", "Atlantis", None),
    ],
)
def test_what_an_ambiguous_word_means(text, word, code):
    assert NamedPlaces(text, GAZETTEER).settle(word) == code


def test_no_table_knows_nothing():
    assert NamedPlaces("In France").settle("Congo") is None
    assert not NamedPlaces("In France").counts


def test_ambiguous_words_count_for_nobody():
    assert NamedPlaces("Congolese people of Congo and Korea", GAZETTEER).counts == {}
    assert NamedPlaces("France, French, Paris", GAZETTEER).counts == {"FRA": 3}


@given(st.text(max_size=200))
def test_any_text_is_read(text):
    for form in GAZETTEER.find(text):
        assert form.form in FORMS


@given(st.lists(st.sampled_from(sorted(word for word in FORMS if "’" not in word)), max_size=6))
def test_every_word_of_the_table_is_found(words):
    found = [form.form for form in GAZETTEER.find(" and ".join(words).replace(".", ". "))]
    assert len(found) >= len([word for word in words if word.isalpha()])
