"""The words that the checks go by, read straight from the packs' file: validating it would load pydantic."""

from __future__ import annotations

import re
import tomllib
from functools import cache

from figx.paths import patterns_dir

_FILE = "checks.toml"


@cache
def phrases(name: str, lang: str = "en") -> re.Pattern[str]:
    """Any phrase of a class of words, whole, in whatever case.

    >>> phrases("in_all").search("3,500 people in all.")[0]
    'in all'
    """
    longest_first = sorted(_classes(lang)[name], key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)


@cache
def _classes(lang: str) -> dict[str, list[str]]:
    rows = tomllib.loads((patterns_dir() / lang / _FILE).read_text(encoding="utf-8"))["words"]
    return {row["class"]: row["words"] for row in rows}
