"""How alike two claims are, in points with their reasons, and what forbids to compare them.

The points are a table: read it to know what `figx diff` goes by. The value is not in it, nor where in the text a figure stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from figx.compare.barriers import BARRIERS, OTHER, forbidden
from figx.compare.claim import Claim
from figx.compare.wordlists import WORLD, wordlists
from figx.figure import Kind, Status

ENOUGH = 40  # points from which two claims are taken for one

POINTS = {
    "same category, one that says who or what": 30,
    "same category, of many things": 15,  # funding, people in need, hosts, housing
    "same category, of all sorts": 10,  # people, money, other
    "same unit, one that says what": 15,  # office, boat, procedure; not person, percent or a currency
    "same noun": 20,
    "the noun of one in that of the other": 12,  # "migrant arrivals" and "migrants"
    "same modifiers of the noun": 10,  # in proportion to those in common
    "other modifiers of the noun": -6,  # "small businesses" and "new businesses"
    "another noun": -12,
    "another noun, of people to whom the same was done": -90,  # "aid workers" and "soldiers" killed
    "another noun, of people who move": -4,  # "migrants" and "passengers"
    "a group in one alone": -18,  # "children" and "people"
    "same reporting term": 15,
    "like terms": 10,  # "forced to flee" and "displaced"
    "same places": 20,
    "some places in common": 8,
    "no places in either": 6,
    "places in one alone": -12,
    "places in one alone, the other text is about them": -4,
    "same region": 15,
    "a region in one alone": -12,
    "names in common": 10,  # in proportion
    "other names": -20,
    "words in common": 30,  # of the figures' own parts of their sentences, in proportion
    "done the same with": 14,  # one of those words has synonyms that it was found by: gave, provided
    "done the opposite with": -60,  # arrived, left
    "no words in common": -5,
    "no words in common, and the category does not say what became of them": -24,
    "sentences alike": 10,  # in proportion
    "same wording but for the numbers": 50,
    "same flow": 5,
    "same period": 10,
    "same status, not actual": 5,
}

_SAYS_WHAT = frozenset({"resettled", "returned", "displaced", "idp", "casualty", "funding", "housing"})
_BROAD = frozenset({"in_need", "host", "housing", "funding"})
_COMMON_UNITS = frozenset({"person", "household", "country", "home", "percent", "times"})
_DONE_TO = frozenset({"resettled", "returned", "displaced", "idp", "casualty", "in_need"})
_SOME = 2
Detail = str | frozenset[str] | tuple["Detail", "Detail"]
Fact = tuple[str, float, Detail]  # a row of the table, the part of its points that is due, what it was found in


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two claims compared: `points` as the table gives them, and the fields that forbid a comparison, in a fixed order.

    The order of the two does not matter. A claim compared with itself has the most points that it can have. `reasons` are
    the rows of the table that apply: "+20 same noun: refugees".
    """

    points: int
    barriers: tuple[str, ...]
    reasons: tuple[str, ...]


def compare(a: Claim, b: Claim) -> Comparison:
    """What speaks for and against `a` and `b` being one claim.

    >>> import figx
    >>> from figx.compare.claim import claims_of
    >>> old, new = claims_of(figx.extract("Some 95 million people are displaced. 122 million people are forcibly displaced."))
    >>> compare(old, new).points >= ENOUGH
    True
    >>> cap, actual = claims_of(figx.extract("The ceiling is 125,000 refugees. We resettled 60,014 refugees."))
    >>> compare(cap, actual).barriers
    ('status',)
    """
    barriers = tuple(name for name, forbids in BARRIERS.items() if forbids(a, b))
    facts = list(_facts(a, b))
    return Comparison(sum(map(_points, facts)), barriers, tuple(_reason(fact) for fact in facts if _points(fact)))


def _reason(fact: Fact) -> str:
    detail = _said(fact[2])
    return f"{_points(fact):+} {fact[0]}{f': {detail}' if detail else ''}"


def _said(detail: Detail) -> str:
    # Put into words only where it is shown: most comparisons are not.
    if isinstance(detail, tuple):
        return f"{_said(detail[0])} | {_said(detail[1])}"
    return detail if isinstance(detail, str) else ", ".join(sorted(detail))


def likeness(a: Claim, b: Claim) -> int:
    """The points of two claims that may be compared, 0 where something forbids it or they are fewer than ENOUGH."""
    if forbidden(a, b):
        return 0
    points = points_of(a, b)
    return points if points >= ENOUGH else 0


def points_of(a: Claim, b: Claim) -> int:
    """What speaks for the two being one claim, less what speaks against it, whatever forbids to compare them."""
    return sum(map(_points, _facts(a, b)))


