"""What numbers count: the noun and the unit of each, in sentences of our own, with the traps beside them."""

from __future__ import annotations

import pytest

import figx


def counted(text: str) -> list[tuple[str, str, str]]:
    return [(figure.text, figure.unit, figure.noun) for figure in figx.extract(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The town has a population of about 15,000.", [("15,000", "person", "population")]),
        ("People lived in settlements of 10,000 or more.", [("10,000", "person", "People")]),
        (
            "The death toll rose to 31, and 40 houses burned.",
            [("31", "person", "death toll"), ("40", "home", "houses")],
        ),
        (
            "The toll touched 48 in the west, 28 died in the east and five in the north.",
            [("48", "person", "toll"), ("28", "person", ""), ("five", "person", "")],
        ),
        ("Fire hit 90 homes in Avalo, a town of some 12,000.", [("90", "home", "homes"), ("12,000", "person", "")]),
        ("Of the 760 passengers, 35 drowned.", [("760", "person", "passengers"), ("35", "person", "passengers")]),
        ("Some 300 homes burned: 27 killed.", [("300", "home", "homes"), ("27", "person", "")]),
        ("They lost 300 homes, and 200 damaged.", [("300", "home", "homes"), ("200", "home", "homes")]),
        ("There were two EF-4 tornadoes.", [("two", "tornado", "EF-4 tornadoes")]),
        ("It names four prior deportations.", [("four", "deportation", "prior deportations")]),
        ("One more person was swept away.", [("One", "person", "person")]),
        ("One of its soldiers was killed.", [("One", "person", "soldiers")]),
        ("One of its soldiers was happy.", []),
        ("It is one of the three greenest countries in the world.", [("three", "country", "greenest countries")]),
        ("The three countries agreed.", []),
        ("One of the two camps by the river is closed.", []),
        (
            "They found 62 missing migrant children and 80 homeless camps.",
            [("62", "person", "missing migrant children"), ("80", "camp", "homeless camps")],
        ),
    ],
)
def test_counts(text: str, wanted: list[tuple[str, str, str]]) -> None:
    assert counted(text) == wanted


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("A third of Avalo's population left.", ["Avalo's population"]),
        ("More than 80 per cent of the nearly 8 million migrants work.", ["migrants", "migrants"]),
        ("The plan would cut these programmes by 22 per cent.", ["programmes"]),
        ("We reduced by 90 per cent the monthly total of migrants.", ["migrants"]),
        ("It has a growth rate of 8 per cent.", ["growth rate"]),
        ("It was an increase of 8 per cent.", [""]),
        ("Unemployment grew from 7 per cent to 9 per cent.", ["Unemployment", "Unemployment"]),
        ("Of displaced households in debt, the reason was food (53 per cent).", ["displaced households"]),
        ("Some 54 per cent (down from 57 per cent) of refugees work.", ["refugees", "refugees"]),
        ("Another 7 per cent demonstrates that schools are closed.", [""]),
        ("Half as many boats and a third of the city's 300 nurses came.", ["boats", "nurses", "nurses"]),
        (
            "More than 70% of the economic damage was done at night, twice the normal flow.",
            ["economic damage", "normal flow"],
        ),
        ("The fact is that around 80% of those who come are refugees.", [""]),
        ("They will cut child poverty in half.", ["child poverty"]),
        ("Families were 26 per cent of the guests, citizens 10 per cent.", ["guests", "citizens"]),
        ("The agency faces a 40 per cent funding gap and a 25 per cent tariff.", ["funding gap", "tariff"]),
        ("The rate was 3.8% for displaced households and 1.9% among children.", ["displaced households", "children"]),
        ("One in four lives in a tent.", [""]),
        ("Food went to 22%, 20% and 12% of the guests.", ["guests", "guests", "guests"]),
        ("Some 41 per cent of guests ate, and 12 per cent of cooks.", ["guests", "cooks"]),
        ("It rained, with 41 per cent reporting higher rents.", [""]),
        ("It is low, compared to a month earlier, reaching 45 per cent in May.", [""]),
        ("It brought 5% less rainfall than average.", ["rainfall"]),
        ("The rate is four times that of the city.", ["rate"]),
        ("Rents, fuel and bread rose by 5, 8 and 12 per cent, respectively.", ["Rents", "fuel", "bread"]),
        ("Arrivals in Kenya and Chad fell by 5 per cent and 8 per cent, respectively.", ["Arrivals", "Arrivals"]),
    ],
)
def test_shares(text: str, nouns: list[str]) -> None:
    figures = figx.extract(text)
    assert [figure.noun for figure in figures] == nouns
    assert {figure.unit for figure in figures} <= {"percent", "person", "times"}


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Tornadoes came with 200 mph wind speeds.", "wind speeds"),
        ("Rain reached 60 mm.", "Rain"),
        ("It had a wind speed of 231 km/h.", "wind speed"),
        ("We limit warming to 1.5 degrees Celsius.", "warming"),
        ("The camp was 12 km north of the town.", ""),
        ("The town is about 50 kilometres away.", ""),
        ("They moved the desks out and have 30 centimetres in the hall.", ""),
        ("The fire had burned 1,700 acres.", ""),
        ("The army cleared houses up to one kilometre from the border.", ""),
        ("Rainfall exceeded 200 mm in the hills.", "Rainfall"),
        ("Waves up to 6 metres high hit the coast.", "Waves"),
        ("It passed with winds up to 290 km/h.", "winds"),
        ("There was a drop in temperature by 17 degrees.", "temperature"),
    ],
)
def test_measures(text: str, noun: str) -> None:
    assert [figure.noun for figure in figx.extract(text)] == [noun]


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("It made budget savings of about 2.5 billion dollars.", ["budget savings"]),
        ("They asked for 400,000 euros ($430,000) in compensation.", ["compensation", "compensation"]),
        ("Average household debt is now 46,000 AFS.", ["Average household debt"]),
        ("Economic losses from the flood exceeded $1.2 billion.", ["Economic losses"]),
        ("Total losses may top $5 billion.", ["Total losses"]),
        ("Hail caused $7 million in damage to the mall, and $2 million to the hall.", ["damage", "damage"]),
        ("They have millions of dollars lying around.", [""]),
        ("We have been given $5 million.", [""]),
    ],
)
def test_money(text: str, nouns: list[str]) -> None:
    assert [figure.noun for figure in figx.extract(text)] == nouns


def test_a_web_address_is_no_noun() -> None:
    assert counted("See [it](https://example.org/2025/04/arrivals-of-boats) from 900 in March.") in (
        [("900", "", "")],
        [],
    )
