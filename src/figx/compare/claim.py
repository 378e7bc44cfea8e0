"""What a figure claims, made ready to be compared: its noun, and the words, names and regions in its part of the sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from figx.compare.wordlists import WORLD, Word, Wordlists, wordlists
from figx.figure import Figure, Kind

_ROW = 4  # so few words are a heading or a row of a table: its first word is a name like any other
_SHORT = 3


@dataclass(frozen=True, slots=True, eq=False)
class Claim:
    """A figure with what it is compared by; `figures` are its mentions in one set of texts, the first stands for all.

    `head` is the stem of the counted noun, "" where the noun leaves open who is counted ("people"), `modifiers` the stems
    before it. `near` holds the stems of the figure's own part of the sentence, `around` those of the whole sentence,
    `names` the capitalised words of its part, `regions` the parts of the world in it ("world" for all of it). `wording` is the sentence without
    its numbers, and which of them this one is.
    """

    figures: tuple[Figure, ...]
    head: str
    modifiers: frozenset[str]
    near: frozenset[str]
    around: frozenset[str]
    names: frozenset[str]
    regions: frozenset[str]
    wording: str

    @property
    def figure(self) -> Figure:
        """The first mention."""
        return self.figures[0]


Numbers = tuple[Decimal | None, Decimal | None, Decimal | None]


def numbers(figure: Figure) -> Numbers:
    """What is the same where two figures state the same number: the value, or the bounds where there is none."""
    return (figure.value, None, None) if figure.value is not None else (None, figure.low, figure.high)


def claims_of(figures: Iterable[Figure], lists: Wordlists | None = None) -> list[Claim]:
    """Each figure as a claim of its own, in order; durations and ages are left out.

    >>> import figx
    >>> [claim] = claims_of(figx.extract("In Chad, 40,000 displaced families wait in Adré."))
    >>> claim.head, sorted(claim.modifiers), sorted(claim.names)
    ('', ['displac'], ['adré'])
    """
    lists = lists or wordlists()
    counted = [figure for figure in figures if figure.kind not in (Kind.DURATION, Kind.AGE)]
    return [claim for group in _sentences(counted) for claim in _claims(group, lists)]


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


def _claims(group: Sequence[tuple[Figure, int]], lists: Wordlists) -> Iterator[Claim]:
    sentence = group[0][0].sentence
    masked = _masked(sentence, group)
    words = lists.words(masked)
    around = frozenset(word.stem for word in words if _tells(word, lists))
    wording = " ".join(masked.casefold().split())
    is_row = len(words) <= _ROW
    for i, (figure, _) in enumerate(group):
        start, end = _part(masked, group, i, lists)
        head, modifiers = noun_of(figure.noun, lists)
        said = frozenset(
            lists.stem(word) for word in f"{figure.noun} {figure.time} {figure.attribution} {figure.speaker}".split()
        )
        own = [word for word in words if start <= word.start < end and word.stem not in said]
        yield Claim(
            figures=(figure,),
            head=head,
            modifiers=modifiers,
            near=frozenset(word.stem for word in own if _tells(word, lists)),
            around=around,
            names=frozenset(word.stem for word in own if _is_name(word, lists, is_row)),
            regions=regions_in(masked[start:end], lists),
            wording=f"{i} {wording}",
        )


def _masked(sentence: str, group: Sequence[tuple[Figure, int]]) -> str:
    """The sentence with "#" in place of every number's characters, so that offsets stay."""
    for figure, at in group:
        if at >= 0:
            sentence = sentence[:at] + "#" * len(figure.text) + sentence[at + len(figure.text) :]
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


def noun_of(noun: str, lists: Wordlists) -> tuple[str, frozenset[str]]:
    """The stems of a counted noun: its head, "" for any people, and its modifiers.

    >>> noun_of("newly arrived Syrian refugees", wordlists())[0], noun_of("people in need", wordlists())
    ('refug', ('', frozenset()))
    """
    words: list[Word] = []
    for word in lists.words(noun):
        if word.text.casefold() in lists.empty:
            if words:
                break
            continue
        words.append(word)
    if not words:
        return "", frozenset()
    *before, head = words
    modifiers = frozenset(word.stem for word in before if word.text.casefold() not in lists.countries)
    return ("" if head.text.casefold() in lists.any_people else head.stem), modifiers


def regions_in(text: str, lists: Wordlists) -> frozenset[str]:
    """The parts of the world that `text` names; where it names one, "the world" says nothing more.

    >>> sorted(regions_in("Africa and the Middle East", wordlists())), sorted(regions_in("people worldwide", wordlists()))
    (['africa', 'near east'], ['world'])
    """
    found = frozenset(lists.region_names[match[0].casefold()] for match in lists.regions.finditer(text))
    return found - {WORLD} or found


def _tells(word: Word, lists: Wordlists) -> bool:
    text = word.text.casefold()
    unsaid = text in lists.empty or text in lists.any_people or text in lists.countries
    return not unsaid and (len(text) >= _SHORT or word.text.isupper())


def _is_name(word: Word, lists: Wordlists, is_row: bool) -> bool:
    return word.text[0].isupper() and (word.start > 0 or is_row) and _tells(word, lists)
