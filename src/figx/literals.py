"""What a regular expression cannot do without: the pieces of text of which one stands in whatever it matches.

Most expressions of the packs match in few sentences, and to look for a piece of text costs a small part of a search. Pieces
and texts are compared `folded`: a run of digits is one "0", a run of white space one space, so that `\\d{1,2}/\\d{4}` needs
"0/0".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

try:  # There is no public way to see the parts of an expression; a Python without this one searches every text.
    from re import _parser  # type: ignore[attr-defined]
except ImportError:
    _parser = None

_Part = tuple[str, Any]
_Texts = frozenset[str]
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
_MOST = 40  # texts of one part of an expression
_DIGITS, _SPACES = re.compile(r"\d+"), re.compile(r"\s+")
_NOTHING: _Texts = frozenset({""})


def folded(text: str) -> str:
    """The text with "0" for each run of digits and one space for each run of white space."""
    return _SPACES.sub(" ", _DIGITS.sub("0", text))


def needed(regex: re.Pattern[str]) -> frozenset[str]:
    """Of these pieces one stands in every `folded` text that `regex` matches; none at all where nothing is known.

    Those of an expression that takes capitals for small letters are in lower case, as the text must be then.

    >>> sorted(needed(re.compile(r"\\b(?:FY|fiscal\\s+years?) ?\\d+")))
    ['FY 0', 'FY0', 'fiscal year 0', 'fiscal year0', 'fiscal years 0', 'fiscal years0']
    """
    if _parser is None:
        return frozenset()
    return _Needs(lower=bool(regex.flags & re.IGNORECASE)).sequence(_parser.parse(regex.pattern, regex.flags))


class _Needs:
    """Reads the parts of an expression; `lower` where it takes capitals for small letters."""

    def __init__(self, *, lower: bool) -> None:
        self._lower = lower

    def sequence(self, parts: Iterable[tuple[Any, Any]]) -> frozenset[str]:
        """The best of what the parts need one after the other: pieces of some length, then the fewest."""
        found: list[_Texts] = []
        run = _NOTHING  # the texts of the parts so far, as long as they are few
        for operation, value in parts:
            part = str(operation), value
            texts = self._texts(part)
            if texts is not None and len(run) * len(texts) <= _MOST:
                run = _joined(run, texts)
                continue
            found += [run, self._within(part)]
            run = _NOTHING if texts is None else texts
        known = [pieces for pieces in (*found, run) if pieces and "" not in pieces]
        return _fewest(max(known, key=lambda pieces: (min(4, *map(len, pieces)), -len(pieces)), default=frozenset()))

    def _within(self, part: _Part) -> frozenset[str]:
        """What one part needs whose texts are too many."""
        operation, value = part
        if operation == "SUBPATTERN" and not self._turns(value):
            return self.sequence(value[3])
        if operation == "BRANCH":
            branches = [self.sequence(branch) for branch in value[1]]
            return frozenset[str]().union(*branches) if all(branches) else frozenset()
        if operation in _REPEATS and value[0] > 0:
            return self.sequence(value[2])
        return self._texts(part) or frozenset()

    def _texts(self, part: _Part) -> _Texts | None:
        """All folded texts that a part may match; None where they are many or not known."""
        operation, value = part
        if operation == "LITERAL":
            return frozenset({self._character(value)})
        if operation in ("AT", "ASSERT", "ASSERT_NOT"):
            return _NOTHING
        if operation == "IN":
            return self._set(value)
        if operation == "SUBPATTERN":
            return None if self._turns(value) else self._all(value[3])
        if operation == "BRANCH":
            branches = [self._all(branch) for branch in value[1]]
            texts = frozenset[str]().union(*(branch for branch in branches if branch is not None))
            return texts if None not in branches and len(texts) <= _MOST else None
        return self._repeated(*value) if operation in _REPEATS else None

    def _all(self, parts: Iterable[tuple[Any, Any]]) -> _Texts | None:
        """All texts of a sequence."""
        run = _NOTHING
        for operation, value in parts:
            texts = self._texts((str(operation), value))
            if texts is None or len(run) * len(texts) > _MOST:
                return None
            run = _joined(run, texts)
        return run

    def _repeated(self, least: int, most: Any, parts: Iterable[tuple[Any, Any]]) -> _Texts | None:  # noqa: ANN401
        once = self._all(parts)
        if once is None or not (most == 1 or once in ({"0"}, {" "})):
            return None
        return once if least else once | _NOTHING

    def _set(self, members: Iterable[tuple[Any, Any]]) -> _Texts | None:
        """The characters of a set in brackets."""
        texts = set()
        for operation, value in members:
            kind = str(operation)
            if kind == "LITERAL":
                texts.add(self._character(value))
            elif kind == "CATEGORY" and str(value) in ("CATEGORY_DIGIT", "CATEGORY_SPACE"):
                texts.add("0" if str(value) == "CATEGORY_DIGIT" else " ")
            elif kind == "RANGE" and all(chr(code).isdecimal() for code in range(value[0], value[1] + 1)):
                texts.add("0")
            else:
                return None
        return frozenset(texts)

    def _turns(self, group: Any) -> bool:  # noqa: ANN401
        """Whether a group alone takes capitals for small letters."""
        return bool(group[1] & re.IGNORECASE) and not self._lower

    def _character(self, code: int) -> str:
        character = chr(code)
        if character.isdecimal():
            return "0"
        return " " if character.isspace() else character.lower() if self._lower else character


def _joined(heads: _Texts, tails: _Texts) -> _Texts:
    """The texts one after the other; where a run of digits or white space goes on, it stays one sign."""
    return frozenset(
        head + (tail[1:] if head[-1:] == tail[:1] and tail[:1] in ("0", " ") else tail)
        for head in heads
        for tail in tails
    )


def _fewest(pieces: _Texts) -> _Texts:
    """Without those that have another one in them."""
    return frozenset(piece for piece in pieces if not any(other != piece and other in piece for other in pieces))
