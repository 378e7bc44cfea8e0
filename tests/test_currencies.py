"""The table of currencies and the English names for them, checked with pycountry and babel."""

from __future__ import annotations

import csv
import tomllib
import unicodedata
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pycountry
import pytest
from babel.numbers import get_currency_name

PATTERNS = Path(__file__).parents[1] / "patterns"
MONEY = tomllib.loads((PATTERNS / "en" / "money.toml").read_text(encoding="utf-8"))
TABLES = MONEY["currency"]


def read_rows() -> dict[str, dict[str, str]]:
    with (PATTERNS / "currencies.tsv").open(encoding="utf-8", newline="") as file:
        lines = (line for line in file if not line.startswith("#"))
        return {row["code"]: row for row in csv.DictReader(lines, delimiter="\t")}


ROWS = read_rows()
LIVING = {currency.alpha_3: currency for currency in pycountry.currencies}

# Where CLDR's name is not what an English text says, or not a name at all.
OWN_NAME = {
    "GYD": "CLDR has Guyanaese",
    "KGS": "CLDR has Kyrgystani",
    "SHP": "CLDR has St.",
    "VED": "CLDR gives it the name of VES",
    "XAD": "not in CLDR",
    "XDR": "CLDR has no singular",
    "XTS": "for tests, no currency",
    "XXX": "no currency",
}


def plain(name: str) -> str:
    """Lower case, without accents, brackets and the many apostrophes and dashes."""
    letters = unicodedata.normalize("NFD", name.replace("&", "and").casefold())
    return "".join(c for c in letters if (c.isalnum() and c != "ʻ") or c == " ")


def names_of(code: str) -> set[str]:
    return {plain(p) for t in TABLES if t.get("code") == code and "factor" not in t for p in t.get("phrases", ())}


def words(table: dict) -> list[tuple[str, str]]:
    phrases = [("phrase", phrase.casefold()) for phrase in table.get("phrases", ())]
    return phrases + [("symbol", s) for key in ("symbols", "weak_symbols") for s in table.get(key, ())]


def test_the_table_opens_by_explaining_itself():
    head = (PATTERNS / "currencies.tsv").read_text(encoding="utf-8").split("\ncode\t")[0]
    assert all(line.startswith("#") for line in head.splitlines())
    assert all(column in head for column in next(iter(ROWS.values())))


@pytest.mark.parametrize("code", sorted(LIVING))
def test_every_living_currency_is_there(code):
    assert ROWS[code]["numeric"] == LIVING[code].numeric
    assert ROWS[code]["withdrawn"] == ""


def test_rows_are_sorted_and_well_formed():
    assert list(ROWS) == sorted(ROWS)
    for code, row in ROWS.items():
        assert len(code) == 3
        assert code.isupper()
        assert row["minor"] in {"", "0", "2", "3", "4", "8"}
        assert row["kind"] in {"money", "fund", "metal", "crypto", "none"}
        assert not row["withdrawn"] or 1985 <= int(row["withdrawn"]) <= 2026


def test_countries_are_countries():
    known = {country.alpha_3 for country in pycountry.countries} | {"XKX"}
    named = {alpha for row in ROWS.values() for alpha in row["countries"].split(";") if alpha}
    assert named <= known


def test_nearly_every_country_has_a_living_currency():
    named = {a for row in ROWS.values() if not row["withdrawn"] for a in row["countries"].split(";") if a}
    without = {country.alpha_3 for country in pycountry.countries} - named
    assert without <= {"ATA"}


@pytest.mark.parametrize("code", ["DEM", "FRF", "ITL", "ESP", "NLG", "ATS", "GRD", "HRK", "VEF", "ZWL", "SDD", "SUR"])
def test_withdrawn_currencies_are_there(code):
    assert ROWS[code]["withdrawn"]


@pytest.mark.parametrize("code", sorted(ROWS.keys() - OWN_NAME.keys() - {"XBT"}))
def test_names_agree_with_babel(code):
    theirs = get_currency_name(code, 1, "en")
    assert theirs == code or plain(ROWS[code]["name"]) == plain(theirs)  # an older CLDR may not know a new code


