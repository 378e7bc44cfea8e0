"""What the user says about the texts that the texts do not say themselves."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of a run, the same for all of its documents."""
