"""What a share, a multiple or a sum of money is of: the noun that stands with it, or that changes by it."""

from __future__ import annotations

from dataclasses import replace

from figx.acts import is_act
from figx.cues import is_change, is_noun_of_change
from figx.figure import Kind, Role
from figx.nouns import NounPhrase, noun_text, phrase_after, phrase_before, phrase_ending
from figx.plurals import ADJECTIVE, STOP
from figx.quantity import Quantity
from figx.subjects import (
    COUNTED_UNITS,
    STATES,
    after_of,
    before_hedges,
    clause_subject,
    number_of,
    of_before,
    people_before,
)
from figx.view import Match, View

_OPENING = 30  # tokens


def set_noun(view: View, quantity: Quantity, noun: NounPhrase | None, rule: str = "") -> None:
    if noun is not None:
        quantity.noun, quantity.noun_text = noun, noun_text(view, noun)
        if rule:
            quantity.rules["noun"] = f"figx.noun.{rule}"


def converted(view: View, quantity: Quantity, before: Quantity | None) -> NounPhrase | None:
    """ "winds of 100 mph (160 km/h)", "2 million rupees ($24,000)": the same in another unit is of the same."""
    if before is None or before.kind is not quantity.kind or before.unit == quantity.unit:
        return None
    k = before_hedges(view, quantity.i)
    return before.noun if k - 1 == before.j and view.word(before.j) in ("(", "[") else None


def _gapped(view: View, quantity: Quantity) -> NounPhrase | None:
    """ "families were 26 per cent of the guests, citizens 10 per cent": the noun right before, where a verb is left out."""
    noun = phrase_ending(view, before_hedges(view, quantity.i))
    form = view.noun(noun.j - 1) if noun else None
    if noun is None or form is None or not form.plural or noun.unit not in COUNTED_UNITS:
        return None
    start = noun.i == 0 or view.is_punctuation(noun.i - 1) or view.lower(noun.i - 1) in ("and", "while")
    return noun if start and not view.is_(quantity.j, "verb", "participle") else None


def share_noun(view: View, quantities: list[Quantity], n: int) -> None:
    quantity = quantities[n]
    j = quantity.j
    closing = next((k for k in range(j, min(j + 12, len(view))) if view.word(k) == ")"), None)
    noun = after_of(view, j)
    if noun is None and view.word(j) == "(" and closing and view.lower(closing + 1) == "of":
        noun = after_of(view, closing + 1)  # "half (55%) of the households"
    if noun is None and view.lower(j) == "of" and view.lower(j + 1) == "those":
        return  # "80 per cent of those who fled": no noun says who
    if noun is None and closing and view.lower(closing + 1) == "of" and _in_bracket(view, quantity.i):
        noun = after_of(view, closing + 1)
    noun = noun or _listed(view, quantities, n) or _of_whom(view, quantities, n) or _among(view, j)
    if noun is None:
        noun = _opener(view, quantity)
    if noun is None and view.lower(j) == "as" and view.lower(j + 1) in ("many", "much", "high", "large"):
        noun = phrase_after(view, j + 2)
    if noun is None and (change := next((m for m in view.at(j, "cue") if is_noun_of_change(view, m)), None)):
        set_noun(
            view,
            quantity,
            _what_changes(view, change)
            or _more_of(view, j)
            or number_of(view, quantity.i)
            or clause_subject(view, quantities, n),
        )
        return
    if noun is None and quantity.rules.get("kind") != "figx.share.percent":
        noun = _noun_right_after(view, quantity)
        noun = noun if noun and (noun.sure or not view.is_(noun.j, "pronoun")) else None  # "three quarters use it"
        noun = None if noun and quantity.kind is Kind.MULTIPLE and _is_degree(view, noun) else noun
    if noun is None and view.is_(quantity.i - 1, "article"):
        noun = _of_a(view, j)
    if noun is None and view.lower(j) in ("that", "those") and quantity.kind is Kind.MULTIPLE:
        noun = clause_subject(view, quantities, n)  # "the rate is four times that of the city"
    if noun is None and view.is_(j, "determiner") and not view.phrase_is(j, "adverb"):  # "no longer work"
        noun = phrase_after(view, j + 1)
        noun = after_of(view, noun.j) or noun if noun and view.is_(noun.j - 1, "head_of") else noun
    if noun is None:
        noun = (
            _partner(view, quantities, n)
            or _gapped(view, quantity)
            or _direct(view, quantity)
            or _more_of(view, j)
            or _held_at(view, quantity)
            or number_of(view, quantity.i)
            or (
                None
                if view.lower(before_hedges(view, quantity.i) - 1) == "with"
                else clause_subject(view, quantities, n)
            )
        )
    changed = None if after_of(view, j) else changed_object(view, quantity)
    noun = changing(view, quantity) or changed or _other_end(view, quantities, n) or noun
    last = before_hedges(view, quantity.i) - 1
    if noun is None and (quantity.kind is Kind.MULTIPLE or view.lower(last) in ("by", "to", "from")):
        noun = phrase_before(view, quantity.i)
    asked = view.lower(last) == "of" or (
        (view.is_(last, "verb") or view.lower(last).isalpha())
        and (not view.classes(last) - {"verb"} or is_act(view, last))
        and not STATES.fullmatch(view.lower(last))
    )
    if noun is None and not asked:
        noun = next_place(view, quantity, quantities[n - 1] if n else None) or people_before(view, quantity)
    set_noun(view, quantity, noun)


