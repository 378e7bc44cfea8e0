"""The table of places, read into frozen records: which words mean which country.

`load_places` reads `places.tsv` (the file's head explains its columns), `surface_forms` turns the places round into a
mapping from each word to the countries that it may mean. Neither finds anything in a text: the component that does
takes the longest match, and lets `PlaceForm.matches` say whether its capitals fit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import NamedTuple

from figx.errors import PackError
from figx.paths import patterns_dir

COLUMNS = ("iso3", "m49", "name", "aliases", "cities", "demonyms", "adjectives", "ambiguous")
NONE = "-"


class Sort(StrEnum):
    """What sort of word a form is; the column of the table that it stands in."""

    NAME = "name"
    ALIAS = "alias"
    CITY = "city"
    DEMONYM = "demonym"
    ADJECTIVE = "adjective"


@dataclass(frozen=True, slots=True)
class Place:
    """One row of the table.

    `iso3` is the ISO 3166-1 alpha-3 code, "" in a row of words that cover a country's name and mean none ("Indian
    Ocean"), whose `name` is only a heading. `m49` is the UN M49 code, three digits, "" where there is none. `cities`
    holds towns and regions. `ambiguous` lists those words of the row that may mean something else as well, `rivals` for
    some of them the countries of what else they may mean ("Georgia", which is a state of the USA too), or "*".
    """

    iso3: str
    m49: str
    name: str
    aliases: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    rivals: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def forms(self) -> Iterator[tuple[str, Sort]]:
        """Each word of the row with its sort, in the order of the columns; a word in two columns comes twice.

        >>> list(Place("FRA", "250", "France", adjectives=("French",)).forms())
        [('France', <Sort.NAME: 'name'>), ('French', <Sort.ADJECTIVE: 'adjective'>)]
        """
        if self.iso3:
            yield self.name, Sort.NAME
        for sort, words in (
            (Sort.ALIAS, self.aliases),
            (Sort.CITY, self.cities),
            (Sort.DEMONYM, self.demonyms),
            (Sort.ADJECTIVE, self.adjectives),
        ):
            for word in words:
                yield word, sort


class PlaceForm(NamedTuple):  # made by the thousand at start-up: cheaper than a frozen dataclass
    """What one word means.

    `iso3` has one code as a rule; none for a word that covers a country's name and means no country; several where the
    word leaves open which is meant ("Congolese"), and then `ambiguous` is true. Where `ambiguous` is true and there is
    one code, the word usually means that country and now and then something else ("Jordan", a first name); `rivals` are
    the countries of the other thing ("Georgia": USA), or "*" for a word that means the country now and then only.
    `case_sensitive` is true for a word with an acronym in it ("US", "DR Congo").
    """

    form: str
    iso3: tuple[str, ...]
    sort: Sort
    case_sensitive: bool
    ambiguous: bool
    rivals: tuple[str, ...] = ()

    def matches(self, text: str) -> bool:
        """Whether `text`, which is this form but for its capitals, is written as the form has to be.

        A case-sensitive form matches as it stands or all in capitals; any other one wants its first letter large, but for a
        form that means no country ("central America").

        >>> us = PlaceForm("US", ("USA",), Sort.ALIAS, case_sensitive=True, ambiguous=False)
        >>> us.matches("US"), us.matches("us"), us.matches("Us")
        (True, False, False)
        >>> turkey = PlaceForm("Turkey", ("TUR",), Sort.ALIAS, case_sensitive=False, ambiguous=False)
        >>> turkey.matches("Turkey"), turkey.matches("TURKEY"), turkey.matches("turkey")
        (True, True, False)
        """
        if self.case_sensitive:
            return text in (self.form, self.form.upper())
        if not self.iso3:
            return text.upper() == self.form.upper()
        return text[:1].isupper() and text.upper() == self.form.upper()


def load_places(path: Path) -> tuple[Place, ...]:
    """The rows of the table at `path`, in its order.

    Raises `PackError` with the file and the line for a table that cannot be read: wrong columns, a code of the wrong
    shape or given twice, a word twice in a cell or without a capital, a word of two rows that is not marked in both.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise PackError(path, "", f"cannot be read: {error}") from error
    rows = [(number, line) for number, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    if not rows or tuple(rows[0][1].split("\t")) != COLUMNS:
        number = rows[0][0] if rows else len(lines)
        raise PackError(path, f"line {number}", f"the columns have to be, with tabs between: {' '.join(COLUMNS)}")
    numbered: list[tuple[int, Place]] = []
    for number, line in rows[1:]:
        try:
            numbered.append((number, _parse_row(line)))
        except ValueError as error:
            raise PackError(path, f"line {number}", str(error)) from error
    _check_rows(path, numbered)
    return tuple(place for _, place in numbered)


def surface_forms(places: Iterable[Place]) -> dict[str, PlaceForm]:
    """Each word of `places` as it is written, and what it means.

    A word in two columns has the sort of the first one: name, alias, city, demonym, adjective ("Afghan" is a demonym).
    A word with an apostrophe is in the mapping twice, straight and curved.

    >>> forms = surface_forms([Place("COG", "178", "Republic of the Congo", adjectives=("Congolese",)),
    ...                        Place("COD", "180", "DR Congo", adjectives=("Congolese",))])
    >>> forms["Congolese"].iso3, forms["Congolese"].ambiguous, forms["DR Congo"].case_sensitive
    (('COD', 'COG'), True, True)
    """
    forms: dict[str, PlaceForm] = {}
    for place in places:
        codes = (place.iso3,) if place.iso3 else ()
        rivals = dict(place.rivals)
        for word, sort in place.forms():
            known = forms.get(word)
            if known is None:
                forms[word] = PlaceForm(
                    word, codes, sort, _has_acronym(word), word in place.ambiguous, rivals.get(word, ())
                )
            elif known.iso3 != codes and place.iso3 not in known.iso3:
                both = tuple(sorted({*known.iso3, *codes}))
                forms[word] = PlaceForm(word, both, known.sort, known.case_sensitive, ambiguous=True)
    for word, form in [item for item in forms.items() if "'" in item[0]]:
        curved = word.replace("'", "’")
        forms[curved] = form._replace(form=curved)
    return forms


def named_forms(names: Iterable[str], demonyms: Iterable[str], iso3: str) -> dict[str, PlaceForm]:
    """The words that a pack adds for one country, "" for none; they replace those of the table.

    >>> named_forms(["Nordmark"], ["Nordmarker"], "XNM")["Nordmarker"].sort
    <Sort.DEMONYM: 'demonym'>
    """
    sorted_words = [(word, Sort.ALIAS) for word in names] + [(word, Sort.DEMONYM) for word in demonyms]
    return {
        straight: PlaceForm(straight, (iso3,) if iso3 else (), sort, _has_acronym(straight), ambiguous=False)
        for word, sort in sorted_words
        for straight in [word.replace("’", "'")]
    }


def is_code(iso3: str) -> bool:
    """Whether a code stands in the table or is one that users may assign themselves."""
    return bool(re.fullmatch(r"X[A-Z]{2}", iso3)) or iso3 in _codes()


@cache
def _codes() -> frozenset[str]:
    return frozenset(place.iso3 for place in load_places(patterns_dir() / "places.tsv") if place.iso3)


def _parse_row(line: str) -> Place:
    cells = line.split("\t")
    if len(cells) != len(COLUMNS):
        raise ValueError(f"has {len(cells)} columns, not {len(COLUMNS)}")
    iso3, m49, name = cells[:3]
    if iso3 != NONE and not (len(iso3) == 3 and iso3.isascii() and iso3.isalpha() and iso3.isupper()):
        raise ValueError(f"iso3 is {iso3!r}, not three capital letters or {NONE!r}")
    if m49 != NONE and not (len(m49) == 3 and m49.isascii() and m49.isdigit()):
        raise ValueError(f"m49 is {m49!r}, not three digits or {NONE!r}")
    if not name:
        raise ValueError("has no name")
    words = [tuple(cell.split(";")) if cell else () for cell in cells[3:]]
    marked = [word.partition("=") for word in words[-1]]
    words[-1] = tuple(word for word, _, _ in marked)
    aliases, cities, demonyms, adjectives, ambiguous = words
    rivals = tuple((word, tuple(codes.split(","))) for word, _, codes in marked if codes)
    iso3, m49 = iso3.replace(NONE, ""), m49.replace(NONE, "")
    place = Place(iso3, m49, name, aliases, cities, demonyms, adjectives, ambiguous, rivals)
    _check_words(place, words)
    return place


def _check_words(place: Place, columns: list[tuple[str, ...]]) -> None:
    """Raise ValueError for a word that could never match, and for a mark on a word that the row does not have."""
    for column, words in zip(COLUMNS[3:], columns, strict=True):
        if len(set(words)) < len(words):
            raise ValueError(f"{column} holds {next(word for word in words if words.count(word) > 1)!r} twice")
    own = {word for word, _ in place.forms()}
    for word in own:
        if not (word[:1].isupper() or word[1:2].isupper()) or word != word.strip() or "’" in word:
            raise ValueError(f"{word!r} has to begin with a capital, without spaces around it, apostrophes straight")
    for word in place.ambiguous:
        if word not in own:
            raise ValueError(f"ambiguous holds {word!r}, which is no other word of this row")


def _check_rows(path: Path, numbered: list[tuple[int, Place]]) -> None:
    """Raise PackError for a code that is given twice, and for a word of two rows that is not marked in both."""
    codes: dict[str, int] = {}
    owners: dict[str, tuple[int, Place]] = {}
    for number, place in numbered:
        first = codes.setdefault(place.iso3, number) if place.iso3 else number
        if first != number:
            raise PackError(path, f"line {number}", f"{place.iso3} is in line {first} already")
        for word, _ in place.forms():
            line, owner = owners.setdefault(word, (number, place))
            if owner is not place and not (word in owner.ambiguous and word in place.ambiguous):
                raise PackError(path, f"line {number}", f"{word!r} is in line {line} too: mark it ambiguous in both")


def _has_acronym(form: str) -> bool:
    """Whether a word of the form is written in capitals: "US", "U. S.", "DR Congo", "oPt", but not "Timor-Leste"."""
    if not form[:1].isupper():
        return True
    if form[1:].islower() or form.isupper():
        return form.isupper()
    return any(word.isupper() and sum(map(str.isalpha, word)) > 1 for word in form.split())
