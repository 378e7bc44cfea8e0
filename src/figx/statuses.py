"""What sort of statement a figure is: its status, by the words that govern it and by the auxiliaries of its verb."""

from __future__ import annotations

from dataclasses import dataclass

from figx.arguments import governing_verb
from figx.clauses import Sort
from figx.cues import cue_meaning
from figx.figure import Kind, Status
from figx.negations import denial_of
from figx.quantity import Quantity
from figx.scope import Near, Scope
from figx.standing import is_earlier, is_earned, is_known, is_of_event, is_there, was_able
from figx.subjects import before_hedges
from figx.verbs import Form
from figx.view import Match, View

_GOVERNED = frozenset({Sort.SHARED, Sort.PARTICIPIAL, Sort.ASIDE, Sort.TAIL})
_LENGTHS = frozenset({"foot", "inch", "kilometer", "meter", "mile"})
_AFTER = 6  # tokens: how much farther a word after the number is than one before it


@dataclass(frozen=True, slots=True)
class Stated:
    """A status, the words that decided it and the rule; `actual` and "" where no words did."""

    status: Status = Status.ACTUAL
    words: str = ""
    rule: str = ""


def status_of(view: View, quantity: Quantity, scope: Scope) -> Stated:
    """The status of one figure; `actual` where nothing says otherwise."""
    if is_earlier(view, scope):
        return Stated(rule="figx.previous")
    if (denial := denial_of(view, quantity, scope)) is not None:
        return Stated(Status.NEGATED, *denial)
    if is_known(view, quantity, scope):
        return Stated(rule="figx.known")
    return _by_cue(view, quantity, scope) or _by_auxiliary(view, quantity, scope) or Stated()


def _by_cue(view: View, quantity: Quantity, scope: Scope) -> Stated | None:
    best: tuple[int, Match, Status] | None = None
    for match in view.matches:
        means = cue_meaning(view, match, "status")
        if means is None or not _is_of_kind(view, match, quantity) or not _governs(view, quantity, scope, match):
            continue
        status = Status(means)
        distance = _distance(view, scope, match)
        if best is None or distance < best[0]:
            best = (distance, match, status)
    if best is None:
        return None
    return Stated(best[2], view.raw(best[1].i, best[1].j), best[1].rule)


def _distance(view: View, scope: Scope, match: Match) -> int:
    """How far the cue stands from the number; a date ("by 2030") tells less than a verb does."""
    dated = 40 if match.j - 1 in view.numerals else 0
    if match.j <= scope.phrase.start:
        return scope.phrase.start - match.j + dated
    return max(0, match.i - scope.phrase.stop) + _AFTER + dated


def _is_of_kind(view: View, match: Match, quantity: Quantity) -> bool:
    """Whether the cue is for figures of this kind: money is pledged where people are a target."""
    cue = view.rules.packs.cue[match.rule]
    if quantity.kind is Kind.MEASURE and quantity.unit in _LENGTHS and cue.means != Status.TARGET:
        return cue.means not in (Status.PLEDGED, Status.REQUIRED)  # "the 2,000-mile border"
    return not cue.kinds or quantity.kind in cue.kinds


def _governs(view: View, quantity: Quantity, scope: Scope, match: Match) -> bool:
    """Whether the cue is said of this figure: it stands in its clause or in one whose verb governs that clause."""
    if _in_name(view, match) or _is_compared(view, match) or _of_another_noun(view, scope, match):
        return False
    if _is_met(view, match) or (view.is_(match.i, "beside_number") and not 0 <= scope.phrase.start - match.j <= 2):
        return False
    near = scope.near(match.i, match.j)
    if near is not Near.NOUN and any(k in scope.others for k in range(match.i, match.j)):
        return False
    if match.i >= scope.phrase.stop and (
        _has_past_verb(view, scope) or _behind_verb(view, scope, match) or _goes_on(view, scope, match)
    ):
        return False
    if _wants(view, quantity, scope, match):
        return False
    if near in (Near.NOUN, Near.CLAUSE):
        return scope.holds(match.i, match.j) or not _beside_other(scope, match)
    if near is Near.ATTACHED:
        return True
    return (
        near is Near.AROUND and _is_governed(view, scope, scope.clauses.of[match.i]) and match.j <= scope.phrase.start
    )


