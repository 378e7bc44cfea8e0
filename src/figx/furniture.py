"""What stands on a page and belongs to no sentence: page numbers, running heads, web buttons, credits, footnotes.

It is passed over only where it stands between the halves of a sentence, or in a bracket that tells of a picture: anywhere
else a line of its own harms nothing. What is passed over is read by itself, so no figure is lost. Pure, on str.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import Enum, auto

from figx.layout import Layout
from figx.lines import MARK, Line, Span, ended, lines_of

_LONGEST_LINE = 200  # characters
_MOST_LINES = 10  # between the halves of a sentence
_SHORTEST_HALF = 25
_REPEATS = 3
_NUMBER_ALONE = re.compile(r"[-–—\[(|]*\s*\d{1,3}\s*[-–—\])|]*")
_BRACKET = re.compile(r"(?<=\S)[ \xa0]?(\([^()\n]{4,200}\))")
_NOTE = re.compile(r"(?:\[?\d{1,3}\]?[.)]?|[*†‡'’])\s+(?=[“\"‘A-Zhw])")
_GOES_ON = re.compile(r"""[“"‘'(]?[a-zà-öø-ÿ]|(?:US)?[€$£]?\d[\d,.]*\s+[a-z]""")
_OPEN = re.compile(r"[,–-]$")


class Sort(Enum):
    """What a line is; one that is not `SURE` wants a break of the page beside it."""

    TEXT = auto()
    SURE = auto()
    REPEATED = auto()
    NUMBER = auto()
    LOOSE = auto()


def furniture(text: str, layout: Layout) -> list[Span]:
    """Half-open offsets of the furniture within sentences of `text`, in order and apart."""
    lines = lines_of(text)
    apart: list[Span] = []
    for start, end in sorted([*_between(text, lines, layout), *_asides(text, layout)]):
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    return apart


def blanked(text: str, spans: Sequence[Span]) -> str:
    """`text` with blanks for the characters of the spans; line ends stay, and all offsets hold."""
    parts, position = [], 0
    for start, end in spans:
        parts += [text[position:start], re.sub(r"\S", " ", text[start:end])]
        position = end
    return "".join([*parts, text[position:]])


def _asides(text: str, layout: Layout) -> Iterator[Span]:
    """ "(pictured, the camp at dawn)"."""
    for match in _BRACKET.finditer(text):
        if layout.aside.match(text, match.start(1) + 1):
            yield match.span(1)


def _between(text: str, lines: Sequence[Line], layout: Layout) -> Iterator[Span]:
    """The lines of furniture that stand between the halves of sentences."""
    sorts = _sorts(text, lines, layout)
    i = 1
    while i < len(lines):
        j = _run(text, lines, sorts, layout, i) if _is_half(text, lines[i - 1], layout) else i
        if i < j < len(lines) and _apart(text, lines, sorts, i, j) and _joins(text, lines[i - 1], lines[j], layout):
            yield from ((line.start, line.end) for line in lines[i:j])
        i = max(j, i + 1)


def _run(text: str, lines: Sequence[Line], sorts: Sequence[Sort], layout: Layout, i: int) -> int:
    """Where the furniture that begins at line i ends: a footnote goes on until the foot of its page."""
    end = i
    for k in range(i, min(i + _MOST_LINES, len(sorts))):
        if sorts[k] is Sort.TEXT and (sorts[i] is not Sort.LOOSE or end > i or lines[k].gap > 1):
            break
        if sorts[k] not in (Sort.TEXT, Sort.LOOSE):
            foot = lines[k - 1]
            if k > i and sorts[k - 1] is Sort.TEXT and not ended(text[foot.start : foot.end][-60:], layout):
                break
            end = k + 1
    return end


def _is_half(text: str, line: Line, layout: Layout) -> bool:
    last = text[line.start : line.end]
    return len(last) >= _SHORTEST_HALF and not last.isupper() and not ended(last[-60:], layout)


def _apart(text: str, lines: Sequence[Line], sorts: Sequence[Sort], i: int, j: int) -> bool:
    """Whether lines i to j (half open) stand apart: a number alone in a narrow column may be one of the sentence."""
    if Sort.SURE in sorts[i:j]:
        return True
    above = any(line.gap > 1 or line.page for line in lines[i:j])
    return above or ((lines[j].gap > 1 or lines[j].page) and bool(_GOES_ON.match(text, lines[j].start)))


def _joins(text: str, before: Line, after: Line, layout: Layout) -> bool:
    following = text[after.start : after.end]
    if MARK.match(following):
        return False
    last = text[before.start : before.end]
    return bool(_GOES_ON.match(following) or layout.joint.search(last) or _OPEN.search(last))


def _sorts(text: str, lines: Sequence[Line], layout: Layout) -> list[Sort]:
    folded = [_folded(text, line) for line in lines]
    seen = Counter(folded)
    sorts = [
        _sort(text[line.start : line.end], layout, repeated=bool(key) and seen[key] >= _REPEATS)
        for line, key in zip(lines, folded, strict=True)
    ]
    for k, key in enumerate(folded):  # beside the number of a page a line has to return but once
        paged = any(sorts[m] in (Sort.SURE, Sort.NUMBER) for m in (k - 1, k + 1) if 0 <= m < len(sorts))
        if paged and key and seen[key] > 1 and sorts[k] in (Sort.TEXT, Sort.LOOSE):
            sorts[k] = Sort.REPEATED
    return sorts


def _folded(text: str, line: Line) -> str:
    """A line as it stands at the head or foot of every page, whatever its number; "" for one that does not stand there."""
    if not 6 <= line.end - line.start <= _LONGEST_LINE or text[line.end - 1] in ":.!?":
        return ""
    words = text[line.start : line.end]
    return "" if MARK.match(words) else re.sub(r"\d+", "0", " ".join(words.split()).casefold())


def _sort(line: str, layout: Layout, *, repeated: bool) -> Sort:
    if len(line) <= _LONGEST_LINE:
        if _NUMBER_ALONE.fullmatch(line):
            return Sort.NUMBER
        if layout.furniture.fullmatch(line):
            return Sort.SURE
        if repeated:
            return Sort.REPEATED
    return Sort.LOOSE if _NOTE.match(line) else Sort.TEXT
