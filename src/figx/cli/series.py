"""`figx series`: each claim through many texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Annotated, Any

import typer

from figx import dating
from figx.cli import console, options
from figx.cli.inputs import Inputs
from figx.cli.output import destination, file_of, format_of, write_csv, write_json
from figx.errors import DatesError, InputError
from figx.figure import Figure, plain_field

if TYPE_CHECKING:
    from figx.compare.series import DatedFigures, Series


class SeriesFormat(StrEnum):
    """How series are written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


class DateFrom(StrEnum):
    """Where the date of a text is taken from."""

    TEXT = "text"
    NAME = "name"
    META = "meta"


_SUFFIXES = {".txt": SeriesFormat.TABLE, ".json": SeriesFormat.JSON, ".csv": SeriesFormat.CSV}
_DRAWN = 24  # more panels than this nobody looks at
_PLOTS = (".svg", ".png")


def series(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", show_default=False, help=options.SIDE)],
    date_from: Annotated[
        DateFrom | None,
        typer.Option(
            help="Where dates stand: in the text (dateline, label, a line alone), in the file's name, or in the metadata at its "
            "head. Default: the first of these that has one.",
            show_default=False,
        ),
    ] = None,
    dates: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="A CSV file with the columns doc and date; it comes before all others."),
    ] = None,
    format: Annotated[
        SeriesFormat | None,
        typer.Option("--format", "-f", help="Default: a table on a terminal, JSON into a pipe.", show_default=False),
    ] = None,
    output: options.Output = None,
    plot: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Draw the series into an .svg or .png file (needs figx[plot])."),
    ] = None,
    category: options.Category = None,
    min_points: Annotated[int, typer.Option(min=1, metavar="N", help="Only claims that at least N texts make.")] = 2,
    patterns: options.Patterns = None,
    lang: options.Lang = "en",
    glob: options.Glob = None,
    quiet: options.Quiet = False,
) -> None:
    """Follow each claim through many texts: texts, folders, or files that `figx extract` wrote.

    \b
    Examples:
      figx series speeches/
      figx series speeches/ --category displaced,refugee --plot displaced.svg
      figx series 2022.json 2023.json 2024.json --date-from name --format csv
      figx series speeches/ --dates dates.csv -o series.csv

    Claims are matched as `figx diff` matches them. A date on which no text makes the claim, between the first and the last
    that do, is a gap.
    """
    packs = options.folders(patterns)
    categories = options.categories(category, "--category", lang, packs)
    output = file_of(output)
    how = format_of(format, output, _SUFFIXES, SeriesFormat.TABLE, SeriesFormat.JSON)
    options.refuse_to_overwrite(output, [*paths, str(dates)] if dates else paths)
    _check_plot(plot)
    dater = _Dater(_dates(dates), date_from)
    inputs = Inputs(lang=lang, patterns=packs, glob=glob, quiet=quiet)
    texts = list(_dated(inputs, paths, [path for path in (output, plot) if path], dater))
    from figx.compare.series import series as followed

    found = [
        one
        for one in followed(texts)
        if len(one.points) >= min_points and (not categories or one.figure.category in categories)
    ]
    if plot is not None:
        _draw(
            found, plot, quiet=quiet
        )  # first: a reader who has seen enough closes the pipe, and still wants the picture
    if texts or output is None:
        with destination(output, data=how is not SeriesFormat.TABLE) as stream:
            _write(found, how, stream)
    if not quiet:
        written = f", written to {output}" if output and texts else ""
        console.say(f"{len(found)} series in {console.count(len(texts), 'text')}{written}")
    if inputs.failed:
        raise typer.Exit(1)


def _draw(found: Sequence[Series], plot: str, *, quiet: bool) -> None:
    if not quiet and not found:
        console.warning(f"{plot}: not written, as there is no series to draw")
    if not quiet and len(found) > _DRAWN:
        console.warning(f"{plot}: the first {_DRAWN} of {len(found)} series are drawn; choose with --category")
    if found:
        from figx.cli.series_plot import draw

        draw(found[:_DRAWN], plot)


