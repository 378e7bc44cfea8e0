"""The optimal assignment, against all assignments there are."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figx.compare.assignment import assign

WEIGHTS = st.dictionaries(st.tuples(st.integers(0, 4), st.integers(0, 4)), st.integers(1, 9), max_size=25)


def best(weights: dict[tuple[int, int], int]) -> int:
    """The largest sum that any one-to-one pairs reach."""
    return max(sum(weights.get(pair, 0) for pair in enumerate(rights)) for rights in permutations(range(5)))


@pytest.mark.parametrize(
    ("weights", "pairs"),
    [
        ({}, {}),
        ({(3, 7): 1}, {3: 7}),
        ({(0, 0): 5, (0, 1): 4, (1, 0): 4}, {0: 1, 1: 0}),
        ({(0, 0): 9, (0, 1): 4, (1, 0): 4}, {0: 0}),
        ({(0, 0): 1, (1, 0): 2, (2, 0): 3}, {2: 0}),
        ({(0, 0): 1, (0, 1): 2, (0, 2): 3}, {0: 2}),
        ({(0, 0): 10**30, (0, 1): 10**30 - 1, (1, 0): 10**30 - 2, (1, 1): 10**30 - 4}, {0: 1, 1: 0}),
        ({(i, j): 10 - abs(i - j) for i in range(4) for j in range(4)}, {0: 0, 1: 1, 2: 2, 3: 3}),
    ],
)
def test_cases(weights: dict[tuple[int, int], int], pairs: dict[int, int]):
    assert assign(weights) == pairs


@given(WEIGHTS)
def test_no_other_pairs_have_a_larger_sum(weights: dict[tuple[int, int], int]):
    pairs = assign(weights)
    assert len(set(pairs.values())) == len(pairs)
    assert pairs.items() <= weights.keys()
    assert sum(weights[pair] for pair in pairs.items()) == best(weights)


@given(WEIGHTS, st.randoms(use_true_random=False))
def test_the_order_of_the_weights_does_not_matter(weights: dict[tuple[int, int], int], random):
    shuffled = list(weights.items())
    random.shuffle(shuffled)
    assert assign(dict(shuffled)) == assign(weights)


@given(WEIGHTS)
def test_turned_round_the_sum_is_the_same(weights: dict[tuple[int, int], int]):
    turned = {(j, i): weight for (i, j), weight in weights.items()}
    assert sum(turned[pair] for pair in assign(turned).items()) == best(weights)


def test_many_nodes_with_few_pairs_each_take_no_time():
    """A chain in which each node may push the next one on; the time is linear, or the suite would stand here."""
    weights = {(i, i + step): 5 + step for i in range(20_000) for step in (0, 1)}
    assert assign(weights) == {i: i + 1 for i in range(20_000)}
