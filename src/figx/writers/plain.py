"""Numbers as people write them: exact, without an exponent, without zeros that say nothing."""

from __future__ import annotations

from decimal import Decimal


def number(value: Decimal | int) -> str:
    """`value` in plain digits, the same number to the last digit. Raises ValueError for infinities and NaN.

    >>> number(Decimal("5.2E+9")), number(Decimal("1.50")), number(Decimal("-0.0"))
    ('5200000000', '1.5', '0')
    """
    if isinstance(value, int):
        return str(value)
    if not value.is_finite():
        raise ValueError(f"not a finite number: {value}")
    digits = f"{value:f}"
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return "0" if digits == "-0" else digits
