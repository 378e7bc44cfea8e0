"""The one optimal assignment: which of many possible pairs to take, so that their weights sum up to the most.

Successive shortest augmenting paths with potentials on a sparse graph (Ahuja, Magnanti and Orlin, Network Flows, 1993,
section 12.4). Weights are whole numbers, so no rounding decides; the time grows with the number of pairs where, as
here, most nodes have few.
"""

from __future__ import annotations

from collections.abc import Mapping
from heapq import heappop, heappush


def assign(weights: Mapping[tuple[int, int], int]) -> dict[int, int]:
    """For each left node that gets a partner, its right node; no node has two, and the sum of the weights is the largest.

    `weights` gives each possible pair (left, right) its weight above 0. A pair that adds nothing to the sum is not taken.

    >>> assign({(0, 0): 5, (0, 1): 4, (1, 0): 4})
    {0: 1, 1: 0}
    >>> assign({(0, 0): 9, (0, 1): 4, (1, 0): 4})
    {0: 0}
    """
    edges: dict[int, list[tuple[int, int]]] = {}
    for (left, right), weight in sorted(weights.items()):
        edges.setdefault(left, []).append((right, weight))
    graph = _Graph(edges)
    for left in edges:
        graph.insert(left)
    return {left: right for left, right in sorted(graph.partner.items()) if right >= 0}


class _Graph:
    """Left nodes with their pairs; a right node below 0 stands for "no partner" of one left node (~left)."""

    def __init__(self, edges: Mapping[int, list[tuple[int, int]]]) -> None:
        self.edges = {left: [*pairs, (~left, 0)] for left, pairs in edges.items()}
        self.partner: dict[int, int] = {}
        self.owner: dict[int, int] = {}
        self.left_price: dict[int, int] = {}
        self.right_price: dict[int, int] = {}

    def insert(self, source: int) -> None:
        """Gives `source` a partner, and others a new one, along the cheapest path to a right node that is free."""
        self.left_price[source] = min(-weight - self.right_price.get(right, 0) for right, weight in self.edges[source])
        distance = {source: 0}
        before: dict[int, int] = {}
        reached: dict[int, int] = {}
        heap: list[tuple[int, int]] = []
        left, far = source, 0
        while True:
            for right, weight in self.edges[left]:
                if right not in reached or reached[right] > far:
                    cost = far - weight - self.left_price[left] - self.right_price.get(right, 0)
                    if right not in reached or cost < reached[right]:
                        reached[right], before[right] = cost, left
                        heappush(heap, (cost, right))
            far, right = heappop(heap)
            while far > reached[right]:  # found again on a cheaper way
                far, right = heappop(heap)
            if right not in self.owner:
                break
            left = self.owner[right]
            distance[left] = far
        for node, cost in distance.items():
            self.left_price[node] += far - cost
        for node, cost in reached.items():
            if cost < far:
                self.right_price[node] = self.right_price.get(node, 0) - (far - cost)
        self._turn(right, before, source)

    def _turn(self, right: int, before: Mapping[int, int], source: int) -> None:
        """Takes the pairs along the path instead of those that it replaces."""
        while True:
            left = before[right]
            freed = self.partner.get(left)
            self.partner[left], self.owner[right] = right, left
            if left == source:
                return
            assert freed is not None
            right = freed
