"""`nlp.add_pipe("figx")`: figures on anybody's spaCy pipeline, whatever its tokenizer and models."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc, Span

if TYPE_CHECKING:
    from figx.pipeline import Extractor

KEY = "figx"


@Language.factory("figx", default_config={"lang": None, "patterns": []})
def create_figx(nlp: Language, name: str, lang: str | None, patterns: list[str]) -> Figx:
    """The component, for the language of the pipeline or the one given; `patterns` are folders of further packs."""
    return Figx(lang or str(nlp.lang), [Path(folder) for folder in patterns])


class Figx:
    """Puts the figures into `doc.spans["figx"]`: the label is the kind, the span id the figure's id.

    `doc.user_data["figx"]` holds the whole records as JSON, in the same order, with exact character offsets. Spans are
    widened to the tokens of the pipeline.
    """

    def __init__(self, lang: str, patterns: list[Path]) -> None:
        self.lang, self.patterns = lang, patterns
        self._extractor: Extractor | None = None

    def __call__(self, doc: Doc) -> Doc:
        from figx.writers.json import dumps

        if self._extractor is None:
            from figx.pipeline import Extractor

            self._extractor = Extractor(self.lang, self.patterns)
        figures = self._extractor.extract(doc.text)
        spans = []
        for figure in figures:
            span = doc.char_span(figure.start, figure.end, label=figure.kind.value, alignment_mode="expand")
            if span is not None:
                spans.append(Span(doc, span.start, span.end, label=figure.kind.value, span_id=figure.id))
        doc.spans[KEY] = spans
        doc.user_data[KEY] = [json.loads(dumps(figure.as_dict())) for figure in figures]
        return doc
