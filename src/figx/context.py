"""What a sentence takes from the text around it: whether it is a row or an item, and what its headings say."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from figx.figure import Figure, Kind
from figx.lines import Span

PEOPLE = frozenset({"person", "household", "home"})
_REACH = 400  # characters, from a figure to the next that takes its unit
_OPEN_CATEGORIES = frozenset({"people", "money", "funding", "other", "housing"})


@dataclass(frozen=True, slots=True)
class Head:
    """What heads a column, and what that counts."""

    text: str
    unit: str = ""
    noun: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """What the text around a sentence says.

    `row`: it is the row of a table; `head`: it heads columns or a section; `item`: it is an item of a list with a
    lead-in; `note`: it is a footnote or a running head. `unit` and `noun` are what the headings count, or `unit` and
    `category` those of the figure before that counts; "" if open. `previous` is the category of the figure just before,
    `previous_term` its term, `previous_value` the number that it is a part of or its own; `funding`: it is money for aid or a
    share of it. `measure` is the unit of the row before that measures, `before` the sentence before in the same section.
    `heads` are the heads of a row's cells, with half-open offsets in the sentence; `headings` the lead-in and the headings
    above, nearest first. `gaps` are the spans of the sentence that were passed over.
    """

    row: bool = False
    head: bool = False
    item: bool = False
    note: bool = False
    unit: str = ""
    noun: str = ""
    category: str = ""
    previous: str = ""
    previous_term: str = ""
    previous_value: Decimal | None = None
    measure: str = ""
    funding: bool = False
    before: str = ""
    headings: tuple[str, ...] = ()
    heads: tuple[tuple[int, int, Head], ...] = ()
    gaps: tuple[Span, ...] = ()

    def head_at(self, offset: int) -> Head | None:
        """The head of the column that the cell at `offset` stands in."""
        return next((head for start, end, head in self.heads if start <= offset < end), None)

    def headings_at(self, offset: int) -> tuple[str, ...]:
        """What stands above the number at `offset`, nearest first: the head of its column, the lead-in, the headings."""
        head = self.head_at(offset)
        return (head.text, *self.headings) if head else self.headings


def is_whole(figure: Figure) -> bool:
    """Whether later figures may be parts of this one: it counts people, and took its category from no figure before."""
    return figure.kind is Kind.COUNT and figure.unit in PEOPLE and "figx.context" not in figure.rule


def near_category(figure_end: int, category: str, start: int) -> str:
    """The category of the figure before, where it is near and says what happens to people or who they are."""
    return category if category not in _OPEN_CATEGORIES and start - figure_end <= _REACH else ""


def near_unit(figure_end: int, unit: str, start: int) -> str:
    """The unit of the figure before, where it is near and counts people, households or homes."""
    return unit if unit in PEOPLE and start - figure_end <= _REACH else ""
