"""The speaker whom the heading of a text names: "Remarks by Minister Tane", or a name above "Speech"."""

from __future__ import annotations

import re

from figx.labels import Labels, Look

_HEAD, _LINES = 1500, 25  # characters and lines that may hold the heading
_LONGEST = 220
_END = re.compile(
    r"\s{2,}|[,;:|(\[–—]|\s-\s|\s(?:at|to|on|before|in|during|following|after|upon|delivered|regarding|about|from)\s|(?<=[a-z]{4})\.\s|\.$|\s\d"
)
_JOINED = re.compile(r"\s(?:and|&)\s", re.IGNORECASE)
_OF = frozenset({"of", "for", "the", "and", "&"})
_MARKUP = "*_#> \t\u00a0"


def byline_of(head: str, labels: Labels) -> tuple[str, str] | None:
    """The speaker that the first lines of a text name, with the rule; None where they name none or several."""
    lines = [line.strip(_MARKUP) for line in head[:_HEAD].split("\n")]
    lines = [line for line in lines if line][:_LINES]
    found = [named for line in lines if len(line) <= _LONGEST and (named := _after_byline(line, labels))]
    if not found:
        return _above_speech(lines, labels)
    names = {name for name, _ in found}
    longest = max(names, key=len)
    return found[0] if all(name in longest for name in names) and all(names) else None


def _after_byline(line: str, labels: Labels) -> tuple[str, str] | None:
    lower = line.lower()
    for phrase in sorted(labels.part("byline"), key=len, reverse=True):
        if not lower.startswith(phrase):
            continue
        rest = line[len(phrase) :]
        if not re.match(r"\s?:\s|\s", rest) or (" " not in phrase and not re.match(r"\s?:\s", rest)):
            return None
        return person(rest.lstrip(" :\t\u00a0"), labels), labels.rules.speaker["byline"][phrase]
    return None


def person(words: str, labels: Labels) -> str:
    """The person whom `words` begin with, as written, without "the"; "" where there is none, or more than one.

    A name without a title wants an office after it: "Save the Children, ..." is no person.
    """
    match = _END.search(words)
    name = re.sub(
        r"^the\s(?!Hon)", "", words[: match.start() if match else len(words)].strip(_MARKUP), flags=re.IGNORECASE
    )
    name_words = name.split()
    led = next((k for k in range(min(3, len(name_words))) if labels.untitled(name_words[k:])[0] != name_words[k:]), 0)
    rest, proof = labels.untitled(name_words[led:])  # "UN High Commissioner ..."
    if led and not rest:
        return name if proof else ""
    if labels.look(name) is Look.SURE and not rest:
        return name
    if not rest and labels.look(f"The {name}") is Look.SURE:
        return name
    if not rest or _several(name, labels):
        return ""
    titled = len(rest) < len(name.split())
    plain = [word for word in rest if word.lower() not in labels.part("letters")]
    if titled and proof:
        return name if _office_and_name(plain, labels) else ""
    described = match is not None and match.group() == "," and labels.describes(words[match.end() :][:60])
    if (described or len(plain) < len(rest)) and len(plain) > 1 and labels.names(plain):
        return name
    return ""


def _several(name: str, labels: Labels) -> bool:
    """Whether "and" joins two persons, and not two halves of an office ("Immigration and Border Protection")."""
    for match in _JOINED.finditer(name):
        after = name[match.end() :].split()
        rest, _ = labels.untitled([word for word in after if word.lower() != "the"])
        if len(rest) < len([word for word in after if word.lower() != "the"]):
            return True
        if not {"of", "for"} & set(name[: match.start()].lower().split()):
            return True
    return False


def _office_and_name(words: list[str], labels: Labels) -> bool:
    if labels.names(words):
        return True
    office = words[0].lower() in ("of", "for") and len(words) > 1
    return office and all(word[0].isupper() or word.lower() in _OF for word in words) and len(words) <= 14


def _above_speech(lines: list[str], labels: Labels) -> tuple[str, str] | None:
    """A person alone on a line, where another line is the heading of a speech."""
    heading = next((word for line in lines for word in [_speech(line, labels)] if word), "")
    if not heading:
        return None
    persons = [name for line in lines if len(line.split()) <= 16 and (name := _alone(line, labels))]
    return (persons[0], labels.rules.speaker["speech"][heading]) if len(set(persons)) == 1 else None


def _speech(line: str, labels: Labels) -> str:
    words = re.split(r"[,:;(–—-]|\s(?:to|at|on|by|in)\s|\s{2,}", line.lower() + " ", maxsplit=1)[0].strip()
    return words if words in labels.part("speech") and len(line.split()) <= 14 else ""


def _alone(line: str, labels: Labels) -> str:
    first = re.split(r"\s{2,}", line)[0].strip(_MARKUP)
    if first[-1:] in ".?!:;" or "," in first:
        return ""
    words = first.split()
    for k in range(min(3, len(words))):
        rest, proof = labels.untitled(words[k:])
        plain = [word for word in rest if word.lower() not in labels.part("letters")]
        lead = all(word[0].isupper() for word in words[:k])
        if proof and lead and len(rest) < len(words) - k and len(plain) > 1 and labels.names(plain):
            return first
    return ""
