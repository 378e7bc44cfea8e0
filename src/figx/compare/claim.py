"""What a figure claims, made ready to be compared: its noun, and the words, names and regions in its part of the sentence."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from figx.compare.wordlists import WORLD, Word, Wordlists, wordlists
from figx.figure import Figure, Kind, Role
from figx.taxonomy import load_taxonomy

_ROW = 4  # so few words are a heading or a row of a table: its first word is a name like any other


@dataclass(slots=True, eq=False)  # not frozen: that makes it three times as slow to make
class Claim:
    """A figure with what it is compared by; `figures` are its mentions in one set of texts, `figure` is the first.

    `head` is the stem of the counted noun, "" where the noun leaves open who is counted ("people") or says only from where
    ("Syrians"), `modifiers` the stems before it; `households` tells whether it is families that are counted. `near` holds the
    stems of the figure's own part of the sentence, `around` those of the whole sentence, `done` what in its part or its noun
    says what was done ("arrivals" and "arrived" alike), `names` the capitalised words of its part, `regions` the parts of the
    world in it ("world" for all of it). `wording` is the sentence without its numbers, and which of them this one is. `topic`
    is the one country that the figures of the document name, "" where they name none or several. `term` is the reporting term
    that the figure is compared by, "" where it has none, `kin` the category, but of a ceiling what it is a ceiling of, and
    `block` what two claims must share to be compared at all.
    """

    figure: Figure
    figures: tuple[Figure, ...]
    head: str
    modifiers: frozenset[str]
    households: bool
    near: frozenset[str]
    done: frozenset[str]
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
    return [
        claim for group, pieces in _sentences(counted) for claim in _claims(group, pieces, topics[group[0].doc], lists)
    ]


def _topics(figures: Iterable[Figure]) -> dict[str, str]:
    named: dict[str, set[str]] = {}
    for figure in figures:
        named.setdefault(figure.doc, set()).update(figure.places)
    return {doc: next(iter(places)) if len(places) == 1 else "" for doc, places in named.items()}


def _sentences(figures: Sequence[Figure]) -> Iterator[tuple[list[Figure], list[str]]]:
    """The figures of each sentence, and the pieces that their quotes cut it into: one more than figures."""
    group: list[Figure] = []
    pieces: list[str] = []
    for figure in figures:
        same = group and group[0].sentence == figure.sentence and group[0].doc == figure.doc
        cut = pieces[-1].partition(figure.text) if same else ("", "", "")
        if not cut[1]:
            if group:
                yield group, pieces
            group = []
            # A sentence that does not hold the quote as it stands, broken over a page, is one piece before it.
            cut = figure.sentence.partition(figure.text)
            pieces = [""]
        group.append(figure)
        pieces[-1:] = [cut[0], cut[2]]
    if group:
        yield group, pieces


def _claims(group: Sequence[Figure], pieces: Sequence[str], topic: str, lists: Wordlists) -> Iterator[Claim]:
    parts = _parts(pieces, lists)
    read = [_read(part, lists) for part in parts]
    around = frozenset([word.stem for part in read for word in part.telling])
    is_row = sum(part.length for part in read) <= _ROW
    wording = " ".join("#".join(pieces).casefold().split())
    everywhere = frozenset().union(*(part.regions for part in read))
    for i, figure in enumerate(group):
        head, modifiers, households = noun_of(figure.noun, lists)
        said = _stems(figure.noun).union(*map(_stems, filter(None, (figure.time, figure.attribution, figure.speaker))))
        own = [word for word in read[i].telling if word.stem not in said]
        # The first word of a sentence has a capital whatever it is.
        capital = read[0].first if i == 0 and not is_row else None
        near = frozenset([word.stem for word in own])
        yield Claim(
            figure=figure,
            figures=(figure,),
            head=head,
            modifiers=modifiers,
            households=households,
            near=near,
            done=(near | _stems(figure.noun)) & lists.senses,
            around=around,
            names=frozenset([word.stem for word in own if word.is_capital and word is not capital]),
            regions=read[i].regions or (everywhere if len(everywhere) == 1 else _NOWHERE),
            wording=f"{i} {wording}",
            topic=topic,
            places=frozenset(figure.places),
            period=period_of(figure),
            term=_main_terms().get(figure.term, ""),
            kin="resettled" if figure.category == "refugee_cap" else figure.category,
            block=_block(figure),
        )


def _parts(pieces: Sequence[str], lists: Wordlists) -> list[str]:
    """What stands around each figure: between two of them the first has the words up to the first break."""
    before, parts = pieces[0], []
    for piece in pieces[1:-1]:
        found = lists.claim_break.search(piece)
        parts.append(f"{before} {piece[: found.start()] if found else piece}")
        before = piece[found.end() :] if found else ""
    return [*parts, f"{before} {pieces[-1]}"]


_NOWHERE: frozenset[str] = frozenset()


class _Part(NamedTuple):
    """A part of a sentence: its words that tell something, its first word, how many it has, the regions it names."""

    telling: list[Word]
    first: Word | None
    length: int
    regions: frozenset[str]


def _with_compass(words: list[Word], lists: Wordlists) -> list[Word]:
    """The words, names one with the point of the compass before them: "South Darfur"."""
    return [
        word._replace(stem=f"{before.stem} {word.stem}")
        if before and word.is_capital and word.tells and before.is_capital and before.small in lists.compass
        else word
        for before, word in zip([None, *words], words, strict=False)
    ]


@lru_cache(maxsize=20_000)  # two versions of a report share most of their sentences
def _read(text: str, lists: Wordlists) -> _Part:
    words = _with_compass(lists.words(text), lists)
    regions = _NOWHERE
    if any(word.may_be_region for word in words):
        found = frozenset(regions_in(text, lists))
        regions = found - {WORLD} or found  # where a part of the world is named, "the world" says nothing more
    return _Part([word for word in words if word.tells], words[0] if words else None, len(words), regions)


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


@lru_cache(maxsize=10_000)
def noun_of(noun: str, lists: Wordlists) -> tuple[str, frozenset[str], bool]:
    """The stems of a counted noun: its head, "" for any people, and its modifiers; and whether it is of households.

    >>> noun_of("newly arrived Syrian refugees", wordlists())[0], noun_of("families in need", wordlists())
    ('refug', ('', frozenset(), True))
    """
    words: list[Word] = []
    for word in lists.words(noun):
        if word.small in lists.empty:
            if words:
                break
            continue
        words.append(word)
    if not words:
        return "", frozenset(), False
    *before, head = words
    modifiers = frozenset(word.stem for word in before if word.small not in lists.countries)
    is_open = head.small in lists.any_people or head.small in lists.countries
    return ("" if is_open else head.stem), modifiers, head.small in lists.household_nouns


def regions_in(text: str, lists: Wordlists) -> list[str]:
    """The parts of the world that `text` names, in order.

    >>> regions_in("Africa and the Middle East", wordlists()), regions_in("people worldwide", wordlists())
    (['africa', 'near east'], ['world'])
    """
    return [lists.region_names[found.casefold()] for found in lists.regions.findall(text)]
