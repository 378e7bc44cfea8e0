"""What the user says about the texts that the texts do not say themselves."""

from __future__ import annotations

import re
from calendar import month_abbr, month_name
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from figx.errors import SettingError


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of a run, the same for all of its documents.

    `household_sizes` are persons in a household by country (ISO 3166 alpha-3), `household_size` for all others.
    """

    household_size: Decimal | None = None
    household_sizes: tuple[tuple[str, Decimal], ...] = ()
    # The day of the texts, for "last year" and "in May". None: what a text says of itself.
    date: date | None = None
    # The month, 1 to 12, that a fiscal year begins in. None: October in American texts, otherwise January.
    fiscal_year_start: int | None = None


def day_from(text: str | date | None) -> date | None:
    """The day that is written as 2024-11-26. Raises `SettingError`.

    >>> day_from("2024-11-26")
    datetime.date(2024, 11, 26)
    """
    if text is None or isinstance(text, date):
        return text
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise SettingError(text, "a day, written like 2024-11-26")


def month_from(text: str | int | None) -> int | None:
    """The month by its number or its English name. Raises `SettingError`.

    >>> month_from("July"), month_from("7"), month_from("jul")
    (7, 7, 7)
    """
    if text is None:
        return None
    word = str(text).strip().lower()
    names = {name.lower(): number for names in (month_name, month_abbr) for number, name in enumerate(names) if name}
    number = names.get(word, int(word) if word.isdecimal() and len(word) <= 2 else 0)
    if not 1 <= number <= 12:
        raise SettingError(str(text), "a month: 1 to 12, or its name")
    return number
