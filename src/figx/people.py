"""Whether a number without a noun that the lists hold counts people, by what befell them."""

from __future__ import annotations

from dataclasses import replace

from figx.acts import is_act
from figx.nouns import NounPhrase, phrase_after, phrase_before, phrase_ending
from figx.plurals import STOP
from figx.quantity import Quantity
from figx.subjects import COUNTED_UNITS, STATES, before_hedges, is_part
from figx.verbs import Form, verb_form
from figx.view import Match, View

_REACH, _NEAR = 16, 5  # tokens


def in_settlement(view: View, quantity: Quantity) -> bool:
    """ "a city of some 170,000": people, whatever was counted before."""
    of = before_hedges(view, quantity.i) - 1
    return view.lower(of) == "of" and view.is_(of - 1, "settlement") and view.lower(of - 1) != "population"


def befallen(view: View, quantity: Quantity, earlier: Quantity | None) -> bool:
    """ "25 missing, 628,000 relocated": what befell people, right at the number, and nothing after it that is counted.

    `earlier` is the count before. "Of the 760 passengers, 35 drowned" counts passengers; and a village may be "affected" too.
    """
    j = quantity.j + (view.lower(quantity.j) == "more")
    if view.lower(j) in ("from", "out") and any(view.lower(k) == "their" and view.noun(k + 1) for k in (j + 1, j + 2)):
        return True  # "forcing around 500 from their homes"
    if view.lower(j) == "of" and view.lower(j + 1) in ("those", "them"):
        return view.is_(j + 2, "befallen")
    if earlier and earlier.unit == "person" and earlier.noun and not view.is_(earlier.noun.j - 1, "nominal_participle"):
        return False
    if view.is_(j, "befallen"):
        return True
    acts = view.lower(before_hedges(view, quantity.i) - 1).endswith("ing")
    theirs = view.lower(j) == "to" and any(view.lower(k) == "their" and view.noun(k + 1) for k in range(j + 1, j + 5))
    counted = earlier is not None and earlier.unit in ("person", "household")
    named = counted and earlier is not None and earlier.noun is not None
    if acts and not named and (theirs or (earlier and not counted and counts_people(view, quantity))):
        return True  # "18 districts, killing at least 74 and forcing 300 to leave their homes"
    if not view.is_(j, "befallen_or_hit") or not (
        j + 1 >= len(view) or view.is_punctuation(j + 1) or view.is_(j + 1, *STOP)
    ):
        return False
    unit = earlier.unit if earlier else ""
    return unit in ("", "person") or (unit == "household" and view.lower(quantity.i - 1) == "or")


def head_count(view: View, quantity: Quantity) -> NounPhrase | None:
    """ "a population of 1.5 million", "the death toll has risen to 37": people, under the word that names their number."""
    edge = before_hedges(view, quantity.i)
    for k in range(edge - 1, max(-1, edge - _REACH), -1):
        if view.word(k) in (";", ".", ",", ")") or (
            k in view.numerals and k not in view.masked and view.lower(k + 1) != "to"
        ):
            return None
        near = view.is_(k, "toll") or (
            view.is_(k, "population") and edge - k <= _NEAR and all(_leads(view, i) for i in range(k + 1, edge))
        )
        if near and (view.lower(k + 1) != "of" or edge == k + 2):
            noun = phrase_ending(view, k + 1)
            return NounPhrase(noun.i, noun.j, "person", listed=True) if noun else None
    return None


def named_total(view: View, quantity: Quantity) -> NounPhrase | None:
    """ "the global refugee figure has decreased by 1 million": people, named before the word for their number."""
    edge = before_hedges(view, quantity.i)
    for k in range(edge - 1, max(0, edge - 8), -1):
        if view.is_punctuation(k) or k in view.numerals:
            return None
        people = view.noun(k - 1)
        if view.is_(k, "any_total") and people and people.unit == "person" and not people.plural:
            noun = phrase_ending(view, k + 1)
            return NounPhrase(noun.i, noun.j, "person", listed=True) if noun else None
    return None


