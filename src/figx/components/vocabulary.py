"""Finds the phrases of the packs: cues, currencies, units, traps, category words. One PhraseMatcher for all of them.

Matches go to `doc.spans["figx.vocabulary"]`; the label is "table:rule id". Overlaps are kept: "at least" and "least".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.attrs import LOWER  # type: ignore[import-not-found]
from spacy.matcher import Matcher, PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from figx.components.tokenizer import TOKEN, token_offsets
from figx.errors import PackError
from figx.lexicon import Lexicon
from figx.numerals import scan
from figx.packs import Packs

KEY = "figx.vocabulary"
_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of a rule; `part` tells which list of the rule it stands in."""

    table: str
    rule: str
    part: str
    text: str

    @property
    def label(self) -> str:
        return f"{self.table}:{self.part}:{self.rule}"


def phrases_of(packs: Packs) -> Iterator[Phrase]:
    """Every phrase that the matcher looks for."""
    for cue in packs.cue.values():
        yield from (Phrase("cue", cue.id, "phrases", text) for text in cue.phrases)
    for trap in packs.trap.values():
        for part in ("before", "after", "words"):
            yield from (Phrase("trap", trap.id, part, text) for text in getattr(trap, part))
    for unit in packs.unit.values():
        yield from (Phrase("unit", unit.id, "phrases", text) for text in unit.phrases)
    for currency in packs.currency.values():
        yield from (Phrase("currency", currency.id, "phrases", text) for text in currency.phrases)
    for trigger in packs.category.values():
        yield from (Phrase("category", trigger.id, trigger.where, text) for text in trigger.phrases)
        yield from (Phrase("category", trigger.id, "except", text) for text in trigger.except_)
    for group in packs.words.values():
        yield from (Phrase("words", group.id, "words", text) for text in group.words if " " in text)


def opening(phrase: str) -> str:
    """The letters that a phrase begins with, or the sign: where it stands, they are among the `openings` of the Doc.

    >>> opening("U.S. dollars"), opening("six-mile"), opening("% of")
    ('u', 'six', '%')
    """
    text = phrase.lower()
    found = _LETTERS.match(text)
    return found[0] if found else text[:1]


def openings(doc: Doc) -> set[str]:
    """Every run of letters and every other sign of a Doc: where its tokens end makes no difference."""
    text = " ".join(doc.user_data["figx"]["words"]).lower()
    return {*_LETTERS.findall(text), *(sign for sign in set(text) if not sign.isalpha())}


def phrase_doc(vocab: Vocab, text: str, lexicon: Lexicon | None = None) -> Doc:
    """A phrase as the tokenizer would cut it in running text, where "a third" is one token."""
    words = [match.group().replace("’", "'") for match in TOKEN.finditer(text)]
    if lexicon and not lexicon.roles.keys().isdisjoint(word.lower() for word in words):
        words = [text[start:end] for start, end in token_offsets(text, scan(text, lexicon))]
    return Doc(vocab, words=words)


def vocab_for(packs: Packs) -> Vocab:
    """A vocabulary that knows of each word what the rules ask.

    Phrases are found by their small letters alone. Shapes, flags and norms of a language are loaded, which takes longer than
    all phrases, only for packs with token patterns, which may ask for any of them.
    """
    if not any(cue.tokens for cue in packs.cue.values()):
        return Vocab(lex_attr_getters={LOWER: str.lower})
    from spacy.util import get_lang_class
    from spacy.vocab import create_vocab

    return create_vocab(packs.lang, get_lang_class(packs.lang).Defaults)


class Vocabulary:
    """The component: adds the matches of all phrases and token patterns to the Doc.

    A phrase is made ready when the first word of it stands in a sentence: a speech holds the beginnings of a third of them.
    """

    def __init__(self, vocab: Vocab, packs: Packs) -> None:
        self.phrases = PhraseMatcher(vocab, attr="LOWER")
        self.tokens = Matcher(vocab)
        self._lexicon = packs.lexicon
        self._waiting: dict[str, dict[tuple[str, str], None]] = {}
        for phrase in phrases_of(packs):
            self._waiting.setdefault(opening(phrase.text), {})[phrase.label, phrase.text] = None
        for cue in packs.cue.values():
            if cue.tokens:
                try:
                    self.tokens.add(f"cue:phrases:{cue.id}", list(cue.tokens))
                except ValueError as error:  # spaCy's MatchPatternError is one
                    source = packs.sources[cue.id][1]
                    raise PackError(source, f"cue {cue.id}", f"tokens: no spaCy token pattern: {error}") from error

    def __call__(self, doc: Doc) -> Doc:
        self._make_ready(doc)
        doc.spans[KEY] = list(self._spans(doc))
        return doc

    def _make_ready(self, doc: Doc) -> None:
        for word in openings(doc) & self._waiting.keys():
            for label, text in self._waiting.pop(word):
                self.phrases.add(label, [phrase_doc(doc.vocab, text, self._lexicon)])

    def _spans(self, doc: Doc) -> Iterable[Span]:
        strings = doc.vocab.strings
        matches = self.phrases(doc)
        if len(self.tokens):
            matches = [*matches, *self.tokens(doc)]
        # In an order that does not depend on which phrases were made ready first.
        for start, end, label in sorted((start, end, strings[key]) for key, start, end in matches):
            yield Span(doc, start, end, label=label, span_id=label.rsplit(":", 1)[1])
