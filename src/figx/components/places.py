"""Finds names and demonyms of countries. The longest match wins: "New Mexico" is not Mexico, "South Sudan" not Sudan."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans
from spacy.vocab import Vocab

from figx.components.vocabulary import opening, openings, phrase_doc
from figx.namesakes import Gazetteer
from figx.packs import Packs
from figx.places import PlaceForm, load_places, named_forms, surface_forms

KEY = "figx.places"


class Places:
    """The component: `doc.spans["figx.places"]`, the label is the ISO 3166 alpha-3 codes joined with ";".

    The span id is the sort of word, with "?" where it may mean something else. The countries of a word with a hyphen
    ("US-Mexico", "Syrian-born") are spans of the same token.
    """

    def __init__(self, vocab: Vocab, packs: Packs) -> None:
        forms = surface_forms(load_places(packs.places)) if packs.places else {}
        for place in packs.place.values():
            forms |= named_forms(place.names, place.demonyms, place.iso3)
        self.forms: dict[str, PlaceForm] = {_key(form): place for form, place in forms.items() if "’" not in form}
        self.gazetteer = Gazetteer(self.forms.values())
        self.matcher = PhraseMatcher(vocab, attr="LOWER")
        # Made ready when their first word stands in a sentence.
        self._waiting: dict[str, list[str]] = {}
        for form in forms:
            self._waiting.setdefault(opening(form), []).append(form)
        self.prefixes, self.endings = _words(packs, "place_prefix"), _words(packs, "place_ending")

    def __call__(self, doc: Doc) -> Doc:
        text, offsets = doc.user_data["figx"]["text"], doc.user_data["figx"]["offsets"]
        for word in openings(doc) & self._waiting.keys():
            self.matcher.add("place", [phrase_doc(doc.vocab, form) for form in self._waiting.pop(word)])
        spans = []
        for _, start, end in self.matcher(doc):
            place = self._form(text[offsets[start][0] : offsets[end - 1][1]])
            if place and not _goes_on(doc, start, end):
                spans.append(_span(doc, start, end, place))
        found = filter_spans(spans)
        taken = {i for span in found for i in range(span.start, span.end)}
        compounds = [
            _span(doc, i, i + 1, place)
            for i, (begin, stop) in enumerate(offsets if "-" in text or "‑" in text else ())
            if i not in taken
            for place in self._compound(text[begin:stop])
        ]
        doc.spans[KEY] = sorted([*found, *compounds], key=lambda span: span.start) if compounds else found
        return doc

    def _form(self, raw: str) -> PlaceForm | None:
        word = " ".join(raw.replace("’", "'").split())
        form = self.forms.get(_key(word))
        return form if form and form.matches(word) else None

    def _compound(self, word: str) -> Iterator[PlaceForm]:
        """The countries of a word with a hyphen: all its parts begin with a capital, or the last is one of `endings`."""
        parts = word.replace("‑", "-").split("-")
        if len(parts) < 2 or parts[0].lower() in self.prefixes:
            return
        if not all(part[:1].isupper() or part in self.endings for part in parts):
            return
        for part in parts:
            form = self._form(part)
            if form and form.iso3 and form.sort != "city":
                yield form


def _goes_on(doc: Doc, start: int, end: int) -> bool:
    """Whether an inverted name is none, as another begins in it: "North Korea, Republic of Moldova"."""
    inverted = any(doc[i].text == "," for i in range(start, end)) and doc[end - 1].text.islower()
    return inverted and end < len(doc) and doc[end].text[:1].isupper()


def _words(packs: Packs, name: str) -> frozenset[str]:
    return frozenset(word for group in packs.words.values() if group.class_ == name for word in group.words)


def _span(doc: Doc, start: int, end: int, place: PlaceForm) -> Span:
    return Span(doc, start, end, label=";".join(place.iso3), span_id=f"{place.sort}{'?' if place.ambiguous else ''}")


def _key(form: str) -> str:
    return form.casefold()
