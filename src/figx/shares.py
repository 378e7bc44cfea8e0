"""Shares that are no per cent ("one in five", "two thirds", "half of") and multiples ("doubled", "three times")."""

from __future__ import annotations

import re
from decimal import Decimal

from figx.figure import Kind
from figx.numerals import Numeral
from figx.quantity import Quantity, Rejection
from figx.view import View

_BASES = frozenset({*range(2, 11), 12, 15, 16, 20, 25, 30, 40, 50, 100, 1000})
_WHOLE = Decimal(100)
_TO_PREPOSITION = 3  # tokens from a share to what it goes to: "47 per cent had gone to"
_JOINTS = ([","], ["and"], ["or"], [",", "and"], [",", "or"])
_FACTOR = re.compile(r"(?:re)?(?:doubl|tripl|trebl|quadrupl|quintupl|sextupl)\w*|twice|thrice|\w*-?fold", re.IGNORECASE)
_CHANGED = re.compile(
    r"\b(?:increas\w+|ris\w+|rose|gr[eo]w\w*|multipl\w+|jump\w*|surg\w+|soar\w*)\s+(?:\w+\s+){0,4}$", re.IGNORECASE
)


def percent(value: Decimal) -> Decimal:
    """A fraction in per cent, to four decimals: a third is 33.3333."""
    return (value * 100).quantize(Decimal("0.0001")).normalize()


def merge_shares(view: View, quantities: list[Quantity]) -> list[Quantity]:
    """ "one in six", "three out of every four": two numbers that are one share."""
    merged: list[Quantity] = []
    skip = False
    for i, first in enumerate(quantities):
        if skip:
            skip = False
            continue
        second = quantities[i + 1] if i + 1 < len(quantities) else None
        if second and _is_ratio(view, first, second) and first.value is not None and second.value:
            first.value, first.kind, first.unit = percent(first.value / second.value), Kind.SHARE, "percent"
            first.j, first.end, first.rules["kind"] = second.j, second.end, "figx.share.ratio"
            first.low = first.high = None
            skip = True
        merged.append(first)
    return merged


def carry_percent(view: View, quantities: list[Quantity]) -> None:
    """ "rose by 5, 8 and 12 per cent": the sign at the end belongs to all numbers of the list."""
    for n, last in enumerate(quantities):
        if last.rules.get("kind") != "figx.share.percent":
            continue
        chain = [last]
        for quantity in reversed(quantities[:n]):
            between = [view.lower(k) for k in range(quantity.j, chain[-1].i)]
            if between not in _JOINTS or not _bare_number(quantity):
                break
            chain.append(quantity)
        if len(chain) > 1 and view.lower(chain[-1].i - 1) in ("by", "to", "at", "of", "from"):
            for quantity in chain[1:]:
                quantity.kind, quantity.unit, quantity.rules["kind"] = Kind.SHARE, "percent", "figx.share.percent"


def carry_on_percent(view: View, quantities: list[Quantity]) -> None:
    """ "47 per cent went to nurses, 28 to teachers and 12 to cooks": the sign of the first share belongs to all.

    Each number is followed by the preposition that follows the first, and together they are no more than a whole.
    """
    total, preposition = Decimal(0), ""
    for quantity in quantities:
        if quantity.rules.get("kind") == "figx.share.percent":
            total = quantity.value or Decimal(0)
            after = range(quantity.j, min(quantity.j + _TO_PREPOSITION, len(view)))
            preposition = next((view.lower(k) for k in after if view.is_(k, "preposition")), "")
            preposition = (
                "" if preposition == "of" else preposition
            )  # "60 per cent of those asked, 2 of them from here"
            continue
        joined = view.lower(quantity.i - 1) in (",", "and", "with", "or") and view.lower(quantity.j) == preposition
        whole = total + (quantity.value or Decimal(0))
        if (
            not (preposition and joined and _bare_number(quantity) and whole <= _WHOLE)
            or quantity.j + 1 in view.numerals
        ):
            total, preposition = Decimal(0), ""
            continue
        total = whole
        quantity.kind, quantity.unit, quantity.rules["kind"] = Kind.SHARE, "percent", "figx.share.percent"


def _bare_number(quantity: Quantity) -> bool:
    numeral = quantity.numeral
    plain = numeral.digits in ("plain", "decimal") or numeral.form == "words"
    return (
        quantity.kind is None and plain and numeral.scale == 1 and quantity.value is not None and quantity.value < 1000
    )


def _is_ratio(view: View, first: Quantity, second: Quantity) -> bool:
    a, b = first.value, second.value
    if first.kind or second.kind or a is None or b is None or a != int(a) or b != int(b) or not 0 < a < b:
        return False
    between = " ".join(view.lower(k) for k in range(first.j, second.i) if view.word(k) != "-")
    if a == 1 and first.numeral.form == "words" and second.i - first.j == 2 and between.endswith((" in", " of")):
        noun = view.noun(first.j)
        between = "in" if noun and not noun.plural and int(b) in _BASES else between  # "one person in five"
    if between not in ("in", "in every", "out of", "out of every", "of every", "in each", "out of each"):
        return False
    if second.numeral.digits == "plain" and 1500 <= b <= 2100 and between == "in":
        return False
    if a == 1:
        return b >= 2
    if "out of" in between:
        return True
    return int(b) in _BASES and (between != "in" or not first.numeral.digits or b in (10, 100, 1000, 20))


