"""What a regular expression cannot do without."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figx.literals import folded, needed
from figx.packs import load_packs
from figx.rules import Rules


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 05/06/2021", "On 0/0/0"),
        ("two \n lines", "two lines"),
        ("F16\u00a0jets", "F0 jets"),
    ],
)
def test_folded(text: str, expected: str) -> None:
    assert folded(text) == expected


@pytest.mark.parametrize(
    ("regex", "flags", "expected"),
    [
        (r"\bweek\s+\d{1,2}\b", 0, {"week 0"}),
        (r"\d{1,2}[/.]\d{1,2}", 0, {"0/0", "0.0"}),
        (r"(?:page|p\.)\s?\d", 0, {"page 0", "page0", "p. 0", "p.0"}),
        (r"WEEK", re.IGNORECASE, {"week"}),
        (r"(?i:week)", 0, set()),  # the text is not in small letters
        (r"[A-Z]+|\d", 0, set()),
        (r"[A-Z]+-\w+x", 0, {"-"}),
        (r"a?", 0, set()),
        (r"(?!week)\d", 0, {"0"}),
        (r"april|apr", 0, {"apr"}),
    ],
)
def test_needed(regex: str, flags: int, expected: set[str]) -> None:
    assert needed(re.compile(regex, flags)) == expected


_TRAPS = Rules(load_packs("en", examples=False)).traps
_PARTS = st.sampled_from(
    "5 May 2021|1.2|12/5/2021|FY|2023|-|–|/|.|:|p.m.|week |page |$|E|R|Group of |COP|the 1990s|[|(|)|@|www.|°|\n| |A1".split(
        "|"
    )
)


@given(st.lists(_PARTS, max_size=12).map("".join))
def test_what_a_trap_matches_has_one_of_its_pieces(text: str) -> None:
    for trap in _TRAPS:
        if trap.needed and trap.regex.search(text):
            whole = folded(text) if trap.cased else folded(text).lower()
            assert any(piece in whole for piece in trap.needed), trap.rule


def test_a_python_that_hides_the_parts_of_an_expression_searches_every_text():
    code = (
        "import re; del re._parser; import sys; sys.modules['re._parser'] = None;"
        "import figx; from figx.literals import needed;"
        "print(needed(re.compile('abc')), [f.text for f in figx.extract('See Article 14: 300 people came.')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.stdout == "frozenset() ['300']\n", done.stderr
