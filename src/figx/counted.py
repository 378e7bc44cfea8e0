"""Gives each quantity its noun: after it, before it, in a partner's place, or left out and said earlier."""

from __future__ import annotations

import re

from figx.figure import Kind
from figx.nouns import NounPhrase, noun_text, phrase_after, phrase_before
from figx.quantity import Quantity
from figx.view import View

_LIST = frozenset({",", "and", "or", "to", "-", "–", "/", "then"})
_LABEL = re.compile(r"(?::|\.{2,}|\||\t|\s{3,})\s*$")


def count_nouns(view: View, quantities: list[Quantity]) -> None:
    """Sets `noun`, `noun_text` and, for counts, `unit`."""
    for n, quantity in enumerate(quantities):
        match quantity.kind:
            case None:
                _count(view, quantities, n)
            case Kind.MONEY:
                _money(view, quantity)
            case Kind.SHARE | Kind.MULTIPLE:
                _share(view, quantities, n)
            case Kind.MEASURE:
                _set(view, quantity, _after_of(view, quantity.j))


def _set(view: View, quantity: Quantity, noun: NounPhrase | None) -> None:
    if noun is not None:
        quantity.noun, quantity.noun_text = noun, noun_text(view, noun)


# -- counts ------------------------------------------------------------------------------------------------------------


def _count(view: View, quantities: list[Quantity], n: int) -> None:
    quantity = quantities[n]
    one = quantity.value == 1
    noun = phrase_after(view, quantity.j, one=one)
    if noun and not noun.sure and not _plausible(view, quantity, noun):
        noun = None
    if noun is None:
        noun = _shared(view, quantities, n) or _bracketed(view, quantity)
    if noun is None and (money := _money_before(view, quantities, n)):
        quantity.kind, quantity.unit, quantity.codes = Kind.MONEY, money.unit, money.codes
        quantity.rules["kind"] = "figx.money.carried"
        return
    if noun is None:
        noun = _earlier(view, quantities, n)
    if noun is None:
        return
    _set(view, quantity, noun)
    quantity.unit = noun.unit
    quantity.rules["unit"] = "figx.noun"


def _plausible(view: View, quantity: Quantity, noun: NounPhrase) -> bool:
    """Whether unknown words without a plural ending may be counted: "6 million cattle", "63 Rohingya"."""
    if quantity.value == 1 or view.is_(noun.j - 1, "participle"):
        return noun.i == quantity.j and _nominal(view, noun)
    if quantity.numeral.form == "vague":
        return view.lower(quantity.j) == "of"
    return noun.j - noun.i <= 3 and not view.word(noun.j - 1)[0].isupper() and not view.word(noun.i)[0].isupper()


_NOMINAL = frozenset("injured wounded displaced dead missing homeless disabled unemployed dead hospitalised hospitalized orphaned elderly".split())


def _nominal(view: View, noun: NounPhrase) -> bool:
    return view.lower(noun.j - 1) in _NOMINAL


def _shared(view: View, quantities: list[Quantity], n: int) -> NounPhrase | None:
    """The noun of the next number in a list: "6,000, 4,000 and 5,000 people"."""
    here = quantities[n]
    for following in quantities[n + 1 :]:
        if following.kind is not None or any(view.lower(k) not in _LIST for k in range(here.j, following.i)):
            return None
        if here.j == following.i:
            return None
        noun = phrase_after(view, following.j)
        if noun and noun.sure:
            return noun
        here = following
    return None


def _bracketed(view: View, quantity: Quantity) -> NounPhrase | None:
    """ "refugees (12,400)": the noun right before the bracket."""
    if view.word(quantity.i - 1) not in ("(", "["):
        return None
    return phrase_before(view, quantity.i, max(0, quantity.i - 4))


def _money_before(view: View, quantities: list[Quantity], n: int) -> Quantity | None:
    """ "300 million euros this year and 200 million next year": the second is money too."""
    quantity = quantities[n]
    if quantity.numeral.scale < 1_000_000 and quantity.numeral.form != "vague":
        return None
    if quantity.numeral.form == "vague":
        return None
    for earlier in reversed(quantities[:n]):
        if earlier.kind is Kind.MONEY:
            return earlier
        if earlier.kind is None:
            return None
    return None


def _earlier(view: View, quantities: list[Quantity], n: int) -> NounPhrase | None:
    """What the sentence has counted or named before: "1,214 were recorded", "another 900 in June"."""
    quantity = quantities[n]
    for earlier in reversed(quantities[:n]):
        if earlier.kind is None and earlier.noun is not None:
            return earlier.noun
    return phrase_before(view, quantity.i)


# -- money, shares, measures -------------------------------------------------------------------------------------------


def _after_of(view: View, k: int, *words: str) -> NounPhrase | None:
    if view.lower(k) not in (words or ("of",)):
        return None
    j = k + 1
    while view.is_(j, "determiner") or view.lower(j) == "of":
        j += 1
    if j in view.numerals:
        return None
    return phrase_after(view, j)


def _money(view: View, quantity: Quantity) -> None:
    noun = _after_of(view, quantity.j, "of", "in", "worth")
    if noun and any(place.i == noun.i and place.j == noun.j for place in view.places):
        noun = None
    if noun is None and not view.is_punctuation(quantity.j):
        noun = phrase_after(view, quantity.j)
        if noun and (noun.i != quantity.j or view.is_(quantity.j, "participle")):
            noun = None
    _set(view, quantity, noun)


def _share(view: View, quantities: list[Quantity], n: int) -> None:
    quantity = quantities[n]
    noun = _after_of(view, quantity.j)
    if noun is None and quantity.rules.get("kind") != "figx.share.percent":
        noun = phrase_after(view, quantity.j)
    if noun is None and view.is_(quantity.j, "determiner"):
        noun = phrase_after(view, quantity.j + 1)
    if noun is None and quantity.kind is Kind.SHARE:
        noun = _partner(view, quantities, n) or _direct(view, quantity) or phrase_before(view, quantity.i)
    _set(view, quantity, noun)


def _direct(view: View, quantity: Quantity) -> NounPhrase | None:
    """ "58% more refugees", "40 per cent fewer arrivals"."""
    noun = phrase_after(view, quantity.j)
    return noun if noun and noun.sure and view.lower(quantity.j) in ("more", "fewer", "less") else None


def _partner(view: View, quantities: list[Quantity], n: int) -> NounPhrase | None:
    """ "1,716 individuals (61%)": the share is of what the figure before the bracket counts."""
    if view.word(quantities[n].i - 1) not in ("(", "[") or n == 0:
        return None
    return quantities[n - 1].noun
