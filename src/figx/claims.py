"""What a figure means: category, status, role, trend, places and time, from the words of its sentence."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from figx.admissions import is_target, visas_for_refugees
from figx.antecedents import antecedent_of
from figx.categories import Category, category_of
from figx.figure import Flow, Kind, Role, Status, Trend
from figx.flows import flow_of
from figx.headed import category_above, category_of_column, status_above
from figx.locations import places_of
from figx.quantity import Quantity
from figx.scope import Scope, scopes_of
from figx.statuses import status_of
from figx.subjects import before_hedges
from figx.times import SentenceTimes, Time
from figx.view import View

# How far a place lies holds at any time.
_LENGTHS = frozenset({"kilometer", "mile", "meter", "nautical_mile", "yard"})
# Categories that count people: a number alone under "Refugees by region" does.
_OF_PEOPLE = frozenset(
    {
        "refugee_cap",
        "resettled",
        "returned",
        "idp",
        "asylum_seeker",
        "refugee",
        "stateless",
        "displaced",
        "migrant",
        "casualty",
    }
)


@dataclass(slots=True)
class Claim:
    """The meaning of one figure; `rules` and `words` map a field to what decided it."""

    category: str = "other"
    status: Status = Status.ACTUAL
    role: Role = Role.LEVEL
    trend: Trend | None = None
    places: tuple[str, ...] = ()
    time: str = ""
    when: Time = field(default_factory=Time)
    term: str = ""
    flow: Flow = Flow.OPEN
    speaker: str = ""
    attribution: str = ""
    persons: Decimal | None = None
    rules: dict[str, str] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    flags: list[str] = field(default_factory=list)

    def decide(self, name: str, words: str, rule: str) -> None:
        """Notes which words decided a field, and by which rule."""
        if rule:
            self.rules[name], self.words[name] = rule, words


def read_claims(view: View, quantities: list[Quantity]) -> list[Claim]:
    """The claims that the quantities of a sentence make, in order."""
    if not quantities:
        return []
    scopes = scopes_of(view, quantities)
    times = SentenceTimes(view, quantities, scopes[0].clauses)
    claims: list[Claim] = []
    for n in range(len(quantities)):
        claims.append(_read_claim(view, quantities, scopes, times, claims, n))
    for claim, places in zip(claims, places_of(view, quantities), strict=True):
        claim.places = places.iso3
        claim.decide("places", places.words, places.rule)
        claim.flags += places.flags
    return claims


def _read_claim(
    view: View, quantities: list[Quantity], scopes: list[Scope], times: SentenceTimes, earlier: list[Claim], n: int
) -> Claim:
    quantity, scope, claim = quantities[n], scopes[n], Claim()
    category = _category(view, quantities, scopes, earlier, n)
    claim.category, claim.term = category.name, category.term
    claim.decide("category", category.words, category.rule)
    if quantity.kind is Kind.COUNT and not quantity.unit and category.name in _OF_PEOPLE:
        quantity.unit = "person"
        quantity.flags.append("unit_from_context")
    stated = status_of(view, quantity, scope)
    if not stated.rule and (m := _joined_before(view, quantities, scope, n)) is not None:
        stated = status_of(view, quantity, scopes[m])
    if not stated.rule and (above := status_above(view, quantity)):
        stated = above
    claim.status = stated.status
    claim.decide("status", stated.words, stated.rule)
    if claim.category == "refugee_cap" and claim.status in (Status.ACTUAL, Status.PROJECTED):
        claim.status = Status.TARGET
    elif quantity.kind is Kind.COUNT and is_target(
        view, quantity, scope, claim.category, claim.status, claim.rules.get("status", "")
    ):
        claim.category, claim.term, claim.status = "refugee_cap", "target", Status.TARGET
        quantity.unit = quantity.unit or "person"
    claim.role, claim.trend = quantity.role, quantity.trend
    if not (quantity.kind is Kind.MEASURE and quantity.unit in _LENGTHS and claim.role is Role.LEVEL):
        claim.when = times.of(quantity, claim.role)
        claim.time = claim.when.text
        claim.decide("time", claim.when.text, claim.when.rule)
    flowing = flow_of(view, quantity, scope, category, role=claim.role, time=claim.time)
    claim.flow = flowing.flow
    claim.decide("flow", flowing.words, flowing.rule)
    if claim.flow is Flow.OPEN and _is_elided(view, quantities, scope, n):
        claim.flow = earlier[n - 1].flow
        claim.decide("flow", "", "figx.elided")
    claim.rules = {key: rule for key, rule in claim.rules.items() if rule}
    return claim


def _category(view: View, quantities: list[Quantity], scopes: list[Scope], earlier: list[Claim], n: int) -> Category:
    quantity = quantities[n]
    if column := category_of_column(view, quantity):
        return column
    same = "figx.same-sum" if _is_same_sum(view, quantities, n) else ""
    if same or _is_elided(view, quantities, scopes[n], n):
        before = earlier[n - 1]
        return Category(before.category, before.term, before.words.get("category", ""), same or "figx.elided")
    known = [Category(c.category, c.term, c.words.get("category", ""), c.rules.get("category", "")) for c in earlier]
    # The cells of a row stand under heads of their own: none is a part of the one before.
    apart = view.context.row and view.context.head_at(quantity.start) is not None
    inherited = None if apart else antecedent_of(view, quantities, scopes[n], known, n)
    category = category_of(view, quantity, scopes[n], inherited)
    if visas := visas_for_refugees(view, quantity, scopes[n], category):
        return visas
    if category.open and (above := category_above(view, quantity)):
        return above
    if category.open and (cell := _share_of_cell(view, quantities, n)) is not None:
        of = earlier[cell]
        return Category(of.category, of.term, of.words.get("category", ""), "figx.row")
    borrowed = quantity.rules.get("unit") == "figx.noun.context"
    if category.open and borrowed and view.context.category and category.name in ("people", "other"):
        return Category(view.context.category, rule="figx.context")
    return category


def _is_elided(view: View, quantities: list[Quantity], scope: Scope, n: int) -> bool:
    """ "300 migrants landed in May, and 40 did in June": the verb of the figure before stands for this one's too."""
    k = scope.phrase.stop
    if n == 0 or not view.is_(k, "elided") or quantities[n].unit != quantities[n - 1].unit:
        return False
    if quantities[n].kind is not Kind.COUNT or quantities[n - 1].kind is not Kind.COUNT:
        return False
    ends = (
        k + 1 >= len(view) or view.is_punctuation(k + 1) or view.is_(k + 1, "preposition", "conjunction", "time_noun")
    )
    return ends and view.lower(k + 1) != "to" and not view.is_punctuation(quantities[n - 1].j)


