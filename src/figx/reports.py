"""Who is said to say what in a sentence: each report with its source and how far it reaches to both sides.

"UNHCR said" reaches ahead to the end of the sentence, ", officials said." back to its beginning, "(OCHA, 2023)" back to the
citation before it. Offsets are characters of the sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from figx.rules import Rules
from figx.saying import Report, Saying
from figx.sources import Phrase, Sources
from figx.words import Words

CITATION = "figx.attribution.citation"
_MONTH = r"(?:\d{1,2}\s+)?(?:[A-Z][a-z]{2,8}\.?\s+)?(?:\d{1,2},\s+)?"
_CITATION = re.compile(rf"[(\[](?P<name>[^()\[\]\n,;]{{2,70}}?),?\s+{_MONTH}(?:19|20)\d\d[a-z]?[)\]]")
_NEW_CLAUSE = re.compile(r";|[,–—]\s+(?:and|but|while|whereas|whilst|although)\b|\b(?:while|whereas|whilst)\b")


def governing(reports: list[Report], start: int, end: int, text: str) -> Report | None:
    """The report that the figure at characters `start` to `end` of the sentence `text` belongs to.

    Of one before and one after, the one after has it where a new clause begins between the first and the figure.
    """
    before = None
    for report in reversed([report for report in reports if report.end <= start]):
        if report.ahead > start:
            before = report
        if report.ahead > start or report.closes:
            break
    after = next((report for report in reports if report.start >= end and report.back <= start), None)
    if before is None or after is None:
        return before or after
    parted = _NEW_CLAUSE.search(text, before.end, start) and not _NEW_CLAUSE.search(text, end, after.start)
    return after if parted else before


@dataclass(slots=True)
class Label:
    """A line or bracket that names a source: "Source: OCHA"."""

    name: str
    words: str
    rule: str


class Reports:
    """Reads the reports of sentences, by the words of the packs."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self.sources = Sources(rules)
        self.saying = Saying(rules, self.sources)
        self.phrases: dict[str, list[tuple[list[str], str]]] = {}
        for phrase, rule in rules.attribution.get("phrase", {}).items():
            self.phrases.setdefault(phrase.split()[0], []).append((phrase.split(), rule))
        for listed in self.phrases.values():
            listed.sort(key=lambda pair: -len(pair[0]))
        # The words that a report may begin with, its source left out.
        self._openers = self.phrases.keys() | self.saying.first_words | self.sources.data
        label = "|".join(re.escape(word) for word in rules.attribution.get("label", ())) or "(?!)"
        named = rf"(?P<label>{label})\s*:\s*(?P<name>[^()\[\]\n]{{2,90}}?)"
        self._bracketed = re.compile(rf"[(\[]\s*{named}[)\]]", re.IGNORECASE)
        self._line = re.compile(rf"\W*{named}[.*_\s]*", re.IGNORECASE)

    def read(self, text: str) -> list[Report]:
        """The reports of the sentence `text`, in order."""
        w = self.sources.words(text)
        found: list[Report] = []
        for k, word in enumerate(w.lower):
            if word not in self._openers:
                continue
            report = self._phrase_at(w, k) or self.saying.at(w, k, found)
            while report and found and report.start <= found[-1].start:
                found.pop()  # "Reuters, citing officials, reported"
            if report and not (found and report.start < found[-1].end):
                found.append(report)
        cited = [*self._citations(text), *self._brackets(text)]
        return sorted([*found, *cited], key=lambda report: report.start) if cited else found

    # -- "(OCHA, 2023)", "(Source: OCHA)" and "Source: OCHA" below a table --------------------------------------------------

    def _citations(self, text: str) -> list[Report]:
        found: list[Report] = []
        for match in _CITATION.finditer(text):
            if name := self.cited(match["name"]):
                start, end = match.span()
                back = found[-1].end if found else 0
                found.append(Report(start, end, back, end, name, "", "body", CITATION, match.group()[1:-1]))
        return found

    def _brackets(self, text: str) -> list[Report]:
        found = []
        for match in self._bracketed.finditer(text):
            if label := self._label(match):
                start, end = match.span()
                found.append(Report(start, end, 0, end, label.name, "", "body", label.rule, label.words))
        return found

    def line(self, text: str) -> Label | None:
        """The source that a whole line names: "Source: OCHA"."""
        match = self._line.fullmatch(text)
        return self._label(match) if match else None

    def _label(self, match: re.Match[str]) -> Label | None:
        name = self.cited(match["name"].strip())
        rule = self.rules.attribution["label"][match["label"].lower()]
        return Label(name, " ".join(match.group().strip("()[] ").split()), rule) if name else None

    def cited(self, words: str) -> str:
        """The source that the words are, "" where they are none or more: a date, a place, a reference, a list."""
        w = self.sources.words(words)
        phrase = self.sources.after(w, 0)
        if phrase is None or phrase.j < len(w) or self.sources.is_number(w, 0):
            return ""
        folded = w.raw(phrase.name, phrase.j)
        place = folded.casefold() in self.rules.places and not folded.isupper()
        return "" if place else self.sources.name(w, phrase)

    # -- "according to UNHCR" -------------------------------------------------------------------------------------------

    def _phrase_at(self, w: Words, k: int) -> Report | None:
        for words, rule in self.phrases.get(w.lower[k], ()):
            j = k + len(words)
            if w.lower[k:j] == words:
                source = self.sources.after(w, j)
                name = self.sources.name(w, source) if source else ""
                if source and name and self._stands(w, k, j, source):
                    return self._according(w, k, source, name, rule)
                return None
        return self._estimate_at(w, k)

    def _estimate_at(self, w: Words, k: int) -> Report | None:
        """ "The OIA estimate of 300" is that of the OIA, the one number and no more."""
        phrase = self.sources.estimate(w, k)
        name = self.sources.possessor(w, phrase) if phrase else ""
        if not phrase or not name:
            return None
        report = self.saying.report(w, (phrase.i, k + 2), phrase, name, self.rules.attribution["data"][w.lower[k]])
        return replace(report, ahead=w.spans[phrase.j][1])

    def _stands(self, w: Words, k: int, j: int, source: Phrase) -> bool:
        """ "per" and "based on" are attributions only before a body's name or its report: not "5 per family"."""
        if w.lower[k] == "per":
            proper = self.sources.is_article(w, j) or self.sources.is_acronym(w, j)
            return w.is_sign(k - 1) and proper and w.words[source.name][0].isupper()
        if w.lower[k] == "based":
            return source.kind in ("paper", "data") and bool(self.sources.owner(w, source))
        return True

    def _according(self, w: Words, k: int, source: Phrase, name: str, rule: str) -> Report:
        """At the start of a sentence it reaches ahead, between commas to both sides, else back."""
        report = self.saying.report(w, (k, source.j), source, name, rule)
        end = self.saying.tellers.apposition_end(w, source.j)
        # A heading may be glued to a sentence that begins with it.
        first = w.words[k] != w.lower[k] or not any(word[0].isalnum() for word in w.words[:k])
        opened = w.is_sign(k - 1) or self.sources.is_(w, k - 1, "conjunction", "subordinator")
        closed = w.word(end) == ","
        stop = w.spans[end - 1][1]
        return replace(report, end=stop, back=0, ahead=len(w.text) if first or (opened and closed) else stop)
