"""Find, read, validate and merge pattern packs.

Order: the shipped pack, installed packs (entry point `figx.patterns`), then the folders that the user names. A rule with
an id that is there already replaces it; `disable = ["id"]` removes one.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING, Any

from figx.errors import LanguageError, PackError
from figx.figure import Flow
from figx.lexicon import Lexicon, lexicon_from
from figx.paths import languages, patterns_dir
from figx.taxonomy import Definition, Taxonomy, load_taxonomy
from figx.timegrammar.words import TimeWords

if TYPE_CHECKING:
    from figx.schema import (
        Attribution,
        Cue,
        Currency,
        Example,
        LayoutRule,
        Noun,
        PackFile,
        PlaceName,
        SpeakerWords,
        Trap,
        Trigger,
        Unit,
        WordClass,
    )

__all__ = ["Packs", "RuleInfo", "languages", "load_packs", "patterns_dir"]


@dataclass(frozen=True, slots=True)
class RuleInfo:
    """A rule for a listing: its id, the table it stands in, the file it comes from and what it is about."""

    id: str
    table: str
    source: Path
    summary: str


@dataclass(slots=True)
class Packs:
    """All rules of a language, merged. Each mapping is id → rule, in the order they were first read."""

    lang: str
    lexicon: Lexicon
    taxonomy: Taxonomy = field(default_factory=load_taxonomy)
    cue: dict[str, Cue] = field(default_factory=dict)
    trap: dict[str, Trap] = field(default_factory=dict)
    unit: dict[str, Unit] = field(default_factory=dict)
    currency: dict[str, Currency] = field(default_factory=dict)
    noun: dict[str, Noun] = field(default_factory=dict)
    words: dict[str, WordClass] = field(default_factory=dict)
    category: dict[str, Trigger] = field(default_factory=dict)
    attribution: dict[str, Attribution] = field(default_factory=dict)
    speaker: dict[str, SpeakerWords] = field(default_factory=dict)
    place: dict[str, PlaceName] = field(default_factory=dict)
    layout: dict[str, LayoutRule] = field(default_factory=dict)
    examples: list[tuple[Path, int, Example]] = field(default_factory=list)
    sources: dict[str, tuple[str, Path]] = field(default_factory=dict)
    places: Path | None = None
    times: TimeWords = field(default_factory=TimeWords)

    @property
    def rules(self) -> list[RuleInfo]:
        """Every rule, by file and id."""
        rows = [
            RuleInfo(rule_id, table, path, _summary(getattr(self, table)[rule_id]))
            for rule_id, (table, path) in self.sources.items()
        ]
        return sorted(rows, key=lambda row: (str(row.source), row.id))


def _summary(rule: Any) -> str:  # noqa: ANN401
    about = next((str(getattr(rule, key)) for key in ("means", "reason", "category", "unit", "code", "class_", "part", "iso3")
                  if getattr(rule, key, "")), "")  # fmt: skip
    words = [
        word
        for key in ("phrases", "words", "symbols", "weak_symbols", "before", "after", "names", "demonyms")
        for word in getattr(rule, key, [])
    ]
    shown = ", ".join(words[:6]) + (", …" if len(words) > 6 else "")
    return f"{about}: {shown}" if shown else about


def read_pack_file(path: Path, *, examples: bool = True) -> PackFile:
    """One file of a pack; without `examples` they are passed over unread, which halves the time.

    Raises `PackError` with its place for a fault in the TOML or in a table.
    """
    from pydantic import ValidationError

    from figx.schema import PackFile

    try:
        text = path.read_text(encoding="utf-8")
        data = tomllib.loads(text if examples else _EXAMPLES.sub("", text))
    except (OSError, UnicodeDecodeError) as error:
        raise PackError(path, "", f"cannot be read: {error}") from error
    except tomllib.TOMLDecodeError as error:
        raise PackError(path, "", f"not valid TOML: {error}") from error
    try:
        return PackFile.model_validate(data)
    except ValidationError as error:
        fault = error.errors()[0]
        unknown = fault["type"] == "extra_forbidden"
        message = (
            f"there is no key {fault['loc'][-1]!r} here" if unknown else fault["msg"].removeprefix("Value error, ")
        )
        raise PackError(path, _table_name(data, fault["loc"]), f"{_field(fault['loc'])}{message}") from error


# From the head of an example to that of the next table: how the shipped files are written, which is tested.
_EXAMPLES = re.compile(r"^\[\[example\]\].*?(?=^\[|\Z)", re.MULTILINE | re.DOTALL)


def _table_name(data: Mapping[str, Any], loc: Sequence[str | int]) -> str:
    if len(loc) >= 2 and isinstance(loc[1], int):
        row = data[str(loc[0])][loc[1]]
        name = row.get("id", f"number {loc[1] + 1}") if isinstance(row, dict) else f"number {loc[1] + 1}"
        return f"{loc[0]} {name}"
    return str(loc[0]) if loc else ""


def _field(loc: Sequence[str | int]) -> str:
    rest = [str(part) for part in loc if not isinstance(part, int)][1:]
    return f"{'.'.join(rest)}: " if rest else ""


def _folders(lang: str, extra: Iterable[Path]) -> Iterable[Path]:
    yield patterns_dir() / lang
    for entry in entry_points(group="figx.patterns"):
        try:
            folder = Path(str(entry.load()))
        except Exception as error:  # whatever an installed package does when it is imported
            raise PackError(entry.value, f"entry point {entry.name}", f"cannot be loaded: {error}") from error
        yield from _language_folders(folder, lang)
    for folder in extra:
        if not folder.is_dir():
            raise PackError(folder, "", "no such folder of patterns")
        found = list(_language_folders(folder, lang))
        if not found:
            raise PackError(folder, "", f"holds no .toml file for language {lang!r}; see `figx patterns new`")
        yield from found


def _language_folders(folder: Path, lang: str) -> Iterable[Path]:
    """A pack is a folder with a folder for each language, or the files of one language themselves."""
    if any((folder / lang).glob("*.toml")):
        yield folder / lang
    if any(folder.glob("*.toml")):
        yield folder


def load_packs(lang: str = "en", extra: Iterable[Path] = (), *, examples: bool = True) -> Packs:
    """The shipped pack of `lang`, what is installed, and the folders in `extra`, merged.

    `examples` of the shipped pack are read only where they are wanted; those of other packs always, since a fault in one may
    be the user's.

    Raises `LanguageError` for a language without a pack and `PackError` for a fault, with file, table and field.
    """
    if lang not in languages():
        raise LanguageError(lang, languages())
    packs = Packs(lang, lexicon_from(_numbers(lang)), places=patterns_dir() / "places.tsv")
    for folder in _folders(lang, extra):
        for path in sorted(folder.glob("*.toml")):
            shipped = folder == patterns_dir() / lang
            file = read_pack_file(path, examples=examples or not shipped)
            if file.pack is not None and file.pack.lang != lang:
                raise PackError(path, "pack", f"lang: the file is for {file.pack.lang!r}, not for {lang!r}")
            if file.numerals is not None and not shipped:
                raise PackError(path, "numerals", "number words come with the language; a further pack cannot set them")
            if file.times is not None:
                if not shipped:
                    raise PackError(
                        path, "times", "the words for times come with the language; a further pack cannot set them"
                    )
                packs.times = TimeWords(file.times.model_dump(), packs.lexicon)
            _merge(packs, path, file)
    return packs


@cache
def _numbers(lang: str) -> dict[str, Any]:
    return tomllib.loads((patterns_dir() / lang / "numbers.toml").read_text(encoding="utf-8"))


def _merge(packs: Packs, path: Path, file: PackFile) -> None:
    from figx.schema import TABLES

    seen: set[str] = set()
    for table in TABLES:
        for rule in getattr(file, table):
            if rule.id in seen:
                raise PackError(path, f"{table} {rule.id}", "the id stands twice in this file")
            seen.add(rule.id)
            before = packs.sources.get(rule.id)
            if before and before[0] != table:
                raise PackError(path, f"{table} {rule.id}", f"the id belongs to a {before[0]} of {before[1]}")
            if before and before[1].parent == path.parent:
                raise PackError(path, f"{table} {rule.id}", f"the id stands in {before[1].name} too")
            getattr(packs, table)[rule.id] = rule
            packs.sources[rule.id] = (table, path)
    packs.examples += [(path, number, example) for number, example in enumerate(file.example, 1)]
    for trigger in file.category:
        _define(packs.taxonomy, path, trigger)
    for rule_id in file.disable:
        if rule_id not in packs.sources:
            raise PackError(path, "disable", f"there is no rule {rule_id!r}")
        table, _ = packs.sources.pop(rule_id)
        del getattr(packs, table)[rule_id]


def _define(taxonomy: Taxonomy, path: Path, trigger: Trigger) -> None:
    """Adds the category of a trigger that defines it. Raises `PackError` for one that nothing defines."""
    name, table = trigger.category, f"category {trigger.id}"
    if trigger.definition and name not in taxonomy.categories:
        try:
            taxonomy.add(Definition(name, name, trigger.definition, str(path), Flow(trigger.flow)), trigger.before)
        except KeyError as error:
            raise PackError(path, table, f"before: there is no category {trigger.before!r}") from error
    if name not in taxonomy.categories:
        near = get_close_matches(name, taxonomy.categories, 1)
        hint = f"did you mean {near[0]!r}? " if near else ""
        raise PackError(
            path, table, f"category: {name!r} is not known; {hint}a category of your own needs a `definition`"
        )
    known = taxonomy.terms.get(trigger.term)
    if known is not None and known.category != name:
        raise PackError(path, table, f"term: {trigger.term!r} is a term of the category {known.category!r}")
    if trigger.term and known is None:
        taxonomy.terms[trigger.term] = Definition(trigger.term, name, trigger.definition, str(path), Flow(trigger.flow))
