"""The group that a sentence opens with: "most of the affected are women", "of all visas granted, 47 per cent went to nurses"."""

from __future__ import annotations

from figx.categories import Category
from figx.figure import Kind
from figx.quantity import Quantity
from figx.scope import Near, Scope
from figx.telling import fits
from figx.verbs import Form
from figx.view import Match, View

_OPENS = 4  # tokens before the "of" that names the group: "the great majority of"
_THINGS = frozenset({"housing", "funding"})


def opening_group(view: View, quantity: Quantity, scope: Scope) -> Category | None:
    """The category of the group that the sentence opens with, for a sort of its people or a share without a noun.

    A share or a part may name the group itself: "a third of those resettled", "18 of those killed".
    """
    of = quantity.noun is None and view.lower(quantity.j) == "of"
    own = of and (quantity.kind is Kind.SHARE or view.lower(quantity.j + 1) == "those")
    group = _phrase(view, quantity, scope, quantity.j) if own else _group(view, quantity, scope)
    if not (own or _is_sort_or_share(view, quantity) or _is_share_of(quantity, group)):
        return None
    if (group.stop > quantity.i and not own) or any(k in view.numerals for k in group):
        return None
    of_procedure = any(view.is_(k, "procedure") for k in group)
    key = "procedure" if of_procedure else "person"
    named = [
        m
        for m in view.triggers
        if m.i in group and not _is_governed(view, group, m) and m.j <= group.stop and _names(view, quantity, key, m)
    ]
    if not named:
        return None
    rules, order = view.rules.packs.category, view.rules.packs.taxonomy.order
    match = min(named, key=lambda m: (order(rules[m.rule].category), not rules[m.rule].term, m.i - m.j, m.i))
    words = view.raw(match.i, match.j)
    rule = rules[match.rule]
    return Category(rule.category, rule.term or " ".join(words.lower().split()), words, match.rule)


def _is_sort_or_share(view: View, quantity: Quantity) -> bool:
    noun = quantity.noun
    if noun is not None and view.is_(noun.j - 1, "sort_of_people"):
        return True
    return quantity.kind is Kind.SHARE and (noun is None or noun.i < quantity.i)


def _is_share_of(quantity: Quantity, group: range) -> bool:
    """ "Of the refugees resettled, 47 per cent were women": the group is its noun."""
    return quantity.kind is Kind.SHARE and quantity.noun is not None and quantity.noun.i in group


def _group(view: View, quantity: Quantity, scope: Scope) -> range:
    """The noun phrase after the "of" that the sentence opens with: "most of the affected"."""
    forms = scope.clauses.forms
    start = next((k for k in range(min(_OPENS + 1, len(view))) if view.is_(k, "of_group")), None)
    if start is None or any(view.is_punctuation(k) or forms[k] for k in range(start)):
        return range(0)
    return _phrase(view, quantity, scope, start)


def _phrase(view: View, quantity: Quantity, scope: Scope, start: int) -> range:
    """The tokens after the "of" at `start`, up to the verb or the next comma.

    Where the sentence begins with it, a verb before the comma is a participle: "of the refugees resettled, 47 per cent".
    """
    forms = scope.clauses.forms
    comma = start == 0 and any(view.word(k) == "," for k in range(start, quantity.i))
    verbs = () if comma else (Form.AUXILIARY, Form.FINITE)
    ends = (k for k in range(start + 1, len(view)) if view.is_punctuation(k) or forms[k] in verbs)
    return range(start + 1, next(ends, len(view)))


def _is_governed(view: View, group: range, match: Match) -> bool:
    """ "Of those in contact with migrants": a preposition of the group stands before the match."""
    return any(view.is_(k, "preposition") for k in range(group.start, match.i))


def _names(view: View, quantity: Quantity, key: str, match: Match) -> bool:
    """Whether the match says who the people of the group are, or what befell them."""
    rule = view.rules.packs.category[match.rule]
    if rule.category in _THINGS or rule.weak or not fits(view, quantity, key, Near.SENTENCE, match):
        return False
    return not rule.argument or match.j - match.i > 1 or view.is_past(match.i)
