"""The verb that governs a figure, and the state that people are left in, before what else is told."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "categories"),
    [
        ("They shot dead 117 civilians who had taken refuge in a church.", ["casualty"]),
        ("The bomb killed 12 people who had fled the north.", ["casualty"]),
        ("Gunmen abducted 40 girls who were sheltering in a school.", ["casualty"]),
        ("The shell wounded 30 people who were staying in a mosque.", ["casualty"]),
        ("The town took in 300 people who had been hurt.", ["migrant"]),
        ("The army evacuated 300 people who had been wounded.", ["displaced"]),
        ("In the raid 60 farmers have been kidnap victims.", ["casualty"]),
        ("Some 60 farmers fell victim to abduction.", ["casualty"]),
        ("Some 60 traders were taken hostage.", ["casualty"]),
        ("Rebels took 60 traders hostage.", ["casualty"]),
        ("The militia holds 60 traders hostage.", ["casualty"]),
        ("The police freed 60 traders who had been taken hostage.", ["casualty"]),
        ("The fire killed 12 people who had been rescued from the sea.", ["casualty"]),
        ("The navy rescued 300 people whose boat was shot at.", ["in_need"]),
        ("The clinic treated 90 people who had been displaced.", ["displaced"]),
        ("The flood displaced 900 people who had lost relatives in the war.", ["displaced"]),
        ("The state deported 90 people who had been wounded in the war.", ["returned"]),
        ("The court heard 12 families that fled the war.", ["displaced"]),
        ("Some 60 firms fell victim to fraud.", ["other"]),
        ("Soldiers killed 14 farmers who had returned to their fields.", ["casualty"]),
        ("A mine injured three boys who were crossing the border.", ["casualty"]),
        ("The militia kidnapped 12 nurses who were treating refugees.", ["casualty"]),
        ("Officials evacuated 45 children who had been injured in the blast.", ["displaced"]),
        ("We welcomed 200 families whose sons had been killed.", ["migrant"]),
        ("Some 200 women whose husbands were killed came to the hearing.", ["people"]),
        ("Some 200 villagers were buried alive while they slept.", ["casualty"]),
        ("Pirates held 23 sailors captive for a year.", ["casualty"]),
        ("In May 23 sailors were held captive.", ["casualty"]),
        ("Hamas took 250 people hostage.", ["casualty"]),
        ("Hundreds of girls fell prey to kidnappers.", ["casualty"]),
        ("The court convicted 23 men who had killed a guard.", ["people"]),
        ("Police arrested 23 men who had been wounded in a fight.", ["casualty"]),
        ("Terrorists gunned down 31 migrants who were waiting at the border.", ["casualty"]),
        ("Floods that displaced 5,000 people who had survived the quake came at night.", ["displaced"]),
        ("The airstrike killed at least 23 people who had been displaced by the fighting.", ["casualty"]),
        ("Authorities deported 41 people who had survived the shipwreck.", ["returned"]),
        ("Gangs have abducted 300 pupils who were on their way home.", ["casualty"]),
        ("Doctors treated 60 people who had been beaten by the guards.", ["in_need"]),
        ("Some 40 fishermen were taken captive.", ["casualty"]),
        ("More than 1,500 women have been victims of abduction.", ["casualty"]),
        ("Some 117 people who had fled to the church were shot dead.", ["casualty"]),
        ("By noon 300 people had come ashore.", ["migrant"]),
        ("Another 5,000 people made it to the border.", ["migrant"]),
        ("The number who fled rose to 5,000.", ["displaced"]),
        ("In the camp 40,000 people rely on humanitarian assistance.", ["in_need"]),
        ("There are 12,000 villagers who cannot go back to their homes.", ["displaced"]),
        ("More than 300 people came to the hearing on the shore.", ["people"]),
        ("They assisted 40 refugee households (210 individuals).", ["refugee", "refugee"]),
        ("About 3,000 displaced people in 600 families need tents.", ["displaced", "displaced"]),
        ("The 45 million people displaced now live in 100 countries.", ["displaced", "other"]),
        ("Three relief camps house 2,000 people.", ["other", "displaced"]),
        ("Some 52,000 people lodged claims for asylum.", ["asylum_seeker"]),
        ("The plan is to resettle 900 families.", ["refugee_cap"]),
        ("The quake left 300 people injured and 12 others dead.", ["casualty", "casualty"]),
        ("The attack left nine dead and at least 30 others wounded.", ["casualty", "casualty"]),
        ("Witnesses said that 20 migrants were on board.", ["migrant"]),
        ("Displaced people say that 40 houses were burnt.", ["housing"]),
    ],
)
def test_the_governing_verb_comes_before_a_relative_clause(extractor, text, categories):
    assert [figure.category for figure in extractor.extract(text)] == categories


@pytest.mark.parametrize(
    ("text", "categories"),
    [
        ("The partners registered 12,400 displaced families (62,000 people) in the city.", ["displaced", "displaced"]),
        ("We registered 300 refugee families (1,400 people).", ["refugee", "refugee"]),
        ("By Thursday, 67,300 displaced people from 13,500 families had been registered.", ["displaced", "displaced"]),
        ("The 122 million people displaced today deserve better.", ["displaced"]),
        ("The 900 people evacuated yesterday slept in a gym.", ["displaced"]),
        ("The 58 shelters still open hold 2,200 people.", ["housing", "displaced"]),
        ("The evacuation centres hold 2,200 people.", ["displaced"]),
        ("The hall holds 2,200 people.", ["people"]),
        ("The prison holds 2,200 people.", ["people"]),
        ("About 1.8 million people have sought refuge abroad.", ["refugee"]),
        ("About 1.8 million people have sought refuge outside Sudan.", ["displaced"]),
        ("In Spain, 118,000 people lodged a claim for protection.", ["asylum_seeker"]),
        ("In Spain, 118,000 people asked for protection.", ["asylum_seeker"]),
        ("In Spain, 118,000 women asked for protection from the police.", ["people"]),
        ("Its plan is to resettle 48,900 refugees next year.", ["refugee_cap"]),
        ("Canada plans to resettle 48,900 refugees next year.", ["refugee_cap"]),
        (
            "Canada resettled 51,100 refugees last year, and private sponsors received 27,600 of them.",
            ["resettled", "resettled"],
        ),
        (
            "It resettled 47,600 refugees last year. Private sponsors received 22,500 of them.",
            ["resettled", "resettled"],
        ),
        ("Of the 104 people rescued off Pylos, nine have been arrested.", ["in_need", "in_need"]),
        ("Coastguards pulled 104 survivors from the water.", ["in_need"]),
        ("There were 104 survivors.", ["in_need"]),
        ("Survivors say that the vessel carried as many as 700 people.", ["people"]),
        ("Victims said that the market had drawn 700 people.", ["people"]),
        ("The blast killed 21 people and injured 40 others.", ["casualty", "casualty"]),
        ("We counted 90 displaced families (400 individuals) in the hall.", ["displaced", "displaced"]),
        ("Some 90 families (400 people) were killed.", ["casualty", "casualty"]),
        ("They treated 90 patients (40 per cent) for burns.", ["in_need", "in_need"]),
        ("A total of 800 refugees from 200 families came.", ["refugee", "refugee"]),
        ("In all 800 pupils from 20 schools sang.", ["people", "other"]),
        ("The camps shelter 3,000 people.", ["displaced"]),
        ("The work camps hold 3,000 people.", ["people"]),
        ("Two million people sought safety outside their country.", ["displaced"]),
        ("In June 300 people requested protection in Malta.", ["asylum_seeker"]),
        ("Its goal is to resettle 9,000 refugees by June.", ["refugee_cap"]),
        ("The state resettled 5,100 refugees; churches took 600 of them.", ["resettled", "resettled"]),
        ("All 38 people rescued from the wreck are well.", ["in_need"]),
        ("The 38 survivors are well.", ["in_need"]),
        ("Refugees say that 38 people died.", ["casualty"]),
        ("Migrants told reporters that 38 people had been on board.", ["people"]),
        ("Aid workers said 38 refugees were ill.", ["refugee"]),
    ],
)
def test_who_is_counted_and_who_only_speaks(extractor, text, categories):
    assert [figure.category for figure in extractor.extract(text)] == categories


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("The blast left 21 people dead and four others missing.", ["killed", "missing"]),
        ("The storm left 21 dead, 40 injured and three missing.", ["killed", "injured", "missing"]),
        ("The quake left 10 people dead, 30 injured and 5,000 homeless.", ["killed", "injured", "homeless"]),
        ("The crash left ten people missing and 30 people dead.", ["missing", "killed"]),
        ("The storm left 3,000 families homeless and 21 people dead.", ["homeless", "killed"]),
        ("Of the 104 people rescued off the cape, nine are ill.", ["assisted", "assisted"]),
        ("Coastguards pulled 104 survivors from the water.", ["assisted"]),
        ("About 1.8 million people have sought refuge outside Sudan.", ["forced to flee"]),
        ("The 58 shelters still open hold 2,200 people.", ["shelters", "sheltered"]),
    ],
)
def test_each_figure_has_the_state_that_stands_beside_it(extractor, text, terms):
    assert [figure.term for figure in extractor.extract(text)] == terms
