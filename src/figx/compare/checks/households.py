"""Households that were added to people as if each were one person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from figx.compare.checks.finding import Finding, listed, said
from figx.compare.checks.parts import breakdowns
from figx.figure import Figure

ID = "households_as_people"
_CLOSE = Decimal("0.01")


def households_as_people(figures: Sequence[Figure]) -> Iterator[Finding]:
    """A finding for each total that counts households and people together, and that their bare numbers make."""
    for breakdown in breakdowns(figures):
        units = {figure.unit for figure in breakdown.figures}
        if units == {"person", "household"} and _add_up(breakdown.total, breakdown.parts):
            parts = listed(_named(part) for part in breakdown.parts)
            message = f"{parts} were added up to {_named(breakdown.total)}, as if a household were one person."
            yield Finding(check=ID, message=message, figures=breakdown.figures)


def _add_up(whole: Figure, parts: Sequence[Figure]) -> bool:
    numbers = [part.value for part in parts if part.value is not None]
    if whole.value is None or len(numbers) < len(parts):
        return False
    return abs(sum(numbers, Decimal(0)) - whole.value) <= whole.value * _CLOSE


def _named(figure: Figure) -> str:
    return f"{said(figure)} {'households' if figure.unit == 'household' else 'people'}"
