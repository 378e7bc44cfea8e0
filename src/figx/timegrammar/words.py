"""The words that a language says when with, read from the `[times]` table of its pack, and a text as tokens to look them up.

A class of words is a list, or a map that gives its words a meaning. Pure, on str.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from figx.lexicon import Lexicon

_TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\s\\]")
HIDDEN = "\0"
# The classes of words that the grammar is made of, and the maps with what their words may mean (None: a number).
CLASSES = frozenset(
    "adverbials ago alone already and around announcements any apart as_phrases attributes baselines clock"
    " comparisons consecutive contrasts date_furniture date_labels dayparts ended event_prepositions events"
    " every few fiscal fiscal_signs for frequency from geography half_more hedges holidays ing_nouns inside"
    " needs_the noons occasion_heads occasions of old ordinal_endings other_years owners periods plans present raising"
    " rate_articles rate_units relatives reports seasons single sofar stretches superlatives tails the to"
    " very whole yearly zones".split()
)
# Those that an expression may begin with.
OPENERS = (
    "the very sofar already hedges few single every frequency rate_articles noons seasons holidays fiscal fiscal_signs months"
    " weekdays ordinals century_ordinals prepositions which edges parts now quarter_signs units"
).split()
MEANINGS: Mapping[str, frozenset[str] | None] = {
    "months": None,
    "weekdays": None,
    "ordinals": None,
    "century_ordinals": None,
    "decades": None,
    "units": frozenset(
        "minute hour day week weekend fortnight month quarter half year decade century generation moment".split()
    ),
    "prepositions": frozenset("during on since until through by before after between of".split()),
    "which": frozenset("last past next coming this same first recent".split()),
    "edges": frozenset("start middle end whole".split()),
    "parts": frozenset("early earlier mid late later".split()),
    "now": frozenset("day yesterday tomorrow now sofar open".split()),
    "quarter_signs": frozenset("quarter half".split()),
}


class Token(NamedTuple):
    """A run of digits, a run of letters or a single sign: characters start to end (half open) of the text."""

    text: str
    lower: str
    start: int
    end: int
    glued: bool  # nothing stands between it and the token before

    @property
    def number(self) -> int | None:
        return int(self.text) if self.text.isdecimal() and len(self.text) < 9 else None


def tokens_of(text: str, hidden: Iterable[tuple[int, int]] = ()) -> list[Token]:
    """The tokens of `text`; what stands in one of the `hidden` spans can be part of no expression.

    >>> [token.text for token in tokens_of("FY2024, mid-2023")]
    ['FY', '2024', ',', 'mid', '-', '2023']
    """
    spans = sorted(hidden)
    tokens: list[Token] = []
    before, k = -1, 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        word = match.group()
        if k < len(spans):
            while k < len(spans) and spans[k][1] <= start:
                k += 1
            if k < len(spans) and spans[k][0] < end:
                word = HIDDEN
        tokens.append(Token(word, word.lower(), start, end, start == before))
        before = end
    return tokens


@dataclass(frozen=True, slots=True)
class _Entry:
    words: tuple[str, ...]  # in lower case
    meaning: Any
    cased: bool


# What a word is in: class → its phrases that begin with the word, the longest first.
Known = Mapping[str, list[_Entry]]
_UNKNOWN: Known = {}


class TimeWords:
    """The `[times]` table of a language, ready to be looked up token by token.

    `table` is the table as TOML gives it; `lexicon` has the number words.
    """

    def __init__(self, table: Mapping[str, Any] | None = None, lexicon: Lexicon | None = None) -> None:
        table = table or {}
        self._cased = frozenset(table.get("cased", ()))
        classes = {**table.get("words", {}), **{name: table.get(name, {}) for name in MEANINGS}}
        index = {name: self._index(_meanings(value)) for name, value in classes.items()}
        self._known: dict[str, dict[str, list[_Entry]]] = {}
        for name, words in index.items():
            for word, entries in words.items():
                self._known.setdefault(word, {})[name] = entries
        months = index["months"]
        self.fiscal_starts = [
            (months[month.lower()][0].meaning, re.compile("|".join(map(_phrase_pattern, cues))), _spaced(cues))
            for month, cues in table.get("fiscal_starts", {}).items()
        ]
        openers = {word for name in OPENERS for word in index.get(name, ())}
        self._phrases = {name: frozenset(p.lower() for p, _ in _meanings(value)) for name, value in classes.items()}
        roles = lexicon.roles if lexicon else {}
        self._openers = openers | {word for word, (role, _) in roles.items() if role == "cardinal"}
        self.readers: dict[str, tuple[str, ...]] = {}  # those of `PointReader` that may begin with a word
        self.cardinals = {word: int(value) for word, (role, value) in roles.items() if role == "cardinal"}

    def at(self, name: str, tokens: Sequence[Token], i: int) -> tuple[Any, int] | None:
        """The longest phrase of the class `name` at token i: its meaning (a list's word itself) and the token after it."""
        return longest(self.known(tokens[i]).get(name), tokens, i) if 0 <= i < len(tokens) else None

    def known(self, token: Token) -> Known:
        """The classes that have phrases which begin with `token`, with those phrases."""
        return self._known.get(token.lower, _UNKNOWN)

    def known_of(self, tokens: Iterable[Token]) -> list[Known]:
        """`known` for each of many tokens."""
        known = self._known
        return [known.get(token.lower, _UNKNOWN) for token in tokens]

    def may_open(self, token: Token) -> bool:
        """Whether an expression may begin with `token`: what is none is passed over quickly."""
        return token.lower in self._openers or token.text.isdecimal()

    def holds(self, name: str, phrase: str) -> bool:
        """Whether `phrase`, in lower case with single spaces, is one of the class."""
        return phrase in self._phrases.get(name, ())

    def abbreviated(self, name: str, word: str) -> bool:
        """Whether `word` is short for a longer name of the class: "Sept" for "September"."""
        lower = word.lower()
        return any(other.startswith(lower) and other != lower for other in self._phrases.get(name, ()))

    def _index(self, meanings: Iterable[tuple[str, Any]]) -> dict[str, list[_Entry]]:
        entries: dict[str, list[_Entry]] = {}
        for phrase, meaning in meanings:
            words = tuple(token.lower for token in tokens_of(phrase))
            entries.setdefault(words[0], []).append(_Entry(words, meaning, phrase in self._cased))
        for found in entries.values():
            found.sort(key=lambda entry: -len(entry.words))
        return entries


def longest(entries: Sequence[_Entry] | None, tokens: Sequence[Token], i: int) -> tuple[Any, int] | None:
    """The first of the `entries` whose words stand at token i: its meaning and the token after it."""
    for entry in entries or ():
        j = i + len(entry.words)
        if j > i + 1 and (j > len(tokens) or tokens[i + 1].lower != entry.words[1]):
            continue  # most phrases fail at their second word
        if j == i + 1 and not entry.cased:
            return entry.meaning, j
        found = tokens[i:j]
        if tuple(token.lower for token in found) == entry.words and (
            not entry.cased or all(token.text[0].isupper() for token in found)
        ):
            return entry.meaning, j
    return None


def _meanings(value: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401
    """The phrases of a list with themselves, of a map of numbers with those, of a map of lists with the keys."""
    if not isinstance(value, Mapping):
        yield from ((word, word) for word in value)
        return
    for key, meaning in value.items():
        if isinstance(meaning, list):
            yield from ((word, key) for word in meaning)
        else:
            yield key, meaning


def _spaced(phrases: Iterable[str]) -> tuple[str, ...]:
    """The phrases with single spaces: a text with single spaces that has none of them needs no search for the patterns."""
    return tuple(" ".join(phrase.split()) for phrase in phrases)


def _phrase_pattern(phrase: str) -> str:
    """The phrase with its capitals, and with any white space between its words."""
    words = r"\s+".join(re.escape(word) for word in phrase.split())
    return rf"(?<!\w){words}(?!\w)"
