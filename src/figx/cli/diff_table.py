"""A diff for the eye: a table on a terminal, or a table in markdown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, TextIO

from figx.cli import output
from figx.compare.diff import Change, Row
from figx.compare.similarity import ENOUGH
from figx.figure import Figure, Kind, Qualifier, Role, Status, Trend
from figx.taxonomy import load_taxonomy
from figx.writers import table

if TYPE_CHECKING:
    from rich.text import Text

_HEADINGS = ("", "claim", "old", "new", "difference")
_ALL_SORTS = frozenset({"other", "people", "money"})
_STYLES = {Change.REWORDED: "blue", Change.SAME: "dim", Change.NEW: "green", Change.DROPPED: "magenta"}
# No red and green: more people helped and more people dead both go up.
_UP_AND_DOWN = {Trend.UP: ("▲", "bold cyan"), Trend.DOWN: ("▼", "bold yellow")}
_MARKS = {Change.CHANGED: "≠", Change.REWORDED: "≈", Change.SAME: "=", Change.NEW: "+", Change.DROPPED: "−"}
_SIGNS = {
    Qualifier.APPROX: "~", Qualifier.MORE_THAN: ">", Qualifier.AT_LEAST: "≥", Qualifier.LESS_THAN: "<", Qualifier.AT_MOST: "≤",
    Qualifier.NEARLY: "≲",
}  # fmt: skip


def write_table(rows: Sequence[Row], stream: TextIO, *, explain: bool = False) -> None:
    """The rows with their marks, values and lines; `explain` adds the sentences and the reasons below each claim."""
    from rich.table import Table

    console = table.console_for(stream)
    grid = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold underline")
    for heading in _HEADINGS:
        numeric = heading in ("old", "new", "difference")
        grid.add_column(heading, justify="right" if numeric else "left", no_wrap=heading == "", overflow="fold")
    for row in rows:
        grid.add_row(*_cells(row, explain))
    table.show(console, stream, grid)


def write_markdown(rows: Sequence[Row], stream: TextIO, *, explain: bool = False) -> None:
    """The same in markdown, with the sentences; `explain` adds the reasons."""
    headings = ["change", "claim", "old >", "new >", "difference >", "old text", "new text", "note"]
    if explain:
        headings.append("reasons")
    output.write_markdown(
        [heading.replace(" >", ">") for heading in headings], (_markdown(row, explain) for row in rows), stream
    )


def _markdown(row: Row, explain: bool) -> list[str]:
    cells = [
        f"{_mark(row)} {row.change.value}",
        claim_of(row.figure),
        value_of(row.old),
        value_of(row.new),
        difference_of(row),
    ]
    cells += [f"l. {figure.line}: {figure.sentence}" if figure else "" for figure in (row.old, row.new)]
    return [*cells, row.note, *(["; ".join(row.reasons)] if explain else [])]


def claim_of(figure: Figure) -> str:
    """What a figure claims, in a few words.

    >>> import figx
    >>> texts = ("Syria needs $3 million for shelter.", "Some 40 people died in Mexico.", "Half of the refugees are children.")
    >>> [claim_of(figx.extract(text)[0]) for text in texts]
    ['USD, SYR (required)', 'people, killed, MEX', '% of refugees']
    """
    parts = [_counted(figure)]
    about = figure.term if figure.term in load_taxonomy().terms else figure.category.replace("_", " ")
    if about not in _ALL_SORTS and about.split()[-1].rstrip("s") not in parts[0].casefold():
        parts.append(about)
    parts += [" ".join(figure.places)] if figure.places else []
    said = [figure.status.value] if figure.status is not Status.ACTUAL else []
    said += [figure.role.value] if figure.role in (Role.FROM, Role.DELTA) else []
    return ", ".join(parts) + (f" ({', '.join(said)})" if said else "")


def _counted(figure: Figure) -> str:
    if figure.kind is Kind.SHARE:
        return f"% of {table.shown(figure.noun)}" if figure.noun else "%"
    return table.shown(table.what(figure)) or figure.unit


def value_of(figure: Figure | None, number: Callable[[Decimal | None], str] = table.grouped) -> str:
    """A value with the sign of its qualifier: "> 110,000,000", "~ 300", "3 – 5", "≥ 1,000" for "thousands"."""
    if figure is None:
        return ""
    sign = _SIGNS.get(figure.qualifier, "")
    percent = " %" if figure.kind is Kind.SHARE else ""
    falls = "−" if figure.role is Role.DELTA and figure.trend is Trend.DOWN else ""
    return f"{sign} {falls}{table.amount(figure, number)}{percent}".strip()


def difference_of(row: Row) -> str:
    """The difference with its sign, in per cent too, and between which bounds it lies where the wording has bounds.

    >>> import figx
    >>> [row] = figx.diff(figx.extract("More than 110 people died."), figx.extract("122 people died."))
    >>> difference_of(row)
    '≤ +12 (+10.9 %)'
    """
    if row.change is not Change.CHANGED:
        return ""
    if row.difference is None:
        low, high = row.difference_low, row.difference_high
        if low is not None and high is not None:
            return f"{signed(low)} – {signed(high)}"
        return f"≥ {signed(low)}" if low is not None else f"≤ {signed(high)}" if high is not None else ""
    # A bound that cannot be reached says nothing.
    at = {(True, False): "≥ ", (False, True): "≤ "}.get(
        (row.difference_low is not None, row.difference_high is not None), ""
    )
    is_share = row.figure.kind is Kind.SHARE
    unit = " points" if is_share else ""
    percent = f" ({signed(row.percent)} %)" if row.percent is not None else ""
    return f"{at}{signed(row.difference)}{unit}{percent}"


def signed(value: Decimal) -> str:
    """A number with its sign, grouped for the eye."""
    return f"{'+' if value > 0 else ''}{table.grouped(value)}"


def _mark(row: Row) -> str:
    direction = row.direction
    return _UP_AND_DOWN[direction][0] if direction else _MARKS[row.change]


def _cells(row: Row, explain: bool) -> list[Text]:
    from rich.text import Text

    style = _UP_AND_DOWN[row.direction][1] if row.direction else _STYLES.get(row.change, "")
    plain = "dim" if row.change is Change.SAME else ""
    claim = Text(claim_of(row.figure), style=plain)
    for line in _below(row, explain):
        claim.append(f"\n{table.shown(line)}", style="dim")
    values = [Text(_with_line(figure), style=plain) for figure in (row.old, row.new)]
    return [Text(_mark(row), style=style), claim, *values, Text(difference_of(row), style=style)]


def _below(row: Row, explain: bool) -> list[str]:
    lines = [row.note] if row.note else []
    if explain:
        sides = (("old", row.old), ("new", row.new))
        lines += [f"{side}: {figure.sentence}" for side, figure in sides if figure]
        lines += row.reasons
        lines += [f"{row.points} points, {ENOUGH} are enough"] if row.reasons else []
    return lines


def _with_line(figure: Figure | None) -> str:
    return f"{value_of(figure)}  l.{figure.line}" if figure else ""