def _wants(view: View, quantity: Quantity, scope: Scope, match: Match) -> bool:
    """ "300 migrants hope to reach the coast", "12 towns offered to help": those who want something are there."""
    if match.i < scope.phrase.stop or all(view.lower(k) != "to" for k in range(match.i, match.j)):
        return False
    people = quantity.unit in ("person", "household") and view.is_(match.i, "wanting")
    acts = (
        quantity.kind is Kind.COUNT and scope.clauses.forms[match.i] is Form.FINITE and view.is_(match.i, "promising")
    )
    return people or acts


def _beside_other(scope: Scope, match: Match) -> bool:
    """Whether another figure stands between the cue and this one, and no list joins the two."""
    between = range(match.j, scope.phrase.start) if match.j <= scope.phrase.start else range(scope.phrase.stop, match.i)
    return any(k in scope.others for k in between)


def _is_governed(view: View, scope: Scope, outer: int) -> bool:
    """Whether each clause from the figure's own out to `outer` is a part of what the verb around it says."""
    clauses = scope.clauses.clauses
    index = scope.clause
    while index != outer and index >= 0:
        clause = clauses[index]
        opened = view.lower(clause.start)
        complement = clause.sort is Sort.SUBORDINATE and opened in ("that", "to", "so")
        unsaid = clause.sort in (Sort.RELATIVE, Sort.REDUCED) and not any(k >= scope.phrase.stop for k in clause.verbs)
        if clause.sort is Sort.SHARED and _is_done(view, scope, index):
            return False  # "hoped to reach 300 families but reached 40"
        if not (clause.sort in _GOVERNED or complement or (unsaid and not clause.verbs)):
            return False
        index = clause.parent
    return index == outer


def _is_done(view: View, scope: Scope, index: int) -> bool:
    """Whether what a clause tells is over: its first verb is a past form, and no infinitive that a plan governs."""
    verbs = scope.clauses.clauses[index].verbs
    return bool(verbs) and scope.clauses.forms[verbs[0]] is Form.FINITE and view.is_past(verbs[0])


def _in_name(view: View, match: Match) -> bool:
    """ "the American Rescue Plan to ...": a name, no plan of anybody."""
    return (
        match.i > 1  # "The Budget includes" opens a sentence
        and view.word(match.i)[0].isupper()
        and view.word(match.i - 1)[:1].isupper()
        and not view.word(match.i).isupper()
    )


def _is_compared(view: View, match: Match) -> bool:
    """ "compared to the projection": what the figure is held against, not what it is."""
    return any(view.is_(k, "comparing") for k in range(max(0, match.i - 3), match.i))


def _is_met(view: View, match: Match) -> bool:
    """ "fulfilled its goal of 300": what was aimed at is done."""
    return any(view.is_(k, "met") for k in range(max(0, match.i - 3), match.i))


def _of_another_noun(view: View, scope: Scope, match: Match) -> bool:
    """ "targeted operations": a participle of another noun than the figure, as it is not in "projected growth of 4 per cent"."""
    single = match.j - match.i == 1 and view.lower(match.i).endswith("ed")
    if not single or scope.clauses.forms[match.i] is not Form.NONE or match.j > scope.phrase.start:
        return False
    return view.lower(before_hedges(view, scope.phrase.start) - 1) != "of" and match.j < scope.phrase.start


def _behind_verb(view: View, scope: Scope, match: Match) -> bool:
    """Whether the figure has another verb before the cue: "two leaders discussed their plans to"."""
    forms, own = scope.clauses.forms, scope.clauses.clauses[scope.clause].tokens
    full = (Form.FINITE, Form.PASSIVE, Form.BASE)
    between = [k for k in own if scope.phrase.stop <= k < match.i]
    copula = next((k for k in between if forms[k] is Form.AUXILIARY), match.i)
    apart = any(view.word(k) == "," for k in range(copula, match.i))  # "120 were there, with more expected"
    return apart or any(forms[k] in full for k in between)


def _goes_on(view: View, scope: Scope, match: Match) -> bool:
    """ "We run 14 clinics and plan to open three more": the cue belongs to the verb that is joined on."""
    verb = governing_verb(scope)
    done = verb is not None and verb < scope.phrase.start and scope.clauses.forms[verb] is Form.FINITE
    return done and view.is_(match.i - 1 - view.is_(match.i - 1, "adverb"), "conjunction")


