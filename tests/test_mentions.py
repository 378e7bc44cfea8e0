"""Lists of countries, and the phrases that they stand in."""

from __future__ import annotations

import pytest

from figx.mentions import mentions_of
from test_names import read  # noqa: F401  (a fixture)


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("Chad, Niger and Mali met.", [0, 0, 0]),
        ("in Ukraine and neighbouring Moldova", [0, 0]),
        ("in Ukraine and in Moldova", [0, 1]),
        ("In Chad, Sudanese families wait.", [0, 1]),
        ("In Chad, Niger and Mali they wait.", [0, 0, 0]),
        ("Polish and Czech towns", [0, 0]),
        ("from Chad to Niger", [0, 1]),
    ],
)
def test_lists(text, groups, read):  # noqa: F811
    assert [mention.group for mention in mentions_of(read(text))] == groups


@pytest.mark.parametrize(
    ("text", "prep", "opens"),
    [
        ("In large parts of northern Syria, they wait.", "in", True),
        ("In Syria, they wait.", "in", True),
        ("They wait in Syria.", "in", False),
        ("Syria waits.", "", True),
        ("They know that Syria waits.", "", True),
        ("They fled, and Syria waits.", "", True),
        ("They live in Copenhagen, Denmark to this day.", "", False),
        ("more than Syria", "than", False),
        ("They stood in front of Syria.", "in front of", False),
        ("countries such as Syria", "such as", False),
    ],
)
def test_the_phrase_of_a_country(text, prep, opens, read):  # noqa: F811
    [mention] = mentions_of(read(text))
    assert (mention.prep, mention.opens) == (prep, opens)


@pytest.mark.parametrize("text", ["more than Norway", "compared to Norway", "an area the size of Norway"])
def test_what_is_only_compared(text, read):  # noqa: F811
    assert [mention.compared for mention in mentions_of(read(text))] == [True]
