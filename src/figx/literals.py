"""What a regular expression cannot do without: the pieces of text of which one stands in whatever it matches.

Most expressions of the packs match in few sentences. To look for a piece of text costs a small part of a search.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from re import _parser  # type: ignore[attr-defined]  # no other way to see the parts of an expression
from typing import Any

_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")


def needed(regex: re.Pattern[str]) -> frozenset[str]:
    """Of these pieces one stands in every match of `regex`; none at all where nothing is known.

    Those of an expression that takes capitals for small letters are in lower case, as the text must be then.

    >>> sorted(needed(re.compile(r"\\b(?:FY|fiscal\\s+years?) ?\\d+")))
    ['FY', 'fiscal']
    """
    folded = bool(regex.flags & re.IGNORECASE)
    return _needed(_parser.parse(regex.pattern, regex.flags), folded=folded)


def _needed(parsed: Iterable[tuple[Any, Any]], *, folded: bool) -> frozenset[str]:
    """The best of what the parts of a sequence need: the longest pieces, then the fewest."""
    found: list[frozenset[str]] = []
    run = ""  # characters one after the other
    for operation, value in parsed:
        if str(operation) == "LITERAL":
            run += _character(value, folded=folded)
            continue
        found += [frozenset({run}), _needed_by(str(operation), value, folded=folded)]
        run = ""
    known = [pieces for pieces in (*found, frozenset({run})) if pieces and "" not in pieces]
    return max(known, key=lambda pieces: (min(map(len, pieces)), -len(pieces)), default=frozenset())


def _needed_by(operation: str, value: Any, *, folded: bool) -> frozenset[str]:  # noqa: ANN401
    """What one part of an expression needs."""
    if operation == "SUBPATTERN":
        _, added, _, inner = value
        return frozenset() if added & re.IGNORECASE and not folded else _needed(inner, folded=folded)
    if operation == "BRANCH":
        branches = [_needed(branch, folded=folded) for branch in value[1]]
        return frozenset[str]().union(*branches) if all(branches) else frozenset()
    if operation in _REPEATS and value[0] > 0:
        return _needed(value[2], folded=folded)
    if operation == "ASSERT":
        return _needed(value[1], folded=folded)
    if operation == "IN" and all(str(kind) == "LITERAL" for kind, _ in value):
        return frozenset(_character(code, folded=folded) for _, code in value)
    return frozenset()


def _character(code: int, *, folded: bool) -> str:
    return chr(code).lower() if folded else chr(code)
