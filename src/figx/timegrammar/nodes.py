"""What a time expression says, as a small tree; and what all readers of tokens share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from figx.timegrammar.words import TimeWords, Token, longest

DASHES = frozenset("-–—")


@dataclass(frozen=True, slots=True)
class Node:
    """A point or stretch of time as the words say it; `periods` makes calendar dates of it.

    `sort` is day, weekday, month, year, pair (2009-10), fiscal, quarter, half, decade, century, season, holiday, clock,
    numeric (a date whose day and month are not told apart), unit ("the year"), relative ("last week"), ago, now, edge
    ("the end of"), part ("early"), span, rate, range, list or event. `of` is what it lies in, `to` the other end of a
    range, `items` the members of a list.
    """

    sort: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    number: int | None = None
    unit: str = ""
    word: str = ""
    of: Node | None = None
    to: Node | None = None
    items: tuple[Node, ...] = ()

    def holds(self, *sorts: str) -> bool:
        """Whether this node, or one in it, is of one of these sorts."""
        inner = [node for node in (self.of, self.to, *self.items) if node]
        return self.sort in sorts or any(node.holds(*sorts) for node in inner)


# A node and the token after it.
Read = tuple[Node, int] | None


class TokenReader:
    """The tokens of a text with the words of a language."""

    def __init__(self, tokens: Sequence[Token], words: TimeWords) -> None:
        self.tokens, self.words = tokens, words
        # Asked for hundreds of times a token.
        self.known = words.known_of(tokens)  # what each token is in
        self._size = len(tokens)

    def at(self, name: str, i: int) -> tuple[str, int] | None:
        """What the class `name` of words says at token i, and the token after."""
        if not 0 <= i < self._size:
            return None
        entries = self.known[i].get(name)
        return longest(entries, self.tokens, i) if entries else None

    def skip(self, name: str, i: int) -> int:
        """The token after a word of the class at i, or i."""
        found = self.at(name, i)
        return found[1] if found else i

    def text(self, i: int) -> str:
        return self.tokens[i].text if 0 <= i < self._size else ""

    def glued(self, i: int) -> bool:
        """Whether token i follows the one before without a space."""
        return 0 <= i < len(self.tokens) and self.tokens[i].glued

    def digits(self, i: int, low: int, high: int, *lengths: int) -> int | None:
        """The number that token i writes in digits: of so many digits, within bounds, and no part of a longer number."""
        text = self.text(i)
        if len(text) not in lengths or not text.isdecimal():
            return None
        number = int(text)
        if not low <= number <= high:
            return None
        if self.glued(i) and (self.text(i - 1) in "$€£%#" or self._decimal(i - 1)):
            return None
        after = self.text(i + 1) if self.glued(i + 1) else ""
        return None if (after in "%$€£" and after) or self._decimal(i + 1) else number

    def _decimal(self, i: int) -> bool:
        """Whether token i is a point or a comma between digits: 1.5, 2,014, 9:30."""
        inner = self.text(i - 1).isdecimal() and self.text(i + 1).isdecimal()
        return self.text(i) in tuple(".,:") and inner and self.glued(i) and self.glued(i + 1)

    def ordinal_ending(self, i: int) -> int:
        """The token after "st", "nd", "rd", "th" glued to the digits before, or i."""
        found = self.at("ordinal_endings", i)
        return found[1] if found and self.glued(i) else i

    def dash(self, i: int) -> int:
        """The token after a dash at i, or i."""
        return i + 1 if self.text(i) in DASHES else i

    def count(self, i: int) -> tuple[int | None, int] | None:
        """A number of units: digits, words ("twenty-five"), or None for "several"."""
        if few := self.at("few", i):
            return None, few[1]
        value = self.digits(i, 0, 999, 1, 2, 3)
        if value is not None:
            return value, i + 1
        value = self.words.cardinals.get(self.text(i).lower())
        if value is None:
            return None
        k = self.dash(i + 1)
        ones = self.words.cardinals.get(self.text(k).lower(), 0)
        if value >= 20 and value % 10 == 0 and 0 < ones < 10:
            return value + ones, k + 1
        half = self.at("half_more", i + 1)
        return (None, half[1]) if half else (value, i + 1)

    def hedged(self, i: int) -> int:
        """The token after words such as "more than", "at least", "the course of"."""
        while found := self.at("hedges", i):
            i = found[1]
        return i
