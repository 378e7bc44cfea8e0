"""What changed between two texts: a row for each claim, and what a row says."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

import figx
from figx.compare.diff import ROW_FIELDS, Change, Row, Tolerance, diff
from figx.figure import Figure, Kind, Trend
from generated import figures, texts

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
TURNED = {Change.NEW: Change.DROPPED, Change.DROPPED: Change.NEW}
UPSIDE_DOWN = {Trend.UP: Trend.DOWN, Trend.DOWN: Trend.UP}
few = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
read_text = pytest.fixture(scope="session")(lambda extractor: extractor.extract)


def rows(old: str, new: str, **options) -> list[tuple[str, str | None, str | None]]:
    """Each row by its change and the two quotes."""
    found = diff(figx.extract(old), figx.extract(new), **options)
    return [(row.change.value, row.old and row.old.text, row.new and row.new.text) for row in found]


def negative(number: Decimal | None) -> Decimal | None:
    return None if number is None else -number


def outcome(row: Row):
    sides = row.old and id(row.old), row.new and id(row.new)
    return row.change, *sides, row.difference, row.difference_low, row.difference_high, row.direction


def mirror(row: Row):
    """What the row is where old and new are turned round."""
    sides = row.new and id(row.new), row.old and id(row.old)
    bounds = negative(row.difference_high), negative(row.difference_low)
    direction = UPSIDE_DOWN[row.direction] if row.direction else None
    return TURNED.get(row.change, row.change), *sides, negative(row.difference), *bounds, direction


def check(old: list[Figure], new: list[Figure]) -> None:
    """Everything that a diff promises, whatever the figures."""
    found = diff(old, new)
    for side, figures_of_it in (("old", old), ("new", new)):
        kept = [figure for figure in figures_of_it if figure.kind not in (Kind.DURATION, Kind.AGE)]
        named = [id(getattr(row, side)) for row in found if getattr(row, side)]
        assert len(set(named)) == len(named) and set(named) <= {id(figure) for figure in kept}
        assert sum(getattr(row, f"{side}_mentions") for row in found) == len(kept)
    assert [row.change for row in found] == sorted((row.change for row in found), key=list(Change).index)
    assert Counter(map(outcome, found)) == Counter(map(mirror, diff(new, old)))
    for row in found:
        if row.old and row.new:
            assert (row.old.kind, row.old.status) == (row.new.kind, row.new.status)
            assert not row.old.flow or not row.new.flow or row.old.flow == row.new.flow
            assert (row.old.unit == "household") == (row.new.unit == "household")
        assert tuple(row.as_dict()) == ROW_FIELDS


@given(figures(), figures())
def test_any_figures(old, new):
    check(old, new)


@given(figures())
def test_figures_against_themselves(found):
    rows_of_it = diff(found, found)
    assert {row.change for row in rows_of_it} <= {Change.SAME}
    assert all(row.old is row.new and row.difference in (0, None) for row in rows_of_it)


@few
@given(texts, texts)
def test_any_texts(read_text, old, new):
    check(read_text(old), read_text(new))


@few
@given(texts)
def test_texts_against_themselves(read_text, text):
    assert {row.change for row in diff(read_text(text), read_text(text))} <= {Change.SAME}


@given(figures())
def test_a_text_that_is_given_twice_says_nothing_more(found):
    """Whatever order equal texts come in: only the mentions are counted twice."""
    once, twice = diff(found, found), diff(found, [*found, *found])
    assert [row.change for row in twice] == [row.change for row in once]
    assert [row.new_mentions for row in twice] == [2 * row.new_mentions for row in once]


@given(figures())
def test_explaining_changes_nothing_else(found):
    told = diff(found, found[::-1], explain=True)
    plain = diff(found, found[::-1])
    assert list(map(outcome, told)) == list(map(outcome, plain))
    assert all((row.points > 0) is bool(row.reasons) is (row.change not in TURNED) for row in told)
    assert not any(row.points or row.reasons for row in plain)


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.glob("*.txt")))
def test_samples_in_two_halves(extractor, name):
    text = (SAMPLES / name).read_bytes().decode()
    paragraphs = text.split("\n\n")
    halves = ["\n\n".join(paragraphs[::2]), "\n\n".join(paragraphs[1::2]), text]
    found = [extractor.extract(half, doc=name) for half in halves]
    check(found[0], found[1])
    check(found[0], found[2])
    assert {row.change for row in diff(found[2], found[2])} <= {Change.SAME}


# Rows


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "12 refugees came.", [("new", None, "12")]),
        ("12 refugees came.", "Nobody came.", [("dropped", "12", None)]),
        ("12 refugees came.", "12 refugees came.", [("same", "12", "12")]),
        ("12 refugees came.", "Twelve refugees came.", [("same", "12", "Twelve")]),
        ("12 refugees came.", "15 refugees came.", [("changed", "12", "15")]),
        ("12 refugees came.", "At least 12 refugees came.", [("reworded", "12", "12")]),
        ("Between 3 and 5 refugees came.", "Between 3 and 6 refugees came.", [("changed", "3 and 5", "3 and 6")]),
        ("Some 40% of refugees are children.", "Half of refugees are children.", [("changed", "40%", "Half")]),
    ],
)
def test_changes(old, new, expected):
    found = rows(old, new)
    assert [row[0] for row in found] == [row[0] for row in expected]
    assert [row[1:] for row in found if "and" not in str(row)] == [row[1:] for row in expected if "and" not in str(row)]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("The target is to resettle 125,000 refugees.", "We resettled 60,014 refugees.", "not"),
        ("300 displaced families wait in Chad.", "900 displaced people wait in Chad.", "household"),
        ("30 refugees live in Chad.", "50 refugees live in Kenya.", "about"),
    ],
)
def test_what_must_not_be_compared_is_named(old, new, said):
    found = diff(figx.extract(old), figx.extract(new))
    assert [row.change for row in found] == [Change.NEW, Change.DROPPED]
    for row, other in (found[0], found[1]), (found[1], found[0]):
        assert row.note.startswith(f"not compared with “{other.figure.text}” (line 1): ")
        assert said in row.note


@pytest.mark.parametrize(
    ("share", "amount", "old", "new", "covered"),
    [
        (0, 0, 100, 100, True),
        (0, 0, 100, 101, False),
        (1, 0, 100, 101, True),
        (1, 0, 100, 102, False),
        (1, 0, -100, -101, True),
        (0, 5, 100, 105, True),
        (0, 5, 100, 106, False),
        (50, 5, 2, 7, True),
        (50, 0, 2, 7, False),
        (100, 0, 0, 7, True),
    ],
)
def test_tolerance(share, amount, old, new, covered):
    tolerance = Tolerance(share=Decimal(share), amount=Decimal(amount))
    assert tolerance.covers(Decimal(old), Decimal(new)) is covered
    assert tolerance.covers(Decimal(new), Decimal(old)) is covered


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ("100 refugees came.", "102 refugees came.", "same"),
        ("100 refugees came.", "At least 102 refugees came.", "reworded"),
        ("100 refugees came.", "103 refugees came.", "changed"),
        ("100 refugees came.", "100 to 110 refugees came.", "changed"),
    ],
)
def test_a_tolerance_forgives_a_number_and_no_wording(old, new, change):
    assert [row[0] for row in rows(old, new, tolerance=Tolerance(amount=Decimal(2)))] == [change]


def test_the_seed_of_hashes_changes_nothing():
    code = (
        "import figx; from figx.compare.diff import diff; from pathlib import Path\n"
        "old, new = (figx.extract(Path(f'samples/council-{year}.txt').read_text()) for year in (2022, 2024))\n"
        "for row in diff(old, new, explain=True): print(row.as_dict())"
    )

    def digest(seed: int) -> str:
        environment = {**os.environ, "PYTHONHASHSEED": str(seed)}
        command = [sys.executable, "-c", code]
        done = subprocess.run(command, cwd=SAMPLES.parent, env=environment, capture_output=True, check=True)
        assert done.stdout
        return hashlib.sha256(done.stdout).hexdigest()

    assert len({digest(seed) for seed in range(4)}) == 1
