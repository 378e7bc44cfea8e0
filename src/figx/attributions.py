"""Who is said to state a figure: the report that governs it in its sentence, else that of the quotation it stands in.

A pronoun ("he said") stands for a source only where the same sentence or the one before names one that fits.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from figx.quotations import Span, quotations
from figx.reports import Reports, governing
from figx.saying import Report

_NEAR = 4  # characters between a quotation and its report: a comma, a space, a dash
_CLOSE = 60  # characters between a report and the quotation that it introduces: "on Monday: "
_INTRODUCTION = re.compile(r"[\s,:–—-]*(?:(?:on|in)\s+\w+)?[\s,:]*")
_BULLET = re.compile(r"\s*[-–—•*·▪●◦►|]")


@dataclass(frozen=True, slots=True)
class Attribution:
    """The source of a figure as the text writes it, with the words and the rule that told it."""

    name: str
    words: str
    rule: str


class Attributions:
    """The attributions of one document; sentences are read when they are asked for."""

    def __init__(self, text: str, sentences: list[Span], reports: Reports, rows: Collection[int] = ()) -> None:
        self.text = text
        self.sentences = sentences
        self.reports = reports
        self.rows = rows
        self._starts = [start for start, _ in sentences]
        self._read: dict[int, list[Report]] = {}

    def of(self, start: int, end: int) -> Attribution | None:
        """Who is said to state the figure at characters `start` to `end` of the document."""
        k = bisect_right(self._starts, start) - 1
        if k < 0:
            return None
        begin, stop = self.sentences[k]
        report = governing(self._reports(k), start - begin, end - begin, self.text[begin:stop])
        if report is not None:
            return self._named(report, k, self._quotation(start))
        quotation = self._quotation(start)
        if quotation is not None:
            return self._quoted(quotation)
        return self._cited_after(k) or self._source_below(k)

    def _reports(self, k: int) -> list[Report]:
        if k not in self._read:
            start, end = self.sentences[k]
            self._read[k] = self.reports.read(self.text[start:end])
        return self._read[k]

    # -- pronouns -------------------------------------------------------------------------------------------------------

    def _named(self, report: Report, k: int, quotation: Span | None = None) -> Attribution | None:
        """The source of a report of sentence k; that of a pronoun stands earlier in it or in the sentence before."""
        if not report.pronoun:
            return Attribution(report.name, report.words, report.rule)
        own = [other for other in self._reports(k) if other.start < report.start and other.name]
        before = self._before(k, quotation)
        for candidates in (own, self._reports(before) if before >= 0 else []):
            names = {other.name for other in candidates if other.name and _fits(report.pronoun, other)}
            if len(names) == 1:
                return Attribution(names.pop(), report.words, report.rule)
            if names:
                return None
        return None

    def _before(self, k: int, quotation: Span | None) -> int:
        """The sentence before k, or before the quotation that k ends."""
        first = bisect_right(self._starts, quotation[0]) - 1 if quotation else k
        return min(first, k) - 1

    # -- quotations -----------------------------------------------------------------------------------------------------

    @cached_property
    def _quotations(self) -> list[Span]:
        return quotations(self.text)

    @cached_property
    def _opened(self) -> list[int]:
        return [start for start, _ in self._quotations]

    @cached_property
    def _closed(self) -> frozenset[int]:
        return frozenset(end for _, end in self._quotations)

    def _quotation(self, offset: int) -> Span | None:
        k = bisect_right(self._opened, offset) - 1
        return self._quotations[k] if k >= 0 and offset < self._quotations[k][1] else None

    def _quoted(self, quotation: Span) -> Attribution | None:
        """Who said a quotation: the report right after it, right before it, or of the quotation before it."""
        start, end = quotation
        last = bisect_right(self._starts, end - 1) - 1
        for k in range(last, min(last + 2, len(self.sentences))):
            for report in self._reports(k):
                after = self.sentences[k][0] + report.start - end
                if 0 <= after <= _NEAR and "\n\n" not in self.text[end : end + after]:
                    return self._named(report, k, quotation)
        first = bisect_right(self._starts, start) - 1
        for k in range(first, max(-1, first - 2), -1):
            earlier = [report for report in self._reports(k) if self.sentences[k][0] + report.end <= start]
            if earlier and self._leads(earlier[-1], k, start):
                return self._named(earlier[-1], k, quotation)
        return None

    def _leads(self, report: Report, k: int, start: int) -> bool:
        """Whether a report of sentence k is that of the quotation at `start`: 'Tane said: "...', '"...," said Tane. "...'."""
        begin, stop = self.sentences[k]
        if start - begin - report.end <= _CLOSE and _INTRODUCTION.fullmatch(self.text, begin + report.end, start):
            return True
        rest, gap = self.text[begin + report.end : stop], self.text[stop:start]
        quoted = any(begin + report.start - near in self._closed for near in range(_NEAR + 1))
        whole = stop <= start and len(gap.strip()) < 2 and report.back == 0 and len(rest) < 60
        return whole and (quoted or "\n" not in gap)

    # -- below and after ------------------------------------------------------------------------------------------------

    def _cited_after(self, k: int) -> Attribution | None:
        """A citation that stands alone behind the full stop: "40 fled. (OCHA, 2023)"."""
        if k + 1 >= len(self.sentences) or k in self.rows:
            return None
        (_, end), (start, stop) = self.sentences[k], self.sentences[k + 1]
        if "\n" in self.text[end:start] or not self.text.startswith(("(", "["), start):
            return None
        report = next(iter(self._reports(k + 1)), None)
        if report is None or report.start or not re.match(r"\s*(?:\Z|[A-Z])", self.text[start + report.end : stop]):
            return None
        return Attribution(report.name, report.words, report.rule)

    def _source_below(self, k: int) -> Attribution | None:
        """The source that a line right below a table or list names: "Source: OCHA"."""
        return self._below[k]

    @cached_property
    def _below(self) -> list[Attribution | None]:
        """For each sentence the source below the table or list that it is a row of."""
        below: list[Attribution | None] = [None] * (len(self.sentences) + 1)
        source: Attribution | None = None
        for k in range(len(self.sentences) - 1, -1, -1):
            start, end = self.sentences[k]
            if k in self.rows or _BULLET.match(self.text, start):
                below[k] = source
            else:
                line = self.reports.line(self.text[start:end])
                source = Attribution(line.name, line.words, line.rule) if line else None
        return below


def _fits(pronoun: str, report: Report) -> bool:
    """Whether a pronoun may stand for a source: "he" for no ministry, "it" for no minister."""
    if pronoun in ("he", "she"):
        return report.kind in ("name", "person") and not report.name.split()[-1].isupper()
    if pronoun == "it":
        return report.kind not in ("person", "people")
    return True
