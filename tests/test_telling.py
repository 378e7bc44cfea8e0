"""Which words near a figure tell something of it, and which tell it of another figure or of somebody else."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "categories"),
    [
        # a phrase that ends with a preposition describes no noun after it
        ("Some 6,600 people are in need of emergency rations.", ["in_need"]),
        ("The fund is a lifeline to 6,600 people.", ["in_need"]),
        # an aside of who says it is no opinion of those who are counted
        ("Some 6,600 people are in need of food, the office said.", ["in_need"]),
        ("Some 6,600 people have said that they need food.", ["people"]),
        # those who help are not helped, nor are they migrants
        ("In support to flooded villages 120 firefighters came.", ["people"]),
        ("Some 200 firefighters have arrived in the port for rescue.", ["people"]),
        ("Some 200 families have arrived in the port.", ["migrant"]),
        ("The court fined 40 aid workers in Avalo.", ["people"]),
        ("The scheme trained 40 health workers.", ["in_need"]),
        ("The scheme helped 40 dock workers.", ["in_need"]),
        # who takes people in
        ("Sweden received 163,000 people.", ["migrant"]),
        ("The country has already received 163,000 people.", ["migrant"]),
        ("The museum received 163,000 people.", ["people"]),
        # what befell a thing of theirs
        ("The crops of 900 farmers were washed away.", ["people"]),
        ("In the flood 900 farmers were washed away.", ["casualty"]),
        ("Bodies of 900 farmers were washed away.", ["casualty"]),
        # cases of an illness are no dead
        ("The outbreak left 83 dead, with 1,440 cases of cholera.", ["casualty", "other"]),
        # the number of those who, a label, a bracket
        ("The number of evacuated families had grown to 870 families.", ["displaced"]),
        ("The number of children enrolled in the scheme rose to 850 children.", ["in_need"]),
        ("The number of children in the choir rose to 850 children.", ["people"]),
        ("Affected population: 845,000", ["in_need"]),
        ("Some 200 families (900 people) were reported as affected.", ["in_need", "in_need"]),
        # how many live there
        ("The port, home to 18 million people, was under water.", ["people"]),
        ("The port is home to 900 displaced people.", ["displaced"]),
        # what money is for
        ("They went over the budget for asylum seekers by $3 million.", ["funding"]),
        ("They went over the budget for the stadium by $3 million.", ["money"]),
        ("The cost of resettling a family is $900.", ["funding"]),
        ("The cost of painting a house is $900.", ["money"]),
    ],
)
def test_telling(extractor, text, categories):
    assert [figure.category for figure in extractor.extract(text)] == categories


@pytest.mark.parametrize(
    ("text", "categories"),
    [
        ("Some 900 people were in 31 relief camps.", ["displaced", "other"]),
        ("Some 900 people live in 31 transit sites.", ["displaced", "other"]),
        ("Some 900 people live in 31 villages.", ["people", "other"]),
        ("Some 900 people live near 31 relief camps.", ["people", "other"]),
        ("The rally drew 900 people in 31 centres.", ["people", "other"]),
    ],
)
def test_people_in_so_many_places_of_refuge(extractor, text, categories):
    assert [figure.category for figure in extractor.extract(text)] == categories


@pytest.mark.parametrize(
    ("text", "categories"),
    [
        ("Last year 12,000 people came to our shores.", ["migrant"]),
        ("Some 300 people came ashore at dawn.", ["migrant"]),
        ("Some 300 people made it across the strait.", ["migrant"]),
        ("At night 300 people turned up at the border.", ["migrant"]),
        ("The number who crossed into Ethiopia stands at 38,000.", ["migrant"]),
        ("Another 38,000 crossed into Ethiopia.", ["migrant"]),
        ("The number of people who crossed the strait reached 9,000.", ["migrant"]),
        ("The number who arrived in June rose to 4,100.", ["migrant"]),
        ("Some 900,000 people live on humanitarian aid.", ["in_need"]),
        ("Some 900,000 people depend on humanitarian aid.", ["in_need"]),
        ("In the valley 900,000 people survive on food aid.", ["in_need"]),
        ("Some 900,000 people who rely on relief supplies were left with nothing.", ["in_need"]),
        ("Some 900,000 people are kept alive by food aid.", ["in_need"]),
        ("These are the 700,000 people who have the right to return.", ["displaced"]),
        ("The 700,000 people who cannot go home live in tents.", ["displaced"]),
        ("There are 700,000 people waiting to go home.", ["displaced"]),
        ("The 700,000 people who have the right to vote are at home.", ["people"]),
        ("Some 300 people came to our meeting.", ["people"]),
        ("Some 300 people turned up at the fair.", ["people"]),
        ("The film made it across the strait, and 300 people saw it.", ["people"]),
        ("Some 900 people live on the island.", ["people"]),
        ("Some 300 people cannot go home until the last guest has left the hall.", ["displaced"]),
        ("In the night 70 people came across the border.", ["migrant"]),
        ("The number who came ashore rose to 700.", ["migrant"]),
        ("Those who made it across the sea numbered 4,000.", ["migrant"]),
        ("Some 900 men crossed into Libya.", ["migrant"]),
        ("The number of those who crossed into Libya is 900.", ["migrant"]),
        ("Over 2 million people are surviving on rations.", ["in_need"]),
        ("Some 2 million people depended on food aid last year.", ["in_need"]),
        ("Some 2 million people live on the coast, far from any aid.", ["people"]),
        ("About 4,000 families want to go home but cannot.", ["displaced"]),
        ("Some 30,000 people still cannot return home.", ["displaced"]),
        ("Some 30,000 people have the right to return to their villages.", ["displaced"]),
        ("At the fair 300 people showed up at the gate.", ["people"]),
        ("About 300 guests came to the shore for the race.", ["people"]),
        ("A hundred people turned up at the border post to protest.", ["migrant"]),
    ],
)
def test_who_came_who_lives_on_aid_and_who_cannot_go_home(extractor, text, categories):
    assert [figure.category for figure in extractor.extract(text)] == categories
