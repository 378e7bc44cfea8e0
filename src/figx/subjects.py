"""Where else than right after the number its noun may stand: the subject, "the number of", a bracket, a copula, an "of"."""

from __future__ import annotations

import re

from figx.acts import is_verb_like_noun
from figx.figure import Role
from figx.nouns import NounPhrase, phrase_after, phrase_before, phrase_ending
from figx.quantity import Quantity
from figx.view import View

COUNTED_UNITS = frozenset({"person", "household", "home", "building", "shelter", "country"})
STATES = re.compile(
    r"(?:is|are|was|were|be|been|has|have|had|will|would|stands?|stood|reach\w*|accounts?|accounted|amount(?:s|ed|ing)?|averag\w+|total\w*|rose|rise\w*|rising|increas\w+"
    r"|gr[eo]w\w*|fell|fall\w*|drop\w*|declin\w+|decreas\w+|shrank|climb\w*|jump\w*|peak\w*|end(?:s|ed)?|hits?|hitting|top(?:s|p\w+)?|surpass\w*|remain\w*|stay\w*|hover\w*|surg\w+|soar\w*|plung\w*|plummet\w*|doubled|tripled|exceed\w*)"
)


def after_of(view: View, k: int, *words: str) -> NounPhrase | None:
    """The noun phrase after "of" (or one of `words`) at token k."""
    if view.lower(k) not in (words or ("of",)) or any(m.j - m.i > 1 for m in view.at(k, "words")):
        return None  # "in support of"
    j = k + 1
    while view.is_(j, "determiner") or view.lower(j) == "of":
        j += 1
    hedges = [
        m.j for m in view.at(j, "cue") if view.rules.packs.cue[m.rule].field == "qualifier" and m.j in view.numerals
    ]
    j = hedges[0] if hedges else j  # "of the nearly 8 million migrants"
    if j in view.numerals:
        return _owned(view, phrase_after(view, j + 1, one=view.lower(j) == "one"))
    return _owned(view, phrase_after(view, j))


def _owned(view: View, noun: NounPhrase | None) -> NounPhrase | None:
    """ "a third of Melbourne's population": what the possessor has is meant, and not the possessor."""
    if noun is None or view.lower(noun.j) != "'s":
        return noun
    k = noun.j + 2 if noun.j + 1 in view.numerals else noun.j + 1  # "a third of the city's 300 nurses"
    owned = phrase_after(view, k, one=True)
    if owned is None or owned.i != k or view.is_(owned.j - 1, "verb"):
        return noun
    return NounPhrase(noun.i if k == noun.j + 1 else owned.i, owned.j, owned.unit, owned.listed, owned.sure)


def of_numeral(view: View, quantity: Quantity) -> NounPhrase | None:
    """ "2,500 of this year's 5,500 arrivals", "half of the 3,000 refugees"."""
    if view.lower(quantity.j) != "of":
        return None
    for k in range(quantity.j + 1, min(quantity.j + 6, len(view))):
        if k in view.numerals:
            noun = phrase_after(view, k + 1)
            return noun if noun and noun.sure else None
        if not (
            view.is_(k, "determiner", "time_noun", "adverb", "preposition")
            or view.lower(k) in ("'s", "estimated")
            or any(place.i <= k < place.j for place in view.places)
            or (view.word(k)[:1].isupper() and view.lower(k + 1) == "'s")
        ):
            return None
    return None


def before_hedges(view: View, i: int) -> int:
    """Where the cues before token i begin: in "charge less than 4 per cent" the word before them is "charge"."""
    while i > 0 and i in view.ends and view.lower(i - 1) != "of":
        cues = [m.i for m in view.ending(i, "cue") if view.rules.packs.cue[m.rule].field == "qualifier"]
        cues = [k + 1 if view.lower(k) == "of" else k for k in cues]  # "savings of about"
        if not cues:
            break
        i = min(cues)
    return i


def of_before(view: View, quantity: Quantity) -> NounPhrase | None:
    """ "losses of up to 162 billion yuan", "winds of 126 km/h": the noun right before "of"."""
    k = before_hedges(view, quantity.i) - 1
    if k < 1 or view.lower(k) != "of":
        return None
    noun = phrase_ending(view, k - (view.word(k - 1) == ","))  # "growth, of the order of"
    if noun is None or view.is_(noun.j - 1, "head_of"):
        return None
    named = view.is_(noun.j - 1, "any_total") and noun.j - noun.i > 1  # "a growth rate of"
    if view.is_(noun.j - 1, "extreme") and not named:
        return None
    return noun


def before_bracket(view: View, quantity: Quantity) -> NounPhrase | None:
    """ "refugees (12,400)": the noun right before the bracket."""
    if view.word(quantity.i - 1) not in ("(", "["):
        return None
    return phrase_before(view, quantity.i, max(0, quantity.i - 4))


_DASHES = frozenset({"-", "–", "—", ":", "\ufffd"})  # the last is what is left of a dash that was decoded wrongly


