"""The countries around each figure."""

from __future__ import annotations

import pytest

from figx.quantities import find_quantities
from figx.reaches import counts_countries, gives, mentions_outside, reaches_of, set_elsewhere
from test_names import read  # noqa: F401  (a fixture)


def around(view, lexicon):
    """For each figure: the countries before it, in its noun and after it."""
    quantities, _ = find_quantities(view, lexicon)
    reaches = reaches_of(view, quantities, mentions_outside(view, quantities))
    return quantities, reaches


def codes(mentions):
    return " ".join(mention.iso3 for mention in mentions)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In Chad 300 Malians wait.", [("TCD", "MLI", "")]),
        ("They saw 300 people in Chad.", [("", "", "TCD")]),
        ("They saw 300 people in Chad and 20 people in Mali.", [("", "", "TCD"), ("", "", "MLI")]),
        ("They saw 300 people, and Mali lost 20 people.", [("", "", ""), ("MLI", "", "")]),
        ("Chad (300 people) and Mali (20 people) met.", [("TCD", "", ""), ("MLI", "", "")]),
        ("They saw 300 people in Chad, where 20 people died.", [("", "", "TCD"), ("TCD", "", "")]),
        ("They sent 300 cars to Chad and Mali 20 cars.", [("", "", "TCD"), ("MLI", "", "")]),
        ("They paid 300 U.S. dollars.", [("", "", "")]),
        ("They saw 300 people; Mali waits.", [("", "", "")]),
        ("In all 300 people (Chad 200, Mali 100)", [("", "", "")]),
        ("They fled to Chad as Mali lost 300 men.", [("MLI", "", "")]),
    ],
)
def test_before_inside_after(text, found, read, extractor):  # noqa: F811
    _, reaches = around(read(text), extractor.lexicon)
    assert [(codes(r.leads), codes(r.inner), codes(r.trails)) for r in reaches[: len(found)]] == found


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("Norway pledged 20 million euros.", True),
        ("The Government of Norway pledged 20 million euros.", True),
        ("They got 20 million euros from Norway.", True),
        ("They got 20 million euros in U.S. government funds.", True),
        ("Norway needs 20 million euros.", False),
        ("They gave Norway 20 million euros.", False),
        ("They gave 20 million euros to Norway.", False),
    ],
)
def test_who_gives_money(text, given, read, extractor):  # noqa: F811
    view = read(text)
    [quantity], [reach] = around(view, extractor.lexicon)
    assert [gives(view, mention, quantity) for mention in reach.own] == [given]


@pytest.mark.parametrize(
    ("text", "counted"),
    [("They met 20 countries.", True), ("They met 20 Member States.", True), ("They met 20 people.", False)],
)
def test_countries_are_counted(text, counted, read, extractor):  # noqa: F811
    [quantity], _ = around(read(text), extractor.lexicon)
    assert counts_countries(quantity) is counted


def test_a_figure_is_elsewhere(read, extractor):  # noqa: F811
    view = read("In Chad 300 people wait and 20 people in Europe do.")
    _, reaches = around(view, extractor.lexicon)
    assert [set_elsewhere(view, reaches, n) for n in (0, 1)] == [False, True]
