"""A sentence as the later stages see it: tokens with raw offsets, numerals, vocabulary and places. No spaCy from here on."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from figx.context import Context
from figx.digits import Digits
from figx.facts import Facts
from figx.numerals import Numeral
from figx.rules import NounForm, Rules

_PUNCTUATION = re.compile(r"[^\w\s]+")


class Match(NamedTuple):
    """A phrase of the packs in the sentence: tokens i to j (half open), its table, list and rule."""

    table: str
    part: str
    rule: str
    i: int
    j: int


class PlaceMatch(NamedTuple):
    """A place in the sentence: tokens i to j (half open), what it may be, what sort of word it is."""

    i: int
    j: int
    iso3: tuple[str, ...]
    sort: str
    ambiguous: bool


_NO_CLASS: frozenset[str] = frozenset()


@dataclass(slots=True)
class View:
    """One sentence. All offsets are into `text`, the sentence itself."""

    text: str
    words: list[str]
    offsets: list[tuple[int, int]]
    numerals: dict[int, Numeral]
    rules: Rules
    places: list[PlaceMatch] = field(default_factory=list)
    # Where matches begin and end, the longest first.
    starts: dict[int, list[Match]] = field(default_factory=lambda: defaultdict(list))
    ends: dict[int, list[Match]] = field(default_factory=lambda: defaultdict(list))
    matches: list[Match] = field(default_factory=list)
    triggers: list[Match] = field(default_factory=list)
    masked: dict[int, tuple[str, str]] = field(default_factory=dict)
    context: Context = field(default_factory=Context)
    facts: Facts = field(default_factory=Facts)
    _size: int = field(init=False)
    _lowers: list[str] = field(init=False)
    _bag: frozenset[str] = field(init=False)
    _classes: list[frozenset[str]] = field(init=False)

    def __post_init__(self) -> None:
        # Asked for hundreds of times a sentence.
        self._size = len(self.words)
        self._lowers = [word.lower() for word in self.words]
        self._bag = frozenset(self._lowers)
        known = self.rules.classes
        self._classes = [known.get(word, _NO_CLASS) for word in self._lowers]

    def __len__(self) -> int:
        return self._size

    def lower(self, i: int) -> str:
        return self._lowers[i] if 0 <= i < self._size else ""

    def word(self, i: int) -> str:
        return self.words[i] if 0 <= i < self._size else ""

    def holds(self, *words: str) -> bool:
        """Whether one of the words, in small letters, stands anywhere in the sentence."""
        return not self._bag.isdisjoint(words)

    def classes(self, i: int) -> frozenset[str]:
        return self._classes[i] if 0 <= i < self._size else _NO_CLASS

    def noun(self, i: int) -> NounForm | None:
        """The listed noun that token i is; a demonym wants its capital ("utility poles" are no Poles)."""
        noun = self.rules.nouns.get(self.lower(i))
        return None if noun is None or (noun.proper and not self.word(i)[0].isupper()) else noun

    def is_(self, i: int, *names: str) -> bool:
        return 0 <= i < self._size and not self._classes[i].isdisjoint(names)

    def phrase_is(self, i: int, name: str) -> bool:
        """Whether a phrase of several words of the class `name` begins at token i."""
        starting = self.starts.get(i)
        if not starting:
            return False
        words = self.rules.packs.words
        return any(match.table == "words" and words[match.rule].class_ == name for match in starting)

    def is_past(self, i: int) -> bool:
        """Whether token i looks like a past form or a participle: "displaced", "driven"."""
        lower = self.lower(i)
        return (lower.endswith("ed") and not lower.endswith("eed") and len(lower) > 4) or self.is_(i, "past")

    def is_punctuation(self, i: int) -> bool:
        if not 0 <= i < self._size or self.words[i][0].isalnum():
            return False
        return bool(_PUNCTUATION.fullmatch(self.words[i]))

    def glued(self, i: int) -> bool:
        """Whether token i follows the one before it without a space."""
        return 0 < i < len(self.words) and self.offsets[i - 1][1] == self.offsets[i][0]

    def raw(self, i: int, j: int) -> str:
        """The text of tokens i to j (half open) as given."""
        return self.text[self.offsets[i][0] : self.offsets[j - 1][1]] if i < j else ""

    def at(self, i: int, table: str, part: str | None = None) -> list[Match]:
        """The matches that begin at token i, the longest first."""
        starting = self.starts.get(i)
        if not starting:
            return []
        return [m for m in starting if m.table == table and (part is None or m.part == part)]

    def ending(self, j: int, table: str, part: str | None = None) -> list[Match]:
        """The matches that end before token j, the longest first."""
        ending = self.ends.get(j)
        if not ending:
            return []
        return [m for m in ending if m.table == table and (part is None or m.part == part)]


def view_of(doc: Any, rules: Rules) -> View:  # noqa: ANN401  (a spaCy Doc; nothing here imports spaCy)
    """The view of a Doc that the components have been over."""
    data = doc.user_data["figx"]
    view = View(
        text=data["text"],
        words=data["words"],
        offsets=[tuple(pair) for pair in data["offsets"]],
        numerals={int(i): unpack_numeral(row) for i, row in data["numerals"].items()},
        rules=rules,
    )
    for span in doc.spans.get("figx.vocabulary", ()):
        table, part, rule = _parts(span.label_)
        match = Match(table, part, rule, span.start, span.end)
        view.matches.append(match)
        if match.table == "category":
            view.triggers.append(match)
            continue
        view.starts[match.i].append(match)
        view.ends[match.j].append(match)
    for matches in (*view.starts.values(), *view.ends.values()):
        if len(matches) > 1:
            matches.sort(key=lambda m: m.i - m.j)
    view.triggers = _meant(view.triggers)
    view.places = [
        PlaceMatch(span.start, span.end, tuple(filter(None, span.label_.split(";"))), *_sort(span.id_))
        for span in doc.spans.get("figx.places", ())
    ]
    return view


@cache
def _parts(label: str) -> tuple[str, str, str]:
    """The table, list and rule of a label of the vocabulary."""
    table, part, rule = label.split(":", 2)
    return table, part, rule


def _meant(triggers: list[Match]) -> list[Match]:
    """The words of categories, without those in a phrase that means something else ("in return")."""
    spared = {(m.rule, k) for m in triggers if m.part == "except" for k in range(m.i, m.j)}
    return [m for m in triggers if m.part != "except" and not any((m.rule, k) in spared for k in range(m.i, m.j))]


def _sort(span_id: str) -> tuple[str, bool]:
    return span_id.rstrip("?"), span_id.endswith("?")


def unpack_numeral(row: list[Any]) -> Numeral:
    """A numeral from the JSON that the tokenizer wrote."""
    start, end, value, form, mantissa, scale, digits, low, weak, flags = row
    return Numeral(
        start, end, None if value is None else Decimal(value), form, Decimal(mantissa), Decimal(scale), digits,
        None if low is None else Decimal(low),
        None if weak is None else Digits(weak[0], weak[1], Decimal(weak[2]), weak[3]), tuple(flags),
    )  # fmt: skip
