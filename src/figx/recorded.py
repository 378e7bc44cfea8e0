"""Figures read back from what `figx extract` wrote: JSON, JSONL, CSV and TSV. No spaCy, no pint."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from figx.documents import read_document
from figx.errors import EmptyInputError, RecordError
from figx.figure import FIELDS, Document, Figure, Flow, Kind, Qualifier, Role, Status, Trend

SUFFIXES = (".json", ".jsonl", ".ndjson", ".csv", ".tsv")

_SHOWN = 60
_DIGITS = 200  # before and after the point: sums of longer numbers would fill the memory, and pictures fail

# Without these a figure does not say what it claims.
NEEDED = "text value low high qualifier kind unit noun category status role places term flow sentence".split()


def is_recorded(path: str | Path) -> bool:
    """Whether a file's suffix says that it holds figures and not a text.

    >>> is_recorded("out/Figures.JSONL"), is_recorded("speech.txt")
    (True, False)
    """
    return Path(path).suffix.lower() in SUFFIXES


def read_figures(path: str | Path) -> list[Figure]:
    """The figures of a file that `figx extract` wrote, in the order of their texts; the suffix names the format.

    A CSV that a spreadsheet saved again is read too: with semicolons, with a byte order mark, with its own line ends.
    Raises InputError where the file cannot be read, and RecordError, which names the row and the field, where it holds
    something else than figures.
    """
    suffix = Path(path).suffix.lower()
    try:
        document = read_document(path)
    except EmptyInputError:
        if suffix in (".jsonl", ".ndjson"):  # what `figx extract` writes where there is no figure
            return []
        raise
    return figures_from(document, suffix)


def figures_from(document: Document, suffix: str) -> list[Figure]:
    """The figures of a text in the format of `suffix`, one of SUFFIXES. Raises RecordError."""
    rows = _ROWS[suffix](document.text, document.name)
    return _in_text_order([_figure(row, document.name, number) for number, row in rows])


def _in_text_order(figures: list[Figure]) -> list[Figure]:
    """The figures as they stand in their texts: a sheet may have been sorted by another column since."""
    if len({(figure.doc, figure.start) for figure in figures}) < len(figures):
        return figures  # texts that share a name, "<stdin>", or no column start
    first: dict[str, int] = {}
    for figure in figures:
        first.setdefault(figure.doc, len(first))
    return sorted(figures, key=lambda figure: (first[figure.doc], figure.start))


def recorded_format(text: str) -> str | None:
    """The suffix of the format in which `text` holds figures, None where it is a text like any other.

    >>> recorded_format('[{"doc": "a.txt"}]'), recorded_format("[1] At least 30 people died.")
    ('.json', None)
    """
    start = text[:200].lstrip("\ufeff \t\r\n")
    if re.match(r"\[\s*(\{|\]\s*\Z)", start):
        return ".json"
    if re.match(r'\{\s*"', start):
        return ".jsonl"
    header = re.split(r"[\r\n]", text.lstrip("\ufeff"), maxsplit=1)[0]
    columns = ({name.strip(' "') for name in header.split(mark)} for mark in ",;\t")
    return next((".csv" for names in columns if {"text", "value", "unit"} <= names), None)


def _json_rows(text: str, path: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    data = _loads(text, path, 0)
    if not isinstance(data, list):
        raise RecordError(path, 0, "this is no array of figures")
    return enumerate(data, 1)


def _jsonl_rows(text: str, path: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, _loads(line, path, number)


def _loads(text: str, path: str, number: int) -> Any:  # noqa: ANN401 (whatever JSON holds)
    try:
        return json.loads(text, parse_float=Decimal, parse_int=Decimal, parse_constant=_refuse)
    except (ValueError, RecursionError, InvalidOperation) as error:
        raise RecordError(path, number, f"this is no JSON: {error}") from error


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no number")


def _csv_rows(text: str, path: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    header = re.split(r"[\r\n]", text, maxsplit=1)[0]
    separator = max(",;\t", key=header.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        names = [name.strip() for name in next(reader, [])]
        for number, cells in enumerate(reader, 1):
            if any(cells):  # a spreadsheet may write rows of empty cells below the last
                row = {name: _uncovered(cell) for name, cell in zip(names, cells, strict=False)}
                yield number, _with_points(row) if separator == ";" else row
    except csv.Error as error:
        raise RecordError(path, reader.line_num, f"this is no CSV: {error}") from error


def _with_points(row: dict[str, str]) -> dict[str, str]:
    """A row whose numbers have a decimal comma, as a spreadsheet writes them where it parts cells by semicolons."""
    return {name: cell.replace(",", ".", 1) if _READERS.get(name) is _number else cell for name, cell in row.items()}


def _uncovered(cell: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from running it."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in set("=+-@\t\r") else cell


_ROWS: dict[str, Callable[[str, str], Iterable[tuple[int, Mapping[str, Any]]]]] = {
    ".json": _json_rows,
    ".jsonl": _jsonl_rows,
    ".ndjson": _jsonl_rows,
    ".csv": _csv_rows,
    ".tsv": _csv_rows,
}


def _number(value: Any) -> Decimal | None:  # noqa: ANN401
    if value is None or value == "":
        return None
    if not isinstance(value, str | Decimal):
        raise ValueError
    number = Decimal(value)
    if not number.is_finite() or abs(number.adjusted()) > _DIGITS:
        raise ValueError
    return number


def _integer(value: Any) -> int | None:  # noqa: ANN401
    number = _number(value)
    if number is None:
        return None
    if number != int(number):
        raise ValueError
    return int(number)


def _whole(value: Any) -> int:  # noqa: ANN401
    return _integer(value) or 0


def _text(value: Any) -> str:  # noqa: ANN401
    if value is None:
        return ""
    if not isinstance(value, str):
        raise ValueError
    return value


def _day(value: Any) -> str | None:  # noqa: ANN401
    return _text(value) or None


def _items(value: Any) -> tuple[str, ...]:  # noqa: ANN401
    if isinstance(value, list):
        return tuple(map(_text, value))
    return tuple(item for item in _text(value).split(";") if item)


def _trend(value: Any) -> Trend | None:  # noqa: ANN401
    return _TRENDS[value or ""]


_TRENDS: dict[str, Trend | None] = {"": None, **{trend.value: trend for trend in Trend}}
# A dictionary is three times as fast as the enum's own call, and 10,000 figures hold 60,000 of these.
_ENUMS = {
    "qualifier": {member.value: member for member in Qualifier},
    "kind": {member.value: member for member in Kind},
    "status": {member.value: member for member in Status},
    "role": {member.value: member for member in Role},
    "flow": {member.value: member for member in Flow},
}
_READERS: dict[str, Callable[[Any], Any]] = {
    **dict.fromkeys(FIELDS, _text),
    **dict.fromkeys(("value", "low", "high", "norm_value", "baseline", "persons"), _number),
    **dict.fromkeys(("fiscal_year", "page"), _integer),
    **dict.fromkeys(("line", "start", "end"), _whole),
    **dict.fromkeys(("period_start", "period_end"), _day),
    **dict.fromkeys(("places", "rule", "flags"), _items),
    **{name: members.__getitem__ for name, members in _ENUMS.items()},  # type: ignore[index]
    "trend": _trend,
}


def _figure(row: Any, path: str, number: int) -> Figure:  # noqa: ANN401 (whatever a file holds)
    if not isinstance(row, dict):
        raise RecordError(path, number, "this is no figure, but a bare value")
    missing = [name for name in NEEDED if name not in row]
    if {"text", "value"} <= set(missing):
        raise RecordError(path, number, "this is no figure as figx extract writes it without --columns")
    if missing:
        raise RecordError(path, number, f"fields are missing: {', '.join(missing)}; extract again without --columns")
    fields: dict[str, Any] = {"start": 0, "end": 0}
    name = ""
    try:
        for name, value in row.items():
            if name in _READERS:
                fields[name] = _READERS[name](value)
    except (ValueError, KeyError, TypeError, InvalidOperation):
        raise RecordError(path, number, f"{name}: {_quoted(row[name])} is not what figx extract writes there") from None
    if fields["value"] is fields["low"] is fields["high"] is None:
        raise RecordError(path, number, "a figure has a value or a bound, and this one has neither")
    return Figure(**fields)


def _quoted(value: Any) -> str:  # noqa: ANN401
    text = str(value) if isinstance(value, Decimal) else json.dumps(value, default=str, ensure_ascii=False)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]} …"
