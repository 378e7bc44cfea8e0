"""Which cue governs which number, and which bound it gives. A cue binds the nearest number alone."""

from __future__ import annotations

import re

from figx.cues import is_change_over, is_compared_number, is_raised_to
from figx.figure import Kind, Qualifier
from figx.quantity import Quantity
from figx.view import Match, View

_SPREAD = re.compile(
    r"\b(?:spreads?|spreading|turn(?:s|ed|ing)?|hand(?:s|ed|ing)?|t[ao]ken?|took|cross(?:es|ed|ing)?|carr(?:y|ied)|pass(?:es|ed)|roll(?:s|ed)|scattered|distributed|spanning|stretch\w*|extend\w*|control|rule|power|jurisdiction|authority|across|all)\s+(?:\w+\s+)?over\s*$",
    re.IGNORECASE,
)
_CENTRED = re.compile(
    r"\b(?:(?:cent(?:er|re)|revolv|rotat|orbit|wrap|built|based|organi[sz]|structur|design|gather)(?:e?[ds]?|ing|p?ed)|turns|turned)\s+around\s*$",
    re.IGNORECASE,
)
_OPENERS = frozenset({"(", "“", '"', "‘", "'", "[", "*", "_"})


def qualify(view: View, quantity: Quantity, others: set[int]) -> None:
    """Sets the qualifier and bounds of a quantity; `others` are tokens of the other quantities."""
    if quantity.qualifier is Qualifier.RANGE or quantity.numeral.form == "vague":
        if quantity.numeral.form == "vague":
            quantity.qualifier = Qualifier.VAGUE
            quantity.rules["qualifier"] = "figx.vague"
        return
    cue = cue_before(view, quantity) or _after(view, quantity, others)
    if cue is None:
        return
    quantity.qualifier, match = cue
    quantity.rules["qualifier"], quantity.words["qualifier"] = match.rule, view.raw(match.i, match.j)
    set_bounds(quantity)


def set_bounds(quantity: Quantity) -> None:
    """The bounds that the qualifier gives."""
    match quantity.qualifier:
        case Qualifier.MORE_THAN | Qualifier.AT_LEAST:
            quantity.low = quantity.value
        case Qualifier.LESS_THAN | Qualifier.AT_MOST | Qualifier.NEARLY:
            quantity.high = quantity.value


def _meaning(view: View, match: Match) -> Qualifier | None:
    cue = view.rules.packs.cue[match.rule]
    return Qualifier(cue.means) if cue.field == "qualifier" else None


def cue_before(view: View, quantity: Quantity) -> tuple[Qualifier, Match] | None:
    """The cue that ends at the number; "an additional", "the", "a total of" may stand between."""
    position = quantity.i
    found: tuple[Qualifier, Match] | None = None
    for _ in range(5):
        matches = [
            m for m in view.ending(position, "cue")
            if (meaning := _meaning(view, m)) and view.rules.packs.cue[m.rule].side == "before"
        ]  # fmt: skip
        if not matches:
            if view.word(position - 1) in _OPENERS and found is None:
                position -= 1
                continue
            break
        match = matches[0]
        meaning = _meaning(view, match)
        if is_raised_to(view, match) or is_change_over(view, match) or is_compared_number(view, match):
            break
        if position < quantity.i and _is_comparison(view, quantity, match, position):
            break
        if meaning and meaning is not Qualifier.EXACT and not _means_place(view, match):
            if found is None or (found[0] is Qualifier.APPROX and meaning is not Qualifier.APPROX):
                found = (meaning, match)
            elif found[0] is not Qualifier.APPROX:
                break
        position = match.i
    return found


def _is_comparison(view: View, quantity: Quantity, match: Match, position: int) -> bool:
    """ "was more than the 19,962 people arrested in May": compared with a number that is known, which it bounds not."""
    counted = quantity.noun is not None and quantity.noun.i >= quantity.j
    return counted and view.lower(position) == "the" and view.is_(match.j - 1, "comparing", "threshold")


def _means_place(view: View, match: Match) -> bool:
    """ "spread over 3 provinces", "centred around two cities": where, not how many."""
    lead = view.text[: view.offsets[match.j - 1][1]][-60:]
    if view.lower(match.j - 1) == "around":
        return bool(_CENTRED.search(lead))
    return view.lower(match.j - 1) == "over" and bool(_SPREAD.search(lead))


def _after(view: View, quantity: Quantity, others: set[int]) -> tuple[Qualifier, Match] | None:
    ends = [quantity.j]
    if quantity.noun and quantity.noun.i >= quantity.j and quantity.noun.i - quantity.j < 3:
        ends.append(quantity.noun.j)
    for k in ends:
        for match in view.at(k, "cue"):
            meaning = _meaning(view, match)
            if meaning is None or view.rules.packs.cue[match.rule].side != "after" or match.j in others:
                continue
            if view.lower(match.j) == "than":
                continue
            if view.lower(match.i) in ("+",) and not view.glued(match.i):
                continue
            if view.lower(match.i) == "plus" and not view.glued(match.i) and _adds(view, quantity, match.j):
                continue
            return meaning, match
    return None


def _adds(view: View, quantity: Quantity, k: int) -> bool:
    """ "12 adults plus 3 children", "£12m plus bonuses": something is added, which makes no bound."""
    if k in view.numerals or view.is_(k, "determiner"):
        return True
    ended = view.is_(k, "preposition", "auxiliary", "verb", "conjunction", "adverb", "subordinator")
    return view.word(k)[:1].isalpha() and not ended and quantity.kind in (Kind.MONEY, Kind.MEASURE)