def _points(fact: Fact) -> int:
    return round(POINTS[fact[0]] * fact[1])


def _dice(a: frozenset[str], b: frozenset[str], shared: int) -> float:
    return 2 * shared / (len(a) + len(b))


def _facts(a: Claim, b: Claim) -> Iterator[Fact]:
    """The rows of the table that apply."""
    yield from _what(a, b)
    yield from _noun(a, b)
    yield from _where(a, b)
    yield from _words(a, b)
    first, second = a.figure, b.figure
    if first.flow and first.flow is second.flow:
        yield "same flow", 1, first.flow
    if a.period and a.period == b.period:
        yield "same period", 1, first.time
    if first.status is second.status and first.status is not Status.ACTUAL:
        yield "same status, not actual", 1, first.status


def _what(a: Claim, b: Claim) -> Iterator[Fact]:
    if a.kin == b.kin:
        if a.kin in OTHER:
            yield "same category, of all sorts", 1, a.kin
        elif a.kin in _BROAD:
            yield "same category, of many things", 1, a.kin
        else:
            yield "same category, one that says who or what", 1, a.kin
    unit = a.figure.unit
    # Where both have a noun it says the same once more.
    said = a.head and b.head
    if unit and unit == b.figure.unit and unit not in _COMMON_UNITS and a.figure.kind is not Kind.MONEY and not said:
        yield "same unit, one that says what", 1, unit
    if a.term and a.term == b.term:
        if a.figure.term == b.figure.term:
            yield "same reporting term", 1, a.figure.term
        else:
            yield "like terms", 1, (a.figure.term, b.figure.term)


def _noun(a: Claim, b: Claim) -> Iterator[Fact]:
    shared = a.modifiers & b.modifiers
    if shared:
        yield "same modifiers of the noun", _dice(a.modifiers, b.modifiers, len(shared)), shared
    elif a.modifiers and b.modifiers:
        yield "other modifiers of the noun", 1, (a.modifiers, b.modifiers)
    if not a.head or not b.head:
        if (a.head or b.head) in wordlists().groups:
            yield "a group in one alone", 1, a.head or b.head
        return
    both = (a.figure.noun, b.figure.noun)
    if a.head == b.head:
        yield "same noun", 1, a.figure.noun
    elif a.head in b.modifiers or b.head in a.modifiers:
        yield "the noun of one in that of the other", 1, both
    elif a.head in wordlists().movers and b.head in wordlists().movers:
        yield "another noun, of people who move", 1, both
    elif a.kin == b.kin and a.kin in _DONE_TO:
        yield "another noun, of people to whom the same was done", 1, both
    else:
        yield "another noun", 1, both


def _where(a: Claim, b: Claim) -> Iterator[Fact]:
    first, second = a.places, b.places
    if not first and not second:
        yield "no places in either", 1, ""
    elif first == second:
        yield "same places", 1, first
    elif first and second:
        if not first.isdisjoint(second):
            yield "some places in common", 1, first & second
    elif (b.topic if first else a.topic) in (first or second):
        yield "places in one alone, the other text is about them", 1, first or second
    else:
        yield "places in one alone", 1, first or second
    if a.regions and b.regions:
        if not a.regions.isdisjoint(b.regions):
            yield "same region", 1, a.regions & b.regions
    # The world is where a figure that names nothing is about, too.
    elif either := (a.regions | b.regions) - {WORLD}:
        yield "a region in one alone", 1, either


def _words(a: Claim, b: Claim) -> Iterator[Fact]:
    if a.names and b.names:
        shared = a.names & b.names
        if shared:
            yield "names in common", _dice(a.names, b.names, len(shared)), shared
        else:
            yield "other names", 1, (a.names, b.names)
    shared = a.near & b.near
    done = a.done & b.done
    if shared:
        yield "words in common", _dice(a.near, b.near, len(shared)), shared
    elif not done and len(a.near) >= _SOME and len(b.near) >= _SOME:
        says_what = a.kin == b.kin and a.kin in _SAYS_WHAT
        what = "no words in common, and the category does not say what became of them"
        yield "no words in common" if says_what else what, 1, ""
    if done:
        yield "done the same with", 1, done
    else:
        yield from _opposite(a, b)
    shared = a.around & b.around
    if shared:
        yield "sentences alike", _dice(a.around, b.around, len(shared)), shared
    if a.wording == b.wording:
        yield "same wording but for the numbers", 1, ""


def _opposite(a: Claim, b: Claim) -> Iterator[Fact]:
    for one, other in wordlists().opposites:
        if (one in a.done and other in b.done) or (other in a.done and one in b.done):
            yield "done the opposite with", 1, (one, other)
