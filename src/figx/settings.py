"""What the user says about the texts that the texts do not say themselves."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of a run, the same for all of its documents.

    `household_sizes` are persons in a household by country (ISO 3166 alpha-3), `household_size` for all others.
    """

    household_size: Decimal | None = None
    household_sizes: tuple[tuple[str, Decimal], ...] = ()