def of_them(view: View, quantities: list[Quantity], n: int) -> NounPhrase | None:
    """ "farmers lost their goats, thousands of them in a night": what was counted or named before in the sentence."""
    j = quantities[n].j
    if view.lower(j) != "of" or view.lower(j + 1) not in ("them", "which", "whom"):
        return None
    earlier = next((q for q in reversed(quantities[:n]) if q.kind is None), None)
    if earlier and earlier.noun:
        return earlier.noun
    noun = phrase_before(view, quantities[n].i)
    return noun if noun and (view.lower(j + 1) != "whom" or noun.unit == "person") else None


def apposed(view: View, quantity: Quantity) -> NounPhrase | None:
    """ "40 guests, 12 of them children": who those are, where nothing else is told of them."""
    j = quantity.j
    if view.lower(j) != "of" or view.lower(j + 1) not in ("them", "whom"):
        return None
    noun = phrase_after(view, j + 2)
    told = noun is None or noun.unit != "person" or not (noun.listed and noun.sure) or noun.i != j + 2
    if noun is None or told or view.is_(noun.j - 1, "befallen", "nominal_participle"):
        return None
    return noun if noun.j >= len(view) or view.is_punctuation(noun.j) or view.lower(noun.j) in ("and", "or") else None


def others(view: View, quantities: list[Quantity], n: int) -> NounPhrase:
    """ "16 others were injured": others of what was counted before, people where nothing was or what befell them tells it."""
    j = quantities[n].j + (view.lower(quantities[n].j) == "of")  # "scores of others"
    unit = next((q.unit for q in reversed(quantities[:n]) if q.kind is None and q.unit), view.context.unit) or "person"
    named = phrase_before(view, j) if unit == "person" and not any(q.kind is None for q in quantities[:n]) else None
    unit = named.unit if named and named.listed else unit
    if unit != "household" and counts_people(view, replace(quantities[n], i=j, j=j + 1)):
        unit = "person"
    return NounPhrase(j, j + 1, unit, listed=True)


def _leads(view: View, i: int) -> bool:
    """Whether token i only leads from the population to its number: "has grown to", "approaching", ":"."""
    word = view.lower(i)
    return (
        bool(STATES.fullmatch(word))
        or view.is_(i, "auxiliary", "adverb", "preposition")
        or word.endswith("ing")
        or view.is_punctuation(i)
    )


def counts_people(view: View, quantity: Quantity) -> bool:
    """Whether the verb says that people are counted ("3,600 have been killed"), or "population" stands before."""
    if _is_taken_in(view, quantity):
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


def _is_taken_in(view: View, quantity: Quantity) -> bool:
    """ "Kenya shelters 300,000", "they host 40": who is taken in or registered, and nothing after the number is counted."""
    k = before_hedges(view, quantity.i) - 1
    while view.is_(k, "act_hedge"):
        k -= 1
    return view.is_(k, "act_of_people") and (is_act(view, k) or not view.lower(k).endswith("s"))


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


def is_no_whole(view: View, quantities: list[Quantity], n: int, other: Quantity) -> bool:
    """ "900 people in 14 districts, including 300 in camps": people, since they were counted, and not the districts."""
    quantity = quantities[n]
    if other.unit in COUNTED_UNITS:
        return False
    counted = any(q.kind is None and q.unit in COUNTED_UNITS for q in quantities[:n])
    fewer = other.value is not None and quantity.value is not None and other.value < quantity.value
    if is_part(view, quantity.i):
        whom = view.lower(before_hedges(view, quantity.i) - 1) == "whom"
        return fewer or (whom and counted)
    return counted and fewer and view.is_(before_hedges(view, other.i) - 1, "place_preposition")


def acts_on_them(view: View, quantity: Quantity, noun: NounPhrase) -> bool:
    """ "private sponsors received 22,500 of them": those who do something with some of others are not counted."""
    if view.lower(quantity.j) != "of" or not view.is_(quantity.j + 1, "those_known"):
        return False
    k = before_hedges(view, quantity.i)
    acts = verb_form(view, k - 1) in (Form.FINITE, Form.BASE)
    return (
        acts
        and noun.j < k
        and all(
            view.is_(m, "auxiliary", "adverb", "modifier_adverb") or verb_form(view, m) is not Form.NONE
            for m in range(noun.j, k)
        )
    )
