"""Which countries a figure is about: those that its own clause names, in a first form."""

from __future__ import annotations

from figx.figure import Kind
from figx.quantity import Quantity
from figx.scope import Scope
from figx.view import PlaceMatch, View


def _names_organisation(view: View, place: PlaceMatch) -> bool:
    """Whether a country stands inside an organisation's name: "Turkish Red Crescent", "U.S. Citizenship Services"."""
    for k in range(place.j, min(place.j + 6, len(view))):
        if not view.word(k)[:1].isupper() and view.lower(k) not in ("and", "of", "for", "&"):
            return False
        if view.is_(k, "organisation"):
            return view.word(k)[:1].isupper()
    return False


def places_of(
    view: View, quantity: Quantity, quantities: list[Quantity], scope: Scope
) -> tuple[tuple[str, ...], list[str]]:
    """The countries of the figure's own clause, or of the sentence where its clause names none; and flags."""
    named = [
        place
        for place in view.places
        if place.iso3 and place.sort != "city" and not (quantity.i <= place.i and place.j <= quantity.j)
        if not _names_organisation(view, place)
    ]
    own = [place for place in named if scope.holds(place.i, place.j)]
    after = [place for place in own if place.i >= quantity.j]
    if len(quantities) > 1 and any(view.is_(place.i - 1, "preposition") for place in after):
        own = after
    chosen = own or ([] if len(quantities) > 1 and quantity.kind is Kind.MONEY else named)
    if len(quantities) > 2 and not own:
        chosen = []
    flags = ["ambiguous_place" for place in chosen if place.ambiguous and len(place.iso3) > 1]
    return tuple(dict.fromkeys(place.iso3[0] for place in chosen if len(place.iso3) == 1)), flags
