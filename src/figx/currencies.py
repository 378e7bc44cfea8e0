"""Which currency an ambiguous name means: "dollars" and "pesos" are resolved by the document, otherwise flagged."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

from figx.packs import Packs
from figx.paths import patterns_dir
from figx.places import load_places


class CurrencyResolver:
    """Resolves ambiguous names within one document.

    First choice: a currency that the document names in full ("Australian dollars", "A$"). Then the pack's default, if it has
    one. Then the currency of the country that the document names most.
    """

    def __init__(self, packs: Packs, text: str) -> None:
        self.packs, self.text = packs, text
        self._named: Counter[str] | None = None

    def resolve(self, codes: tuple[str, ...], default: str) -> tuple[str, str]:
        """The ISO 4217 code, or "" where nothing decides; and a flag, "" where the text leaves no doubt."""
        named = self._full_names()
        candidates = [code for code in codes if named[code]]
        if default and (default in candidates or not candidates):
            return default, ""
        if candidates:
            return max(candidates, key=lambda code: named[code]), "currency_from_document"
        if default:
            return default, ""
        spoken = self._countries(codes)
        if spoken:
            return spoken, "currency_from_document"
        return "", "ambiguous_currency"

    def _full_names(self) -> Counter[str]:
        if self._named is None:
            self._named = Counter(
                _code_of(self.packs)[match.group().lower()] for match in _names(self.packs).finditer(self.text)
            )
        return self._named

    def _countries(self, codes: tuple[str, ...]) -> str:
        counts: Counter[str] = Counter()
        countries = currency_countries(patterns_dir() / "currencies.tsv")
        for code in codes:
            for iso3 in countries.get(code, ()):
                if pattern := _country_names().get(iso3):
                    counts[code] += len(pattern.findall(self.text))
        best = counts.most_common(2)
        if not best or not best[0][1] or (len(best) > 1 and best[0][1] == best[1][1]):
            return ""
        return best[0][0]


_CODES: dict[int, dict[str, str]] = {}
_NAMES: dict[int, re.Pattern[str]] = {}


def _code_of(packs: Packs) -> dict[str, str]:
    """Name or sign → code, of the currencies that are not ambiguous; built once a pack."""
    if id(packs) not in _CODES:
        _CODES[id(packs)] = {
            name.lower(): currency.code
            for currency in packs.currency.values()
            if not currency.codes
            for name in (*currency.phrases, *currency.symbols)
            if len(name) > 1
        }
    return _CODES[id(packs)]


def _names(packs: Packs) -> re.Pattern[str]:
    if id(packs) not in _NAMES:
        names = sorted(_code_of(packs), key=len, reverse=True)
        words = "|".join(re.escape(name) for name in names if len(name) > 3)
        signs = "|".join(re.escape(name).upper() for name in names if len(name) <= 3)
        # An acronym is a currency code only beside a number: "XCD 600", and not "600 ECD kits".
        _NAMES[id(packs)] = re.compile(
            rf"(?<!\w)(?:(?i:{words})|(?:{signs})(?=\s?\d)|(?<=\d\s)(?:{signs})(?!\s+[a-z]))(?![^\W\d_])"
        )
    return _NAMES[id(packs)]


@cache
def currency_countries(path: Path) -> dict[str, tuple[str, ...]]:
    """ISO 4217 code → the alpha-3 codes of the countries that pay with it, from `currencies.tsv`."""
    countries: dict[str, tuple[str, ...]] = {}
    header: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        cells = line.split("\t")
        if not header:
            header = cells
            continue
        row = dict(zip(header, cells, strict=False))
        countries[row["code"]] = tuple(filter(None, row.get("countries", "").split(";")))
    return countries


@cache
def _country_names() -> dict[str, re.Pattern[str]]:
    patterns = {}
    for place in load_places(patterns_dir() / "places.tsv"):
        names = [form for form, _ in place.forms() if form]
        if place.iso3 and names:
            patterns[place.iso3] = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")
    return patterns
