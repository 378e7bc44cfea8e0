"""Series drawn with matplotlib (the extra `plot`): a panel each, lines with the bounds that the wording states."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from figx.cli.diff_table import claim_of
from figx.compare.series import Point, Series
from figx.errors import WriteError
from figx.figure import Kind

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_ACROSS, _PANEL = 2, (5.2, 2.6)  # panels in a row; inches
_LINE, _BOUND = "#1f5fa8", "#e08a1e"  # told apart by colour-blind readers too
_OPEN = 0.04  # an open bound is drawn as long as this part of the panel's height


def draw(found: Sequence[Series], path: str) -> None:
    """Writes the picture, in the format of the suffix. Raises WriteError."""
    from matplotlib import rc_context
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure as Picture

    across = min(len(found), _ACROSS)
    rows = -(-len(found) // across)
    # Fonts stay text in SVG, and its ids do not change from run to run.
    with rc_context({"svg.fonttype": "none", "svg.hashsalt": "figx"}):
        picture = Picture(figsize=(_PANEL[0] * across, _PANEL[1] * rows), layout="constrained")
        FigureCanvasAgg(picture)
        panels = list(picture.subplots(rows, across, squeeze=False).flat)
        for series, panel in zip(found, panels, strict=False):
            _draw(series, panel)
        for panel in panels[len(found) :]:
            panel.remove()
        drawn = BytesIO()
        format = Path(path).suffix[1:].lower()
        picture.savefig(drawn, format=format, metadata={"Date": None} if format == "svg" else None)
    try:
        Path(path).write_bytes(drawn.getvalue())
    except FileNotFoundError as error:
        raise WriteError(path, "no such folder") from error
    except OSError as error:
        raise WriteError(path, error.strerror or str(error)) from error


def _draw(series: Series, panel: Axes) -> None:
    from matplotlib.dates import AutoDateLocator, ConciseDateFormatter
    from matplotlib.ticker import FuncFormatter

    days = [_day(point.date) for point in series.points]
    values = [_height(point) for point in series.points]
    bars = _bars(series.points, values)
    panel.errorbar(days, values, yerr=bars, marker="o", capsize=3, color=_LINE, ecolor=_BOUND, linewidth=1.5)  # type: ignore[arg-type]
    # A noun with "$" in it is no formula.
    panel.set_title(claim_of(series.figure), fontsize=9, loc="left", parse_math=False)
    locator = AutoDateLocator(minticks=2, maxticks=6)  # type: ignore[no-untyped-call]
    panel.xaxis.set_major_locator(locator)
    panel.xaxis.set_major_formatter(ConciseDateFormatter(locator))  # type: ignore[no-untyped-call]
    unit = " %" if series.figure.kind is Kind.SHARE else ""
    panel.yaxis.set_major_formatter(FuncFormatter(lambda value, _: short(value) + unit))
    panel.grid(alpha=0.25)
    panel.spines[["top", "right"]].set_visible(False)


def short(value: float) -> str:
    """A number as an axis shows it.

    >>> short(1_650_000_000), short(125_000), short(0.5), short(-2_000_000)
    ('1.65 bn', '125 k', '0.5', '-2 m')
    """
    for scale, name in ((1e9, " bn"), (1e6, " m"), (1e3, " k")):
        if abs(value) >= scale:
            return f"{value / scale:g}{name}"
    return f"{value:g}"


def _day(date: str) -> datetime.date:
    """A date; the middle of a year or a month that is all that is known."""
    year, *rest = (int(part) for part in date.split("-"))
    month, *day = rest or [7]
    return datetime.date(year, month, day[0] if day else 15 if rest else 1)


def _height(point: Point) -> float:
    figure = point.figure
    known = [bound for bound in (figure.low, figure.high) if bound is not None]
    return float(figure.value if figure.value is not None else sum(known) / len(known))


def _bars(points: Sequence[Point], values: Sequence[float]) -> tuple[list[float], list[float]]:
    """How far each bar reaches below and above its point; a bound that is open reaches a little way."""
    some = _OPEN * ((max(values) - min(values)) or abs(values[0]) or 1)
    below, above = [], []
    for point, value in zip(points, values, strict=True):
        low, high = point.figure.low, point.figure.high
        below.append(0.0 if low is None and high is None else some if low is None else value - float(low))
        above.append(0.0 if low is None and high is None else some if high is None else float(high) - value)
    return below, above
