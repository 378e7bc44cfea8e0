"""Parts that do not make the total that they are said to make."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from figx.compare.checks.finding import Finding, listed, quoted, said
from figx.compare.checks.parts import breakdowns
from figx.compare.checks.sentences import by_sentence, counted
from figx.compare.checks.spread import Spread, spread, total
from figx.compare.checks.words import phrases
from figx.figure import Figure, Kind, Role

ID = "total"
_FEW = 2
_LEAST, _MOST = Decimal("0.7"), Decimal("1.5")
_WHOLE = Decimal(100)


def wrong_totals(figures: Sequence[Figure]) -> Iterator[Finding]:
    """A finding for each total that its parts cannot make, with what they make."""
    for breakdown in breakdowns(figures):
        parts = breakdown.parts
        if len({figure.unit for figure in breakdown.figures}) > 1 or makes(breakdown.total, parts):
            continue
        if breakdown.is_said or _are_close(breakdown.total, parts):
            yield Finding(check=ID, message=told(breakdown.total, parts), figures=breakdown.figures)


def _are_close(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether the parts make nearly the whole; a colon before much less opens a list of examples, before more none of parts."""
    made = sum((part.value or Decimal(0) for part in parts), Decimal(0))
    stated = whole.value or Decimal(0)
    return _LEAST * stated <= made <= _MOST * stated


def makes(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether the parts may make the whole, as both are rounded and hedged. True too where a number is not stated."""
    if whole.value is None or any(part.value is None for part in parts):
        return True
    stated, made = spread(whole), total(parts)
    if stated is None or made is None or any(stated.meets(run) for run in _runs(parts)):
        return True
    larger = made.low > stated.high
    # People who were reached with one thing may have been reached with another too; a part of twice the total is none.
    overlap = whole.category == "in_need" and larger
    return overlap or any(part.value >= 2 * whole.value for part in parts if part.value is not None)


def _runs(parts: Sequence[Figure]) -> Iterator[Spread]:
    """What the first parts make, and the last: in "500 people: 300 men, 200 women, 120 children" two are enough."""
    for ordered in (parts, parts[::-1]):
        made = Spread(Decimal(0), Decimal(0))
        for n, part in enumerate(ordered, 1):
            own = spread(part, finely=True)
            if own is None:
                return
            made = Spread(made.low + own.low, made.high + own.high)
            if n >= _FEW:
                yield made


def told(whole: Figure, parts: Sequence[Figure]) -> str:
    """The message: what the parts make, and by how much that differs from the total."""
    made = sum((part.value or Decimal(0) for part in parts), Decimal(0))
    stated = whole.value or Decimal(0)
    gap = f"{said(whole, abs(stated - made))} {'less' if made < stated else 'more'}"
    return (
        f"The parts {listed(map(said, parts))} make {said(whole, made)}, which is {gap} than the {said(whole)} stated."
    )


def shares_of_one_whole(figures: Sequence[Figure]) -> Iterator[Finding]:
    """A finding for each sentence whose shares, the last of them "the remaining 30 per cent", do not make 100 per cent."""
    for group in by_sentence(figure for figure in figures if figure.kind is Kind.SHARE):
        members = [figure for figure, _ in group]
        if len(group) < _FEW or any(at < 0 for _, at in group) or any(m.role is not Role.LEVEL for m in members):
            continue
        sentence = members[0].sentence
        gaps = [sentence[a + len(f.text) : b] for (f, a), (_, b) in pairwise(group)]
        if not re.search(r"\bthe (?:remaining|other|rest)[\s,(–—-]*(?:\w+\s)?$", gaps[-1]) or not all(
            map(_joins, gaps)
        ):
            continue
        made = total(members)
        if made is not None and not made.low <= _WHOLE <= made.high:
            shares = sum((m.value or Decimal(0) for m in members), Decimal(0))
            message = f"The shares {listed(map(said, members))} make {said(members[0], shares)}, but are said to be all there is."
            yield Finding(check=ID, message=message, figures=tuple(members))


def _joins(gap: str) -> bool:
    return not re.search(r"[.!?;:](?=\s)", gap) and not phrases("of_the_total").search(gap)


# -- tables ------------------------------------------------------------------------------------------------------------

_Row = list[Figure]


def wrong_rows(figures: Sequence[Figure]) -> Iterator[Finding]:
    """A finding for each number in a row labelled "Total" that the numbers above it in its column do not make."""
    above: list[_Row] = []
    for group in by_sentence(counted(figures)):
        row = [figure for figure, _ in group]
        if above and not _continues(above[-1], row):
            above = []
        if not _is_total(row, group[0][1]):
            above.append(row)
            continue
        if len(above) >= _FEW:
            yield from _of_columns(above, row)
        above = []


def _continues(row: _Row, following: _Row) -> bool:
    """Whether two rows are of one table: on lines that follow each other, with the same columns."""
    if row[0].doc != following[0].doc or following[0].line != row[0].line + 1 or len(row) != len(following):
        return False
    if {figure.line for figure in following} != {following[0].line}:
        return False
    return [(f.kind, f.unit) for f in row] == [(f.kind, f.unit) for f in following]


def _is_total(row: _Row, at: int) -> bool:
    label = row[0].sentence[: max(at, 0)].strip(" \t|*:_–—-•")
    return phrases("total_row").fullmatch(label) is not None


def _of_columns(above: Sequence[_Row], row: _Row) -> Iterator[Finding]:
    for column, whole in enumerate(row):
        parts = [line[column] for line in above]
        if whole.kind not in (Kind.COUNT, Kind.MONEY) or whole.role is not Role.LEVEL or makes(whole, parts):
            continue
        message = told(whole, parts).replace("The parts", "The rows", 1)
        yield Finding(check=ID, message=f"{message[:-1]} in the row {quoted_label(row)}.", figures=(*parts, whole))


def quoted_label(row: _Row) -> str:
    """The label of a row."""
    label = row[0].sentence.partition(row[0].text)[0].strip(" \t|*:_–—-•")
    return f"“{label}”" if label else quoted(row[0])
