"""Which word of change governs a number, and how the number hangs on it: "fell by 30%", "a 12 per cent rise", "to 4,000".

A word of change is a cue of the field `trend`; its `takes` say how numbers hang on it. What hangs on the same word belongs
to one change.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from figx.cues import counts_change, is_change
from figx.figure import Kind, Trend
from figx.hangs import Hang, Link, hang_of, is_adverb, is_particle, is_points, is_time, own_noun
from figx.plurals import STOP
from figx.quantity import Quantity
from figx.ties import OPENERS, fits, is_plural
from figx.view import Match, View

_REACH, _NEAR = 24, 8  # tokens


@dataclass(frozen=True, slots=True)
class Bond:
    """What ties a number to a word of change. `trend` is None where the word leaves the direction open."""

    match: Match
    trend: Trend | None
    link: Link


# The quantities before this one, by their tokens, with their bonds.
_Taken = dict[int, tuple[Quantity, Bond | None]]


def bonds_of(view: View, quantities: Sequence[Quantity]) -> list[Bond | None]:
    """For each of the quantities of a sentence the word of change that governs it."""
    if not any(is_change(view, match) for match in view.matches):
        return [None] * len(quantities)
    bonds: list[Bond | None] = []
    taken: _Taken = {}
    for quantity in quantities:
        bond = None
        if quantity.kind not in (Kind.DURATION, Kind.AGE, Kind.MULTIPLE):
            bond = before(view, quantity, hang_of(view, quantity), taken) or after(view, quantity)
        bonds.append(bond)
        taken |= dict.fromkeys(quantity.tokens, (quantity, bond))
    return bonds


# -- what stands before the number -------------------------------------------------------------------------------------


def before(view: View, quantity: Quantity, hang: Hang, taken: _Taken) -> Bond | None:
    """The word of change to the left, with nothing between that breaks the tie."""
    k = hang.i
    if hang.link in ("by", "to", "from") and view.word(k - 1) in OPENERS:
        k -= 1
    if not hang.link and (stated := _predicated(view, quantity, k)):
        return stated
    if (
        not hang.link
        and quantity.kind is Kind.SHARE
        and view.word(k - 1) == "("
        and (same := _restated(view, k, taken))
    ):
        return same  # "fell by 2,000 (12 per cent)"
    if not hang.link and _goes_on(view, quantity, k):
        return _listed(view, quantity, k, taken)
    while k > max(0, hang.i - _REACH):
        for match in view.ending(k, "cue"):
            if is_change(view, match) and not hang.final and fits(view, quantity, match, hang):
                found = Bond(match, _trend(view, match), hang.link)
                return _main_verb(view, quantity, found, taken) or found
        k -= 1
        if view.word(k) == ")" and hang.link:
            k = next((i for i in range(k - 1, max(-1, k - _NEAR), -1) if view.word(i) == "("), k)
            if view.word(k) == "(":
                continue  # "rose 8,833 (or 8%) to 115,680"
        if k in taken:
            other, bond = taken[k]
            if bond is not None:
                return _joined(quantity, hang, other, bond)
            k = other.i
        elif not _may_stand_between(view, k, hang):
            return None
    return None


def _predicated(view: View, quantity: Quantity, k: int) -> Bond | None:
    """ "the fall was 30 per cent", "the increase in claims was about 4,000": what is said of a change is its size."""
    if own_noun(quantity) or not view.is_(k - 1, "copula"):
        return None
    for i in range(k - 1, max(0, k - _NEAR), -1):
        for match in view.ending(i, "cue"):
            if is_change(view, match) and "of" in view.rules.packs.cue[match.rule].takes:
                named = view.is_(match.i - 1, "determiner") and (i == k - 1 or view.is_(i, "preposition"))
                return Bond(match, _trend(view, match), "of") if named else None
        if view.is_punctuation(i - 1) or view.is_(i - 1, "verb", "subordinator"):
            return None
    return None


def _main_verb(view: View, quantity: Quantity, found: Bond, taken: _Taken) -> Bond | None:
    """ "reduced from 15 per cent, down to 10 per cent": "down" goes with the verb before."""
    if found.link != "to" or not is_particle(view, found.match):
        return None
    main = before(view, quantity, Hang("to", found.match.i), taken)
    return main if main and main.trend is found.trend else None


def _trend(view: View, match: Match) -> Trend | None:
    means = view.rules.packs.cue[match.rule].means
    return None if means == "either" else Trend(means)


def _joined(quantity: Quantity, hang: Hang, other: Quantity, bond: Bond) -> Bond | None:
    """A further number of the same change: "fell 3 per cent to 40", "by 19 per cent, in the north by 26 per cent"."""
    if hang.link in ("to", "from", "at") or (hang.link == "by" and other.kind is quantity.kind):
        return Bond(bond.match, bond.trend, "to" if hang.link == "at" else hang.link)
    return None


def _listed(view: View, quantity: Quantity, k: int, taken: _Taken) -> Bond | None:
    """The bond of the list that the number goes on with: "to 3,000 in May and 4,000 in June", "the Nasdaq 12 points"."""
    if (
        view.lower(k - 1) == "or"
        and k - 1 in range(quantity.i - 4, quantity.i)
        and (same := _restated(view, k - 1, taken))
    ):
        return same
    end = quantity.noun.j if quantity.noun and quantity.noun.i >= quantity.j else quantity.j
    if view.is_(end, "verb", "auxiliary", "participle", "subordinator") or view.lower(end) in ("others", "more"):
        return None
    while k > max(0, quantity.i - _REACH):
        k -= 1
        if k in taken:
            other, bond = taken[k]
            alike = other.kind is quantity.kind and (other.unit == quantity.unit or not other.unit)
            if bond is None or bond.link in ("from", "after", "than"):
                return None
            if alike:
                return bond
            if quantity.kind is not Kind.SHARE:
                return None
            k = other.i  # "gold 0.2 per cent to $1,284 and silver 1.1 per cent"
            continue
        if view.word(k) in (";", ":", "(") or (
            view.is_(k, "verb", "auxiliary", "subordinator", "pronoun") and not is_time(view, k)
        ):
            return None
    return None


def _goes_on(view: View, quantity: Quantity, k: int) -> bool:
    """Whether the number is the next of a list, which may name what changed: "and silver 1.1 per cent"."""
    if view.word(k - 1) == "," or view.lower(k - 1) in ("and", "or") or _is_name(view, k - 1):
        return True
    if quantity.kind is not Kind.SHARE:
        return False
    named = next((i for i in range(k - 1, max(-1, k - 4), -1) if view.lower(i) == "and" or view.word(i) == ","), None)
    return named is not None and all(
        view.word(i)[:1].isalpha() and not view.is_(i, *STOP, "verb", "participle") and view.noun(i) is None
        for i in range(named + 1, k)
    )


def _restated(view: View, k: int, taken: _Taken) -> Bond | None:
    """ "lost 312 points, or 1.3 per cent": the same change in other terms. Token k is "or"."""
    k -= view.word(k - 1) in (",", "(")
    for i in range(k - 1, max(-1, k - 5), -1):
        if i in taken:
            bond = taken[i][1]
            return bond if bond and bond.link in ("", "by", "of") else None
        if view.is_(i, "verb", "auxiliary", "preposition") or view.is_punctuation(i):
            return None
    return None


def _is_name(view: View, k: int) -> bool:
    """Whether token k is the end of a name inside the sentence."""
    return k > 0 and view.word(k)[0].isupper() and not view.is_(k, "determiner", "preposition", "time_noun")


def _may_stand_between(view: View, k: int, hang: Hang) -> bool:
    """Whether token k may part a word of change and its number."""
    if is_adverb(view, k) or is_time(view, k):
        return True
    if not hang.link:
        return view.is_(k, "time_lead")
    if hang.link in ("at", "with"):
        return (
            hang.link == "with" and not view.is_punctuation(k) and not view.is_(k, "verb", "auxiliary", "subordinator")
        )
    if view.is_(k, "verb") and view.is_(k - 1, "determiner") and view.lower(k).endswith(("ing", "ed")):
        return True  # "cut the waiting time by half"
    if view.is_(k, "pronoun", "auxiliary", "verb") or view.lower(k) in ("but", "while", "yet", "so", "nor", "or"):
        return False
    if view.is_(k, "subordinator"):
        changed = any(is_change(view, match) for match in view.ending(k, "cue"))  # "reduced that budget"
        pointing = view.lower(k) == "that" and (view.is_(k - 1, "preposition") or changed)
        return pointing or view.lower(k) in ("since", "after", "before", "until")
    if view.is_punctuation(k):
        return view.word(k) in (",", "-", "'", "’", "/", "$") and not view.lower(k + 1).endswith(("ed", "ing"))
    return True


# -- what stands after the number --------------------------------------------------------------------------------------


def after(view: View, quantity: Quantity) -> Bond | None:
    """The word of change right after the number: "a 12 per cent increase", "2 per cent lower", "300 more arrivals than"."""
    k = quantity.j
    for match in view.at(k, "cue"):
        if is_change(view, match) and "than" in view.rules.packs.cue[match.rule].takes and _compares(view, match):
            return Bond(match, _trend(view, match), "than")
    is_said = view.is_(hang_of(view, quantity).i - 1, "copula") and not own_noun(quantity)  # "was 13,000 lower"
    told = is_points(view, quantity) or is_said or counts_change(view, quantity.i, _over_brackets(view, k))
    if quantity.kind is Kind.COUNT and not told:
        return None
    if own_noun(quantity) and is_points(view, quantity) and quantity.noun:
        k = quantity.noun.j  # "15 points higher"
    k = _over_brackets(view, k)
    for step in range(4):
        for match in view.at(k + step, "cue"):
            if is_change(view, match) and _may_follow(view, quantity, match, is_said=is_said):
                object_ = view.is_(match.j, "determiner") and not is_time(view, match.j + 1)
                verb = object_ or (step and is_plural(view, match.i - 1))
                return None if verb else Bond(match, _trend(view, match), "after")
        if not _may_modify(view, k + step):
            return None
    return None


def _over_brackets(view: View, k: int) -> int:
    """Steps over the same number in brackets: "a 6,142 (or 14%) increase"."""
    if view.word(k) == "(":
        return next((i + 1 for i in range(k, min(k + 6, len(view))) if view.word(i) == ")"), k)
    opened = view.word(k) == ")" and any(
        view.word(i) == "(" and i - 1 in view.numerals for i in range(max(1, k - 4), k)
    )
    return k + 1 if opened else k


def _may_follow(view: View, quantity: Quantity, match: Match, *, is_said: bool) -> bool:
    """Whether the word of change may stand after the number: "300 more" is an addition, "30 per cent more" is a change."""
    takes = view.rules.packs.cue[match.rule].takes
    amount = "of" in takes or is_points(view, quantity) or (is_said and not view.is_(match.i, "increment"))
    if "after" not in takes or (quantity.kind is Kind.COUNT and not amount):
        return False
    return quantity.kind is Kind.SHARE or not view.is_(match.i, "increment", "modifier_adverb")


def _may_modify(view: View, k: int) -> bool:
    if view.word(k) in ("-", "‑"):
        return True
    return view.word(k)[:1].isalpha() and not view.is_(
        k, "determiner", "preposition", "conjunction", "pronoun", "auxiliary", "subordinator", "verb", "adverb"
    )


def _compares(view: View, match: Match) -> bool:
    for k in range(match.j, min(match.j + 12, len(view))):
        if view.lower(k) == "than":
            return not (k == match.j and k + 1 in view.numerals and k + 1 not in view.masked)
        if view.is_punctuation(k) or (k in view.numerals and k not in view.masked):
            return False
    return False
