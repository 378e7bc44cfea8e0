"""Numbers as texts write them, to their exact value: "one hundred and ninety-five million", "1.2m", "17,00,000".

Pure functions on str. `scan` finds every number expression of a text, `parse` reads a string that is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal, localcontext
from itertools import pairwise

from figx.digits import ARITHMETIC, Digits
from figx.errors import NumeralError
from figx.lexicon import Lexicon, load_lexicon
from figx.numeral_reader import WORD, Reader

_SUFFIX = re.compile(rf"[^\S\n]?({WORD})(?!\w)")
_REPEATED = re.compile(r"\s*\(\s*([^()\n]{1,60}?)\s*\)")
_PLURAL = re.compile(r"('?s)(?=\s+(?:of\b|[a-z]))")
_NEGATIVE = re.compile(r"(?:minus|negative)\s+|[-−]\s*", re.IGNORECASE)
_MOST = Decimal(10) ** 24  # beyond it a run of scale words is no number
_SCALE = re.compile(r"\s+(\w+)")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number expression: half-open offsets and its exact value.

    `form` is digits, words, fraction or vague; a vague numeral has no value but a `low`. `mantissa` times `scale` is the
    value, for ranges that share a scale. `digits` is how the digits are written ("plain", "comma", ...), "" for words.
    `weak` is a glued sign that may be a unit as well ("37m"): what the number is without it.
    """

    start: int
    end: int
    value: Decimal | None
    form: str
    mantissa: Decimal = Decimal(0)
    scale: Decimal = Decimal(1)
    digits: str = ""
    low: Decimal | None = None
    weak: Digits | None = None
    flags: tuple[str, ...] = ()


def scan(text: str, lexicon: Lexicon | None = None, *, decimal: str | None = None) -> list[Numeral]:
    """Every number expression of `text` in order, numbers that are no figure (years, codes) included.

    `decimal` overrides the decimal mark of the language, where the document writes "1.234,5".

    >>> [int(numeral.value) for numeral in scan("Some 1.2 million people in two camps")]
    [1200000, 2]
    """
    lexicon = lexicon or load_lexicon()
    with localcontext(ARITHMETIC):
        reader = Reader(text, lexicon, decimal or lexicon.decimal)
        return list(_merge_repeats(text, _scan(reader), lexicon))


def _scan(reader: Reader) -> Iterator[Numeral]:
    i = 0
    while i < len(reader.atoms):
        read = _vague(reader, i) or _fractional(reader, i) or _whole(reader, i)
        if read is None:
            i += 1
            continue
        numeral, i = read
        if numeral.value is None or abs(numeral.value) <= _MOST:
            yield numeral


_SOME = re.compile(r"(?:\b(?:several|a\s+few|few|many|a\s+couple(?:\s+of)?|couple\s+of)\s+)$", re.IGNORECASE)


def _vague(reader: Reader, i: int) -> tuple[Numeral, int] | None:
    atom, vague = reader.atoms[i], reader.lexicon.vague
    round_number = atom.role == "digits" and re.fullmatch(r"10+", reader.text[atom.start : atom.end])
    if round_number and (plural := _PLURAL.match(reader.text, atom.end)):  # "100s of families"
        return _magnitude(atom.start, plural.end(1), atom.value), i + 1
    word = reader.text[atom.start : atom.end].lower()
    if atom.role == "scale" and (some := _SOME.search(reader.text[max(0, atom.start - 24) : atom.start])):
        start = atom.start - len(some.group())
        low, j = atom.value, i + 1
        while reader.has(j, "scale"):
            low, j = low * reader.atoms[j].value, j + 1
        return _magnitude(start, reader.atoms[j - 1].end, low), j
    if word not in vague:
        return None
    low, j = vague[word], i + 1
    while j < len(reader.atoms):
        following = reader.text[reader.atoms[j].start : reader.atoms[j].end].lower()
        gap = reader.text[reader.atoms[j - 1].end : reader.atoms[j].start]
        if following not in vague or not re.fullmatch(r"\s+of\s+(?:\w+\s+)?", gap):
            break
        low, j = low * vague[following], j + 1
    doubled = j + 1 if reader.role(j) == "and" else j
    if doubled < len(reader.atoms) and re.fullmatch(
        rf"\s+(?:and|upon)\s+{word}", reader.text[reader.atoms[j - 1].end : reader.atoms[doubled].end], re.IGNORECASE
    ):
        j = doubled + 1  # "dozens and dozens" says no more than "dozens"
    if word == "tens" and j == i + 1:
        return None
    if word == "scores" and not re.match(r"\s+of\s+(?!the\b|\d)", reader.text[atom.end :]):
        return None
    return _magnitude(atom.start, reader.atoms[j - 1].end, low), j


