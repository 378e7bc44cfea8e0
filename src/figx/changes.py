"""Whether a figure is a level, an end of a change or its size, and whether it rose or fell: role, trend and baseline."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from figx.consistency import contradictions
from figx.cues import cue_meaning, is_change, is_compared_number, is_noun_of_change
from figx.figure import Kind, Role, Trend
from figx.governors import Bond, bonds_of
from figx.hangs import hang_of, is_particle
from figx.quantity import Quantity
from figx.view import View

_ROLES = {"to": Role.TO, "at": Role.TO, "from": Role.FROM}
_BACK = 28  # tokens
_GROWS = re.compile(r"(?:re)?(?:doubl|tripl|trebl|quadrupl|quintupl|sextupl)(?:ed|ing|es)", re.IGNORECASE)
_GROW = re.compile(r"(?:re)?(?:double|triple|treble|quadruple|quintuple)", re.IGNORECASE)


def read_changes(view: View, quantities: Sequence[Quantity]) -> None:
    """Sets `role`, `trend` and `baseline` of the quantities of a sentence, and flags a change that contradicts itself."""
    bonds = bonds_of(view, quantities)
    before = None
    for quantity, bond in zip(quantities, bonds, strict=True):
        if bond is not None:
            _apply(view, quantity, bond)
        elif quantity.kind is Kind.MULTIPLE:
            _multiple(view, quantity)
        elif quantity.kind is Kind.SHARE:
            _signed(view, quantity, before)
        before = quantity
    for first, second in pairwise(quantities):
        _carry_share(first, second)
    changes = _changes(view, quantities, bonds)
    changes = [part for members in changes for part in _parts(members)]
    for part in changes:
        _link(part)
    _compare(view, quantities)
    for members in changes:
        for quantity in contradictions(members):
            quantity.flags.append("inconsistent_change")


def _apply(view: View, quantity: Quantity, bond: Bond) -> None:
    at_rate = (
        bond.link == "at" and quantity.kind is Kind.SHARE and "bare" in view.rules.packs.cue[bond.match.rule].takes
    )
    role = Role.DELTA if at_rate and not is_particle(view, bond.match) else _ROLES.get(bond.link, Role.DELTA)
    if not bond.link and hang_of(view, quantity).threshold and "to" in view.rules.packs.cue[bond.match.rule].takes:
        role = Role.TO
    quantity.role, quantity.trend = role, bond.trend
    quantity.rules["role"], quantity.words["role"] = bond.match.rule, view.raw(bond.match.i, bond.match.j)


def _carry_share(first: Quantity, second: Quantity) -> None:
    """ "rose by 2 per cent, and the other fell by 1": a bare size of a change is a share, as the one before."""
    both = first.role is Role.DELTA and second.role is Role.DELTA
    if (
        both
        and first.kind is Kind.SHARE
        and second.kind is Kind.COUNT
        and not second.unit
        and second.numeral.scale == 1
    ):
        second.kind, second.unit, second.rules["kind"] = Kind.SHARE, "percent", "figx.share.carried"
        second.flags.append("unit_from_context")


def _multiple(view: View, quantity: Quantity) -> None:
    """ "doubled", "a threefold rise" are the size of a change; "twice as many", "double the figure" compare."""
    word = view.lower(quantity.i)
    base = _GROW.fullmatch(word)
    k = quantity.i
    while k > 0 and any(cue_meaning(view, m, "qualifier") for m in view.ending(k, "cue")):
        k = min(m.i for m in view.ending(k, "cue") if cue_meaning(view, m, "qualifier"))
    led = view.lower(k - 1) == "to" or (view.is_(k - 1, "auxiliary") and not view.is_(k - 1, "copula"))
    verb = base and (led or _is_predicate(view, quantity.i))
    fold = word.endswith("fold") or view.raw(quantity.i, quantity.j).lower().endswith("fold")
    grows = fold and any(
        is_change(view, m) for k in (*range(quantity.i - 4, quantity.i), quantity.j) for m in view.at(k, "cue")
    )
    if _GROWS.fullmatch(word) or verb or grows:
        quantity.role, quantity.trend, quantity.rules["role"] = Role.DELTA, Trend.UP, "figx.multiple"
        quantity.words["role"] = view.raw(quantity.i, quantity.j)


def _is_predicate(view: View, i: int) -> bool:
    """ "arrivals more than double", and not "is more than double the figure"."""
    k = i
    while k > 0 and view.lower(k - 1) in ("more", "than", "nearly", "almost", "about", "roughly"):
        k -= 1
    noun = view.noun(k - 1)
    return (
        k < i
        and k > 0
        and (noun.plural if noun else view.lower(k - 1).endswith("s"))
        and not view.is_(k - 1, "auxiliary")
    )


def _signed(view: View, quantity: Quantity, before: Quantity | None) -> None:
    """ "Nasdaq +0.8%", "(-3%)": a sign before a share tells that it is a change."""
    if quantity.value is None or quantity.value <= 0:
        return
    sign = _SIGN.search(view.text[max(0, quantity.start - 3) : quantity.start])
    trend = None
    if sign and (sign.group(1) == "+" or _is_no_bullet(view, quantity)):
        trend = Trend.UP if sign.group(1) == "+" else Trend.DOWN
    elif before is not None and before.rules.get("role") == "figx.sign" and _joined(view, before, quantity):
        trend = before.trend  # "(+174% and 148%)"
    if trend is not None:
        quantity.role, quantity.trend, quantity.rules["role"] = Role.DELTA, trend, "figx.sign"
        quantity.words["role"] = sign.group(1) if sign else ""


_SIGN = re.compile(r"(?:^|[\s(:,])([+−-])\Z")


def _is_no_bullet(view: View, quantity: Quantity) -> bool:
    """Whether the hyphen before the share is a sign: inside the line, and nothing is said to have this share."""
    return view.word(quantity.i - 2) == "(" or (quantity.i > 2 and view.lower(quantity.j) != "of")


def _joined(view: View, before: Quantity, quantity: Quantity) -> bool:
    return all(view.lower(k) in ("and", ",", "or") for k in range(before.j, quantity.i))


# -- what belongs to one change ----------------------------------------------------------------------------------------


def _changes(view: View, quantities: Sequence[Quantity], bonds: Sequence[Bond | None]) -> list[list[Quantity]]:
    """The quantities that tell one change: those of one word, with the level before "down from"."""
    groups: dict[int, list[Quantity]] = defaultdict(list)
    for n, (quantity, bond) in enumerate(zip(quantities, bonds, strict=True)):
        if bond is None:
            continue
        members = groups[bond.match.i]
        if (
            bond.link == "from"
            and not any(member.role is Role.TO for member in members)
            and (partner := _came_to(view, quantities, n, bond))
        ):
            _meet(partner, bond)
            members.append(partner)
        members.append(quantity)
        members += [q for q in _pair_of(quantities, bonds, n) if not any(q is member for member in members)]
    for quantity in quantities:
        if quantity.kind is Kind.MULTIPLE and quantity.role is Role.DELTA and quantity.i in groups:
            groups[quantity.i].append(quantity)  # "doubled to 6,000 from 2,800"
    pairs = [[q, other] for q, other, here, there in zip(quantities, quantities[1:], bonds, bonds[1:], strict=False)
             if {q.role, other.role} == {Role.FROM, Role.TO} and here is None and there is None]  # fmt: skip
    return [*groups.values(), *pairs]


def _pair_of(quantities: Sequence[Quantity], bonds: Sequence[Bond | None], n: int) -> list[Quantity]:
    """The other end of a "from ... to" whose own bond was not found."""
    other = {Role.FROM: n + 1, Role.TO: n - 1}.get(quantities[n].role, -1)
    if not 0 <= other < len(quantities) or bonds[other] is not None:
        return []
    return [quantities[other]] if {quantities[n].role, quantities[other].role} == {Role.FROM, Role.TO} else []


def _came_to(view: View, quantities: Sequence[Quantity], n: int, bond: Bond) -> Quantity | None:
    """The level that a change led to: "16,000, down from 22,000", "33 villages, which is an increase from 20"."""
    quantity = quantities[n]
    for other in (quantities[m] for m in range(n - 1, -1, -1)):
        if bond.match.i - other.j > _BACK:
            break
        if other.j > bond.match.i:
            continue
        if other.kind is not quantity.kind or (quantity.unit and other.unit and quantity.unit != other.unit):
            continue
        between = range(other.j, bond.match.i)
        if not is_particle(view, bond.match) and not is_noun_of_change(view, bond.match):
            return None
        apposed = any(view.word(k) in (",", "(", "-", "–", "—", ")") for k in between) or is_particle(view, bond.match)
        return other if apposed and not any(view.word(k) in (";", ".") for k in between) else None
    return None


def _meet(partner: Quantity, bond: Bond) -> None:
    if partner.role is Role.LEVEL:
        partner.role, partner.trend = Role.TO, bond.trend
        partner.rules["role"] = bond.match.rule


def _link(members: list[Quantity]) -> None:
    """Each end has the other as its baseline, and the size of the change the end that it is measured from."""
    starts = [q for q in members if q.role is Role.FROM]
    ends = [q for q in members if q.role is Role.TO]
    if starts:
        for quantity in members:
            if quantity.role is Role.DELTA or (quantity.role is Role.TO and _comparable(starts[-1], quantity)):
                quantity.baseline = starts[-1].value
    if ends and starts and _comparable(starts[-1], ends[0]):
        starts[-1].baseline = ends[0].value
    for quantity in (*starts, *ends):
        if quantity.trend is None:
            quantity.trend = _direction(quantity)


def _parts(members: list[Quantity]) -> list[list[Quantity]]:
    """Several changes that one word tells, each with its own ends: "from 20 to 29 in the city and from 14 to 24 elsewhere"."""
    parts: list[list[Quantity]] = [[]]
    for quantity in sorted(members, key=lambda quantity: quantity.start):
        roles = [member.role for member in parts[-1]]
        again = quantity.role is Role.FROM and Role.FROM in roles
        if again or (quantity.role is Role.TO and roles[-2:] == [Role.TO, Role.FROM]):
            parts.append([])
        parts[-1].append(quantity)
    return parts


def _comparable(start: Quantity, quantity: Quantity) -> bool:
    return start.kind is quantity.kind and (start.unit == quantity.unit or not start.unit or not quantity.unit)


def _direction(quantity: Quantity) -> Trend | None:
    value, other = quantity.value, quantity.baseline
    if value is None or other is None or value == other:
        return None
    rises = other > value if quantity.role is Role.FROM else value > other
    return Trend.UP if rises else Trend.DOWN


def _compare(view: View, quantities: Sequence[Quantity]) -> None:
    """ "12,000, compared with 9,000 a year earlier": the second is what the first is measured from."""
    read = {k for quantity in quantities for k in quantity.tokens}
    for n, quantity in enumerate(quantities):
        k = hang_of(view, quantity).i
        cues = [m for m in (*view.ending(k, "cue"), *view.ending(k + 1, "cue")) if cue_meaning(view, m, "baseline")]
        cues += [m for m in view.at(k, "cue") if is_compared_number(view, m)]
        if not cues or quantity.role is not Role.LEVEL:
            continue
        for other in (quantities[m] for m in range(n - 1, -1, -1)):
            if other.role is Role.FROM or other.kind in (Kind.DURATION, Kind.AGE):
                continue
            alike = other.kind is quantity.kind and (other.unit == quantity.unit or not other.unit or not quantity.unit)
            changed = other.role is Role.DELTA and quantity.kind is not Kind.SHARE
            unread = any(
                k in view.numerals and k not in view.masked and k not in read for k in range(other.j, quantity.i)
            )
            if (alike or changed) and not unread:
                other.baseline = other.baseline if other.baseline is not None else quantity.value
                other.rules["baseline"], other.words["baseline"] = cues[0].rule, view.raw(cues[0].i, cues[0].j)
                if other.role is not Role.LEVEL:
                    quantity.role, quantity.trend, quantity.rules["role"] = Role.FROM, other.trend, cues[0].rule
            break