@pytest.mark.parametrize("code", sorted(code for code, row in ROWS.items() if row["kind"] == "money"))
def test_english_has_the_names(code):
    for count in (1, 2):
        theirs = get_currency_name(code, count, "en")
        if theirs != code and "(" not in theirs and code not in OWN_NAME:
            assert plain(theirs) in names_of(code)


@pytest.mark.parametrize("code", sorted(code for code, row in ROWS.items() if row["kind"] not in {"metal", "none"}))
def test_the_code_is_a_symbol(code):
    holders = [table for table in TABLES if ("symbol", code) in words(table)]
    assert [(table["code"], table.get("factor")) for table in holders] == [(code, None)]


def test_every_code_is_in_the_table():
    used = {code for table in TABLES for code in (*table.get("codes", ()), *filter(None, [table.get("code")]))}
    assert used <= ROWS.keys()
    assert all("code" in table or len(table["codes"]) > 1 for table in TABLES)
    assert all(table["code"] in table["codes"] for table in TABLES if "code" in table and "codes" in table)


def test_no_phrase_or_symbol_stands_in_two_tables():
    seen = Counter(word for table in TABLES for word in words(table))
    assert [word for word, n in seen.items() if n > 1] == []
    assert [i for i, n in Counter(table["id"] for table in TABLES).items() if n > 1] == []


@pytest.mark.parametrize(
    ("written", "code", "factor"),
    [
        ("$", "USD", "1"),
        ("dollars", "USD", "1"),
        ("US$", "USD", "1"),
        ("£", "GBP", "1"),
        ("pounds", "GBP", "1"),
        ("quid", "GBP", "1"),
        ("bucks", "USD", "1"),
        ("A$", "AUD", "1"),
        ("CAD$", "CAD", "1"),
        ("Mex$", "MXN", "1"),
        ("NT$", "TWD", "1"),
        ("euros", "EUR", "1"),
        ("swiss francs", "CHF", "1"),
        ("kenyan shillings", "KES", "1"),
        ("renminbi", "CNY", "1"),
        ("¥", "JPY", "1"),
        ("GH₵", "GHS", "1"),
        ("؋", "AFN", "1"),
        ("pesos", None, "1"),
        ("rupees", None, "1"),
        ("Rs.", None, "1"),
        ("francs", None, "1"),
        ("dinars", None, "1"),
        ("shillings", None, "1"),
        ("cents", "USD", "0.01"),
        ("pence", "GBP", "0.01"),
        ("centavos", None, "0.01"),
        ("MEUR", "EUR", "1000000"),
        ("MAUD", "AUD", "1000000"),
        ("EURm", "EUR", "1000000"),
        ("€bn", "EUR", "1000000000"),
        ("tomans", "IRR", "10"),
        ("satoshi", "XBT", "0.00000001"),
    ],
)
def test_how_money_is_written(written, code, factor):
    found = [t for t in TABLES if ("symbol", written) in words(t) or ("phrase", written) in words(t)]
    assert [(t.get("code"), Decimal(t.get("factor", "1"))) for t in found] == [(code, Decimal(factor))]


@pytest.mark.parametrize("symbol", ["R", "L", "p", "K", "kr", "Fr", "ALL", "TOP", "COP", "TRY", "won", "real", "Euro"])
def test_symbols_that_need_care_are_weak(symbol):
    assert [t["id"] for t in TABLES if symbol in t.get("weak_symbols", ())]
    assert [t["id"] for t in TABLES if symbol in t.get("symbols", ())] == []


def test_the_examples_quote_their_texts():
    examples = MONEY["example"]
    assert len(examples) >= 60
    for example in examples:
        position = 0
        for figure in example["figures"]:
            assert figure["text"] in example["text"][position:], example["text"]
            position = example["text"].index(figure["text"], position) + len(figure["text"])
            assert figure["kind"] != "money" or figure.get("unit", "USD") in ROWS


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Ottawa spent A$5 million on it. Later it gave $3 million.", ["AUD", "AUD"]),
        ("One gave $5 million, with Canada giving\nCAD 3 million. It later gave $7 million.", ["USD", "CAD", "USD"]),
        ("The sums are in Australian dollars. It gave $7 million.", ["AUD"]),
    ],
)
def test_which_dollar_a_bare_sign_means(extractor, text, units):
    assert [figure.unit for figure in extractor.extract(text)] == units
