"""What a number counts: the noun phrase after it, before it, or left out. There is no tagger: word lists are the grammar."""

from __future__ import annotations

import re
from dataclasses import dataclass

from figx.acts import is_verb_like_noun
from figx.plurals import (
    ADJECTIVE,
    STOP,
    before_plural,
    is_people,
    is_plural,
    is_word,
    joins_adjectives,
    modifies_plural,
)
from figx.rules import singularise
from figx.view import View

__all__ = ["STOP", "NounPhrase", "is_model_number", "noun_text", "phrase_after", "phrase_before", "phrase_ending"]
_SUPERSCRIPTS = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹*†‡")
_QUOTES = frozenset("\"“”‘’'*_")
_MAX_WORDS = 7
_HYPHENS = frozenset({"-", "‑"})


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A counted noun: tokens i to j (half open), the last of which is the head, and the unit that it counts in.

    `sure` is false where the head is only the last of some unknown words, with no plural ending and in no list.
    """

    i: int
    j: int
    unit: str
    listed: bool
    sure: bool = True


def phrase_after(view: View, k: int, *, one: bool = False) -> NounPhrase | None:
    """The noun phrase that begins at token k, or None where something else stands there.

    `one` says that the number is one, after which a singular is the head.
    """
    start = _skip(view, k)
    if view.lower(start) in ("last", "next", "this") or (view.lower(start) == "past" and start + 1 in view.numerals):
        return None  # "6.1 million last season"
    i, head, plural = start, -1, False
    while i < len(view) and i - start < _MAX_WORDS and not plural:
        if i in view.numerals and view.word(i + 1) == "-" and view.glued(i + 1) and view.glued(i + 2) and head < 0:
            i += 3  # "12 two-room houses"
            continue
        if view.word(i)[:1].isupper() and _is_coded(view, i) and before_plural(view, i + 2):
            i += 3  # "two EF-4 tornadoes"
            continue
        if i > start and is_model_number(view, i):
            i += 1  # "two new 737 Max jets"
            continue
        if i in view.numerals or not (is_word(view, i) or view.lower(i) == "'s"):
            if view.word(i) == "," and i > start and _adjective_list(view, i):
                i += 1
                continue
            if view.word(i) == "+" and i > start and view.glued(i) and before_plural(view, i):
                i += 1  # "LGBTI+ students"
                continue
            if view.word(i) in _HYPHENS and i > start and view.glued(i) and view.lower(i + 1) in ("and", "or", "to"):
                i, plural = i + 2, False  # "troop- and police-contributing countries"
                continue
            if view.word(i) in _QUOTES and i + 1 < len(view) and (head < 0 or _emphasis_ends(view, i)):
                i, start = i + 1, (i + 1 if i == start else start)
                continue
            break
        step = _classify(view, i, start)
        if step == "stop":
            break
        if step == "skip":
            i += 1
            continue
        if step == "joined":
            i += 2
            continue
        head, plural = i, step == "plural"
        i += 1
        if plural and view.word(i) in _HYPHENS and view.glued(i) and view.lower(i + 1) in ("and", "or"):
            i, plural = i + 2, False  # "police- and army-run camps"
        if plural and view.word(i) in ("'", "’") and view.glued(i) and before_plural(view, i):
            i, plural = i + 1, False  # "veterans' housing vouchers"
    if head >= 0 and not plural and i == head + 1 and _describes(view, head):
        head = i  # "the economic damage"
    if head >= 0 and not plural and i == head + 1 and view.is_(i, "time_noun"):
        return None  # "a single year": the head is the time
    return _phrase(view, start, head, plural=plural or one) if head >= 0 else None


def _describes(view: View, i: int) -> bool:
    """Whether an adjective after an article stands at token i, and what looks like a verb is its noun: "the normal flow"."""
    noun = view.is_(i + 1, "verb", "participle", "own_money", "head_of") or view.lower(i + 1) == "average"
    if not noun or view.noun(i) or not view.is_(i - 1, "determiner") or view.is_past(i + 1):
        return False
    adjective = ADJECTIVE.search(view.lower(i)) is not None or view.lower(i).endswith("ent")
    return adjective and not view.lower(i + 1).endswith(("s", "ing"))


def _emphasis_ends(view: View, i: int) -> bool:
    """Whether a mark of emphasis at token i ends within the phrase: "*newly arrived* refugees"."""
    return view.word(i) in ("*", "_") and view.glued(i) and not view.glued(i + 1) and before_plural(view, i)


def _is_coded(view: View, i: int) -> bool:
    """Whether token i, a hyphen and a number are one word: "EF-4"."""
    return i + 2 in view.numerals and view.word(i + 1) in ("-", "‑") and view.glued(i + 1) and view.glued(i + 2)


def is_model_number(view: View, i: int) -> bool:
    """Whether token i is a plain number in a name, and a plural noun ends it: "737 Max jets", "Leopard 2 tanks"."""
    numeral = view.numerals.get(i)
    if numeral is None or numeral.digits != "plain" or numeral.scale != 1 or i == 0:
        return False
    if not (view.word(i + 1)[:1].isupper() or view.word(i - 1)[:1].isupper()) or view.at(i + 1, "unit"):
        return False
    return (
        not view.is_(i - 1, *STOP, "verb") and not view.noun(i - 1) and not view.noun(i + 1) and before_plural(view, i)
    )


def _adjective_list(view: View, i: int) -> bool:
    """Whether the comma at token i joins adjectives of one noun: "public, private and academic institutions"."""
    if view.noun(i - 1) or view.is_(i - 1, "participle") or view.word(i + 1)[:1].isupper():
        return False
    words = 0
    for k in range(i + 1, min(i + 8, len(view))):
        if view.lower(k) in (",", "and", "or"):
            words = 0
            continue
        if k in view.numerals or not is_word(view, k) or view.is_(k, *STOP, "verb") or words > 2:
            return False
        if view.is_(k, "participle") or view.is_(k, "nominal_participle"):
            continue
        if view.is_(k, "be"):
            return False  # "of its value, and trade remains suspended"
        if is_plural(view, k, view.noun(k)):
            joined = any(view.lower(m) in ("and", "or") for m in range(i, k))
            return view.word(k - 1) != "," and (joined or (k - i <= 3 and not view.word(i - 1)[0].isupper()))
        words += 1
    return False


def _skip(view: View, k: int) -> int:
    """Steps over "more", "of the", "or so": what stands between the number and its noun."""
    while True:
        after = [m.j for m in view.at(k, "cue") if view.rules.packs.cue[m.rule].side == "after"]
        if view.word(k) == "[" and view.word(k + 2) == "]":
            k += 3  # a footnote: "5,000[1] people"
        elif (view.word(k) and view.word(k)[0] in _SUPERSCRIPTS) or (
            view.is_(k, "increment") and view.lower(k + 1) != "than"
        ):
            k += 1
        elif view.lower(k) == "of" and not view.is_(k + 1, "pronoun"):
            k += 1
            while view.is_(k, "determiner"):
                k += 1
        elif after and k < after[0] < len(view) and is_word(view, after[0]):
            k = after[0]
        else:
            return k


def _classify(view: View, i: int, start: int) -> str:
    """What token i does to the phrase: stop it, be skipped over, join two adjectives, be a modifier or a plural head."""
    word, lower = view.word(i), view.lower(i)
    classes = view.classes(i)
    noun = view.rules.nouns.get(lower)
    capital = word[0].isupper() and not word.isupper() and i > 0
    if view.at(i, "words") and any(m.j - m.i > 1 and _stops(view, m.rule) for m in view.at(i, "words")):
        return "stop"
    if lower in ("and", "or", "&") and i > start:
        return "joined" if joins_adjectives(view, i) or view.word(i - 1) == "," else "stop"
    if "place_adjective" in classes and before_plural(view, i) and lower != "s":
        return "modifier"  # "five inland camps"
    if not classes.isdisjoint(STOP) and not (noun and noun.plural):
        return "stop"
    if lower == "'s" and i > start and before_plural(view, i):
        return "skip"  # "Thailand's provinces": the head comes after
    if lower in ("'s", "n't") or ("direction" in classes and view.lower(i + 1) == "of"):
        return "stop"
    if (
        i == start
        and "verb" in classes
        and "participle" not in classes
        and not (view.is_past(i) or lower.endswith("ing"))
    ):
        return "stop"  # "2.8 million need assistance"
    if "verb" in classes and not capital and not (noun and noun.plural) and not before_plural(view, i):
        return "stop"
    listed = not classes.isdisjoint(("participle", "nominal_participle", "not_plural"))
    ends = i > start or view.is_(i + 1, "preposition") or not view.word(i + 1)[:1].isalpha()
    ends = ends and ("-" not in lower or i > start)
    if ends and lower.endswith("ed") and not listed and noun is None and not before_plural(view, i):
        return "stop"
    if "participle" in classes and not (noun and noun.plural):
        return "modifier" if before_plural(view, i) or i == start else "stop"
    if "modifier_adverb" in classes:
        return "modifier_adverb" if _leads_on(view, i) else "stop"
    if is_plural(view, i, noun):
        return "modifier" if modifies_plural(view, i, noun) else "plural"
    return "modifier"


def _stops(view: View, rule: str) -> bool:
    return view.rules.packs.words[rule].class_ in (*STOP, "verb")


def _leads_on(view: View, i: int) -> bool:
    """Whether an adverb is followed by an adjective, a participle or a noun."""
    if i + 1 >= len(view) or not is_word(view, i + 1) or view.is_(i + 1, *STOP):
        return False
    return not view.is_(i + 1, "verb") or before_plural(view, i + 1)


def _phrase(view: View, start: int, head: int, *, plural: bool) -> NounPhrase | None:
    noun = view.noun(head)
    if view.is_(head, "modifier_adverb"):
        return None
    unit = noun.unit if noun and noun.unit else (noun.singular if noun else singularise(view.word(head)))
    if noun is None and is_people(view.word(head)):
        unit = "person"
    return NounPhrase(start, head + 1, unit, listed=noun is not None, sure=plural or noun is not None)


def phrase_ending(view: View, j: int, low: int = 0) -> NounPhrase | None:
    """The noun phrase whose head is token j - 1, with its modifiers to the left, not before token `low`."""
    head = j - 1
    noun = view.noun(head)
    if not (0 <= head < len(view)) or not is_word(view, head) or view.is_(head, *STOP):
        return None
    told = view.is_(head, "verb") and not view.is_(head, "own_money")
    if noun is None and (told or re.search(r"(?<!e)ed\Z", view.lower(head))):
        return None  # a participle, and not "speed"
    i = head
    while i - 1 >= low and is_word(view, i - 1) and i - 1 not in view.numerals and head - i < _MAX_WORDS:
        if view.is_(i - 1, *STOP, "verb") and not view.is_(i - 1, "participle"):
            break
        if view.lower(i - 1) in ("'s", "and", "or"):
            break
        i -= 1
    while i < head and view.is_(i, "modifier_adverb") and view.is_(i + 1, *STOP):
        i += 1
    if i < head and view.is_(i - 1, "auxiliary") and view.is_past(i):
        i += 1  # "have achieved savings"
    unit = noun.unit if noun and noun.unit else (noun.singular if noun else singularise(view.word(head)))
    return NounPhrase(i, j, unit, listed=noun is not None)


def phrase_before(view: View, k: int, low: int = 0) -> NounPhrase | None:
    """The nearest plural noun before token k that may be what a later number counts: "Arrivals rose to 9,300"."""
    for head in range(k - 1, max(low, k - 80) - 1, -1):
        noun = view.noun(head)
        if head in view.numerals or not is_word(view, head) or view.is_(head, *STOP):
            continue
        if (view.is_(head, "verb") and not (noun and noun.unit)) or view.is_(head - 1, "pronoun"):
            continue
        if is_verb_like_noun(view, head):
            continue
        if head + 1 < len(view) and view.lower(head + 1) in ("to", "by", "from") and _is_change_verb(view, head):
            continue  # "inflation rises to"
        if view.lower(head) == "points" and view.lower(head - 1) in ("percentage", "basis"):
            continue
        if view.word(head).isupper() and view.word(head - 1) == "(":
            continue  # an acronym in brackets
        if view.word(head)[0].isupper() and view.word(head + 1)[:1].isupper() and head + 1 < k:
            continue
        if is_plural(view, head, noun) and not view.is_(head, "participle"):
            return phrase_ending(view, head + 1, low)
    return None


def _is_change_verb(view: View, i: int) -> bool:
    cues = (view.rules.packs.cue[match.rule] for match in view.at(i, "cue"))
    return any(cue.field == "trend" and "bare" in cue.takes for cue in cues)


def noun_text(view: View, phrase: NounPhrase) -> str:
    """The phrase as the text says it, white space folded."""
    return re.sub(r"\s+", " ", re.sub(r"[*_](?=\W|\Z)", "", view.raw(phrase.i, phrase.j))).strip("\"“”‘’'*_ ")
