"""What is there already, whatever will be done with it: gifts before, the whole of a part, those who decide something."""

from __future__ import annotations

from figx.figure import Kind
from figx.quantity import Quantity
from figx.scope import Scope
from figx.subjects import before_hedges
from figx.verbs import Form
from figx.view import View

_TO_COME = frozenset({"person", "household", "home", "shelter"})  # "300 families will need food" tells of the families


def is_earlier(view: View, scope: Scope) -> bool:
    """ "adding to their previous contribution of $10 million": what went before is done."""
    k = before_hedges(view, scope.phrase.start) - 1
    earlier = next((m for m in range(max(0, k - 3), k) if view.is_(m, "previous")), None)
    return view.lower(k) == "of" and earlier is not None and view.lower(earlier - 1) not in ("a", "an")


def is_known(view: View, quantity: Quantity, scope: Scope) -> bool:
    """ "join up their two buildings", "13 of the 18", "20 miles south of": what is there, whatever will be done with it."""
    if quantity.kind is Kind.MEASURE:
        return view.is_(quantity.j, "direction")
    if quantity.kind is not Kind.COUNT:
        return False
    return any(
        _is_whole(view, k) or (view.is_(k, "owned") and quantity.unit not in _TO_COME)
        for k in (before_hedges(view, scope.phrase.start) - 1, scope.phrase.start - 1)
    )


def _is_whole(view: View, k: int) -> bool:
    """ "13 of the | 18", "out of the | 25"."""
    of = view.lower(k) == "the" and view.lower(k - 1) == "of"
    return of and (k - 2 in view.numerals or view.lower(k - 2) == "out")


def is_earned(view: View, quantity: Quantity, scope: Scope) -> bool:
    """ "those earning under $40,000 will pay": what they earn is what they have."""
    before = view.lower(before_hedges(view, scope.phrase.start) - 1)
    return quantity.kind is Kind.MONEY and before.endswith("ing")


def is_of_event(view: View, scope: Scope) -> bool:
    """ "The arrival of 240 people will add to the cost": they have come."""
    k = before_hedges(view, scope.phrase.start) - 1
    return view.lower(k) == "of" and view.is_(k - 1, "past_event") and view.is_(k - 2, "article")


def was_able(view: View, scope: Scope, k: int) -> bool:
    """ "could pay only 3,100 teachers": what was done, and no more, where the sentence tells nothing to come."""
    if view.lower(k) != "could" or scope.phrase.start < k:
        return False
    scant = view.is_(k + 1, "scant") or view.is_(scope.phrase.start - 1, "scant")
    hints = [m for m in range(len(view)) if view.lower(m) != "could"]
    return scant and not any(view.is_(m, "future", "possibility", "supposing", "to_come") for m in hints)


def is_there(view: View, quantity: Quantity, scope: Scope, verb: int) -> bool:
    """ "the ten agencies will need more staff": what is to come is the staff, the agencies are known."""
    subject = scope.phrase.start < verb and scope.clauses.forms[verb] is not Form.PASSIVE
    if (
        not subject
        or quantity.kind is not Kind.COUNT
        or quantity.unit in _TO_COME
        or not view.is_(verb, "of_the_known")
    ):
        return False
    words = range(max(0, before_hedges(view, scope.phrase.start) - 1), scope.phrase.start)
    return quantity.unit == "country" or any(view.is_(k, "known_by") for k in words)
