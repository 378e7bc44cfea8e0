"""Which time expression says when a figure holds: the one of its own clause, of its list, or of the frame of its sentence.

No time is better than a wrong one: what stands in another clause, compares, or tells the day of the report is left out.
"""

from __future__ import annotations

from dataclasses import dataclass

from figx.clauses import Clauses
from figx.figure import Kind, Role
from figx.quantity import Quantity
from figx.subjects import before_hedges
from figx.timecandidates import Candidate, candidates_of
from figx.timeclauses import TimeClause, TimeClauses
from figx.timegrammar.nodes import Node
from figx.timegrammar.phrases import find_times
from figx.timetraits import baseline, owned, reaches, timeless
from figx.view import View

_UNTIMED = frozenset({Kind.DURATION, Kind.AGE})
# Clauses that a time before them ("In 2022, ...") holds for, and those that any time of the clause above holds for.
_FRAMED = frozenset({"main", "joined", "verb", "that", "result", "dash", "list", "contrast", "bracket", "reduced"})
_SHARED = frozenset({"verb", "result", "list"})
_CLOSE, _FAR = 3, 25  # tokens


@dataclass(frozen=True, slots=True)
class Time:
    """The time of a figure: the words, the rule by which they belong to it, and what they say."""

    text: str = ""
    rule: str = ""
    relation: str = ""
    node: Node | None = None


