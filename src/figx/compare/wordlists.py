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
_SHORT = 3
WORD = re.compile(r"\b[^\W\d_][^\W_]*(?:[-'’.][^\W_]+)*")


class Word(NamedTuple):
    """A word: in small letters, what it is compared by, whether it says something of a claim, how it may be read."""

    small: str
    stem: str
    tells: bool
    is_capital: bool
    may_be_region: bool


@dataclass(frozen=True, slots=True, eq=False)
class Wordlists:
    """The lists of one language.

    `empty` words say nothing of a claim, `any_people` leave open who is counted, `endings` are taken off a word, `alike`
    gives words for the same thing one stem, one of `senses`, of which `opposites` cannot both be true of one thing. `compass`
    words are part of the name after them, `household_nouns` are no people, `groups` are some of them, `movers` may be called
    by each other's names (both stems), `counts_persons` are units in which persons are counted, `regions` finds parts of the
    world, `claim_break` where one claim of a sentence ends, `countries` are the words of countries' names, which stand in a
    figure's `places` already.
    """

    empty: frozenset[str]
    prepositions: frozenset[str]
    any_people: frozenset[str]
    endings: tuple[str, ...]
    alike: Mapping[str, str]
    compass: frozenset[str]
    senses: frozenset[str]
    opposites: tuple[tuple[str, str], ...]
    household_nouns: frozenset[str]
    groups: frozenset[str]
    movers: frozenset[str]
    counts_persons: frozenset[str]
    regions: re.Pattern[str]
    region_words: frozenset[str]
    region_names: Mapping[str, str]
    claim_break: re.Pattern[str]
    countries: frozenset[str]
    known: dict[str, Word]

    def word(self, text: str) -> Word:
        """What is known of a word; each is looked at once."""
        found = self.known.get(text)
        if found is None:
            found = self.known[text] = self._word(text)
        return found

    def _word(self, text: str) -> Word:
        small = text.casefold()
        stem = bare(small.replace("’", "'").removesuffix("'s"), self.endings)
        empty = small in self.empty or small in self.any_people or small in self.countries
        tells = not empty and (len(small) >= _SHORT or text.isupper())
        return Word(small, self.alike.get(stem, stem), tells, text[0].isupper(), small in self.region_words)

    def stem(self, text: str) -> str:
        """What a word is compared by: its ending taken off, or the stem of another word for the same.

        >>> lists = wordlists()
        >>> lists.stem("resettled") == lists.stem("Resettlement"), lists.stem("donated") == lists.stem("gave")
        (True, True)
        """
        return self.word(text).stem

    def words(self, text: str) -> list[Word]:
        """The words of `text`; what begins with a digit is none."""
        known = self.known
        return [known.get(found) or self.word(found) for found in WORD.findall(text)]


def bare(word: str, endings: Iterable[str]) -> str:
    """`word` without the first two of `endings` that it has, and without a vowel before them.

    >>> endings = ("ing", "ied", "ed", "er", "y", "s", "e")
    >>> [bare(word, endings) for word in ("carrying", "carried", "carry", "registered", "register", "gives")]
    ['carr', 'carr', 'carr', 'regist', 'regist', 'give']
    """
    for _ in range(2):
        found = next((ending for ending in endings if len(word) - len(ending) >= _STEM and word.endswith(ending)), "")
        word = word.removesuffix(found)
    return word[:-1] if len(word) > _STEM and word[-1] in "ey" else word


@cache
def wordlists(lang: str = "en") -> Wordlists:
    """The shipped lists of `lang`."""
    classes: dict[str, list[str]] = {}
    alike: list[list[str]] = []
    opposite: list[list[str]] = []
    names: dict[str, str] = {}
    for file in _FILES:
        data = tomllib.loads((patterns_dir() / lang / file).read_text(encoding="utf-8"))
        for row in data.get("words", []):
            classes.setdefault(row["class"], []).extend(row["words"])
            if row["class"] == "alike":
                alike.append(row["words"])
            if row["class"] == "opposite":
                opposite.append(row["words"])
            if row["class"] in ("region", "worldwide"):
                name = row["words"][0] if row["class"] == "region" else WORLD
                names.update(dict.fromkeys(row["words"], name))
    endings = tuple(sorted(classes["ending"], key=len, reverse=True))
    alike_stems = {bare(word, endings): bare(words[0], endings) for words in alike for word in words}
    # "Provided", "given" and "concerning" may be prepositions; those that have a sense of their own are not empty.
    closed = frozenset(word for name in _EMPTY_CLASSES for word in classes[name])
    empty = frozenset(word for word in closed if bare(word, endings) not in alike_stems)
    return Wordlists(
        empty=empty,
        prepositions=frozenset(classes["preposition"]),
        any_people=frozenset(classes["any_people"]) - set(classes["group"]),
        endings=endings,
        alike=alike_stems,
        compass=frozenset(classes["compass_of_name"]),
        senses=frozenset(alike_stems.values()),
        opposites=tuple(
            (_sense(one, endings, alike_stems), _sense(other, endings, alike_stems)) for one, other in opposite
        ),
        household_nouns=frozenset(classes["household_noun"]),
        groups=frozenset(alike_stems.get(stem, stem) for stem in (bare(word, endings) for word in classes["group"])),
        movers=frozenset(bare(word, endings) for word in classes["mover"]),
        counts_persons=frozenset(classes["counts_persons"]),
        regions=_any_of(names),
        region_words=frozenset(
            word for name in names for word in WORD.findall(name) if word == name or word not in empty
        ),
        region_names=names,
        claim_break=re.compile(rf"[,;:()\[\]\n–—]|\s-\s|{_any_of(classes['claim_break']).pattern}", re.IGNORECASE),
        countries=frozenset(_country_words()),
        known={},
    )


WORLD = "world"


def _sense(word: str, endings: Iterable[str], alike: Mapping[str, str]) -> str:
    stem = bare(word, endings)
    return alike.get(stem, stem)


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)


def _country_words() -> Iterable[str]:
    for place in load_places(patterns_dir() / "places.tsv"):
        for form, sort in place.forms():
            if sort is not Sort.CITY:
                yield from form.casefold().split()
