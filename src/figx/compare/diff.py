"""What changed between two sets of figures: a row for each claim of either."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from figx.compare.alignment import align, candidates, merged
from figx.compare.barriers import barrier_between
from figx.compare.change import bounds_between, difference_between
from figx.compare.claim import Claim, claims_of, numbers
from figx.compare.similarity import ENOUGH, POINTS, compare, points_of
from figx.figure import Figure, Role, Trend, plain_field


class Change(StrEnum):
    """What became of a claim."""

    CHANGED = "changed"
    REWORDED = "reworded"
    SAME = "same"
    NEW = "new"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tolerance:
    """A difference that does not count: up to `share` of the old value in per cent, or up to `amount`."""

    share: Decimal = Decimal(0)
    amount: Decimal = Decimal(0)

    def covers(self, old: Decimal, new: Decimal) -> bool:
        """Whether the two values count as the same number. It does not matter which of them is the old one."""
        return abs(new - old) <= max(self.amount, self.share * max(abs(old), abs(new)) / 100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A claim in the old texts and in the new ones, None where a side does not make it.

    `difference` is new less old of the stated values, None where one side states none (a range, "thousands"), and
    `difference_low` and `difference_high` are its bounds where the wording states only bounds: from "more than 110 million"
    to 122 million the difference is at most 12 million. `percent` is the difference in per cent of the old value, to one
    decimal; None for shares, whose difference is in percentage points, and where the old value is 0. `note` says what is to
    be known of the row. `points` and `reasons` tell why the two were taken for one claim.
    """

    change: Change
    old: Figure | None = None
    new: Figure | None = None
    old_mentions: int = 0
    new_mentions: int = 0
    difference: Decimal | None = None
    difference_low: Decimal | None = None
    difference_high: Decimal | None = None
    percent: Decimal | None = None
    note: str = ""
    points: int = 0
    reasons: tuple[str, ...] = ()

    @property
    def figure(self) -> Figure:
        """The newer of the two, which says what the row is about."""
        found = self.new or self.old
        assert found is not None
        return found

    @property
    def direction(self) -> Trend | None:
        """Whether the number rose or fell, None where it did not change or the wording leaves it open."""
        if self.change is not Change.CHANGED:
            return None
        lowest = self.difference if self.difference is not None else self.difference_low
        highest = self.difference if self.difference is not None else self.difference_high
        if lowest is not None and lowest > 0:
            return Trend.UP
        return Trend.DOWN if highest is not None and highest < 0 else None

    def as_dict(self) -> dict[str, Any]:
        """The fields of an output, flat: first what the row is about, then both sides, then the difference."""
        record: dict[str, Any] = {
            "change": self.change.value,
            "direction": self.direction.value if self.direction else None,
        }
        record |= {name: plain_field(self.figure, name) for name in _ABOUT}
        for side, figure, mentions in (("old", self.old, self.old_mentions), ("new", self.new, self.new_mentions)):
            for name in _SIDE:
                record[f"{side}_{name}"] = plain_field(figure, name) if figure else None
            record[f"{side}_mentions"] = mentions
        record |= {name: getattr(self, name) for name in _DIFFERENCE}
        record["reasons"] = list(self.reasons)
        return record


_ABOUT = ("category", "kind", "unit", "noun", "places", "status", "role", "flow")
_SIDE = ("text", "value", "low", "high", "qualifier", "time", "doc", "line", "start", "end", "sentence")
_DIFFERENCE = ("difference", "difference_low", "difference_high", "percent", "note", "points")
ROW_FIELDS: tuple[str, ...] = (
    "change", "direction", *_ABOUT, *(f"{side}_{name}" for side in ("old", "new") for name in (*_SIDE, "mentions")),
    *_DIFFERENCE, "reasons",
)  # fmt: skip


