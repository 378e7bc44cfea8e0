"""Sums of money: the sign, the code or the name beside a number."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from figx.figure import Kind
from figx.lexicon import Lexicon
from figx.nouns import phrase_after
from figx.numerals import Numeral
from figx.quantity import Quantity
from figx.view import View

_OF_USA = re.compile(
    r"\s(?:U\.S\.|US)(?=\s(?:per|an?|to|in|on|and|or|from|by|at|for|of)\b|[,;:)]|\.?\s*\Z)"
)  # "$75 U.S. a barrel"


def set_span(view: View, quantity: Quantity) -> None:
    """Sets the token range from the characters."""
    while quantity.i > 0 and view.offsets[quantity.i - 1][1] > quantity.start:
        quantity.i -= 1
    while quantity.j < len(view) and view.offsets[quantity.j][0] < quantity.end:
        quantity.j += 1


def read_money(view: View, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Makes the number a sum of money where a sign, a code or a name says so."""
    return _sign_before(view, quantity) or _currency_after(view, quantity, lexicon) or _name_before(view, quantity)


def _sign_before(view: View, quantity: Quantity) -> bool:
    head = view.text[max(0, quantity.start - 14) : quantity.start]
    match = view.rules.currency_before.search(head)
    if not match:
        return False
    sign = view.rules.currency_signs[_tight(match.group(2))]
    if sign.weak and (match.group(3) or match.group(4) or not _looks_like_money(quantity.numeral)):
        return False
    if match.group(4) and quantity.value is not None:
        quantity.value = -quantity.value
    if match.group(3) and re.search(r"\d\s?\Z", head[: match.start()]):
        return False  # "10 $ 30 $": the sign is the number's before
    quantity.start -= len(match.group())
    if match.group(2) == "$" and (of_usa := _OF_USA.match(view.text, quantity.end)):
        quantity.end = of_usa.end()
    return _set_currency(view, quantity, sign.rule)


def _currency_after(view: View, quantity: Quantity, lexicon: Lexicon) -> bool:
    if quantity.numeral.form == "vague" and view.lower(quantity.j) == "of":
        return _currency_named(view, quantity, quantity.j + 1)
    match = view.rules.currency_after.match(view.text, quantity.end)
    if match and re.match(r"\d", view.text[match.end() :]) and match.group(1):
        match = None  # "1 $10": the sign is the next number's
    k = quantity.j + 1 if view.word(quantity.j) in ("-", "‑") and view.glued(quantity.j) else quantity.j
    named = view.at(k, "currency")
    if match and (not named or view.offsets[named[0].j - 1][1] <= match.end()):
        sign = view.rules.currency_signs[_tight(match.group(2))]
        strong = not sign.weak and not _is_acronym(view, match)
        priced = _looks_like_money(quantity.numeral) or _is_quoted(view, quantity, match.group(2))
        apart = _is_code_of_sum(view, quantity, match)
        if strong or (sign.weak and priced and (apart or not match.group(1))):
            quantity.end = match.end()
            _scale_after_sign(view, quantity, lexicon)
            set_span(view, quantity)
            done = _set_currency(view, quantity, sign.rule)
            if match.group(2).isalpha():
                _minor_part(view, quantity)
            return done
    return _currency_named(view, quantity, k)


_COMMON_CODES = frozenset("USD EUR GBP AUD CAD NZD CHF JPY CNY SEK NOK DKK INR".split())


def _is_acronym(view: View, match: re.Match[str]) -> bool:
    """ "600 ECD kits": three capitals before a noun are a currency only where they are one of the common codes."""
    code = match.group(2)
    if not re.fullmatch(r"[A-Z]{3}", code) or code in _COMMON_CODES:
        return False
    return re.match(r"\s+[a-z]+s\b", view.text[match.end() :]) is not None


def _is_code_of_sum(view: View, quantity: Quantity, match: re.Match[str]) -> bool:
    """ "3.8 trillion LAK (US$170 million)": a rare code apart from a large number, and no noun after it."""
    code = re.fullmatch(r"[A-Z]{3}", match.group(2)) is not None and quantity.numeral.scale > 1
    return (
        code
        and re.match(r"\s*(?:[(),.;]|\Z)|\s(?:in|for|to|on|from|by|or|and)\s", view.text[match.end() :]) is not None
    )


_RESOLUTIONS = frozenset({144, 240, 360, 480, 540, 720, 1080, 1440, 2160, 4320})


