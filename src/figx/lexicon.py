"""The words that a language writes numbers with, read from the `[numerals]` table of its pack."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Number words of one language, in lower case; `suffixes` are scale signs and keep their case.

    `roles` maps each word to the atom it makes: ("cardinal", 5), ("scale", 1000), ("denominator", 3) and so on.
    """

    lang: str
    decimal: str
    roles: Mapping[str, tuple[str, Decimal]]
    suffixes: Mapping[str, Decimal]
    weak_suffixes: frozenset[str]
    vague: Mapping[str, Decimal]
    over: tuple[str, ...]

    @property
    def words(self) -> frozenset[str]:
        """Every word that may begin or be a number, for the quick test whether a sentence holds one."""
        weak = {"article", "and", "point", "negative"}
        return frozenset(word for word, (role, _) in self.roles.items() if role not in weak) | frozenset(self.vague)


def lexicon_from(pack: Mapping[str, Any]) -> Lexicon:
    """The lexicon of a parsed pack file (`tomllib` output) that has the tables `pack` and `numerals`."""
    table = pack["numerals"]
    roles: dict[str, tuple[str, Decimal]] = {}
    for role in ("negative", "article", "and", "point", "half"):
        roles |= {word: (role, Decimal(1)) for word in table[role]}
    for word, value in table["denominators"].items():
        roles[word] = ("denominator", Decimal(value))
        roles[word + "s"] = ("denominators", Decimal(value))
    # "second" and "seconds" are a fraction only of a longer word ("forty-seconds"), never alone.
    roles |= {word: ("cardinal", Decimal(value)) for word, value in table["cardinals"].items()}
    roles |= {word: ("scale", Decimal(value)) for word, value in table["scales"].items()}
    for word, value in table["vague"].items():
        roles.setdefault(word, ("vague", Decimal(value)))
    return Lexicon(
        lang=pack["pack"]["lang"],
        decimal=pack["pack"].get("decimal", "."),
        roles=roles,
        suffixes={sign: Decimal(value) for sign, value in table["suffixes"].items()},
        weak_suffixes=frozenset(table["weak_suffixes"]),
        vague={word: Decimal(value) for word, value in table["vague"].items()},
        over=tuple(table["over"]),
    )


@cache
def load_lexicon(lang: str = "en") -> Lexicon:
    """The shipped lexicon of `lang`. Raises `LanguageError` where there is no pack for it."""
    from figx.errors import LanguageError
    from figx.paths import languages, patterns_dir

    path = patterns_dir() / lang / "numbers.toml"
    if not path.is_file():
        raise LanguageError(lang, languages())
    return lexicon_from(tomllib.loads(path.read_text(encoding="utf-8")))
