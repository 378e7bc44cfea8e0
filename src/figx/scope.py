"""Which words of a sentence belong to one figure: its noun, its clause, and what hangs on them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from figx.clauses import Clauses, Sort, clauses_of
from figx.figure import Kind
from figx.quantity import Quantity
from figx.subjects import before_hedges, number_of
from figx.verbs import Form
from figx.view import View

_BREAKS = frozenset({";", ":", "(", ")", "–", "—", "|", "•"})
_JOINTS = frozenset({"while", "whereas", "but", "whilst", "although"})
_MAX_REACH = 40
_MAX_WHO = 16  # tokens from "the number who" to the number


class Near(IntEnum):
    """How near some words stand to a figure, the nearest first."""

    NOUN = 0  # in the number's own noun phrase
    ATTACHED = 1  # in a clause about that noun: "people displaced by floods", "people who fled"
    CLAUSE = 2  # elsewhere in the figure's own clause
    AROUND = 3  # in the clauses that it hangs on
    INSIDE = 4  # in clauses that hang on its own
    SENTENCE = 5


@dataclass(frozen=True, slots=True)
class Scope:
    """Token ranges of a figure: `noun`, `left` of the number and `right` of it, as far as the figures beside it.

    `named` is what "the number of" before it names; `phrase` is the number with its noun; `clause` the index of its clause
    among `clauses`; `attached` are the clauses that say more of its noun; `others` the tokens of the other figures' noun
    phrases.
    """

    noun: range
    named: range
    left: range
    right: range
    phrase: range
    clauses: Clauses
    clause: int
    attached: frozenset[int]
    others: frozenset[int]

    def holds(self, i: int, j: int) -> bool:
        """Whether tokens i to j (half open) lie in the figure's own clause or noun."""
        return any(i >= part.start and j <= part.stop for part in (self.noun, self.left, self.right, self.whole))

    @property
    def whole(self) -> range:
        return range(self.left.start, self.right.stop)

    def distance(self, i: int, j: int) -> int:
        """How many tokens lie between the number and tokens i to j."""
        if j <= self.left.stop:
            return self.left.stop - j
        return max(0, i - self.right.start)

    def near(self, i: int, j: int) -> Near:
        """How near tokens i to j (half open) stand to the figure."""
        if (i < self.phrase.stop and j > self.phrase.start) or (i >= self.noun.start and j <= self.noun.stop):
            return Near.NOUN
        if self.named.start <= i and j <= self.named.stop:
            return Near.NOUN
        index = self.clauses.of[i]
        if index in self.attached or any(self.clauses.inside(index, other) for other in self.attached):
            return Near.ATTACHED
        if index == self.clause or (
            self.clauses.subject_of(index) == self.clause and self.clauses.precedes_verb(self.phrase.start, self.clause)
        ):
            return Near.CLAUSE
        if index == self.clauses.subject_of(self.clause) and self.clauses.precedes_verb(i, index):
            return Near.CLAUSE  # the subject that the clause shares with another
        if index in self.clauses.around(self.clause):
            return Near.AROUND
        of_another = any(
            self.clauses.clauses[k].sort in (Sort.RELATIVE, Sort.REDUCED)
            for k in self.clauses.between(index, self.clause)
        )
        of_another = of_another or not self.others.isdisjoint(self.clauses.clauses[index].tokens)
        return Near.INSIDE if self.clauses.inside(index, self.clause) and not of_another else Near.SENTENCE


def scopes_of(view: View, quantities: list[Quantity]) -> list[Scope]:
    """The scope of each of the quantities of a sentence, in order."""
    clauses = clauses_of(view)
    return [scope_of(view, quantity, quantities, clauses) for quantity in quantities]


