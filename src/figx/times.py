"""The time expression of a figure, in a first form: the nearest one in its sentence."""

from __future__ import annotations

import re
from functools import lru_cache

from figx.quantity import Quantity
from figx.view import View

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_YEAR = r"(?:1[89]|20)\d\d(?![\d%]|[.,]\d)"
_NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|few|couple\s+of)"
_PERIOD = (
    r"(?:years?|months?|weeks?|days?|decades?|hours?|quarters?|centur(?:y|ies)|summer|winter|spring|autumn|season)"
)
_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?:\s*(?:-|–|to|and)\s*\d{{1,2}}(?:st|nd|rd|th)?)?(?:\s+(?:of\s+)?{_MONTH})(?:,?\s+{_YEAR})?"
    rf"|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?![\d.,]*\d)(?:\s*(?:-|–|to|and)\s*\d{{1,2}}\b)?(?:,?\s+{_YEAR})?"
    rf"|{_MONTH}(?:,?\s+(?:of\s+)?{_YEAR})?"
    rf"|(?:fiscal\s+year|FY|the\s+year|financial\s+year)\s?'?(?:{_YEAR}|\d\d)(?:[-/–]\d{{2,4}})?"
    rf"|mid[\s\\]*-\s?{_YEAR}|(?:early|late|mid)\s+{_YEAR}"
    rf"|{_YEAR}(?:\s?[-/–]\s?(?:{_YEAR}|\d\d))?)"
)
_RELATIVE = (
    rf"(?:(?:the\s+)?(?:last|past|next|previous|coming|first|final|following)\s+(?:{_NUMBER}\s+)?{_PERIOD}"
    rf"|(?:this|last|next|each|every|per|the\s+same)\s+(?:fiscal\s+|financial\s+|calendar\s+)?(?:year|month|week|day|quarter|decade|century|summer|winter|spring|autumn|night|weekend|{_DAY}|{_MONTH})(?:\s+(?:morning|afternoon|evening|night))?"
    rf"|a\s+(?:year|month|week|day)(?!\s+(?:ago|later|of|after|before|earlier))|annually|daily"
    rf"|recent\s+(?:years|months|weeks|days|decades)|{_NUMBER}\s+{_PERIOD}\s+ago|a\s+(?:year|month|week|day|decade)\s+ago"
    rf"|yesterday|today|tonight|tomorrow|right\s+now|now|currently|at\s+present|so\s+far|to\s+date|{_DAY}(?:\s+(?:morning|afternoon|evening|night))?)"
)
_EVENT = (
    r"since\s+(?:the\s+)?(?:start|beginning|onset|outbreak|end|fall|launch)\s+of\s+(?:the\s+|this\s+)?\w+(?:\s+\w+)?"
)
_TIME = re.compile(
    rf"(?:(?:\b(?:so\s+far|already)\s+)?\b(?:since(?:\s+as\s+far\s+back\s+as)?|as\s+of|as\s+at|at\s+the\s+end\s+of|by\s+the\s+end\s+of|at\s+the\s+beginning\s+of|by|in|on|during|until"
    rf"|throughout|over|within|for|between|from|before|after)\s+)?(?:(?:early|late|mid|earlier|later)[\s-]+)?(?:(?:the\s+)?(?:end|start|beginning|middle)\s+of\s+)?\b(?:{_DATE}"
    rf"(?:\s+(?:and|to|until|through|[-–])\s+{_DATE})?|{_RELATIVE})\b(?:\s+alone)?|\b{_EVENT}\b",
    re.IGNORECASE,
)
_DAY_ALONE = re.compile(rf"(?:on\s+)?(?:{_DAY}|yesterday|today|tonight)", re.IGNORECASE)
_REPORTED = re.compile(
    r"\b(?:said|says|told|tells|reported|reports|revealed|announced|confirmed|stated|added|warned|declared|was\s+told)\s+(?:\w+\s+){0,2}\Z",
    re.IGNORECASE,
)
_REPORTS = re.compile(r"\s+(?:said|that\b|announced|reported|confirmed)", re.IGNORECASE)


@lru_cache(maxsize=8)
def times_in(text: str) -> tuple[tuple[int, int, str], ...]:
    """The time expressions of a sentence: half-open offsets and text."""
    found = []
    for match in _TIME.finditer(text):
        core = match.group()
        if re.search(r"\b(?:may|march|mar|jun|dec|sun|sat|april)\b", core) and not re.search(r"\d", core):
            continue  # "may" the verb
        if _DAY_ALONE.fullmatch(core) and (
            _REPORTED.search(text[: match.start()]) or _REPORTS.match(text[match.end() :])
        ):
            continue  # the day of the report, not of what it reports
        found.append((match.start(), match.end(), core))
    return tuple(found)


def time_of(view: View, quantity: Quantity, quantities: list[Quantity], low: int, high: int) -> str:
    """The time expression nearest to the number; one in the figure's own clause (characters low to high) comes first."""
    best: tuple[int, int, str] | None = None
    for start, end, text in times_in(view.text):
        if any(start < other.end and other.start < end for other in quantities):
            continue
        inside = low <= start and end <= high
        distance = start - quantity.end if start >= quantity.end else quantity.start - end
        key = (0 if inside else 1, distance)
        if best is None or key < best[:2]:
            best = (*key, text)
    return " ".join(best[2].split()) if best else ""
