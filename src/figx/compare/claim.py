"""What a figure claims, made ready to be compared: its noun, and the words, names and regions in its part of the sentence."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from figx.compare.wordlists import WORD, WORLD, Word, Wordlists, wordlists
from figx.figure import Figure, Kind, Role
from figx.taxonomy import load_taxonomy

_ROW = 4  # so few words are a heading or a row of a table: its first word is a name like any other
_MASK = "#"
_MASKED = re.compile(f"{_MASK}+")


@dataclass(frozen=True, slots=True, eq=False)
class Claim:
    """A figure with what it is compared by; `figures` are its mentions in one set of texts, `figure` is the first.

    `head` is the stem of the counted noun, "" where the noun leaves open who is counted ("people"), `modifiers` the stems
    before it. `near` holds the stems of the figure's own part of the sentence, `around` those of the whole sentence,
    `names` the capitalised words of its part, `regions` the parts of the world in it ("world" for all of it). `wording` is
    the sentence without its numbers, and which of them this one is. `topic` is the one country that the figures of the
    document name, "" where they name none or several. `term` is the reporting term that the figure is compared by, ""
    where it has none, `kin` the category, but of a ceiling what it is a ceiling of, and `block` what two claims must share
    to be compared at all.
    """

    figure: Figure
    figures: tuple[Figure, ...]
    head: str
    modifiers: frozenset[str]
    near: frozenset[str]
    around: frozenset[str]
    names: frozenset[str]
    regions: frozenset[str]
    wording: str
    topic: str
    places: frozenset[str]
    period: tuple[str, ...]
    term: str
    kin: str
    block: Hashable


Numbers = tuple[Decimal | None, Decimal | None, Decimal | None]


def numbers(figure: Figure) -> Numbers:
    """What is the same where two figures state the same number: the value, or the bounds where there is none."""
    return (figure.value, None, None) if figure.value is not None else (None, figure.low, figure.high)


def claims_of(figures: Iterable[Figure], lists: Wordlists | None = None) -> list[Claim]:
    """Each figure as a claim of its own, in order; durations and ages are left out.

    >>> import figx
    >>> [claim] = claims_of(figx.extract("In Chad, 40,000 displaced families wait in Adré."))
    >>> claim.head, sorted(claim.modifiers), sorted(claim.names)
    ('', ['flee'], ['adré'])
    """
    lists = lists or wordlists()
    counted = [figure for figure in figures if figure.kind not in (Kind.DURATION, Kind.AGE)]
    topics = _topics(counted)
    return [claim for group in _sentences(counted) for claim in _claims(group, topics[group[0][0].doc], lists)]


def _topics(figures: Iterable[Figure]) -> dict[str, str]:
    named: dict[str, set[str]] = {}
    for figure in figures:
        named.setdefault(figure.doc, set()).update(figure.places)
    return {doc: next(iter(places)) if len(places) == 1 else "" for doc, places in named.items()}


def _sentences(figures: Sequence[Figure]) -> Iterator[list[tuple[Figure, int]]]:
    """The figures of each sentence with their offsets in it, -1 where the sentence does not hold the quote as it stands."""
    group: list[tuple[Figure, int]] = []
    end = 0
    for figure in figures:
        same = group and group[0][0].sentence == figure.sentence and group[0][0].doc == figure.doc
        at = figure.sentence.find(figure.text, end) if same else -1
        if at < 0:
            if group:
                yield group
            group = []
            at = figure.sentence.find(figure.text)
        group.append((figure, at))
        end = at + len(figure.text)
    if group:
        yield group


def _claims(group: Sequence[tuple[Figure, int]], topic: str, lists: Wordlists) -> Iterator[Claim]:
    sentence = _Sentence(_masked(group[0][0].sentence, group), lists)
    for i, (figure, _) in enumerate(group):
        start, end = _part(sentence.masked, group, i, lists)
        head, modifiers = noun_of(figure.noun, lists)
        said = frozenset().union(
            *(_stems(told) for told in (figure.noun, figure.time, figure.attribution, figure.speaker))
        )
        own = [(at, word) for at, word in sentence.telling if start <= at < end and word.stem not in said]
        yield Claim(
            figure=figure,
            figures=(figure,),
            head=head,
            modifiers=modifiers,
            near=frozenset(word.stem for _, word in own),
            around=sentence.stems,
            names=frozenset(word.stem for at, word in own if word.text[0].isupper() and (at or sentence.is_row)),
            regions=sentence.regions_between(start, end),
            wording=f"{i} {sentence.wording}",
            topic=topic,
            places=frozenset(figure.places),
            period=period_of(figure),
            term=_main_terms().get(figure.term, ""),
            kin="resettled" if figure.category == "refugee_cap" else figure.category,
            block=_block(figure),
        )


class _Sentence:
    """A sentence without its numbers, and what is to be known of it once for all its figures."""

    def __init__(self, masked: str, lists: Wordlists) -> None:
        self.masked = masked
        found = [
            (match.start(), lists.word(match[0])) for match in WORD.finditer(masked) if not match[0][0].isdecimal()
        ]
        self.telling: list[tuple[int, Word]] = [(at, word) for at, word in found if word.tells]
        self.stems = frozenset(word.stem for _, word in self.telling)
        self.wording = " ".join(_MASKED.sub(_MASK, masked).casefold().split())
        self.is_row = len(found) <= _ROW
        may_name = any(word.small in lists.region_words for _, word in found)
        self.regions = region_spans(masked, lists) if may_name else []

    def regions_between(self, start: int, end: int) -> frozenset[str]:
        """The parts of the world named between two offsets, else the one that the sentence names."""
        if not self.regions:
            return frozenset()
        everywhere = {name for _, name in self.regions}
        found = frozenset(name for at, name in self.regions if start <= at < end)
        return found - {WORLD} or found or (frozenset(everywhere) if len(everywhere) == 1 else frozenset())


@cache
def _main_terms() -> dict[str, str]:
    """Each reporting term with the one that it is compared as."""
    return {term: definition.like or term for term, definition in load_taxonomy().terms.items()}


@lru_cache(maxsize=10_000)
def _stems(text: str) -> frozenset[str]:
    return frozenset(word.stem for word in wordlists().words(text))


def _block(figure: Figure) -> Hashable:
    role = Role.LEVEL if figure.role is Role.TO else figure.role
    unit = "" if figure.kind is Kind.COUNT else figure.unit
    return figure.kind, unit, figure.status, role


def period_of(figure: Figure) -> tuple[str, ...]:
    """What two figures of the same period have in common: the days, the fiscal year, else the words; () where none is named.

    >>> period_of(Figure(text="3", value=None, start=0, end=1, time="In fiscal year 2022", fiscal_year=2022))
    ('2022',)
    """
    if figure.fiscal_year:
        return (str(figure.fiscal_year),)
    if figure.period_start or figure.period_end:
        return figure.period_start or "", figure.period_end or ""
    return _time_words(figure.time) if figure.time else ()


@lru_cache(maxsize=10_000)
def _time_words(time: str) -> tuple[str, ...]:
    return tuple(word for word in time.casefold().split() if word not in wordlists().prepositions)


def _masked(sentence: str, group: Sequence[tuple[Figure, int]]) -> str:
    """The sentence with "#" in place of every number's characters, so that offsets stay."""
    for figure, at in group:
        if at >= 0:
            sentence = sentence[:at] + _MASK * len(figure.text) + sentence[at + len(figure.text) :]
    return sentence


