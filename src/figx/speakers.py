"""Who speaks in a document: the labels of a transcript ("MODERATOR:"), or the one whom a heading names.

Spans are half open and run from a label to the next. What only looks like a label ("KEY FIGURES:", "Herat:") is none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from figx.bylines import byline_of
from figx.labels import Labels, Look
from figx.rules import Rules

_LINE = re.compile(
    r"""^[ \t\u00a0>#*_]*
        (?P<label>[^\W\d_](?:[^:()\n]|\([^()\n]{0,60}\)){0,90}?) [ \t\u00a0]? [*_]{0,3} : [*_]{0,3} (?=\s|$|["“(\[])
    """,
    re.VERBOSE | re.MULTILINE,
)
_GLUED = re.compile(
    r"""(?<=[.?!…"”’)\]])[ \t\u00a0]{1,4} (?P<label>[^\W\d_a-z][^\W\d_a-z.'’ \-]{1,40}) : (?=\s)""", re.VERBOSE
)
# Senator QUILL (Ruritania) (3.01 p.m.)—   Mr. HALE.   The PRESIDING OFFICER.
_PARLIAMENT = re.compile(
    r"""^[ \t\u00a0*_]*
        (?P<label>
            (?:[A-Z][A-Za-z]+\.?[ ]){1,3} (?:[a-z]{1,3}[ ])?
            [A-Z](?:[A-Z'’\-]|c(?=[A-Z])){2,30} (?:[ ][A-Z'’\-]{2,30}){0,2}
            (?:[ ]of[ ][A-Z][a-z]+(?:[ ][A-Z][a-z]+)?)? (?:[ ]pro[ ]tempore)? (?:[ ]\([^()\n]{1,40}\)){0,2}
        )
        (?:[ ]?[—–](?=\s?\S) | \.(?=[ ]+["“A-Z]))
    """,
    re.VERBOSE | re.MULTILINE,
)
_BRACKETED = re.compile(r"^[ \t*_]*\\?\[(?P<label>[A-Z][^\[\]\n]{2,60}?)\\?\]:?(?=\s)", re.MULTILINE)
_QUESTION = re.compile(r"^[ \t\u00a0*_]*(?P<label>Q)(?P<gap>[ \t\u00a0]+)(?=[A-Z\"“(\[—…])", re.MULTILINE)
# ADA TANE    Good evening.
_SPACED = re.compile(
    r"^[ \t]*(?P<label>[A-Z][A-Z.'’\-]+(?:[ ][A-Z][A-Z.'’\-]+){0,3})(?:[ \u00a0]{2,}|\t)(?=[A-Z\"“(])", re.MULTILINE
)
_ENDING = re.compile(r"^[ \t\u00a0*_]*(?P<label>[(\[#\-–]*[^\n]{2,40}?)[ \t*_]*(?::[^\n]*)?$", re.MULTILINE)
_SPOKEN = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_UTTERANCE = 600  # characters of speech that are looked at
_LOOSE = frozenset({"glued", "spaced"})  # places of a label that prove little
_FEW = 60  # candidates: with more, a name is not looked for in the whole text
_TRANSCRIPT = 4  # turns with sure labels that make a document a transcript


@dataclass(frozen=True, slots=True)
class Turn:
    """A speaker's turn: where it begins, the label as written, and the rule that knew it."""

    start: int
    label: str
    rule: str


@dataclass(frozen=True, slots=True)
class Speakers:
    """The turns of a document in order, each up to the next."""

    turns: tuple[Turn, ...] = ()
    starts: tuple[int, ...] = ()

    def at(self, offset: int) -> Turn | None:
        """The turn that holds at `offset`, None where nobody is known to speak."""
        k = bisect_right(self.starts, offset) - 1
        return self.turns[k] if k >= 0 and self.turns[k].label else None


@dataclass(slots=True)
class _Candidate:
    start: int
    end: int
    label: str
    look: Look
    style: str
    speech: str = ""
    talks: bool = field(default=False)


def speakers_of(text: str, rules: Rules) -> Speakers:
    """The turns of the document `text`.

    A heading that names the speaker ("Remarks by Minister Tane") holds up to the first label.
    """
    labels = Labels(rules)
    turns = [Turn(c.start, c.label, labels.rule(c.label) or "figx.speaker.name") for c in _accepted(text, labels)]
    first = turns[0].start if turns else len(text)
    if named := byline_of(text[:first], labels):
        turns.insert(0, Turn(0, *named))
    if turns:
        turns += _endings(text, labels, turns[0].start)
        turns.sort(key=lambda turn: turn.start)
    return Speakers(tuple(turns), tuple(turn.start for turn in turns))


def _endings(text: str, labels: Labels, first: int) -> Iterator[Turn]:
    """Lines after which nobody speaks: "ENDS", "Media contact: ..."."""
    ends = labels.part("end")
    for match in _ENDING.finditer(text, first + 1):
        if match["label"].lower() in ends:
            yield Turn(match.start(), "", "")


def _candidates(text: str, labels: Labels) -> list[_Candidate]:
    """Everything that stands where a label may stand, in order, with the speech after it."""
    found: dict[int, _Candidate] = {}
    for style, pattern in (
        ("line", _LINE),
        ("parliament", _PARLIAMENT),
        ("bracket", _BRACKETED),
        ("question", _QUESTION),
        ("spaced", _SPACED),
        ("glued", _GLUED),
    ):
        for match in pattern.finditer(text):
            label = labels.clean(match["label"])
            look = labels.look(label)
            before = text[max(0, match.start("label") - 12) : match.start("label")].split()
            inside = style == "glued" and bool(before) and before[-1].lower() in labels.part("title")  # "MR. LUND:"
            if look is Look.NONE or not label or inside:
                continue
            if style == "question" and len(match["gap"]) == 1 and "\u00a0" not in match["gap"]:
                look = Look.LIKELY
            found.setdefault(match.start("label"), _Candidate(match.start("label"), match.end(), label, look, style))
    ordered = [found[start] for start in sorted(found)]
    nexts = [candidate.start for candidate in ordered[1:]]
    for candidate, following in zip(ordered, [*nexts, len(text)], strict=False):
        stop = min(following, candidate.end + _UTTERANCE)
        candidate.speech = text[candidate.end : stop]
        candidate.talks = _talks(candidate.speech, labels)
    return ordered


def _talks(speech: str, labels: Labels) -> bool:
    """Whether words sound spoken: they ask, or say "I" and "you"."""
    spoken = labels.part("spoken")
    return "?" in speech or any(word.lower().replace("’", "'") in spoken for word in _SPOKEN.findall(speech))


def _accepted(text: str, labels: Labels) -> list[_Candidate]:
    """The candidates that are labels: those that prove themselves, and those that others vouch for."""
    candidates = [c for c in _candidates(text, labels) if not _announces(c, labels)]
    times = Counter(c.label for c in candidates)
    talking = Counter(c.label for c in candidates if c.talks)
    sure = [c for c in candidates if _proven(c, times[c.label], talking[c.label])]
    kept = {id(c) for c in sure}
    surnames = {c.label.split()[-1].casefold() for c in sure}
    known = {c.label for c in sure}
    lively = len(known) > 1 and len(sure) >= _TRANSCRIPT
    capitals = sum(c.label.isupper() for c in sure) * 2 > len(sure)

    def vouched(c: _Candidate) -> bool:
        alike = c.label.isupper() == capitals
        if c.look is Look.LIKELY:
            return c.style != "spaced" and capitals and alike and len(known) > (c.label in known)
        if c.look is not Look.NAME or c.style in _LOOSE:
            return False
        if c.label.split()[-1].casefold() in surnames or (lively and alike and (c.talks or " " in c.label)):
            return True
        return len(candidates) <= _FEW and c.style == "line" and c.talks and _introduced(text, c, labels)

    return [c for c in candidates if id(c) in kept or vouched(c)]


def _proven(c: _Candidate, times: int, talking: int) -> bool:
    """Whether a label that stands so many times, with speech after it so many, is a speaker's for itself."""
    if c.style == "spaced":
        return times > 1 and 2 * talking >= times
    if c.style == "parliament":
        return c.look in (Look.SURE, Look.LIKELY)
    if c.style == "bracket":
        return c.look is Look.SURE or (c.look is Look.LIKELY and " " in c.label)
    if c.look is Look.LIKELY:
        return len(c.label) > 1 and (c.talks or (times > 1 and talking > 0))  # a lone "A:" is no answer
    return c.look is Look.SURE or (times > 1 and 3 * talking >= times)


def _announces(candidate: _Candidate, labels: Labels) -> bool:
    """Whether the line after the label is a name alone: the programme of an event, no speech."""
    line = candidate.speech.strip(" \t\u00a0*_").split("\n", 1)[0].strip()
    words = line.split()
    if not words or len(words) > 14 or line[-1] in '.?!…:;—-"”' or candidate.style != "line":
        return False
    rest, _ = labels.untitled(words)
    return labels.names([word.strip(",") for word in rest[:4]]) and (len(rest) < len(words) or "," in line)


def _introduced(text: str, candidate: _Candidate, labels: Labels) -> bool:
    """Whether the text names the same person with a title elsewhere: "Minister Ada Tane"."""
    name = candidate.label
    for match in re.finditer(re.escape(name), text, re.IGNORECASE):
        before = text[max(0, match.start() - 40) : match.start()].split("\n")[-1].split()
        if match.start() != candidate.start and before:
            lower = [word.lower().strip(",") for word in before]
            if any(lower[-len(title) :] == title for title, _ in labels._prefixes):
                return True
    return False
