"""Whole time expressions in a text: a preposition with its point, a span, a rate, the time of an event."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from figx.timegrammar.events import CALENDAR, Classes
from figx.timegrammar.nodes import Node, Read
from figx.timegrammar.points import BEGINNINGS
from figx.timegrammar.spans import AFTER_RATE, SpanReader
from figx.timegrammar.words import TimeWords, tokens_of

_JOINED = CALENDAR | {"relative"}
_MOST_JOINED = 8
_FREE = BEGINNINGS | {"sofar", "already", "units"}  # what an expression without a preposition may begin with
_KINDS = {"now": "now", "pair": "bare", "year": "bare"}
# Prepositions that another may follow: "since before 1990", "from as of May".
_DOUBLED = frozenset({"since", "until", "by", "before"})
# Kind, relation, node and the token after it.
_Found = tuple[str, str, Node, int] | None


@dataclass(frozen=True, slots=True)
class TimePhrase:
    """Characters start to end (half open) of a text that say when.

    `kind` is point ("in May", "last week"), bare (a year without a preposition), now ("currently"), rate ("each month"),
    span ("over five years") or event ("since the start of the war"). `relation` is what the preposition says: during, on,
    since, until, through, by, before, after, between, from, of, or "". `day` tells whether it names a day.
    """

    start: int
    end: int
    text: str
    kind: str
    relation: str
    node: Node
    day: bool


def find_times(
    text: str, words: TimeWords, classes: Classes | None = None, hidden: Iterable[tuple[int, int]] = ()
) -> list[TimePhrase]:
    """The time expressions of `text` in order, none inside another. `hidden` are spans of characters that are none.

    `classes` are the word classes of the pack (word → classes), which tell where the name of an event ends.
    """
    reader = PhraseReader(text, words, classes or {}, hidden)
    found, i = [], 0
    while i < len(reader.tokens):
        phrase = reader.phrase(i)
        if phrase is None:
            i += 1
        else:
            found.append(phrase[0])
            i = phrase[1]
    return found


class PhraseReader(SpanReader):
    """Reads the expressions of one text."""

    def __init__(self, text: str, words: TimeWords, classes: Classes, hidden: Iterable[tuple[int, int]]) -> None:
        super().__init__(tokens_of(text, hidden), words, classes)
        self.source = text

    def phrase(self, i: int) -> tuple[TimePhrase, int] | None:
        """The expression at token i and the token after it."""
        if not self.words.may_open(self.tokens[i]) or self.is_plain_the(i):
            return None
        before = self.text(i - 1) if self.glued(i) else ""
        if before.isalnum() or (before and before in "-$@#"):
            return None
        found = self._repeated(i) or self._prepositional(i) or self._free(i)
        if not found:
            return None
        kind, relation, node, j = found
        if node.sort in ("season", "holiday") and not node.year and self._noun_at(j):
            return None  # "by summer storms"
        if self.skip("sofar", i) > i and kind == "point":
            node = Node("part", word="sofar", of=node)
        j = self.skip("alone", j)
        i = self.skip("of", i)  # "300 of this year's guests"
        start, end = self.tokens[i].start, self.tokens[j - 1].end
        day = node.holds("day", "weekday", "clock", "numeric") or (node.sort == "now" and node.word == "day")
        return TimePhrase(start, end, " ".join(self.source[start:end].split()), kind, relation, node, day), j

    def _noun_at(self, i: int) -> bool:
        """Whether the text goes on with a noun at token i: with a word of no closed class."""
        return self.text(i).isalpha() and bool(self.classes) and not self.classes_at(i) & (AFTER_RATE | {"time_noun"})

    def _repeated(self, i: int) -> _Found:
        rate = self.rate(i)
        return ("rate", "", *rate) if rate else None

    def _free(self, i: int) -> _Found:
        """An expression without a preposition: "last week", "so far this year", "2014"."""
        if not self._may_stand_free(i):
            return None
        found = self.point(self._led(i), bound=False) or self.point(i, bound=False)
        if found:
            node, j = self._joined(*found)
            return _KINDS.get(node.sort, "point"), "", node, j
        span = self.span(i)
        if span and span[0].to:
            return "span", "", *span
        # Not "on Monday, two days after the quake": the day says it.
        apart = self.text(i - 1) != "," and not self.count(i - 1) and not self.at("hedges", i - 1)
        if apart and (event := self._from_event(i)):
            return "event", "", *event
        bare = self.pair(i) or self.year(i)
        return ("bare", "", *self._joined(*bare)) if bare else None

    def _may_stand_free(self, i: int) -> bool:
        token = self.tokens[i]
        counts = token.text.isdecimal() or token.lower in self.words.cardinals
        return counts or not _FREE.isdisjoint(self.known[i])

    def _led(self, i: int) -> int:
        """The token after "so far", "already" at i, or i."""
        return self.skip("already", self.skip("sofar", i))

    def _prepositional(self, i: int) -> _Found:
        k = self._led(i)
        preposition = self.at("prepositions", k)
        if not preposition:
            return None
        relation, j = preposition
        second = self.at("prepositions", j) if relation in _DOUBLED else None
        if second and second[0] in ("before", "after", "on", "during"):
            j = second[1]
        if relation == "between":
            return self._between(k, self.hedged(j))
        if relation == "during" and (event := self._from_event(j)):
            return "event", relation, *event
        if relation == "during" and (span := self.span(j)):
            return "span", relation, *span
        if relation == "since" and self.skip("the", j) > j and self.classes_at(j + 2) & {"past"}:
            return self._event_after(relation, j) or self._point_after(k, relation, j)  # "since the year began"
        return self._point_after(k, relation, j) or self._event_after(relation, j)

    def _point_after(self, i: int, relation: str, j: int) -> _Found:
        """A point at token j after the preposition at i."""
        k = self.hedged(j)
        point = self.point(k, bound=relation != "of")
        if not point:
            bare = (self.pair(k) or self.year(k)) if relation == "of" else None
            return ("bare", relation, *bare) if bare else None
        if relation == "of" and point[0].sort in ("now", "ago", "clock"):
            return None
        if self.at("for", i) and point[0].sort in ("season", "holiday"):
            return None  # "for winter": a purpose
        node, j = self._joined(*point)
        kind = _KINDS.get(node.sort, "point")
        return ("point" if kind == "bare" and relation != "of" else kind), relation, node, j

    def _from_event(self, j: int) -> Read:
        """ "the week after the quake", "the hours before the vote" at token j."""
        the = self.at("the", j)
        k = self.hedged(the[1] if the else j)
        counted = self._counted(k)
        if not (the or counted):
            return None
        unit = self.at("units", self.skip("consecutive", counted[1] if counted else k))
        return self.around(unit[1]) if unit and unit[0] not in ("moment", "half") else None  # "at one point before"

    def _event_after(self, relation: str, j: int) -> _Found:
        event = self.event(j, relation)
        return ("event", relation, *event) if event else None

    def _between(self, i: int, j: int) -> _Found:
        """ "between March and August", "from 2010 to 2014", "from Monday": the preposition stands at i."""
        if found := self.range(j):
            return "point", "between", *found
        point = self.point(j, bound=True) if self.at("from", i) else None
        return ("point", "from", *point) if point else None

    def _joined(self, node: Node, j: int) -> tuple[Node, int]:
        """With what is joined to it: "in May and June 2020", "next year and in 2018", "26 July – 2 August 2013"."""
        if (to := self.at("to", j)) and node.sort in CALENDAR:
            other = self.point(to[1], bound=True)
            if other and other[0].sort in CALENDAR:
                return Node("range", of=node, to=other[0]), other[1]
        items, end = [node], j
        while len(items) < _MOST_JOINED and (following := self._next_item(end, first=len(items) == 1)):
            item, end, last = following
            items.append(item)
            if last:
                break
        return (node, j) if len(items) == 1 else (Node("list", items=tuple(items)), end)

    def _next_item(self, i: int, *, first: bool) -> tuple[Node, int, bool] | None:
        """The next of a list at token i, the token after it, and whether it is the last."""
        comma = self.text(i) == ","
        joint = self.at("and", i + comma)
        if not (comma or joint) or (comma and joint and first):
            return None  # ", and" after one alone begins a new clause
        k = joint[1] if joint else i + 1
        preposition = self.at("prepositions", k)
        if preposition and (preposition[0] not in ("during", "on") or preposition[1] > k + 1):
            return None  # "on 5 May and as of 6 May"
        other = self.point(preposition[1] if preposition else k, bound=True)
        if not other or other[0].sort not in _JOINED:
            return None
        if not joint and not (self.text(other[1]) == "," or self.at("and", other[1])):
            return None
        return other[0], other[1], joint is not None
