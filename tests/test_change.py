"""The arithmetic of a difference: exact, with its bounds, in per cent."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given

from figx.compare.change import bounds_between, difference_between, interval
from figx.figure import Figure, Kind, Role, Trend
from generated import figure

any_figure = figure("30", "Some 30 people came.", 0)


def made(value=None, low=None, high=None, **fields) -> Figure:
    numbers = {name: None if n is None else Decimal(n) for name, n in (("value", value), ("low", low), ("high", high))}
    return Figure(text="n", start=0, end=1, **numbers, **fields)


def decimals(pair):
    return tuple(None if number is None else Decimal(number) for number in pair)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ((95,), (110,), (15, "15.8")),
        ((110,), (95,), (-15, "-13.6")),
        ((100,), (120,), (20, 20)),
        ((3,), (3,), (0, 0)),
        ((0,), (7,), (7, None)),
        ((7,), (0,), (-7, -100)),
        ((-50,), (50,), (100, 200)),
        (("0.1",), ("0.3",), ("0.2", 200)),
        ((1,), (1_000_000,), (999_999, 99_999_900)),
        ((3,), (2,), (-1, "-33.3")),
        ((1,), (10**200,), (10**200 - 1, 10**202)),
        ((10**40,), (10**40 + 1,), (1, 0)),
        ((None, 3, 5), (4,), (None, None)),
        ((4,), (None, 1000), (None, None)),
        ((110, 110), (122,), (12, "10.9")),
    ],
)
def test_difference(old, new, expected):
    assert difference_between(made(*old), made(*new)) == decimals(expected)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ((95,), (110,), (None, None)),  # the difference is one number
        ((110, 110), (122,), (None, 12)),  # more than 110, then 122: at most 12 more
        ((110,), (122, 122), (12, None)),
        ((110, None, 110), (122,), (12, None)),  # at most 110, then 122: at least 12 more
        ((110, 110), (122, 122), (None, None)),  # both open upwards
        ((110, 110), (122, None, 122), (None, 12)),
        ((None, 3, 5), (None, 4, 9), (-1, 6)),
        ((None, 3, 5), (4,), (-1, 1)),
        ((None, 1000), (None, 2000), (None, None)),
        ((None, 1000), (500,), (None, -500)),
    ],
)
def test_bounds(old, new, expected):
    assert bounds_between(made(*old), made(*new)) == decimals(expected)


def test_shares_differ_in_points():
    shares = made(20, kind=Kind.SHARE), made(25, kind=Kind.SHARE)
    assert difference_between(*shares) == (5, None)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (Trend.UP, Trend.UP, (2, 40)),
        (Trend.DOWN, Trend.DOWN, (-2, -40)),  # a fall of 7 is 2 lower than a fall of 5
        (Trend.UP, Trend.DOWN, (-12, -240)),
        (Trend.DOWN, Trend.UP, (12, 240)),
        (None, Trend.DOWN, (2, 40)),  # one side does not say whether it rose or fell: sizes are compared
        (Trend.DOWN, None, (2, 40)),
        (None, None, (2, 40)),
    ],
)
def test_sizes_of_changes(old, new, expected):
    sizes = made(5, role=Role.DELTA, trend=old), made(7, role=Role.DELTA, trend=new)
    assert difference_between(*sizes) == expected
    assert bounds_between(*sizes) == (None, None)


def test_the_trend_of_a_level_is_no_sign():
    assert difference_between(made(5, trend=Trend.DOWN), made(7, trend=Trend.DOWN)) == (2, 40)


@given(any_figure, any_figure)
def test_turned_round(old, new):
    there, back = difference_between(old, new)[0], difference_between(new, old)[0]
    assert (there is None) == (back is None)
    assert there is None or back is None or there == -back
    low, high = bounds_between(old, new)
    assert bounds_between(new, old) == (None if high is None else -high, None if low is None else -low)


@given(any_figure, any_figure)
def test_the_difference_lies_within_its_bounds(old, new):
    low, high = bounds_between(old, new)
    difference = difference_between(old, new)[0]
    if difference is not None:
        assert (low is None or low <= difference) and (high is None or difference <= high)
    assert low is None or high is None or low <= high


@given(any_figure)
def test_from_a_figure_to_itself(found):
    assert difference_between(found, found)[0] in (0, None)
    low, high = bounds_between(found, found)
    assert (low is None or low <= 0) and (high is None or high >= 0)


@given(any_figure)
def test_an_interval_holds_the_value(found):
    low, high = interval(found)
    assert found.value is None or ((low is None or low <= found.value) and (high is None or found.value <= high))
