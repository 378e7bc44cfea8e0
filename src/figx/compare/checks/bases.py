"""Shares of nothing: "40 per cent are children" where nobody is named of whom they may be a share."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from figx.compare.checks.finding import Finding, quoted
from figx.compare.checks.sentences import by_sentence
from figx.compare.checks.words import phrases
from figx.figure import Figure, Kind, Role, Status

ID = "share_without_base"
_BEFORE = 400  # characters before a share in which a number of people may be what it is a share of
_ALL = 100
_GAP = 3  # words between a share and its verb: "40 per cent still have"


def shares_without_base(figures: Sequence[Figure]) -> Iterator[Finding]:
    """A finding for each share that is its own subject and has nothing before it that it may be a share of."""
    before: Figure | None = None
    alone = {id(group[0][0]) for group in by_sentence(figures) if len(group) == 1}
    for figure in figures:
        if id(figure) in alone and _is_bare(figure) and not _stands_near(before, figure):
            message = f"The sentence does not say of whom or of what {quoted(figure)} is a share, and no number before it does."
            yield Finding(check=ID, message=message, figures=(figure,))
        elif figure.kind in (Kind.COUNT, Kind.SHARE):
            before = figure


def _is_bare(figure: Figure) -> bool:
    if figure.kind is not Kind.SHARE or figure.role is not Role.LEVEL or figure.noun or figure.status is Status.NEGATED:
        return False
    at = figure.sentence.find(figure.text)
    if at < 0 or not figure.text[:1].isdecimal() or figure.value == _ALL:
        return False
    lead, rest = figure.sentence[:at], figure.sentence[at + len(figure.text) :]
    words = re.findall(r"[\w’'-]+|[^\w\s]", rest)[:_GAP]
    verb = next((i for i, word in enumerate(words) if phrases("share_verb").fullmatch(word)), None)
    if verb is None or any(not word[0].isalpha() or word in ("of", "to") for word in words[:verb]):
        return False
    return phrases("whole").search(lead) is None and not re.search(r"\b(?:the|of|in)\s+\w+(?:\s\w+)?s\b", lead)


def _stands_near(before: Figure | None, figure: Figure) -> bool:
    return before is not None and before.doc == figure.doc and figure.start - before.end <= _BEFORE
