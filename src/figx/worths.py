"""What a sum of money is of: the noun with it, the subject of its verb, what is worth it; and sums without their currency."""

from __future__ import annotations

from figx.figure import Kind
from figx.nouns import NounPhrase, phrase_after, phrase_ending
from figx.plurals import ADJECTIVE, STOP
from figx.portions import converted, next_place, set_noun
from figx.quantity import Quantity
from figx.subjects import STATES, after_of, before_hedges, clause_subject, money_before_verb, of_before
from figx.view import View

_MONEY_SCALE = 1_000_000


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
    noun = (
        noun
        or _pledge(view, quantity)
        or of_before(view, quantity)
        or money_before_verb(view, quantity)
        or converted(view, quantity, before)
    )
    noun = noun or _worth(view, quantity) or _come_to(view, quantity, before) or next_place(view, quantity, before)
    if noun is None and before and before.kind is Kind.MONEY and before.unit != quantity.unit:
        between = [view.word(k) for k in range(before.j, quantity.i) if not view.at(k, "currency")]
        noun = before.noun if "/" in view.text[before.end : quantity.start] and len(between) <= 2 else None
    set_noun(view, quantity, noun)


def _pledge(view: View, quantity: Quantity) -> NounPhrase | None:
    """ "a $5 million pledge to build": after an article what looks like a verb is a noun."""
    j = quantity.j
    if (
        not view.is_(quantity.i - 1, "article")
        or not view.is_(j, "verb", "participle")
        or view.lower(j).endswith("ing")
        or view.is_past(j)
        or view.noun(j)
    ):
        return None
    closed = (
        j + 1 >= len(view) or view.is_punctuation(j + 1) or view.is_(j + 1, "preposition", "auxiliary", "conjunction")
    )
    return NounPhrase(j, j + 1, view.lower(j), listed=False) if closed else None


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
    if (
        noun
        and not noun.listed
        and (view.lower(noun.j - 1).endswith("ent") or ADJECTIVE.search(view.lower(noun.j - 1)))
    ):
        return None  # "the most recent"
    return noun


# -- money without its currency ----------------------------------------------------------------------------------------


def is_money(view: View, quantity: Quantity, noun: NounPhrase | None) -> bool:
    """ "billions in aid", "a 1.1-billion annual budget", "paid millions": money without its currency."""
    low = quantity.low if quantity.numeral.form == "vague" else quantity.numeral.scale
    if low is None or low < _MONEY_SCALE:
        return False
    if noun is not None:
        if noun.unit != "money":
            return False
        direct = view.lower(quantity.j) == "in" or quantity.numeral.form != "vague"
        return direct and quantity.j <= noun.i <= quantity.j + 3
    return quantity.numeral.form == "vague" and any(
        view.is_(k, "spending_verb") for k in range(max(0, quantity.i - 2), quantity.i)
    )


def carry_money(quantity: Quantity, earlier: list[Quantity]) -> None:
    quantity.kind, quantity.rules["kind"] = Kind.MONEY, "figx.money.noun"
    for money in reversed(earlier):
        if money.kind is Kind.MONEY:
            quantity.unit, quantity.codes = money.unit, money.codes
            return
    quantity.unit = ""
    quantity.flags.append("currency_not_stated")


def money_before(quantities: list[Quantity], n: int) -> Quantity | None:
    """ "300 million euros this year and 200 million next year": the second is money too."""
    if quantities[n].numeral.scale < _MONEY_SCALE or quantities[n].numeral.form == "vague":
        return None
    for earlier in reversed(quantities[:n]):
        if earlier.kind in (Kind.MONEY, None):
            return earlier if earlier.kind else None
    return None
