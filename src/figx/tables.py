"""Tables turned to text: which sentences are rows, which cells stand on lines of their own, and what heads a column.

A row may stand on a line ("Africa ........ 30,000"), or its label and its numbers on a line each, the label before or
after them ("12,400", "SHELTERS DAMAGED"). A row over several lines becomes one sentence. Pure, on str.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from figx.layout import Layout
from figx.lines import Span

Column = tuple[int, int, Span]
_LONGEST_ROW, _LONGEST_LABEL = 160, 70  # characters
_MONEY = r"(?:(?:[A-Z]{2,3}\s?)?[$€£¥]\s?|[A-Z]{3}\s?)?"
_CELL = rf"[(\[]?[~<>±]?{_MONEY}\d[\d,.]*(?:[–—-]\d[\d,.]*)?(?:\s?%|[A-Za-z]{{1,2}}\b)?[)\]*]{{0,2}}"
_ROW_CELL = re.compile(rf"{_CELL}|n/?a|nil|none|to", re.IGNORECASE)
_PHONE = re.compile(r"[(+]*0\d+\)?|\+\d+|\d{3}-\d{4}")
_LEADERS = re.compile(r"[\s.:|/…–—*_-]+")
_LONE = re.compile(rf"[|\s]*{_CELL}(?:[ \xa0]\d{{3}})*(?:\s?[A-Z]{{1,2}}\b)?[|\s]*")
_MEASURED = re.compile(r"[^\W\d_].*(?:[:–—-]|\.{3,})\s*\d[\d,.]*\s*[^\W\d_]+\.?")  # "Alba – 5.14 inches"
_LABEL = re.compile(r"(?=.*[^\W\d_]{2})[^.!?;]{1,69}[^.!?;,\d\s]")
_YEAR = re.compile(r"[|\s]*(?:FY\s?)?(?:19[5-9]|20[0-4])\d(?:[-/]\d{2,4})?[|\s]*")
_SEPARATOR = re.compile(r"[ \t\xa0]*\|[ \t\xa0]*|\t+|(?<=\S) {3,}(?=\S)")
_RULE = re.compile(r"[\s|:=+-]+")  # of a markdown table: |---|---|
_LEADS = re.compile(r"\.{4,}|(?:\s\.){3,}|…{2,}|\s\|\s|\t")
_GLUED_ROWS = 3
_LARGE = re.compile(r"\d[,.\s]?\d{2}|[$€£%]|[A-Za-z]")


@dataclass(slots=True)
class Tables:
    """The sentences of a text once its tables have been read.

    `sentences` are half-open offsets, a row over several lines being one of them; `rows` are those that are rows, `heads`
    those that head columns; `columns` has the heading of each cell of a row: where the cell is, where its heading.
    """

    sentences: list[Span]
    rows: set[int] = field(default_factory=set)
    heads: set[int] = field(default_factory=set)
    columns: dict[int, list[Column]] = field(default_factory=dict)


def is_row(sentence: str, layout: Layout) -> bool:
    """Whether a sentence looks like a label with one number or several: "Africa ........ 30,000"."""
    if len(sentence) > _LONGEST_ROW or not any(map(str.isdigit, sentence)):
        return False
    if sentence.endswith(".") and ":" not in sentence and not _LEADS.search(sentence):
        return False
    label, cells = _parted(sentence, layout)
    if sentence.endswith(".") and ":" not in label and not _LEADS.search(sentence):
        return False
    if not label and len(cells) > 1 and _YEAR.fullmatch(cells[0]):
        return not all(map(_YEAR.fullmatch, cells))  # a row for each year
    named = any(character.isalpha() for character in label) and len(label) <= _LONGEST_LABEL
    if not named or re.search(r"[!?;]|\w{3,}\.(?:\s|$)", label) or any(_PHONE.match(cell) for cell in cells):
        return False
    return any(character.isdigit() for cell in cells for character in cell) and not all(map(_YEAR.fullmatch, cells))


def _parted(sentence: str, layout: Layout) -> tuple[str, list[str]]:
    """The label of a row and its cells."""
    if len(sentence) > _LONGEST_ROW:
        return "", []
    words = [word for word in re.split(r"[\s|]+", sentence) if word and not _LEADERS.fullmatch(word)]
    k = len(words)
    while k > 0 and (_ROW_CELL.fullmatch(words[k - 1].strip(".:;,")) or _is_scaled(words[:k], layout)):
        k -= 1
    return " ".join(words[:k]), [word.strip(".:;,") for word in words[k:]]


def _is_scaled(words: Sequence[str], layout: Layout) -> bool:
    """Whether the last word belongs to the number before it: "$3 million"."""
    return len(words) > 1 and bool(layout.scale.fullmatch(words[-1]) and _ROW_CELL.fullmatch(words[-2]))


def read_tables(text: str, sentences: Sequence[Span], layout: Layout, counts: Callable[[str], bool]) -> Tables:
    """The tables of `text`, whose sentences are given; `counts` tells whether a label names what is counted."""
    merged: dict[int, _Row] = {}
    loose: set[int] = set()
    heads: set[int] = set()
    sorts = "".join(_sort(text[start:end], layout) for start, end in sentences)
    for run in re.finditer("[NYL]+", sorts):
        rows = _Run(text, sentences, run.start(), run.group(), counts)
        merged |= {row.first: row for row in rows.rows()}
        loose |= rows.loose
        heads |= rows.heads
    tables = Tables([])
    for i, span in enumerate(sentences):
        if tables.sentences and span[0] < tables.sentences[-1][1]:
            continue
        row = merged.get(i)
        if row or i in loose:
            tables.rows.add(len(tables.sentences))
        if i in heads:
            tables.heads.add(len(tables.sentences))
        if row and row.columns:
            tables.columns[len(tables.sentences)] = row.columns
        tables.sentences.append((span[0], sentences[row.last][1]) if row else span)
    _rows_on_lines(text, tables, layout)
    return tables


def _sort(sentence: str, layout: Layout) -> str:
    """N: a number alone; Y: a year alone; L: what may be a label; .: anything else."""
    if len(sentence) > _LONGEST_LABEL:
        return "."
    cell = _LONE.match(sentence)
    if cell and (cell.end() == len(sentence) or layout.scale.fullmatch(sentence, cell.end())):
        return "Y" if _YEAR.fullmatch(sentence) else "N"
    return "L" if _LABEL.fullmatch(sentence) and not is_row(sentence, layout) and len(sentence.split()) <= 9 else "."


@dataclass(slots=True)
class _Row:
    """Sentences `first` to `last` are a row."""

    first: int
    last: int
    columns: list[Column] = field(default_factory=list)


class _Run:
    """Labels and numbers that follow one another on lines of their own, from sentence `start` on."""

    def __init__(
        self, text: str, sentences: Sequence[Span], start: int, sorts: str, counts: Callable[[str], bool]
    ) -> None:
        self.text, self.sentences, self.counts = text, sentences, counts
        self.groups: list[tuple[str, int, int]] = []
        position = start
        for is_label, members in groupby(sorts, key=lambda sort: sort == "L"):
            letters = "".join(members)
            sort = "L" if is_label else "H" if "N" not in letters else "N"
            self.groups.append((sort, position, position + len(letters)))
            position += len(letters)
        self.numbers = [(i, j) for sort, i, j in self.groups if sort == "N"]
        self.heads: set[int] = set()
        self.inside = {k for sort, i, j in self.groups if sort == "L" for k in (i, j - 1)}
        self.loose: set[int] = set()

    def rows(self) -> list[_Row]:
        """The rows over several lines; `loose` gets the numbers that are cells, though nothing says of which row."""
        cells = [k for i, j in self.numbers for k in range(i, j)]
        if not cells or _counts_up([self._digits(k) for k in cells]):
            return []
        if len(cells) == 1:
            return self._single(cells[0])
        rows = self._pairs() if all(j - i == 1 for i, j in self.numbers) else self._wide()
        taken = {k for row in rows for k in range(row.first, row.last + 1)}
        if len(cells) > 2:
            self.loose = set(cells) - taken
        return rows

    def _digits(self, k: int) -> int:
        return int(re.sub(r"\D", "", self._of(k)) or 0)

    def _of(self, k: int) -> str:
        return self.text[slice(*self.sentences[k])]

    def _gap(self, k: int) -> int:
        """How many line ends lie between sentence k and the next."""
        return self.text.count("\n", self.sentences[k][1], self.sentences[k + 1][0])

    def _labels(self, k: int) -> tuple[int | None, int | None]:
        """The label before the number k, and the one after it."""
        return (k - 1 if k - 1 in self.inside else None), (k + 1 if k + 1 in self.inside else None)

    def _single(self, k: int) -> list[_Row]:
        """One number and its label: large, so that it is no page's, and right beside it."""
        before, after = self._labels(k)
        if not _LARGE.search(self._of(k)):
            return []
        for label, row in ((after, _Row(k, k + 1)), (before, _Row(k - 1, k))):
            near = label is not None and (self._gap(row.first) <= 1 or "," in self._of(k))
            if label is not None and near and self.counts(self._of(label)):
                return [row]
        return []

    def _pairs(self) -> list[_Row]:
        """A label and a number in turn: which label is a number's, that before it or that after it?"""
        cells = [i for i, _ in self.numbers]
        after = self._labels_follow(cells)
        if after is None:
            return []
        shift = 1 if after else -1
        pairs = [(k, self._labels(k)[1 if after else 0]) for k in cells]
        heads = self._heads(cells[0], 1) if not after else []
        return [
            _Row(min(k, k + shift), max(k, k + shift), self._columns([k], heads))
            for k, label in pairs
            if label is not None
        ]

    def _labels_follow(self, cells: Sequence[int]) -> bool | None:
        """Whether the labels stand after their numbers; None where the text leaves it open."""
        first, last = self._labels(cells[0])[0], self._labels(cells[-1])[1]
        if first is None or last is None:
            return None if first is last else first is None
        leads, follows = self.counts(self._of(first)), self.counts(self._of(last))
        if leads is not follows:
            return follows
        nearer = sum(self._gap(k) - self._gap(k - 1) for k in cells)
        if nearer:
            return nearer < 0
        return None if leads else False

    def _wide(self) -> list[_Row]:
        """Rows of several numbers: the label before them, and what heads the columns before the first label."""
        sizes = [j - i for i, j in self.numbers]
        width = max(sizes)
        even = len(sizes) > 1 and sizes.count(width) == len(sizes)
        if self.groups[-1][0] == "L" and not even:
            return []
        heads = self._heads(self.numbers[0][0], width) if even else []
        return [
            _Row(i - 1, j - 1, self._columns(range(i, j), heads))
            for i, j in self.numbers
            if self._labels(i)[0] is not None
        ]

    def _heads(self, first: int, width: int) -> list[Span]:
        """What heads the columns: as many labels as columns, right before the label of the first row."""
        i = next((i for sort, i, j in self.groups if sort == "L" and j == first), first)
        labels = list(range(i, first - 1))
        if len(labels) < width:
            return []
        heads = labels[-width:]
        corner = labels[-width - 1 :][:1] if len(labels) > width + 1 else []
        self.heads |= {*heads, *corner} if len(labels) > width else set()
        return [self.sentences[k] for k in heads]

    def _columns(self, cells: Sequence[int] | range, heads: Sequence[Span]) -> list[Column]:
        return [(*self.sentences[k], head) for k, head in zip(cells, heads, strict=False)]


