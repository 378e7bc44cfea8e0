"""Every figure in a text about migration, with what it counts, as a spreadsheet.

>>> import figx
>>> [figure] = figx.extract("At least 12,000 people crossed in May.")
>>> figure.value, figure.qualifier.value, figure.unit, figure.noun
(Decimal('12000'), 'at_least', 'person', 'people')
"""

from __future__ import annotations

TYPE_CHECKING = False  # as the typing module has it, whose import takes longer than all else here
if TYPE_CHECKING:
    from typing import Any

    from figx import numerals
    from figx.api import extract, extract_documents
    from figx.compare.checks.check import check
    from figx.compare.diff import diff
    from figx.compare.series import series
    from figx.errors import FigxError
    from figx.figure import Document, Figure, Flow, Kind, Qualifier, Role, Status, Trend
    from figx.pipeline import Extractor

__version__ = "0.1.0"

_HOMES = {
    "Document": "figx.figure",
    "Extractor": "figx.pipeline",
    "FigxError": "figx.errors",
    "Figure": "figx.figure",
    "Flow": "figx.figure",
    "Kind": "figx.figure",
    "Qualifier": "figx.figure",
    "Role": "figx.figure",
    "Status": "figx.figure",
    "Trend": "figx.figure",
    "check": "figx.compare.checks.check",
    "diff": "figx.compare.diff",
    "extract": "figx.api",
    "extract_documents": "figx.api",
    "series": "figx.compare.series",
}

__all__ = [
    "Document",
    "Extractor",
    "Figure",
    "FigxError",
    "Flow",
    "Kind",
    "Qualifier",
    "Role",
    "Status",
    "Trend",
    "__version__",
    "check",
    "diff",
    "extract",
    "extract_documents",
    "numerals",
    "series",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401
    """The public names, imported when they are first asked for (PEP 562): `import figx` costs nothing."""
    from importlib import import_module

    if name == "numerals":
        return import_module("figx.numerals")
    if name not in _HOMES:
        raise AttributeError(f"module 'figx' has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
