"""Numbers as texts write them, to their exact value: "one hundred and ninety-five million", "1.2m", "17,00,000".

Pure functions on str. `scan` finds every number expression of a text, `parse` reads a string that is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from figx.digits import DIGITS, Digits, read_digits
from figx.errors import NumeralError
from figx.lexicon import Lexicon, load_lexicon

_WORD = r"[^\W\d_]+"
_TOKEN = re.compile(rf"(?:{DIGITS.pattern})|(?P<word>{_WORD})", re.VERBOSE)
_GAP = re.compile(r"[^\S\n]*\n?[^\S\n]*|[^\S\n]?[-‑–][^\S\n]?\n?")
_GLUED = re.compile(r"[^\W\d_]\Z")
_MONEY_CODE = re.compile(r"(?<![^\W\d_])(?:[A-Z]{1,4}|Rs)\Z")  # "R450 million", "USD115"; the packs mask other codes
_LISTED = re.compile(r"[a-z]{4}\d{1,4} [a-z]{2}\Z")  # "destroyed41 people": a list that lost its line ends
_SUFFIX = re.compile(rf"[^\S\n]?({_WORD})(?!\w)")
_REPEATED = re.compile(r"\s*\(\s*([^()\n]{1,60}?)\s*\)")


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


@dataclass(frozen=True, slots=True)
class _Atom:
    start: int
    end: int
    role: str
    value: Decimal
    digits: Digits | None = None


@dataclass(slots=True)
class _Cardinal:
    """A whole number under way: what is summed, what waits for its scale, and where reading goes on."""

    total: Decimal = Decimal(0)
    current: Decimal | None = None
    last_scale: Decimal | None = None
    mantissa: Decimal = Decimal(0)
    next: int = 0

    @property
    def value(self) -> Decimal:
        return self.total + (self.current or 0)


def _atoms(text: str, lexicon: Lexicon, decimal: str) -> list[_Atom]:
    atoms = []
    for match in _TOKEN.finditer(text):
        if word := match.group("word"):
            role = lexicon.roles.get(word.lower())
            if role is None and text[match.end() : match.end() + 1] in "'’":
                continue
            if role:
                before = text[match.start() - 1 : match.start()]
                if not (before.isdigit() or before == "_"):
                    atoms.append(_Atom(match.start(), match.end(), *role))
                elif role[0] in ("scale", "vague"):
                    atoms.append(_Atom(match.start(), match.end(), *role))
        else:
            digits = read_digits(match, decimal=decimal)
            if not _inside_code(text, digits):
                atoms.append(_Atom(digits.start, digits.end, "digits", digits.value, digits))
    return atoms


def _inside_code(text: str, digits: Digits) -> bool:
    """Whether the digits are part of a code or a footnote ("F16", "students.167") and not a number of their own.

    A grouped number glued to a word ("dead16,000 families") is a number: no code has a comma in it.
    """
    before = text[max(0, digits.start - 4) : digits.start]
    if _GLUED.search(before):
        if _LISTED.search(text[max(0, digits.start - 4) : digits.end + 3]):
            return False
        return digits.form not in ("comma", "spaces", "indian") and not _MONEY_CODE.search(before)
    if not re.search(r"[^\W\d_][.,;:!?’'\"”)]\Z", before) or digits.form != "plain":
        return False
    return before[-2:-1].isupper() or _is_footnote(text, digits)


def _is_footnote(text: str, digits: Digits) -> bool:
    """ "students.167 Others" is a footnote; "cattle.114 medical centres" lacks a space and goes on with its noun."""
    return not re.match(r"[-\w%]|[^\S\n]+[^\W\d_A-Z]", text[digits.end : digits.end + 12])


class _Reader:
    """Reads number expressions from the atoms of one text."""

    def __init__(self, text: str, lexicon: Lexicon, decimal: str, *, strict: bool = False) -> None:
        self.text, self.lexicon, self.strict = text, lexicon, strict
        self.atoms = _atoms(text, lexicon, decimal)

    def role(self, i: int) -> str:
        return self.atoms[i].role if i < len(self.atoms) else ""

    def joined(self, i: int) -> bool:
        """Whether atom i follows the one before it with nothing but space or a hyphen between."""
        gap = self.text[self.atoms[i - 1].end : self.atoms[i].start]
        if not _GAP.fullmatch(gap):
            return False
        if "–" in gap or "-" in gap:
            # "3-5", "10-12": a dash between digits is a range.
            return not (self.role(i) == "digits" or (self.role(i - 1) == "digits" and self.role(i) == "cardinal"))
        return True

    def has(self, i: int, *roles: str) -> bool:
        return 0 < i < len(self.atoms) and self.role(i) in roles and self.joined(i)

    # -- whole numbers ---------------------------------------------------------------------------------------------

    def cardinal(self, i: int) -> _Cardinal | None:
        number, start = _Cardinal(next=i), i
        if self.role(i) == "article":
            if not self.has(i + 1, "scale"):
                return None
            number.current, i = Decimal(1), i + 1
        while i < len(self.atoms) and (i == start or self.joined(i)):
            step = self._step(number, i, start)
            if not step:
                break
            i += step
            number.next = i
        return number if number.next > start and (number.total or number.current is not None) else None

    def _step(self, number: _Cardinal, i: int, start: int) -> int:
        atom = self.atoms[i]
        match atom.role:
            case "digits":
                return self._digits(number, i, start)
            case "cardinal":
                return self._unit(number, i, start)
            case "scale":
                return self._scale(number, i, start)
            case "and":
                return self._and(number, i, start)
            case "point" if number.current is not None or number.total:
                return self._point(number, i)
        return 0

    def _digits(self, number: _Cardinal, i: int, start: int) -> int:
        atom = self.atoms[i]
        if number.current is not None:
            return 0
        if i > start:  # "4 thousand 3 hundred and 21"
            fits = number.last_scale is not None and atom.value < number.last_scale and atom.value == int(atom.value)
            if not (fits and self.has(i + 1, "scale") and self.atoms[i + 1].value < (number.last_scale or 0)):
                return 0
        number.current = number.mantissa = atom.value
        return 1

    def _unit(self, number: _Cardinal, i: int, start: int) -> int:
        value, before = self.atoms[i].value, self.atoms[i - 1]
        if number.current is None:
            number.current = value
            number.mantissa = number.mantissa or value
            return 1
        tens = before.role == "cardinal" and before.value % 10 == 0 and before.value >= 20
        if i > start and ((tens and 1 <= value <= 9) or (before.role in ("scale", "and") and number.current >= 100)):
            number.current += value
            number.mantissa = number.current
            return 1
        return 0

    def _scale(self, number: _Cardinal, i: int, start: int) -> int:
        scale = self.atoms[i].value
        if number.current is None and not number.total:
            if not (self.strict or self.has(i + 1, "scale")):
                return 0
            number.current = Decimal(1)
        if scale <= 100:
            if number.current is None:
                return 0
            number.current *= scale
        elif number.current is None:
            number.total *= scale
        elif number.last_scale is None or scale < number.last_scale:
            number.total, number.current = number.total + number.current * scale, None
        else:
            number.total, number.current = (number.total + number.current) * scale, None
        if scale > 100:
            number.last_scale = scale
        elif number.current is not None:
            number.last_scale = number.last_scale or None
        return 1

    def _and(self, number: _Cardinal, i: int, start: int) -> int:
        """ "and" goes on with a smaller number: "two hundred and two", and not "1.2 million and 900,000"."""
        before = self.atoms[i - 1] if i > start else None
        if before is None or before.role != "scale" or not self.has(i + 1, "cardinal", "digits", "scale"):
            return 0
        if re.search(r"\b(?:between|from)\W+(?:\w+\W+){0,2}\Z", self.text[: self.atoms[start].start], re.IGNORECASE):
            return 0
        written = any(atom.role == "digits" for atom in self.atoms[start:i])
        if self.role(i + 1) == "digits":
            digits = self.atoms[i + 1].digits
            if not (written and digits and digits.form == "plain" and before.value <= 1000):
                return 0
        elif written and not self.strict:
            return 0
        if self.role(i + 1) == "digits":
            if self.atoms[i + 1].value >= before.value:
                return 0
            number.total, number.current = number.value + self.atoms[i + 1].value, None
            return 2
        rest = _Reader.cardinal(self, i + 1)
        if rest is None:
            return 0
        if before.value == 100 and number.current is not None:
            small = self.atoms[i + 1].value < 100
            return 1 if small else 0
        return 1 if rest.value < before.value else 0

    def _point(self, number: _Cardinal, i: int) -> int:
        digits = ""
        j = i + 1
        while self.has(j, "cardinal"):
            value = self.atoms[j].value
            if value >= 20 and self.has(j + 1, "cardinal") and self.atoms[j + 1].value < 10:
                value, j = value + self.atoms[j + 1].value, j + 1
            digits, j = digits + str(value), j + 1
        if not digits:
            return 0
        number.current = (number.current or Decimal(0)) + Decimal(f"0.{digits}")
        number.mantissa = number.current
        return j - i

    # -- fractions -------------------------------------------------------------------------------------------------

    def fraction(self, i: int) -> tuple[Decimal, int] | None:
        """ "half", "a quarter", "two thirds", "one-fifth": the value and where reading goes on."""
        role = self.role(i)
        if role == "half":
            return Decimal("0.5"), i + 1
        if role == "article" and self.has(i + 1, "half"):
            return Decimal("0.5"), i + 2
        if role in ("article", "cardinal") and self.has(i + 1, "denominator") and self.atoms[i].value == 1:
            return self._over(Decimal(1), i + 1)
        if role in ("cardinal", "digits") and self.has(i + 1, "denominators", "half") and self.atoms[i].value > 1:
            return self._over(self.atoms[i].value, i + 1)
        if role == "cardinal" and self.has(i + 1, "denominator") and "-" in self._gap(i + 1) and self.atoms[i].value > 1:
            return self._over(self.atoms[i].value, i + 1)
        return None

    def _gap(self, i: int) -> str:
        return self.text[self.atoms[i - 1].end : self.atoms[i].start]

    def _over(self, above: Decimal, i: int) -> tuple[Decimal, int] | None:
        below = Decimal(2) if self.role(i) == "half" else self.atoms[i].value
        if below < 3 and self.role(i) != "half":
            return None
        return above / below, i + 1

    def scale_after(self, i: int) -> tuple[Decimal, int] | None:
        """The scale that a fraction multiplies: "half a million", "a quarter of a million", "three quarters billion"."""
        j = i
        if j < len(self.atoms) and self.role(j) == "article" and self.has(j + 1, "scale"):
            gap = self.text[self.atoms[j - 1].end : self.atoms[j].start]
            if re.fullmatch(r"\s+(?:of\s+)?", gap):
                return self.atoms[j + 1].value, j + 2
        if self.has(j, "scale"):
            return self.atoms[j].value, j + 1
        return None


def scan(text: str, lexicon: Lexicon | None = None, *, decimal: str | None = None) -> list[Numeral]:
    """Every number expression of `text` in order, numbers that are no figure (years, codes) included.

    `decimal` overrides the decimal mark of the language, where the document writes "1.234,5".

    >>> [str(numeral.value) for numeral in scan("Some 1.2 million people in two camps")]
    ['1200000', '2']
    """
    lexicon = lexicon or load_lexicon()
    reader = _Reader(text, lexicon, decimal or lexicon.decimal)
    return list(_merge_repeats(text, _scan(reader)))


def _scan(reader: _Reader) -> Iterator[Numeral]:
    i = 0
    while i < len(reader.atoms):
        read = _vague(reader, i) or _fractional(reader, i) or _whole(reader, i)
        if read is None:
            i += 1
            continue
        numeral, i = read
        yield numeral


_SOME = re.compile(r"(?:\b(?:several|a\s+few|few|many|a\s+couple(?:\s+of)?|couple\s+of)\s+)$", re.IGNORECASE)


def _vague(reader: _Reader, i: int) -> tuple[Numeral, int] | None:
    atom, vague = reader.atoms[i], reader.lexicon.vague
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
    if word == "tens" and j == i + 1:
        return None
    return _magnitude(atom.start, reader.atoms[j - 1].end, low), j


def _magnitude(start: int, end: int, low: Decimal) -> Numeral:
    return Numeral(start, end, None, "vague", low=low)


def _fractional(reader: _Reader, i: int) -> tuple[Numeral, int] | None:
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


def _whole(reader: _Reader, i: int) -> tuple[Numeral, int] | None:
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


def _with_suffix(reader: _Reader, numeral: Numeral, digits: Digits) -> Numeral:
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


def _and_a_half(reader: _Reader, numeral: Numeral, j: int) -> tuple[Numeral, int]:
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


def _merge_repeats(text: str, numerals: Iterator[Numeral]) -> Iterator[Numeral]:
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
            scale = re.compile(r"\s+(\w+)").match(text, bracket.end())
            after = load_lexicon().roles.get(scale.group(1).lower()) if scale else None
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
    if negative := re.match(r"(?:minus|negative)\s+|[-−]\s*", plain, re.IGNORECASE):
        return -parse(plain[negative.end() :], lang)
    for over in lexicon.over:
        above, found, below = plain.lower().partition(f" {over} ")
        if found:
            divisor = parse(below, lang)
            if not divisor:
                raise NumeralError(text)
            return parse(above, lang) / divisor
    value = _parse_plain(plain, lexicon)
    if value is None:
        raise NumeralError(text)
    return value


def _parse_plain(text: str, lexicon: Lexicon) -> Decimal | None:
    reader = _Reader(text, lexicon, lexicon.decimal, strict=True)
    atoms = reader.atoms
    if not atoms or atoms[0].start != 0 or any(not reader.joined(i) for i in range(1, len(atoms))):
        return None
    suffixed = _whole(reader, 0)
    if suffixed and suffixed[0].end == len(text) and suffixed[1] == len(atoms):
        return suffixed[0].value
    if atoms[-1].end != len(text):
        return None
    return _parse_fraction(reader, 0, len(atoms))


def _parse_fraction(reader: _Reader, i: int, n: int) -> Decimal | None:
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


def _parse_span(reader: _Reader, i: int, n: int) -> Decimal | None:
    whole = _whole_span(reader, i, n)
    return _parse_fraction(reader, i, n) if whole is None else whole


def _quotient(reader: _Reader, i: int, n: int) -> Decimal | None:
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


def _whole_span(reader: _Reader, i: int, n: int) -> Decimal | None:
    if i >= n:
        return None
    trimmed = _Reader.__new__(_Reader)
    trimmed.text, trimmed.lexicon, trimmed.strict = reader.text, reader.lexicon, True
    trimmed.atoms = reader.atoms[:n]
    number = trimmed.cardinal(i)
    return number.value if number and number.next == n else None