def _has_past_verb(view: View, scope: Scope) -> bool:
    """Whether what happened to the figure is told in the past: "reached a third of those targeted"."""
    verb = governing_verb(scope)
    if verb is None or verb >= scope.phrase.start:
        return False
    past = view.is_past(verb)
    return past and scope.clauses.forms[verb] is Form.FINITE


def _by_auxiliary(view: View, quantity: Quantity, scope: Scope) -> Stated | None:
    verb = governing_verb(scope)
    if (
        verb is not None
        and verb >= scope.phrase.stop
        and (is_earned(view, quantity, scope) or is_of_event(view, scope))
    ):
        return None
    if verb is None or (scope.clauses.forms[verb] is Form.PASSIVE and not _is_subject(view, scope, verb)):
        return None  # "a review will be held into the death of nine": they have died
    outer: int | None = verb
    while outer is not None:
        k = _auxiliary_of(view, scope, outer)
        if k is not None and (was_able(view, scope, k) or is_there(view, quantity, scope, verb)):
            return Stated(words=view.raw(k, outer + 1), rule="figx.auxiliary.actual")
        if k is not None:
            return Stated(_future(view, quantity, k, verb), view.raw(k, outer + 1), "figx.auxiliary")
        outer = _outer_verb(view, scope, outer)
        if outer is not None and view.is_(outer, "command"):  # "directed his team to take 300"
            return Stated(_undertaken(quantity), view.raw(outer, outer + 1), "figx.command")
    return None


def _is_subject(view: View, scope: Scope, verb: int) -> bool:
    """Whether the figure is what a passive is said of: before it, or joined to its subject: "... and 700 elsewhere"."""
    joined = view.lower(before_hedges(view, scope.phrase.start) - 1) in (
        "and",
        "or",
        ",",
        "by",
    )  # "watched by 300 monitors"
    return scope.phrase.start < verb or joined


def _auxiliary_of(view: View, scope: Scope, verb: int) -> int | None:
    """The auxiliary of the verb that puts it into the future or makes it a mere possibility, None where it has none."""
    for k in range(verb, max(-1, verb - 6), -1):
        form = scope.clauses.forms[k]
        if k != verb and form is Form.NONE and not view.is_(k, "adverb", "modifier_adverb", "particle"):
            return None
        if form is not Form.AUXILIARY or view.is_(k + 1, "negation"):
            continue
        if view.is_(k, "possibility", "future"):
            return k
    return None


def _outer_verb(view: View, scope: Scope, verb: int) -> int | None:
    """The verb that an infinitive or a participle hangs on: "would allow it to give 300", "would end it, sending 300 home"."""
    clauses = scope.clauses
    index = clauses.of[verb]
    clause = clauses.clauses[index]
    earlier = [v for v in clause.verbs if v < verb and clauses.forms[v] is not Form.AUXILIARY]
    if view.lower(verb - 1) == "to" and earlier:
        return earlier[-1]
    tensed = clauses.forms[verb] is Form.FINITE and (view.is_past(verb) or view.lower(verb).endswith("s"))
    if earlier or tensed or clause.sort not in (Sort.PARTICIPIAL, Sort.SHARED):
        return None
    outside = [
        v for v in clauses.clauses[clause.parent].verbs if v < clause.start and clauses.forms[v] is not Form.AUXILIARY
    ]
    return outside[-1] if outside else None


def _future(view: View, quantity: Quantity, k: int, verb: int) -> Status:
    """What somebody will do is promised or planned; what will be, or may be, is projected."""
    subject = range(max(0, k - 4), k)
    if any(view.is_(m, "any_total") for m in subject):
        return Status.PROJECTED  # "the number will reach"
    lasting = view.lower(verb).endswith("ing")  # "will be creating", and not "would end it, sending 300 home"
    done = view.is_(verb, "undertaking") and (view.is_(k, "future") or view.lower(k) == "would")
    done = done and not (lasting and view.lower(verb - 1) != "be")
    if not done:
        return Status.ACTUAL if view.is_(verb, "discourse") else Status.PROJECTED
    return _undertaken(quantity)


def _undertaken(quantity: Quantity) -> Status:
    return Status.PLEDGED if quantity.kind is Kind.MONEY else Status.TARGET