def _magnitude(start: int, end: int, low: Decimal) -> Numeral:
    return Numeral(start, end, None, "vague", low=low)


def _fractional(reader: Reader, i: int) -> tuple[Numeral, int] | None:
    fraction = reader.fraction(i)
    if fraction is None and reader.role(i) == "denominator" and reader.atoms[i].value == 4:
        scaled = reader.scale_after(i + 1) if i + 1 < len(reader.atoms) else None
        if scaled and reader.has(i + 1, "scale"):  # "quarter million"
            fraction = (Decimal("0.25"), i + 1)
    if fraction is None:
        return None
    value, j = fraction
    form, scale = "fraction", Decimal(1)
    if scaled := reader.scale_after(j):
        form, (scale, j) = "words", scaled
    span = reader.atoms[i].start, reader.atoms[j - 1].end
    return Numeral(*span, value * scale, form, mantissa=value, scale=scale), j


def _whole(reader: Reader, i: int) -> tuple[Numeral, int] | None:
    number = reader.cardinal(i)
    if number is None:
        return None
    j, value, scale = number.next, number.value, number.last_scale or Decimal(1)
    first, last = reader.atoms[i], reader.atoms[j - 1]
    digits = first.digits if j == i + 1 else None
    written = any(atom.role == "digits" for atom in reader.atoms[i:j])
    numeral = Numeral(
        first.start, last.end, value, "digits" if written else "words",
        mantissa=value / scale, scale=scale,
        digits=digits.form if digits else "", flags=first.digits.flags if first.digits else (),
    )  # fmt: skip
    if digits:
        numeral = _with_suffix(reader, numeral, digits)
    return _and_a_half(reader, numeral, j)


def _with_suffix(reader: Reader, numeral: Numeral, digits: Digits) -> Numeral:
    """ "1.2m", "5 bn", "469K": a scale sign glued to digits, or after one space."""
    match = _SUFFIX.match(reader.text, digits.end)
    scale = reader.lexicon.suffixes.get(match.group(1)) if match else None
    if match is None or scale is None or digits.form in ("mixed", "ratio", "power"):
        return numeral
    weak = match.group(1) in reader.lexicon.weak_suffixes
    if weak and match.group()[0].isspace() and match.group(1) not in "Mm":
        return numeral
    return replace(
        numeral, end=match.end(1), value=digits.value * scale, mantissa=digits.value, scale=scale,
        weak=digits if weak else None,
    )  # fmt: skip


def _and_a_half(reader: Reader, numeral: Numeral, j: int) -> tuple[Numeral, int]:
    """ "two and a half million", "a million and a half", "one and three quarters"."""
    if not reader.has(j, "and") or j + 1 >= len(reader.atoms) or not reader.joined(j + 1):
        return numeral, j
    fraction = reader.fraction(j + 1)
    if fraction is None or numeral.value is None:
        return numeral, j
    part, k = fraction
    quarters = reader.atoms[k - 1].role == "half" or reader.atoms[k - 1].value == 4
    if not (quarters or reader.strict):
        return numeral, j
    if numeral.scale == 1 and (scaled := reader.scale_after(k)) and reader.has(k, "scale"):
        scale, k = scaled
        value, mantissa = (numeral.value + part) * scale, numeral.value + part
    else:
        scale, mantissa = numeral.scale, numeral.mantissa + part
        value = numeral.value + part * scale
    return replace(numeral, end=reader.atoms[k - 1].end, value=value, mantissa=mantissa, scale=scale, digits=""), k


def _merge_repeats(text: str, numerals: Iterator[Numeral], lexicon: Lexicon) -> Iterator[Numeral]:
    """ "sixty-one (61) million" is one number, and so is "61 (sixty-one)"."""
    found = list(numerals)
    skip: set[int] = set()
    for i, (first, second) in enumerate(pairwise(found)):
        bracket = _REPEATED.match(text, first.end)
        if i in skip or not bracket or first.value is None or first.form == second.form:
            continue
        if bracket.span(1) != (second.start, second.end):
            continue
        if second.value == first.value or second.value == first.mantissa:
            merged = replace(first, end=bracket.end())
            scale = _SCALE.match(text, bracket.end())
            after = lexicon.roles.get(scale.group(1).lower()) if scale else None
            if scale and after and after[0] == "scale" and first.scale == 1:
                merged = replace(
                    merged, end=scale.end(), value=first.value * after[1], mantissa=first.value, scale=after[1]
                )
            found[i] = merged
            skip.add(i + 1)
    yield from (numeral for i, numeral in enumerate(found) if i not in skip)


