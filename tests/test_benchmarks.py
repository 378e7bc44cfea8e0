"""What the benchmarks count: names of currencies by their meaning, and the record that only rises."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

import accuracy
from currency_names import Currencies, plain_name

CHECKOUT = Path(__file__).resolve().parents[1]
ALIASES = {
    "_doc": "names that mean the same",
    "dollar": {"kind": "currency", "names": ["$", "usd"]},
    "pound sterling": {"kind": "currency", "names": ["gbp", "british pound"]},
    "minute": {"kind": "time", "names": ["min"]},
}


@pytest.fixture(scope="module")
def currencies(tmp_path_factory):
    aliases = tmp_path_factory.mktemp("names") / "aliases.json"
    aliases.write_text(json.dumps(ALIASES), encoding="utf-8")
    return Currencies.read(CHECKOUT / "patterns/currencies.tsv", aliases)


@pytest.mark.parametrize(
    ("name", "unit", "right"),
    [
        ("British pound", "GBP", True),
        ("Pound", "GBP", True),
        ("Pound", "EGP", True),
        ("Pound", "", True),
        ("Pound", "USD", False),
        ("Dollar", "AUD", True),
        ("Australian dollar", "AUD", True),
        ("Australian dollar", "USD", False),
        ("Australian dollar", "", False),
        ("Costa Rican colón", "CRC", True),
        ("Lao kip", "LAK", True),
        ("Franc", "", True),
        ("Franc", "CHF", True),
        ("Euro", "EUR", True),
        ("Euro", "", False),
        ("Bitcoin", "XBT", True),
        ("Sen", "", True),
        ("Euro", "rmb", False),
    ],
)
def test_a_currency_is_right_by_its_meaning(currencies, name, unit, right):
    assert currencies.accepts(plain_name(name), {"kind": "currency", "unit": unit}) is right


def test_a_count_is_no_money(currencies):
    assert not currencies.accepts("dollar", {"kind": "count", "unit": ""})


def test_a_minor_unit_is_a_part_of_the_major_one(currencies):
    assert (4.7, "pound") in currencies.readings({"value": 470, "unit": "Pence"})
    assert currencies.readings({"value": 5, "unit": "Euro"}) == [(5, "euro")]


@pytest.mark.parametrize(("score", "record"), [(1.0, 1.0), (0.9999, 0.999), (0.29, 0.29), (0.57, 0.57), (0.0, 0.0)])
def test_records_are_rounded_down(score, record):
    assert accuracy.floored(score) == record


def test_a_score_below_its_record_is_told():
    recorded = {"seeds": {"precision": 0.95, "recall": 0.9}, "dev": {"f1": 1.0}}
    below, above = accuracy.compare({"seeds": {"precision": 0.9499, "recall": 0.9004}}, recorded)
    assert below == ["seeds precision is 0.949, recorded 0.950"]
    assert above == []


def test_a_score_above_its_record_and_a_new_one_are_told():
    _, above = accuracy.compare({"seeds": {"precision": 0.96, "f1": 0.5}}, {"seeds": {"precision": 0.95}})
    assert above == ["seeds precision is 0.960, recorded 0.950", "seeds f1 is 0.500, nothing is recorded"]


def test_a_score_that_is_no_longer_measured_is_told():
    below, _ = accuracy.compare({"seeds": {}}, {"seeds": {"f1": 0.5}})
    assert below == ["seeds f1 is recorded and not measured"]


def test_the_record_rises_and_never_falls():
    recorded = {"seeds": {"precision": 0.95, "recall": 0.9}, "dev": {"f1": 0.8}}
    record = accuracy.raised({"seeds": {"precision": 0.9, "recall": 0.9567}}, recorded)
    assert record == {"seeds": {"precision": 0.95, "recall": 0.956}, "dev": {"f1": 0.8}}


def test_numbers_in_words_are_read_and_digits_left_out():
    figures = [
        {"surface": "two hundred", "value": 200},
        {"surface": "no number", "value": 7},
        {"surface": "12", "value": 12},
        {"surface": "¾", "value": 0.75},
    ]
    share, misses = accuracy.number_words([{"figures": figures}])
    assert share == 0.5
    assert misses == ["'no number': 7, read as nan"]


def test_the_record_names_known_benchmarks_and_scores():
    record = json.loads(accuracy.RECORD.read_text(encoding="utf-8"))
    assert record.keys() == accuracy.BENCHMARKS.keys()
    assert all(0 <= score == accuracy.floored(score) <= 1 for scores in record.values() for score in scores.values())


def test_missing_gold_files_are_told(tmp_path):
    done = subprocess.run(
        [sys.executable, accuracy.__file__, "--gold", tmp_path, "--check"], capture_output=True, text=True
    )
    assert done.returncode == 1
    assert str(tmp_path) in done.stderr


def test_the_cost_of_a_diff_is_measured():
    command = [sys.executable, str(CHECKOUT / "benchmarks" / "diff.py"), "--figures", "300"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    heading, row = done.stdout.splitlines()
    assert heading.split() == ["figures", "reading", "comparing", "both", "/", "reading", "peak", "memory"]
    assert re.fullmatch(r"\s*300 +\d+\.\d\ds +\d+\.\d\ds +\d+\.\d\d +\d+ MB", row)


def test_start_up_is_measured():
    command = [sys.executable, str(CHECKOUT / "benchmarks" / "startup.py"), "--times", "1"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert [line.split("  ")[0] for line in done.stdout.splitlines()] == [
        "command",
        "figx --version",
        "figx --help",
        "figx extract SPEECH",
        "figx diff OLD.json NEW.json",
    ]
