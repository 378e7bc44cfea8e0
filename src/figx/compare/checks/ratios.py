"""Two numbers and the share that the one is said to be of the other: "1,687 (53 per cent) of the 3,186 refugees"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from figx.compare.checks.finding import Finding, said
from figx.compare.checks.sentences import by_sentence, counted
from figx.compare.checks.spread import Spread, share_of, spread
from figx.figure import Figure, Kind, Role, Status

ID = "share"
_WORDS = r"[^.;:,()\[\]]{0,40}"
_BRACKET = re.compile(rf"^{_WORDS}[(\[]\s*(?:[a-z~]+\s+){{0,2}}$", re.IGNORECASE)
_OR = re.compile(rf"^{_WORDS},\s+or\s+(?:[a-z]+\s+){{0,2}}$", re.IGNORECASE)
_OF = re.compile(rf"^{_WORDS}\b(?:out\s+of|of)\s{_WORDS}$", re.IGNORECASE)
_OUT_OF = re.compile(r"^\s*[)\],](?:[^.;:(\[]{0,40}\bof|[^.;:(\[]{0,120}\bout\s+of)\s[^.;:,(\[]{0,40}$", re.IGNORECASE)
_OF_WHOM = re.compile(r"^\s*[)\],]\s*(?:of|out\s+of)\s+(?:whom|them|these|those|which)\b", re.IGNORECASE)
_OF_BEFORE = re.compile(r"\bof\s+(?:[a-z]+\s+){0,2}$", re.IGNORECASE)
_CLOSES = re.compile(r"\s*[)\],.]")
_APPOSED = re.compile(r"^[^.;:()\[\]]{0,60}[,–—]\s*(?:[a-z]+\s+){0,2}$", re.IGNORECASE)


def wrong_shares(figures: Sequence[Figure]) -> Iterator[Finding]:
    """A finding for each share that does not fit the two numbers beside it."""
    for group in by_sentence(counted(figures)):
        for i in range(len(group) - 2):
            three = group[i : i + 3]
            if any(at < 0 for _, at in three):
                continue
            found = _read([figure for figure, _ in three], _around(three))
            if found is not None and not _fits(*found):
                part, whole, share = found
                yield Finding(check=ID, message=_told(part, whole, share), figures=tuple(figure for figure, _ in three))


def _around(group: Sequence[tuple[Figure, int]]) -> list[str]:
    """What stands before, between and behind the figures in their sentence."""
    sentence = group[0][0].sentence
    ends = [0, *(at + len(figure.text) for figure, at in group)]
    starts = [*(at for _, at in group), len(sentence)]
    return [sentence[end:start] for end, start in zip(ends, starts, strict=True)]


def _read(three: Sequence[Figure], around: Sequence[str]) -> tuple[Figure, Figure, Figure] | None:
    """The part, the whole and the share, where three figures that follow each other are these."""
    a, b, c = three
    before, first, second, behind = around
    adds = [_BRACKET.match(gap) or _OR.match(gap) for gap in (first, second)]
    match [figure.kind is Kind.SHARE for figure in three]:
        case [False, True, False] if adds[0] and _OUT_OF.match(second):
            return _checked(a, c, b)
        case [False, False, True] if adds[1] and _CLOSES.match(behind):
            if _OF.match(first):
                return _checked(a, b, c)
            if _APPOSED.match(first) and (_OF_WHOM.match(behind) or _OF_BEFORE.search(before)):
                return _checked(b, a, c)
        case [True, False, False] if _BRACKET.match(first) and _OUT_OF.match(second):
            return _checked(b, c, a)
    return None


def _checked(part: Figure, whole: Figure, share: Figure) -> tuple[Figure, Figure, Figure] | None:
    same = part.kind is whole.kind and (part.unit == whole.unit or not part.unit)
    level = all(figure.role in (Role.LEVEL, Role.TO) and figure.value is not None for figure in (part, whole, share))
    return (part, whole, share) if same and level and share.status is not Status.NEGATED else None


def _fits(part: Figure, whole: Figure, share: Figure) -> bool:
    spreads: list[Spread] = [found for figure in (part, whole, share) if (found := spread(figure)) is not None]
    if len(spreads) < 3:
        return True
    made = share_of(spreads[0], spreads[1])
    return made is None or made.meets(spreads[2])


def _told(part: Figure, whole: Figure, share: Figure) -> str:
    assert part.value is not None and whole.value
    made = round(part.value * 100 / whole.value, 1)
    return f"{said(part)} is {said(share, made)} of {said(whole)}, not {said(share)}."
