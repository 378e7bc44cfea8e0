"""The group that a sentence opens with, and its parts."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "categories"),
    [
        (
            "Most of the affected are women (549 or 20 %) and children (1,693 or 60 %). "
            "Six per cent (168 people) are elderly, with men making up the rest (392 or 14 %).",
            ["in_need", "in_need", "in_need", "in_need", "in_need", "in_need", "in_need", "in_need"],
        ),
        (
            "Most of the displaced are women (549 or 20 %) and children (1,693 or 60 %). "
            "Six per cent (168 people) are elderly, with men making up the rest (392 or 14 %).",
            ["displaced", "displaced", "displaced", "displaced", "displaced", "displaced", "displaced", "displaced"],
        ),
        (
            "Most of the refugees are women (549, 20 per cent) and children (1,693, 60 per cent).",
            ["refugee", "refugee", "refugee", "refugee"],
        ),
        ("Among the dead are 30 women and 12 children.", ["casualty", "casualty"]),
        (
            "The flood affected 2,802 people. Women (549) and children (1,693) are hit most, men (392) less.",
            ["in_need", "in_need", "in_need", "in_need"],
        ),
        ("The war displaced 9,000 people. This includes 4,922 people from Gao.", ["displaced", "displaced"]),
        (
            "A total of 9,000 people are displaced. The figure includes 4,922 people from Gao and 300 from Mopti.",
            ["displaced", "displaced", "displaced"],
        ),
        ("The flood affected 2,802 people. The town has 40 teachers.", ["in_need", "people"]),
        ("The flood affected 2,802 people. The school has 300 children.", ["in_need", "people"]),
        (
            "Most of the teachers are women (549 or 20 %) and men (1,693 or 80 %).",
            ["people", "people", "people", "people"],
        ),
        (
            "Half of the refugees are children (1,693). The city has 500,000 inhabitants, 52 per cent of them women.",
            ["refugee", "refugee", "people", "people"],
        ),
        ("Most of the wounded are men (34 or 60 %); 12 are women.", ["casualty", "casualty"]),
        (
            "The majority of the displaced are children (5,400), and women make up 30 per cent.",
            ["displaced", "displaced"],
        ),
        ("Of the refugees, 52 per cent are women and 41 per cent children.", ["refugee", "refugee"]),
        ("Of those killed, 12 were women and 9 were children.", ["casualty", "casualty"]),
        ("Among the injured were 12 women and 9 children.", ["casualty", "casualty"]),
        (
            "The cyclone affected 9,000 people. Some 52 per cent are women, 4,100 are children.",
            ["in_need", "in_need", "in_need"],
        ),
        ("Some 9,000 people were displaced. They include 4,922 people from Gao.", ["displaced", "displaced"]),
        ("Some 9,000 people were displaced. The clinic has 30 women on its staff.", ["displaced", "people"]),
        ("Most of the refugees are children. The country has 40 million inhabitants.", ["people"]),
        (
            "The department granted 2,100 visas in the special humanitarian category, 900 of them to Burmese people.",
            ["resettled", "resettled"],
        ),
        ("By June, 1,009 Woman at Risk visas had been issued.", ["resettled"]),
        (
            "Australia's refugee intake: questions and answers\n\n"
            "How many visas were granted? In 2010-11 there were 13,799 visas granted.",
            ["resettled"],
        ),
        ("Three in five of those resettled were women.", ["resettled"]),
        ("Under the resettlement programme, a quota of 750 visas has been set.", ["refugee_cap"]),
        ("Tourism\n\nA total of 4,000,000 visas were granted last year.", ["migrant"]),
        ("Two thirds of the evacuees are women (880) and girls (420).", ["displaced", "displaced", "displaced"]),
        ("The majority of those in need are children (5,400 or 60 per cent).", ["in_need", "in_need"]),
        ("Among the refugees are 300 children and 40 elderly people.", ["refugee", "refugee"]),
        (
            "The earthquake killed 700 people. Women account for 55 per cent, children for 20 per cent.",
            ["casualty", "casualty", "casualty"],
        ),
        (
            "The total number of displaced people is 9,000. It includes 4,922 people from Gao.",
            ["displaced", "displaced"],
        ),
        (
            "The earthquake killed 700 people. The city is home to 2 million people, 50 per cent of them children.",
            ["casualty", "people", "people"],
        ),
    ],
)
def test_parts_take_what_is_said_of_the_whole(extractor, text, categories):
    assert [figure.category for figure in extractor.extract(text)] == categories


@pytest.mark.parametrize(
    ("text", "categories"),
    [
        (
            "Of all humanitarian visas granted, 47 per cent went to people from Chad, "
            "28 to people from Mali and 12 to Syrians.",
            ["resettled", "resettled", "resettled"],
        ),
        ("Of the refugees resettled, 47 per cent were from Chad, 28 per cent from Mali.", ["resettled", "resettled"]),
        ("Of those resettled last year, 31 per cent were children.", ["resettled"]),
        (
            "Of all skilled visas granted, 47 per cent went to people from India, 28 to people from Mali.",
            ["migrant", "migrant"],
        ),
    ],
)
def test_shares_of_those_who_are_named_first(extractor, text, categories):
    assert [figure.category for figure in extractor.extract(text)] == categories
