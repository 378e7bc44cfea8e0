"""Runs the examples of the packs: every rule is proved by the texts beside it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from figx.errors import PackError
from figx.figure import FIELDS, Figure, Kind
from figx.packs import load_packs

if TYPE_CHECKING:
    from figx.pipeline import Extractor
    from figx.schema import Example

_NUMBERS = frozenset({"value", "low", "high", "norm_value", "baseline", "persons"})


@dataclass(slots=True)
class CheckReport:
    """How many rules and examples were checked, what is wrong, and which known gaps are open."""

    rules: int = 0
    examples: int = 0
    faults: list[str] = field(default_factory=list)
    known_gaps: list[str] = field(default_factory=list)


def check(directory: Path | None = None, lang: str = "en") -> CheckReport:
    """Validates the packs and runs the examples: of `directory` alone where one is given, else all.

    A fault in a file is reported, not raised.
    """
    from figx.pipeline import Extractor

    report = CheckReport()
    try:
        folders = [directory] if directory else []
        packs, extractor = load_packs(lang, folders), Extractor(lang, folders)
    except PackError as error:
        report.faults.append(str(error))
        return report
    report.rules = sum(1 for rule in packs.rules if directory is None or rule.source.is_relative_to(directory))
    for path, number, example in packs.examples:
        if directory is not None and not path.is_relative_to(directory):
            continue
        report.examples += 1
        fault = example_fault(extractor, example)
        if fault and example.known_gap:
            report.known_gaps.append(f"{path}: example {number}: {example.known_gap}")
        elif fault:
            report.faults.append(f"{path}: example {number}: {fault}: {example.text!r}")
        elif example.known_gap:
            report.faults.append(f"{path}: example {number}: is right now: remove `known_gap`: {example.text!r}")
    return report


def example_fault(extractor: Extractor, example: Example) -> str:
    """What is wrong with the figures of an example, "" where nothing is."""
    kinds = frozenset(Kind) if example.kinds == "all" else None
    figures = extractor.extract(example.text, kinds=kinds)
    if len(figures) != len(example.figures):
        found = ", ".join(figure.text for figure in figures) or "none"
        return f"{len(example.figures)} figures expected, found {found}"
    for expected, figure in zip(example.figures, figures, strict=True):
        for key, want in expected.items():
            if key not in FIELDS:
                return f"{key!r} is no field of a figure"
            got = getattr(figure, key)
            if not _agrees(key, want, got):
                return f"{key} of {figure.text!r} is {_shown(got)!r}, not {want!r}"
        if fault := _bounds_fault(expected, figure):
            return fault
    return ""


def _bounds_fault(expected: Mapping[str, Any], figure: Figure) -> str:
    """A bound that the example does not give must not be there, where it gives the number at all."""
    if not expected.keys() & {"qualifier", "low", "high"}:
        return ""
    for key in ("value", "low", "high"):
        if key not in expected and getattr(figure, key) is not None:
            return f"{key} of {figure.text!r} is {_shown(getattr(figure, key))!r}, not empty"
    return ""


def _agrees(key: str, want: Any, got: Any) -> bool:  # noqa: ANN401
    if key in _NUMBERS and got is not None:
        return math.isclose(float(want), float(got), rel_tol=1e-4)
    if isinstance(got, tuple):
        return list(got) == list(want)
    if isinstance(want, str) and "|" in want:
        return str(got) in want.split("|")
    return (got or "") == want if isinstance(want, str) else got == want


def _shown(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return list(value) if isinstance(value, tuple) else value
