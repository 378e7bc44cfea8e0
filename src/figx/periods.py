"""From a time expression to calendar dates: the first and the last day of the period that it names.

What depends on the day of the text is left open where that day is not known, and so is what the words leave open ("in recent
years", 05/06/2023). Nothing here looks at a clock.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from figx import relative
from figx.stretches import DAY, OPEN, Stretch, day_of, fiscal_year, joined, months_from, plus, shifted, third
from figx.timegrammar.nodes import Node

_PARTS = {"early": 0, "earlier": 0, "mid": 1, "late": 2, "later": 2}
_UNIT_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120}
_UNIT_DAYS = {"day": 1, "week": 7, "fortnight": 14}


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day, both inclusive; None where a side is open or not known. `flags` say what is doubtful."""

    start: date | None = None
    end: date | None = None
    fiscal_year: int | None = None
    flags: tuple[str, ...] = ()


@dataclass(slots=True)
class _Reading:
    """What the words are read against, and what is found out on the way."""

    today: date | None
    fiscal_start: int | None
    asked: bool
    past: bool
    flags: list[str] = field(default_factory=list)
    fiscal_year: int | None = None


def period_of(
    node: Node,
    relation: str,
    *,
    today: date | None = None,
    fiscal_start: int | None = None,
    asked: bool = False,
    past: bool = True,
) -> Period:
    """The period that an expression names.

    `node` and `relation` are those of a `TimePhrase`. `today` is the day of the text; `fiscal_start` the month that a fiscal
    year begins in, None where that is not known; `asked` whether the user named it; `past` whether what is told has
    happened, so that "in May" is the last May.
    """
    reading = _Reading(today, fiscal_start, asked, past)
    start, end = _related(relation, *_stretch(reading, node))
    if start and end and start > end:
        start, end = OPEN
    return Period(start, end, reading.fiscal_year, tuple(dict.fromkeys(reading.flags)))


def _related(relation: str, start: date | None, end: date | None) -> Stretch:
    """What the preposition makes of a stretch."""
    if relation in ("since", "from"):
        return start, None
    if relation in ("until", "through", "by"):
        return None, end
    if relation == "before":
        return None, plus(start, -1) if start else None
    if relation == "after":
        return plus(end, 1) if end else None, None
    return start, end


def _stretch(reading: _Reading, node: Node | None) -> Stretch:
    reader = _READERS.get(node.sort) if node else None
    return reader(reading, node) if reader and node else OPEN


def _day(reading: _Reading, node: Node) -> Stretch:
    year, month, day = node.year, node.month or 0, node.day or 0
    if node.of:
        start, _ = _stretch(reading, node.of)
        year = start.year if (start and node.of.unit == "year") or (start and node.of.sort == "year") else None
    elif not year and reading.today and reading.past:
        year = relative.year_of_day(month, day, reading.today)
        guessed = day_of(year, month, day)
        if guessed and node.number and guessed.isoweekday() != node.number:
            return OPEN  # "Friday, Sept. 18" in a year in which that is no Friday
    found = day_of(year, month, day)
    return found, found


def _weekday(reading: _Reading, node: Node) -> Stretch:
    if node.of and node.of.unit == "week":
        monday, _ = _stretch(reading, node.of)
        day = plus(monday, (node.number or 1) - 1) if monday else None
        return day, day
    if node.of or not reading.today or not reading.past:
        return OPEN
    return relative.named_weekday(node.number or 1, "", reading.today)


def _month(reading: _Reading, node: Node) -> Stretch:
    month, year = node.month or 1, node.year
    if node.of:
        start, end = _stretch(reading, node.of)
        year = start.year if start and end and start.year == end.year else None
    elif not year and reading.today and reading.past:
        year = relative.year_of_month(month, reading.today)
    return months_from(year, month, 1) if year else OPEN


def _year(_reading: _Reading, node: Node) -> Stretch:
    return months_from(node.year or 1, 1, 12)


def _pair(reading: _Reading, node: Node) -> Stretch:
    """2009-10 may be a fiscal year or two years; 2009-13 is five."""
    first, last = node.year or 1, node.number or 1
    if last > first + 1:
        return months_from(first, 1, 12 * (last - first + 1))
    if node.word == "short" and reading.asked and reading.fiscal_start and reading.fiscal_start > 1:
        reading.fiscal_year = last
        return fiscal_year(last, reading.fiscal_start)
    reading.flags.append("fiscal_year_start_unknown" if node.word == "short" else "ambiguous_period")
    return OPEN


def _fiscal(reading: _Reading, node: Node) -> Stretch:
    if node.year is None:
        return OPEN
    reading.fiscal_year = node.year
    start = reading.fiscal_start
    if node.number is not None and start in (None, 1):
        reading.flags.append("fiscal_year_start_unknown")  # it spans two years, so it does not begin in January
        return OPEN
    if start is None:
        reading.flags.append("fiscal_year_start_assumed")
    return fiscal_year(node.year, start or 1)


def _quarter(reading: _Reading, node: Node) -> Stretch:
    months = 3 if node.sort == "quarter" else 6
    number = node.number or 12 // months  # nought is "the last"
    start, _ = months_from(node.year, 1, 12) if node.year else _stretch(reading, node.of)
    if not start or number > 12 // months or (node.of and node.of.sort == "decade"):
        return OPEN
    return months_from(start.year, start.month + (number - 1) * months, months)


def _decade(_reading: _Reading, node: Node) -> Stretch:
    return months_from(node.year or 1, 1, 120)


