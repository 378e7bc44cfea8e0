"""The verbs of saying in a sentence: their subject before or after them, and how far what is said reaches."""

from __future__ import annotations

from dataclasses import dataclass, replace

from figx.rules import Rules
from figx.sources import PRONOUNS, Phrase, Sources
from figx.tellers import DATED, Tellers
from figx.words import YEAR, Words

_RELATIVE = frozenset({"who", "which"})
# A report in such a clause ends with it: "While UNHCR says 300 fled, ...".
_LIMITED = frozenset(
    {"after", "when", "although", "though", "while", "whilst", "whereas", "since", "before", "as", "if", "once"}
)
_PARTS = frozenset({"as"})  # "officials said, as the president left" tells another thing
_PLAIN = frozenset({"state", "claim", "note", "fear"})  # nouns, where a single one is their subject
_QUOTES = frozenset('"“”«»')
_STOPS = frozenset(",;:.!?()[]–—-") | _QUOTES
_THAT, _AT = 14, 14  # words
_INVERTED = frozenset({"verb", "verb_that", "verb_claim", "verb_object"})


@dataclass(frozen=True, slots=True)
class Report:
    """One report: characters `start` to `end` are the source and its verb; it reaches from `back` to `ahead`.

    `name` is the source as written, "" where `pronoun` stands for it; `kind` tells a person from a body or a report. What
    follows a report that `closes` belongs to none before it.
    """

    start: int
    end: int
    back: int
    ahead: int
    name: str
    pronoun: str
    kind: str
    rule: str
    words: str
    closes: bool = False


