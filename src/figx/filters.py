"""Numbers that only their neighbours show to be no figure: years, "one", compounds, rates, repeats, bare numbers."""

from __future__ import annotations

import re
from collections.abc import Callable

from figx.acts import is_verb_like_noun
from figx.figure import Kind
from figx.nouns import is_model_number, phrase_after
from figx.numberings import numbering
from figx.quantity import Quantity, Rejection
from figx.view import View

_CASUALTY = re.compile(
    r"\b(?:killed|died|dead|deaths?|injur\w+|wounded|missing|drown\w*|fatal\w+|casualt\w+|shot|arrested|detained|rescued|kidnapped|abducted"
    r"|survivors?|body|bodies|fatalities|executed|murdered)\b",
    re.IGNORECASE,
)
_HYPHENS = frozenset({"-", "‑", "–"})
_PER = frozenset({"per", "for every", "in every", "to every"})


def reject(view: View, quantity: Quantity, cued: Callable[[Quantity], bool]) -> Rejection | None:
    """Why a quantity is no figure, or None. `cued` tells whether a qualifier stands before it."""
    for rule, test in _TESTS:
        reason = test(view, quantity, cued)
        if reason:
            return Rejection(quantity.start, quantity.end, reason, f"figx.{rule}")
    return None


def _year(view: View, quantity: Quantity, cued: Callable[[Quantity], bool]) -> str:
    numeral = quantity.numeral
    if quantity.kind or numeral.digits != "plain" or numeral.scale != 1 or quantity.value is None:
        return ""
    if view.context.row and not 1950 <= quantity.value <= 2050:
        return ""
    future = view.lower(quantity.i - 1) in ("by", "in", "until", "beyond") and quantity.value <= 2300
    if (
        not (1500 <= quantity.value <= 2100 or (future and quantity.value > 2100))
        or len(view.raw(quantity.i, quantity.j)) != 4
    ):
        return ""
    noun = phrase_after(view, quantity.j)
    before = view.lower(quantity.i - 1)
    if noun and noun.listed and noun.sure and noun.unit in ("person", "household", "home", "building", "shelter"):
        adjacent = noun.i == quantity.j and not view.word(noun.i)[0].isupper()
        if before == "in" and view.lower(quantity.i - 2) in ("took", "take", "taken", "takes", "taking"):
            return ""
        if adjacent and before not in ("in", "since", "during", "'s") and (before != "the" or noun.j - noun.i == 1):
            return ""
    if (
        noun
        and noun.sure
        and noun.i == quantity.j
        and not view.word(noun.i)[0].isupper()
        and not view.is_(quantity.i - 1, "year_cue")
    ):
        if (
            cued(quantity)
            or quantity.value < 1900
            or view.is_(quantity.i - 1, "verb", "participle")
            or before in ("(", "with")
        ):
            return ""
    elif (
        cued(quantity)
        and before in ("some", "about", "nearly", "almost", "over", "than", "least", "approximately")
        and (quantity.value < 1900 or (noun is not None and noun.sure))
    ):
        return ""
    return "a year"


def _one(view: View, quantity: Quantity, cued: Callable[[Quantity], bool]) -> str:
    if quantity.kind or quantity.value != 1 or quantity.numeral.form != "words":
        return ""
    noun = phrase_after(view, quantity.j, one=True)
    if noun is not None and noun.i == quantity.j and _counts_one(view, quantity):
        return ""
    person = noun is None or noun.unit == "person"
    if view.lower(quantity.j) == "more" and noun and noun.unit == "person" and noun.i <= quantity.j + 1:
        return ""  # "one more person was swept away"
    member = phrase_after(view, quantity.j + 2, one=True) if view.is_(quantity.j + 1, "determiner") else None
    if view.lower(quantity.j) == "of" and member and member.unit == "person" and view.is_(member.j, "be") and view.is_(
        member.j + 1, "befallen"
    ):  # fmt: skip
        return ""  # "one of its soldiers was killed"
    near = view.text[quantity.end : quantity.end + 60].split(".")[0]
    person = person or (noun is not None and bool(_CASUALTY.search(view.raw(noun.i, noun.j))))
    if (
        person
        and _CASUALTY.search(near)
        and view.lower(quantity.j) not in ("of", "in")
        and view.lower(quantity.i - 1) != "the"
    ):
        return ""
    if person and len(view.numerals) > 1 and view.lower(quantity.j) == "in" and _CASUALTY.search(view.text) and view.lower(
        quantity.i - 1
    ) in ("and", ",", ";"):  # fmt: skip
        return ""
    return "“one” as a pronoun or an article, which counts nothing"


