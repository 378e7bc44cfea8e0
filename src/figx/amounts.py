"""What stands right at a number: a currency, a per cent sign, a unit of measure or of time."""

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

PERCENT = re.compile(
    r"[\s-]{0,6}\\?(?:[%٪]|per[\s-]{0,6}cents?(?!re|ra|ur|er|im|en|ar|ag)|percent(?:age)?s?\b(?!\s+points?)|pct\b)(?:[\s-]+points?\b)?"
    r"|[\s-]{0,6}percentage[\s-]+points?\b|(?<=\d)pc\b",
    re.IGNORECASE,
)
_AGED_NAME = re.compile(r"[^\W\d_a-z]\w+,\s\Z")  # "Amina Yusuf, 45, from"
_AGE_AFTER = re.compile(r"[\s-]*(?:years?|yrs?|months?|weeks?|days?)[\s-]*(?:olds?\b|of\s+age\b)", re.IGNORECASE)
_AGE_BEFORE = re.compile(
    r"\b(?:aged?|ages?(?:\s+(?:of|group|range|between|over|under|below|above))?|aged\s+(?:between|over|under|up\s+to|from)"
    r"|turn(?:ed|s|ing)?|(?:children|those|people|adults|men|women|boys|girls|youths?|persons|minors|anyone|kids|infants)"
    r"\s+(?:who\s+are\s+)?(?:under|over|below|above|younger\s+than|older\s+than)|under[\s-]the[\s-]age[\s-]of)"
    r"\s*(?:(?:between|from|just|about|around|only|under|over|the\s+age\s+of)\s+)*$",
    re.IGNORECASE,
)
_OF_USA = re.compile(r"\s(?:U\.S\.|US)(?=\s(?:per|an?|to|in|on|and|or|from|by|at|for|of)\b|[,;:)]|\.?\s*\Z)")  # "$75 U.S. a barrel"
_TEMPERATURES = frozenset({"degC", "degF"})


def amount(view: View, i: int, lexicon: Lexicon) -> Quantity:
    """The numeral at token i with the sign, name or unit beside it; `kind` stays None where there is none."""
    numeral = view.numerals[i]
    quantity = Quantity(
        i, i + 1, numeral.start, numeral.end, numeral, numeral.value, numeral.low, flags=list(numeral.flags)
    )
    for reader in (_percent, _age, _money, _measure):
        if reader(view, quantity, lexicon):
            break
    else:
        _unscaled(view, quantity)
    _span(view, quantity)
    return quantity


def _span(view: View, quantity: Quantity) -> None:
    """Sets the token range from the characters."""
    while quantity.i > 0 and view.offsets[quantity.i - 1][1] > quantity.start:
        quantity.i -= 1
    while quantity.j < len(view) and view.offsets[quantity.j][0] < quantity.end:
        quantity.j += 1


def _percent(view: View, quantity: Quantity, _lexicon: Lexicon) -> bool:
    match = PERCENT.match(view.text, quantity.end)
    if not match:
        return False
    quantity.kind, quantity.unit, quantity.end = Kind.SHARE, "percent", match.end()
    quantity.rules["kind"] = "figx.share.percent"
    if "point" in match.group().lower():
        quantity.flags.append("percentage_points")
    return True


def _age(view: View, quantity: Quantity, _lexicon: Lexicon) -> bool:
    numeral = quantity.numeral
    if numeral.value is None:
        return False
    after = _AGE_AFTER.match(view.text, quantity.end)
    if numeral.value > 130 and not after:  # "a 2,900-year-old site"
        return False
    before = _AGE_BEFORE.search(view.text[: quantity.start])
    noun = view.noun(quantity.i - 2) if view.word(quantity.i - 1) == "," else None
    aged = _AGED_NAME.search(view.text[: quantity.start]) or (noun and noun.unit == "person" and not noun.plural)
    named = aged and re.match(r",\s(?!\d)", view.text[quantity.end :])
    if named and numeral.digits == "plain" and len(view.raw(quantity.i, quantity.j)) <= 2:
        before = named
    if not after and not (before and _ends_age(view, quantity)):
        return False
    quantity.kind, quantity.unit = Kind.AGE, "month" if after and "month" in after.group().lower() else "year"
    quantity.rules["kind"] = "figx.age"
    if after:
        quantity.end = after.end()
    return True


def _ends_age(view: View, quantity: Quantity) -> bool:
    """ "aged 15 to 24" and "children under 5", and not "over 300 people": no counted noun follows."""
    return not re.match(
        r"\s*(?:%|per\s?cent|million|[a-z]+(?:s|en|le)\b(?<!years)(?<!was)(?<!is)(?<!has))",
        view.text[quantity.end :],
        re.IGNORECASE,
    )


# -- money -------------------------------------------------------------------------------------------------------------


