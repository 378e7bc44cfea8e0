"""Reads number expressions from the atoms of a text: digits, number words, scales, "and", "a", "half"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from figx.digits import DIGITS, VULGAR, Digits, read_digits
from figx.lexicon import Lexicon

_LONGEST = 48  # atoms; no number has more words
_MOST_DIGITS = 26  # characters; a longer run of digits is a code
WORD = r"[^\W\d_]+"
# Most of a text is words, and they are tried first; "½" is a letter to the engine.
_SIGNS = "".join(VULGAR)
_TOKEN = re.compile(rf"(?P<word>(?![{_SIGNS}]){WORD})|(?=[-+.\d{_SIGNS}])(?:{DIGITS.pattern})", re.VERBOSE)
_GAP = re.compile(r"\*{0,2}[^\S\n]*\n?[^\S\n]*\*{0,2}|[^\S\n]?[-‑–][^\S\n]?\n?")
_GLUED = re.compile(r"[^\W\d_]\Z")
# "R450 million", "USD115": a currency code glued to its number. The packs mask the other codes.
_MONEY_CODE = re.compile(r"(?<![^\W\d_])(?:[A-Z]{1,4}|Rs|[KUT]?[Ss]hs?)\Z")
_CLOSED_WORD = re.compile(r"[^\W\d_][.,;:!?’'\"”)]\Z")
# "destroyed41 people": a list that lost its line ends.
_LISTED = re.compile(r"[a-z]{4}\d{1,4} [a-z]{2}\Z")


@dataclass(frozen=True, slots=True)
class Atom:
    start: int
    end: int
    role: str
    value: Decimal
    digits: Digits | None = None


@dataclass(slots=True)
class Cardinal:
    """A whole number under way: what is summed, what waits for its scale, and where reading goes on."""

    total: Decimal = Decimal(0)
    current: Decimal | None = None
    last_scale: Decimal | None = None
    mantissa: Decimal = Decimal(0)
    next: int = 0

    @property
    def value(self) -> Decimal:
        return self.total + (self.current or 0)


def _atoms(text: str, lexicon: Lexicon, decimal: str) -> list[Atom]:
    atoms = []
    for match in _TOKEN.finditer(text):
        if word := match.group("word"):
            role = lexicon.roles.get(word.lower())
            if role:
                before = text[match.start() - 1 : match.start()]
                if not (before.isdigit() or before == "_") or role[0] in ("scale", "vague"):
                    atoms.append(Atom(match.start(), match.end(), *role))
        else:
            digits = read_digits(match, decimal=decimal)
            if digits.end - digits.start <= _MOST_DIGITS and not _inside_code(text, digits):
                atoms.append(Atom(digits.start, digits.end, "digits", digits.value, digits))
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
    if not _CLOSED_WORD.search(before) or digits.form != "plain":
        return False
    return before[-2:-1].isupper() or _is_footnote(text, digits)


def _is_footnote(text: str, digits: Digits) -> bool:
    """ "students.167 Others" is a footnote; "cattle.114 medical centres" lacks a space and goes on with its noun."""
    return not re.match(r"[-\w%]|[^\S\n]+[^\W\d_A-Z]", text[digits.end : digits.end + 12])


class Reader:
    """Reads number expressions from the atoms of one text."""

    def __init__(self, text: str, lexicon: Lexicon, decimal: str, *, strict: bool = False) -> None:
        self.text, self.lexicon, self.strict = text, lexicon, strict
        self.atoms = _atoms(text, lexicon, decimal)

    def upto(self, n: int) -> Reader:
        """A reader of the first `n` atoms alone, strict."""
        part = Reader("", self.lexicon, self.lexicon.decimal, strict=True)
        part.text, part.atoms = self.text, self.atoms[:n]
        return part

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

    def cardinal(self, i: int, *, ands: bool = True) -> Cardinal | None:
        """The whole number that begins at atom i; without `ands` it ends before the first "and"."""
        number, start = Cardinal(next=i), i
        if self.role(i) == "article":
            if not self.has(i + 1, "scale"):
                return None
            number.current, i = Decimal(1), i + 1
        while i < min(len(self.atoms), start + _LONGEST) and (i == start or self.joined(i)):
            step = self._step(number, i, start) if ands or self.role(i) != "and" else 0
            if not step:
                break
            i += step
            number.next = i
        return number if number.next > start and (number.total or number.current is not None) else None

    def _step(self, number: Cardinal, i: int, start: int) -> int:
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

    def _digits(self, number: Cardinal, i: int, start: int) -> int:
        atom = self.atoms[i]
        if number.current is not None:
            return 0
        if i > start:  # "4 thousand 3 hundred and 21"
            fits = number.last_scale is not None and atom.value < number.last_scale and atom.value == int(atom.value)
            if not (fits and self.has(i + 1, "scale") and self.atoms[i + 1].value < (number.last_scale or 0)):
                return 0
        number.current = number.mantissa = atom.value
        return 1

    def _unit(self, number: Cardinal, i: int, start: int) -> int:
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

    def _scale(self, number: Cardinal, i: int, start: int) -> int:
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
        return 1

    def _and(self, number: Cardinal, i: int, start: int) -> int:
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
        rest = self.cardinal(i + 1, ands=False)
        if rest is None:
            return 0
        if before.value == 100 and number.current is not None:
            small = self.atoms[i + 1].value < 100
            return 1 if small else 0
        return 1 if rest.value < before.value else 0

    def _point(self, number: Cardinal, i: int) -> int:
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
        if role == "cardinal" and self.has(i + 1, "half") and self.atoms[i].value == 1:
            return Decimal("0.5"), i + 2
        if role in ("article", "cardinal") and self.has(i + 1, "denominator") and self.atoms[i].value == 1:
            return self._over(Decimal(1), i + 1)
        if role in ("cardinal", "digits") and self.has(i + 1, "denominators", "half") and self.atoms[i].value > 1:
            return self._over(self.atoms[i].value, i + 1)
        if (
            role == "cardinal"
            and self.has(i + 1, "denominator")
            and "-" in self._gap(i + 1)
            and self.atoms[i].value > 1
        ):
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
            if re.fullmatch(r"\s+(?:of\s+)?|-", gap):
                return self.atoms[j + 1].value, j + 2
        if self.has(j, "scale"):
            return self.atoms[j].value, j + 1
        return None
