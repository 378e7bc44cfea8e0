"""Gives each quantity its noun: after it, before it, in a partner's place, or left out and said earlier."""

from __future__ import annotations

import re
from dataclasses import replace

from figx.acts import is_act
from figx.cues import counts_change, is_change, tells_change
from figx.figure import Kind
from figx.measured import measure_noun
from figx.nouns import NounPhrase, phrase_after, phrase_before
from figx.people import (
    acts_on_them,
    apposed,
    befallen,
    counts_people,
    head_count,
    in_settlement,
    is_no_whole,
    named_people,
    named_total,
    of_them,
    others,
)
from figx.portions import set_noun, share_noun
from figx.quantity import Quantity
from figx.respective import respective_nouns
from figx.subjects import (
    COUNTED_UNITS,
    after_of,
    before_bracket,
    before_hedges,
    copula_noun,
    key_figure,
    label_noun,
    leads_label,
    named_subject,
    number_of,
    of_numeral,
    people_before,
)
from figx.view import View
from figx.worths import carry_money, is_money, money_before, money_noun

_LIST = frozenset({",", "and", "or", "to", "-", "–", "/", "then"})
_CONTAINERS = frozenset({"level", "number", "total", "figure", "amount"})


def count_nouns(view: View, quantities: list[Quantity]) -> None:
    """Sets `noun`, `noun_text` and, for counts, `unit`."""
    for n, quantity in enumerate(quantities):
        match quantity.kind:
            case None:
                _count(view, quantities, n)
                _whole(quantity)
            case Kind.MONEY:
                money_noun(view, quantity, quantities[n - 1] if n else None)
            case Kind.SHARE | Kind.MULTIPLE:
                share_noun(view, quantities, n)
            case Kind.MEASURE:
                measure_noun(view, quantities, n)
    respective_nouns(view, quantities)


# -- counts ------------------------------------------------------------------------------------------------------------


def _count(view: View, quantities: list[Quantity], n: int) -> None:
    quantity = quantities[n]
    head = view.context.head_at(quantity.start)
    if head and head.unit:
        quantity.unit, quantity.noun_text, quantity.rules["unit"] = head.unit, head.noun, "figx.noun.column"
        return
    noun, rule = _noun_beside(view, quantities, n)
    if view.lower(quantity.j + (view.lower(quantity.j) == "of")) == "others":
        noun, rule = others(view, quantities, n), "others"
    if noun and noun.unit == "money" and view.context.item and view.context.unit and quantity.numeral.scale == 1:
        noun = None  # "3,540 required help", in a list that counts people
    if is_money(view, quantity, noun):
        carry_money(quantity, quantities[:n])
        set_noun(view, quantity, noun, rule)
        return
    if noun is None and (money := money_before(quantities, n)):
        quantity.kind, quantity.unit, quantity.codes = Kind.MONEY, money.unit, money.codes
        quantity.rules["kind"] = "figx.money.carried"
        return
    if noun is None and quantity.numeral.form == "vague" and (exact := _or_even(view, quantities, n)):
        quantity.kind, quantity.unit, quantity.codes = exact.kind, exact.unit, exact.codes
        quantity.rules["kind"] = exact.rules.get("kind", "")
        return
    if noun is None and quantity.numeral.form == "vague" and (noun := of_them(view, quantities, n)):
        set_noun(view, quantity, noun, "earlier")
        quantity.unit = noun.unit
        return
    if noun is None and quantity.numeral.form == "vague":
        quantity.unit, quantity.rules["unit"] = "person", "figx.noun.magnitude"  # "thousands have fled"
        return
    if (noun is None or rule == "list") and (people := head_count(view, quantity)):
        set_noun(view, quantity, people, "head-count")
        quantity.unit, quantity.noun = "person", None  # no number after it counts a toll
        return
    if noun is None and (in_settlement(view, quantity) or befallen(view, quantity, _earlier(quantities[:n]))):
        quantity.unit, quantity.rules["unit"] = "person", "figx.noun.person-verb"
        return
    if noun is None and _included(view, quantity, _earlier(quantities[:n])):
        quantity.unit, quantity.rules["unit"] = "person", "figx.noun.earlier"
        return
    if noun is None:
        noun, rule = _left_out(view, quantities, n)
    if noun is None:
        noun, rule = label_noun(view, quantity), "label"
    if noun is None and (people := named_people(view, quantity)):
        set_noun(view, quantity, people, "person-verb")
        quantity.unit = "person"
        return
    if noun is None and counts_people(view, quantity):
        quantity.unit, quantity.rules["unit"] = "person", "figx.noun.person-verb"
        return
    if noun is None:
        noun, rule = _named_before(view, quantity), "before"
    if noun is not None and view.is_(noun.j - 1, "lives") and noun.i >= quantity.j:
        noun = NounPhrase(noun.i, noun.j, "person", listed=True)  # "claimed 180 lives"
    if noun is not None and not (view.context.row and noun.unit not in COUNTED_UNITS and view.context.unit):
        set_noun(view, quantity, noun, rule)
        quantity.unit = noun.unit
    elif (earlier := _earlier(quantities[:n])) and earlier.unit:
        quantity.unit, quantity.rules["unit"] = earlier.unit, "figx.noun.earlier"
        if view.context.row and earlier.unit == view.context.unit:
            quantity.noun_text = view.context.noun
    elif view.context.unit and _hangs(view, quantity):
        quantity.unit, quantity.rules["unit"] = view.context.unit, "figx.noun.context"
        quantity.noun_text = view.context.noun
        quantity.flags.append("unit_from_context")


