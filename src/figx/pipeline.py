"""From texts to figures: sentences, Docs of those that hold a number, quantities, figures."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import localcontext
from pathlib import Path
from typing import TYPE_CHECKING

from figx.datelines import document_date
from figx.digits import ARITHMETIC
from figx.facts import Facts, facts_of
from figx.figure import Document, Figure, Kind
from figx.packs import Packs, load_packs
from figx.quantity import Rejection
from figx.sentences import LINE_END, cut
from figx.settings import Settings
from figx.speech import speech_of

if TYPE_CHECKING:
    from figx.context import Context
    from figx.currencies import CurrencyResolver
    from figx.explain import Explanation
    from figx.figures import Decisions, SentenceFigures
    from figx.structure import Structure

UNASKED = frozenset({Kind.DURATION, Kind.AGE})
_WORD_BREAKS = str.maketrans(dict.fromkeys("-‑–—/(),.;:!?*_~#\"“”‘’'[]\n\r\t", " "))
_DIGIT = re.compile("[0-9]")
_DOTTED = re.compile(r"(?<![\d.])\d{1,3}\.\d{3}(?:\.\d{3}|,\d)")
_COMMAED = re.compile(r"(?<![\d,])\d{1,3},\d{3}(?!\d)")


@dataclass(frozen=True, slots=True)
class ReadText:
    """All that a text holds: its figures in order, and the numbers that are none."""

    figures: list[Figure]
    rejections: list[Rejection]
    decisions: list[Decisions]
    sentences: list[tuple[int, int]]
    passed: list[tuple[int, int]]  # what stands within sentences and belongs to none of them


class Extractor:
    """Finds the figures of texts in one language. Build it once: loading the patterns is most of its cost.

    `patterns` are folders of further packs. Raises `LanguageError` and `PackError`.
    """

    def __init__(self, lang: str = "en", patterns: Sequence[Path] = (), settings: Settings | None = None) -> None:
        from figx.components.quick_import import import_spacy, without_collection

        with without_collection():
            import_spacy()
            self._build(lang, patterns, settings or Settings())

    def _build(self, lang: str, patterns: Sequence[Path], settings: Settings) -> None:
        from figx.components.places import Places
        from figx.components.tokenizer import FigxTokenizer
        from figx.components.vocabulary import Vocabulary, vocab_for
        from figx.currencies import CurrencyNames
        from figx.reports import Reports
        from figx.rules import Rules

        self.settings = settings
        self.packs: Packs = load_packs(lang, patterns, examples=False)
        self.lexicon = self.packs.lexicon
        self._currency_names = CurrencyNames(self.packs)
        vocab = vocab_for(self.packs)
        self._tokenizer = FigxTokenizer(vocab, self.lexicon)
        self._vocabulary = Vocabulary(vocab, self.packs)
        self._places = Places(vocab, self.packs)
        forms = self._places.forms
        persons = frozenset(form for form, place in forms.items() if place.sort == "demonym")
        peoples = persons | {form for form, place in forms.items() if place.sort == "adjective"}
        self.rules = Rules(self.packs, persons, frozenset(forms), peoples, self._places.gazetteer)
        self._reports = Reports(self.rules)
        multiples = {
            word
            for cue in self.packs.cue.values()
            if cue.field == "multiple"
            for phrase in cue.phrases
            for word in phrase.translate(_WORD_BREAKS).split()
            if re.match(r"doubl|tripl|trebl|quadrupl|quintupl|sextupl|twice|thrice|\w*fold", word)
        }
        self._number_words = self.lexicon.words | multiples | {"fold"}

    def extract(self, text: str, *, doc: str = "", kinds: Collection[Kind] | None = None) -> list[Figure]:
        """The figures of one text in order. `kinds` None: all but durations and ages."""
        wanted = frozenset(Kind) - UNASKED if kinds is None else frozenset(kinds)
        return [figure for figure in self.read(text, doc=doc).figures if figure.kind in wanted]

    def extract_documents(
        self, documents: Iterable[Document], *, kinds: Collection[Kind] | None = None
    ) -> Iterator[Figure]:
        """The figures of many documents, lazily and in order."""
        for document in documents:
            yield from self.extract(document.text, doc=document.name, kinds=kinds)

    def sentences(self, text: str) -> list[tuple[int, int]]:
        """Half-open offsets of the sentences of `text`, in order; a row of a table is one, whatever lines it fills."""
        from figx.structure import Structure

        return Structure(cut(text, self.rules.layout), self.rules).sentences

    def day(self, text: str) -> date | None:
        """The day of a text, as the settings or the text itself give it; None where neither does."""
        return self.settings.date or document_date(text, self.packs.times)

    def explain(self, text: str) -> list[Explanation]:
        """Every number of the text, taken or not, with the rules that decided."""
        from figx.explain import explain

        return explain(text, self.read(text))

    def read(self, text: str, *, doc: str = "") -> ReadText:
        """Figures of every kind, and every number that is no figure with the reason."""
        with localcontext(ARITHMETIC):
            return self._read(text, doc)

    def _read(self, text: str, doc: str) -> ReadText:
        from figx.context import Context, is_whole
        from figx.currencies import CurrencyResolver
        from figx.structure import Structure

        structure = Structure(cut(text, self.rules.layout), self.rules)
        lines = [match.start() for match in LINE_END.finditer(text)]
        decimal = "," if _DOTTED.search(text) and not _COMMAED.search(text) else None
        currencies = CurrencyResolver(self._currency_names, text)
        speech = speech_of(structure.text, structure.sentences, structure.rows, self.rules, self._reports)
        facts = facts_of(text, self.settings, self.rules, speech)
        parts: list[SentenceFigures] = []
        last: Figure | None = None
        counted: Figure | None = None
        whole: Figure | None = None
        for start, sentence, i in structure.readings(text):
            if not self._may_hold_number(sentence):
                continue
            line = bisect_right(lines, start - 1) + 1
            context = Context(note=True) if i is None else structure.context(i, counted, last, whole)
            read = self._sentence(sentence, context, facts, decimal, start, line, doc, currencies)
            if i is not None:
                counted = next((figure for figure in reversed(read.figures) if figure.kind is Kind.COUNT), counted)
                whole = next((f for f in reversed(read.figures) if is_whole(f)), whole)
                last = read.figures[-1] if read.figures else last
            parts.append(read)
        return _joined(parts, structure)

    def _may_hold_number(self, sentence: str) -> bool:
        if _DIGIT.search(sentence) or (not sentence.isascii() and any(map(str.isnumeric, sentence))):
            return True
        return not self._number_words.isdisjoint(sentence.lower().translate(_WORD_BREAKS).split())

    def _sentence(
        self,
        sentence: str,
        context: Context,
        facts: Facts,
        decimal: str | None,
        start: int,
        line: int,
        doc: str,
        currencies: CurrencyResolver,
    ) -> SentenceFigures:
        from figx.figures import read_sentence
        from figx.view import view_of

        parsed = self._places(self._vocabulary(self._tokenizer(sentence, decimal)))
        view = view_of(parsed, self.rules)
        view.context, view.facts = context, facts
        return read_sentence(view, self.lexicon, start=start, line=line, doc=doc, currencies=currencies)


def _joined(parts: list[SentenceFigures], structure: Structure) -> ReadText:
    """The parts of a text in their order; what stands within a sentence is read after it and belongs before its end."""
    found = sorted(
        (pair for part in parts for pair in zip(part.figures, part.decisions, strict=True)),
        key=lambda pair: pair[0].start,
    )
    apart: list[tuple[Figure, Decisions]] = []
    for figure, decided in found:
        if not apart or figure.start >= apart[-1][0].end:
            apart.append((figure, decided))
    return ReadText(
        [figure for figure, _ in apart],
        sorted((rejection for part in parts for rejection in part.rejections), key=lambda rejection: rejection.start),
        [decided for _, decided in apart],
        structure.sentences,
        structure.passed,
    )