class Saying:
    """Reads the reports that verbs make."""

    def __init__(self, rules: Rules, sources: Sources) -> None:
        self.sources = sources
        self.tellers = Tellers(sources)
        self.verbs: dict[str, list[tuple[str, str]]] = {}
        for part, words in rules.attribution.items():
            if part.startswith(("verb", "participle")):
                for word, rule in words.items():
                    self.verbs.setdefault(word, []).append((part, rule))
        self.first_words = frozenset(verb.split()[0] for verb in self.verbs)

    def at(self, w: Words, k: int, found: list[Report]) -> Report | None:
        """The report that the verb at word k makes, None where it is no verb of saying; `found` are those before it."""
        end = k + 2 if f"{w.lower[k]} {w.small(k + 1)}" in self.verbs else k + 1
        uses = self.verbs.get(" ".join(w.lower[k:end]), [])
        if not uses or (w.words[k] != w.lower[k] and not w.shouted) or self._is_noun(w, k, end, uses):
            return None
        if w.small(k - 1) in (",", "and", "–", "—") and (use := self._participle(w, end, uses)):
            return self._continued(w, k, end, use, found)
        uses = [(part, rule) for part, rule in uses if not part.startswith("participle")]
        subject, relative = self.tellers.subject(w, k)
        if subject is None:
            return self._inverted(w, k, end, uses)
        reports = (self._said(w, (k, end), subject, relative, part, rule) for part, rule in uses)
        return next((report for report in reports if report), None)

    def _is_noun(self, w: Words, k: int, end: int, uses: list[tuple[str, str]]) -> bool:
        """Whether the word is a noun here: "UN estimates of", "media reports said"."""
        if any(part == "verb_told" for part, _ in uses):
            return False
        if any(part == "verb_bare" for part, _ in uses) and w.is_sign(end) and end < len(w):
            return True
        compound = not w.lower[k].endswith(("s", "d")) and self.sources.noun(w, end)
        if compound and all(part in ("verb_bare", "verb_that") for part, _ in uses):
            return True
        plain = w.lower[k].endswith("s") and w.lower[k] not in ("says", "adds")
        following = self.sources.is_(w, end, "auxiliary") or w.small(end) in self.verbs
        noun = w.small(end) in ("of", "from", "for", "about") and not w.lower[k].endswith("d")
        return (plain and following) or noun or w.small(end) == "to"

    # -- '"...," said Tane' ---------------------------------------------------------------------------------------------

    def _inverted(self, w: Words, k: int, end: int, uses: list[tuple[str, str]]) -> Report | None:
        """The report of a verb before its subject."""
        rule = next((rule for part, rule in uses if part in _INVERTED), "")
        if not rule or k < 2 or not w.is_sign(k - 1) or w.words[k - 1] == "(" or w.small(end) == "that":
            return None
        if w.words[k - 1] == "'" and w.words[k - 2] not in ",.?!":
            return None
        first = end
        while self.sources.is_time(w, first) or w.small(first) in ("on", "late"):
            first += 1
        subject = self.sources.after(w, first)
        name = self.sources.name(w, subject) if subject and w.lower[subject.i] not in PRONOUNS else ""
        if not subject or not name:
            return None
        stop = self.tellers.apposition_end(w, subject.j)
        quoted = any(word in '"“«' for word in w.words[stop:])
        more = w.word(stop) == "," and stop + 1 < len(w) and not self._describes(w, stop + 1)
        goes_on = quoted or more or w.word(stop) == ":"
        report = self.report(w, (k, stop), subject, name, rule)
        return replace(report, back=0, ahead=len(w.text) if goes_on else report.end, closes=not goes_on)

    def _describes(self, w: Words, k: int) -> bool:
        """Whether the words from k on tell more about a source: "who leads it", "the mayor", "Port Lind"."""
        known = self.sources.noun(w, k) or self.sources.is_name(w, k) or w.lower[k] in _RELATIVE
        return bool(known) or self.sources.is_(w, k, "determiner", "preposition")

    # -- "Tane said" ----------------------------------------------------------------------------------------------------

    def _said(
        self, w: Words, verb: tuple[int, int], subject: Phrase, relative: bool, part: str, rule: str
    ) -> Report | None:
        """The report of a verb after its subject; None where it does not take what follows."""
        name = "" if subject.kind == "pronoun" else self.sources.name(w, subject)
        end = verb[1]
        that = self._that(w, end)
        closing = self._closing(w, end, part)
        back = closing >= 0 and self._something_before(w, subject.i)
        speech = w.word(end) == ":" or w.word(end) in _QUOTES or (w.word(end) == "," and w.word(end + 1) in _QUOTES)
        if not name and subject.kind != "pronoun":
            return None
        plain = w.lower[verb[0]] in _PLAIN and subject.kind not in ("people", "pronoun")
        if plain and that != verb[1] + 1:
            return None  # "the Coral state news agency"
        told = that or back or speech
        if (part == "verb_that" or (part == "verb_claim" and subject.kind == "name")) and not told:
            return None
        if part == "verb_finding" and subject.kind not in ("paper", "data") and not that:
            return None
        if part == "verb_put":
            end = next((p + 1 for p in range(end, min(end + _AT, len(w))) if w.lower[p] == "at"), 0)
            if not end:
                return None
        elif part == "verb_told":
            end = that or self._told(w, end)
        report = self.report(w, (subject.i, that or end), subject, name, rule)
        if back:
            sign = closing < len(w) - 1 and w.words[closing] in ',;–—"”“'
            goes_on = sign and w.small(closing + 1) not in _PARTS
            return replace(report, back=0, ahead=len(w.text) if goes_on else max(report.end, w.spans[closing - 1][1]))
        limited = relative or w.small(subject.i - 1) in _LIMITED
        return replace(report, ahead=self._reach(w, that or end, limited, part == "verb_object" and not that))

    def _reach(self, w: Words, end: int, clause: bool, thing: bool) -> int:
        """How far ahead a report reaches: to the end, or of a subordinate clause and of a thing to the next comma."""
        if clause or thing:
            for p in range(end, len(w)):
                if w.words[p] == "," and w.small(p + 1) == "including":
                    continue
                if w.words[p] in ",;" or (thing and w.lower[p] in _RELATIVE):
                    return w.spans[p][0]
        return len(w.text)

    def _that(self, w: Words, end: int) -> int:
        """The end of the "that" which opens what is said, 0 where there is none near."""
        for p in range(end, min(end + _THAT, len(w))):
            if w.lower[p] == "that":
                return p + 1
            verb = p > end and self.sources.is_(w, p, "auxiliary", "person_verb")
            if verb or w.words[p] in ";:.!?" or w.words[p] in _QUOTES:
                break
        return 0

    def _told(self, w: Words, end: int) -> int:
        """The end of the one who is told: "reporters", "the 40 delegates"."""
        while self.sources.is_(w, end, "determiner") or self.sources.is_number(w, end):
            end += 1
        return min(len(w), end + 1)

    def _closing(self, w: Words, end: int, part: str) -> int:
        """The sign that ends ", officials said on Monday" or the end of the sentence; -1 where what is said follows."""
        p = end
        while p < len(w) and w.words[p] not in _STOPS:
            p += 1
        inside = range(end, p)
        participle = any(part.startswith("participle") for part, _ in self.verbs.get(w.small(end), ()))
        if not inside or participle or w.small(end) in ("citing", "quoting"):
            return min(p, end)
        counted = any(self.sources.is_number(w, q) and not self._is_date(w, q) for q in inside)
        clause = any(
            self.sources.is_(w, q, "auxiliary", "person_verb", "verb_change") or w.lower[q] == "that" for q in inside
        )
        if counted or clause or w.lower[end] == "to":
            return -1
        placed = self.sources.is_(w, end, "preposition", "adverb", "time_noun", "modifier_adverb")
        return p if part == "verb_told" or placed or w.lower[end] in DATED else -1

    def _is_date(self, w: Words, q: int) -> bool:
        near = range(max(0, q - 2), min(len(w), q + 3))
        return bool(YEAR.fullmatch(w.words[q])) or any(self.sources.is_time(w, p) for p in near)

    @staticmethod
    def _something_before(w: Words, i: int) -> bool:
        """Whether something was said before word i that a parenthesis may close."""
        return (
            i > 1 and w.is_sign(i - 1) and w.words[i - 1] not in "(:" and any(x[0].isalnum() for x in w.words[: i - 1])
        )

    # -- "..., adding that" ---------------------------------------------------------------------------------------------

    def _participle(self, w: Words, end: int, uses: list[tuple[str, str]]) -> str:
        """The rule of a participle that goes on with what is said, "" where there is none: "adding 300 jobs"."""
        clause = False
        for p in range(end, min(end + 12, len(w))):
            if w.words[p] in ",;:.":
                break
            clause = clause or self.sources.is_(w, p, "auxiliary") or w.lower[p] == "that"
        if w.small(end) == "to" or (self.sources.is_(w, end, "preposition") and not clause):
            return ""
        return next((r for part, r in uses if part == "participle" or (part == "participle_that" and clause)), "")

    def _continued(self, w: Words, k: int, end: int, rule: str, found: list[Report]) -> Report | None:
        """The report of a participle: its subject is that of the report before, else of the sentence."""
        end = self._that(w, end) or end
        start, whole = w.spans[k][0], len(w.text)
        if "with" in w.lower[max(0, k - 10) : k]:  # "..., with the mayor, Ada Tane, warning"
            return None
        if found:
            words = w.raw(k, end)
            return replace(
                found[-1], start=start, end=w.spans[end - 1][1], back=start, ahead=whole, rule=rule, words=words
            )
        subject = self.sources.after(w, 0)
        if subject is None or not (name := self.sources.name(w, subject)):
            return None
        predicate = self.sources.is_(w, subject.j, "verb", "auxiliary", "person_verb", "participle", "verb_change")
        if not predicate and w.small(subject.j) not in self.verbs and not w.small(subject.j).endswith("ed"):
            return None
        return replace(self.report(w, (k, end), subject, name, rule), ahead=whole)

    # -- both -----------------------------------------------------------------------------------------------------------

    def report(self, w: Words, span: tuple[int, int], source: Phrase, name: str, rule: str) -> Report:
        """The report of the words `span`, reaching nowhere yet."""
        start, end = w.spans[span[0]][0], w.spans[span[1] - 1][1]
        pronoun = w.lower[source.i] if source.kind == "pronoun" else ""
        return Report(start, end, start, end, name, pronoun, source.kind, rule, " ".join(w.text[start:end].split()))