def diff(
    old: Iterable[Figure], new: Iterable[Figure], *, tolerance: Tolerance | None = None, explain: bool = False
) -> list[Row]:
    """What changed from `old` to `new`: changed, reworded and same claims in the order of `new`, then new and dropped ones.

    Durations and ages are left out. A claim that one side makes several times with one number is one row.
    `explain` fills `points` and `reasons`.

    >>> import figx
    >>> old = figx.extract("Some 95 million people are displaced. We need $3 million.")
    >>> new = figx.extract("We need about $3 million. More than 110 million people have been displaced.")
    >>> for row in diff(old, new):
    ...     print(row.change, row.old.text, row.new.text, row.difference, row.percent)
    changed 95 million 110 million 15000000 15.8
    reworded $3 million $3 million 0 0
    """
    before, after = merged(claims_of(old)), merged(claims_of(new))
    pairs = align(before, after)
    rows = [
        _row(before[i], after[j], tolerance or Tolerance(), explain)
        for i, j in sorted(pairs.items(), key=lambda pair: pair[1])
    ]
    rows.sort(key=lambda row: _ORDER[row.change])
    found = set(pairs.values())
    news = [claim for j, claim in enumerate(after) if j not in found]
    drops = [claim for i, claim in enumerate(before) if i not in pairs]
    rows += [
        Row(change=Change.NEW, new=claim.figure, new_mentions=len(claim.figures), note=note)
        for claim, note in zip(news, _notes(news, drops), strict=True)
    ]
    rows += [
        Row(change=Change.DROPPED, old=claim.figure, old_mentions=len(claim.figures), note=note)
        for claim, note in zip(drops, _notes(drops, news), strict=True)
    ]
    return rows


_ORDER = {Change.CHANGED: 0, Change.REWORDED: 1, Change.SAME: 2, Change.NEW: 3, Change.DROPPED: 4}


def _row(old: Claim, new: Claim, tolerance: Tolerance, explain: bool) -> Row:
    comparison = compare(old, new) if explain else None
    before, after = old.figure, new.figure
    difference, percent = difference_between(before, after)
    low, high = bounds_between(before, after)
    return Row(
        change=_change(before, after, tolerance),
        old=before,
        new=after,
        old_mentions=len(old.figures),
        new_mentions=len(new.figures),
        difference=difference,
        difference_low=low,
        difference_high=high,
        percent=percent,
        note=_pair_note(before, after),
        points=comparison.points if comparison else 0,
        reasons=comparison.reasons if comparison else (),
    )


def _change(old: Figure, new: Figure, tolerance: Tolerance) -> Change:
    same_number = numbers(old) == numbers(new)
    if old.role is Role.DELTA and old.trend and new.trend and old.trend != new.trend:
        return Change.CHANGED
    if same_number and old.qualifier == new.qualifier and (old.low, old.high) == (new.low, new.high):
        return Change.SAME
    if same_number:
        return Change.REWORDED
    if old.value is not None and new.value is not None and tolerance.covers(old.value, new.value):
        return Change.SAME if old.qualifier == new.qualifier else Change.REWORDED
    return Change.CHANGED


def _pair_note(old: Figure, new: Figure) -> str:
    notes = []
    if old.category != new.category:
        notes.append(f"read as {old.category} before, as {new.category} now")
    notes += sorted(_DOUBTS.intersection(old.flags) | _DOUBTS.intersection(new.flags))
    return "; ".join(notes)


# Flags of a figure that make a difference doubtful.
_DOUBTS = frozenset({
    "ambiguous_currency", "ambiguous_place", "ambiguous_separator", "currency_not_stated", "inconsistent_change", "scale_or_unit",
})  # fmt: skip


# -- partners that must not be compared --------------------------------------------------------------------------------

_NAMED = {
    "status": "{there.status}, not {here.status}",
    "flow": "a {there.flow}, not a {here.flow}",
    "unit": "the unit is {there_unit}, not {here_unit}",
    "place": "about {there_places}, not about {here_places}",
}


def _notes(claims: Sequence[Claim], others: Sequence[Claim]) -> list[str]:
    """For each claim without a partner the likeliest of `others` that differs from it in one thing alone that forbids it."""
    best: dict[int, tuple[int, int, str]] = {}
    for i, j in candidates(claims, others, loosely=True):
        barrier = barrier_between(claims[i], others[j])
        if barrier not in _NAMED:
            continue
        points = points_of(claims[i], others[j])
        # Another place has no points for the same one, or for none, already.
        if points >= ENOUGH - (POINTS["no places in either"] if barrier == "place" else 0):
            row = (-points, j, barrier)
            best[i] = min(best.get(i, row), row)
    return [_note(claim, others[best[i][1]], best[i][2]) if i in best else "" for i, claim in enumerate(claims)]


def _note(claim: Claim, other: Claim, barrier: str) -> str:
    here, there = claim.figure, other.figure
    why = _NAMED[barrier].format(
        here=here,
        there=there,
        here_unit=here.unit or "open",
        there_unit=there.unit or "open",
        here_places=_places(claim),
        there_places=_places(other),
    )
    return f"not compared with “{there.text}” (line {there.line}): {why}"


def _places(claim: Claim) -> str:
    return " ".join(claim.figure.places or sorted(claim.regions)) or "no place that is named"
