"""The time of an event: "since the start of the war", "during the pandemic", "since he took office"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from figx.timegrammar.nodes import Node, Read
from figx.timegrammar.points import PointReader
from figx.timegrammar.words import HIDDEN, TimeWords, Token

Classes = Mapping[str, frozenset[str]]
# Points of the calendar, which may date an event, and be joined to each other.
CALENDAR = frozenset(
    "day month year weekday numeric decade century fiscal part edge season quarter half clock holiday".split()
)
_DATES = CALENDAR | {"relative", "ago", "range", "pair"}
_ENDS = frozenset({"verb", "auxiliary", "subordinator", "pronoun", "conjunction", "preposition"})
_LONGEST = 12


class EventReader(PointReader):
    """Reads events. `classes` are the word classes of the pack, which tell where a noun phrase or a clause ends."""

    def __init__(self, tokens: Sequence[Token], words: TimeWords, classes: Classes) -> None:
        super().__init__(tokens, words)
        self.classes = classes

    def classes_at(self, i: int) -> frozenset[str]:
        return self.classes.get(self.text(i).lower(), frozenset())

    def event(self, i: int, relation: str) -> Read:
        """The event at token i, after a preposition that says `relation`."""
        ends = [found[1] for k in range(max(0, i - 4), i) if (found := self.at("event_prepositions", k))]
        if i not in ends:
            return None
        return self._noun(i, relation) or (self._clause(i) if relation == "since" else None)

    def of_event(self, i: int) -> int:
        """The token after "of war", "of the conflict" at i, or i."""
        k = self.skip("of", i)
        if k > i:
            for j in range(k, min(k + 5, len(self.tokens))):
                if self.at("events", j) and not self.at("events", j + 1):
                    return j + 1
                if not self.text(j).isalpha() or self.classes_at(j) & _ENDS:
                    break
        return i

    def around(self, i: int) -> Read:
        """ "after the quake", "before the vote", "after he left": what a span at the tokens before i is measured from."""
        found = self.at("around", i)
        if not found:
            return None
        k = found[1]
        while k < len(self.tokens) and k - i < _LONGEST and self._is_word(k):
            if k > found[1] and self._ends(k) and self.skip("of", k) == k:
                break
            k += 1
        if k == found[1]:
            return None
        if self.classes_at(k) & {"verb", "auxiliary"} or self.classes_at(k - 1) & {"pronoun", "subordinator"}:
            while k < len(self.tokens) and k - i < 2 * _LONGEST and self._is_word(k):
                k += 1
            return (Node("event"), k) if self.text(k) == "," else None
        return Node("event"), k

    def now(self, i: int) -> Read:
        """ "at the time of the last census": at the time of an event, beside what `PointReader` reads."""
        found = super().now(i)
        if not found or not self.at("occasion_heads", found[1] - 1) or self.skip("of", found[1]) == found[1]:
            return found
        k = start = self.skip("of", found[1])
        while k < len(self.tokens) and k - start < _LONGEST and self._is_word(k):
            if k > start and self._ends(k):
                break
            k += 1
        return (Node("event"), k) if k > start else found

    def _ends(self, k: int) -> bool:
        """Whether no noun phrase goes on at token k."""
        return bool(self.classes_at(k) & (_ENDS | {"adverb"})) or self.at("hedges", k) is not None

    def _noun(self, i: int, relation: str) -> Read:
        """A noun phrase with the name of an event in it, and its date; after "since" any noun phrase will do."""
        k, named = i, False
        while k < len(self.tokens) and k - i < _LONGEST and self._is_word(k):
            of = self.skip("of", k) > k
            if k > i and self.classes_at(k) & _ENDS and not of and not self.text(k)[0].isupper():
                break
            named = named or self.at("events", k) is not None or (of and self.at("edges", k - 1) is not None)
            k += 1
        closed = relation == "since" and not (self.text(k)[:1].isalnum() or self.text(k) == HIDDEN)
        if k == i or not (named or closed) or self.classes_at(k) & {"verb", "auxiliary"}:
            return None
        return self._dated(k)

    def _is_word(self, k: int) -> bool:
        text = self.text(k)
        return text != HIDDEN and (text.isalnum() or (text in ("-", "’", "'") and self.glued(k)))

    def _dated(self, k: int) -> tuple[Node, int]:
        """The event that ends before token k, with "in 1821", "from Spain in 1821" or "in Oslo"."""
        j = self._past_places(k)
        inside = self.at("inside", j)
        point = self.point(inside[1] if inside else j, bound=inside is not None)
        if point and point[0].sort in _DATES:
            return Node("event", of=point[0]), point[1]
        if inside and self.text(inside[1])[:1].isupper():
            k = inside[1]
            while self.text(k)[:1].isupper():
                k += 1
        return Node("event"), k

    def _past_places(self, k: int) -> int:
        """The token after "from Spain" at k where "in" with a date follows, or k."""
        j = k
        while self.classes_at(j) & {"preposition", "determiner"} or (j > k and self.text(j)[:1].isupper()):
            if self.at("inside", j) and self.point(j + 1, bound=True):
                return j
            j += 1
        return k

    def _clause(self, i: int) -> Read:
        """A clause in the past: "we opened this school in June 2023", "taking office"."""
        verb, k = False, i
        while k < len(self.tokens) and self._is_word(k):
            classes = self.classes_at(k)
            if "subordinator" in classes or (verb and "conjunction" in classes):
                break
            if self.at("present", k) or k - i > _LONGEST:
                return None  # "since they are poor" gives a reason
            if verb and (point := self._date_at(k)):
                return Node("event", of=point[0]), point[1]
            verb = verb or self._tells_past(k, first=k == i)
            k += 1
        return (Node("event"), k) if verb and self.text(k) != HIDDEN else None

    def _date_at(self, k: int) -> Read:
        inside = self.at("inside", k)
        point = self.point(inside[1] if inside else k, bound=inside is not None)
        return point if point and point[0].sort in _DATES else None

    def _tells_past(self, k: int, *, first: bool) -> bool:
        """Whether token k may be the verb: not the first word, unless that is "taking"."""
        text, classes = self.text(k), self.classes_at(k)
        if first:
            return text.endswith("ing")
        return text.endswith("ed") or "past" in classes or ("verb" in classes and not text.endswith("s"))
