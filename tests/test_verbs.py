"""Which words are verbs, and in which form."""

from __future__ import annotations

import pytest

from figx.verbs import Form, verb_form


@pytest.mark.parametrize(
    ("text", "word", "form"),
    [
        ("The flood displaced 300 people.", "displaced", Form.FINITE),
        ("The flood has displaced 300 people.", "displaced", Form.FINITE),
        ("Some 300 people were displaced.", "displaced", Form.PASSIVE),
        ("They count 300 displaced people.", "displaced", Form.NONE),
        ("The storm in 1997 killed 300 people.", "killed", Form.FINITE),
        ("The quake of magnitude 6.7 killed 310 people.", "killed", Form.FINITE),
        ("The storm left 21 injured.", "injured", Form.NONE),
        ("Some 176 destroyed by fire.", "destroyed", Form.REDUCED),
        ("The agency will resettle 300 families.", "resettle", Form.BASE),
        ("The agency will resettle 300 families.", "will", Form.AUXILIARY),
        ("Seven countries host refugees.", "host", Form.FINITE),
        ("Malta hosts 3,000 refugees.", "hosts", Form.FINITE),
        ("Two medevac flights a week leave.", "flights", Form.NONE),
        ("They fled, leaving 30 behind.", "leaving", Form.GERUND),
        ("People in need of aid came.", "need", Form.NONE),
        ("Donors have given $9 million.", "given", Form.FINITE),
        ("The top receiving country took 300.", "receiving", Form.NONE),
        ("A storm that killed 30 passed.", "killed", Form.FINITE),
    ],
)
def test_forms(view_of_text, text, word, form):
    view = view_of_text(text)
    assert verb_form(view, view.words.index(word)) is form


def test_beside_the_sentence_is_no_verb(view_of_text):
    view = view_of_text("They fled.")
    assert verb_form(view, -1) is Form.NONE and verb_form(view, 99) is Form.NONE
