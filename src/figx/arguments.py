"""What a figure is to a verb: its subject or its object. "300 rebels killed 20 people" counts 20 dead and no more."""

from __future__ import annotations

from enum import StrEnum

from figx.clauses import Sort
from figx.scope import Near, Scope
from figx.subjects import before_hedges
from figx.verbs import Form
from figx.view import View


class Argument(StrEnum):
    """The part that a figure plays in what a verb tells; of a passive the subject is the object."""

    SUBJECT = "subject"
    OBJECT = "object"
    RECIPIENT = "recipient"
    OPEN = ""
    NONE = "none"


def verb_of(scope: Scope, i: int, j: int) -> int | None:
    """The first verb in tokens i to j (half open), None where there is none."""
    forms = scope.clauses.forms
    return next((k for k in range(i, j) if forms[k] not in (Form.NONE, Form.AUXILIARY)), None)


def governing_verb(scope: Scope) -> int | None:
    """The verb of which the figure is the subject or the object: the last one before it in its clause, else the first after."""
    clauses, forms = scope.clauses.clauses, scope.clauses.forms
    clause = clauses[scope.clause]
    while not clause.verbs and clause.parent >= 0:
        clause = clauses[clause.parent]  # "families (900 people) will be targeted"
    before = [v for v in clause.verbs if v < scope.phrase.start]
    if before:
        return before[-1]
    after = [v for v in clause.verbs if v >= scope.phrase.start]
    full = [v for v in after if forms[v] is not Form.AUXILIARY]
    return full[0] if full else (after[-1] if after else None)


def argument_of(view: View, scope: Scope, i: int, j: int) -> Argument:
    """What the figure of `scope` is to the verb in tokens i to j (half open); open where there is none or it cannot be told."""
    verb, near = verb_of(scope, i, j), scope.near(i, j)
    if verb is None or near is Near.NOUN:
        return Argument.OPEN
    if near is Near.ATTACHED:
        return _of_attached(view, scope, verb)
    if _governed(view, scope, i, j):
        return Argument.NONE
    if near is not Near.CLAUSE:
        return Argument.NONE if _has_own_verb(scope, verb) else Argument.OPEN
    return _of_clause(view, scope, verb, j)


def _has_own_verb(scope: Scope, verb: int) -> bool:
    """ "evacuated 300 people and mobilised 5,000 soldiers": each verb has its own object."""
    clauses = scope.clauses
    own = clauses.clauses[scope.clause]
    shared = own.sort is Sort.SHARED and clauses.of[verb] in clauses.around(scope.clause)
    return shared and any(v < scope.phrase.start for v in own.verbs)


def _of_clause(view: View, scope: Scope, verb: int, end: int) -> Argument:
    form = scope.clauses.forms[verb]
    before = scope.phrase.start < verb
    if not before and view.lower(end - 1) != "to" and _leads_to(view, scope, verb):
        return Argument.RECIPIENT
    if before and _has_other_subject(view, scope, verb):
        return Argument.NONE
    if form is Form.PASSIVE:
        if before:
            return Argument.OBJECT
        by = view.lower(before_hedges(view, scope.phrase.start) - 1) == "by"
        return Argument.SUBJECT if by else Argument.OPEN
    if not before:
        return Argument.OBJECT
    if form in (Form.FINITE, Form.BASE) and _is_without_object(view, scope, verb):
        return Argument.OPEN
    return Argument.SUBJECT


def _leads_to(view: View, scope: Scope, verb: int) -> bool:
    """ "gave blankets to 300 people", "gave 300 people blankets" has it as its object."""
    k = before_hedges(view, scope.phrase.start) - 1
    while view.is_(k, "determiner"):
        k -= 1
    return view.lower(k) == "to" and k > verb + 1 and not view.is_(k - 1, "particle")


def _has_other_subject(view: View, scope: Scope, verb: int) -> bool:
    """Whether another figure stands between with a verb before it: "thousands remain, they say 23 people died"."""
    forms = scope.clauses.forms
    between = range(scope.phrase.stop, verb)
    verbs = [k for k in between if forms[k] in (Form.FINITE, Form.PASSIVE)]
    return any(k in scope.others for k in between if verbs and k > verbs[0])


def _is_without_object(view: View, scope: Scope, verb: int) -> bool:
    """ "23,000 refugees resettled in the north", "forced 300 to evacuate": nothing follows that they did it to."""
    helped = any(scope.clauses.forms[k] is Form.AUXILIARY for k in range(scope.phrase.stop, verb))
    past = view.is_past(verb)
    if helped or not (past or scope.clauses.forms[verb] is Form.BASE):
        return False
    k = verb + 1
    if view.lower(k) == "to" and scope.clauses.forms[k + 1 : k + 2] == [Form.BASE]:
        return False  # "twelve towns offered to help" tells what they did
    return (
        k >= len(view)
        or view.is_punctuation(k)
        or view.is_(k, "preposition", "conjunction", "subordinator", "adverb", "time_noun")
        or (k in view.numerals and view.glued(k))  # "3,000 people evacuated180 houses damaged"
    )


def _governed(view: View, scope: Scope, i: int, j: int) -> bool:
    """Whether a preposition governs the figure, so that it is neither: "from all 50 states", "in three camps".

    One in the verb's own tokens i to j (half open) is part of it: "took in 300 people".
    """
    k = before_hedges(view, scope.phrase.start) - 1
    while view.is_(k, "determiner"):
        k -= 1
    return view.is_(k, "place_preposition") and not i <= k < j


def _of_attached(view: View, scope: Scope, verb: int) -> Argument:
    clause, form = scope.clauses.at(verb), scope.clauses.forms[verb]
    if any(k in scope.others for k in clause.tokens if k < verb):
        return Argument.NONE  # "620 migrants, of whom 95 were deported"
    if clause.sort is Sort.REDUCED:
        return Argument.SUBJECT if view.lower(verb).endswith("ing") else Argument.OPEN
    if form is Form.PASSIVE:
        return Argument.OBJECT
    own_subject = any(view.is_(k, "pronoun", "determiner") or view.noun(k) for k in range(clause.start + 1, verb))
    return Argument.OBJECT if own_subject else Argument.SUBJECT
