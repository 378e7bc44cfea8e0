"""Whether a number may hang on a word of change, by what the word takes and by what stands between them."""

from __future__ import annotations

import re

from figx.figure import Kind, Trend
from figx.hangs import Hang, is_adverb, is_particle, is_points, is_time, own_noun
from figx.quantity import Quantity
from figx.view import Match, View

NEAR = 8  # tokens
OPENERS = frozenset({"(", ",", "-", "–", "—"})
_AGENTS = frozenset({"person", "household", "country"})


def fits(view: View, quantity: Quantity, match: Match, hang: Hang) -> bool:
    """Whether the number that hangs as `hang` says is governed by the word of change `match` before it."""
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
    return view.is_(match.i - 1, "determiner") and view.lower(match.i - 1) not in (
        "this",
        "that",
        "these",
        "those",
        "all",
        "both",
    )


def _particle_fits(view: View, quantity: Quantity, match: Match, hang: Hang) -> bool:
    """ "shares up 3 per cent", "is up 300 on last year", and not "set up 40 camps", "boils down to two questions"."""
    k = match.i
    while k > 0 and (is_adverb(view, k - 1) or view.lower(k - 1) == "last"):
        k -= 1
    if k == 0 or view.is_(k - 1, "auxiliary") or view.is_punctuation(k - 1):
        return True
    if view.is_(k - 1, "phrasal_verb"):
        return False
    counted = view.is_(k - 1, "pronoun") or any(view.is_(i, "head_of", "container") for i in range(max(0, k - NEAR), k))
    if counted and hang.link == "to":
        return True
    if hang.link == "from" and (is_time(view, k - 1) or view.noun(k - 1)):
        return True  # "were caught in June up from 1,580"
    if own_noun(quantity) or view.is_(k - 1, "verb", "participle") or view.lower(k - 1).endswith("ing"):
        return False
    return quantity.kind is Kind.SHARE or is_plural(view, k - 1) or is_points(view, quantity)


def is_plural(view: View, k: int) -> bool:
    """Whether token k is a plural, by the lists of nouns or by its ending."""
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
        return (
            quantity.kind is Kind.SHARE
            or is_points(view, quantity)
            or (quantity.kind is Kind.MONEY and _leads_on(view, quantity))
        )
    if "bare" not in takes:
        return False
    match quantity.kind:
        case Kind.SHARE:
            return not of
        case Kind.MONEY | Kind.MEASURE:
            return not of
        case Kind.COUNT:
            return is_points(view, quantity) or not own_noun(quantity) or _is_copular(view, match)
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


def _of_fits(view: View, quantity: Quantity, match: Match, gap: range) -> bool:
    if own_noun(quantity):
        return not gap and view.lower(match.i - 1) != "the"  # "the fall of two cities"
    if not gap:
        return True
    short = len(gap) <= NEAR and not any(view.is_(k, "head_of", "container") for k in (gap[-1],))
    return short and view.is_(gap[0], "time_lead", "preposition")


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
    if is_adverb(view, k) or is_time(view, k) or view.word(k) in OPENERS:
        return True
    return view.is_(k, "preposition", "particle", "subordinator")


def _by_fits(view: View, quantity: Quantity, match: Match, gap: range) -> bool:
    """ "grew by 300 people", and not "raised by 300 donors"."""
    passive = not gap and view.is_(match.i - 1, "auxiliary")
    if not own_noun(quantity) or (quantity.unit not in _AGENTS and not passive):
        return True
    takes = view.rules.packs.cue[match.rule].takes
    near = [*range(max(0, match.i - NEAR), match.i), *gap]
    return ("object" not in takes and "of" not in takes) or any(view.is_(k, "container") for k in near)


def own_noun_differs(view: View, quantity: Quantity, gap: range) -> bool:
    """Whether the number counts something else than what changes: "increase aid to 300 families"."""
    nouns = [
        k
        for k in gap
        if view.word(k)[:1].isalpha() and not view.is_(k, "preposition", "determiner", "adverb", "time_noun")
    ]
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
    near = range(max(0, match.i - NEAR), match.i)
    if any(view.is_(k, "dative_noun") for k in near):
        return True
    takes = view.rules.packs.cue[match.rule].takes
    return quantity.unit in _AGENTS and "bare" not in takes and not _is_counted(view, quantity, near)
