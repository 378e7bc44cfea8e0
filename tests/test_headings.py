"""What a heading says: what is counted, of which category, which status."""

from __future__ import annotations

import pytest

from figx.figure import Kind
from figx.headings import categories, counted, statuses

COUNTED = {
    "Refugees by region": ("person", "Refugees"),
    "Number of refugees": ("person", "refugees"),
    "Newly displaced families, by ward": ("household", "Newly displaced families"),
    "Refugee households": ("household", "Refugee households"),
    "Refugee admissions": ("person", "Refugee admissions"),
    "Houses destroyed": ("home", "Houses"),
    "Kenyans abroad": ("person", "Kenyans"),
    "Asylum claims by year": ("claim", "Asylum claims"),
    "Health facilities hit": ("facility", "Health facilities"),
}


@pytest.mark.parametrize(("heading", "found"), COUNTED.items())
def test_what_is_counted(extractor, heading, found):
    said = counted(heading, extractor.rules)
    assert said is not None and (said.value, said.words) == found and said.words in heading


@pytest.mark.parametrize(
    "heading", ["", "Results", "Key figures", "By district", "In 2021", "FUNDING", "the family home"]
)
def test_nothing_is_counted(extractor, heading):
    assert counted(heading, extractor.rules) is None


def test_a_sentence_tells_last_what_it_counts(extractor):
    sentence = "The refugees were asked how many houses they had."
    assert counted(sentence, extractor.rules).words == "refugees"
    assert counted(sentence, extractor.rules, last=True).words == "houses"


@pytest.mark.parametrize(
    ("heading", "key", "category"),
    [
        ("Displacement", "person", "displaced"),
        ("Casualties", "person", "casualty"),
        ("Refugees resettled", "person", "resettled"),
        ("IDPs by ward", "household", "idp"),
        ("Results", "person", ""),
        ("Casualties", "money", ""),
    ],
)
def test_categories(extractor, heading, key, category):
    found = [said.value for said in categories(heading, extractor.rules, key, aid=False)]
    assert found[:1] == ([category] if category else [])


def test_weak_words_count_in_documents_about_aid_alone(extractor):
    assert not list(categories("Funding", extractor.rules, "money", aid=False))
    assert [said.value for said in categories("Funding", extractor.rules, "money", aid=True)] == ["funding"]


@pytest.mark.parametrize(
    ("heading", "kind", "status"),
    [
        ("Total needs", Kind.MONEY, "required"),
        ("Pledged in May", Kind.MONEY, "pledged"),
        ("People targeted", Kind.COUNT, "target"),
        ("Results", Kind.COUNT, ""),
    ],
)
def test_statuses(extractor, heading, kind, status):
    found = [said.value for said in statuses(heading, extractor.rules, kind)]
    assert found[:1] == ([status] if status else [])


def test_what_is_said_names_its_rule(extractor):
    packs = extractor.packs
    [said] = categories("Casualties", extractor.rules, "person", aid=False)
    assert said.rule in packs.category and said.words == "Casualties"
    said = next(statuses("Total needs", extractor.rules, Kind.MONEY))
    assert said.rule in packs.cue
