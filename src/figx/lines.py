"""Which lines of a text belong together: a line end may close a heading or a list item, or be a wrap within "1.2\\nmillion".

Nothing says which: a text shows it by how its own lines go on. Where lines break before small letters, they are wrapped,
as wide as those that break so; a line that the next word would not have fitted on is then full, and goes on whatever
letter the next begins with. Pure, on str.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from figx.layout import Layout

Span = tuple[int, int]
LINE_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\u2028\u2029]")
_FOLDED_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\u2028\u2029]|(?<=\S) {2,}(?=\S)")
_DOUBLE_SPACE = re.compile(r"(?<=\S) {2,}(?=\S)")

MARK = re.compile(
    r"""\s*(?:
        [-–—•*·▪●◦►‣>#|✓○■□➢→»§\uf0a7\uf0b7\uf0d8\uf076\uf0fc]+ (?=\s|\d|[A-Z])  # a bullet, a markdown heading, a table row
      | \\?\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})\\?[.)] (?=\s)
      | \d{1,2}(?:\.\d{1,2})+\.? (?=\s+[A-Z])    # 2.4 CHILD LABOUR
      | \[\d+\]
      | [A-Z][A-Z .'’-]{2,40}: (?=\s|$)          # SECRETARY BLINKEN:
      | [QA](?::(?=\s)|\s{3,})                   # Q   And what of the ships?
    )""",
    re.VERBOSE,
)
_DASH = re.compile(r"\s*(?:[-–—]+\s+[a-z]|\d{1,2}\.\s)")
_ROW = re.compile(r"\.{4,}|(?:\s\.){3,}|(?:\.{3}|…)\s*[\d$€£]|(?<=\S)\t|\s\|\s|(?<=\S)\s{4,}(?=[\d(–$€£])|://$|\|$")
_ENDED = re.compile(r"""(?:[.!?:;…]\\?["”’'»)\]*_]*(?:\[\d{1,3}\])?|(?<=[a-z”’")])[.!?]["”’']?\d{1,3})$""")
_BROKEN_NUMBER = re.compile(r"\d,$")
_LEADER_FIRST = re.compile(r"(?:[.…]\s?){3,}[$€£]?\d")  # the label stands on the line before
_LONE_NUMBER = re.compile(r"\W*\d[\d,. ]*%?\W*")
_WORD = re.compile(r"[^ \t]+")  # a no-break space breaks no line
_CLOSING_JOINT = re.compile(r"(?:,|[-–—(/&])$")
_NARROWEST, _WIDEST = 35, 130
_FULL = 0.68  # of the width
_QUOTES = "“\"‘'"
_LONG = 25  # characters: a shorter line with no end may be a heading
_SHOWN = 3  # lines that have to break before a small letter, until a text counts as wrapped
_OFTEN = 0.25  # of the lines with so many line ends after them


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds something: half-open offsets without the white space around it.

    `column` is where its last character stands, `gap` how many line ends lie before it since the last such line, `page`
    whether page furniture or a form feed does.
    """

    start: int
    end: int
    column: int
    gap: int
    page: bool


def lines_of(text: str, passed: Sequence[Span] = ()) -> list[Line]:
    """The lines of `text`, in which the `passed` spans of page furniture are blank already."""
    lines: list[Line] = []
    starts = [start for start, _ in passed]
    gap, begin, last, page = 0, 0, 0, False
    breaks = _FOLDED_BREAK if is_folded(text) else LINE_BREAK
    for match in [*breaks.finditer(text), None]:
        stop = match.start() if match else len(text)
        if found := trimmed(text, begin, stop):
            page = page or bisect_left(starts, last) < bisect_left(starts, found[0])
            lines.append(Line(*found, column=found[1] - begin, gap=gap if lines else 0, page=page))
            gap, page, last = 0, False, found[1]
        if match:
            gap += 2 if match.group().startswith("  ") else 1
            begin, page = match.end(), page or match.group() == "\x0c"
    return lines


def is_folded(text: str) -> bool:
    """Whether the line ends of `text` have become double spaces: what stands before one ends, and a capital follows.

    Where double spaces are wraps, small letters follow; where they are a habit of the typist, all follow full stops.
    """
    gaps, small, heads = 0, 0, 0
    for match in _DOUBLE_SPACE.finditer(text):
        gaps += 1
        following = text[match.end()]
        if text[match.start() - 1] not in ".!?:;,”\"’')…":
            small += following.islower()
            heads += following.isupper()
    if gaps < _SHOWN or heads == 0 or small > 0.1 * gaps:
        return False
    return len(LINE_BREAK.findall(text.strip())) <= 0.1 * gaps


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The offsets without white space at both ends, None where there is nothing else."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


class Shape:
    """How a text wraps its lines, if it does: after how many line ends, and how wide."""

    def __init__(self, text: str, lines: Sequence[Line], layout: Layout) -> None:
        self.text, self.layout = text, layout
        pairs, going = Counter[int](), Counter[int]()
        columns, needs = [], []
        for before, line in pairwise(lines):
            pairs[line.gap] += 1
            last = text[before.start : before.end]
            if len(last) >= _LONG and text[line.start].islower() and not (line.page or ended(last, layout)):
                going[line.gap] += 1
                columns.append(before.column)
                needs.append(self._need(before, line))
        self.gaps = {1} | {gap for gap, n in going.items() if n >= _SHOWN and n >= _OFTEN * pairs[gap]}
        shown = len(columns) >= _SHOWN
        self.width = sorted(columns)[int(0.9 * (len(columns) - 1))] if shown else 0
        self.wrapped = _NARROWEST <= self.width <= _WIDEST
        self.least = max(sorted(needs)[len(needs) // 20], _FULL * self.width) if shown else 0
        self._even = {} if self.wrapped else _even_paragraphs(text, lines, layout)

    def is_full(self, before: Line, line: Line) -> bool:
        """Whether the first word of `line` would not have fitted on the line before it."""
        if self.wrapped:
            opens = first_word(self.text, line) in self.layout.openers
            return self._need(before, line) >= self.least or (before.column >= _FULL * self.width and not opens)
        width = self._even.get(line.start, 0)
        return bool(width) and before.column >= _FULL * width

    def _need(self, before: Line, line: Line) -> int:
        word = _WORD.match(self.text, line.start, min(line.end, line.start + 40))
        return before.column + 1 + (len(word.group()) if word else 0)


def _even_paragraphs(text: str, lines: Sequence[Line], layout: Layout) -> dict[int, int]:
    """For a text that does not show how it wraps: the widths of paragraphs whose lines are all about as long.

    They have three lines or more and end with a sentence; the key is where a line begins.
    """
    widths: dict[int, int] = {}
    i = 0
    while i < len(lines):
        j = i + 1
        while j < len(lines) and lines[j].gap == 1:
            j += 1
        columns = sorted(line.column for line in lines[i : j - 1])
        if j - i >= _SHOWN and ended(text[lines[j - 1].start : lines[j - 1].end], layout):
            width = columns[int(0.9 * (len(columns) - 1))]
            if _NARROWEST <= width <= _WIDEST and columns[0] >= _FULL * width and columns[-1] <= 1.4 * width:
                widths |= {line.start: width for line in lines[i + 1 : j]}
        i = j
    return widths


_LAST_WORD = re.compile(r"([^\s(\[\"“*_]+?)\.$")
_INITIALS = re.compile(r"(?:\w{1,4}\.)?(?:[a-z]|(?:[a-z]\.)+[a-z])")
_FIRST_WORD = re.compile(r"[“\"‘'(]?([A-Z]\w*)")


def first_word(text: str, line: Line) -> str:
    """The first word of a line that begins with a capital, in small letters."""
    found = _FIRST_WORD.match(text, line.start, line.end)
    return found.group(1).lower() if found else ""


def ended(line: str, layout: Layout) -> bool:
    """Whether a sentence ends at the end of `line`: with a full stop that is no abbreviation's, a colon, a semicolon."""
    token = line[-300:].rsplit(None, 1)[-1] if line else ""
    if "://" in token:  # what ends an address ends no sentence
        return bool(re.search(r"\)[.!?:;][”\"’]?$", token))
    return bool(_ENDED.search(line)) and not abbreviated(line, layout)


