"""Every number of a text with what became of it: "Why is 2030 not in my sheet?" gets an answer."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from figx.figure import Figure

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


def explain(text: str, read: ReadText) -> list[Explanation]:
    """The explanations of all numbers of `text`, in order."""
    starts = [start for start, _ in read.sentences]

    def sentence_at(offset: int) -> str:
        begin, end = read.sentences[max(0, bisect_right(starts, offset) - 1)]
        return text[begin:end]

    taken = [
        Explanation(f.start, f.end, f.text, True, "", f.rule, f, decided, f.sentence, f.line)
        for f, decided in zip(read.figures, read.decisions, strict=True)
    ]
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
            line=text.count("\n", 0, r.start) + 1,
        )
        for r in read.rejections
        if not any(f.start <= r.start and r.end <= f.end for f in read.figures)
    ]
    return sorted([*taken, *left], key=lambda explanation: explanation.start)
