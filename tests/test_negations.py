"""Whether the text denies a figure."""

from __future__ import annotations

import pytest

DENIED = [
    "Some 47 men were not deported.",
    "The court never deported 47 men.",
    "The ministry didn't admit 400 guests.",
    "The ministry has not resettled 300 families.",
    "The state could not accept 300 of them.",
    "The town failed to shelter 300 families.",
    "The fund refused to pay $3 million.",
    "The fund did not spend 3 million euros.",
    "The camp no longer hosts 300 families.",
    "About 300 families can't be evacuated.",
    "Some 130 people were not removed.",
    "The minister said 300 people had not been deported.",
    "The minister says that 300 men have never been returned.",
    "None of the 300 guests was deported.",
    "Not one of the 300 men was returned.",
    "A court blocked the removal of 300 men.",
]
TRUE = [
    "Some 300 people have not returned home.",
    "Some 300 children are not at school.",
    "About 58 per cent of the men are not employed.",
    "Some 40 families were not fed.",
    "The court deported not only 47 men.",
    "We have not yet resettled 300 families.",
    "If the town had not taken 300 families, others would have.",
    "The town did not fail to shelter 300 families.",
    "The walls were not built well, which led to the fall of 100 houses.",
    "The number did not exceed 300 people.",
    "The state failed in court, and resettled 300 families.",
    "Not all of the 300 guests came.",
    "None of the 300 guests was ill.",
    "The state has never admitted more than 300 guests.",
    "The court blocked the road for 300 men.",
]


@pytest.mark.parametrize("text", DENIED)
def test_denied(extractor, text):
    assert [figure.status.value for figure in extractor.extract(text)] == ["negated"]


@pytest.mark.parametrize("text", TRUE)
def test_no_denial(extractor, text):
    assert [figure.status.value for figure in extractor.extract(text)] == ["actual"]
