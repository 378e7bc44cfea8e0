"""`figx check`: what is inconsistent in one text or several."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from figx import documents
from figx.cli import console, options
from figx.cli.inputs import Inputs
from figx.cli.output import destination, file_of, format_of, write_json
from figx.figure import Figure

if TYPE_CHECKING:
    from rich.text import Text

    from figx.compare.checks.finding import Finding


class CheckFormat(StrEnum):
    """How findings are written."""

    TABLE = "table"
    JSON = "json"


_SUFFIXES = {".txt": CheckFormat.TABLE, ".json": CheckFormat.JSON}
_TROUBLE = 2


def _names() -> list[str]:
    from figx.compare.checks.check import CHECKS

    return list(CHECKS)


def check(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", show_default=False, help=options.SIDE)],
    format: Annotated[
        CheckFormat | None,
        typer.Option("--format", "-f", help="Default: a table on a terminal, JSON into a pipe.", show_default=False),
    ] = None,
    output: options.Output = None,
    only: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CHECK,...",
            help="Only these checks: contradiction, total, share, change, households_as_people, share_without_base, "
            "ambiguous_number, ambiguous_currency.",
            autocompletion=options.completes(_names),
        ),
    ] = None,
    exit_code: Annotated[
        bool,
        typer.Option("--exit-code", help="Exit with 0 where nothing is found, 1 where something is, 2 for trouble."),
    ] = False,
    patterns: options.Patterns = None,
    lang: options.Lang = "en",
    glob: options.Glob = None,
    quiet: options.Quiet = False,
) -> None:
    """Find figures that contradict each other, totals that do not add up, and numbers that leave open what they mean.

    \b
    Examples:
      figx check report.txt
      figx check drafts/ --only contradiction,total
      figx check figures.json --format json --exit-code

    Only what the numbers, as they are rounded and hedged, cannot mean is reported: "nearly 23,000" agrees with "about
    23,000". The texts are checked together: what one says of a year has to agree with what another says of it.
    """
    packs = options.folders(patterns)
    names = options.chosen(only, "--only", _names())
    output = file_of(output)
    how = format_of(format, output, _SUFFIXES, CheckFormat.TABLE, CheckFormat.JSON)
    options.refuse_to_overwrite(output, paths)
    if documents.STANDARD_INPUT in paths and console.stdin_is_terminal():
        raise typer.BadParameter("standard input is a terminal; give a file or a pipe.", param_hint="PATH...")
    inputs = Inputs(lang=lang, patterns=packs, glob=glob, quiet=quiet)
    figures: list[Figure] = []
    read = 0
    for _, found, _ in inputs.figures(paths, [output] if output else []):
        figures += found
        read += 1
    from figx.compare.checks.check import check as findings_in

    findings = findings_in(figures, only=names)
    with destination(output, data=how is CheckFormat.JSON) as stream:
        if how is CheckFormat.JSON:
            write_json((finding.as_dict() for finding in findings), stream)
        else:
            _write_table(findings, stream)
    if not quiet:
        written = f", written to {output}" if output else ""
        console.say(f"{_summary(findings)} in {console.count(read, 'input')}{written}")
    if inputs.failed:
        raise typer.Exit(_TROUBLE if exit_code else 1)
    if exit_code and findings:
        raise typer.Exit(1)


def _summary(findings: Sequence[Finding]) -> str:
    counts = {name: sum(finding.check == name for finding in findings) for name in _names()}
    said = ", ".join(f"{number} {name}" for name, number in counts.items() if number)
    return console.count(len(findings), "finding") + (f" ({said})" if said else "")


def _write_table(findings: Iterable[Finding], stream: TextIO) -> None:
    """Each finding with its message, and below it the sentences with their places; nothing for none."""
    from rich.table import Table

    from figx.writers import table

    screen = table.console_for(stream)
    grid = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold underline")
    grid.add_column("check", no_wrap=True, style="bold yellow")
    grid.add_column("what is wrong, and where", overflow="fold")
    findings = list(findings)
    several = len({figure.doc for finding in findings for figure in finding.figures}) > 1
    for finding in findings:
        grid.add_row(finding.check, _cell(finding, several))
    if grid.rows:
        table.show(screen, stream, grid)


def _cell(finding: Finding, several: bool) -> Text:
    """The message, then each sentence with its place, the quotes in it set off."""
    from rich.text import Text

    from figx.writers.table import shown

    cell = Text(shown(finding.message))
    for (doc, sentence), figures in groupby(finding.figures, key=lambda figure: (figure.doc, figure.sentence)):
        own = list(figures)
        where = f"{shown(doc)}:{own[0].line}" if several and doc else f"line {own[0].line}"
        cell.append(f"\n{where}  ", style="cyan")
        text = Text(shown(sentence), style="dim")
        text.highlight_words([shown(figure.text) for figure in own], style="bold not dim")
        cell.append_text(text)
    return cell
