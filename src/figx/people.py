"""Whether a number without a noun that the lists hold counts people, by what befell them."""

from __future__ import annotations

from figx.nouns import STOP, NounPhrase
from figx.quantity import Quantity
from figx.view import Match, View


def counts_people(view: View, quantity: Quantity) -> bool:
    """Whether the verb says that people are counted ("3,600 have been killed"), or "population" stands before."""
    if view.lower(quantity.i - 1) == "of" and view.is_(quantity.i - 2, "settlement"):
        return True
    near = [view.lower(k) for k in range(max(0, quantity.i - 4), quantity.i)]
    if "population" in near or any(
        view.lower(k) in ("toll", "fatalities") for k in range(max(0, quantity.i - 16), quantity.i)
    ):
        return True
    start = (
        quantity.j + 2
        if view.lower(quantity.j) == "of" and view.is_(quantity.j + 1, "pronoun", "determiner")
        else quantity.j
    )
    for k in range(start, min(start + 6, len(view))):
        if view.is_(k, "person_verb"):
            return True
        if not view.is_(k, "auxiliary", "adverb", "modifier_adverb", "particle") and k > start:
            break
    return any(view.is_(k, "person_verb") for k in range(max(0, quantity.i - 5), quantity.i))


def named_people(view: View, quantity: Quantity) -> NounPhrase | None:
    """ "400 Brus of the hills took shelter": a people that no list holds, by what befell them."""
    k = quantity.j
    if not view.word(k)[:1].isupper() or k in view.numerals or view.is_(k, *STOP, "verb") or view.word(k).isupper():
        return None
    if view.word(k + 1)[:1].isupper() or any(place.i <= k < place.j for place in view.places):
        return None
    for i in range(k + 1, min(k + 8, len(view))):
        if view.is_punctuation(i) or i in view.numerals:
            return None
        if view.is_(i, "person_verb") or any(_of_class(view, m, "person_verb") for m in view.at(i, "words")):
            return NounPhrase(k, k + 1, "person", listed=False)
    return None


def _of_class(view: View, match: Match, name: str) -> bool:
    return view.rules.packs.words[match.rule].class_ == name