def _century(_reading: _Reading, node: Node) -> Stretch:
    return months_from((node.number or 1) * 100 - 99, 1, 1200)


def _inner(reading: _Reading, node: Node) -> Stretch:
    return _stretch(reading, node.of)


def _numeric(reading: _Reading, _node: Node) -> Stretch:
    reading.flags.append("ambiguous_date")
    return OPEN


def _relative(reading: _Reading, node: Node) -> Stretch:
    if node.word == "first":
        return _first(reading, node)
    today = reading.today
    if today is None:
        return OPEN
    if node.of and node.of.sort == "fiscal":
        if reading.fiscal_start is None:
            reading.flags.append("fiscal_year_start_unknown")
            return OPEN
        reading.fiscal_year, stretch = relative.fiscal(node.word, today, reading.fiscal_start)
        return stretch
    if node.unit == "moment" and node.of:
        return OPEN  # "this point last year": no more than a hint
    return relative.relative(node, today, past=reading.past)


def _first(reading: _Reading, node: Node) -> Stretch:
    """ "the first six months of 2014"."""
    start, end = _stretch(reading, node.of)
    if not start or not node.number:
        return OPEN
    if node.unit in _UNIT_MONTHS:
        last = plus(shifted(start, node.number * _UNIT_MONTHS[node.unit]) or start, -1)
    else:
        last = plus(start, node.number * _UNIT_DAYS[node.unit] - 1) if node.unit in _UNIT_DAYS else None
    return (start, last) if last and end and last <= end else OPEN


def _ago(reading: _Reading, node: Node) -> Stretch:
    return relative.ago(node, reading.today) if reading.today and node.word == "ago" else OPEN


def _now(reading: _Reading, node: Node) -> Stretch:
    today = reading.today
    if today is None or node.word == "open":
        return OPEN
    if node.word == "sofar":
        return None, today
    day = plus(today, {"yesterday": -1, "tomorrow": 1}.get(node.word, 0))
    return day, day


def _edge(reading: _Reading, node: Node) -> Stretch:
    start, end = _stretch(reading, node.of)
    if node.word == "middle":
        reading.flags.append("approximate_period")
        return third((start, end), 1)
    if node.word == "whole":
        return start, end
    day = start if node.word == "start" else end
    return day, day


def _part(reading: _Reading, node: Node) -> Stretch:
    """ "early 2014", "so far this year", "earlier this year"; of a day it is that day."""
    start, end = _stretch(reading, node.of)
    today = reading.today
    if not start or not end:
        return OPEN
    told_from_today = node.of is not None and node.of.word == "this"
    if node.word == "sofar":
        return start, (min(today, end) if today and today >= start else None)
    if start == end:
        return start, end
    if told_from_today and today and start <= today <= end and node.word in ("earlier", "later"):
        return (start, today) if node.word == "earlier" else (today, end)
    reading.flags.append("approximate_period")
    return third((start, end), _PARTS[node.word])


def _span(reading: _Reading, node: Node) -> Stretch:
    """ "the 12 months to June 2023"; a span alone says how long, not when."""
    if node.to is None:
        return OPEN
    if node.to.sort == "range":
        return _stretch(reading, node.to)
    _, end = _stretch(reading, node.to)
    if not end or not node.number:
        return OPEN
    if node.unit in _UNIT_MONTHS:
        after = end + DAY if end < date.max else end
        return shifted(after, -node.number * _UNIT_MONTHS[node.unit]), end
    if node.unit == "hour":
        return plus(end, -(node.number // 24)), end
    return (plus(end, 1 - node.number * _UNIT_DAYS[node.unit]), end) if node.unit in _UNIT_DAYS else OPEN


def _range(reading: _Reading, node: Node) -> Stretch:
    """From the first to the last, either of which may lend the other its year: "1 January to 28 September 2018"."""
    first, last = node.of, node.to
    if not first or not last:
        return OPEN
    if node.items:  # "between May and July of last year"
        first, last = replace(first, of=node.items[0]), replace(last, of=node.items[0])
    elif first.sort in ("day", "month") and not first.year and not first.of and (last.year or last.of):
        wraps = bool(last.year) and (first.month or 0) > (last.month or 0)
        first = replace(first, year=last.year - wraps if last.year else None, of=last.of)
    if first.sort == last.sort == "weekday" and (day := _stretch(reading, last)[1]):
        return relative.named_weekday(first.number or 1, "", day)[0], day
    start, end = _stretch(reading, first)[0], _stretch(reading, last)[1]
    return (start, end) if start and end else OPEN


def _list(reading: _Reading, node: Node) -> Stretch:
    """Months or years one after the other; with a gap between them there is no one period."""
    items, last = node.items, node.items[-1]
    if last.year or last.of:
        items = tuple(
            replace(item, year=last.year, of=last.of)
            if item.sort in ("day", "month") and not (item.year or item.of)
            else item
            for item in items
        )
    return joined([_stretch(reading, item) for item in items])


_READERS: dict[str, Callable[[_Reading, Node], Stretch]] = {
    "day": _day, "weekday": _weekday, "month": _month, "year": _year, "pair": _pair, "fiscal": _fiscal, "quarter": _quarter,
    "half": _quarter, "decade": _decade, "century": _century, "clock": _inner, "event": _inner, "numeric": _numeric,
    "relative": _relative, "ago": _ago, "now": _now, "edge": _edge, "part": _part, "span": _span, "range": _range, "list": _list,
}  # fmt: skip
