"""What a whole document says that its sentences are read by: gathered once, before the first sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from figx.datelines import document_date, fiscal_start
from figx.namesakes import NamedPlaces
from figx.rules import Rules
from figx.settings import Settings
from figx.speech import Speech

_TITLE, _TITLE_LINE = 400, 120  # characters
_AID_WORDS = 1000  # characters for each word about aid, at most, in a document that is about it
_ADMISSION_WORDS = 3000  # the same for the admission of refugees


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of one document.

    `aid`: it is about humanitarian aid, so that its money is; `admissions`: it is about the admission of refugees;
    `programme`: about a programme for them, and no other stream of migration; `places`: whom it names; `title`: what stands
    above its first sentence, "" where nothing does.
    `date` is the day of the text, as the user or the text gives it; `fiscal_year_start` the month that its fiscal years
    begin in; None where they are not known.
    """

    settings: Settings = field(default_factory=Settings)
    aid: bool = False
    admissions: bool = False
    programme: bool = False
    title: str = ""
    speech: Speech = field(default_factory=Speech)
    places: NamedPlaces = field(default_factory=NamedPlaces)
    date: date | None = None
    fiscal_year_start: int | None = None


def facts_of(text: str, settings: Settings, rules: Rules, speech: Speech) -> Facts:
    """The facts of the document `text`; `speech` is who speaks in it and whom it quotes."""
    times = rules.packs.times
    return Facts(
        settings=settings,
        aid=_is_about(text, rules.aid_words, _AID_WORDS),
        admissions=_is_about(text, rules.admission_words, _ADMISSION_WORDS),
        programme=_is_about(text, rules.programme_words, _ADMISSION_WORDS) and not rules.stream_words.search(text),
        title=_title(text),
        speech=speech,
        places=NamedPlaces(text, rules.gazetteer),
        date=settings.date or document_date(text, times),
        fiscal_year_start=settings.fiscal_year_start or fiscal_start(text, times),
    )


def _is_about(text: str, words: re.Pattern[str], density: int) -> bool:
    found = len(words.findall(text))
    return found >= 2 and found * density >= len(text)


def _title(text: str) -> str:
    """The lines at the top that are no sentences: the title of a release, its kicker, the heading of its first part."""
    lines = []
    for line in text[:_TITLE].splitlines():
        if len(line) > _TITLE_LINE or line.rstrip().endswith((".", "!", "?", ";", ",")):
            break
        lines.append(line.strip())
    return "\n".join(line for line in lines if line and "|" not in line and "\t" not in line)  # no heads of columns
