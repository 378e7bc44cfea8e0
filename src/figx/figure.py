"""The records that figx makes: a Document read, a Figure found. No spaCy and no input or output here."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any


class Qualifier(StrEnum):
    """How exactly the text states the number."""

    EXACT = "exact"
    APPROX = "approx"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    LESS_THAN = "less_than"
    AT_MOST = "at_most"
    NEARLY = "nearly"
    RANGE = "range"
    VAGUE = "vague"


class Kind(StrEnum):
    """What sort of quantity it is. `duration` and `age` are left out of a sheet unless asked for."""

    COUNT = "count"
    MONEY = "money"
    SHARE = "share"
    MULTIPLE = "multiple"
    MEASURE = "measure"
    DURATION = "duration"
    AGE = "age"


class Status(StrEnum):
    """What sort of statement it is."""

    ACTUAL = "actual"
    TARGET = "target"
    PLEDGED = "pledged"
    REQUIRED = "required"
    PROJECTED = "projected"
    NEGATED = "negated"


class Role(StrEnum):
    """A level, one end of a change, or the size of a change."""

    LEVEL = "level"
    FROM = "from"
    TO = "to"
    DELTA = "delta"


class Trend(StrEnum):
    """Whether the text says that the figure rose or fell."""

    UP = "up"
    DOWN = "down"


class Flow(StrEnum):
    """A stock (how many there are at a time), a flow (how many in a period), or left open."""

    STOCK = "stock"
    FLOW = "flow"
    OPEN = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A text as it was read.

    `name` is the path or the name that the user gave, `text` the characters exactly as decoded (line ends untouched),
    `encoding` how they were decoded.
    """

    name: str
    text: str
    encoding: str = "utf-8"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One numeric claim.

    `start` and `end` are half-open character offsets into the document's text, and
    `document.text[figure.start:figure.end] == figure.text` always holds. Numbers are exact: `Decimal`, or None where
    the wording gives none. `norm_value` is `value` in `norm_unit`, the canonical unit of its dimension. The order of the
    fields is the order of the columns in CSV.
    """

    doc: str = ""
    id: str = ""
    text: str
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    qualifier: Qualifier = Qualifier.EXACT
    kind: Kind = Kind.COUNT
    unit: str = ""
    noun: str = ""
    category: str = "other"
    status: Status = Status.ACTUAL
    role: Role = Role.LEVEL
    trend: Trend | None = None
    places: tuple[str, ...] = ()
    time: str = ""
    norm_value: Decimal | None = None
    norm_unit: str = ""
    term: str = ""
    flow: Flow = Flow.OPEN
    baseline: Decimal | None = None
    period_start: str | None = None
    period_end: str | None = None
    fiscal_year: int | None = None
    persons: Decimal | None = None
    speaker: str = ""
    attribution: str = ""
    page: int | None = None
    line: int = 1
    start: int
    end: int
    sentence: str = ""
    rule: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """The fields in order, with Decimals as they are, enums as their strings and tuples as lists.

        >>> Figure(text="40 per cent", value=Decimal(40), start=0, end=11).as_dict()["qualifier"]
        'exact'
        """
        return {name: plain_field(self, name) for name in FIELDS}


def plain_field(figure: Figure, name: str) -> Any:  # noqa: ANN401 (whatever the field holds)
    """A field as `as_dict` gives it."""
    value = getattr(figure, name)
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple):
        return list(value)
    return value


FIELDS: tuple[str, ...] = tuple(field.name for field in dataclasses.fields(Figure))
