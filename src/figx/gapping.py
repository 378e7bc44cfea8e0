"""Donors in a list, the later ones often without a verb: "Oman gave Mali $3 million, the EU €2 million and Japan $1 million".

What all of them give goes to the country that the first one names; none of the sums is for another donor.
"""

from __future__ import annotations

from itertools import pairwise

from figx.figure import Kind
from figx.mentions import Mention
from figx.reaches import Reach, gives
from figx.roles import Role
from figx.subjects import before_hedges
from figx.verbs import Form, verb_form
from figx.view import View

_NAME = 6  # tokens of a donor's name


def share_gifts(view: View, reaches: list[Reach]) -> None:
    """Hands the recipient of the first sum of a list of gifts on to the later ones, and takes their donors out."""
    n = 0
    while n < len(reaches):
        end = n + 1
        while end < len(reaches) and _is_gapped(view, reaches[end - 1], reaches[end]):
            end += 1
        if end > n + 1:
            _share(view, reaches[n:end])
        n = end


def _is_gapped(view: View, before: Reach, reach: Reach) -> bool:
    """Whether a name alone stands between two sums, after a comma or "and": ", Japan $1 million"; the first has a verb."""
    if before.quantity.kind is not Kind.MONEY or reach.quantity.kind is not Kind.MONEY:
        return False
    words = _name_before(view, before, reach)
    return bool(words) and any(view.word(k)[:1].isupper() for k in words)


def _name_before(view: View, before: Reach, reach: Reach) -> range:
    """The tokens of the donor before a sum, without its article; empty where more than a name and "gave" stands there."""
    stop = before_hedges(view, reach.quantity.i)
    if view.is_(stop - 1, "giving") and verb_form(view, stop - 1) is not Form.NONE:
        stop -= 1
        stop -= view.is_(stop - 1, "auxiliary")
    start = stop
    while start > before.end and (view.word(start - 1)[:1].isupper() or view.is_(start - 1, "place_whole")):
        start -= 1
    words = range(start, stop)
    while start > before.end and view.is_(start - 1, "determiner"):
        start -= 1
    opened = start > before.end and (view.word(start - 1) in (",", ";") or view.lower(start - 1) in ("and", "while"))
    return words if opened and len(words) <= _NAME else range(0)


def _share(view: View, chain: list[Reach]) -> None:
    first = chain[0]
    if not any(gives(view, m, first.quantity) for m in first.leads) and not _is_giving(view, first):
        return
    receivers = [m for m in first.trails if m.role is Role.PLACE and m.prep and not _follows(view, m, chain[1])]
    receivers = receivers or [m for m in first.leads if m.prep and m.opens and not gives(view, m, first.quantity)]
    direct = [m for m in first.leads if _is_receiver(view, m, first)]
    if not receivers and direct and _are_donors(view, chain):
        receivers = direct
    if receivers:
        first.trails = [m for m in receivers if m in first.trails]
    for before, reach in pairwise(chain):
        own = [m for m in reach.trails if m.prep and m.role is Role.PLACE]
        if own or receivers:
            reach.leads, reach.trails, reach.shared = [], own, [] if own else receivers
            receivers = own or receivers
        else:  # another's gift is not that of the first donor
            reach.leads, reach.shared, reach.apart = [m for m in reach.leads if m.i >= before.end], [], True


def _is_giving(view: View, first: Reach) -> bool:
    """Whether a verb of giving governs the first sum, whoever gives: "Washington gave Mali $3 million"."""
    verbs = [k for k in range(max(0, first.start - _NAME), first.start) if verb_form(view, k) is not Form.NONE]
    return bool(verbs) and view.is_(verbs[-1], "giving")


def _follows(view: View, mention: Mention, later: Reach) -> bool:
    """Whether a country is the donor of the later sum: it stands right before it."""
    return mention.j == before_hedges(view, later.quantity.i)


def _is_receiver(view: View, mention: Mention, reach: Reach) -> bool:
    """Whether a country stands between the verb and the sum: "gave Mali $3 million"."""
    before = mention.start - 1
    while view.is_(before, "determiner"):
        before -= 1
    return mention.j == before_hedges(view, reach.quantity.i) and view.is_(before, "giving")


def _are_donors(view: View, chain: list[Reach]) -> bool:
    """Whether the later names give: each in its own money, or one of them is no country. "gave Mali $3 million and Chad $2
    million" names two that receive.
    """
    if len({reach.quantity.unit or reach.quantity.codes for reach in chain}) > 1:
        return True
    names = (_name_before(view, before, reach) for before, reach in pairwise(chain))
    return any(not any(p.i in words and p.sort == "name" for p in view.places) for words in names)
