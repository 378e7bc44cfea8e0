"""Units of measure: what is known, and a number in the canonical unit of its dimension.

The units are those of `patterns/units.txt`. Whether a unit is known is read off the file's text; pint is imported only
when a number has to be converted, and asked once for each unit.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_EVEN, Context, Decimal, localcontext
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from figx.errors import PackError, UnitError
from figx.paths import patterns_dir

if TYPE_CHECKING:
    import pint

CANONICAL: tuple[str, ...] = (
    "hectare",
    "kilometer",
    "metric_ton",
    "liter",
    "kilometer_per_hour",
    "degC",
    "kilowatt_hour",
    "kilowatt",
    "hectopascal",
    "gigabyte",
    "hertz",
    "volt",
)
"""One unit for each dimension that is converted. Any other (durations, angles, pixels) stays in its own unit."""

_DEFINITION = re.compile(r"^(?P<name>[A-Za-z_]\w*)[ \t]*=", re.MULTILINE)

# Thirds and ninths (mile per hour, degree Fahrenheit) are worked out far beyond what is kept, so that rounding
# to `_KEPT` leaves the exact number and no noise.
_WORKING_DIGITS = 100
_KEPT = Context(prec=28, rounding=ROUND_HALF_EVEN)
_NOISE = Decimal("1E-50")


class _Conversion(NamedTuple):
    """canonical value = value * factor + offset"""

    unit: str
    factor: Decimal
    offset: Decimal


def known(unit: str, *, path: Path | None = None) -> bool:
    """Whether `unit` is defined, by its full name in the singular. Does not import pint.

    `path` is the file of definitions, the shipped `patterns/units.txt` without one.
    """
    return unit in names(path=path)


def names(*, path: Path | None = None) -> frozenset[str]:
    """The names of all units that are defined. Does not import pint.

    Raises PackError where the file cannot be read.
    """
    return _names(path or _shipped())


def normalise(value: Decimal, unit: str, *, path: Path | None = None) -> tuple[Decimal, str]:
    """`value` in the canonical unit of its dimension, and that unit's name.

    Area is given in hectare, length in kilometer, mass in metric_ton, volume in liter, speed in kilometer_per_hour,
    temperature in degC; see `CANONICAL`. A unit of another dimension is left as it is. The result is an exact
    Decimal (28 digits where a factor has no end), without trailing zeros; whole numbers have no exponent.

    Raises UnitError for a unit that is not defined, PackError for a file of definitions that cannot be read.

    >>> normalise(Decimal(773), "acre")
    (Decimal('312.82200145152'), 'hectare')
    >>> normalise(Decimal(50), "degF")
    (Decimal('10'), 'degC')
    """
    conversion = _conversion(unit, path or _shipped())
    if conversion.unit == unit:
        return plain(value), unit
    with localcontext(prec=_WORKING_DIGITS):
        converted = value * conversion.factor + conversion.offset
        if abs(converted) < _NOISE:  # only what is left of a thermometer's zero comes this close
            converted = Decimal(0)
    return plain(_KEPT.plus(converted)), conversion.unit


def plain(value: Decimal) -> Decimal:
    """The same number without trailing zeros, and a whole number without an exponent.

    >>> plain(Decimal("1.500")), plain(Decimal("5.2E+9")), plain(Decimal("-0"))
    (Decimal('1.5'), Decimal('5200000000'), Decimal('0'))
    """
    if not value:
        return Decimal(0)
    text = f"{value:f}"
    return Decimal(text.rstrip("0").rstrip(".") if "." in text else text)


def _shipped() -> Path:
    return patterns_dir() / "units.txt"


@cache
def _names(path: Path) -> frozenset[str]:
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise PackError(path, "", f"cannot be read: {error.strerror or error}") from error
    return frozenset(match["name"] for match in _DEFINITION.finditer(text))


@cache
def _registry(path: Path) -> pint.UnitRegistry[Decimal]:
    import pint

    registry: pint.UnitRegistry[Decimal] = pint.UnitRegistry(None, non_int_type=Decimal)
    with localcontext(prec=_WORKING_DIGITS):
        try:
            registry.load_definitions(path)
        except (pint.PintError, ValueError, TypeError, ArithmeticError) as error:  # whatever its evaluator trips over
            raise PackError(path, "", f"not a file of unit definitions: {error}") from error
    return registry


@cache
def _conversion(unit: str, path: Path) -> _Conversion:
    defined = _names(path)
    if unit not in defined:
        raise UnitError(unit)
    registry = _registry(path)
    import pint

    with localcontext(prec=_WORKING_DIGITS):
        try:
            dimension = registry.get_dimensionality(unit)
            for canonical in CANONICAL:
                if canonical in defined and registry.get_dimensionality(canonical) == dimension:
                    zero, one = (registry.Quantity(Decimal(n), unit).to(canonical).magnitude for n in (0, 1))
                    return _Conversion(canonical, one - zero, zero)
        except pint.UndefinedUnitError as error:
            raise PackError(path, unit, str(error)) from error
    return _Conversion(unit, Decimal(1), Decimal(0))
