"""Series for the eye: a table with sparklines."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TextIO

from figx.cli.diff_table import claim_of, signed, value_of
from figx.compare.series import Series
from figx.figure import Kind
from figx.writers import table

_BARS = "▁▂▃▄▅▆▇█"
_NO_VALUE = "·"
_WIDEST = 24  # bars in a sparkline
_LONGEST = Decimal(10**24)  # a longer number is not divided
_GAPS = 3  # named in a cell
_HEADINGS = ("claim", "texts", "first", "last", "change", "course", "gaps")
_RIGHT = frozenset({"texts", "first", "last", "change"})


def write_table(found: Sequence[Series], stream: TextIO) -> None:
    """A row a series."""
    from rich.table import Table
    from rich.text import Text

    grid = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold underline")
    gaps = any(series.gaps for series in found)
    headings = [heading for heading in _HEADINGS if heading != "gaps" or gaps]
    for heading in headings:
        grid.add_column(
            heading, justify="right" if heading in _RIGHT else "left", overflow="fold", no_wrap=heading == "course"
        )
    for series in found:
        cells = _cells(series)
        grid.add_row(*(Text(cells[heading]) for heading in headings))
    table.show(table.console_for(stream), stream, grid)


def _cells(series: Series) -> dict[str, str]:
    first, last = series.points[0], series.points[-1]
    return {
        "claim": claim_of(series.figure),
        "texts": str(len(series.points)),
        "first": f"{value_of(first.figure, compact)}  {first.date}",
        "last": f"{value_of(last.figure, compact)}  {last.date}",
        "change": change_of(series),
        "course": sparkline(_some([point.figure.value for point in series.points])),
        "gaps": gaps_of(series.gaps),
    }


def gaps_of(dates: Sequence[str]) -> str:
    """The first gaps, and how many more there are.

    >>> gaps_of(["2019", "2020"]), gaps_of(["2015", "2016", "2018", "2019", "2020"])
    ('2019, 2020', '2015, 2016 and 3 more')
    """
    if len(dates) <= _GAPS:
        return ", ".join(dates)
    shown = dates[: _GAPS - 1]
    return f"{', '.join(shown)} and {len(dates) - len(shown)} more"


def _some(values: Sequence[Decimal | None]) -> Sequence[Decimal | None]:
    """Values at even distances, the first and the last among them, where all would fill the line."""
    if len(values) <= _WIDEST:
        return values
    last = len(values) - 1
    return [values[round(i * last / (_WIDEST - 1))] for i in range(_WIDEST)]


def change_of(series: Series) -> str:
    """The change from the first to the last: in per cent, of shares in points."""
    if series.percent is not None:
        return f"{signed(series.percent)} %"
    if series.difference is None:
        return ""
    return f"{signed(series.difference)}{' points' if series.figure.kind is Kind.SHARE else ''}"


def compact(value: Decimal | None) -> str:
    """A number for a narrow column; millions are named where nothing is lost by it.

    >>> compact(Decimal(95_000_000)), compact(Decimal(1_650_000_000)), compact(Decimal(1_234_567))
    ('95 m', '1.65 bn', '1,234,567')
    """
    for scale, name in ((Decimal(10**9), " bn"), (Decimal(10**6), " m")):
        if value is not None and scale <= abs(value) < _LONGEST and not value % (scale / 100):
            return table.grouped(value / scale) + name
    return table.grouped(value)


def sparkline(values: Sequence[Decimal | None]) -> str:
    """A bar a value, the least at the bottom and the most at the top; a dot for a text that states no one number.

    >>> sparkline([Decimal(95), None, Decimal(110), Decimal(122)])
    '▁·▅█'
    """
    known = [value for value in values if value is not None]
    if not known:
        return _NO_VALUE * len(values)
    low, spread = min(known), max(known) - min(known)
    steps = len(_BARS) - 1
    return "".join(
        _NO_VALUE if value is None else _BARS[int((value - low) * steps / spread + Decimal("0.5")) if spread else 0]
        for value in values
    )
