"""Words of change: what hangs on them, which numbers belong together, and whether their arithmetic is right."""

from __future__ import annotations

import json
import time
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from figx.cli import app
from figx.figure import Role, Trend
from figx.schema import Cue

UP = ["rose", "grew", "climbed", "jumped", "soared", "increased", "went up", "edged up"]
DOWN = ["fell", "dropped", "declined", "slipped", "plunged", "decreased", "went down", "eased"]
FLAG = "inconsistent_change"


def seen(figures):
    return [(f.text, f.role.value, f.trend and f.trend.value, f.baseline and int(f.baseline)) for f in figures]


@pytest.mark.parametrize(("verb", "trend"), [*((v, "up") for v in UP), *((v, "down") for v in DOWN)])
@pytest.mark.parametrize("between", ["", " sharply", " last year", " in May", ", again,"])
def test_a_verb_governs_its_number_across_adverbs_and_times(extractor, verb, trend, between):
    text = f"The number of claims {verb}{between} by about 30 per cent."
    assert seen(extractor.extract(text)) == [("30 per cent", "delta", trend, None)]
    text = f"The number of claims {verb}{between} to 4,000."
    assert seen(extractor.extract(text)) == [("4,000", "to", trend, None)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Mileage rose from 20 km in 2008 to 29 km in 2020 for cars, and from 14 km to 24 for vans.",
            [("20 km", "from", 29), ("29 km", "to", 20), ("14 km", "from", 24), ("24", "to", 14)],
        ),
        (
            "The target is to reduce smoking from 15 per cent, down to 10 per cent.",
            [("15 per cent", "from", 10), ("10 per cent", "to", 15)],
        ),
        (
            "Unemployment grew from 4 per cent to 10 per cent, and hunger grew from 7 per cent to 19 per cent.",
            [
                ("4 per cent", "from", 10),
                ("10 per cent", "to", 4),
                ("7 per cent", "from", 19),
                ("19 per cent", "to", 7),
            ],
        ),
        (
            "A total of 33 villages are cut off, which is down from 43 yesterday.",
            [("33", "to", 43), ("43", "from", 33)],
        ),
        ("The level was 213 feet, down from Tuesday's 215 feet.", [("213 feet", "to", 215), ("215 feet", "from", 213)]),
        ("From 1,109 in March to just 54 in April.", [("1,109", "from", 54), ("54", "to", 1109)]),
    ],
)
def test_what_hangs_on_one_word_belongs_together(extractor, text, wanted):
    assert [(f.text, f.role.value, int(f.baseline)) for f in extractor.extract(text)] == wanted


@pytest.mark.parametrize(
    ("text", "kind", "unit"),
    [
        ("The fuel economy climbed from 21 mpg to 23.", "measure", "mile_per_gallon"),
        ("The budget went from $3 million in 2020 to 4 million in 2021.", "money", "USD"),
        ("Prices have risen from 23 to 31 cents.", "money", "USD"),
    ],
)
def test_both_ends_count_in_one_unit(extractor, text, kind, unit):
    assert [(f.kind.value, f.unit) for f in extractor.extract(text)] == [(kind, unit)] * 2


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Arrivals rose 12 per cent to 11,200 from 10,000.", False),
        ("Arrivals rose 12 per cent to 13,200 from 10,000.", True),
        ("Arrivals rose about 12 per cent to 11,100 from 10,000.", False),
        ("Arrivals rose to 300 from 500.", True),
        ("Arrivals rose from 500 to 400.", True),
        ("Arrivals went from 500 to 400.", False),
        ("Arrivals fell by 40 to 60 from 100.", False),
        ("Arrivals fell by 40 to 60 from 130.", True),
        ("Arrivals more than doubled to 6,000 from 2,800.", False),
        ("Arrivals more than doubled to 5,000 from 2,800.", True),
        ("Arrivals nearly tripled from 1,000 to 2,900.", False),
        ("Arrivals grew by over 50 per cent from 1,000 to 1,200.", True),
        ("Arrivals grew by over 50 per cent from 1,000 to 1,700.", False),
        ("Arrivals grew from 1.2 million to 2.4 million, or 100 per cent.", False),
        ("The rate rose by 2 percentage points to 7 per cent from 5 per cent.", False),
        ("The rate rose by 40 per cent to 7 per cent from 5 per cent.", False),
        ("The rate rose by 4 percentage points to 7 per cent from 5 per cent.", True),
        ("The rate rose from about 5 per cent to 5 per cent.", False),
        ("Arrivals rose from nearly 500 to more than 490.", False),
        ("Costs rose by $2 million to $9 million from $7 million.", False),
        ("Costs rose by $3 million to $9 million from $7 million.", True),
    ],
)
def test_a_change_that_contradicts_itself_is_flagged(extractor, text, wrong):
    figures = extractor.extract(text)
    assert {f.role for f in figures} >= {Role.FROM, Role.TO}
    assert any(FLAG in f.flags for f in figures) is wrong