def _included(view: View, quantity: Quantity, before: Quantity | None) -> bool:
    """ "floods that killed dozens, including 17 in the port": people, as those before."""
    including = view.lower(before_hedges(view, quantity.i) - 1) == "including"
    return including and before is not None and before.unit == "person" and before.noun is None


def _earlier(quantities: list[Quantity]) -> Quantity | None:
    """The count before."""
    return next((q for q in reversed(quantities) if q.kind is None), None)


def _or_even(view: View, quantities: list[Quantity], n: int) -> Quantity | None:
    """ "several hundred or even 1,000 megawatts": the measure or the sum that both numbers state."""
    following = quantities[n + 1] if n + 1 < len(quantities) else None
    if following is None or following.kind not in (Kind.MEASURE, Kind.MONEY):
        return None
    between = [view.lower(k) for k in range(quantities[n].j, following.i)]
    return following if between[:1] == ["or"] and len(between) <= 2 else None


def _whole(quantity: Quantity) -> None:
    """ "12.345 people" are no fraction of a person: the dot groups thousands."""
    value = quantity.value
    if quantity.numeral.digits != "dot" or quantity.unit not in COUNTED_UNITS or value is None:
        return
    if value != value.to_integral_value():
        quantity.value = value * 1000
        quantity.flags.append("ambiguous_separator")


def _noun_beside(view: View, quantities: list[Quantity], n: int) -> tuple[NounPhrase | None, str]:
    """The noun after the number, after the next number of a list, or before the bracket that the number stands in."""
    quantity = quantities[n]
    if change := counts_change(view, quantity.i, quantity.j):
        return after_of(view, change.j, "in", "of") or number_of(view, quantity.i), "change"
    noun = phrase_after(view, quantity.j, one=quantity.value == 1)
    if noun and (head := _joined_head(view, quantity, noun)):
        return head, "list"
    if noun and (noun.sure or _plausible(view, quantity, noun)):
        return noun, "after"
    if quantity.numeral.form == "vague" and (noun := after_of(view, quantity.j, "in")) and noun.unit == "money":
        return noun, "after"
    if noun := apposed(view, quantity) or of_numeral(view, quantity):
        return noun, "of"
    if noun := _shared(view, quantities, n):
        return noun, "list"
    if noun := before_bracket(view, quantity):
        return noun, "bracket"
    if leads_label(view, quantity) and (noun := key_figure(view, quantity.j + 1)):
        return noun, "key-figure"
    return None, ""


def _joined_head(view: View, quantity: Quantity, noun: NounPhrase) -> NounPhrase | None:
    """ "6,000 refugee and 7,000 humanitarian places": a singular that a later noun is the head of."""
    form = view.noun(noun.j - 1)
    adjective = form is None and not noun.sure and noun.j == noun.i + 1 and view.word(noun.i)[0].islower()
    if not (adjective or (form and not form.plural)) or quantity.value == 1 or quantity.kind is not None:
        return None
    if view.lower(noun.j) not in ("and", "or", ",") or noun.j + 1 not in view.numerals:
        return None
    head = phrase_after(view, noun.j + 2)
    return replace(head, i=head.j - 1) if head and head.sure and head.j - head.i > 1 else None


def _plausible(view: View, quantity: Quantity, noun: NounPhrase) -> bool:
    """Whether unknown words without a plural ending may be counted: "6 million cattle", "63 Rohingya"."""
    if any(is_change(view, m) and "than" in view.rules.packs.cue[m.rule].takes for m in view.at(noun.j - 1, "cue")):
        return False  # "was 10,000 higher"
    if view.lower(noun.j - 1).endswith("ing") and not noun.listed and noun.j - noun.i == 1:
        return False  # "20,000 starting this year"
    if quantity.value == 1 or view.is_(noun.j - 1, "participle"):
        return noun.i == quantity.j and view.is_(noun.j - 1, "nominal_participle")
    if quantity.numeral.form == "vague":
        return view.lower(quantity.j) in ("of", "in")
    return noun.j - noun.i <= 3 and not view.word(noun.j - 1)[0].isupper() and not view.word(noun.i)[0].isupper()


