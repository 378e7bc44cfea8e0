"""The figure that another one is a part of, or speaks of again: "including 300 children", "of whom 40", "16 others"."""

from __future__ import annotations

from figx.appeals import is_of_appeal, is_of_sum, repeats_sum
from figx.categories import Category, Inherited
from figx.clauses import Sort
from figx.figure import Kind, Role
from figx.quantity import Quantity
from figx.scope import Scope
from figx.subjects import before_hedges, is_part
from figx.view import View
from figx.wholes import opening_group

_PEOPLE = frozenset({"person", "household"})
_OPEN = _PEOPLE | {"", "percent"}
_THINGS = frozenset({"building", "case", "country", "home", "shelter"})  # no part of people
_TOLD = frozenset({"figx.noun.person-verb"})
_ASIDE = 2  # tokens from a bracket to the number in it
_BORROWED = frozenset({"figx.noun.earlier", "figx.noun.magnitude", "figx.noun.others"})


def antecedent_of(
    view: View, quantities: list[Quantity], scope: Scope, known: list[Category], n: int
) -> Inherited | None:
    """The category of the figure that the one at `n` is a part or a repeat of; `known` are those of the figures before it.

    None where there is no such figure, or where nothing was said of it.
    """
    quantity = quantities[n]
    if quantity.kind is Kind.MONEY:
        return _of_sum_before(view, quantities, scope, known, n)
    if quantity.kind not in (Kind.COUNT, Kind.SHARE, Kind.MULTIPLE):
        return None
    if _is_apposition(quantities, scope, n):
        return Inherited(known[n - 1], part=True) if not known[n - 1].open else None
    if _is_of_opening(view, quantities, n) and not known[0].open:
        return Inherited(known[0], part=True)
    if _is_bracketed(view, quantities, scope, n) or _is_of_people(view, quantities, n):
        return Inherited(known[n - 1], part=False) if not known[n - 1].open else None
    if of_sum := _share_of_sum(view, quantities, scope, known, n):
        return of_sum
    if _is_included(view, quantity):
        whole = _nearest(quantities, known, n) or _before_sentence(view)
        return Inherited(whole, part=True) if whole else None
    if group := opening_group(view, quantity, scope):
        return Inherited(group, part=True)
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
        return Inherited(before, part=_is_of_them(view, quantity)) if before else None
    return None


def _of_sum_before(
    view: View, quantities: list[Quantity], scope: Scope, known: list[Category], n: int
) -> Inherited | None:
    """ "That brings the total to $9 million": what the sum before it is for, in its sentence or the one before."""
    told = known[n - 1].name == "funding" if n else view.context.funding
    if is_of_appeal(view, quantities[n], scope, told=told):
        return Inherited(Category("funding", "appeal", rule="figx.appeal"), part=False)
    if not repeats_sum(view, quantities[n], scope):
        return None
    m = next((m for m in range(n - 1, -1, -1) if quantities[m].kind is Kind.MONEY), None)
    if m is not None:
        return Inherited(known[m], part=False) if known[m].name == "funding" else None
    return _funding_before(view) if not is_part(view, quantities[n].i) else None


def _funding_before(view: View) -> Inherited | None:
    return Inherited(Category("funding", rule="figx.context"), part=False) if view.context.funding else None


def _share_of_sum(
    view: View, quantities: list[Quantity], scope: Scope, known: list[Category], n: int
) -> Inherited | None:
    """The category of the sum that a share is of, in its sentence or the one before."""
    if not is_of_sum(view, quantities[n], quantities[n - 1] if n else None, scope):
        return None
    if n == 0:
        return _funding_before(view)
    of = known[n - 1]
    return Inherited(Category("money", of.term, rule="figx.share.money") if of.open else of, part=False, over=True)


def _is_bracketed(view: View, quantities: list[Quantity], scope: Scope, n: int) -> bool:
    """ "12,400 displaced families (62,000 people)": the bracket counts the same people in another unit."""
    here, before, clause = quantities[n], quantities[n - 1], scope.clauses.clauses[scope.clause]
    if n == 0 or here.kind is not Kind.COUNT or here.unit not in _PEOPLE or view.word(clause.start) not in ("(", "["):
        return False
    end = before.noun.j if before.noun and before.noun.i >= before.j else before.j
    other = before.kind is Kind.SHARE or (before.unit in _PEOPLE and before.unit != here.unit)
    return other and clause.start == end and before_hedges(view, here.i) - clause.start <= _ASIDE


