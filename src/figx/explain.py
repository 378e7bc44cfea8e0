"""Every number of a text with what became of it: "Why is 2030 not in my sheet?" gets an answer."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from figx.figure import Figure
from figx.packs import Packs

if TYPE_CHECKING:
    from figx.pipeline import ReadText


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


def explain(text: str, read: ReadText, packs: Packs) -> list[Explanation]:
    """The explanations of all numbers of `text`, in order."""
    starts = [start for start, _ in read.sentences]

    def sentence_at(offset: int) -> str:
        begin, end = read.sentences[max(0, bisect_right(starts, offset) - 1)]
        return text[begin:end]

    taken = [
        Explanation(
            figure.start,
            figure.end,
            figure.text,
            True,
            "",
            figure.rule,
            figure,
            _decided(figure),
            figure.sentence,
            figure.line,
        )
        for figure in read.figures
    ]
    covered = [(figure.start, figure.end) for figure in read.figures]
    left = [
        Explanation(
            r.start,
            r.end,
            text[r.start : r.end],
            False,
            r.reason,
            (r.rule,),
            None,
            (),
            sentence_at(r.start),
            text.count("\n", 0, r.start) + 1,
        )
        for r in read.rejections
        if not any(start <= r.start and r.end <= end for start, end in covered)
    ]
    return sorted([*taken, *left], key=lambda explanation: explanation.start)


def _decided(figure: Figure) -> tuple[tuple[str, str, str], ...]:
    rows = [("kind", figure.text, figure.kind.value), ("qualifier", "", figure.qualifier.value)]
    if figure.noun:
        rows.append(("noun", figure.noun, figure.unit))
    if figure.term:
        rows.append(("category", figure.term, figure.category))
    return tuple(rows)
