"""Who speaks in a document and whom it quotes: gathered once, asked for each figure."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from figx.attributions import Attributions
from figx.reports import Reports
from figx.rules import Rules
from figx.sentences import Span
from figx.speakers import Speakers, speakers_of


@dataclass(frozen=True, slots=True)
class Speech:
    """The speakers of a document, and who is said to state its figures."""

    speakers: Speakers = field(default_factory=Speakers)
    attributions: Attributions | None = None


def speech_of(text: str, sentences: list[Span], rows: Collection[int], rules: Rules, reports: Reports) -> Speech:
    """The speech of the document `text`; of its `sentences`, `rows` are those of tables."""
    return Speech(speakers_of(text, rules), Attributions(text, sentences, reports, rows))
