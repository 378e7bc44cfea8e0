"""What values a stated number leaves open: its rounding, its hedge, its bounds."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from figx.figure import Figure, Kind, Qualifier

_ROUNDED = Decimal("0.05")  # "10,000" may stand for 9,600, but hardly for 8,800
_ABOUT = Decimal("0.1")  # what "about", "nearly" and "a third" leave open
_NEARLY = Decimal("0.02")  # the same, where three digits are stated: "some 81,800"
_TWO = 2
_COUNTED = 100  # people, below: each of them was counted
_FINE = Decimal("0.5")  # half a percentage point: shares are rounded by the one who computes them
_ANY = Decimal("Infinity")
_NONE = Decimal(0)


class Spread(NamedTuple):
    """From the least to the greatest value that is left open."""

    low: Decimal
    high: Decimal

    def meets(self, other: Spread) -> bool:
        """Whether one value may be both. Roundings that only touch do not meet: 1.2 million is not 1.3 million.

        >>> Spread(Decimal(1), Decimal(2)).meets(Spread(Decimal(2), Decimal(3)))
        False
        """
        low, high = max(self.low, other.low), min(self.high, other.high)
        return low < high or (low == high and (self._is_sharp or other._is_sharp))

    @property
    def _is_sharp(self) -> bool:
        """Whether its ends belong to it: it is one value, or a bound that is stated."""
        return self.low == self.high or self.low == _NONE or self.high == _ANY


def spread(figure: Figure, *, finely: bool = False) -> Spread | None:
    """Between what the figure's number lies, None where it states none.

    A number is as exact as its last digit that is not 0, but at worst to a twentieth, or `finely` to its second digit; a
    number of people below 100 is exact.

    >>> import figx
    >>> [spread(figure) for figure in figx.extract("Some 23,000 fled, 1.2 million stayed, at least 41 died.")]
    [Spread(low=Decimal('20700.0'), high=Decimal('25300.0')), Spread(low=Decimal('1150000'), high=Decimal('1250000')),\
 Spread(low=Decimal('41'), high=Decimal('Infinity'))]
    """
    value = figure.value
    if value is None:
        if figure.low is None and figure.high is None:
            return None
        return Spread(_NONE if figure.low is None else figure.low, _ANY if figure.high is None else figure.high)
    slack = _slack(figure, value, finely)
    match figure.qualifier:
        case Qualifier.MORE_THAN | Qualifier.AT_LEAST:
            return Spread(value, _ANY)
        case Qualifier.LESS_THAN | Qualifier.AT_MOST:
            return Spread(_NONE, value)
    return Spread(value - slack, value + slack)


def _slack(figure: Figure, value: Decimal, finely: bool) -> Decimal:
    digits = len(value.normalize().as_tuple().digits)
    is_fraction = figure.kind is Kind.SHARE and not any(char.isdecimal() for char in figure.text)
    if is_fraction or figure.qualifier in (Qualifier.APPROX, Qualifier.NEARLY):
        return abs(value) * (_ABOUT if digits <= _TWO or is_fraction else _NEARLY)
    if figure.kind is Kind.COUNT and abs(value) < _COUNTED:
        return _NONE
    half = half_digit(value)
    if finely:
        return half if digits >= _TWO else half / 10
    return min(half, abs(value) * _ROUNDED)


def half_digit(value: Decimal) -> Decimal:
    """Half of the last digit that is not 0.

    >>> half_digit(Decimal(81800)), half_digit(Decimal("5.24")), half_digit(Decimal(61379))
    (Decimal('5E+1'), Decimal('0.005'), Decimal('0.5'))
    """
    return Decimal(5).scaleb(int(value.normalize().as_tuple().exponent) - 1)


def total(figures: Iterable[Figure]) -> Spread | None:
    """Between what the sum of the figures lies, None where one of them states no number."""
    low = high = _NONE
    for figure in figures:
        own = spread(figure, finely=True)
        if own is None:
            return None
        low, high = low + own.low, high + own.high
    return Spread(low, high)


def share_of(part: Spread, whole: Spread) -> Spread | None:
    """The share that `part` is of `whole`, in per cent, rounded to half a point; None where the whole may be nothing."""
    if whole.low <= 0 or whole.high == _ANY or part.high == _ANY:
        return None
    return Spread(part.low * 100 / whole.high - _FINE, part.high * 100 / whole.low + _FINE)
