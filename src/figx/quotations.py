"""Where the quotations of a document are: half-open spans of what stands between quotation marks, of several sentences too."""

from __future__ import annotations

import re
from collections.abc import Iterator

Span = tuple[int, int]
# A single mark opens before a word and closes after a comma or full stop: the others are apostrophes.
_MARK = re.compile(r"[\"“”«»]|(?:(?<=\s)|\A)[‘'](?=[^\W\d_])|(?<=[,.?!])[’'](?!\w)")
_OPENING, _CLOSING = "“«‘", "”»’"
_LONGEST = 4000  # characters
_FEWEST = 4  # words: fewer are a word so called, no speech


def quotations(text: str) -> list[Span]:
    """The quotations of `text` in order, with their marks.

    A quotation that opens anew at each paragraph and closes at the last is one. What is never closed is none.

    >>> text = 'He said: “We lost homes. We lost boats too.” Then he left.'
    >>> [text[start:end] for start, end in quotations(text)]
    ['“We lost homes. We lost boats too.”']
    """
    return [span for span in _pairs(text) if len(text[slice(*span)].split()) >= _FEWEST]


def _pairs(text: str) -> Iterator[Span]:
    opened, single = -1, False
    for match in _MARK.finditer(text):
        mark, start, end = match.group(), match.start(), match.end()
        if opened >= 0 and start - opened > _LONGEST:
            opened = -1
        if opened >= 0 and (mark in "'‘’") != single:
            if not single:
                continue  # a quotation within a quotation
            opened = -1  # what began with a single mark was none
        if _opens(text, mark, start, end):
            single = mark in "'‘’"
            # A mark that opens again where a sentence ended goes on with the quotation in a new paragraph.
            if opened < 0 or not text[max(opened, start - 8) : start].rstrip().endswith((".", "?", "!", "…")):
                opened = start
        elif opened >= 0:
            yield opened, end
            opened = -1


def _opens(text: str, mark: str, start: int, end: int) -> bool:
    if mark in _OPENING or mark in _CLOSING:
        return mark in _OPENING
    before, after = text[start - 1 : start], text[end : end + 1]
    return (not before or before.isspace() or before in "([—–-:") and bool(after) and not after.isspace()
