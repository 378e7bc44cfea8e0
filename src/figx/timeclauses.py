"""The clauses of a sentence as far as times need them told apart: what is a purpose, what was decided, what goes along with it.

On top of `clauses`: infinitives, "with 16 still missing", gerunds after a noun and full stops inside a sentence.
"""

from __future__ import annotations

from dataclasses import dataclass

from figx.clauses import Clauses, Sort
from figx.verbs import Form
from figx.view import View

_KINDS = {
    Sort.MAIN: "main",
    Sort.JOINED: "joined",
    Sort.SHARED: "verb",
    Sort.RELATIVE: "relative",
    Sort.REDUCED: "relative",
    Sort.SUBORDINATE: "adverbial",
    Sort.PARTICIPIAL: "result",
    Sort.ASIDE: "bracket",
    Sort.TAIL: "list",
}
_VERBAL = frozenset({Form.AUXILIARY, Form.FINITE, Form.BASE, Form.PASSIVE})
_AHEAD = 14  # tokens
_BRACKETS = frozenset({"(", "["})
_BEGIN = frozenset({".", "!", "?", "to", "with"})  # what a clause may begin with, beside gerunds and adverbials


@dataclass(slots=True)
class TimeClause:
    """`kind`: main, joined ("and" with a subject of its own), verb ("and destroyed"), that, relative, reduced ("an agency
    working since 1964"), adverbial, contrast, result (", killing 300", ", with 16 missing"), purpose ("to support"), plan
    ("decided to admit"), bracket, dash or list.

    `parent` is the index of the clause that it stands in, -1 for the first; `start` its first token, `word` that token.
    """

    kind: str
    parent: int
    start: int
    word: str