def fraction(view: View, quantity: Quantity) -> Rejection | None:
    """Makes a fraction a share, or says why it is none."""
    numeral = quantity.numeral
    text = view.raw(quantity.i, quantity.j).lower()
    before, after = view.lower(quantity.i - 1), view.lower(quantity.j)
    reason = _no_share(view, quantity, text, before, after)
    if reason:
        return Rejection(quantity.start, quantity.end, reason, "figx.fraction")
    quantity.kind, quantity.unit = Kind.SHARE, "percent"
    quantity.value = percent(numeral.value or Decimal(0))
    quantity.rules["kind"] = "figx.share.fraction"
    return None


def _no_share(view: View, quantity: Quantity, text: str, before: str, after: str) -> str:
    ordinal = re.search(r"(?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|quarter)$", text)
    if before in (
        "first",
        "second",
        "latter",
        "last",
        "other",
        "third",
        "fourth",
        "early",
        "late",
        "earlier",
        "better",
        "wrong",
        "another",
        "this",
        "next",
        "per",
        "each",
    ):
        return "a part of a year or of a whole, by its order"
    if view.word(quantity.j) in ("-", "‑") and view.glued(quantity.j):
        return "part of a compound"
    if view.is_(quantity.j, "increment") and ordinal:
        return ""  # "a quarter fewer requests"
    if after == "of":
        k = quantity.j + 1
        while view.is_(k, "determiner"):
            k += 1
        numeral = view.numerals.get(k)
        if numeral and numeral.digits == "plain" and numeral.value is not None and 1500 <= numeral.value <= 2100:
            return "a part of a year"
        if view.lower(k) in ("year", "century", "decade", "day", "hour", "month", "week", "mile", "metre", "meter"):
            return "a part of a time or a length"
        return ""
    if (
        ordinal
        and not text.startswith(("two", "three", "four"))
        and not view.is_(quantity.j, "verb", "auxiliary", "adverb")
    ):
        fell = before in (
            "by",
            "over",
            "than",
            "nearly",
            "almost",
            "about",
            "just",
            "some",
            "only",
            "around",
            "to",
            "at",
            "least",
            "another",
        )
        return (
            ""
            if fell and (not after or view.is_punctuation(quantity.j) or _is_open_end(view, quantity.j))
            else "an ordinal"
        )
    if quantity.numeral.digits in ("ratio", "vulgar", "mixed"):
        return "a fraction of nothing that is named"
    if view.is_(quantity.j, "time_noun") or after in ("hour", "hours", "year", "day", "century", "an", "a"):
        return "a part of a time"
    return ""


def _is_open_end(view: View, k: int) -> bool:
    """Whether what was said of a fraction ends before token k: "by a third since 2015", "by a quarter last year"."""
    compared = any(view.rules.packs.cue[m.rule].field == "baseline" for m in view.at(k, "cue"))
    return (
        compared or view.is_(k, "preposition", "subordinator", "adverb", "conjunction") or view.is_(k + 1, "time_noun")
    )


def multiples(view: View, taken: set[int]) -> list[Quantity]:
    """ "doubled", "twice as many", "threefold": words that are a factor."""
    found: dict[int, Quantity] = {}
    cues = view.rules.packs.cue
    factors = [match for match in view.matches if match.table == "cue" and cues[match.rule].field == "multiple"]
    for match in sorted(factors, key=lambda m: (m.i, m.i - m.j)):
        k = next((k for k in range(match.i, match.j) if _FACTOR.fullmatch(view.word(k))), None)
        if k is None or k in found or k in taken or _is_trapped(view, k):
            continue
        start, end = view.offsets[k]
        value = Decimal(cues[match.rule].means)
        quantity = Quantity(k, k + 1, start, end, Numeral(start, end, value, "words"), value)
        quantity.kind, quantity.unit, quantity.rules["kind"] = Kind.MULTIPLE, "times", match.rule
        found[k] = quantity
    return list(found.values())


def _is_trapped(view: View, k: int) -> bool:
    """Whether token k lies in a phrase that states no factor: "doubling down"."""
    return any(m.table == "trap" and m.part == "words" and m.i <= k < m.j for m in view.matches)


def times(view: View, quantity: Quantity) -> Rejection | bool:
    """ "three times the figure" is a multiple, "three times a week" tells how often; False where no "times" follows."""
    if view.word(quantity.j) == "-" and view.lower(quantity.j + 1) == "fold" and quantity.kind is None:
        quantity.j += 1
    elif quantity.kind or not (
        view.lower(quantity.j) == "times" or (view.word(quantity.j) == "x" and view.glued(quantity.j))
    ):
        return False
    changed = _CHANGED.search(view.text[: quantity.start])
    possessive = view.lower(quantity.j + 2) == "'s"
    counted = quantity.value is not None and quantity.value == quantity.value.to_integral_value()
    if (
        not view.is_(quantity.j + 1, "comparison")
        and not changed
        and counted
        and not possessive
        and view.lower(quantity.j) != "fold"
    ):
        return Rejection(quantity.start, quantity.end, "how often, not how many", "figx.frequency")
    quantity.kind, quantity.unit, quantity.rules["kind"] = Kind.MULTIPLE, "times", "figx.multiple.times"
    quantity.j += 1
    quantity.end = view.offsets[quantity.j - 1][1]
    return True
