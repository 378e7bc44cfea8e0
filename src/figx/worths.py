"""What a sum of money is of: the noun with it, the subject of its verb, what is worth it."""

from __future__ import annotations

from figx.figure import Kind
from figx.nouns import NounPhrase, phrase_after, phrase_ending
from figx.plurals import STOP
from figx.portions import converted, next_place, set_noun
from figx.quantity import Quantity
from figx.subjects import STATES, after_of, before_hedges, clause_subject, money_before_verb, of_before
from figx.view import View


def money_noun(view: View, quantity: Quantity, before: Quantity | None = None) -> None:
    past = _past_aside(view, quantity.j)
    noun = after_of(view, quantity.j, "of", "in", "worth") or after_of(view, past, "in", "worth")
    if (
        noun
        and noun.unit != "money"
        and any(view.lower(k) == "in" and view.is_(k + 1, "determiner") for k in (quantity.j, past))
    ):
        noun = None  # "put $5 million in these schools": where it goes
    if noun and any(place.i <= noun.i and noun.j <= place.j for place in view.places):
        noun = None
    if noun is None and not view.is_punctuation(quantity.j) and not view.is_(quantity.j, "participle", *STOP):
        noun = phrase_after(view, quantity.j)
        if noun and (noun.i != quantity.j or view.word(noun.i) in view.rules.currency_signs):
            noun = None
        if noun and not noun.listed and view.lower(noun.j - 1).endswith("ing"):
            noun = None  # "millions of dollars lying around"
    noun = noun or of_before(view, quantity) or money_before_verb(view, quantity) or converted(view, quantity, before)
    noun = noun or _worth(view, quantity) or _come_to(view, quantity, before) or next_place(view, quantity, before)
    if noun is None and before and before.kind is Kind.MONEY and before.unit != quantity.unit:
        between = [view.word(k) for k in range(before.j, quantity.i) if not view.at(k, "currency")]
        noun = before.noun if "/" in view.text[before.end : quantity.start] and len(between) <= 2 else None
    set_noun(view, quantity, noun)


def _past_aside(view: View, k: int) -> int:
    """Where an aside at token k ends: "400,000 rupees ($6,300) in compensation", "$26 million, in 2022, in new funding"."""
    closing = {"(": ")", ",": ","}.get(view.word(k), "")
    if not closing or (closing == "," and not view.is_(k + 1, "preposition")):
        return k
    return next((i + 1 for i in range(k + 1, min(k + 9, len(view))) if view.word(i) == closing), k)


def _worth(view: View, quantity: Quantity) -> NounPhrase | None:
    """ "losses worth 3 billion yuan", "damage to roads worth $2 million": what is worth the sum."""
    k = before_hedges(view, quantity.i) - 1
    if view.is_(k, "own_money") and view.lower(k + 1).endswith("ed"):
        return phrase_ending(view, k + 1)  # "damage estimated at"
    if view.lower(k) != "worth":
        return None
    for i in range(k - 1, max(-1, k - 8), -1):
        if view.is_(i, "own_money"):
            return phrase_ending(view, i + 1)
        if view.is_punctuation(i) or view.is_(i, "auxiliary"):
            break
    return phrase_ending(view, k)


def _come_to(view: View, quantity: Quantity, before: Quantity | None) -> NounPhrase | None:
    """ "losses will end up beyond $1bn": the subject of the verb that leads to the sum, where it tells no giving or having."""
    k = before_hedges(view, quantity.i)
    while k > 1 and (view.is_(k - 1, "preposition", "particle") or view.is_(k - 1, "adverb")):
        k -= 1
    if view.lower(k - 1) in ("has", "have", "had") or not any(
        STATES.fullmatch(view.lower(i)) for i in range(k - 1, quantity.i)
    ):
        return None
    verb = next(i for i in range(k - 1, quantity.i) if STATES.fullmatch(view.lower(i)))
    if view.lower(verb - 1) == "to" or view.is_(verb - 1, "determiner"):
        return None  # "in an amount not to exceed"
    noun = clause_subject(view, [before, quantity] if before else [quantity], 1 if before else 0)
    return noun if noun and (noun.sure or view.is_(noun.i - 1, "determiner") or noun.i == 0) else None
