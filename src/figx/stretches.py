"""Stretches of days: a first and a last day, both inclusive, and the arithmetic of months, quarters and fiscal years."""

from __future__ import annotations

import itertools
from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta

DAY = timedelta(days=1)
# The first and the last day; None is an open side, or one that is not known.
Stretch = tuple[date | None, date | None]
OPEN: Stretch = (None, None)


def day_of(year: int | None, month: int | None, day: int | None) -> date | None:
    """The day, or None where there is none: 30 February."""
    try:
        return date(year or 0, month or 0, day or 0)
    except ValueError:
        return None


def months_from(year: int, month: int, count: int) -> Stretch:
    """`count` whole months from a month of a year; months above 12 are in the years after.

    >>> [str(day) for day in months_from(2023, 10, 12)]
    ['2023-10-01', '2024-09-30']
    """
    first, last = year * 12 + month - 1, year * 12 + month - 2 + count
    if first // 12 < MINYEAR or last // 12 > MAXYEAR:
        return OPEN
    end_year, end_month = last // 12, last % 12 + 1
    return date(first // 12, first % 12 + 1, 1), date(end_year, end_month, monthrange(end_year, end_month)[1])


def fiscal_year(year: int, start: int) -> Stretch:
    """The fiscal year that ends in `year`, where one begins in the month `start`."""
    return months_from(year, 1, 12) if start == 1 else months_from(year - 1, start, 12)


def fiscal_year_of(day: date, start: int) -> int:
    """The year in which the fiscal year that holds `day` ends."""
    return day.year + (start > 1 and day.month >= start)


def shifted(day: date, months: int) -> date | None:
    """The same day of the month some months later (or before, below nought), or the last of a shorter month."""
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def plus(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def third(stretch: Stretch, part: int) -> Stretch:
    """The first (0), second (1) or last (2) third of a stretch: whole months of a year, whole years of a decade.

    >>> [str(day) for day in third(months_from(2023, 1, 12), 2)]
    ['2023-09-01', '2023-12-31']
    """
    start, end = stretch
    if not start or not end:
        return OPEN
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    if months >= 3:
        first, last = months * part // 3, months * (part + 1) // 3
        if months % 12 == 0 and months > 12:  # a decade: its years 0-3, 4-6, 7-9
            bounds = [0, 48, 84, 120] if months == 120 else [12 * (months // 12 * k // 3) for k in range(4)]
            first, last = bounds[part], bounds[part + 1]
        return months_from(start.year, start.month + first, last - first)
    if months > 1:
        return OPEN
    days = (end - start).days + 1
    bounds = [0, min(10, days), min(20, days), days]
    return start + bounds[part] * DAY, start + (bounds[part + 1] - 1) * DAY


def joined(stretches: list[Stretch]) -> Stretch:
    """One stretch of several that follow each other without a gap, otherwise open."""
    for (_, end), (start, _) in itertools.pairwise(stretches):
        if not end or not start or start != end + DAY:
            return OPEN
    return (stretches[0][0], stretches[-1][1]) if stretches else OPEN
