"""A number with its unit, on its way to a figure; and a number that was turned down, with the reason."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from figx.figure import Kind, Qualifier, Role, Trend
from figx.nouns import NounPhrase
from figx.numerals import Numeral


@dataclass(slots=True)
class Quantity:
    """Tokens i to j (half open) and characters start to end of a sentence, and what they say.

    `kind` is None until the words around have decided it. `rules` maps a field to the rule that decided it, `words`
    to the words in the text that did.
    """

    i: int
    j: int
    start: int
    end: int
    numeral: Numeral
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    qualifier: Qualifier = Qualifier.EXACT
    kind: Kind | None = None
    unit: str = ""
    codes: tuple[str, ...] = ()
    role: Role = Role.LEVEL
    trend: Trend | None = None
    noun: NounPhrase | None = None
    noun_text: str = ""
    rules: dict[str, str] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    flags: list[str] = field(default_factory=list)
    baseline: Decimal | None = None

    @property
    def tokens(self) -> range:
        return range(self.i, self.j)


@dataclass(frozen=True, slots=True)
class Rejection:
    """A number that is no figure: characters start to end of the sentence, why, and by which rule."""

    start: int
    end: int
    reason: str
    rule: str