def _is_of_people(view: View, quantities: list[Quantity], n: int) -> bool:
    """ "67,300 displaced people from 13,500 families": the families of those who were counted."""
    here, before = quantities[n], quantities[n - 1]
    if n == 0 or here.unit != "household" or before.unit != "person" or not before.noun or before.noun.i < before.j:
        return False
    return before_hedges(view, here.i) - before.noun.j == 1 and view.is_(before.noun.j, "of_families")


def _is_included(view: View, quantity: Quantity) -> bool:
    """ "This includes 4,900 people from Gao": a part of what was counted before, or the line below a total."""
    k = before_hedges(view, quantity.i) - 1
    while view.is_(k, "determiner"):
        k -= 1
    if not view.is_(k, "including_verb"):
        return False
    subject = [m for m in range(k) if not view.is_punctuation(m) and not view.is_(m, "auxiliary", "adverb")]
    return all(view.is_(m, "determiner", "any_total", "sum_pronoun", "people_pronoun") for m in subject)


def _is_of_them(view: View, quantity: Quantity) -> bool:
    """ "22,500 of them": a part of those who were named."""
    return (
        quantity.kind is Kind.COUNT
        and quantity.unit in _PEOPLE
        and view.lower(quantity.j) == "of"
        and view.is_(quantity.j + 1, "people_pronoun")
    )


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
    context = view.context
    found = context.previous and not context.row
    return Category(context.previous, context.previous_term, rule="figx.context") if found else None


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
    quantity, opening = quantities[n], quantities[0]
    if n == 0 or any(q.kind is not Kind.SHARE for q in quantities[1 : n + 1]) or opening.kind is not Kind.COUNT:
        return False
    if quantity.noun and quantity.noun.i >= quantity.j:
        return False
    edge = before_hedges(view, opening.i) - 1
    while view.is_(edge, "determiner"):
        edge -= 1
    return edge in (0, 1) and view.lower(edge) in ("of", "among")


def _is_other(view: View, quantity: Quantity) -> bool:
    """ "16 others", "the number fell by 19 per cent", a number without a noun of its own."""
    noun = quantity.noun
    if quantity.kind is Kind.MULTIPLE and (noun is None or view.is_(noun.j - 1, "any_total")):
        return True  # "240,000 migrants, double the number in 2018"
    if noun is None and quantity.unit in _PEOPLE and _is_gapped(view, quantity):
        return True
    if noun is None:
        likely = quantity.kind is Kind.SHARE and view.is_(quantity.j, "odds")  # "a 35 per cent chance"
        return quantity.unit in _OPEN and quantity.rules.get("unit") not in _TOLD and not likely
    if view.is_(noun.j - 1, "head_of", "any_total") and view.lower(noun.j) != "of" and quantity.unit in _OPEN:
        return True
    return view.lower(noun.j - 1) == "others" or quantity.rules.get("noun") in _BORROWED


def _is_gapped(view: View, quantity: Quantity) -> bool:
    """ "28 died in Chad and five in Mali": what is said of the first is said of the second."""
    k = before_hedges(view, quantity.i) - 1
    return (
        view.lower(k) in ("and", ",", ";") and view.is_(quantity.j, "inside") and not view.is_(quantity.j + 1, "pronoun")
    )


def _has_noun_of_another(quantities: list[Quantity], n: int) -> bool:
    """ "7,800 people fled; 45 per cent are women": the share is of those who were counted."""
    noun = quantities[n].noun
    shared = noun is not None and any(q.noun == noun for q in quantities[:n])
    return shared and quantities[n].kind is not Kind.COUNT


def _is_sort(view: View, quantities: list[Quantity], n: int) -> bool:
    """ "45 per cent are women": a sort of those who were counted before, and no more than they."""
    quantity = quantities[n]
    if not _has_sort(view, quantity) or _is_owned(view, quantity):
        return False
    if quantity.kind is not Kind.COUNT:
        return True
    counts = [q for q in reversed(quantities[:n]) if q.kind is Kind.COUNT and q.unit == quantity.unit]
    whole = next((q for q in counts if not _has_sort(view, q)), None)
    most = whole.value if whole else view.context.previous_value
    if most is None and counts:
        most = counts[0].value
    return most is None or quantity.value is None or quantity.value <= most


def _has_sort(view: View, quantity: Quantity) -> bool:
    return quantity.noun is not None and view.is_(quantity.noun.j - 1, "sort_of_people")


def _is_owned(view: View, quantity: Quantity) -> bool:
    """ "The school has 300 children": of a subject of its own, which nothing was said of before."""
    k = before_hedges(view, quantity.i) - 1
    owner = view.word(k - 1)[:1].isalpha() and not view.is_(k - 1, "pronoun", "determiner", "any_total", "adverb")
    return view.is_(k, "have") and k > 0 and owner


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
