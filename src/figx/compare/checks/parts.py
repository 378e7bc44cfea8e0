"""A total with the closed list of its parts, as one sentence states them.

"Including", "among them" and "of whom" begin an open list, whose parts are only some of the total: such a list is no
`Breakdown` unless its last part is "the rest". Wherever a list cannot be told to be whole, there is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from figx.compare.checks.sentences import by_sentence, counted
from figx.compare.checks.words import phrases
from figx.figure import Figure, Kind, Role

_FEW = 2
_TO_FIRST = 40  # characters between the sign that opens a list and its first part
_BETWEEN = 90  # between one part and the next
_NOUN = 60  # a total and what is counted

_OPENS = re.compile(r":(?!\d)|[(\[]|[–—]|\s-{1,2}\s")
_CLOSERS = {"(": ")", "[": "]", ":": ""}
_LISTED = re.compile(r"[,;/+&]|\band\b|\bplus\b|\bwhile\b|\n\s*[-•*–]", re.IGNORECASE)
_ENDS = re.compile(r"[.!?](?=\s|$)|[:()\[\]]")
_SUMMED = re.compile(r"[,;=(]|[–—]|\s-\s")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_NUMBERED = re.compile(r"^[).](?!\d)")  # "1) the first, 2) the second"
_LEAD = re.compile(
    r"(?<=\W)(?:(?:the|a|an|another|other|some|remaining|further|additional|rest)\s+){1,3}$", re.IGNORECASE
)
_PEOPLE = frozenset({"person", "household"})


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A total and its parts; `is_said` where words tell that they make it, and not a colon or a bracket alone."""

    total: Figure
    parts: tuple[Figure, ...]
    is_said: bool = True

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All of them in the order of the text."""
        return tuple(sorted((self.total, *self.parts), key=lambda figure: figure.start))


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    figures: Sequence[Figure]
    starts: Sequence[int]

    def end(self, i: int) -> int:
        return self.starts[i] + len(self.figures[i].text)

    def after(self, i: int) -> str:
        """What stands between a figure and the next."""
        return self.text[self.end(i) : self.starts[i + 1] if i + 1 < len(self.starts) else len(self.text)]


def breakdowns(figures: Sequence[Figure]) -> Iterator[Breakdown]:
    """The totals with their parts, in text order."""
    for group in by_sentence(counted(figures)):
        if len(group) > _FEW and all(at >= 0 for _, at in group):
            sentence = _Sentence(group[0][0].sentence, [figure for figure, _ in group], [at for _, at in group])
            yield from _of_sentence(sentence)


def _of_sentence(sentence: _Sentence) -> Iterator[Breakdown]:
    for i, figure in enumerate(sentence.figures):
        if figure.role not in (Role.LEVEL, Role.TO) or figure.kind not in (Kind.COUNT, Kind.MONEY):
            continue
        indices, is_said = _parts_behind(sentence, i)
        if not indices:
            indices, is_said = _parts_before(sentence, i), True
        parts = tuple(sentence.figures[j] for j in indices)
        if len(parts) >= _FEW and not any(_is_of_another_year(figure, part) for part in parts):
            yield Breakdown(figure, parts, is_said)


def _is_of_another_year(total: Figure, part: Figure) -> bool:
    """Whether a number is one to compare with and no part: "300 in 2023 (250 in 2022 and 200 in 2021)"."""
    years = set(_YEAR.findall(part.time))
    return bool(years) and not years <= set(_YEAR.findall(total.time))


def alike(total: Figure, part: Figure) -> bool:
    """Whether `part` may be one of `total`: of the same unit, people and households taken as one."""
    if part.kind is not total.kind or part.status is not total.status:
        return False
    return part.unit == total.unit or {part.unit, total.unit} <= _PEOPLE


# -- a total, then its parts -------------------------------------------------------------------------------------------


def _parts_behind(sentence: _Sentence, i: int) -> tuple[list[int], bool]:
    """The parts of a list that opens behind figure `i`, and whether words open it.

    [] where none opens, or where it may not be whole.
    """
    # "81,800 people in three countries: 40,000 in Chad ..."
    places = _places_behind(sentence, i)
    first = i + 1 if places is None else i + 2
    if first >= len(sentence.figures):
        return [], False
    opening = _opening(sentence.text[sentence.end(i) : sentence.starts[first]])
    if opening is None:
        return [], False
    parts = _listed(sentence, i, first, opening.closer)
    is_short = len(parts) < _FEW or (places is not None and places.value != len(parts))
    if is_short or (opening.needs_rest and not _ends_with_rest(sentence, parts)):
        return [], False
    return parts, opening.is_said


def _ends_with_rest(sentence: _Sentence, parts: Sequence[int]) -> bool:
    before_last = sentence.text[sentence.end(parts[-2]) : sentence.starts[parts[-1]]]
    return phrases("remaining").search(before_last) is not None


def _places_behind(sentence: _Sentence, i: int) -> Figure | None:
    """The number of places that a total is spread over, where it stands right behind."""
    if i + 1 >= len(sentence.figures):
        return None
    figure = sentence.figures[i + 1]
    is_of_places = figure.unit == "country" or phrases("locality").fullmatch(figure.unit) is not None
    return figure if is_of_places and not alike(sentence.figures[i], figure) else None


class _Opening(NamedTuple):
    """How a list opens: the character that closes it ("" for the sentence's end), whether words open it, and whether
    only a rest makes it whole."""

    closer: str
    is_said: bool = True
    needs_rest: bool = False


def _opening(gap: str) -> _Opening | None:
    """The opening of a list between a total and the next figure, None where there is none."""
    if made := phrases("made_of").search(gap):
        return _Opening("") if _is_near(gap, made) else None
    if apart := phrases("of_the_total").search(gap):
        return _Opening("", needs_rest=True) if _is_near(gap, apart) else None
    signs = list(_OPENS.finditer(gap))
    if len(signs) != 1 or phrases("open_list").search(gap) or phrases("list_stop").search(gap, signs[0].end()):
        return None
    sign = signs[0][0].strip()
    # A list between dashes ends with the second of them.
    closer = _CLOSERS.get(sign, sign)
    return _Opening(closer, is_said=False) if _is_near(gap, signs[0]) else None


def _is_near(gap: str, opening: re.Match[str]) -> bool:
    """Whether only the counted noun stands before the opening, and little behind it."""
    before, behind = gap[: opening.start()], gap[opening.end() :]
    return len(before) <= _NOUN * 2 and len(behind) <= _TO_FIRST and not _ENDS.search(before + "#" + behind)


def _listed(sentence: _Sentence, whole: int, first: int, closer: str) -> list[int]:
    """The figures of one list from `first` on; [] where it breaks off or holds what it should not."""
    total = sentence.figures[whole]
    parts: list[int] = []
    for j in range(first, len(sentence.figures)):
        gap = sentence.after(j)
        is_part = alike(total, sentence.figures[j])
        if is_part:
            if sentence.figures[j].role is not Role.LEVEL or _NUMBERED.match(gap):
                return []
            parts.append(j)
        elif sentence.figures[j].kind not in (Kind.SHARE, Kind.MEASURE):
            return []
        inside = _inside(gap, closer)
        if inside is not None or j + 1 == len(sentence.figures):
            tail = _tail(gap if inside is None else inside)
            return parts if _is_whole(tail) and _are_of_one_shape(sentence, parts, tail) else []
        if not _joins(gap, is_next_part=alike(total, sentence.figures[j + 1])):
            return []
    return []


def _are_of_one_shape(sentence: _Sentence, parts: Sequence[int], tail: str) -> bool:
    """Whether all parts have a verb or none: in "two in Chad and one in Mali, and nine were hurt" the nine are no part."""
    behind = [*(sentence.after(j) for j in parts[:-1]), tail]
    clauses = [_LISTED.split(text, maxsplit=1)[0] for text in behind]
    return len({phrases("own_clause").search(clause) is not None for clause in clauses}) == 1


def _inside(gap: str, closer: str) -> str | None:
    """What of `gap` still stands in the list, None where the list goes on."""
    at = gap.find(closer) if closer else -1
    if closer == ")" and at >= 0 and "(" in gap[:at]:
        return None
    return gap[:at] if at >= 0 else None


def _tail(gap: str) -> str:
    found = re.search(r"[.!?](?=\s|$)|;", gap)
    return gap[: found.start()] if found else gap


def _joins(gap: str, *, is_next_part: bool) -> bool:
    if len(gap) > _BETWEEN or re.search(r"[.!?:](?=\s)", gap):
        return False
    if phrases("open_list").search(gap) or phrases("list_stop").search(gap):
        return False
    return not is_next_part or (bool(_LISTED.search(gap)) and _is_whole(_LEAD.sub("", gap)))


def _is_whole(text: str) -> bool:
    """Whether no part without a number stands in a list: "and the rest", "two men and a child"."""
    if phrases("open_list").search(text):
        return False
    for match in re.finditer(r"(?:,|;|\band|\bplus|&)\s+(?=(\w+))", text):
        if phrases("single").fullmatch(match[1]):
            return False
    return not phrases("unnumbered").search(text)


# -- parts, then their total -------------------------------------------------------------------------------------------


def _parts_before(sentence: _Sentence, i: int) -> list[int]:
    """The parts that figure `i` is said to sum up: "1,500 in Chad and 2,000 in Niger, 3,500 in all"."""
    if i < _FEW:
        return []
    before, behind = sentence.after(i - 1), sentence.after(i)
    summing = phrases("summing").search(before)
    if summing is None and not _is_sum(before, behind):
        return []
    total = sentence.figures[i]
    parts: list[int] = []
    for j in range(i - 1, -1, -1):
        if not alike(total, sentence.figures[j]) or sentence.figures[j].role is not Role.LEVEL:
            break
        if parts and not (_LISTED.search(sentence.after(j)) and _joins(sentence.after(j), is_next_part=True)):
            break
        parts.insert(0, j)
    lead = sentence.text[: sentence.starts[parts[0]]] if parts else ""
    # Where a figure of the same sort stands before them, it cannot be told where the list begins.
    if (
        not parts
        or any(alike(total, figure) for figure in sentence.figures[: parts[0]])
        or phrases("besides").search(lead[-25:])
    ):
        return []
    return parts


def _is_sum(before: str, behind: str) -> bool:
    """Whether a comma and no word of a list stands before a number, and "in all" with its noun behind it."""
    *_, last = _SUMMED.split(before)
    if len(_SUMMED.split(before)) == 1 or re.search(r"\b(?:and|or|of)\b", last) or phrases("open_list").search(last):
        return False
    found = phrases("in_all").search(behind)
    if (
        found is None
        or found.start() > _NOUN
        or _ENDS.search(behind[: found.start()])
        or "," in behind[: found.start()]
    ):
        return False
    return re.match(r"\s*(?:[.,;:!?)\]–—]|$)", behind[found.end() :]) is not None