def _share_of_cell(view: View, quantities: list[Quantity], n: int) -> int | None:
    """ "Skilled visas | 113,725 | 67.4%": the share in a row is that of what the cell before it counts."""
    here = quantities[n]
    if n == 0 or not view.context.row or here.kind is not Kind.SHARE or here.noun or here.noun_text:
        return None
    return n - 1 if quantities[n - 1].kind in (Kind.COUNT, Kind.MONEY) else None


def _is_same_sum(view: View, quantities: list[Quantity], n: int) -> bool:
    """ "3.8 trillion kip (US$484,712)": the same sum in another money."""
    here, before = quantities[n], quantities[n - 1]
    if n == 0 or here.kind is not Kind.MONEY or before.kind is not Kind.MONEY or here.unit == before.unit:
        return False
    between = [view.word(k) for k in range(before.j, before_hedges(view, here.i))]
    return between[-1:] == ["("] and all(word.isalpha() for word in between[:-1]) and len(between) <= 3


def _joined_before(view: View, quantities: list[Quantity], scope: Scope, n: int) -> int | None:
    """The first figure of the list that this one stands in: no verb between them, so what is said of one is said of both."""
    first, forms = None, scope.clauses.forms
    while n > 0:
        before, here = quantities[n - 1], quantities[n]
        if any(
            forms[k] or view.is_(k, "subordinator") or view.lower(k) in (";", "but") for k in range(before.j, here.i)
        ):
            break
        n -= 1
        first = n
    return first
