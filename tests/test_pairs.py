"""Pairs of short texts in `pairs.toml`, each with what changed between them."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest

import figx
from figx.compare.diff import diff

PAIRS = tomllib.loads(Path(__file__).with_name("pairs.toml").read_text(encoding="utf-8"))["pair"]


def named(figures):
    """Each figure by its quote, "41#2" where it is the second of that quote."""
    seen = Counter()
    names = {}
    for figure in figures:
        seen[figure.text] += 1
        names[figure.start] = figure.text if seen[figure.text] == 1 else f"{figure.text}#{seen[figure.text]}"
    return names


def rows_of(pair):
    old, new = figx.extract(pair["old"]), figx.extract(pair["new"])
    before, after = named(old), named(new)
    return [
        (row.change.value, row.old and before[row.old.start], row.new and after[row.new.start], bool(row.note))
        for row in diff(old, new)
    ]


def known_gaps(pair):
    gap = [pytest.mark.xfail(strict=True, reason=pair["gap"])] if "gap" in pair else []
    return pytest.param(pair, id=pair["id"], marks=gap)


@pytest.mark.parametrize("pair", [known_gaps(pair) for pair in PAIRS])
def test_what_changed_and_what_must_not_be_compared(pair):
    found = rows_of(pair)
    noted = {row[1:3] for row in found if row[0] in ("new", "dropped") and row[3]}
    wanted = {(row.get("old"), row.get("new")) for row in pair["rows"] if "note" in row}
    assert {row[:3] for row in found} == {(row["change"], row.get("old"), row.get("new")) for row in pair["rows"]}
    assert noted == wanted


@pytest.mark.parametrize("pair", PAIRS, ids=[pair["id"] for pair in PAIRS])
def test_a_text_against_itself_has_no_change(pair):
    for side in ("old", "new"):
        figures = figx.extract(pair[side])
        assert {row.change.value for row in diff(figures, figures)} <= {"same"}


@pytest.mark.parametrize("pair", PAIRS, ids=[pair["id"] for pair in PAIRS])
def test_the_other_way_round_is_the_mirror(pair):
    turned = {"new": "dropped", "dropped": "new"}
    backwards = {
        (turned.get(change, change), new, old)
        for change, old, new, _ in rows_of({"old": pair["new"], "new": pair["old"]})
    }
    assert backwards == {row[:3] for row in rows_of(pair)}
