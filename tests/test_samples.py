"""The samples: the expected figures are sound in themselves, and extraction finds exactly them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from figx.figure import Kind, Qualifier, Role, Status, Trend

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
TEXTS = sorted(
    path
    for path in SAMPLES.iterdir()
    if path.suffix in {".txt", ".md"} and path.name != "README.md" and not path.name.endswith(".diff.md")
)
FIELDS = ["start", "end", "value", "low", "high", "qualifier", "kind", "unit", "noun", "category", "status", "role",
          "trend", "places", "time", "text"]  # fmt: skip
TOLD = ["speaker", "attribution"]  # only where there is one
CATEGORIES = {
    "refugee_cap", "resettled", "returned", "idp", "asylum_seeker", "refugee", "stateless", "displaced", "migrant",
    "casualty", "in_need", "host", "housing", "funding", "people", "money", "other",
}  # fmt: skip

every_text = pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)


def read(path):
    """The text exactly as stored: no translation of line ends, or the offsets would move."""
    return path.read_bytes().decode("utf-8")


def expected(path):
    lines = read(path.with_suffix(".expected.jsonl")).split("\n")
    return [json.loads(line) for line in lines if line]


def words(text):
    return re.findall(r"[\w'’-]+", text.lower())


def rounded(number):
    # a third has no end: "a third" is 33.33 in both lists, while people and money keep every digit
    return None if number is None else round(float(number), 2)


def key(figure, unit):
    numbers = tuple(rounded(figure[name]) for name in ("value", "low", "high"))
    names = tuple(str(figure[name]) for name in ("qualifier", "kind"))
    return (figure["start"], figure["end"], figure["text"], *numbers, *names, unit)


def test_there_are_fourteen_texts_and_no_stray_expectation():
    assert len(TEXTS) == 14
    assert {path.with_suffix(".expected.jsonl").name for path in TEXTS} == {
        path.name for path in SAMPLES.glob("*.expected.jsonl")
    }


@every_text
def test_length_is_readable(path):
    assert 250 <= len(read(path).split()) <= 600


@every_text
def test_offsets_quote_the_source_in_order(path):
    text, figures = read(path), expected(path)
    for figure in figures:
        assert list(figure) == FIELDS + [name for name in TOLD if name in figure]
        assert text[figure["start"] : figure["end"]] == figure["text"]
    ends = [0] + [figure["end"] for figure in figures]
    assert all(end <= figure["start"] < figure["end"] for end, figure in zip(ends, figures, strict=False))


@every_text
def test_enumerations_are_valid(path):
    for figure in expected(path):
        assert figure["qualifier"] in set(Qualifier)
        assert figure["kind"] in set(Kind) - {Kind.DURATION, Kind.AGE}
        assert set(figure["category"].split("|")) <= CATEGORIES
        assert set(figure["status"].split("|")) <= set(Status)
        assert set(figure["role"].split("|")) <= set(Role)
        assert figure["trend"] is None or figure["trend"] in set(Trend)
        assert all(re.fullmatch("[A-Z]{3}", place) for place in figure["places"])


@every_text
def test_bounds_follow_the_qualifier(path):
    for figure in expected(path):
        value, low, high = figure["value"], figure["low"], figure["high"]
        match figure["qualifier"]:
            case "exact" | "approx":
                assert value is not None and low is None and high is None
            case "more_than" | "at_least":
                assert value == low and high is None
            case "less_than" | "at_most" | "nearly":
                assert value == high and low is None
            case "range":
                assert value is None and low < high
            case "vague":
                assert value is None and low >= 10 and high is None


@every_text
def test_units_follow_the_kind(path):
    for figure in expected(path):
        units = figure["unit"].split("|")
        if figure["kind"] == "money":
            assert all(re.fullmatch("[A-Z]{3}", unit) for unit in units)
        fixed = {"share": ["percent"], "multiple": ["times"]}.get(figure["kind"], units)
        assert units == fixed and all(units)


@every_text
def test_time_and_noun_are_words_of_the_text(path):
    text = read(path)
    for figure in expected(path):
        assert all(time in text for time in figure["time"].split("|"))
        assert all(noun in text for noun in figure["noun"].split("|"))


def test_the_traps_hold_no_figure():
    assert expected(SAMPLES / "no-figures.txt") == []


@every_text
def test_extract_finds_exactly_the_figures(path):
    import figx

    found = [figure.as_dict() for figure in figx.extract(read(path))]
    wanted = expected(path)
    units = {(figure["start"], figure["end"]): figure["unit"] for figure in found}
    chosen = []
    for figure in wanted:
        options = figure["unit"].split("|")
        unit = units.get((figure["start"], figure["end"]))
        chosen.append(key(figure, unit if unit in options else options[0]))
    assert [key(figure, figure["unit"]) for figure in found] == chosen


@every_text
def test_extract_names_what_is_counted(path):
    import figx

    nouns = {(figure.start, figure.end): figure.noun for figure in figx.extract(read(path))}
    for figure in expected(path):
        noun = nouns[figure["start"], figure["end"]]
        options = [words(option) for option in figure["noun"].split("|")]
        assert any(words(noun)[-1] in option if words(noun) else not option for option in options), (
            figure["text"],
            noun,
            figure["noun"],
        )


@every_text
def test_extract_tells_who_speaks_and_who_is_said_to_say_it(path):
    import figx

    found = {(figure.start, figure.end): figure for figure in figx.extract(read(path))}
    for figure in expected(path):
        own = found[figure["start"], figure["end"]]
        assert own.speaker == figure.get("speaker", ""), figure["text"]
        assert own.attribution in figure.get("attribution", "").split("|"), figure["text"]


def test_the_readme_holds_no_figure():
    import figx

    assert list(figx.extract(read(SAMPLES / "README.md"))) == []


PAIRS = [
    ("council-2022", "council-2023"),
    ("council-2023", "council-2024"),
    ("host-minister-2023", "host-minister-2024"),
]


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_diff_tells_what_changed_between_two_speeches(old, new):
    command = [sys.executable, "-m", "figx", "diff", f"{old}.txt", f"{new}.txt", "--format", "markdown", "-q"]
    done = subprocess.run(command, cwd=SAMPLES, capture_output=True, timeout=60)
    assert done.stdout.decode("utf-8") == read(SAMPLES / f"{old}-to-{new[-4:]}.diff.md")
    assert not done.stderr
