"""Places for refugees: visas under a programme for them, and numbers that are set as the goal of their admission."""

from __future__ import annotations

from figx.categories import Category
from figx.figure import Kind, Status
from figx.quantity import Quantity
from figx.scope import Near, Scope
from figx.view import View

_LEAST = 1000  # a number alone in a document about the admission of refugees that may be a target for it
_OPEN = frozenset({"migrant", "people", "other"})
_LABEL = 6  # tokens before a number in which its limit is named: "a planning level for this year of 7,750 visas"
_TOLD = frozenset({"figx.auxiliary", "en.status.target"})


def visas_for_refugees(view: View, quantity: Quantity, scope: Scope, category: Category) -> Category | None:
    """ "Under the Humanitarian Program 5,200 visas were granted": the programme is named in the sentence or above it."""
    noun = quantity.noun
    counts = quantity.unit == "visa" or (noun is not None and view.is_(noun.j - 1, "granted_place"))
    if quantity.kind is not Kind.COUNT or not counts or category.name not in _OPEN or view.context.row:
        return None
    if noun is not None and any(view.is_(k, "other_visa") for k in range(noun.i, noun.j)):
        return None
    programme = _programme(view, quantity, scope)
    if not programme:
        return None
    if limit := _limit(view, quantity, scope):
        return Category("refugee_cap", "target", view.raw(limit, limit + 1), "figx.programme")
    return Category("resettled", "resettled", programme, "figx.programme")


def _programme(view: View, quantity: Quantity, scope: Scope) -> str:
    """The words that name a programme for refugees, nearest first; "" where another stream of migration stands as near."""
    topic, other = view.rules.programme_words, view.rules.stream_words
    named = [m for m in topic.finditer(view.text) if m.start() < quantity.start]
    others = [m for m in other.finditer(view.text) if m.start() < quantity.start]
    if named or others:
        return named[-1].group() if named and (not others or others[-1].start() < named[-1].start()) else ""
    beside = view.raw(scope.right.start, scope.right.stop)
    for text in (beside, view.text, view.context.before, *view.context.headings, view.facts.title):
        if other.search(text):
            return ""
        if found := topic.search(text):
            return found.group()
    return "programme" if view.facts.programme else ""


def _limit(view: View, quantity: Quantity, scope: Scope) -> int | None:
    """The word that makes the number a limit or goal: "the target of 420 visas", "a planning level of 7,750 visas"."""
    before = range(max(scope.left.start, quantity.i - _LABEL), quantity.i)
    return next((k for k in reversed(before) if view.is_(k, "limit_word")), None)


def is_target(view: View, quantity: Quantity, scope: Scope, category: str, status: Status, rule: str) -> bool:
    """Whether it is a target for the admission of refugees: "next year we will admit 85,000"; `rule` told the status."""
    admissions = view.facts.admissions
    if category == "resettled":
        planned = any(view.is_(k, "plan_noun") and view.is_(k + 1, "be") for k in _own(scope, quantity))
        return status is Status.TARGET or planned or (admissions and status is Status.PROJECTED)
    if category == "refugee" and status in (Status.TARGET, Status.PROJECTED):
        return (admissions and rule in _TOLD) or any(view.is_(k, "admission") for k in range(len(view)))
    if not admissions or status in (Status.NEGATED, Status.REQUIRED):
        return False
    if (
        category == "other" and not quantity.unit
    ):  # "we propose to go from 70,000 to 85,000", "the 10,000 that we announced"
        large = quantity.value is not None and quantity.value >= _LEAST
        return large and (
            status is Status.TARGET or (quantity.noun is None and _is_planned(view, quantity, scope, status))
        )
    if category == "refugee":  # "could you go beyond 10,000 refugees next year?"
        return _is_to_come(view, quantity, scope)
    return category == "people" and _is_people(view, quantity) and _is_goal(view, quantity)


def _own(scope: Scope, quantity: Quantity) -> list[int]:
    return [k for k in scope.clauses.clauses[scope.clause].tokens if k < quantity.i]


def _is_planned(view: View, quantity: Quantity, scope: Scope, status: Status) -> bool:
    return _is_set(view, scope) or (status is Status.PROJECTED and _moves(view, quantity, scope))


def _is_set(view: View, scope: Scope) -> bool:
    """ "The 10,000 that we announced": somebody has set it."""
    clauses = scope.clauses
    set_ = (k for k in range(len(view)) if view.is_(k, "setting") and clauses.forms[k])
    return any(scope.near(k, k + 1) <= Near.CLAUSE or clauses.at(k).start == scope.phrase.stop for k in set_)


def _is_to_come(view: View, quantity: Quantity, scope: Scope) -> bool:
    """Whether it is a number to go to in a time to come, and nothing else is told of it."""
    tokens = scope.clauses.clauses[scope.clause].tokens
    return _moves(view, quantity, scope) and any(view.is_(k, "coming") and view.is_(k + 1, "time_noun") for k in tokens)


def _moves(view: View, quantity: Quantity, scope: Scope) -> bool:
    return any(view.is_(k, "admission_move") and not view.is_past(k) for k in _own(scope, quantity)[-_LABEL:])


def _is_people(view: View, quantity: Quantity) -> bool:
    """Whether the noun says no more than what people they are: "people", "Syrians"."""
    noun = quantity.noun
    if noun is None or quantity.unit not in ("person", "household"):
        return False
    form = view.noun(noun.j - 1)
    return view.is_(noun.j - 1, "any_people") or (form is not None and form.proper)


def _is_goal(view: View, quantity: Quantity) -> bool:
    """ "A goal of 10,000 Syrians": the limit is said right of this number."""
    of = next((k for k in range(quantity.i - 1, max(-1, quantity.i - _LABEL), -1) if view.lower(k) == "of"), -1)
    return of > 0 and view.is_(of - 1, "limit_word")
