"""Which figures the user asked for, and how much text around them."""

from __future__ import annotations

import dataclasses
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from figx.figure import Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Conditions that a figure must meet, all of them; an empty one is met by every figure.

    A figure meets `places` where it names any of them. `minimum` and `maximum` compare the value. A range, which has
    none, is kept where it reaches between them; "thousands" counts as its lower bound.
    """

    categories: Collection[str] = ()
    statuses: Collection[str] = ()
    places: Collection[str] = ()
    minimum: Decimal | None = None
    maximum: Decimal | None = None

    def admits(self, figure: Figure) -> bool:
        """Whether `figure` meets every condition."""
        return (
            (not self.categories or figure.category in self.categories)
            and (not self.statuses or figure.status in self.statuses)
            and (not self.places or not set(self.places).isdisjoint(figure.places))
            and self._within(figure)
        )

    def _within(self, figure: Figure) -> bool:
        if self.minimum is None and self.maximum is None:
            return True
        given = [bound for bound in (figure.low, figure.high) if bound is not None]
        bounds = [figure.value] if figure.value is not None else given
        if not bounds:
            return False
        return (self.minimum is None or max(bounds) >= self.minimum) and (
            self.maximum is None or min(bounds) <= self.maximum
        )


def with_context(
    figures: Iterable[Figure], text: str, spans: Sequence[tuple[int, int]], around: int
) -> Iterator[Figure]:
    """The figures with `around` more sentences on each side in `sentence`; `spans` are the sentences of `text`."""
    starts = [start for start, _ in spans]
    for figure in figures:
        first = bisect_right(starts, figure.start) - 1
        last = bisect_right(starts, max(figure.start, figure.end - 1)) - 1
        begin = spans[max(0, first - around)][0]
        end = spans[min(len(spans) - 1, last + around)][1]
        yield dataclasses.replace(figure, sentence=text[begin:end].strip())
