"""Which of the words that tell something of a figure tell more of it than the others: its verb, the state it is left in."""

from __future__ import annotations

from figx.arguments import governing_verb, verb_of
from figx.clauses import Sort
from figx.scope import Near, Scope
from figx.telling import CASUALTY
from figx.view import Match, View

_Found = list[tuple[Near, Match]]


def told_first(view: View, scope: Scope, found: _Found) -> _Found:
    """Without what a relative clause tells, where the verb that governs the figure tells something else.

    "They shot dead 117 people who had taken refuge" counts dead; "they took in 300 people who had been hurt" does not.
    Victims whom somebody moves or helps are not dead.
    """
    verb, rules = governing_verb(scope), view.rules.packs.category
    governing = [
        rules[m.rule]
        for near, m in found
        if near is Near.CLAUSE and rules[m.rule].argument and verb is not None and verb_of(scope, m.i, m.j) == verb
    ]
    casualties = any(trigger.category == CASUALTY for trigger in governing)
    if governing and not casualties:
        found = [(near, m) for near, m in found if not (rules[m.rule].yields and rules[m.rule].category == CASUALTY)]
    if not casualties and all(trigger.category == "in_need" for trigger in governing):
        return found
    return [
        (near, m)
        for near, m in found
        if not (_is_related(scope, near, m) and (casualties or rules[m.rule].category == CASUALTY))
    ]


def _is_related(scope: Scope, near: Near, match: Match) -> bool:
    return near is Near.ATTACHED and scope.clauses.at(match.i).sort is Sort.RELATIVE


def told_apart(view: View, scope: Scope, found: _Found) -> _Found:
    """Without the states that other figures are left in: "left 21 people dead and four others missing"."""
    states = {m.i for near, m in found if near is not Near.NOUN and view.is_(m.j - 1, "nominal_participle")}
    if not any(i == scope.phrase.stop for i in states):
        return found
    return [(near, m) for near, m in found if m.i not in states or not _is_beyond(scope, m)]


def _is_beyond(scope: Scope, match: Match) -> bool:
    """Whether another figure stands between the figure and the match."""
    between = range(scope.phrase.stop, match.i) if match.i >= scope.phrase.stop else range(match.i, scope.phrase.start)
    return match.i < scope.phrase.start or any(k in scope.others for k in between)
