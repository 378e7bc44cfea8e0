"""What the cue of a match means for a field."""

from __future__ import annotations

from figx.view import Match, View


def cue_meaning(view: View, match: Match, field: str) -> str | None:
    """What `match` says of `field` ("status", "trend", "qualifier"), None where it is no cue of that field."""
    if match.table != "cue":
        return None
    cue = view.rules.packs.cue[match.rule]
    return cue.means if cue.field == field else None
