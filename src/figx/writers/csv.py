"""CSV and TSV: a header, then one row a figure, in UTF-8 with "\\n" at the end of a row.

Quoted as RFC 4180 says, TSV too (a cell with a tab, a quotation mark or a line end stands in quotation marks), so
nothing of a text is lost, and `csv`, pandas, R and spreadsheets read both. An empty cell is null or an empty string;
lists are joined with ";".

A text that a spreadsheet would take for a formula (it begins with = + - @, a tab or a carriage return, and is no
number) gets an apostrophe before it: text from strangers must not be able to run. JSON has the text as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import TextIO

from figx.figure import FIELDS, Figure
from figx.writers import plain

_FORMULA = re.compile(r"[=+\-@\t\r]")
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")


def write_csv(figures: Iterable[Figure], stream: TextIO, columns: Sequence[str] = ()) -> None:
    """Cells parted by commas."""
    _write(figures, stream, columns or FIELDS, ",")


def write_tsv(figures: Iterable[Figure], stream: TextIO, columns: Sequence[str] = ()) -> None:
    """Cells parted by tabs."""
    _write(figures, stream, columns or FIELDS, "\t")


def cell(value: object) -> str:
    """A field's value as the text of a cell, before quoting.

    >>> cell(Decimal("2.50")), cell(("SYR", "TUR")), cell(None), cell("=1+1"), cell("-5")
    ('2.5', 'SYR;TUR', '', "'=1+1", '-5')
    """
    text = joined(value)
    is_formula = isinstance(value, str | list | tuple) and _FORMULA.match(text) and not _NUMBER.fullmatch(text)
    return "'" + text if is_formula else text


def joined(value: object) -> str:
    """A field's value as text: nothing for null, lists with ";" between their items."""
    if value is None:
        return ""
    if isinstance(value, Decimal | int):
        return plain.number(value)
    return ";".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _write(figures: Iterable[Figure], stream: TextIO, columns: Sequence[str], separator: str) -> None:
    write_records((figure.as_dict() for figure in figures), stream, columns, separator)


def write_records(
    records: Iterable[Mapping[str, object]], stream: TextIO, columns: Sequence[str], separator: str = ","
) -> None:
    """A header and a row for each record, as `write_csv` writes figures."""
    stream.write(_row(columns, separator))
    for record in records:
        stream.write(_row([cell(record[name]) for name in columns], separator))


def _row(cells: Sequence[str], separator: str) -> str:
    # Not the csv module: up to Python 3.12 it leaves a lone "\r" unquoted where rows end with "\n".
    special = re.compile(rf'[{separator}"\r\n]|\A\s|\s\Z')
    quoted = ['"' + text.replace('"', '""') + '"' if special.search(text) else text for text in cells]
    if quoted == [""]:
        quoted = ['""']  # a row of one empty cell would read as no row
    return separator.join(quoted) + "\n"
