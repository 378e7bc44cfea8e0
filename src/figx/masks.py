"""Which numbers of a sentence are no figure by a `[[trap]]` of the packs."""

from __future__ import annotations

import re
from bisect import bisect_right

from figx.acts import is_act
from figx.literals import folded
from figx.nouns import phrase_after
from figx.view import View

_CHAIN = frozenset({",", "and", "or", "to", "-", "–", "—", "&", "through", "/"})
_PLAIN = frozenset({"plain", "decimal", ""})


def mask(view: View) -> None:
    """Fills `view.masked`: token of a numeral → (reason, rule)."""
    _by_regex(view)
    for match in view.matches:
        if match.table != "trap":
            continue
        reason = view.rules.packs.trap[match.rule].reason
        if match.part == "words":
            for i in range(match.i, match.j):
                if i in view.numerals and _is_small(view, i):
                    view.masked.setdefault(i, (reason, match.rule))
        elif match.part == "before":
            _label(view, match.i, match.j, reason, match.rule)
        elif match.part == "after" and match.i - 1 in view.numerals:
            view.masked.setdefault(match.i - 1, (reason, match.rule))


def _by_regex(view: View) -> None:
    if not view.numerals:
        return
    tokens = sorted(view.numerals)
    ends = [view.numerals[i].end for i in tokens]
    whole = folded(view.text)
    lower = whole.lower()
    for trap in view.rules.traps:
        text = whole if trap.cased else lower
        if trap.needed and not _holds(text, trap.needed):
            continue
        for found in trap.regex.finditer(view.text):
            start, end = found.span()
            for i in tokens[bisect_right(ends, start) :]:
                if view.numerals[i].start >= end:
                    break
                if not _is_priced(view, i, trap.rule):
                    view.masked.setdefault(i, (trap.reason, trap.rule))


def _holds(text: str, pieces: tuple[str, ...]) -> bool:
    # Asked for fifty traps a sentence, where a generator costs more than the search.
    for piece in pieces:  # noqa: SIM110
        if piece in text:
            return True
    return False


def _is_priced(view: View, i: int, rule: str) -> bool:
    """ "R450 million", "USD115" and a number glued to the line before look like codes and are none."""
    if not view.rules.packs.trap[rule].spares_money:
        return False
    numeral = view.numerals[i]
    if _is_temperature(view, i):
        return True
    if numeral.start and view.text[numeral.start - 1].islower():
        noun = phrase_after(view, i + 1)
        return bool(noun and noun.listed and noun.sure and noun.i == i + 1)
    match = view.rules.currency_before.search(view.text[max(0, numeral.start - 14) : numeral.start])
    if not match:
        return False
    sign = view.rules.currency_signs.get(re.sub(r"\s", "", match.group(2)))
    money = numeral.scale > 1 or numeral.digits in ("comma", "decimal")
    return sign is not None and (money or not sign.weak)


_HEAT = re.compile(
    r"\b(?:temperatures?|degrees?|highs?|lows?|mercury|heat\w*|cold|frost|freez\w+|warm\w*)\b|°|\d\s?C\s?\(-?\d+\s?F\)",
    re.IGNORECASE,
)


def _is_temperature(view: View, i: int) -> bool:
    """ "18C" in a sentence about heat or cold is a temperature and no code."""
    sign = view.text[view.numerals[i].end : view.numerals[i].end + 2]
    return bool(re.match(r"[CF](?!\w)", sign)) and bool(_HEAT.search(view.text))


def _is_small(view: View, i: int) -> bool:
    numeral = view.numerals[i]
    return numeral.scale == 1


def _label(view: View, i: int, j: int, reason: str, rule: str) -> None:
    """ "Article 14", "No. 5", "COVID-19", and the rest of "Articles 14, 15 and 16"."""
    trap = view.rules.packs.trap[rule]
    if (trap.case and not view.word(i)[0].isupper()) or is_act(view, i):
        return  # "the dead number 82"
    k = j + 1 if view.word(j) in (".", "-", "‑", ":", "#", "|") and (view.glued(j) or view.glued(j + 1)) else j
    if not (_is_name_number(view, k) or (not trap.case and _is_grouped_reference(view, k))):
        return
    view.masked.setdefault(k, (reason, rule))
    while True:
        if view.word(k + 1) == "(" and view.word(k + 3) == ")":  # "resolutions 242 (1967), 338 (1973)"
            k += 3
        joint = k + 2 if view.word(k + 1) == "," and view.lower(k + 2) in ("and", "or") else k + 1
        if view.lower(joint) not in _CHAIN or not _is_name_number(view, joint + 1):
            return
        view.masked.setdefault(joint + 1, (reason, rule))
        k = joint + 1


def _is_grouped_reference(view: View, k: int) -> bool:
    """ "Article 2,400": grouped, and nothing is counted after it."""
    numeral = view.numerals.get(k)
    if numeral is None or numeral.digits != "comma" or numeral.scale != 1:
        return False
    if view.lower(k + 1) != "of" and phrase_after(view, k + 1):
        return False
    return not re.match(r"\s?(?:[%$£€]|per\s?cent)", view.text[numeral.end :])


def _is_name_number(view: View, k: int) -> bool:
    numeral = view.numerals.get(k)
    if numeral is None or numeral.scale != 1 or numeral.digits not in _PLAIN or numeral.form in ("vague", "fraction"):
        return False
    if re.match(r"\s?(?:[%$£€]|per\s?cent)", view.text[numeral.end :]):
        return False
    noun = phrase_after(view, k + 1)
    return not (noun and noun.listed and noun.sure and not view.is_(noun.i, "participle", "verb"))
