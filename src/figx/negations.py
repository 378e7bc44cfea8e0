"""Whether the text denies a figure: an event that did not happen ("did not deport 47 people", "47 could not be returned").

People whom something was not done to are there all the same: "300 people have not returned", "58 per cent are not employed".
"""

from __future__ import annotations

from figx.arguments import governing_verb
from figx.clauses import Sort
from figx.quantity import Quantity
from figx.scope import Scope
from figx.subjects import before_hedges
from figx.verbs import Form
from figx.view import View

_REACH = 6  # tokens
_AHEAD = 12
_NONE = 4
_NONE_OF = (
    "none of the",
    "none of these",
    "not one of the",
    "neither of the",
    "none of those",
    "none of its",
    "none of their",
)


def denial_of(view: View, quantity: Quantity, scope: Scope) -> tuple[str, str] | None:
    """The words that deny the figure and the rule; None where none do."""
    if _is_supposed(view, scope):
        return None
    return _contrasted(view, quantity, scope) or _passive(view, scope) or _undone(view, scope)


def _contrasted(view: View, quantity: Quantity, scope: Scope) -> tuple[str, str] | None:
    """ "not 300 but 400", and no "not only 300 but 400"."""
    k = before_hedges(view, quantity.i) - 1
    if view.lower(k) != "not" or view.is_(k - 1, "conjunction") or view.is_(k + 1, "not_alone"):
        return None
    for m in range(scope.phrase.stop, min(scope.phrase.stop + _AHEAD, len(view))):
        if view.lower(m) == "but":
            following = before = m + 1
            while following < len(view) and following not in view.numerals and following - before < _REACH:
                following += 1
            return (view.raw(k, k + 1), "figx.negated.contrast") if following in view.numerals else None
        if m in view.numerals or view.word(m) in (";", ":", "."):
            return None
    return None


def _passive(view: View, scope: Scope) -> tuple[str, str] | None:
    """ "300 people had not been deported", "none of the 300 was returned": what stands right after the figure."""
    none = view.raw(max(0, scope.phrase.start - _NONE), scope.phrase.start).lower().endswith(_NONE_OF)
    denied = passive = False
    for k in range(scope.phrase.stop, min(scope.phrase.stop + _REACH, len(view))):
        if view.is_(k, "undone_to") and passive and (denied or none):
            return view.raw(scope.phrase.stop, k + 1), "figx.negated.event"
        denied = denied or view.is_(k, "negation", "negated_auxiliary")
        passive = passive or view.is_(k, "be")
        if view.is_(k, "not_alone") or not (
            view.is_(k, "be", "have", "modal", "auxiliary", "negation", "negated_auxiliary", "adverb")
        ):
            return None
    return None


def _undone(view: View, scope: Scope) -> tuple[str, str] | None:
    """An event with a negation before its verb: the figure is its object, or the subject of a passive."""
    verb = governing_verb(scope)
    if verb is None:
        return None
    subject = scope.phrase.start < verb
    passive = scope.clauses.forms[verb] is Form.PASSIVE or (subject and view.is_past(verb) and view.is_(verb - 1, "be"))
    if subject is not passive or not view.is_(verb, "undone_to" if subject else "undone"):
        return None
    if not subject and not _is_object(view, scope, verb):
        return None
    k = _negation(view, scope, verb)
    if k is None or any(view.is_(m, "not_alone") for m in range(k, verb)):
        return None
    return view.raw(k, verb + 1), "figx.negated.event"


def _is_object(view: View, scope: Scope, verb: int) -> bool:
    """Whether the figure stands right after the verb: not in "was not built well, leading to the fall of 300 houses"."""
    edge = before_hedges(view, scope.phrase.start)
    if any(view.is_(k, "beyond") for k in range(edge, scope.phrase.start)):
        return False  # "never admitted more than 300": they admitted that many
    between = range(verb + 1, edge)
    if any(view.is_(k, "not_alone") for k in (edge, scope.phrase.start - 1)):
        return False  # "did not take only 300"
    return not any(
        view.is_punctuation(k) or view.is_(k, "preposition", "conjunction", "subordinator") or scope.clauses.forms[k]
        for k in between
    )


def _negation(view: View, scope: Scope, verb: int) -> int | None:
    """Where the negation of a verb begins: "did not", "no longer", "could never be", "failed to"."""
    for k in range(verb - 1, max(-1, verb - _REACH), -1):
        if view.is_(k, "negation", "negated_auxiliary"):
            return k
        if view.lower(k) == "longer" and view.lower(k - 1) == "no":
            return k - 1
        if view.is_(k, "failing") and view.lower(k + 1) == "to":
            return None if view.is_(k - 1, "negation", "negated_auxiliary") else k
        helper = scope.clauses.forms[k] is Form.AUXILIARY or view.is_(k, "be", "have", "modal", "auxiliary")
        if not (helper or view.lower(k) == "to" or view.is_(k, "adverb", "modifier_adverb")):
            return None
    return None


def _is_supposed(view: View, scope: Scope) -> bool:
    """Whether the clause, or one around it, only supposes: "if the court had not deported 47 people"."""
    clauses = scope.clauses.clauses
    return any(
        clauses[n].sort is Sort.SUBORDINATE and view.is_(clauses[n].start, "supposing")
        for n in scope.clauses.around(scope.clause)
    ) or view.is_(0, "supposing")
