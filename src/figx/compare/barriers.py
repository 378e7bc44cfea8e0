"""What forbids to compare two claims, whatever else they have in common."""

from __future__ import annotations

from collections.abc import Callable

from figx.compare.claim import Claim
from figx.compare.wordlists import WORLD, wordlists
from figx.figure import Flow, Kind, Role

OTHER = frozenset({"people", "money", "other"})  # categories of all sorts of things
TELLING = frozenset({
    "refugee_cap", "resettled", "returned", "idp", "asylum_seeker", "refugee", "stateless", "displaced", "migrant", "casualty",
})  # fmt: skip
_OF_PEOPLE = frozenset({"person", "household", "percent"})
_LEVELS = frozenset({Role.LEVEL, Role.TO})


def forbidden(a: Claim, b: Claim) -> bool:
    """Whether any field forbids to compare the two."""
    return any(forbids(a, b) for forbids in _FORBIDS)  # the first that does ends it


def barrier_between(a: Claim, b: Claim) -> str:
    """The one field that forbids to compare two claims, "" where there is none or more than one."""
    found = ""
    for name, forbids in BARRIERS.items():
        if forbids(a, b):
            if found:
                return ""
            found = name
    return found


def _other_category(a: Claim, b: Claim) -> bool:
    return a.kin != b.kin and a.kin not in OTHER and b.kin not in OTHER


def _other_unit(a: Claim, b: Claim) -> bool:
    if a.figure.kind is Kind.SHARE and a.households is not b.households and a.figure.noun and b.figure.noun:
        return True
    if a.figure.unit == b.figure.unit:
        return False
    # Asylum seekers are counted as persons or as applications, migrants as persons or as arrivals.
    persons = wordlists().counts_persons
    return a.kin != b.kin or a.kin not in TELLING or a.figure.unit not in persons or b.figure.unit not in persons


def _other_place(a: Claim, b: Claim) -> bool:
    """Other countries, other parts of the world, or the whole of it against a country."""
    if a.places and b.places:
        # People in Germany from Ukraine are not those in Poland from Ukraine; what counts offices in three countries
        # may count them in four of others later.
        either = bool(a.places - b.places) and bool(b.places - a.places)
        return either if a.figure.unit in _OF_PEOPLE or a.figure.kind is Kind.MONEY else a.places.isdisjoint(b.places)
    if a.regions and b.regions:
        return a.regions.isdisjoint(b.regions)
    return (WORLD in a.regions and bool(b.places)) or (WORLD in b.regions and bool(a.places))


def _other_flow(a: Claim, b: Claim) -> bool:
    first, second = a.figure.flow, b.figure.flow
    return first is not second and first is not Flow.OPEN and second is not Flow.OPEN


def _other_role(a: Claim, b: Claim) -> bool:
    first, second = a.figure.role, b.figure.role
    return first is not second and not (first in _LEVELS and second in _LEVELS)


# In the order in which they are named to the user. Two figures that differ in one of these are never compared.
BARRIERS: dict[str, Callable[[Claim, Claim], bool]] = {
    "category": _other_category,
    "kind": lambda a, b: a.figure.kind is not b.figure.kind,
    "unit": _other_unit,
    "term": lambda a, b: bool(a.term and b.term) and a.term != b.term and a.figure.category == b.figure.category,
    "place": _other_place,
    "status": lambda a, b: a.figure.status is not b.figure.status,
    "flow": _other_flow,
    "role": _other_role,
}

_FORBIDS = tuple(BARRIERS.values())
