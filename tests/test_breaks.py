"""Where the thought breaks off between a country and a figure."""

from __future__ import annotations

import pytest

from figx.breaks import frames_elsewhere, in_remark, is_broken, is_contrasted, is_dashed, is_elsewhere
from test_names import read  # noqa: F401  (a fixture)


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("Chad waits; 300 came", True),
        ("Chad waits, while 300 came", True),
        ("Chad waits but 300 came", True),
        ("Chad waits – and 300 came", True),
        ("Chad waits and that 300 came", True),
        ("Chad waits and there are 300", True),
        ("Chad waits and 300 came", False),
        ("Chad waits, 300 came", False),
        ("Chad – or 300 – came", False),
    ],
)
def test_a_new_clause(text, broken, read):  # noqa: F811
    view = read(text)
    assert is_broken(view, 0, len(view)) is broken


def test_a_dash_before_another_claim(read):  # noqa: F811
    assert [k for k in range(9) if is_dashed(read("Chad – and 30 – or 20 – but 10"), k)] == [1, 7]


@pytest.mark.parametrize(
    ("text", "elsewhere", "frames"),
    [
        ("and worldwide 300 people wait", True, True),
        ("In Europe 300 people wait", True, True),
        ("across the whole world 300 people wait", True, True),
        ("They waited in Europe 300 days", True, False),
        ("the largest worldwide hosts 300 people", True, False),
        ("Europe took 300 people", False, False),
        ("In Chad 300 people wait", False, False),
    ],
)
def test_elsewhere(text, elsewhere, frames, read):  # noqa: F811
    view = read(text)
    number = view.words.index("300")
    assert any(is_elsewhere(view, k) for k in range(len(view))) is elsewhere
    assert any(frames_elsewhere(view, k, number) for k in range(number)) is frames


def test_a_remark(read):  # noqa: F811
    view = read("30 came (seen, a beach in France) to Herat (Chad)")
    assert in_remark(view, view.words.index("France"), 0)
    assert not in_remark(view, view.words.index("Chad"), 0)
    assert not in_remark(view, view.words.index("France"), view.words.index("beach"))
    assert not in_remark(view, view.words.index("Herat"), 0)


@pytest.mark.parametrize(
    ("text", "contrasted"),
    [
        ("Chad waits, while richer countries took 300", True),
        ("Chad waits, while 300 came", False),
        ("countries took 300", False),
    ],
)
def test_other_countries_set_against(text, contrasted, read):  # noqa: F811
    view = read(text)
    assert is_contrasted(view, 0, len(view)) is contrasted
