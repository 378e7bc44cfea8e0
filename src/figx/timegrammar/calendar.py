"""Points of the calendar: days, months, years, quarters, fiscal years, decades, seasons."""

from __future__ import annotations

from dataclasses import replace

from figx.timegrammar.nodes import DASHES, Node, Read, TokenReader

FIRST_YEAR, LAST_YEAR = 1500, 2199


class CalendarReader(TokenReader):
    """Each method reads one sort of point at token i: the node and the token after it, or None."""

    def year(self, i: int) -> Read:
        number = self.digits(i, FIRST_YEAR, LAST_YEAR, 4)
        if number is None:
            return None
        letters = (self.glued(i) and self.text(i - 1).isalpha()) or (self.glued(i + 1) and self.text(i + 1).isalpha())
        return None if letters else (Node("year", year=number), i + 1)

    def month_name(self, i: int) -> tuple[int, int] | None:
        """The number of the month, and the token after its name and the full stop of an abbreviation."""
        found = self.at("months", i)
        if not found:
            return None
        j = found[1]
        return int(found[0]), self.stop("months", i, j)

    def stop(self, name: str, i: int, j: int) -> int:
        """The token after the full stop of an abbreviated name at token i, or j."""
        stopped = self.text(j) == "." and self.glued(j) and self.words.abbreviated(name, self.text(i))
        return j + 1 if stopped and not self.text(j + 1)[:1].isupper() else j

    def day_number(self, i: int) -> tuple[int, int] | None:
        """A day of the month, with "st", "nd", "rd", "th"."""
        number = self.digits(i, 1, 31, 1, 2)
        if number is None:
            return None
        j = self.ordinal_ending(i + 1)
        joined = j == i + 1 and self.glued(j) and self.text(j).isalpha() and not self.at("months", j)
        return None if joined else (number, j)

    def numeric(self, i: int) -> Read:
        """2023-11-05, 2023/11/05, 25.7.2013; 05/06/2023 does not say which is the month."""
        if not self.text(i).isdecimal():
            return None
        parts = [self.text(k) for k in (i, i + 2, i + 4)]
        sign = self.text(i + 1)
        if (
            not all(part.isdecimal() and len(part) <= 4 for part in parts)
            or sign not in tuple("-/.")
            or self.text(i + 3) != sign
        ):
            return None
        if not all(self.glued(k) for k in range(i + 1, i + 5)) or (self.glued(i) and self.text(i - 1) in tuple("-/.")):
            return None
        a, b, c = map(int, parts)
        if len(parts[0]) == 4 and len(parts[1]) <= 2 and len(parts[2]) <= 2:
            return (Node("day", year=a, month=b, day=c), i + 5) if 1 <= b <= 12 and 1 <= c <= 31 else None
        if len(parts[2]) not in (2, 4) or len(parts[0]) > 2 or len(parts[1]) > 2 or not (1 <= a <= 31 and 1 <= b <= 31):
            return None
        year = c if len(parts[2]) == 4 else 2000 + c
        if a > 12 or a == b:
            return (Node("day", year=year, month=b, day=a), i + 5) if b <= 12 else None
        if b > 12:
            return Node("day", year=year, month=a, day=b), i + 5
        return Node("numeric", year=year), i + 5

    def weekday(self, i: int) -> Read:
        """Sunday; Sunday night; Friday, Sept. 18; Wednesday 23 July 2014; Thursday (April 10)."""
        found = self.at("weekdays", i)
        if not found or self._in_place_name(i):
            return None
        j = self.stop("weekdays", i, found[1])
        part = self.at("dayparts", j)
        node, j = Node("weekday", number=int(found[0]), word=part[0] if part else ""), part[1] if part else j
        opened = self.text(j) in ("(", "[")
        date = self.date(j + 1 if opened or self.text(j) == "," else j)
        if date and date[0].sort == "day" and (not opened or self.text(date[1]) in (")", "]")):
            return replace(date[0], number=int(found[0])), date[1] + opened
        return node, j

    def _in_place_name(self, i: int) -> bool:
        """ "Na Mon and Rong Kham": a short name of a day right after another name."""
        before = self.text(i - 1) if i else ""
        name = before[:1].isupper() and before.isalpha() and len(before) > 1
        return len(self.text(i)) <= 4 and name and not self.at("prepositions", i - 1) and not self.at("which", i - 1)

    def date(self, i: int) -> Read:
        return self.day_first(i) or self.month_first(i)

    def day_first(self, i: int) -> Read:
        """25 July 2013; the 25th of July; 7 and 15 March; 26-29 July."""
        first = self.day_number(self.skip("the", i))
        if not first:
            return None
        day, j = first
        second = self._second_day(j)
        if second and (month := self.month_name(second[1])):
            year, end = self._year_after(month[1])
            return self._days(year, month[0], day, second[0], joined=self.at("and", j) is not None), end
        month = self.month_name(self.skip("of", j))
        if not month:
            return None
        year, end = self._year_after(month[1])
        return Node("day", year=year, month=month[0], day=day), end

    def month_first(self, i: int) -> Read:
        """July 25, 2013; July 25-29; July 2013; July."""
        name = self.month_name(i)
        if not name:
            return None
        month, j = name
        day = self.day_number(self.skip("the", j))
        if day:
            second = self._second_day(day[1])
            if second and not self.month_name(second[1]):
                year, end = self._year_after(second[1])
                return self._days(year, month, day[0], second[0], joined=self.at("and", day[1]) is not None), end
            year, end = self._year_after(day[1])
            return Node("day", year=year, month=month, day=day[0]), end
        year, end = self._year_after(self.skip("of", j))
        return (Node("month", year=year, month=month), end) if year else (Node("month", month=month), j)

    def _second_day(self, i: int) -> tuple[int, int] | None:
        """The second day of "7 and 15 March", "26-29 July"."""
        joint = self.at("and", i) or self.at("to", i)
        return self.day_number(joint[1]) if joint else None

    @staticmethod
    def _days(year: int | None, month: int, first: int, second: int, *, joined: bool) -> Node:
        a, b = (Node("day", year=year, month=month, day=day) for day in (first, second))
        return Node("list", items=(a, b)) if joined else Node("range", of=a, to=b)

    def _year_after(self, i: int) -> tuple[int | None, int]:
        k = i + 1 if self.text(i) == "," else i
        found = self.year(k)
        # "In May, 2000 refugees" is for the finder of figures to tell: then the number is hidden here.
        return (found[0].year, found[1]) if found else (None, i)

    def pair(self, i: int) -> Read:
        """2009-10, 2009/10, 2009–2013."""
        first = self.digits(i, FIRST_YEAR, LAST_YEAR, 4)
        if first is None or self.text(i + 1) not in DASHES | {"/"} or not self.text(i + 2).isdecimal():
            return None
        whole = self.digits(i + 2, first + 1, LAST_YEAR, 4)
        if whole:
            return Node("pair", year=first, number=whole), i + 3
        short = self.digits(i + 2, 0, 99, 2)
        if (
            short is None
            or not (self.glued(i + 1) and self.glued(i + 2))
            or (self.text(i + 3) in DASHES and self.glued(i + 3))
        ):
            return None
        second = first - first % 100 + short + (100 if short < first % 100 else 0)
        return (Node("pair", year=first, number=second, word="short"), i + 3) if 0 < second - first <= 20 else None

    def fiscal(self, i: int) -> Read:
        """FY2024, FY 24, FY2021-22, fiscal year 2024, the 2009-10 financial year."""
        k = self.skip("the", i)
        if named := self.at("fiscal_signs", k):
            return self._fiscal_number(named[1], "fiscal")
        if kind := self.at("fiscal", k):
            j = self.skip("units", kind[1])
            return self._fiscal_number(j, kind[0]) if self.text(j) else None
        years = self.pair(k) or self.year(k)
        kind = self.at("fiscal", years[1]) if years else None
        unit = self.at("units", kind[1]) if kind else None
        if years and kind and unit and unit[0] == "year":
            return self._fiscal(years[0], kind[0]), unit[1]
        return None

    def _fiscal_number(self, i: int, word: str) -> Read:
        if self.text(i) in ("'", "’"):
            i += 1
        years = self.pair(i)
        if years:
            return self._fiscal(years[0], word), years[1]
        whole = self.digits(i, FIRST_YEAR, LAST_YEAR, 4)
        if whole:
            return Node("fiscal", year=whole, word=word), i + 1
        short = self.digits(i, 0, 99, 2)
        if short is None:
            return None
        second = self.digits(i + 2, 0, 99, 2) if self.text(i + 1) in DASHES | {"/"} and self.glued(i + 2) else None
        if second == (short + 1) % 100:
            return Node("fiscal", year=2000 + second, number=2000 + short, word=word), i + 3
        return Node("fiscal", year=2000 + short, word=word), i + 1

    @staticmethod
    def _fiscal(years: Node, word: str) -> Node:
        if years.sort == "pair":
            return Node("fiscal", year=years.number, number=years.year, word=word)
        return Node("fiscal", year=years.year, word=word)

    def decade(self, i: int) -> Read:
        """the 1990s, the 90s, the nineties."""
        the = self.at("the", i)
        k = the[1] if the else i
        if the and self.text(k) in ("'", "’"):
            k += 1
        number = self.digits(k, 0, LAST_YEAR, 2, 4)
        if number is not None and number % 10 == 0 and self.text(k + 1) == "s" and self.glued(k + 1):
            if number >= FIRST_YEAR:
                return Node("decade", year=number), k + 2
            return (Node("decade", year=1900 + number), k + 2) if the and number >= 20 else None
        if the and (named := self.at("decades", k)):
            return Node("decade", year=1900 + int(named[0])), named[1]
        return None

    def century(self, i: int) -> Read:
        """the 20th century, the twentieth century."""
        k = self.skip("the", i)
        number = self.digits(k, 1, 30, 1, 2)
        j = self.ordinal_ending(k + 1)
        if named := self.at("century_ordinals", k):
            number, j = int(named[0]), named[1]
        elif number is None or j == k + 1:
            return None
        unit = self.at("units", j)
        return (Node("century", number=number), unit[1]) if unit and unit[0] == "century" else None
