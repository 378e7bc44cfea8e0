"""`figx extract`: texts in, figures out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from figx import documents, writers
from figx.cli import console, options
from figx.cli.filters import Filter, with_context
from figx.cli.output import destination, file_of, format_of
from figx.errors import InputError
from figx.figure import FIELDS, Document, Figure, Kind, Status
from figx.settings import Settings
from figx.writers import Format

if TYPE_CHECKING:
    from figx.pipeline import Extractor
    from figx.settings import Settings


def extract(
    ctx: typer.Context,
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH", show_default=False, help='Files, folders, or "-" for standard input, as with a pipe.'
        ),
    ] = None,
    format: Annotated[
        Format | None,
        typer.Option("--format", "-f", help="Default: a table on a terminal, JSON into a pipe.", show_default=False),
    ] = None,
    output: options.Output = None,
    kinds: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KIND,...",
            help=f"Kinds of figure: {', '.join(Kind)}, or all. By default all but duration and age.",
            autocompletion=options.completes(lambda: [*Kind, "all"]),
        ),
    ] = None,
    category: options.Category = None,
    status: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME,...", help=f"Only: {', '.join(Status)}.", autocompletion=options.completes(lambda: Status)
        ),
    ] = None,
    place: Annotated[
        list[str] | None,
        typer.Option(metavar="CODE,...", help="Only figures about these countries (ISO 3166 alpha-3: SYR,UKR)."),
    ] = None,
    min: Annotated[str | None, typer.Option("--min", metavar="NUMBER", help="Only this number and above.")] = None,
    max: Annotated[str | None, typer.Option("--max", metavar="NUMBER", help="Only this number and below.")] = None,
    context: Annotated[
        int, typer.Option(min=0, metavar="N", help="N more sentences on each side, in the column sentence.")
    ] = 0,
    columns: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME,...",
            help="Only these fields, in this order.",
            autocompletion=options.completes(lambda: FIELDS),
        ),
    ] = None,
    date: options.Date = None,
    fiscal_year_start: options.FiscalYearStart = None,
    household_size: options.HouseholdSize = None,
    household_sizes: options.HouseholdSizes = None,
    patterns: options.Patterns = None,
    lang: options.Lang = "en",
    glob: options.Glob = None,
    quiet: options.Quiet = False,
) -> None:
    """Find every figure in texts: files, folders (recursively), or standard input.

    \b
    Examples:
      figx extract speech.txt
      figx extract speeches/ -o figures.csv
      figx extract speeches/ --category refugee,idp --min 1000000
      figx extract report.txt --columns value,unit,noun,sentence --format csv
      curl -s https://example.org/speech.txt | figx extract --format jsonl

    Each input that cannot be read gets a line on standard error; the others are done, and the exit status is 1.
    """
    if not paths:
        if console.stdin_is_terminal():
            typer.echo(ctx.get_help(), err=True)
            raise typer.Exit(2)
        paths = [documents.STANDARD_INPUT]
    packs = options.folders(patterns)
    asked = options.chosen(kinds, "--kinds", [*Kind, "all"])
    wanted = Filter(
        categories=options.categories(category, "--category", lang, packs),
        statuses=options.chosen(status, "--status", Status),
        places=options.country_codes(place, "--place"),
        minimum=options.number(min, "--min"),
        maximum=options.number(max, "--max"),
    )
    output = file_of(output)
    run = _Run(
        paths=paths,
        glob=glob,
        output=output,
        format=format_of(format, output, writers.SUFFIXES, Format.TABLE, Format.JSON),
        columns=options.chosen(columns, "--columns", FIELDS),
        kinds=[kind for kind in Kind if "all" in asked or kind in asked] if asked else None,
        wanted=wanted,
        context=context,
        lang=lang,
        patterns=packs,
        settings=options.settings(household_size, household_sizes, date, fiscal_year_start),
        quiet=quiet,
    )
    options.refuse_to_overwrite(output, paths)
    run.execute()
    if run.failed:
        raise typer.Exit(1)


@dataclass(slots=True, kw_only=True)
class _Run:
    """One run: what to read, how to write, and what was counted on the way."""

    paths: Sequence[str]
    glob: str | None
    output: str | None
    format: Format
    columns: Sequence[str]
    kinds: Sequence[Kind] | None
    wanted: Filter
    context: int
    lang: str
    patterns: Sequence[Path]
    settings: Settings
    quiet: bool
    read: int = 0
    found: int = 0
    failed: int = 0

    def execute(self) -> None:
        """Read, extract, write; a text at a time, as far as the format allows."""
        exclude = [self.output] if self.output else []
        texts = documents.read_documents(self.paths, glob=self.glob, exclude=exclude, on_error=self._fail)
        # The first text is read before the output is opened: where there is none, a file from an earlier run stays.
        first = next(texts, None)
        if first is not None or self.output is None:
            # What is wrong with the patterns shows before the first byte is written.
            figures = self._figures(chain([first], texts)) if first is not None else iter(())
            with destination(self.output, data=self.format is not Format.TABLE) as stream:
                writers.write(figures, stream, self.format, self.columns)
        if not self.quiet:
            written = f", written to {self.output}" if self.output and first is not None else ""
            console.say(f"{console.count(self.found, 'figure')} in {console.count(self.read, 'document')}{written}")

    def _fail(self, error: InputError) -> None:
        self.failed += 1
        console.error(error)

    def _figures(self, texts: Iterator[Document]) -> Iterator[Figure]:
        from figx.pipeline import Extractor

        return self._extracted(Extractor(self.lang, self.patterns, self.settings), texts)

    def _extracted(self, extractor: Extractor, texts: Iterator[Document]) -> Iterator[Figure]:
        for document in texts:
            self.read += 1
            if document.encoding == "cp1252" and not self.quiet:
                console.warning(f"{document.name}: not UTF-8, read as Windows-1252")
            figures = extractor.extract(document.text, doc=document.name, kinds=self.kinds)
            kept = [figure for figure in figures if self.wanted.admits(figure)]
            self.found += len(kept)
            if self.context and kept:
                spans = extractor.sentences(document.text)
                yield from with_context(kept, document.text, spans, self.context)
            else:
                yield from kept
