"""What the words right around a figure say about its time: that it holds at any time, that it is compared, how it is owned."""

from __future__ import annotations

from figx.figure import Kind
from figx.quantity import Quantity
from figx.subjects import before_hedges
from figx.view import View


def timeless(view: View, quantity: Quantity) -> bool:
    """What holds at any time: "all 50 states", "a 9-million euro annual budget", "a city of 170,000"."""
    words = view.rules.packs.times
    if words.holds("yearly", view.lower(quantity.j)):
        return True
    k = before_hedges(view, quantity.i) - 1
    if view.lower(k) == "of" and words.holds("geography", view.lower(k - 1)) and view.is_(k - 2, "determiner"):
        return True
    return words.holds("whole", view.lower(quantity.i - 1)) and words.holds("geography", quantity.unit)


def owned(view: View, quantity: Quantity) -> bool:
    """What somebody has, whatever was done with it: "its 17 goals", "a city with a population of 1.5 million"."""
    words = view.rules.packs.times
    k = before_hedges(view, quantity.i) - 1
    if view.lower(k) == "of" and words.holds("attributes", view.lower(k - 1)) and view.is_(k - 2, "determiner"):
        return view.lower(k - 3) == "with"
    return words.holds("owners", view.lower(quantity.i - 1)) and quantity.kind is not Kind.MULTIPLE


def baseline(view: View, quantity: Quantity) -> bool:
    """What another figure is compared with, at a time of its own: "down from 6 percent", "compared to 300"."""
    words = view.rules.packs.times
    k = before_hedges(view, quantity.i) - 1
    phrases = (f"{view.lower(k - 1)} {view.lower(k)}", view.lower(k))
    return any(words.holds(name, phrase) for name in ("comparisons", "baselines") for phrase in phrases)


def reaches(view: View, quantity: Quantity, i: int) -> bool:
    """Whether the time at token i may be the figure's: a factor keeps out of "three times the figure for 2019"."""
    return quantity.kind is not Kind.MULTIPLE or not any(view.is_(k, "determiner") for k in range(quantity.j, i))
