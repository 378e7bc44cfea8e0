""" "Rents, fuel and bread rose by 5, 8 and 12 per cent, respectively": each number is of its own member of the list."""

from __future__ import annotations

from figx.figure import Kind
from figx.nouns import NounPhrase, phrase_after, phrase_ending
from figx.portions import set_noun
from figx.quantity import Quantity
from figx.view import View

_JOINTS = ([","], ["and"], [",", "and"], ["to"], ["by"])
_REACH, _MOST = 10, 8


def respective_nouns(view: View, quantities: list[Quantity]) -> None:
    """Gives the shares, sums and measures before "respectively" their nouns, where as many are listed before them."""
    if not view.holds("respectively"):
        return
    for k in range(len(view)):
        if view.lower(k) != "respectively":
            continue
        run = _run(view, quantities, k)
        if len(run) < 2 or run[0].kind not in (Kind.SHARE, Kind.MONEY, Kind.MEASURE):
            continue
        nouns = _members(view, run[0].i, len(run))
        for quantity, noun in zip(run, nouns, strict=False):
            set_noun(view, quantity, noun, "respectively")


def _run(view: View, quantities: list[Quantity], k: int) -> list[Quantity]:
    """The quantities of one kind that end right before token k and are joined by commas and "and"."""
    run: list[Quantity] = []
    edge = k
    for quantity in reversed([q for q in quantities if q.j <= k]):
        between = [
            view.lower(i) for i in range(quantity.j, edge) if view.lower(i) not in ("%", "per", "cent", "percent")
        ]
        if run and (between not in _JOINTS or quantity.kind is not run[-1].kind):
            break
        if not run and between not in ([], [","]):
            break
        run.append(quantity)
        edge = quantity.i
    return run[::-1]


def _members(view: View, edge: int, count: int) -> list[NounPhrase]:
    """The members of the nearest list of so many nouns before token `edge`; none where they are places."""
    for k in range(edge - 1, max(0, edge - 3 * _REACH), -1):
        if view.lower(k) != "and":
            continue
        last = phrase_after(view, k + 1, one=True)
        members = [last] if last and last.i == k + 1 else []
        joint = k - 1 if view.word(k - 1) == "," else k
        while members and len(members) < min(count, _MOST):
            noun = phrase_ending(view, joint)
            if noun is None:
                break
            members.append(noun)
            if len(members) < count and view.word(noun.i - 1) != ",":
                break
            joint = noun.i - 1
        named = any(place.i < noun.j and noun.i < place.j for noun in members for place in view.places)
        if len(members) == count and not named:
            return members[::-1]
    return []
