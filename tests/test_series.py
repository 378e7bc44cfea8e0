"""One claim through many texts."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import figx
from figx.cli.series_plot import draw
from figx.cli.series_table import _cells, sparkline
from figx.compare.barriers import forbidden
from figx.compare.claim import claims_of
from figx.compare.series import POINT_FIELDS, DatedFigures, Series, series
from figx.figure import Figure, Kind
from generated import figures, texts

few = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
dates = st.sampled_from(["2020", "2021-03", "2021-03-04", "2021-03-04", "2022-01-01"])
names = st.sampled_from(["a.txt", "b.txt", "c.txt"])
dated = st.lists(st.builds(DatedFigures, dates, names, figures(5)), max_size=5)


def outcome(found: list[Series]):
    return [([(p.date, p.doc, p.figure, p.mentions) for p in one.points], one.gaps) for one in found]


def check(given_texts: list[DatedFigures]) -> list[Series]:
    """Everything that series promise, whatever the texts."""
    found = series(given_texts)
    kept = [f for text in given_texts for f in text.figures if f.kind not in (Kind.DURATION, Kind.AGE)]
    points = [point for one in found for point in one.points]
    assert sum(point.mentions for point in points) == len(kept)
    assert Counter(point.figure for point in points) <= Counter(kept)
    for one in found:
        days = [point.date for point in one.points]
        assert days == sorted(days)
        assert list(one.gaps) == sorted(set(one.gaps)) and not set(one.gaps) & set(days)
        assert all(days[0] < gap < days[-1] for gap in one.gaps)
        claims = [claim for point in one.points for claim in claims_of([point.figure])]
        for a, b in combinations(claims, 2):
            assert a.figure.status is b.figure.status and a.figure.kind is b.figure.kind
            assert not a.figure.flow or not b.figure.flow or a.figure.flow is b.figure.flow
            assert not a.places or not b.places or a.places & b.places
        assert tuple(one.as_dict()["points"][0]) == POINT_FIELDS
    return found


@few
@given(dated)
def test_any_figures(given_texts):
    found = check(given_texts)
    # Two texts may have one name and date; else each gives a series one point at most.
    times = Counter((text.date, text.doc) for text in given_texts)
    for one in found:
        assert Counter((point.date, point.doc) for point in one.points) <= times


@few
@given(st.lists(st.tuples(dates, texts), max_size=4))
def test_any_texts(extractor, said):
    check([DatedFigures(date, f"{i}.txt", extractor.extract(text)) for i, (date, text) in enumerate(said)])


@few
@given(dated, st.randoms(use_true_random=False))
def test_the_order_of_texts_does_not_matter(given_texts, random):
    shuffled = list(given_texts)
    random.shuffle(shuffled)
    assert outcome(series(shuffled)) == outcome(series(given_texts))


@few
@given(figures(6), st.integers(2, 5))
def test_the_same_text_through_the_years(found, number):
    """Each claim goes on with itself: no series ends, none begins later."""
    one = series([DatedFigures("2020", "a.txt", found)])
    many = series([DatedFigures(str(2020 + i), "a.txt", found) for i in range(number)])
    assert [[p.figure for p in each.points] for each in many] == [[each.figure] * number for each in one]
    assert all(each.difference in (0, None) and each.gaps == () for each in many)


@few
@given(figures(6))
def test_no_two_members_are_such_as_must_not_be_compared(found):
    """Claims of one text each, so that their words and regions are those that the series saw."""
    given_texts = [DatedFigures(str(2000 + i), "a.txt", [figure]) for i, figure in enumerate(found)]
    for one in series(given_texts):
        claims = [claims_of([point.figure])[0] for point in one.points]
        assert not any(forbidden(a, b) for a, b in combinations(claims, 2))


# Cases


def read(*said: tuple[str, str]) -> list[DatedFigures]:
    return [DatedFigures(date, f"{i}.txt", figx.extract(text)) for i, (date, text) in enumerate(said)]


def values(found: list[Series]) -> list[list[tuple[str, int]]]:
    return [[(point.date, int(point.figure.value or 0)) for point in one.points] for one in found]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([], []),
        ([("2022", "It rained.")], []),
        ([("2022", "12 refugees came.")], [[("2022", 12)]]),
        (
            [("2023", "15 refugees came."), ("2022", "12 refugees came.")],
            [[("2022", 12), ("2023", 15)]],
        ),
        (
            [("2022", "12 refugees live in Chad."), ("2023", "15 refugees live in Kenya.")],
            [[("2022", 12)], [("2023", 15)]],
        ),
        # The second text leaves the place open; what must not be compared must not meet through it.
        (
            [
                ("2021", "12 refugees live in Chad."),
                ("2022", "13 refugees live in camps."),
                ("2023", "15 refugees live in Kenya."),
            ],
            [[("2021", 12), ("2022", 13)], [("2023", 15)]],
        ),
        (
            [("2021", "12 refugees came. 12 refugees came."), ("2022", "15 refugees came.")],
            [[("2021", 12), ("2022", 15)]],
        ),
    ],
)
def test_cases(said, expected):
    assert values(series(read(*said))) == expected


def test_gaps_are_dates_without_the_claim():
    said = ["12 refugees came.", "It rained.", "It rained.", "15 refugees came.", "It rained."]
    found = series(read(*((str(2020 + i), text) for i, text in enumerate(said))))
    assert [one.gaps for one in found] == [("2021", "2022")]


def test_another_text_of_the_day_closes_the_gap():
    said = [
        ("2020", "12 refugees came."),
        ("2021", "It rained."),
        ("2021", "13 refugees came."),
        ("2022", "14 refugees came."),
    ]
    [one] = series(read(*said))
    assert one.gaps == () and [point.doc for point in one.points] == ["0.txt", "2.txt", "3.txt"]


@pytest.mark.parametrize(
    ("first", "last", "difference", "percent"),
    [
        ("12 refugees came.", "15 refugees came.", 3, 25),
        ("20% of refugees are children.", "25% of refugees are children.", 5, None),
        ("Thousands of refugees came.", "15 refugees came.", None, None),
    ],
)
def test_the_change_is_from_the_first_to_the_last(first, last, difference, percent):
    [one] = series(read(("2020", first), ("2022", last)))
    assert (one.difference, one.percent) == (difference, percent)
    record = one.as_dict()
    assert (record["difference"], record["first_date"], record["last_date"]) == (difference, "2020", "2022")


@pytest.mark.parametrize(
    ("numbers", "line"),
    [
        ([], ""),
        ([None], "·"),
        ([5], "▁"),
        ([5, 5], "▁▁"),
        ([0, 7], "▁█"),
        ([7, 0, None], "█▁·"),
        ([-3, -1, 1], "▁▅█"),
        ([0, 1, 10**30], "▁▁█"),
        (list(range(8)), "▁▂▃▄▅▆▇█"),
    ],
)
def test_sparklines(numbers, line):
    assert sparkline([None if number is None else Decimal(number) for number in numbers]) == line


def test_a_long_series_has_its_first_and_last_bar_and_a_short_line():
    said = [*["15 refugees came."] * 59, "17 refugees came."]
    found = series(read(*((str(1950 + i), text) for i, text in enumerate(said))))
    cells = _cells(found[0])
    assert cells["course"] == "▁" * 23 + "█" and cells["texts"] == "60"


@pytest.mark.parametrize("number", [10**23, 10**40, 10**200])
def test_numbers_of_any_length_are_shown_and_drawn(tmp_path, number):
    [made] = figx.extract("12 refugees came.")
    values = [Decimal(12), Decimal(number), None]
    texts = [
        DatedFigures(str(2020 + i), "a.txt", [replace(made, value=value, low=Decimal(7))])
        for i, value in enumerate(values)
    ]
    [one] = series(texts)
    assert _cells(one)["course"] == "▁█·"
    draw([one], str(tmp_path / "a.svg"))
    assert (tmp_path / "a.svg").stat().st_size > 1000


def test_many_texts_with_one_table_each():
    """Rows beyond the all-pairs limit, and each followed by its name."""
    places = [f"{a}{b}ra" for a in "BCDFGHKLMN" for b in "aeiou"]

    def table(year: int) -> list[Figure]:
        rows = places if year % 2 else places[::-1]
        return [
            Figure(
                text=str(year + i),
                value=Decimal(year + i),
                unit="person",
                noun="refugees",
                category="refugee",
                start=40 * i,
                end=40 * i + 4,
                sentence=f"{year + i} refugees live in {place}.",
            )
            for i, place in enumerate(rows)
        ]

    found = series([DatedFigures(str(year), "table.txt", table(year)) for year in range(2000, 2004)])
    assert len(found) == len(places) and all(len(one.points) == 4 for one in found)
    assert all(len({point.figure.sentence.split()[-1] for point in one.points}) == 1 for one in found)


def test_a_copy_of_a_text_makes_no_other_series():
    text = figx.extract("12 refugees came. We need $3 million.")
    copies = [DatedFigures("2020", name, [replace(f, doc=name) for f in text]) for name in ("a.txt", "b.txt")]
    assert [len(one.points) for one in series(copies)] == [2, 2]
