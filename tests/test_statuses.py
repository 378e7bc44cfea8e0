"""What sort of statement a figure is."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("The flood displaced 300 people.", ["actual"]),
        ("The flood could displace 300 people.", ["projected"]),
        ("Some 300 people may be displaced by May.", ["projected"]),
        ("The agency plans to resettle 300 people.", ["target"]),
        ("The agency will resettle 300 people and train 40.", ["target", "target"]),
        ("The agency has resettled 300 people.", ["actual"]),
        ("The rule would allow the state to offer 300 visas.", ["projected|target"]),
        ("The bill would end the scheme, sending 300 jobs abroad.", ["projected|target"]),
        ("The bill ended the scheme, sending 300 jobs abroad.", ["actual"]),
        ("The army came to help 300 people.", ["actual"]),
        ("Families (about 900 people) will thus be targeted.", ["target"]),
        ("The president directed his team to take 300 refugees.", ["target"]),
        ("The army ordered 300 people to leave.", ["actual"]),
        ("We'll resettle 300 people.", ["target"]),
        ("The act will lower costs and create 300 jobs.", ["target"]),
        ("The act will lower costs and created 300 jobs.", ["actual"]),
        ("They are working to end an outbreak that so far has killed 30 people.", ["actual"]),
        # money
        ("The Budget includes $3 million for shelters.", ["pledged"]),
        ("The donor will give $3 million.", ["pledged"]),
        ("The donor gave $3 million.", ["actual"]),
        ("The agency needs $3 million and has $1 million.", ["required", "actual"]),
        ("Donors have given $9 million, which leaves a gap of 72 per cent.", ["actual", "actual"]),
        ("The government intends to spend $3 million on fences.", ["target"]),
        # the cue of another clause
        ("Greece, where 300 people are stranded, would be the first to gain.", ["actual"]),
        ("It would not have struck the plant, which made 300 tents.", ["actual"]),
        ("Sweden will give $2 million, adding to its previous contribution of $7 million.", ["pledged", "actual"]),
        # words that only look like one
        ("The American Rescue Plan to date built 300 homes.", ["actual"]),
        ("After targeted raids 300 people were held.", ["actual"]),
        ("We will discuss three steps.", ["actual"]),
        ("About 40 per cent of them were not eating meat.", ["actual"]),
        ("Partners have reached 300 of the people targeted.", ["actual"]),
        ("That is 9 per cent more, compared to the projection.", ["actual"]),
        ("The agency had hoped to reach 300 families but reached 40.", ["target", "actual"]),
        ("The hope had been to open 40 schools.", ["target"]),
        ("The government's intention is to build 600 homes.", ["target"]),
        ("Donors had hoped for 40 camps.", ["target"]),
        ("Some 300 people who hope to return live in tents.", ["actual"]),
        ("Dozens are feared trapped.", ["actual"]),
        ("The hospital could admit just 12 patients.", ["actual"]),
        ("The hospital could admit 12 patients.", ["projected"]),
        # events that did not happen
        ("The removal of 17 people was blocked by a judge.", ["negated"]),
    ],
)
def test_statuses(extractor, text, statuses):
    found = [figure.status.value for figure in extractor.extract(text)]
    assert len(found) == len(statuses)
    assert all(status in wanted.split("|") for status, wanted in zip(found, statuses, strict=True)), found
