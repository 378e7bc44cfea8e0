"""Visas under a programme for refugees, and numbers that are the goal of their admission."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "categories"),
    [
        ("The 420 visas of the Refugee Programme went to widows.", ["resettled"]),
        ("Under the Humanitarian Program 5,200 visas were granted last year.", ["resettled"]),
        (
            "The outcome was 431 visas, exceeding the humanitarian programme's target of 420 visas.",
            ["resettled", "refugee_cap"],
        ),
        (
            "Humanitarian Programme: yearly report\n\n"
            "The office granted 1,300 visas to women in danger. Of these, 210 visas went to widows.",
            ["resettled", "resettled"],
        ),
        ("The refugee intake grows. The projected target of 12,000 visas was met.", ["refugee_cap"]),
        ("Special Humanitarian Program\n\nA planning level of 7,750 visas was set.", ["refugee_cap"]),
        ("Refugee resettlement\n\nIn all 3,400 visas were granted to families in camps.", ["resettled"]),
        (
            "Some 6,000 places are reserved for refugees under the resettlement program, and 5,800 visas were granted.",
            ["refugee_cap", "resettled"],
        ),
        ("The ceiling for humanitarian visas is 13,750 visas.", ["refugee_cap"]),
        ("The skilled stream had 90,000 visas.", ["migrant"]),
        ("Skilled migration\n\nThe target of 90,000 visas was met.", ["migrant"]),
        ("Student visas fell: 259,278 visas were granted.", ["migrant"]),
        ("The embassy spent $420 on visas, with 12,000 visas granted to nurses.", ["money", "migrant"]),
        ("Humanitarian workers waited for their visas: 30 visas were refused.", ["migrant"]),
        (
            "Refugee and Humanitarian Program outcomes\n\n"
            "A total of 18,750 visas were granted, against a ceiling of 18,750 visas.",
            ["resettled", "refugee_cap"],
        ),
        ("In the refugee category the department issued 7,909 visas to families in camps.", ["resettled"]),
        ("The number of humanitarian visas rose to 13,000.", ["resettled"]),
        ("We set a cap of 3,000 visas for the refugee programme.", ["refugee_cap"]),
        ("The partner stream granted 40,000 visas, and the humanitarian stream 13,000.", ["migrant", "resettled"]),
        (
            "Of the 5,000 visas for refugees, 30 per cent went to children and 12 per cent to the old.",
            ["resettled", "resettled", "resettled"],
        ),
        ("The humanitarian programme reached 30,000 people with food.", ["in_need"]),
        ("Humanitarian programme\n\nSome 30 visas for aid workers were refused.", ["migrant"]),
        ("Working holiday visas rose to 12,000, and 300 visas were refused.", ["migrant", "migrant"]),
        ("About 12,000 humanitarian entrants settled in the state.", ["resettled"]),
        ("Under the special humanitarian programme 4,511 people arrived.", ["resettled"]),
        (
            "The admission of refugees is a duty; refugee admissions must go on. We intend to bring in 15,000 Syrians.",
            ["refugee_cap"],
        ),
        (
            "The admission of refugees is a duty; refugee admissions must go on. He has set a target of 30,000 for next year.",
            ["refugee_cap"],
        ),
        (
            "The admission of refugees is a duty; refugee admissions must go on. In 2014 we took 1,200 Somalis.",
            ["resettled"],
        ),
    ],
)
def test_visas_are_for_refugees_where_their_programme_is_named(extractor, text, categories):
    assert [figure.category for figure in extractor.extract(text)] == categories


@pytest.mark.parametrize(
    ("text", "categories"),
    [
        (
            "Refugee admissions grow, and refugee resettlement goes on. The President's goal is at least 10,000.",
            ["refugee_cap"],
        ),
        (
            "The refugee resettlement office met; the resettlement of refugees goes on. "
            "He has decided to admit at least 10,000 Syrians next year.",
            ["refugee_cap"],
        ),
        (
            "Refugee resettlement grows, as do refugee admissions. Could you go beyond 10,000 refugees next year?",
            ["refugee_cap"],
        ),
        ("We accept refugees, and refugee admissions go on. That is the 10,000 that we announced.", ["refugee_cap"]),
        (
            "Refugee admissions grow, and refugee resettlement goes on. Last year we admitted 1,500 Syrians.",
            ["resettled"],
        ),
        (
            "Refugee admissions grow, and refugee resettlement goes on. The office is aiming for 10,000 in the next year.",
            ["refugee_cap"],
        ),
        (
            "Refugee admissions grow, and refugee resettlement goes on. We set ourselves a goal of 10,000 Syrians.",
            ["refugee_cap"],
        ),
        (
            "Refugee admissions grow, and refugee resettlement goes on. They announced 10,000 for next year.",
            ["refugee_cap"],
        ),
        (
            "Refugee admissions grow, and refugee resettlement goes on. We will take at least 10,000 next year.",
            ["refugee_cap"],
        ),
        (
            "Refugee admissions grow, and refugee resettlement goes on. There are 4 million refugees in the region.",
            ["refugee"],
        ),
        ("Refugee admissions grow, and refugee resettlement goes on. The goal is to feed 10,000 people.", ["in_need"]),
        ("The price of gas goes up. The President's goal is at least 10,000.", ["other"]),
        ("Refugee admissions grow, and refugee resettlement goes on. We announced 300 new jobs.", ["other"]),
        (
            "Refugee admissions grow, and refugee resettlement goes on. The war has displaced 10,000 people.",
            ["displaced"],
        ),
        (
            "The refugee resettlement plan is out; refugee admissions will grow. "
            "The administration's target: at least 65,000.",
            ["refugee_cap"],
        ),
        ("Refugee admissions: a debate. Refugee admissions fell. Would you raise it to 100,000?", ["refugee_cap"]),
        (
            "Refugee admissions are low. The refugee admissions office is small. "
            "The President has announced that we will take 10,000 Syrians next year.",
            ["refugee_cap"],
        ),
        (
            "Refugee admissions are low. The refugee admissions office is small. "
            "We have committed to at least 10,000 over the next year.",
            ["refugee_cap"],
        ),
        (
            "Refugee admissions are low. The refugee admissions office is small. We have admitted 1,800 Syrians since 2011.",
            ["resettled"],
        ),
        (
            "Refugee admissions are low. The refugee admissions office is small. Germany expects 800,000 this year.",
            ["other"],
        ),
        (
            "Refugee admissions are low. The refugee admissions office is small. "
            "Turkey hosts 2 million refugees, and next year it will need help.",
            ["refugee"],
        ),
        (
            "Refugee admissions are low. The refugee admissions office is small. The march drew 10,000 people.",
            ["people"],
        ),
        (
            "Refugee admissions are low. The refugee admissions office is small. "
            "The ceremony for 10,000 new citizens was announced.",
            ["people"],
        ),
    ],
)
def test_a_goal_in_a_document_about_the_admission_of_refugees(extractor, text, categories):
    assert [figure.category for figure in extractor.extract(text)] == categories
