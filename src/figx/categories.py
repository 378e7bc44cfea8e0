"""What a figure is about: the words nearest to it decide, and among those the first category of the taxonomy."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from figx.arguments import Argument, argument_of, governing_verb, verb_of
from figx.figure import Kind
from figx.nouns import STOP
from figx.quantity import Quantity
from figx.scope import Near, Scope
from figx.subjects import before_hedges
from figx.verbs import Form, adverbial
from figx.view import Match, View

_PEOPLE = frozenset({"person", "household", ""})
_IDENTITIES = frozenset({"asylum_seeker", "refugee", "idp", "stateless", "migrant", "host"})
_YIELDED_TO = frozenset({"migrant", "host"})
_PLACES_OF_LIVING = frozenset({"home", "building", "shelter"})
_THINGS = frozenset({"housing", "funding"})
_ADMISSIONS = frozenset({"refugee_cap", "resettled"})
_CASUALTY = "casualty"
_FOR_WHAT = 6  # tokens after a sum in which its purpose stands: "a budget of $5 million for this operation"


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
    """The category of another figure, and whether this one is a part of it."""

    category: Category
    part: bool


def category_of(view: View, quantity: Quantity, scope: Scope, inherited: Inherited | None = None) -> Category:
    """The category by the words of the figure's own sentence.

    `inherited` is that of the figure which this one is a part or a repeat of. What is said of a whole holds of its part; a
    repeat comes after what the words nearest to the number say.
    """
    key = _unit_key(view, quantity)
    if _is_of_settlement(view, quantity, key):
        return Category("people", rule="figx.settlement")
    if abroad := _abroad(view, quantity, scope):
        return abroad
    if (k := _funded(view, quantity)) is not None:
        return Category("funding", "funded", view.raw(k, k + 1), "figx.funded")
    if _speaks(view, scope):
        inherited = None  # those who say something are asked for what they are, not for what they speak of
    near = [(scope.near(m.i, m.j), m) for m in view.triggers]
    found = [(n, m) for n, m in near if _fits(view, quantity, key, n, m) and _tells(view, quantity, scope, n, m)]
    if key in _PEOPLE and (victim := _victims(view, scope, found)):
        return victim
    for nearest in _rings(quantity, key, embedded=_is_embedded(view, quantity)):
        matches = _unyielding(view, [m for n, m in found if n in nearest], [m for n, m in found if n is Near.NOUN])
        if matches and not (inherited and _yields(view, matches, inherited.category)):
            own = _first(view, scope, matches)
            return _earlier(view, own, inherited.category) if inherited and inherited.part else own
        if inherited is not None:
            return inherited.category
    return Category(_default(view, quantity, scope, key))


def _yields(view: View, matches: list[Match], category: Category) -> bool:
    """Whether all that is said of a figure yields to who its people are: "1,300 other migrants are housed in halls"."""
    return category.name in ("migrant", "refugee") and all(view.rules.packs.category[m.rule].yields for m in matches)


def _earlier(view: View, one: Category, other: Category) -> Category:
    order = view.rules.packs.taxonomy.order
    return min(one, other, key=lambda category: order(category.name))


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
    if key not in _PEOPLE or beside or view.lower(k) != "of" or not view.is_(k - 1, "settlement"):
        return False
    noun = view.noun(k - 1)
    return noun is None or noun.unit not in ("person", "household")  # "a family of six died"


def _abroad(view: View, quantity: Quantity, scope: Scope) -> Category | None:
    """ "half a million Venezuelans living in Ecuador": nationals of one country who live in another."""
    if quantity.noun is None or scope.noun.start < quantity.j:
        return None
    head = quantity.noun.j - 1
    people = next((p for p in view.places if p.i <= head < p.j and p.sort == "demonym"), None)
    living = next((k for k in range(head + 1, min(head + 5, len(view))) if view.is_(k, "living")), None)
    if people is None or living is None:
        return None
    there = next((p for p in view.places if living < p.i <= living + 4 and p.sort != "city"), None)
    if there is None or set(there.iso3) & set(people.iso3):
        return None
    return Category("migrant", "living abroad", view.raw(head, there.j), "figx.abroad")


def _funded(view: View, quantity: Quantity) -> int | None:
    """ "only 20 per cent funded", "underfunded by 70 per cent": the word that tells it."""
    k = before_hedges(view, quantity.i) - 1
    near = (quantity.j, k - 1 if view.lower(k) in ("at", "by", "to") else k)
    return next((k for k in near if view.is_(k, "funded")), None) if quantity.kind is Kind.SHARE else None


def _unit_key(view: View, quantity: Quantity) -> str:
    if quantity.kind is Kind.MONEY:
        return "money"
    if quantity.kind is Kind.MEASURE:
        return "measure"
    if quantity.kind is Kind.COUNT:
        procedure = quantity.noun is not None and view.is_(quantity.noun.j - 1, "procedure")
        return "procedure" if procedure else quantity.unit
    if quantity.noun is None:
        return ""
    head = quantity.noun.j - 1
    if view.is_(head, "own_money", "aid_money"):
        return "money"
    return "person" if view.is_(head, "any_people") else quantity.noun.unit


def _fits(view: View, quantity: Quantity, key: str, near: Near, match: Match) -> bool:
    """Whether the rule of the match is for figures of this unit, in a sentence and document like this."""
    trigger = view.rules.packs.category[match.rule]
    of_people = near is Near.NOUN and trigger.category not in _THINGS and "person" in trigger.units
    share = quantity.kind in (Kind.SHARE, Kind.MULTIPLE) and of_people
    if (trigger.units and key not in trigger.units and not share) or (trigger.weak and not view.facts.aid):
        return False
    if trigger.with_any and not (view.facts.admissions and trigger.category in _ADMISSIONS):
        text = f" {' '.join(view.words).lower()} "
        return any(f" {words.lower()} " in text for words in trigger.with_any)
    return True


def _tells(view: View, quantity: Quantity, scope: Scope, near: Near, match: Match) -> bool:
    """Whether the match tells something of this figure, and not of another one or of somebody else in the clause."""
    trigger = view.rules.packs.category[match.rule]
    if _is_own_money(view, quantity) and not _is_purpose(view, quantity, match):
        return near is Near.NOUN and not trigger.weak
    if near is Near.NOUN:  # "rescued people", but not "rescue workers"
        return (
            not trigger.argument
            or match.j - match.i > 1
            or view.is_past(match.i)
            or view.lower(match.i).endswith("ing")
        )
    if trigger.by_place and not _does_place(view, match):
        return False
    if trigger.category == "in_need" and _is_helper(view, quantity):
        return trigger.argument == argument_of(view, scope, match.i, match.j) != Argument.OPEN
    if trigger.where == "noun" or (near > Near.ATTACHED and match.i >= scope.phrase.stop and _speaks(view, scope)):
        return False
    if near is Near.SENTENCE and quantity.kind is not Kind.MONEY and trigger.category not in _IDENTITIES:
        return False
    if quantity.kind is not Kind.MONEY and any(k in scope.others for k in range(match.i, match.j)):
        return scope.noun.start <= match.i and match.j <= scope.noun.stop
    if verb_of(scope, match.i, match.j) is None and (_modifies(view, scope, match) or _is_source(view, match)):
        return False
    if trigger.category != _CASUALTY and _names_people(view, match):
        return _is_open(view, quantity) and (_goes_before(quantity, scope, match) or _predicated(view, match.i))
    if not trigger.argument:
        return near is not Near.SENTENCE or verb_of(scope, match.i, match.j) is None
    if near is Near.SENTENCE:
        return False
    if verb_of(scope, match.i, match.j) is None:  # "reported as injured"
        predicated = match.i > scope.phrase.stop and _predicated(view, match.i)
        return trigger.argument == "object" and predicated and near is Near.CLAUSE
    return argument_of(view, scope, match.i, match.j) in (Argument.OPEN, trigger.argument)


def _is_helper(view: View, quantity: Quantity) -> bool:
    """Whether it counts those who help: "300 responders"."""
    if quantity.noun is None:
        return False
    head = quantity.noun.j - 1
    return view.is_(head, "helper") or (view.lower(head) == "workers" and view.is_(head - 1, "helping"))


def _does_place(view: View, match: Match) -> bool:
    """Whether a country, city or the like does it: "Germany received 890,000 people", and no clinic."""
    k = match.i - 1
    while k > 0 and (adverbial(view, k) or view.is_(k, "auxiliary", "have")):
        k -= 1
    return view.is_(k, "receiver") or any(p.i <= k < p.j and p.sort != "demonym" for p in view.places)


def _modifies(view: View, scope: Scope, match: Match) -> bool:
    """Whether the words only describe another noun: "casualty figures", "the immigration minister", "a displacement crisis"."""
    k = match.j
    if k >= len(view) or k in view.numerals or not view.word(k)[0].isalpha() or scope.clauses.forms[k] is not Form.NONE:
        return False
    if any(m.j - m.i > 1 for m in view.at(k, "words")) or view.lower(k) == "'s":
        return False  # "the death toll due to floods"
    return not view.is_(k, *STOP, "verb", "modifier_adverb") and view.word(match.j - 1)[0].isalpha()


def _is_source(view: View, match: Match) -> bool:
    """ "according to the World Bank": who says it is not what it is about."""
    near = (m for k in range(max(0, match.i - 4), match.i) for m in view.at(k, "words"))
    return any(view.rules.packs.words[m.rule].class_ == "attributing" for m in near)


def _is_own_money(view: View, quantity: Quantity) -> bool:
    """Whether it is the money that somebody has or loses, whatever else the sentence is about: a budget, debt, damage."""
    noun = quantity.noun
    money = quantity.kind is Kind.MONEY or (noun is not None and noun.unit == "money")
    return money and noun is not None and view.is_(noun.j - 1, "own_money")


def _is_purpose(view: View, quantity: Quantity, match: Match) -> bool:
    """Whether the match stands in the purpose of the money: "a budget for this operation", "devoted to the poorest"."""
    edge = max(quantity.noun.j if quantity.noun else 0, quantity.j if match.i > quantity.i else 0)
    return any(view.is_(k, "purpose") for k in range(edge, match.i)) and match.i - edge <= _FOR_WHAT


def _speaks(view: View, scope: Scope) -> bool:
    """Whether those who are counted say or think something: what follows is not what befell them."""
    verb = governing_verb(scope)
    active = verb is not None and scope.clauses.forms[verb] is not Form.PASSIVE
    return active and verb is not None and verb >= scope.phrase.stop and view.is_(verb, "opinion")


def _goes_before(quantity: Quantity, scope: Scope, match: Match) -> bool:
    return match.j <= scope.phrase.start or (quantity.kind is not Kind.COUNT and quantity.noun is None)


def _names_people(view: View, match: Match) -> bool:
    """Whether the match says who some people are ("refugees") and not what befell them."""
    noun = view.noun(match.j - 1)
    state = view.is_(match.j - 1, "nominal_participle")  # "left 300 homeless"
    return noun is not None and noun.unit in ("person", "household") and not state


def _predicated(view: View, i: int) -> bool:
    """Whether the noun at token i is said of somebody: "are refugees", "registered as asylum seekers"."""
    k = i - 1
    while (
        k > 0
        and not view.is_(k, "be", "verb", "preposition")
        and i - k < 4
        and view.word(k)[0].isalpha()
        and view.lower(k) != "as"
    ):
        k -= 1
    return view.is_(k, "be") or view.lower(k) in ("as", "become", "became", "who")


def _is_open(view: View, quantity: Quantity) -> bool:
    """Whether the figure's noun leaves open who is counted: none, or "people", "families", "children"."""
    if quantity.noun is None:
        return True
    return view.is_(quantity.noun.j - 1, "any_people")


def _victims(view: View, scope: Scope, found: list[tuple[Near, Match]]) -> Category | None:
    """Migrants who died are counted as dead: what befell people comes before what they are.

    What the noun says befell them comes before what the clause does: "many died, with millions displaced".
    """
    rules = view.rules.packs.category
    for nearest in (frozenset({Near.NOUN, Near.ATTACHED}), frozenset({Near.CLAUSE})):
        matches = [m for near, m in found if near in nearest]
        if casualties := [m for m in matches if rules[m.rule].category == _CASUALTY]:
            return _first(view, scope, casualties)
        if any(rules[m.rule].category not in _IDENTITIES | {"in_need"} for m in matches):
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
    if key in ("person", "household") or (quantity.kind is Kind.SHARE and _speaks(view, scope)):
        return "people"
    return "housing" if key in _PLACES_OF_LIVING else "other"


def _speaks_of_money(view: View, scope: Scope) -> bool:
    """ "Remittances make up 12 per cent": what the share is of stands before it in its clause."""
    tokens = scope.clauses.clauses[scope.clause].tokens
    return any(k < scope.phrase.start and view.is_(k, "own_money") for k in tokens)
