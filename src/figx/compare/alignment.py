"""Which claims of two sets of texts are the same claim: one optimal assignment over their likeness."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from operator import itemgetter

from figx.compare.assignment import assign
from figx.compare.claim import Claim, numbers
from figx.compare.similarity import likeness
from figx.figure import Figure

_ALL_PAIRS = 2_500  # up to so many possible pairs in a block each is looked at; beyond, the likeliest
_LIKELIEST = 4
_RAREST = 6  # words of a claim, the rarest first, that its partners are looked for by
_COMMON = 60  # a word of more claims than this says little about any
_REPEATS = 3  # wordings of one claim with one number that a repeat is compared with
_SURE = 60  # points from which an equal number in one text is a repeat
_SCALE = 1_000_000


def merged(claims: Iterable[Claim]) -> list[Claim]:
    """The claims, each once: one that is made again with the same number becomes a further mention of the first."""
    groups: dict[Hashable, list[Claim]] = defaultdict(list)
    kept: dict[Claim, list[Figure]] = {}
    copies: dict[Hashable, Claim] = {}
    for claim in claims:
        figure = claim.figure
        key = (claim.block, figure.category, numbers(figure))
        copied = (key, claim.wording, figure.unit, figure.noun, claim.places, figure.flow, figure.term, claim.period)
        group = groups[key]
        # A copy goes where its original went, however many other wordings there are.
        same = copies.get(copied) or next((first for first in group[:_REPEATS] if _repeats(claim, first)), None)
        if same is None:
            group.append(claim)
            kept[claim] = [figure]
        else:
            kept[same].append(figure)
        copies.setdefault(copied, same or claim)
    return [replace(claim, figures=tuple(figures)) if len(figures) > 1 else claim for claim, figures in kept.items()]


def _repeats(claim: Claim, first: Claim) -> bool:
    return likeness(first, claim) >= _SURE


def align(old: Sequence[Claim], new: Sequence[Claim]) -> dict[int, int]:
    """For each claim of `old` that `new` makes too, where it stands in `new`.

    The sum of the squared points is the largest that one-to-one pairs can reach: squared, so that two half-likenesses do
    not outweigh one that is sure. Claims that nothing else tells apart are paired in their order. `align(new, old)` gives
    the same pairs turned round.
    """
    if _comes_first(new, old):
        return {j: i for i, j in sorted(align_in_order(new, old).items(), key=lambda pair: pair[1])}
    return align_in_order(old, new)


def align_in_order(old: Sequence[Claim], new: Sequence[Claim]) -> dict[int, int]:
    """`align` for a first set that comes first in the order of its records, so that no tie is broken in two ways."""
    ranks = _ranks(old), _ranks(new)
    weights: dict[tuple[int, int], int] = {}
    for i, j in candidates(old, new):
        points = likeness(old[i], new[j])
        if points:
            apart = min((ranks[0][i] - ranks[1][j]) ** 2, _SCALE - 1)
            weights[i, j] = points**2 * _SCALE - apart
    return assign(_of_equal_periods(weights, old, new))


def _comes_first(a: Sequence[Claim], b: Sequence[Claim]) -> bool:
    first, second = _order(a), _order(b)
    # Records that somebody made by hand may differ in a field that is not looked at; all of them would take long.
    return first < second or (first == second and [repr(c.figure) for c in a] < [repr(c.figure) for c in b])


def _order(claims: Sequence[Claim]) -> list[tuple[str, str, str, int, str]]:
    return [(c.wording, c.figure.text, c.figure.doc, c.figure.start, c.figure.category) for c in claims]


def _ranks(claims: Sequence[Claim]) -> list[int]:
    """Of each claim, how many like it stand before it."""
    seen: Counter[Hashable] = Counter()
    ranks = []
    for claim in claims:
        figure = claim.figure
        key = (claim.block, figure.category, claim.head, claim.places, claim.term)
        ranks.append(seen[key])
        seen[key] += 1
    return ranks


def _of_equal_periods(
    weights: Mapping[tuple[int, int], int], old: Sequence[Claim], new: Sequence[Claim]
) -> dict[tuple[int, int], int]:
    """The pairs without those across periods, of claims that both texts make of several periods, one of them in common.

    "25,000 in 2022" is not what became of "11,000 in 2021" where the new text says again what the 25,000 were.
    """
    equal: dict[int, list[int]] = defaultdict(list)
    partners: dict[int, list[int]] = defaultdict(list)
    for i, j in weights:
        partners[j].append(i)
        if old[i].period and old[i].period == new[j].period:
            equal[i].append(j)

    def crosses(i: int, j: int) -> bool:
        first, second = old[i].period, new[j].period
        if first == second or not first or not second:
            return False
        return any((i, common) in weights for rival in partners[j] for common in equal[rival])

    return {pair: weight for pair, weight in weights.items() if not crosses(*pair)}


def candidates(old: Sequence[Claim], new: Sequence[Claim], *, loosely: bool = False) -> Iterator[tuple[int, int]]:
    """The pairs worth a comparison: all within a block, or of a large block those that share the rarest words.

    `loosely` those too that must not be compared in the end: of another status, flow, role or unit.
    """
    blocks: dict[Hashable, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, claims in enumerate((old, new)):
        for i, claim in enumerate(claims):
            blocks[(claim.figure.kind, claim.kin) if loosely else claim.block][side].append(i)
    for left, right in blocks.values():
        if len(left) * len(right) <= _ALL_PAIRS:
            yield from ((i, j) for i in left for j in right)
        else:
            sides = {i: _keys(old[i]) for i in left}, {j: _keys(new[j]) for j in right}
            yield from sorted({*_likeliest(*sides), *((i, j) for j, i in _likeliest(*reversed(sides)))})


def _likeliest(left: Mapping[int, Keys], right: Mapping[int, Keys]) -> Iterator[tuple[int, int]]:
    """For each claim of the one side the few of the other with the most in common, and the next of the same wording."""
    holders: dict[Hashable, list[int]] = defaultdict(list)
    for j, keys in right.items():
        for key in keys:
            holders[key].append(j)
    used: Counter[Hashable] = Counter()
    for i, keys in left.items():
        shared: dict[int, int] = {}
        found = sorted([(len(holders[key]), key) for key in keys if key in holders], key=_first)
        for number, key in found[:_RAREST]:
            partners = holders[key]
            if number > _COMMON:
                # Of the many that share it, those that come where this one comes among its own.
                at = used[key]
                used[key] += 1
                partners = partners[max(0, at - 2) : at + 3]
            for j in partners:
                shared[j] = shared.get(j, 0) + 1
        yield from ((i, j) for j, _ in sorted(shared.items(), key=_second, reverse=True)[:_LIKELIEST])
        wording = keys[0]
        at = used[wording, "in order"]
        used[wording, "in order"] += 1
        yield from ((i, j) for j in holders.get(wording, [])[at : at + 1])


_first = itemgetter(0)
_second = itemgetter(1)
Keys = Sequence[Hashable]


def _keys(claim: Claim) -> Keys:
    # Sorted, since the order of a set changes from run to run.
    kind = (claim.kin, claim.term, claim.head, tuple(sorted(claim.places)))
    return [claim.wording, kind, *sorted(claim.near | claim.names)]
