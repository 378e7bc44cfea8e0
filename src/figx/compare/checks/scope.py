"""What part of the people or things a claim is about, as far as its own sentence says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from figx.compare.checks.sentences import MASK
from figx.compare.checks.words import phrases
from figx.compare.claim import Claim
from figx.compare.wordlists import wordlists

_NEAR = 30  # characters around a number in which "another" and "of them" belong to it
_THAN = re.compile(r"\b(?:more|less|fewer|other) than\b", re.IGNORECASE)  # bounds
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Scope:
    """What must be the same in two claims that are set against each other.

    `groups` are words such as "children" in the claim's own part of the sentence, `localities` such as "district" and
    `sites` the names behind a preposition in the whole sentence, `dates` the days, months, years and stages that it names.
    Countries and regions are not among them: they are compared as such.
    """

    groups: frozenset[str]
    localities: frozenset[str]
    sites: frozenset[str]
    dates: frozenset[str]


def scope_of(claim: Claim, part: str) -> Scope:
    """The scope of a claim; `part` is its own part of the sentence."""
    figure = claim.figure
    told = {*figure.attribution.split(), *figure.speaker.split()}
    sites = {
        word.strip("’'s")
        for match in phrases("site_preposition").finditer(figure.sentence)
        for word in _names_at(figure.sentence, match.end())
        if word not in told
    }
    # The figure's own time is compared as its period.
    rest = _without(figure.sentence, figure.time)
    dates = {match[0].casefold() for match in phrases("day_name").finditer(rest) if match[0][0].isupper()}
    return Scope(
        groups=_found("group", f"{part} {figure.noun}"),
        localities=_localities(part),
        sites=frozenset(site for site in sites if not _is_known(site)),
        dates=frozenset(dates | set(_YEAR.findall(rest))) | _found("stage", _without(part, figure.time)),
    )


def is_partial(claim: Claim, part: str) -> bool:
    """Whether a number is said to add to another one, or to be a part of it: "another 300", "200 of them"."""
    quote = MASK * len(claim.figure.text)
    at = part.find(quote)
    if at < 0:
        return True
    around = _THAN.sub("", part[max(0, at - _NEAR) : at + len(quote) + _NEAR])
    return phrases("besides").search(f"{around} {claim.figure.noun}") is not None


def _names_at(sentence: str, at: int) -> list[str]:
    """The capitalised words right behind a preposition: "in the northern Bay of Bengal" has the one, "Bay"."""
    words = re.match(r"\s+(?:the\s+)?(?:[a-z]+\s+)?((?:[A-Z][\w’'-]*\s*)+)", sentence[at : at + 2 * _NEAR])
    return words[1].split() if words else []


@cache
def _known() -> frozenset[str]:
    lists = wordlists()
    return lists.countries | {word for name in lists.region_names for word in name.split()}


def _is_known(site: str) -> bool:
    return site.casefold() in _known() or phrases("day_name").fullmatch(site) is not None


def _without(text: str, phrase: str) -> str:
    return text.replace(phrase, " ", 1) if phrase else text


def _localities(part: str) -> frozenset[str]:
    """Words such as "district", but not where they tell who says it: "the state government"."""
    found = phrases("locality").finditer(part)
    return frozenset(
        match[0].casefold() for match in found if not phrases("office").match(part[match.end() :].lstrip())
    )


def _found(name: str, text: str) -> frozenset[str]:
    return frozenset(match[0].casefold() for match in phrases(name).finditer(text))
