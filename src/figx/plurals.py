"""What a word of a noun phrase may be: a plural head, the name of a people, a modifier before one. Lists and endings tell."""

from __future__ import annotations

import re

from figx.rules import NounForm
from figx.view import View

STOP = (
    "determiner", "preposition", "conjunction", "pronoun", "auxiliary", "adverb", "subordinator", "particle", "time_noun",
)  # fmt: skip
ADJECTIVE = re.compile(r"(?:al|ic|ary|ive|ous|ern)\Z")


def is_word(view: View, i: int) -> bool:
    return view.word(i)[:1].isalpha() and not view.lower(i).startswith(("http", "www"))


def is_plural(view: View, i: int, noun: NounForm | None) -> bool:
    lower = view.lower(i)
    if noun:
        return noun.plural
    if "not_plural" in view.classes(i):
        return False
    if re.fullmatch(r"[A-Z]{2,}s", view.word(i)):
        return True  # RBIs
    if len(lower) < 4:
        return False
    if is_people(view.word(i)):
        return True  # Pakistanis
    return lower.endswith("s") and not lower.endswith(("ss", "us", "is", "'s", "ous"))


def is_people(word: str) -> bool:
    """Whether an unknown word is the name of a people by its form: "Karbis"."""
    return word.lower().endswith("is") and word[0].isupper() and not word.isupper() and len(word) > 5


def modifies_plural(view: View, i: int, noun: NounForm | None) -> bool:
    """Whether a plural stands before another noun that is the head: "women peacekeepers", "Rohingya refugees"."""
    following = view.noun(i + 1)
    if view.is_(i + 1, "participle") or view.is_(i + 1, "nominal_participle"):
        return False
    if noun and noun.proper and noun.singular == view.lower(i) and not view.is_(i + 1, *STOP, "verb"):
        return before_plural(view, i)  # "three Chinese water bombers", but "three Chinese"
    if i > 0 and view.word(i)[0].isupper() and view.word(i + 1)[:1].isupper() and before_plural(view, i):
        return True  # "two New York Police Department officers"
    named = i > 0 and view.word(i)[0].isupper() and view.word(i - 1)[:1].isupper() and i - 1 not in view.numerals
    if named and view.word(i + 1)[:1].islower() and not view.is_(i + 1, *STOP, "verb", "participle"):
        return is_plural(view, i + 1, following)  # "16 United Nations missions"
    same_form = noun is not None and noun.singular == view.lower(i)
    if same_form and view.is_(i, "nominal_participle") and not view.is_(i + 1, *STOP, "verb"):
        return before_plural(view, i)  # "80 homeless encampments", "missing migrant children"
    if noun and noun.unit == "person" and not (following and following.unit in ("person", "household")):
        described = following is not None or ADJECTIVE.search(view.lower(i + 1)) is not None
        return same_form and described and before_plural(view, i + 1)
    if not (same_form or view.is_(i, "plural_modifier") or any(p.i == i for p in view.places)):
        return False
    if i + 1 in view.numerals or not is_word(view, i + 1) or view.is_(i + 1, *STOP):
        return False
    if view.is_(i + 1, "verb", "participle") and not (following and following.plural):
        return False
    return bool((following and following.plural) or is_plural(view, i + 1, following) or (
        following and same_form and before_plural(view, i + 1)))  # fmt: skip


def joins_adjectives(view: View, i: int) -> bool:
    """Whether "and" joins two modifiers of one noun: "sick and wounded soldiers"; the word before is no noun then."""
    origins = view.word(i - 1)[:1].isupper() and view.word(i + 1)[:1].isupper() and i > 1  # "Syrian and Iraqi guests"
    first = view.noun(i - 1)
    if first and not view.is_(i - 1, "participle") and not (origins and not first.plural):
        return False
    if i + 1 in view.numerals or view.is_(i + 1, *STOP):
        return False
    return is_word(view, i + 1) and before_plural(view, i) and not is_plural(
        view, i + 1, view.noun(i + 1)
    )  # fmt: skip


def before_plural(view: View, i: int) -> bool:
    """Whether a plural follows token i before the phrase ends."""
    for k in range(i + 1, min(i + 5, len(view))):
        noun = view.noun(k)
        if view.word(k) in ("*", "_"):
            continue
        if k in view.numerals or not is_word(view, k):
            return False
        if view.is_(k, "participle") or view.is_(k, "nominal_participle"):
            continue
        if is_plural(view, k, noun) and not (view.is_(k, "verb") and not noun):
            return True
        if view.is_(k, *STOP) or (view.is_(k, "verb") and not view.is_(k, "participle")):
            return False
    return False
