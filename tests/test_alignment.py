"""Which claims belong together: properties over any figures, small blocks and large ones."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from figx.compare.alignment import _ALL_PAIRS, align, candidates, merged
from figx.compare.barriers import forbidden
from figx.compare.claim import claims_of
from figx.compare.similarity import likeness
from figx.figure import Figure, Kind
from generated import figures

slow = settings(suppress_health_check=[HealthCheck.too_slow])
few = settings(slow, max_examples=15)
LARGE = 120  # figures of one block: 14,400 possible pairs
assert LARGE**2 > _ALL_PAIRS


def counted(found: list[Figure]) -> list[Figure]:
    return [figure for figure in found if figure.kind not in (Kind.DURATION, Kind.AGE)]


@given(figures())
def test_every_figure_is_a_mention_of_one_claim(found):
    claims = merged(claims_of(found))
    mentions = [id(figure) for claim in claims for figure in claim.figures]
    assert Counter(mentions) == Counter(id(figure) for figure in counted(found))
    assert all(claim.figure is claim.figures[0] for claim in claims)


@given(figures())
def test_mentions_have_one_number_and_may_be_compared(found):
    for claim in merged(claims_of(found)):
        for figure in claim.figures:
            assert (figure.value is None) == (claim.figure.value is None)
            assert figure.value == claim.figure.value
            assert (figure.kind, figure.status, figure.category) == (
                claim.figure.kind, claim.figure.status, claim.figure.category,
            )  # fmt: skip


@given(figures(), figures())
def test_pairs_are_one_to_one_and_may_be_compared(old, new):
    before, after = merged(claims_of(old)), merged(claims_of(new))
    pairs = align(before, after)
    assert len(set(pairs.values())) == len(pairs)
    assert all(likeness(before[i], after[j]) and not forbidden(before[i], after[j]) for i, j in pairs.items())


@slow
@given(figures(), figures())
def test_the_other_way_round_the_pairs_are_the_same(old, new):
    before, after = merged(claims_of(old)), merged(claims_of(new))
    assert {(j, i) for i, j in align(after, before).items()} == set(align(before, after).items())


@given(figures(), st.randoms(use_true_random=False))
def test_where_claims_stand_says_nothing_where_something_else_does(found, random):
    """A shuffled copy: each claim that has no double finds itself."""
    claims = merged(claims_of(found))
    shuffled = list(claims)
    random.shuffle(shuffled)
    for i, j in align(claims, shuffled).items():
        assert likeness(claims[i], shuffled[j]) == likeness(claims[i], claims[i])


@given(figures(), figures())
def test_candidates_are_all_pairs_of_a_small_block(old, new):
    before, after = claims_of(old), claims_of(new)
    pairs = list(candidates(before, after))
    assert len(set(pairs)) == len(pairs)
    assert {(i, j) for i, a in enumerate(before) for j, b in enumerate(after) if a.block == b.block} == set(pairs)
    loosely = set(candidates(before, after, loosely=True))
    assert {(i, j) for i, j in pairs if before[i].kin == after[j].kin} <= loosely


def test_a_copy_is_a_mention_however_many_wordings_there_are():
    sentences = [
        f"In {place} 30 boats {verb}." for place in ("Adra", "Bero", "Ceda") for verb in ("sank", "sailed", "burnt")
    ]
    found = [
        Figure(text="30", value=Decimal(30), unit="boat", noun="boats", start=20 * i, end=20 * i + 2, sentence=sentence)
        for i, sentence in enumerate(sentences)
    ]
    once, twice = merged(claims_of(found)), merged(claims_of([*found, *found]))
    assert [claim.figure for claim in twice] == [claim.figure for claim in once]
    assert sum(len(claim.figures) for claim in twice) == 2 * len(found)


def rows(number: int, *, offset: int = 0, noun: str = "refugees", words: str = "in camp {i}") -> list[Figure]:
    """A table of one kind of figure, longer than all pairs are looked at."""
    return [
        Figure(
            text=str(100 + i + offset),
            value=Decimal(100 + i + offset),
            unit="person",
            noun=noun,
            category="refugee",
            start=50 * i,
            end=50 * i + 3,
            line=i + 1,
            sentence=f"{100 + i + offset} {noun} live {words.format(i=name(i))}.",
        )
        for i in range(number)
    ]


def name(i: int) -> str:
    return f"{'BCDFGHJKLM'[i // 10 % 10]}{'aeiou'[i % 5]}{'lmnrs'[i // 5 % 5]}{'aeiou'[i // 25 % 5]}{'dkpt'[i % 4]}a"


def test_names_are_all_different():
    assert len({name(i) for i in range(LARGE)}) == LARGE


@pytest.mark.parametrize("turn", [False, True])
def test_in_a_large_block_each_finds_its_own_wherever_it_stands(turn):
    old, new = claims_of(rows(LARGE)), claims_of(rows(LARGE, offset=7)[::-1])
    if turn:
        old, new = new, old
    assert align(old, new) == {i: LARGE - 1 - i for i in range(LARGE)}


def test_in_a_large_block_where_nothing_tells_them_apart_the_order_does():
    old, new = claims_of(rows(LARGE, words="here")), claims_of(rows(LARGE, words="here", offset=7))
    assert align(old, new) == {i: i for i in range(LARGE)}


def test_a_row_that_is_added_to_a_large_block_moves_no_other():
    new = rows(LARGE + 1, offset=7)
    old = claims_of(rows(LARGE + 1)[:60] + rows(LARGE + 1)[61:])
    pairs = align(old, claims_of(new))
    assert pairs == {i: i + (i >= 60) for i in range(LARGE)}


@few
@given(figures(40), figures(40), st.integers(0, 3))
def test_large_blocks_keep_the_promises_of_small_ones(old, new, seed):
    """The same few sentences many times over, in blocks beyond the limit."""
    many = [replace(f, kind=Kind.COUNT, unit="person", status="actual", role="level") for f in counted(old) * 4]
    others = [replace(f, kind=Kind.COUNT, unit="person", status="actual", role="level") for f in counted(new) * 4]
    before, after = claims_of(many), claims_of(others)[seed:]
    pairs = align(before, after)
    assert len(set(pairs.values())) == len(pairs)
    assert {(j, i) for i, j in align(after, before).items()} == set(pairs.items())
    assert all(i == j for i, j in align(before, before).items())
    assert len(align(before, before)) == len(before)
