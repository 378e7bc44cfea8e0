"""What sort of statement a figure is: its status, in a first form."""

from __future__ import annotations

from figx.cues import cue_meaning
from figx.figure import Kind, Status
from figx.quantity import Quantity
from figx.scope import Scope
from figx.view import Match, View

_MONEY_ONLY = frozenset({Status.PLEDGED, Status.REQUIRED})


def status_of(view: View, quantity: Quantity, scope: Scope) -> tuple[Status, str, str]:
    """The status, the words and the rule that decided it; `actual` where no cue stands in the clause."""
    best: tuple[int, Status, Match] | None = None
    for match in view.matches:
        cue = cue_meaning(view, match, "status")
        if cue is None or not scope.holds(match.i, match.j):
            continue
        status = Status(cue)
        if not _applies(status, quantity):
            continue
        before = match.j <= scope.left.stop
        distance = scope.distance(match.i, match.j) + (0 if before else 3)
        if best is None or distance < best[0]:
            best = (distance, status, match)
    if best is None:
        return Status.ACTUAL, "", ""
    return best[1], view.raw(best[2].i, best[2].j), best[2].rule


def _applies(status: Status, quantity: Quantity) -> bool:
    money = quantity.kind in (Kind.MONEY, Kind.MEASURE)
    if status in _MONEY_ONLY:
        return money
    return not (quantity.kind is Kind.MONEY and status is Status.TARGET)
