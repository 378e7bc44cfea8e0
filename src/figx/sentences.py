"""Where sentences begin and end. Headings, list items and table rows are sentences of their own. Pure, on str.

What stands on a page and belongs to no sentence, as its number does, may split one in two: then the sentence holds both
halves and all between them, and `Cut.read` has white space there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from figx.furniture import blanked, furniture
from figx.layout import Layout, load_layout
from figx.lines import Blocks, abbreviated, lines_of, trimmed
from figx.lines import Span as Span

LINE_END = re.compile(r"\r\n|\r|\n")
LONGEST = 1500  # characters; the longest sentence in 420,000 words of speeches and reports has fewer

# A footnote's number may be glued to the full stop ("the council.59 This went on") or stand in brackets after it.
_END = re.compile(
    r"""(?<![.!?…])[.!?…]++(?:\\)?["”’'»)\]*_]*
        (?:(?<=[a-z)”’"][.!?])\d{1,3}(?=\s+["“‘'(]?[A-Z])|(?<=[a-z)”’"][.!?]["”’])\d{1,3}(?=\s+["“‘'(]?[A-Z])|\[\d{1,3}\]|[⁰¹²³⁴-⁹]+)*
        (?:\s+|(?=[A-Z][a-z]+\s))""",
    re.VERBOSE,
)
_STARTS = re.compile(r"""["“‘'«(\[*_]*(?:[A-Z0-9À-Þ$€£¥•▪●◦■□\uf0a7\uf0b7]|\\\$)""")
_LIST_MARK = re.compile(r"(?:[-–—•*·▪●◦>#]+\s*)*\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]\s*")
_NUMBERED = re.compile(r"(?<!\S)(\d{1,2})\.\s+(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Cut:
    """A text cut into sentences.

    `read` is the text with blanks for the furniture between the halves of sentences, as long as the text itself;
    `passed` are the half-open offsets of that furniture, `sentences` those of the sentences.
    """

    read: str
    sentences: list[Span]
    passed: list[Span]


def cut(text: str, layout: Layout | None = None) -> Cut:
    """The sentences of `text`, and what of it belongs to none."""
    layout = layout or load_layout()
    passed = furniture(text, layout)
    read = blanked(text, passed)
    blocks = Blocks(read, layout, lines_of(read, passed)).runs()
    spans = (part for block in blocks for span in _split(read, block, layout) for part in _bounded(read, span))
    return Cut(read, list(spans), passed)


def sentence_spans(text: str, layout: Layout | None = None) -> list[Span]:
    """Half-open character offsets of the sentences of `text`, in order, white space at their ends left out.

    >>> text = "Some 1.2\\nmillion fled. The U.S. Government gave aid."
    >>> [text[start:end] for start, end in sentence_spans(text)]
    ['Some 1.2\\nmillion fled.', 'The U.S. Government gave aid.']
    """
    return cut(text, layout).sentences


def _bounded(text: str, span: Span) -> Iterator[Span]:
    """Cuts what is longer than any sentence, so that no input can take more than time in proportion to its length."""
    start, end = span
    while end - start > LONGEST:
        last = max(text.rfind(" ", start + 1, start + LONGEST), text.rfind("\n", start + 1, start + LONGEST))
        last = last if last > start else start + LONGEST
        yield from _whole(text, start, last)
        start = last
    yield from _whole(text, start, end)


def _split(text: str, block: Span, layout: Layout) -> Iterator[Span]:
    start, end = block
    marks = _list_numbers(text, block)
    for match in _END.finditer(text, start, end):
        if match.end() >= end or match.start() in marks or not _STARTS.match(text, match.end()):
            continue
        head = text[max(start, match.start() - 60) : match.start() + 1]
        if match.start() - start < 12 and _LIST_MARK.fullmatch(text, start, match.end()):
            continue
        if _is_inside(head, match.group(), text[match.end() : match.end() + 20], layout):
            continue
        yield from _whole(text, start, match.end())
        start = match.end()
    yield from _whole(text, start, end)


def _is_inside(head: str, stop: str, following: str, layout: Layout) -> bool:
    """Whether a full stop ends no sentence: an abbreviation's, or dots that lead to a number."""
    if stop.startswith("..") or head.endswith((". .", "… …")):
        return head[-2:-1] in (" ", ".")
    return stop.startswith(".") and abbreviated(head, layout) and not _restarts(head, following, layout)


def _list_numbers(text: str, block: Span) -> frozenset[int]:
    """Where the full stops of a numbered list stand that is glued to its sentence: "into 1. Health; 2. Water"."""
    found = [(int(match.group(1)), match.end(1)) for match in _NUMBERED.finditer(text, *block)]
    if len(found) < 2 or [number for number, _ in found[:2]] != [1, 2]:
        return frozenset()
    return frozenset(stop for _, stop in found)


def _restarts(head: str, following: str, layout: Layout) -> bool:
    """Whether a sentence ends with an abbreviation: "He works in the U.S. The Government knows"."""
    form = head.rstrip(".").rsplit(None, 1)[-1]
    word = re.match(r"\W*(\w+)", following)
    whole = "." in form and len(form) <= 4
    return bool(whole and word and word.group(1).lower() in layout.openers and word.group(1)[0].isupper())


def _whole(text: str, start: int, end: int) -> Iterator[Span]:
    if found := trimmed(text, start, end):
        yield found