def label_noun(view: View, quantity: Quantity) -> NounPhrase | None:
    """ "Completely destroyed housing: 146": the end of a label that the packs know, before a number that ends the line."""
    k = quantity.i - 1
    if view.word(k) != ":" or quantity.j < len(view) or k < 1 or k > 8:
        return None
    noun = phrase_ending(view, k)
    form = view.noun(k - 1)
    if form and form.unit == "household" and not form.plural:
        return None  # "Family: 60,185", of visas
    known = any(match.table == "category" and match.j <= k for match in view.matches)
    return noun if noun and (noun.listed or known) else None


def leads_label(view: View, quantity: Quantity) -> bool:
    """Whether the number opens a line, and a dash parts it from what it counts."""
    return quantity.i <= 1 and view.word(quantity.j) in _DASHES


def key_figure(view: View, k: int) -> NounPhrase | None:
    """ "31 – Number of communities affected": a number set out before what it counts."""
    while view.is_(k, "determiner", "modifier_adverb") or view.lower(k) in ("approximate", "estimated", "total"):
        k += 1
    noun = after_of(view, k + 1) if view.is_(k, "head_of") else phrase_after(view, k)
    return noun if noun and noun.sure else None


def number_of(view: View, edge: int) -> NounPhrase | None:
    """The noun after "the number of", "the proportion of" before token `edge`."""
    for k in range(edge - 1, 0, -1):
        if view.lower(k) == "of" and view.is_(k - 1, "head_of"):
            noun = after_of(view, k)
            counted = noun is not None and any(i in view.numerals for i in range(k, noun.i))  # "a total of 60 people"
            if noun and noun.sure and noun.j <= edge and not counted:
                return noun
    return None


def named_subject(view: View, quantity: Quantity) -> NounPhrase | None:
    """ "the number of refugees rose to 9,000", "target for refugee resettlement from 18,000": what is named as counted."""
    edge = quantity.i
    if quantity.role is not Role.LEVEL or view.lower(edge - 1) in ("from", "to", "at", "of", ":"):
        noun = phrase_ending(view, edge - 1) if edge >= 2 else None
        form = view.noun(noun.j - 1) if noun else None
        if noun and noun.unit in ("household", "home") and view.lower(edge - 1) == ":" and form and form.plural:
            return noun  # "Kenyan families: 300"
        if noun and noun.unit == "visa":
            return noun  # "Student visas: 300"
        if noun and any((form := view.noun(k)) and form.unit == "person" for k in range(noun.i, noun.j)):
            return NounPhrase(noun.i, noun.j, "person", listed=True)
    return number_of(view, edge)


def copula_noun(view: View, quantity: Quantity) -> NounPhrase | None:
    """ "Two million are vulnerable people", "2,000 have been the victims of shootings"."""
    k = quantity.j
    limit = min(k + 6, len(view))
    while k < limit and not view.is_(k, "auxiliary"):
        if view.is_punctuation(k) or view.is_(k, "verb") or view.lower(k) in ("whom", "which"):
            return None
        k += 1
    while k < limit and view.is_(k, "auxiliary"):
        k += 1
    if k >= limit or k in view.numerals or not view.is_(k - 1, "auxiliary"):
        return None
    while view.is_(k, "determiner", "modifier_adverb"):
        k += 1
    noun = phrase_after(view, k)
    return noun if noun and noun.sure and noun.unit in COUNTED_UNITS and not view.is_(noun.i, "participle") else None


def people_before(view: View, quantity: Quantity) -> NounPhrase | None:
    """The nearest listed noun of people, households or homes before the number."""
    for head in range(quantity.i - 1, max(-1, quantity.i - 80), -1):
        noun = view.noun(head)
        if (
            noun
            and noun.plural
            and noun.unit in COUNTED_UNITS
            and noun.unit != "country"
            and not view.is_(head, "participle")
            and not is_verb_like_noun(view, head)
        ):
            return phrase_ending(view, head + 1)
    return None


def money_before_verb(view: View, quantity: Quantity) -> NounPhrase | None:
    """ "puts remittances at $656 billion", "the deficit reached $800 billion"."""
    k = before_hedges(view, quantity.i)
    changes = [m for m in view.ending(k, "cue") if view.rules.packs.cue[m.rule].field == "trend"]
    if changes and view.is_(changes[0].i, "particle") and view.is_(changes[0].i - 1, "auxiliary"):
        k = changes[0].i  # "incomes are down more than $4,000"
    while view.is_(k - 1, "adverb") and view.is_(k - 2, "auxiliary"):
        k -= 1  # "is now"
    if not view.is_(k - 1, "verb", "auxiliary") and view.lower(k - 1) not in ("at", "to", "by", "from", "–", "-", ":"):
        return None
    for head in range(k - 2, max(-1, k - 14), -1):
        noun = view.noun(head)
        if view.word(head) in (",", ";"):
            return None
        if (noun and noun.unit == "money") or (head >= k - 3 and view.is_(head, "own_money")):
            return phrase_ending(view, head + 1)
    return None


