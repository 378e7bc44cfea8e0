"""What a sentence takes from the text around it: whether it is the row of a table, and what its headings count."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from figx.rules import Rules
from figx.sentences import Span

PEOPLE = frozenset({"person", "household", "home"})
_HEADED = PEOPLE | {"visa"}
_HEADING_REACH = 2500
_LONGEST_ROW, _LONGEST_LABEL = 160, 70  # characters
_ROW_CELL = re.compile(r"\(?(?:US\$|[$€£])?\d[\d,.]*(?:[–—-]\d[\d,.]*)?%?\)?|n/?a|nil|to", re.IGNORECASE)
_LEADERS = re.compile(r"[\s.:|/–—*_-]+")
_CELL = re.compile(r"[(|\s]{0,6}(?:[$€£]|US\$)?\d[\d,. ]{0,20}%?[)|\s]{0,6}")
_LABEL = re.compile(r"\W*[^\W\d_][^.!?]{0,60}(?<![.!?;])")
_WINDOW, _CELLS = 6, 3
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_REACH = 400
_OPEN_CATEGORIES = frozenset({"people", "money", "funding", "other", "housing"})


@dataclass(frozen=True, slots=True)
class Context:
    """`row`: the sentence is the row of a table; `unit`: what the headings or the figures before it count, "" if open.

    `category` is what a heading or the figure before that counts says, `previous` that of the figure just before.
    """

    row: bool = False
    unit: str = ""
    category: str = ""
    previous: str = ""


def is_row(sentence: str) -> bool:
    """Whether a sentence looks like a label with one number or several: "Africa ........ 30,000"."""
    if len(sentence) > _LONGEST_ROW:
        return False
    words = [word for word in re.split(r"[\s|]+", sentence) if word and not _LEADERS.fullmatch(word)]
    k = len(words)
    while k > 0 and _ROW_CELL.fullmatch(words[k - 1].strip(".:")):
        k -= 1
    label, cells = " ".join(words[:k]), words[k:]
    named = any(character.isalpha() for character in label) and len(label) <= _LONGEST_LABEL
    return (
        named
        and not re.search(r"[!?;]|\w\.(?:\s|$)", label)
        and any(cell[-1:].isdigit() or "%" in cell for cell in cells)
    )


def table_rows(text: str, sentences: list[Span]) -> set[int]:
    """The sentences that are rows of a table: each looks like a row, and so does a neighbour."""
    cells = _cells(text, sentences)
    alike = [is_row(text[start:end]) for start, end in sentences]
    return cells | {
        i
        for i, row in enumerate(alike)
        if row and ((i > 0 and alike[i - 1]) or (i + 1 < len(alike) and alike[i + 1]) or _leads(text, sentences[i]))
    }


def _cells(text: str, sentences: list[Span]) -> set[int]:
    """Numbers alone on their lines that are the cells of a table: labels or other cells stand around them.

    A page number stands alone between long sentences; a numbered list counts up by one.
    """
    lines = [text[start:end] for start, end in sentences]
    lone = [i for i, line in enumerate(lines) if _CELL.fullmatch(line)]
    values = {i: int(digits) for i in lone if (digits := re.sub(r"\D", "", lines[i]))}
    cells = set()
    for i in values:
        near = [k for k in range(i - _WINDOW, i + _WINDOW + 1) if k in values]
        if len(near) < _CELLS or _counts_up([values[k] for k in near]):
            continue
        labelled = i > 0 and i - 1 not in values and _LABEL.fullmatch(lines[i - 1])
        if labelled or (i - 1 in values and values[i] >= 100):
            cells.add(i)
    return cells


def _counts_up(numbers: list[int]) -> bool:
    return all(b - a in (0, 1) for a, b in pairwise(numbers))


def _leads(text: str, span: Span) -> bool:
    """A dot leader or a cell mark makes a row even of a line that stands alone."""
    return bool(re.search(r"\.{4,}|\s\|\s|\t", text[slice(*span)]))


def row_contexts(text: str, sentences: list[Span], rows: set[int], rules: Rules) -> dict[int, Context]:
    """For each row of a table what the last heading or sentence before it counts and is about."""
    contexts: dict[int, Context] = {}
    unit, unit_end, category, category_end = "", 0, "", 0
    for k, (start, end) in enumerate(sentences[: max(rows, default=-1) + 1]):
        if k in rows:
            counted = unit if start - unit_end <= _HEADING_REACH else ""
            about = category if counted in ("person", "visa") and start - category_end <= _HEADING_REACH else ""
            contexts[k] = Context(True, counted, about)
            continue
        if own := _counted_unit(text[start:end], rules):
            unit, unit_end = own, end
        if found := rules.heading_words.findall(text[start:end].lower()):
            category = min((rules.heading_categories[word] for word in found), key=lambda pair: pair[0])[1]
            category_end = end
    return contexts


def _counted_unit(sentence: str, rules: Rules) -> str:
    """The unit of the last counted noun of a sentence."""
    for word in reversed(_WORD.findall(sentence)):
        noun = rules.nouns.get(word.lower())
        if noun and noun.unit in _HEADED and (noun.plural or noun.singular in ("refugee", "visa", "migrant")):
            return noun.unit
    return ""


def near_category(figure_end: int, category: str, start: int) -> str:
    """The category of the figure before, where it is near and says what happens to people or who they are."""
    return category if category not in _OPEN_CATEGORIES and start - figure_end <= _REACH else ""


def near_unit(figure_end: int, unit: str, start: int) -> str:
    """The unit of the figure before, where it is near and counts people, households or homes."""
    return unit if unit in PEOPLE and start - figure_end <= _REACH else ""
