"""The noun phrases of a sentence that name a source: a person, a body or a report.

There is no tagger: a phrase is a run of names, source nouns of the packs and the words that may stand between them, and one
before a verb has to begin where a clause may begin.
"""

from __future__ import annotations

from dataclasses import dataclass

from figx.rules import Rules
from figx.words import POSSESSIVES, YEAR, Reader, Words

PRONOUNS = frozenset({"he", "she", "it", "they"})
_CHAIN = frozenset({"of", "for", "from", "in", "at", "on", "with", "to"})
_AND = frozenset({"and", "&", "or"})
_APOSTROPHES = frozenset({"'s", "'"})
_LONGEST = 24  # words


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase that may name a source: words `i` to `j`, from `name` without its article; `head` is its chief word.

    `kind` is name, person, people, body, paper, data or pronoun.
    """

    i: int
    name: int
    j: int
    head: int
    kind: str


class Sources(Reader):
    """Reads the phrases that name sources, by the words of the packs."""

    def __init__(self, rules: Rules) -> None:
        super().__init__(rules)
        self.particles = frozenset(rules.speaker.get("particle", ())) - _CHAIN
        self.titles = {title for part in ("title", "rank") for title in rules.speaker.get(part, ())}
        self.names = sorted((name.split() for name in self.parts.get("name", ())), key=lambda name: (-len(name), name))

    # -- leftward, from a verb ------------------------------------------------------------------------------------------

    def before(self, w: Words, j: int) -> Phrase | None:
        """The phrase that ends before word j, None where none does that may begin a clause."""
        if j > 1 and YEAR.fullmatch(w.words[j - 1]) and self.is_name(w, j - 2):
            j -= 1
        if j > 0 and w.lower[j - 1] in PRONOUNS and self.opens(w, j - 1) and w.words[j - 1] != "IT":
            return Phrase(j - 1, j - 1, j, j - 1, "pronoun")
        if j < 1 or not (self.is_name(w, j - 1) or self.noun(w, j - 1) or self._placed(w, j) < j):
            return None
        first, name = self._extent(w, j, joined=True)
        if self.opens(w, first):
            return self._phrase(w, first, name, j)
        first, name = self._extent(w, j, joined=False)
        alone = j - name > 1 or first < name or self.is_acronym(w, name) or self.noun(w, name)
        return self._phrase(w, first, name, j) if alone and self.opens(w, first) else None

    def _placed(self, w: Words, j: int) -> int:
        """The noun whose place or rank ends before word j: "residents of the village"; j itself where there is none."""
        k = j - 1
        while j - k < 3 and self.is_modifier(w, k) and self.is_modifier(w, k - 1):
            k -= 1
        here = self.is_modifier(w, k) and (self.is_article(w, k - 1) or w.small(k - 1) in POSSESSIVES)
        if here and k > 2 and w.lower[k - 2] in _CHAIN and self.noun(w, k - 3) in ("person", "body"):
            return k - 3
        return j

    def name_before(self, w: Words, j: int) -> Phrase | None:
        """The name of several words that ends before word j, wherever it begins: a heading may be glued to it."""
        first, name = self._extent(w, j, joined=False) if self.is_name(w, j - 1) else (j, j)
        alone = j - name > 1 and all(self.is_name(w, k) for k in range(name, j))
        return self._phrase(w, first, name, j) if alone and not self.is_(w, first - 1, "preposition", "verb") else None

    def _extent(self, w: Words, j: int, *, joined: bool) -> tuple[int, int]:
        """Where the phrase that ends before word j begins, with its article and without."""
        i = min(j - 1, self._placed(w, j))
        while i > 0 and j - i < _LONGEST and (left := self._leftward(w, i, joined=joined)) < i:
            i = left
        first = i
        while first > 0 and (self.is_article(w, first - 1) or self.is_number(w, first - 1)):
            first -= 1
            if first > 1 and w.lower[first - 1] == "of" and self.is_number(w, first - 2):
                first -= 1
        if first == i and w.small(i - 1) in POSSESSIVES:
            first = i = i - 1
        return first, i

    def _leftward(self, w: Words, i: int, *, joined: bool) -> int:
        """Where the phrase begins that holds word i as its first so far: i itself where nothing more belongs to it."""
        k = i - 1
        for name in self.names:
            if w.lower[max(0, i + 1 - len(name)) : i + 1] == name:
                return i + 1 - len(name)
        if self.is_name(w, k) or self.noun(w, k):
            return k
        if w.lower[k] == ")" and k > 2 and w.words[k - 2] == "(" and self.is_acronym(w, k - 1):
            owned = 1 if w.lower[k - 3] in _APOSTROPHES and k > 3 else 0
            return k - 3 - owned if self.is_name(w, k - 3 - owned) or self.noun(w, k - 3 - owned) else i
        if w.lower[k] in _APOSTROPHES and k > 0:
            return k - 1 if self.is_name(w, k - 1) or self.noun(w, k - 1) or self.is_modifier(w, k - 1) else i
        if w.lower[k] in self.particles and self.is_name(w, k - 1):
            return k - 1
        if YEAR.fullmatch(w.words[k]) and w.small(k - 1) in _APOSTROPHES:
            return k
        joint = k - 1 if self.is_article(w, k) or w.lower[k] in POSSESSIVES else k
        if joint > 0 and w.words[joint] in _CHAIN and (self.noun(w, joint - 1) or self.is_name(w, joint - 1)):
            return joint - 1
        if joint > 0 and w.lower[joint] == "by" and (paper := self._paper(w, joint)) >= 0:
            return paper
        if joint > 0 and joined and w.lower[joint] in _AND:
            return self._joined(w, joint, i)
        return self._modified(w, i) if self.is_modifier(w, k) else i

    def _modified(self, w: Words, i: int) -> int:
        """Where the adjectives before word i begin: before a name they want an article, "the state-run Xinhua"."""
        if w.words[i][0].islower():
            return i - 1
        first = i - 1
        while i - first < 3 and self.is_modifier(w, first - 1):
            first -= 1
        if w.small(first - 1) in _CHAIN and self.noun(w, first - 2) == "person":
            return first - 2  # "director of relief operations Ada Tane"
        return first if self.is_article(w, first - 1) or w.small(first - 1) in _APOSTROPHES else i

    def _joined(self, w: Words, joint: int, i: int) -> int:
        """The beginning of what "and" joins to the phrase at word i: "UNHCR and", "Ministry of Water, Energy and"."""
        if not (self.is_name(w, joint - 1) or self.noun(w, joint - 1)):
            modifiers = self.is_modifier(w, joint - 1) and self.is_modifier(w, i) and not self.noun(w, i)
            return joint - 1 if modifiers else i  # "flood control and drought prevention office"
        first, name = self._extent(w, joint, joined=True)
        if (
            first > 1
            and w.words[first - 1] == ","
            and (listed := self.before(w, first - 1))
            and listed.kind != "pronoun"
        ):
            return listed.name
        within = first > 0 and w.lower[first - 1] in (*_CHAIN, "by")
        return name if self.opens(w, first) or within else i

    def _paper(self, w: Words, by: int) -> int:
        """The report or figures "by" whose maker stands at word `by`: "a survey conducted last year by"; -1 for none."""
        for k in range(by - 1, max(-1, by - 6), -1):
            if self.noun(w, k) in ("paper", "data"):
                return k
            if w.is_sign(k) or self.is_(w, k, "auxiliary", "subordinator", "conjunction", "pronoun"):
                break
        return -1

    def opens(self, w: Words, i: int) -> bool:
        """Whether a clause may begin at word i, going by the word before it."""
        k = i - 1
        if k < 0 or (w.is_sign(k) and w.words[k] not in "'%$") or (w.words[k] == "'" and w.word(k - 1) in ",.?!"):
            return True
        if self.is_(w, k, "preposition") and not self.is_(w, k, "subordinator"):
            return False
        if self.is_(w, k, "conjunction", "subordinator", "time_noun", "adverb", "modifier_adverb"):
            return True
        said = any(w.lower[k] in self.parts.get(part, ()) for part in ("verb", "verb_that"))
        return said or bool(YEAR.fullmatch(w.words[k]))

    # -- rightward, from "according to" ---------------------------------------------------------------------------------

    def after(self, w: Words, i: int) -> Phrase | None:
        """The phrase that begins at word i, None where none does."""
        start = i
        while self.is_article(w, start) or self.is_number(w, start) or (start > i and w.small(start) == "of"):
            start += 1
        j = self._run(w, start)
        while start < j < len(w) and (longer := self._rightward(w, j)) > j and longer - start < _LONGEST:
            j = longer
        return self._phrase(w, i, start, j) if j > start else None

    def _run(self, w: Words, k: int) -> int:
        """The end of the run of names, source nouns and their modifiers from word k; k itself where there is none."""
        for name in self.names:
            if w.lower[k : k + len(name)] == name:
                return k + len(name)
        end = k
        if w.small(k) in POSSESSIVES:
            k += 1
        while k < len(w):
            if self.is_name(w, k) or self.noun(w, k):
                end = k + 1
            elif not (
                w.lower[k] in _APOSTROPHES
                or (w.lower[k] in self.particles and self.is_name(w, k + 1))
                or (self.is_modifier(w, k) and k - end < 4)
            ):
                break
            k += 1
        return end

    def _rightward(self, w: Words, j: int) -> int:
        """Where the phrase ends that has an end at word j: j itself where nothing more belongs to it."""
        joint, last = w.lower[j], self.noun(w, j - 1)
        k = j + 1
        while self.is_article(w, k):
            k += 1
        end = self._run(w, k)
        if end <= k and k > j + 1 and joint in _CHAIN and last in ("person", "body"):
            while end < len(w) and end - k < 3 and self.is_modifier(w, end):
                end += 1  # "residents of the village"
        if end <= k or k >= len(w):
            return j
        if joint == "of" or (joint in ("for", "on") and last and not self.is_acronym(w, j - 1)):
            return end
        if joint in _CHAIN and last and w.words[j - 1][0].islower():
            return end
        # What follows "and" may begin a clause of its own: "according to Oxfam and police are".
        clause = self.is_(w, end, "verb", "auxiliary", "person_verb", "verb_change")
        return end if joint in _AND and not clause else j

    def _phrase(self, w: Words, i: int, name: int, j: int) -> Phrase | None:
        head = max(name, min(self._run(w, name), j) - 1)
        if w.lower[name] in self.parts.get("reference", ()) and (name + 1 == j or not self.noun(w, head)):
            return None
        kind = self.noun(w, head)
        if w.words[head][0].isupper() and head > 0:
            kind = "body" if self.is_acronym(w, head) else "" if kind in ("paper", "data") else kind
        elif kind == "person" and w.lower[head].endswith(("s", "men", "people", "staff")):
            kind = "people"
        if not kind and (w.lower[name] in self.titles or self.noun(w, name) == "person"):
            kind = "person"  # "Mayor Ada Tane"
        return Phrase(i, name, j, head, kind or "name")

    def estimate(self, w: Words, k: int) -> Phrase | None:
        """The phrase whose chief word is the noun at word k, where "of" and a number follow: "an OIA estimate of 300"."""
        if self.noun(w, k) != "data" or w.small(k + 1) != "of":
            return None
        number = next((p for p in range(k + 2, min(k + 5, len(w))) if self.is_number(w, p)), 0)
        if not number:
            return None
        first, name = self._extent(w, k + 1, joined=False)
        return Phrase(first, name, number, k, "data")

    # -- the name that a phrase gives -----------------------------------------------------------------------------------

    def name(self, w: Words, phrase: Phrase) -> str:
        """The source as written, without its article; of "a report by Oxfam" Oxfam, of bare "figures" nothing."""
        if phrase.kind not in ("paper", "data"):
            j = phrase.j
            while j - 1 > phrase.head and self._is_work(w, j - 1):
                j -= 1  # "Ministry of Health figures", "ministry's 2023 report"
            return w.raw(phrase.name, j)
        if owner := self.owner(w, phrase):
            return owner
        official = not self.parts.get("official", {}).keys().isdisjoint(w.lower[phrase.name : phrase.head])
        own = any(self.is_name(w, k) for k in range(max(1, phrase.name), phrase.head))
        return w.raw(phrase.name, phrase.head + 1) if phrase.kind == "paper" or official or own else ""

    def _is_work(self, w: Words, i: int) -> bool:
        """Whether word i belongs to a report or figures and not to their owner's name."""
        work = w.words[i][0].islower() and self.noun(w, i) in ("paper", "data")
        return work or bool(YEAR.fullmatch(w.words[i])) or w.lower[i] in _APOSTROPHES

    def owner(self, w: Words, phrase: Phrase) -> str:
        """Whose a report or figures are: "data compiled by Oxfam", "Oxfam's latest figures", "a government survey"."""
        return self._maker(w, phrase) or self.possessor(w, phrase)

    def _maker(self, w: Words, phrase: Phrase) -> str:
        """Who stands after it with "by" or "from"."""
        for k in range(phrase.head + 1, min(phrase.head + 7, len(w) - 1)):
            if w.lower[k] in ("by", "from") and (maker := self.after(w, k + 1)) and maker.kind not in ("paper", "data"):
                return w.raw(maker.name, maker.j)
            if w.is_sign(k) or self.is_(w, k, "auxiliary", "subordinator"):
                break
        return ""

    def possessor(self, w: Words, phrase: Phrase) -> str:
        """Who stands before the noun; "Turkish figures" are no source's, nor is a lone capital at the sentence's start."""
        k, name = phrase.head, phrase.name
        while k > name:
            part = self.noun(w, k - 1)
            if part in ("body", "person") or (self.is_name(w, k - 1) and part not in ("paper", "data")):
                break
            k -= 1
        first = k - name == 1 and name == 0 and not self.is_acronym(w, 0) and not self.noun(w, 0)
        first = first and w.small(k) not in _APOSTROPHES
        first = first or w.lower[name:k] == ["official"]
        if k == name or first or w.lower[k - 1] in self.rules.peoples:
            return ""
        while name < k - 1 and self.is_modifier(w, name) and w.words[name][0].islower() and self.is_name(w, name + 1):
            name += 1
        return w.raw(name, k)
