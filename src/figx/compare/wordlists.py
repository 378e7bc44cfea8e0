"""The word lists that claims are compared by, read straight from the packs' files: validating them would load pydantic."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from figx.paths import patterns_dir
from figx.places import Sort, load_places

_FILES = ("compare.toml", "claims.toml", "grammar.toml")
_EMPTY_CLASSES = (
    "determiner", "article", "preposition", "conjunction", "pronoun", "auxiliary", "be", "have", "modal", "adverb",
    "modifier_adverb", "subordinator", "particle", "time_noun", "hedge",
)  # fmt: skip
_STEM = 4  # letters that stay
_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")


class Word(NamedTuple):
    """A word of a sentence: as it stands, what it is compared by, and where it begins."""

    text: str
    stem: str
    start: int


@dataclass(frozen=True, slots=True)
class Wordlists:
    """The lists of one language.

    `empty` words say nothing of a claim, `any_people` leave open who is counted, `endings` are taken off a word,
    `regions` finds parts of the world, `claim_break` where one claim of a sentence ends, `countries` are the words of
    countries' names, which stand in a figure's `places` already.
    """

    empty: frozenset[str]
    any_people: frozenset[str]
    endings: tuple[str, ...]
    regions: re.Pattern[str]
    region_names: Mapping[str, str]
    claim_break: re.Pattern[str]
    countries: frozenset[str]
    stems: dict[str, str]

    def stem(self, word: str) -> str:
        """What a word is compared by, its ending taken off.

        >>> lists = wordlists()
        >>> lists.stem("resettled") == lists.stem("Resettlement"), lists.stem("states") == lists.stem("state")
        (True, True)
        """
        found = self.stems.get(word)
        if found is None:
            found = self.stems[word] = self._stem(word.casefold().replace("’", "'").removesuffix("'s"))
        return found

    def _stem(self, word: str) -> str:
        for ending in self.endings:
            if len(word) - len(ending) >= _STEM and word.endswith(ending):
                return word[: -len(ending)]
        return word

    def words(self, text: str) -> list[Word]:
        """The words of `text`, numbers left out."""
        return [
            Word(match[0], self.stem(match[0]), match.start())
            for match in _WORD.finditer(text)
            if not match[0][0].isdecimal()
        ]


@cache
def wordlists(lang: str = "en") -> Wordlists:
    """The shipped lists of `lang`."""
    classes: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    for file in _FILES:
        data = tomllib.loads((patterns_dir() / lang / file).read_text(encoding="utf-8"))
        for row in data.get("words", []):
            classes.setdefault(row["class"], []).extend(row["words"])
            if row["class"] in ("region", "worldwide"):
                name = row["words"][0] if row["class"] == "region" else WORLD
                names.update(dict.fromkeys(row["words"], name))
    return Wordlists(
        empty=frozenset(word for name in _EMPTY_CLASSES for word in classes[name]),
        any_people=frozenset(classes["any_people"]),
        endings=tuple(sorted(classes["ending"], key=len, reverse=True)),
        regions=_any_of(names),
        region_names=names,
        claim_break=re.compile(rf"[,;:()\[\]\n–—]|\s-\s|{_any_of(classes['claim_break']).pattern}", re.IGNORECASE),
        countries=frozenset(_country_words()),
        stems={},
    )


WORLD = "world"


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)


def _country_words() -> Iterable[str]:
    for place in load_places(patterns_dir() / "places.tsv"):
        for form, sort in place.forms():
            if sort is not Sort.CITY:
                yield from form.casefold().split()
