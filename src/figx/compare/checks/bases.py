"""Shares of nothing: "40 per cent are children" where nobody is named of whom they may be a share."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from figx.compare.checks.finding import Finding, quoted
from figx.compare.checks.sentences import by_sentence
from figx.compare.checks.words import phrases
from figx.figure import Figure, Kind, Role, Status

ID = "share_without_base"
_ALL = 100
_GAP = 3  # words between a share and its verb: "40 per cent still have"
_MARGIN = 3  # characters before the first sentence: a byte order mark, a quotation mark, a bullet


def shares_without_base(figures: Sequence[Figure]) -> Iterator[Finding]:
    """A finding for each share that is its own subject, where the text has nothing before it that it may be a share of.

    What stands in the sentences before is not in a figure's record. So only the first sentence of a text can be judged: in
    any other, "40 per cent will never return" may speak of those whom the sentence before it names.
    """
    for group in by_sentence(figures):
        figure, at = group[0]
        if len(group) == 1 and 0 <= figure.start - at <= _MARGIN and _is_bare(figure):
            message = f"The text does not say of whom or of what {quoted(figure)} is a share."
            yield Finding(check=ID, message=message, figures=(figure,))


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
