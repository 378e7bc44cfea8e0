"""The figure that another one is a part of, or speaks of again: "including 300 children", "of whom 40", "16 others"."""

from __future__ import annotations

from figx.categories import Category, Inherited
from figx.clauses import Sort
from figx.figure import Kind, Role
from figx.quantity import Quantity
from figx.scope import Scope
from figx.subjects import before_hedges, is_part
from figx.view import View

_PEOPLE = frozenset({"person", "household"})
_OPEN = _PEOPLE | {"", "percent"}
_THINGS = frozenset({"building", "case", "country", "home", "shelter"})  # no part of people
_TOLD = frozenset({"figx.noun.person-verb"})
_BORROWED = frozenset({"figx.noun.earlier", "figx.noun.magnitude", "figx.noun.others"})


def antecedent_of(
    view: View, quantities: list[Quantity], scope: Scope, known: list[Category], n: int
) -> Inherited | None:
    """The category of the figure that the one at `n` is a part or a repeat of; `known` are those of the figures before it.

    None where there is no such figure, or where nothing was said of it.
    """
    quantity = quantities[n]
    if quantity.kind not in (Kind.COUNT, Kind.SHARE, Kind.MULTIPLE):
        return None
    if _is_apposition(quantities, scope, n):
        return Inherited(known[n - 1], part=True) if not known[n - 1].open else None
    if _is_of_opening(view, quantities, n) and not known[n - 1].open:
        return Inherited(known[n - 1], part=True)
    if _is_of_sum(view, quantities, scope, n):
        of_sum = Category("money", known[n - 1].term, rule="figx.share.money") if known[n - 1].open else known[n - 1]
        return Inherited(of_sum, part=False)
    if (other := _other_end(quantities, n)) is not None:
        return Inherited(known[other], part=False) if not known[other].open else None
    beside = quantity.noun is not None and quantity.noun.i >= quantity.j
    if is_part(view, quantity.i) and not (beside and quantity.unit in _THINGS):
        whole = _nearest(quantities, known, n)
        return Inherited(whole, part=True) if whole else None
    again = _is_other(view, quantity) or _has_noun_of_another(quantities, n) or _is_sort(view, quantities, n)
    if again or _has_pronoun(view, quantity, scope):
        alone = not any(q.kind is Kind.COUNT and q.unit in _PEOPLE for q in quantities[:n])
        before = _before_sentence(view) if alone else _nearest(quantities, known, n)
        return Inherited(before, part=False) if before else None
    return None


def _other_end(quantities: list[Quantity], n: int) -> int | None:
    """The other end of the change that the figure at `n` is an end of, where that stands before it: "400, up from 250"."""
    here = quantities[n]
    if here.role not in (Role.FROM, Role.TO) or here.baseline is None:
        return None
    ends = (m for m in range(n - 1, -1, -1) if quantities[m].value == here.baseline and quantities[m].unit == here.unit)
    return next(ends, None)


def _nearest(quantities: list[Quantity], known: list[Category], n: int) -> Category | None:
    for m in range(n - 1, -1, -1):
        if quantities[m].kind is Kind.COUNT and quantities[m].unit in _PEOPLE:
            return None if known[m].open else known[m]
    return None


def _before_sentence(view: View) -> Category | None:
    category = view.context.previous
    return Category(category, rule="figx.context") if category and not view.context.row else None


def _is_apposition(quantities: list[Quantity], scope: Scope, n: int) -> bool:
    """ "1.4 million refugees — one fifth of its population —": the share says again what the count does."""
    if n == 0 or quantities[n].kind is Kind.COUNT:
        return False
    clause, before = scope.clauses.clauses[scope.clause], quantities[n - 1]
    end = before.noun.j if before.noun and before.noun.i >= before.j else before.j
    return (
        clause.sort in (Sort.ASIDE, Sort.TAIL) and 0 <= clause.start - end <= 2 and quantities[n].i - clause.start <= 3
    )


def _is_of_opening(view: View, quantities: list[Quantity], n: int) -> bool:
    """ "Of the 6,400 killings, 78 per cent took place at night": a share of what the sentence opens with."""
    quantity = quantities[n]
    if n == 0 or quantity.kind is not Kind.SHARE or quantity.noun or quantities[n - 1].kind is not Kind.COUNT:
        return False
    edge = before_hedges(view, quantities[n - 1].i) - 1
    while view.is_(edge, "determiner"):
        edge -= 1
    return n == 1 and edge <= 1 and view.lower(edge) in ("of", "among")


def _is_of_sum(view: View, quantities: list[Quantity], scope: Scope, n: int) -> bool:
    """ "Of the $3 million required, 40 per cent has been received": a share without a noun, after a sum of money."""
    quantity = quantities[n]
    if n == 0 or quantity.kind is not Kind.SHARE or quantity.noun or quantities[n - 1].kind is not Kind.MONEY:
        return False
    told = any(view.is_(k, "money_verb") for k in scope.clauses.clauses[scope.clause].tokens)
    return told or is_part(view, quantity.i)


def _is_other(view: View, quantity: Quantity) -> bool:
    """ "16 others", "the number fell by 19 per cent", a number without a noun of its own."""
    noun = quantity.noun
    if noun is None:
        likely = quantity.kind is Kind.SHARE and view.is_(quantity.j, "odds")  # "a 35 per cent chance"
        return quantity.unit in _OPEN and quantity.rules.get("unit") not in _TOLD and not likely
    if view.is_(noun.j - 1, "head_of", "any_total") and view.lower(noun.j) != "of" and quantity.unit in _OPEN:
        return True
    return view.lower(noun.j - 1) == "others" or quantity.rules.get("noun") in _BORROWED


def _has_noun_of_another(quantities: list[Quantity], n: int) -> bool:
    """ "7,800 people fled; 45 per cent are women": the share is of those who were counted."""
    noun = quantities[n].noun
    shared = noun is not None and any(q.noun == noun for q in quantities[:n])
    return shared and quantities[n].kind is not Kind.COUNT


def _is_sort(view: View, quantities: list[Quantity], n: int) -> bool:
    """ "45 per cent are women": a sort of those who were counted before, and no more than they."""
    quantity = quantities[n]
    if quantity.noun is None or not view.is_(quantity.noun.j - 1, "sort_of_people"):
        return False
    if quantity.kind is not Kind.COUNT:
        return True
    whole = next((q for q in reversed(quantities[:n]) if q.kind is Kind.COUNT and q.unit == quantity.unit), None)
    most = whole.value if whole else view.context.previous_value
    return most is None or quantity.value is None or quantity.value <= most


def _has_pronoun(view: View, quantity: Quantity, scope: Scope) -> bool:
    """ "They are up 60 per cent", "half of them", "they came by the tens of thousands"."""
    if view.lower(quantity.j) == "of" and view.is_(quantity.j + 1, "people_pronoun"):
        return True
    clause = scope.clauses.clauses[scope.clause]
    first = next((k for k in clause.tokens if not view.is_(k, "adverb", "conjunction")), -1)
    return (
        view.is_(first, "people_pronoun")
        and first < quantity.i
        and (quantity.noun is None or quantity.kind is not Kind.COUNT)
    )
