"""Points in time: those of the calendar, and "last week", "three years ago", "the end of 2023", "early Tuesday"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from figx.timegrammar.calendar import CalendarReader
from figx.timegrammar.nodes import Node, Read
from figx.timegrammar.words import TimeWords, Token

# What may lie in a longer time that follows: "in May of last year", "at this point last year".
_INNER = frozenset(
    {"day", "month", "season", "holiday", "quarter", "half", "unit", "relative", "part", "range", "weekday"}
)
_OUTER = frozenset({"year", "month", "week", "quarter", "decade"})

_DEEPEST = 4
DIGITS, CARDINAL = "0", "1"  # beside the classes of words: a number in digits, a number word
# The readers of points in the order in which they are tried, with what their expressions may begin with.
_BEGINNINGS = {
    name: frozenset(classes.split())
    for name, classes in {
        "edge": "the very edges",
        "part": "the parts",
        "clock": "hedges noons 0",
        "numeric": "0",
        "weekday": "weekdays",
        "quarter": "the ordinals quarter_signs 0",
        "century": "the century_ordinals 0",
        "day_first": "the 0",
        "day_of": "the 0",
        "month_first": "months",
        "fiscal": "the fiscal fiscal_signs 0",
        "pair": "0",
        "decade": "the 0",
        "season": "the seasons holidays 0",
        "ago": "the hedges few single 0 1",
        "relative": "the which",
        "now": "now",
    }.items()
}


BEGINNINGS = frozenset[str]().union(*_BEGINNINGS.values())


class PointReader(CalendarReader):
    """Each method reads at token i: the node and the token after it, or None."""

    _depth = 0  # of points in points

    def __init__(self, tokens: Sequence[Token], words: TimeWords) -> None:
        super().__init__(tokens, words)
        self._firsts: dict[int, Read] = {}

    def point(self, i: int, *, bound: bool) -> Read:
        """The point in time at token i. `bound`: a preposition stands before, so "May" or "2014" will do."""
        if self._depth >= _DEEPEST:  # "early early early"
            return None
        if self._depth:
            found = self._deeper(i)
        else:  # the readers of phrases ask for one token several times
            if i not in self._firsts:
                self._firsts[i] = self._deeper(i)
            found = self._firsts[i]
        if found is None and bound:
            found = self.unit(i) or self.year(i)
        if found is None:
            return None
        found = self._within(*found)
        if found[0].unit == "moment" and not found[0].of and not (bound and self.at("periods", found[1] - 1)):
            return None  # "this point"; "this point last year" says when
        return found if bound or self._stands_alone(found[0]) else None

    def _deeper(self, i: int) -> Read:
        self._depth += 1
        found = self._first(i)
        self._depth -= 1
        return found

    def _first(self, i: int) -> Read:
        if i >= len(self.tokens) or not self.words.may_open(self.tokens[i]):
            return None
        if self.is_plain_the(i):
            return None
        return next((read for name in self._readers(i) if (read := getattr(self, name)(i))), None)

    def _readers(self, i: int) -> tuple[str, ...]:
        """The readers of points that may begin with token i, in their order."""
        token = self.tokens[i]
        key = "0" if token.text.isdecimal() else token.lower
        if (names := self.words.readers.get(key)) is None:
            begun = {DIGITS} if key == "0" else set(self.words.known(token))
            if key in self.words.cardinals:
                begun.add(CARDINAL)
            names = tuple(name for name, classes in _BEGINNINGS.items() if not begun.isdisjoint(classes))
            self.words.readers[key] = names
        return names

    def is_plain_the(self, i: int) -> bool:
        """Whether "the" stands at token i and then no word that says when: what most noun phrases begin with."""
        the = self.at("the", i)
        if not the or any(name != "the" and self.at(name, i) for name in self.known[i]):
            return False
        following = self.text(the[1])
        known = self.known[the[1]] if the[1] < self._size else None
        return not (
            known or following.isdecimal() or following in ("'", "’") or following.lower() in self.words.cardinals
        )

    @staticmethod
    def _stands_alone(node: Node) -> bool:
        """Whether it says when without a preposition: "5 May", not "May"."""
        if node.sort in ("month", "season", "holiday", "quarter", "half", "clock"):
            return node.year is not None or node.of is not None
        if node.sort == "part" and node.of:
            return node.of.sort in ("year", "month", "decade", "century") or PointReader._stands_alone(node.of)
        if node.sort == "edge":
            return node.of is not None and node.of.holds("year", "month", "day", "relative", "fiscal")
        if node.sort == "relative":
            return node.word not in ("first", "recent")
        return node.sort not in ("unit", "year")

    def _within(self, node: Node, j: int) -> tuple[Node, int]:
        """With the longer time that it lies in: "in May of last year", "at this point last year"."""
        if (node.sort in _INNER and not node.year and not node.of) or (
            node.sort == "range" and node.of and not node.of.year
        ):
            k = self.skip("of", j)
            outer = (
                self.relative(k)
                or (self.year(k) if k > j or node.unit == "unit" else None)
                or (self.unit(k) if k > j else None)
            )
            if not outer and k > j and node.unit in ("week", "day", "weekend"):
                outer = self.month_first(k)  # "the first week of May"
            if outer and (outer[0].unit in _OUTER or outer[0].sort in ("year", "month")) and outer[0].unit != node.unit:
                return replace(node, of=outer[0]) if node.sort != "range" else replace(node, items=(outer[0],)), outer[
                    1
                ]
        return node, j

    def edge(self, i: int) -> Read:
        """the end of 2023, at the beginning of this year, end-2023."""
        found = self.at("edges", self.skip("very", self.skip("the", i)))
        if not found:
            return None
        j = self.skip("of", found[1])
        if j == found[1] and not (self.dash(j) > j and self.glued(j)):
            return None
        inner = self.point(self.dash(j), bound=True)
        return (Node("edge", word=found[0], of=inner[0]), inner[1]) if inner else None

    def day_of(self, i: int) -> Read:
        """the 5th of this month."""
        day = self.day_number(self.skip("the", i))
        k = self.skip("of", day[1]) if day else i
        month = self.relative(k) if day and k > day[1] else None
        if not day or not month or month[0].unit != "month" or month[0].number is not None or month[0].of:
            return None
        return replace(month[0], of=Node("day", day=day[0])), month[1]

    def part(self, i: int) -> Read:
        """early 2014, mid-May, late last week, earlier this year, early on Friday."""
        found = self.at("parts", self.skip("the", i))
        if not found:
            return None
        j = self.dash(found[1])
        inner = self.point(self.skip("inside", j), bound=True)
        if (
            not inner
            or inner[0].holds("now", "ago", "edge", "part")
            or (inner[0].sort == "unit" and j == found[1] and not self.at("inside", j))
        ):
            return None
        return Node("part", word=found[0], of=inner[0]), inner[1]

    def clock(self, i: int) -> Read:
        """6 p.m. Saturday, 9:30 a.m., noon on Friday."""
        found = self._hour(self.hedged(i))
        if not found:
            return None
        j = self.skip("zones", found)
        k = j + 1 if self.text(j) == "," else j
        k = self.skip("inside", k)
        day = self.weekday(k) or self.date(k) or self.now(k) or self.season(k)
        return (Node("clock", of=day[0]), day[1]) if day and day[0].sort != "month" else (Node("clock"), j)

    def _hour(self, i: int) -> int | None:
        """The token after a time of the day."""
        if noon := self.at("noons", i):
            return noon[1]
        text = self.text(i)
        if not text.isdecimal() or len(text) > 2 or int(text) > 24 or (self.glued(i) and self.text(i - 1) in "$€£.,:"):
            return None
        j, minutes = i + 1, False
        if (
            self.text(j) in (":", ".")
            and self.glued(j)
            and self.glued(j + 1)
            and len(self.text(j + 1)) == 2
            and self.text(j + 1).isdecimal()
        ):
            j, minutes = j + 2, self.text(j) == ":"
        half = self.at("clock", j)
        return half[1] if half else (j if minutes and self.at("zones", j) else None)

    def quarter(self, i: int) -> Read:
        """the third quarter of 2014, Q3 2014, 2014 Q3, the first half of the year, H1."""
        k = self.skip("the", i)
        year = self.year(k)
        j = year[1] if year else k
        sign = self.at("quarter_signs", j)
        number = self.digits(sign[1], 1, 4, 1) if sign and self.glued(sign[1]) else None
        if sign and number:
            return self._of_year(Node(sign[0], number=number, year=year[0].year if year else None), sign[1] + 1)
        ordinal = self.at("ordinals", k)
        unit = self.at("units", ordinal[1]) if ordinal else None
        if not ordinal or not unit or unit[0] not in ("quarter", "half"):
            return None
        node = Node(unit[0], number=int(ordinal[0]))
        found = self._of_year(node, unit[1])
        return found if found[1] > unit[1] or k > i else None

    def _of_year(self, node: Node, j: int) -> tuple[Node, int]:
        k = self.skip("of", j)
        outer = self.fiscal(k) or self.pair(k) or self.year(k) or self.decade(k)
        outer = outer or (self.relative(k) or self.unit(k) if k > j else self.relative(k))
        if not outer:
            return node, j
        return replace(node, of=outer[0]), outer[1]

    def season(self, i: int) -> Read:
        """the summer of 2015, winter 2014, the 2014 rainy season, Christmas 2014."""
        k = self.skip("the", i)
        year = self.year(k)
        name = self.at("seasons", year[1] if year else k) or (None if year else self.at("holidays", k))
        if not name:
            return None
        sort = "season" if self.at("seasons", year[1] if year else k) else "holiday"
        if year:
            return Node(sort, year=year[0].year, word=name[0]), name[1]
        after = self.pair(self.skip("of", name[1])) or self.year(self.skip("of", name[1]))
        return (
            (Node(sort, year=after[0].year, word=name[0]), after[1]) if after else (Node(sort, word=name[0]), name[1])
        )

    def ago(self, i: int) -> Read:
        """three years ago, a month earlier, the day before."""
        counted = self.count(self.hedged(i))
        if single := self.at("single", self.hedged(i)):
            counted = (1, single[1]) if not counted or single[1] >= counted[1] else counted
        the = self.at("the", i)
        start = counted[1] if counted else the[1] if the else None
        unit = self.at("units", self.skip("consecutive", start)) if start is not None else None
        word = self.at("ago", unit[1]) if unit else None
        if (
            not unit
            or not word
            or (word[0] in ("before", "prior") and self._goes_on(word[1]))
            or (not counted and word[0] != "before")
        ):
            return None
        return Node("ago", number=counted[0] if counted else 1, unit=unit[0], word=word[0]), word[1]

    def _goes_on(self, i: int) -> bool:
        """Whether words follow without a comma or a stop."""
        return self.text(i)[:1].isalnum()

    def relative(self, i: int) -> Read:
        """last week, the past four years, this May, next Tuesday, the first six months, recent years."""
        k = self.skip("the", i)
        which = self.at("which", k)
        if not which:
            return None
        if k == i and self.at("needs_the", k):
            return None  # "following several days"
        word, j = which
        while (second := self.at("which", j)) and self.text(j).lower() not in ("first",):
            word, j = (second[0] if word in ("this", "same") and second[0] != "this" else word), second[1]
        if name := self._named(j):
            return Node("relative", word=word, of=name[0]), name[1]
        counted = self.count(self.hedged(j))
        n, j = counted if counted else (None, j)
        j = self.skip("other_years", self.skip("consecutive", self.dash(j) if counted else j))
        fiscal = self.at("fiscal", j)
        unit = self.at("units", fiscal[1] if fiscal else j)
        if not unit or unit[0] == "half":
            return None
        plural = self.text(unit[1] - 1).lower().endswith("s")
        if (word == "recent" and not plural) or (word == "first" and not (counted or k > i)):
            return None
        part = self.at("dayparts", unit[1])
        number = n if counted and n is not None else (0 if counted or plural else None)
        node = Node("relative", word=word, number=number, unit=unit[0], of=Node("fiscal") if fiscal else None)
        return node, part[1] if part else unit[1]

    def _named(self, i: int) -> Read:
        """A weekday, month, season or feast after "last", "this", "next"."""
        if weekday := self.at("weekdays", i):
            part = self.at("dayparts", weekday[1])
            return Node("weekday", number=int(weekday[0])), part[1] if part else weekday[1]
        if month := self.at("months", i):
            return Node("month", month=int(month[0])), month[1]
        for name in ("seasons", "holidays", "dayparts"):
            if found := self.at(name, i):
                return Node(name.removesuffix("s"), word=found[0]), found[1]
        return None

    def now(self, i: int) -> Read:
        """yesterday, currently, so far, overnight."""
        found = self.at("now", i)
        if not found or (self.text(found[1]) == "-" and self.glued(found[1])):
            return None
        if found[0] == "open" and (day := self.day_first(found[1]) or self.weekday(found[1])):
            return day  # "overnight 14 to 15 December"
        part = self.at("dayparts", found[1])
        return Node("now", word=found[0]), part[1] if part else found[1]

    def unit(self, i: int) -> Read:
        """the year, the weekend, the year 2000, the month of May: only after a preposition."""
        the = self.at("the", i)
        if part := self.at("dayparts", the[1] if the else i):
            k = self.skip("of", part[1])  # "the night of 12 May"
            day = (self.weekday(k) or self.date(k) or self.relative(k) or self.now(k)) if k > part[1] else None
            return day or (Node("unit", unit="day", word=part[0]), part[1])
        if not the:
            return None
        unit = self.at("units", the[1])
        if not unit or unit[0] in ("half", "minute", "hour"):
            return None
        if year := self.pair(unit[1]) or (self.year(unit[1]) if unit[0] == "year" else None):
            return year
        named = (
            self.date(self.skip("of", unit[1])) if unit[0] in ("month", "week", "day", "moment", "weekend") else None
        )
        return named or (Node("unit", unit=unit[0]), unit[1])