def _counts_one(view: View, quantity: Quantity) -> bool:
    """ "only one boat", "two men and one woman": here "one" does count."""
    before = view.lower(quantity.i - 1)
    if before in ("only", "just") or (before == "least" and view.lower(quantity.i - 2) == "at"):
        return True
    for step, joint in ((-1, quantity.i - 1), (1, quantity.j)):
        near = range(joint + step, joint + 6 * step, step)
        if any(k in view.numerals and k not in view.masked for k in near) and any(
            view.lower(k) in ("and", ",") for k in (joint, joint + step, joint + 2 * step)
        ):
            return view.lower(quantity.j) not in ("of", "in", "by", "to", "way", "hand", "side", "thing", "more")
    return False


def _name(view: View, quantity: Quantity, cued: Callable[[Quantity], bool]) -> str:
    """ "iPhone 11", "Game 7", "787 Dreamliner": a plain number that belongs to a name, with nothing counted after it."""
    if quantity.kind or quantity.numeral.digits != "plain" or quantity.numeral.scale != 1 or view.context.row:
        return ""
    if len(view.raw(quantity.i, quantity.j)) >= _LARGE and view.is_(quantity.i - 1, "person_verb"):
        return ""  # "Population evacuated 116129"
    noun = phrase_after(view, quantity.j)
    if quantity.i > 1 and is_model_number(view, quantity.i) and _in_phrase(view, quantity.i):
        return "part of a name"
    if (noun and noun.sure) or cued(quantity):
        return ""
    before, after = view.word(quantity.i - 1), view.word(quantity.j)
    if any(p.i == quantity.j and p.sort == "city" for p in view.places) and (before == "," or quantity.i == 0):
        return "a postcode"
    place = any(p.j == quantity.i or p.i == quantity.j for p in view.places)
    proper = (
        quantity.i > 1
        and before[:1].isupper()
        and not before.isupper()
        and not view.is_(quantity.i - 1, "preposition", "determiner")
    )
    camel = bool(re.match(r"[a-z]+[A-Z]", before))
    if camel or (proper and not place and not view.is_(quantity.j, "auxiliary", "verb", "participle")):
        return "part of a name"
    if after[:1].isupper() and not place and quantity.i > 0 and not view.is_(quantity.i - 1, "preposition"):
        return "part of a name"
    return ""


def _in_phrase(view: View, i: int) -> bool:
    """Whether token i lies in the phrase that an earlier number counts: "two new 737 Max jets"."""
    for k in range(i - 1, max(-1, i - 4), -1):
        if k in view.numerals:
            noun = phrase_after(view, k + 1)
            return noun is not None and noun.i <= i < noun.j
    return False


def _score(view: View, quantity: Quantity, cued: Callable[[Quantity], bool]) -> str:
    if quantity.kind or quantity.numeral.digits != "plain":
        return ""
    for hyphen, other in ((quantity.j, quantity.j + 1), (quantity.i - 1, quantity.i - 2)):
        numeral = view.numerals.get(other)
        joined = view.word(hyphen) in ("-", "–") and view.glued(hyphen) and view.glued(hyphen + 1)
        if joined and numeral and numeral.digits == "plain":
            return "a score or a code"
    return ""


def _compound(view: View, quantity: Quantity, cued: Callable[[Quantity], bool]) -> str:
    if quantity.kind:
        return ""
    if view.word(quantity.j) in _HYPHENS and view.glued(quantity.j) and view.glued(quantity.j + 1):
        following = view.lower(quantity.j + 1)
        if quantity.j + 1 in view.numerals or following in ("plus", "odd", "strong"):
            return ""
        if following and following[0].isalpha():
            return "part of a compound that describes a thing"
    if view.word(quantity.i - 1) in _HYPHENS and view.glued(quantity.i) and view.glued(quantity.i - 1):
        before = view.word(quantity.i - 2)
        if before and before[0].isalpha() and before.lower() not in ("some", "about", "sub"):
            return "part of a name or a compound"
    return ""


def _rate(view: View, quantity: Quantity, cued: Callable[[Quantity], bool]) -> str:
    if quantity.kind is Kind.SHARE or not view.holds("per", "every"):
        return ""
    before = f"{view.lower(quantity.i - 2)} {view.lower(quantity.i - 1)}"
    if view.lower(quantity.i - 1) == "per" or before in _PER:
        return "the base of a rate"
    k = quantity.j
    noun = phrase_after(view, k)
    if noun and noun.i == k and view.lower(noun.j) in ("per", "for", "in"):
        k = noun.j
    per = view.lower(k) if view.lower(k) == "per" else f"{view.lower(k)} {view.lower(k + 1)}"
    if per not in _PER:
        return ""
    base = k + (1 if per == "per" else 2)
    if base in view.numerals:
        return "a rate"
    money = view.at(base, "currency")
    if quantity.kind is Kind.MONEY and money:
        return "a rate"
    if per == "per" and quantity.kind is None and not view.is_(base, "time_base"):
        return "a rate"
    return ""


