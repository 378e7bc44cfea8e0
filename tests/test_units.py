"""The file of units, the words for them, and conversion to canonical units."""

from __future__ import annotations

import subprocess
import sys
import time
import tomllib
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

from figx.errors import PackError, UnitError
from figx.units import CANONICAL, known, names, normalise, plain

PATTERNS = Path(__file__).parents[1] / "patterns"
UNITS = PATTERNS / "units.txt"
TABLES = tomllib.loads((PATTERNS / "en" / "units.toml").read_text(encoding="utf-8"))
WORDS = TABLES["unit"]

# Where pint's own file has the unit under another expression.
ELSEWHERE = {
    "kilometer_per_hour": "kilometer / hour",
    "kilometer_per_second": "kilometer / second",
    "meter_per_second": "meter / second",
    "foot_per_second": "foot / second",
    "mile_per_hour": "mile / hour",
    "mile_per_gallon": "mile / gallon",
    "cubic_meter_per_second": "meter ** 3 / second",
    "cubic_foot_per_second": "foot ** 3 / second",
    "liter_per_second": "liter / second",
    "megabit_per_second": "megabit / second",
    "gigabit_per_second": "gigabit / second",
    "barrel": "oil_barrel",
    "decade": "10 * year",
    "quintal": "100 * kilogram",
    "kilotonne": "1000 * metric_ton",
    "megatonne": "1000000 * metric_ton",
    "kilowatt_hour": "kilowatt * hour",
    "megawatt_hour": "megawatt * hour",
    "gigawatt_hour": "gigawatt * hour",
    "terawatt_hour": "terawatt * hour",
    "degC": "delta_degC",
    "degF": "delta_degF",
    "acre": "660 * foot * 66 * foot",  # pint's own is that of the survey foot, four millionths larger
    "newton_meter": "newton * meter",
    "pound_foot": "pound_force * foot",
    "milliampere_hour": "0.001 * ampere * hour",
    "acre_foot": "660 * foot * 66 * foot * foot",
}
NOT_IN_PINT = {"dunam", "feddan", "rai", "basis_point", "part_per_million", "part_per_billion", "decibel"}


@pytest.fixture(scope="module")
def default_registry() -> pint.UnitRegistry:
    return pint.UnitRegistry()


def expression(unit: str) -> str:
    if unit in ELSEWHERE:
        return ELSEWHERE[unit]
    for prefix, power in (("square_", 2), ("cubic_", 3)):
        if unit.startswith(prefix):
            return f"{unit.removeprefix(prefix)} ** {power}"
    return unit


def test_the_file_loads_fast():
    def seconds() -> float:
        start = time.perf_counter()
        pint.UnitRegistry(None, non_int_type=Decimal).load_definitions(UNITS)
        return time.perf_counter() - start

    assert min(seconds() for _ in range(5)) < 0.05  # 10 ms on an idle machine; pint's own file takes 240


def test_names_are_those_that_pint_reads():
    registry = pint.UnitRegistry(None, non_int_type=Decimal)
    registry.load_definitions(UNITS)
    assert {name for name in registry if not name.startswith(("delta_", "Δ"))} == names(path=UNITS)
    assert set(CANONICAL) <= names(path=UNITS)


@pytest.mark.parametrize("unit", sorted(names(path=UNITS) - NOT_IN_PINT))
def test_factors_agree_with_pint(unit, default_registry):
    at_zero, at_one = (normalise(Decimal(n), unit, path=UNITS) for n in (0, 1))
    theirs = default_registry.Quantity(1, "") * default_registry.parse_expression(expression(unit))
    ours = float(at_one[0] - at_zero[0]) * default_registry.parse_expression(expression(at_one[1]))
    assert ours.to_root_units().magnitude == pytest.approx(theirs.to_root_units().magnitude, rel=1e-9)
    assert ours.dimensionality == theirs.dimensionality


CONVERSIONS = [
    ("773", "acre", "312.82200145152", "hectare"),
    ("5", "square_kilometer", "500", "hectare"),
    ("12", "dunam", "1.2", "hectare"),
    ("10", "rai", "1.6", "hectare"),
    ("26", "kilometer", "26", "kilometer"),
    ("5", "foot", "0.001524", "kilometer"),
    ("12", "nautical_mile", "22.224", "kilometer"),
    ("1784", "metric_ton", "1784", "metric_ton"),
    ("50", "kilogram", "0.05", "metric_ton"),
    ("2000", "pound", "0.90718474", "metric_ton"),
    ("1.5", "megatonne", "1500000", "metric_ton"),
    ("1", "barrel", "158.987294928", "liter"),
    ("2.5", "cubic_meter", "2500", "liter"),
    ("60", "mile_per_hour", "96.56064", "kilometer_per_hour"),
    ("10", "meter_per_second", "36", "kilometer_per_hour"),
    ("100", "knot", "185.2", "kilometer_per_hour"),
    ("32", "degF", "0", "degC"),
    ("212", "degF", "100", "degC"),
    ("-40", "degF", "-40", "degC"),
    ("-459.67", "degF", "-273.15", "degC"),
    ("300", "kelvin", "26.85", "degC"),
    ("0", "degC", "0", "degC"),
    ("3.6", "megajoule", "1", "kilowatt_hour"),
    ("2", "megawatt", "2000", "kilowatt"),
    ("1", "bar", "1000", "hectopascal"),
    ("1.50", "terabyte", "1500", "gigabyte"),
    ("36", "hour", "36", "hour"),
    ("1E+3", "month", "1000", "month"),
    ("45", "degree", "45", "degree"),
]


