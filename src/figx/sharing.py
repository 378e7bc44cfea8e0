"""What the figures of a sentence take from each other: lists, wholes and parts, and the same claim again.

What a clause opens with ("In Lebanon, ...", "Poland hosts ...") holds for all its figures; what follows a list of figures
("20 dead and 30 injured in Iraq") for the whole list.
"""

from __future__ import annotations

from itertools import pairwise

from figx.breaks import is_broken
from figx.figure import Kind
from figx.mentions import Mention
from figx.reaches import (
    Reach,
    counts_countries,
    gives,
    hosts,
    is_abroad,
    is_behind,
    is_row_subject,
    members_of,
    set_elsewhere,
)
from figx.roles import Role
from figx.verbs import Form, verb_form
from figx.view import View

_LIST = 6  # tokens
_NAMED = 8  # tokens: as far as a place stands behind its figure
_DASHES = frozenset("–—-")
_MARKS = frozenset("(,–—-")  # between a figure and its part


def share(view: View, reaches: list[Reach]) -> None:
    """Hands the countries of figures on to those that stand in a list with them, or are a part of them."""
    for before, reach in pairwise(reaches):
        reach.part = _is_some(view, before, reach)
    for before, reach in pairwise(reaches):
        if not _in_dashes(view, before, reach):
            _hand_on(view, before, reach)
            continue
        before.trails = [*before.trails, *(m for m in reach.trails if m.prep or not m.opens)]
        reach.leads, reach.trails = [*before.leads, *before.inner], before.trails
    for n in range(len(reaches) - 2, -1, -1):
        _hand_back(view, reaches, n)
    _respectively(view, reaches)
    for n in range(len(reaches)):
        _sum_up(view, reaches, n)


def _hand_on(view: View, before: Reach, reach: Reach) -> None:
    """What opens a clause holds for its further figures, and what is said of the whole for its parts."""
    between = range(before.end, reach.start)
    near = before.own or before.shared
    opening = [m for m in before.leads if (m.opens or m.start == 0) and not _gave(view, m, before, reach)]
    if _is_row(view, before, reach):
        opening = [m for m in opening if m.prep]
        near = [m for m in near if not is_row_subject(view, m, before)]
    if _is_part(view, between) and not _is_part_of(view, between):
        reach.shared = [*before.inner, *before.trails] or near
        if reach.quantity.kind is not Kind.MONEY:
            reach.leads = [*opening, *before.inner, *reach.leads]
    elif reach.part and reach.inner and not reach.trails and reach.quantity.unit == before.quantity.unit:
        where = view.rules.listed("place_where")  # "20 people in Chad, including 3 Malians"
        reach.trails = [m for m in before.trails if m.prep in where and m.role is Role.PLACE]
    elif _is_whole(view, before):
        reach.leads = [*before.inner, *before.trails, *reach.leads]
    elif not reach.leads and not is_broken(view, before.end, reach.start) and not _is_part_of(view, between):
        there = [m for m in near if not _gave(view, m, before, reach)] if _points_back(view, reach) else []
        reach.leads = [*opening, *there]
        here = not _is_named(view, reach) and not is_abroad(view, reach)
        if not reach.own and here and _goes_on(view, reach, between):
            reach.shared = [m for m in near if not _gave(view, m, before, reach)]
    elif any(view.is_(k, "place_others") for k in (reach.end - 1, reach.end)):
        reach.shared = near


def _is_row(view: View, before: Reach, reach: Reach) -> bool:
    """Whether two figures are told of two subjects without a verb: "Malian cooks 10 per cent, and new ones 7 per cent"."""
    subject = [
        k for k in range(before.end, reach.start) if view.word(k)[:1].isalpha() and not view.is_(k, "conjunction")
    ]
    verbs = any(verb_form(view, k) is not Form.NONE or view.is_(k, "preposition", "hedge") for k in subject)
    return is_behind(reach) and is_behind(before) and len(subject) > 1 and not verbs


