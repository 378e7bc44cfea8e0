"""What a figure is about: the nearest words decide, and what somebody is to the verb."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "categories"),
    [
        # the figure's own clause first
        ("The storm killed 30 people and displaced 500.", ["casualty", "displaced"]),
        ("Some 30 people died and 5,000 refugees fled.", ["casualty", "refugee"]),
        ("While 40 children are living in poverty, 58 women hold office.", ["in_need", "people"]),
        ("The plan resettled 300 refugees, and 20 teachers joined it.", ["resettled", "people"]),
        # subject and object
        ("Some 300 rebels killed 20 people.", ["people", "casualty"]),
        ("At the gate 12 guards deported 90 migrants.", ["people", "returned"]),
        ("More than 100 Danes sponsored 500 refugees from 45 countries.", ["host", "refugee", "other"]),
        ("Seven countries host refugees.", ["host"]),
        ("Malta hosts 3,000 refugees.", ["refugee"]),
        # what befell people comes before what they are
        ("Last year 64 migrants drowned.", ["casualty"]),
        ("The ship carried 64 migrants.", ["migrant"]),
        ("Many died, with 3,000 people displaced.", ["displaced"]),
        # a clause about the noun
        ("We count 900 people displaced by floods.", ["displaced"]),
        ("Some 900 people, who had fled the war, voted.", ["displaced"]),
        ("Police stopped 620 migrants, of whom 95 were deported.", ["migrant", "returned"]),
        # parts and repeats
        ("The war killed 400 people, including 90 children.", ["casualty", "casualty"]),
        ("Of 7,800 displaced people, of whom 600 are hosted by relatives, many are ill.", ["displaced", "displaced"]),
        ("The clash left 12 people dead; 16 others were taken to safety.", ["casualty", "displaced"]),
        ("The camp holds 5,000 refugees — one fifth of the population — in tents.", ["refugee", "refugee"]),
        ("Some 7,800 people are displaced; 45 per cent are women and 60 are babies.", ["displaced"] * 3),
        ("While 40 people are displaced, 300 children attend school.", ["displaced", "people"]),
        ("Some 400 families fled the town in May, up from 250 families.", ["displaced", "displaced"]),
        ("Some 140 rescue workers came, with 12 aid officers.", ["people", "people"]),
        # targets for the admission of refugees, shares of an appeal
        ("Next year we will accept 85,000 refugees.", ["refugee_cap"]),
        ("The number of refugees that we admit will rise to 85,000.", ["refugee_cap"]),
        ("The number of refugees could rise to 85,000.", ["refugee"]),
        ("Last year we accepted 85,000 refugees.", ["resettled"]),
        ("The response plan is just 12 per cent funded.", ["funding"]),
        ("4 Killed in Italy", ["casualty"]),
        ("In the delta, thousands are at risk of flooding.", ["in_need"]),
        ("Last week a family of six died in a mudslide.", ["casualty"]),
        # words that mean something else
        ("In return, 40 teachers came.", ["people"]),
        ("The tax return of 40 teachers was lost.", ["people"]),
        ("The court ordered 30 migrants deported.", ["returned"]),
        ("Some 30 migrants, facing deportation, wrote a letter.", ["migrant"]),
        # homes torn from people in one word or two
        ("The blaze forced 70 families from their homes.", ["displaced"]),
        ("Some 40 families were driven out of their homes.", ["displaced"]),
        # money
        ("Its annual budget is $5 million.", ["money"]),
        ("The budget for the relief of refugees is $5 million.", ["funding"]),
        ("The flood caused damage of $5 million, and donors sent aid.", ["money"]),
        ("Remittances make up 12 per cent of income.", ["money"]),
        ("They evacuated 300 people and mobilised 5,000 soldiers.", ["displaced", "people"]),
        ("The state evicted 300 families.", ["displaced"]),
        ("Some $3 million get lost, according to the World Bank.", ["money"]),
        # who lives where
        ("Some 400 Chileans living in Norway voted.", ["migrant"]),
        ("Some 400 Chileans living in Chile voted.", ["people"]),
        ("The flood drowned a city of some 170,000.", ["people"]),
        # clauses without their commas
        ("One man, believed to be a guard, was killed.", ["casualty"]),
        ("Some 36 people have been reported as injured.", ["casualty"]),
        ("Three people on the road which links the two towns were killed.", ["casualty"]),
        ("The death toll due to floods rose to 70, with roads under water.", ["casualty"]),
        ("The town gave shelter to 300 people.", ["migrant"]),
        ("The town gave blankets to 300 people.", ["in_need"]),
        # offices
        ("The office closed 300 asylum applications.", ["asylum_seeker"]),
    ],
)
def test_categories(extractor, text, categories):
    assert [figure.category for figure in extractor.extract(text)] == categories


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Some 900 people were evacuated.", "evacuated"),
        ("The evacuation of 900 people began.", "evacuated"),
        ("Some 900 people fled.", "forced to flee"),
        ("The army drove 900 people from their homes.", "forced to flee"),
        ("Some 900 people moved to safer places.", "relocated"),
        ("Some 900 people are in temporary shelters.", "sheltered"),
        ("Some 900 people live in relief camps.", "in relief camp"),
        ("The fire left 900 people homeless.", "homeless"),
        ("The flood displaced 900 people.", "displaced"),
        ("The storm destroyed 900 homes.", "destroyed housing"),
        ("The storm damaged 900 homes.", "partially destroyed housing"),
        ("After the quake 900 homes are uninhabitable.", "uninhabitable housing"),
        ("The flood affected 900 people.", "affected"),
        ("Some 900 people returned.", "returns"),
        ("The state deported 900 people.", "deported"),
        ("The ceiling is 900 refugees.", "ceiling"),
        ("The shipwreck killed 90 people.", "killed"),
        ("After the shipwreck 90 people are missing.", "missing"),
        ("The town has 900 teachers.", ""),
    ],
)
def test_terms(extractor, text, term):
    assert [figure.term for figure in extractor.extract(text)] == [term]


@pytest.mark.parametrize(
    ("before", "text", "category"),
    [
        ("In June 600 people claimed asylum. ", "In July the number fell by 20 per cent.", "asylum_seeker"),
        ("In the city 300 people were killed. ", "They are up 60 per cent in the suburbs.", "casualty"),
        ("The flood displaced 900 people. ", "There are 400 women and 350 children.", "displaced"),
        ("The flood displaced 90 people. ", "The school has 400 girls.", "people"),
        ("The town has 300 shops. ", "They are up 60 per cent in the suburbs.", "other"),
    ],
)
def test_what_the_figure_before_says(extractor, before, text, category):
    assert extractor.extract(before + text)[-1].category == category


def test_weak_words_of_money_count_in_documents_about_aid(extractor):
    text = "The budget of the programme is $5 million."
    aid = " UNHCR and other humanitarian agencies met. Refugees need relief."
    sum_of = "The programme received $5 million."
    assert [f.category for f in extractor.extract(sum_of)] == ["money"]
    assert [f.category for f in extractor.extract(sum_of + aid)] == ["funding"]
    assert [f.category for f in extractor.extract(text)] == ["money"]
