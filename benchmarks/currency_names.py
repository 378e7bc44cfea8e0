"""Whether a currency that figx found is the one that a gold file names in English: "GBP" is a "British pound"."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# Minor unit → its part of the major one, and the names of what it may be a part of.
_MINOR: dict[str, tuple[float, tuple[str, ...]]] = {
    "penny": (0.01, ("pound",)),
    "pence": (0.01, ("pound",)),
    "cent": (0.01, ("dollar", "euro")),
    "sen": (0.01, ("malaysian ringgit", "indonesian rupiah", "japanese yen", "brunei dollar", "cambodian riel")),
    "satoshi": (1e-8, ("bitcoin",)),
}
# English names that stand beside the one of Unicode CLDR in patterns/currencies.tsv.
_OTHER_NAMES = {"LAK": "lao kip", "USD": "united states dollar", "GBP": "pound sterling"}


@dataclass(frozen=True, slots=True)
class Currencies:
    """Which ISO 4217 codes an English name may stand for."""

    names: Mapping[str, frozenset[str]]

    @classmethod
    def read(cls, table: Path, aliases: Path) -> Currencies:
        """From the project's table of currencies and the scorer's list of names that mean the same."""
        names: dict[str, set[str]] = {}
        lines = table.read_text(encoding="utf-8").splitlines()
        rows = [line.split("\t") for line in lines if not line.startswith("#")]
        for code, _, name, *_, kind in rows[1:]:
            if kind not in ("money", "crypto"):
                continue
            own = plain_name(re.sub(r"\s*\(.*?\)", "", name))
            names[code.lower()] = {own, own.rsplit(" ", 1)[-1], code.lower()}
        for code, other in _OTHER_NAMES.items():
            names[code.lower()].add(other)
        for canonical, unit in json.loads(aliases.read_text(encoding="utf-8")).items():
            if isinstance(unit, str) or unit["kind"] != "currency":
                continue
            known = {plain_name(name) for name in (canonical, *unit["names"])}
            for code in known & names.keys():
                names[code] |= known
        return cls({code: frozenset(known) for code, known in names.items()})

    def readings(self, figure: Mapping[str, Any]) -> list[tuple[float, str]]:
        """A gold sum as amounts with the name of their currency: 470 pence are 4.70 pounds as well."""
        value, name = figure["value"], plain_name(figure["unit"])
        part, majors = _MINOR.get(name, (1.0, ()))
        return [(value, name), *((value * part, major) for major in majors)]

    def accepts(self, name: str, got: Mapping[str, Any]) -> bool:
        """Whether the currency that was found is one that `name` may mean.

        A name that several share ("franc", "sen") leaves open which, so that an empty unit is right there too.
        """
        if got.get("kind") != "currency":
            return False
        unit = plain_name(got.get("unit") or "")
        return name in self.names.get(unit, ()) if unit else self.is_shared(name)

    def is_shared(self, name: str) -> bool:
        """Whether more than one currency goes by this name."""
        return len(_MINOR.get(name, (1.0, ()))[1]) > 1 or sum(name in known for known in self.names.values()) > 1


def plain_name(name: str) -> str:
    """A name in small letters without accents: "Costa Rican colón" is "costa rican colon"."""
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(char for char in decomposed if not unicodedata.combining(char)).casefold().strip()
