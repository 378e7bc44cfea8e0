"""How alike two claims are, in points with their reasons, and what forbids to compare them.

The points are a table: read it to know what `figx diff` goes by. The value is not in it, nor where in the text a figure stands.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from figx.compare.claim import Claim
from figx.compare.wordlists import WORLD
from figx.figure import Figure, Flow, Role, Status
from figx.taxonomy import load_taxonomy

ENOUGH = 40  # points from which two claims are taken for one

POINTS = {
    "same category, one that says who or what": 30,
    "same category, of many things": 15,  # funding, people in need, hosts, housing
    "same unit, one that says what": 15,  # office, boat, procedure; not person, percent or a currency
    "same noun": 20,
    "the noun of one in that of the other": 12,  # "migrant arrivals" and "migrants"
    "same modifiers of the noun": 10,  # in proportion to those in common
    "another noun": -12,
    "another noun, of people in the same category": -4,
    "same reporting term": 15,
    "like terms": 10,  # "forced to flee" and "displaced"
    "same places": 20,
    "some places in common": 8,
    "no places in either": 5,
    "places in one alone": -20,
    "same region": 15,
    "a region in one alone": -12,
    "names in common": 10,  # in proportion
    "other names": -15,
    "words in common": 22,  # of the figures' own parts of their sentences, in proportion
    "no words in common": -10,
    "sentences alike": 10,  # in proportion
    "same wording but for the numbers": 50,
    "same flow": 5,
    "same period": 10,
    "same status, not actual": 5,
}

_TELLING = frozenset({
    "refugee_cap", "resettled", "returned", "idp", "asylum_seeker", "refugee", "stateless", "displaced", "migrant", "casualty",
})  # fmt: skip
_BROAD = frozenset({"in_need", "host", "housing", "funding"})
_OTHER = frozenset({"people", "money", "other"})
_COMMON_UNITS = frozenset({"person", "household", "country", "home", "percent", "times"})
_SOME = 2
_LEVELS = frozenset({Role.LEVEL, Role.TO})


class Reason(NamedTuple):
    """A row of the table that applies, with what it was found in."""

    points: int
    what: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two claims compared: `points` as the table gives them, and the fields that forbid a comparison, in a fixed order.

    The order of the two does not matter. A claim compared with itself has the most points that it can have.
    """

    points: int
    barriers: tuple[str, ...]
    reasons: tuple[Reason, ...]

    @property
    def fits(self) -> bool:
        """Whether the two may be the same claim."""
        return not self.barriers and self.points >= ENOUGH


def compare(a: Claim, b: Claim) -> Comparison:
    """What speaks for and against `a` and `b` being one claim.

    >>> import figx
    >>> from figx.compare.claim import claims_of
    >>> old, new = claims_of(figx.extract("Some 95 million people were displaced. 122 million people are forcibly displaced."))
    >>> compare(old, new).fits
    True
    >>> cap, actual = claims_of(figx.extract("The ceiling is 125,000 refugees. We resettled 60,014 refugees."))
    >>> compare(cap, actual).barriers
    ('category', 'status')
    """
    barriers = tuple(name for name, forbids in _BARRIERS.items() if forbids(a.figure, b.figure))
    if "place" not in barriers and _other_region(a, b):
        barriers = (*barriers, "place")
    reasons = [
        *_category(a, b), *_unit(a, b), *_noun(a, b), *_term(a, b), *_places(a, b), *_region(a, b), *_words(a, b), *_rest(a, b),
    ]  # fmt: skip
    return Comparison(sum(reason.points for reason in reasons), barriers, tuple(reasons))


# -- what forbids ------------------------------------------------------------------------------------------------------


def _apart(a: Collection[str], b: Collection[str]) -> bool:
    return bool(a) and bool(b) and set(a).isdisjoint(b)


def _other_category(a: Figure, b: Figure) -> bool:
    return a.category != b.category and not ({a.category, b.category} & _OTHER)


def _other_unit(a: Figure, b: Figure) -> bool:
    if a.unit == b.unit:
        return False
    # Asylum seekers are counted as persons or as applications, migrants as persons or as arrivals.
    by_procedure = a.category == b.category and a.category in _TELLING and "person" in (a.unit, b.unit)
    return not by_procedure or "household" in (a.unit, b.unit)


def _other_region(a: Claim, b: Claim) -> bool:
    """Parts of the world, or one of them or the whole against a country."""
    if a.regions and b.regions:
        return _apart(a.regions, b.regions)
    world, country = (a, b) if WORLD in a.regions else (b, a)
    return WORLD in world.regions and bool(country.figure.places) and not world.figure.places


def _other_flow(a: Figure, b: Figure) -> bool:
    return a.flow != b.flow and Flow.OPEN not in (a.flow, b.flow)


def _other_role(a: Figure, b: Figure) -> bool:
    return a.role != b.role and not {a.role, b.role} <= _LEVELS


def _other_term(a: Figure, b: Figure) -> bool:
    if a.term == b.term or a.category != b.category:
        return False
    terms = _main_terms()
    return a.term in terms and b.term in terms and terms[a.term] != terms[b.term]


@cache
def _main_terms() -> dict[str, str]:
    """Each reporting term with the one that it is compared as."""
    return {term: definition.like or term for term, definition in load_taxonomy().terms.items()}