def _write(found: Sequence[Series], how: SeriesFormat, stream: Any) -> None:  # noqa: ANN401
    from figx.compare.series import ABOUT, POINT_FIELDS, point_record

    if how is SeriesFormat.TABLE:
        from figx.cli.series_table import write_table

        write_table(found, stream)
    elif how is SeriesFormat.JSON:
        write_json((one.as_dict() for one in found), stream)
    else:
        records = (
            {"series": number, **about, **point_record(point)}
            for number, one in enumerate(found, 1)
            for about in [{name: plain_field(one.figure, name) for name in ABOUT}]
            for point in one.points
        )
        write_csv(records, stream, ["series", *ABOUT, *POINT_FIELDS])


@dataclass(frozen=True, slots=True)
class _Dater:
    """Says when a text is from: the user's table first, then where the user says or the first place that has a date."""

    given: dict[str, str]
    source: DateFrom | None

    def date(self, doc: str, file: str, text: str | None, inputs: Inputs) -> str:
        """The date of a document, else of the `file` that its figures stand in. Raises InputError where there is none."""
        for name in dict.fromkeys((doc, PurePath(doc).name, file, PurePath(file).name)):
            if found := self.given.get(name):
                return found
        if self.source is not None and self.source is not DateFrom.NAME and text is None:
            raise InputError(doc, "recorded figures hold no date; use --date-from name, or --dates")
        wanted = [self.source] if self.source else [DateFrom.META, DateFrom.TEXT, DateFrom.NAME]
        for source in wanted:
            if found := self._found(source, doc, file, text, inputs):
                return found
        where = f" in its {'metadata' if self.source is DateFrom.META else self.source}" if self.source else ""
        raise InputError(doc, f"no date found{where}; name it in a file for --dates, or in the file's name")

    def _found(self, source: DateFrom, doc: str, file: str, text: str | None, inputs: Inputs) -> str:
        if source is DateFrom.NAME:
            return dating.date_in_name(doc) or dating.date_in_name(file)
        if text is None:
            return ""
        if source is DateFrom.META:
            return dating.date_in_front_matter(text)
        day = inputs.day(dating.without_front_matter(text))
        return day.isoformat() if day else ""


def _dated(inputs: Inputs, paths: Sequence[str], exclude: Sequence[str], dater: _Dater) -> Iterator[DatedFigures]:
    from figx.compare.series import DatedFigures

    for name, figures, text in inputs.figures(paths, exclude):
        for doc, own in _by_document(name, figures, text):
            try:
                date = dater.date(doc, name, text, inputs)
            except InputError as error:
                inputs.fail(error)
            else:
                yield DatedFigures(date, doc, own)


def _by_document(name: str, figures: list[Figure], text: str | None) -> Iterator[tuple[str, list[Figure]]]:
    """The figures of each document that `name` holds, a text or a file of figures, in the order of their first."""
    documents: dict[str, list[Figure]] = {} if figures else {name: figures}
    for figure in figures:
        documents.setdefault(name if text is not None else figure.doc or name, []).append(figure)
    yield from documents.items()


def _dates(path: Path | None) -> dict[str, str]:
    try:
        return dating.read_dates(path) if path else {}
    except DatesError as error:
        raise typer.BadParameter(str(error), param_hint="--dates") from error


def _check_plot(plot: str | None) -> None:
    if plot is None:
        return
    if not plot.lower().endswith(_PLOTS):
        raise typer.BadParameter(f"{plot!r} does not end with .svg or .png.", param_hint="--plot")
    from importlib.util import find_spec

    if find_spec("matplotlib") is None:
        raise typer.BadParameter("drawing needs matplotlib: pip install 'figx[plot]'", param_hint="--plot")
