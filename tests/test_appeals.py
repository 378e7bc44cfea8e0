"""Money that takes what it is for from the sum before it, and shares of what was asked for."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "categories"),
    [
        (
            "The United States gives $400 million in humanitarian aid. "
            "That brings the total to $4.5 billion, $1.6 billion of it this year alone.",
            ["funding", "funding", "funding"],
        ),
        ("The agency pledged €3 million for refugees. This comes to €12 million in all.", ["funding", "funding"]),
        ("Norway gave $5 million to the relief fund. Another $2 million followed.", ["funding", "funding"]),
        ("Donors gave $5 million in aid. Since then, a further $7 million has come in.", ["funding", "funding"]),
        ("Donors gave $5 million in aid last year. It was $3 million the year before.", ["funding", "funding"]),
        ("The donor pledged $15 million for refugees, bringing the total to $40 million.", ["funding", "funding"]),
        ("Sweden gave $15 million for refugees, up from $12 million.", ["funding", "funding"]),
        ("The team was sold for $5 million. That brings the total to $9 million.", ["money", "money"]),
        ("Norway gave $5 million to the relief fund. The quake caused losses of $20 million.", ["funding", "money"]),
        ("Norway gave $5 million to the relief fund. The firm earned $20 million.", ["funding", "money"]),
        ("Norway gave $5 million to the relief fund. A bus ticket costs $2.", ["funding", "money"]),
        ("The firm earned $20 million. Another $2 million followed.", ["money", "money"]),
        ("Norway gave $5 million to the relief fund, $2 million of it for Chad.", ["funding", "funding"]),
        ("Norway gave $5 million to the relief fund. Of this, $2 million is for schools.", ["funding", "funding"]),
        ("Sweden gave €4 million for refugees in May. In June it added €2 million more.", ["funding", "funding"]),
        ("The fund allots $20 million to relief in Chad, of which $5 million is for water.", ["funding", "funding"]),
        (
            "Total aid to the region has reached $900 million. Of that, $200 million went to schools.",
            ["funding", "funding"],
        ),
        (
            "Our humanitarian assistance now stands at $7 billion. That includes $1.6 billion this year.",
            ["funding", "funding"],
        ),
        (
            "Our humanitarian assistance now stands at $7 billion. This is $2 billion more than last year.",
            ["funding", "funding"],
        ),
        ("Donors pledged $3 billion for refugees, and then another $1 billion.", ["funding", "funding"]),
        ("Donors pledged $3 billion for refugees. The economy shrank by $1 billion.", ["funding", "money"]),
        (
            "Donors pledged $3 billion for refugees. It cost the state $4 billion to repair the roads.",
            ["funding", "money"],
        ),
        ("The relief fund has grown: the total is now $9 million.", ["funding"]),
        ("The stadium cost $9 million. That brings the total to $30 million.", ["money", "money"]),
        ("The US provided $400 million in aid, bringing its total to $4.5 billion since 2011.", ["funding", "funding"]),
        (
            "The Yemen appeal is only 49 per cent funded, and the plan still requires $4.3 billion.",
            ["funding", "funding"],
        ),
        ("The agency appealed for $1.4 billion to help refugees.", ["funding"]),
        (
            "Six months after the agency appealed for $1.4 billion to help refugees, it has received $540 million.",
            ["funding", "funding"],
        ),
        ("The humanitarian appeal was launched in May. It has received $540 million.", ["funding"]),
        ("The court of appeal sat in May. It has received $540 million.", ["money"]),
        (
            "The appeal for Chad was launched in May. "
            "It has so far received $12 million, and the plan still needs $30 million.",
            ["funding", "funding"],
        ),
        ("His appeal to the court failed. He received $12 million.", ["money"]),
        (
            "Japan has pledged €30 million to the appeal; this brings its support to €90 million.",
            ["funding", "funding"],
        ),
        ("We gave $50 million in aid, and a further $10 million is on its way.", ["funding", "funding"]),
        ("We gave $50 million in aid. Of it, $3 million is for Mali.", ["funding", "funding"]),
        ("We gave $50 million in aid. The ministry's building cost another $3 million.", ["funding", "money"]),
        ("We gave $50 million in aid. The fish market turns over $3 million.", ["funding", "money"]),
        ("The humanitarian plan has received 22 per cent of what it requires.", ["funding"]),
        ("At mid-year the appeal stood at 38 per cent covered.", ["funding"]),
        ("Washington has cut its contribution to the agency by 60 per cent.", ["funding"]),
        ("Donors have met 12 per cent of the appeal.", ["funding"]),
        ("The appeal seeks $90 million for refugees; just 7 per cent has come in.", ["funding", "funding"]),
    ],
)
def test_a_sum_goes_on_with_the_one_before(extractor, text, categories):
    assert [figure.category for figure in extractor.extract(text)] == categories


@pytest.mark.parametrize(
    ("text", "categories"),
    [
        ("The appeal is for $340 million. Only 2 per cent has been received so far.", ["funding", "funding"]),
        ("The plan needs $340 million for refugees, but only 2 per cent has been received.", ["funding", "funding"]),
        ("Last year donors cut support for the mission by 20 per cent.", ["funding"]),
        ("The response plan is 31 per cent covered.", ["funding"]),
        ("Donors have covered 31 per cent of the plan.", ["funding"]),
        (
            "Donors have so far provided $1.6 billion in aid, which is 37 per cent of what is needed.",
            ["funding", "funding"],
        ),
        ("Remittances outpaced aid by 300 per cent.", ["money"]),
        ("The country cut its aid by a third.", ["funding"]),
        ("Rich countries slashed humanitarian funding by 40 per cent.", ["funding"]),
        ("The appeal was 46 per cent financed.", ["funding"]),
        ("The scheme has cut hunger by 20 per cent.", ["in_need"]),
        ("Snow covered 31 per cent of the plain.", ["other"]),
        ("Cloud cover: the map is 31 per cent covered.", ["other"]),
        ("Only 2 per cent of the votes have been received so far.", ["other"]),
        ("The appeal has been met by only 12 per cent.", ["funding"]),
        ("So far the flash appeal is 45 per cent met.", ["funding"]),
        ("Just 9 per cent of the humanitarian response plan has been funded.", ["funding"]),
        ("Of the $80 million needed for refugees, 9 per cent has come in.", ["funding", "funding"]),
        ("The agency needs $80 million for refugees. So far, 9 per cent has been pledged.", ["funding", "funding"]),
        ("Donors reduced their support for the relief mission by half.", ["funding"]),
        ("The party lost 20 per cent of its support.", ["other"]),
        ("Support for the party fell by 20 per cent.", ["other"]),
        ("Remittances exceeded aid by 300 per cent.", ["money"]),
        ("Aid to the poorest countries fell by 8 per cent.", ["funding"]),
        ("Insurance covered 31 per cent of the patients.", ["in_need"]),
        ("Forest covers 31 per cent of the country.", ["other"]),
        ("The vaccine plan covers 31 per cent of children.", ["in_need"]),
        ("Trees cover 31 per cent of the plan area.", ["other"]),
        ("Only 9 per cent of the parcels had been received.", ["other"]),
    ],
)
def test_a_share_of_money(extractor, text, categories):
    assert [figure.category for figure in extractor.extract(text)] == categories
