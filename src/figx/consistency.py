"""Whether the numbers of a change agree: the direction that the text states, and its size against both ends."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from figx.figure import Kind, Qualifier, Role, Trend
from figx.quantity import Quantity

_LOOSE = frozenset({Qualifier.APPROX, Qualifier.NEARLY})
_ROUNDED = Decimal("0.05")  # 10,000 may be any number that rounds to it, but hardly 12,000
_ABOUT = Decimal("0.1")  # what "about" and "nearly" leave open


def contradictions(members: Sequence[Quantity]) -> list[Quantity]:
    """The quantities of one change whose arithmetic is wrong; none where it is right or cannot be told.

    Bounds and hedges count for the change: "more than doubled to 6,000 from 2,800" agrees, "rose to 300 from 500" does not.
    """
    starts = [q for q in members if q.role is Role.FROM and q.value is not None]
    ends = [q for q in members if q.role is Role.TO and q.value is not None]
    if len(starts) != 1 or len(ends) != 1 or starts[0].kind is not ends[0].kind or starts[0].unit != ends[0].unit:
        return []
    start, end = starts[0], ends[0]
    if _wrong_way(start, end):
        return [start, end, *(q for q in members if q.role is Role.DELTA)]
    wrong = [q for q in members if q.role is Role.DELTA and q.value is not None and not _right_size(start, end, q)]
    return [*wrong, start, end] if wrong else []


def _wrong_way(start: Quantity, end: Quantity) -> bool:
    trend = end.trend or start.trend
    low, high = _spread(start, rounded=False), _spread(end, rounded=False)  # as they are stated
    if trend is Trend.UP:
        return high[1] < low[0]
    return trend is Trend.DOWN and high[0] > low[1]


def _right_size(start: Quantity, end: Quantity, delta: Quantity) -> bool:
    """Whether some value within the rounding of both ends gives a change within the rounding of its stated size."""
    a, b = _spread(start), _spread(end)
    low, high = _spread(delta)
    return any(low <= size[1] and size[0] <= high for size in _sizes(a, b, start, delta))


def _sizes(
    a: tuple[Decimal, Decimal], b: tuple[Decimal, Decimal], start: Quantity, delta: Quantity
) -> list[tuple[Decimal, Decimal]]:
    """The sizes that the change may have by its ends, in the terms of the stated size."""
    steps = [abs(y - x) for x in a for y in b]
    spread = (Decimal(0) if _overlap(a, b) else min(steps), max(steps))
    if delta.kind is Kind.MULTIPLE:
        return _factors(a, b)
    if delta.kind is not Kind.SHARE:
        same = delta.kind is start.kind or (delta.kind is Kind.COUNT and start.kind is Kind.MONEY)
        return [spread] if same else [(Decimal(0), Decimal("Infinity"))]
    if not all(x > 0 for x in a):
        return [(Decimal(0), Decimal("Infinity"))]
    relative = (spread[0] * 100 / a[1], spread[1] * 100 / a[0])
    return [relative, spread] if start.kind is Kind.SHARE else [relative]


def _factors(a: tuple[Decimal, Decimal], b: tuple[Decimal, Decimal]) -> list[tuple[Decimal, Decimal]]:
    if not (all(x > 0 for x in a) and all(y > 0 for y in b)):
        return [(Decimal(0), Decimal("Infinity"))]
    up = (b[0] / a[1], b[1] / a[0])
    return [up, (1 / up[1], 1 / up[0])]


def _overlap(a: tuple[Decimal, Decimal], b: tuple[Decimal, Decimal]) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]


def _spread(quantity: Quantity, *, rounded: bool = True) -> tuple[Decimal, Decimal]:
    """The values that a stated number may stand for: its rounding, its hedge, its bound."""
    value = quantity.value or Decimal(0)
    slack = min(_half_digit(quantity), abs(value) * _ROUNDED) if rounded else Decimal(0)
    if quantity.qualifier in _LOOSE:
        slack = abs(value) * _ABOUT
    low, high = value - slack, value + slack
    if quantity.qualifier in (Qualifier.MORE_THAN, Qualifier.AT_LEAST):
        high = value + abs(value) if quantity.role is not Role.DELTA else Decimal("Infinity")
    if quantity.qualifier in (Qualifier.LESS_THAN, Qualifier.AT_MOST):
        low = Decimal(0)
    return low, high


def _half_digit(quantity: Quantity) -> Decimal:
    """Half of the last digit that is written: 0.05 million for "2.4 million", 500 for "3,000"."""
    mantissa, scale = quantity.numeral.mantissa, quantity.numeral.scale
    if not mantissa:
        return Decimal(0)
    places = mantissa.normalize().as_tuple().exponent
    return Decimal(5).scaleb(int(places) - 1) * scale