def abbreviated(text: str, layout: Layout) -> bool:
    """Whether the full stop at the end of `text` belongs to an abbreviation or an initial."""
    word = _LAST_WORD.search(text[-40:])
    if not word:
        return False
    form = word.group(1).lower()
    return form in layout.abbreviations or bool(_INITIALS.fullmatch(form))


@dataclass(slots=True)
class Blocks:
    """The runs of lines that belong together; `runs` are half-open offsets."""

    text: str
    layout: Layout
    lines: Sequence[Line]
    shape: Shape = field(init=False)

    def __post_init__(self) -> None:
        self.shape = Shape(self.text, self.lines, self.layout)

    def runs(self) -> Iterator[Span]:
        """The runs in order."""
        first, item = 0, False
        for i in range(1, len(self.lines) + 1):
            if i < len(self.lines) and self._goes_on(self.lines[first], self.lines[i - 1], self.lines[i], item=item):
                continue
            if first < len(self.lines):
                yield self.lines[first].start, self.lines[i - 1].end
            if i < len(self.lines):
                item = self._begins_item(self.lines[i - 1], self.lines[i], item=item)
            first = i

    def _begins_item(self, before: Line, line: Line, *, item: bool) -> bool:
        """Whether `line` begins an item of a list without marks: small letters after a colon, or after such an item."""
        small = self.text[line.start].islower()
        return small and (item or self.text[before.start : before.end].endswith(":"))

    def _goes_on(self, first: Line, before: Line, line: Line, *, item: bool) -> bool:
        """Whether `line` goes on with the sentence of the line before it; `first` begins the run, `item` one of a list."""
        last, following = self.text[max(before.start, before.end - 300) : before.end], self.text[line.start : line.end]
        near = line.gap in self.shape.gaps or line.page
        if near and self._breaks_number(last, following):
            return True
        full = near and self.shape.is_full(before, line)
        if _LEADER_FIRST.match(following):
            return near and not ended(last, self.layout) and not last[-1:].isdigit()
        if MARK.match(following):
            return self._dashes_on(first, last, following, full=full)
        small = bool(re.match(r"[(“\"‘'*_]{0,2}[a-zà-öø-ÿ]", following))
        if ended(last, self.layout):
            return small and full and last[-1] in ":;"
        if _ROW.search(last) or _ROW.search(following):
            return bool(self.layout.joint.search(last)) and not _ROW.search(last)
        if first is before and _LONE_NUMBER.fullmatch(last):
            return False
        if small and item and not full:
            return False
        opens = first_word(self.text, line) in self.layout.openers - {"i"}  # "of the vote,\nI met them"
        joint = not opens and bool(self.layout.joint.search(last))
        if not near:
            return (small and len(last) >= _LONG and not last.isupper()) or joint
        comma = bool(_CLOSING_JOINT.search(last)) and (not opens or following[0] in _QUOTES)
        return small or full or joint or comma

    def _breaks_number(self, last: str, following: str) -> bool:
        """ "1.2\\nmillion", "40\\nper cent", "12,\\n345"."""
        scaled = last[-1:].isdigit() and self.layout.scale.match(following)
        return bool(scaled) or bool(_BROKEN_NUMBER.search(last) and following[:1].isdigit())

    def _dashes_on(self, first: Line, last: str, following: str, *, full: bool) -> bool:
        """Whether a dash or a number at the beginning of a line is one in a sentence: "of Title\\n42. They"."""
        if last.endswith(("-", "–")) and following[:1].islower():
            return True
        if not (full and _DASH.match(following)) or ended(last, self.layout):
            return False
        return not MARK.match(self.text, first.start)
