"""What a figure means: category, status, role, trend, places and time, from the words of its sentence."""

from __future__ import annotations

from dataclasses import dataclass, field

from figx.categories import category_of
from figx.changes import change_of
from figx.figure import Kind, Role, Status, Trend
from figx.locations import places_of
from figx.quantity import Quantity
from figx.scope import Scope, scope_of
from figx.statuses import status_of
from figx.times import time_of
from figx.view import View

# How far a place lies holds at any time.
_LENGTHS = frozenset({"kilometer", "mile", "meter", "nautical_mile", "yard"})


@dataclass(slots=True)
class Claim:
    """The meaning of one figure; `rules` and `words` map a field to what decided it."""

    category: str = "other"
    status: Status = Status.ACTUAL
    role: Role = Role.LEVEL
    trend: Trend | None = None
    places: tuple[str, ...] = ()
    time: str = ""
    term: str = ""
    rules: dict[str, str] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    flags: list[str] = field(default_factory=list)


def read_claim(view: View, quantity: Quantity, quantities: list[Quantity]) -> Claim:
    """The claim that `quantity` makes, one of the `quantities` of its sentence."""
    scope = scope_of(view, quantity, quantities)
    claim = Claim()
    claim.category, claim.term, rule = category_of(view, quantity, scope)
    claim.rules["category"], claim.words["category"] = rule, claim.term
    borrowed = view.context.row or quantity.rules.get("unit") == "figx.noun.context"
    if borrowed and view.context.category and claim.category in ("people", "other", ""):
        claim.category, claim.rules["category"] = view.context.category, "figx.context"
    claim.status, claim.words["status"], claim.rules["status"] = status_of(view, quantity, scope)
    if claim.status is Status.ACTUAL and (joined := _joined_before(view, quantity, quantities)):
        joined_scope = scope_of(view, joined, quantities)
        claim.status, claim.words["status"], claim.rules["status"] = status_of(view, joined, joined_scope)
    if claim.category == "refugee_cap" and claim.status is Status.ACTUAL:
        claim.status = Status.TARGET
    claim.role, claim.trend, claim.rules["role"] = change_of(view, quantity, scope)
    claim.places, flags = places_of(view, quantity, quantities, scope)
    claim.flags += flags
    if not (quantity.kind is Kind.MEASURE and quantity.unit in _LENGTHS and claim.role is Role.LEVEL):
        claim.time = _time(view, quantity, quantities, scope)
    claim.rules = {key: rule for key, rule in claim.rules.items() if rule}
    return claim


def _joined_before(view: View, quantity: Quantity, quantities: list[Quantity]) -> Quantity | None:
    """The first figure of the list that this one stands in: no verb between them, so what is said of one is said of both."""
    first = None
    n = next(k for k, other in enumerate(quantities) if other is quantity)
    while n > 0:
        before, here = quantities[n - 1], quantities[n]
        if any(
            view.is_(k, "verb", "auxiliary", "subordinator") or view.word(k) == ";" for k in range(before.j, here.i)
        ):
            break
        first = before
        n -= 1
    return first


def _time(view: View, quantity: Quantity, quantities: list[Quantity], scope: Scope) -> str:
    whole = scope.whole
    if not whole:
        return time_of(view, quantity, quantities, 0, len(view.text))
    low = view.offsets[whole.start][0]
    high = view.offsets[min(whole.stop, len(view)) - 1][1]
    return time_of(view, quantity, quantities, low, high)
