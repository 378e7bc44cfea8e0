"""Numbers written with digits: 1,234 · 1 234 · 1.234.567 · 17,00,000 · 2 1/4 · ½ · 1.3x10^6. Pure, on str."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Context, Decimal, DivisionByZero, InvalidOperation, Overflow

# Our own decimal context: what the caller has set for theirs must not change what is read.
ARITHMETIC = Context(prec=28, traps=[InvalidOperation, DivisionByZero, Overflow])

# The spaces that typesetters group digits with: plain, no-break, thin, narrow no-break and figure space.
_GROUP_SPACE = "[ \u00a0\u2009\u202f\u2007]"

VULGAR = {
    "½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75"), "⅓": Decimal(1) / 3, "⅔": Decimal(2) / 3,
    "⅕": Decimal("0.2"), "⅖": Decimal("0.4"), "⅗": Decimal("0.6"), "⅘": Decimal("0.8"), "⅙": Decimal(1) / 6,
    "⅛": Decimal("0.125"), "⅜": Decimal("0.375"), "⅝": Decimal("0.625"), "⅞": Decimal("0.875"),
}  # fmt: skip

DIGITS = re.compile(
    rf"""
      (?P<power>   [+-]?\d{{1,9}}(?:\.\d{{1,9}})?
                   (?:\s?[x×*]\s?10\^[+-]?\d{{1,3}}|\s?×\s?10[-−]\d{{1,3}}|\^(?:-{{0,2}}|\+)\d{{1,3}}|e[+-]?\d{{1,3}})(?!\w))
    | (?P<indian>  \d{{1,2}}(?:,\d{{2}})+,\d{{3}}(?:\.\d+)?(?![\d,]*\d))
    | (?P<comma>   \d{{1,3}}(?:,\d{{3}})+(?:\\?\.\d+)?(?!\d|,\d))
    | (?P<break>   \d{{1,3}}(?:,[ ]?\n[ ]?\d{{3}}|,[ ]0\d\d)+(?![\d,]*\d))
    | (?P<dots>    \d{{1,3}}(?:(?:\.\d{{3}}){{2,}}(?:,\d+)?|\.\d{{3}},\d+)(?!\d|\.\d))
    | (?P<quotes>  \d{{1,3}}(?:['’]\d{{3}})+(?:[.,]\d+)?(?!\d))
    | (?P<spaces>  \d{{1,3}}(?:{_GROUP_SPACE}\d{{3}})+(?:[.,]\d+)?(?![\d]|[.,]\d|{_GROUP_SPACE}\d))
    | (?P<mixed>   \d+[ ]+[1-9]\d?\s?[/⁄]\s?[1-9]\d{{0,2}}(?![\d/.,]*\d))
    | (?P<ratio>   (?<![\d/.])[1-9]\d?\s?[/⁄]\s?[1-9]\d{{0,2}}(?![\d/.,]*\d))
    | (?P<vulgar>  (?:\d+\s?)?[{"".join(VULGAR)}])
    | (?P<dot>     \d{{1,3}}\.\d{{3}}(?!\d|[.,]\d))
    | (?P<decimal> \d+\\?\.\d+(?!\d|\.\d))
    | (?P<point>   (?<![\w.)\]])(?<![.…]\s)\.\d+(?!,\d{{3}}))
    | (?P<half>    (?<!\d,)\d+,\d{{1,2}}(?!\d|,\d))
    | (?P<plain>   \d+)
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Digits:
    """A number written with digits: half-open offsets, its exact value, the form it is written in, and any doubt."""

    start: int
    end: int
    value: Decimal
    form: str
    flags: tuple[str, ...] = ()


def _fraction(text: str) -> Decimal:
    above, below = re.split(r"\s?[/⁄]\s?", text)
    return Decimal(above) / Decimal(below)


def _power(text: str) -> Decimal:
    text = re.sub(r"(×\s?10)[-−]", r"\1^-", text)  # "1.99×10−30", which lost its superscript
    sign = -1 if text.startswith("-") else 1
    text = text.lstrip("+-")
    if "^" in text and not re.search(r"[x×*]", text):
        base, exponent = text.split("^")
        double = exponent.startswith("--")  # a sign too many is read as one
        power = int(exponent.replace("--", "") if double else exponent)
        value = Decimal(base) ** power if Decimal(base) or power > 0 else Decimal(0)
    else:
        base, exponent = re.split(r"\s?[x×*]\s?10\^|e", text)
        value = Decimal(base).scaleb(int(exponent))
    return sign * value


def _separated(text: str, group: str) -> Decimal:
    """The value of digits in groups: `group` is the separator of thousands, any other mark is the decimal one."""
    plain = re.sub(group, "", text)
    return Decimal(plain.replace("\\", "").replace(",", "."))


def read_digits(match: re.Match[str], *, decimal: str = ".") -> Digits:
    """A match of `DIGITS` as a number.

    `decimal` is the mark that the text uses for decimals: it decides what "1.234" and "1,5" mean where they are open,
    and the record is then flagged `ambiguous_separator`.
    """
    form, text = match.lastgroup or "plain", match.group()
    flags: tuple[str, ...] = ()
    match form:
        case "power":
            value = _power(text)
        case "indian":
            value = _separated(text, ",")
        case "comma":
            if decimal == "," and text.count(",") == 1 and "." not in text:
                value, flags = Decimal(text.replace(",", ".")), ("ambiguous_separator",)
            else:
                value = _separated(text, ",")
        case "break":
            value = _separated(text, r",\s*")
        case "dots":
            value = _separated(text, r"\.")
        case "quotes":
            value = _separated(text, "['’]")
        case "spaces":
            value = _separated(text, _GROUP_SPACE)
        case "mixed":
            whole, part = text.split(maxsplit=1)
            value = Decimal(whole) + _fraction(part)
        case "ratio":
            value = _fraction(text)
        case "vulgar":
            value = Decimal(text[:-1].strip() or 0) + VULGAR[text[-1]]
        case "dot":
            value, flags = _three_after_dot(text, decimal)
        case "half":
            value, flags = Decimal(text.replace(",", ".")), ("ambiguous_separator",)
        case _:
            value = Decimal(text.replace("\\", ""))
    return Digits(match.start(), match.end(), value, form, flags)


def _three_after_dot(text: str, decimal: str) -> tuple[Decimal, tuple[str, ...]]:
    """ "1.234" is 1234 where dots group, and where it ends in a nought, which no one writes after a decimal point."""
    if decimal == "," or (text.endswith("0") and not text.startswith("0")):
        return Decimal(text.replace(".", "")), ("ambiguous_separator",)
    return Decimal(text), ()