@settings(deadline=None, max_examples=60)
@example(285, 300, "fell")
@given(st.integers(100, 999), st.integers(100, 999), st.sampled_from(["rose", "fell"]))
def test_the_stated_direction_is_checked(extractor, start, end, verb):
    first, last = extractor.extract(f"Admissions {verb} from {start},000 people to {end},000 people.")
    assert (first.role, last.role) == (Role.FROM, Role.TO)
    assert first.trend is last.trend is (Trend.UP if verb == "rose" else Trend.DOWN)
    assert (first.baseline, last.baseline) == (Decimal(end * 1000), Decimal(start * 1000))
    against = end < start if verb == "rose" else end > start
    assert (FLAG in first.flags) is (FLAG in last.flags)
    assert FLAG not in first.flags or against
    assert FLAG in first.flags or not against


@settings(deadline=None, max_examples=60)
@given(st.integers(2_001, 9_999), st.integers(5, 90))
def test_the_stated_size_is_checked(extractor, start, per_cent):
    end = start + round(start * per_cent / 100)
    right = extractor.extract(f"Claims rose {per_cent} per cent to {end:,} from {start:,}.")
    wrong = extractor.extract(f"Claims rose {per_cent + 20 + per_cent // 2} per cent to {end:,} from {start:,}.")
    assert [f.role.value for f in right] == ["delta", "to", "from"]
    assert not any(FLAG in f.flags for f in right)
    assert all(FLAG in f.flags for f in wrong)


@pytest.mark.parametrize(
    ("cue", "fault"),
    [
        ({"means": "up"}, "needs it"),
        ({"means": "sideways", "takes": ["by"]}, "sideways"),
        ({"means": "up", "takes": ["under"]}, "takes"),
        ({"field": "status", "means": "target", "takes": ["by"]}, "trend alone|for no other"),
    ],
)
def test_a_word_of_change_says_what_it_takes(cue, fault):
    with pytest.raises(ValueError, match=fault):
        Cue.model_validate({"id": "en.trend.test", "field": "trend", "phrases": ["wobbled"], **cue})


def test_explain_tells_the_word_of_change(tmp_path):
    result = CliRunner().invoke(app, ["explain", "The number of claims fell by a third to 4,000.", "--format", "json"])
    fields = [
        {row["field"]: (row["words"], row["rule"]) for row in number["decided"]} for number in json.loads(result.stdout)
    ]
    assert [f["role"] for f in fields] == [("fell", "en.trend.down.fall")] * 2


def test_time_stays_in_proportion_to_the_length(extractor):
    def seconds(n: int) -> float:
        text = "rose by 5 per cent to 300, " * n
        start = time.perf_counter()
        extractor.extract(text)
        return time.perf_counter() - start

    seconds(10)
    assert min(seconds(160) for _ in range(3)) < 16 * max(min(seconds(40) for _ in range(3)), 0.004)