def _among(view: View, j: int) -> NounPhrase | None:
    """ "4 per cent among women", "8 per cent for the displaced households": whose share it is."""
    noun = after_of(view, j, "among", "amongst", "for")
    return noun if noun and noun.sure and noun.unit in ("person", "household") and noun.i <= j + 2 else None


def _noun_right_after(view: View, quantity: Quantity) -> NounPhrase | None:
    """ "one in four children"; but "one in four lives in a tent"."""
    j = quantity.j
    alive = view.is_(j, "lives") and view.is_(j + 1, "preposition", "adverb")
    doing = view.lower(j).endswith("ing") and view.noun(j) is None and view.is_(j, "verb", "participle", "reporting")
    return None if alive or doing else phrase_after(view, j)  # "41 per cent reporting high costs"


def _is_degree(view: View, noun: NounPhrase) -> bool:
    """Whether a phrase after a multiple is only a degree: "three times higher", "five times more likely"."""
    last = view.lower(noun.j - 1)
    if noun.sure:
        return False
    return last.endswith(("er", "ly")) or (
        view.lower(noun.j) in ("than", "to", "as") and view.is_(noun.i - 1, "increment")
    )


def _of_a(view: View, j: int) -> NounPhrase | None:
    """ "a 15 per cent tariff", "an 8 per cent recovery": a singular after "a", and no change ("an 8 per cent rise")."""
    noun = phrase_after(view, j)
    if noun is None or noun.i != j or view.is_(j, "verb", "participle"):
        return None
    end = noun.j
    while view.word(end)[:1].islower() and end not in view.numerals and not view.is_(end, *STOP, "verb", "participle"):
        end += 1  # "funding gap"
    noun = replace(noun, j=end)
    return None if any(is_change(view, match) for match in view.at(noun.j - 1, "cue")) else noun


def changing(view: View, quantity: Quantity) -> NounPhrase | None:
    """ "an increase in prices of maize by 2 per cent": what changes is named after the noun of change."""
    if view.lower(before_hedges(view, quantity.i) - 1) not in ("by", "of", "to", "from"):
        return None
    for k in range(quantity.i - 3, max(-1, quantity.i - 14), -1):
        if k in view.numerals or view.is_punctuation(k) or view.is_(k, "subordinator"):
            return None
        for match in view.at(k, "cue"):
            if is_change(view, match) and "of" in view.rules.packs.cue[match.rule].takes and match.j < quantity.i - 1:
                return _what_changes(view, match)
    return None


