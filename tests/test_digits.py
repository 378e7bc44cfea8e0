"""Numbers written with digits: separators of every kind, and what is left open."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figx.digits import DIGITS, read_digits
from figx.numerals import scan

WRITTEN = [
    ("0", "0", "plain"),
    ("007", "7", "plain"),
    ("2030", "2030", "plain"),
    ("1,234", "1234", "comma"),
    ("1,234,567", "1234567", "comma"),
    ("1,234,567.89", "1234567.89", "comma"),
    ("17,00,000", "1700000", "indian"),
    ("1,23,456.78", "123456.78", "indian"),
    ("1 234", "1234", "spaces"),
    ("1\u00a0234\u00a0567", "1234567", "spaces"),
    ("1\u2009234", "1234", "spaces"),
    ("1\u202f234", "1234", "spaces"),
    ("1\u2007234", "1234", "spaces"),
    ("12 000 000,5", "12000000.5", "spaces"),
    ("1.234.567", "1234567", "dots"),
    ("1.234.567,8", "1234567.8", "dots"),
    ("1'234'567", "1234567", "quotes"),
    ("1’234", "1234", "quotes"),
    ("12,\n345", "12345", "break"),
    ("1.5", "1.5", "decimal"),
    ("29\\.6", "29.6", "decimal"),
    ("3.14159", "3.14159", "decimal"),
    (".5", "0.5", "point"),
    ("0.125", "0.125", "dot"),
    ("2 1/2", "2.5", "mixed"),
    ("3/4", "0.75", "ratio"),
    ("3⁄4", "0.75", "ratio"),
    ("½", "0.5", "vulgar"),
    ("2½", "2.5", "vulgar"),
    ("2 ¾", "2.75", "vulgar"),
    ("1.3x10^6", "1300000", "power"),
    ("1.3 × 10^6", "1300000", "power"),
    ("5*10^-2", "0.05", "power"),
    ("1e6", "1000000", "power"),
    ("2^10", "1024", "power"),
    ("١٢", "12", "plain"),
]


@pytest.mark.parametrize(("text", "value", "form"), WRITTEN)
def test_how_digits_are_written(text, value, form):
    match = DIGITS.match(text)
    digits = read_digits(match)
    assert (digits.start, digits.end, digits.value, digits.form) == (0, len(text), Decimal(value), form)


AMBIGUOUS = [
    # text, decimal mark of the text, value, flags
    ("1,234", ".", "1234", ()),
    ("1,234", ",", "1.234", ("ambiguous_separator",)),
    ("1.234", ",", "1234", ("ambiguous_separator",)),
    ("1.500", ".", "1500", ("ambiguous_separator",)),
    ("0.500", ".", "0.500", ()),
    ("200.000", ".", "200000", ("ambiguous_separator",)),
    ("1,5", ".", "1.5", ("ambiguous_separator",)),
    ("1,234,567", ",", "1234567", ()),
    ("1,234.5", ",", "1234.5", ()),
    ("1.234.567", ".", "1234567", ()),
    ("1 234,5", ".", "1234.5", ()),
]


@pytest.mark.parametrize(("text", "decimal", "value", "flags"), AMBIGUOUS)
def test_what_a_separator_means(text, decimal, value, flags):
    [numeral] = scan(text, decimal=decimal)
    assert (numeral.value, numeral.flags) == (Decimal(value), flags)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("12.", ["12"]),
        ("12, 13", ["12", "13"]),
        ("3,000, 4,000", ["3000", "4000"]),
        ("12:30", ["12", "30"]),
        ("2010 2011", ["2010", "2011"]),
        ("1234 567", ["1234", "567"]),
        ("5 12", ["5", "12"]),
        ("10/12/2020", ["10", "12", "2020"]),
        ("1\n234", ["1", "234"]),
    ],
)
def test_digits_that_do_not_belong_together(text, values):
    assert [numeral.value for numeral in scan(text)] == [Decimal(value) for value in values]


@given(
    st.integers(0, 10**15),
    st.sampled_from([",", " ", "\u00a0", "\u2009", "\u202f", "\u2007", "'", "’"]),
    st.sampled_from(["", ".5", ".25", ".125"]),
)
def test_any_grouped_number_is_one_number(n, group, part):
    text = f"{n:,}".replace(",", group) + part
    around = f"about {text} people"
    [numeral] = scan(around)
    assert around[numeral.start : numeral.end] == text
    assert numeral.value == n + Decimal(part or "0")
    assert numeral.flags == ()


@given(st.integers(10**6, 10**15))
def test_dots_that_group(n):
    text = f"{n:,}".replace(",", ".")
    [numeral] = scan(f"rund {text} Menschen")
    assert (numeral.end - numeral.start, numeral.value) == (len(text), n)


@given(st.integers(100_000, 10**13))
def test_indian_groups(n):
    head, tail = divmod(n, 1000)
    groups = [f"{tail:03}"]
    while head:
        head, pair = divmod(head, 100)
        groups.insert(0, f"{pair:02}" if head else str(pair))
    text = ",".join(groups)
    [numeral] = scan(text)
    assert (numeral.start, numeral.end, numeral.value) == (0, len(text), n)


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_plain_decimals(value):
    [numeral] = scan(f"{value:f}")
    assert numeral.value == value
