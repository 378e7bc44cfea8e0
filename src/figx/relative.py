"""Times that are told from the day of the text: "last week", "three years ago", "in May", "on Tuesday"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from figx.stretches import DAY, OPEN, Stretch, day_of, fiscal_year, fiscal_year_of, months_from, plus, shifted
from figx.timegrammar.nodes import Node

_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_DAYS = {"day": 1, "week": 7, "fortnight": 14}


def relative(node: Node, today: date, *, past: bool) -> Stretch:
    """ "last week", "the past four years", "next Tuesday", "this May"; open where the words leave it so."""
    if node.of and node.of.sort == "weekday":
        return named_weekday(node.of.number or 1, node.word, today)
    if node.of and node.of.sort == "month":
        return _named_month(node.of.month or 1, node.word, today)
    if node.of and node.of.sort == "day" and node.word in ("last", "this", "next"):
        first = relative(replace(node, of=None), today, past=past)[0]
        day = plus(first, (node.of.day or 1) - 1) if first else None
        return (day, day) if first and day and day.month == first.month else OPEN
    if node.of and node.of.sort == "daypart":
        return {"last": (today - DAY, today - DAY), "this": (today, today)}.get(node.word, OPEN)
    if node.of or node.word in ("same", "first", "recent") or node.number == 0:
        return OPEN
    if node.number is None and node.word in ("last", "this", "next"):
        return _whole(node.unit, {"last": -1, "this": 0, "next": 1}[node.word], today)
    count = node.number or 1
    if node.word in ("last", "past"):
        return _back(today, count, node.unit), today
    if node.word in ("next", "coming"):
        return today, _ahead(today, count, node.unit)
    return OPEN


def _whole(unit: str, step: int, today: date) -> Stretch:
    """The whole year, quarter, month, week or day that lies `step` of them from the day of the text."""
    if unit in _MONTHS:
        months = _MONTHS[unit]
        first = (today.year * 12 + today.month - 1) // months * months if unit != "decade" else today.year // 10 * 120
        first += step * months
        return OPEN if unit == "century" or first < 12 else months_from(first // 12, first % 12 + 1, months)
    if unit == "day":
        day = plus(today, step)
        return day, day
    if unit == "week":
        monday = plus(today, 7 * step - today.weekday())
        return (monday, plus(monday, 6)) if monday else OPEN
    if unit == "weekend" and step < 0:
        sunday = plus(today, -((today.weekday() + 1) % 7 or 7))
        return (plus(sunday, -1), sunday) if sunday else OPEN
    return OPEN


def _back(today: date, count: int, unit: str) -> date | None:
    if unit in _MONTHS:
        day = shifted(today, -count * _MONTHS[unit])
        return plus(day, 1) if day else None
    if unit in ("hour", "minute"):
        return plus(today, -(count // 24) if unit == "hour" else 0)
    return plus(today, 1 - count * _DAYS[unit]) if unit in _DAYS else None


def _ahead(today: date, count: int, unit: str) -> date | None:
    if unit in _MONTHS:
        day = shifted(today, count * _MONTHS[unit])
        return plus(day, -1) if day else None
    if unit in ("hour", "minute"):
        return plus(today, count // 24 if unit == "hour" else 0)
    return plus(today, count * _DAYS[unit] - 1) if unit in _DAYS else None


def ago(node: Node, today: date) -> Stretch:
    """ "three years ago" is that year, "two days ago" that day; what is later than something told before stays open."""
    if node.number is None or node.unit not in ("year", "month", "week", "day"):
        return OPEN
    return _whole(node.unit, -node.number, today)


def named_weekday(number: int, word: str, today: date) -> Stretch:
    """The last such day before the text's ("last"), the next after it ("next"), or the one up to it."""
    back = (today.weekday() + 1 - number) % 7
    if word == "next":
        day = plus(today, 7 - back if back else 7)
    elif word == "last":
        day = plus(today, -(back or 7))
    elif word == "":
        day = plus(today, -back)
    else:
        return OPEN
    return day, day


def _named_month(month: int, word: str, today: date) -> Stretch:
    if word == "this":
        return months_from(today.year, month, 1)
    if word == "last":
        return months_from(today.year - (month >= today.month), month, 1)
    if word in ("next", "coming"):
        return months_from(today.year + (month <= today.month), month, 1)
    return OPEN


def year_of_month(month: int, today: date) -> int:
    """The year of the month that began last, as a text tells of what has happened."""
    return today.year - (month > today.month)


def year_of_day(month: int, day: int, today: date) -> int:
    """The year of the last such day that is not after the text's."""
    this = day_of(today.year, month, day)
    return today.year - (this is None or this > today)


def fiscal(word: str, today: date, start: int) -> tuple[int | None, Stretch]:
    """The last, this or next fiscal year: the year it ends in, and its days."""
    step = {"last": -1, "this": 0, "next": 1, "coming": 1}.get(word)
    if step is None:
        return None, OPEN
    year = fiscal_year_of(today, start) + step
    return year, fiscal_year(year, start)
