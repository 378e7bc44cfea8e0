"""The categories and terms that a figure may have, read from `patterns/categories.toml`, with what packs add to them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from figx.errors import PackError
from figx.figure import Flow

_KEYS = {
    "category": {"id", "definition", "source", "flow"},
    "term": {"id", "category", "definition", "source", "flow", "like"},
}
_OPTIONAL = {"flow", "like"}


@dataclass(frozen=True, slots=True)
class Definition:
    """What a category or a term means: its id, its category (its own id for a category), and what it is by nature.

    `like` is the term that another text may use for the same claim, "" where there is none.
    """

    id: str
    category: str
    definition: str
    source: str
    flow: Flow = Flow.OPEN
    like: str = ""


@dataclass(slots=True)
class Taxonomy:
    """Categories in their order, and terms. Packs may add categories, which come last."""

    categories: dict[str, Definition] = field(default_factory=dict)
    terms: dict[str, Definition] = field(default_factory=dict)

    def add(self, definition: Definition, before: str = "") -> None:
        """Puts a category before another one, or last. Raises KeyError where there is no such other one."""
        rows = list(self.categories.items())
        place = [name for name, _ in rows].index(before) if before in self.categories else len(rows)
        if before and before not in self.categories:
            raise KeyError(before)
        self.categories = dict([*rows[:place], (definition.id, definition), *rows[place:]])

    def order(self, category: str) -> int:
        """The place of a category: the first that fits decides."""
        return list(self.categories).index(category) if category in self.categories else len(self.categories)

    def flow(self, category: str, term: str) -> Flow:
        """What a figure of this category and term is by nature; open where the term or category does not say.

        >>> load_taxonomy().flow("displaced", "evacuated").value
        'flow'
        """
        own = self.terms.get(term)
        if own is not None and own.category == category:
            return own.flow
        return self.categories[category].flow if category in self.categories else Flow.OPEN


def load_taxonomy(path: Path | None = None) -> Taxonomy:
    """The taxonomy in the file at `path`, by default the one that figx ships.

    Raises `PackError` with the file, table and field for a fault.
    """
    from figx.paths import patterns_dir

    known = _read(path or patterns_dir() / "categories.toml")
    return Taxonomy(dict(known.categories), dict(known.terms))


@cache
def _read(path: Path) -> Taxonomy:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise PackError(path, "", f"cannot be read: {error}") from error
    taxonomy = Taxonomy()
    for row in data.get("category", []):
        definition = _definition(path, "category", row)
        taxonomy.categories[definition.id] = definition
    for row in data.get("term", []):
        definition = _definition(path, "term", row)
        if definition.category not in taxonomy.categories:
            raise PackError(path, f"term {definition.id}", f"there is no category {definition.category!r}")
        taxonomy.terms[definition.id] = definition
    return taxonomy


def _definition(path: Path, table: str, row: dict[str, Any]) -> Definition:
    name = f"{table} {row.get('id', '?')}"
    for key in sorted(row.keys() - _KEYS[table]):
        raise PackError(path, name, f"there is no key {key!r} here")
    for key in sorted(_KEYS[table] - _OPTIONAL - row.keys()):
        raise PackError(path, name, f"{key} is missing")
    flow = row.get("flow", "")
    if flow not in set(Flow):
        raise PackError(path, name, f"flow: {flow!r} is none of: stock, flow")
    category, like = row.get("category", row["id"]), row.get("like", "")
    return Definition(row["id"], category, row["definition"], row["source"], Flow(flow), like)
