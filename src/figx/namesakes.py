"""Which countries a document names beyond doubt, and what that makes of words that may mean several: "Congolese"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property

from figx.places import PlaceForm

_WORD = re.compile(r"[^\W\d_](?:\.[^\W\d_])+\.?|[^\W\d_]+(?:[-'’](?!s\b)[^\W\d_]+)*")


class Gazetteer:
    """The table of places by the first word of each form: finds names in a text in time linear in its length."""

    def __init__(self, forms: Iterable[PlaceForm] = ()) -> None:
        self.forms = {_key(form.form): form for form in forms}

    @cached_property
    def _longest(self) -> Mapping[str, int]:
        """The first word of a form → the number of words of the longest form that begins with it."""
        longest: dict[str, int] = {}
        for key in self.forms:
            words = _WORD.findall(key)
            if words:
                longest[words[0]] = max(longest.get(words[0], 0), len(words))
        return longest

    def find(self, text: str) -> Iterable[PlaceForm]:
        """The forms in the text, the longest at each place, none inside another."""
        spans = [match.span() for match in _WORD.finditer(text)]
        k = 0
        while k < len(spans):
            step = 1
            for length in range(self._longest.get(_key(text[slice(*spans[k])]), 0), 0, -1):
                if k + length > len(spans):
                    continue
                raw = " ".join(text[spans[k][0] : spans[k + length - 1][1]].replace("’", "'").split())
                form = self.forms.get(_key(raw))
                if form and form.matches(raw):
                    yield form
                    step = length
                    break
            k += step


class NamedPlaces:
    """The countries that one document names. They are counted when a word is first asked for, in most texts never."""

    def __init__(self, text: str = "", gazetteer: Gazetteer | None = None) -> None:
        self._text, self._gazetteer = text, gazetteer or Gazetteer()

    @cached_property
    def counts(self) -> Counter[str]:
        """ISO code → how often the document names the country, a town or people of it by a word that leaves no doubt."""
        found = self._gazetteer.find(self._text)
        return Counter(form.iso3[0] for form in found if len(form.iso3) == 1 and not form.ambiguous)

    def settle(self, word: str) -> str | None:
        """The code of the country that an ambiguous `word` means in this document, "" where the document leaves it open.

        A word of several countries means the only one of them that is named besides. A word of one country that has
        rivals ("Georgia", which is a state of the USA too) means it unless only rivals are named. None for a word that
        seldom means a country ("Reunion") where no other word names it.
        """
        form = self._gazetteer.forms.get(_key(word))
        if form is None:
            return None
        named = [code for code in form.iso3 if self.counts[code]]
        if len(form.iso3) > 1:
            return named[0] if len(named) == 1 else ""
        if named or not any(self.counts[code] for code in form.rivals if code != "*"):
            return form.iso3[0] if named or "*" not in form.rivals else None
        return ""


def _key(word: str) -> str:
    return " ".join(word.replace("’", "'").casefold().split())