def clause_subject(view: View, quantities: list[Quantity], n: int) -> NounPhrase | None:
    """The subject of the verb before the number: "Remittances to poor countries rose by 5 per cent"."""
    quantity = quantities[n]
    low = quantities[n - 1].j if n else 0
    verb = next((k for k in range(quantity.i - 1, max(low, quantity.i - 12) - 1, -1) if _is_stative(view, k)), None)
    if verb is None or not STATES.fullmatch(view.lower(verb)):
        return None
    while verb > low and view.is_(verb - 1, "verb", "auxiliary", "adverb", "modifier_adverb"):
        verb -= 1
    for start in _segments(view, low, verb):
        noun = _first_noun(view, start, verb)
        if noun:
            return noun
    return None


def _is_stative(view: View, k: int) -> bool:
    """Whether token k is a verb; "an increase of" is none."""
    if view.is_(k, "verb", "auxiliary"):
        return True
    return bool(STATES.fullmatch(view.lower(k))) and not view.is_(k - 1, "determiner") and view.lower(k + 1) != "of"


def _segments(view: View, low: int, verb: int) -> list[int]:
    """Where the clauses before the verb begin, the nearest first."""
    starts = [
        k + 1
        for k in range(low, verb)
        if view.is_punctuation(k)
        or view.lower(k) in ("and", "but", "while", "that", "as", "after", "when", "because", "if")
        or (view.is_(k, "reporting_verb", "opinion") and view.is_(k + 1, "determiner"))  # "said the bill was"
    ]
    named = {place.j + 1 for place in view.places}  # "arrivals in Kenya and Chad fell": no clause begins with Chad
    starts = [k for k in starts if not _joins_names(view, k - 1)]
    starts = [k for k in starts if k not in named or not any(place.i == k for place in view.places)]
    return sorted({low, *starts}, reverse=True)


def _joins_names(view: View, k: int) -> bool:
    """ "in Lund and Malmo": "and" at token k joins two names after a preposition."""
    names = view.word(k - 1)[:1].isupper() and view.word(k + 1)[:1].isupper()
    return view.lower(k) == "and" and names and view.is_(k - 2, "preposition")


def _first_noun(view: View, start: int, verb: int) -> NounPhrase | None:
    """The first noun phrase from `start` that no preposition governs."""
    k = start
    while k < verb:
        governed = view.is_(k, "preposition", "subordinator")
        if (
            governed
            or view.is_(k, "determiner", "adverb", "modifier_adverb", "time_noun", "conjunction")
            or k in view.numerals
        ):
            k += 1
            if governed:
                while view.is_(k, "determiner"):
                    k += 1
                inner = phrase_after(view, k, one=True)
                k = inner.j if inner and inner.j <= verb else k + 1
            continue
        noun = phrase_after(view, k, one=True)
        if noun and view.lower(noun.j) == "'s":
            k = noun.j + 1
            continue
        gerund = k == start and view.lower(k).endswith("ing") and view.is_(k + 1, "preposition", "determiner")
        if (gerund or (view.is_(k, "verb") and not view.is_(k, "participle"))) and view.noun(k) is None:
            k += 1
            continue
        if noun and noun.j <= verb and _may_be_subject(view, noun):
            return noun
        k += 1
    return None


def _may_be_subject(view: View, noun: NounPhrase) -> bool:
    """Whether the head of a phrase is a noun of its own: no letter ("S&P"), verb, participle or change ("a slight increase")."""
    last = noun.j - 1
    if len(view.word(last)) == 1 or view.is_(last, "pronoun"):
        return False
    adverb = view.lower(last).endswith("ly") and noun.j - noun.i == 1  # "likely to be poor"
    if view.noun(last) is None and (adverb or view.is_(last - 1, "time_noun")):
        return False  # "a month earlier"
    if view.noun(last) is None and view.is_(noun.i - 1, "be"):
        return False  # "it is low"
    named = noun.j - noun.i > 1 and view.is_(noun.i - 1, "determiner")  # "the current need"
    if view.is_(last, "verb") and not (named or view.is_(last, "own_money")):
        return False
    if view.lower(last).endswith("ed") and view.is_(last, "participle") and not view.is_(last, "nominal_participle"):
        return False
    cues = (view.rules.packs.cue[match.rule] for match in view.at(last, "cue"))
    return not any(cue.field == "trend" and {"of", "to"} <= set(cue.takes) for cue in cues)


def is_part(view: View, i: int) -> bool:
    """Whether the number at token i is a part of one before: "41,000 killed, including 17,000 children", "of whom 76,000"."""
    k = before_hedges(view, i) - 1
    while k >= 0 and view.is_(k, "determiner"):
        k -= 1
    if view.is_(k, "part"):
        return True
    phrases = (view.rules.packs.words[match.rule] for match in view.ending(k + 1, "words"))
    return any(phrase.class_ == "part" for phrase in phrases)
