"""The time expressions of a sentence that may say when one of its figures holds, each with the clause that it stands in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from figx.quantity import Quantity
from figx.timeclauses import TimeClauses
from figx.timefilter import compares, holds_for_nothing
from figx.timegrammar.phrases import TimePhrase
from figx.view import View


@dataclass(frozen=True, slots=True)
class Candidate:
    """A time expression at tokens i to j (half open) in clause `clause`.

    `frame`: it opens its clause, before the verb and the figures. `weak`: it says when only where nothing better stands in
    the clause, such as the year in "the 2014 floods". `compared`: a figure is compared with that time.
    """

    phrase: TimePhrase
    i: int
    j: int
    clause: int
    frame: bool
    weak: bool
    compared: bool

    @property
    def good(self) -> bool:
        return not (self.weak or self.compared)

    @property
    def anchored(self) -> bool:
        """Whether it names a time, and is no "now" or "each week"."""
        return self.phrase.kind in ("point", "event", "span") or self.phrase.node.word in (
            "day",
            "yesterday",
            "tomorrow",
        )

    @property
    def dated(self) -> bool:
        """Whether it names a time and not only how long something took."""
        return self.anchored and self.phrase.kind != "span"


def candidates_of(
    view: View, quantities: list[Quantity], phrases: list[TimePhrase], clauses: TimeClauses
) -> list[Candidate]:
    """Those of the `phrases` that may belong to one of the `quantities`."""
    ends = [end for _, end in view.offsets]
    starts = [start for start, _ in view.offsets]
    figures = {quantity.i for quantity in quantities}
    found = []
    for phrase in phrases:
        i, j = bisect_right(ends, phrase.start), bisect_left(starts, phrase.end)
        if not holds_for_nothing(view, phrase, i, j, figures):
            found.append(_candidate(view, phrase, i, j, figures, clauses))
    return found


def _candidate(view: View, phrase: TimePhrase, i: int, j: int, figures: set[int], clauses: TimeClauses) -> Candidate:
    clause = clauses.of[i]
    own = clauses.clauses[clause]
    if own.start == i and own.kind == "adverbial":
        clause = own.parent  # "since he took office": its own word opens a clause
    before = [k for k in range(clauses.clauses[clause].start, i) if clauses.of[k] == clause]
    opens = not any(k in figures or clauses.verb(k) for k in before)
    near = sum(not view.is_punctuation(k) for k in before) <= 2 or "," in (view.word(j), view.word(i - 1))
    bare = phrase.kind == "bare" and view.word(i - 1) not in ("(", "[")
    possessive = view.lower(j) in ("'s", "’s") and j + 1 not in figures
    weak = bare or possessive or phrase.relation == "from"
    return Candidate(phrase, i, j, clause, opens and near, weak, compares(view, i, figures))
