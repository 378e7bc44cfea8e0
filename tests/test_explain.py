"""Every number of a text, taken or not, with the reason."""

from __future__ import annotations

import pytest

from figx.figure import Kind

REJECTED = [
    # text, number, a word of the reason
    ("By 2030 the camp will be closed.", "2030", "year"),
    ("It was signed on 26 November 2024.", "2024", "date"),
    ("It was signed on 26 November 2024.", "26", "date"),
    ("See Article 14 of the law.", "14", ""),
    ("COVID-19 spread fast.", "19", ""),
    ("Resolution 1325 was read out.", "1325", ""),
    ("Call +506 72036536 for help.", "72036536", ""),
    ("One of us knew.", "One", "one"),
    ("The 28-nation bloc met.", "28", "compound"),
    ("It begins at 9:30 a.m. sharp.", "30", ""),
    ("They sent those 400 letters.", "400", "repeat"),
]


@pytest.mark.parametrize(("text", "number", "word"), REJECTED)
def test_why_a_number_is_no_figure(extractor, text, number, word):
    explanations = [e for e in extractor.explain(text) if number in e.text]
    assert explanations
    for explanation in explanations:
        assert not explanation.taken and explanation.figure is None
        assert word in explanation.reason and explanation.reason
        assert all(explanation.rule)


TEXT = (
    "In 2023 at least 12,000 people crossed.\n"
    "They stayed for four years, and 40 per cent were aged 15 to 24.\n\n"
    "See Article 14 of the law; those two reasons hold."
)


def test_every_number_is_explained_in_order(extractor):
    explanations = extractor.explain(TEXT)
    assert [explanation.text for explanation in explanations if explanation.taken][:1] == ["12,000"]
    assert [e.start for e in explanations] == sorted(e.start for e in explanations)
    found = " ".join(explanation.text for explanation in explanations)
    for number in ("2023", "12,000", "four", "40", "15", "24", "14", "two"):
        assert number in found


def test_what_was_taken_carries_its_figure(extractor):
    taken = [explanation for explanation in extractor.explain(TEXT) if explanation.taken]
    assert [explanation.figure for explanation in taken] == extractor.extract(TEXT, kinds=frozenset(Kind))
    for explanation in taken:
        figure = explanation.figure
        assert (explanation.start, explanation.end, explanation.text) == (figure.start, figure.end, figure.text)
        assert explanation.rule == figure.rule and explanation.reason == ""
        assert explanation.decided
        for field, words, rule in explanation.decided:
            assert hasattr(figure, field) and words in explanation.sentence
            assert rule in explanation.rule


def test_what_was_left_has_a_reason_and_a_rule(extractor):
    left = [explanation for explanation in extractor.explain(TEXT) if not explanation.taken]
    assert left
    for explanation in left:
        assert explanation.reason and explanation.figure is None
        assert explanation.rule and all(explanation.rule)


def test_where_a_number_stands(extractor):
    for explanation in extractor.explain(TEXT):
        assert TEXT[explanation.start : explanation.end] == explanation.text
        assert explanation.text in explanation.sentence
        assert explanation.line == TEXT.count("\n", 0, explanation.start) + 1
    assert [e.line for e in extractor.explain(TEXT)] == sorted(e.line for e in extractor.explain(TEXT))


def test_a_rule_of_a_pack_is_named(extractor):
    [explanation] = extractor.explain("See Article 14 of the law.")
    [rule] = explanation.rule
    assert extractor.packs.trap[rule].reason == explanation.reason


def test_a_cue_is_named(extractor):
    [explanation] = extractor.explain("At least 12,000 people crossed.")
    decided = {field: (words, rule) for field, words, rule in explanation.decided}
    words, rule = decided["qualifier"]
    assert words == "At least" and extractor.packs.cue[rule].means == "at_least"
    assert decided["noun"][0] == "people"


@pytest.mark.parametrize("text", ["", "Nothing is counted here."])
def test_nothing_to_explain(extractor, text):
    assert extractor.explain(text) == []
