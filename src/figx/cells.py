"""The numbers of a table's cells, whose unit may stand in a heading or in the cell above."""

from __future__ import annotations

from decimal import Decimal

from figx.figure import Kind
from figx.quantity import Quantity
from figx.scales import Scaled, scale_of
from figx.view import View

_FAR_TOO_LARGE = Decimal(10) ** 12


def headed_amounts(view: View, quantities: list[Quantity]) -> None:
    """Gives the bare numbers of a row the unit of its label or of the headings above, or that of the row before."""
    if not view.context.row:
        return
    for quantity in quantities:
        if quantity.kind not in (None, Kind.MONEY):
            continue
        scaled = _scale(view, quantity, quantities[0].start)
        if scaled is None:
            _carry(view, quantity)
        elif not scaled.sure or not _fits(quantity, scaled):
            quantity.flags.append("scale_in_heading")
        else:
            _apply(view, quantity, scaled)


def _scale(view: View, quantity: Quantity, cells: int) -> Scaled | None:
    """The unit by the head of the column, the row's own label, or what stands above the table."""
    head = view.context.head_at(quantity.start)
    if head and (found := scale_of(head.text, view.rules)):
        return found
    if found := scale_of(view.text[:cells].rstrip(" \n\t.:|…"), view.rules):
        return found if found.sure else None
    for heading in view.context.headings:
        if found := scale_of(heading, view.rules):
            counted = head is not None and bool(head.unit)
            return None if counted and (found.currency or found.share) else found
    return None


def _fits(quantity: Quantity, scaled: Scaled) -> bool:
    """Whether the number may be so scaled: it has no scale of its own and stays within reason."""
    if quantity.numeral.scale != 1 or quantity.numeral.form != "digits":
        return scaled.factor == 1
    if quantity.kind is Kind.MONEY and scaled.share:
        return False
    return quantity.value is None or abs(quantity.value) * scaled.factor < _FAR_TOO_LARGE


def _apply(view: View, quantity: Quantity, scaled: Scaled) -> None:
    if quantity.kind is None and scaled.share:
        quantity.kind, quantity.unit = Kind.SHARE, "percent"
        quantity.rules["kind"], quantity.words["kind"] = "figx.heading.share", scaled.words
    if quantity.kind is None and scaled.currency:
        currency = view.rules.currency(scaled.currency)
        quantity.kind, quantity.unit, quantity.codes = Kind.MONEY, currency.code, tuple(currency.codes)
        quantity.rules["kind"], quantity.words["kind"] = scaled.currency, scaled.words
    if scaled.factor == 1:
        return
    quantity.value = None if quantity.value is None else quantity.value * scaled.factor
    quantity.low = None if quantity.low is None else quantity.low * scaled.factor
    quantity.high = None if quantity.high is None else quantity.high * scaled.factor
    quantity.rules["value"], quantity.words["value"] = "figx.heading.scale", scaled.words


def _carry(view: View, quantity: Quantity) -> None:
    """ "Berat – 4.1" under "Alba – 5.2 inches": a fraction counts nothing and is measured as the row before."""
    value = quantity.value
    if quantity.kind is None and view.context.measure and value is not None and value != value.to_integral_value():
        quantity.kind, quantity.unit = Kind.MEASURE, view.context.measure
        quantity.rules["kind"] = "figx.row.measure"
