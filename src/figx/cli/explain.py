"""`figx explain`: every number of a text, taken or not, and why."""

from __future__ import annotations

import os
from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from figx import documents
from figx.cli import console, options
from figx.errors import NotFoundError
from figx.figure import Document, Role, Status

if TYPE_CHECKING:
    from rich.text import Text

    from figx.explain import Explanation
    from figx.figure import Figure


class _Format(StrEnum):
    TEXT = "text"
    JSON = "json"


def explain(
    ctx: typer.Context,
    text: Annotated[
        str | None,
        typer.Argument(
            metavar="TEXT-OR-PATH", show_default=False, help='A file, otherwise a text; "-" for standard input.'
        ),
    ] = None,
    format: Annotated[
        _Format | None,
        typer.Option("--format", "-f", help="Default: text on a terminal, JSON into a pipe.", show_default=False),
    ] = None,
    date: options.Date = None,
    fiscal_year_start: options.FiscalYearStart = None,
    household_size: options.HouseholdSize = None,
    household_sizes: options.HouseholdSizes = None,
    patterns: options.Patterns = None,
    lang: options.Lang = "en",
    quiet: options.Quiet = False,
) -> None:
    """Show every number of a text, whether it is a figure, and which rules decided.

    \b
    Examples:
      figx explain "Of the 115th session's 40 members, at least 12 fled in 2030."
      figx explain speech.txt
      figx explain speech.txt --format json
    """
    if text is None:
        if console.stdin_is_terminal():
            typer.echo(ctx.get_help(), err=True)
            raise typer.Exit(2)
        text = documents.STANDARD_INPUT
    packs = options.folders(patterns)
    settings = options.settings(household_size, household_sizes, date, fiscal_year_start)
    document = _document(text)
    from figx.pipeline import Extractor

    explanations = Extractor(lang, packs, settings).explain(document.text)
    how = format or (_Format.TEXT if console.stdout_is_terminal() else _Format.JSON)
    with console.output(data=how is _Format.JSON) as stream:
        if how is _Format.JSON:
            from figx.writers.json import write_records

            write_records((record(explanation) for explanation in explanations), stream)
        else:
            from figx.writers.table import console_for, show

            terminal = console_for(stream)
            for number, explanation in enumerate(explanations, 1):
                show(terminal, stream, listing(number, explanation), wrap=True)
    if not quiet:
        taken = sum(explanation.taken for explanation in explanations)
        console.say(
            f"{console.count(len(explanations), 'number')}: {taken} taken, {len(explanations) - taken} left out"
        )


def record(explanation: Explanation) -> dict[str, Any]:
    """An explanation as an object for JSON; `figure` is null where the number was left out."""
    return {
        "start": explanation.start,
        "end": explanation.end,
        "text": explanation.text,
        "line": explanation.line,
        "taken": explanation.taken,
        "reason": explanation.reason,
        "rule": list(explanation.rule),
        "decided": [{"field": field, "words": words, "rule": rule} for field, words, rule in explanation.decided],
        "sentence": explanation.sentence,
        "figure": explanation.figure.as_dict() if explanation.figure is not None else None,
    }


def listing(number: int, explanation: Explanation) -> Text:
    """An explanation as a few lines for a person."""
    from rich.text import Text

    from figx.writers.table import shown

    taken = explanation.taken
    lines = Text()
    lines.append(f"{number:>3}  ")
    lines.append(shown(explanation.text), style="bold cyan" if taken else "bold")
    lines.append("  a figure" if taken else "  left out", style="green" if taken else "yellow")
    lines.append(f": {explanation.reason}" if explanation.reason else "")
    lines.append(f"  (line {explanation.line})\n", style="dim")
    for line in [*_read_as(explanation), *_decisions(explanation)]:
        lines.append(f"     {shown(line)}\n")
    lines.append(f"     {shown(explanation.sentence)}\n", style="dim")
    return lines


def _read_as(explanation: Explanation) -> Sequence[str]:
    figure = explanation.figure
    if figure is None:
        return []
    from figx.writers.table import amount

    status = "" if figure.status == Status.ACTUAL else figure.status
    role = "" if figure.role == Role.LEVEL else figure.role
    named: list[tuple[str, str]] = [
        *(("kind", figure.kind), ("unit", figure.unit), ("noun", figure.noun)),
        *(("category", figure.category), ("term", figure.term), ("flow", figure.flow), ("status", status)),
        *(("role", role), ("trend", figure.trend or ""), ("baseline", _number(figure.baseline))),
        *(("places", " ".join(figure.places)), ("time", figure.time), ("period", _period(figure))),
        *(("persons", _number(figure.persons)), ("speaker", figure.speaker), ("attribution", figure.attribution)),
        ("flags", " ".join(figure.flags)),
    ]
    fields = [f"{name} {value}" for name, value in named if value]
    return [f"read as {figure.qualifier} {amount(figure)}; {'; '.join(fields)}"]


def _number(value: Decimal | None) -> str:
    return f"{value:,}" if value is not None else ""


def _period(figure: Figure) -> str:
    """ "2023-10-01 to 2024-09-30 (fiscal year 2024)", with an open side left out."""
    start, end = figure.period_start, figure.period_end
    days = start if start and start == end else " ".join([f"from {start}"] * bool(start) + [f"to {end}"] * bool(end))
    fiscal = f"(fiscal year {figure.fiscal_year})" if figure.fiscal_year else ""
    return " ".join(filter(None, [days, fiscal]))


def _decisions(explanation: Explanation) -> Sequence[str]:
    told = {rule for _, words, rule in explanation.decided if words}
    rules = [rule for rule in explanation.rule if rule not in told]
    decided = [f"{field} by “{words}” ({rule})" for field, words, rule in explanation.decided if words]
    return [*decided, *([f"rules: {', '.join(rules)}"] if rules else [])]


def _document(text: str) -> Document:
    if text == documents.STANDARD_INPUT or _exists(text):
        return documents.read_document(text)
    if Path(text).suffix.lower() in documents.SUFFIXES and not any(char.isspace() for char in text):
        raise NotFoundError(documents.printable(text), "no such file")
    return Document(name="", text=documents.printable(text))


def _exists(text: str) -> bool:
    # Not Path.exists, which raises for a text that is too long to be a name.
    return os.path.lexists(text)
