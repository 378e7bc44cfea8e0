"""Number expressions: what one string is worth, and where the numbers of a text are."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from figx.errors import FigxError, LanguageError, NumeralError
from figx.numerals import parse, scan

PARSED = [
    # words
    ("zero", "0"),
    ("nought", "0"),
    ("seven", "7"),
    ("nineteen", "19"),
    ("forty two", "42"),
    ("forty-two", "42"),
    ("Forty‑Two", "42"),
    ("fourty", "40"),
    ("one hundred", "100"),
    ("a hundred", "100"),
    ("one hundred five", "105"),
    ("one hundred and five", "105"),
    ("two hundred and ninety-nine", "299"),
    ("twelve hundred", "1200"),
    ("ninety-nine hundred", "9900"),
    ("two thousand and one", "2001"),
    ("a hundred and one thousand", "101000"),
    ("eleven hundred thousand", "1100000"),
    ("one hundred and ninety-five million", "195000000"),
    ("one million two hundred thirty-four thousand five hundred sixty-seven", "1234567"),
    ("a million", "1000000"),
    ("a trillion", "1000000000000"),
    ("SIXTY THOUSAND", "60000"),
    ("  twelve \t thousand ", "12000"),
    ("one-hundred-and-one", "101"),
    ("hundred and one", "101"),
    # digits with scales
    ("1.2 million", "1200000"),
    ("1.2\nmillion", "1200000"),
    ("1.2million", "1200000"),
    ("1.1m", "1100000"),
    ("1.2 mn", "1200000"),
    ("5bn", "5000000000"),
    ("450k", "450000"),
    ("50K", "50000"),
    ("2.5tn", "2500000000000"),
    ("300 hundred", "30000"),
    ("2 million 500 thousand", "2500000"),
    ("4 thousand 3 hundred and 21", "4321"),
    # lakh and crore
    ("35 lakh", "3500000"),
    ("1.2 crore", "12000000"),
    ("2 lakh crore", "2000000000000"),
    ("twelve lakh", "1200000"),
    ("17,00,000", "1700000"),
    # fractions and dozens
    ("half", "0.5"),
    ("a half", "0.5"),
    ("half a million", "500000"),
    ("half a billion", "500000000"),
    ("a quarter million", "250000"),
    ("one and a half", "1.5"),
    ("two and a half million", "2500000"),
    ("a million and a half", "1500000"),
    ("six and three quarters", "6.75"),
    ("three quarters", "0.75"),
    ("one-fifth", "0.2"),
    ("½", "0.5"),
    ("2½", "2.5"),
    ("2 1/2", "2.5"),
    ("1/4", "0.25"),
    ("one out of four", "0.25"),
    ("3 over 4", "0.75"),
    ("a dozen", "12"),
    ("two dozen", "24"),
    ("half a dozen", "6"),
    ("twelve dozen", "144"),
    # points, signs and powers
    ("three point one four", "3.14"),
    ("twenty-one point five million", "21500000"),
    ("minus five", "-5"),
    ("negative two thousand", "-2000"),
    ("-5", "-5"),
    ("−12,000", "-12000"),
    ("1.3x10^6", "1300000"),
    ("2e3", "2000"),
    # separators
    ("1,234", "1234"),
    ("1 234 567", "1234567"),
    ("1\u00a0234", "1234"),
    ("1\u2009234\u2009567", "1234567"),
    ("1\u202f234", "1234"),
    ("1.234.567", "1234567"),
    ("1'234", "1234"),
    ("1,234.50", "1234.5"),
    (".5", "0.5"),
    ("1\\.5", "1.5"),
]


@pytest.mark.parametrize(("text", "value"), PARSED)
def test_parse(text, value):
    assert parse(text) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "above", "below"),
    [("two thirds", 2, 3), ("two-thirds", 2, 3), ("a third", 1, 3), ("five sixths", 5, 6)],
)
def test_parse_fractions_without_end(text, above, below):
    assert parse(text) == Decimal(above) / below


NO_NUMBER = [
    "", "  ", "abc", "and", "a", "an", "-", "minus", "the five", "five apples", "one two", "twenty thirty", "ten and",
    "point five", "five five", "five over", "over five", "12th", "first", "millions", "tens of thousands", "several",
    "1.2.3", "1,2,3", "1/0", "1 over 0", "zero over zero", "½½", "5²", "Ⅷ", "infinity", "nan", "F16", "2020-21",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_NUMBER)
def test_parse_says_what_is_no_number(text):
    with pytest.raises(NumeralError) as caught:
        parse(text)
    assert caught.value.text.strip() in text
    assert isinstance(caught.value, ValueError) and isinstance(caught.value, FigxError)


def test_parse_in_a_language_without_a_pack():
    with pytest.raises(LanguageError) as caught:
        parse("douze", lang="xx")
    assert caught.value.lang == "xx" and "en" in caught.value.known


SCANNED = [
    # one number among words: the span, its value
    ("Some 1.2 million people", [("1.2 million", "1200000")]),
    ("In all sixty-one (61) million fled", [("sixty-one (61) million", "61000000")]),
    ("61 (sixty-one) million", [("61 (sixty-one) million", "61000000")]),
    ("two (2) camps", [("two (2)", "2")]),
    ("two (3) camps", [("two", "2"), ("3", "3")]),
    ("a quarter of a million people", [("a quarter of a million", "250000")]),
    ("three quarters of a million", [("three quarters of a million", "750000")]),
    ("a half million", [("a half million", "500000")]),
    ("a half-million", [("a half-million", "500000")]),
    ("2 ½ million", [("2 ½ million", "2500000")]),
    ("about three dozen houses", [("three dozen", "36")]),
    # broken by a line end
    ("Some 1.2\nmillion", [("1.2\nmillion", "1200000")]),
    ("Some 1.2\r\nmillion", [("1.2\r\nmillion", "1200000")]),
    ("one hundred\nand five", [("one hundred\nand five", "105")]),
    ("12,\n345 people", [("12,\n345", "12345")]),
    ("five\n\nhundred", [("five", "5")]),
    # glued and escaped
    ("dead16,000 families", [("16,000", "16000")]),
    ("cattle.114 medical centres", [("114", "114")]),
    ("-47,500 people", [("47,500", "47500")]),
    ("\\$5.2 billion", [("5.2 billion", "5200000000")]),
    ("29\\.6 million", [("29\\.6 million", "29600000")]),
    ("USD 469K", [("469K", "469000")]),
    ("R450 million", [("450 million", "450000000")]),
    ("US$39", [("39", "39")]),
    ("5km", [("5", "5")]),
    ("100,000+", [("100,000", "100000")]),
    ("~50,000", [("50,000", "50000")]),
    ("5,000-strong", [("5,000", "5000")]),
    # codes and footnotes are no numbers of their own
    ("room b12 and form abcde-x9", []),
    ("students.167 Others", []),
    # more than one
    ("3-5 million", [("3", "3"), ("5 million", "5000000")]),
    ("10,000–15,000", [("10,000", "10000"), ("15,000", "15000")]),
    ("4 or 5,000", [("4", "4"), ("5,000", "5000")]),
    ("1 million to 2 million", [("1 million", "1000000"), ("2 million", "2000000")]),
    ("1.2 million and 900,000", [("1.2 million", "1200000"), ("900,000", "900000")]),
    ("between two hundred and three hundred", [("two hundred", "200"), ("three hundred", "300")]),
    ("from one thousand and fifty", [("one thousand", "1000"), ("fifty", "50")]),
    ("3,000, 4,000", [("3,000", "3000"), ("4,000", "4000")]),
    ("Two, three", [("Two", "2"), ("three", "3")]),
    # no number at all
    ("hundred people, thousand, per million", []),
    ("a man and an old point", []),
    ("tens", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "numbers"), SCANNED)
def test_scan(text, numbers):
    assert [(text[n.start : n.end], n.value) for n in scan(text)] == [(quote, Decimal(v)) for quote, v in numbers]


@pytest.mark.parametrize(
    ("text", "quote", "low"),
    [
        ("millions of people", "millions", "1000000"),
        ("Dozens were hurt", "Dozens", "12"),
        ("hundreds of", "hundreds", "100"),
        ("tens of thousands", "tens of thousands", "10000"),
        ("hundreds of thousands of homes", "hundreds of thousands", "100000"),
        ("tens of\nmillions", "tens of\nmillions", "10000000"),
        ("several million", "several million", "1000000"),
        ("a few hundred", "a few hundred", "100"),
        ("a couple of thousand", "a couple of thousand", "1000"),
        ("billions in aid", "billions", "1000000000"),
    ],
)
def test_scan_finds_magnitudes(text, quote, low):
    [numeral] = scan(text)
    assert (text[numeral.start : numeral.end], numeral.value, numeral.low) == (quote, None, Decimal(low))
    assert numeral.form == "vague"


@pytest.mark.parametrize(
    ("text", "mantissa", "scale"),
    [
        ("5 million", "5", "1000000"),
        ("1.2bn", "1.2", "1000000000"),
        ("seven thousand", "7", "1000"),
        ("12,000", "12000", "1"),
    ],
)
def test_a_range_can_share_the_scale(text, mantissa, scale):
    [numeral] = scan(text)
    assert (numeral.mantissa, numeral.scale) == (Decimal(mantissa), Decimal(scale))


def test_a_glued_letter_may_be_a_unit_as_well():
    [numeral] = scan("a wall of 37m")
    assert numeral.value == 37_000_000 and numeral.weak is not None and numeral.weak.value == 37


# -- properties --------------------------------------------------------------------------------------------------------

SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
SCALES = ["", "thousand", "million", "billion", "trillion", "quadrillion"]


def below_thousand(n: int, join: str, hyphen: str) -> str:
    hundreds, rest = divmod(n, 100)
    words = [f"{SMALL[hundreds]} hundred"] if hundreds else []
    if rest:
        tens, ones = divmod(rest, 10)
        small = SMALL[rest] if rest < 20 else TENS[tens] + (hyphen + SMALL[ones] if ones else "")
        words.append(small)
    return join.join(words)


def spelt(n: int, *, conjunction: bool, hyphen: str) -> str:
    """`n` as English writes it out: "one hundred and ninety-five million"."""
    if n == 0:
        return SMALL[0]
    join = " and " if conjunction else " "
    groups = []
    for scale in SCALES:
        n, rest = divmod(n, 1000)
        if rest:
            groups.append((rest, scale))
    groups.reverse()
    words = [f"{below_thousand(rest, join, hyphen)} {scale}".strip() for rest, scale in groups]
    last, scale = groups[-1]
    tail = " and " if conjunction and not scale and last < 100 else " "
    return words[0] if len(words) == 1 else " ".join(words[:-1]) + tail + words[-1]


def test_the_speller_of_this_test():
    assert spelt(1_002_345, conjunction=True, hyphen="-") == "one million two thousand three hundred and forty-five"
    assert spelt(5_017, conjunction=True, hyphen=" ") == "five thousand and seventeen"


@given(
    st.one_of(
        st.integers(0, 3000),
        st.integers(0, 10**15),
        st.builds(lambda n, e: n * 10**e, st.integers(0, 999), st.integers(0, 12)),
    ),
    st.booleans(),
    st.sampled_from(["-", " ", "‑"]),
)
@example(10**15, True, "-")
@example(999_999_999_999_999, True, "-")
@example(1_000_001, True, "-")
def test_every_whole_number_in_words_is_read_back(n, conjunction, hyphen):
    words = spelt(n, conjunction=conjunction, hyphen=hyphen)
    assert parse(words) == n
    assert parse(words.upper()) == n
    [numeral] = scan(f"they say {words} people")
    assert (numeral.start, numeral.end, numeral.value) == (9, 9 + len(words), n)


@given(
    st.integers(1, 999),
    st.integers(0, 9),
    st.sampled_from([("million", 6), ("bn", 9), ("thousand", 3), ("lakh", 5), ("crore", 7)]),
)
def test_digits_and_a_scale(whole, tenth, scale):
    word, exponent = scale
    text = f"{whole}.{tenth} {word}"
    assert parse(text) == Decimal(f"{whole}.{tenth}").scaleb(exponent)


PIECES = st.sampled_from(
    "1 12 123 1,234 1.5 2030 and a an half quarter third thirds million thousand hundred dozen tens of hundreds point"
    " over twenty one six ½ / ( ) - – , . : ; % $ k m bn \n \r\n \t \u00a0 \u2009 \u2028 ' ’ \\ zero".split(" ")
)
TEXTS = st.one_of(
    st.text(max_size=60), st.lists(PIECES, max_size=14).map("".join), st.lists(PIECES, max_size=14).map(" ".join)
)


@settings(max_examples=300)
@given(TEXTS)
def test_scan_reads_any_text(text):
    numerals = scan(text)
    ends = [0]
    for numeral in numerals:
        assert ends[-1] <= numeral.start < numeral.end <= len(text)
        assert (numeral.value is None) == (numeral.form == "vague")
        assert numeral.value is None or numeral.value.is_finite()
        assert (numeral.low is not None) == (numeral.form == "vague")
        ends.append(numeral.end)


@settings(max_examples=300)
@given(TEXTS)
def test_parse_gives_a_number_or_says_that_it_is_none(text):
    try:
        value = parse(text)
    except NumeralError:
        return
    assert value.is_finite()
