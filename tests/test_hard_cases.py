"""Hard cases that were once wrong: changes across a clause, odd numbers, inputs that crashed, faults of packs."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

import figx
from figx.errors import FigxError, NumeralError, PackError
from figx.numerals import parse, scan
from figx.packs import load_packs
from figx.pipeline import Extractor

ROOT = Path(figx.__file__).parents[2]


def seen(figures):
    return [(f.text, f.kind.value, f.unit, f.qualifier.value, f.value, f.low, f.high) for f in figures]


def f(text, value, unit="person", kind="count", qualifier="exact", low=None, high=None):
    return (text, kind, unit, qualifier, value, low, high)


# from ... to with something between
@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Arrivals fell from 5,000 in 2022 to 3,000 in 2023.", [("5,000", "from", 5000), ("3,000", "to", 3000)]),
        (
            "Arrivals rose from 1.2 million in 2010 to 2.4 million in 2020.",
            [("1.2 million", "from", 1200000), ("2.4 million", "to", 2400000)],
        ),
        (
            "Arrivals rose from 20,000 people in May to 31,000 people in June.",
            [("20,000", "from", 20000), ("31,000", "to", 31000)],
        ),
        (
            "Their share rose from 12 per cent in 2020 to 15 per cent in 2022.",
            [("12 per cent", "from", 12), ("15 per cent", "to", 15)],
        ),
        ("The camp grew from 300 families to more than 5,000 families.", [("300", "from", 300), ("5,000", "to", 5000)]),
        ("The cap was raised to 125,000, from 18,000.", [("125,000", "to", 125000), ("18,000", "from", 18000)]),
        ("Arrivals rose to 500 people, up from 300 people.", [("500", "to", 500), ("300", "from", 300)]),
    ],
)
def test_from_to(extractor, text, wanted):
    assert [(x.text, x.role.value, x.value) for x in extractor.extract(text)] == wanted


# crashes
@pytest.mark.parametrize(
    "text",
    [
        "1e99999999 people",
        "9^999999999 people",
        "1x10^99999999 people",
        "5" * 5000,
        "two million and " * 700,
        "5." * 3000,
        "12345678" * 5 + " people",
    ],
)
def test_no_crash(extractor, text):
    extractor.extract(text)


def test_no_crash_parse():
    with pytest.raises(NumeralError):
        parse("1e99999999")


# numbers
@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("half-a-million people", [("half-a-million", "500000")]),
        ("some ¼ of", [("¼", "0.25")]),
        ("1,2,3", [("1", "1"), ("2", "2"), ("3", "3")]),
        pytest.param(
            "3,000,4,000",
            [("3,000", "3000"), ("4,000", "4000")],
            marks=pytest.mark.xfail(strict=True, reason="grouped numbers joined by a bare comma"),
        ),
        pytest.param(
            "10 000 20 000",
            [("10 000", "10000"), ("20 000", "20000")],
            marks=pytest.mark.xfail(strict=True, reason="space-grouped numbers parted by a space alone"),
        ),
    ],
)
def test_scan(text, wanted):
    assert [(text[n.start : n.end], n.value) for n in scan(text)] == [(q, Decimal(v)) for q, v in wanted]


def test_scan_decimal_comma():
    assert [n.value for n in scan("1.234,5", decimal=",")] == [Decimal("1234.5")]


@pytest.mark.parametrize(("text", "value"), [("a quarter of a million", 250000), ("sixty-one (61) million", 61000000)])
def test_parse(text, value):
    assert parse(text) == value


# figures
@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Half-a-million people fled.", [f("Half-a-million", 500000)]),
        pytest.param(
            "Ten- to twelve-thousand people fled.",
            [f("Ten- to twelve-thousand", None, qualifier="range", low=10000, high=12000)],
            marks=pytest.mark.xfail(strict=True, reason="a hanging hyphen before the scale of a range"),
        ),
        ("Max. 500 people may enter.", [f("500", 500, qualifier="at_most", high=500)]),
        ("They gave 12 two-room houses.", [f("12", 12, "home")]),
        ("They gave 30 five-person tents.", [f("30", 30, "tent")]),
        ("1 - 2 million people fled.", [f("1 - 2 million", None, qualifier="range", low=1000000, high=2000000)]),
        ("A trench 300 m long was dug.", [f("300 m", 300, "meter", "measure")]),
        ("The road is 20 m wide.", [f("20 m", 20, "meter", "measure")]),
        ("They moved 1000s of people.", [f("1000s", None, qualifier="vague", low=1000)]),
        ("3x more people came.", [f("3x", 3, "times", "multiple")]),
        ("It gave US dollars 5 billion.", [f("US dollars 5 billion", 5000000000, "USD", "money")]),
        ("KSh500 was paid.", [f("KSh500", 500, "KES", "money")]),
        ("Some 5,000[1] people came.", [f("5,000", 5000, qualifier="approx")]),
        ("It opens from 9 to 5.", []),
        ("Refugee numbers fell to 4,500.", [f("4,500", 4500)]),
        (
            "Last week 300 families arrived. Another 250 are on their way.",
            [f("300", 300, "household"), f("250", 250, "household")],
        ),
        (
            "Hundreds, if not thousands, of people fled.",
            [f("Hundreds", None, qualifier="vague", low=100), f("thousands", None, qualifier="vague", low=1000)],
        ),
        pytest.param(
            "5&#160;000 people came.",
            [f("5&#160;000", 5000)],
            marks=pytest.mark.xfail(strict=True, reason="HTML entities are not read"),
        ),
    ],
)
def test_figures(extractor, text, wanted):
    assert seen(extractor.extract(text)) == wanted


def test_a_noun_without_signs(extractor):
    assert [x.noun for x in extractor.extract("Some 5,000¹ people came.")] == ["people"]


def test_three_digits_after_a_point_are_flagged(extractor):
    [figure] = extractor.extract("Some 12.345 people fled.")
    assert figure.value == 12345 or figure.flags


# packs: faults that show only when a text meets the rule, or never
BAD = {
    "means of a qualifier": '[[cue]]\nid = "en.a.b"\nmeans = "roughly"\nphrases = ["give or take"]\n',
    "means of a status": '[[cue]]\nid = "en.a.b"\nfield = "status"\nmeans = "hoped"\nphrases = ["hopes for"]\n',
    "means of a multiple": '[[cue]]\nid = "en.a.b"\nfield = "multiple"\nmeans = "big"\nphrases = ["zoomed"]\n',
    "token pattern": '[[cue]]\nid = "en.a.b"\nmeans = "approx"\ntokens = [[{ LOWRE = "x" }]]\n',
    "empty token pattern": '[[cue]]\nid = "en.a.b"\nmeans = "approx"\ntokens = [[]]\n',
    "unit": '[[unit]]\nid = "en.a.b"\nunit = "furlongx"\nphrases = ["furlongs"]\n',
    "factor": '[[currency]]\nid = "en.a.b"\ncode = "USD"\nfactor = "abc"\nphrases = ["zings"]\n',
    "empty symbol": '[[currency]]\nid = "en.a.b"\ncode = "USD"\nsymbols = [""]\n',
    "language": '[pack]\nlang = "fr"\n\n[[noun]]\nid = "fr.a.b"\nunit = "person"\nwords = ["zing"]\n',
    "an unknown field of an example": '[[example]]\ntext = "500 people."\nfigures = [{ valeu = 500 }]\n',
}


@pytest.mark.parametrize("text", BAD.values(), ids=BAD)
def test_a_bad_pack_is_a_pack_error(tmp_path, text):
    (tmp_path / "pack.toml").write_text(text, encoding="utf-8")
    with pytest.raises(PackError):
        Extractor("en", [tmp_path])


def test_a_packs_numerals_are_used_or_refused(tmp_path):
    source = (ROOT / "patterns" / "en" / "numbers.toml").read_text(encoding="utf-8").split("# -- examples")[0]
    (tmp_path / "pack.toml").write_text(source.replace("ninety = 90", "ninety = 90\nzillionty = 95"), encoding="utf-8")
    try:
        [figure] = Extractor("en", [tmp_path]).extract("They met zillionty people.")
    except FigxError:
        return
    assert figure.value == 95


def test_every_rule_has_a_summary():
    assert [row.id for row in load_packs("en").rules if not row.summary] == []


# the rest
def test_explain_loses_nothing(extractor):
    for text in ("Write to room404 today.", "The students.167 Others left."):
        spans = [(e.start, e.end) for e in extractor.explain(text)]
        digits = [m.span() for m in re.finditer(r"\d+", text)]
        assert all(any(a <= b and d <= c for a, c in spans) for b, d in digits)
