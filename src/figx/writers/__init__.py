"""Figures → json, jsonl, csv, tsv, table.

A writer is a function `(figures, stream, columns)` that writes to a text stream and knows nothing of files, terminals
or options. It takes the figures one at a time where its format allows, and prints numbers exactly (`plain.number`).
To add a format, write its module and name it in `Format`, `SUFFIXES` and `_WRITERS`.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TextIO

from figx.figure import FIELDS, Figure

Writer = Callable[[Iterable[Figure], TextIO, Sequence[str]], None]


class Format(StrEnum):
    """How figures are written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    TSV = "tsv"


SUFFIXES: dict[str, Format] = {
    ".json": Format.JSON,
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
    ".csv": Format.CSV,
    ".tsv": Format.TSV,
    ".txt": Format.TABLE,
}

# Imported when used: a run that writes JSON does not load rich.
_WRITERS = {
    Format.TABLE: "figx.writers.table:write_table",
    Format.JSON: "figx.writers.json:write_json",
    Format.JSONL: "figx.writers.json:write_jsonl",
    Format.CSV: "figx.writers.csv:write_csv",
    Format.TSV: "figx.writers.csv:write_tsv",
}


def format_of(path: str | Path) -> Format | None:
    """The format that a file's suffix asks for, None where the suffix says nothing.

    >>> format_of("out/Figures.CSV")
    <Format.CSV: 'csv'>
    """
    return SUFFIXES.get(Path(path).suffix.lower())


def write(figures: Iterable[Figure], stream: TextIO, format: Format, columns: Sequence[str] = ()) -> None:
    """Write `figures` to `stream`; `columns` picks fields and orders them, none means all (a table: the telling ones).

    >>> import sys
    >>> from decimal import Decimal
    >>> figure = Figure(text="5.2bn", value=Decimal("5.2E+9"), start=0, end=5, places=("SYR", "TUR"))
    >>> write([figure], sys.stdout, Format.CSV, ["value", "places", "low"])
    value,places,low
    5200000000,SYR;TUR,

    Raises ValueError for a column that is no field.
    """
    unknown = [name for name in columns if name not in FIELDS]
    if unknown:
        raise ValueError(f"no such column: {', '.join(unknown)}; there are: {', '.join(FIELDS)}")
    module, function = _WRITERS[format].split(":")
    writer: Writer = getattr(importlib.import_module(module), function)
    writer(figures, stream, columns)
