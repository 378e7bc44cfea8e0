"""Whether words look like the label of a speaker: a title and a name, a role, a name alone. Pure, on str and the packs."""

from __future__ import annotations

import re
from enum import Enum
from functools import cached_property

from figx.rules import Rules

_NOTE = re.compile(r"\s*[(\[](?:[^()\[\]A-Z]|\d[^()\[\]]*)[^()\[\]]*[)\]]\s*$")  # (continuing), (3.01 p.m.)
_MARKUP = "*_#> \t\u00a0"
_BRACKETS = re.compile(r"\([^()]*\)")
_NAME_WORD = re.compile(r"(?:[^\W\d_]\.)+|[^\W\d_]+(?:[’'\-‑][^\W\d_]+)*\.?")
_SMALL = frozenset({"determiner", "preposition", "conjunction", "pronoun", "subordinator", "adverb"})
_MOST_WORDS = 5


class Look(Enum):
    """How much a label looks like a speaker's: its title or role is proof, or wants speech after it, or it is a name alone."""

    SURE = 3
    LIKELY = 2
    NAME = 1
    NONE = 0


class Labels:
    """Judges labels by the words of the packs."""

    def __init__(self, rules: Rules) -> None:
        self.parts = {part: frozenset(words) for part, words in rules.speaker.items()}
        self.classes = rules.classes
        self.places = rules.places
        self.rules = rules

    def part(self, name: str) -> frozenset[str]:
        return self.parts.get(name, frozenset())

    @cached_property
    def _prefixes(self) -> list[tuple[list[str], bool]]:
        """Titles as lists of words, the longest first, with whether each is proof."""
        titles = [(word.split(), True) for word in self.part("title")]
        titles += [(word.split(), False) for word in self.part("rank")]
        return sorted(titles, key=lambda pair: (-len(pair[0]), pair[0]))

    def clean(self, raw: str) -> str:
        """The label as written, without markup and without remarks such as "(continuing)".

        "[Secretary Tane]" loses its brackets; "(Estonia)" and "(Mr Tane)" belong to the label and stay.
        """
        label = " ".join(raw.strip(_MARKUP).split())
        while (shorter := _NOTE.sub("", label)) != label:
            label = shorter.strip(_MARKUP)
        return label.strip("[]").strip()

    def look(self, label: str) -> Look:
        """How much the cleaned `label` looks like a speaker's."""
        bare = _BRACKETS.sub("", label).strip()
        if role := self._role(bare):
            return role
        head, comma, apposition = bare.partition(",")
        if comma and not self.describes(apposition):
            return Look.NONE
        words = head.split()
        rest, proof = self.untitled(words)
        if len(rest) < len(words):
            if not rest or not self.names(rest):
                return Look.NONE
            return Look.SURE if proof else Look.LIKELY
        if not self.names(words):
            return Look.NONE
        return Look.SURE if comma else Look.NAME

    def rule(self, label: str) -> str:
        """The id of the rule whose word the label holds, "" where it is a name alone."""
        bare = _BRACKETS.sub("", label).strip().lower().replace("’", "'")
        bare = re.sub(r"\s+\d{1,2}$", "", bare)
        for part in ("role", "weak_role"):
            if bare in self.part(part):
                return self.rules.speaker[part][bare]
        words = bare.split()
        for title, proof in self._prefixes:
            if words[: len(title)] == title:
                return self.rules.speaker["title" if proof else "rank"][" ".join(title)]
        return ""

    def untitled(self, words: list[str]) -> tuple[list[str], bool]:
        """The words without the titles before them, and whether a title among these is proof."""
        rest, proof, found = words, False, True
        while found and rest:
            found = False
            lower = [word.lower() for word in rest]
            for title, sure in self._prefixes:
                if lower[: len(title)] == title:
                    rest, proof, found = rest[len(title) :], proof or sure, True
                    break
            if found and rest[:1] and rest[0].lower() == "the":
                rest = rest[1:]
        return rest, proof

    def names(self, words: list[str]) -> bool:
        """Whether the words may be a person's name."""
        capitals = [word for word in words if word.lower() not in self.part("particle")]
        return (
            0 < len(words) <= _MOST_WORDS
            and bool(capitals)
            and words[-1] in capitals
            and all(_NAME_WORD.fullmatch(word) and word[0].isupper() for word in capitals)
            and self.part("never").isdisjoint(word.lower() for word in words)
            and not any(self._small(word) for word in capitals if len(word) > 2)
            and " ".join(words).casefold() not in self.places
        )

    def _small(self, word: str) -> bool:
        """Whether a word is one of those that make no name: "the", "under", "they"."""
        return not _SMALL.isdisjoint(self.classes.get(word.lower(), ()))

    def _role(self, bare: str) -> Look | None:
        role = re.sub(r"\s+(?:\d{1,2}|one|two|three|four)$", "", bare, flags=re.IGNORECASE).lower().replace("’", "'")
        if not bare[:1].isupper():
            return None
        if role in self.part("role"):
            return Look.SURE
        return Look.LIKELY if role in self.part("weak_role") else None

    def describes(self, apposition: str) -> bool:
        """Whether the words after the comma of a label tell an office: "LEADER OF THE OPPOSITION"."""
        words = apposition.split()
        titled = all(word[0].isupper() or word.lower() in ("of", "the", "for", "and") for word in words)
        return titled and len(words) <= 8 and not self._offices.isdisjoint(word.lower().strip(".") for word in words)

    @cached_property
    def _offices(self) -> frozenset[str]:
        phrases = [phrase for part in ("title", "rank", "role") for phrase in self.part(part)]
        return frozenset(word for phrase in phrases for word in phrase.split()) - {"the", "of", "q"}
