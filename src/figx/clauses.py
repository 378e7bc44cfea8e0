"""The clauses of a sentence: which words stand with which verb. There is no parser: verbs, conjunctions and commas decide."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from figx.verbs import Form, adverbial, verb_form
from figx.view import View

_ASIDE = frozenset({"–", "—", "-", "--"})
_HARD = frozenset({";", "|", "•"})
_AHEAD = 14  # tokens: as far as a subject reaches before its verb
_TURNS = _HARD | _ASIDE | frozenset("( [ : , and but or then while whereas who which whom whose that".split())
_VERBAL = frozenset({Form.AUXILIARY, Form.FINITE, Form.BASE, Form.PASSIVE})


class Sort(StrEnum):
    """How a clause hangs on the one around it."""

    MAIN = "main"
    JOINED = "joined"  # "and 300 people fled"
    SHARED = "shared"  # "and displaced 300 people": the subject is that of the clause before
    RELATIVE = "relative"
    REDUCED = "reduced"  # "displaced by floods", after its noun
    SUBORDINATE = "subordinate"
    PARTICIPIAL = "participial"  # ", leaving 300 dead"
    ASIDE = "aside"  # in brackets or between dashes
    TAIL = "tail"  # what follows a colon


@dataclass(slots=True)
class Clause:
    """One clause: its tokens (those of clauses inside it left out), what it hangs on, and the tokens of its verbs.

    `parent` is the index of the clause that it stands in or is joined to, -1 for the first.
    """

    sort: Sort
    parent: int
    start: int
    comma: bool = False
    tokens: list[int] = field(default_factory=list)
    verbs: list[int] = field(default_factory=list)

    @property
    def finite(self) -> bool:
        return bool(self.verbs)


@dataclass(slots=True)
class Clauses:
    """The clauses of a sentence; `of[i]` is the index of the innermost clause of token i, `forms[i]` its form as a verb."""

    clauses: list[Clause]
    of: list[int]
    forms: list[Form]

    def at(self, i: int) -> Clause:
        return self.clauses[self.of[min(i, len(self.of) - 1)]]

    def around(self, index: int) -> list[int]:
        """The clause itself and those that it hangs on, from the inside out; a joined one stands for itself."""
        chain = []
        while index >= 0:
            chain.append(index)
            index = -1 if self.clauses[index].sort is Sort.JOINED else self.clauses[index].parent
        return chain

    def between(self, index: int, other: int) -> list[int]:
        """The clauses from `index` out to `other`, that one left out."""
        chain = self.around(index)
        return chain[: chain.index(other)] if other in chain else chain

    def subject_of(self, index: int) -> int:
        """The clause that holds the subject of clause `index`: its own, or that of the clause which it shares it with."""
        while self.clauses[index].sort is Sort.SHARED:
            index = self.clauses[index].parent
        return index

    def precedes_verb(self, i: int, index: int) -> bool:
        """Whether token i stands before the first verb of clause `index`, as a subject does."""
        verbs = self.clauses[index].verbs
        return bool(verbs) and i < verbs[0]

    def inside(self, index: int, other: int) -> bool:
        """Whether clause `index` is `other` or hangs on it."""
        return other in self.around(index)


def clauses_of(view: View) -> Clauses:
    """The clauses of a sentence.

    Each token belongs to one clause. A clause that is interrupted goes on after the interruption.
    """
    builder = _Builder(view)
    for i in range(len(view)):
        builder.step(i)
    return Clauses(builder.clauses, builder.of, builder.forms)


class _Builder:
    """Goes over the tokens once with a stack of open clauses."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.forms = [verb_form(view, i) for i in range(len(view))]
        self.clauses: list[Clause] = [Clause(Sort.MAIN, -1, 0)]
        self.stack = [0]
        self.of: list[int] = []
        self.aside: list[int] = []  # for each open bracket or dash the height of the stack below it

    @property
    def top(self) -> Clause:
        return self.clauses[self.stack[-1]]

    def step(self, i: int) -> None:
        if self._may_turn(i):
            self._close(i)
            self._open(i)
        if self.forms[i] is Form.FINITE and self._after_its_noun(i):
            self.forms[i] = Form.REDUCED
            self._push(Sort.REDUCED, i)
        index = self.stack[-1]
        self.of.append(index)
        self.clauses[index].tokens.append(i)
        if self.forms[i] in _VERBAL or (
            self.forms[i] in (Form.GERUND, Form.REDUCED) and self.top.sort in (Sort.PARTICIPIAL, Sort.REDUCED)
        ):
            self.clauses[index].verbs.append(i)
        if self.view.word(i) in (")", "]") and self.aside:
            del self.stack[self.aside.pop() :]

    def _may_turn(self, i: int) -> bool:
        """Whether a clause may end or begin at token i: at a verb, a sign, or a word that joins clauses."""
        if self.forms[i] is not Form.NONE or self.view.lower(i) in _TURNS:
            return True
        return "subordinator" in self.view.classes(i)

    # -- where a clause ends --

    def _close(self, i: int) -> None:
        view, word = self.view, self.view.word(i)
        if word in _HARD and not self.aside:
            self._push(Sort.JOINED, i, keep=0)
            return
        if word == "," and len(self.stack) > self._floor + 1 and self._comma_closes(i):
            self._pop_to_main(i)
            return
        if self.forms[i] in (Form.AUXILIARY, Form.FINITE) and self._second_verb(i):
            self._pop()
        if view.lower(i) in ("but", "while", "whereas") and len(self.stack) > self._floor + 1:
            self._pop_to_main(i)

    @property
    def _floor(self) -> int:
        return self.aside[-1] if self.aside else 0

    def _pop(self) -> None:
        if len(self.stack) > self._floor + 1:
            self.stack.pop()

    def _pop_to_main(self, i: int) -> None:
        """Back to the clause that the open ones hang on."""
        while len(self.stack) > self._floor + 1:
            self.stack.pop()

    def _second_verb(self, i: int) -> bool:
        """A finite verb in a clause that has one: "people who fled the war | need aid"."""
        top = self.top
        if top.sort not in (Sort.RELATIVE, Sort.REDUCED) or not top.finite:
            return False
        last = top.verbs[-1]
        k = i - 1
        while k > last and self.view.is_(k, "adverb", "modifier_adverb"):
            k -= 1
        joined = self.view.lower(k) in ("and", "or", "but", "that", "to", ",")
        chain = all(self.forms[k] is not Form.NONE or adverbial(self.view, k) for k in range(last + 1, i))
        return not joined and not chain

    def _after_its_noun(self, i: int) -> bool:
        """ "The results include 2 million people | killed": the clause has its verb, and nothing joins a second one to it."""
        view, top = self.view, self.top
        if not top.finite or view.noun(i - 1) is None or not view.is_past(i):
            return False
        return not any(
            view.lower(k) in ("and", "or", "but", "that", "who", "which", ",", "when", "while", "as")
            for k in range(top.verbs[-1] + 1, i)
        )

    def _comma_closes(self, i: int) -> bool:
        """Whether the comma at token i ends the clauses that are open: not where it joins the items of a list."""
        top = self.top
        if top.sort is Sort.TAIL:
            return False
        if top.sort is Sort.REDUCED and self._counts(i + 1):
            return True
        if not top.finite:
            return top.sort is Sort.SUBORDINATE and self._verb_ahead(i + 1) is not None
        if top.sort is Sort.PARTICIPIAL and self.forms[min(i + 1, len(self.forms) - 1)] is Form.GERUND:
            return True
        k = i + 1
        if self.view.lower(k) in ("and", "or", "but"):
            k += 1
        return self._verb_ahead(k) is not None

    # -- where a clause begins --

    def _open(self, i: int) -> None:
        view, word, lower = self.view, self.view.word(i), self.view.lower(i)
        word_before = view.word(i - 1)
        if word in ("(", "["):
            self.aside.append(len(self.stack))
            self._push(Sort.ASIDE, i)
        elif word in _ASIDE and not view.glued(i) and i > 0:
            self._dash(i)
        elif word == ":" and not view.glued(i + 1) and i + 1 < len(view):
            self._push(Sort.TAIL, i)
        elif self._relative(i):
            self._push(Sort.RELATIVE, i)
        elif lower in ("while", "whereas") and self.top.finite and self._verb_ahead(i + 1) is not None:
            self._sibling(Sort.JOINED, i)  # a contrast: each side has a subject of its own
        elif view.is_(i, "subordinator") and self._opens_subordinate(i):
            self._push(Sort.SUBORDINATE, i)
        elif lower in ("and", "but", "or", "then", ","):
            self._join(i)
        elif self.forms[i] is Form.GERUND and word_before == "," and not view.noun(i):
            self._participial(i)
        elif self.forms[i] is Form.FINITE and word_before == "," and not self.top.finite and self.view.is_past(i):
            self._participial(i)  # "one man, believed to be a guard, was killed"
        elif self.forms[i] is Form.REDUCED and self.top.sort is not Sort.REDUCED:
            self._push(Sort.REDUCED, i)

    def _dash(self, i: int) -> None:
        if self.top.sort is Sort.ASIDE and self.aside and self.view.word(self.top.start) in _ASIDE:
            del self.stack[self.aside.pop() :]
            return
        closing = any(self.view.word(k) in _ASIDE and not self.view.glued(k) for k in range(i + 1, len(self.view)))
        if closing:
            self.aside.append(len(self.stack))
            self._push(Sort.ASIDE, i)
        else:
            self._push(Sort.TAIL, i)

    def _relative(self, i: int) -> bool:
        lower = self.view.lower(i)
        if lower in ("who", "which", "whom", "whose"):
            return i > 0
        if lower != "that" or i == 0:
            return False
        k = i + 1
        while k < i + 4 and adverbial(self.view, k):
            k += 1  # "an outbreak that so far has killed 30"
        after_noun = self.forms[i - 1] is Form.NONE and self.view.word(i - 1)[:1].isalpha()
        return after_noun and k < len(self.view) and self.forms[k] is not Form.NONE

    def _opens_subordinate(self, i: int) -> bool:
        """ "after" before a clause, not before a date: a verb stands ahead."""
        lower = self.view.lower(i)
        if lower in ("provided", "considering", "assuming", "supposing") and self.view.lower(i + 1) != "that":
            return False
        if lower in ("than", "like", "given", "once") or (
            lower == "as" and self.view.lower(i + 1) in ("of", "many", "much", "a", "the", "at")
        ):
            return False
        if lower == "as" and self.view.is_(i + 1, "participle", "nominal_participle"):
            return False  # "reported as injured"
        if self.view.at(i, "cue"):
            return False
        ahead = self._verb_ahead(i + 1)
        return ahead is not None

    def _join(self, i: int) -> None:
        """ "and 300 people fled": a clause of its own; "and displaced 300": one that shares the subject."""
        view = self.view
        k = i + 1
        if view.word(i) == "," and view.lower(k) in ("and", "but", "or", "then"):
            return
        while view.is_(k, "adverb", "modifier_adverb") and k + 1 < len(view):
            k += 1
        if k >= len(view):
            return
        if self.top.sort is Sort.REDUCED and self._counts(i + 1):
            self._pop()
        form = self.forms[k]
        if form in (Form.FINITE, Form.BASE, Form.AUXILIARY, Form.PASSIVE) and self.top.finite:
            if view.word(i) != "," or form is not Form.AUXILIARY:
                self._sibling(Sort.SHARED, i)
            return
        if form is Form.GERUND and self.top.sort is Sort.PARTICIPIAL:
            self._sibling(Sort.PARTICIPIAL, i)
            return
        verb = self._verb_ahead(k)
        if verb is not None and self.top.finite and (view.word(i) != "," or self._splices(i)):
            self._sibling(Sort.JOINED, i)

    def _splices(self, i: int) -> bool:
        """A comma between two clauses without a conjunction: "300 fled, 20 were killed"."""
        return self._counts(i + 1)

    def _counts(self, k: int) -> bool:
        """Whether a number with its hedges begins at token k, or after "and" there."""
        k += self.view.lower(k) in ("and", "or")
        cues = [m.j for m in self.view.at(k, "cue") if self.view.rules.packs.cue[m.rule].field == "qualifier"]
        return k in self.view.numerals or any(j in self.view.numerals for j in cues)

    def _participial(self, i: int) -> None:
        if self.top.sort is Sort.PARTICIPIAL:
            self.stack.pop()
        self._push(Sort.PARTICIPIAL, i)

    def _sibling(self, sort: Sort, i: int) -> None:
        """A clause beside the open one, which it closes; its parent is the open one, whose subject or scope it shares."""
        index = self.stack[-1]
        if len(self.stack) > self._floor + 1 or self.stack[-1] != 0:
            self.stack.pop()
        self.clauses.append(Clause(sort, index, i))
        self.stack.append(len(self.clauses) - 1)

    def _push(self, sort: Sort, i: int, *, keep: int | None = None) -> None:
        if keep is not None:
            del self.stack[keep:]
        parent = self.stack[-1] if self.stack else -1
        self.clauses.append(Clause(sort, parent, i, comma=self.view.word(i - 1) == ","))
        self.stack.append(len(self.clauses) - 1)

    def _verb_ahead(self, k: int) -> int | None:
        """The verb of a clause that begins at token k: its first verb, before a comma, conjunction or another clause."""
        for m in range(k, min(k + _AHEAD, len(self.view))):
            if self.forms[m] in _VERBAL:
                return m
            if m > k and (self.view.word(m) in (",", ";", ":", "(", ")") or self._relative(m)):
                return None
            if m > k and self.view.lower(m) in ("but", "while", "because"):
                return None
        return None
