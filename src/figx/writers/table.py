"""A table for a person at a terminal: the telling columns, fitted to its width.

The sentence gets what the other columns leave, and is left out where that is too little to read. Colours are rich's
decision: none into a file or a pipe, none with NO_COLOR.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, TextIO

from figx.figure import Figure
from figx.writers import csv

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.table import Table
    from rich.text import Text

_WIDTH_OF_A_FILE = 120
_GAP = 2
_SENTENCE_MINIMUM = 18

# heading → the widest that its cells may grow
_COLUMNS = {"doc": 16, "text": 18, "value": 23, "qualifier": 9, "what": 22, "category": 13, "places": 11}
_LEAST = {"what": 14, "doc": 12, "text": 12}
_DROPPED = ("text", "places", "category", "qualifier", "doc", "what")
_STYLES = {"text": "bold", "value": "cyan", "category": "green", "sentence": "dim", "doc": "dim"}
_NUMBERS = {"value", "low", "high", "norm_value", "baseline", "persons", "start", "end", "line", "page", "fiscal_year"}


def write_table(figures: Iterable[Figure], stream: TextIO, columns: Sequence[str] = ()) -> None:
    """All figures in one table; `columns` picks fields, and then every one of them is shown."""
    rows = list(figures)
    console = console_for(stream)
    show(console, stream, _picked(rows, columns) if columns else _telling(rows, console.width))


def show(console: Console, stream: TextIO, content: RenderableType, *, wrap: bool = False) -> None:
    """Print `content` as `console` would, but let a closed pipe be the caller's: rich ends the program on its own."""
    with console.capture() as captured:
        console.print(content, soft_wrap=wrap)
    stream.write(captured.get())


def console_for(stream: TextIO) -> Console:
    """A rich console on `stream` that prints texts as they are: no markup, no emoji, no highlighting."""
    from rich.console import Console

    width = shutil.get_terminal_size((_WIDTH_OF_A_FILE, 24)).columns
    return Console(file=stream, width=width, markup=False, emoji=False, highlight=False, legacy_windows=False)


def shown(text: str) -> str:
    """`text` on one line, without characters that would steer a terminal."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def grouped(value: Decimal | None) -> str:
    """A number for the eye.

    >>> grouped(Decimal(5200000000)), grouped(Decimal("1.50")), grouped(None)
    ('5,200,000,000', '1.5', '')
    """
    if value is None:
        return ""
    digits = f"{value:,f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def amount(figure: Figure, number: Callable[[Decimal | None], str] = grouped) -> str:
    """The value, or the bounds where there is none: "3 – 5" for a range, "≥ 1,000" for "thousands"."""
    if figure.value is not None:
        return number(figure.value)
    if figure.low is not None and figure.high is not None:
        return f"{number(figure.low)} – {number(figure.high)}"
    return f"≥ {number(figure.low)}" if figure.low is not None else f"≤ {number(figure.high)}"


def what(figure: Figure) -> str:
    """What is counted: the noun as the text has it, after the unit where the noun does not say it."""
    if figure.kind in ("count", "multiple") and figure.noun:
        return figure.noun
    unit = "%" if figure.unit == "percent" else figure.unit
    return f"{unit} {figure.noun}".strip()


def _telling(figures: Sequence[Figure], width: int) -> Table:
    rows = [_cells(figure) for figure in figures]
    names = [name for name in _COLUMNS if _tells(name, rows)]
    widths = {name: min(_COLUMNS[name], max([len(name), *(len(row[name]) for row in rows)])) for name in names}
    _fit(widths, width)
    names = list(widths)
    left = width - sum(widths.values()) - _GAP * len(names)
    table = _table()
    for name in names:
        _add_column(table, name, width=widths[name])
    if left >= _SENTENCE_MINIMUM:
        _add_column(table, "sentence", width=left)
        names.append("sentence")
    for row in rows:
        if "doc" in widths:
            row["doc"] = _tail(row["doc"], widths["doc"])
        row["sentence"] = around(row["sentence"], row["text"], left)
        table.add_row(*(_text(row[name]) for name in names))
    return table


def around(sentence: str, quote: str, width: int) -> str:
    """At most `width` characters of `sentence`, with `quote` near the middle.

    >>> around("On that day more than 12,000 people crossed the border.", "12,000", 30)
    '… more than 12,000 people cro…'
    """
    if len(sentence) <= width:
        return sentence
    found = re.search(rf"(?<!\w){re.escape(quote)}(?!\w)", sentence)
    middle = (found.start() if found else 0) + len(quote) // 2
    start = max(0, min(middle - width // 2, len(sentence) - width))
    cut = sentence[start : start + width]
    cut = "…" + cut[1:] if start else cut
    return cut[:-1] + "…" if start + width < len(sentence) else cut


def _tail(path: str, width: int) -> str:
    """The end of a path tells most."""
    return path if len(path) <= width else "…" + path[1 - width :]


def _tells(name: str, rows: Sequence[dict[str, str]]) -> bool:
    values = {row[name] for row in rows}
    return len(values) > 1 if name == "doc" else name != "places" or values != {""}


def _fit(widths: dict[str, int], width: int) -> None:
    """On a narrow terminal words are cut first, then columns go; the number stays whole."""

    def too_wide() -> bool:
        return sum(widths.values()) + _GAP * len(widths) > width

    for name, least in _LEAST.items():
        if name in widths and too_wide():
            widths[name] = min(widths[name], least)
    for name in _DROPPED:
        if name in widths and too_wide():
            del widths[name]


def _cells(figure: Figure) -> dict[str, str]:
    return {
        "doc": shown(figure.doc),
        "text": shown(figure.text),
        "value": amount(figure),
        "qualifier": figure.qualifier.value,
        "what": shown(what(figure)),
        "category": figure.category,
        "places": " ".join(figure.places),
        "sentence": shown(figure.sentence),
    }


def text_table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    """A plain table of texts; cells that are too wide are folded."""
    table = _table()
    for heading in headings:
        table.add_column(heading, overflow="fold", justify="right" if heading in _NUMBERS else "left")
    for row in rows:
        table.add_row(*(_text(shown(value)) for value in row))
    return table


def _picked(figures: Sequence[Figure], columns: Sequence[str]) -> Table:
    records = [figure.as_dict() for figure in figures]
    return text_table(columns, ([_value(record[name]) for name in columns] for record in records))


def _value(value: object) -> str:
    return grouped(value) if isinstance(value, Decimal) else csv.joined(value)


def _table() -> Table:
    from rich.table import Table

    return Table(box=None, padding=(0, _GAP, 0, 0), pad_edge=False, header_style="bold underline")


def _add_column(table: Table, name: str, width: int) -> None:
    right = name in _NUMBERS
    # A number is never cut: it folds.
    table.add_column(
        name,
        width=width,
        style=_STYLES.get(name, ""),
        justify="right" if right else "left",
        no_wrap=not right,
        overflow="fold" if right else "ellipsis",
    )


def _text(value: str) -> Text:
    from rich.text import Text

    return Text(value)
