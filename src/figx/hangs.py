"""Where a number hangs: the preposition before it, over its hedges, and what stands around it on the way to a verb."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from figx.cues import is_change_over, is_raised_to
from figx.figure import Kind
from figx.quantity import Quantity
from figx.view import Match, View

Link = Literal["", "by", "to", "from", "of", "at", "with", "after", "than"]
_LINKS: dict[str, Link] = {"by": "by", "to": "to", "from": "from", "of": "of", "at": "at", "with": "with"}
_QUOTES = frozenset("\"“”‘’'*_")


@dataclass(frozen=True, slots=True)
class Hang:
    """Where a number hangs: the preposition before it, and the token where it begins with its hedges.

    `threshold`: it is passed ("rose above 300"); `final`: it is reached after a change that was told before.
    """

    link: Link
    i: int
    threshold: bool = False
    final: bool = False


def hang_of(view: View, quantity: Quantity) -> Hang:
    """The preposition that the number follows, over its hedges: "to", in "to a record of more than 300"."""
    k, threshold = quantity.i, False
    while k > 0:
        if view.word(k - 1) in _QUOTES:
            k -= 1
            continue
        cues = [
            m
            for m in view.ending(k, "cue")
            if (cue := view.rules.packs.cue[m.rule]).field == "qualifier" and cue.side == "before"
        ]
        if not cues:
            if view.lower(k - 1) == "'s" and is_time(view, k - 2):
                k -= 2  # "down from Tuesday's 300"
                continue
            break
        if is_raised_to(view, cues[0]):
            return Hang("to", cues[0].i + 1)
        if is_change_over(view, cues[0]):
            return Hang("from", cues[0].i)
        first = view.lower(cues[0].i)
        if first.endswith("ing"):
            break  # "averaging 139": a verb of its own
        if cues[0].j - cues[0].i > 1 and first in _LINKS and k == cues[0].j and first != "at":
            return Hang(_LINKS[first], cues[0].i)  # "of some", "to about"
        extreme = first == "as" and view.lower(cues[0].i + 1) in ("low", "high")  # "fell as low as 300"
        threshold = threshold or extreme or view.is_(cues[0].j - 1, "threshold")
        k = cues[0].i
    k = _over_extremes(view, k)
    word = view.lower(k - 1)
    if view.is_(k - 1, "reaching") and view.lower(k - 2) in ("to", "and"):
        return Hang("to", k - 2, final=True)  # "grow by 4 per cent to reach $630 billion"
    if word == "at" and view.is_(k - 2, "closing"):
        return Hang("to", k - 3 if view.lower(k - 3) in ("to", "and") else k - 2)  # "to close at 23,840"
    if word == "in" and quantity.value == 50 and not any(map(str.isdigit, view.raw(quantity.i, quantity.j))):
        return Hang("by", k - 1)  # "cut in half"
    return Hang(_LINKS[word], k - 1) if word in _LINKS else Hang("", k, threshold)


def _over_extremes(view: View, k: int) -> int:
    """Steps back over "a low of", "an average of", "its previous cap of", where "to", "from" or "by" stands before."""
    if view.lower(k - 1) != "of" or not view.is_(k - 2, "extreme", "container"):
        return k
    for i in range(k - 2, max(0, k - 7), -1):
        if view.lower(i - 1) in ("to", "from", "by", "at"):
            return i
        if view.is_(i - 1, "preposition", "verb", "auxiliary") or (
            view.is_punctuation(i - 1) and view.word(i - 1) != "-"
        ):
            break
    return k


def is_adverb(view: View, k: int) -> bool:
    """Whether token k only says how much or how something changed: "sharply", "further"."""
    word = view.lower(k)
    return view.is_(k, "adverb", "modifier_adverb", "change_adverb") or (
        len(word) > 5 and word.endswith("ly") and view.noun(k) is None and view.word(k)[0].islower()
    )


def is_time(view: View, k: int) -> bool:
    """Whether token k is part of a time: a month, a weekday, "last" before "year", a year that is no figure."""
    if view.lower(k) in ("last", "this", "next", "past", "previous"):
        return view.is_(k + 1, "time_noun")
    return view.is_(k, "time_noun") or (k in view.masked) or (k in view.numerals and view.numerals[k].digits == "plain"
            and 1900 <= (view.numerals[k].value or 0) <= 2100)  # fmt: skip


def is_particle(view: View, match: Match) -> bool:
    """Whether the word of change is "up" or "down" alone."""
    return match.j - match.i == 1 and view.is_(match.i, "particle")


def own_noun(quantity: Quantity) -> bool:
    """Whether the number has its noun right after it."""
    return quantity.kind is Kind.COUNT and quantity.noun is not None and quantity.noun.i >= quantity.j


def is_points(view: View, quantity: Quantity) -> bool:
    """Whether the number counts points or places, which nothing but a change is told in."""
    if quantity.kind is Kind.MEASURE:
        return quantity.unit == "basis_point"
    return quantity.kind is Kind.COUNT and "point_noun" in view.rules.classes.get(quantity.unit, frozenset())
