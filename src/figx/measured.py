"""What a measure measures: "60 mm of rain", "winds of 126 km/h", "200 mph wind speeds", "limit warming to 1.5 degrees"."""

from __future__ import annotations

from dataclasses import replace

from figx.nouns import NounPhrase, phrase_after, phrase_ending
from figx.portions import changed_object, changing, converted, next_place, set_noun
from figx.quantity import Quantity
from figx.subjects import STATES, after_of, before_hedges, clause_subject, of_before
from figx.view import View

_REACH = 8  # tokens
_DISTANCES = frozenset({"kilometer", "mile"})
_TEMPERATURES = frozenset({"degC", "degF"})


def measure_noun(view: View, quantities: list[Quantity], n: int) -> None:
    """Sets the noun of the measure, where the text says what is measured."""
    quantity = quantities[n]
    within = any(view.lower(k) == "within" for k in range(max(0, quantity.i - 3), quantity.i))
    noun = None if within else after_of(view, quantity.j) or _past_bracket(view, quantity) or _direct(view, quantity)
    noun = (
        _without_verb(view, noun)
        or of_before(view, quantity)
        or _labelled(view, quantity)
        or changed_object(view, quantity)
    )
    told = before_hedges(view, quantity.i) - 1
    if noun is None and view.lower(told).endswith("ing") and STATES.fullmatch(view.lower(told)):
        noun = phrase_ending(view, told)  # "temperatures reaching 39 degrees"
    elif noun is None and _is_told(view, quantity):
        noun = clause_subject(view, quantities, n)
        noun = noun if noun and quantity.i - noun.j <= _REACH else None
    noun = noun or changing(view, quantity) or converted(view, quantity, quantities[n - 1] if n else None)
    set_noun(view, quantity, noun or next_place(view, quantity, quantities[n - 1] if n else None))


def _without_verb(view: View, noun: NounPhrase | None) -> NounPhrase | None:
    """ "450 mm of rain | caused rivers to swell": what fell or rose, and no participle of the noun after it."""
    if noun is None:
        return None
    k = next((k for k in range(noun.i, noun.j - 1) if view.is_(k, "weather")), -1)
    return replace(noun, j=k + 1) if k >= 0 and view.is_past(k + 1) else noun


def _past_bracket(view: View, quantity: Quantity) -> NounPhrase | None:
    """ "450 mm (18 inches) of rain": both are of the rain."""
    j = quantity.j
    if view.word(j) != ")":
        j = next((k for k in range(j, min(j + 9, len(view))) if view.word(k) == ")"), -1) if view.word(j) == "(" else -1
    return after_of(view, j + 1) if j >= 0 else None


def _direct(view: View, quantity: Quantity) -> NounPhrase | None:
    """ "200 mph wind speeds", "150 millimetres more rain": the noun right after the unit, where it is one for sure."""
    noun = phrase_after(view, quantity.j)
    if noun is None or view.is_(noun.i, "direction", "participle") or noun.j - noun.i > 4:
        return None
    more = view.lower(quantity.j) in ("more", "less", "fewer") and noun.i == quantity.j + 1
    return noun if more or (noun.sure and noun.i == quantity.j) else None


def _labelled(view: View, quantity: Quantity) -> NounPhrase | None:
    """ "temperatures around 40 degrees", "heavy rain, measured at 45 millimetres": the noun right before the cue."""
    k = before_hedges(view, quantity.i)
    k -= view.lower(k - 1) == "between"
    if view.lower(k - 1) == "at" and view.is_(k - 2, "measuring"):
        k -= 3 if view.word(k - 3) == "," else 2
        return phrase_ending(view, k)
    if k < quantity.i and _is_size(view, quantity.j) and view.lower(k - 1).endswith("s"):
        return phrase_ending(view, k)  # "waves up to 6 metres high"
    if k < quantity.i and quantity.unit.endswith("_per_hour") and view.lower(k - 1).endswith("s"):
        return phrase_ending(view, k)  # "winds up to 290 km/h"
    hedged = k < quantity.i or view.lower(k - 1) in ("above", "below", "near", "between")
    if not hedged or quantity.unit not in _TEMPERATURES or view.is_(k - 1 - (k == quantity.i), "be"):
        return None
    return phrase_ending(view, k if k < quantity.i else k - 1)


def _is_size(view: View, k: int) -> bool:
    """Whether token k says that a measure is one of size: "high", and not "away"."""
    return view.is_(k, "dimension") and not view.is_(k, "distant", "preposition")


def _is_told(view: View, quantity: Quantity) -> bool:
    """Whether a verb tells the measure of its subject: "rain reached 60 mm". How far away a camp is measures no camp."""
    k = before_hedges(view, quantity.i)
    if view.lower(k - 1) in ("by", "to", "at", "from", "between", "a"):
        k -= 1
    told = STATES.fullmatch(view.lower(k - 1)) or (k < quantity.i and STATES.fullmatch(view.lower(k)))
    if view.is_(k - 1, "have") or not (told or view.is_(k - 1, "be")):
        return False
    if quantity.unit in _DISTANCES:
        return _is_size(view, quantity.j)
    return not view.is_(quantity.j, "direction", "distant", "adverb")