def next_place(view: View, quantity: Quantity, before: Quantity | None) -> NounPhrase | None:
    """ "snow of 40 cm in one town, 20 cm in the next": in a list of places, all are of the same."""
    if before is None or before.kind is not quantity.kind or before.noun is None:
        return None
    k = before_hedges(view, quantity.i) - 1
    if quantity.kind is Kind.MEASURE and view.lower(k) == "to" and k == before.j:
        return before.noun  # "water of 30 centimetres to one metre"
    if (
        before.unit != quantity.unit
        or view.lower(k) not in (",", "and")
        or not (
            view.is_(before.j, "preposition") and view.is_(quantity.j, "preposition") and view.lower(quantity.j) != "of"
        )
    ):
        return None
    placed = view.lower(before.j) == view.lower(quantity.j) or view.lower(before.j) in ("in", "at", "near")
    plain = not any(view.is_(i, "verb", "auxiliary", "subordinator") or view.word(i) == ";" for i in range(before.j, k))
    return before.noun if placed and plain else None


def _listed(view: View, quantities: list[Quantity], n: int) -> NounPhrase | None:
    """ "22%, 20% and 12% of the guests": what the last of the list is of, all are of."""
    here = quantities[n]
    for following in quantities[n + 1 : n + 9]:
        between = [view.lower(k) for k in range(here.j, before_hedges(view, following.i))]
        if following.kind is not here.kind or between not in ([","], ["and"], ["or"], [",", "and"]):
            return None
        if noun := after_of(view, following.j):
            return noun
        here = following
    return None


def _of_whom(view: View, quantities: list[Quantity], n: int) -> NounPhrase | None:
    """ "guests, 70 per cent of whom are women, 30 per cent of whom are old": all are shares of the guests."""
    j, before = quantities[n].j, quantities[n - 1] if n else None
    if view.lower(j) != "of" or view.lower(j + 1) not in ("whom", "which"):
        return None
    chained = before is not None and before.kind is Kind.SHARE and view.lower(before.j + 1) == view.lower(j + 1)
    return before.noun if before and chained else None


def _in_bracket(view: View, i: int) -> bool:
    """Whether a bracket opens a few tokens before token i, and is not closed."""
    for k in range(i - 1, max(-1, i - 9), -1):
        if view.word(k) in ("(", ")"):
            return view.word(k) == "("
    return False


def _opener(view: View, quantity: Quantity) -> NounPhrase | None:
    """ "Of displaced households in debt, half": what the sentence opens with is what shares are of."""
    k = before_hedges(view, quantity.i) - 1
    near = phrase_ending(view, k) if view.word(k) == "," else None
    if near and near.listed and near.unit in COUNTED_UNITS and view.lower(near.i - 1) == "among":
        return near  # "and among girls, 40 per cent"
    start = 1 if view.is_punctuation(0) else 0
    if view.lower(start) not in ("of", "among") or quantity.i - start > _OPENING:
        return None
    k = start + 1
    while view.is_(k, "determiner"):
        k += 1
    noun = phrase_after(view, k + 1 if k in view.numerals else k)
    ended = any(view.word(i) == "," for i in range(noun.j, quantity.i)) if noun else False
    named = noun and ((noun.listed and noun.unit in COUNTED_UNITS) or (noun.sure and view.is_(start + 1, "determiner")))
    return noun if noun and named and ended else None


