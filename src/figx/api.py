"""The library in two functions, with one extractor kept for each language and set of packs."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from figx.errors import KindError
from figx.figure import Document, Figure, Kind
from figx.households import Number, household_settings
from figx.pipeline import Extractor
from figx.settings import Settings, day_from, month_from


@lru_cache(maxsize=4)
def _extractor(lang: str, patterns: tuple[Path, ...], settings: Settings) -> Extractor:
    return Extractor(lang, patterns, settings)


def extract(
    text: str,
    *,
    doc: str = "",
    kinds: Collection[Kind | str] | str | None = None,
    lang: str = "en",
    patterns: Sequence[str | Path] | str | Path = (),
    date: datetime.date | str | None = None,
    fiscal_year_start: int | str | None = None,
    household_size: Number | None = None,
    household_sizes: Mapping[str, Number] | str | Path | None = None,
) -> list[Figure]:
    """The figures of `text`, in order.

    `kinds` None: all but durations and ages; "all": those too; else the kinds wanted. `doc` names the text in the
    records. `patterns` is a folder of further packs or several. `date` is the day of the text (a date or "2024-11-26"),
    None to take what it says of itself; `fiscal_year_start` the month, by number or name, that fiscal years begin in.
    `household_size` persons live in a household, in a country that `household_sizes` names so many as it says: a mapping
    from ISO 3166 alpha-3 codes, or a CSV file with the columns iso3 and size. They fill `persons` of counts of households,
    which is empty otherwise. Raises `LanguageError` for a language without a pack, `PackError` for a faulty one,
    `KindError` for a kind that there is not, `SettingError` for a day or a month that is none and `HouseholdError` for
    sizes that cannot be used.

    >>> [str(figure.value) for figure in extract("The cap rose from 18,000 to 125,000 refugees.")]
    ['18000', '125000']
    """
    settings = _settings(date, fiscal_year_start, household_size, household_sizes)
    extractor = _extractor(lang, _folders(patterns), settings)
    return extractor.extract(text, doc=doc, kinds=_kinds(kinds))


def extract_documents(
    documents: Iterable[Document | str],
    *,
    kinds: Collection[Kind | str] | str | None = None,
    lang: str = "en",
    patterns: Sequence[str | Path] | str | Path = (),
    date: datetime.date | str | None = None,
    fiscal_year_start: int | str | None = None,
    household_size: Number | None = None,
    household_sizes: Mapping[str, Number] | str | Path | None = None,
) -> Iterator[Figure]:
    """The figures of many documents, lazily: one document is read at a time. A str is a document without a name.

    The options are those of `extract`.
    """
    settings = _settings(date, fiscal_year_start, household_size, household_sizes)
    extractor = _extractor(lang, _folders(patterns), settings)
    named = (Document("", document) if isinstance(document, str) else document for document in documents)
    return extractor.extract_documents(named, kinds=_kinds(kinds))


def _folders(patterns: Sequence[str | Path] | str | Path) -> tuple[Path, ...]:
    return (Path(patterns),) if isinstance(patterns, str | Path) else tuple(Path(folder) for folder in patterns)


def _settings(
    date: datetime.date | str | None,
    fiscal_year_start: int | str | None,
    household_size: Number | None,
    household_sizes: Mapping[str, Number] | str | Path | None,
) -> Settings:
    settings = household_settings(household_size, household_sizes)
    return replace(settings, date=day_from(date), fiscal_year_start=month_from(fiscal_year_start))


def _kinds(kinds: Collection[Kind | str] | str | None) -> frozenset[Kind] | None:
    if kinds is None:
        return None
    names = [kinds] if isinstance(kinds, str) else list(kinds)
    if "all" in names:
        return frozenset(Kind)
    known = {kind.value: kind for kind in Kind}
    for name in names:
        if str(name) not in known:
            raise KindError(str(name), [*known, "all"])
    return frozenset(known[str(name)] for name in names)
