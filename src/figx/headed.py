"""What a figure takes from the headings above it, where the words of its own sentence say nothing."""

from __future__ import annotations

from figx.categories import Category
from figx.figure import Kind, Status
from figx.headings import Said, categories, statuses
from figx.quantity import Quantity
from figx.statuses import Stated
from figx.view import View

_HEADING_WORDS = 3  # of a heading that says what the sentences under it are about
_LEAD_WORDS = 12  # of a lead-in that says what its items are about


def category_above(view: View, quantity: Quantity) -> Category | None:
    """The category that a row's label names, or what stands above it; that of an item's lead-in; that of a section.

    The last two are for people in general and for money alone.
    """
    context = view.context
    if context.row:
        said = next(
            filter(
                None, (_first(view, quantity, t) for t in (view.text, "\n".join(context.headings), view.facts.title))
            ),
            None,
        )
    elif not _is_general(view, quantity):
        return None
    else:
        said = (_lead(view, quantity) if context.item else None) or _section(view, quantity)
    return _category(view, said)


def category_of_column(view: View, quantity: Quantity) -> Category | None:
    """The category that the head of a cell's column names: it comes before what stands in the row."""
    head = view.context.head_at(quantity.start)
    return _category(view, _first(view, quantity, head.text) if head else None)


def _category(view: View, said: Said | None) -> Category | None:
    if said is None:
        return None
    term = view.rules.packs.category[said.rule].term
    return Category(said.value, term or " ".join(said.words.lower().split()), said.words, said.rule)


def _first(view: View, quantity: Quantity, heading: str) -> Said | None:
    return next(categories(heading, view.rules, _key(view, quantity), aid=view.facts.aid), None)


def _lead(view: View, quantity: Quantity) -> Said | None:
    """What the lead-in of a list says: "Delivered so far:", not a sentence of many words that ends with a colon."""
    lead = view.context.headings[0]
    return _first(view, quantity, lead) if len(lead.split()) <= _LEAD_WORDS else None


def _section(view: View, quantity: Quantity) -> Said | None:
    """The one category that the heading of a section names, for a figure of people in general or of money."""
    heading = next(iter(view.context.headings[view.context.item :]), "")
    if view.context.head or not heading or len(heading.split()) > _HEADING_WORDS:
        return None
    found = list(categories(heading, view.rules, _key(view, quantity), aid=view.facts.aid))
    return found[0] if len({said.value for said in found}) == 1 else None


def status_above(view: View, quantity: Quantity) -> Stated | None:
    """The status that the head of a cell's column or the lead-in of an item names, the nearest first."""
    context = view.context
    if not (context.row or context.item):
        return None
    for heading in (*([view.text] if context.row else ()), *context.headings_at(quantity.start)):
        for said in statuses(heading, view.rules, quantity.kind or Kind.COUNT):
            return Stated(Status(said.value), said.words, said.rule)
    return None


def _key(view: View, quantity: Quantity) -> str:
    if quantity.kind in (Kind.MONEY, Kind.MEASURE):
        return quantity.kind.value
    if quantity.kind is Kind.COUNT:
        return quantity.unit
    if quantity.noun is None:
        return ""
    return "person" if view.is_(quantity.noun.j - 1, "any_people") else quantity.noun.unit


def _is_general(view: View, quantity: Quantity) -> bool:
    """Whether a figure counts people or money and does not say which."""
    noun = quantity.noun
    if quantity.kind is Kind.MONEY:
        return noun is None or not view.is_(noun.j - 1, "own_money")
    if quantity.kind is not Kind.COUNT:
        return False
    return (
        view.is_(noun.j - 1, "any_people") if noun else view.context.item and quantity.unit in ("person", "household")
    )
