"""What a figure is about: the words nearest to it decide, and among those the first category of the taxonomy."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from figx.appeals import share_of_appeal
from figx.arguments import verb_of
from figx.figure import Kind
from figx.quantity import Quantity
from figx.scope import Near, Scope
from figx.subjects import before_hedges
from figx.telling import CASUALTY, IDENTITIES, fits, speaks, tells, unit_key
from figx.told import told_apart, told_first
from figx.verbs import adverbial
from figx.view import Match, View

_PEOPLE = frozenset({"person", "household", ""})
_YIELDED_TO = frozenset({"migrant", "host"})
_PLACES_OF_LIVING = frozenset({"home", "building", "shelter"})


@dataclass(frozen=True, slots=True)
class Category:
    """The category of a figure, the term that names it, the words of the text that decided and the rule; "" where none did."""

    name: str
    term: str = ""
    words: str = ""
    rule: str = ""

    @property
    def open(self) -> bool:
        """Whether no words decided."""
        return not self.rule


@dataclass(frozen=True, slots=True)
class Inherited:
    """The category of another figure, and whether this one is a part of it, or of what it counts whatever its noun says."""

    category: Category
    part: bool
    over: bool = False


def category_of(view: View, quantity: Quantity, scope: Scope, inherited: Inherited | None = None) -> Category:
    """The category by the words of the figure's own sentence.

    `inherited` is that of the figure which this one is a part or a repeat of. What is said of a whole holds of its part; a
    repeat comes after what the words nearest to the number say.
    """
    key = unit_key(view, quantity)
    if _is_of_settlement(view, quantity, key):
        return Category("people", rule="figx.settlement")
    if abroad := _abroad(view, quantity, scope):
        return abroad
    if funded := share_of_appeal(view, quantity, scope):
        return Category("funding", "funded", view.raw(funded.start, funded.stop), "figx.funded")
    if quantity.kind is Kind.SHARE and key == "money" and _is_own_change(view, quantity):
        return Category("money", rule="figx.share.own-money")
    if inherited and inherited.over:
        return inherited.category
    if speaks(view, scope):
        inherited = None  # those who say something are asked for what they are, not for what they speak of
    near = [(scope.near(m.i, m.j), m) for m in view.triggers]
    found = [(n, m) for n, m in near if fits(view, quantity, key, n, m) and tells(view, quantity, scope, n, m)]
    found = told_apart(view, scope, told_first(view, scope, found))
    if key in _PEOPLE and (victim := _victims(view, scope, found)):
        return victim
    for nearest in _rings(quantity, key, embedded=_is_embedded(view, quantity)):
        matches = _unyielding(view, [m for n, m in found if n in nearest], [m for n, m in found if n is Near.NOUN])
        if matches and not (inherited and _yields(view, matches, inherited.category)):
            own = _first(view, scope, matches)
            return _earlier(view, own, inherited.category) if inherited and inherited.part else own
        if inherited is not None:
            return inherited.category
    if quantity.kind is Kind.COUNT and quantity.unit == "visa" and quantity.noun is None:
        return Category("migrant", rule="figx.visas")  # "Skilled | 113,725", under "Visas granted"
    if key in _PEOPLE and (refuge := _in_refuge(view, scope)):
        return refuge
    return Category(_default(view, quantity, scope, key))


def _yields(view: View, matches: list[Match], category: Category) -> bool:
    """Whether all that is said of a figure yields to who its people are: "1,300 other migrants are housed in halls"."""
    return category.name in ("migrant", "refugee") and all(view.rules.packs.category[m.rule].yields for m in matches)


def _earlier(view: View, one: Category, other: Category) -> Category:
    order = view.rules.packs.taxonomy.order
    return min(one, other, key=lambda category: order(category.name))


def _in_refuge(view: View, scope: Scope) -> Category | None:
    """ "12,300 people in 31 evacuation centres", "the 58 shelters hold 2,200 people": the places that they stay in."""
    if holding := _held(view, scope):
        return Category("displaced", "sheltered", view.raw(holding.start, holding.stop), "figx.refuge")
    k = scope.phrase.stop
    while k < len(view) and (adverbial(view, k) or view.is_(k, "be", "verb", "living", "auxiliary")):
        k += 1
    if not view.is_(k, "inside"):
        return None
    k = next((m for m in range(k + 1, min(k + 5, len(view))) if m in view.numerals), -1)
    for end in range(k + 1, min(k + 5, len(view))) if k >= 0 else ():
        if _is_refuge(view, end):
            return Category("displaced", "sheltered", view.raw(k, end + 1), "figx.refuge")
    return None


def _is_refuge(view: View, k: int) -> bool:
    refuge = view.is_(k, "refuge") or (view.is_(k, "any_site") and view.is_(k - 1, "of_refuge"))
    return refuge and not view.is_(k - 1, "other_camp")


def _held(view: View, scope: Scope) -> range | None:
    """The places of refuge and the verb by which they hold the figure."""
    verb = before_hedges(view, scope.phrase.start) - 1
    if not view.is_(verb, "holding"):
        return None
    start = scope.clauses.clauses[scope.clause].start
    place = next((k for k in range(verb - 1, start - 1, -1) if _is_refuge(view, k)), None)
    return None if place is None else range(place, verb + 1)


def _unyielding(view: View, matches: list[Match], named: list[Match]) -> list[Match]:
    """Without the words that yield to what the noun says: migrants who sleep in the open are migrants."""
    rules = view.rules.packs.category
    if not any(rules[m.rule].category in _YIELDED_TO for m in named):
        return matches
    return [m for m in matches if not rules[m.rule].yields]


def _rings(quantity: Quantity, key: str, *, embedded: bool) -> Iterable[frozenset[Near]]:
    """Which words are asked first, which next."""
    if embedded:
        yield frozenset({Near.NOUN})
    yield frozenset({Near.NOUN, Near.ATTACHED, Near.CLAUSE})
    yield frozenset({Near.AROUND, Near.INSIDE})
    if key in _PEOPLE or quantity.kind is Kind.MONEY:
        yield frozenset({Near.SENTENCE})


def _is_embedded(view: View, quantity: Quantity) -> bool:
    """ "2,500 of this year's 5,500 arrivals": what is said of the part is not said of the whole."""
    k = before_hedges(view, quantity.i) - 1
    while k > 0 and view.lower(k) != "of" and view.is_(k, "determiner", "time_noun", "particle", "be"):
        k -= 1
    return view.lower(k) == "of" and k - 1 in view.numerals


def _is_of_settlement(view: View, quantity: Quantity, key: str) -> bool:
    """ "a city of some 170,000": how many live there, whatever befell them."""
    k = before_hedges(view, quantity.i) - 1
    beside = quantity.noun is not None and quantity.noun.i >= quantity.j
    if view.lower(k) == "to" and view.is_(k - 1, "homeland") and beside and quantity.noun is not None:
        return view.is_(quantity.noun.i, "any_people")  # "a port that is home to 18 million people"
    if key not in _PEOPLE or beside or view.lower(k) != "of" or not view.is_(k - 1, "settlement"):
        return False
    if view.lower(k - 1) == "population" and view.is_(quantity.j, "be", "have"):
        return False  # "a population of 40,000 was affected"
    noun = view.noun(k - 1)
    return noun is None or noun.unit not in ("person", "household")  # "a family of six died"


def _abroad(view: View, quantity: Quantity, scope: Scope) -> Category | None:
    """ "half a million Venezuelans living in Ecuador", "10 million Filipinos overseas": who live abroad."""
    if quantity.noun is None or scope.noun.start < quantity.j:
        return None
    head = quantity.noun.j - 1
    people = next((p for p in view.places if p.i <= head < p.j and p.sort == "demonym"), None)
    if people is not None and view.is_(head + 1, "abroad"):
        return Category("migrant", "living abroad", view.raw(head, head + 2), "figx.abroad")
    living = next((k for k in range(head + 1, min(head + 5, len(view))) if view.is_(k, "living")), None)
    if people is None or living is None:
        return None
    there = next((p for p in view.places if living < p.i <= living + 4 and p.sort != "city"), None)
    if there is None or set(there.iso3) & set(people.iso3):
        return None
    return Category("migrant", "living abroad", view.raw(head, there.j), "figx.abroad")


def _victims(view: View, scope: Scope, found: list[tuple[Near, Match]]) -> Category | None:
    """Migrants who died are counted as dead: what befell people comes before what they are.

    What the noun says befell them comes before what the clause does: "many died, with millions displaced".
    """
    rules = view.rules.packs.category
    for nearest in (frozenset({Near.NOUN, Near.ATTACHED}), frozenset({Near.CLAUSE})):
        matches = [m for near, m in found if near in nearest]
        if casualties := [m for m in matches if rules[m.rule].category == CASUALTY]:
            return _first(view, scope, casualties)
        if any(rules[m.rule].category not in IDENTITIES | {"in_need"} for m in matches):
            return None
    return None


def _first(view: View, scope: Scope, matches: list[Match]) -> Category:
    """The match whose category comes first in the taxonomy; of those one with a term, a verb, the nearest, the longest."""
    order, rules = view.rules.packs.taxonomy.order, view.rules.packs.category

    def rank(match: Match) -> tuple[int | bool, ...]:
        near, verb = scope.near(match.i, match.j), verb_of(scope, match.i, match.j)
        away = min(abs(match.i - scope.phrase.stop), abs(scope.phrase.start - match.j))
        rule = rules[match.rule]
        return (
            order(rule.category),
            not rule.term,
            min(near, Near.CLAUSE),
            verb is None,
            away,
            match.i - match.j,
            match.i,
        )

    match = min(matches, key=rank)
    trigger, words = rules[match.rule], view.raw(match.i, match.j)
    return Category(trigger.category, trigger.term or " ".join(words.lower().split()), words, match.rule)


def _default(view: View, quantity: Quantity, scope: Scope, key: str) -> str:
    if quantity.kind is Kind.MONEY or key == "money":
        return "money"
    if quantity.kind is Kind.SHARE and not key and _speaks_of_money(view, scope):
        return "money"
    if key in ("person", "household") or (quantity.kind is Kind.SHARE and speaks(view, scope)):
        return "people"
    return "housing" if key in _PLACES_OF_LIVING else "other"


def _is_own_change(view: View, quantity: Quantity) -> bool:
    """ "Remittances outpaced aid by 300 per cent": whose money it is stands before what it is held against."""
    noun = quantity.noun
    return noun is not None and noun.j - noun.i > 2 and view.is_(noun.i, "own_money") and view.is_past(noun.i + 1)


def _speaks_of_money(view: View, scope: Scope) -> bool:
    """ "Remittances make up 12 per cent": what the share is of stands before it in its clause."""
    tokens = scope.clauses.clauses[scope.clause].tokens
    return any(k < scope.phrase.start and view.is_(k, "own_money") for k in tokens)
