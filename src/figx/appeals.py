"""Money that takes what it is for from the sum before it, and shares of what was asked for: "another $2 million followed"."""

from __future__ import annotations

from figx.figure import Kind, Role
from figx.quantity import Quantity
from figx.scope import Scope
from figx.subjects import before_hedges, is_part
from figx.view import View

_SUBJECT = 4  # tokens at the beginning of a clause in which its subject stands: "and the appeal has"
_FAR = 4  # tokens between a share and the plan that it is a share of: "31 per cent of the regional response plan"


def repeats_sum(view: View, quantity: Quantity, scope: Scope) -> bool:
    """Whether a sum without a noun is a part, a repeat or a sequel of the sum before it.

    "That brings the total to $9 million, $2 million of it this year; another $3 million followed."
    """
    if quantity.kind is not Kind.MONEY or quantity.noun is not None:
        return False
    if view.lower(quantity.j) == "of" and view.is_(quantity.j + 1, "sum_pronoun"):
        return True
    if quantity.role in (Role.FROM, Role.TO) or is_part(view, quantity.i):
        return True
    if view.lower(0) == "of" and view.is_(1, "sum_pronoun") and (view.word(2) == "," or view.is_(2, "any_sum")):
        return True  # "of this, $2 million is for schools", "of this amount"
    edge = before_hedges(view, quantity.i)
    beside = next((k for k in (edge - 1, quantity.i - 1, quantity.j) if view.is_(k, "sequel")), None)
    if beside is not None and not _has_thing_before(view, scope, min(beside, edge)):
        return True
    tokens = [k for k in scope.clauses.clauses[scope.clause].tokens if k < quantity.i]
    if any(view.is_(k, "any_total") and view.lower(k + 1) not in ("of", "for") for k in tokens):
        return True
    first = next((k for k in tokens if not (view.is_(k, "adverb", "conjunction") or view.is_punctuation(k))), -1)
    verb = next((k for k in tokens if k > first and not view.is_(k, "adverb")), -1)
    sums = view.is_(verb, "sums_up", "including_verb") or (view.is_(verb, "be") and edge == verb + 1)
    return view.is_(first, "sum_pronoun") and sums  # but "that is the price of a ship at $2 million"


def is_of_appeal(view: View, quantity: Quantity, scope: Scope, *, told: bool) -> bool:
    """ "It has so far received $540 million", after a sentence that names an appeal.

    `told`: the figure before it, in its sentence or the one before, is money for aid.
    """
    if quantity.kind is not Kind.MONEY or quantity.noun is not None:
        return False
    clause = scope.clauses.clauses[scope.clause].tokens
    tokens = [k for k in clause if k < quantity.i and not view.is_punctuation(k)]
    does = any(view.is_(k, "money_verb", "asked", "asking") for k in tokens)
    meant = any(view.is_(k, "sum_pronoun", "appeal_plan") for k in tokens[:_SUBJECT])
    named = told or any(view.rules.appeal_words.search(text) for text in (view.text, view.context.before))
    return does and meant and named


def _has_thing_before(view: View, scope: Scope, edge: int) -> bool:
    """Whether, since the figure before, somebody else is said to give or pay the sum: "a stadium cost another $2 million"."""
    clause = scope.clauses.clauses[scope.clause].tokens
    verbs = (k for k in clause if scope.left.start <= k < edge and scope.clauses.forms[k])
    return any(not view.is_(k - 1, "pronoun", "sum_pronoun") for k in verbs)


def share_of_appeal(view: View, quantity: Quantity, scope: Scope) -> range | None:
    """The words that tell that a share is one of money for aid.

    "Only 20 per cent funded", "a plan that is 31 per cent covered", "31 per cent of the appeal was met", "cut aid by a third".
    """
    if quantity.kind is not Kind.SHARE:
        return None
    k = before_hedges(view, quantity.i) - 1
    beside = (quantity.j, k - 1 if view.lower(k) in ("at", "by", "to") else k)
    for m in beside:
        covered = view.is_(m, "covered") and m != k and _plan_before(view, quantity.i) is not None
        if view.is_(m, "funded") or covered:
            return range(m, m + 1)
    return _of_plan(view, quantity, scope) or _of_support(view, quantity)


def _plan_before(view: View, i: int) -> int | None:
    return next((k for k in range(i - 1, -1, -1) if view.is_(k, "appeal_plan")), None)


def _of_plan(view: View, quantity: Quantity, scope: Scope) -> range | None:
    """ "Donors have covered 31 per cent of the plan"."""
    if view.lower(quantity.j) != "of":
        return None
    if (asked := _asked(view, quantity)) and _plan_before(view, quantity.i) is not None:
        return asked
    near = range(quantity.j + 1, quantity.j + 2 + _FAR)
    plan = next((k for k in near if view.is_(k, "appeal_plan") and not view.is_(k + 1, "appeal_plan")), None)
    if plan is None or any(view.is_punctuation(k) for k in range(quantity.j, plan)):
        return None
    if view.word(plan + 1)[:1].isalpha() and not view.is_(
        plan + 1, "preposition", "auxiliary", "verb", "conjunction", "adverb"
    ):
        return None  # "of the plan area"
    tokens = scope.clauses.clauses[scope.clause].tokens
    told = any(view.is_(k, "covered", "funded", "money_verb", "giver") for k in tokens)
    return range(plan, plan + 1) if told else None


def _asked(view: View, quantity: Quantity) -> range | None:
    """ "37 per cent of what is needed": the words from "what" on."""
    if view.lower(quantity.j + 1) != "what":
        return None
    near = range(quantity.j + 2, min(len(view), quantity.j + 2 + _FAR))
    asked = next((k for k in near if view.is_(k, "asked", "asking")), None)
    return None if asked is None else range(quantity.j + 1, asked + 1)


def _of_support(view: View, quantity: Quantity) -> range | None:
    """ "Donors cut support for the mission by 20 per cent": "support" may be something else than money, where no donor is."""
    noun = quantity.noun
    if noun is None or noun.i > quantity.i or view.lower(noun.j - 1) != "support":
        return None
    cut = view.is_(noun.i - 1, "cutting") or (view.is_(noun.i - 2, "cutting") and view.is_(noun.i - 1, "determiner"))
    given = view.facts.aid or any(view.is_(k, "giver") for k in range(len(view)))
    return range(noun.i, noun.j) if cut and given else None


def _is_opening(view: View, sum_: Quantity) -> bool:
    """ "Of the $80 million needed": the sentence begins with it."""
    k = before_hedges(view, sum_.i) - 1
    while view.is_(k, "determiner"):
        k -= 1
    return k == 0 and view.lower(k) == "of"


def is_of_sum(view: View, quantity: Quantity, before: Quantity | None, scope: Scope) -> bool:
    """ "Of the $3 million required, 40 per cent has been received": a share without a noun of its own, after a sum of money.

    `before` is the figure before it in the sentence; without one, the sentence before told of the sum.
    """
    own = quantity.noun is not None and quantity.noun.i >= quantity.j
    if quantity.kind is not Kind.SHARE or own or (before is not None and before.kind is not Kind.MONEY):
        return False
    tokens = scope.clauses.clauses[scope.clause].tokens
    if before is not None and (is_part(view, quantity.i) or _is_opening(view, before)):
        return True
    if view.lower(quantity.j) == "of" and view.lower(quantity.j + 1) == "what":
        return _asked(view, quantity) is not None
    told = any(view.is_(k, "money_verb") and (before is not None or k > quantity.i) for k in tokens)
    return told and (before is not None or view.lower(quantity.j) != "of")
