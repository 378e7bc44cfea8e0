"""Figures where they stand: grouped by sentence, with their offsets in it, and each with its own part of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from figx.compare.wordlists import wordlists
from figx.figure import Figure, Kind

Placed = tuple[Figure, int]
MASK = "#"


def counted(figures: Iterable[Figure]) -> list[Figure]:
    """The figures without durations and ages, which are in no sum and make no claim."""
    return [figure for figure in figures if figure.kind not in (Kind.DURATION, Kind.AGE)]


def by_sentence(figures: Iterable[Figure]) -> Iterator[list[Placed]]:
    """The figures of each sentence with their offsets in it, -1 where the sentence does not hold the quote as it stands."""
    group: list[Placed] = []
    end = 0
    for figure in figures:
        same = group and group[0][0].sentence == figure.sentence and group[0][0].doc == figure.doc
        at = figure.sentence.find(figure.text, end) if same else -1
        if at < 0:
            if group:
                yield group
            group = []
            at = figure.sentence.find(figure.text)
        group.append((figure, at))
        end = at + len(figure.text)
    if group:
        yield group


def parts_of(group: Sequence[Placed]) -> list[str]:
    """Of each figure the part of the sentence that is its own, with "#" for the characters of all numbers.

    Between two figures the part of the first ends, and that of the second begins, at the first word or sign that breaks
    the thought.

    >>> import figx
    >>> [group] = by_sentence(figx.extract("In Chad 40 died, and 300 fled to Mali."))
    >>> parts_of(group)
    ['In Chad ## died', ' and ### fled to Mali.']
    """
    masked = _masked(group)
    edges = [_break(masked, left, right) for left, right in pairwise(group)]
    starts = [0, *(end for _, end in edges)]
    ends = [*(start for start, _ in edges), len(masked)]
    return [masked[start:end] for start, end in zip(starts, ends, strict=True)]


def _masked(group: Sequence[Placed]) -> str:
    sentence, pieces, end = group[0][0].sentence, [], 0
    for figure, at in group:
        if at >= end:
            pieces += [sentence[end:at], MASK * len(figure.text)]
            end = at + len(figure.text)
    return "".join([*pieces, sentence[end:]])


def _break(masked: str, left: Placed, right: Placed) -> tuple[int, int]:
    start, end = left[1] + len(left[0].text), max(right[1], 0)
    found = wordlists().claim_break.search(masked, start, end) if 0 <= left[1] < right[1] else None
    return found.span() if found else (end, end)