def _part(masked: str, group: Sequence[tuple[Figure, int]], i: int, lists: Wordlists) -> tuple[int, int]:
    """Where the figure's own part of the sentence begins and ends: between two figures it ends at the first break."""
    start = 0 if i == 0 else _break(masked, group[i - 1], group[i], lists)[1]
    end = len(masked) if i == len(group) - 1 else _break(masked, group[i], group[i + 1], lists)[0]
    return start, max(start, end)


def _break(masked: str, left: tuple[Figure, int], right: tuple[Figure, int], lists: Wordlists) -> tuple[int, int]:
    start, end = left[1] + len(left[0].text), right[1]
    found = lists.claim_break.search(masked, start, end) if 0 <= left[1] < right[1] else None
    return found.span() if found else (max(start, end), max(start, end))


@lru_cache(maxsize=10_000)
def noun_of(noun: str, lists: Wordlists) -> tuple[str, frozenset[str]]:
    """The stems of a counted noun: its head, "" for any people, and its modifiers.

    >>> noun_of("newly arrived Syrian refugees", wordlists())[0], noun_of("people in need", wordlists())
    ('refug', ('', frozenset()))
    """
    words: list[Word] = []
    for word in lists.words(noun):
        if word.small in lists.empty:
            if words:
                break
            continue
        words.append(word)
    if not words:
        return "", frozenset()
    *before, head = words
    modifiers = frozenset(word.stem for word in before if word.small not in lists.countries)
    return ("" if head.small in lists.any_people else head.stem), modifiers


def region_spans(text: str, lists: Wordlists) -> list[tuple[int, str]]:
    """Where `text` names parts of the world, and which.

    >>> region_spans("Africa and the Middle East", wordlists()), region_spans("people worldwide", wordlists())
    ([(0, 'africa'), (15, 'near east')], [(7, 'world')])
    """
    return [(match.start(), lists.region_names[match[0].casefold()]) for match in lists.regions.finditer(text)]
