"""Time expressions that say when no figure holds: the day of a report, what a figure is compared with, a year in a name."""

from __future__ import annotations

from figx.timegrammar.phrases import TimePhrase
from figx.view import View

_NEAR = 8  # tokens


def holds_for_nothing(view: View, phrase: TimePhrase, i: int, j: int, starts: set[int]) -> str:
    """Why the expression at tokens i to j (half open) belongs to no figure, or "". `starts` are the first tokens of figures."""
    tests = {
        "dateline": _dateline,
        "report": _reported,
        "name": _in_name,
        "possessive": _possessive,
        "superlative": _superlative,
        "marker": _marker,
        "any": _any,
    }
    return next((reason for reason, test in tests.items() if test(view, phrase, i, j, starts)), "")


def compares(view: View, i: int, starts: set[int]) -> bool:
    """Whether the expression at token i is what a figure is compared with: "than in 2019", "compared to last year"."""
    words = view.rules.packs.times
    for k in range(i - 1, max(-1, i - _NEAR), -1):
        if k in starts or view.word(k) in (",", ";", "(", ")", ":"):
            return False
        if words.holds("comparisons", view.lower(k)) or words.holds(
            "comparisons", f"{view.lower(k)} {view.lower(k + 1)}"
        ):
            return True
    return False


def _dateline(view: View, phrase: TimePhrase, i: int, j: int, starts: set[int]) -> bool:
    """ "GUIYANG, Aug. 28 (Xinhua) -- ", "October 9, 2014 (BOR) –": at the head of the sentence, then a dash."""
    if not phrase.day or phrase.relation:
        return False
    head = i <= 12 and all(view.word(k)[:1].isupper() or view.is_punctuation(k) for k in range(i))
    for k in range(j, min(j + 6, len(view))):
        if view.word(k) in ("-", "–", "—", "--", "|"):
            return (head and k > 1) or (not view.glued(k) and (i <= 12 or view.word(j) == "("))
    return False


def _reported(view: View, phrase: TimePhrase, i: int, j: int, starts: set[int]) -> bool:
    """ "officials said on Monday", "On Monday the agency reported 300"."""
    said = "as of" not in phrase.text.lower()
    for k in range(i - 1, max(-1, i - _NEAR), -1):
        if k in starts or view.word(k) in (",", ";", ":", "”", '"') or view.lower(k) == "that":
            break
        if _is(view, "reports", k) and said and (phrase.day or i - k <= 4):
            return True
    opening = i <= 3 or view.is_punctuation(i - 1) or _is(view, "reports", j)
    if not phrase.day or not said or (not opening and any(k < i for k in starts)):
        return False
    for k in range(j, min(j + 2 * _NEAR, len(view))):
        if k in starts or view.word(k) in (";", ":", ".") or (k > j and view.word(k) == ","):
            return False
        if _is(view, "reports", k):
            return True
    return False


def _in_name(view: View, phrase: TimePhrase, i: int, j: int, starts: set[int]) -> bool:
    """ "the 2030 Agenda", "the 1951 Convention", "Vision 2030"; and what is told of another: "victims of the 2014 war"."""
    if phrase.kind == "point" and phrase.node.sort == "month" and not phrase.relation:
        return view.is_(i - 1, "determiner") and view.word(j)[:1].isupper()  # "the May 2023 National Plan"
    if phrase.kind != "bare":
        return False
    before, after = view.word(i - 1) if i else "", view.word(j)
    if before in ("(", "[") or (view.is_punctuation(j) and not before[:1].isalpha()) or not before:
        return False
    if (after[:1].isupper() and phrase.node.sort == "year") or (
        before[:1].isupper() and not view.is_(i - 1, "preposition", "determiner")
    ):
        return True
    inside = view.is_(i - 1, "determiner") and view.lower(i - 2) in ("in", "during")
    opening = i <= 2
    return not (inside or opening or view.is_punctuation(j))


def _possessive(view: View, phrase: TimePhrase, i: int, j: int, starts: set[int]) -> bool:
    """ "Sunday's quake", "today's world", "by last week's floods"; but "this year's 700 guests"."""
    if view.lower(j) not in ("'s", "’s", "'", "’") or j + 1 in starts:
        return False
    return phrase.day or phrase.kind == "now" or phrase.relation not in ("", "during")


def _superlative(view: View, phrase: TimePhrase, i: int, j: int, starts: set[int]) -> bool:
    """ "the largest in 25 years", "for the first time since 2015", "the country's first in 2014"."""
    if phrase.kind == "now" or phrase.node.to:
        return False
    rolling = phrase.node.sort == "relative" and phrase.relation in ("", "on", "during", "before")
    reach = _NEAR if rolling or phrase.relation == "since" or phrase.kind in ("span", "event") else 1
    for k in range(i - 1, max(-1, i - 1 - reach), -1):
        if k in starts or view.word(k) in (",", ";", "(", ")", ":"):
            return False
        if _is(view, "superlatives", k):
            return True
    return False


def _marker(view: View, phrase: TimePhrase, i: int, j: int, starts: set[int]) -> bool:
    """ "Now, their elections", "the former Zaire, now the Congo"; "Today we announce"."""
    if phrase.kind != "now":
        return False
    if phrase.text.lower() == "now":
        return i == 0 or view.word(i - 1) in (",", "(", "“", '"')
    if not phrase.day:
        return False
    return any(_is(view, "announcements", k) for k in range(max(0, i - _NEAR), min(j + _NEAR, len(view))))


def _any(view: View, phrase: TimePhrase, i: int, j: int, starts: set[int]) -> bool:
    return _is(view, "any", i - 1)


def _is(view: View, name: str, k: int) -> bool:
    words = view.rules.packs.times
    return words.holds(name, view.lower(k)) or words.holds(name, f"{view.lower(k)} {view.lower(k + 1)}")
