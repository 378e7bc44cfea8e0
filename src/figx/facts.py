"""What a whole document says that its sentences are read by: gathered once, before the first sentence."""

from __future__ import annotations

from dataclasses import dataclass, field

from figx.settings import Settings


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of one document."""

    settings: Settings = field(default_factory=Settings)


def facts_of(text: str, settings: Settings) -> Facts:
    """The facts of the document `text`."""
    return Facts(settings=settings)