def _is_quoted(view: View, quantity: Quantity, sign: str) -> bool:
    """ "trading at more than 180p": a plain number with a weak sign, where the sentence is about a price; "1080p" is none."""
    about = any(view.is_(k, "price_noun") for k in range(max(0, quantity.i - 40), min(len(view), quantity.i + 40)))
    return about and sign.islower() and quantity.value is not None and int(quantity.value) not in _RESOLUTIONS


def _currency_named(view: View, quantity: Quantity, k: int) -> bool:
    if view.is_(k, "increment") and view.at(k + 1, "currency"):
        k += 1  # "4,000 more dollars"
    for phrase in view.at(k, "currency"):
        if _is_weight(view, phrase.i, phrase.j) or _is_weighed(view, quantity, phrase.i, phrase.j):
            return False
        quantity.end = view.offsets[phrase.j - 1][1]
        quantity.j = phrase.j
        if not _set_currency(view, quantity, phrase.rule):
            return False
        _minor_part(view, quantity)
        return True
    return False


def _name_before(view: View, quantity: Quantity) -> bool:
    """ "dollar 22.5 million": a currency's singular name before the number, and nothing counted after."""
    for phrase in view.ending(quantity.i, "currency"):
        plural = view.lower(phrase.j - 1).endswith("s") and not _looks_like_money(quantity.numeral)
        if plural or phrase_after(view, quantity.j):
            continue
        quantity.start = view.offsets[phrase.i][0]
        return _set_currency(view, quantity, phrase.rule)
    return False


def _tight(sign: str) -> str:
    return re.sub(r"\s", "", sign) if sign.endswith("$") else sign


def _looks_like_money(numeral: Numeral) -> bool:
    return numeral.scale > 1 or numeral.digits in ("comma", "spaces", "indian") or numeral.digits == "decimal"


def _is_weight(view: View, i: int, j: int) -> bool:
    """ "600 pounds of rice": a name that is a unit of weight too, with what is weighed."""
    sign = view.rules.unit_signs.get(view.raw(i, j))
    return sign is not None and view.lower(j) == "of"


def _is_weighed(view: View, quantity: Quantity, i: int, j: int) -> bool:
    """ "weighs 250 pounds", "2 pounds heavier": what the name measures beside money is told by the words around."""
    if view.raw(i, j) not in view.rules.unit_signs:
        return False
    return any(view.is_(k, "weighing") for k in (*range(max(0, quantity.i - 4), quantity.i), j))


def _scale_after_sign(view: View, quantity: Quantity, lexicon: Lexicon) -> None:
    """ "75 USD million": the scale stands after the sign."""
    match = re.compile(r"\s+([^\W\d_]+)").match(view.text, quantity.end)
    role = lexicon.roles.get(match.group(1).lower()) if match else None
    if match and role and role[0] == "scale" and quantity.numeral.scale == 1 and quantity.value is not None:
        quantity.numeral = replace(quantity.numeral, scale=role[1], mantissa=quantity.value)
        quantity.value, quantity.end = quantity.value * role[1], match.end()


def _minor_part(view: View, quantity: Quantity) -> None:
    """ "thirteen dollars and forty-five cents", "15 dollars 50": the cents belong to the same amount."""
    k = quantity.j + 1 if view.lower(quantity.j) == "and" else quantity.j
    minor = view.numerals.get(k)
    if minor is None or minor.value is None or not 1 <= minor.value < 100 or quantity.value is None:
        return
    named = [m for m in view.at(k + 1, "currency") if view.rules.factor(m.rule) == Decimal("0.01")]
    bare = k == quantity.j and (k + 1 >= len(view) or view.is_punctuation(k + 1)) and minor.value >= 10
    if named or bare:
        quantity.value += minor.value / 100
        quantity.j = named[0].j if named else k + 1
        quantity.end = view.offsets[quantity.j - 1][1]


def _set_currency(view: View, quantity: Quantity, rule: str) -> bool:
    currency = view.rules.currency(rule)
    quantity.kind, quantity.unit, quantity.codes = Kind.MONEY, currency.code, tuple(currency.codes)
    factor = view.rules.factor(rule)
    if factor != 1:
        quantity.value = None if quantity.value is None else quantity.value * factor
        quantity.low = None if quantity.low is None else quantity.low * factor
    quantity.rules["kind"] = rule
    return True
