"""Every number of a text with what became of it: "Why is 2030 not in my sheet?" gets an answer."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from figx.figure import Figure
from figx.sentences import LINE_END

if TYPE_CHECKING:
    from figx.pipeline import ReadText

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_GLUED = "glued to a word: part of a code, an address or a footnote"


@dataclass(frozen=True, slots=True)
class Explanation:
    """One number: half-open offsets, whether it became a figure, and why.

    `reason` is a short sentence where it did not. `rule` are the rules that decided, `decided` which words decided which
    field of the figure: (field, words, rule id).
    """

    start: int
    end: int
    text: str
    taken: bool
    reason: str
    rule: tuple[str, ...]
    figure: Figure | None
    decided: tuple[tuple[str, str, str], ...]
    sentence: str
    line: int


def explain(text: str, read: ReadText) -> list[Explanation]:
    """The explanations of all numbers of `text`, in order."""
    starts = [start for start, _ in read.sentences]
    passed = [start for start, _ in read.passed]

    lines = [match.end() for match in LINE_END.finditer(text)]

    def line_at(offset: int) -> int:
        return bisect_right(lines, offset) + 1

    def sentence_at(offset: int) -> str:
        k = bisect_right(passed, offset) - 1
        if k >= 0 and offset < read.passed[k][1]:
            return text[slice(*read.passed[k])]
        begin, end = read.sentences[max(0, bisect_right(starts, offset) - 1)]
        return text[begin:end]

    taken = [
        Explanation(f.start, f.end, f.text, True, "", f.rule, f, decided, f.sentence, f.line)
        for f, decided in zip(read.figures, read.decisions, strict=True)
    ]
    ends = [figure.end for figure in read.figures]
    left = [
        Explanation(
            start=r.start,
            end=r.end,
            text=text[r.start : r.end],
            taken=False,
            reason=r.reason,
            rule=(r.rule,),
            figure=None,
            decided=(),
            sentence=sentence_at(r.start),
            line=line_at(r.start),
        )
        for r in read.rejections
        if not _inside(read.figures, ends, r.start, r.end)
    ]
    found = sorted([*taken, *left], key=lambda explanation: explanation.start)
    glued = [
        Explanation(start, end, text[start:end], False, _GLUED, ("figx.glued",), None, (), sentence_at(start), line)
        for start, end, line in _uncovered(text, found)
    ]
    return sorted([*found, *glued], key=lambda explanation: explanation.start)


def _inside(figures: list[Figure], ends: list[int], start: int, end: int) -> bool:
    """Whether one of the figures, which are in order and apart, covers the characters."""
    k = bisect_right(ends, start)
    return k < len(figures) and figures[k].start <= start and end <= figures[k].end


def _uncovered(text: str, found: list[Explanation]) -> Iterator[tuple[int, int, int]]:
    """Digits that no explanation covers: half-open offsets and the line."""
    ends = [explanation.end for explanation in found]
    for match in _DIGITS.finditer(text):
        k = bisect_right(ends, match.start())
        if k == len(found) or found[k].start >= match.end():
            yield match.start(), match.end(), len(LINE_END.findall(text, 0, match.start())) + 1
