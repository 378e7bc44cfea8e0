"""A sentence cut into words for those who look for sources: by one regular expression, and what sort of word each is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from figx.rules import Rules

POSSESSIVES = frozenset({"his", "her", "its", "their", "our", "my", "your"})
CLOSED = frozenset(
    {"determiner", "preposition", "conjunction", "pronoun", "auxiliary", "adverb", "subordinator", "particle"}
)
_NO_MODIFIER = CLOSED | {"verb", "verb_change", "person_verb", "time_noun", "modifier_adverb"}
_NAME_START = re.compile(r"(?:(?:al|el|an|as|ash|d|l|o)[-'])?[^\W\d_]")
YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(slots=True)
class Words:
    """The words and signs of a sentence; `spans` are half-open offsets into `text`, `shouted` is a text all in capitals."""

    text: str
    spans: list[tuple[int, int]]
    words: list[str]
    lower: list[str]
    shouted: bool

    def __len__(self) -> int:
        return len(self.words)

    def word(self, i: int) -> str:
        return self.words[i] if 0 <= i < len(self.words) else ""

    def small(self, i: int) -> str:
        """Word i in small letters, "" beyond the ends."""
        return self.lower[i] if 0 <= i < len(self.lower) else ""

    def is_sign(self, i: int) -> bool:
        """Whether word i is a sign and no word; beyond the ends is a sign too."""
        return not self.word(i)[:1].isalnum()

    def raw(self, i: int, j: int) -> str:
        """Words i to j (half open) as written, on one line and without the marks of markdown."""
        text = self.text[self.spans[i][0] : self.spans[j - 1][1]] if i < j else ""
        return re.sub(r"[*_`\\]+", "", " ".join(text.split()))


class Reader:
    """Cuts sentences into words and tells their sort, by the lists of the packs."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self.parts = rules.attribution
        self.nouns = {word: part for part in ("data", "paper", "body", "person") for word in self.parts.get(part, ())}
        self.data = frozenset(word for word, part in self.nouns.items() if part == "data")
        self.leads = frozenset(phrase.split()[0] for phrase in self.parts.get("phrase", ()))
        self.numbers = rules.packs.lexicon.words
        titles = sorted((re.escape(word) for word in rules.speaker.get("title", ()) if word.endswith(".")), key=len)
        self._token = re.compile(
            rf"""(?i:(?<![^\W\d_])(?:{"|".join(reversed(titles)) or "(?!)"})(?=\s|\w))
              | (?:[^\W\d_]\.){{2,}} | [A-Z]\.(?=\s+[A-Z])
              | \d[\d.,]*\d | \d
              | [^\W\d_]+(?:(?:['’](?!s\b)|[-‑/]\n?)[^\W_]+)*
              | ['’]s\b | \w+ | [^\w\s]""",
            re.VERBOSE,
        )

    def words(self, text: str) -> Words:
        """The words of a sentence."""
        spans = [match.span() for match in self._token.finditer(text)]
        words = [text[start:end].replace("\n", "").replace("’", "'").replace("‑", "-") for start, end in spans]
        shouted = len(words) > 3 and not any(word[0].islower() for word in words)
        return Words(text, spans, words, [word.lower() for word in words], shouted)

    def is_(self, w: Words, i: int, *classes: str) -> bool:
        """Whether word i belongs to any of the classes of `[[words]]`."""
        return 0 <= i < len(w) and not self.rules.classes.get(w.lower[i], frozenset()).isdisjoint(classes)

    def noun(self, w: Words, i: int) -> str:
        """The part that word i has among the source nouns, "" where it is none."""
        return self.nouns.get(w.small(i), "")

    def is_number(self, w: Words, i: int) -> bool:
        return w.word(i)[:1].isdigit() or w.small(i) in self.numbers

    def is_time(self, w: Words, i: int) -> bool:
        return self.is_(w, i, "time_noun")

    def is_acronym(self, w: Words, i: int) -> bool:
        return len(w.word(i)) > 1 and w.word(i).isupper()

    def is_name(self, w: Words, i: int) -> bool:
        """Whether word i may be part of a name: a capital, and no small word, day or month."""
        match = _NAME_START.match(w.word(i))
        if not match or not w.words[i][match.end() - 1].isupper() or self.is_time(w, i):
            return False
        if self.is_acronym(w, i) and not w.shouted:
            return True
        if i == 0 and self.is_(w, i, "verb", "modifier_adverb") and not self.noun(w, i):
            return w.word(1)[:1].isupper()  # "Met Office"
        if w.lower[i] in self.leads:
            return False
        return not self.is_(w, i, *CLOSED) and w.lower[i] not in self.numbers

    def is_article(self, w: Words, i: int) -> bool:
        """Whether word i is left out of a source: "the", "some", but not "his"."""
        return self.is_(w, i, "determiner") and w.lower[i] not in POSSESSIVES and not self.is_name(w, i)

    def is_modifier(self, w: Words, i: int) -> bool:
        """Whether a word in small letters may stand before a noun: "provincial", "rebel-held"."""
        if not w.word(i)[:1].isalpha() or w.lower[i] in self.numbers or w.lower[i].endswith("ly"):
            return False
        return not self.is_(w, i, *_NO_MODIFIER)
