"""How alike two claims are, and what forbids to compare them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given

import figx
from figx.compare.barriers import barrier_between, forbidden
from figx.compare.claim import Claim, claims_of
from figx.compare.similarity import ENOUGH, POINTS, compare, likeness, points_of
from figx.figure import Figure, Flow, Kind, Role, Status
from generated import figures


def claim(**fields) -> Claim:
    base = {"text": "30", "value": Decimal(30), "unit": "person", "noun": "refugees", "category": "refugee"}
    made = Figure(start=0, end=2, **(base | {"sentence": "Some 30 refugees came to the camp."} | fields))
    [found] = claims_of([made])
    return found


@given(figures(4), figures(4))
def test_it_does_not_matter_which_is_which(old, new):
    for a in claims_of(old):
        for b in claims_of(new):
            assert points_of(a, b) == points_of(b, a)
            assert likeness(a, b) == likeness(b, a)
            assert compare(a, b).barriers == compare(b, a).barriers
            assert barrier_between(a, b) == barrier_between(b, a)


@given(figures(4), figures(4))
def test_nothing_is_liker_to_a_claim_than_itself(old, new):
    for a in claims_of(old):
        for b in claims_of([*new, *old]):
            assert points_of(a, b) <= points_of(a, a)


@given(figures())
def test_a_claim_may_be_compared_with_itself(found):
    for made in claims_of(found):
        assert likeness(made, made) >= ENOUGH
        assert compare(made, made).barriers == ()


@given(figures(4), figures(4))
def test_one_list_of_facts(old, new):
    """The points, the reasons and what forbids agree, however they are asked for."""
    for a in claims_of(old):
        for b in claims_of(new):
            comparison = compare(a, b)
            assert comparison.points == points_of(a, b)
            assert sum(int(reason.split(" ")[0]) for reason in comparison.reasons) == comparison.points
            assert {reason.split(" ", 1)[1].split(":")[0] for reason in comparison.reasons} <= POINTS.keys()
            assert bool(comparison.barriers) is forbidden(a, b)
            assert barrier_between(a, b) == (comparison.barriers[0] if len(comparison.barriers) == 1 else "")
            assert likeness(a, b) == (
                comparison.points if not comparison.barriers and comparison.points >= ENOUGH else 0
            )


@given(figures())
def test_the_number_says_nothing(found):
    others = [replace(figure, value=Decimal(77), low=None, high=None) for figure in found]
    for a, b in zip(claims_of(found), claims_of(others), strict=True):
        assert points_of(a, b) == points_of(a, a)


@pytest.mark.parametrize(
    ("one", "other", "barriers"),
    [
        ({}, {}, ()),
        ({"status": Status.TARGET}, {}, ("status",)),
        ({"status": Status.REQUIRED}, {"status": Status.PLEDGED}, ("status",)),
        ({"flow": Flow.STOCK}, {"flow": Flow.FLOW}, ("flow",)),
        ({"flow": Flow.STOCK}, {}, ()),
        ({"unit": "household"}, {}, ("unit",)),
        ({"unit": "application"}, {}, ()),  # applications of refugees are counted for persons
        ({"kind": Kind.SHARE, "unit": "percent"}, {}, ("kind", "unit")),
        ({"kind": Kind.MONEY, "unit": "USD"}, {"kind": Kind.MONEY, "unit": "EUR"}, ("unit",)),
        ({"category": "idp"}, {}, ("category",)),
        ({"category": "people"}, {}, ()),  # it may be of refugees
        ({"category": "refugee_cap"}, {"category": "resettled"}, ()),  # a ceiling is compared by its status
        ({"role": Role.FROM}, {}, ("role",)),
        ({"role": Role.TO}, {}, ()),
        ({"role": Role.DELTA}, {"role": Role.FROM}, ("role",)),
        ({"places": ("SYR",)}, {"places": ("TUR",)}, ("place",)),
        ({"places": ("SYR",)}, {"places": ("SYR", "TUR")}, ()),
        ({"places": ("SYR",)}, {}, ()),
        ({"places": ("SYR",)}, {"sentence": "Some 30 refugees live around the world."}, ("place",)),
        ({"sentence": "Some 30 came to Africa."}, {"sentence": "Some 30 came to Europe."}, ("place",)),
        ({"status": Status.TARGET, "role": Role.FROM}, {}, ("status", "role")),
    ],
)
def test_barriers(one, other, barriers):
    a, b = claim(**one), claim(**other)
    assert compare(a, b).barriers == compare(b, a).barriers == barriers
    assert barrier_between(a, b) == (barriers[0] if len(barriers) == 1 else "")
    assert not barriers or likeness(a, b) == 0


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("There are 300 refugees in Chad.", "There are 300 refugees in Kenya."),
        ("The ceiling is 125,000 refugees.", "We resettled 60,014 refugees."),
        ("Some 400 displaced families wait in Chad.", "Some 400 displaced people wait in Chad."),
        ("We need $4 million for shelter.", "We received $4 million for shelter."),
        ("We need $4 million for shelter.", "We need €4 million for shelter."),
        ("Germany took in 1 million Ukrainians.", "Poland took in 1 million Ukrainians."),
        ("5,000 Syrians returned from Turkey.", "5,000 Syrians returned from Lebanon."),
        ("Half of the households fled.", "Half of the people fled."),
        ("12 aid workers were killed.", "12 soldiers were killed."),
        ("IOM has 175 member states.", "Sponsors come from all 50 states."),
        ("Some 400 children fled to Chad.", "Some 400 men fled to Chad."),
        ("In May 300 migrants arrived on Lesbos.", "In June 300 migrants left Lesbos."),
        ("The agency opened 12 schools.", "The agency closed 12 schools."),
    ],
)
def test_equal_numbers_of_other_things(old, new):
    [a], [b] = claims_of(figx.extract(old)), claims_of(figx.extract(new))
    assert likeness(a, b) == 0