@pytest.mark.parametrize(("value", "unit", "expected", "canonical"), CONVERSIONS)
def test_normalise(value, unit, expected, canonical):
    converted, name = normalise(Decimal(value), unit, path=UNITS)
    assert (str(converted), name) == (expected, canonical)


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=4), st.sampled_from(sorted(names(path=UNITS))))
def test_there_and_back(value, unit):
    converted, canonical = normalise(value, unit, path=UNITS)
    at_zero, at_one = (normalise(Decimal(n), unit, path=UNITS)[0] for n in (0, 1))
    assert float((converted - at_zero) / (at_one - at_zero)) == pytest.approx(float(value), rel=1e-9, abs=1e-9)
    assert normalise(converted, canonical, path=UNITS) == (converted, canonical)


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30))
def test_plain_is_the_same_number_without_noise(value):
    result = plain(value)
    text = f"{result:f}"
    assert result == value
    assert not ("." in text and text.endswith("0"))
    assert result.as_tuple().exponent <= 0


@pytest.mark.parametrize("unit", ["furlong", "", "km", "kilometers", "kilofoot", "length", "#"])
def test_unknown_units(unit):
    assert not known(unit, path=UNITS)
    with pytest.raises(UnitError) as caught:
        normalise(Decimal(1), unit, path=UNITS)
    assert caught.value.unit == unit


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(PackError, match="cannot be read"):
        known("meter", path=tmp_path / "units.txt")


def test_a_file_that_defines_nothing_sensible(tmp_path):
    path = tmp_path / "units.txt"
    path.write_text("span = 3 * * hand\n", encoding="utf-8")
    with pytest.raises(PackError):
        normalise(Decimal(1), "span", path=path)


def test_a_unit_by_one_that_is_missing(tmp_path):
    path = tmp_path / "units.txt"
    path.write_text("span = 9 * hand\n", encoding="utf-8")
    with pytest.raises(PackError, match="hand"):
        normalise(Decimal(1), "span", path=path)


def test_the_shipped_file_is_found():
    assert known("acre")
    assert normalise(Decimal(100), "acre") == (Decimal("40.468564224"), "hectare")


def test_knowing_a_unit_does_not_import_pint():
    code = "import sys; from figx.units import known; assert known('acre'); sys.exit('pint' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_every_unit_has_words_and_every_word_a_unit():
    assert {table["unit"] for table in WORDS} == names(path=UNITS)
    assert all(table.keys() & {"phrases", "symbols", "weak_symbols"} for table in WORDS)


def test_durations_are_the_units_of_time():
    registry = pint.UnitRegistry(None, non_int_type=Decimal)
    registry.load_definitions(UNITS)
    durations = {table["unit"] for table in WORDS if table["kind"] == "duration"}
    assert durations == {unit for unit in names(path=UNITS) if registry.get_dimensionality(unit) == {"[time]": 1}}
    assert {table["kind"] for table in WORDS} == {"measure", "duration"}


def test_no_word_stands_twice():
    phrases = Counter(phrase.casefold() for table in WORDS for phrase in table.get("phrases", ()))
    symbols = Counter(s for table in WORDS for key in ("symbols", "weak_symbols") for s in table.get(key, ()))
    ids = Counter(table["id"] for table in WORDS)
    assert [word for count in (phrases, symbols, ids) for word, n in count.items() if n > 1] == []


@pytest.mark.parametrize(
    ("written", "unit"),
    [
        ("km²", "square_kilometer"),
        ("km2", "square_kilometer"),
        ("sq km", "square_kilometer"),
        ("sq. miles", "square_mile"),
        ("square kilometres", "square_kilometer"),
        ("cubic feet", "cubic_foot"),
        ("MT", "metric_ton"),
        ("tonnes", "metric_ton"),
        ("lbs", "pound"),
        ("mph", "mile_per_hour"),
        ("kph", "kilometer_per_hour"),
        ("°C", "degC"),
        ("degrees celsius", "degC"),
        ("litres", "liter"),
        ("hrs", "hour"),
        ("mpg", "mile_per_gallon"),
    ],
)
def test_how_units_are_written(written, unit):
    found = {
        table["unit"]
        for table in WORDS
        if written in table.get("symbols", ()) or written in [p.casefold() for p in table.get("phrases", ())]
    }
    assert found == {unit}


@pytest.mark.parametrize("symbol", ["m", "b", "in", "a", "h", "g", "s", "F", "C", "K", "T", "pounds", "barrel"])
def test_symbols_that_need_care_are_never_strong(symbol):
    strong = {s for table in WORDS for s in (*table.get("symbols", ()), *table.get("phrases", ()))}
    assert symbol not in strong


def test_the_examples_quote_their_texts():
    examples = TABLES["example"]
    assert len(examples) >= 45
    for example in examples:
        position = 0
        for figure in example["figures"]:
            assert figure["text"] in example["text"][position:], example["text"]
            position = example["text"].index(figure["text"], position) + len(figure["text"])
            assert figure["kind"] in {"count", "money"} or known(figure["unit"], path=UNITS)
