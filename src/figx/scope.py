"""Which words of a sentence belong to one figure: its noun, and its clause between the figures beside it."""

from __future__ import annotations

from dataclasses import dataclass

from figx.quantity import Quantity
from figx.view import View

_BREAKS = frozenset({";", ":", "(", ")", "–", "—", "|", "•"})
_JOINTS = frozenset({"while", "whereas", "but", "whilst", "although"})
_MAX_REACH = 40


@dataclass(frozen=True, slots=True)
class Scope:
    """Token ranges of a figure: `noun`, `left` of the number and `right` of it, in its own clause."""

    noun: range
    left: range
    right: range

    def holds(self, i: int, j: int) -> bool:
        """Whether tokens i to j (half open) lie in the figure's own clause or noun."""
        return any(i >= part.start and j <= part.stop for part in (self.noun, self.left, self.right, self.whole))

    @property
    def whole(self) -> range:
        return range(self.left.start, self.right.stop)

    def distance(self, i: int, j: int) -> int:
        """How many tokens lie between the number and tokens i to j."""
        if j <= self.left.stop:
            return self.left.stop - j
        return max(0, i - self.right.start)


def scope_of(view: View, quantity: Quantity, quantities: list[Quantity]) -> Scope:
    """The scope of `quantity`, one of the `quantities` of the sentence in order."""
    n = next(k for k, other in enumerate(quantities) if other is quantity)
    low = quantities[n - 1].j if n else 0
    high = quantities[n + 1].i if n + 1 < len(quantities) else len(view)
    before = quantities[n - 1].noun if n else None
    if before and low <= before.i < quantity.i:
        low = min(before.j, quantity.i)
    noun = range(quantity.noun.i, quantity.noun.j) if quantity.noun else range(quantity.j, quantity.j)
    if noun.start >= high:
        high = min(len(view), noun.stop)
    return Scope(
        noun,
        range(_left_edge(view, quantity.i, low), quantity.i),
        range(quantity.j, _right_edge(view, quantity.j, high)),
    )


def _left_edge(view: View, i: int, low: int) -> int:
    k = i
    while k > low and i - k < _MAX_REACH:
        if view.word(k - 1) in _BREAKS and not (view.word(k - 1) == "(" and k == i) and k - 1 < i - 1:
            break
        if view.lower(k - 1) in _JOINTS:
            break
        k -= 1
    return k


def _right_edge(view: View, j: int, high: int) -> int:
    k = j
    while k < high and k - j < _MAX_REACH:
        if view.word(k) in _BREAKS or view.lower(k) in _JOINTS:
            break
        k += 1
    return k
