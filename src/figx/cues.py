"""What the cue of a match means for a field."""

from __future__ import annotations

from figx.nouns import phrase_after
from figx.view import Match, View

_CLAUSE_ENDS = frozenset({";", ".", "•", "|"})


def cue_meaning(view: View, match: Match, field: str) -> str | None:
    """What `match` says of `field` ("status", "trend", "qualifier"), None where it is no cue of that field."""
    if match.table != "cue":
        return None
    cue = view.rules.packs.cue[match.rule]
    return cue.means if cue.field == field else None


def is_change(view: View, match: Match) -> bool:
    """Whether `match` is a word of change: "rose", "a cut", "went"."""
    return cue_meaning(view, match, "trend") is not None


def is_raised_to(view: View, match: Match) -> bool:
    """Whether "up to" is the end of a verb of change and its preposition, and no bound: "could go up to 45"."""
    if view.lower(match.i) not in ("up", "down") or view.lower(match.i + 1) != "to" or match.j - match.i != 2:
        return False
    return any(is_change(view, verb) and verb.j - verb.i > 1 for verb in view.ending(match.i + 1, "cue"))


def is_noun_of_change(view: View, match: Match) -> bool:
    """Whether the word of change may be a noun: "a decline", "the rise"."""
    same = (m for m in view.at(match.i, "cue") if m.j == match.j and is_change(view, m))
    return any("of" in view.rules.packs.cue[m.rule].takes for m in same)


def is_compared_number(view: View, match: Match) -> bool:
    """Whether "higher than" belongs to the number before it, and sets no bound: "4,000 higher than the 32,000 of May"."""
    if view.lower(match.i + 1) != "than" or match.i < 1 or not view.is_(match.i + 2, "determiner"):
        return False
    counted = match.i - 1 in view.numerals and match.i - 1 not in view.masked
    return counted and any(
        "than" in view.rules.packs.cue[m.rule].takes for m in view.at(match.i, "cue") if is_change(view, m)
    )


def is_change_over(view: View, match: Match) -> bool:
    """Whether "over" compares, and sets no bound: "an increase over the 9,000 of last year"."""
    if view.lower(match.i) != "over":
        return False
    return any("of" in view.rules.packs.cue[m.rule].takes for m in view.ending(match.i, "cue") if is_change(view, m))


def counts_change(view: View, i: int, j: int) -> Match | None:
    """The noun of change that a number (tokens i to j) is the size of: "a 2,000 increase in arrivals"; it counts no changes."""
    if not any(view.lower(k) in ("a", "an", "the", "this", "that") for k in range(max(0, i - 3), i)):
        return None
    for match in view.at(j, "cue"):
        if (
            is_change(view, match)
            and "of" in view.rules.packs.cue[match.rule].takes
            and not view.lower(j).endswith("s")
        ):
            return None if phrase_after(view, match.j) else match
    return None


def tells_change(view: View, i: int, j: int, *, reach: int = 30) -> bool:
    """Whether a word of change stands before token i, in its clause, or within a few tokens after token j."""
    for k in range(i, max(0, i - reach), -1):
        if view.word(k - 1) in _CLAUSE_ENDS:
            break
        if any(is_change(view, match) for match in view.ending(k, "cue")):
            return True
    return any(is_change(view, match) for k in range(j, min(j + 5, len(view))) for match in view.at(k, "cue"))
