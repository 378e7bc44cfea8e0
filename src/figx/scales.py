"""The unit that a heading gives to the numbers under it: "(in USD million)", "'000", "Funding (US$)", "Share, per cent"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from figx.layout import alternatives
from figx.rules import Rules

_PER_CENT = r"%|per\s?cent|percent(?:age)?|pct"
# The currencies that central banks hold most of (IMF, Currency Composition of Official Foreign Exchange Reserves).
_RESERVE = frozenset({"USD", "EUR", "GBP", "JPY", "CNY", "CHF", "CAD", "AUD"})
_THOUSANDS = r"[’'‘]?000s?"
_PART = re.compile(r"[(\[]([^()\[\]]{1,40})[)\]]|(?:[,:;–—-]|\bin)\s+([^,:;()\[\]–—]{1,40})\Z")


@dataclass(frozen=True, slots=True)
class Scaled:
    """What the numbers under a heading are multiplied by, the rule of their currency ("" without one), whether they are shares.

    `sure` where the heading gives a unit in so many words; "Millions displaced" leaves open whether it does.
    """

    factor: Decimal
    currency: str
    share: bool
    sure: bool
    words: str


def scale_of(heading: str, rules: Rules) -> Scaled | None:
    """The unit that `heading` gives to the numbers under it, None where it gives none."""
    reader = _reader(rules)
    parts = [match.group(1) or match.group(2) for match in _PART.finditer(heading)]
    for words in [*reversed(parts), heading]:
        if found := reader.whole(words.strip()):
            return found
    loose = reader.scale.search(heading)
    return Scaled(Decimal(1), "", share=False, sure=False, words=loose.group()) if loose else None


def _may_be_acronym(words: str) -> bool:
    """Whether a code alone may as well be the short form of a programme's name: "SHP" is Special Humanitarian Program."""
    return bool(re.fullmatch(r"[A-Z]{3}", words)) and words not in _RESERVE


class _Reader:
    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        roles = rules.packs.lexicon.roles
        self.scales = {word: value for word, (role, value) in roles.items() if role == "scale" and value >= 1000}
        self.names = {
            " ".join(phrase.lower().split()): rule.id
            for rule in rules.packs.currency.values()
            for phrase in rule.phrases
        }
        scale = rf"(?:{alternatives(self.scales)})s?|{_THOUSANDS}"
        suffix = alternatives(rules.packs.lexicon.suffixes)
        sign = alternatives(rules.currency_signs)
        self.scale = re.compile(rf"(?<!\w)(?:{scale})(?!\w)", re.IGNORECASE)
        self.unit = re.compile(
            rf"(?:in\s+)?(?:(?P<sign>{sign})\s?(?:(?P<after>(?i:{scale}))|(?P<suffix>{suffix}))?"
            rf"|(?P<scale>(?i:{scale}))(?:\s+(?:of\s+)?(?:(?P<of>{sign})|(?P<name>(?i:{alternatives(self.names)}))))?"
            rf"|(?P<named>(?i:{alternatives(self.names)}))|(?P<share>(?i:{_PER_CENT})))\.?"
        )

    def whole(self, words: str) -> Scaled | None:
        match = self.unit.fullmatch(words)
        if match is None:
            return None
        if _may_be_acronym(words):
            return None
        sign, name = match["sign"] or match["of"], match["name"] or match["named"]
        rule = (
            self.rules.currency_signs[sign].rule if sign else self.names[" ".join(name.lower().split())] if name else ""
        )
        factor = self._factor(match) * (self.rules.factor(rule) if rule else 1)  # "€bn" is a sign of its own
        return Scaled(factor, rule, share=bool(match["share"]), sure=True, words=words)

    def _factor(self, match: re.Match[str]) -> Decimal:
        if match["suffix"]:
            return self.rules.packs.lexicon.suffixes[match["suffix"]]
        word = (match["after"] or match["scale"] or "").lower()
        if not word:
            return Decimal(1)
        return self.scales.get(word) or self.scales.get(word.removesuffix("s")) or Decimal(1000)


@lru_cache(maxsize=4)
def _reader(rules: Rules) -> _Reader:
    return _Reader(rules)
