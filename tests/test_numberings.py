"""Numbers of the layout are no figures, and `explain` says why."""

from __future__ import annotations

import pytest

NUMBERINGS = {
    "a list": ("1. Shelter is dear\n2. Water is not", ["1", "2"], "list"),
    "a list glued to its sentence": ("The pillars are 1. Shelter; 2. Water; and 3. Health.", ["1", "2", "3"], "list"),
    "sections": ("2.4 CHILD LABOUR\n\nIt rained.", ["2.4"], "list"),
    "a section in small letters": ("1.0 Survey population\n\nIt rained.", ["1.0"], "list"),
    "footnotes": ("It rained.\n\n1 See the report.\n2 Okoro, The Flood.", ["1", "2"], "footnote"),
    "a footnote and its address": ("It rained.\n\n2 Office figures, https://a.example/b .", ["2"], "footnote"),
    "a footnote at a stop": ("The rest goes to the council.59 This went on.", ["59"], "footnote"),
    "a footnote at a quotation": ("They “sleep in peace”.64 This went on.", [".64"], "footnote"),
    "a footnote at a comma": ("As a poet put it,6 we have to go.", ["6"], "footnote"),
    "a page": ("It rained.\n\n12\n\nIt was dry.", ["12"], "page"),
    "a unit": ("Refugees (in thousands)\nChad 45\nMali 12", ["thousands"], "unit"),
}


@pytest.mark.parametrize(("text", "numbers", "reason"), NUMBERINGS.values(), ids=NUMBERINGS)
def test_numbers_of_the_layout(extractor, text, numbers, reason):
    found = [e for e in extractor.explain(text) if not e.taken]
    assert [e.text for e in found] == numbers
    assert all(reason in e.reason or e.rule == ("figx.glued",) for e in found)


FIGURES = {
    "a stop without its space": ("They lost 5 million goats.112 clinics burned.", ["5 million", "112"]),
    "a comma without its space": ("There were 40 men,62 women and 9 goats.", ["40", "62", "9"]),
    "a number at the end": ("The wards took in 40 people. They have room for 12.", ["40"]),
    "a sum at the end": ("The camp took in 400 people. Another 300 went on.", ["400", "300"]),
    "a number before a title": ("2 Schools fell.\n3 Bridges fell.", ["2", "3"]),
    "a decimal number first": ("1.2 Million people fled.", ["1.2 Million"]),
    "a key figure": ("54\n\nDEATHS\n\n1,200\n\nPEOPLE INJURED", ["54", "1,200"]),
}


@pytest.mark.parametrize(("text", "figures"), FIGURES.values(), ids=FIGURES)
def test_numbers_that_are_none(extractor, text, figures):
    assert [figure.text for figure in extractor.extract(text)] == figures
