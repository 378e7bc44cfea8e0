"""What `figx check` finds, and what it must leave alone: a false alarm costs more than a miss."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import figx
from figx.compare.checks.check import CHECKS, check
from figx.compare.checks.finding import Finding
from figx.compare.checks.scope import scope_of
from figx.compare.checks.sentences import by_sentence, parts_of
from figx.compare.checks.spread import Spread, spread
from figx.compare.claim import claims_of
from figx.figure import Figure, Kind, Qualifier

FIGX = [sys.executable, "-m", "figx"]


def found(extractor, *sentences: str, only: str = "") -> list[tuple[str, tuple[str, ...]]]:
    """The checks that find something in a text, a line a sentence, with the quotes."""
    figures = extractor.extract("\n".join(sentences) + "\n", doc="a.txt")
    findings = check(figures, only=[only] if only else ())
    return [(finding.check, tuple(figure.text for figure in finding.figures)) for finding in findings]


# -- contradictions ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "second", "quotes"),
    [
        ("In 2023 Germany resettled 5,000 refugees.", "Germany resettled 4,100 refugees in 2023.", ("5,000", "4,100")),
        (
            "Sudan now has 10.7 million internally displaced people.",
            "More than 12 million people are internally displaced in Sudan.",
            ("10.7 million", "12 million"),
        ),
        (
            "There are 110 million displaced people in the world.",
            "Worldwide, 122 million people are displaced.",
            ("110 million", "122 million"),
        ),
        (
            "The ceiling for fiscal year 2024 is 125,000 refugees.",
            "For fiscal year 2024 the ceiling is 120,000 refugees.",
            ("125,000", "120,000"),
        ),
        (
            "In Mali the relief service sent 121 boats to rescue villagers.",
            "Some 150 boats to rescue villagers were sent by the relief service in Mali.",
            ("121", "150"),
        ),
        (
            "Kenya needs $45 million for food and shelter of refugees.",
            "Kenya needs $54 million for food and shelter of refugees.",
            ("$45 million", "$54 million"),
        ),
        (
            "Chad hosts 1.2 million refugees.",
            "The number of refugees in Chad stands at 1.4 million.",
            ("1.2 million", "1.4 million"),
        ),
        (
            "The flood made 20,000 families homeless and swamped the main water station of the capital.",
            "Heavy floods made 26,000 families homeless and swamped the main water station of the capital.",
            ("20,000", "26,000"),
        ),
        (
            "Since June, floods in Mali have killed 937 people.",
            "Floods in Mali have killed 1,136 people since June.",
            ("937", "1,136"),
        ),
        ("Mali says that 210 homes were destroyed.", "In Mali 350 homes were destroyed.", ("210", "350")),
    ],
)  # fmt: skip
def test_contradictions(extractor, first: str, second: str, quotes: tuple[str, ...]):
    between = "War goes on there."
    assert found(extractor, first, between, second) == [("contradiction", quotes)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # Both may be true: rounding, hedges, bounds.
        ("Nearly 23,000 people fled Mali.", "About 23,000 people fled Mali."),
        ("More than 110 million people are displaced worldwide.", "Worldwide 117 million people are displaced."),
        ("Kenya hosts 1.2 million refugees.", "Kenya hosts 1,198,000 refugees."),
        ("At least 41 people died in Libya.", "In Libya 45 people died."),
        ("Chad hosts 80,000 refugees.", "Chad hosts 81,800 refugees."),
        ("Tens of thousands of refugees live in Chad.", "Chad hosts 81,800 refugees."),
        ("The ceiling for 2024 is up to 125,000 refugees.", "The ceiling for 2024 is 125,000 refugees."),
        # One gift and another.
        ("€5 million goes to support for refugees in Moldova.", "€8 million is allocated to support for refugees in Moldova."),
        # Of other times, places, groups, sorts.
        ("In 2022 Germany resettled 5,000 refugees.", "In 2023 Germany resettled 4,100 refugees."),
        ("Germany resettled 5,000 refugees.", "In 2023 Germany resettled 4,100 refugees."),
        ("Germany resettled 5,000 refugees in 2023.", "France resettled 4,100 refugees in 2023."),
        ("Germany plans to resettle 5,000 refugees in 2023.", "Germany resettled 4,100 refugees in 2023."),
        ("In Sudan 40,000 children are displaced.", "In Sudan 70,000 people are displaced."),
        ("Chad hosts 1.2 million refugees.", "In Chad 900,000 refugees need food."),
        ("Chad hosts 1.2 million refugees.", "Some 900,000 refugees live in camps in Chad."),
        ("Chad hosts 1.2 million refugees.", "The east of Chad hosts 900,000 refugees."),
        ("Chad hosts 1.2 million refugees.", "The town of Adre in Chad hosts 900,000 refugees."),
        ("Chad hosts 1.2 million refugees.", "Chad hosts 350,000 asylum seekers."),
        ("Chad initially hosted 900,000 refugees.", "Chad hosts 1.2 million refugees."),
        ("In Afghanistan 29 million people need aid.", "In Afghanistan 24 million people need aid urgently."),
        # Added to another number, a part of it, or a change.
        ("In Mali 300 people died.", "In Mali another 500 people died."),
        ("In Mali 300 people died.", "In Mali 500 more people died."),
        ("Chad hosts 1.2 million refugees.", "Of them 900,000 refugees live in Chad."),
        ("The number of refugees in Chad rose from 900,000.", "The number of refugees in Chad rose to 1.2 million."),
        ("The number of refugees in Chad rose by 700,000.", "Chad hosts 1.2 million refugees."),
        # Told of places that the sentences do not name.
        ("More than 38,000 people have been evacuated.", "Around 50,000 people have been evacuated."),
        (
            "The state sent 121 boats for rescue and relief operations.",
            "The state sent 150 boats for rescue and relief operations.",
        ),
        ("Local rescuers moved 50,400 people out of the rain.", "Local rescuers moved 5,000 people to a safe site."),
        # Rows of two tables.
        ("The ceilings for refugees in 2022:\nAfrica: 22,000", "The ceilings for refugees in 2023:\nAfrica: 40,000"),
        # Two sources are set side by side.
        (
            "According to UNHCR, Sudan has 10.7 million internally displaced people.",
            "According to IOM, Sudan has 12.9 million internally displaced people.",
        ),
        # So far apart that one is likely a part of the other.
        ("Sudan has 10.7 million internally displaced people.", "In Sudan 55,000 people are internally displaced."),
    ],
)  # fmt: skip
def test_no_contradictions(extractor, first: str, second: str):
    assert found(extractor, first, "Then came the rain.", second, only="contradiction") == []


def test_rows_of_a_list_do_not_contradict_each_other(extractor):
    texts = [f"Germany resettled {number} refugees in 2023." for number in ("5,000", "4,100", "3,300")]
    assert found(extractor, *texts) == []


def test_texts_contradict_each_other_only_on_a_period_that_both_name(extractor):
    def between(first: str, second: str) -> list[Finding]:
        figures = [*extractor.extract(first, doc="a.txt"), *extractor.extract(second, doc="b.txt")]
        return check(figures, only=["contradiction"])

    [finding] = between("In 2023 Germany resettled 5,000 refugees.", "Germany resettled 4,100 refugees in 2023.")
    assert finding.message == "The number of refugees (resettled, DEU) is “5,000” in a.txt, but “4,100” in b.txt."
    assert between("Chad hosts 1.2 million refugees.", "Chad hosts 1.4 million refugees.") == []
    assert between("In May Chad hosted 1.2 million refugees.", "In May Chad hosted 1.4 million refugees.") == []


def test_a_number_said_again_is_one_of_the_two(extractor):
    texts = [f"Germany resettled {number} refugees in 2023." for number in ("5,000", "4,100", "5,000")]
    assert [quotes for _, quotes in found(extractor, *texts, only="contradiction")] in ([("5,000", "4,100")], [])


# -- totals ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "The plan is for 81,800 people: 40,000 from Africa and 30,000 from Asia.",
            "The parts 40,000 and 30,000 make 70,000, which is 11,800 less than the 81,800 stated.",
        ),
        (
            "Twelve people were hurt: 10 Syrians and 3 Afghans.",
            "The parts 10 and 3 make 13, which is 1 more than the 12 stated.",
        ),
        (
            "Some 81,800 refugees, made up of 40,000 women and 31,800 men, were registered.",
            "The parts 40,000 and 31,800 make 71,800, which is 10,000 less than the 81,800 stated.",
        ),
        (
            "The 12,000 refugees (7,000 women and 4,000 men) live in tents.",
            "The parts 7,000 and 4,000 make 11,000, which is 1,000 less than the 12,000 stated.",
        ),
        (
            "Some 81,800 refugees – 40,000 in Chad and 30,000 in Niger – were counted.",
            "The parts 40,000 and 30,000 make 70,000, which is 11,800 less than the 81,800 stated.",
        ),
        (
            "There are 12,000 people, of whom 7,000 live in tents and the remaining 4,000 in schools.",
            "The parts 7,000 and 4,000 make 11,000, which is 1,000 less than the 12,000 stated.",
        ),
        (
            "The death toll is eight: three in Chad, three in Mali and one in Niger.",
            "The parts 3, 3 and 1 make 7, which is 1 less than the 8 stated.",
        ),
        (
            "The appeal is for $90 million: $40 million for food, $30 million for shelter and $10 million for health.",
            "The parts USD 40 million, USD 30 million and USD 10 million make USD 80 million, which is USD 10 million less"
            " than the USD 90 million stated.",
        ),
        (
            "In Chad 1,500 people arrived and 2,000 in Niger, 3,900 in all.",
            "The parts 1,500 and 2,000 make 3,500, which is 400 less than the 3,900 stated.",
        ),
        (
            "In Chad 1,500 people arrived and 2,000 in Niger, for a total of 3,900.",
            "The parts 1,500 and 2,000 make 3,500, which is 400 less than the 3,900 stated.",
        ),
        (
            "At 10:30 there were 300 people: 100 children and 150 adults.",
            "The parts 100 and 150 make 250, which is 50 less than the 300 stated.",
        ),
        (
            "We reached 300 people: 200 women and another 50 men.",
            "The parts 200 and 50 make 250, which is 50 less than the 300 stated.",
        ),
        (
            "Of the refugees, 40 per cent live in Chad, 20 per cent in Mali and the remaining 30 per cent in Niger.",
            "The shares 40 per cent, 20 per cent and 30 per cent make 90 per cent, but are said to be all there is.",
        ),
    ],
)  # fmt: skip
def test_totals(extractor, text: str, message: str):
    findings = check(extractor.extract(text))
    assert [(finding.check, finding.message) for finding in findings] == [("total", message)]


@pytest.mark.parametrize(
    "text",
    [
        # They add up, as they are rounded and hedged.
        "The plan is for 81,800 people: 40,000 from Africa and 41,800 from Asia.",
        "The plan is for 82,000 people: 40,000 from Africa and 41,800 from Asia.",
        "The plan is for 5 million people: 3.2 million in Chad and 1.6 million in Mali.",
        "More than 60,000 people came: 40,000 from Africa and 41,800 from Asia.",
        "Nearly 60,000 people came: 40,000 from Africa and 17,000 from Asia.",
        "Some 300 people came: between 100 and 150 from Chad and 200 from Mali.",
        "There were 500 people (300 men, 200 women, 120 children).",
        "Of the refugees, 41 per cent live in Chad, 20 per cent in Mali and the remaining 40 per cent in Niger.",
        # An open list.
        "There are 12,000 people, including 7,000 women and 4,000 men.",
        "There are 12,000 people, among them 7,000 women and 4,000 men.",
        "There are 12,000 people, of whom 7,000 live in tents and 4,000 in schools.",
        "Of the 12,000 people, 7,000 live in tents and 4,000 in schools.",
        "There are 12,000 people: 7,000 in tents, 4,000 in schools and the rest in churches.",
        "There were 300 people: 150 men, 100 women and several children.",
        "Four people died: two men, one woman and a child.",
        "It took in 300 people from 12 countries: 100 from Chad, 90 from Mali, 80 from Niger.",
        "We met 300 people – including 200 children and 50 women – today.",
        "About 45 million people face hunger: 20 million in Nigeria and 10 million in Ethiopia.",
        "About 45 million people face hunger: 30 million in Nigeria alone, 10 million in Ethiopia.",
        # No list of parts at all.
        "We need $300 ($200 per family, $50 for each child).",
        "The fund gave $300 million ($120 a month, $250 million in grants).",
        "The attack killed 12 people (eight of them children) and injured 30.",
        "Some 300 people died: 200 in Chad and 100 in Mali, and 500 were injured.",
        "Some 300 people died: 200 in Chad, 70 in Mali, and 500 were injured.",
        "The camp holds 300 people: 200 more came in May and 500 in June.",
        "Some 300 people fled – 200 more than last year and 100 more than the year before.",
        "In 2023 it took in 300 people (250 in 2022 and 200 in 2021).",
        "The trip costs $300 (about $280 or $240 in winter).",
        "The homes, 1,463 of them, were damaged by 5:30 p.m., with 45 homes flattened and 575 badly hurt.",
        "We helped 300 people in two ways: 200 got cash and 200 got food.",
        "Food reached 5,000 people: 3,000 in tents, 4,000 at school.",
        "There are three steps: 1) a form, 2) a test, 3) an oath.",
        "The total rose to 30,000 people, with 20,000 in May and 5,000 in June.",
        "In Chad 1,500 people arrived and 2,000 in Niger, bringing the total to 13,900.",
        "Some 1,500 people arrived in Chad, 2,000 in Niger and 3,900 in Mali in all.",
    ],
)  # fmt: skip
def test_no_totals(extractor, text: str):
    assert found(extractor, text, only="total") == []


def table(*rows: str) -> str:
    return "\n".join(("The ceilings for refugees are as follows:", "", *rows, ""))


def test_rows_that_do_not_make_their_total(extractor):
    text = table("Africa 40,000", "Near East 30,000", "Total 81,800")
    [finding] = check(extractor.extract(text))
    assert finding.check == "total"
    assert finding.message == (
        "The rows 40,000 and 30,000 make 70,000, which is 11,800 less than the 81,800 stated in the row “Total”."
    )
    assert [figure.line for figure in finding.figures] == [3, 4, 5]


@pytest.mark.parametrize(
    "rows",
    [
        ("Africa 40,000", "Near East 41,800", "Total 81,800"),
        ("Africa 40,000", "Near East not set", "Asia 30,000", "Total 81,800"),
        ("Africa 40,000", "Near East 30,000", "Reserve 81,800"),
        ("Africa 40,000", "Total 81,800"),
    ],
)
def test_rows_that_may_make_their_total(extractor, rows: tuple[str, ...]):
    assert check(extractor.extract(table(*rows)), only=["total"]) == []


def test_columns_are_summed_up_one_by_one(extractor):
    rows = "| Region | men | women |\n| --- | --- | --- |\n| Africa | 1,210 | 1,511 |\n| Asia | 2,012 | 2,513 |\n"
    text = f"Refugees who arrived\n\n{rows}| Total | 3,222 | 4,924 |\n"
    [finding] = check(extractor.extract(text), only=["total"])
    assert [figure.text for figure in finding.figures] == ["1,511", "2,513", "4,924"]


# -- shares ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "A total of 3,186 refugees, 1,687 ({} per cent) of whom live in camps, fell ill.",
        "In May 1,687 of the 3,186 refugees ({} per cent) lived in camps.",
        "In May 1,687 of the 3,186 refugees, or {} per cent, lived in camps.",
        "In May 1,687 refugees ({} per cent) out of 3,186 lived in camps.",
        "Of 3,186 refugees, 1,687 ({} per cent) live in camps.",
        "Exactly 1,687 ({} per cent) of the 3,186 refugees live in camps.",
        "Some {} per cent (1,687) of the 3,186 refugees live in camps.",
    ],
)
@pytest.mark.parametrize("share", ["53", "52.95", "35", "63"])
def test_shares_of_a_total(extractor, text: str, share: str):
    findings = check(extractor.extract(text.format(share)))
    wrong = share in ("35", "63")
    assert [finding.check for finding in findings] == ["share"] * wrong
    if wrong:
        assert findings[0].message == f"1,687 is 53 per cent of 3,186, not {share} per cent."


@pytest.mark.parametrize(
    "text",
    [
        "In May 1,687 of the 3,186 refugees (35 per cent more than in April) lived in camps.",
        "In May 1,687 of the 3,186 refugees (35 per cent of the plan) lived in camps.",
        "In May 1,687 families (35 per cent) out of 3,186 people lived in camps.",
        "About half of the 3,186 refugees, 1,687, are women, and 35 per cent are children.",
        "We have 1,687 beds and 3,186 refugees (35 per cent are children).",
        "There were 1,000 boats, 400 of them from Libya (90 per cent new) and 200 from Tunisia.",
    ],
)
def test_shares_of_something_else(extractor, text: str):
    assert found(extractor, text, only="share") == []


def test_a_share_without_a_base(extractor):
    text = "Tragically, 40 per cent will never return."
    assert found(extractor, text) == [("share_without_base", ("40 per cent",))]


@pytest.mark.parametrize(
    "text",
    [
        "Tragically, 40 per cent of the refugees will never return.",
        "Among the refugees 40 per cent will never return.",
        "Some 1,200 refugees arrived. Tragically, 40 per cent will never return.",
        "The refugees are tired. Tragically, 40 per cent will never return.",
        "The refugees are tired, and 40 per cent will never return.",
        "The rate rose by 40 per cent.",
        "We agree 100 per cent.",
        "A third will never return.",
        "Some 40 per cent will return; 30 per cent of the refugees will not.",
    ],
)
def test_shares_with_a_base(extractor, text: str):
    assert found(extractor, text, only="share_without_base") == []


# -- changes, numbers, currencies, households ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Arrivals fell from 500 to 700.", "From 500 to 700 is a rise, but the text tells of a fall."),
        (
            "The cap rose by 50,000 from 18,000 to 125,000.",
            "From 18,000 to 125,000 is a change of 107,000, but the text states 50,000.",
        ),
        (
            "Deaths fell by 50 per cent, from 200 to 150.",
            "From 200 to 150 is a change of 25 per cent, but the text states 50 per cent.",
        ),
        (
            "The number of refugees doubled from 2,000 to 9,000.",
            "From 2,000 to 9,000 is 4.5 times as many, but the text states 2 times.",
        ),
    ],
)
def test_changes(extractor, text: str, message: str):
    findings = check(extractor.extract(text))
    assert [(finding.check, finding.message) for finding in findings] == [("change", message)]


@pytest.mark.parametrize(
    "text",
    [
        "Arrivals rose from 500 to 700.",
        "The cap rose by 107,000 from 18,000 to 125,000.",
        "Deaths fell by a quarter, from 200 to 150.",
        "The number of refugees more than doubled from 2,000 to 4,100.",
    ],
)
def test_changes_that_are_right(extractor, text: str):
    assert found(extractor, text) == []


@pytest.mark.parametrize(
    ("text", "check_id", "quote"),
    [
        ("The settlement holds 50.000 refugees.", "ambiguous_number", "50.000"),
        ("The hospital cost K230,000.", "ambiguous_currency", "K230,000"),
        ("The state has paid millions to keep the camps open.", "ambiguous_currency", "millions"),
    ],
)
def test_what_is_ambiguous(extractor, text: str, check_id: str, quote: str):
    assert found(extractor, text) == [(check_id, (quote,))]


@pytest.mark.parametrize(
    "text",
    [
        "The settlement holds 50,000 refugees.",
        "Some 1,2 million refugees arrived.",
        "The settlements hold 50.000 and 1.250.000 refugees.",
        "The hospital cost $230,000.",
        "Millions fled.",
    ],
)
def test_what_is_clear(extractor, text: str):
    assert not {"ambiguous_number", "ambiguous_currency"}.intersection(name for name, _ in found(extractor, text))


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("We registered 2,000 families and 10,000 individuals, 12,000 in all.", ("2,000", "10,000", "12,000")),
        ("We took in 12,000 people: 7,000 families in Chad and 5,000 families in Niger.", ("12,000", "7,000", "5,000")),
        ("We took in 12,000 households: 2,000 households in Chad and 10,000 people in Niger.", ("12,000", "2,000", "10,000")),
    ],
)  # fmt: skip
def test_households_as_people(extractor, text: str, quotes: tuple[str, ...]):
    assert found(extractor, text) == [("households_as_people", quotes)]


@pytest.mark.parametrize(
    "text",
    [
        "We registered 2,000 families and 10,000 individuals, 20,000 people in all.",
        "We registered 2,000 families and 10,000 families, 12,000 in all.",
        "We took in 12,000 people (2,000 families).",
        "We took in 12,000 people: 2,000 families (9,000 people) in Chad and 3,000 people in Niger.",
    ],
)
def test_households_that_are_right(extractor, text: str):
    assert found(extractor, text) == []


# -- what a number leaves open -----------------------------------------------------------------------------------------


def number(value: str | None, qualifier: str = "exact", **fields: object) -> Figure:
    stated = None if value is None else Decimal(value)
    return replace(Figure(text=value or "x", value=stated, qualifier=Qualifier(qualifier), start=0, end=1), **fields)


@pytest.mark.parametrize(
    ("figure", "low", "high"),
    [
        (number("81800"), "81750", "81850"),
        (number("81807"), "81806.5", "81807.5"),
        (number("1200000"), "1150000", "1250000"),
        (number("10000"), "9500", "10500"),  # one digit: a twentieth at most
        (number("41"), "41", "41"),
        (number("0"), "0", "0"),
        (number("23000", "approx"), "20700", "25300"),
        (number("81800", "nearly"), "80164", "83436"),
        (number("41", "at_least"), "41", "Infinity"),
        (number("41", "at_most"), "0", "41"),
        (number(None, "range", low=Decimal(3), high=Decimal(5)), "3", "5"),
        (number(None, "vague", low=Decimal(1000)), "1000", "Infinity"),
        (number("46", kind=Kind.SHARE), "45.5", "46.5"),
    ],
)
def test_what_a_number_leaves_open(figure: Figure, low: str, high: str):
    assert spread(figure) == Spread(Decimal(low), Decimal(high))


def test_nothing_is_left_open_by_no_number():
    assert spread(number(None)) is None


@pytest.mark.parametrize(
    ("a", "b", "meets"),
    [
        (number("1200000"), number("1300000"), False),
        (number("1200000"), number("1250000"), True),
        (number("117", "more_than"), number("117"), True),
        (number("100", "at_most"), number("100", "at_least"), True),
        (number("100", "less_than"), number("101"), False),
    ],
)
def test_whether_numbers_agree(a: Figure, b: Figure, meets: bool):
    first, second = spread(a), spread(b)
    assert first is not None and second is not None
    assert first.meets(second) is second.meets(first) is meets


# -- properties --------------------------------------------------------------------------------------------------------

PIECES = st.sampled_from([
    "In 2023 Germany resettled 5,000 refugees.",
    "Germany resettled 4,100 refugees in 2023.",
    "In 2022 Germany resettled 4,100 refugees.",
    "Chad hosts 1.2 million refugees.",
    "Chad hosts about 900,000 refugees.",
    "The plan is for 81,800 people: 40,000 from Africa and 30,000 from Asia.",
    "We registered 2,000 families and 10,000 individuals, 12,000 in all.",
    "Of 3,186 refugees, 1,687 (63 per cent) live in camps.",
    "Arrivals fell from 500 to 700.",
    "Some 40 per cent will never return.",
    "The hospital cost K230,000.",
    "It rained for four days.",
])  # fmt: skip
TEXTS = st.lists(PIECES, max_size=6).map("\n".join)
SLOWLY = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])


def alike(findings: list[Finding]) -> set[tuple[str, str, frozenset[Figure]]]:
    return {(finding.check, finding.message, frozenset(finding.figures)) for finding in findings}


@SLOWLY
@given(texts=st.lists(TEXTS, min_size=2, max_size=4), data=st.data())
def test_the_order_of_documents_does_not_matter(extractor, texts: list[str], data: st.DataObject):
    documents = [extractor.extract(text, doc=f"{i}.txt") for i, text in enumerate(texts)]
    shuffled = data.draw(st.permutations(documents))
    first = check([figure for figures in documents for figure in figures])
    assert alike(first) == alike(check([figure for figures in shuffled for figure in figures]))


@SLOWLY
@given(text=TEXTS)
@example(text="In 2023 Germany resettled 5,000 refugees.")
def test_no_figure_contradicts_itself(extractor, text: str):
    for figure in extractor.extract(text, doc="a.txt"):
        copies = [figure, replace(figure, line=figure.line + 9), replace(figure, doc="b.txt")]
        assert check(copies, only=["contradiction", "total", "share", "households_as_people"]) == []


@SLOWLY
@given(text=TEXTS)
def test_findings_name_their_figures_in_order(extractor, text: str):
    figures = extractor.extract(text, doc="a.txt")
    findings = check(figures)
    starts = [[figure.start for figure in finding.figures] for finding in findings]
    assert starts == sorted(starts)
    assert all(own == sorted(own) for own in starts)
    assert all(set(finding.figures) <= set(figures) and finding.message.endswith(".") for finding in findings)
    assert {finding.check for finding in findings} <= set(CHECKS)


@SLOWLY
@given(text=TEXTS)
def test_each_check_alone_finds_what_all_find(extractor, text: str):
    figures = extractor.extract(text, doc="a.txt")
    alone = [finding for name in CHECKS for finding in check(figures, only=[name])]
    assert alike(alone) == alike(check(figures))
    assert len(alone) == len(check(figures))


@SLOWLY
@given(text=TEXTS)
def test_every_claim_has_its_part_of_the_sentence(extractor, text: str):
    figures = [figure for figure in extractor.extract(text) if figure.kind not in (Kind.DURATION, Kind.AGE)]
    parts = [part for group in by_sentence(figures) for part in parts_of(group)]
    claims = claims_of(figures)
    assert len(parts) == len(claims) == len(figures)
    assert all(scope_of(claim, part) == scope_of(claim, part) for claim, part in zip(claims, parts, strict=True))


def test_an_unknown_check_is_named():
    with pytest.raises(ValueError, match="no check 'totals'; there are: contradiction, total"):
        figx.check([], only=["totals"])


def test_time_grows_with_the_figures(extractor):
    """Many documents with many claims of one period are compared within a window."""
    [figure] = extractor.extract("Germany resettled 5,000 refugees in 2023.")
    many = [replace(figure, doc=f"{i}.txt", value=Decimal(5000 + i % 2)) for i in range(3000)]
    assert check(many, only=["contradiction"]) == []


def test_time_grows_with_the_sentence():
    """A sentence may hold a whole list: four times as long may take about four times as long, not sixteen."""

    def seconds(parts: int) -> float:
        quotes = ["1,000,000", *(f"{1000 + i:,}" for i in range(parts))]
        sentence = f"{quotes[0]} people: {' in Chad, '.join(quotes[1:])}"
        figures = [
            Figure(
                text=quote, value=Decimal(quote.replace(",", "")), unit="person", start=i, end=i + 1, sentence=sentence
            )
            for i, quote in enumerate(quotes)
        ]
        start = time.perf_counter()
        check(figures)
        return time.perf_counter() - start

    assert min(seconds(2000) for _ in range(3)) < 10 * min(seconds(500) for _ in range(3))


# -- the command -------------------------------------------------------------------------------------------------------

REPORT = """\
In 2023 Germany resettled 5,000 refugees.
The ceiling is 81,800 refugees: 40,000 from Africa and 30,000 from Asia.
Germany resettled 4,100 refugees in 2023.
"""


def run(*args: str | Path, stdin: str = "", cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*FIGX, "check", *map(str, args)], input=stdin, capture_output=True, encoding="utf-8", timeout=60, cwd=cwd
    )


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_json_into_a_pipe(report: Path):
    ran = run(report)
    assert (ran.returncode, ran.stderr) == (0, "2 findings (1 contradiction, 1 total) in 1 input\n")
    rows = json.loads(ran.stdout)
    assert [(row["check"], row["line"], [figure["text"] for figure in row["figures"]]) for row in rows] == [
        ("contradiction", 1, ["5,000", "4,100"]),
        ("total", 2, ["81,800", "40,000", "30,000"]),
    ]
    assert list(rows[0]) == ["check", "message", "doc", "line", "figures"]
    for row in rows:
        for figure in row["figures"]:
            assert figure["doc"] == str(report) and figure["sentence"] in REPORT
            assert REPORT[figure["start"] : figure["end"]] == figure["text"]


def test_a_table_has_quotes_lines_and_sentences(report: Path):
    ran = run("report.txt", "-f", "table", cwd=report.parent)
    assert ran.returncode == 0
    assert "line 1  In 2023 Germany resettled 5,000 refugees." in ran.stdout
    assert "line 3  " in ran.stdout
    assert "\x1b" not in ran.stdout


@pytest.mark.parametrize(
    ("text", "args", "status"),
    [
        (REPORT, ("--exit-code",), 1),
        (REPORT, (), 0),
        (REPORT, ("--exit-code", "--only", "change"), 0),
        ("Nobody came.\n", ("--exit-code",), 0),
    ],
)
def test_exit_status(text: str, args: tuple[str, ...], status: int):
    assert run("-", *args, stdin=text).returncode == status


@pytest.mark.parametrize(("args", "status"), [((), 1), (("--exit-code",), 2)])
def test_an_input_that_fails(report: Path, args: tuple[str, ...], status: int):
    ran = run("nowhere.txt", report, *args)
    assert ran.returncode == status
    assert "nowhere.txt" in ran.stderr and "Traceback" not in ran.stderr
    assert len(json.loads(ran.stdout)) == 2  # the others are read all the same


@pytest.mark.parametrize(
    ("args", "message"),
    [
        ((), "Missing argument"),
        (("-", "--only", "totals"), "Did you mean total?"),
        (("-", "--only", ","), "nothing named"),
        (("-", "-o", "out.csv"), "does not end with one of .txt, .json"),
        (("-", "--patterns", "no-such-folder"), "no folder"),
        (("-", "--format", "csv"), "csv"),
    ],
)
def test_wrong_usage(args: tuple[str, ...], message: str):
    ran = run(*args, stdin="Nobody came.")
    assert ran.returncode == 2
    assert message in " ".join(ran.stderr.replace("│", " ").split())


@pytest.mark.parametrize("suffix", [".json", ".jsonl", ".csv"])
def test_recorded_figures_give_the_findings_of_their_text(report: Path, suffix: str):
    recorded = report.with_name(f"figures{suffix}")
    subprocess.run([*FIGX, "extract", str(report), "-q", "-o", str(recorded)], check=True, timeout=60)
    assert json.loads(run(recorded).stdout) == json.loads(run(report).stdout)


def test_a_file_that_holds_no_figures(tmp_path: Path):
    path = tmp_path / "other.json"
    path.write_text('[{"name": "x"}]', encoding="utf-8")
    ran = run(path, "--exit-code")
    assert ran.returncode == 2
    assert "figx extract" in ran.stderr


def test_a_folder_and_a_file_to_write(report: Path):
    report.with_name("later.txt").write_text("In 2023 Germany resettled 5,900 refugees.\n", encoding="utf-8")
    out = report.with_name("found.json")
    ran = run(report.parent, "-o", out, "--only", "total", "--quiet")
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    assert [row["check"] for row in json.loads(out.read_text(encoding="utf-8"))] == ["total"]


def test_recorded_figures_load_no_spacy(report: Path):
    recorded = report.with_name("figures.json")
    subprocess.run([*FIGX, "extract", str(report), "-q", "-o", str(recorded)], check=True, timeout=60)
    code = (
        "import atexit, sys; from figx.cli import main\n"
        "atexit.register(lambda: print([m for m in ('spacy', 'pint') if m in sys.modules], file=sys.stderr))\n"
        f"main(['check', {str(recorded)!r}, '-q'])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", timeout=60)
    assert (done.returncode, done.stderr) == (0, "[]\n")
