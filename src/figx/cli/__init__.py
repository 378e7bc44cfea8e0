"""The command line: parse, call, print, exit code. One file a command.

Nothing heavy is imported here or at the top of a command's file: `figx --help` loads neither spaCy nor pint.

Exit status: 0; 1 where an input failed or a pack has a fault; 2 for wrong usage; 130 after Ctrl-C; 141 where the
reader of the output closed the pipe, as other Unix tools end then.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated, NoReturn

import typer

from figx.cli import check, console, diff, explain, extract, interrupts, patterns, series
from figx.errors import FigxError, LanguageError

app = typer.Typer(
    name="figx",
    rich_markup_mode=None,  # plain help: it starts twice as fast, and errors stay on lines of their own
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("extract")(extract.extract)
app.command("diff")(diff.diff)
app.command("check")(check.check)
app.command("explain")(explain.explain)
app.command("series")(series.series)
app.add_typer(patterns.app, name="patterns")


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        console.output_line(f"figx {version('figx')}")
        raise typer.Exit


@app.callback()
def _figx(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Every figure in a text about migration, with what it counts, as a sheet.

    \b
    Begin with:
      figx extract speech.txt                      a table
      figx extract speeches/ -o figures.csv        a spreadsheet
      figx diff speech-2022.txt speech-2023.txt    what changed between the two
      figx series speeches/                        each claim through the years
      figx check report.txt                        what contradicts itself
      figx explain "Why is 2030 not in my sheet?"  why a number is taken or not
    """


def main(args: Sequence[str] | None = None) -> NoReturn:
    """Run the command line with `args`, or with the program's own, and exit with its status."""
    interrupts.end_at_once()
    try:
        app(args=args, prog_name="figx")
    except FigxError as error:
        console.error(error)
        sys.exit(2 if isinstance(error, LanguageError) else 1)
    except OSError as fault:  # help that cannot be printed, a module that cannot be read
        console.error(fault)
        sys.exit(1)
    sys.exit(0)