class SentenceTimes:
    """The time expressions of a sentence and the figures that they belong to."""

    def __init__(self, view: View, quantities: list[Quantity], clauses: Clauses) -> None:
        self._view = view
        self._quantities = [quantity for quantity in quantities if quantity.kind not in _UNTIMED]
        self._candidates: list[Candidate] = []
        if not self._quantities:
            return
        hidden = [(quantity.start, quantity.end) for quantity in self._quantities]
        phrases = find_times(view.text, view.rules.packs.times, view.rules.classes, hidden)
        if phrases:
            self._clauses = TimeClauses(view, clauses)
            self._candidates = candidates_of(view, self._quantities, phrases, self._clauses)

    def of(self, quantity: Quantity, role: Role) -> Time:
        """The time of one of the quantities of the sentence."""
        if not self._candidates or quantity.kind in _UNTIMED or timeless(self._view, quantity):
            return Time()
        clause = self._clauses.of[quantity.i]
        timed = any(c.j == quantity.i - 1 for c in self._candidates)  # "this year's 700 guests"
        if owned(self._view, quantity) and not timed:
            return self._beside(quantity, clause)
        if self._heads(quantity, clause):
            clause += 1  # "640 – Number of cots in the hall as of Sunday"
        found = (
            self._equal(quantity, role)
            or self._own(quantity, clause, role)
            or self._modifier(quantity)
            or self._above(quantity, clause)
            or self._behind(quantity, clause)
            or self._event(quantity, clause)
        )
        return found or Time()

    def _own(self, quantity: Quantity, clause: int, role: Role) -> Time | None:
        """The time in the figure's own clause."""
        view, inside = self._view, [c for c in self._candidates if self._in(c, clause)]
        if self._aside(quantity, clause):
            inside = [c for c in inside if c.frame or c.i >= quantity.j]
            inside = [c for c in inside if c.frame or not any(view.word(k) == "," for k in range(quantity.j, c.i))]
        for group in ([c for c in inside if c.good], [c for c in inside if c.weak and not c.compared]):
            if found := self._nearest(quantity, group, clause):
                told = found.j <= quantity.i and not found.frame and self._between(found.j, quantity.i, clause)
                return (self._modifier(quantity) if told else None) or _time(found, "clause")
        if role is Role.DELTA or quantity.kind is Kind.MULTIPLE:
            compared = [c for c in inside if c.compared and not c.weak and c.i >= quantity.j]
            if compared and not self._between(quantity.j, compared[0].i, clause):
                return _time(compared[0], "compared")
        return None

    def _in(self, candidate: Candidate, clause: int) -> bool:
        """Whether the expression stands in the clause, or in a bracket of its own in it: "(as of May 2026)"."""
        own = self._clauses.clauses[candidate.clause]
        bracketed = own.kind == "bracket" and own.parent == clause and candidate.i == own.start + 1
        return candidate.clause == clause or bracketed

    def _nearest(self, quantity: Quantity, candidates: list[Candidate], clause: int) -> Candidate | None:
        """The one right after the figure and before the next, else the nearest before it, else one at the end of the list."""
        candidates = [c for c in candidates if self._counts(quantity, c)]
        right = [c for c in candidates if c.i >= quantity.j and reaches(self._view, quantity, c.i)]
        left = [c for c in candidates if c.j <= quantity.i and (c.frame or c.phrase.kind != "rate")]
        left = [c for c in left if not self._shut_off(c, quantity, clause)]
        direct = [c for c in right if not self._between(quantity.j, c.i, clause)]
        if (
            len(direct) > 1
            and direct[0].phrase.kind == "span"
            and direct[1].anchored
            and direct[1].i <= direct[0].j + 1
        ):
            direct = direct[1:]  # "in two hours early on Thursday"
        if baseline(self._view, quantity):
            return direct[0] if direct else None
        framed = any(c.frame and c.phrase.kind in ("point", "event") for c in left)
        for c in direct:
            if not (framed and c.phrase.kind in ("span", "now")):
                return c
        beside = [c for c in left if not self._between(c.j, quantity.i, clause) and quantity.i - c.j <= _CLOSE]
        if beside or left:
            return (beside or left)[-1]
        rest = [c for c in right if c.phrase.kind != "rate" and self._listed(quantity, c, clause)]
        return next(iter(direct or rest), None)

    def _shut_off(self, candidate: Candidate, quantity: Quantity, clause: int) -> bool:
        """Whether a comma before the verb parts the two: "With 300 guests here today, we are one of three"."""
        commas = (
            k for k in range(candidate.j, quantity.i) if self._view.word(k) == "," and self._clauses.of[k] == clause
        )
        first = next(commas, None)
        if candidate.frame or first is None or (first == candidate.j and candidate.phrase.kind == "point"):
            return False
        return not self._verbs(clause, first) and self._clauses.verbs(first, quantity.i, clause)

    def _counts(self, quantity: Quantity, candidate: Candidate) -> bool:
        """Whether a rate is the figure's: not that of a unit ("900 cubic metres per second"), nor of another verb."""
        node = candidate.phrase.node
        if candidate.phrase.kind != "rate":
            return True
        of_unit = quantity.kind is Kind.MEASURE and node.unit in ("minute", "hour")
        far = node.word == "a" and self._clauses.verbs(quantity.j, candidate.i)
        return not of_unit and not far

    def _listed(self, quantity: Quantity, candidate: Candidate, clause: int) -> bool:
        """Whether the figures up to the expression are told with this one, and not picked out of it or compared."""
        view, words = self._view, self._view.rules.packs.times
        others = [q.i for q in self._quantities if quantity.j <= q.i < candidate.i and self._clauses.of[q.i] == clause]
        between = range(quantity.j, before_hedges(view, others[-1]) if others else quantity.j)
        comma = next((k for k in between if view.word(k) == ","), between.stop)
        if self._clauses.verbs(comma, between.stop):
            return False
        # ", including 40 children, since May": the second comma closes the aside.
        closed = view.word(candidate.i - 1) == ","
        return closed or not any(words.holds("apart", view.lower(k)) for k in between)

    def _between(self, i: int, j: int, clause: int) -> bool:
        """Whether a figure of the clause stands at tokens i to j."""
        return any(i <= q.i < j and self._clauses.of[q.i] == clause for q in self._quantities)

    def _beside(self, quantity: Quantity, clause: int) -> Time:
        """The time in the figure's own noun phrase: "the town's 300 guests in 2006-07"."""
        view = self._view
        for c in self._candidates:
            if c.clause == clause and c.i >= quantity.j and not self._between(quantity.j, c.i, clause):
                apart = any(self._clauses.verb(k) or view.word(k) == "," for k in range(quantity.j, c.i))
                return Time() if apart else _time(c, "clause")
        return Time()

    def _heads(self, quantity: Quantity, clause: int) -> bool:
        """Whether the figure stands alone before a dash that tells what it counts."""
        following = self._clauses.clauses[clause + 1 : clause + 2]
        alone = quantity.i - self._clauses.clauses[clause].start <= 2
        return alone and bool(following) and following[0].kind == "dash" and following[0].start == quantity.j

    def _equal(self, quantity: Quantity, role: Role) -> Time | None:
        """A figure in a bracket says the same as the one before: "420 families (1,900 people)"."""
        n = self._clauses.of[quantity.i]
        clause = self._clauses.clauses[n]
        if clause.kind != "bracket" or any(c.clause == n for c in self._candidates):
            return None
        before = [q for q in self._quantities if q.i < clause.start and clause.start - q.j <= 2 * _CLOSE]
        first = next(q for q in self._quantities if q.i > clause.start)
        if not before or first is not quantity or quantity.i - clause.start > _CLOSE:
            return Time()
        return self.of(before[-1], role)

    def _aside(self, quantity: Quantity, clause: int) -> bool:
        """Whether the figure stands between commas before the verb, or in "apart from the 300,"."""
        view, own = self._view, self._clauses.clauses[clause]
        commas = [k for k, n in enumerate(self._clauses.of) if n == clause and view.word(k) == ","]
        left = max((k for k in commas if k < quantity.i), default=-1)
        right = min((k for k in commas if k >= quantity.j), default=-1)
        words = [view.rules.packs.words[match.rule].class_ for match in view.at(own.start, "words")]  # "apart from"
        opens = view.is_(own.start, "preposition") or "preposition" in words
        hedged = before_hedges(view, quantity.i) == own.start  # "Up to 500 people"
        fronted = left < 0 and opens and own.kind != "result" and not hedged
        inserted = left >= 0 and self._clauses.verb(right + 1)
        return right >= 0 and (fronted or inserted) and not self._verbs(clause, right)

    def _verbs(self, clause: int, before: int) -> bool:
        """Whether a verb of the clause stands before the token."""
        return self._clauses.verbs(self._clauses.clauses[clause].start, before, clause)

    def _modifier(self, quantity: Quantity) -> Time | None:
        """The time in a relative clause on the counted noun: "are people who have to leave this year"."""
        end = max(quantity.j, quantity.noun.j if quantity.noun else 0)
        for c in self._candidates:
            own = self._clauses.about(c.clause)
            close = own.kind in ("relative", "reduced", "purpose") and 0 <= own.start - end <= 1
            if close and c.good and not any(end <= q.i < c.i for q in self._quantities):
                return _time(c, "relative")
        return None

    def _above(self, quantity: Quantity, clause: int) -> Time | None:
        """The time of a clause above: its frame, or any time where the figure's clause shares its verb's."""
        clauses, shared = self._clauses.clauses, True
        for n in self._clauses.above(clause):
            kind, parent = clauses[n].kind, clauses[n].parent
            shared = shared and (kind in _SHARED or (kind == "joined" and clauses[parent].kind == "result"))
            if told := [c for c in self._candidates if self._opens_when(c, clauses[n])]:
                return Time(told[0].phrase.text, "figx.time.when", "", told[0].phrase.node)
            if told := [c for c in self._candidates if self._set_off(c, clauses[n])]:
                return _time(told[0], "frame")
            tells = kind == "relative" and self._clauses.goes_on(n)
            if parent < 0 or not (kind in _FRAMED or tells):
                return None
            found = [c for c in self._candidates if c.clause == parent and not c.compared and c.j <= quantity.i]
            found = [
                c for c in found if c.phrase.relation != "from" and (c.frame or (shared and c.good and c.anchored))
            ]
            if found:
                return _time(found[-1], "frame" if found[-1].frame else "shared")
        return None

    def _opens_when(self, candidate: Candidate, clause: TimeClause) -> bool:
        """ "in April 1998, when 60 barns burned": the clause says what happened then."""
        return candidate.dated and clause.word == "when" and self._ends_at(candidate, clause)

    def _set_off(self, candidate: Candidate, clause: TimeClause) -> bool:
        """ "and as of 5 May, 300 cases have been reported": the clause begins with the comma after the time."""
        before = self._view.lower(candidate.i - 1)
        apart = (
            candidate.i == 0
            or before == ","
            or self._view.is_(candidate.i - 1, "conjunction", "subordinator", "adverb")
        )
        return candidate.good and apart and clause.word == "," and self._ends_at(candidate, clause)

    def _ends_at(self, candidate: Candidate, clause: TimeClause) -> bool:
        """Whether nothing but a few words and no verb stand between the expression and the clause."""
        close = 0 <= clause.start - candidate.j <= 2 * _CLOSE
        return close and not self._clauses.verbs(candidate.j, clause.start)

    def _behind(self, quantity: Quantity, clause: int) -> Time | None:
        """The time at the end of what is joined to the figure's clause: "12 were killed and 30 wounded last week"."""
        clauses = self._clauses.clauses
        # A verb with the same subject hangs on the subject's clause: "left 12 dead, 30 hurt and destroyed 90 homes in May".
        around = (clause, clauses[clause].parent) if clauses[clause].kind == "verb" else (clause,)
        joined = [
            n
            for n, c in enumerate(clauses)
            if c.parent in around and c.start >= quantity.j and c.kind in ("verb", "joined") and c.word != "but"
        ]
        if len(joined) != 1:
            return None
        found = [
            c
            for c in self._candidates
            if c.clause == joined[0] and c.good and (not c.frame or c.phrase.kind == "event")
        ]
        last = max((q.j for q in self._quantities if self._clauses.of[q.i] == joined[0]), default=0)
        if len(found) == 1 and found[0].anchored and last <= found[0].i <= quantity.j + _FAR:
            return _time(found[0], "behind")
        return None

    def _event(self, quantity: Quantity, clause: int) -> Time | None:
        """The time of what the figure comes of: "fled after the army attacked in May", "the quake that hit on Sunday killed"."""
        words, clauses = self._view.rules.packs.times, self._clauses.clauses
        near = [clause]
        while clauses[near[-1]].kind in ("joined", "verb", "result") and clauses[near[-1]].parent >= 0:
            near.append(clauses[near[-1]].parent)
        near += [n for n, c in enumerate(clauses) if c.parent == clause and c.kind in ("joined", "verb")]
        for c in self._candidates:
            own = clauses[c.clause]
            if own.parent not in near or not (c.good and c.dated) or self._between(own.start, c.i, c.clause):
                continue
            behind = quantity.j <= own.start and c.i <= quantity.j + _FAR
            told = clauses[clause].kind == "result" and c.j <= quantity.i
            beside = behind or told or own.start == clauses[own.parent].start
            subject = own.kind in ("relative", "reduced") and c.j <= quantity.i and not self._verbs(clause, own.start)
            if (own.kind == "adverbial" and beside and words.holds("occasions", own.word)) or (
                subject
                and words.holds("events", self._view.lower(own.start - 1 - (self._view.word(own.start - 1) == ",")))
            ):
                return _time(c, "event")
        return None


def _time(candidate: Candidate, rule: str) -> Time:
    phrase = candidate.phrase
    return Time(phrase.text, f"figx.time.{rule}", phrase.relation, phrase.node)
