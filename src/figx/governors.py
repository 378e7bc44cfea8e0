"""Which word of change governs a number, and how the number hangs on it: "fell by 30%", "a 12 per cent rise", "to 4,000".

A word of change is a cue of the field `trend`; its `takes` say how numbers hang on it. What hangs on the same word belongs
to one change.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from figx.cues import counts_change, is_change, is_raised_to
from figx.figure import Kind, Trend
from figx.nouns import STOP
from figx.quantity import Quantity
from figx.view import Match, View

Link = Literal["", "by", "to", "from", "of", "at", "with", "after", "than"]
_LINKS: dict[str, Link] = {"by": "by", "to": "to", "from": "from", "of": "of", "at": "at", "with": "with"}
_REACH, _NEAR = 24, 8  # tokens
_OPENERS = frozenset({"(", ",", "-", "–", "—"})
_QUOTES = frozenset("\"“”‘’'*_")
_AGENTS = frozenset({"person", "household", "country"})


@dataclass(frozen=True, slots=True)
class Bond:
    """What ties a number to a word of change. `trend` is None where the word leaves the direction open."""

    match: Match
    trend: Trend | None
    link: Link


@dataclass(frozen=True, slots=True)
class Hang:
    """Where a number hangs: the preposition before it, and the token where it begins with its hedges."""

    link: Link
    i: int
    threshold: bool = False


def bonds_of(view: View, quantities: Sequence[Quantity]) -> list[Bond | None]:
    """For each of the quantities of a sentence the word of change that governs it."""
    bonds: list[Bond | None] = []
    if not any(is_change(view, match) for match in view.matches):
        return [None] * len(quantities)
    for n, quantity in enumerate(quantities):
        earlier = list(zip(quantities[:n], bonds, strict=True))
        bonds.append(None if quantity.kind in (Kind.DURATION, Kind.AGE) else _bond(view, quantity, earlier))
    return bonds


def _bond(view: View, quantity: Quantity, earlier: list[tuple[Quantity, Bond | None]]) -> Bond | None:
    if quantity.kind is Kind.MULTIPLE:
        return None
    return before(view, quantity, hang_of(view, quantity), earlier) or after(view, quantity)


# -- what stands before the number -------------------------------------------------------------------------------------


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
        first = view.lower(cues[0].i)
        if cues[0].j - cues[0].i > 1 and first in _LINKS and k == cues[0].j and first != "at":
            return Hang(_LINKS[first], cues[0].i)  # "of some", "to about"
        extreme = first == "as" and view.lower(cues[0].i + 1) in ("low", "high")  # "fell as low as 300"
        threshold = threshold or extreme or view.is_(cues[0].j - 1, "threshold")
        k = cues[0].i
    k = _over_extremes(view, k)
    word = view.lower(k - 1)
    if word == "at" and view.is_(k - 2, "closing"):
        return Hang("to", k - 3 if view.lower(k - 3) in ("to", "and") else k - 2)  # "to close at 23,840"
    if word == "in" and quantity.value == 50 and not any(map(str.isdigit, view.raw(quantity.i, quantity.j))):
        return Hang("by", k - 1)  # "cut in half"
    return Hang(_LINKS[word], k - 1) if word in _LINKS else Hang("", k, threshold)


def _over_extremes(view: View, k: int) -> int:
    """Steps back over "a low of", "an all-time high of", "an average of", where "to", "from" or "by" stands before."""
    if view.lower(k - 1) != "of" or not view.is_(k - 2, "extreme"):
        return k
    for i in range(k - 2, max(0, k - 7), -1):
        if view.lower(i - 1) in ("to", "from", "by", "at"):
            return i
        if view.is_(i - 1, "preposition", "verb", "auxiliary") or (view.is_punctuation(i - 1) and view.word(i - 1) != "-"):
            break
    return k


def before(
    view: View, quantity: Quantity, hang: Hang, earlier: list[tuple[Quantity, Bond | None]]
) -> Bond | None:
    """The word of change to the left, with nothing between that breaks the tie."""
    taken = {k: (other, bond) for other, bond in earlier for k in other.tokens}
    k = hang.i
    if hang.link in ("by", "to", "from") and view.word(k - 1) in _OPENERS:
        k -= 1
    if not hang.link and _goes_on(view, quantity, k):
        return _listed(view, quantity, k, taken)
    while k > max(0, hang.i - _REACH):
        for match in view.ending(k, "cue"):
            if is_change(view, match) and _fits(view, quantity, match, hang):
                found = Bond(match, _trend(view, match), hang.link)
                return _main_verb(view, quantity, found, earlier) or found
        k -= 1
        if k in taken:
            other, bond = taken[k]
            if bond is not None:
                return _joined(quantity, hang, other, bond)
            k = other.i
        elif not _may_stand_between(view, k, hang):
            return None
    return None


def _main_verb(
    view: View, quantity: Quantity, found: Bond, earlier: list[tuple[Quantity, Bond | None]]
) -> Bond | None:
    """ "reduced from 15 per cent, down to 10 per cent": "down" goes with the verb before."""
    if found.link != "to" or not is_particle(view, found.match):
        return None
    main = before(view, quantity, Hang("to", found.match.i), earlier)
    return main if main and main.trend is found.trend else None


def is_particle(view: View, match: Match) -> bool:
    return match.j - match.i == 1 and view.is_(match.i, "particle")


def _trend(view: View, match: Match) -> Trend | None:
    means = view.rules.packs.cue[match.rule].means
    return None if means == "either" else Trend(means)


def _joined(quantity: Quantity, hang: Hang, other: Quantity, bond: Bond) -> Bond | None:
    """A further number of the same change: "fell 3 per cent to 40", "by 19 per cent, in the north by 26 per cent"."""
    if hang.link in ("to", "from", "at") or (hang.link == "by" and other.kind is quantity.kind):
        return Bond(bond.match, bond.trend, "to" if hang.link == "at" else hang.link)
    return None


def _listed(
    view: View, quantity: Quantity, k: int, taken: dict[int, tuple[Quantity, Bond | None]]
) -> Bond | None:
    """The bond of the list that the number goes on with: "to 3,000 in May and 4,000 in June", "the Nasdaq 12 points"."""
    if view.lower(k - 1) == "or" and k - 1 in range(quantity.i - 4, quantity.i) and (same := _restated(view, k - 1, taken)):
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
        if view.word(k) in (";", ":", "(") or (view.is_(k, "verb", "auxiliary", "subordinator", "pronoun") and not is_time(view, k)):
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


def _restated(view: View, k: int, taken: dict[int, tuple[Quantity, Bond | None]]) -> Bond | None:
    """ "lost 312 points, or 1.3 per cent": the same change in other terms. Token k is "or"."""
    k -= view.word(k - 1) == ","
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
        return view.lower(k) in ("in", "over", "during", "since", "last", "this", "past", "the", "by", "on", "from", "again")
    if hang.link in ("at", "with"):
        return hang.link == "with" and not view.is_punctuation(k) and not view.is_(k, "verb", "auxiliary", "subordinator")
    if view.is_(k, "verb") and view.is_(k - 1, "determiner") and view.lower(k).endswith(("ing", "ed")):
        return True  # "cut the waiting time by half"
    if view.is_(k, "pronoun", "auxiliary", "verb") or view.lower(k) in ("but", "while", "yet", "so", "nor", "or"):
        return False
    if view.is_(k, "subordinator"):
        pointing = view.lower(k) == "that" and view.is_(k - 1, "preposition")
        return pointing or view.lower(k) in ("since", "after", "before", "until")
    if view.is_punctuation(k):
        return view.word(k) in (",", "-", "'", "’", "/", "$") and not view.lower(k + 1).endswith(("ed", "ing"))
    return True


def is_adverb(view: View, k: int) -> bool:
    """Whether token k only says how much or how something changed: "sharply", "further"."""
    word = view.lower(k)
    return view.is_(k, "adverb", "modifier_adverb") or (
        len(word) > 5 and word.endswith("ly") and view.noun(k) is None and view.word(k)[0].islower()
    )


def is_time(view: View, k: int) -> bool:
    """Whether token k is part of a time: a month, a weekday, a year that is no figure."""
    return view.is_(k, "time_noun") or (k in view.masked) or (k in view.numerals and view.numerals[k].digits == "plain"
            and 1900 <= (view.numerals[k].value or 0) <= 2100)  # fmt: skip


# -- whether the number may hang on the word ---------------------------------------------------------------------------


def _fits(view: View, quantity: Quantity, match: Match, hang: Hang) -> bool:
    takes = view.rules.packs.cue[match.rule].takes
    gap = range(match.j, hang.i)
    noun = "of" in takes or "after" in takes
    if not noun and _is_attribute(view, match) and not is_particle(view, match):
        return False  # "the rising number of"
    if view.word(match.i)[0].isupper() and match.i > 0 and view.word(match.i - 1)[:1].isupper() and not gap:
        return False  # "Rose", a name
    if is_particle(view, match) and not _particle_fits(view, quantity, match, hang):
        return False
    if not hang.link:
        return _bare_fits(view, quantity, match, hang, gap)
    if hang.link not in takes:
        return False
    if hang.link == "at":
        return not gap and ("bare" not in takes or quantity.kind is Kind.SHARE or is_particle(view, match))
    if hang.link == "of":
        return _of_fits(view, quantity, match, gap)
    return _link_fits(view, quantity, match, hang, gap)


def _is_attribute(view: View, match: Match) -> bool:
    """ "the rising number of": the word says which, and not what happened; "this brings" does."""
    return view.is_(match.i - 1, "determiner") and view.lower(match.i - 1) not in ("this", "that", "these", "those", "all", "both")


def _particle_fits(view: View, quantity: Quantity, match: Match, hang: Hang) -> bool:
    """ "shares up 3 per cent", "is up 300 on last year", and not "set up 40 camps", "boils down to two questions"."""
    k = match.i
    while k > 0 and (is_adverb(view, k - 1) or view.lower(k - 1) == "last"):
        k -= 1
    if k == 0 or view.is_(k - 1, "auxiliary") or view.is_punctuation(k - 1):
        return True
    counted = view.is_(k - 1, "pronoun") or any(view.is_(i, "head_of", "container") for i in range(max(0, k - _NEAR), k))
    if counted and hang.link == "to":
        return True
    if own_noun(quantity) or view.is_(k - 1, "phrasal_verb", "verb", "participle") or view.lower(k - 1).endswith("ing"):
        return False
    return quantity.kind is Kind.SHARE or _is_plural(view, k - 1) or _is_points(view, quantity)


def _is_plural(view: View, k: int) -> bool:
    noun = view.noun(k)
    return noun.plural if noun else view.lower(k).endswith("s")


def _bare_fits(view: View, quantity: Quantity, match: Match, hang: Hang, gap: range) -> bool:
    takes = view.rules.packs.cue[match.rule].takes
    if hang.threshold and "to" in takes and all(is_adverb(view, k) for k in gap):
        return "object" not in takes or quantity.kind is Kind.SHARE or not own_noun(quantity)
    if view.is_(match.i - 1, "determiner", "preposition") and view.lower(match.i - 1) != "to":
        return False
    if any(not is_adverb(view, k) for k in gap) and not any(is_time(view, k) for k in gap):
        return False
    if "object" in takes and quantity.kind in (Kind.MONEY, Kind.SHARE) and _taken_off(view, quantity, match):
        return True
    of = view.lower(quantity.j) == "of"
    if "share" in takes and _is_added_to(view, quantity):
        return True
    if "share" in takes:
        return quantity.kind is Kind.SHARE or _is_points(view, quantity) or (quantity.kind is Kind.MONEY and _leads_on(view, quantity))
    if "bare" not in takes:
        return False
    match quantity.kind:
        case Kind.SHARE:
            return not of
        case Kind.MONEY | Kind.MEASURE:
            return not of
        case Kind.COUNT:
            return _is_points(view, quantity) or not own_noun(quantity) or _is_copular(view, match)
    return False


_LED = re.compile(r"(?:\s+(?:an?|per)\s+\w+)?,?\s+(?:or\s|(?:to|and)\s+(?:\w+\s+at\s+)?\W?\d)")


def _leads_on(view: View, quantity: Quantity) -> bool:
    """ "gained 83 cents to $71", "lost $2, or 3 per cent": the sum is the size of a change, as what follows shows."""
    return bool(_LED.match(view.text, quantity.end))


def _is_added_to(view: View, quantity: Quantity) -> bool:
    """ "added $400 to the cost", "adding 300 to the toll": what it is added to is a number itself."""
    k = quantity.noun.j if own_noun(quantity) and quantity.noun else quantity.j
    if view.lower(k) != "to" or not view.is_(k + 1, "determiner"):
        return False
    return any(view.is_(i, "container") for i in range(k + 2, min(k + 5, len(view))))


def _taken_off(view: View, quantity: Quantity, match: Match) -> bool:
    """ "cut $4 million from the budget": what is cut out is the size of the change."""
    down = view.rules.packs.cue[match.rule].means == Trend.DOWN
    return down and view.lower(quantity.j) in ("from", "off") and view.is_(quantity.j + 1, "determiner")


def _is_copular(view: View, match: Match) -> bool:
    return is_particle(view, match) and view.is_(match.i - 1, "auxiliary")


def _is_points(view: View, quantity: Quantity) -> bool:
    return quantity.kind is Kind.MEASURE and quantity.unit == "basis_point" or (
        quantity.kind is Kind.COUNT and quantity.unit in ("point", "place", "notch", "rung", "spot", "pip")
    )


def own_noun(quantity: Quantity) -> bool:
    """Whether the number has its noun right after it."""
    return quantity.kind is Kind.COUNT and quantity.noun is not None and quantity.noun.i >= quantity.j


def _of_fits(view: View, quantity: Quantity, match: Match, gap: range) -> bool:
    if own_noun(quantity):
        return not gap and view.lower(match.i - 1) != "the"  # "the fall of two cities"
    if not gap:
        return True
    short = len(gap) <= _NEAR and not any(view.is_(k, "head_of", "container") for k in (gap[-1],))
    return short and view.lower(gap[0]) in ("in", "for", "over", "on", "this", "last")


def _link_fits(view: View, quantity: Quantity, match: Match, hang: Hang, gap: range) -> bool:
    takes = view.rules.packs.cue[match.rule].takes
    if "total" in takes:
        return any(view.is_(k, "container") for k in gap) and not own_noun_differs(view, quantity, gap)
    adjunct = not gap or _opens_adjunct(view, gap[0])
    if not adjunct and "object" not in takes:
        return False
    if quantity.role.value in ("from", "to"):
        return True
    if hang.link == "by":
        return _by_fits(view, quantity, match, gap)
    if hang.link == "with":
        return quantity.kind in (Kind.MONEY, Kind.SHARE)
    if hang.link == "from" and "object" in takes and quantity.kind is Kind.SHARE and view.lower(quantity.j) == "of":
        return False  # "raise $8 million from 0.1 per cent of households"
    direct = adjunct and "object" not in takes and "of" not in takes
    return direct or not (own_noun_differs(view, quantity, gap) if gap else _is_served(view, quantity, match, hang))


def _opens_adjunct(view: View, k: int) -> bool:
    return is_adverb(view, k) or is_time(view, k) or view.is_(k, "preposition", "particle", "subordinator") or view.word(k) in _OPENERS  # fmt: skip


def _by_fits(view: View, quantity: Quantity, match: Match, gap: range) -> bool:
    """ "grew by 300 people", and not "raised by 300 donors"."""
    if not own_noun(quantity) or quantity.unit not in _AGENTS:
        return True
    takes = view.rules.packs.cue[match.rule].takes
    near = [*range(max(0, match.i - _NEAR), match.i), *gap]
    return ("object" not in takes and "of" not in takes) or any(view.is_(k, "container") for k in near)


def own_noun_differs(view: View, quantity: Quantity, gap: range) -> bool:
    """Whether the number counts something else than what changes: "increase aid to 300 families"."""
    nouns = [k for k in gap if view.word(k)[:1].isalpha() and not view.is_(k, "preposition", "determiner", "adverb", "time_noun")]
    given = any(view.is_(k, "dative_noun") for k in nouns)
    if quantity.kind is not Kind.COUNT:
        return given and quantity.kind is Kind.SHARE and view.lower(quantity.j) == "of"
    if not own_noun(quantity):
        return given
    return bool(nouns) and not _is_counted(view, quantity, gap)


def _is_counted(view: View, quantity: Quantity, tokens: range) -> bool:
    """Whether the tokens name a number, or what the quantity counts."""
    same = any((form := view.noun(k)) and form.unit == quantity.unit for k in tokens)
    return same or any(view.is_(k, "container") for k in tokens)


def _is_served(view: View, quantity: Quantity, match: Match, hang: Hang) -> bool:
    """ "a tax cut to 40 million people", "raised from 40 donors", "support was expanded to 12 provinces": who gets or gives."""
    if not own_noun(quantity):
        return False
    near = range(max(0, match.i - _NEAR), match.i)
    if any(view.is_(k, "dative_noun") for k in near):
        return True
    takes = view.rules.packs.cue[match.rule].takes
    return quantity.unit in _AGENTS and "bare" not in takes and not _is_counted(view, quantity, near)


# -- what stands after the number --------------------------------------------------------------------------------------


def after(view: View, quantity: Quantity) -> Bond | None:
    """The word of change right after the number: "a 12 per cent increase", "2 per cent lower", "300 more arrivals than"."""
    k = quantity.j
    for match in view.at(k, "cue"):
        if is_change(view, match) and "than" in view.rules.packs.cue[match.rule].takes and _compares(view, match):
            return Bond(match, _trend(view, match), "than")
    if quantity.kind is Kind.COUNT and not _is_points(view, quantity) and not counts_change(view, quantity.i, k):
        return None
    if own_noun(quantity) and _is_points(view, quantity) and quantity.noun:
        k = quantity.noun.j  # "15 points higher"
    for step in range(4):
        for match in view.at(k + step, "cue"):
            if is_change(view, match) and _may_follow(view, quantity, match):
                object_ = view.is_(match.j, "determiner") and not is_time(view, match.j + 1)
                verb = object_ or (step and _is_plural(view, match.i - 1))
                return None if verb else Bond(match, _trend(view, match), "after")
        if not _may_modify(view, k + step):
            return None
    return None


def _may_follow(view: View, quantity: Quantity, match: Match) -> bool:
    """Whether the word of change may stand after the number: "300 more" is an addition, "30 per cent more" is a change."""
    takes = view.rules.packs.cue[match.rule].takes
    if "after" not in takes or (quantity.kind is Kind.COUNT and "of" not in takes and not _is_points(view, quantity)):
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
