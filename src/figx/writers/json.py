"""JSON: one array of objects, or one object a line.

Both are written as the figures come. `json.dumps` cannot print a Decimal exactly, so an object is put together here:
numbers by `plain.number`, everything else by `json.dumps`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, TextIO

from figx.figure import FIELDS, Figure
from figx.writers import plain

# Line ends to some readers of JSONL: legal in a string of JSON, written as escapes all the same.
_LINE_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def write_json(figures: Iterable[Figure], stream: TextIO, columns: Sequence[str] = ()) -> None:
    """One array, one object a line within it; `[]` where there are no figures."""
    write_records((_record(figure, columns) for figure in figures), stream)


def write_records(records: Iterable[Mapping[str, Any]], stream: TextIO) -> None:
    """One array of any objects, as `write_json` writes figures."""
    opened = False
    for record in records:
        stream.write(",\n " if opened else "[\n ")
        opened = True
        stream.write(dumps(record))
    stream.write("\n]\n" if opened else "[]\n")


def write_jsonl(figures: Iterable[Figure], stream: TextIO, columns: Sequence[str] = ()) -> None:
    """One object a line; nothing where there are no figures."""
    for figure in figures:
        stream.write(dumps(_record(figure, columns)) + "\n")


def dumps(value: Any) -> str:  # noqa: ANN401 (whatever JSON holds)
    """`value` as JSON on one line, Decimals as exact plain numbers, characters beyond ASCII as they are.

    >>> dumps({"value": Decimal("1.1E+6"), "places": ("CIV",), "noun": "réfugiés"})
    '{"value": 1100000, "places": ["CIV"], "noun": "réfugiés"}'
    """
    try:
        text = json.dumps(_native(value), ensure_ascii=False, allow_nan=False)
    except _InexactError:
        text = _exactly(value)
    return text if text.isascii() else text.translate(_LINE_ENDS)


class _InexactError(Exception):
    """A number that binary floating point cannot hold to its last digit."""


def _native(value: Any) -> Any:  # noqa: ANN401
    """`value` with numbers that `json.dumps` prints in the same digits; it is ten times as fast as `_exactly`."""
    if isinstance(value, Decimal):
        digits = plain.number(value)
        if "." not in digits:
            return int(digits)
        if repr(found := float(digits)) != digits:
            raise _InexactError
        return found
    if isinstance(value, Mapping):
        return {str(key): _native(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_native(item) for item in value]
    return value


def _exactly(value: Any) -> str:  # noqa: ANN401
    if isinstance(value, Decimal):
        return plain.number(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_exactly(str(key))}: {_exactly(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_exactly, value)) + "]"
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _record(figure: Figure, columns: Sequence[str]) -> dict[str, Any]:
    record = figure.as_dict()
    return {name: record[name] for name in columns or FIELDS}
