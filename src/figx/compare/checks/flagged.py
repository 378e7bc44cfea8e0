"""What the extraction doubts already: changes whose arithmetic is wrong, ambiguous numbers, currencies that are not said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from figx.compare.checks.finding import Finding, quoted, said
from figx.compare.checks.sentences import by_sentence
from figx.figure import Figure, Kind, Role, Trend
from figx.writers.table import grouped

CHANGE = "change"
NUMBER = "ambiguous_number"
CURRENCY = "ambiguous_currency"

_FLAG = "inconsistent_change"
_THOUSANDS = re.compile(r"(?<!\d)\d{1,3}([.,])\d{3}\1\d{3}(?!\d)")  # a sign that stands twice stands between thousands
_SEPARATED = re.compile(r"(?<!\d)\d{1,3}([.,])\d{3}(?!\d)")


def wrong_changes(figures: Sequence[Figure]) -> Iterator[Finding]:
    """A finding for each change whose numbers contradict each other."""
    for group in by_sentence(figure for figure in figures if _FLAG in figure.flags):
        members = [figure for figure, _ in group]
        starts = [figure for figure in members if figure.role is Role.FROM]
        ends = [figure for figure in members if figure.role is Role.TO]
        deltas = [figure for figure in members if figure.role is Role.DELTA]
        if len(starts) == len(ends) == 1:
            yield Finding(check=CHANGE, message=_told(starts[0], ends[0], deltas), figures=tuple(members))
        else:
            numbers = ", ".join(map(quoted, members))
            yield Finding(
                check=CHANGE, message=f"The numbers of the change do not agree: {numbers}.", figures=tuple(members)
            )


def _told(start: Figure, end: Figure, deltas: Sequence[Figure]) -> str:
    before, after = start.value or Decimal(0), end.value or Decimal(0)
    ends = f"From {said(start)} to {said(end)}"
    trend = end.trend or start.trend
    if (trend is Trend.UP and after < before) or (trend is Trend.DOWN and after > before):
        really, told = ("a fall", "a rise") if after < before else ("a rise", "a fall")
        return f"{ends} is {really}, but the text tells of {told}."
    sizes = " and ".join(
        said(delta) if delta.kind is not Kind.MULTIPLE else f"{grouped(delta.value)} times" for delta in deltas
    )
    if {delta.kind for delta in deltas} == {Kind.MULTIPLE} and before:
        return f"{ends} is {grouped(round(after / before, 1))} times as many, but the text states {sizes}."
    return f"{ends} is a change of {_size(start, before, after, deltas)}, but the text states {sizes}."


def _size(start: Figure, before: Decimal, after: Decimal, deltas: Sequence[Figure]) -> str:
    kinds = {delta.kind for delta in deltas}
    if kinds == {Kind.SHARE} and before and start.kind is not Kind.SHARE:
        return f"{grouped(round(abs(after - before) * 100 / before, 1))} per cent"
    return (
        said(start, abs(after - before)) if start.kind is not Kind.SHARE else f"{grouped(abs(after - before))} points"
    )


def ambiguous_numbers(figures: Sequence[Figure]) -> Iterator[Finding]:
    """A finding for each number whose writing leaves open how large it is."""
    styles = {(figure.doc, found[1]) for figure in figures if (found := _THOUSANDS.search(figure.text))}
    for figure in figures:
        found = _SEPARATED.search(figure.text)
        if "ambiguous_separator" in figure.flags and found and (figure.doc, found[1]) not in styles:
            number = found[0]
            plain, decimal = number.replace(found[1], ","), number.replace(found[1], ".")
            message = f"{quoted(figure)} may be {plain} or {decimal}; it was read as {said(figure)}."
            yield Finding(check=NUMBER, message=message, figures=(figure,))
        elif "scale_or_unit" in figure.flags:
            message = (
                f"{quoted(figure)} may be a number of millions, a measure or a name; it was read as {said(figure)}."
            )
            yield Finding(check=NUMBER, message=message, figures=(figure,))


def ambiguous_currencies(figures: Sequence[Figure]) -> Iterator[Finding]:
    """A finding for each sum of money whose currency the text does not say."""
    for figure in figures:
        if "ambiguous_currency" in figure.flags:
            message = f"The text does not say which currency {quoted(figure)} is in."
            yield Finding(check=CURRENCY, message=message, figures=(figure,))
        elif "currency_not_stated" in figure.flags:
            message = f"{quoted(figure)} seems to be money, but no currency is stated."
            yield Finding(check=CURRENCY, message=message, figures=(figure,))
