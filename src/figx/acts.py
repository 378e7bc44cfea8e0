"""Verbs that look like what is counted: "Peru hosts 1.3 million", "the ceiling remains 125,000", "the dead number 82".

There is no tagger: a subject before the word and a number after it tell the verb from the noun.
"""

from __future__ import annotations

from figx.plurals import is_plural, is_word
from figx.view import View

_REACH = 12  # tokens: as far as a subject reaches before its verb
_HEDGES = 4
_LIKE_NOUNS = frozenset({"act", "act_of_number", "act_of_staying"})


def is_act(view: View, i: int) -> bool:
    """Whether token i is a verb that has the form of a noun, between its subject and the number that is its object."""
    if not view.is_(i, "act", "act_of_number") or not view.word(i).islower() or view.context.row:
        return False
    if view.is_(i, "act_of_number"):
        return _before_number(view, i + 1, "act_hedge") and _has_many(view, i)
    return _before_number(view, i + 1, "act_hedge") and _has_one(view, i)


def is_stay(view: View, i: int) -> bool:
    """Whether token i is the verb "remains", and no remains of anybody: "the ceiling remains at 125,000"."""
    if not view.is_(i, "act_of_staying") or not view.word(i).islower() or view.context.row:
        return False
    following = view.is_(i + 1, "act_stay_hedge") or _before_number(view, i + 1, "act_hedge", "act_stay_hedge")
    return following and not view.is_(i - 1, "act_dead") and _has_one(view, i)


def is_verb_like_noun(view: View, i: int) -> bool:
    """Whether token i is no noun, though it looks like one: see `is_act` and `is_stay`."""
    return not view.classes(i).isdisjoint(_LIKE_NOUNS) and (is_act(view, i) or is_stay(view, i))


def _before_number(view: View, k: int, *hedges: str) -> bool:
    """Whether a number stands at token k, or after a few words that say how exact it is."""
    for _ in range(_HEDGES):
        if k in view.numerals and k not in view.masked:
            return not view.is_(k + 1, "time_noun")  # "that he claims over ten years"
        cues = [m.j for m in view.at(k, "cue") if view.rules.packs.cue[m.rule].field == "qualifier"]
        k = cues[0] if cues else k + 1 if view.is_(k, *hedges) else -1
        if k < 0:
            return False
    return False


def _subject_end(view: View, i: int) -> int:
    """The last token of what stands before the verb at token i, adverbs left out."""
    k = i - 1
    while k > 0 and (view.is_(k, "adverb", "act_adverb") or view.raw(k - 1, k + 1).lower() == "so far"):
        k -= 1 + (view.lower(k) == "far")
    return k


def _opening(view: View, last: int) -> int:
    """Where the subject that ends with token `last` begins: after a comma, a conjunction or a verb."""
    k = last
    while k > 0 and last - k < _REACH:
        if view.is_punctuation(k - 1) and view.word(k - 1) not in ("-", "’", "'", "."):
            break
        if k - 1 in view.numerals or view.is_(
            k - 1, "conjunction", "subordinator", "auxiliary", "be", "relative_pronoun"
        ):
            break
        if view.lower(k - 1) == "that":
            break
        k -= 1
    return k


def _has_one(view: View, i: int) -> bool:
    """Whether one subject stands before token i, as a verb in -s has it: a name, or a singular with its article."""
    last = _subject_end(view, i)
    if last > 0 and view.word(last) == ",":
        return last < i - 1 or _is_apposed(view, last)  # "the camp, built for 300, now houses 900"
    if last < 0 or not is_word(view, last):
        return False
    if view.lower(last) in ("and", "but") and any(k in view.numerals for k in range(max(0, last - 2 * _REACH), last)):
        return last == i - 1  # "took in 300 and shelters 20": nothing else is joined
    if view.is_(last, "relative_pronoun", "act_pronoun"):
        return True
    start = _opening(view, last)
    head = next((k - 1 for k in range(start + 1, last + 1) if view.is_(k, "preposition")), last)
    if view.is_(start, "preposition") and view.is_(start + 1, "determiner"):
        return False  # "in the camps shelters 300"
    if view.is_(start, "preposition", "verb") or view.is_(head, "determiner", "preposition"):
        return False
    named = view.word(start)[:1].isupper() and (start > 0 or _is_named(view, start, head))
    if not (view.is_(start, "determiner", "act_pronoun") or named):
        return False
    return _is_named(view, head, head) or not is_plural(view, head, view.noun(head))


def _is_apposed(view: View, comma: int) -> bool:
    """Whether the comma ends an aside after the subject: "Malta, a member of the Union, | hosts 300"."""
    opened = next((k for k in range(comma - 1, max(0, comma - _REACH), -1) if view.word(k) == ","), -1)
    if opened < 1 or not view.is_(opened + 1, "determiner", "relative_pronoun", "preposition", "act_aside"):
        return False
    start = _opening(view, opened - 1)
    return view.is_(start, "determiner") or _is_named(view, start, opened - 1)


def _is_named(view: View, start: int, head: int) -> bool:
    """Whether tokens start to head are a name: of a country or a town, or in capitals."""
    if any(place.i <= start < place.j and place.sort not in ("demonym", "adjective") for place in view.places):
        return True
    return all(len(view.word(k)) > 1 and view.word(k).isupper() for k in range(start, head + 1))


def _has_many(view: View, i: int) -> bool:
    """Whether the subject of "number" stands before token i: several, and no thing that has a number ("flat number 4")."""
    last = _subject_end(view, i)
    if last < 0 or not is_word(view, last):
        return False
    if view.is_(last, "act_pronouns", "nominal_participle"):
        return True
    if view.is_(last, "determiner", "preposition"):
        return False
    start = _opening(view, last)
    if view.is_(start, "act_pronouns"):
        return True  # "those in detention number 29,000"
    if is_plural(view, last, view.noun(last)) and not view.is_(last, "verb"):
        alone = start == last and view.noun(last) is None  # "he calls number 911"
        return last < i - 1 or not (alone or _is_numbering(view, i))
    late = last < i - 1 or view.is_past(last) or any(place.j == last + 1 for place in view.places)
    heads = range(start, last)
    return late and any(is_plural(view, k, view.noun(k)) or view.is_(k, "act_pronouns") for k in heads)


def _is_numbering(view: View, i: int) -> bool:
    """ "Buses number 4 and 6": short numbers joined are names."""
    numeral = view.numerals.get(i + 1)
    short = numeral is not None and numeral.digits == "plain" and numeral.end - numeral.start <= 2
    return short and view.lower(i + 2) in ("and", "or", "to", ",") and i + 3 in view.numerals