def scope_of(view: View, quantity: Quantity, quantities: list[Quantity], clauses: Clauses) -> Scope:
    """The scope of `quantity`, one of the `quantities` of the sentence in order."""
    n = next(k for k, other in enumerate(quantities) if other is quantity)
    low = quantities[n - 1].j if n else 0
    high = quantities[n + 1].i if n + 1 < len(quantities) else len(view)
    before = quantities[n - 1].noun if n else None
    if before and low <= before.i < quantity.i:
        low = min(before.j, quantity.i)
    noun = range(quantity.noun.i, quantity.noun.j) if quantity.noun else range(quantity.j, quantity.j)
    if noun.start >= high:
        high = min(len(view), noun.stop)
    phrase = _phrase(quantity)
    clause = clauses.of[quantity.i]
    named = _named(view, quantity, quantities[n - 1].j if n else 0)
    return Scope(
        noun=noun,
        named=named,
        left=range(_left_edge(view, quantity.i, low), quantity.i),
        right=range(quantity.j, _right_edge(view, quantity.j, high)),
        phrase=phrase,
        clauses=clauses,
        clause=clause,
        attached=_attached(view, clauses, phrase.stop, clauses.of[phrase.stop - 1])  # "75 – Number of men who fled"
        | (
            _attached(view, clauses, noun.stop, clauses.of[noun.start])
            if noun and (noun.stop <= quantity.i or noun.start >= phrase.stop)
            else frozenset()
        )
        | (_attached(view, clauses, named.stop, clauses.of[named.start]) if named else frozenset()),
        others=frozenset(k for other in quantities if other is not quantity for k in _phrase(other))
        | frozenset(k for other in quantities if other.i > quantity.i for k in _part(view, other, clauses)),
    )


def _phrase(quantity: Quantity) -> range:
    """The number with its noun, where the noun follows."""
    noun = quantity.noun
    return range(quantity.i, noun.j if noun and quantity.j <= noun.i <= quantity.j + 4 else quantity.j)


def _named(view: View, quantity: Quantity, edge: int) -> range:
    """ "the number of evacuated families had grown to 8,700 families": what it is the number of, since the number before."""
    noun = number_of(view, quantity.i) if quantity.kind is Kind.COUNT else None
    if noun is None and quantity.kind is Kind.COUNT:
        return _number_who(view, quantity.i, edge)
    if noun is None or noun.i < edge:
        return range(0)
    k = noun.i - 1
    while view.is_(k, "determiner"):
        k -= 1
    return range(noun.i, noun.j) if view.lower(k) == "of" and view.is_(k - 1, "any_total") else range(0)


def _number_who(view: View, i: int, edge: int) -> range:
    """ "The number who crossed into Chad stands at 38,000": those who are said to have done so."""
    for k in range(i - 2, max(edge, i - _MAX_WHO) - 1, -1):
        if view.is_(k, "any_total", "people_pronoun") and view.is_(k + 1, "relative_pronoun"):
            return range(k, k + 1)
    return range(0)


def _part(view: View, quantity: Quantity, clauses: Clauses) -> range:
    """What stands from "including" to the next comma or to the verb of the whole, where the figure is a part of another one.

    "300 people including 5 guards were hurt": the verb is that of the 300. "including 5 who were hurt": that of the part.
    """
    k = before_hedges(view, quantity.i) - 1
    if not view.is_(k, "part"):
        return range(0)
    end = next((m for m in range(quantity.j, len(view)) if view.word(m) in (",", ";", ")")), len(view))
    own = any(view.is_(m, "relative_pronoun") or clauses.forms[m] is Form.REDUCED for m in range(quantity.j, end))
    late = any(clauses.forms[m] for m in range(k))  # "they killed 300, including 5 guards who": the verb stands before
    if own or late:
        return range(k, end)
    verb = next((m for m in range(quantity.j, end) if clauses.forms[m] in (Form.AUXILIARY, Form.FINITE)), end)
    return range(k, verb)


def _attached(view: View, clauses: Clauses, stop: int, clause: int) -> frozenset[int]:
    """The clauses that begin right after the figure's noun phrase, or after a place or the like that follows it."""
    found = set()
    for index, other in enumerate(clauses.clauses):
        if other.parent != clause or other.sort not in (Sort.RELATIVE, Sort.REDUCED):
            continue
        between = [k for k in range(stop, other.start) if view.word(k) not in (",", "(")]
        if other.start >= stop and len(between) <= 4 and all(clauses.forms[k] == "" for k in between):
            found.add(index)
    return frozenset(found)


def _left_edge(view: View, i: int, low: int) -> int:
    k = i
    while k > low and i - k < _MAX_REACH:
        if view.word(k - 1) in _BREAKS and not (view.word(k - 1) == "(" and k == i) and k - 1 < i - 1:
            break
        if view.lower(k - 1) in _JOINTS:
            break
        k -= 1
    return k


def _right_edge(view: View, j: int, high: int) -> int:
    k = j
    while k < high and k - j < _MAX_REACH:
        if view.word(k) in _BREAKS or view.lower(k) in _JOINTS:
            break
        k += 1
    return k
