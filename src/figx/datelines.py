"""The day of a document, and where its fiscal years begin, from what the text says of itself.

A date in running prose is not the day of the text: only a label ("Published: 5 May 2021"), a line of its own, the head of a
press report ("GENEVA, 5 May 2021 –") and the end of a title line count, and only where they agree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from figx.stretches import day_of
from figx.timegrammar.points import PointReader
from figx.timegrammar.words import TimeWords, Token, tokens_of

_LINES, _CHARACTERS = 40, 3000  # how far down a text tells its day
_WRAPPED = 45
_YEAR = re.compile(r"\d{4}")
_YEAR_AND_STOP = re.compile(r"\d\.\s*$")
_TITLE_END = re.compile(r"\b[A-Z][\w’'-]*[)\"”*_]*\s*$")  # "Office of Migration Partnerships" runs on to no next line
_PLACE_WORDS = 4
_OPENERS = frozenset({"weekdays", "months", "the"})  # beside digits
_DASHES = frozenset("-–—−")


def document_date(text: str, words: TimeWords) -> date | None:
    """The day that the text gives itself, or None where it gives none or several.

    The first kind of place that holds a date decides: a label, a line alone, the head of a report, the end of a title.
    """
    lines = [_Line(line, before, words) for line, before in _head(text)]
    for read in (_Line.labelled, _Line.alone, _Line.report, _Line.title):
        found = {day for line in lines if (day := read(line))}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def fiscal_start(text: str, words: TimeWords) -> int | None:
    """The month in which the fiscal years of the text's country begin, by its cues; None where there is none, or two."""
    spaced = " ".join(text.split())
    found = {
        month
        for month, cues, phrases in words.fiscal_starts
        if any(phrase in spaced for phrase in phrases) and cues.search(text)
    }
    return found.pop() if len(found) == 1 else None


def _head(text: str) -> Iterator[tuple[str, str]]:
    """The lines near the top that hold a year, each with the line right before it."""
    before, number = "", 0
    for line in text[:_CHARACTERS].splitlines():
        number += bool(line.strip())
        if number > _LINES:
            return
        if _YEAR.search(line):
            yield line, before
        before = line


class _Line:
    """A line near the top of a text."""

    def __init__(self, line: str, before: str, words: TimeWords) -> None:
        self.line, self.words = line, words
        # The end of a paragraph that is wrapped at this line: "... as announced on\nOctober 17th, 2023."
        runs_on = len(before) > _WRAPPED and not _TITLE_END.search(before)
        self.wrapped = runs_on or bool(_YEAR_AND_STOP.search(line))
        self.tokens = tokens_of(line)
        self.reader = PointReader(self.tokens, words)
        self._dates: dict[int, tuple[date, int] | None] = {}
        # The tokens that a date may begin with.
        self._openers = [
            i
            for i, known in enumerate(self.reader.known)
            if self.tokens[i].text.isdecimal() or not _OPENERS.isdisjoint(known)
        ]

    def labelled(self) -> date | None:
        """ "Published: 5 May 2021", "date: 2021-05-05", "Delivered on 5 May 2021"."""
        for i in range(len(self.tokens)):
            label = self.reader.at("date_labels", i)
            if not label:
                continue
            j = self._past(label[1], '":*')
            colon = any(self.tokens[k].text == ":" for k in range(label[1], j))
            found = self._date(j) if colon or i == self._past(0, "*_#") else None
            if found and (colon or self._rest_is_empty(found[1])):
                return found[0]
        return None

    def alone(self) -> date | None:
        """A line with a date, a time and words such as "Press release", and nothing else."""
        for i in self._openers if not self.wrapped else ():
            found = self._date(i)
            if found:
                before = self._furniture(0, i) or self._is_place(i)
                return found[0] if before and self._rest_is_empty(found[1]) else None
        return None

    def _is_place(self, i: int) -> bool:
        """Whether a name and a comma stand before token i and nothing else: "Kampala, 5 May 2021"."""
        names = [token.text for token in self.tokens[: i - 1]]
        comma = i > 1 and self.tokens[i - 1].text == ","
        return comma and len(names) <= _PLACE_WORDS and all(name.istitle() or name.isupper() for name in names)

    def report(self) -> date | None:
        """ "GENEVA, 5 May 2021 –", "BANGKOK, 4 April 2014 (NNT) -": a place, a date and a dash open the line."""
        for i in range(1, min(12, len(self.tokens))):
            if not all(token.text[0].isupper() or not token.text.isalnum() for token in self.tokens[:i]):
                return None
            found = self._date(i)
            if found:
                return found[0] if self._dash_follows(found[1]) else None
        return None

    def title(self) -> date | None:
        """A title line that ends with a date: "PRESS CONFERENCE  SYDNEY  FRIDAY, 22 MAY 2015"."""
        for i in self._openers:
            if i == 0:
                continue
            found = self._date(i)
            if found:
                apart = self.line[self.tokens[i - 1].end : self.tokens[i].start].strip() == "" and self._gap(i)
                good = (apart or self.line.isupper()) and self._rest_is_empty(found[1])
                return found[0] if good else None
        return None

    def _gap(self, i: int) -> bool:
        return self.tokens[i].start - self.tokens[i - 1].end >= 2

    def _date(self, i: int) -> tuple[date, int] | None:
        """A whole date at token i, and the token after it."""
        if i not in self._dates:
            self._dates[i] = self._read_date(i)
        return self._dates[i]

    def _read_date(self, i: int) -> tuple[date, int] | None:
        if i and self.tokens[i].glued and self.tokens[i - 1].text.isalnum() if i < len(self.tokens) else True:
            return None
        found = self.reader.numeric(i) or self.reader.weekday(i) or self.reader.date(i)
        if not found or found[0].sort != "day":
            return None
        day = day_of(found[0].year, found[0].month, found[0].day)
        return (day, found[1]) if day else None

    def _past(self, i: int, signs: str) -> int:
        while i < len(self.tokens) and self.tokens[i].text in signs:
            i += 1
        return i

    def _rest_is_empty(self, i: int) -> bool:
        return self._furniture(i, len(self.tokens))

    def _furniture(self, i: int, end: int) -> bool:
        """Whether tokens i to end are only times of day, signs and words such as "press release"."""
        while i < end:
            known = self.words.at("date_furniture", self.tokens, i) or self.words.at("clock", self.tokens, i)
            if known and known[1] <= end:
                i = known[1]
            elif self._is_furniture(self.tokens[i]) or self.words.at("weekdays", self.tokens, i):
                i += 1
            else:
                return False
        return True

    @staticmethod
    def _is_furniture(token: Token) -> bool:
        return not token.text.isalnum() or (token.text.isdecimal() and len(token.text) <= 2)

    def _dash_follows(self, i: int) -> bool:
        """A dash, before it at most a name in brackets."""
        for k in range(i, min(i + 6, len(self.tokens))):
            if self.tokens[k].text in _DASHES:
                return not self.tokens[k].glued or self.tokens[k - 1].text in (")", "-")
        return False
