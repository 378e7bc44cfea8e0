"""The same claim made twice with numbers that cannot both be true.

A text makes many claims that are nearly alike: of provinces, of days, of children. Two are set against each other only
where nothing in their sentences tells them apart, where something besides what is counted tells that they are about the
same, and where no third number shows that they are rows of a list.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from figx.compare.checks.finding import Finding, quoted
from figx.compare.checks.scope import Scope, is_partial, scope_of
from figx.compare.checks.sentences import by_sentence, counted, parts_of
from figx.compare.checks.spread import spread
from figx.compare.checks.words import phrases
from figx.compare.claim import Claim, claims_of
from figx.compare.similarity import compare
from figx.compare.wordlists import WORLD, wordlists
from figx.figure import Figure, Kind, Qualifier, Role, Status

ID = "contradiction"
SURE = 55  # points of `compare` from which two claims are taken for one; `figx diff` is content with fewer

_MOST = 40  # claims of one sort that each is compared with
_APART = 2  # times: of two numbers further apart the one is likely a part of the other
_ALIKE = Decimal("0.6")  # of the words of two claims
_SHARED = 3  # words
_MANY = 5  # words that make a sentence the same one again, whatever place it is about
_LABEL = 6  # words
_WORD = re.compile(r"[^\W\d_]+")
_DISPLACED = "internally forcibly displaced"
_PLACED = frozenset({"person", "household", "home"})
_CEILING = "refugee_cap"  # a country has one for a year
_SHARP = frozenset({Qualifier.EXACT, Qualifier.AT_MOST})
_UNTOLD = frozenset({"people", "money", "other"})
_KINDS = frozenset({Kind.COUNT, Kind.MONEY, Kind.SHARE})


@dataclass(slots=True, eq=False)
class _Statement:
    """A claim with its own part of the sentence; the scope is found when it is first asked for."""

    claim: Claim
    part: str
    known: Scope | None = None

    @property
    def figure(self) -> Figure:
        return self.claim.figure

    @property
    def scope(self) -> Scope:
        if self.known is None:
            self.known = scope_of(self.claim, self.part)
        return self.known


def contradictions(figures: Sequence[Figure]) -> Iterator[Finding]:
    """A finding for each two claims that contradict each other: of one document, or of one period that both name."""
    for group in _groups(figures):
        rivals = _rivals(group)
        for i, others in sorted(rivals.items()):
            # A claim with several rivals is a row of a list: the same is told of many places.
            if len(others) == 1 and i < others[0] and rivals[others[0]] == [i]:
                yield _finding(group[i].figure, group[others[0]].figure)


def _groups(figures: Sequence[Figure]) -> Iterator[list[_Statement]]:
    """The claims that may contradict each other, in an order that is that of no input."""
    parts = [part for group in by_sentence(counted(figures)) for part in parts_of(group)]
    groups: dict[Hashable, list[_Statement]] = defaultdict(list)
    for claim, part in zip(claims_of(figures), parts, strict=True):
        figure = claim.figure
        if _is_comparable(claim, part):
            period = _period(claim)
            # Words such as "in May" are the same period in one document alone.
            doc = "" if figure.fiscal_year or (figure.period_start and figure.period_end and period) else figure.doc
            # A text that names one country only is about that country where it names none.
            places = figure.places or ((claim.topic,) if claim.topic else ())
            key = figure.kind, figure.unit, figure.status, places, period, doc
            groups[key].append(_Statement(claim, part))
    for statements in groups.values():
        yield sorted(statements, key=lambda statement: (statement.figure.doc, statement.figure.start))


def _is_comparable(claim: Claim, part: str) -> bool:
    figure = claim.figure
    is_level = figure.role is Role.LEVEL or (figure.role is Role.TO and bool(_period(claim)))
    says_what = figure.category not in _UNTOLD or bool(claim.head)
    if not is_level or not says_what or _is_row(figure) or figure.kind not in _KINDS or figure.status is Status.NEGATED:
        return False
    # One gift and another add up; what is required is one sum.
    adds_up = figure.kind is Kind.MONEY and figure.status in (Status.ACTUAL, Status.PLEDGED) and not _period(claim)
    return spread(figure) is not None and not adds_up and not is_partial(claim, part)


def _is_row(figure: Figure) -> bool:
    """Whether a label is all that stands beside the number: of which table and which year, is said elsewhere."""
    names_it = bool(figure.noun) and figure.noun in figure.sentence
    return not names_it and len(_WORD.findall(figure.sentence)) <= _LABEL


def _period(claim: Claim) -> tuple[str, ...]:
    """The period of a claim; () where it names none, or the present, which a text need not name."""
    time = claim.figure.time
    return () if not time or phrases("present").fullmatch(time) else claim.period


def _rivals(group: Sequence[_Statement]) -> dict[int, list[int]]:
    """For each claim of a group those that contradict it; one that only says a number again is left out."""
    rivals: dict[int, list[int]] = defaultdict(list)
    for i, statement in enumerate(group):
        for j in range(i + 1, min(i + 1 + _MOST, len(group))):
            if _contradict(statement, group[j]):
                rivals[i].append(j)
                rivals[j].append(i)
    return {i: _distinct(group, others) for i, others in rivals.items()}


def _distinct(group: Sequence[_Statement], indices: Sequence[int]) -> list[int]:
    seen: dict[Hashable, int] = {}
    for i in indices:
        figure = group[i].figure
        seen.setdefault((figure.value, figure.low, figure.high), i)
    return list(seen.values())


def _contradict(a: _Statement, b: _Statement) -> bool:
    first, second = a.figure, b.figure
    if (first.doc == second.doc and first.sentence == second.sentence) or _agree(first, second):
        return False
    if not _same_noun(a.claim, b.claim) or a.scope != b.scope or a.claim.regions - {WORLD} != b.claim.regions - {WORLD}:
        return False
    names = a.claim.names, b.claim.names
    if (all(names) and names[0].isdisjoint(names[1])) or _are_told_by_two(first, second):
        return False
    comparison = compare(a.claim, b.claim)
    return not comparison.barriers and comparison.points >= SURE and _are_of_one(a, b)


def _are_told_by_two(a: Figure, b: Figure) -> bool:
    """Whether two sources are named, whose numbers the text sets side by side knowingly."""
    return bool(a.attribution and b.attribution) and a.attribution != b.attribution


def _agree(a: Figure, b: Figure) -> bool:
    """Whether one number may be both; a ceiling is set and not counted, so it is not rounded."""
    if a.category == b.category == _CEILING and {a.qualifier, b.qualifier} <= _SHARP:
        return a.value == b.value
    first, second = spread(a), spread(b)
    return first is None or second is None or first.meets(second)


def _same_noun(a: Claim, b: Claim) -> bool:
    """Whether nothing in the nouns tells who is counted but the words that the category stands for."""
    if _head(a) != _head(b):
        return False
    known = _stems(f"{a.figure.term} {b.figure.term} {_DISPLACED}")
    return a.modifiers - known == b.modifiers - known


def _head(claim: Claim) -> str:
    everybody = not claim.figure.noun or phrases("everybody").search(claim.figure.noun)
    return "" if everybody else claim.head or claim.figure.noun.casefold()


def _are_of_one(a: _Statement, b: _Statement) -> bool:
    """Whether both are about the same: a place or a name in common, and the same words or none that narrow them down."""
    figure = a.figure
    is_placed = bool(figure.places or b.figure.places) or figure.category == _CEILING
    is_placed = is_placed or bool(a.claim.regions and b.claim.regions)
    # "The state sent 121 boats" is told of one state in one paragraph and of another in the next.
    is_placed = is_placed or bool(a.scope.sites or (a.claim.names & b.claim.names))
    shared, every = a.claim.near & b.claim.near, a.claim.near | b.claim.near
    if not is_placed:
        return len(shared) >= _MANY and Decimal(len(shared)) / len(every) >= _ALIKE
    if len(shared) >= _SHARED and Decimal(len(shared)) / len(every) >= _ALIKE:
        return True
    if figure.unit not in _PLACED or figure.category in _UNTOLD or figure.term != b.figure.term:
        return False
    return not _are_far(figure, b.figure) and every - shared <= _empty(a) | _empty(b)


def _empty(statement: _Statement) -> frozenset[str]:
    """The stems in a claim that say no more of its people than that there are so many of their category."""
    figure = statement.figure
    words = " ".join(match[0] for match in phrases("there_are").finditer(statement.part))
    return _stems(f"{figure.term} {figure.category.replace('_', ' ')} {_DISPLACED} {words}")


def _stems(text: str) -> frozenset[str]:
    return frozenset(map(wordlists().stem, text.split()))


def _are_far(a: Figure, b: Figure) -> bool:
    if a.category == _CEILING:
        return False
    values = [figure.value or figure.low or figure.high or Decimal(0) for figure in (a, b)]
    return max(values) > _APART * min(values)


def _finding(a: Figure, b: Figure) -> Finding:
    if a.doc != b.doc:
        where = f"in {a.doc or 'one text'}", f"in {b.doc or 'another'}"
    elif a.line != b.line:
        where = f"in line {a.line}", f"in line {b.line}"
    else:
        where = f"first in line {a.line}", "then in the same line"
    message = f"{_what(a)} is {quoted(a)} {where[0]}, but {quoted(b)} {where[1]}."
    return Finding(check=ID, message=message, figures=(a, b))


def _what(figure: Figure) -> str:
    sort = {Kind.SHARE: "The share", Kind.MONEY: "The amount"}.get(figure.kind, "The number")
    of = f" of {' '.join(figure.noun.split())}" if figure.noun and figure.kind is not Kind.MONEY else ""
    about = ", ".join([*([figure.category] if figure.category != "other" else []), *figure.places])
    return f"{sort}{of}" + (f" ({about})" if about else "")