# In the order in which they are named to the user. Two figures that differ in one of these are never compared.
_BARRIERS: dict[str, Callable[[Figure, Figure], bool]] = {
    "category": _other_category,
    "kind": lambda a, b: a.kind != b.kind,
    "unit": _other_unit,
    "term": _other_term,
    "place": lambda a, b: _apart(a.places, b.places),
    "status": lambda a, b: a.status != b.status,
    "flow": _other_flow,
    "role": _other_role,
}


# -- what speaks for and against ---------------------------------------------------------------------------------------


def _found(what: str, detail: str = "", share: float = 1.0) -> list[Reason]:
    points = round(POINTS[what] * share)
    return [Reason(points, what, detail)] if points else []


def _dice(a: Collection[str], b: Collection[str]) -> float:
    return 2 * len(set(a) & set(b)) / (len(a) + len(b)) if a and b else 0.0


def _listed(words: Collection[str]) -> str:
    return ", ".join(sorted(words))


def _category(a: Claim, b: Claim) -> list[Reason]:
    category = a.figure.category
    if category != b.figure.category or category in _OTHER:
        return []
    if category in _BROAD:
        return _found("same category, of many things", category)
    return _found("same category, one that says who or what", category)


def _unit(a: Claim, b: Claim) -> list[Reason]:
    unit = a.figure.unit
    if unit != b.figure.unit or not unit or unit in _COMMON_UNITS or a.figure.kind == "money":
        return []
    return _found("same unit, one that says what", unit)


def _noun(a: Claim, b: Claim) -> list[Reason]:
    shared = a.modifiers & b.modifiers
    alike = _found("same modifiers of the noun", _listed(shared), _dice(a.modifiers, b.modifiers))
    if not a.head or not b.head:
        return alike
    if a.head == b.head:
        return _found("same noun", a.figure.noun) + alike
    if a.head in b.modifiers or b.head in a.modifiers:
        return _found("the noun of one in that of the other", f"{a.figure.noun} | {b.figure.noun}")
    both = f"{a.figure.noun} | {b.figure.noun}"
    if a.figure.category == b.figure.category and a.figure.category in _TELLING:
        return _found("another noun, of people in the same category", both) + alike
    return _found("another noun", both) + alike


def _term(a: Claim, b: Claim) -> list[Reason]:
    first, second = a.figure.term, b.figure.term
    if not first or not second or a.figure.category != b.figure.category:
        return []
    terms = _main_terms()
    if first == second:  # other words than reporting terms are those of the noun or the category once more
        return _found("same reporting term", first) if first in terms else []
    if terms.get(first, first) == terms.get(second, second):
        return _found("like terms", f"{first} | {second}")
    return []


def _places(a: Claim, b: Claim) -> list[Reason]:
    first, second = set(a.figure.places), set(b.figure.places)
    if not first and not second:
        return _found("no places in either")
    if not first or not second:
        return _found("places in one alone", _listed(first | second))
    if first == second:
        return _found("same places", _listed(first))
    return _found("some places in common", _listed(first & second)) if first & second else []


def _region(a: Claim, b: Claim) -> list[Reason]:
    if a.regions and b.regions:
        return _found("same region", _listed(a.regions & b.regions)) if a.regions & b.regions else []
    either = (a.regions | b.regions) - {WORLD}  # the world is where a figure that names nothing is about, too
    return _found("a region in one alone", _listed(either)) if either else []


def _words(a: Claim, b: Claim) -> list[Reason]:
    reasons: list[Reason] = []
    if a.names & b.names:
        reasons += _found("names in common", _listed(a.names & b.names), _dice(a.names, b.names))
    elif a.names and b.names:
        reasons += _found("other names", f"{_listed(a.names)} | {_listed(b.names)}")
    if a.near & b.near:
        reasons += _found("words in common", _listed(a.near & b.near), _dice(a.near, b.near))
    elif min(len(a.near), len(b.near)) >= _SOME:
        reasons += _found("no words in common")
    reasons += _found("sentences alike", _listed((a.around & b.around) - a.near), _dice(a.around, b.around))
    if a.wording == b.wording:
        reasons += _found("same wording but for the numbers")
    return reasons


def _rest(a: Claim, b: Claim) -> list[Reason]:
    reasons: list[Reason] = []
    if a.figure.flow and a.figure.flow == b.figure.flow:
        reasons += _found("same flow", a.figure.flow)
    if (period := period_of(a.figure)) and period == period_of(b.figure):
        reasons += _found("same period", a.figure.time)
    if a.figure.status == b.figure.status != Status.ACTUAL:
        reasons += _found("same status, not actual", a.figure.status)
    return reasons


def period_of(figure: Figure) -> tuple[str, ...]:
    """What two figures of the same period have in common: the days, the fiscal year, else the words; () where none is named.

    >>> period_of(Figure(text="3", value=None, start=0, end=1, time="In fiscal year 2022", fiscal_year=2022))
    ('2022',)
    """
    if figure.fiscal_year:
        return (str(figure.fiscal_year),)
    if figure.period_start or figure.period_end:
        return figure.period_start or "", figure.period_end or ""
    return (figure.time.casefold(),) if figure.time else ()
