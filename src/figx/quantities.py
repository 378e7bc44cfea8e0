"""From a sentence to its quantities, and to the numbers that are none with the reason why."""

from __future__ import annotations

from figx.amounts import amount
from figx.cells import headed_amounts
from figx.changes import read_changes
from figx.counted import count_nouns
from figx.figure import Kind, Role
from figx.filters import bare, reject
from figx.lexicon import Lexicon
from figx.masks import mask
from figx.qualifiers import cue_before, qualify
from figx.quantity import Quantity, Rejection
from figx.ranges import link_changes, merge_ranges
from figx.shares import carry_on_percent, carry_percent, fraction, merge_shares, multiples, times
from figx.view import View


def find_quantities(view: View, lexicon: Lexicon) -> tuple[list[Quantity], list[Rejection]]:
    """All quantities of a sentence in order, with kind, unit, bounds and noun, and the rejected numbers."""
    mask(view)
    rejected = [
        Rejection(view.numerals[i].start, view.numerals[i].end, reason, rule)
        for i, (reason, rule) in view.masked.items()
    ]
    found = [amount(view, i, lexicon) for i in sorted(view.numerals) if i not in view.masked]
    found = [quantity for n, quantity in enumerate(found) if not n or quantity.start >= found[n - 1].end]
    found = merge_ranges(view, merge_shares(view, found))
    carry_percent(view, found)
    carry_on_percent(view, found)
    headed_amounts(view, found)
    taken = {k for quantity in found for k in quantity.tokens}
    found = sorted([*found, *multiples(view, taken)], key=lambda quantity: quantity.start)
    found, turned_down = _filter(view, found)
    rejected += turned_down
    others = {k for quantity in found for k in quantity.tokens}
    link_changes(view, found)
    count_nouns(view, found)
    kept: list[Quantity] = []
    for quantity in found:
        qualify(view, quantity, others - set(quantity.tokens))
        if quantity.kind is None:
            quantity.kind = Kind.COUNT
            quantity.rules.setdefault("kind", "figx.count")
    read_changes(view, found)
    for quantity in found:
        reason = _bare(view, quantity)
        if reason:
            rejected.append(Rejection(quantity.start, quantity.end, reason, "figx.bare"))
        else:
            kept.append(quantity)
    return kept, sorted(rejected, key=lambda rejection: rejection.start)


def _stressed(view: View, quantity: Quantity) -> bool:
    return "qualifier" in quantity.rules or view.lower(quantity.i - 1) in ("just", "only", "another", "of", "record")


def _bare(view: View, quantity: Quantity) -> str:
    row = view.context.row
    if quantity.kind is not Kind.COUNT or quantity.unit or quantity.role is not Role.LEVEL or row:
        return ""
    return bare(view, quantity, cued=_stressed(view, quantity))


def _filter(view: View, found: list[Quantity]) -> tuple[list[Quantity], list[Rejection]]:
    kept, rejected = [], []
    for quantity in found:
        verdict = _verdict(view, quantity)
        if verdict:
            rejected.append(verdict)
        else:
            kept.append(quantity)
    return kept, rejected


def _verdict(view: View, quantity: Quantity) -> Rejection | None:
    if quantity.kind is None and quantity.value is not None:
        if quantity.numeral.form == "fraction" or quantity.numeral.digits in ("ratio", "vulgar"):
            return fraction(view, quantity)
        often = times(view, quantity)
        if isinstance(often, Rejection):
            return often
    return reject(view, quantity, lambda q: cue_before(view, q) is not None)
