"""What a figure means: its category, places and status, from the words of its sentence."""

from __future__ import annotations

from dataclasses import dataclass, field

from figx.figure import Kind, Role, Status, Trend
from figx.quantity import Quantity
from figx.view import View


@dataclass(slots=True)
class Claim:
    """The meaning of one figure; `rules` maps a field to the rule that decided it."""

    category: str = "other"
    status: Status = Status.ACTUAL
    role: Role = Role.LEVEL
    trend: Trend | None = None
    places: tuple[str, ...] = ()
    time: str = ""
    term: str = ""
    rules: dict[str, str] = field(default_factory=dict)
    flags: list[str] = field(default_factory=list)


def read_claim(view: View, quantity: Quantity, quantities: list[Quantity]) -> Claim:
    """The claim that `quantity` makes, one of the `quantities` of its sentence."""
    claim = Claim(role=quantity.role)
    if quantity.kind is Kind.MONEY:
        claim.category = "money"
    elif quantity.unit in ("person", "household"):
        claim.category = "people"
    return claim
