"""What stands right at a number: a currency, a per cent sign, a unit of measure or of time."""

from __future__ import annotations

import re

from figx.figure import Kind
from figx.lexicon import Lexicon
from figx.nouns import phrase_after
from figx.quantity import Quantity
from figx.sums import read_money, set_span
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
# "aged 16 or 17", "six in ten are under 18"
_AGE_SAID = re.compile(
    r"\b(?:(?:aged|ages)\s+(?:\d{1,3}\s*(?:,|or|and|-|–)\s*){1,4}"
    r"|(?:are|were|is|was|be)\s+(?:still\s+)?(?:under|younger\s+than)\s+(?:the\s+age\s+of\s+)?)$",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"\s*(?:[.,;:)–—]|$|(?:and|or|but|while)\b)")
_GROWN = 35
_TEMPERATURES = frozenset({"degC", "degF"})


def amount(view: View, i: int, lexicon: Lexicon) -> Quantity:
    """The numeral at token i with the sign, name or unit beside it; `kind` stays None where there is none."""
    numeral = view.numerals[i]
    quantity = Quantity(
        i, i + 1, numeral.start, numeral.end, numeral, numeral.value, numeral.low, flags=list(numeral.flags)
    )
    for reader in (_percent, _age, read_money, _measure):
        if reader(view, quantity, lexicon):
            break
    else:
        _unscaled(view, quantity)
    set_span(view, quantity)
    return quantity


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
    before = _AGE_BEFORE.search(view.text[: quantity.start]) or (
        numeral.value <= _GROWN
        and _AGE_SAID.search(view.text[: quantity.start])
        and _CLAUSE_END.match(view.text, quantity.end)
    )
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


# -- measures ----------------------------------------------------------------------------------------------------------


def _measure(view: View, quantity: Quantity, _lexicon: Lexicon) -> bool:
    if quantity.numeral.weak:
        return False
    k = quantity.j + 1 if view.word(quantity.j) in ("-", "‑") and view.glued(quantity.j) else quantity.j
    if quantity.numeral.form == "vague" and view.lower(quantity.j) == "of":
        k += 1
    if view.is_(k, "unit_adjective"):  # "10 working days", "75,000 gross barrels", and not "was 70,000 last year"
        when = view.is_(k + 1, "time_noun") and not view.lower(k + 1).endswith("s")
        k += bool(view.at(k + 1, "unit")) and not when
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
    measured = measured or any(
        view.is_(k, "length_word") for k in range(max(0, quantity.i - 40), min(len(view), quantity.i + 40))
    )
    if sign is None or (" " in view.text[weak.end : quantity.numeral.end] and not measured):
        quantity.flags.append("scale_or_unit")
        return
    unit = view.rules.unit(sign.rule)
    quantity.kind, quantity.unit, quantity.value = Kind(unit.kind), unit.unit, weak.value
    quantity.rules["kind"] = sign.rule
