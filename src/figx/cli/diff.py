"""`figx diff`: what changed between two texts."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from figx import documents
from figx.cli import console, options
from figx.cli.inputs import Inputs
from figx.cli.output import destination, file_of, format_of, write_csv, write_json
from figx.errors import FigxError
from figx.figure import Figure

if TYPE_CHECKING:
    from figx.compare.diff import Row, Tolerance


class DiffFormat(StrEnum):
    """How a diff is written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"


_SUFFIXES = {
    ".txt": DiffFormat.TABLE,
    ".json": DiffFormat.JSON,
    ".csv": DiffFormat.CSV,
    ".md": DiffFormat.MARKDOWN,
}
_CHANGES = ("changed", "reworded", "same", "new", "dropped")
_TROUBLE = 2


def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", show_default=False, help=options.SIDE)],
    new: Annotated[str, typer.Argument(metavar="NEW", show_default=False, help="Likewise.")],
    format: Annotated[
        DiffFormat | None,
        typer.Option("--format", "-f", help="Default: a table on a terminal, JSON into a pipe.", show_default=False),
    ] = None,
    output: options.Output = None,
    only: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CHANGE,...",
            help=f"Only these rows: {', '.join(_CHANGES)}.",
            autocompletion=options.completes(lambda: _CHANGES),
        ),
    ] = None,
    category: options.Category = None,
    tolerance: Annotated[
        str | None,
        typer.Option(metavar="NUMBER|PER CENT", help="A difference that does not count: 500, or 2%."),
    ] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Show why two figures were taken for one claim.")] = False,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit with 0 for no difference, 1 for any, 2 for trouble.")
    ] = False,
    patterns: options.Patterns = None,
    lang: options.Lang = "en",
    glob: options.Glob = None,
    quiet: options.Quiet = False,
) -> None:
    """Tell how the figures changed from OLD to NEW: texts, folders, or files that `figx extract` wrote.

    \b
    Examples:
      figx diff speech-2022.txt speech-2023.txt
      figx diff 2022.json 2023.json --only changed,new --format csv
      figx diff speech-2022.txt speech-2023.txt --explain
      figx diff drafts/ final/ --tolerance 1% --exit-code

    A row is a claim: changed, reworded (the same number, said otherwise), same, new or dropped. Claims are matched by what
    is counted, where, and what sort of statement it is, never by the number.
    """
    if old == new == documents.STANDARD_INPUT:
        raise typer.BadParameter("only one of the two can come from standard input.", param_hint="OLD, NEW")
    with _trouble(exit_code):
        packs = options.folders(patterns)
        changes = options.chosen(only, "--only", _CHANGES)
        categories = options.categories(category, "--category", lang, packs)
        allowed = _tolerance(tolerance)
        output = file_of(output)
        how = format_of(format, output, _SUFFIXES, DiffFormat.TABLE, DiffFormat.JSON)
        options.refuse_to_overwrite(output, [old, new])
        gc.disable()  # records hold no cycles, and looking for them takes a sixth of the time
        inputs = Inputs(lang=lang, patterns=packs, glob=glob, quiet=quiet)
        sides = [_figures(inputs, side, output) for side in (old, new)]
        if inputs.failed:
            # A text that was not read would look like one whose every claim was dropped.
            raise typer.Exit(_TROUBLE if exit_code else 1)
        from figx.compare.diff import diff as compared

        found = compared(*sides, tolerance=allowed, explain=explain)
        rows = [row for row in found if _wanted(row, changes, categories)]
        with destination(output, data=how is not DiffFormat.TABLE) as stream:
            _write(rows, how, stream, explain=explain)
    if not quiet:
        written = f", written to {output}" if output else ""
        console.say(_summary(rows) + written)
    if exit_code and any(row.change != "same" for row in rows):
        raise typer.Exit(1)


@contextlib.contextmanager
def _trouble(exit_code: bool) -> Iterator[None]:
    """With `--exit-code` a fault must not end like a difference, with 1."""
    try:
        yield
    except (FigxError, OSError) as fault:
        if not exit_code:
            raise
        console.error(fault)
        raise typer.Exit(_TROUBLE) from fault


def _write(rows: Sequence[Row], how: DiffFormat, stream: TextIO, *, explain: bool) -> None:
    if how in (DiffFormat.JSON, DiffFormat.CSV):
        from figx.compare.diff import ROW_FIELDS

        names = [name for name in ROW_FIELDS if explain or name not in ("points", "reasons")]
        records = ({name: record[name] for name in names} for record in (row.as_dict() for row in rows))
        write_json(records, stream) if how is DiffFormat.JSON else write_csv(records, stream, names)
    else:
        from figx.cli import diff_table

        show = diff_table.write_table if how is DiffFormat.TABLE else diff_table.write_markdown
        show(rows, stream, explain=explain)


def _figures(inputs: Inputs, path: str, output: str | None) -> list[Figure]:
    return [figure for _, figures, _ in inputs.figures([path], [output] if output else []) for figure in figures]


def _wanted(row: Row, changes: Collection[str], categories: Collection[str]) -> bool:
    return (not changes or row.change in changes) and (not categories or row.figure.category in categories)


def _summary(rows: Iterable[Row]) -> str:
    rows = list(rows)
    counts = {change: sum(row.change == change for row in rows) for change in _CHANGES}
    said = [f"{number} {change}" for change, number in counts.items() if number]
    return f"{console.count(len(rows), 'claim')}: {', '.join(said)}" if said else "0 claims"


def _tolerance(text: str | None) -> Tolerance | None:
    if text is None:
        return None
    from figx.compare.diff import Tolerance

    try:
        number = Decimal(text.strip().removesuffix("%").strip().replace(",", ""))
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or number < 0:
        raise typer.BadParameter(
            f"{text!r} is neither a number nor a per cent, such as 500 or 2%.", param_hint="--tolerance"
        )
    return Tolerance(share=number) if "%" in text else Tolerance(amount=number)
