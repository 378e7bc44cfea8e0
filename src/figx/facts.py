"""What a whole document says that its sentences are read by: gathered once, before the first sentence."""

from __future__ import annotations

from dataclasses import dataclass, field

from figx.namesakes import NamedPlaces
from figx.rules import Rules
from figx.settings import Settings
from figx.speech import Speech

_AID_WORDS = 1000  # characters for each word about aid, at most, in a document that is about it


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of one document. `aid`: it is about humanitarian aid, so that its money is; `places`: whom it names."""

    settings: Settings = field(default_factory=Settings)
    aid: bool = False
    speech: Speech = field(default_factory=Speech)
    places: NamedPlaces = field(default_factory=NamedPlaces)


def facts_of(text: str, settings: Settings, rules: Rules, speech: Speech) -> Facts:
    """The facts of the document `text`; `speech` is who speaks in it and whom it quotes."""
    aid = len(rules.aid_words.findall(text))
    return Facts(
        settings=settings,
        aid=aid >= 2 and aid * _AID_WORDS >= len(text),
        speech=speech,
        places=NamedPlaces(text, rules.gazetteer),
    )