_GLUED = re.compile(rf"(?:[^\W\d_]\S*\s+){{1,5}}(?:{_CELL}(?:\s+|[.;]?\Z)){{1,8}}")


def is_glued(sentence: str) -> bool:
    """Whether a sentence is nothing but rows glued together: "Kano 58 71 Bolara 140 Gando Bassa 42"; the labels are names."""
    if len(sentence) > 1500 or sum(map(str.isdigit, sentence)) < 6:
        return False
    small = sum(len(word) for word in sentence.split() if len(word) > 3 and word[0].islower())
    if small > 0.1 * len(sentence):
        return False  # prose, told before the dear search
    rows = [match.group() for match in _GLUED.finditer(sentence)]
    words = [word for row in rows for word in row.split() if word[0].isalpha()]
    named = all(row[0].isupper() for row in rows) and all(word[0].isupper() or len(word) <= 3 for word in words)
    return len(rows) >= _GLUED_ROWS and sum(map(len, rows)) >= 0.9 * len(sentence) and named


def _counts_up(numbers: Sequence[int]) -> bool:
    """The numbers of pages or of a list's items count up by one."""
    return len(numbers) > 1 and all(b - a in (0, 1) for a, b in pairwise(numbers)) and numbers[-1] < 1000


def _rows_on_lines(text: str, tables: Tables, layout: Layout) -> None:
    """Adds the rows that stand on a line: each looks like one, and so does a neighbour, or it has leaders or cell marks."""
    spans = tables.sentences
    rows = [is_row(text[start:end], layout) for start, end in spans]
    alike = [
        row or bool(end - start < _LONGEST_ROW and _MEASURED.fullmatch(text, start, end))
        for row, (start, end) in zip(rows, spans, strict=True)
    ]
    for i, row in enumerate(rows):
        beside = (i > 0 and alike[i - 1]) or (i + 1 < len(alike) and alike[i + 1])
        if row and (beside or _LEADS.search(text, *spans[i])):
            tables.rows.add(i)
    head: int | None = None
    for i, span in enumerate(spans):
        if i in tables.rows and i not in tables.columns and head is not None:
            columns = list(_under(text, span, spans[head]))
            if columns:
                tables.columns[i] = columns
                tables.heads.add(head)
        elif i not in tables.rows and not _RULE.fullmatch(text, *span):
            head = i if _SEPARATOR.search(text, *span) and not re.search(r"[.!?]\s+[A-Z]", text[slice(*span)]) else None


def _under(text: str, row: Span, head: Span) -> Iterator[Column]:
    """The cells of a row under the headings of its columns, where there are as many."""
    cells, heads = _cells(text, row), _cells(text, head)
    if len(cells) == len(heads) > 1:
        yield from ((*cell, heading) for cell, heading in zip(cells[1:], heads[1:], strict=True))


def _cells(text: str, span: Span) -> list[Span]:
    start, end = span
    cells, position = [], start
    for match in [*_SEPARATOR.finditer(text, start, end), None]:
        stop = match.start() if match else end
        edge = stop == position and (position == start or match is None)  # a bar at the edge of the table
        if not edge:
            cells.append((position, stop))
        position = match.end() if match else end
    return cells
