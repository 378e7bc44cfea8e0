"""What a heading, the lead-in of a list or the head of a column says: what is counted, of which category, which status.

A heading has no clauses, so the phrases of the packs are looked for as they stand, without regard to case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from figx.figure import Kind
from figx.rules import NounForm, Rules, singularise

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_COUNTED = frozenset({"person", "household", "home", "building", "shelter", "visa"})
_SINGULARS = frozenset({"refugee", "visa", "migrant"})  # that name what is counted in "Refugee admissions"
_MOST_WORDS = 4  # before the head of a noun phrase
_BEFORE = ("determiner", "preposition", "conjunction", "pronoun", "auxiliary", "subordinator", "particle", "head_of")


@dataclass(frozen=True, slots=True)
class Said:
    """What a heading says of a field: the value, the words in the heading, and the rule that they belong to."""

    value: str
    words: str
    rule: str


def counted(heading: str, rules: Rules, *, last: bool = False) -> Said | None:
    """The unit that a heading counts in, by its first counted noun, or the last one of a sentence before a table.

    The words are the noun with what describes it: "Internally displaced persons" of "Internally displaced persons by
    province".
    """
    found = [
        (match, noun)
        for match in _WORD.finditer(heading)
        if (noun := rules.nouns.get(match.group().lower())) and _is_counted(match.group(), noun)
    ]
    if not found:
        return _counted_thing(heading, rules)
    k = len(found) - 1 if last else 0
    while k + 1 < len(found) and not heading[found[k][0].end() : found[k + 1][0].start()].strip():
        k += 1  # "displaced persons", "refugee families": the last is the head
    match, noun = found[k]
    return Said(noun.unit, heading[_begin(heading, match.start(), rules) : match.end()], noun.rule)


def _counted_thing(heading: str, rules: Rules) -> Said | None:
    """What else a heading counts: "Asylum claims by country", "Table 3. Border crossings, 2021"."""
    for match in _WORD.finditer(heading):
        if "counted_thing" in rules.classes.get(match.group().lower(), ()):
            noun = heading[_begin(heading, match.start(), rules) : match.end()]
            return Said(singularise(match.group()), noun, "figx.heading.noun")
    return None


def _is_counted(word: str, noun: NounForm) -> bool:
    if noun.unit not in _COUNTED or (noun.proper and not word[0].isupper()):
        return False
    return noun.plural or noun.singular in _SINGULARS


def _begin(heading: str, end: int, rules: Rules) -> int:
    """Where the noun phrase begins whose head begins at `end`."""
    begin = end
    for match in reversed(list(_WORD.finditer(heading, max(0, end - 60), end))[-_MOST_WORDS:]):
        classes = rules.classes.get(match.group().lower(), frozenset())
        if not classes.isdisjoint(_BEFORE) or heading[match.end() : begin].strip():
            break
        begin = match.start()
    return begin


def categories(heading: str, rules: Rules, key: str, *, aid: bool) -> Iterator[Said]:
    """The categories that a heading names for what counts in unit `key`, the first of the taxonomy first.

    `aid` tells that the document is about aid, where weak words count.
    """
    order = rules.packs.taxonomy.order
    found = [
        (rules.packs.category[rule], words)
        for rule, words in _phrases(heading, rules.trigger_phrases, rules.trigger_words)
    ]
    for trigger, words in sorted(found, key=lambda pair: order(pair[0].category)):
        if (trigger.units and key not in trigger.units) or (trigger.weak and not aid):
            continue
        beside = not trigger.with_any or any(_holds(heading, word) for word in trigger.with_any)
        if beside and not any(_holds(heading, phrase) for phrase in trigger.except_):
            yield Said(trigger.category, words, trigger.id)


def statuses(heading: str, rules: Rules, kind: Kind) -> Iterator[Said]:
    """The statuses that a heading names for figures of a kind, in the order of its words."""
    for rule, words in _phrases(heading, rules.status_phrases, rules.status_words):
        cue = rules.packs.cue[rule]
        if not cue.kinds or kind in cue.kinds:
            yield Said(cue.means, words, rule)


def _phrases(
    heading: str, owners: Mapping[str, tuple[str, ...]], pattern: re.Pattern[str]
) -> Iterator[tuple[str, str]]:
    """The rules whose phrases stand in `heading`, each with the words as they stand there."""
    for match in pattern.finditer(heading):
        for rule in owners[" ".join(match.group().lower().split())]:
            yield rule, match.group()


def _holds(heading: str, words: str) -> bool:
    return re.search(rf"\b{re.escape(words)}\b", heading, re.IGNORECASE) is not None
