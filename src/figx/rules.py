"""The packs made ready for use: dictionaries of words, and one regular expression for each list of signs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from figx.layout import Layout, layout_from, whole_words
from figx.literals import needed
from figx.namesakes import Gazetteer
from figx.packs import Packs
from figx.schema import Attribution, Currency, SpeakerWords, Unit

CLOSED_CLASSES = frozenset(
    "determiner preposition pronoun conjunction subordinator adverb modifier_adverb particle".split()
)


@dataclass(frozen=True, slots=True)
class NounForm:
    """A form of a noun from the lists: the unit that it counts, and whether it is (or may be) a plural."""

    unit: str
    singular: str
    plural: bool
    rule: str
    proper: bool = False


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign of a currency or a unit and the rule that it belongs to."""

    rule: str
    weak: bool


@dataclass(frozen=True, slots=True)
class TrapRegex:
    """The expression of a trap. One of `needed` stands in every match as `literals` folds it, and in lower case where
    `cased` is false."""

    regex: re.Pattern[str]
    reason: str
    rule: str
    cased: bool
    needed: tuple[str, ...]


@dataclass(eq=False)
class Rules:
    """What the stages after tokenising need of the packs.

    Of the table of places: `persons` are nouns for people ("syrian"), `peoples` these and the adjectives ("turkish"),
    `places` all forms.
    """

    packs: Packs
    persons: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    peoples: frozenset[str] = frozenset()
    gazetteer: Gazetteer = field(default_factory=Gazetteer)

    @cached_property
    def traps(self) -> list[TrapRegex]:
        """Masking expressions."""
        found = []
        for trap in self.packs.trap.values():
            if trap.regex:
                regex = re.compile(trap.regex, re.VERBOSE | (0 if trap.case else re.IGNORECASE))
                found.append(TrapRegex(regex, trap.reason, trap.id, trap.case, tuple(sorted(needed(regex)))))
        return found

    @cached_property
    def classes(self) -> dict[str, frozenset[str]]:
        """Word → the classes that it belongs to."""
        words: dict[str, set[str]] = {}
        for group in self.packs.words.values():
            for word in group.words:
                words.setdefault(word.lower(), set()).add(group.class_)
        return {word: frozenset(classes) for word, classes in words.items()}

    @cached_property
    def never_verbs(self) -> frozenset[str]:
        """Words of the closed classes that are a verb in no sentence: most words of any text."""
        open_ = {"auxiliary", "past", "act", "act_of_number", "act_of_staying"}
        return frozenset({"to"}) | {
            word
            for word, classes in self.classes.items()
            if not classes.isdisjoint(CLOSED_CLASSES) and classes.isdisjoint(open_) and not word.endswith("ed")
        }

    @cached_property
    def _lists(self) -> dict[str, frozenset[str]]:
        lists: dict[str, set[str]] = {}
        for group in self.packs.words.values():
            lists.setdefault(group.class_, set()).update(word.lower() for word in group.words)
        return {name: frozenset(words) for name, words in lists.items()}

    def listed(self, name: str) -> frozenset[str]:
        """The words and phrases of a class, in lower case."""
        return self._lists.get(name, frozenset())

    @cached_property
    def nouns(self) -> dict[str, NounForm]:
        """Singular and plural forms of the listed nouns, in lower case."""
        forms: dict[str, NounForm] = {}
        for noun in self.packs.noun.values():
            for word in noun.words:
                singular, _, plural = word.lower().partition("/")
                plural = plural or pluralise(singular)
                forms.setdefault(singular, NounForm(noun.unit, singular, plural == singular, noun.id))
                forms.setdefault(plural, NounForm(noun.unit, singular, True, noun.id))
        for demonym in self.persons:
            is_plural = demonym + "s" not in self.persons
            forms.setdefault(demonym, NounForm("person", demonym, is_plural, "places.tsv", proper=True))
        return forms

    @cached_property
    def attribution(self) -> dict[str, dict[str, str]]:
        """The words that attribute a figure: part → word in lower case → rule id."""
        return _by_part(self.packs.attribution.values())

    @cached_property
    def speaker(self) -> dict[str, dict[str, str]]:
        """The words of labels and headings that name a speaker: part → word in lower case → rule id."""
        return _by_part(self.packs.speaker.values())

    @cached_property
    def layout(self) -> Layout:
        """The words that tell how a text is laid out."""
        return layout_from(rule.model_dump() for rule in self.packs.layout.values())

    @cached_property
    def trigger_phrases(self) -> dict[str, tuple[str, ...]]:
        """Phrase of a category, in lower case → the rules that it stands in."""
        return _owners((rule.id, rule.phrases) for rule in self.packs.category.values())

    @cached_property
    def trigger_words(self) -> re.Pattern[str]:
        return whole_words(self.trigger_phrases)

    @cached_property
    def status_phrases(self) -> dict[str, tuple[str, ...]]:
        """Phrase of a status, in lower case → the rules that it stands in."""
        return _owners((rule.id, rule.phrases) for rule in self.packs.cue.values() if rule.field == "status")

    @cached_property
    def status_words(self) -> re.Pattern[str]:
        return whole_words(self.status_phrases)

    @cached_property
    def flow_times(self) -> list[tuple[str, str, str]]:
        """The phrases of a time that tell a stock or a flow, with what they mean and their rule."""
        cues = [(rule, cue) for rule, cue in self.packs.cue.items() if cue.field == "flow_time"]
        return [(phrase, cue.means, rule) for rule, cue in cues for phrase in cue.phrases]

    @cached_property
    def aid_words(self) -> re.Pattern[str]:
        """Words that tell that a document is about aid."""
        return self._topic("aid")

    @cached_property
    def admission_words(self) -> re.Pattern[str]:
        """Words that tell that a document is about the admission of refugees."""
        return self._topic("admission_topic")

    @cached_property
    def programme_words(self) -> re.Pattern[str]:
        """Words that name a programme for the admission of refugees."""
        return self._topic("refugee_programme")

    @cached_property
    def stream_words(self) -> re.Pattern[str]:
        """Words that name another stream of migration."""
        return self._topic("other_stream")

    @cached_property
    def appeal_words(self) -> re.Pattern[str]:
        """Words that name an appeal for aid."""
        return self._topic("appeal_topic")

    def _topic(self, name: str) -> re.Pattern[str]:
        """Finds the words of a class, in whole documents: so their first letters are tried first."""
        words = [word.lower() for group in self.packs.words.values() if group.class_ == name for word in group.words]
        if not words:
            return re.compile("(?!)")
        first = re.escape("".join(sorted({word[0] for word in words})))
        return re.compile(rf"(?=[{first}])\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)

    @cached_property
    def currency_signs(self) -> dict[str, Sign]:
        return _signs(self.packs.currency.values())

    @cached_property
    def unit_signs(self) -> dict[str, Sign]:
        return _signs(self.packs.unit.values())

    @cached_property
    def currency_before(self) -> re.Pattern[str]:
        """A currency sign at the end of the text before a number: "US$", "\\$", "CHF "."""
        return re.compile(
            rf"(?:(?<![^\W\d_])|(?<=[a-z])(?=[£€$]))(\\?)({_alternatives(self.currency_signs)})(\s?)([-−]?)\Z"
        )

    @cached_property
    def currency_after(self) -> re.Pattern[str]:
        """A currency sign after a number: "10 €", "50 million USD"."""
        return re.compile(rf"(\s?)-?({_alternatives(self.currency_signs)})(?![^\W\d_])")

    @cached_property
    def unit_after(self) -> re.Pattern[str]:
        """A sign of a unit after a number: "5km", "1,784 MT"."""
        return re.compile(rf"(\s?)-?[\[<(]?({_alternatives(self.unit_signs)})(?![^\W\d_]|[²³]|\d)[\]>]?")

    def currency(self, rule: str) -> Currency:
        return self.packs.currency[rule]

    def unit(self, rule: str) -> Unit:
        return self.packs.unit[rule]

    def factor(self, rule: str) -> Decimal:
        return Decimal(self.packs.currency[rule].factor)


def _by_part(rules: Iterable[Attribution | SpeakerWords]) -> dict[str, dict[str, str]]:
    parts: dict[str, dict[str, str]] = defaultdict(dict)
    for rule in rules:
        for word in rule.words:
            parts[rule.part].setdefault(word.lower().replace("’", "'"), rule.id)
    return parts


def _owners(rules: Iterable[tuple[str, Iterable[str]]]) -> dict[str, tuple[str, ...]]:
    owners: dict[str, tuple[str, ...]] = {}
    for rule, phrases in rules:
        for phrase in phrases:
            key = " ".join(phrase.lower().split())
            owners[key] = (*owners.get(key, ()), rule)
    return owners


def _signs(rules: Iterable[Currency | Unit]) -> dict[str, Sign]:
    signs: dict[str, Sign] = {}
    for rule in rules:
        for weak, symbols in ((False, rule.symbols), (True, rule.weak_symbols)):
            for symbol in symbols:
                signs[symbol] = Sign(rule.id, weak)
    return signs


def _alternatives(signs: Iterable[str]) -> str:
    """The longest first; a sign of letters and "$" may have a space between ("US $")."""
    parts = []
    for sign in sorted(signs, key=len, reverse=True):
        pattern = re.escape(sign)
        if sign.endswith("$") and len(sign) > 2:  # "a $5m grant" is no "A$"
            pattern = pattern[:-2] + r"\s?\$"
        parts.append(pattern)
    return "|".join(parts) or r"(?!)"


_VES = {"wife": "wives", "life": "lives", "knife": "knives", "half": "halves", "thief": "thieves", "leaf": "leaves"}


def pluralise(singular: str) -> str:
    """The regular English plural; irregular ones stand in the packs.

    >>> pluralise("family"), pluralise("refugee"), pluralise("church")
    ('families', 'refugees', 'churches')
    """
    if singular in _VES:
        return _VES[singular]
    if re.search(r"(?:s|x|z|ch|sh)$", singular):
        return singular + "es"
    if re.search(r"[^aeiou]y$", singular):
        return singular[:-1] + "ies"
    return singular + "s"


_KEEP_E = ("shoes", "aches", "niches", "caches")


def singularise(word: str) -> str:
    """The singular of a plural that no list holds.

    >>> singularise("countries"), singularise("offices"), singularise("buses"), singularise("villages")
    ('country', 'office', 'bus', 'village')
    """
    lower = word.lower()
    for singular, plural in _VES.items():
        if lower == plural or lower.endswith(("-" + plural, "wives")):
            return lower.removesuffix(plural) + singular
    if (
        lower.endswith("ies")
        and len(lower) > 4
        and lower not in ("series", "species", "movies", "ties", "cookies", "calories", "lies", "pies", "dies")
    ):
        return lower[:-3] + "y"
    if re.search(r"(?:ss|sh|ch|x|zz|virus|[bn]us|hero|tato|mato|echo)es$", lower) and not lower.endswith(_KEEP_E):
        return lower[:-2]
    if lower.endswith("s") and not lower.endswith(("ss", "us", "is")):
        return lower[:-1]
    return lower
