"""Numbers that belong to the layout of a text and to no claim: of list items, of footnotes, of pages."""

from __future__ import annotations

import re

from figx.nouns import phrase_after
from figx.quantity import Quantity
from figx.scales import scale_of
from figx.view import View

_LIST_NUMBER = re.compile(r"\s*[-–•*#>]*\s*\(?(\d{1,2})[.)](?=\s|\\)")
_SECTION = re.compile(r"\s*(\d{1,2}(?:\.\d{1,2})+)\.?\s+([A-Z]\w+)")  # 2.4 CHILD LABOUR
_WITHIN = re.compile(r"\.\s+[A-Z]")
_PAGE = re.compile(r"\n\s*\d{1,3}\s*\Z|\A\s*\d{1,3}\s*\n\s*(?=[A-Z])")
_GLUED = re.compile(r"(?:[^\W\d_]|[^\W\d_][”’\"')\]])[.,;!?]?[”’\"')\]]?\Z")
_COLUMN = re.compile(r"\||\t| {3,}")
_FOOTNOTE = re.compile(r"\.?\d{1,3}")


def numbering(view: View, quantity: Quantity) -> str:
    """Why a number is one of the layout, or "" where it is none."""
    if quantity.kind is not None:
        return ""
    if view.context.head and _is_unit_of_table(view, quantity):
        return "the unit that a heading gives"
    if _is_listed(view, quantity):
        return "the number of a list item or a footnote"
    if (view.context.note and _is_at_edge(view, quantity)) or _is_footnote(view, quantity):
        return "the number of a footnote or a page"
    return "a number alone on its line, a page number perhaps" if _stands_alone(view, quantity) else ""


def _is_at_edge(view: View, quantity: Quantity) -> bool:
    """Whether the number begins a footnote, or stands where a running head has that of its page."""
    last = quantity.j == len(view) and quantity.numeral.digits == "plain" and quantity.end - quantity.start <= 3
    return quantity.i == 0 or last


def _is_footnote(view: View, quantity: Quantity) -> bool:
    """ "sleep in peace”.64", "put it,6 we": glued to the mark after a word, and nothing is counted after it."""
    head, quote = view.text[max(0, quantity.start - 4) : quantity.start], view.text[quantity.start : quantity.end]
    if not ((head and head[-1] in ".,;!?”’\"')]") or quote.startswith(".")) or not _FOOTNOTE.fullmatch(quote):
        return False
    if not _GLUED.search(head) or re.match(r"\w|[-–]\w", view.text[quantity.end :]):
        return False
    noun = phrase_after(view, quantity.j)
    return not (noun and noun.sure and noun.i == quantity.j and view.word(noun.i).islower())


def _is_unit_of_table(view: View, quantity: Quantity) -> bool:
    """ "Refugees by country (in thousands)", "People (’000)"."""
    before, after = view.text[: quantity.start], view.text[quantity.end :]
    column = re.split(_COLUMN, before)[-1] + view.text[quantity.start : quantity.end] + re.split(_COLUMN, after)[0]
    scaled = scale_of(column.strip(), view.rules)
    if scaled is None or not scaled.sure or scaled.factor == 1:
        return False
    quote = view.text[quantity.start : quantity.end]
    return quote.lower() in scaled.words.lower() and (quantity.value in (None, 0) or quantity.numeral.form != "digits")


def _is_listed(view: View, quantity: Quantity) -> bool:
    """ "1. Shelter", and in a list glued to its sentence: "three aims: 1. Shelter; 2. Water"."""
    match = _LIST_NUMBER.match(view.text)
    if match and match.start(1) == quantity.start:
        return True
    section = _SECTION.match(view.text)
    if (
        section
        and section.span(1) == (quantity.start, quantity.end)
        and (view.context.head or section.group(2).isupper())
    ):
        return True
    short = quantity.numeral.digits == "plain" and quantity.end - quantity.start <= 2
    return short and bool(_WITHIN.match(view.text, quantity.end))


def _stands_alone(view: View, quantity: Quantity) -> bool:
    if view.context.row:
        return False
    page = _PAGE.search(view.text)
    if page and page.start() <= quantity.start and quantity.end <= page.end():
        return True
    whole = view.text.strip(" \t|*#_-–—•.[]()")
    return whole == view.text[quantity.start : quantity.end] and quantity.numeral.digits == "plain"
