"""All checks of a list of figures."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from figx.compare.checks import bases, contradictions, flagged, households, ratios, totals
from figx.compare.checks.finding import Finding
from figx.figure import Figure

Check = Callable[[Sequence[Figure]], Iterator[Finding]]

CHECKS: dict[str, tuple[Check, ...]] = {
    contradictions.ID: (contradictions.contradictions,),
    totals.ID: (totals.wrong_totals, totals.shares_of_one_whole, totals.wrong_rows),
    ratios.ID: (ratios.wrong_shares,),
    flagged.CHANGE: (flagged.wrong_changes,),
    households.ID: (households.households_as_people,),
    bases.ID: (bases.shares_without_base,),
    flagged.NUMBER: (flagged.ambiguous_numbers,),
    flagged.CURRENCY: (flagged.ambiguous_currencies,),
}


def check(figures: Iterable[Figure], *, only: Collection[str] = ()) -> list[Finding]:
    """What is inconsistent in the figures of one text or several, in text order; `only` names the checks to run.

    Figures of several documents stand one document after the other. Raises ValueError for a check that there is not.

    >>> import figx
    >>> text = "We resettled 81,800 people: 40,000 from Africa and 30,000 from Asia."
    >>> for finding in check(figx.extract(text)):
    ...     print(finding.check, finding.message)
    total The parts 40,000 and 30,000 make 70,000, which is 11,800 less than the 81,800 stated.
    """
    unknown = sorted(set(only).difference(CHECKS))
    if unknown:
        raise ValueError(f"no check {unknown[0]!r}; there are: {', '.join(CHECKS)}")
    given = list(figures)
    places = {id(figure): i for i, figure in enumerate(given)}
    found = [
        finding
        for name, checks in CHECKS.items()
        if not only or name in only
        for run in checks
        for finding in run(given)
    ]
    return sorted(found, key=lambda finding: [places[id(figure)] for figure in finding.figures])
