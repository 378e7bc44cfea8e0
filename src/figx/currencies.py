"""Which currency an ambiguous name means: "dollars" and "pesos" are resolved by the document, otherwise flagged."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache, cached_property
from pathlib import Path

from figx.packs import Packs
from figx.paths import patterns_dir
from figx.places import load_places

_BESIDE = 250  # characters
_WORD = re.compile(r"[^\W\d_]+")
_NEVER = "(?!)"
_BARE = re.compile(r"(?<![A-Za-z])\$\s?\d")
_AMOUNT_AFTER = re.compile(r"\s?\d")
_AMOUNT_BEFORE = re.compile(r"\d[^\d()]{0,12}\Z")


class CurrencyNames:
    """The full names of the currencies of a set of packs; one for each extractor."""

    def __init__(self, packs: Packs) -> None:
        self._packs = packs

    @cached_property
    def codes(self) -> dict[str, str]:
        return _codes_by_name(self._packs)

    @cached_property
    def _by_first_word(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name in self.codes:
            word = _WORD.match(name)
            found.setdefault(word[0] if word else "", []).append(name)
        return found

    def pattern(self, text: str) -> re.Pattern[str]:
        """Finds the names that `text` may hold: an expression of all takes longer to compile than a speech to read."""
        words = sorted(set(_WORD.findall(text.lower())) & self._by_first_word.keys())
        return _names(name for word in ("", *words) for name in self._by_first_word.get(word, ()))


class CurrencyResolver:
    """Resolves ambiguous names within one document.

    First choice: a currency that the document names in full ("Australian dollars", "A$"). Then the pack's default, if it has
    one. Then the currency of the country that the document names most.
    """

    def __init__(self, names: CurrencyNames, text: str) -> None:
        self.names, self.text = names, text
        self._named: Counter[str] | None = None
        self._spoken: dict[tuple[str, ...], str] = {}

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
        if codes not in self._spoken:
            self._spoken[codes] = self._countries(codes)
        if spoken := self._spoken[codes]:
            return spoken, "currency_from_document"
        return "", "ambiguous_currency"

    def _full_names(self) -> Counter[str]:
        if self._named is None:
            codes, pattern = self.names.codes, self.names.pattern(self.text)
            named, told_apart = Counter[str](), set[str]()
            for match in pattern.finditer(self.text):
                if code := codes.get(match.group().lower(), ""):
                    named[code] += 1
                    if self._stands_apart(*match.span()):
                        told_apart.add(code)
            self._named = Counter({code: n for code, n in named.items() if code not in told_apart})
        return self._named

    def _stands_apart(self, start: int, end: int) -> bool:
        """ "$5 million, with Canada giving CAD 3 million": the bare sign beside it means another dollar."""
        own = _AMOUNT_AFTER.match(self.text, end) or _AMOUNT_BEFORE.search(self.text, max(0, start - 16), start)
        begin = max(self.text.rfind(mark, 0, start) for mark in (". ", "\n\n"))
        close = min((k for mark in (". ", "\n\n") if (k := self.text.find(mark, end)) >= 0), default=len(self.text))
        around = self.text[max(0, begin, start - _BESIDE) : start], self.text[end : min(close, end + _BESIDE)]
        return bool(own) and any(_BARE.search(part) for part in around)

    def _countries(self, codes: tuple[str, ...]) -> str:
        counts: Counter[str] = Counter()
        countries = currency_countries(patterns_dir() / "currencies.tsv")
        for code in codes:
            for iso3 in countries.get(code, ()):
                if pattern := _country_pattern(iso3):
                    counts[code] += len(pattern.findall(self.text))
        best = counts.most_common(2)
        if not best or not best[0][1] or (len(best) > 1 and best[0][1] == best[1][1]):
            return ""
        return best[0][0]


def _codes_by_name(packs: Packs) -> dict[str, str]:
    """Name or sign → code, of the currencies that are not ambiguous."""
    return {
        name.lower(): currency.code
        for currency in packs.currency.values()
        if not currency.codes
        for name in (*currency.phrases, *currency.symbols)
        if len(name) > 1
    }


def _names(codes: Iterable[str]) -> re.Pattern[str]:
    names = sorted(codes, key=lambda name: (-len(name), name))
    words = "|".join(re.escape(name) for name in names if len(name) > 3) or _NEVER
    signs = "|".join(re.escape(name).upper() for name in names if len(name) <= 3) or _NEVER
    # An acronym is a currency code only beside a number: "XCD 600", and not "600 ECD kits".
    return re.compile(rf"(?<!\w)(?:(?i:{words})|(?:{signs})(?=\s?\d)|(?<=\d\s)(?:{signs})(?!\s+[a-z]))(?![^\W\d_])")


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
def _country_names() -> dict[str, list[str]]:
    places = load_places(patterns_dir() / "places.tsv")
    return {place.iso3: [form for form, _ in place.forms() if form] for place in places if place.iso3}


@cache
def _country_pattern(iso3: str) -> re.Pattern[str] | None:
    """The names of one country; most are never asked for."""
    names = _country_names().get(iso3)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)") if names else None
