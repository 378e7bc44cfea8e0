"""Every example of the shipped packs, one test each: a rule is proved by the texts beside it."""

from __future__ import annotations

import pytest

from figx.checking import check, example_fault
from figx.figure import FIELDS
from figx.packs import load_packs

EXAMPLES = load_packs("en").examples


def parameter(path, number, example):
    marks = [pytest.mark.xfail(strict=True, reason=example.known_gap)] if example.known_gap else []
    return pytest.param(example, id=f"{path.name}:{number}", marks=marks)


@pytest.mark.parametrize("example", [parameter(*row) for row in EXAMPLES])
def test_example(example, extractor):
    assert example_fault(extractor, example) == ""


@pytest.mark.parametrize("example", [pytest.param(row[2], id=f"{row[0].name}:{row[1]}") for row in EXAMPLES])
def test_an_example_is_sound_in_itself(example):
    position = 0
    for figure in example.figures:
        assert figure.keys() <= set(FIELDS)
        if quote := figure.get("text"):
            position = example.text.index(quote, position) + len(quote)


def test_there_are_examples_enough():
    assert len(EXAMPLES) >= 400
    assert len({example.text for _, _, example in EXAMPLES}) >= 400


def test_a_quarter_are_traps():
    """Texts with a number that is no figure: no figure at all, or fewer figures than numbers."""
    from figx.numerals import scan

    empty = [example for _, _, example in EXAMPLES if not example.figures]
    mixed = [example for _, _, example in EXAMPLES if 0 < len(example.figures) < len(scan(example.text))]
    assert len(empty) + len(mixed) >= len(EXAMPLES) / 4
    assert len(empty) >= len(EXAMPLES) / 8


def test_every_pack_of_rules_about_numbers_has_examples():
    with_examples = {path.name for path, _, _ in EXAMPLES}
    assert {"numbers.toml", "qualifiers.toml", "money.toml", "shares.toml", "ranges.toml", "units.toml", "traps.toml",
            "nouns.toml", "multiples.toml", "lists.toml", "categories.toml"} <= with_examples  # fmt: skip


PACK = """
[[noun]]
id = "en.noun.test-nomad"
unit = "person"
words = ["nomad"]

[[example]]
text = "We met 300 nomads."
figures = [{{ value = {value}, unit = "person" }}]
{gap}
"""


@pytest.mark.parametrize(
    ("value", "gap", "faults", "gaps"),
    [
        (300, "", 0, 0),
        (301, "", 1, 0),
        (301, 'known_gap = "nomads move"', 0, 1),
        (300, 'known_gap = "nomads move"', 1, 0),
    ],
    ids=["right", "wrong", "known gap", "gap that has closed"],
)
def test_the_examples_of_a_folder_are_checked(tmp_path, value, gap, faults, gaps):
    (tmp_path / "pack.toml").write_text(PACK.format(value=value, gap=gap), encoding="utf-8")
    report = check(tmp_path)
    assert (report.rules, report.examples, len(report.faults), len(report.known_gaps)) == (1, 1, faults, gaps)
    assert all(str(tmp_path / "pack.toml") in line for line in [*report.faults, *report.known_gaps])


def test_a_faulty_folder_is_reported_and_not_raised(tmp_path):
    (tmp_path / "pack.toml").write_text("[[noun]]\n", encoding="utf-8")
    report = check(tmp_path)
    assert report.examples == 0 and len(report.faults) == 1 and "pack.toml" in report.faults[0]
