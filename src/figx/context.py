"""What a sentence takes from the text around it: whether it is the row of a table, and what its headings count."""

from __future__ import annotations

import re
from dataclasses import dataclass

from figx.rules import Rules
from figx.sentences import Span

PEOPLE = frozenset({"person", "household", "home"})
_ROW = re.compile(
    r"""\W*(?=\S*[^\W\d_])(?P<label>[^.!?|;]{1,70}?|[^|]{1,60}?)
        [\s.:|–—-]+ (?:[$€£]|US\$)?\s?\d[\d,. ]*(?:\s?(?:[–—-]|to)\s?\d[\d,. ]*)?%?
        (?:\s*(?:\||\t|\s|/)\s*(?:\(?\d[\d,. ]*%?\)?|-|–|n/?a|nil))*\W*""",
    re.VERBOSE | re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_HEADINGS = 3
_REACH = 400


@dataclass(frozen=True, slots=True)
class Context:
    """`row`: the sentence is the row of a table; `unit`: what the headings or the figures before it count, "" if open."""

    row: bool = False
    unit: str = ""


def is_row(sentence: str) -> bool:
    """Whether a sentence looks like a label with one number or several: "Africa ........ 30,000"."""
    return len(sentence) <= 160 and _ROW.fullmatch(sentence) is not None


def table_rows(text: str, sentences: list[Span]) -> set[int]:
    """The sentences that are rows of a table: each looks like a row, and so does a neighbour."""
    alike = [is_row(text[start:end]) for start, end in sentences]
    return {
        i
        for i, row in enumerate(alike)
        if row and ((i > 0 and alike[i - 1]) or (i + 1 < len(alike) and alike[i + 1]) or _leads(text, sentences[i]))
    }


def _leads(text: str, span: Span) -> bool:
    """A dot leader or a cell mark makes a row even of a line that stands alone."""
    return bool(re.search(r"\.{4,}|\s\|\s|\t", text[slice(*span)]))


def heading_unit(text: str, sentences: list[Span], i: int, rows: set[int], rules: Rules) -> str:
    """What the heading of a table counts: the last counted noun in the sentences before its first row."""
    while i > 0 and (i in rows):
        i -= 1
    for k in range(i, max(-1, i - _HEADINGS), -1):
        for word in reversed(_WORD.findall(text[slice(*sentences[k])])):
            noun = rules.nouns.get(word.lower())
            if noun and noun.unit in PEOPLE and (noun.plural or noun.singular == "refugee"):
                return noun.unit
    return ""


def near_unit(figure_end: int, unit: str, start: int) -> str:
    """The unit of the figure before, where it is near and counts people, households or homes."""
    return unit if unit in PEOPLE and start - figure_end <= _REACH else ""
