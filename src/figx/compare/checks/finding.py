"""What a check finds: which check, what is wrong in one sentence, and the figures that it is about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from figx.figure import Figure, Kind
from figx.writers.table import grouped


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A fault: the id of its check, one plain sentence, and the figures in the order of the text."""

    check: str
    message: str
    figures: tuple[Figure, ...]

    def as_dict(self) -> dict[str, Any]:
        """The fields of an output: the check, the message, where it begins, and each figure with its quote and line."""
        first = self.figures[0]
        return {
            "check": self.check,
            "message": self.message,
            "doc": first.doc,
            "line": first.line,
            "figures": [{name: value for name, value in f.as_dict().items() if name in _SHOWN} for f in self.figures],
        }


_SHOWN = frozenset(
    "doc id text value low high qualifier kind unit noun category places time line start end sentence".split()
)


def said(figure: Figure, value: Decimal | None = None) -> str:
    """A number in the figure's unit, its own where none is given.

    >>> import figx
    >>> [said(figure) for figure in figx.extract("Half of the $3 million went to 40,000 families.")]
    ['50 per cent', 'USD 3 million', '40,000']
    """
    number = figure.value if value is None else value
    if figure.kind is Kind.SHARE:
        return f"{grouped(number)} per cent"
    return f"{figure.unit} {_scaled(number)}".strip() if figure.kind is Kind.MONEY else _scaled(number)


def _scaled(number: Decimal | None) -> str:
    for name, size in _SCALES.items():
        if number is not None and abs(number) >= size and number % (size / 1000) == 0:
            return f"{grouped(number / size)} {name}"
    return grouped(number)


_SCALES = {"billion": Decimal(10) ** 9, "million": Decimal(10) ** 6}


def quoted(figure: Figure) -> str:
    """The figure's own words on one line."""
    return f"“{' '.join(figure.text.split())}”"


def listed(items: Iterable[str]) -> str:
    """Items as in a sentence.

    >>> listed(["1", "2", "3"])
    '1, 2 and 3'
    """
    *most, last = items
    return f"{', '.join(most)} and {last}" if most else last
