"""The words of a language that tell how a text is laid out, and that packs may add to them."""

from __future__ import annotations

import pytest

from figx.errors import LanguageError
from figx.layout import alternatives, layout_from, load_layout, whole_words
from figx.packs import load_packs
from figx.rules import Rules
from figx.sentences import sentence_spans

LAYOUT = load_layout()


@pytest.mark.parametrize(
    "line",
    ["12", "- 3 -", "Page 3 of 12", "page | 1", "12/24", "xii", "Yearly report of the office, page 4", "www.a.example/b 7",
     "https://a.example/b", "ADVERTISEMENT", "Read  more", "Read more: Floods in the north", "Photo: A. Marsh", "© The office",
     "General Assembly 14th plenary meeting", "Fiftieth session 3 October 1995", "A/58/PV.12", "E&OE……", "(continued)"],
)  # fmt: skip
def test_furniture(line):
    assert LAYOUT.furniture.fullmatch(line)


@pytest.mark.parametrize(
    "line",
    ["", "Some 300 people", "the 12", "Shelter", "See you", "2,400", "Total", "We read more books", "on page", "The photo shows"],
)  # fmt: skip
def test_no_furniture(line):
    assert not LAYOUT.furniture.fullmatch(line)


@pytest.mark.parametrize(
    ("line", "goes_on"), [("all of the", True), ("in the US", True), ("a bathe", False), ("non-the", False)]
)
def test_joints_are_whole_words(line, goes_on):
    assert bool(LAYOUT.joint.search(line)) is goes_on


def test_the_longest_phrase_comes_first():
    assert alternatives(["per cent", "per", "%"]) == r"per\s+cent|per|%"
    assert whole_words(["camp", "camps"]).findall("Camps and a camp, not campus") == ["Camps", "camp"]
    assert not whole_words([]).search("anything")


def test_a_layout_without_rules_matches_nothing():
    empty = layout_from([])
    assert not empty.furniture.fullmatch("12") and not empty.joint.search("of the") and not empty.abbreviations
    assert len(sentence_spans("He met Mr. Okoro.", empty)) == 2


def test_packs_add_to_the_layout():
    assert Rules(load_packs("en")).layout == LAYOUT


def test_a_language_without_a_layout():
    with pytest.raises(LanguageError):
        load_layout("xx")


BUTTON = """
[[layout]]
id = "en.layout.bell"
part = "furniture"
phrases = ["ring the bell"]
"""
SPLIT = "The families who had crossed the river in the night reached the\n\nRing the bell\n\ncamp with 40 goats."


def test_a_pack_names_furniture_of_its_own(tmp_path):
    from figx.pipeline import Extractor

    (tmp_path / "bell.toml").write_text(BUTTON, encoding="utf-8")
    [figure] = Extractor("en", [tmp_path]).extract(SPLIT)
    assert figure.sentence == SPLIT.replace("\n\nRing the bell\n\n", " ")


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ('part = "furniture"', "needs `phrases` or `regex`"),
        ('part = "joint"\nregex = "of"', "`regex` is for furniture"),
        ('part = "furniture"\nregex = "("', "not a regular expression"),
        ('part = "furniture"\nregex = "a*"', "matches the empty line"),
        ('part = "margin"\nphrases = ["x"]', "part"),
    ],
)
def test_faulty_rules(tmp_path, body, fault):
    from figx.errors import PackError

    (tmp_path / "bad.toml").write_text(f'[[layout]]\nid = "en.layout.bad"\n{body}\n', encoding="utf-8")
    with pytest.raises(PackError, match=fault):
        load_packs("en", [tmp_path])