def _money(view: View, quantity: Quantity, lexicon: Lexicon) -> bool:
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
        if strong or (sign.weak and priced and not match.group(1)):
            quantity.end = match.end()
            _scale_after_sign(view, quantity, lexicon)
            _span(view, quantity)
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


_RESOLUTIONS = frozenset({144, 240, 360, 480, 540, 720, 1080, 1440, 2160, 4320})


def _is_quoted(view: View, quantity: Quantity, sign: str) -> bool:
    """ "trading at more than 180p": a plain number with a weak sign, where the sentence is about a price; "1080p" is none."""
    about = any(view.is_(k, "price_noun") for k in range(max(0, quantity.i - 40), min(len(view), quantity.i + 40)))
    return about and sign.islower() and quantity.value is not None and int(quantity.value) not in _RESOLUTIONS


def _currency_named(view: View, quantity: Quantity, k: int) -> bool:
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


# -- measures ----------------------------------------------------------------------------------------------------------


def _measure(view: View, quantity: Quantity, _lexicon: Lexicon) -> bool:
    if quantity.numeral.weak:
        return False
    k = quantity.j + 1 if view.word(quantity.j) in ("-", "‑") and view.glued(quantity.j) else quantity.j
    if quantity.numeral.form == "vague" and view.lower(quantity.j) == "of":
        k += 1
    if view.is_(k, "unit_adjective"):  # "10 working days", "75,000 gross barrels"
        k += bool(view.at(k + 1, "unit"))
    phrases = view.at(k, "unit")
    match = view.rules.unit_after.match(view.text, quantity.end)
    sign = view.rules.unit_signs[match.group(2)] if match else None
    phrase_end = view.offsets[phrases[0].j - 1][1] if phrases else -1
    if match and match.group(2) == "″" and view.text[quantity.start - 1 : quantity.start] in ("”", "“", '"', "="):
        return False  # the end of a quotation
    if match and sign and match.end() > phrase_end and (not sign.weak or _weak_unit(view, quantity, match)):
        rule, quantity.end = sign.rule, match.end()
    elif phrases:
        rule, quantity.end = phrases[0].rule, phrase_end
    else:
        return False
    unit = view.rules.unit(rule)
    quantity.kind, quantity.unit = Kind(unit.kind), unit.unit
    quantity.rules["kind"] = rule
    _below_zero(view, quantity)
    return True


def _weak_unit(view: View, quantity: Quantity, match: re.Match[str]) -> bool:
    """A sign that may be a word: it counts right at the number, or at the end of what is said."""
    if match.group(2) == "in" and not match.group(1):
        return bool(re.match(r"[).,;]|\s(?:of|long|wide|deep|tall)\b", view.text[match.end() :]))
    if match.group(2) in ("in", "a", "at", "are", "mi"):
        return bool(re.match(r"\s*(?:$|[.,;)])", view.text[match.end() :])) and bool(match.group(1))
    if not match.group(1):
        return True
    rest = view.text[match.end() :]
    if match.group(2).startswith("pound"):
        return True  # no money, as was seen before
    if match.group(2) == "degree":
        return quantity.numeral.digits == "decimal"
    if match.group(2) == "degrees":  # and not "awarded 300 degrees"
        return not any(view.is_(k, "awarding") for k in range(max(0, quantity.i - 6), quantity.i))
    if match.group(2) in ("W", "V") and re.match(r"\s(?:[a-z]|[A-Z]{2})", rest):  # "a 5 W charger"
        return True
    return bool(re.match(r"\s*(?:$|[.,;)]|of\b|and\b|to\b|long|high|wide|deep|tall)", rest))


def _below_zero(view: View, quantity: Quantity) -> None:
    if quantity.value is None:
        return
    signs = r"(?:\bminus[\s-]+|(?<![\w)])[-−])\Z" if quantity.unit in _TEMPERATURES else r"\bminus[\s-]+\Z"
    sign = re.search(signs, view.text[: quantity.start], re.IGNORECASE)
    if sign:
        quantity.start, quantity.value = sign.start(), -quantity.value


def _unscaled(view: View, quantity: Quantity) -> None:
    """ "37m" is metres where nothing is counted after it, and 37 million people where something is."""
    weak = quantity.numeral.weak
    if weak is None:
        return
    scaled = phrase_after(view, quantity.j)
    measured = view.is_(quantity.j, "dimension")
    if scaled and scaled.sure and not measured:
        return
    sign = view.rules.unit_signs.get(view.text[weak.end : quantity.numeral.end].strip())
    measured = measured or any(view.is_(k, "length_word") for k in range(len(view)))
    if sign is None or (" " in view.text[weak.end : quantity.numeral.end] and not measured):
        quantity.flags.append("scale_or_unit")
        return
    unit = view.rules.unit(sign.rule)
    quantity.kind, quantity.unit, quantity.value = Kind(unit.kind), unit.unit, weak.value
    quantity.rules["kind"] = sign.rule
