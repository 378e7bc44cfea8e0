"""What may stand in a pattern pack: one pydantic model a table. Only `packs.py` imports this module."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from figx.figure import FIELDS, Flow, Kind, Qualifier, Status, Trend
from figx.timegrammar.words import CLASSES, MEANINGS

Word = Annotated[str, Field(min_length=1)]
Words = list[Word]
TokenPattern = list[dict[str, Any]]
# How a number hangs on a word of change.
Takes = Literal["bare", "share", "by", "to", "from", "of", "at", "with", "object", "total", "after", "than"]


_NUMBERS = frozenset({"value", "low", "high", "norm_value", "baseline", "persons"})
_LISTS = frozenset({"places", "rule", "flags"})
_MEANINGS: dict[str, type[Qualifier] | type[Status] | type[Trend] | type[Flow]] = {
    "flow": Flow,
    "flow_time": Flow,
    "qualifier": Qualifier,
    "status": Status,
    "trend": Trend,
}


def _decimal(number: str) -> Decimal:
    try:
        value = Decimal(number)
    except InvalidOperation as error:
        raise ValueError(f"not a number: {number!r}") from error
    if not value.is_finite() or value <= 0:
        raise ValueError(f"not a number above nought: {number!r}")
    return value


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Rule(_Table):
    id: str = Field(pattern=r"^[a-z]{2,3}(?:\.[a-z0-9_-]+){2,}$", description="a readable name: en.qualifier.at-least")


class PackMeta(_Table):
    """`[pack]`: once in a folder."""

    lang: str
    name: str = ""
    decimal: Literal[".", ","] = "."
    group: str = ","


class NumeralsTable(_Table):
    """`[numerals]`: how the language writes numbers."""

    negative: Words
    article: Words
    and_: Words = Field(alias="and")
    point: Words
    over: Words
    half: Words
    weak_suffixes: Words
    cardinals: dict[str, int]
    scales: dict[str, int]
    suffixes: dict[str, int]
    denominators: dict[str, int]
    vague: dict[str, int]


class TimesTable(_Table):
    """`[times]`: how the language says when. `words` are classes of words, the others map words to what they mean."""

    cased: Words = []
    words: dict[str, Words]
    months: dict[str, Annotated[int, Field(ge=1, le=12)]]
    weekdays: dict[str, Annotated[int, Field(ge=1, le=7)]]
    ordinals: dict[str, int] = {}
    century_ordinals: dict[str, int] = {}
    decades: dict[str, int] = {}
    units: dict[str, Words]
    prepositions: dict[str, Words]
    which: dict[str, Words]
    edges: dict[str, Words]
    parts: dict[str, Words]
    now: dict[str, Words]
    quarter_signs: dict[str, Words] = {}
    fiscal_starts: dict[str, Words] = {}

    @model_validator(mode="after")
    def _is_known(self) -> TimesTable:
        _known_keys("words", self.words, CLASSES)
        for name, meanings in MEANINGS.items():
            if meanings is not None:
                _known_keys(name, getattr(self, name), meanings)
        _known_keys("fiscal_starts", self.fiscal_starts, frozenset(self.months))
        return self


def _known_keys(name: str, table: dict[str, Words], known: frozenset[str]) -> None:
    for key in table:
        if key not in known:
            raise ValueError(f"the grammar has no {name}.{key}; it has: {', '.join(sorted(known))}")


class Cue(_Rule):
    """`[[cue]]`: words near a number that decide a field of its figure."""

    field: Literal["qualifier", "status", "trend", "multiple", "flow", "flow_time", "baseline"] = "qualifier"
    means: str
    side: Literal["before", "after"] = "before"
    kinds: list[Kind] = []  # figures of these kinds alone; empty: of any
    takes: list[Takes] = []
    phrases: Words = []
    tokens: list[TokenPattern] = []

    @model_validator(mode="after")
    def _has_words(self) -> Cue:
        if not (self.phrases or self.tokens):
            raise ValueError("a cue needs `phrases` or `tokens`")
        return self

    @model_validator(mode="after")
    def _means_something(self) -> Cue:
        meanings = {str(meaning) for meaning in _MEANINGS.get(self.field, ())}
        if self.field == "trend":
            meanings.add("either")
        if meanings and self.means not in meanings:
            known = ", ".join(sorted(meanings))
            raise ValueError(f"`means` is {self.means!r}; for the field {self.field} it is one of: {known}")
        if self.field == "multiple":
            _decimal(self.means)
        if bool(self.takes) != (self.field == "trend"):
            raise ValueError("`takes` is for the field trend, which needs it, and for no other")
        return self

    @field_validator("tokens")
    @classmethod
    def _patterns(cls, tokens: list[TokenPattern]) -> list[TokenPattern]:
        if any(not pattern for pattern in tokens):
            raise ValueError("a token pattern is empty")
        return tokens


class Trap(_Rule):
    """`[[trap]]`: numbers that are no figure.

    `regex` masks the characters that it matches; `before` and `after` are words beside a number that make it a name;
    `words` are phrases that hold a number word. `reason` is told to the user. `spares_money` leaves a number alone that a
    currency or a degree belongs to ("R450", "18C").
    """

    reason: str
    regex: str = ""
    spares_money: bool = False
    case: bool = True
    before: Words = []
    after: Words = []
    words: Words = []

    @field_validator("regex")
    @classmethod
    def _compiles(cls, regex: str) -> str:
        try:
            compiled = re.compile(regex, re.VERBOSE)
        except re.error as error:
            raise ValueError(f"not a regular expression: {error}") from error
        if regex and compiled.match(""):
            raise ValueError("the regular expression matches the empty text, so it would match everywhere")
        return regex

    @model_validator(mode="after")
    def _has_words(self) -> Trap:
        if not (self.regex or self.before or self.after or self.words):
            raise ValueError("a trap needs one of `regex`, `before`, `after` and `words`")
        return self


class Unit(_Rule):
    """`[[unit]]`: a unit of measure or of time."""

    unit: str
    kind: Literal["measure", "duration"] = "measure"
    phrases: Words = []
    symbols: Words = []
    weak_symbols: Words = []

    @field_validator("unit")
    @classmethod
    def _is_known(cls, unit: str) -> str:
        from figx.units import known

        if not known(unit):
            raise ValueError(f"`patterns/units.txt` does not define {unit!r}")
        return unit


class Currency(_Rule):
    """`[[currency]]`: names and signs of money. `codes` are those that an ambiguous name may mean."""

    code: str = Field(default="", pattern=r"^(?:[A-Z]{3})?$")
    codes: Words = []
    factor: str = "1"

    @field_validator("factor")
    @classmethod
    def _is_number(cls, factor: str) -> str:
        _decimal(factor)
        return factor

    phrases: Words = []
    symbols: Words = []
    weak_symbols: Words = []


class Noun(_Rule):
    """`[[noun]]`: nouns that count people, households, homes; "singular/plural" where the plural is irregular."""

    unit: str = ""
    words: Words


class WordClass(_Rule):
    """`[[words]]`: closed classes and verbs, which tell where a counted noun ends."""

    class_: str = Field(alias="class")
    words: Words


class Trigger(_Rule):
    """`[[category]]`: words that decide the category of a figure.

    `where` is noun (the counted noun) or near (the figure's clause first, then the clauses around it). `argument` says what
    counted people are to the verb: the object of "displaced", the subject of "fled". `units` limits the trigger to figures
    of these units or kinds, `with` to sentences that hold one of these words. `weak` words count in documents about aid
    only, those with `yields` only where the noun does not say itself who the people are. `except` are phrases that hold the
    words and mean something else. `by_place` wants a country or the like as the verb's subject, `then` one of these words
    right after the counted noun: "sent 300 men home". `term` is the reporting term that the words come down to. A category
    that figx does not know needs a `definition`; `flow` is what it is by nature, `before` the category that it comes before
    in the order.
    """

    category: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    term: str = ""
    where: Literal["noun", "near"] = "near"
    argument: Literal["", "subject", "object", "recipient"] = ""
    units: list[str] = []  # "" is a figure whose unit is not said
    with_any: Words = Field(default=[], alias="with")
    weak: bool = False
    yields: bool = False
    by_place: bool = False
    then: Words = []
    except_: Words = Field(default=[], alias="except")
    definition: str = ""
    before: str = ""
    flow: Literal["", "stock", "flow"] = ""
    phrases: Words


class Attribution(_Rule):
    """`[[attribution]]`: words that tell who is said to state a figure.

    `verb` takes what is said with or without "that", `verb_bare` too but right after its subject alone ("experts
    estimate"), `verb_that` with "that" alone or at the end of a sentence, `verb_claim` without "that" where a person or body
    is the subject ("officials claim", not "the storm claimed"), `verb_object` an object as far as the next comma,
    `verb_finding` a report or survey as subject, `verb_put` "the toll at", `verb_told` the one who is told. A `participle`
    goes on with the subject before it, a `participle_that` where "that" or a clause follows. A `phrase` stands before the
    source. Sources are a `person`, a `body`, a `paper` (a report) or `data` (figures, which are their owner's); `official`
    makes data a source themselves, `name` holds a small word ("Save the Children"), `reference` is no source. `label` is
    "Source" before a colon.
    """

    part: Literal[
        "verb", "verb_bare", "verb_claim", "verb_that", "verb_object", "verb_finding", "verb_put", "verb_told", "participle",
        "participle_that", "phrase", "person", "body", "paper", "data", "name", "official", "reference", "label",
    ]  # fmt: skip
    words: Words


class SpeakerWords(_Rule):
    """`[[speaker]]`: words of the labels and headings that tell who speaks.

    `title` stands before a name and `role` alone; `rank` and `weak_role` do so too but mean other things as well, and want
    words of speech after them. `particle` stands inside a name ("van"), `letters` after it ("MP"), `never` in no label;
    `spoken` are words of speech ("I", "you"); `byline` stands before the speaker's name in a heading ("Remarks by"),
    `speech` is the heading of a speech, `end` a line after which nobody speaks.
    """

    part: Literal[
        "title", "rank", "role", "weak_role", "particle", "letters", "never", "spoken", "byline", "speech", "end"
    ]  # fmt: skip
    words: Words


class PlaceName(_Rule):
    """`[[place]]`: names of a country and what its people are called; without `iso3`, names that mean no country."""

    iso3: str = Field(default="", pattern=r"^(?:[A-Z]{3})?$")
    names: Words = []
    demonyms: Words = []

    @field_validator("iso3")
    @classmethod
    def _is_code(cls, iso3: str) -> str:
        from figx.places import is_code

        if iso3 and not is_code(iso3):
            raise ValueError(f"{iso3!r} is no ISO 3166-1 alpha-3 code; codes of your own begin with X")
        return iso3

    @model_validator(mode="after")
    def _has_words(self) -> PlaceName:
        if not (self.names or self.demonyms):
            raise ValueError("a place needs `names` or `demonyms`")
        for word in (*self.names, *self.demonyms):
            if not any(part[:1].isupper() for part in word.split()[:1]):
                raise ValueError(f"{word!r} has to begin with a capital: names match with their capitals")
        return self


class LayoutRule(_Rule):
    """`[[layout]]`: how texts are laid out; `part` says what the words do, `regex` matches a whole line of furniture."""

    part: Literal["abbreviation", "opener", "joint", "scale", "furniture", "note", "aside", "pointer"]
    phrases: Words = []
    regex: str = ""

    @field_validator("regex")
    @classmethod
    def _compiles(cls, regex: str) -> str:
        try:
            compiled = re.compile(regex, re.VERBOSE | re.IGNORECASE)
        except re.error as error:
            raise ValueError(f"not a regular expression: {error}") from error
        if regex and compiled.fullmatch(""):
            raise ValueError("the regular expression matches the empty line")
        return regex

    @model_validator(mode="after")
    def _has_words(self) -> LayoutRule:
        if not (self.phrases or self.regex):
            raise ValueError("a layout rule needs `phrases` or `regex`")
        if self.regex and self.part != "furniture":
            raise ValueError(f"`regex` is for furniture; {self.part} takes `phrases`")
        return self


class Example(_Table):
    """`[[example]]`: a text and all its figures; only the keys given are compared."""

    text: str
    figures: list[dict[str, Any]]
    kinds: Literal["", "all"] = ""
    known_gap: str = ""

    @field_validator("figures")
    @classmethod
    def _has_fields(cls, figures: list[dict[str, Any]]) -> list[dict[str, Any]]:
        for key, value in (item for figure in figures for item in figure.items()):
            if key not in FIELDS:
                raise ValueError(f"{key!r} is no field of a figure")
            if key in _NUMBERS and not isinstance(value, int | float):
                raise ValueError(f"{key}: not a number: {value!r}")
            if key in _LISTS and not isinstance(value, list):
                raise ValueError(f"{key}: not a list: {value!r}")
        return figures


class PackFile(_Table):
    """One TOML file of a pack."""

    pack: PackMeta | None = None
    numerals: NumeralsTable | None = None
    times: TimesTable | None = None
    cue: list[Cue] = []
    trap: list[Trap] = []
    unit: list[Unit] = []
    currency: list[Currency] = []
    noun: list[Noun] = []
    words: list[WordClass] = []
    category: list[Trigger] = []
    attribution: list[Attribution] = []
    speaker: list[SpeakerWords] = []
    place: list[PlaceName] = []
    layout: list[LayoutRule] = []
    example: list[Example] = []
    disable: list[str] = []


TABLES = ("cue", "trap", "unit", "currency", "noun", "words", "category", "attribution", "speaker", "place", "layout")
