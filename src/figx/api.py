"""The library in two functions, with one extractor kept for each language and set of packs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from figx.figure import Document, Figure, Kind
from figx.pipeline import Extractor


@lru_cache(maxsize=4)
def _extractor(lang: str, patterns: tuple[Path, ...]) -> Extractor:
    return Extractor(lang, patterns)


def extract(
    text: str,
    *,
    doc: str = "",
    kinds: Collection[Kind | str] | None = None,
    lang: str = "en",
    patterns: Sequence[str | Path] = (),
) -> list[Figure]:
    """The figures of `text`, in order.

    `kinds` None: all but durations and ages. `doc` names the text in the records. `patterns` are folders of further
    packs. Raises `LanguageError` for a language without a pack and `PackError` for a faulty one.

    >>> [str(figure.value) for figure in extract("The cap rose from 18,000 to 125,000 refugees.")]
    ['18000', '125000']
    """
    extractor = _extractor(lang, tuple(Path(folder) for folder in patterns))
    return extractor.extract(text, doc=doc, kinds=_kinds(kinds))


def extract_documents(
    documents: Iterable[Document | str],
    *,
    kinds: Collection[Kind | str] | None = None,
    lang: str = "en",
    patterns: Sequence[str | Path] = (),
) -> Iterator[Figure]:
    """The figures of many documents, lazily: one document is read at a time. A str is a document without a name."""
    extractor = _extractor(lang, tuple(Path(folder) for folder in patterns))
    named = (Document("", document) if isinstance(document, str) else document for document in documents)
    return extractor.extract_documents(named, kinds=_kinds(kinds))


def _kinds(kinds: Collection[Kind | str] | None) -> frozenset[Kind] | None:
    return None if kinds is None else frozenset(Kind(kind) for kind in kinds)
