"""What stands above each sentence of a text: column heads, the lead-in of its list, headings. One pass, before reading."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from figx.context import Context, Head, near_category, near_unit
from figx.figure import Figure, Kind
from figx.headings import Said, counted
from figx.lines import MARK, Span
from figx.rules import Rules
from figx.sentences import Cut
from figx.tables import Tables, is_glued, read_tables

_HEADING_REACH, _CAPTION_REACH = 2500, 600  # characters
_LONGEST_HEADING, _LONGEST_LEAD, _LONGEST_ITEM = 100, 400, 160
_HEADING_WORDS, _CAPTION_SENTENCES = 14, 12
_SPEAKER = re.compile(r"[A-Z][A-Z .'’-]{2,40}:|[QA]\b.*")
_NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-Z])[.)]?\s+[A-Z]|[#*>_]")
_AMOUNT = re.compile(r"[~<>+]?[$€£¥]?\d")
_VALUE = re.compile(r"[:–—-]\s*[$€£¥]?\d[\d,.]*\s*\w*$")  # "Alba – 5.14 inches"
_NUMBER = re.compile(r"\s*\(?(?:\d{1,2}|[a-zA-Z])[.)]\s")
_LISTED = re.compile(r"\(?\d{1,2}[.)]\s+")
_CLOSED = re.compile(r"[.!?;,…][\"”’)*_]*$")
_FRAME = " \t#*_>|:–—-"
_NOTE = re.compile(r"\[?(\d{1,3})\]?\s+(?=[“\"‘(]?[A-Zhw])")
_ADDRESS = re.compile(r"https?://|www\.")


class Structure:
    """The sentences of a text, the rows of its tables made whole, with the context of each.

    `rows` are the sentences that are rows of tables, `passed` the spans within sentences that belong to none of them.
    """

    def __init__(self, cut: Cut, rules: Rules) -> None:
        self.text, self.passed, self._rules = cut.read, cut.passed, rules
        tables = read_tables(self.text, cut.sentences, rules.layout, self._names_counted)
        self.sentences, self.rows = tables.sentences, tables.rows
        self._passed_starts = [start for start, _ in cut.passed]
        self._notes = _footnotes(self.text, self.sentences, rules)
        reader = _Reader(self.text, rules, tables)
        self._contexts = list(reader.contexts())
        self._sections, self._leads = reader.sections, reader.leads

    def readings(self, text: str) -> Iterator[tuple[int, str, int | None]]:
        """What is read, with where it begins: each sentence with its index, without the number that lists it.

        That number and what was passed over are read by themselves.
        """
        for i, (start, end) in enumerate(self.sentences):
            begin = self._begin(i)
            if begin > start:
                yield start, self.text[start:begin], None
            yield begin, self.text[begin:end], i
        for start, end in self.passed:
            yield start, text[start:end], None

    def _begin(self, i: int) -> int:
        start, end = self.sentences[i]
        mark = _LISTED.match(self.text, start, end)
        return mark.end() if mark and mark.end() < end else start

    def context(self, i: int, counted: Figure | None, last: Figure | None, whole: Figure | None = None) -> Context:
        """The context of sentence i, after the last figure before it that counts something and the last of any kind.

        `whole` is the last one that may have parts.
        """
        start, end = self.sentences[i]
        context, section = self._contexts[i], self._sections[i]
        counted = counted if counted and counted.start >= section else None
        last = last if last and last.start >= section else None
        if context.row and last and last.kind is Kind.MEASURE and i and last.start >= self.sentences[i - 1][0]:
            context = replace(context, measure=last.unit)
        if not context.row:
            unit = context.unit or (near_unit(counted.end, counted.unit, start) if counted else "")
            about = counted if counted and unit and not context.unit and self._speaks_on(i, counted) else None
            told = last if last and self._speaks_on(i, last) else None
            context = replace(
                context,
                unit=unit,
                category=about.category if about else "",
                previous=near_category(told.end, told.category, start) if told else "",
                previous_term=told.term if told else "",
                funding=told is not None and told.category == "funding",
                before=self._before_sentence(i, section),
                previous_value=whole.value if told and whole and whole.unit == "person" else None,
            )
        begin = self._begin(i)
        if begin > start and context.heads:
            context = replace(
                context, heads=tuple((a + start - begin, b + start - begin, h) for a, b, h in context.heads)
            )
        low, high = bisect_left(self._passed_starts, start), bisect_left(self._passed_starts, end)
        if i not in self._notes and low == high:
            return context
        gaps = tuple((a - begin, b - begin) for a, b in self.passed[low:high])
        return replace(context, note=i in self._notes, gaps=gaps)

    def _before_sentence(self, i: int, section: int) -> str:
        """The sentence before sentence i in its section; "" where there is none, or a row of a table."""
        if i == 0 or self.sentences[i - 1][0] < section or self._contexts[i - 1].row:
            return ""
        return self.text[slice(*self.sentences[i - 1])]

    def _speaks_on(self, i: int, before: Figure) -> bool:
        """Whether sentence i goes on with what `before` is about: the items of a list stand beside each other."""
        return before.start < self._leads[i] or not self._contexts[i].item or "unit_from_context" in before.flags

    def _names_counted(self, label: str) -> bool:
        """Whether a label names what a number beside it counts: "SHELTERS DAMAGED", "Killed"."""
        if counted(label, self._rules):
            return True
        classes = (self._rules.classes.get(word.lower(), frozenset()) for word in re.findall(r"[^\W\d_]+", label))
        return any(not found.isdisjoint(("participle", "person_verb")) for found in classes)


def _footnotes(text: str, sentences: Sequence[Span], rules: Rules) -> set[int]:
    """The sentences that are footnotes: a number and where something stands, or the next number beside such a one."""
    numbers: dict[int, int] = {}
    notes: set[int] = set()
    for i, (start, end) in enumerate(sentences):
        if match := _NOTE.match(text, start, end):
            numbers[i] = int(match.group(1))
            if _ADDRESS.search(text, match.end(), end) or rules.layout.note.match(text, match.end()):
                notes.add(i)
    for step, order in ((1, sorted(numbers)), (-1, sorted(numbers, reverse=True))):
        for i in order:
            if i - step in notes and numbers.get(i - step) == numbers[i] - step:
                notes.add(i)
    return notes


@dataclass(frozen=True, slots=True)
class _Above:
    """A heading, a lead-in or the sentence before a table: its text and where it ends."""

    text: str
    end: int


class _Reader:
    """The pass over the sentences: which heading holds, and which lead-in."""

    def __init__(self, text: str, rules: Rules, tables: Tables) -> None:
        self.text, self.rules, self.tables = text, rules, tables
        self.headings: list[_Above] = []
        self.lead: _Above | None = None
        self.plain: _Above | None = None
        self.marked: bool | None = None  # whether the items of the lead-in have marks; None before the first
        self.sections: list[int] = []  # for each sentence where its section begins: at the heading last above it
        self.leads: list[int] = []  # for each sentence where its lead-in ends
        self.below: Said | None = None  # what the text before the table counts

    def contexts(self) -> Iterator[Context]:
        """The contexts of all sentences, in order."""
        spans, rows = self.tables.sentences, self.tables.rows
        heading = False
        for i, (start, end) in enumerate(spans):
            raw = self.text[start:end]
            begins = i == 0 or _is_broken(self.text, spans[i - 1][1], start)
            headed = begins and self._is_heading(i)
            headline = begins and not headed and self._is_headline(i)
            apart = headed or headline
            if headline:
                self.headings = []
            self.sections.append(start if apart else self.sections[-1] if self.sections else 0)
            if begins and i not in rows:
                self._follow(raw)
            self.leads.append(self.lead.end if self.lead else 0)
            if i not in rows and is_glued(raw) and (glued := self._row(i)).unit:
                yield glued
                continue
            if i in rows:
                if i - 1 not in rows:
                    self.below = self._before(i)
                yield self._row(i)
                heading = False
                continue
            head = headed or i in self.tables.heads
            item = self.lead is not None
            said = counted(self.lead.text, self.rules, last=True) if self.lead else None
            yield Context(
                head=head, item=item, unit=said.value if said else "", headings=self._headings(start, item=item)
            )
            self._note(raw, end, headed=headed, after=heading)
            heading = headed

    def _is_heading(self, i: int) -> bool:
        """Whether a sentence that begins a line is a heading: it is short, ends with its line and is not closed."""
        spans, (start, end) = self.tables.sentences, self.tables.sentences[i]
        if i in self.tables.rows or i in self.tables.heads or self._lists(i):
            return False
        ends = i + 1 == len(spans) or _is_broken(self.text, end, spans[i + 1][0])
        return ends and _is_heading(self.text[start:end])

    def _is_headline(self, i: int) -> bool:
        """ "5,300 without light", between paragraphs: it says nothing of those below, and takes nothing from those above."""
        (start, end), before = self.tables.sentences[i], self.tables.sentences[i - 1] if i else (0, 0)
        alone = _AMOUNT.match(self.text, start) and not _CLOSED.search(self.text, max(start, end - 4), end)
        return bool(alone and re.search(r"[.!?][\"”’)]*$", self.text[slice(*before)][-4:]))

    def _follow(self, raw: str) -> None:
        """Ends the lead-in where a line begins that is no item of its list."""
        if self.lead is None:
            return
        marked = bool(MARK.match(raw)) and not _SPEAKER.match(raw)
        if self.marked is None:
            self.marked = marked
        holds = marked if self.marked else _is_item(raw) and not marked
        if not holds:
            self.lead = None

    def _lists(self, i: int) -> bool:
        """Whether a numbered line is an item of a list: another one stands beside it."""
        spans = self.tables.sentences
        if not _NUMBER.match(self.text, *spans[i]):
            return False
        return any(_NUMBER.match(self.text, *spans[k]) for k in (i - 1, i + 1) if 0 <= k < len(spans))

    def _note(self, raw: str, end: int, *, headed: bool, after: bool) -> None:
        """Notes a sentence for those below it; `headed`: it is a heading, `after`: so was the one before it."""
        if not headed:
            self.plain = _Above(raw, end)
        if raw.endswith((":", ":**")) and len(raw) <= _LONGEST_LEAD and not _SPEAKER.fullmatch(raw):
            self.lead, self.marked = _Above(raw, end), None
        if not headed:
            return
        if not raw.endswith(":"):
            self.lead = None
        level = len(raw) - len(raw.lstrip("#"))
        kept = [above for above in self.headings if 0 < _level(above.text) < level] if level else []
        self.headings = [_Above(raw, end), *(self.headings if after else kept)][:3]

    def _headings(self, start: int, *, item: bool) -> tuple[str, ...]:
        above = [self.lead] if item and self.lead else []
        above += [heading for heading in self.headings if start - heading.end <= _HEADING_REACH]
        return tuple(dict.fromkeys(heading.text.strip(_FRAME) for heading in above))

    def _row(self, i: int) -> Context:
        start, _ = self.tables.sentences[i]
        above = [*([self.lead] if self.lead else []), *self.headings]
        if self.plain and start - self.plain.end <= _CAPTION_REACH:
            above.append(self.plain)
        points = self.plain and (self.rules.layout.pointer.search(self.plain.text) or self.plain.text.endswith(":"))
        above = sorted((a for a in above if start - a.end <= _HEADING_REACH), key=lambda a: -a.end)
        said = next((found for a in above if (found := self._said(a))), None) or self.below
        heads = tuple(
            (a - start, b - start, self._head(self.text[slice(*head)])) for a, b, head in self.tables.columns.get(i, ())
        )
        return Context(
            row=True,
            unit=said.value if said else "",
            noun=said.words if said else "",
            headings=tuple(dict.fromkeys(a.text.strip(_FRAME) for a in above if a is not self.plain or points)),
            heads=heads,
        )

    def _said(self, above: _Above) -> Said | None:
        """What a heading counts, or a sentence: that one tells it in a clause, and its noun is not the row's."""
        prose = above is self.plain and bool(_CLOSED.search(above.text))
        said = counted(above.text, self.rules, last=prose)
        return replace(said, words="") if said and prose else said

    def _before(self, i: int) -> Said | None:
        """What the last sentence before the table that begins at sentence i counts, of those that count anything."""
        start = self.tables.sentences[i][0]
        for a, b in reversed(self.tables.sentences[max(0, i - _CAPTION_SENTENCES) : i]):
            if start - b > _CAPTION_REACH:
                break
            if said := counted(self.text[a:b], self.rules, last=True):
                return replace(said, words="")
        return None

    def _head(self, text: str) -> Head:
        said = counted(text, self.rules)
        return Head(text.strip(_FRAME), said.value if said else "", said.words if said else "")


def _is_broken(text: str, end: int, start: int) -> bool:
    """Whether a line ends between two sentences, if only as two spaces."""
    return start - end > 1 or text[end:start] in ("\n", "\r", "\x0b", "\x0c", "\u2028", "\u2029")


def _level(heading: str) -> int:
    return len(heading) - len(heading.lstrip("#"))


def _is_item(raw: str) -> bool:
    """Whether a line without a mark may be an item of a list."""
    if len(raw) > _LONGEST_ITEM:
        return False
    return raw[0].islower() or raw[0].isdigit() or raw[0] in "$€£¥" or not _CLOSED.search(raw)


def _is_heading(raw: str) -> bool:
    words = 3 if raw.endswith(":") else _HEADING_WORDS  # "Casualties:", and no lead-in that is half a sentence
    if len(raw) > _LONGEST_HEADING or len(raw.split()) > words or raw.count("\n") > 1:
        return False
    if _CLOSED.search(raw) or _SPEAKER.fullmatch(raw) or _VALUE.search(raw) or not any(map(str.isalpha, raw)):
        return False
    return bool(_NUMBERED.match(raw)) or not (MARK.match(raw) or raw[0].islower() or _AMOUNT.match(raw))
