"""Which words of a sentence are verbs, and in which form. There is no tagger: word lists and the words around decide."""

from __future__ import annotations

import re
from enum import StrEnum

from figx.acts import is_verb_like_noun
from figx.rules import CLOSED_CLASSES
from figx.view import View


class Form(StrEnum):
    """The form that a verb has in its sentence."""

    NONE = ""
    AUXILIARY = "auxiliary"
    FINITE = "finite"
    BASE = "base"
    PASSIVE = "passive"
    GERUND = "gerund"
    REDUCED = "reduced"  # a participle after its noun: "people displaced by floods"


_CLOSED = tuple(sorted(CLOSED_CLASSES))
_ADVERBS = frozenset({"adverb", "modifier_adverb", "particle"})
_HELPERS = ("be", "have", "modal")
_HELPER_CLASSES = frozenset(_HELPERS)
_NOMINAL_ENDS = re.compile(r"(?:tion|sion|ment|ness|ship|ity|ance|ence|ism)s?$")


def verb_form(view: View, i: int) -> Form:
    """The form of the verb that token i is, `Form.NONE` where it is no verb."""
    if not 0 <= i < len(view) or i in view.numerals or not (view.word(i)[0].isalpha() or view.word(i)[0] in "'’"):
        return Form.NONE
    lower, classes = view.lower(i), view.classes(i)
    if lower in view.rules.never_verbs or view.phrase_is(i, "time_noun"):
        return Form.NONE  # "last week"
    if "auxiliary" in classes and not _inside_name(view, i):  # "in May"
        return Form.AUXILIARY
    if is_verb_like_noun(view, i):
        return Form.FINITE
    past, closed = view.is_past(i), not classes.isdisjoint(CLOSED_CLASSES)
    if _inside_name(view, i) or (closed and not past):
        return Form.NONE
    helper = _helper(view, i)
    # "have given", "the agency provided tents", though "given" and "provided" open a clause elsewhere
    if closed and not (helper in ("be", "have") or _acts(view, i)):
        return Form.NONE
    if lower.endswith("ing") and len(lower) > 4:
        return _gerund(view, i, known=view.is_(i, "verb", "participle"))
    if helper == "be" and past:
        return Form.NONE if _attributive(view, i) else Form.PASSIVE
    if helper == "have" and (past or view.is_(i, "verb")):
        return Form.FINITE
    if helper == "modal" and past and view.lower(i - 1) == "to" and view.lower(i).endswith("ed"):
        return Form.NONE  # "support to affected villages"
    if helper == "modal" and (view.is_(i, "verb", "participle") or not view.noun(i)):
        known = view.is_(i, "verb", "participle") or view.lower(i - 1) != "to"
        return Form.BASE if known and not view.lower(i - 1).endswith("ly") else Form.NONE
    if past:
        return _past(view, i)
    if view.is_(i, "verb"):
        return Form.NONE if _attributive(view, i) or view.is_(i - 1, "preposition", "determiner") else Form.FINITE
    return Form.FINITE if _third_person(view, i) or _of_speakers(view, i) else Form.NONE


def _acts(view: View, i: int) -> bool:
    """Whether a word that may also open a clause is a verb here: its subject stands before it and no "that" after it."""
    before = view.word(i - 1)
    named = i > 0 and before[0].isalpha() and not view.is_(i - 1, *_CLOSED, "verb", "auxiliary", "time_noun")
    return view.is_(i, "subordinator") and named and view.lower(i + 1) != "that"


def adverbial(view: View, k: int) -> bool:
    """Whether token k is an adverb, or belongs to a phrase that is one: "has so far left"."""
    if not view.classes(k).isdisjoint(_ADVERBS):
        return True
    words = view.rules.packs.words
    return any(
        m.table == "words" and m.j > k and words[m.rule].class_ == "adverb"
        for start in (k, k - 1)
        if start in view.starts
        for m in view.starts[start]
    )


def _inside_name(view: View, i: int) -> bool:
    if i == 0 or not view.word(i)[0].isupper() or view.word(i).isupper():
        return False
    return not (i - 1 in view.numerals and view.is_(i, "participle", "nominal_participle"))  # "4 Killed in Italy"


def _helper(view: View, i: int) -> str:
    """The class of the auxiliary that governs token i, with nothing but adverbs between; "" where there is none."""
    for k in range(i - 1, max(-1, i - 5), -1):
        classes = view.classes(k)
        if not classes.isdisjoint(_HELPER_CLASSES):
            return next(name for name in _HELPERS if name in classes)
        if not (view.lower(k).endswith("ly") or adverbial(view, k)):
            return ""
    return ""


