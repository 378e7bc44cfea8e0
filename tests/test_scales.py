"""The unit that a heading gives to the numbers under it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from figx.scales import scale_of

SURE = {
    "Requirements (in USD million)": (10**6, "USD", False),
    "Requirements (US$ million)": (10**6, "USD", False),
    "Requirements, US$ m": (10**6, "USD", False),
    "USD million": (10**6, "USD", False),
    "Budget in millions of euros": (10**6, "EUR", False),
    "Budget (€bn)": (10**9, "EUR", False),
    "Budget [USD]": (1, "USD", False),
    "Budget in euros": (1, "EUR", False),
    "Refugees (thousands)": (1000, "", False),
    "Refugees, in thousands": (1000, "", False),
    "Refugees (’000)": (1000, "", False),
    "Refugees ('000s)": (1000, "", False),
    "Refugees (000)": (1000, "", False),
    "Refugees (million)": (10**6, "", False),
    "Refugees (lakh)": (10**5, "", False),
    "Funded (%)": (1, "", True),
    "Funded, per cent": (1, "", True),
    "%": (1, "", True),
}


@pytest.mark.parametrize(("heading", "found"), SURE.items())
def test_a_unit_in_so_many_words(extractor, heading, found):
    scaled = scale_of(heading, extractor.rules)
    factor, code, share = found
    assert scaled is not None and scaled.sure
    assert (scaled.factor, scaled.share) == (Decimal(factor), share)
    assert (extractor.rules.currency(scaled.currency).code if scaled.currency else "") == code
    assert scaled.words in heading


@pytest.mark.parametrize(
    "heading", ["Millions displaced", "Countries with a million refugees", "Thousands of families"]
)
def test_a_scale_that_may_be_none(extractor, heading):
    scaled = scale_of(heading, extractor.rules)
    assert scaled is not None and not scaled.sure and scaled.factor == 1


@pytest.mark.parametrize(
    "heading", ["", "Refugees", "Refugees (2021)", "Refugees in camps", "Refugees (new)", "Hundreds of them"]
)
def test_no_unit(extractor, heading):
    assert scale_of(heading, extractor.rules) is None
