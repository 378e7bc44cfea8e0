"""The words of a language that tell how a text is laid out, from the `[[layout]]` rules of its packs. Pure, no pydantic."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Layout:
    """Made ready for use: sets of words in lower case, and one expression for each list that is looked for in a line."""

    abbreviations: frozenset[str]
    openers: frozenset[str]
    joint: re.Pattern[str]
    scale: re.Pattern[str]
    furniture: re.Pattern[str]
    note: re.Pattern[str]
    aside: re.Pattern[str]
    pointer: re.Pattern[str]


def layout_from(rules: Iterable[Mapping[str, Any]]) -> Layout:
    """The layout of rules as the packs write them (`part`, `phrases`, `regex`)."""
    phrases: dict[str, list[str]] = {}
    lines: list[str] = []
    for rule in rules:
        phrases.setdefault(rule["part"], []).extend(rule.get("phrases", ()))
        if rule.get("regex"):
            lines.append(rule["regex"])
    flags = re.VERBOSE | re.IGNORECASE

    def words(part: str) -> frozenset[str]:
        return frozenset(phrase.lower() for phrase in phrases.get(part, ()))

    def compiled(part: str, before: str, after: str) -> re.Pattern[str]:
        found = alternatives(phrases.get(part, ()))
        return re.compile(f"{before}(?:{found}){after}", re.IGNORECASE) if found else _NEVER

    whole = alternatives(phrases.get("furniture", ()))
    lines += [whole] if whole else []
    return Layout(
        abbreviations=words("abbreviation"),
        openers=words("opener"),
        joint=compiled("joint", r"(?<![\w-])", r"\Z"),
        scale=compiled("scale", r"\s*", r"(?!\w)"),
        furniture=re.compile("|".join(f"(?:{line}\n)" for line in lines), flags) if lines else _NEVER,
        note=compiled("note", r"", r"(?!\w)"),
        aside=compiled("aside", r"", r"(?=[,:;)])"),
        pointer=whole_words(phrases.get("pointer", ())),
    )


def alternatives(phrases: Iterable[str]) -> str:
    """The phrases as one expression, the longest first, any white space where they have some; "" without phrases."""
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in ordered)


def whole_words(phrases: Iterable[str]) -> re.Pattern[str]:
    """An expression for any of the phrases as whole words, without regard to case."""
    found = alternatives(phrases)
    return re.compile(rf"(?<!\w)(?:{found})(?!\w)", re.IGNORECASE) if found else _NEVER


@cache
def load_layout(lang: str = "en") -> Layout:
    """The shipped layout of `lang`. Raises `LanguageError` where there is no pack for it."""
    from figx.errors import LanguageError
    from figx.paths import languages, patterns_dir

    path = patterns_dir() / lang / "layout.toml"
    if not path.is_file():
        raise LanguageError(lang, languages())
    return layout_from(tomllib.loads(path.read_text(encoding="utf-8"))["layout"])
