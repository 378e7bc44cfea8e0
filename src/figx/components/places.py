"""Finds names and demonyms of countries. The longest match wins: "New Mexico" is not Mexico, "South Sudan" not Sudan."""

from __future__ import annotations

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans
from spacy.vocab import Vocab

from figx.components.vocabulary import phrase_doc
from figx.packs import Packs
from figx.places import PlaceForm, load_places, surface_forms

KEY = "figx.places"


class Places:
    """The component: `doc.spans["figx.places"]`, the label is the ISO 3166 alpha-3 codes joined with ";"."""

    def __init__(self, vocab: Vocab, packs: Packs) -> None:
        forms = surface_forms(load_places(packs.places)) if packs.places else {}
        self.forms: dict[str, PlaceForm] = {_key(form): place for form, place in forms.items() if "’" not in form}
        self.matcher = PhraseMatcher(vocab, attr="LOWER")
        self.matcher.add("place", [phrase_doc(vocab, form) for form in forms])

    def __call__(self, doc: Doc) -> Doc:
        text, offsets = doc.user_data["figx"]["text"], doc.user_data["figx"]["offsets"]
        spans = []
        for _, start, end in self.matcher(doc):
            raw = " ".join(text[offsets[start][0] : offsets[end - 1][1]].replace("’", "'").split())
            place = self.forms.get(_key(raw))
            if place and place.matches(raw):
                label = ";".join(place.iso3)
                spans.append(
                    Span(doc, start, end, label=label, span_id=f"{place.sort}{'?' if place.ambiguous else ''}")
                )
        doc.spans[KEY] = filter_spans(spans)
        return doc


def _key(form: str) -> str:
    return form.casefold()