def _hand_back(view: View, reaches: list[Reach], n: int) -> None:
    """What follows a list holds for the figures before its last; so does the subject after an introducing phrase."""
    reach, after = reaches[n], reaches[n + 1]
    between = range(reach.end, after.start)
    if _is_part_of(view, between):
        reach.trails = [*reach.trails, *after.inner, *after.trails]
        return
    if counts_countries(after.quantity) and view.is_(after.start - 1, "place_placing"):
        members = members_of(view, after)  # "300 people went to six states (Chad, Mali and others)"
        reach.trails = [*(reach.trails if reach.own else reach.shared), *members]
    if reach.inner and not reach.trails and _is_joined(view, between) and not _is_whole(view, reach):
        reach.trails = [m for m in after.trails if _is_said(view, m, after)]
        return
    taken = reach.own or reach.shared or _is_whole(view, reach) or counts_countries(reach.quantity)
    if taken or _is_named(view, reach) or is_broken(view, reach.end, after.start):
        return
    if counts_countries(after.quantity):
        reach.shared = [
            m for m in after.own if m.i > after.start
        ]  # "half come from three countries: Chad, Mali and Niger"
        return
    if after.part or any(view.is_(k, "place_part") for k in between):
        return
    placing = view.rules.listed("place_placing")
    if not set_elsewhere(view, reaches, n):
        people = after.inner if reach.quantity.kind is Kind.MONEY is not after.quantity.kind else []
        places = [m for m in (*after.trails, *after.shared) if m.prep in placing and m.i > after.start]
        reach.shared = [*people, *places]
    if not reach.shared and _introduces(view, reach):
        reach.shared = [m for m in (*after.leads, *after.trails, *after.shared) if m.opens and not m.prep]


def _respectively(view: View, reaches: list[Reach]) -> None:
    """As many figures as countries, each its own: "Chad and Mali took 30 and 40 people respectively"."""
    if reaches and any(view.is_(k, "place_respective") for k in range(reaches[-1].end, len(view))):
        listed = [m for m in reaches[0].leads if m.group == reaches[0].leads[0].group]
        if len(listed) == len(reaches):
            for reach, mention in zip(reaches, listed, strict=True):
                reach.leads = [mention]


def _numbered(view: View, reach: Reach) -> list[Mention]:
    """The country right before a number in brackets: "Chad (20)"."""
    return [m for m in reach.leads if m.j == reach.start - 1 and view.word(m.j) == "("]


def _sum_up(view: View, reaches: list[Reach], n: int) -> None:
    """A figure that is the sum of those after it has their countries: "16 people, nine in Chad and seven in Niger"."""
    rest, kind = reaches[n].quantity.value, reaches[n].quantity.kind
    if rest is None or (reaches[n].leads or reaches[n].shared):
        return
    for k, part in enumerate(reaches[n + 1 :], n + 1):
        if part.quantity.value is None or part.quantity.kind is not kind or part.quantity.value > rest:
            return
        rest -= part.quantity.value
        if not rest:
            parts = reaches[n + 1 : k + 1]
            named = [m for part in parts for m in (*_numbered(view, part), *part.inner, *part.trails)]
            if len(parts) > 1 and reaches[n].trails:  # "121 people from Chad (101) and Mali (20)"
                reaches[n].trails += named
            elif len(parts) > 1 and not reaches[n].own:
                reaches[n].shared = named or reaches[n].shared
            return


def _is_some(view: View, before: Reach, reach: Reach) -> bool:
    """Whether a figure is a part of the one before it: "200 people, 30 of them in Chad", "with half going to Chad"."""
    if view.is_(reach.end, "place_whole") and view.is_(reach.end + 1, "place_others"):
        return True
    if any(m.prep in view.rules.listed("place_absolute") for m in reach.leads):
        return False  # "with Canada adding 3 million"
    words = range(max(before.end, reach.start - 3), reach.start)
    last = next((k for k in words if view.word(k) in _DASHES and not view.glued(k)), -1)
    opened = _dash(view, max(before.end, last - _NAMED), last) - 1  # "including – as far as we know – 8 of them"
    if last > 0 and opened >= before.end and view.is_(opened, "part"):
        return True
    return any(view.is_(k, "part") or view.phrase_is(k, "part") for k in words)


def _is_joined(view: View, between: range) -> bool:
    return len(between) <= 2 and all(view.word(k) == "," or view.is_(k, "place_joiner") for k in between)