def changed_object(view: View, quantity: Quantity) -> NounPhrase | None:
    """ "cut these programmes by 22 per cent", "reduced by 90 per cent the number of crossings": what is changed."""
    last = before_hedges(view, quantity.i) - 1
    halved = view.lower(last) == "in" and view.lower(quantity.j - 1) == "half"  # "cut poverty in half"
    if view.lower(last) not in ("by", "to", "from", "below") and not halved:
        return None
    for k in range(last, max(-1, last - 14), -1):
        if k in view.numerals or view.is_punctuation(k):
            return None
        verbs = [m for m in view.at(k, "cue") if is_change(view, m) and "object" in view.rules.packs.cue[m.rule].takes]
        if not verbs and not view.is_(k, "limiting"):
            continue
        if view.is_(k - 1, "determiner", "preposition") and view.lower(k - 1) != "to":
            continue  # "the increase to"
        end = verbs[0].j if verbs else k + 1
        j = quantity.j if end == last else end
        named = view.is_(j, "determiner")
        while view.is_(j, "determiner"):
            j += 1
        if (
            of := next((i for i in range(j, j + 3) if view.is_(i, "head_of") and view.lower(i + 1) == "of"), None)
        ) is not None:
            return after_of(view, of + 1)
        noun = phrase_after(view, j, one=True)
        if noun is None or noun.i > j + 1 or (j < last < noun.j) or view.lower(noun.j - 1).endswith("ly"):
            return None
        return noun if named or noun.listed or noun.j == last or view.is_(noun.j, "preposition") else None
    return None


def _what_changes(view: View, match: Match) -> NounPhrase | None:
    """What stands after a noun of change: "a drop in deaths", "in the number of deaths"."""
    noun = after_of(view, match.j, "in", "of")
    while noun and view.is_(noun.j - 1, "head_of") and view.lower(noun.j) == "of":
        noun = after_of(view, noun.j)
    return noun


def _held_at(view: View, quantity: Quantity) -> NounPhrase | None:
    """ "a growth rate of 8 per cent"; a goal of 10 per cent is no share of goals."""
    noun = of_before(view, quantity)
    if noun is None or view.is_(noun.j - 1, "aim") or any(is_change(view, m) for m in view.at(noun.j - 1, "cue")):
        return None  # "an increase of 8 per cent"
    return noun


def _other_end(view: View, quantities: list[Quantity], n: int) -> NounPhrase | None:
    """ "from 7.5 per cent to 19 per cent": both ends are of the same."""
    if n == 0 or quantities[n - 1].kind is not Kind.SHARE or after_of(view, quantities[n].j):
        return None
    between = [view.lower(k) for k in range(quantities[n - 1].j, before_hedges(view, quantities[n].i))]
    linked = between in (["to"], ["from"]) or (quantities[n - 1].role is Role.FROM and between[-1:] == ["to"])
    return quantities[n - 1].noun if linked else None


def _direct(view: View, quantity: Quantity) -> NounPhrase | None:
    """ "58% more refugees", "a hundred per cent clean power"."""
    noun = _noun_right_after(view, quantity)
    if noun and any(is_change(view, match) for match in view.at(noun.j - 1, "cue")):
        return None  # "a 33 per cent increase"
    if noun and not noun.listed and noun.j == noun.i + 1 and view.is_(noun.j, "determiner", "pronoun", "subordinator"):
        return None  # "another 7 per cent demonstrates that"
    return noun if noun and noun.sure else None


def _more_of(view: View, j: int) -> NounPhrase | None:
    """ "5% less rainfall"; but "5% more likely"."""
    noun = phrase_after(view, j + 1) if view.lower(j) in ("more", "less", "fewer") else None
    if noun is None or noun.i != j + 1:
        return None
    last = view.lower(noun.j - 1)
    degree = last.endswith(("er", "ly", "ent", "ant")) or ADJECTIVE.search(last) is not None
    return noun if noun.sure or not degree else None


def _partner(view: View, quantities: list[Quantity], n: int) -> NounPhrase | None:
    """ "1,716 individuals (61%)": the share is of what the figure before the bracket counts."""
    i = quantities[n].i
    if view.word(i - 1) not in ("(", "["):
        return None
    before = (
        phrase_ending(view, i - 1) if not view.is_(quantities[n].j, "verb") else None
    )  # "(10 per cent live in tents)"
    if before and before.listed and before.unit in COUNTED_UNITS and view.word(before.j - 1) not in ("-",):
        return before
    return quantities[n - 1].noun if n else None
