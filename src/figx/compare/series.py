"""One claim through many texts: series of figures, each text giving a series one point at most."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from figx.compare.alignment import candidates, merged
from figx.compare.assignment import assign
from figx.compare.barriers import forbidden
from figx.compare.change import difference_between
from figx.compare.claim import Claim, claims_of
from figx.compare.similarity import ENOUGH, POINTS, points_of
from figx.figure import Figure, plain_field

_LATE = 3  # members of a series, the last ones, that a claim is likened to; what forbids to compare is asked of all
_NEWEST = 12  # points for the newest of the periods that a text tells the claim of


@dataclass(frozen=True, slots=True)
class DatedFigures:
    """The figures of one text and its date: "2024-11-26", or only "2024-11" or "2024"."""

    date: str
    doc: str
    figures: Sequence[Figure]


@dataclass(frozen=True, slots=True)
class Point:
    """What one text says: its date and name, the figure, and how often the text says it."""

    date: str
    doc: str
    figure: Figure
    mentions: int = 1


@dataclass(slots=True)
class Series:
    """A claim as texts made it, oldest first. `gaps` are the dates of texts between the first and the last without it."""

    points: list[Point] = field(default_factory=list)
    gaps: tuple[str, ...] = ()

    @property
    def figure(self) -> Figure:
        """The newest figure, which says what the series is about."""
        return self.points[-1].figure

    @property
    def difference(self) -> Decimal | None:
        """The last value less the first; None where one of them is not stated."""
        return difference_between(self.points[0].figure, self.figure)[0]

    @property
    def percent(self) -> Decimal | None:
        """The difference in per cent of the first value, to one decimal; None for shares."""
        return difference_between(self.points[0].figure, self.figure)[1]

    def as_dict(self) -> dict[str, Any]:
        """What the series is about, its first and last date and value, and its points."""
        first, last = self.points[0], self.points[-1]
        about = {name: plain_field(self.figure, name) for name in ABOUT}
        ends = {
            "first_date": first.date,
            "first_value": first.figure.value,
            "last_date": last.date,
            "last_value": last.figure.value,
        }
        change = {"difference": self.difference, "percent": self.percent, "gaps": list(self.gaps)}
        return {**about, **ends, **change, "points": [point_record(point) for point in self.points]}


ABOUT = ("category", "kind", "unit", "noun", "places", "status", "role", "flow")
_POINT = (
    "text",
    "value",
    "low",
    "high",
    "qualifier",
    "time",
    "period_start",
    "period_end",
    "line",
    "start",
    "end",
    "sentence",
)
POINT_FIELDS: tuple[str, ...] = ("date", "doc", *_POINT, "mentions")


def point_record(point: Point) -> dict[str, Any]:
    """A point, flat."""
    fields = {name: plain_field(point.figure, name) for name in _POINT}
    return {"date": point.date, "doc": point.doc, **fields, "mentions": point.mentions}


def series(texts: Iterable[DatedFigures]) -> list[Series]:
    """The claims of all texts, each followed from the first text that makes it to the last, in the order of their beginning.

    The order of `texts` does not matter: they are taken by date, then by name. A figure stands in one series and no other, and
    no two figures of a series are such as must not be compared.

    >>> import figx
    >>> said = {"2022": "Some 95 million people are displaced.", "2023": "More than 110 million people are displaced."}
    >>> [found] = series(DatedFigures(date, "a.txt", figx.extract(text)) for date, text in said.items())
    >>> [(point.date, str(point.figure.value)) for point in found.points], str(found.percent)
    ([('2022', '95000000'), ('2023', '110000000')], '15.8')
    """
    ordered = _in_order(texts)
    found: list[_Growing] = []
    for number, text in enumerate(ordered):
        claims = merged(claims_of(text.figures))
        followed = _follow(found, claims)
        for j, claim in enumerate(claims):
            if j not in followed:
                followed[j] = _Growing()
                found.append(followed[j])
            followed[j].add(number, claim)
    return [growing.series(ordered) for growing in found]


def _in_order(texts: Iterable[DatedFigures]) -> list[DatedFigures]:
    texts = list(texts)
    times = Counter((text.date, text.doc) for text in texts)

    def key(text: DatedFigures) -> tuple[str, str, str]:
        # Two texts of one name and date come in the order of what they say, not in that of the call.
        return text.date, text.doc, repr(text.figures) if times[text.date, text.doc] > 1 else ""

    return sorted(texts, key=key)


@dataclass(slots=True)
class _Growing:
    numbers: list[int] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)

    def add(self, number: int, claim: Claim) -> None:
        self.numbers.append(number)
        self.claims.append(claim)

    def likeness(self, claim: Claim) -> int:
        """The points of the likest of the last members, 0 where they are too few or any member forbids it."""
        if forbidden(self.claims[-1], claim):  # most end here, and points take longer
            return 0
        points = max(_points(member, claim) for member in self.claims[-_LATE:])
        return 0 if points < ENOUGH or any(forbidden(member, claim) for member in self.claims) else points

    def series(self, texts: Sequence[DatedFigures]) -> Series:
        points = [
            Point(texts[number].date, texts[number].doc, claim.figure, len(claim.figures))
            for number, claim in zip(self.numbers, self.claims, strict=True)
        ]
        passed = range(self.numbers[0], self.numbers[-1])
        # A date is no gap where another text of that day makes the claim.
        dates = {point.date for point in points}
        gaps = dict.fromkeys(texts[number].date for number in passed if texts[number].date not in dates)
        return Series(points, tuple(gaps))


def _points(member: Claim, claim: Claim) -> int:
    # That two texts speak of the same year makes no better point: a series goes on with what is newest.
    same = bool(claim.period) and member.period == claim.period
    return points_of(member, claim) - (POINTS["same period"] if same else 0)


def _follow(found: Sequence[_Growing], claims: Sequence[Claim]) -> dict[int, _Growing]:
    """For each claim that goes on with a series, the series."""
    likeness: dict[tuple[int, int], int] = {}
    for i, j in candidates([growing.claims[-1] for growing in found], claims):
        if points := found[i].likeness(claims[j]):
            likeness[i, j] = points
    newest = _newest(likeness, claims)
    weights = {
        (i, j): (points + _NEWEST * ((i, j) in newest)) ** 2 * 1000 - min(abs(i - j), 999)
        for (i, j), points in likeness.items()
    }
    return {j: found[i] for i, j in assign(weights).items()}


def _newest(pairs: Iterable[tuple[int, int]], claims: Sequence[Claim]) -> set[tuple[int, int]]:
    """Of the claims that may go on with a series, those whose period ends last."""
    rivals: dict[int, list[int]] = defaultdict(list)
    for i, j in pairs:
        rivals[i].append(j)
    newest = set()
    for i, those in rivals.items():
        last = max(claims[j].figure.period_end or "" for j in those)
        newest |= {(i, j) for j in those if (claims[j].figure.period_end or "") == last}
    return newest