def _repeat(view: View, quantity: Quantity, cued: Callable[[Quantity], bool]) -> str:
    """ "those two reasons", "all 4 million of them", "of that 35 million", "the 10,000 number", "the two countries"."""
    before, after = view.lower(quantity.i - 1), view.lower(quantity.j)
    counted = quantity.kind is None
    pronoun = view.lower(quantity.j + 1) in ("them", "those", "these", "us", "which", "whom")
    asserted = view.lower(quantity.i - 2) == "of" and view.is_(
        quantity.j, "auxiliary"
    )  # "of these 118,000 were settlers"
    pointed = (before in ("those", "these", "both") and not asserted) or (
        before in ("that", "this") and view.is_(quantity.i - 2, "preposition")
    )
    if (
        (pointed and counted)
        or (after == "of" and pronoun and before in ("all", "the"))
        or (before == "the" and after in ("number", "figure", "mark") and counted)
        or (counted and _known_small(view, quantity, before))
    ):
        return "a repeat: it points back to a figure"
    return ""


def _known_small(view: View, quantity: Quantity, before: str) -> bool:
    """ "the two countries", "our three leaders", "the other two": a small number of things that are known already."""
    if quantity.numeral.form != "words" or quantity.value is None or quantity.value >= 10:
        return False
    noun = phrase_after(view, quantity.j)
    if before in ("our", "my", "his", "her", "their", "its"):
        return noun is None or view.is_(noun.j - 1, "known_party")
    if before == "other":
        return not view.is_(quantity.j, "verb", "auxiliary")
    if before != "the":
        return False
    one_of = quantity.value > 2 and view.lower(quantity.i - 3) == "one" and view.lower(quantity.i - 2) == "of"
    if view.is_(quantity.j, "superlative") or one_of:
        return False  # "the six most affected states", "one of the three largest camps"
    if noun and quantity.value > 2 and view.lower(noun.j) in ("of", "that", "which", "who", "hosting", "with"):
        return False
    return noun is None or (noun.unit not in ("person", "home", "household") and noun.i == quantity.j)


def _score_value(view: View, quantity: Quantity, cued: Callable[[Quantity], bool]) -> str:
    scored = any(view.is_(k, "score") for k in (quantity.i - 1, quantity.i - 2))
    if quantity.kind is not None or not scored:
        return ""
    noun = phrase_after(view, quantity.j)
    return "" if noun and noun.sure and noun.i == quantity.j else "a score, which counts nothing"


_LARGE = 5  # digits; a longer number is no name's
_MOVED = re.compile(
    r"\b(?:rose|risen|rises?|fell|fallen|grew|grown|increased?|climb\w*|dropp?\w*|stands?|stood|cap|ceiling|toll|reduc\w+|rais\w+|cut|up|down|number|total)\b",
    re.IGNORECASE,
)
_TESTS: tuple[tuple[str, Callable[[View, Quantity, Callable[[Quantity], bool]], str]], ...] = (
    ("list-number", lambda view, quantity, cued: numbering(view, quantity)),
    ("year", _year),
    ("one", _one),
    ("compound", _compound),
    ("name", _name),
    ("score", _score),
    ("score-value", _score_value),
    ("rate", _rate),
    ("repeat", _repeat),
)


def bare(view: View, quantity: Quantity, *, cued: bool) -> str:
    """Why a count without a noun is too bare to be a figure, or "" where it may stand."""
    if quantity.noun is not None or cued:
        return ""
    numeral = quantity.numeral
    if numeral.scale > 1 or numeral.digits in ("comma", "spaces", "indian", "dots", "break") or numeral.form == "vague":
        return ""
    following = quantity.j
    if view.lower(following) == "of" and view.is_(following + 1, "pronoun", "determiner"):
        return ""
    if view.lower(quantity.i - 1) in ("to", "at", "from", "by") and _MOVED.search(
        view.text[max(0, quantity.start - 60) : quantity.start]
    ):
        return ""
    if view.is_(following, "auxiliary", "verb", "participle", "adverb") or is_verb_like_noun(view, quantity.i - 1):
        return ""
    counted = any(view.is_(k, "container") for k in range(max(0, quantity.i - 10), quantity.i))
    if counted and len(view.raw(quantity.i, quantity.j)) >= _LARGE and view.lower(quantity.i - 1) in ("at", "to", "of"):
        return ""  # "the count in 2018 stood at 2483805"
    return "a bare number: the text does not say what it counts"