class TimeClauses:
    """The clauses of a sentence, and for each token the index of its own in `of`."""

    def __init__(self, view: View, base: Clauses) -> None:
        self._view, self._forms = view, base.forms
        self._words = view.rules.packs.times
        self.of = list(base.of)
        self.clauses = [
            TimeClause(
                self._kind(clause.sort, clause.start),
                self._parent(n, clause.parent),
                clause.start,
                view.lower(clause.start),
            )
            for n, clause in enumerate(base.clauses)
        ]
        for k in range(len(view)):
            self._refine(k)

    def _refine(self, k: int) -> None:
        """Opens and ends the clauses at token k that `clauses` leaves as they are."""
        view, n = self._view, self.of[k]
        here = self.clauses[n]
        if here.start == k and n and self._belongs_above(k, n):
            self._end(k, n)
        elif here.start == k and here.kind == "verb" and k > 1:
            before = self.of[k - 1 - (view.word(k - 1) == ",")]
            if self.clauses[before].kind == "that":
                here.parent = before  # "say that floods have left 6 dead, and displaced 300"
        elif view.word(k) == "," and here.kind == "relative" and self._restricts(k, here):
            self._end(k, n)
        else:
            self._begin(k)

    def above(self, n: int) -> list[int]:
        """Clause n and those that it stands in, the nearest first."""
        chain = []
        while n >= 0:
            chain.append(n)
            n = self.clauses[n].parent
        return chain

    def about(self, n: int) -> TimeClause:
        """Clause n, or the one that its infinitive belongs to: "who decided | to return in 2016"."""
        while self.clauses[n].kind in ("plan", "verb") and self.clauses[n].parent >= 0:
            n = self.clauses[n].parent
        return self.clauses[n]

    def verb(self, k: int) -> bool:
        """Whether token k is a finite verb, an auxiliary or what goes with one."""
        return 0 <= k < len(self._forms) and self._forms[k] in _VERBAL

    def goes_on(self, n: int) -> bool:
        """ "A bomb went off, which left 40 dead", "in the port, where 40 died": whether the clause tells what came of it."""
        view, start, parent = self._view, self.clauses[n].start, self.clauses[n].parent
        if view.lower(start) not in ("which", "where") or view.word(start - 1) != "," or parent < 0:
            return False
        verb = next((k for k in range(start + 1, min(start + 9, len(view))) if self.verb(k)), None)
        if verb is None or view.lower(verb) == "had":
            return False
        passive = view.lower(verb) in ("was", "were") and view.is_past(verb + 1)
        return (view.is_past(verb) or passive) and self.verbs(self.clauses[parent].start, start, parent)

    def verbs(self, i: int, j: int, clause: int | None = None) -> bool:
        """Whether one of the tokens i to j is a verb, of `clause` if that is given."""
        return any(self.verb(k) and clause in (None, self.of[k]) for k in range(i, j))

    @staticmethod
    def _parent(n: int, parent: int) -> int:
        """What stands after a semicolon hangs on the first clause: a time that opens the sentence holds for both."""
        return 0 if parent < 0 < n else parent

    def _kind(self, sort: Sort, start: int) -> str:
        view, word = self._view, self._view.lower(start)
        if sort is Sort.SUBORDINATE and word == "that":
            reported = self.verb(start - 1) or self._words.holds("reports", view.lower(start - 1))
            return "that" if reported or not self._follows_noun(start) else "relative"
        if sort is Sort.SUBORDINATE and self._words.holds("relatives", word):
            return "relative"
        if self._words.holds("contrasts", word) and sort in (Sort.JOINED, Sort.SUBORDINATE):
            return "contrast"
        if sort in (Sort.ASIDE, Sort.TAIL) and word != ":" and word not in _BRACKETS:
            return "dash"
        return _KINDS[sort]

    def _belongs_above(self, k: int, n: int) -> bool:
        """Whether the words from token k on belong to the clause around clause n, which begins there.

        "and 300 | left last month": the figure's own verb; "the number | increased by a third": the only verb; "shot | while
        doing their jobs"; "Based on a report, 300", "That is why".
        """
        view, here = self._view, self.clauses[n]
        if here.kind == "result":  # "the storm, the first this year, | made landfall"
            return self.verb(k) and not self.verbs(0, len(self.of), here.parent)
        if here.kind == "contrast":
            return view.word(k + 1).endswith("ing") and not self.verb(k + 1)
        if here.kind == "relative" and not self._words.holds("relatives", here.word) and here.word != "that":
            reduced = here.word.endswith("ed") and not self.verbs(0, len(self.of), here.parent)
            return k == 0 or k - 1 in view.numerals or reduced
        return here.kind == "that" and k == 0

    def _end(self, k: int, n: int) -> None:
        """Ends clause n before token k: what follows belongs to the clause that it stands in."""
        parent = max(self.clauses[n].parent, 0)
        for m in range(k, len(self.of)):
            if self.of[m] == n:
                self.of[m] = parent
        for clause in self.clauses:
            if clause.parent == n and clause.start > k:
                clause.parent = parent

    def _restricts(self, k: int, here: TimeClause) -> bool:
        """Whether the comma at token k ends a relative clause that none opened: "the fund that it set up in May, ..."."""
        view = self._view
        beside = any(
            view.word(j) == "," for j in (*range(max(0, k - 4), k), *range(k + 1, k + 5))
        )  # "that, so far, has"
        opened = view.word(here.start - 1) == ","
        return not (beside or opened or view.is_(k + 1, "conjunction")) and self.verbs(here.start, k)

    def _begin(self, k: int) -> None:
        """Opens the clauses at token k that `clauses` has none for."""
        view, here = self._view, self.clauses[self.of[k]]
        lower = view.lower(k)
        if lower not in _BEGIN and not lower.endswith("ing") and not self._words.holds("adverbials", lower):
            return
        after_comma = view.word(k - 1) == ","
        if self._stops(k):
            self._split(k, "main", parent=0)
        elif view.lower(k) == "to" and self._infinitive(k + 1):
            if kind := self._infinitive_kind(k, after_comma=after_comma):
                self._split(k, kind)
        elif after_comma and view.lower(k) == "with":
            self._split(k, "result")
        elif self._reduced(k, here):
            self._split(k, "reduced", to_comma=True)
        elif self._words.holds("adverbials", view.lower(k)) and here.start != k and self._clause_ahead(k):
            self._split(k, "adverbial", to_comma=True)

    def _split(self, k: int, kind: str, *, parent: int | None = None, to_comma: bool = False) -> None:
        """Makes a clause of the tokens from k on that belonged to the clause of token k."""
        old, new = self.of[k], len(self.clauses)
        for m in range(k, len(self.of)):
            if kind == "main":
                self.of[m] = new if self.clauses[self.of[m]].start < k else self.of[m]
                continue
            ends = self._view.word(m) == "," and (to_comma or self.verb(m + 1))
            resumes = to_comma and m > k + 1 and self._forms[m] in (Form.AUXILIARY, Form.FINITE)
            if (ends or resumes) and self.of[m] == old:
                break
            if self.of[m] == old:
                self.of[m] = new
        else:
            m = len(self.of)
        for clause in self.clauses:
            crossed = kind == "main" and clause.parent >= 0 and self.clauses[clause.parent].start < k
            if k < clause.start < m and (clause.parent == old or crossed):
                clause.parent = new
        self.clauses.append(TimeClause(kind, old if parent is None else parent, k, self._view.lower(k)))

    def _clause_ahead(self, k: int) -> bool:
        """Whether a clause follows the word at token k, whose verb only its ending tells: "after 40 more entered the bay"."""
        view = self._view
        if view.lower(k) == "as" and self._words.holds("as_phrases", view.lower(k + 1)):
            return False
        for j in range(k + 2, min(k + _AHEAD, len(view))):
            if view.is_punctuation(j) or view.is_(j, "conjunction", "subordinator"):
                return False
            goes_on = view.is_(j + 1, "determiner", "preposition") or j + 1 in view.numerals
            if self.verb(j) or (view.word(j).endswith("ed") and goes_on and self._follows_noun(j)):
                return True
        return False

    def _stops(self, k: int) -> bool:
        """A full stop in the middle, where two sentences are glued."""
        view, before = self._view, self._view.word(k - 1)
        if view.word(k) not in (".", "!", "?") or k + 1 >= len(view) or not view.word(k + 1)[:1].isupper():
            return False
        return len(before) > 4 or before.islower() or before.isdigit() or self._words.holds("months", before.lower())

    def _infinitive(self, k: int) -> bool:
        word = self._view.word(k)
        return (
            word.islower()
            and (self.verb(k) or self._view.is_(k, "verb", "participle"))
            and not word.endswith(("ed", "ing"))
        )

    def _infinitive_kind(self, k: int, *, after_comma: bool) -> str:
        """ "to" after a noun tells a purpose; after a verb it goes on with it, or says what was decided."""
        view, before = self._view, self._view.lower(k - 1)
        if k < 2 or self._words.holds("plans", before):
            return "plan" if k >= 2 else ""
        goes_on = self.verb(k - 1) or view.is_(k - 1, "participle", "adverb") or view.is_(k - 2, "auxiliary")
        return "purpose" if after_comma or not (goes_on or self._words.holds("raising", before)) else ""

    def _reduced(self, k: int, here: TimeClause) -> bool:
        """A gerund after a noun, as in "an agency working since 1964"; no noun such as "clan fighting"."""
        view, word = self._view, self._view.word(k)
        if not (word.endswith("ing") and len(word) > 4 and word.islower()) or self._words.holds("ing_nouns", word):
            return False
        absolute = here.word == "with" and not self.verbs(here.start, k)  # "with 300 people missing"
        if absolute or self.verb(k) or not self._follows_noun(k) or view.is_(k, "preposition") or here.start == k:
            return False
        goes_on = view.is_(k + 1, "determiner", "subordinator") or k + 1 in view.numerals
        return goes_on or (view.is_(k, "verb") and bool(view.classes(k + 1) - {"participle", "modifier_adverb"}))

    def _follows_noun(self, k: int) -> bool:
        """Whether a noun may stand before token k."""
        view = self._view
        closed = ("preposition", "conjunction", "subordinator", "auxiliary", "determiner", "adverb", "pronoun")
        return k > 0 and not self.verb(k - 1) and not view.is_(k - 1, *closed) and not view.is_punctuation(k - 1)