def _shared(view: View, quantities: list[Quantity], n: int) -> NounPhrase | None:
    """The noun of the next number in a list: "6,000, 4,000 and 5,000 people"."""
    here = quantities[n]
    for following in quantities[n + 1 : n + 13]:
        if following.kind is not None or any(view.lower(k) not in _LIST for k in range(here.j, following.i)):
            return None
        if here.j == following.i:
            return None
        noun = phrase_after(view, following.j)
        if noun and noun.sure:
            return noun
        here = following
    return None


# -- counts whose noun is left out -------------------------------------------------------------------------------------


def _left_out(view: View, quantities: list[Quantity], n: int) -> tuple[NounPhrase | None, str]:
    """What the sentence has counted or named before: "1,214 were recorded", "another 900 in June"."""
    quantity = quantities[n]
    k = before_hedges(view, quantity.i) - 1
    if view.is_(k, "act_of_number") and is_act(view, k) and (noun := phrase_before(view, k)):
        return noun, "subject"  # "its sailors number 900"
    if (noun := named_subject(view, quantity)) and not _counted_since(view, quantities, n, noun):
        return noun, "subject"
    if noun := copula_noun(view, quantity):
        return noun, "copula"
    if subject := _own_subject(view, quantities, n):
        return subject, "subject"
    year = re.fullmatch(r"(?:19|20)\d\d", view.word(quantity.j + 1))  # "347 in 2013"
    place = view.lower(quantity.j) in ("in", "from", "at") and not year
    for earlier in reversed(quantities[:n]):
        if earlier.kind is not None or earlier.noun is None or is_no_whole(view, quantities, n, earlier):
            continue
        if not (place and earlier.unit not in COUNTED_UNITS):
            return earlier.noun, "earlier"
    people = people_before(view, quantity)
    if people and acts_on_them(view, quantity, people):  # "guests came, and sponsors received 300 of them"
        people = people_before(view, replace(quantity, i=people.i))
    return people, "earlier"


def _counted_since(view: View, quantities: list[Quantity], n: int, noun: NounPhrase) -> bool:
    """Whether more of another thing is meant: "the number of refugees grows: there are 900 places, 200 more than last year"."""
    before = _earlier(quantities[:n])
    more = view.is_(quantities[n].j, "increment") and view.lower(quantities[n].j + 1) == "than"
    return more and before is not None and before.noun is not None and before.i >= noun.j and before.noun.i >= before.j


def _own_subject(view: View, quantities: list[Quantity], n: int) -> NounPhrase | None:
    """ "while citizens abroad fell by 29,000": people named since the number before, where a change of them is told."""
    k = before_hedges(view, quantities[n].i) - 1
    if n == 0 or view.lower(k) not in ("by", "to", "from") or not tells_change(view, k, len(view), reach=6):
        return None
    people = people_before(view, quantities[n])
    return people if people and people.i >= quantities[n - 1].j else None


def _hangs(view: View, quantity: Quantity) -> bool:
    """Whether a number without a noun may take its unit from the text before."""
    numeral = quantity.numeral
    large = numeral.scale > 1 or numeral.digits in ("comma", "spaces") or numeral.form == "vague"
    listed = view.context.item and quantity.i <= 2 and (quantity.j >= len(view) or view.is_(quantity.j, "preposition"))
    return (
        view.context.row or listed or large or "qualifier" in quantity.rules or view.lower(quantity.i - 1) == "another"
    )


def _named_before(view: View, quantity: Quantity) -> NounPhrase | None:
    """Any plural before, where the number hangs on it: "Arrivals rose to 9,300", "Registered claims: 12,400"."""
    last = view.lower(quantity.i - 1)
    if last == "," and (quantity.j >= len(view) or view.is_punctuation(quantity.j)):
        return None
    noun = phrase_before(view, quantity.i)
    if noun is not None and acts_on_them(view, quantity, noun):
        return None
    if noun is None or quantity.i - noun.j > 8:
        return named_total(view, quantity)
    if noun.unit in _CONTAINERS:
        named = [form for k in range(noun.i, noun.j) if (form := view.noun(k)) and form.unit in COUNTED_UNITS]
        return NounPhrase(noun.i, noun.j, named[0].unit, listed=True) if named else None  # "refugee numbers"
    return noun
