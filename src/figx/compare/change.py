"""The difference between two figures of one claim: exact, with its bounds, and in per cent."""

from __future__ import annotations

from decimal import Context, Decimal

from figx.figure import Figure, Kind, Role, Trend

Bound = Decimal | None
_EXACT = Context(prec=1000)  # digits; no number is so long that its difference is rounded


def difference_between(old: Figure, new: Figure) -> tuple[Bound, Bound]:
    """New less old of the stated values, and that in per cent of the old one to one decimal.

    The first is None where a side states no value (a range, "thousands"), the second of shares too, whose difference is in
    percentage points, and where the old value is 0.

    >>> import figx
    >>> old, new = figx.extract("95 people came. 110 people came.")
    >>> difference_between(old, new)
    (Decimal('15'), Decimal('15.8'))
    """
    signed = bool(old.trend and new.trend)
    first, second = _sized(old, signed), _sized(new, signed)
    if first is None or second is None:
        return None, None
    difference = _EXACT.subtract(second, first)
    if old.kind is Kind.SHARE or not first:
        return difference, None
    return difference, _rounded(difference / abs(first) * 100)


def bounds_between(old: Figure, new: Figure) -> tuple[Bound, Bound]:
    """Between what new less old lies as both are worded, None for an open side; None, None where both state one number.

    >>> import figx
    >>> old, new = figx.extract("More than 110 people came. 122 people came.")
    >>> bounds_between(old, new)
    (None, Decimal('12'))
    """
    if not any((old.low, old.high, new.low, new.high)) or Role.DELTA in (old.role, new.role):
        return None, None
    old_low, old_high = interval(old)
    new_low, new_high = interval(new)
    return (
        _EXACT.subtract(new_low, old_high) if new_low is not None and old_high is not None else None,
        _EXACT.subtract(new_high, old_low) if new_high is not None and old_low is not None else None,
    )


def interval(figure: Figure) -> tuple[Bound, Bound]:
    """Between what the number lies as the text words it; None for an open side."""
    if figure.low is None and figure.high is None:
        return figure.value, figure.value
    return figure.low, figure.high


def _sized(figure: Figure, signed: bool) -> Bound:
    """The value; the size of a fall is below 0 where both sides say whether it rose or fell."""
    falls = signed and figure.role is Role.DELTA and figure.trend is Trend.DOWN
    return -figure.value if falls and figure.value is not None else figure.value


def _rounded(value: Decimal) -> Decimal:
    tenth = value.quantize(Decimal("0.1"), context=_EXACT)
    return tenth if tenth != tenth.to_integral_value() else tenth.quantize(Decimal(1), context=_EXACT)
