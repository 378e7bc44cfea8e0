"""How long and how often: "over five years", "the 12 months to June 2023", "each month", "300 a week"."""

from __future__ import annotations

from figx.timegrammar.events import EventReader
from figx.timegrammar.nodes import Node, Read
from figx.timegrammar.words import HIDDEN

_BEFORE_RATE = frozenset({"preposition", "determiner", "auxiliary", "verb", "subordinator", "conjunction", "pronoun"})
AFTER_RATE = _BEFORE_RATE | {"adverb", "participle", "particle"}


class SpanReader(EventReader):
    """Each method reads at token i: the node and the token after it, or None."""

    def span(self, i: int) -> Read:
        """five years; a single year; more than two decades of war; the 12 months to June 2023; the year ended 30 June."""
        k = self.hedged(self.skip("the", i))
        counted = self._counted(k)
        j = self.skip("other_years", self.skip("consecutive", self.dash(counted[1]))) if counted else k
        unit = self.at("units", j)
        if not unit or unit[0] in ("half", "moment") or (self.text(unit[1]) == "-" and self.glued(unit[1])):
            return None
        plural = self.text(unit[1] - 1).lower().endswith("s")
        end = self.skip("stretches", unit[1])
        if counted and self.dash(counted[1]) > counted[1] and end == unit[1]:
            return None  # "a three-day holiday"; "a three-day period" says when
        node = Node("span", number=counted[0] if counted else 1, unit=unit[0])
        if to := self._ended(end):
            return Node("span", number=node.number, unit=node.unit, to=to[0]), to[1]
        if (not counted and (not plural or k > i)) or self.at("ago", end) or self.at("old", end):
            return None
        return node, self.of_event(self.skip("tails", end))

    def _counted(self, i: int) -> tuple[int | None, int] | None:
        """ "five", "a single", "a 91-"."""
        counted = self.count(i)
        single = self.at("single", i)
        if single and (not counted or single[1] >= counted[1]):
            return self.count(single[1]) or (1, single[1])
        return counted

    def _ended(self, i: int) -> Read:
        """ "to June 2023", "ended 30 June", "between 6 and 7 October"."""
        ended = self.at("ended", i)
        if not ended:
            return None
        point = self.range(ended[1]) or self.point(ended[1], bound=True)
        undated = not point or point[0].sort == "now" or (point[0].sort == "clock" and not point[0].of)
        return None if undated else point

    def range(self, i: int) -> Read:
        """ "March and August", "2010 to 2014": two ends of a stretch, after "between" or "from"."""
        first = self.point(i, bound=True)
        if not first:
            return None
        node, j = first
        joint = self.at("and", j) or self.at("to", j)
        second = self.point(joint[1], bound=True) if joint else None
        if second and second[0].sort != "now":
            return Node("range", of=node, to=second[0]), second[1]
        if node.sort == "list" and len(node.items) == 2:  # "7 and 15 March"
            return Node("range", of=node.items[0], to=node.items[1]), j
        return first if node.sort == "range" else None

    def rate(self, i: int) -> Read:
        """each month, every three days, 300 a week, annually."""
        return self._every(i) or self._adverb(i) or self._article(i)

    def _every(self, i: int) -> Read:
        every = self.at("every", i)
        if not every:
            return None
        counted = self.count(every[1])
        unit = self.at("units", self.skip("consecutive", counted[1] if counted else every[1]))
        for name in () if unit or counted else ("weekdays", "seasons", "dayparts"):
            unit = unit or self.at(name, every[1])
        return (Node("rate", unit=str(unit[0])), unit[1]) if unit else None

    def _adverb(self, i: int) -> Read:
        """ "annually", "300 tons daily"; but "the daily count", "The Daily News"."""
        adverb = self.at("frequency", i)
        if not adverb or (i and not self.text(i).islower()) or "determiner" in self.classes_at(i - 1):
            return None
        noun = self.text(adverb[1]).isalpha() and not self.classes_at(adverb[1]) & AFTER_RATE
        return None if noun else (Node("rate"), adverb[1])

    def _article(self, i: int) -> Read:
        """ "a week" after what is counted; but "in a week", "a week ago", "a day of prayer"."""
        article = self.at("rate_articles", i)
        unit = self.at("rate_units", article[1]) if article else None
        if not unit or self.at("ago", unit[1]) or self.at("of", unit[1]):
            return None
        before, after = self.text(i - 1), self.text(unit[1])
        # "300 killed a day": what is a verb only is no noun that is counted.
        mild = {"verb"} if "participle" in self.classes_at(i - 1) else set()
        if self.classes_at(i - 1) & (_BEFORE_RATE - mild) or not (before.isalnum() or before in (HIDDEN, "%", ")")):
            return None
        if after in ("-", "'", "’") or (after.isalpha() and not self.classes_at(unit[1]) & AFTER_RATE):
            return None
        return Node("rate", unit=unit[0], word="a"), unit[1]
