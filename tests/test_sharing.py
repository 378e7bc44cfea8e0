"""What the figures of a sentence take from each other."""

from __future__ import annotations

import pytest

from figx.sharing import share
from test_names import read  # noqa: F401  (a fixture)
from test_reaches import around, codes


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("At least 20 people died and 30 were hurt in Chad.", ["TCD", "TCD"]),
        ("In Chad, 20 people died and 30 people fled.", ["TCD", "TCD"]),
        ("Nearly 380 Syrian families (1,900 people) came.", ["SYR", "SYR"]),
        ("More than 80 per cent of the 7 million Malians came.", ["MLI", "MLI"]),
        ("Of the 5 million Syrians, 3 million are in Turkey.", ["SYR", "SYR TUR"]),
        ("The dead are 16 people, nine Malians and seven Chadians.", ["MLI TCD", "MLI", "TCD"]),
        ("The dead are 17 people, nine Malians and seven Chadians.", ["", "MLI", "TCD"]),
        ("Some 300 Syrians and 200 Iraqis live in Malta.", ["SYR MLT", "IRQ MLT"]),
        ("Chad and Mali took 30 people and 40 people respectively.", ["TCD", "MLI"]),
        ("The wave took 300 lives, 130 of them in Indonesia.", ["", "IDN"]),
        ("They saw 300 people in Herat and 20 people in Iran.", ["", "IRN"]),
        ("Two thirds come from two countries: Chad and Mali.", ["TCD MLI", "TCD MLI"]),
    ],
)
def test_what_is_shared(text, found, read, extractor):  # noqa: F811
    view = read(text)
    _, reaches = around(view, extractor.lexicon)
    share(view, reaches)
    assert [codes(dict.fromkeys(reach.own or reach.shared)) for reach in reaches] == found
