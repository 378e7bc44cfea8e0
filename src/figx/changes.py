"""Whether a figure is a level, an end of a change or its size, and whether it rose or fell: role and trend."""

from __future__ import annotations

import re

from figx.cues import cue_meaning
from figx.figure import Kind, Role, Trend
from figx.quantity import Quantity
from figx.scope import Scope
from figx.subjects import before_hedges
from figx.view import Match, View


def change_of(view: View, quantity: Quantity, scope: Scope) -> tuple[Role, Trend | None, str]:
    """The role, the trend and the rule that decided them."""
    if quantity.role in (Role.FROM, Role.TO):
        return quantity.role, _pair_trend(quantity), quantity.rules.get("role", "")
    if reversed_pair := _compared_from(view, quantity):
        return reversed_pair
    cue = _trend_before(view, quantity) or _by_amount(view, quantity) or _trend_after(view, quantity)
    if quantity.kind is Kind.MULTIPLE:
        return _multiple(view, quantity)
    if quantity.role is Role.DELTA:
        return Role.DELTA, (cue[0] if cue else None), quantity.rules.get("role", "")
    if cue is None:
        return Role.LEVEL, None, ""
    trend, rule, words = cue
    if words[-1:] == ["to"] or "to" in words:
        return Role.TO, trend, rule
    return Role.DELTA, trend, rule


def _pair_trend(quantity: Quantity) -> Trend | None:
    if quantity.value is None or quantity.baseline is None or quantity.value == quantity.baseline:
        return None
    rises = quantity.baseline > quantity.value if quantity.role is Role.FROM else quantity.value > quantity.baseline
    return Trend.UP if rises else Trend.DOWN


def _multiple(view: View, quantity: Quantity) -> tuple[Role, Trend | None, str]:
    word = view.lower(quantity.i)
    if (
        re.match(r"(?:doubl|tripl|trebl|quadrupl|quintupl)(?:ed|ing|es)", word)
        or "fold" in view.raw(quantity.i, quantity.j).lower()
    ):
        return Role.DELTA, Trend.UP, "figx.multiple"
    if re.match(r"(?:double|triple|treble|quadruple)", word) and view.lower(quantity.i - 1) in (
        "to",
        "will",
        "would",
        "could",
        "may",
        "than",
    ):
        return Role.DELTA, Trend.UP, "figx.multiple"
    return Role.LEVEL, None, ""


def _trend_before(view: View, quantity: Quantity) -> tuple[Trend, str, list[str]] | None:
    """A trend word before the number, with nothing but hedges between: "fell by about 30%", "an increase of 2.8 million"."""
    between: list[str] = []
    for k in range(quantity.i - 1, max(-1, quantity.i - 9), -1):
        for match in view.ending(k + 1, "cue"):
            if (meaning := cue_meaning(view, match, "trend")) and _tells(view, match, quantity, between):
                return Trend(meaning), match.rule, between
        word = view.lower(k)
        hedge = any(cue_meaning(view, match, "qualifier") for match in view.ending(k + 1, "cue"))
        if not view.is_(k, "hedge") and not hedge:
            return None
        between.append(word)
    return None


def _by_amount(view: View, quantity: Quantity) -> tuple[Trend, str, list[str]] | None:
    """ "cut the backlog by 30 per cent": the object stands between the verb and "by"."""
    k = before_hedges(view, quantity.i) - 1
    if view.lower(k) != "by":
        return None
    for i in range(k - 1, max(-1, k - 12), -1):
        if view.is_punctuation(i) or i in view.numerals:
            return None
        for match in view.ending(i + 1, "cue"):
            if meaning := cue_meaning(view, match, "trend"):
                return Trend(meaning), match.rule, ["by"]
    return None


def _compared_from(view: View, quantity: Quantity) -> tuple[Role, Trend | None, str] | None:
    """ "16,000, down from 22,000": the first is what it came to, the second where it came from."""
    last = before_hedges(view, quantity.i) - 1
    if view.lower(last) == "from" and view.lower(last - 1) in ("up", "down"):
        return Role.FROM, Trend(view.lower(last - 1)), "figx.down-from"
    k = quantity.noun.j if quantity.noun and quantity.noun.i >= quantity.j else quantity.j
    while view.word(k) in (",", "(", "–", "-"):
        k += 1
    if k - quantity.j <= 6 and view.lower(k) in ("up", "down") and view.lower(k + 1) == "from":
        return Role.TO, Trend(view.lower(k)), "figx.down-from"
    return None


def _tells(view: View, match: Match, quantity: Quantity, between: list[str]) -> bool:
    word = view.lower(match.i)
    if word == "up" and (between[-1:] == ["to"] or view.lower(match.i - 1) in ("make", "made", "set", "makes")):
        return False
    if word in (
        "lost",
        "cut",
        "added",
        "gained",
        "boosted",
        "boosts",
        "raised",
        "raise",
        "lower",
        "lifted",
        "reduced",
        "reduce",
    ):
        return "by" in between or "to" in between or quantity.kind is Kind.SHARE
    if quantity.kind is Kind.COUNT and not between and word not in ("up", "down"):
        return False
    return not (word in ("growing", "rising", "falling", "increasing", "higher") and not between)


def _trend_after(view: View, quantity: Quantity) -> tuple[Trend, str, list[str]] | None:
    """A trend word right after the number: "a 12 per cent increase", "2 million more Latinos than"."""
    word = view.lower(quantity.j)
    if word in ("more", "fewer", "less", "higher", "lower"):
        compared = any(view.lower(k) == "than" for k in range(quantity.j, min(quantity.j + 12, len(view))))
        if compared or quantity.kind is Kind.SHARE:
            return (Trend.UP if word in ("more", "higher") else Trend.DOWN), "figx.compared", []
        return None
    if not view.is_(quantity.j, "change_noun") or quantity.kind not in (Kind.SHARE, Kind.MONEY):
        return None
    for match in view.at(quantity.j, "cue"):
        if meaning := cue_meaning(view, match, "trend"):
            return Trend(meaning), match.rule, []
    return None
