"""Where quotations begin and end, with every kind of mark."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figx.quotations import quotations


def quoted(text):
    return [text[start:end] for start, end in quotations(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“We lost the boats. All of them,” she said.", ["“We lost the boats. All of them,”"]),
        ('"We lost the boats. All of them," she said.', ['"We lost the boats. All of them,"']),
        ("«We lost all the boats», she said.", ["«We lost all the boats»"]),
        ("‘We lost all the boats,’ she said.", ["‘We lost all the boats,’"]),
        ("'We lost all the boats,' she said.", ["'We lost all the boats,'"]),
        (
            'She said: "We lost the boats." He said: "And the nets as well."',
            ['"We lost the boats."', '"And the nets as well."'],
        ),
        # a new paragraph opens again, and the last one closes
        (
            "“We lost the boats.\n\n“We lost the nets too,” she said.",
            ["“We lost the boats.\n\n“We lost the nets too,”"],
        ),
        ('"We lost the boats. "We lost the nets too," she said.', ['"We lost the boats. "We lost the nets too,"']),
        ("“She cried ‘all the boats are gone,’ and left.”", ["“She cried ‘all the boats are gone,’ and left.”"]),
        # words so called, apostrophes, inches, marks without a partner
        ("The “safe zone” was none.", []),
        ("The families' boats and the islanders' nets, he said.", []),
        ('A 12" pipe and a 14" pipe burst here.', []),
        ("“We lost the boats and never came back", []),
        ("We lost the boats,” she said.", []),
        ("", []),
    ],
)
def test_quotations(text, wanted):
    assert quoted(text) == wanted


@given(st.text(alphabet="ab .,\n\"“”«»'‘’", max_size=200))
def test_they_are_in_order_and_apart(text):
    spans = quotations(text)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))


@pytest.mark.parametrize("piece", ['"', "“", '" a b c d "', "'a ", "“a b c d e.\n"])
def test_time_is_in_proportion_to_the_length(piece):
    begun = time.process_time()
    quotations(piece * (200_000 // len(piece)))
    assert time.process_time() - begun < 2