# -- one number, whole -------------------------------------------------------------------------------------------------


def parse(text: str, lang: str = "en") -> Decimal:
    """The value of a string that is one number, in words, digits or both.

    Raises `NumeralError` where it is none, `LanguageError` for a language without a pack.

    >>> parse("one hundred and ninety-five million")
    Decimal('195000000')
    >>> parse("17,00,000")
    Decimal('1700000')
    """
    lexicon = load_lexicon(lang)
    plain = re.sub(r"\s+", " ", text.strip())
    negative = _NEGATIVE.match(plain)
    plain = plain[negative.end() :] if negative else plain
    with localcontext(ARITHMETIC):
        for over in lexicon.over:
            above, found, below = plain.lower().partition(f" {over} ")
            if found:
                divisor = _parse_one(below, lexicon, text)
                if not divisor:
                    raise NumeralError(text)
                value = _parse_one(above, lexicon, text) / divisor
                break
        else:
            value = _parse_one(plain, lexicon, text)
        return -value if negative else value


def _parse_one(plain: str, lexicon: Lexicon, text: str) -> Decimal:
    """A number without a sign or a divisor; raises `NumeralError`, which names the whole `text`."""
    value = _parse_plain(plain, lexicon)
    if value is None:
        numerals = scan(plain, lexicon)
        value = numerals[0].value if len(numerals) == 1 else None
        if value is None or (numerals[0].start, numerals[0].end) != (0, len(plain)):
            raise NumeralError(text)
    return value


def _parse_plain(text: str, lexicon: Lexicon) -> Decimal | None:
    reader = Reader(text, lexicon, lexicon.decimal, strict=True)
    atoms = reader.atoms
    if not atoms or atoms[0].start != 0 or any(not reader.joined(i) for i in range(1, len(atoms))):
        return None
    suffixed = _whole(reader, 0)
    if suffixed and suffixed[0].end == len(text) and suffixed[1] == len(atoms):
        return suffixed[0].value
    if atoms[-1].end != len(text):
        return None
    return _parse_fraction(reader, 0, len(atoms))


def _parse_fraction(reader: Reader, i: int, n: int) -> Decimal | None:
    """A fraction alone, or a whole number and a fraction: "forty two and a third", "three quarters million"."""
    found = _fractional(reader, i)
    if found and found[1] == n:
        return found[0].value
    for k in range(n - 2, i, -1):
        if reader.role(k) == "and":
            whole, part = _parse_span(reader, i, k), _parse_span(reader, k + 1, n)
            if whole is not None and part is not None and part < whole:
                scale = max((a.value for a in reader.atoms[i:k] if a.role == "scale"), default=Decimal(1))
                bare = not any(a.role == "scale" for a in reader.atoms[k + 1 : n])
                return whole + part * scale if part < 1 and bare and scale > 100 else whole + part
    return _quotient(reader, i, n)


def _parse_span(reader: Reader, i: int, n: int) -> Decimal | None:
    whole = _whole_span(reader, i, n)
    return _parse_fraction(reader, i, n) if whole is None else whole


def _quotient(reader: Reader, i: int, n: int) -> Decimal | None:
    """ "twenty twenty fifths" is 20/25, "one hundred thirty-two fifths" 132/5, "a hundred thousand trillionths" 1e-7."""
    last = reader.atoms[n - 1]
    if last.role not in ("denominator", "denominators"):
        return None
    tens = n - 2 > i and reader.role(n - 2) == "cardinal" and reader.atoms[n - 2].value % 10 == 0
    tens = tens and reader.atoms[n - 2].value >= 20 and last.value < 10
    splits = [n - 2] if tens else []
    number = reader.cardinal(i)
    if number and i < number.next < n - 1 and number.next not in splits:
        splits.append(number.next)
    splits.append(n - 1)
    for split in splits:
        above = Decimal(1) if reader.role(i) == "article" and split == i + 1 else _whole_span(reader, i, split)
        below = last.value + (_whole_span(reader, split, n - 1) or 0 if split < n - 1 else 0)
        if above is not None and (split == n - 1 or _whole_span(reader, split, n - 1) is not None):
            return above / below
    return None


def _whole_span(reader: Reader, i: int, n: int) -> Decimal | None:
    if i >= n:
        return None
    trimmed = reader.upto(n)
    number = trimmed.cardinal(i)
    return number.value if number and number.next == n else None
