"""`figx patterns`: what rules there are, whether they hold, and a skeleton for one's own."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from figx.cli import console, options
from figx.errors import WriteError

if TYPE_CHECKING:
    from figx.packs import RuleInfo

app = typer.Typer(
    name="patterns",
    help="List and check the rules, or begin a pack of your own.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


class _Format(StrEnum):
    TABLE = "table"
    JSON = "json"


@app.command("list")
def list_rules(
    format: Annotated[
        _Format | None,
        typer.Option("--format", "-f", help="Default: a table on a terminal, JSON into a pipe.", show_default=False),
    ] = None,
    patterns: options.Patterns = None,
    lang: options.Lang = "en",
    quiet: options.Quiet = False,
) -> None:
    """List every rule: its id, its table, and the file it comes from."""
    from figx.packs import load_packs

    rules = load_packs(lang, options.folders(patterns)).rules
    how = format or (_Format.TABLE if console.stdout_is_terminal() else _Format.JSON)
    with console.output(data=how is _Format.JSON) as stream:
        if how is _Format.JSON:
            from figx.writers.json import write_records

            write_records(
                ({"id": r.id, "table": r.table, "source": str(r.source), "summary": r.summary} for r in rules), stream
            )
        else:
            from figx.writers.table import console_for, show, text_table

            rows = [[rule.id, rule.table, _source(rule), rule.summary] for rule in rules]
            show(console_for(stream), stream, text_table(["id", "table", "source", "summary"], rows))
    if not quiet:
        files = {rule.source for rule in rules}
        console.say(f"{console.count(len(rules), 'rule')} in {console.count(len(files), 'file')}")


def _source(rule: RuleInfo) -> str:
    """The file as a person looks for it: shipped ones by their name, others by their path."""
    from figx.paths import patterns_dir

    shipped = patterns_dir()
    if rule.source.is_relative_to(shipped):
        return f"shipped: {rule.source.relative_to(shipped).as_posix()}"
    return str(rule.source)


@app.command("check")
def check(
    directory: Annotated[
        Path | None,
        typer.Argument(metavar="DIR", help="A folder of packs; without it, the shipped ones.", show_default=False),
    ] = None,
    lang: options.Lang = "en",
    quiet: options.Quiet = False,
) -> None:
    """Validate packs and run the examples that stand beside the rules.

    Every fault gets a line on standard error with its file, table and field; the exit status is 1 where there is one.
    """
    if directory is not None and not directory.is_dir():
        raise typer.BadParameter(f"no folder {str(directory)!r}.", param_hint="DIR")
    from figx.checking import check as check_packs

    report = check_packs(directory, lang)
    for fault in report.faults:
        console.error(fault)
    if not quiet:
        tally = [console.count(report.rules, "rule"), console.count(report.examples, "example")]
        tally += [console.count(len(report.known_gaps), "known gap")] if report.known_gaps else []
        console.say(f"{', '.join(tally)}: {console.count(len(report.faults), 'fault')}")
    if report.faults:
        raise typer.Exit(1)


@app.command("new")
def new(
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make.", show_default=False)],
    lang: options.Lang = "en",
    quiet: options.Quiet = False,
) -> None:
    """Write a commented skeleton of a pack, to be used with --patterns DIR.

    \b
    Examples:
      figx patterns new my-patterns
      figx patterns check my-patterns
      figx extract speech.txt --patterns my-patterns
    """
    from figx.cli.skeleton import skeleton
    from figx.errors import LanguageError
    from figx.paths import languages

    if lang not in languages():
        raise LanguageError(lang, languages())
    path = directory / lang / "rules.toml"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(skeleton(lang))
    except FileExistsError as error:
        raise WriteError(path if path.exists() else directory, "there already; nothing is overwritten") from error
    except OSError as error:
        raise WriteError(path, error.strerror or str(error)) from error
    console.output_line(str(path))
    if not quiet:
        console.say(f"Edit it, then run: figx patterns check {directory}")
