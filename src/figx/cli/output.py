"""Where output goes and in which format; flat records, of a diff, a series or a check, as JSON, CSV and markdown."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any, TextIO, TypeVar

import typer

from figx.cli import console
from figx.writers import csv, json

Record = Mapping[str, Any]
_STANDARD_OUTPUT = ("-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1")


F = TypeVar("F", bound=StrEnum)


def file_of(output: str | None) -> str | None:
    """The file that `--output` names, None for standard output."""
    return None if output in _STANDARD_OUTPUT else output


def format_of(asked: F | None, output: str | None, suffixes: Mapping[str, F], table: F, data: F) -> F:
    """The format asked for, that of the output's suffix, a table on a terminal, or `data` into a pipe."""
    if asked is not None:
        return asked
    if output is None:
        return table if console.stdout_is_terminal() else data
    found = suffixes.get(Path(output).suffix.lower())
    if found is None:
        message = f"{output!r} does not end with one of {', '.join(suffixes)}; name a format with --format."
        raise typer.BadParameter(message, param_hint="--output")
    return found


@contextlib.contextmanager
def destination(output: str | None, *, data: bool) -> Iterator[TextIO]:
    """Standard output, or the file `output`, which is written whole or not at all."""
    if output is None:
        with console.output(data=data) as stream:
            yield stream
    else:
        from figx.writers.whole import open_whole

        with open_whole(output) as stream:
            yield stream


def write_json(records: Iterable[Record], stream: TextIO) -> None:
    """One array, an object a record."""
    json.write_records(records, stream)


def write_csv(records: Iterable[Record], stream: TextIO, names: Sequence[str]) -> None:
    """A header and a row a record."""
    csv.write_records(records, stream, names)


def write_markdown(headings: Sequence[str], rows: Iterable[Sequence[str]], stream: TextIO) -> None:
    """A table of GitHub's markdown; headings that end with ">" stand for columns of numbers, set to the right."""
    right = [heading.endswith(">") for heading in headings]
    stream.write(_markdown_row([heading.rstrip(">") for heading in headings]))
    stream.write(_markdown_row(["---:" if flag else "---" for flag in right]))
    for row in rows:
        stream.write(_markdown_row(list(map(_markdown_cell, row))))


def _markdown_row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _markdown_cell(text: str) -> str:
    # What markdown or HTML would read as its own stands as text.
    for char in "\\`*_[]<|":
        text = text.replace(char, f"\\{char}" if char != "<" else "&lt;")
    return " ".join(text.split())
