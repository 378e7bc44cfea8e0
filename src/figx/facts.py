"""What a whole document says that its sentences are read by: gathered once, before the first sentence."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from figx.datelines import document_date, fiscal_start
from figx.namesakes import NamedPlaces
from figx.rules import Rules
from figx.settings import Settings
from figx.speech import Speech

_TITLE, _TITLE_LINE = 400, 120  # characters
_AID_WORDS = 1000  # characters for each word about aid, at most, in a document that is about it


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of one document.

    `aid`: it is about humanitarian aid, so that its money is; `places`: whom it names; `title`: what stands above its first
    sentence, "" where nothing does.
    `date` is the day of the text, as the user or the text gives it; `fiscal_year_start` the month that its fiscal years
    begin in; None where they are not known.
    """

    settings: Settings = field(default_factory=Settings)
    aid: bool = False
    title: str = ""
    speech: Speech = field(default_factory=Speech)
    places: NamedPlaces = field(default_factory=NamedPlaces)
    date: date | None = None
    fiscal_year_start: int | None = None


def facts_of(text: str, settings: Settings, rules: Rules, speech: Speech) -> Facts:
    """The facts of the document `text`; `speech` is who speaks in it and whom it quotes."""
    aid, times = len(rules.aid_words.findall(text)), rules.packs.times
    return Facts(
        settings=settings,
        aid=aid >= 2 and aid * _AID_WORDS >= len(text),
        title=_title(text),
        speech=speech,
        places=NamedPlaces(text, rules.gazetteer),
        date=settings.date or document_date(text, times),
        fiscal_year_start=settings.fiscal_year_start or fiscal_start(text, times),
    )


def _title(text: str) -> str:
    """The lines at the top that are no sentences: the title of a release, its kicker, the heading of its first part."""
    lines = []
    for line in text[:_TITLE].splitlines():
        if len(line) > _TITLE_LINE or line.rstrip().endswith((".", "!", "?", ";", ",")):
            break
        lines.append(line.strip())
    return "\n".join(line for line in lines if line and "|" not in line and "\t" not in line)  # no heads of columns
