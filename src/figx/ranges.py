"""Two numbers that are one: "3 to 5 million", "between $3 and $5 million", "4 or 5,000"; and "from 18,000 to 125,000"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from figx.cues import tells_change
from figx.figure import Kind, Qualifier, Role
from figx.nouns import phrase_after
from figx.quantity import Quantity
from figx.subjects import before_hedges
from figx.view import View

_YEAR_LEADS = frozenset({"in", "since", "during", "of", "by", "until", "after", "before"})
_DASHES = frozenset({"-", "–", "‑", "—"})
_BY = re.compile(r"\b(?:by|up|down|added|gained|lost|rose|fell|climbed|dropped)\s+(?:[\w']+\s+){0,2}\Z", re.IGNORECASE)
_FROM = re.compile(r"\s+(?:[\w']+\s+){0,2}from\s+(?:[\w']+\s+){0,3}[$€£]?\d")
_RANGING = re.compile(r"\b(?:rang\w+|var(?:y|ies|ied|ying)|anywhere|estimates?)\b", re.IGNORECASE)


def merge_ranges(view: View, quantities: list[Quantity]) -> list[Quantity]:
    """The quantities with both ends of a range made one, and both ends of a change marked `from` and `to`."""
    merged: list[Quantity] = []
    i = 0
    while i < len(quantities):
        first = quantities[i]
        second = quantities[i + 1] if i + 1 < len(quantities) else None
        if second and (joined := _join(view, first, second)):
            merged.append(joined)
            i += 2
            continue
        merged.append(first)
        i += 1
    return merged


def _join(view: View, first: Quantity, second: Quantity) -> Quantity | None:
    between = [view.lower(k) for k in range(first.j, second.i)]
    if first.value is None or second.value is None or not _compatible(first, second):
        return None
    if _is_year(first) and (_is_year(second) or view.lower(first.i - 1) in _YEAR_LEADS):
        return None
    between = _without_repeats(between)
    lead = view.text[: first.start]
    shared = _share_scale(view, first, second)
    match between:
        case [dash] if dash in _DASHES:
            spaced = not view.glued(first.j)
            alike = first.numeral.digits == second.numeral.digits and second.value <= 5 * shared
            alike = alike or shared != first.value  # "1 - 2 million"
            good = shared < second.value and (not spaced or dash in ("–", "—") or alike) and _same_money(first, second)
            if dash in ("-", "‑") and second.value and shared and second.value / shared > 1000:
                good = False
        case ["to" | "through" | "until"]:
            if re.search(r"\bfrom\s+(?:[\w']+\s+){0,3}$", lead, re.IGNORECASE) and not _RANGING.search(lead[-40:]):
                return _pair(view, first, second)
            by = _BY.search(lead)
            if by and (
                second.value >= 3 * shared or _FROM.match(view.text, second.end)
            ):  # "rose by 40 to 900": the change, and what it came to
                first.role, second.role = Role.DELTA, Role.TO
                first.rules["role"] = second.rules["role"] = "figx.by-to"
                return None
            good = shared < second.value
        case ["from"]:
            _to_from(view, first, second, lead)
            return None
        case ["and"]:
            good = bool(re.search(r"\b(?:between|as\s+high\s+as|either)\W+(?:[\w']+\s+){0,3}$", lead, re.IGNORECASE))
            good = good and shared <= second.value
        case ["or"]:
            good = shared < second.value and (second.value <= shared * 3 or shared + 1 == second.value)
            good = good and not (first.kind and second.kind is None)
        case _:
            return None
    return _range(first, second, shared) if good else None


def _to_from(view: View, first: Quantity, second: Quantity, lead: str) -> None:
    """ "fell to 16,000 from 22,000": both ends, the second first."""
    if re.search(r"\bto\s+(?:[\w']+\s+){0,3}\Z", lead, re.IGNORECASE) and tells_change(view, first.i, second.j):
        first.role, second.role = Role.TO, Role.FROM
        first.rules["role"] = second.rules["role"] = "figx.to-from"
        first.baseline, second.baseline = second.value, first.value


def _is_year(quantity: Quantity) -> bool:
    value = quantity.value
    return quantity.kind is None and quantity.numeral.digits == "plain" and value is not None and 1500 <= value <= 2100


def link_changes(view: View, quantities: list[Quantity]) -> None:
    """Both ends of a change that other words part: "fell from 5,000 in 2022 to 3,000", "raised to 125,000, from 18,000"."""
    for first, second in pairwise(quantities):
        if first.role is not Role.LEVEL or second.role is not Role.LEVEL:
            continue
        carried = first.kind in (Kind.MEASURE, Kind.MONEY, Kind.SHARE) and _is_bare(view, second)
        if not (carried or _compatible(first, second)):
            continue
        leads = tuple(view.lower(before_hedges(view, quantity.i) - 1) for quantity in (first, second))
        if leads not in (("from", "to"), ("to", "from")):
            continue
        between = view.text[first.end : second.start]
        dated = any(view.is_(k, "time_noun") or k in view.masked for k in range(first.j, second.i))
        if ";" in between or len(between) > 80 or not (dated or tells_change(view, first.i, len(view))):
            continue
        _carry_kind(view, first, second)
        rising = leads == ("from", "to")
        first.role, second.role = (Role.FROM, Role.TO) if rising else (Role.TO, Role.FROM)
        first.rules["role"] = second.rules["role"] = "figx.from-to" if rising else "figx.to-from"
        first.baseline, second.baseline = second.value, first.value


def _minor(view: View, quantity: Quantity) -> Decimal:
    """What the unit of `quantity` multiplies its number with: a hundredth for cents."""
    rule = quantity.rules.get("kind", "")
    return view.rules.factor(rule) if rule in view.rules.packs.currency else Decimal(1)


def _carry_kind(view: View, first: Quantity, second: Quantity) -> None:
    """ "from 21 km to 30", "from $3 million to 4 million": what is said of the first end holds for the second."""
    if first.kind in (Kind.MEASURE, Kind.MONEY, Kind.SHARE) and second.kind is None:
        second.kind, second.unit, second.codes = first.kind, first.unit, first.codes
        second.rules["kind"] = first.rules.get("kind", "")


def _is_bare(view: View, quantity: Quantity) -> bool:
    return quantity.kind is None and phrase_after(view, quantity.j) is None


def _without_repeats(between: list[str]) -> list[str]:
    """ "3 to about 5 million", "to as many as": hedges inside a range say nothing more."""
    hedges = {
        "about",
        "around",
        "some",
        "nearly",
        "almost",
        "over",
        "perhaps",
        "possibly",
        "even",
        "up",
        "approximately",
        "an",
        "estimated",
    }
    if len(between) > 1 and between[0] in ("to", "and", "or"):
        return [between[0], *[word for word in between[1:] if word not in hedges]]
    return between


def _compatible(first: Quantity, second: Quantity) -> bool:
    if first.qualifier is Qualifier.RANGE or second.numeral.form == "vague" or first.numeral.form == "vague":
        return False
    if first.kind == second.kind:
        return first.kind is not Kind.MEASURE or first.unit == second.unit
    return first.kind is None or (second.kind is None and first.kind in (Kind.MONEY, Kind.AGE))


def _same_money(first: Quantity, second: Quantity) -> bool:
    return first.kind is not Kind.MONEY or second.kind is not Kind.MONEY or first.unit == second.unit


def _share_scale(view: View, first: Quantity, second: Quantity) -> Decimal:
    """The value of the first end, with the scale of the second where the wording shares it."""
    value, a, b = first.value or Decimal(0), first.numeral, second.numeral
    if first.kind is None and second.kind is Kind.MONEY and (minor := _minor(view, second)) < 1:
        return value * minor  # "20 to 30 cents"
    if a.scale == 1 and b.scale > 100 and a.mantissa < b.mantissa and first.kind in (None, second.kind, Kind.MONEY):
        return value * b.scale
    if a.form == b.form == "words" and b.mantissa % 100 == 0 and value < b.mantissa / 100 < 10:
        return value * 100  # "five or six hundred"
    if b.digits in ("comma", "spaces") and b.mantissa % 1000 == 0 and a.digits == "plain" and value < 1000:
        thousands = b.mantissa / 1000
        if value < thousands and value * 4 >= thousands:
            return value * 1000
    return value


def _range(first: Quantity, second: Quantity, low: Decimal) -> Quantity:
    flags = [*first.flags, *second.flags]
    if low != first.value and second.numeral.scale == 1:
        flags.append("shared_scale")
    return replace(
        second if second.kind else first,
        i=first.i, j=second.j, start=first.start, end=second.end, value=None, low=low, high=second.value,
        qualifier=Qualifier.RANGE, flags=flags, rules={**first.rules, **second.rules, "qualifier": "figx.range"},
    )  # fmt: skip


def _pair(view: View, first: Quantity, second: Quantity) -> Quantity | None:
    """ "from 18,000 to 125,000": two figures where something changes, one range where it does not."""
    low = _share_scale(view, first, second)
    if tells_change(view, first.i, second.j):
        if second.kind and first.kind is None:
            first.kind, first.unit, first.codes = second.kind, second.unit, second.codes
            first.rules["kind"] = second.rules.get("kind", "")
        first.value = low
        first.role, second.role = Role.FROM, Role.TO
        first.rules["role"] = second.rules["role"] = "figx.from-to"
        first.baseline, second.baseline = second.value, first.value
        return None
    return _range(first, second, low) if second.value is not None and low < second.value else None
