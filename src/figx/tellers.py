"""Who tells: the subject before a verb of saying, with what may stand between the two, and what stands after a source."""

from __future__ import annotations

from figx.sources import Phrase, Sources
from figx.words import YEAR, Words

_PERFECT = frozenset({"has", "have", "had"})
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_REFUSED = frozenset({"not", "n't", "never", "to"})
_RELATIVE = frozenset({"who", "which"})
DATED = frozenset({"on", "late", "early", "in", "last", "this", "earlier", "of"})
_STOPS = frozenset(',;:.!?()[]–—-"“”«»')
_OPENING = {")": "(", "]": "["}
_APPOSITION = 22  # words


class Tellers:
    """Finds the subjects of verbs of saying."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources

    def subject(self, w: Words, k: int) -> tuple[Phrase | None, bool]:
        """The subject before the verb at word k, and whether the verb stands in its relative clause."""
        e = self._subject_end(w, k)
        if e < 1:
            return None, False
        if w.lower[e - 1] in _RELATIVE:
            return self.sources.before(w, e - 2 if w.word(e - 2) == "," else e - 1), True
        if w.words[e - 1] != ",":
            return self._named_before(w, self.sources.before(w, e)), False
        subject = self._before_commas(w, e - 1)
        return (None if subject and subject.kind == "pronoun" else subject), False

    def _before_commas(self, w: Words, comma: int) -> Phrase | None:
        """The subject that appositions part from its verb: "Ada Tane, mayor of Port Lind, Ruritania, said"."""
        commas = []
        for p in range(comma - 1, max(0, comma - 2 * _APPOSITION), -1):
            if w.words[p] in ";:":
                break
            if w.words[p] == ",":
                commas.append(p)
        found = None
        for n, p in enumerate(commas):
            subject = self.sources.before(w, p) or self.sources.name_before(w, p) if self._apposed(w, p + 1) else None
            first = subject is not None and subject.i == 0 and subject.kind in ("name", "person", "body")
            if subject and ((n == 0 and comma - p < _APPOSITION) or first):
                found = subject
        return found

    def _named_before(self, w: Words, subject: Phrase | None) -> Phrase | None:
        """ "Ada Tane, mayor of the town said" says who she is before the comma."""
        if (
            subject is None
            or subject.kind != "person"
            or w.word(subject.i - 1) != ","
            or w.words[subject.head][0].isupper()
        ):
            return subject
        name = self.sources.before(w, subject.i - 1)
        person = (
            name and name.j - name.name > 1 and name.kind in ("name", "person") and w.words[name.j - 1][0].isupper()
        )
        return name if person else subject

    def _subject_end(self, w: Words, k: int) -> int:
        """Where the subject ends: before the adverbs, times and "has" at the verb; 0 where it is denied or passive."""
        e = k
        while e > 0:
            word = w.lower[e - 1]
            if word in _REFUSED:
                return 0
            if word in _PERFECT or word in ("there", "here") or (word in _BE and w.lower[k].endswith("ing")):
                e -= 1
            elif self.sources.is_(w, e - 1, "auxiliary"):
                return 0
            elif word == "[":  # a link in markdown: "Oxfam [said](https://...)"
                e -= 1
            elif word in _OPENING:
                e = next((p for p in range(e - 2, max(0, e - 20), -1) if w.words[p] == _OPENING[word]), 0)
            elif self.sources.is_time(w, e - 1) or (YEAR.fullmatch(word) and w.small(e - 2) == "in"):
                e -= 1
                while w.small(e - 1) in DATED:
                    e -= 1
            elif self.sources.is_(w, e - 1, "adverb", "modifier_adverb") and not self.sources.is_name(w, e - 1):
                e -= 1
            else:
                break
        return e

    def _apposed(self, w: Words, k: int) -> bool:
        """Whether the words from k on may stand in commas after a name: "the mayor", "who leads it", "41", "citing"."""
        sources = self.sources
        return (
            sources.is_(w, k, "determiner", "preposition", "adverb")
            or bool(sources.noun(w, k))
            or sources.is_name(w, k)
            or w.words[k].isdigit()
            or w.lower[k] in _RELATIVE
            or w.lower[k] in sources.parts.get("phrase", {})
            or (sources.is_modifier(w, k) and any(sources.noun(w, p) for p in range(k + 1, k + 5)))
        )

    def apposition_end(self, w: Words, j: int) -> int:
        """The end of a source with what stands in brackets or commas after it: "Ada Tane (41), the mayor"."""
        if w.word(j) == "(":
            j = next((p + 1 for p in range(j + 1, min(j + 10, len(w))) if w.words[p] == ")"), j)
        if w.word(j) != "," or not (w.small(j + 1) in ("a", "an", "the") or self.sources.noun(w, j + 1)):
            return j
        p = next((p for p in range(j + 1, min(j + _APPOSITION, len(w))) if w.words[p] in _STOPS), len(w))
        verbs = ("auxiliary", "verb_change", "person_verb")
        clause = any(self.sources.is_(w, q, *verbs) or self.sources.is_number(w, q) for q in range(j + 1, p))
        return j if clause else p
