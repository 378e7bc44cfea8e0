"""Where clauses begin and end, and what hangs on what."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figx.clauses import Sort, clauses_of


def parts(view):
    """Each clause with its words, in the order in which the clauses begin."""
    found = clauses_of(view)
    return [(c.sort.value, " ".join(view.words[i] for i in c.tokens).strip(" ,.")) for c in found.clauses]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("The flood displaced 300 people.", [("main", "The flood displaced 300 people")]),
        (
            "The flood killed 30 people and displaced 300.",
            [("main", "The flood killed 30 people"), ("shared", "and displaced 300")],
        ),
        (
            "Some 30 people died and 300 were displaced.",
            [("main", "Some 30 people died"), ("joined", "and 300 were displaced")],
        ),
        (
            "The 300 people who fled the war need aid.",
            [("main", "The 300 people need aid"), ("relative", "who fled the war")],
        ),
        (
            "When the river rose, 300 people fled.",
            [("main", "300 people fled"), ("subordinate", "When the river rose")],
        ),
        (
            "The dam broke, leaving 300 people homeless.",
            [("main", "The dam broke"), ("participial", "leaving 300 people homeless")],
        ),
        (
            "Families (300 in all) fled.",
            [("main", "Families fled"), ("aside", "( 300 in all )")],
        ),
        (
            "The losses include 20 people killed in the fire.",
            [("main", "The losses include 20 people"), ("reduced", "killed in the fire")],
        ),
        ("After May, 300 people fled.", [("main", "After May , 300 people fled")]),
        ("They fled; 30 died.", [("main", "They fled"), ("joined", "; 30 died")]),
        ("Dead, missing and hurt: 30.", [("main", "Dead , missing and hurt"), ("tail", ": 30")]),
    ],
)
def test_clauses(view_of_text, text, clauses):
    assert parts(view_of_text(text)) == clauses


WORDS = "300 people fled , who and were displaced ( ) – ; : that killed 30 while the to".split()


@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_every_token_is_in_one_clause_and_parents_come_first(view_of_text, words):
    found = clauses_of(view_of_text(" ".join(words)))
    tokens = [i for clause in found.clauses for i in clause.tokens]
    assert sorted(tokens) == list(range(len(found.of)))
    assert all(i in found.clauses[found.of[i]].tokens for i in tokens)
    assert all(clause.parent < index for index, clause in enumerate(found.clauses))
    assert found.clauses[0].sort is Sort.MAIN