def _is_said(view: View, mention: Mention, reach: Reach) -> bool:
    """Whether a country stands in what is said of a figure, after its verb: "30 Syrians and 20 Iraqis live in Chad"."""
    return any(verb_form(view, k) is not Form.NONE for k in range(reach.end, mention.start))


def _gave(view: View, mention: Mention, before: Reach, reach: Reach) -> bool:
    """Whether a country gave the money before a figure that is none: "Oman gave $5 million to help 300 people"."""
    money = (before.quantity.kind is Kind.MONEY, reach.quantity.kind is Kind.MONEY)
    given = money == (True, False) and gives(view, mention, before.quantity)
    return given and not hosts(view, mention, before.quantity)


def _in_dashes(view: View, before: Reach, reach: Reach) -> bool:
    """Whether a figure is the one before it again, between dashes: "2 million people – half of all – fled to Chad"."""
    first, last = (before.end, _dash(view, reach.end, reach.end + _NAMED))
    if view.word(first) not in _DASHES or view.glued(first) or last < 0:
        return False
    return all(
        verb_form(view, k) is Form.NONE and not view.is_(k, "conjunction") and view.word(k) != ","
        for k in range(first + 1, last)
    )


def _dash(view: View, low: int, high: int) -> int:
    """The first dash between words in tokens low to high, -1 for none."""
    return next((k for k in range(low, min(high, len(view))) if view.word(k) in _DASHES and not view.glued(k)), -1)


def _introduces(view: View, reach: Reach) -> bool:
    """Whether a figure stands in a phrase before the subject: "Home to 40 million people, Sudan ..."."""
    begins = view.is_(0, "preposition", "aside", "place_introducing")
    return begins and not any(view.is_(k, "auxiliary") or view.word(k) == ":" for k in range(reach.end))


def _goes_on(view: View, reach: Reach, between: range) -> bool:
    """Whether a figure goes on with the list of the one before it: near it, without a noun, or in ", leaving 30 dead"."""
    noun = reach.quantity.noun
    leaving = any(
        view.word(k - 1) == "," and verb_form(view, k) is Form.GERUND
        for k in range(max(between.start, reach.start - 3), reach.start)
    )
    return len(between) <= _LIST or noun is None or noun.i < reach.start or leaving


def _points_back(view: View, reach: Reach) -> bool:
    """Whether a figure is said to be where the one before it is: "the 3 million Syrians living there"."""
    return any(view.is_(k, "place_there") for k in range(reach.end, min(reach.end + 4, len(view))))


def _is_whole(view: View, reach: Reach) -> bool:
    """Whether a figure is what the next one is part of: "Of the 5 million Syrian refugees, 3 million ..."."""
    k = reach.start - 1
    while k > 0 and view.is_(k, "determiner", "hedge") and not view.is_(k, "place_whole"):
        k -= 1
    return view.is_(k, "place_whole") and (k == 0 or view.is_punctuation(k - 1))


def _is_part(view: View, between: range) -> bool:
    """Whether two figures are the same claim or whole and part: "380 families (1,900 people)", "of whom 30 per cent"."""
    return len(between) < _LIST and all(_is_partitive(view, k) for k in between) and any(
        view.is_(k, "place_part") or view.word(k) == "(" for k in between
    )  # fmt: skip


def _is_partitive(view: View, k: int) -> bool:
    return view.is_(k, "place_part", "place_partitive") or view.word(k) in _MARKS


def _is_part_of(view: View, between: range) -> bool:
    """Whether the figure after is the whole that the one before is part of: "80 per cent of the nearly 8 million"."""
    first = between[view.is_(between.start, "auxiliary") :]
    linked = bool(first) and view.is_(first[0], "place_whole")
    return linked and all(_is_partitive(view, k) or view.is_(k, "hedge", "determiner") for k in between)


def _is_named(view: View, reach: Reach) -> bool:
    """Whether a figure has a place of its own that is no country: "in Herat", "near Mosul"."""
    for k in range(reach.end, min(reach.end + _NAMED, len(view) - 1)):
        if k in view.numerals or view.is_punctuation(k):
            return False
        if view.is_(k, "place_named") and view.word(k + 1)[:1].isupper():
            return not any(place.i == k + 1 and place.sort != "city" for place in view.places)
    return False
