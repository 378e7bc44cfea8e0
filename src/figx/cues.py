"""What the cue of a match means for a field."""

from __future__ import annotations

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


def tells_change(view: View, i: int, j: int, *, reach: int = 30) -> bool:
    """Whether a word of change stands before token i, in its clause, or within a few tokens after token j."""
    for k in range(i, max(0, i - reach), -1):
        if view.word(k - 1) in _CLAUSE_ENDS:
            break
        if any(is_change(view, match) for match in view.ending(k, "cue")):
            return True
    return any(is_change(view, match) for k in range(j, min(j + 5, len(view))) for match in view.at(k, "cue"))