def _attributive(view: View, i: int) -> bool:
    """Whether the word stands before a noun that it belongs to: "displaced people", "a planned visit"."""
    k = i + 1
    if k >= len(view) or k in view.numerals or not view.word(k)[0].isalpha():
        return False
    if view.is_(
        k, "determiner", "preposition", "pronoun", "conjunction", "auxiliary", "subordinator", "adverb", "particle"
    ):
        return False
    if view.lower(i - 2) == "under" and i - 1 in view.numerals and not view.is_past(i):
        return False  # "children under five require care"
    before = view.lower(i - 1)
    joined = before in ("and", "or", ",") and not _may_be_verb(view, i - 2)
    modified = (
        joined
        or i == 0
        or i - 1 in view.numerals
        or view.is_(i - 1, "determiner", "preposition", "modifier_adverb", "subordinator")
        or before in ("more", "newly", "'s")
    )
    if not modified:
        return False
    noun = view.noun(k)
    return bool(noun) or view.lower(k).endswith("s") or bool(_NOMINAL_ENDS.search(view.lower(k)))


def _may_be_verb(view: View, i: int) -> bool:
    return i >= 0 and (view.is_past(i) or view.is_(i, "verb", "auxiliary"))


def _past(view: View, i: int) -> Form:
    """A word in -ed without an auxiliary: a finite verb, a participle after its noun, or an adjective."""
    if _attributive(view, i):
        return Form.NONE
    before = view.lower(i - 1)
    year = view.is_(i - 2, "preposition")  # "the quake in 1997 killed 300"
    acts = i + 1 in view.numerals or view.is_(i + 1, "article")
    counted = i - 1 in view.numerals and i - 1 not in view.masked and not year and not acts
    if counted and view.is_(i, "nominal_participle") and view.lower(i + 1) != "by":
        return Form.NONE  # "21 injured"
    if counted or (view.noun(i - 1) and view.is_(i + 1, "preposition") and view.lower(i + 1) == "by"):
        return Form.REDUCED
    determined = view.is_(i - 1, "determiner") and not view.is_(i - 1, "subordinator")
    if determined or view.is_(i - 1, "preposition") or before in ("as", "more", "newly", "than"):
        return Form.NONE
    return Form.FINITE


def _gerund(view: View, i: int, *, known: bool) -> Form:
    if _helper(view, i) == "be":
        return Form.FINITE
    before = view.lower(i - 1)
    if before in (
        ",",
        "and",
        "or",
        "-",
        "–",
        "—",
        "(",
        "by",
        "of",
        "for",
        "from",
        "in",
        "with",
        "after",
        "before",
        "while",
    ):
        return Form.GERUND if known or not view.noun(i) else Form.NONE
    following = view.noun(i + 1)
    names = following is not None and not following.plural  # "the top receiving country"
    if known and not names and not _attributive(view, i) and not view.is_(i - 1, "determiner"):
        return Form.GERUND
    return Form.NONE


def _of_speakers(view: View, i: int) -> bool:
    """ "We run 14 clinics", "they now plough some 30 fields": a word between such a pronoun and a number is its verb."""
    before = i - 1
    while before > 0 and view.is_(before, "adverb", "modifier_adverb"):
        before -= 1
    if not view.is_(before, "speaker_pronoun") or not view.word(i).islower():
        return False
    return i + 1 in view.numerals or any(
        view.rules.packs.cue[m.rule].field == "qualifier" for m in view.at(i + 1, "cue")
    )


def _third_person(view: View, i: int) -> bool:
    """ "Turkey hosts 3.6 million", "the plan needs $3 million": between a subject and what is plainly an object."""
    if not (view.lower(i).endswith("s") or view.is_(i, "participle")):
        return False
    noun = view.noun(i)
    if noun and noun.unit:
        return False
    before = i - 1
    while before > 0 and view.is_(before, "adverb", "modifier_adverb"):
        before -= 1
    if before >= 0 and view.is_(before, "relative_pronoun") and view.lower(i).endswith("s"):
        return True  # "which links the two towns"
    after = i + 1
    joined = view.lower(before) == "and" and view.rules.classes.get(view.lower(i)[:-1], frozenset()) & {"participle"}
    if before < 0 or not view.word(before)[0].isalpha() or (view.is_(before, *_CLOSED, "verb") and not joined):
        return False
    if not view.lower(i).endswith("s"):  # "seven countries host refugees", "58 women hold office"
        subject = view.noun(before)
        if subject is None:
            return after in view.numerals and view.lower(before).endswith("s")  # "the sites host 900"
        return subject.plural and bool(subject.unit)
    if any(k in view.numerals for k in range(max(0, i - 3), i)):
        return False  # "2 medevac flights a week"
    return after in view.numerals or view.is_(after, "article") or any(
        view.rules.packs.cue[m.rule].field == "qualifier" for m in view.at(after, "cue")
    )  # fmt: skip
