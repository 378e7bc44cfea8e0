"""Which countries a figure is about. Every case is a sentence of our own and the places of its figures in order."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figx.paths import patterns_dir
from figx.pipeline import Extractor
from figx.places import load_places, surface_forms

EXTRACTOR = Extractor()

CASES = {
    "the people counted": [
        ("Some 40,000 Afghans crossed the river.", "AFG"),
        ("Officials counted 300 Syrian families at the gate.", "SYR"),
        ("About 6,000 Iraqi and Syrian refugees are on the list.", "IRQ SYR"),
        ("One in four Lebanese has left the capital.", "LBN"),
        ("The boat carried 60 Haitians and 12 Cubans.", "HTI", "CUB"),
        ("Nearly 900 refugees from Eritrea asked for help.", "ERI"),
        ("Almost 60 per cent of Somali refugees are children.", "SOM"),
        ("Two thirds of Yemen's people need food.", "YEM"),
        ("Around 5,000 Syrian-born doctors work there.", "SYR"),
        ("More than 70 African-American families lost their homes.", "USA"),
        ("The flow of Cubans, Haitians and Nicaraguans fell by 97 per cent.", "CUB HTI NIC"),
        ("As a Kenyan, I am proud that we host 600,000 refugees.", "KEN"),
        ("There are 281 million migrants in the world, of whom 18 million are Indians.", "", "IND"),
    ],
    "names that are no country's": [
        ("The lobby asked Meat and Livestock Australia for $5 million.", ""),
        ("Australia moved 20 cooks.", "AUS"),
        ("The Australian Greens want 20 more beds.", ""),
        ("Dozens of families left the banks of the Paraguay River.", ""),
        ("Dozens of families left the banks of rivers in Paraguay.", "PRY"),
        ("Some 30 boats crossed Lake Malawi.", ""),
        ("Some 30 boats crossed the lakes of Malawi.", "MWI"),
        ("The American Jobs Plan pays for 30 bridges.", ""),
        ("The Afghan Relocation Plan pays for 30 buses.", "AFG"),
    ],
    "named to tell of others": [
        ("At least 4 people died in a village bordering Myanmar.", ""),
        ("At least 4 people died in Myanmar.", "MMR"),
        ("We say to the people of Chad that 3 roads will come.", ""),
        ("We host 300 Iraqis, as well as others from Libya.", "IRQ"),
        ("We host 300 people from Libya as well as from Iraq.", "LBY IRQ"),
        ("They would send 800 people to Malaysia, better off than those sent to Nauru.", "MYS"),
        ("Ghana has given $5 million to help 300 orphans.", "GHA", ""),
        ("Ghana has spent $5 million on hosting 300 orphans.", "GHA", "GHA"),
    ],
    "counts of countries and their members": [
        ("A quake in Japan sent a wave that killed 900 people in 6 countries.", "JPN", ""),
        ("Some 600 people were taken to 3 countries (Chad, Mali and Niger).", "TCD MLI NER", "TCD MLI NER"),
        ("The fund helps Venezuelans in 17 countries.", "VEN"),
    ],
    "asides and parts": [
        ("Rwanda took 40,000 people – half of its people – who had fled to Burundi.", "RWA BDI", "RWA BDI"),
        ("Floods killed 900 people in Chad, including at least 8 Dutch nurses.", "TCD", "NLD TCD"),
        ("Floods killed 900 people in Chad, including 8 in Mali.", "TCD", "MLI"),
    ],
    "where it happens": [
        ("In Lebanon, 20 people were killed and 30 people were injured.", "LBN", "LBN"),
        ("Floods in Pakistan left 1,200 dead and 7 million homeless.", "PAK", "PAK"),
        ("At least 20 people died and 30 were injured in northern Iraq.", "IRQ", "IRQ"),
        ("The storm tore through Mozambique, killing 14 people and displacing 10,000.", "MOZ", "MOZ"),
        ("Across large parts of southern Somalia, 3 million people go hungry.", "SOM"),
        ("NIGER: 14,000 people displaced, 30 schools closed", "NER", "NER"),
        ("Kenya's camps hold 480,000 refugees.", "KEN"),
        ("Landslides, common in hilly parts of Nepal, buried 40 houses.", "NPL"),
        ("Heavy rain also reached eastern Georgia: seven villages were cut off and more than 20 lost power.", "GEO", "GEO"),
        ("With 1.4 million refugees, Uganda is the largest host of the continent.", "UGA"),
        ("Home to 40 million people, Sudan has 18 states.", "SDN", "SDN"),
        ("Since the coup in Niger, 350,000 people have been displaced across the country.", "NER"),
        ("KABUL – At least 35 people died when a bomb went off in the Afghan capital.", "AFG"),
        ("The blast killed 12 Chinese engineers near Quetta, Pakistan.", "CHN PAK"),
        ("In Lahore, Pakistan, some 230 Afghan boys learn to weave.", "PAK AFG"),
        ("India, home to 18 million emigrants, gets more than any other.", "IND"),
    ],
    "where they come from and where they go": [
        ("Poland hosts about 1 million Ukrainian refugees.", "POL UKR"),
        ("Some 700,000 people fled from Myanmar to Bangladesh.", "MMR BGD"),
        ("Germany took in 30,000 Afghans and 5,000 Iraqis.", "DEU AFG", "DEU IRQ"),
        ("The ferry brought 410 migrants to Spain from Morocco.", "ESP MAR"),
        ("Colombia has given papers to 1.8 million Venezuelans.", "COL VEN"),
        ("Jordan says it hosts 650,000 Syrians.", "JOR SYR"),
        ("The 1.5 million Syrians hosted by Lebanon need help.", "SYR LBN"),
        ("French police stopped 200 Sudanese near the port.", "FRA SDN"),
        ("There are 50,000 U.S. troops stationed in Japan.", "USA JPN"),
        ("About 30,000 people crossed the Turkey-Syria border.", "TUR SYR"),
        ("A boat with 60 people from Libya to Italy sank, leaving 22 missing.", "LBY ITA", "LBY ITA"),
        ("New Zealand offered to take 150 refugees a year from Nauru.", "NZL NRU"),
        ("Saudi Arabia expelled 160,000 Ethiopians.", "SAU ETH"),
        ("Some 300 Syrians and 200 Iraqis live in Malta.", "SYR MLT", "IRQ MLT"),
        ("The number of Ukrainian refugees in Poland fell from 1.5 million to 950,000.", "UKR POL", "UKR POL"),
        ("Norway gives €3 million to Türkiye for the 400 Syrians living there.", "TUR", "TUR SYR"),
        ("Some 100 people, most of them from Bangladesh, were found near the Libyan town of Zwara.", "BGD"),
    ],
    "lists, where each has its own": [
        ("Of the wounded, 13 are in Herat (Afghanistan), three in Iran, and two in Iraq.", "AFG", "IRN", "IRQ"),
        ("Turkey (3.6 million), Lebanon (1.2 million) and Jordan (650,000) host most of them.", "TUR", "LBN", "JOR"),
        ("Arrivals came from Guinea (2,100), Mali (1,900) and Tunisia (800).", "GIN", "MLI", "TUN"),
        ("In 2015 Germany took 440,000, Sweden 160,000 and Austria 88,000 people.", "DEU", "SWE", "AUT"),
        ("Yesterday 11 people were sent back to Spain but 416 more reached Britain.", "ESP", "GBR"),
        ("Some 20,000 Indians fled while at least 2,000 Pakistanis stayed.", "IND", "PAK"),
        ("The total for Ukraine comes to 485 tonnes and Moldova to 38 tonnes.", "UKR", "MDA"),
        ("Two people died in Austria and another three people in Switzerland.", "AUT", "CHE"),
        ("In Iran 20 people were killed, in Iraq 30 people were.", "IRN", "IRQ"),
        ("The dead are 16 people, nine Pakistanis and seven Indians.", "PAK IND", "PAK", "IND"),
        ("We aid Honduras, Guatemala, and El Salvador with 300 teachers.", "HND GTM SLV"),
        (
            "After the landings from Turkey of nearly 900,000 people, Athens has to house 50,000 stranded in Greece.",
            "TUR", "GRC",
        ),
        ("Colombia hosts 2.9 million Venezuelans, Peru 1.5 million and Chile 440,000.", "COL VEN", "PER", "CHL"),
        ("Germany had 190,800 claims, followed by France with 120,700 and Spain with 65,300.", "DEU", "FRA", "ESP"),
        ("Iran comes second with 3.4 million people and Colombia third with 2.5 million.", "IRN", "COL"),
        ("Arrivals to Spain: 12,400; to Italy: 23,100; to Greece: 9,870", "ESP", "ITA", "GRC"),
        ("(i) Chad: 1.1 million refugees; (ii) Cameroon: 480,000; (iii) Niger: 260,000", "TCD", "CMR", "NER"),
        ("Norway sends 25 ambulances to Ukraine, and Finland 12.", "NOR UKR", "FIN"),
        ("One in 30 residents of Jordan and one in seven in Lebanon is a refugee.", "JOR", "LBN"),
        ("Cambodia, Laos and Viet Nam reported 120, 45 and 300 deaths respectively.", "KHM", "LAO", "VNM"),
        ("The number fell by 19 per cent in Europe and in New Zealand by 28 per cent.", "", "NZL"),
        ("Manila flew home 2,300 Filipinos from Kuwait and 500 from Lebanon.", "PHL KWT", "LBN"),
    ],
    "parts and the same again": [
        ("Nearly 380 Syrian families (1,900 people) and 30 others came.", "SYR", "SYR", "SYR"),
        ("Kenya recorded 5,000 arrivals, of whom 40 per cent are children.", "KEN", "KEN"),
        ("Neighbours host more than 80 per cent of the 7 million Venezuelan migrants.", "VEN", "VEN"),
        ("About 15 Filipino women are among the 161 peacekeepers in Haiti.", "PHL HTI", "HTI"),
        ("Of the 5 million Syrian refugees, 3.6 million are in Turkey.", "SYR", "SYR TUR"),
        (
            "Over 2,000 migrants in Bosnia and Herzegovina sleep outside, while 1,300 others are in tents.",
            "BIH", "BIH",
        ),
        ("The United States admitted 25,000 refugees, of whom 7,800 came from Mali.", "USA", "USA MLI"),
        ("Two out of three refugees come from three countries: Syria, Mali and Chad.", "SYR MLI TCD", "SYR MLI TCD"),
        ("Of the 4.3 million stateless people, 1 million are in Kuwait and 600,000 in Myanmar.", "", "KWT", "MMR"),
        ("Of 27,000 arrivals in Italy, 60 per cent left from Tunisia.", "ITA", "ITA TUN"),
        ("The wave took 300,000 lives, 130,000 of them in Indonesia.", "", "IDN"),
        ("In the region 11 million people need help, including 7.7 million in Nigeria.", "", "NGA"),
        ("Total: 1,204 (Eritrea 540, Sudan 310, Ethiopia 220)", ""),
        ("Sudanese make up 600,000 of the 1.1 million refugees in Chad.", "SDN TCD", "TCD"),
    ],
    "money goes somewhere": [
        ("The United States provided $40 million in aid to Chad.", "TCD"),
        ("Norway pledged NOK 20 million.", "NOR"),
        ("American firms have invested over $5 billion to create work in Honduras and Guatemala.", "HND GTM"),
        ("Australia gave $5 million to help 20,000 people in Fiji.", "FJI", "FJI"),
        ("Lebanon received $2 billion from Germany.", "LBN"),
        ("They set aside €5 million for Ukrainian refugees in Moldova.", "UKR MDA"),
        ("A grant of €148 million supports Ukraine and neighbouring Moldova.", "UKR MDA"),
        ("The Union gives €140 million for Ukraine and €8 million for Moldova.", "UKR", "MDA"),
        ("The Yemen Humanitarian Response Plan lacks $1.9 billion.", "YEM"),
        ("Sudan needs $2.7 billion this year.", "SDN"),
        ("The storm cost Haiti 500 million U.S. dollars.", "HTI"),
        ("The crop was worth 50 million yuan (8 million U.S. dollars).", "", ""),
        ("Britain has paid Rwanda £240 million.", "RWA"),
        ("Remittances from the United States to Mexico reached $60 billion.", "MEX"),
        ("Remittances to Nepal reached $8 billion, or 24 per cent of GDP.", "NPL", "NPL"),
        ("The Government of Norway gave NOK 40 million to schools in Ethiopia.", "ETH"),
        ("Thanks to US$5 million from Japan, cooks will feed 300,000 people in South Sudan.", "SSD", "SSD"),
        ("They need $1.2 billion to help 7 million Afghan refugees in Iran and Pakistan.", "AFG IRN PAK", "AFG IRN PAK"),
        ("Korean aid of $3 million will reach Cambodia.", "KHM"),
        ("Some $48 million of U.S. government funds will create work in Guatemala.", "GTM"),
        ("The money for Africa doubles to $500 million, with half going to Somalia.", "", "", "SOM"),
        ("Jordan has spent $10 billion on hosting Syrian refugees.", "JOR SYR"),
        ("The bank lends $500 million to Colombia to teach Venezuelan migrants.", "COL VEN"),
    ],
    "who strikes, and who says so": [
        ("Russia's war on Ukraine has displaced 6 million people.", "UKR"),
        ("Since Russia invaded Ukraine, 5 million people have left.", "UKR"),
        ("Israeli air strikes killed 30 people in Gaza.", "PSE"),
        ("Israeli air strikes killed 30 people.", ""),
        ("Russian forces have killed 300 civilians in Syria.", "SYR"),
        ("The 17 civilians killed by Ethiopian troops lived in Eritrea.", "ERI"),
        ("U.S.-led raids killed 40 people in Iraq.", "IRQ"),
        ("Pro-Russian fighters hold 60 people in Ukraine.", "UKR"),
        ("Turkish officials said 30 people died in northern Syria.", "SYR"),
        ("According to the Kenyan government, 5,000 Somalis crossed the border.", "SOM"),
        ("A survey by Danish researchers counted 300 homes in Niger.", "NER"),
        ("Sudan thanks the members who sent 30 doctors to Chad.", "TCD"),
        ("Chadian officials said 30 people had drowned.", "TCD"),
        ("Some 3,000 attempts were stopped by French police.", "FRA"),
        ("With the support of Japan, the cooks fed 3 million people in Yemen.", "YEM"),
        ("In partnership with the Government of Kenya, they planted 30 trees in Uganda.", "UGA"),
        ("Rwanda's President says his country will take 500 people from Libya.", "RWA LBY"),
        ("Italy recorded 5,000 arrivals from Libya.", "ITA LBY"),
        ("The French interior ministry said 52,000 people tried to reach England.", "GBR"),
        ("After the war in Syria began, Canada took 40,000 Iraqis.", "CAN IRQ"),
        ("Bahamian and Cuban ministers signed after 200 Haitians drowned.", "HTI"),
        ("The slide in Nepal killed 33 people and dammed the river, which flows into India.", "NPL"),
        ("Egyptian officials say 9 million foreigners live there, among them 4 million Sudanese.", "EGY", "SDN"),
        ("Albania took in 4,000 people at the request of the United States.", "ALB"),
        ("They sold 40 guns to fight the Russians in Ukraine.", "UKR"),
        ("Russia launched strikes in Ukraine that killed 40 people.", "UKR"),
    ],
    "no place of the figure": [
        ("Uganda is open to all, and worldwide 120 million people are displaced.", ""),
        ("The camp covers an area the size of Belgium and holds 30,000 people.", ""),
        ("We host 20,000 refugees, more than Norway.", ""),
        ("With six countries, the United States founded a network.", ""),
        ("The United States launched the network together with six countries.", ""),
        ("Seven countries, including Jordan, signed.", "JOR"),
        ("Refugees in Kenya went home – and 28,000 more have been told that they may.", ""),
        ("The house was built in the year of independence from Britain by 30 men.", ""),
        ("New Mexico counted 300 arrivals.", ""),
        ("Our country took 300 people.", ""),
        ("The European Union relocated 120,000 people.", ""),
        ("Their boat was found 30 miles off Kabul Street.", ""),
        ("The two leaders spoke of Russia's aggression in Ukraine.", ""),
        ("The two leaders praised the ties between Canada and Chile.", "CAN CHL"),
        ("About 30,000 people in Bihar went home after the flood in neighbouring Nepal.", ""),
        ("A country like Jordan takes millions, while richer countries quibble over 3,000.", "JOR", ""),
    ],
    "names of organisations": [
        ("The Turkish Red Crescent fed 900 families.", ""),
        ("U.S. Citizenship and Immigration Services read 3,000 letters.", ""),
        ("Save the Children Australia reached 500 children.", ""),
        ("UNHCR Jordan counted 4,000 families.", ""),
        ("Refugee Council USA asked for 125,000 places.", ""),
        ("The Bank of Ghana moved 30 staff.", ""),
        ("The Association of Southeast Asian Nations has ten members.", ""),
        ("The Bosnian and Serbian Red Cross sent 30 trucks.", ""),
        ("The Embassy of Japan sent 30 blankets.", ""),
        ("The Kenya Red Cross fed 900 families in Somalia.", "SOM"),
        ("The Government of Jordan registered 4,000 families.", "JOR"),
        ("The Jordan Times counted 4,000 readers.", ""),
        ("According to Agence France-Presse, 30 people died in Mali.", "MLI"),
    ],
    "other namesakes": [
        ("Jordan Reyes runs a shelter for 300 people.", ""),
        ("Chad Oliver and 30 friends came.", ""),
        ("They moved 30 people to Lebanon, Pennsylvania.", ""),
        ("At the turkey farm 30 people were hurt.", ""),
        ("They sailed 300 miles across the Indian Ocean.", ""),
        ("Heavy rain in central America hit 3,000 people.", ""),
        ("TELL US WHERE THE 300 PEOPLE ARE", ""),
        ("They gave 300 English lessons.", ""),
        ("The family reunion brought 30 people from Peru.", "PER"),
        ("They speak Spanish and 12 other languages.", ""),
        ("A Georgian Bay ferry carried 300 people.", ""),
    ],
}  # fmt: skip


DOCUMENTS = [
    ("The camp is in the DRC.\n\nSome 300 Congolese live there.", "COD", []),
    ("They came to Brazzaville.\n\nSome 300 Congolese live there.", "COG", []),
    ("Between Kinshasa and Brazzaville lies a river.\n\nSome 300 Congolese live there.", "", ["ambiguous_place"]),
    ("Some 300 Congolese live there.", "", ["ambiguous_place"]),
    ("Some 300 Congolese live in Tanzania.", "TZA", ["ambiguous_place"]),
    ("Seoul opened its door.\n\nThe 300 Koreans came home.", "KOR", []),
    ("Rain fell in Tbilisi.\n\nIn Georgia 300 homes were lost.", "GEO", []),
    ("Rain fell on Florida.\n\nIn Georgia 300 homes were lost.", "", ["ambiguous_place"]),
    ("In Georgia 300 homes were lost.", "GEO", []),
    ("The family reunion brought 300 people.", "", []),
]


@pytest.mark.parametrize(("text", "places", "flags"), DOCUMENTS)
def test_the_document_settles_what_an_ambiguous_word_means(text, places, flags, extractor):
    figure = extractor.extract(text)[-1]
    assert " ".join(figure.places) == places
    assert [flag for flag in figure.flags if "place" in flag] == flags


@pytest.mark.parametrize(
    ("text", "rule", "words"),
    [
        ("Poland hosts about 1 million Ukrainian refugees.", "figx.place.own", "Poland; Ukrainian"),
        ("At least 20 people died and 30 were injured in Iraq.", "figx.place.list", "Iraq"),
        ("When rain fell on Chad, the river rose: 30 homes were lost; 20 bridges fell.", "figx.place.sentence", "Chad"),
        ("Chadian officials said 30 people had drowned.", "figx.place.actor", "Chadian"),
        ("Some 30 people drowned.", "", ""),
    ],
)
def test_what_decided(text, rule, words, extractor):
    decided = [row for row in extractor.explain(text)[-1 if "bridges" in text else 0].decided if row[0] == "places"]
    assert decided == ([("places", words, rule)] if rule else [])


FORMS = surface_forms(load_places(patterns_dir() / "places.tsv"))
SURE = sorted(
    form.form for form in FORMS.values() if form.iso3 and not form.ambiguous and form.sort in ("name", "alias")
)
PEOPLE = sorted(form.form for form in FORMS.values() if form.iso3 and not form.ambiguous and form.sort == "demonym")


@settings(max_examples=150)
@given(st.sampled_from(SURE))
def test_every_name_of_the_table_is_a_place(name):
    [figure] = EXTRACTOR.extract(f"Some 300 people have fled from {name} since May.")
    assert figure.places == FORMS[name].iso3


@settings(max_examples=150)
@given(st.sampled_from(PEOPLE))
def test_every_demonym_of_the_table_is_a_place(demonym):
    [figure] = EXTRACTOR.extract(f"Among the {demonym} children 300 fell ill.")
    assert figure.places == FORMS[demonym].iso3


@settings(max_examples=100)
@given(st.lists(st.sampled_from(SURE), min_size=2, max_size=4, unique_by=lambda name: FORMS[name].iso3))
def test_a_list_of_countries_is_one(names):
    listed = f"{', '.join(names[:-1])} and {names[-1]}"
    [figure] = EXTRACTOR.extract(f"Some 300 people live in {listed} by now.")
    assert set(figure.places) == {FORMS[name].iso3[0] for name in names}


@settings(max_examples=100)
@given(
    st.lists(
        st.sampled_from(
            ["Chad", "Mali", "Syrians", "in", "from", "300", "20", ",", "and", "of", "fled", "(", ")", "said"]
        )
    )
)
def test_any_order_of_words(words):
    text = " ".join(words)
    named = {"TCD", "MLI", "SYR"}
    for figure in EXTRACTOR.extract(text):
        assert named.issuperset(figure.places)
        assert len(set(figure.places)) == len(figure.places)


@pytest.mark.parametrize(
    ("text", "places"),
    [pytest.param(text, places, id=f"{name}: {text[:50]}") for name, rows in CASES.items() for text, *places in rows],
)
def test_places(text, places, extractor):
    figures = extractor.extract(text)
    assert [" ".join(figure.places) for figure in figures if figure.kind not in ("duration", "age")] == [
        " ".join(row.split()) for row in places
    ]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        # donors in a list, of which the later ones have no verb: all give to the country that the first one names
        (
            "Norway gave Armenia $3 million, the European Union €2 million, and Oman OMR 1.5 million.",
            ["ARM", "ARM", "ARM"],
        ),
        ("Washington gave Armenia $15 million and Brussels €12 million.", ["ARM", "ARM"]),
        ("Norway sent $3 million to Niger, and Sweden $2 million.", ["NER", "NER"]),
        (
            "Norway pledged $3 million for refugees in Niger, Sweden $2 million and Oman $1 million.",
            ["NER", "NER", "NER"],
        ),
        (
            "Canada promised Lebanon $30 million, France €20 million and the Netherlands €10 million.",
            ["LBN", "LBN", "LBN"],
        ),
        ("Canada gave $3 million to Niger, France €2 million and Oman €1 million to Mali.", ["NER", "NER", "MLI"]),
        (
            "For Armenia, the European Union gave €2 million, Norway gave $3 million and Oman gave $1 million.",
            ["ARM", "ARM", "ARM"],
        ),
        ("Norway gave $3 million in aid for Armenia, and the European Union gave €2 million.", ["ARM", "ARM"]),
        ("Norway gave $3 million, and the European Union gave €2 million.", ["NOR", ""]),
        # traps: those who receive, sums that have a verb of their own, and lists of no gifts
        ("Norway gave Niger $3 million and Mali $2 million.", ["NER", "MLI"]),
        ("Norway gave $3 million to Niger and $2 million to Mali.", ["NER", "MLI"]),
        ("Norway gave $3 million and Sweden $2 million.", ["NOR", "SWE"]),
        ("Norway granted Armenia $3 million, while Sweden gave Mali $2 million.", ["ARM", "MLI"]),
        ("Norway gave $3 million to Niger, and Sweden gave $2 million to Mali.", ["NER", "MLI"]),
        ("Trade with Norway rose to $3 million, with Sweden to $2 million.", ["NOR", "SWE"]),
        ("Niger took in 300 families, Mali 200 and Chad 100.", ["NER", "MLI", "TCD"]),
    ],
)
def test_lists_of_donors(extractor, text, places):
    assert [",".join(figure.places) for figure in extractor.extract(text)] == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        # what is told of another time is no place of the figure
        ("Some 3 million refugees live in poor countries, just as they did before the fighting in Sudan began.", [""]),
        ("The fund helps 300 families, as it did when the war in Mali broke out.", [""]),
        ("The agency hosts 300 people in Kenya, as it did before the war in Sudan ended.", ["KEN"]),
        ("About 4 million children need aid, more than before the war in Yemen began.", [""]),
        ("The clinics treat 300 men, as they did in Niger.", [""]),
        # traps: a frame, a cause, a point in time
        ("Before the war in Syria began, 300 clinics were open.", ["SYR"]),
        ("Some 300 families fled after the war in Sudan broke out.", ["SDN"]),
        ("As the fighting in Sudan goes on, 300 families live in tents.", ["SDN"]),
        ("As they fled from Mali, 300 families lost their goats.", ["MLI"]),
    ],
)
def test_other_times(extractor, text, places):
    assert [",".join(figure.places) for figure in extractor.extract(text)] == places
