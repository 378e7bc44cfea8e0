"""Where sentences begin and end. Headings, list items and table rows are sentences of their own. Pure, on str.

Lines are the hard part: a line end may close a heading or a list item, or be a wrap in the middle of "1.2\\nmillion".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

Span = tuple[int, int]
LINE_END = re.compile(r"\r\n|\r|\n")
LONGEST = 1500  # characters; the longest sentence in 420,000 words of speeches and reports has fewer

_BULLET = re.compile(
    r"""\s*(?:
        [-–—•*·▪●◦►‣>#|✓]+ (?=\s|\d|[A-Z])   # a bullet, a markdown heading, a quotation, a table row
      | \(?\d{1,2}[.)] (?=\s)
      | \(?[a-z][.)] (?=\s)
      | \[\d+\]
      | [A-Z][A-Z .'’-]{2,40}: (?=\s)         # SECRETARY BLINKEN:
    )""",
    re.VERBOSE,
)
_LEADER = re.compile(r"\.{3,}|(?<=\S)\t|\s\|\s|(?<=\S)\s{4,}")
_NUMBER_LAST = re.compile(r"(?<!\d)\d[\d,.]*\s*$")
_OPEN_END = re.compile(
    r"""(?:,|[-–—(/&]|\b(?:of|the|and|in|to|a|an|for|with|by|from|at|on|or|as|than|some|nearly|about|over|around|that
        |estimated|more|least|almost|under|between|into|has|have|had|is|are|was|were|be|been|its|their|our|this|these
        |which|who|not|no|US|UN|Mr|Mrs|Ms|Dr|St))$""",
    re.VERBOSE | re.IGNORECASE,
)
_SCALE_START = re.compile(r"\s*(?:million|billion|trillion|thousand|hundred|crore|lakh|per\s?cent|%)")
_END = re.compile(r"""(?<![.!?…])[.!?…]++(?:\\)?["”’'»)\]]*(?:\s+|(?=[A-Z][a-z]+\s))""")
_STARTS = re.compile(r"""["“‘'«(\[*_]*(?:[A-Z0-9À-Þ$€£¥•]|\\\$)""")
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr st prof gen sen rep gov hon rev lt col sgt capt maj jr sr no nos art arts para paras par sec ch vol"
    " pp p fig figs ed eds al vs v approx est ca c cf e.g i.e etc inc ltd co corp dept univ jan feb mar apr jun jul aug"
    " sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun rs fr u.s u.k u.n d.c a.m p.m ph.d max min tel"
    " ext avg incl op doc res ref dem".split()
)
_RESTARTS = frozenset(
    "the in it we they this these that he she there our and but for as at on i a an since more some many last with"
    " over while although however according during after under all nearly".split()
)


def sentence_spans(text: str) -> list[Span]:
    """Half-open character offsets of the sentences of `text`, in order, white space at their ends left out.

    >>> text = "Some 1.2\\nmillion fled. The U.S. Government gave aid."
    >>> [text[start:end] for start, end in sentence_spans(text)]
    ['Some 1.2\\nmillion fled.', 'The U.S. Government gave aid.']
    """
    return [part for block in _blocks(text) for span in _split(text, block) for part in _bounded(text, span)]


def _bounded(text: str, span: Span) -> Iterator[Span]:
    """Cuts what is longer than any sentence, so that no input can take more than time in proportion to its length."""
    start, end = span
    while end - start > LONGEST:
        cut = max(text.rfind(" ", start + 1, start + LONGEST), text.rfind("\n", start + 1, start + LONGEST))
        cut = cut if cut > start else start + LONGEST
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, end)


def _lines(text: str) -> list[Span]:
    spans, start = [], 0
    for match in re.finditer(r"\r\n|[\n\r\x0b\x0c\u2028\u2029]", text):
        spans.append((start, match.start()))
        start = match.end()
    return [*spans, (start, len(text))]


def _blocks(text: str) -> Iterator[Span]:
    """Runs of lines that belong together."""
    lines = _lines(text)
    width = _wrap_widths(text, lines)
    start: int | None = None
    for i, (begin, end) in enumerate(lines):
        if not text[begin:end].strip():
            if start is not None:
                yield start, lines[i - 1][1]
            start = None
            continue
        if start is None:
            start = begin
        elif not _goes_on(text, lines[i - 1], (begin, end), width[i]):
            yield start, lines[i - 1][1]
            start = begin
    if start is not None:
        yield start, lines[-1][1]


def _wrap_widths(text: str, lines: list[Span]) -> list[int]:
    """For each line the width that its paragraph is wrapped at, 0 where it does not look wrapped."""
    widths = [0] * len(lines)
    i = 0
    while i < len(lines):
        j = i
        while j < len(lines) and text[lines[j][0] : lines[j][1]].strip():
            j += 1
        lengths = sorted(end - begin for begin, end in lines[i:j])
        if len(lengths) >= 2:
            width = lengths[int(0.9 * (len(lengths) - 1))]
            if 35 <= width <= 130 and lengths[-1] <= 1.4 * width:
                widths[i:j] = [width] * (j - i)
        i = max(j, i + 1)
    return widths


def _goes_on(text: str, before: Span, line: Span, width: int) -> bool:
    """Whether `line` goes on with the sentence of the line before it."""
    last, following = text[max(before[0], before[1] - 300) : before[1]].rstrip(), text[slice(*line)]
    if (_SCALE_START.match(following) and last[-1:].isdigit()) or re.search(r"\d,$", last):
        return True
    first = re.match(r"\s*([A-Z]\w*)", following)
    if first and first.group(1).lower() in _RESTARTS:
        return False
    if _BULLET.match(following) and not (last.endswith(("-", "–")) and following[:1].islower()):
        return False
    if last.endswith(("://", "|")) or _LEADER.search(last) or "...." in following:
        return bool(_OPEN_END.search(last)) and "...." not in last
    if re.search(r"[.!?:;]\\?[\"”’')\]]*$", last) and not _abbreviated(last):
        return False
    stripped = following.lstrip()
    if _NUMBER_LAST.search(last) and not stripped[:1].islower():
        return False
    if stripped[:1].islower() or _OPEN_END.search(last):
        return True
    return bool(width) and len(last) >= 0.72 * width


def _abbreviated(text: str) -> bool:
    """Whether the full stop at the end of `text` belongs to an abbreviation or an initial."""
    word = re.search(r"([^\s(\"“]+?)\.$", text[-40:])
    if not word:
        return False
    form = word.group(1).lower()
    return form in _ABBREVIATIONS or bool(re.fullmatch(r"[a-z]|(?:[a-z]\.)+[a-z]", form))


def _split(text: str, block: Span) -> Iterator[Span]:
    start, end = block
    for match in _END.finditer(text, start, end):
        if match.end() >= end or not _STARTS.match(text, match.end()):
            continue
        head = text[start : match.start() + 1]
        if match.group().startswith(".") and not match.group().startswith("..") and _abbreviated(head):
            form = head.rstrip(".").rsplit(None, 1)[-1]
            following = re.match(r"\W*(\w+)", text[match.end() : match.end() + 20])
            whole = "." in form and len(form) <= 4
            if not (
                whole and following and following.group(1).lower() in _RESTARTS and following.group(1)[0].isupper()
            ):
                continue
        if match.group().startswith("..") and text[match.start() - 1 : match.start()] in " .":
            continue
        yield from _trimmed(text, start, match.end())
        start = match.end()
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
