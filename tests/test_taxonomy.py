"""The categories and terms, and what packs may add to them."""

from __future__ import annotations

import pytest

from figx.errors import PackError
from figx.figure import Flow
from figx.packs import load_packs
from figx.taxonomy import Definition, load_taxonomy

TRIGGER = """
[[category]]
id = "en.category.pilgrims"
category = "{category}"
phrases = ["pilgrims"]
"""


def test_what_figx_ships():
    taxonomy = load_taxonomy()
    assert next(iter(taxonomy.categories)) == "refugee_cap" and list(taxonomy.categories)[-1] == "other"
    assert all(row.definition and row.source for row in [*taxonomy.categories.values(), *taxonomy.terms.values()])
    assert taxonomy.flow("casualty", "killed") is Flow.FLOW
    assert taxonomy.flow("displaced", "sheltered") is Flow.STOCK
    assert taxonomy.flow("displaced", "") is Flow.OPEN
    assert taxonomy.flow("no such", "") is Flow.OPEN


def test_every_trigger_names_a_category_and_its_own_term():
    packs = load_packs()
    for rule in packs.category.values():
        assert rule.category in packs.taxonomy.categories
        assert not rule.term or packs.taxonomy.terms[rule.term].category == rule.category


def test_a_category_is_put_before_another_one():
    taxonomy = load_taxonomy()
    taxonomy.add(Definition("rescued", "rescued", "taken out of the water", "us"), "in_need")
    assert taxonomy.order("rescued") + 1 == taxonomy.order("in_need")
    assert "rescued" not in load_taxonomy().categories
    with pytest.raises(KeyError):
        taxonomy.add(Definition("x", "x", "x", "us"), "no such")


def test_a_pack_adds_a_category_that_it_defines(tmp_path):
    (tmp_path / "rules.toml").write_text(TRIGGER.format(category="pilgrimage") + 'definition = "pilgrims"\n', "utf-8")
    assert load_packs("en", [tmp_path]).taxonomy.order("pilgrimage") > load_packs().taxonomy.order("other")


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ("", "category en.category.pilgrims: category: 'refugees' is not known; did you mean 'refugee'?"),
        ('definition = "x"\nbefore = "nothing"', "before: there is no category 'nothing'"),
        ('definition = "x"\nterm = "evacuated"', "term: 'evacuated' is a term of the category 'displaced'"),
    ],
)
def test_faults_of_packs(tmp_path, more, message):
    (tmp_path / "rules.toml").write_text(TRIGGER.format(category="refugees") + more, encoding="utf-8")
    with pytest.raises(PackError) as caught:
        load_packs("en", [tmp_path])
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[[category]]\nid = "a"', "category a: definition is missing"),
        ('[[category]]\nid = "a"\ndefinition = "b"\nsource = "c"\nflow = "x"', "flow: 'x' is none of"),
        ('[[term]]\nid = "a"\ncategory = "b"\ndefinition = "c"\nsource = "d"', "there is no category 'b'"),
        ('[[category]]\nid = "a"\ncolour = "b"', "there is no key 'colour' here"),
        ("[[", "cannot be read"),
    ],
)
def test_faults_of_the_file(tmp_path, text, message):
    path = tmp_path / "categories.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PackError, match=message):
        load_taxonomy(path)
